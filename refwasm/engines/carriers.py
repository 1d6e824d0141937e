"""How a value crosses an interface that passes numbers: as which values, and by which code.

An engine's interface *passes* the types that it carries exactly, always i32 and i64 among them. A float
crosses as its bits, a vector as two halves, a reference as a number that says what it is. Where
"externref" or "hostref" is among what passes, references of the host's cross as they are; "hostref"
promises less, namely that of an externref which is neither null nor the host's nothing is said.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from refwasm.generated import opcodes as o
from refwasm.script.commands import Const, HostConst, NullConst, NumConst, VecConst
from refwasm.script.engine import Unsupported
from refwasm.script.values import RefValue, Value, show
from refwasm.syntax import types as T
from refwasm.syntax.instructions import Immediate, Instr, Op

Code: TypeAlias = list[Instr]

HALF = 64
LOW = (1 << HALF) - 1

# What a reference is, by the number as which it crosses.
SORTS = (None, T.I31, T.STRUCT, T.ARRAY, T.FUNC, T.EXN, T.EXTERN, T.ANY)
NUMBER = {sort: number for number, sort in enumerate(SORTS)}

# What a reference of an abstract type may be, apart from null: what to test for, and what is left.
CHOICES: dict[T.AbsHeapType, tuple[tuple[T.AbsHeapType, ...], T.AbsHeapType]] = {
    T.ANY: ((T.I31, T.STRUCT, T.ARRAY), T.ANY),
    T.EQ: ((T.I31, T.STRUCT), T.ARRAY),
}


class Carrier(Protocol):
    """The way across for values of one type."""

    @property
    def takes(self) -> T.ResultType:
        """The types as which an argument crosses."""

    @property
    def gives(self) -> T.ResultType:
        """The types as which a result crosses."""

    def enter(self, x: int) -> Code:
        """Code that makes the argument of what crossed, which locals from `x` on hold."""

    def leave(self, x: int) -> Code:
        """Code that makes what crosses of the result, which local `x` holds."""

    def pack(self, arg: Const) -> tuple[Const, ...]:
        """`arg` as it crosses. Raises Unsupported if it cannot."""

    def unpack(self, crossed: Sequence[Value]) -> Value:
        """The result that crossed as the values `crossed`."""


def instr(op: Op, *args: Immediate) -> Instr:
    return Instr(op, args)


@dataclass(frozen=True, slots=True)
class Plain:
    """Crosses as it is."""

    t: T.ValType

    @property
    def takes(self) -> T.ResultType:
        return (self.t,)

    gives = takes

    def enter(self, x: int) -> Code:
        return [instr(o.LOCAL_GET, x)]

    leave = enter

    def pack(self, arg: Const) -> tuple[Const, ...]:
        return (arg,)

    def unpack(self, crossed: Sequence[Value]) -> Value:
        return crossed[0]


@dataclass(frozen=True, slots=True)
class Float:
    """A float of type `t` crosses as an integer of type `bits`; two instructions convert."""

    t: T.NumType
    bits: T.NumType
    of_bits: Op
    to_bits: Op

    @property
    def takes(self) -> T.ResultType:
        return (self.bits,)

    gives = takes

    def enter(self, x: int) -> Code:
        return [instr(o.LOCAL_GET, x), instr(self.of_bits)]

    def leave(self, x: int) -> Code:
        return [instr(o.LOCAL_GET, x), instr(self.to_bits)]

    def pack(self, arg: Const) -> tuple[Const, ...]:
        assert isinstance(arg, NumConst)
        return (NumConst(self.bits, arg.bits),)

    def unpack(self, crossed: Sequence[Value]) -> Value:
        return NumConst(self.t, _bits(crossed[0]))


FLOATS = (
    Float(T.F32, T.I32, o.F32_REINTERPRET_I32, o.I32_REINTERPRET_F32),
    Float(T.F64, T.I64, o.F64_REINTERPRET_I64, o.I64_REINTERPRET_F64),
)


@dataclass(frozen=True, slots=True)
class Vector:
    """A vector crosses as its halves, the low one first."""

    @property
    def takes(self) -> T.ResultType:
        return (T.I64, T.I64)

    gives = takes

    def enter(self, x: int) -> Code:
        low, high = instr(o.LOCAL_GET, x), instr(o.LOCAL_GET, x + 1)
        return [low, instr(o.I64X2_SPLAT), high, instr(o.I64X2_REPLACE_LANE, 1)]

    def leave(self, x: int) -> Code:
        v = instr(o.LOCAL_GET, x)
        return [v, instr(o.I64X2_EXTRACT_LANE, 0), v, instr(o.I64X2_EXTRACT_LANE, 1)]

    def pack(self, arg: Const) -> tuple[Const, ...]:
        assert isinstance(arg, VecConst)
        return NumConst(T.I64, arg.bits & LOW), NumConst(T.I64, arg.bits >> HALF)

    def unpack(self, crossed: Sequence[Value]) -> Value:
        return VecConst(_bits(crossed[0]) | _bits(crossed[1]) << HALF)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference of type `t` crosses as the number of what it is; `sort` is its abstract type.

    With `hosts`, an externref crosses besides, if that is where a reference of the host's can be. As an
    argument, a script can write null and references of the host's, and nothing else.
    """

    t: T.RefType
    sort: T.AbsHeapType
    hosts: bool

    @property
    def takes(self) -> T.ResultType:
        return (T.EXTERNREF,) if self._beside else ()

    @property
    def gives(self) -> T.ResultType:
        return (T.I32, *self.takes)

    @property
    def _beside(self) -> bool:
        return self.hosts and self.sort in (T.EXTERN, T.ANY)

    def enter(self, x: int) -> Code:
        if not self._beside:
            return [instr(o.REF_NULL, self.t.heap), *self._non_null()]
        convert = [instr(o.ANY_CONVERT_EXTERN)] if self.sort is T.ANY else []
        return [instr(o.LOCAL_GET, x), *convert, *self._non_null()]

    def _non_null(self) -> Code:
        return [] if self.t.null else [instr(o.REF_AS_NON_NULL)]

    def leave(self, x: int) -> Code:
        code = self._number(x)
        if self._beside:
            code.append(instr(o.LOCAL_GET, x))
            if self.sort is T.ANY:
                code.append(instr(o.EXTERN_CONVERT_ANY))
        return code

    def _number(self, x: int) -> Code:
        """Code for the number of what local `x` refers to: each guess leaves the block, or is dropped."""
        tests, rest = CHOICES.get(self.sort, ((), self.sort))
        guesses = [(None, instr(o.REF_IS_NULL)), *((t, instr(o.REF_TEST, t)) for t in tests)]
        code = [instr(o.BLOCK, T.I32)]
        for sort, test in guesses:
            code += [instr(o.I32_CONST, NUMBER[sort]), instr(o.LOCAL_GET, x), test]
            code += [instr(o.BR_IF, 0), instr(o.DROP)]
        return [*code, instr(o.I32_CONST, NUMBER.get(rest, 0)), instr(o.END)]

    def pack(self, arg: Const) -> tuple[Const, ...]:
        match arg:
            case NullConst() if not self._beside:
                return ()
            case NullConst():
                return (NullConst(T.EXTERN),)
            case HostConst(n) if self._beside:
                return (HostConst(n, extern=True),)
            case _:
                raise Unsupported(f"the engine's interface does not pass {show(arg)}")

    def unpack(self, crossed: Sequence[Value]) -> Value:
        sort = SORTS[_bits(crossed[0])]
        if sort is None:
            return NullConst(self.t.heap if isinstance(self.t.heap, T.AbsHeapType) else None)
        if sort is self.sort and len(crossed) > 1 and isinstance(crossed[1], HostConst):
            return HostConst(crossed[1].n, extern=sort is T.EXTERN)
        return RefValue(sort)


def carrier(t: T.ValType, comps: Sequence[T.CompType], passes: Container[str]) -> Carrier:
    """The way across for values of type `t`, whose indices mean `comps`."""
    if passes_as_it_is(t, passes):
        return Plain(t)
    match t:
        case T.NumType():
            for way in FLOATS:
                if way.t is t:
                    return way
            raise Unsupported(f"the engine's interface does not pass {t}")
        case T.VecType():
            return Vector()
        case T.RefType(heap=heap):
            return Reference(t, _sort(heap, comps), "externref" in passes or "hostref" in passes)
        case T.BotType():
            raise AssertionError("no value has the bottom type")


def passes_as_it_is(t: T.ValType, passes: Container[str]) -> bool:
    """Whether the interface carries values of type `t`; "ref" stands for all references."""
    return str(t) in passes or (isinstance(t, T.RefType) and "ref" in passes)


def _sort(heap: T.HeapType, comps: Sequence[T.CompType]) -> T.AbsHeapType:
    """The abstract type of references to `heap`."""
    if isinstance(heap, T.AbsHeapType):
        return heap
    assert isinstance(heap, int), "types are as the module writes them"
    match comps[heap]:
        case T.FuncType():
            return T.FUNC
        case T.StructType():
            return T.STRUCT
        case T.ArrayType():
            return T.ARRAY


def _bits(value: Value) -> int:
    assert isinstance(value, NumConst)
    return value.bits
