"""Number literals against the values that fractions give."""

from __future__ import annotations

import random
import struct
from fractions import Fraction

import pytest

from refwasm.text.numbers import NUMBER, float_bits, integer_bits, natural


@pytest.mark.parametrize(
    ("literal", "N", "bits"),
    [
        ("0", 32, 0),
        ("0_123_456", 32, 123456),
        ("+0x7fff_ffff", 32, 2**31 - 1),
        ("+2147483648", 32, None),
        ("2147483648", 32, 2**31),
        ("0xffff_ffff", 32, 2**32 - 1),
        ("0x1_0000_0000", 32, None),
        ("-0x8000_0000", 32, 2**31),
        ("-2147483649", 32, None),
        ("-1", 8, 255),
        ("-129", 8, None),
        ("256", 8, None),
        ("-9223372036854775808", 64, 2**63),
        ("0" * 10_000 + "7", 64, 7),
        ("1" * 10_000, 64, None),
        ("1.0", 32, None),
        ("inf", 32, None),
    ],
)
def test_integer_bits(literal: str, N: int, bits: int | None) -> None:
    assert integer_bits(literal, N) == bits


@pytest.mark.parametrize(
    ("literal", "below", "value"), [("255", 256, 255), ("256", 256, None), ("0xF_f", 256, 255)]
)
def test_natural(literal: str, below: int, value: int | None) -> None:
    assert natural(literal, below) == value


@pytest.mark.parametrize(
    ("literal", "bits32", "bits64"),
    [
        ("0", 0, 0),
        ("-0.0", 1 << 31, 1 << 63),
        ("1", 0x3F800000, 0x3FF0000000000000),
        ("1.", 0x3F800000, 0x3FF0000000000000),
        ("+0x1", 0x3F800000, 0x3FF0000000000000),
        ("0x0.8p1", 0x3F800000, 0x3FF0000000000000),
        ("1_0e-0_1", 0x3F800000, 0x3FF0000000000000),
        ("inf", 0x7F800000, 0x7FF0000000000000),
        ("-inf", 0xFF800000, 0xFFF0000000000000),
        ("nan", 0x7FC00000, 0x7FF8000000000000),
        ("-nan:0x1", 0xFF800001, 0xFFF0000000000001),
        ("nan:0x7f_ffff", 0x7FFFFFFF, 0x7FF00000007FFFFF),
        ("nan:0x0", None, None),
        ("nan:0x800000", None, 0x7FF0000000800000),
        ("1e39", None, 0x48078287F49C4A1D),
        ("340282356779733623858607532500980858880", 0x7F7FFFFF, 0x47EFFFFFEFFFFFFF),
        ("340282356779733661637539395458142568448", None, 0x47EFFFFFF0000000),
        ("0x1p-149", 1, 0x36A0000000000000),
        ("0x1p-150", 0, 0x3690000000000000),
        ("0x1.000001p-150", 1, 0x3690000010000000),
        ("0x1p1024", None, None),
        ("0x1.fffffffffffff7p1023", None, 0x7FEFFFFFFFFFFFFF),
        ("0x1.fffffffffffff8p1023", None, None),
        ("1e99999999999999999999", None, None),
        ("0e99999999999999999999", 0, 0),
        ("1e-99999999999999999999", 0, 0),
        ("0x1p99999999999999999999", None, None),
        ("0x1p-99999999999999999999", 0, 0),
        # A double lies exactly between two floats here; only the exact value knows which is nearer.
        ("1.00000005960464477540", 0x3F800001, 0x3FF0000010000000),
        ("0x1.00000100000000000001", 0x3F800001, 0x3FF0000010000000),
        ("0x1.000001", 0x3F800000, 0x3FF0000010000000),
    ],
)
def test_float_bits(literal: str, bits32: int | None, bits64: int | None) -> None:
    assert (float_bits(literal, 32), float_bits(literal, 64)) == (bits32, bits64)


@pytest.mark.parametrize("N", [32, 64])
@pytest.mark.parametrize("digits", [2_000, 100_000])
def test_long_literals_round_once(N: int, digits: int) -> None:
    half = {32: "0x1.000001", 64: "0x1.00000000000008"}[N]
    one = float_bits("1", N)
    assert one is not None
    assert float_bits(half + "0" * digits, N) == one
    assert float_bits(half + "0" * digits + "1", N) == one + 1
    decimal = str(10**60 + 10**60 // 2 ** {32: 24, 64: 53}[N]) + "0" * digits
    assert float_bits(f"{decimal}1e-{digits + 61}", N) == one + 1


def test_decimal_floats_are_the_nearest() -> None:
    chance = random.Random(7)
    for _ in range(300):
        literal = f"{chance.randrange(10**12)}.{chance.randrange(10**9)}e{chance.randint(-50, 20)}"
        bits = float_bits(literal, 32)
        assert bits is not None
        exact = Fraction(literal)
        values = [struct.unpack("<f", struct.pack("<I", b))[0] for b in (bits - 1, bits, bits + 1)]
        distances = [abs(Fraction(v) - exact) for v in values]
        assert min(distances) == distances[1], literal


@pytest.mark.parametrize(
    "literal", ["", "_1", "1_", "1__0", "0x", "0x_1", "1e", "1e+", "0x1p", ".5", "nan:1", "1.e_1"]
)
def test_what_is_no_number(literal: str) -> None:
    assert not NUMBER.fullmatch(literal)
