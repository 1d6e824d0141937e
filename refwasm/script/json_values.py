"""Constants and patterns of results in the JSON of WABT's `wast2json`.

Numbers are bit patterns, as decimal strings without a sign. What WABT has no form for is written as
`wasm-tools json-from-wast` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from refwasm.text.words import HEAPTYPES, SHAPES

Json: TypeAlias = "str | int | Sequence[Json] | Mapping[str, Json]"

NUMTYPES = {t.name: t for t in (T.I32, T.I64, T.F32, T.F64)}
HEAPS = {shorthand: HEAPTYPES[name] for name, shorthand in T.SHORTHAND.items()}
ANY_NULL = "refnull"
ANY_FLOAT = "float"  # a NaN of whichever type the result has; no other tool writes this
NAN = {True: "nan:canonical", False: "nan:arithmetic"}
CANONICAL = {text: canonical for canonical, text in NAN.items()}
LANES = {f"{kind}": (shape, count) for shape, (kind, count) in SHAPES.items()}
HOSTED = {"externref": True, "anyref": False}


def write_value(value: Const | Pattern) -> Mapping[str, Json]:
    """`value` as JSON."""
    match value:
        case NumConst(t, bits):
            return {"type": t.name, "value": f"{bits}"}
        case VecConst(bits):
            lanes = [f"{bits >> 32 * i & 0xFFFFFFFF}" for i in range(4)]
            return {"type": "v128", "lane_type": "i32", "value": lanes}
        case NullConst(heap):
            return _write_null(heap)
        case HostConst(n, extern):
            return {"type": "externref" if extern else "anyref", "value": f"{n}"}
        case NanPattern(t, canonical):
            return {"type": t.name if t else ANY_FLOAT, "value": NAN[canonical]}
        case LanesPattern(shape, lanes):
            shown = [NAN[x.canonical] if isinstance(x, NanPattern) else f"{x}" for x in lanes]
            return {"type": "v128", "lane_type": SHAPES[shape][0], "value": shown}
        case RefPattern(heap):
            return _write_any(heap)
        case Either(options):
            return {"type": "either", "values": [write_value(option) for option in options]}


def _write_null(heap: T.HeapType | None) -> Mapping[str, Json]:
    """A null of `heap`; an index, which means nothing outside a module, is kept apart."""
    match heap:
        case None:
            return {"type": ANY_NULL}
        case T.AbsHeapType(name):
            return {"type": T.SHORTHAND[name], "value": "null"}
        case _:
            return {"type": ANY_NULL, "heap": f"{heap}"}


def _write_any(heap: T.HeapType) -> Mapping[str, Json]:
    """Any reference to `heap`. WABT demands a number for functions, which means nothing."""
    assert isinstance(heap, T.AbsHeapType), "patterns have abstract types"
    shown = {"type": T.SHORTHAND[heap.name]}
    return {**shown, "value": "0"} if heap is T.FUNC else shown


def read_pattern(value: Mapping[str, Json]) -> Pattern:
    """The pattern that `value` is. Raises ValueError, KeyError or TypeError if it is none."""
    kind, given = value["type"], value.get("value")
    if kind == "either":
        return Either(tuple(read_pattern(option) for option in objects(value["values"])))
    if kind == "v128":
        return _read_lanes(text(value["lane_type"]), given)
    if kind == ANY_NULL:
        return NullConst(int(text(value["heap"])) if "heap" in value else None)
    if given in CANONICAL:
        return NanPattern(NUMTYPES.get(text(kind)), CANONICAL[text(given)])
    if kind in NUMTYPES:
        t = NUMTYPES[text(kind)]
        return NumConst(t, _bits(t.bits, given))
    heap = HEAPS[text(kind)]
    if given == "null":
        return NullConst(heap)
    if given is None or heap is T.FUNC:
        return RefPattern(heap)
    return HostConst(_bits(32, given), HOSTED[text(kind)])


def read_const(value: Mapping[str, Json]) -> Const:
    """The constant that `value` is. Raises ValueError, KeyError or TypeError if it is none."""
    if value["type"] == "v128":
        width = 128 // LANES[text(value["lane_type"])][1]
        return _vector(width, [_bits(width, lane) for lane in sequence(value["value"])])
    const = read_pattern(value)
    if isinstance(const, NumConst | NullConst | HostConst):
        return const
    raise ValueError(f"no constant: {value!r}")


def _read_lanes(lane_type: str, given: Json | None) -> Pattern:
    """A vector; by lanes if they are floats."""
    shape, count = LANES[lane_type]
    width = 128 // count
    lanes: list[int | NanPattern] = []
    for lane in sequence(given):
        if lane in CANONICAL:
            lanes.append(NanPattern(NUMTYPES[lane_type], CANONICAL[text(lane)]))
        else:
            lanes.append(_bits(width, lane))
    if len(lanes) != count:
        raise ValueError(f"{len(lanes)} lanes of {count}")
    if lane_type in ("f32", "f64"):
        return LanesPattern(shape, tuple(lanes))
    return _vector(width, [lane for lane in lanes if isinstance(lane, int)])


def _vector(width: int, lanes: Sequence[int]) -> VecConst:
    if len(lanes) * width != 128:
        raise ValueError(f"{len(lanes)} lanes of {128 // width}")
    return VecConst(sum(lane << width * i for i, lane in enumerate(lanes)))


def _bits(width: int, given: Json | None) -> int:
    """The bit pattern of a number, which other tools write with a sign."""
    number = int(text(given))
    if not -(1 << width - 1) <= number < 1 << width:
        raise ValueError(f"{number} has more than {width} bits")
    return number & (1 << width) - 1


def text(given: Json | None) -> str:
    """`given`, which must be a string. Raises TypeError."""
    if not isinstance(given, str):
        raise TypeError(f"no string: {given!r}")
    return given


def sequence(given: Json | None) -> Sequence[Json]:
    """`given`, which must be an array. Raises TypeError."""
    if not isinstance(given, list | tuple):
        raise TypeError(f"no array: {given!r}")
    return given


def objects(given: Json | None) -> list[Mapping[str, Json]]:
    """`given`, which must be an array of objects. Raises TypeError."""
    return [object_(item) for item in sequence(given)]


def object_(given: Json | None) -> Mapping[str, Json]:
    """`given`, which must be an object. Raises TypeError."""
    if not isinstance(given, Mapping):
        raise TypeError(f"no object: {given!r}")
    return given
