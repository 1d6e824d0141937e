"""Floats as the standard's chapter on values defines them: bit fields, fractions, nearest candidate.

Nothing here uses Python's floats: a float is the integer of its bits. Finding the nearest one is a
search among all of them, in their order.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from functools import cache

EXPONENT = {32: 8, 64: 11}
Compare = Callable[[Fraction], int]


def significand(N: int) -> int:
    return N - 1 - EXPONENT[N]


def sign(N: int, b: int) -> int:
    return b >> N - 1


def magnitude(N: int, b: int) -> int:
    return b - (sign(N, b) << N - 1)


def infinity(N: int) -> int:
    return (1 << EXPONENT[N]) - 1 << significand(N)


def canonical(N: int) -> int:
    return infinity(N) + (1 << significand(N) - 1)


def is_nan(N: int, b: int) -> bool:
    return magnitude(N, b) > infinity(N)


def is_inf(N: int, b: int) -> bool:
    return magnitude(N, b) == infinity(N)


def neg(N: int, b: int) -> int:
    return b ^ 1 << N - 1


@cache
def value(N: int, b: int) -> Fraction:
    """What the bits `b` stand for; those of infinity for the limit number."""
    e, m = divmod(magnitude(N, b), 1 << significand(N))
    bias = (1 << EXPONENT[N] - 1) - 1 + significand(N)
    m, e = (m + (1 << significand(N)), e) if e else (m, 1)
    q = Fraction(m << max(e - bias, 0), 1 << max(bias - e, 0))
    return -q if sign(N, b) else q


def nearest(N: int, compare: Compare) -> int:
    """The bits nearest to a positive real, where `compare(q)` has the sign of `q - real`."""
    low, high = 0, infinity(N)
    if compare(value(N, high)) <= 0:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if compare(value(N, middle)) > 0 else (middle, high)
    side = compare((value(N, low) + value(N, high)) / 2)
    return low if side > 0 or (side == 0 and low % 2 == 0) else high


def rounded(N: int, q: Fraction, zero: int = 0) -> int:
    """The bits nearest to `q`; for 0 those of a zero of sign `zero`."""
    if q == 0:
        return zero << N - 1
    n, d = abs(q.numerator), q.denominator
    b = nearest(N, lambda x: x.numerator * d - n * x.denominator)
    return neg(N, b) if q < 0 else b


def edges(N: int) -> list[int]:
    """Bits at which something changes, both signs."""
    M = significand(N)
    one = (2 ** (EXPONENT[N] - 1) - 1) << M
    near = [0, 1, 2, 3, 2**M - 1, 2**M, 2**M + 1, one - 1, one, one + 1, infinity(N) - 1]
    near += [infinity(N), infinity(N) + 1, canonical(N), canonical(N) + 1, 2 ** (N - 1) - 1]
    halves = [Fraction(k, 2) for k in (1, 3, 4, 5, 6, 7, 9)]
    wide = [Fraction(2) ** k + d for k in (M - 1, M, M + 1) for d in (Fraction(1, 2), 1, 2)]
    small = [rounded(N, Fraction(2) ** k) for k in (-M - 2, -M - 1, -M, -1)]
    positive = near + small + [rounded(N, q) for q in halves + wide]
    return positive + [neg(N, b) for b in positive]


def samples(N: int, count: int, seed: int) -> list[int]:
    """Seeded bits, half of them uniform, half of them with an exponent close to that of 1."""
    dice = random.Random(seed)
    bias, M = 2 ** (EXPONENT[N] - 1) - 1, significand(N)
    uniform = [dice.getrandbits(N) for _ in range(count // 2)]
    close = [
        dice.getrandbits(1) << N - 1 | bias + dice.randint(-9, 9) << M | dice.getrandbits(M)
        for _ in range(count // 2)
    ]
    return uniform + close
