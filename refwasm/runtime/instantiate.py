"""Instantiation: imports are matched, instances allocated, segments written, the start function run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from refwasm.errors import Trap, Unlinkable
from refwasm.runtime.instances import (
    PAGE,
    DataInst,
    ElemInst,
    ExternVal,
    FuncInst,
    GlobalInst,
    HostFunc,
    MemInst,
    ModuleInst,
    Store,
    TableInst,
    TagInst,
    WasmFunc,
)
from refwasm.runtime.memories import alloc_mem, data_drop, memory_init, memory_size
from refwasm.runtime.tables import alloc_table, elem_drop, table_init
from refwasm.runtime.values import Ref, Value
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.features import Older
from refwasm.syntax.modules import SPACES, Active, Import, Mode
from refwasm.syntax.types import ExternType, FuncUse, RefType, TagType
from refwasm.validation.code import Code
from refwasm.validation.matching import match_externtype
from refwasm.validation.modules import ValidModule


class Tier(Protocol):
    """What executes code."""

    def invoke(self, func: FuncInst, args: Sequence[Value]) -> list[Value]:
        """The results of `func`. Raises Trap, UncaughtException, Exhaustion."""

    def evaluate(self, code: Code, module: ModuleInst) -> Value:
        """The value of a constant expression of `module`."""

    def ran(self, key: str) -> None:
        """An instruction that is in no code was run."""


def externtype(item: ExternVal) -> ExternType:
    """The type of `item` as it is now: of memories and tables, the minimum is the size.

    Spec: valid-externaddr
    """
    match item:
        case WasmFunc(type=deftype) | HostFunc(type=deftype):
            return FuncUse(deftype)
        case TagInst(type=deftype):
            return TagType(deftype)
        case TableInst() | MemInst() | GlobalInst():
            return item.type


def link(module: ValidModule, registry: Mapping[str, Mapping[str, ExternVal]]) -> list[ExternVal]:
    """What `registry` holds under the names of the imports of `module`.

    Raises Unlinkable.
    Spec: exec-instantiation
    """
    items = []
    for im in module.module.imports:
        item = registry.get(im.module, {}).get(im.item)
        if item is None:
            raise Unlinkable(f"unknown import {_named(im)}", offset=im.offset)
        items.append(item)
    return items


def _named(im: Import) -> str:
    return f'"{im.module}"."{im.item}"'


def instantiate(
    store: Store, module: ValidModule, imports: Sequence[ExternVal], tier: Tier
) -> ModuleInst:
    """A new instance of `module`, with `imports` in the order of its import declarations.

    Raises Unlinkable, Trap, UncaughtException, Exhaustion. Whatever was written to imported tables
    and memories before a trap stays written.
    Spec: exec-instantiation
    """
    match_imports(module, imports)
    instance = ModuleInst(types=module.types, names=module.module.names)
    _import(instance, imports)
    _define_functions(instance, module)
    instance.tags.extend(TagInst(t) for t in module.tags[len(instance.tags) :])
    _define_memories(instance, module, store)
    _define_globals(instance, module, tier)
    _define_tables(instance, module, store, tier)
    _define_segments(instance, module, tier)
    instance.exports = _exports(instance, module)
    if not module.features.current and Older.SEGMENTS_FIT_FIRST in module.features:
        _check_segments(instance, module, tier)
    _run_elems(instance, module, tier)
    _run_datas(instance, module, tier)
    if module.module.start is not None:
        tier.invoke(instance.funcs[module.module.start.func], ())
    return instance


def match_imports(module: ValidModule, imports: Sequence[ExternVal]) -> None:
    """Raise Unlinkable unless `imports` are as many as declared, and of the types declared."""
    declared = module.module.imports
    if len(imports) < len(declared):
        raise Unlinkable(f"unknown import {_named(declared[len(imports)])}")
    if len(imports) > len(declared):
        raise Unlinkable(f"{len(imports)} imports given, {len(declared)} declared")
    for im, want, item in zip(declared, module.imports, imports, strict=True):
        have = externtype(item)
        if not match_externtype(have, want):
            text = f"incompatible import type for {_named(im)}"
            raise Unlinkable(f"{text}: expected {_show(want)}, got {_show(have)}", offset=im.offset)


KINDS = {"FuncUse": "func", "TableType": "table", "MemType": "memory", "GlobalType": "global"}


def _show(t: ExternType) -> str:
    """`t` with its kind, as messages print it."""
    return f"{KINDS.get(type(t).__name__, 'tag')} {t}"


def _import(instance: ModuleInst, imports: Sequence[ExternVal]) -> None:
    """Begin the index spaces with `imports`."""
    for item in imports:
        match item:
            case WasmFunc() | HostFunc():
                instance.funcs.append(item)
            case TableInst():
                instance.tables.append(item)
            case MemInst():
                instance.mems.append(item)
            case GlobalInst():
                instance.globals.append(item)
            case TagInst():
                instance.tags.append(item)


def _define_functions(instance: ModuleInst, module: ValidModule) -> None:
    """Allocate the functions of `module`.  Spec: alloc-func"""
    first = len(instance.funcs)
    for index, code in enumerate(module.codes, first):
        instance.funcs.append(WasmFunc(module.funcs[index], instance, code, index=index))


def _define_memories(instance: ModuleInst, module: ValidModule, store: Store) -> None:
    """Allocate the memories of `module`.  Spec: alloc-mem"""
    types = module.mems[len(instance.mems) :]
    for t in types:
        # A module of a few bytes can have many memories.
        instance.mems.append(alloc_mem(t, store.max_memory, touched=PAGE // len(types)))


def _define_globals(instance: ModuleInst, module: ValidModule, tier: Tier) -> None:
    """Allocate the globals of `module`; each initialiser sees those before it.

    Spec: alloc-global
    """
    types = module.globals[len(instance.globals) :]
    for t, code in zip(types, module.global_inits, strict=True):
        instance.globals.append(GlobalInst(t, tier.evaluate(code, instance)))


def _define_tables(instance: ModuleInst, module: ValidModule, store: Store, tier: Tier) -> None:
    """Allocate the tables of `module`.  Spec: alloc-table"""
    types = module.tables[len(instance.tables) :]
    values = [None if c is None else _reference(c, instance, tier) for c in module.table_inits]
    for t, r in zip(types, values, strict=True):
        instance.tables.append(alloc_table(t, r, store.max_table))


def _reference(code: Code, instance: ModuleInst, tier: Tier) -> Ref:
    """The value of a constant expression of reference type."""
    r = tier.evaluate(code, instance)
    assert not isinstance(r, int | float)
    return r


def _address(code: Code, instance: ModuleInst, tier: Tier) -> int:
    """The value of a constant expression of address type."""
    i = tier.evaluate(code, instance)
    assert isinstance(i, int)
    return i


def _define_segments(instance: ModuleInst, module: ValidModule, tier: Tier) -> None:
    """Allocate the segments of `module`.  Spec: alloc-elem, alloc-data"""
    for elem, codes in zip(module.module.elems, module.elem_inits, strict=True):
        refs = [_reference(code, instance, tier) for code in codes]
        instance.elems.append(ElemInst(_close(elem.type, instance.types), refs))
    instance.datas.extend(DataInst(data.init) for data in module.module.datas)


def _close(rt: RefType, types: Sequence[DefType]) -> RefType:
    """`rt` with the defined type of `types` that it names by index.  Spec: aux-clostype"""
    return RefType(rt.null, types[rt.heap]) if isinstance(rt.heap, int) else rt


def _exports(instance: ModuleInst, module: ValidModule) -> dict[str, ExternVal]:
    """The items of `instance` that `module` exports, by name.  Spec: alloc-export"""
    return {e.name: getattr(instance, SPACES[e.kind])[e.index] for e in module.module.exports}


def _check_segments(instance: ModuleInst, module: ValidModule, tier: Tier) -> None:
    """Raise Unlinkable unless all active segments fit where they go, as 1.0 demands."""
    m = module.module
    for elem, code in zip(m.elems, module.elem_offsets, strict=True):
        if isinstance(elem.mode, Active) and code is not None:
            end = _address(code, instance, tier) + len(elem.init)
            if end > instance.tables[elem.mode.x].size:
                raise Unlinkable("elements segment does not fit table", offset=elem.offset)
    for data, code in zip(m.datas, module.data_offsets, strict=True):
        if isinstance(data.mode, Active) and code is not None:
            end = _address(code, instance, tier) + len(data.init)
            if end > memory_size(instance.mems[data.mode.x]) * PAGE:
                raise Unlinkable("data segment does not fit memory", offset=data.offset)


def _run_elems(instance: ModuleInst, module: ValidModule, tier: Tier) -> None:
    """Write the active element segments, in order.  Spec: aux-runelem"""
    for inst, elem, code in zip(
        instance.elems, module.module.elems, module.elem_offsets, strict=True
    ):
        if isinstance(elem.mode, Active) and code is not None:
            at = _address(code, instance, tier)
            tier.ran("table.init")
            try:
                table_init(instance.tables[elem.mode.x], inst, at, 0, len(inst.refs))
            except Trap as error:
                error.instruction, error.offset = "table.init", elem.offset
                raise
        if elem.mode is not Mode.PASSIVE:
            tier.ran("elem.drop")
            elem_drop(inst)


def _run_datas(instance: ModuleInst, module: ValidModule, tier: Tier) -> None:
    """Write the active data segments, in order.  Spec: aux-rundata"""
    for inst, data, code in zip(
        instance.datas, module.module.datas, module.data_offsets, strict=True
    ):
        if isinstance(data.mode, Active) and code is not None:
            at = _address(code, instance, tier)
            tier.ran("memory.init")
            try:
                memory_init(instance.mems[data.mode.x], inst, at, 0, len(inst.data))
            except Trap as error:
                error.instruction, error.offset = "memory.init", data.offset
                raise
            tier.ran("data.drop")
            data_drop(inst)
