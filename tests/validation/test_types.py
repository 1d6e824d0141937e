"""The functions that stack types call."""

from __future__ import annotations

import pytest

from refwasm.syntax.types import (
    ANYREF,
    EXTERN,
    EXTERNREF,
    F64,
    I8,
    I16,
    I31,
    I31REF,
    I32,
    I64,
    NumType,
    RefType,
    StorageType,
    ValType,
)
from refwasm.validation import types as t

I31NN = RefType(False, I31)


@pytest.mark.parametrize(("zt", "result"), [(I8, I32), (I16, I32), (F64, F64), (ANYREF, ANYREF)])
def test_unpacked(zt: StorageType, result: ValType) -> None:
    assert t.unpacked(zt) is result
    assert t.all_unpacked([zt, I64]) == (result, I64)


def test_nullability() -> None:
    assert (t.non_null(I31REF), t.non_null(I31NN)) == (I31NN, I31NN)
    assert (t.nullable(I31REF), t.nullable(I31NN)) == (I31REF, I31REF)


@pytest.mark.parametrize(
    ("rt1", "rt2", "rest"),
    [(I31REF, I31REF, I31NN), (I31REF, I31NN, I31REF), (I31NN, I31REF, I31NN)],
)
def test_difference(rt1: RefType, rt2: RefType, rest: RefType) -> None:
    assert t.difference(rt1, rt2) == rest


def test_with_heap_and_top() -> None:
    assert t.with_heap(I31NN, EXTERN) == RefType(False, EXTERN)
    assert t.top(I31NN) == ANYREF
    assert t.top(EXTERNREF) == EXTERNREF


@pytest.mark.parametrize(
    ("at1", "at2", "least"), [(I32, I32, I32), (I32, I64, I32), (I64, I32, I32), (I64, I64, I64)]
)
def test_narrower(at1: NumType, at2: NumType, least: NumType) -> None:
    assert t.narrower(at1, at2) is least


@pytest.mark.parametrize(("zt", "has"), [(I8, True), (F64, True), (I31REF, True), (I31NN, False)])
def test_defaultable(zt: StorageType, has: bool) -> None:
    assert t.defaultable(zt) is has
