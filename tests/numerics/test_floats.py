"""Floating-point operators against exact fractions, on edges and seeded bits of both widths."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import ceil, floor, inf, trunc

import pytest

from refwasm.numerics import floats
from refwasm.numerics.floats import bits_of_float, float_of_bits, fround, fround_exact

from .exact import (
    canonical,
    edges,
    infinity,
    is_inf,
    is_nan,
    magnitude,
    nearest,
    neg,
    rounded,
    samples,
    sign,
    significand,
    value,
)

WIDTHS = (32, 64)
TINY = Fraction(1, 10**400)
Operator = Callable[[int, int, int], int]


def add(N: int, b1: int, b2: int) -> int:
    if is_nan(N, b1) or is_nan(N, b2) or (is_inf(N, b1) and is_inf(N, b2) and b1 != b2):
        return canonical(N)
    if is_inf(N, b1) or is_inf(N, b2):
        return b1 if is_inf(N, b1) else b2
    return rounded(N, value(N, b1) + value(N, b2), sign(N, b1) & sign(N, b2))


def multiply(N: int, b1: int, b2: int) -> int:
    s = sign(N, b1) ^ sign(N, b2)
    some_inf, some_zero = is_inf(N, b1) or is_inf(N, b2), 0 in (magnitude(N, b1), magnitude(N, b2))
    if is_nan(N, b1) or is_nan(N, b2) or (some_inf and some_zero):
        return canonical(N)
    return infinity(N) + (s << N - 1) if some_inf else rounded(N, value(N, b1) * value(N, b2), s)


def divide(N: int, b1: int, b2: int) -> int:
    s = sign(N, b1) ^ sign(N, b2)
    if is_nan(N, b1) or is_nan(N, b2) or (is_inf(N, b1) and is_inf(N, b2)):
        return canonical(N)
    if magnitude(N, b2) == 0:
        return infinity(N) + (s << N - 1) if magnitude(N, b1) else canonical(N)
    if is_inf(N, b1):
        return infinity(N) + (s << N - 1)
    return s << N - 1 if is_inf(N, b2) else rounded(N, value(N, b1) / value(N, b2), s)


def order(N: int, b: int) -> int:
    """Ascending with the value, -0 just below +0."""
    return -1 - magnitude(N, b) if sign(N, b) else b


def extremum(pick: int) -> Operator:
    def f(N: int, b1: int, b2: int) -> int:
        nans = is_nan(N, b1) or is_nan(N, b2)
        return canonical(N) if nans else sorted((b1, b2), key=lambda b: order(N, b))[pick]

    return f


def related(table: Callable[[Fraction, Fraction], bool], unordered: int) -> Operator:
    def f(N: int, b1: int, b2: int) -> int:
        nans = is_nan(N, b1) or is_nan(N, b2)
        return unordered if nans else int(table(value(N, b1), value(N, b2)))

    return f


def pseudo(table: Callable[[Fraction, Fraction], bool]) -> Operator:
    """The second operand where `table` holds of both, else the first."""
    return lambda N, b1, b2: b2 if related(table, 0)(N, b1, b2) else b1


BINARY: dict[str, Operator] = {
    "fadd": add,
    "fsub": lambda N, b1, b2: add(N, b1, neg(N, b2)),
    "fmul": multiply,
    "fdiv": divide,
    "fmin": extremum(0),
    "fmax": extremum(1),
    "fpmin": pseudo(lambda q1, q2: q2 < q1),
    "fpmax": pseudo(lambda q1, q2: q1 < q2),
    "fcopysign": lambda N, b1, b2: magnitude(N, b1) + (sign(N, b2) << N - 1),
}
RELATIONS: dict[str, Operator] = {
    "feq": related(lambda q1, q2: q1 == q2, 0),
    "fne": related(lambda q1, q2: q1 != q2, 1),
    "flt": related(lambda q1, q2: q1 < q2, 0),
    "fgt": related(lambda q1, q2: q1 > q2, 0),
    "fle": related(lambda q1, q2: q1 <= q2, 0),
    "fge": related(lambda q1, q2: q1 >= q2, 0),
}


def square_root(N: int, b: int) -> int:
    if is_nan(N, b) or (sign(N, b) and magnitude(N, b)):
        return canonical(N)
    if magnitude(N, b) == 0 or is_inf(N, b):
        return b
    return nearest(N, lambda x: (x * x > value(N, b)) - (x * x < value(N, b)))


def integral(pick: Callable[[Fraction], int]) -> Callable[[int, int], int]:
    def f(N: int, b: int) -> int:
        if is_nan(N, b):
            return canonical(N)
        return b if is_inf(N, b) else rounded(N, Fraction(pick(value(N, b))), sign(N, b))

    return f


def to_even(q: Fraction) -> int:
    low = floor(q)
    return low + (q - low > Fraction(1, 2) or (q - low == Fraction(1, 2) and low % 2 == 1))


UNARY: dict[str, Callable[[int, int], int]] = {
    "fabs": magnitude,
    "fneg": neg,
    "fsqrt": square_root,
    "fceil": integral(ceil),
    "ffloor": integral(floor),
    "ftrunc": integral(trunc),
    "fnearest": integral(to_even),
}


def pairs(N: int) -> list[tuple[int, int]]:
    close = [(b, b ^ 1) for b in samples(N, 100, 1)] + [(b, neg(N, b)) for b in samples(N, 100, 2)]
    seeded = list(zip(samples(N, 600, 3), samples(N, 600, 4), strict=True))
    return list(product(edges(N)[:: N // 12], edges(N))) + close + seeded


@pytest.mark.parametrize("N", WIDTHS)
@pytest.mark.parametrize("name", BINARY)
def test_binary_operator(name: str, N: int) -> None:
    def f(b1: int, b2: int) -> int:
        z = getattr(floats, name)(N, float_of_bits(N, b1), float_of_bits(N, b2))
        return bits_of_float(N, z)

    assert [(hex(b1), hex(b2)) for b1, b2 in pairs(N) if f(b1, b2) != BINARY[name](N, b1, b2)] == []


@pytest.mark.parametrize("N", WIDTHS)
@pytest.mark.parametrize("name", RELATIONS)
def test_relation(name: str, N: int) -> None:
    def f(b1: int, b2: int) -> object:
        holds = getattr(floats, name)(N, float_of_bits(N, b1), float_of_bits(N, b2))
        assert type(holds) is int
        return holds

    expected = RELATIONS[name]
    assert [(hex(b1), hex(b2)) for b1, b2 in pairs(N) if f(b1, b2) != expected(N, b1, b2)] == []


@pytest.mark.parametrize("N", WIDTHS)
@pytest.mark.parametrize("name", UNARY)
def test_unary_operator(name: str, N: int) -> None:
    def f(b: int) -> int:
        return bits_of_float(N, getattr(floats, name)(N, float_of_bits(N, b)))

    operands = edges(N) + samples(N, 800, 5)
    assert [hex(b) for b in operands if f(b) != UNARY[name](N, b)] == []


@pytest.mark.parametrize("N", WIDTHS)
def test_bits_survive_the_way_through_a_float(N: int) -> None:
    upper = [h << N - 12 | low for h in range(2**12) for low in (0, 1, 2 ** (N - 12) - 1)]
    operands = upper + edges(N) + samples(N, 2000, 6)
    assert [hex(b) for b in operands if bits_of_float(N, float_of_bits(N, b)) != b] == []


@pytest.mark.parametrize("N", WIDTHS)
def test_float_of_bits_has_the_value_of_the_bits(N: int) -> None:
    finite = [b for b in edges(N) + samples(N, 2000, 7) if magnitude(N, b) < infinity(N)]
    assert [hex(b) for b in finite if Fraction(float_of_bits(N, b)) != value(N, b)] == []


def test_an_f32_nan_keeps_its_payload_in_the_top_of_the_double() -> None:
    assert bits_of_float(64, float_of_bits(32, 0xFF800001)) == 0xFFF0000020000000


def test_the_canonical_nan_is_positive_at_both_widths() -> None:
    assert [hex(bits_of_float(N, floats.NAN)) for N in WIDTHS] == ["0x7fc00000", hex(0x7FF8 << 48)]


@pytest.mark.parametrize("N", WIDTHS)
def test_fround_exact_is_the_nearest_around_every_tie(N: int) -> None:
    near = [b for b in edges(N) + samples(N, 200, 8) if b < infinity(N)]
    ties = [(value(N, b) + value(N, b + 1)) / 2 for b in near]
    reals = [tie + d for tie in ties for d in (-TINY, 0, TINY)]
    reals += [value(N, b) + d for b in near for d in (-TINY, 0, TINY)]
    reals += [-r for r in reals]
    wrong = [r for r in reals if bits_of_float(N, fround_exact(N, r)) != rounded(N, r)]
    assert wrong == []


@pytest.mark.parametrize("N", WIDTHS)
def test_fround_exact_of_an_integer(N: int) -> None:
    dice = random.Random(9)
    js = [2**k + d for k in range(70) for d in (-3, -1, 0, 1, 3)] + [2**54 + 2**30 + 1, 10**400]
    js += [dice.getrandbits(dice.randint(1, 1100)) for _ in range(300)]
    wrong = [j for j in js if bits_of_float(N, fround_exact(N, j)) != rounded(N, Fraction(j))]
    assert wrong == []


@pytest.mark.parametrize("N", WIDTHS)
@pytest.mark.parametrize(
    ("r", "z"),
    [
        (Fraction(10**50000, 3), inf),
        (Fraction(-(10**50000), 3), -inf),
        (Fraction(1, 10**50000), 0.0),
        (Fraction(-1, 10**50000), -0.0),
    ],
    ids=["large", "-large", "small", "-small"],
)
def test_fround_exact_beyond_the_range(N: int, r: Fraction, z: float) -> None:
    assert bits_of_float(64, fround_exact(N, r)) == bits_of_float(64, z)


def test_fround_rounds_a_double_once_to_f32() -> None:
    doubles = [b for b in edges(64) + samples(64, 600, 10) if not is_nan(64, b)]
    dice = random.Random(11)
    for b in edges(32) + samples(32, 600, 12):  # doubles on and beside the ties of f32
        tie = bits_of_float(64, float_of_bits(32, b)) + 2 ** (significand(64) - 24)
        doubles += [t for t in (tie - 1, tie, tie + 1, tie ^ dice.getrandbits(29)) if t < 2**64]
    finite = [b for b in doubles if magnitude(64, b) < infinity(64)]
    wrong = [
        hex(b)
        for b in finite
        if bits_of_float(32, fround(32, float_of_bits(64, b)))
        != rounded(32, value(64, b), sign(64, b))
    ]
    assert wrong == []
    assert fround(32, inf) == inf and fround(32, -inf) == -inf


@pytest.mark.parametrize("z", [0.1, 1e300, -5e-324, inf])
def test_fround_to_f64_is_the_identity(z: float) -> None:
    assert fround(64, z) == z
