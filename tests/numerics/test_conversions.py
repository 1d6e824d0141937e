"""Conversions at the boundaries of both types, against fractions and the nearest candidate."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from math import trunc

import pytest

from refwasm.errors import Trap
from refwasm.numerics import conversions
from refwasm.numerics.floats import bits_of_float, float_of_bits

from .exact import canonical, edges, infinity, is_inf, is_nan, rounded, samples, sign, value

FLOATS, INTS = (32, 64), (32, 64)
OVERFLOW, INVALID = "integer overflow", "invalid conversion to integer"


def around_integers(M: int) -> list[int]:
    """The bits of floats at and beside the limits of integer types, and everywhere else."""
    limits = [Fraction(s * 2**k + d) for k in (31, 32, 63, 64) for d in (-1, 0, 1) for s in (-1, 1)]
    near = [rounded(M, q + d) for q in limits for d in (-1, Fraction(-1, 2), 0, Fraction(1, 2), 1)]
    return [b + d for b in near for d in (-1, 0, 1)] + edges(M) + samples(M, 400, M)


def integers_of(M: int) -> list[int]:
    dice = random.Random(M)
    near = [2**k + d for k in range(M) for d in (-2, -1, 0, 1, 2)]
    # Halfway between two f32 save for the last bits, which a double does not hold.
    near += [2**54 + 2**30 + d for d in (-1, 0, 1)] + [2**M - 2**39 + d for d in (-1, 0, 1)]
    return [i % 2**M for i in near] + [dice.getrandbits(dice.randint(1, M)) for _ in range(300)]


def limits(signed: bool, N: int) -> tuple[int, int]:
    return (-(2 ** (N - 1)), 2 ** (N - 1) - 1) if signed else (0, 2**N - 1)


def truncated(signed: bool, M: int, N: int, b: int) -> int | str:
    if is_nan(M, b):
        return INVALID
    low, high = limits(signed, N)
    j = trunc(value(M, b))
    return OVERFLOW if is_inf(M, b) or not low <= j <= high else j & (1 << N) - 1


def saturated(signed: bool, M: int, N: int, b: int) -> int:
    exact = truncated(signed, M, N, b)
    if isinstance(exact, int) or exact == INVALID:
        return exact if isinstance(exact, int) else 0
    return limits(signed, N)[0 if sign(M, b) else 1] & (1 << N) - 1


def outcome(f: Callable[[int, int, float], int], M: int, N: int, b: int) -> int | str:
    try:
        return f(M, N, float_of_bits(M, b))
    except Trap as trap:
        return str(trap)


@pytest.mark.parametrize("N", INTS)
@pytest.mark.parametrize("M", FLOATS)
@pytest.mark.parametrize("name", ["trunc_s", "trunc_u"])
def test_trunc_is_exact_or_traps(name: str, M: int, N: int) -> None:
    f, signed = getattr(conversions, name), name[-1] == "s"
    operands = around_integers(M)
    assert [hex(b) for b in operands if outcome(f, M, N, b) != truncated(signed, M, N, b)] == []


@pytest.mark.parametrize("N", INTS)
@pytest.mark.parametrize("M", FLOATS)
@pytest.mark.parametrize("name", ["trunc_sat_s", "trunc_sat_u"])
def test_trunc_sat_clamps(name: str, M: int, N: int) -> None:
    f, signed = getattr(conversions, name), name[-1] == "s"
    operands = around_integers(M)
    assert [hex(b) for b in operands if outcome(f, M, N, b) != saturated(signed, M, N, b)] == []


@pytest.mark.parametrize("N", FLOATS)
@pytest.mark.parametrize("M", INTS)
@pytest.mark.parametrize("name", ["convert_s", "convert_u"])
def test_convert_rounds_once(name: str, M: int, N: int) -> None:
    def expected(i: int) -> int:
        top = i >> M - 1 if name == "convert_s" else 0
        return rounded(N, Fraction(i - (top << M)))

    f = getattr(conversions, name)
    wrong = [i for i in integers_of(M) if bits_of_float(N, f(M, N, i)) != expected(i)]
    assert wrong == []


def test_demote_is_the_nearest_f32() -> None:
    def expected(b: int) -> int:
        if is_nan(64, b):
            return canonical(32)
        s = sign(64, b)
        return infinity(32) + (s << 31) if is_inf(64, b) else rounded(32, value(64, b), s)

    def demoted(b: int) -> int:
        return bits_of_float(32, conversions.demote(64, 32, float_of_bits(64, b)))

    operands = around_integers(64)
    operands += [bits_of_float(64, float_of_bits(32, b)) + d for b in edges(32) for d in (0, 1)]
    assert [hex(b) for b in operands if demoted(b) != expected(b)] == []


def test_promote_keeps_the_value() -> None:
    def expected(b: int) -> int:
        if is_nan(32, b):
            return canonical(64)
        s = sign(32, b)
        return infinity(64) + (s << 63) if is_inf(32, b) else rounded(64, value(32, b), s)

    def promoted(b: int) -> int:
        return bits_of_float(64, conversions.promote(32, 64, float_of_bits(32, b)))

    assert [hex(b) for b in around_integers(32) if promoted(b) != expected(b)] == []


@pytest.mark.parametrize(("M", "N"), [(M, N) for M in range(1, 9) for N in range(1, 12)])
def test_integer_conversions_at_small_widths(M: int, N: int) -> None:
    for i in range(2**M):
        j = i - 2**M if f"{i:0{M}b}"[0] == "1" else i
        low, high = limits(True, N)
        assert conversions.wrap(M, N, i) == int(f"{i:0{M + N}b}"[-N:], 2)
        assert conversions.narrow_s(M, N, i) == sorted((low, j, high))[1] & 2**N - 1
        assert conversions.narrow_u(M, N, i) == sorted((0, j, 2**N - 1))[1]
        if M <= N:
            assert conversions.extend_u(M, N, i) == i
            assert conversions.extend_s(M, N, i) == int(f"{i:0{M}b}".rjust(N, "01"[j < 0]), 2)
