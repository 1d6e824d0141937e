"""What is marked `@reads` changes nothing: all state is compared before and after, over samples."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import pytest

from refwasm.errors import Trap
from refwasm.numerics.floats import float_of_bits
from refwasm.runtime import aggregates, memories, tables
from refwasm.runtime.casts import ref_eq
from refwasm.runtime.effects import reads
from refwasm.runtime.exceptions import ExnInst, exception
from refwasm.runtime.instances import DataInst, ElemInst, GlobalInst, HostFunc, TagInst
from refwasm.runtime.values import I31, HostRef, Ref
from refwasm.syntax import types as T

from .make import memory, table
from .types import NULLARY, UNARY, array_of, struct_of

Function = Callable[..., object]

RUNTIME = Path(inspect.getfile(aggregates)).parent
NAN = float_of_bits(32, 0x7FA00001)
ZTS = (T.I8, T.I16, T.I32, T.I64, T.F32, T.F64, T.V128, T.ANYREF)


def marked() -> Iterator[str]:
    """The functions with the mark, as module.name; at run time it leaves no trace."""
    for path in sorted(RUNTIME.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
                if "reads" in decorators:
                    yield f"{path.stem}.{node.name}"


MARKED = list(marked())


def named(name: str) -> Function:
    module, _, function = name.partition(".")
    found: Function = getattr(importlib.import_module(f"refwasm.runtime.{module}"), function)
    return found


@dataclass
class World:
    """Some of every instance there is, with something in it."""

    func: HostFunc = field(default_factory=lambda: HostFunc(UNARY, lambda args: args))
    data: DataInst = field(default_factory=lambda: DataInst(b"abcdefgh"))

    def __post_init__(self) -> None:
        self.mem = memory(1, 3)
        memories.istore(128, self.mem, 3, 0x0123456789ABCDEF << 60)
        memories.fstore(32, self.mem, 65532, NAN)
        self.table = table(5, 9)  # most of its elements are not held
        tables.table_set(self.table, 1, self.func)
        self.glob = GlobalInst(T.GlobalType(True, T.I32), 7)
        self.elem = ElemInst(T.FUNCREF, [self.func, None])
        self.struct = aggregates.struct_new(struct_of(T.I8, T.F32), ((0, T.I8),), (300, NAN))
        self.arrays = [
            aggregates.array_new(array_of(zt), zt, 5 if zt is not T.ANYREF else I31(1), 3)
            for zt in ZTS
        ]
        self.exn: ExnInst = exception(TagInst(NULLARY), (1, self.struct))
        self.refs: list[Ref] = [
            *(None, I31(3), HostRef("h"), self.func, self.struct, self.exn, *self.arrays),
        ]

    def pools(self) -> dict[str, tuple[object, ...]]:
        """Arguments to try: by function and parameter, or by annotation."""
        return {
            "fload.N": (32, 64),
            "iload.N": (8, 16, 32, 64, 128),
            "int": (0, 1, 3, 4, 5, 65532, 65535, 65536, 2**32 - 1, 2**64 + 1),
            "MemInst": (self.mem,),
            "TableInst": (self.table,),
            "DefType": (UNARY, NULLARY),
            "Ref": tuple(self.refs),
            "Value": (0, 2**64 - 1, 1.5, NAN, *self.refs),
            "T.StorageType": ZTS,
            "T.RefType": (T.ANYREF, T.FUNCREF, T.RefType(False, UNARY), T.RefType(True, T.I31)),
        }

    def state(self) -> list[object]:
        """All that could change, references by identity and floats by their text."""
        contents = [
            *(self.glob.value, self.data.data, *self.elem.refs, *self.exn.args),
            *(self.table.size, self.table.rest, *self.table.elems, len(self.table.elems)),
            *(self.mem.type, self.table.type, self.mem.most, self.table.most, self.exn.tag),
            *self.struct[:],
            *(v for a in self.arrays for v in (type(a.elements), len(a.elements), *a.elements)),
            *(self.func.type, self.struct.type, *(a.type for a in self.arrays)),
        ]
        values = [v if isinstance(v, int | bytes | I31) else _seen(v) for v in contents]
        return [bytes(self.mem.data), id(self.mem.data), *values]


def _seen(v: object) -> object:
    return repr(v) if isinstance(v, float) else id(v)


def calls(world: World, function: Function) -> Iterator[tuple[object, ...]]:
    """All combinations of the samples for the parameters of `function`."""
    pools = world.pools()
    yield from product(*(
        pools.get(f"{function.__name__}.{p.name}") or pools[str(p.annotation)]
        for p in inspect.signature(function).parameters.values()
    ))  # fmt: skip


def result(function: Function, args: tuple[object, ...]) -> object:
    """What a call gives; validated code never breaks an assertion, samples do."""
    with suppress(Trap, AssertionError):
        return function(*args)
    return "a trap"


@pytest.mark.parametrize("name", MARKED)
def test_what_is_marked_changes_nothing(name: str) -> None:
    world, function = World(), named(name)
    before = world.state()
    results = [result(function, args) for args in calls(world, function)]
    assert world.state() == before
    assert any(found != "a trap" for found in results)


@pytest.mark.parametrize("name", MARKED)
def test_what_is_marked_gives_the_same_again(name: str) -> None:
    world, function = World(), named(name)
    for args in calls(world, function):
        first, second = result(function, args), result(function, args)
        same = first is second or first == second or repr(first) == repr(second)
        assert same, args


def test_the_mark_costs_nothing() -> None:
    assert reads(test_the_mark_costs_nothing) is test_the_mark_costs_nothing
    assert {"memories.iload", "tables.table_get", "aggregates.array_get"} <= set(MARKED)


WRITES: dict[str, Callable[[World], object]] = {
    "istore": lambda w: memories.istore(8, w.mem, 9, 1),
    "memory_grow": lambda w: memories.memory_grow(w.mem, 1),
    "memory_fill": lambda w: memories.memory_fill(w.mem, 65535, 1, 1),
    "data_drop": lambda w: memories.data_drop(w.data),
    "table_set": lambda w: tables.table_set(w.table, 0, w.func),
    "table_hold": lambda w: tables.table_fill(w.table, 2, None, 1),
    "table_grow": lambda w: tables.table_grow(w.table, 1, None),
    "elem_drop": lambda w: tables.elem_drop(w.elem),
    "array_set": lambda w: aggregates.array_set(w.arrays[0], 0, 1),
    "array_fill": lambda w: aggregates.array_fill(w.arrays[-1], 2, None, 1),
    "struct.set": lambda w: w.struct.__setitem__(1, 0.0),
    "global.set": lambda w: setattr(w.glob, "value", 8),
}


@pytest.mark.parametrize("name", WRITES)
def test_a_change_is_seen(name: str) -> None:
    world = World()
    before = world.state()
    WRITES[name](world)
    assert world.state() != before


def test_what_allocates_gives_another_each_time() -> None:
    new = [aggregates.struct_new(struct_of(), (), ()) for _ in range(2)]
    assert not ref_eq(*new)
    assert not any("_new" in name or name.endswith(".exception") for name in MARKED)
