"""Values as scripts write them: bit patterns and kinds, independent of any engine's own values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from refwasm.script.commands import (
    Const,
    Either,
    HostConst,
    LanesPattern,
    NanPattern,
    NullConst,
    NumConst,
    Pattern,
    RefPattern,
    VecConst,
)
from refwasm.syntax import types as T


@dataclass(frozen=True, slots=True)
class RefValue:
    """A reference that is neither null nor the host's; `heap` is its most specific abstract type."""

    heap: T.AbsHeapType


Value: TypeAlias = Const | RefValue

# The abstract supertypes of each abstract type that a value may have.
ABOVE: dict[T.AbsHeapType, tuple[T.AbsHeapType, ...]] = {
    T.I31: (T.I31, T.EQ, T.ANY),
    T.STRUCT: (T.STRUCT, T.EQ, T.ANY),
    T.ARRAY: (T.ARRAY, T.EQ, T.ANY),
    T.ANY: (T.ANY,),
    T.FUNC: (T.FUNC,),
    T.EXN: (T.EXN,),
    T.EXTERN: (T.EXTERN,),
}

QUIET = {T.F32: 0x7FC00000, T.F64: 0x7FF8000000000000}  # the bits that every arithmetic NaN has


def matches(value: Value, pattern: Pattern) -> bool:
    """Whether `value` is one that `pattern` allows (chapter "Scripts": result patterns)."""
    match pattern:
        case NumConst() | VecConst():
            return value == pattern
        case NanPattern(t, canonical):
            return (
                isinstance(value, NumConst) and value.t is (t or value.t) and _nan(value, canonical)
            )
        case LanesPattern(shape, expected):
            return isinstance(value, VecConst) and _lanes(value.bits, shape, expected)
        case NullConst():
            return isinstance(value, NullConst)
        case HostConst(n):
            return isinstance(value, HostConst) and value.n == n
        case RefPattern(heap):
            return _belongs(value, heap)
        case Either(options):
            return any(matches(value, option) for option in options)


def _nan(value: NumConst, canonical: bool) -> bool:
    """Whether `value` is a canonical NaN of either sign, or any arithmetic NaN."""
    quiet = QUIET.get(value.t)
    if quiet is None:  # an integer
        return False
    if canonical:
        return value.bits & (1 << value.t.bits - 1) - 1 == quiet
    return value.bits & quiet == quiet


def _lanes(bits: int, shape: str, expected: tuple[int | NanPattern | None, ...]) -> bool:
    """Whether the lanes of the vector `bits`, least significant first, are the `expected` ones."""
    width = 128 // len(expected)
    t = {32: T.F32, 64: T.F64}.get(width, T.I32)
    for i, lane in enumerate(expected):
        got = bits >> width * i & (1 << width) - 1
        if lane is None:
            continue
        ok = got == lane if isinstance(lane, int) else _nan(NumConst(t, got), lane.canonical)
        if not ok:
            return False
    return True


def _belongs(value: Value, heap: T.HeapType) -> bool:
    """Whether the reference `value` is not null and of abstract heap type `heap`."""
    if isinstance(value, HostConst):
        return heap is (T.EXTERN if value.extern else T.ANY)
    return isinstance(value, RefValue) and heap in ABOVE[value.heap]


def show(value: Value | Pattern) -> str:
    """`value` or pattern as a script would write it, numbers by their bits."""
    match value:
        case NumConst(t, bits):
            signed = bits - (1 << t.bits) if bits >> t.bits - 1 else bits
            number = f"{signed}" if t in (T.I32, T.I64) else _show_float(t, bits)
            return f"({t}.const {number})"
        case VecConst(bits):
            return "(v128.const i32x4" + "".join(
                f" {bits >> 32 * i & 0xFFFFFFFF:#010x}" for i in range(4)
            ) + ")"  # fmt: skip
        case NullConst(heap):
            return "(ref.null)" if heap is None else f"(ref.null {heap})"
        case HostConst(n, extern):
            return f"(ref.{'extern' if extern else 'host'} {n})"
        case RefValue(heap) | RefPattern(heap):
            return f"(ref.{heap})"
        case NanPattern(t, canonical):
            return f"({t or 'any'}.const nan:{'canonical' if canonical else 'arithmetic'})"
        case LanesPattern(shape, lanes):
            return f"(v128.const {shape} " + " ".join(map(_show_lane, lanes)) + ")"
        case Either(options):
            return "(either " + " ".join(map(show, options)) + ")"


def _show_lane(lane: int | NanPattern | None) -> str:
    if lane is None:
        return "any"
    if isinstance(lane, int):
        return f"{lane:#x}"
    return f"nan:{'canonical' if lane.canonical else 'arithmetic'}"


def _show_float(t: T.NumType, bits: int) -> str:
    """A float in hexadecimal, exact, NaNs with their payload."""
    fraction_bits, exponent_bits = (23, 8) if t is T.F32 else (52, 11)
    sign = "-" if bits >> t.bits - 1 else ""
    exponent = bits >> fraction_bits & (1 << exponent_bits) - 1
    fraction = bits & (1 << fraction_bits) - 1
    if exponent == (1 << exponent_bits) - 1:
        return f"{sign}nan:{fraction:#x}" if fraction else f"{sign}inf"
    bias = (1 << exponent_bits - 1) - 1
    if exponent == 0 and fraction == 0:
        return f"{sign}0x0p+0"
    digits = -(-fraction_bits // 4)
    shown = f"{fraction << digits * 4 - fraction_bits:0{digits}x}".rstrip("0")
    lead, power = ("1", exponent - bias) if exponent else ("0", 1 - bias)
    return f"{sign}0x{lead}{'.' + shown if shown else ''}p{power:+d}"


def show_all(values: tuple[Value | Pattern, ...]) -> str:
    """A sequence of values or patterns on one line; `nothing` if there is none."""
    return " ".join(map(show, values)) or "nothing"
