"""Integer operators: all operands at small widths, edges and seeded ones at 32, 64 and 128 bits."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor, trunc

import pytest

from refwasm.errors import Trap
from refwasm.numerics import integers

SMALL, WIDE = range(4, 9), (32, 64, 128)
ZERO, OVERFLOW = "integer divide by zero", "integer overflow"
Outcome = int | str


def s(N: int, i: int) -> int:
    """Two's complement: the top bit counts negatively."""
    return i - (i >> N - 1 << N)


def u(N: int, j: int) -> int:
    return j - (j >> N << N)


def clamp(low: int, j: int, high: int) -> int:
    return sorted((low, j, high))[1]


def clamp_u(N: int, j: int) -> int:
    return clamp(0, j, 2**N - 1)


def clamp_s(N: int, j: int) -> int:
    return u(N, clamp(-(2 ** (N - 1)), j, 2 ** (N - 1) - 1))


def bits(N: int, i: int) -> str:
    return f"{i:0{N}b}"


def bitwise(table: Callable[[str, str], bool]) -> Callable[[int, int, int], int]:
    def f(N: int, i1: int, i2: int) -> int:
        return int("".join("01"[table(*d)] for d in zip(bits(N, i1), bits(N, i2), strict=True)), 2)

    return f


def div_s(N: int, i1: int, i2: int) -> Outcome:
    if i2 == 0:
        return ZERO
    q = trunc(Fraction(s(N, i1), s(N, i2)))
    return OVERFLOW if q == 2 ** (N - 1) else u(N, q)


def rem_s(N: int, i1: int, i2: int) -> Outcome:
    """The sign of the dividend, the remainder of the magnitudes."""
    if i2 == 0:
        return ZERO
    r = abs(s(N, i1)) % abs(s(N, i2))
    return u(N, -r if s(N, i1) < 0 else r)


def rotated(N: int, i: int, k: int) -> int:
    return int(bits(N, i)[k:] + bits(N, i)[:k], 2)


BINARY: dict[str, Callable[[int, int, int], Outcome]] = {
    "iadd": lambda N, i1, i2: u(N, i1 + i2),
    "isub": lambda N, i1, i2: u(N, i1 - i2),
    "imul": lambda N, i1, i2: u(N, i1 * i2),
    "idiv_u": lambda N, i1, i2: floor(Fraction(i1, i2)) if i2 else ZERO,
    "idiv_s": div_s,
    "irem_u": lambda N, i1, i2: i1 - i2 * floor(Fraction(i1, i2)) if i2 else ZERO,
    "irem_s": rem_s,
    "ieq": lambda N, i1, i2: int(i1 - i2 == 0),
    "ine": lambda N, i1, i2: int(i1 - i2 != 0),
    "ilt_u": lambda N, i1, i2: int(i1 - i2 < 0),
    "ilt_s": lambda N, i1, i2: int(s(N, i1) - s(N, i2) < 0),
    "igt_u": lambda N, i1, i2: int(i1 - i2 > 0),
    "igt_s": lambda N, i1, i2: int(s(N, i1) - s(N, i2) > 0),
    "ile_u": lambda N, i1, i2: int(i1 - i2 <= 0),
    "ile_s": lambda N, i1, i2: int(s(N, i1) - s(N, i2) <= 0),
    "ige_u": lambda N, i1, i2: int(i1 - i2 >= 0),
    "ige_s": lambda N, i1, i2: int(s(N, i1) - s(N, i2) >= 0),
    "imin_u": lambda N, i1, i2: min((i1, i2)),
    "imin_s": lambda N, i1, i2: u(N, min((s(N, i1), s(N, i2)))),
    "imax_u": lambda N, i1, i2: max((i1, i2)),
    "imax_s": lambda N, i1, i2: u(N, max((s(N, i1), s(N, i2)))),
    "iadd_sat_u": lambda N, i1, i2: clamp_u(N, i1 + i2),
    "iadd_sat_s": lambda N, i1, i2: clamp_s(N, s(N, i1) + s(N, i2)),
    "isub_sat_u": lambda N, i1, i2: clamp_u(N, i1 - i2),
    "isub_sat_s": lambda N, i1, i2: clamp_s(N, s(N, i1) - s(N, i2)),
    "iavgr_u": lambda N, i1, i2: ceil(Fraction(i1 + i2, 2)),
}
BITS: dict[str, Callable[[int, int, int], int]] = {
    "iand": bitwise(lambda d1, d2: d1 + d2 == "11"),
    "iandnot": bitwise(lambda d1, d2: d1 + d2 == "10"),
    "ior": bitwise(lambda d1, d2: d1 + d2 != "00"),
    "ixor": bitwise(lambda d1, d2: d1 != d2),
    "ishl": lambda N, i1, i2: int((bits(N, i1) + "0" * (i2 % N))[-N:], 2),
    "ishr_u": lambda N, i1, i2: int(("0" * (i2 % N) + bits(N, i1))[:N], 2),
    "ishr_s": lambda N, i1, i2: int((bits(N, i1)[0] * (i2 % N) + bits(N, i1))[:N], 2),
    "irotl": lambda N, i1, i2: rotated(N, i1, i2 % N),
    "irotr": lambda N, i1, i2: rotated(N, i1, N - i2 % N),
}
UNARY: dict[str, Callable[[int, int], int]] = {
    "inot": lambda N, i: int(bits(N, i).translate({48: "1", 49: "0"}), 2),
    "ineg": lambda N, i: u(N, 0 - i),
    "iabs": lambda N, i: u(N, abs(s(N, i))),
    "iclz": lambda N, i: len(bits(N, i)) - len(bits(N, i).lstrip("0")),
    "ictz": lambda N, i: len(bits(N, i)) - len(bits(N, i).rstrip("0")),
    "ipopcnt": lambda N, i: bits(N, i).count("1"),
    "ieqz": lambda N, i: int(not i),
    "inez": lambda N, i: int(bool(i)),
}


def edges(N: int) -> list[int]:
    dice = random.Random(N)
    low = [0, 1, 2, 3, N - 1, N, N + 1, 2**14, 2**15]
    high = [2 ** (N - 1) + d for d in (-2, -1, 0, 1)] + [2**N - d for d in (1, 2, 3)]
    return low + high + [dice.getrandbits(dice.randint(1, N)) for _ in range(20)]


def pairs(small: range) -> Iterator[tuple[int, int, int]]:
    for N in small:
        yield from ((N, i1, i2) for i1 in range(2**N) for i2 in range(2**N))
    for N in WIDE:
        yield from ((N, i1, i2) for i1 in edges(N) for i2 in edges(N))


def outcome(f: Callable[[int, int, int], int], N: int, i1: int, i2: int) -> Outcome:
    try:
        return f(N, i1, i2)
    except Trap as trap:
        return str(trap)


@pytest.mark.parametrize("name", BINARY)
def test_binary_operator(name: str) -> None:
    f, g = getattr(integers, name), BINARY[name]
    wrong = [p for p in pairs(SMALL) if outcome(f, *p) != g(*p)]
    assert wrong == []


@pytest.mark.parametrize("name", BITS)
def test_operator_on_bits(name: str) -> None:
    f, g = getattr(integers, name), BITS[name]
    wrong = [p for p in pairs(range(4, 8)) if f(*p) != g(*p)]
    assert wrong == []


@pytest.mark.parametrize("name", UNARY)
def test_unary_operator(name: str) -> None:
    f, g = getattr(integers, name), UNARY[name]
    operands = [(N, i) for N in SMALL for i in range(2**N)]
    operands += [(N, i) for N in WIDE for i in edges(N)]
    assert [p for p in operands if f(*p) != g(*p)] == []


@pytest.mark.parametrize("name", [n for n in BINARY if n[:3] in ("ieq", "ine", "ilt", "ige")])
def test_comparison_gives_an_integer_that_is_no_bool(name: str) -> None:
    assert {type(getattr(integers, name)(8, 1, i2)) for i2 in (0, 1, 2)} == {int}


@pytest.mark.parametrize("N", SMALL)
def test_signed_and_unsigned_are_inverse(N: int) -> None:
    assert [integers.signed(N, i) for i in range(2**N)] == [s(N, i) for i in range(2**N)]
    assert [integers.unsigned(N, s(N, i)) for i in range(2**N)] == list(range(2**N))


@pytest.mark.parametrize("N", SMALL)
def test_saturation_clamps_every_integer(N: int) -> None:
    js = range(-(2 ** (N + 1)), 2 ** (N + 1))
    assert [integers.sat_u(N, j) for j in js] == [clamp_u(N, j) for j in js]
    low, high = -(2 ** (N - 1)), 2 ** (N - 1) - 1
    assert [integers.sat_s(N, j) for j in js] == [clamp(low, j, high) for j in js]


@pytest.mark.parametrize(("j1", "j2", "q"), [(7, 2, 3), (-7, 2, -3), (7, -2, -3), (-7, -2, 3)])
def test_truncz_rounds_toward_zero(j1: int, j2: int, q: int) -> None:
    assert integers.truncz(j1, j2) == q


@pytest.mark.parametrize(("N", "M"), [(N, M) for N in SMALL for M in range(1, N + 1)])
def test_iextend_s_repeats_the_sign(N: int, M: int) -> None:
    def extended(i: int) -> int:
        low = bits(N, i)[N - M :]
        return int(low[0] * (N - M) + low, 2)

    found = [integers.iextend_s(N, M, i) for i in range(2**N)]
    assert found == [extended(i) for i in range(2**N)]


def test_ibitselect_chooses_each_bit() -> None:
    def select(i1: int, i2: int, i3: int) -> int:
        columns = zip(bits(4, i1), bits(4, i2), bits(4, i3), strict=True)
        return int("".join(d1 if d3 == "1" else d2 for d1, d2, d3 in columns), 2)

    triples = [(i1, i2, i3) for i1 in range(16) for i2 in range(16) for i3 in range(16)]
    assert [t for t in triples if integers.ibitselect(4, *t) != select(*t)] == []


def test_iq15mulrsat_s_rounds_halves_up_and_saturates() -> None:
    def product(i1: int, i2: int) -> int:
        q = Fraction(s(16, i1) * s(16, i2), 2**15)
        return clamp_s(16, floor(q + Fraction(1, 2)))

    dice = random.Random(15)
    operands = [(i1, i2) for i1 in edges(16) for i2 in edges(16)]
    operands += [(dice.getrandbits(16), dice.getrandbits(16)) for _ in range(5000)]
    assert [p for p in operands if integers.iq15mulrsat_s(16, *p) != product(*p)] == []
