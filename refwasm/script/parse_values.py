"""Arguments of actions, and patterns of their results."""

from __future__ import annotations

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
from refwasm.syntax.types import (
    ANY,
    ARRAY,
    EQ,
    EXN,
    EXTERN,
    F32,
    F64,
    FUNC,
    I31,
    I32,
    I64,
    STRUCT,
    AbsHeapType,
    HeapType,
    NumType,
)
from refwasm.text.cursor import Cursor
from refwasm.text.parse_immediates import vector_of
from refwasm.text.words import HEAPTYPES, SHAPES

NUMBERS: dict[str, NumType] = {
    "i32.const": I32,
    "i64.const": I64,
    "f32.const": F32,
    "f64.const": F64,
}
REFERENCES: dict[str, AbsHeapType] = {
    "ref": ANY,
    "ref.eq": EQ,
    "ref.i31": I31,
    "ref.struct": STRUCT,
    "ref.array": ARRAY,
    "ref.func": FUNC,
    "ref.exn": EXN,
    "ref.extern": EXTERN,
}
FLOAT_TYPES = {"f32": F32, "f64": F64}
NANS = {"nan:canonical": True, "nan:arithmetic": False}


def const(p: Cursor) -> Const:
    """A number, a vector, a null or a reference of the host's."""
    word = p.tokens[p.i + 1]
    if p.tokens[p.i] != "(":
        raise p.unexpected("a constant")
    p.i += 2
    found: Const
    t = NUMBERS.get(word)
    if t is not None:
        found = NumConst(t, p.number(t.name))
    elif word == "v128.const":
        found = VecConst(vector_of(p.lanes(p.shape())))
    elif word == "ref.null":
        found = NullConst(_heaptype(p))
    elif word in ("ref.extern", "ref.host"):
        found = HostConst(p.natural(32), word == "ref.extern")
    else:
        raise p.unexpected("a constant", p.i - 1)
    p.close()
    return found


def pattern(p: Cursor) -> Pattern:
    """What a result must be: a constant, or one of the ways to be less exact."""
    if p.tokens[p.i] != "(":
        raise p.unexpected("a result")
    word, following = p.tokens[p.i + 1], p.tokens[p.i + 2]
    found: Pattern
    if word == "either":
        return _either(p)
    if word == "v128.const":
        p.i += 2
        found = _lanes(p)
    elif following in NANS and word in ("f32.const", "f64.const"):
        p.i += 3
        found = NanPattern(NUMBERS[word], NANS[following])
    elif following == ")" and word == "ref.null":
        p.i += 2
        found = NullConst(None)
    elif following == ")" and word in REFERENCES:
        p.i += 2
        found = RefPattern(REFERENCES[word])
    else:
        return const(p)
    p.close()
    return found


def _either(p: Cursor) -> Either:
    """Alternatives; those of alternatives among them are as good."""
    options: list[Pattern] = []
    depth = 0
    while True:
        if p.accept_open("either"):
            depth += 1
        elif depth and p.accept(")"):
            depth -= 1
        else:
            options.append(pattern(p))
        if not depth:
            return Either(tuple(options))


def _lanes(p: Cursor) -> Pattern:
    """A vector, by lanes if they are floats."""
    shape = p.shape()
    kind, count = SHAPES[shape]
    if kind not in FLOAT_TYPES:
        return VecConst(vector_of(p.lanes(shape)))
    lanes: list[int | NanPattern] = []
    while p.tokens[p.i] != ")":
        canonical = NANS.get(p.tokens[p.i])
        if canonical is None:
            lanes.append(p.number(kind))
        else:
            p.i += 1
            lanes.append(NanPattern(FLOAT_TYPES[kind], canonical))
    if len(lanes) != count:
        raise p.error(f"wrong number of lane literals: {len(lanes)} of {count}")
    return LanesPattern(shape, tuple(lanes))


def _heaptype(p: Cursor) -> HeapType:
    """A heap type outside any module: an abstract one, or an index that names none."""
    ht = HEAPTYPES.get(p.tokens[p.i])
    if ht is None:
        return p.natural(32)
    p.i += 1
    return ht
