"""When two engines say the same."""

from __future__ import annotations

import pytest

from refwasm.diff.agree import agree, same, same_part
from refwasm.diff.sides import Said, View
from refwasm.engines.driver import Digest
from refwasm.script.commands import Either, HostConst, NanPattern, NullConst, NumConst
from refwasm.script.values import RefValue, Value
from refwasm.syntax import types as T

ONE, MINUS = NumConst(T.I32, 1), NumConst(T.I32, 0xFFFFFFFF)
NAN, NEGATIVE, SIGNALLING = (NumConst(T.F32, b) for b in (0x7FC00000, 0xFFC00000, 0x7F800001))


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        (ONE, ONE, True),
        (ONE, NumConst(T.I64, 1), False),
        (NullConst(T.ANY), NullConst(None), True),
        (NullConst(T.ANY), RefValue(T.ANY), False),
        (RefValue(T.ANY), RefValue(T.STRUCT), True),
        (RefValue(T.ARRAY), RefValue(T.STRUCT), False),
        (HostConst(1, extern=True), RefValue(T.EXTERN), True),
        (HostConst(1, extern=True), HostConst(2, extern=True), False),
        (RefValue(T.I31), ONE, False),
    ],
)
def test_values(a: Value, b: Value, alike: bool) -> None:
    assert same(a, b) is alike
    assert same(b, a) is alike


def returned(*values: Value) -> Said:
    return Said("return", values)


def test_what_is_allowed() -> None:
    may = [NanPattern(T.F32, canonical=True)]
    assert agree(returned(NAN), returned(NEGATIVE), may)
    assert not agree(returned(NAN), returned(NEGATIVE))
    assert not agree(returned(NAN), returned(SIGNALLING), may)
    assert agree(returned(ONE), returned(MINUS), [Either((ONE, MINUS))])
    assert not agree(returned(ONE), returned(ONE, ONE))


def test_failures() -> None:
    trap, other = Said("trap", text="a"), Said("trap", text="b")
    assert agree(trap, other)
    assert not agree(trap, other, texts=True)
    assert not agree(trap, Said("exception"))
    assert agree(Said("refused"), Said("invalid"))
    assert not agree(Said("malformed"), Said("invalid"))
    assert not agree(Said("refused"), trap)


def test_parts_of_the_state() -> None:
    assert same_part(None, ONE)
    assert same_part(Digest(1, "a"), Digest(1, "a"))
    assert not same_part(Digest(1, "a"), Digest(1, "b"))
    assert not same_part(View(1), View(2))
    assert same_part(NullConst(T.ANY), NullConst(None))
