"""Relaxed operators give what the deterministic profile prescribes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from refwasm.numerics import relaxed
from refwasm.numerics.floats import bits_of_float, float_of_bits

from .exact import canonical, infinity, is_nan, magnitude, neg, rounded, samples, sign, value

CANONICAL, INFINITE = 0x7FC00000, 0x7F800000


def unfused(N: int, b1: int, b2: int, b3: int) -> int:
    """Two roundings, for finite operands."""
    s = sign(N, b1) ^ sign(N, b2)
    product = rounded(N, value(N, b1) * value(N, b2), s)
    if magnitude(N, product) == infinity(N):
        return product
    return rounded(N, value(N, product) + value(N, b3), sign(N, product) & sign(N, b3))


@pytest.mark.parametrize("N", [32, 64])
def test_madd_and_nmadd_round_the_product_first(N: int) -> None:
    def finite(seed: int) -> list[int]:
        return [b for b in samples(N, 200, seed) if magnitude(N, b) < infinity(N)]

    triples = list(zip(finite(1), finite(2), finite(3), strict=False))
    for b1, b2, b3 in triples:
        z1, z2, z3 = (float_of_bits(N, b) for b in (b1, b2, b3))
        found = bits_of_float(N, relaxed.frelaxed_madd(N, z1, z2, z3))
        negated = bits_of_float(N, relaxed.frelaxed_nmadd(N, z1, z2, z3))
        assert (found, negated) == (unfused(N, b1, b2, b3), unfused(N, neg(N, b1), b2, b3))


def test_madd_is_not_fused() -> None:
    z = 1.0 + 2.0**-52
    assert relaxed.frelaxed_madd(64, z, z, -(1.0 + 2.0**-51)) == 0.0
    assert Fraction(z) * Fraction(z) != Fraction(1.0 + 2.0**-51)


@pytest.mark.parametrize(
    ("b1", "b2", "least", "greatest"),
    [
        (0x3F800000, 0x40000000, 0x3F800000, 0x40000000),
        (0x00000000, 0x80000000, 0x80000000, 0x00000000),
        (0x80000000, 0x00000000, 0x80000000, 0x00000000),
        (0xFFC00001, 0x3F800000, CANONICAL, CANONICAL),
        (0x3F800000, 0x7F800001, CANONICAL, CANONICAL),
        (INFINITE, 0xFF800000, 0xFF800000, INFINITE),
    ],
)
def test_min_and_max(b1: int, b2: int, least: int, greatest: int) -> None:
    z1, z2 = float_of_bits(32, b1), float_of_bits(32, b2)
    assert bits_of_float(32, relaxed.frelaxed_min(32, z1, z2)) == least
    assert bits_of_float(32, relaxed.frelaxed_max(32, z1, z2)) == greatest
    assert is_nan(32, least) == (least == canonical(32))


@pytest.mark.parametrize(
    ("i1", "i2", "r"),
    [(0x8000, 0x8000, 0x7FFF), (0x4000, 0x4000, 0x2000), (0xFFFF, 0x4000, 0), (0xFFFF, 0x4001, -1)],
)
def test_q15mulr_saturates(i1: int, i2: int, r: int) -> None:
    assert relaxed.irelaxed_q15mulr_s(16, i1, i2) == r % 2**16


def test_laneselect_goes_by_every_bit_of_the_mask() -> None:
    assert relaxed.irelaxed_laneselect(8, 0b11110000, 0b10101010, 0b10011001) == 0b10110010


@pytest.mark.parametrize(
    ("z", "s", "u"),
    [
        (float("nan"), 0, 0),
        (float("inf"), 2**31 - 1, 2**32 - 1),
        (float("-inf"), 2**31, 0),
        (-1.5, 2**32 - 1, 0),
        (2.0**31, 2**31 - 1, 2**31),
        (3.99, 3, 3),
    ],
)
def test_trunc_saturates(z: float, s: int, u: int) -> None:
    assert relaxed.relaxed_trunc_s(64, 32, z) == s
    assert relaxed.relaxed_trunc_u(64, 32, z) == u


def test_swizzle_gives_zero_for_every_index_from_16() -> None:
    source = bytes(range(100, 116))
    picks = bytes([0, 15, 16, 17, 31, 127, 128, 143, 144, 255, 1, 2, 3, 4, 5, 6])
    v = relaxed.ivrelaxed_swizzle(
        8, int.from_bytes(source, "little"), int.from_bytes(picks, "little")
    )
    expected = bytes([100, 115, 0, 0, 0, 0, 0, 0, 0, 0, 101, 102, 103, 104, 105, 106])
    assert v.to_bytes(16, "little") == expected
