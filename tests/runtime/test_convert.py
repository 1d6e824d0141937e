"""Python objects as values: which are, and what others become."""

from __future__ import annotations

from math import inf, isnan

import pytest

from refwasm.errors import EmbeddingError
from refwasm.numerics.floats import bits_of_float, float_of_bits
from refwasm.runtime.convert import check_value, is_value, to_value
from refwasm.runtime.instances import HostFunc
from refwasm.runtime.values import I31, HostRef, Value, default
from refwasm.syntax import types as T

from .types import UNARY

FUNC = HostFunc(UNARY, lambda args: args)
SIGNALLING = float_of_bits(32, 0x7FA00001)
NOT_NULL = T.RefType(False, T.EXTERN)


@pytest.mark.parametrize(
    ("t", "v", "is_one"),
    [
        (T.I32, 0, True),
        (T.I32, 2**32 - 1, True),
        (T.I32, 2**32, False),
        (T.I32, -1, False),
        (T.I32, 1.0, False),
        (T.I32, None, False),
        (T.I64, 2**64 - 1, True),
        (T.I64, 2**64, False),
        (T.V128, 2**128 - 1, True),
        (T.V128, 2**128, False),
        (T.F32, 0.5, True),
        (T.F32, 0.1, False),
        (T.F32, 1e300, False),
        (T.F32, -inf, True),
        (T.F32, SIGNALLING, True),
        (T.F32, float_of_bits(64, 0x7FF0000000000001), False),
        (T.F64, 0.1, True),
        (T.F64, 1, False),
        (T.FUNCREF, None, True),
        (T.FUNCREF, FUNC, True),
        (T.RefType(False, UNARY), FUNC, True),
        (T.RefType(False, T.FUNC), None, False),
        (T.EXTERNREF, FUNC, False),
        (T.EXTERNREF, HostRef("x"), True),
        (T.EXTERNREF, "x", False),
        (T.I31REF, I31(1), True),
        (T.EQREF, HostRef("x"), False),
        (T.BOT, 0, False),
    ],
)
def test_is_value(t: T.ValType, v: Value, is_one: bool) -> None:
    assert is_value(t, v) is is_one
    if is_one:
        assert check_value(t, v) is v
        assert to_value(t, v) is v
    else:
        with pytest.raises(EmbeddingError, match="^not a value of type"):
            check_value(t, v)


@pytest.mark.parametrize(
    ("t", "v", "becomes"),
    [
        (T.I32, -1, 2**32 - 1),
        (T.I32, -(2**31), 2**31),
        (T.I64, -1, 2**64 - 1),
        (T.F64, 3, 3.0),
        (T.F64, 10**400, inf),
        (T.F32, -(10**400), -inf),
        (T.F32, 1e300, inf),
        (T.F32, 0.1, 0.10000000149011612),
        (T.EXTERNREF, "x", HostRef("x")),
        (T.ANYREF, "x", HostRef("x")),
        (T.EXTERNREF, FUNC, HostRef(FUNC)),
        (NOT_NULL, 5, HostRef(5)),
    ],
)
def test_to_value(t: T.ValType, v: object, becomes: Value) -> None:
    assert to_value(t, v) == becomes
    assert is_value(t, becomes)


def test_a_nan_too_fine_for_f32_stays_a_nan() -> None:
    v = to_value(T.F32, float_of_bits(64, 0x7FF0000000000001))
    assert isinstance(v, float) and isnan(v)
    assert isnan(float_of_bits(32, bits_of_float(32, v)))


@pytest.mark.parametrize(
    ("t", "v"),
    [
        (T.I32, -(2**31) - 1),
        (T.I32, 2**32),
        (T.I32, 0.0),
        (T.I32, "1"),
        (T.F32, "1"),
        (T.V128, -1),
        (T.FUNCREF, "x"),
        (T.FUNCREF, len),
        (NOT_NULL, None),
        (T.EQREF, "x"),
    ],
)
def test_what_fits_nothing(t: T.ValType, v: object) -> None:
    with pytest.raises(EmbeddingError, match="^not a value of type"):
        to_value(t, v)


@pytest.mark.parametrize("t", [T.I32, T.I64, T.F32, T.F64, T.V128, T.EXTERNREF, T.I31REF])
def test_defaults_are_values(t: T.ValType) -> None:
    assert is_value(t, default(t))
    assert not default(t)


def test_no_value_has_the_bottom_type() -> None:
    assert not is_value(T.BOT, None)
    with pytest.raises(AssertionError, match="bottom type"):
        default(T.BOT)
