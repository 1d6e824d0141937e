"""Locals as runs, and which are set."""

from __future__ import annotations

import pytest

from refwasm.errors import Invalid
from refwasm.syntax.types import F32, F64, I31, I32, I64, RefType, ValType
from refwasm.validation.locals import Locals

REF = RefType(False, I31)
RUNS = ((3, I32), (2**31, F32), (0, F64), (1, REF))


@pytest.mark.parametrize(
    ("x", "t"),
    [(0, REF), (1, I64), (2, I32), (4, I32), (5, F32), (2**31 + 4, F32), (2**31 + 5, REF)],
)
def test_types(x: int, t: ValType) -> None:
    assert Locals((REF, I64), RUNS).type(x) == t


@pytest.mark.parametrize("x", [2**31 + 6, 2**32 - 1])
def test_unknown(x: int) -> None:
    with pytest.raises(Invalid, match=f"unknown local {x}"):
        Locals((REF, I64), RUNS).type(x)


def test_what_is_set_lasts_to_the_mark() -> None:
    locals = Locals((REF,), ((1, I32), (3, REF)))
    assert [locals.is_set(x) for x in range(5)] == [True, True, False, False, False]
    locals.set(2)
    mark = locals.mark()
    locals.set(2)
    locals.set(4)
    assert [locals.is_set(x) for x in range(5)] == [True, True, True, False, True]
    locals.reset(mark)
    assert [locals.is_set(x) for x in range(5)] == [True, True, True, False, False]
