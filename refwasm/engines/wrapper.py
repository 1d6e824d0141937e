"""Wrapper modules: what an engine's interface cannot pass goes through one that refwasm writes.

A wrapper imports the awkward functions and globals of an instance, and exports stand-ins for them that
take and give only what passes (`carriers.py` says how). An import must have the very type of what is
imported, hence a wrapper begins with the types of the original, recursion groups and all.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from refwasm.binary.encode_module import encode_module
from refwasm.engines.carriers import Carrier, Code, carrier, instr, passes_as_it_is
from refwasm.generated import opcodes as o
from refwasm.script.commands import Const
from refwasm.script.values import Value
from refwasm.syntax import types as T
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import Export, Func, Import, Kind, Module

ORIGIN = "origin"  # what a wrapper imports from: the instance must be registered under this name


@dataclass(frozen=True, slots=True)
class Exported:
    """A function, or a global, which is read like one without parameters; types as in the module."""

    kind: Kind
    params: T.ResultType
    results: T.ResultType
    type: T.ExternType  # to import it

    def passes(self, passes: Container[str]) -> bool:
        """Whether an interface that passes the types `passes` needs no stand-in for it."""
        return all(passes_as_it_is(t, passes) for t in (*self.params, *self.results))


@dataclass(frozen=True, slots=True)
class StandIn:
    """The function of a wrapper, of the same name as the original."""

    params: tuple[Carrier, ...]
    results: tuple[Carrier, ...]

    def args(self, args: Sequence[Const]) -> tuple[Const, ...]:
        """What to give it in place of `args`, which fit the original. Raises Unsupported."""
        packed = [way.pack(arg) for way, arg in zip(self.params, args, strict=True)]
        return tuple(crossing for each in packed for crossing in each)

    def values(self, crossed: Sequence[Value]) -> tuple[Value, ...]:
        """The values of the original, given those of the stand-in."""
        values, at = [], 0
        for way in self.results:
            end = at + len(way.gives)
            values.append(way.unpack(crossed[at:end]))
            at = end
        return tuple(values)


@dataclass(frozen=True, slots=True)
class Wrapper:
    """A module in binary, and what stands in it for which export of the original."""

    binary: bytes
    stand_ins: dict[str, StandIn]


def exported(module: Module) -> dict[str, Exported]:
    """The functions and globals that `module`, which is valid, exports."""
    comps = _comps(module)
    types: dict[Kind, list[T.ExternType]] = {Kind.FUNC: [], Kind.GLOBAL: []}
    for item in module.imports:
        match item.type:
            case T.FuncUse():
                types[Kind.FUNC].append(item.type)
            case T.GlobalType():
                types[Kind.GLOBAL].append(item.type)
    types[Kind.FUNC] += [T.FuncUse(func.type) for func in module.funcs]
    types[Kind.GLOBAL] += [g.type for g in module.globals]
    return {
        export.name: _exported(export.kind, types[export.kind][export.index], comps)
        for export in module.exports
        if export.kind in types
    }


def _exported(kind: Kind, t: T.ExternType, comps: Sequence[T.CompType]) -> Exported:
    if isinstance(t, T.GlobalType):
        return Exported(kind, (), (t.type,), t)
    assert isinstance(t, T.FuncUse)
    assert isinstance(t.type, int), "types are as the module writes them"
    ft = comps[t.type]
    assert isinstance(ft, T.FuncType)
    return Exported(kind, ft.params, ft.results, t)


def _comps(module: Module) -> list[T.CompType]:
    return [subtype.comp for rectype in module.types for subtype in rectype.subtypes]


def wrap(module: Module, passes: Container[str]) -> Wrapper | None:
    """The wrapper for what `module`, which is valid, exports; None if it needs none.

    `passes` are the types that the engine's interface carries exactly.
    """
    awkward = {
        name: item for name, item in exported(module).items() if not item.passes(passes)
    }  # fmt: skip
    if not awkward:
        return None
    writer = _Writer(module, passes)
    stand_ins = {name: writer.stand_in(name, item) for name, item in awkward.items()}
    return Wrapper(encode_module(writer.module()), stand_ins)


@dataclass(slots=True)
class _Writer:
    """The parts of a wrapper, as they come."""

    original: Module
    passes: Container[str]
    types: dict[T.FuncType, int] = field(default_factory=dict)  # those added, with their indices
    imports: list[Import] = field(default_factory=list)
    funcs: list[Func] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    comps: list[T.CompType] = field(init=False)

    def __post_init__(self) -> None:
        self.comps = _comps(self.original)

    def stand_in(self, name: str, item: Exported) -> StandIn:
        """Add the stand-in for `item`, which the original exports as `name`."""
        x = sum(isinstance(i.type, type(item.type)) for i in self.imports)
        self.imports.append(Import(ORIGIN, name, item.type))
        params = tuple(carrier(t, self.comps, self.passes) for t in item.params)
        results = tuple(carrier(t, self.comps, self.passes) for t in item.results)
        takes = tuple(t for way in params for t in way.takes)
        gives = tuple(t for way in results for t in way.gives)
        code: Code = []
        at = 0
        for way in params:
            code += way.enter(at)
            at += len(way.takes)
        code.append(instr(o.CALL if item.kind is Kind.FUNC else o.GLOBAL_GET, x))
        code += [instr(o.LOCAL_SET, at + i) for i in reversed(range(len(results)))]
        for i, way in enumerate(results):
            code += way.leave(at + i)
        code.append(instr(o.END))
        locals = tuple((1, _with_default(t)) for t in item.results)
        self.funcs.append(Func(self.type(T.FuncType(takes, gives)), locals, Expr(code)))
        self.names.append(name)
        return StandIn(params, results)

    def type(self, ft: T.FuncType) -> int:
        """The index of `ft`, which is added if it is new."""
        return self.types.setdefault(ft, len(self.comps) + len(self.types))

    def module(self) -> Module:
        """The wrapper."""
        imported = sum(isinstance(i.type, T.FuncUse) for i in self.imports)
        return Module(
            types=(*self.original.types, *(T.RecType((T.SubType(True, (), ft),)) for ft in self.types)),
            imports=tuple(self.imports),
            funcs=tuple(self.funcs),
            exports=tuple(Export(name, Kind.FUNC, imported + i) for i, name in enumerate(self.names)),
        )  # fmt: skip


def _with_default(t: T.ValType) -> T.ValType:
    """`t`, or the type with null besides, for a local that begins with it."""
    return T.RefType(True, t.heap) if isinstance(t, T.RefType) else t
