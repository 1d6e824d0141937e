"""Which results of a step any conforming engine may give, and patterns as JSON.

A result is judged by itself: a NaN may be any that the operators that ran could give, a vector that is
what a relaxed instruction gave may be what that gives elsewhere, a number that a growth gave may be -1.
That is all there is where the result comes straight from there; where a program looks at the bits, or
goes another way for them, more may follow, and only the list of sources says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from refwasm.engines.protocol import Json, encode_value
from refwasm.numerics.vectors import lanes
from refwasm.oracle.sources import CANONICAL, Sources
from refwasm.script.commands import (
    Either,
    LanesPattern,
    NanPattern,
    NumConst,
    Pattern,
    RefPattern,
    VecConst,
)
from refwasm.script.values import RefValue, Value
from refwasm.syntax.types import F32, F64, I32, I64

FLOATS = {32: F32, 64: F64}
SHAPES = {32: "f32x4", 64: "f64x2"}


def allowed(value: Value, sources: Sources) -> Pattern:
    """What may stand in the place of the result `value`."""
    match value:
        case NumConst(t, bits) if t in (I32, I64):
            failed = (1 << t.bits) - 1
            if bits in sources.grown and bits != failed:
                return Either((value, NumConst(t, failed)))
            return value
        case NumConst(t, bits):
            return _nan(t.bits, bits, sources) or value
        case VecConst(bits):
            return _vector(value, bits, sources)
        case RefValue(heap):
            return RefPattern(heap)
        case _:
            return value


def _nan(width: int, bits: int, sources: Sources) -> NanPattern | None:
    """The pattern for `bits`, if they are a canonical NaN and such came about."""
    if width not in sources.widths or bits & (1 << width - 1) - 1 != CANONICAL[width]:
        return None
    return NanPattern(FLOATS[width], canonical=not sources.payloads)


def _vector(value: VecConst, bits: int, sources: Sources) -> Pattern:
    if bits in sources.relaxed:
        found = sources.relaxed[bits]
        return found[0] if len(found) == 1 else Either((*found,))
    for width in sorted(sources.widths, reverse=True):
        found_lanes = [_nan(width, i, sources) or i for i in lanes(width, bits)]
        if any(isinstance(lane, NanPattern) for lane in found_lanes):
            return LanesPattern(SHAPES[width], tuple(found_lanes))
    return value


def encode_pattern(pattern: Pattern) -> Json:
    """`pattern` as JSON, where a value stands for itself."""
    match pattern:
        case NanPattern(t, canonical):
            return {"type": str(t), "nan": _kind(canonical)}
        case LanesPattern(shape, found):
            width = 128 // len(found)
            return {"type": "v128", "shape": shape, "lanes": [*_lanes(found, width)]}
        case Either(options):
            return {"either": [*map(encode_pattern, options)]}
        case RefPattern(heap):
            return {"type": "ref", "heap": str(heap)}
        case _:
            return encode_value(pattern)


def _kind(canonical: bool) -> str:
    return "canonical" if canonical else "arithmetic"


def _lanes(found: Iterable[int | NanPattern | None], width: int) -> Iterable[str]:
    for lane in found:
        if lane is None:
            yield "any"
        elif isinstance(lane, NanPattern):
            yield f"nan:{_kind(lane.canonical)}"
        else:
            yield f"{lane:#0{width // 4 + 2}x}"
