"""The generator's exact mathematics against the floats and integers of this machine."""

import math
import operator
import struct
from collections.abc import Callable
from itertools import product

import pytest

from codegen.vectors import convert_maths, float_maths, integer_maths
from codegen.vectors.cases import float_pairs, floats
from codegen.vectors.float_maths import F32, F64

NUMBERS = [z for z in floats(F64) if not float_maths.is_nan(F64, z)]
FINITE = [z for z in NUMBERS if not float_maths.is_infinite(F64, z)]


def machine(z: int) -> float:
    """The float of this machine with these bits."""
    return float(struct.unpack("<d", struct.pack("<Q", z))[0])


def bits(x: float) -> int | str:
    """The bits of a float of this machine; any NaN as the canonical pattern."""
    return "nan:canonical" if math.isnan(x) else int(struct.unpack("<Q", struct.pack("<d", x))[0])


@pytest.mark.parametrize(
    ("name", "plain"), [("add", operator.add), ("sub", operator.sub), ("mul", operator.mul)]
)
def test_arithmetic_is_that_of_the_machine(
    name: str, plain: Callable[[float, float], float]
) -> None:
    for a, b in [*product(NUMBERS, NUMBERS), *float_pairs(F64)[:25]]:
        expected = bits(plain(machine(a), machine(b)))
        assert float_maths.BINARY[name](F64, a, b) == expected, (hex(a), hex(b))


def test_division_is_that_of_the_machine() -> None:
    for a, b in product(NUMBERS, FINITE):
        if machine(b) != 0:
            assert float_maths.div(F64, a, b) == bits(machine(a) / machine(b)), (hex(a), hex(b))


def test_square_root_is_that_of_the_machine() -> None:
    for z in [z for z in FINITE if machine(z) >= 0]:
        assert float_maths.sqrt(F64, z) == bits(math.sqrt(machine(z)))


@pytest.mark.parametrize(
    ("name", "plain"), [("ceil", math.ceil), ("floor", math.floor), ("trunc", math.trunc)]
)
def test_rounding_is_that_of_the_machine(name: str, plain: Callable[[float], int]) -> None:
    for z in FINITE:
        x = machine(z)
        assert float_maths.UNARY[name](F64, z) == bits(math.copysign(float(plain(x)), x))


def test_demotion_is_that_of_the_machine() -> None:
    for z in FINITE:
        if abs(machine(z)) < 3.4e38:
            expected = struct.unpack("<I", struct.pack("<f", machine(z)))[0]
            assert convert_maths.demote(z) == expected


@pytest.mark.parametrize("i", [0, 1, -1, 2**53, 2**53 + 1, 2**53 + 3, -(2**63), 2**63 - 1])
def test_conversion_is_that_of_the_machine(i: int) -> None:
    assert convert_maths.convert(F64, 64, "s", i % 2**64) == bits(float(i))


def test_conversion_to_f32_rounds_once() -> None:
    assert convert_maths.convert(F32, 64, "u", 2**54 + 2**30 + 1) == 0x5A800001


@pytest.mark.parametrize(
    ("i", "j", "quotient", "remainder"), [(7, 2, 3, 1), (-7, 2, -3, -1), (7, -2, -3, 1)]
)
def test_division_rounds_toward_zero(i: int, j: int, quotient: int, remainder: int) -> None:
    N = 8
    assert integer_maths.div_s(N, i % 256, j % 256) == quotient % 256
    assert integer_maths.rem_s(N, i % 256, j % 256) == remainder % 256


def test_rotation_moves_the_first_digits_to_the_end() -> None:
    for i, k in product(range(256), range(16)):
        expected = (i << k % 8 | i >> 8 - k % 8) & 0xFF
        assert integer_maths.rotate_left(8, i, k) == expected
