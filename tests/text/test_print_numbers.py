"""Literals that read as the bits they came from."""

from __future__ import annotations

import random

import pytest

from refwasm.text.numbers import float_bits, integer_bits
from refwasm.text.print_numbers import float_literal, signed_literal, vector_literal


@pytest.mark.parametrize(
    ("N", "bits", "literal"),
    [
        (32, 0x00000000, "0"),
        (32, 0x80000000, "-0"),
        (32, 0x3F800000, "1"),
        (32, 0x3DCCCCCD, "0.1"),
        (32, 0xBF000000, "-0.5"),
        (32, 0x00000001, "1e-45"),
        (32, 0x7F7FFFFF, "3.4028235e+38"),
        (32, 0x7F800000, "inf"),
        (32, 0xFF800000, "-inf"),
        (32, 0x7FC00000, "nan"),
        (32, 0xFFC00000, "-nan"),
        (32, 0x7F800001, "nan:0x1"),
        (32, 0xFFFFFFFF, "-nan:0x7fffff"),
        (64, 0x3FB999999999999A, "0.1"),
        (64, 0x4000000000000000, "2"),
        (64, 0x7FEFFFFFFFFFFFFF, "1.7976931348623157e+308"),
        (64, 0x0000000000000001, "5e-324"),
        (64, 0x7FF8000000000000, "nan"),
        (64, 0x7FF4000000000000, "nan:0x4000000000000"),
        (64, 0xFFF0000000000000, "-inf"),
        (64, 0x8000000000000000, "-0"),
    ],
)
def test_floats(N: int, bits: int, literal: str) -> None:
    assert float_literal(N, bits) == literal
    assert float_bits(literal, N) == bits


@pytest.mark.parametrize("N", [32, 64])
def test_any_float_reads_as_itself(N: int) -> None:
    pick = random.Random(N)
    for _ in range(2000):
        bits = pick.getrandbits(N)
        assert float_bits(float_literal(N, bits), N) == bits


@pytest.mark.parametrize(
    ("N", "i", "literal"),
    [
        (32, 2**32 - 1, "-1"),
        (32, 2**31, "-2147483648"),
        (64, 2**63 - 1, str(2**63 - 1)),
        (64, 0, "0"),
    ],
)
def test_integers(N: int, i: int, literal: str) -> None:
    assert signed_literal(N, i) == literal
    assert integer_bits(literal, N) == i


def test_vectors() -> None:
    bits = 0x0F0E0D0C_0B0A0908_07060504_03020100
    assert vector_literal(bits) == "i32x4 0x03020100 0x07060504 0x0b0a0908 0x0f0e0d0c"
