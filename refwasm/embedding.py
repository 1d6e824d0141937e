"""The standard's interface for embedders (appendix "Embedding"), by its names.

Where the standard returns a changed store, the store given is changed; where it returns an error, a
class of `errors.py` is raised. `tier` executes what has to be executed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refwasm.binary.decode_module import decode_module
from refwasm.errors import EmbeddingError
from refwasm.runtime import casts, memories, tables
from refwasm.runtime.convert import check_value
from refwasm.runtime.exceptions import ExnInst, exception
from refwasm.runtime.functions import func_deftype, functype
from refwasm.runtime.instances import (
    ExternVal,
    FuncInst,
    GlobalInst,
    HostFunc,
    MemInst,
    ModuleInst,
    Store,
    TableInst,
    TagInst,
)
from refwasm.runtime.instantiate import Tier, instantiate
from refwasm.runtime.values import Ref, Value, default
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.modules import Module
from refwasm.syntax.types import (
    I64,
    BotType,
    ExternType,
    FuncType,
    GlobalType,
    MemType,
    RefType,
    TableType,
    TagType,
    ValType,
)
from refwasm.text.parse_module import parse_module
from refwasm.validation import matching
from refwasm.validation.modules import ValidModule, validate_module

# Store


def store_init(*, max_memory: int | None = None, max_table: int | None = None) -> Store:
    """An empty store; `max_memory` bytes and `max_table` elements bound each of its instances.

    Spec: embed-store-init
    """
    store = Store(max_memory)
    if max_table is not None:
        store.max_table = max_table
    return store


# Modules


def module_decode(data: bytes, *, features: Features = DEFAULT) -> Module:
    """The module that `data` encodes. Raises Malformed.  Spec: embed-module-decode"""
    return decode_module(data, features=features)


def module_parse(text: str, *, features: Features = DEFAULT) -> Module:
    """The module that `text` writes. Raises Malformed.  Spec: embed-module-parse"""
    return parse_module(text, features=features)


def module_validate(m: Module, *, features: Features = DEFAULT) -> ValidModule:
    """`m` with its types, ready to be instantiated. Raises Invalid.  Spec: embed-module-validate"""
    return validate_module(m, features=features)


def module_instantiate(
    store: Store, module: ValidModule, imports: Sequence[ExternVal], tier: Tier
) -> ModuleInst:
    """A new instance of `module`, given what it imports, in order.

    Raises Unlinkable, Trap, UncaughtException, Exhaustion.
    Spec: embed-module-instantiate
    """
    return instantiate(store, module, imports, tier)


def module_imports(module: ValidModule) -> list[tuple[str, str, ExternType]]:
    """Module name, item name and type of each import.  Spec: embed-module-imports"""
    pairs = zip(module.module.imports, module.imports, strict=True)
    return [(im.module, im.item, t) for im, t in pairs]


def module_exports(module: ValidModule) -> list[tuple[str, ExternType]]:
    """Name and type of each export.  Spec: embed-module-exports"""
    return [(e.name, module.exports[e.name]) for e in module.module.exports]


def instance_export(instance: ModuleInst, name: str) -> ExternVal:
    """What `instance` exports as `name`.  Spec: embed-instance-export"""
    if name not in instance.exports:
        raise EmbeddingError(f'no export "{name}"')
    return instance.exports[name]


# Functions


def func_alloc(
    store: Store,
    t: DefType | FuncType,
    call: Callable[[Sequence[Value]], Sequence[Value] | None],
) -> HostFunc:
    """A function of the host's, of the closed type `t`.  Spec: embed-func-alloc"""
    return HostFunc(func_deftype(t.params, t.results) if isinstance(t, FuncType) else t, call)


def func_type(store: Store, func: FuncInst) -> DefType:
    """The type of `func`; its `comp` is the function type.  Spec: embed-func-type"""
    return func.type


def func_invoke(store: Store, func: FuncInst, args: Sequence[Value], tier: Tier) -> list[Value]:
    """The results of `func` for `args`, which must be values of its parameters' types.

    Raises Trap, UncaughtException, Exhaustion.
    Spec: embed-func-invoke
    """
    params = functype(func).params
    if len(args) != len(params):
        raise EmbeddingError(f"{len(args)} arguments given, {len(params)} expected")
    return tier.invoke(func, list(map(check_value, params, args)))


# Tables


def table_alloc(store: Store, t: TableType, r: Ref) -> TableInst:
    """A table all of whose elements are `r`.  Spec: embed-table-alloc"""
    check_value(t.elem, r)
    return tables.alloc_table(t, r, store.max_table)


def table_type(store: Store, table: TableInst) -> TableType:
    """The type of `table`, its size as the minimum.  Spec: embed-table-type"""
    return table.type


def table_read(store: Store, table: TableInst, i: int) -> Ref:
    """The element at `i`. Raises Trap if there is none.  Spec: embed-table-read"""
    return tables.table_get(table, _index(i))


def table_write(store: Store, table: TableInst, i: int, r: Ref) -> None:
    """Replace the element at `i`. Raises Trap if there is none.  Spec: embed-table-write"""
    check_value(table.type.elem, r)
    tables.table_set(table, _index(i), r)


def table_size(store: Store, table: TableInst) -> int:
    """The number of elements.  Spec: embed-table-size"""
    return tables.table_size(table)


def table_grow(store: Store, table: TableInst, n: int, r: Ref) -> None:
    """Append `r`, `n` times.  Spec: embed-table-grow"""
    check_value(table.type.elem, r)
    size = table.size
    tables.table_grow(table, _index(n), r)
    _require_growth(table.size == size + n, f"a table of {size} elements", n)


# Memories


def mem_alloc(store: Store, t: MemType) -> MemInst:
    """A zeroed memory. Raises Exhaustion if the host cannot give it.  Spec: embed-mem-alloc"""
    return memories.alloc_mem(t, store.max_memory)


def mem_type(store: Store, mem: MemInst) -> MemType:
    """The type of `mem`, its size as the minimum.  Spec: embed-mem-type"""
    return mem.type


def mem_read(store: Store, mem: MemInst, i: int) -> int:
    """The byte at `i`. Raises Trap if there is none.  Spec: embed-mem-read"""
    return memories.iload(8, mem, _index(i))


def mem_write(store: Store, mem: MemInst, i: int, b: int) -> None:
    """Replace the byte at `i`. Raises Trap if there is none.  Spec: embed-mem-write"""
    if not 0 <= b < 256:
        raise EmbeddingError(f"not a byte: {b}")
    memories.istore(8, mem, _index(i), b)


def mem_size(store: Store, mem: MemInst) -> int:
    """The size in pages of 65536 bytes.  Spec: embed-mem-size"""
    return memories.memory_size(mem)


def mem_grow(store: Store, mem: MemInst, n: int) -> None:
    """Append `n` zeroed pages.  Spec: embed-mem-grow"""
    size = memories.memory_size(mem)
    memories.memory_grow(mem, _index(n))
    _require_growth(memories.memory_size(mem) == size + n, f"a memory of {size} pages", n)


def _require_growth(grown: bool, what: str, n: int) -> None:
    if not grown:
        raise EmbeddingError(f"{what} cannot grow by {n}")


def _index(i: int) -> int:
    """`i` itself, which must be an unsigned 64-bit integer."""
    check_value(I64, i)
    return i


# Tags, exceptions, globals


def tag_alloc(store: Store, t: TagType) -> TagInst:
    """A tag of the closed type `t`.  Spec: embedd-tag-alloc"""
    assert isinstance(t.type, DefType), "the type of a tag instance is closed"
    return TagInst(t.type)


def tag_type(store: Store, tag: TagInst) -> TagType:
    """The type of `tag`.  Spec: embed-tag-type"""
    return TagType(tag.type)


def exn_alloc(store: Store, tag: TagInst, args: Sequence[Value]) -> ExnInst:
    """An exception with the values `args`.  Spec: embed-exn-alloc"""
    comp = tag.type.comp
    assert isinstance(comp, FuncType), "validation admits no other tags"
    if len(args) != len(comp.params):
        raise EmbeddingError(f"{len(args)} values given, {len(comp.params)} expected")
    return exception(tag, list(map(check_value, comp.params, args)))


def exn_tag(store: Store, exn: ExnInst) -> TagInst:
    """The tag of `exn`.  Spec: embed-exn-tag"""
    return exn.tag


def exn_read(store: Store, exn: ExnInst) -> tuple[Value, ...]:
    """The values of `exn`.  Spec: embed-exn-read"""
    return exn.args


def global_alloc(store: Store, t: GlobalType, v: Value) -> GlobalInst:
    """A global that begins as `v`.  Spec: embed-global-alloc"""
    return GlobalInst(t, check_value(t.type, v))


def global_type(store: Store, g: GlobalInst) -> GlobalType:
    """The type of `g`.  Spec: embed-global-type"""
    return g.type


def global_read(store: Store, g: GlobalInst) -> Value:
    """The value of `g`.  Spec: embed-global-read"""
    return g.value


def global_write(store: Store, g: GlobalInst, v: Value) -> None:
    """Replace the value of `g`.  Spec: embed-global-write"""
    if not g.type.mutable:
        raise EmbeddingError("global is immutable")
    g.value = check_value(g.type.type, v)


# Values and types


def ref_type(store: Store, r: Ref) -> RefType:
    """The least type of `r`.  Spec: embed-ref-type"""
    return casts.ref_type(r)


def val_default(t: ValType) -> Value:
    """The default value of `t`.  Spec: embed-val-default"""
    if isinstance(t, BotType) or (isinstance(t, RefType) and not t.null):
        raise EmbeddingError(f"no default value of type {t}")
    return default(t)


def match_valtype(t1: ValType, t2: ValType) -> bool:
    """Whether the closed type `t1` is a subtype of `t2`, or equal.  Spec: embed-match-valtype"""
    return matching.match_valtype(t1, t2)


def match_externtype(xt1: ExternType, xt2: ExternType) -> bool:
    """Whether an item of the closed type `xt1` can be imported as `xt2`.

    Spec: embed-match-externtype
    """
    return matching.match_externtype(xt1, xt2)
