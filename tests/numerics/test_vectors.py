"""Vector operators against their restatement on lists of bytes, on seeded and edge vectors."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from refwasm.numerics import conversions, floats, integers, vectors
from refwasm.numerics.floats import bits_of_float, float_of_bits

from .exact import edges, is_nan, samples

INTS, FLOATS = (8, 16, 32, 64), (32, 64)


def split(M: int, v: int) -> list[int]:
    """Lanes by cutting the hexadecimal digits, lowest lane last in the text."""
    digits, width = f"{v:032x}", M // 4
    return [int(digits[k : k + width], 16) for k in range(0, 32, width)][::-1]


def join(M: int, ls: list[int]) -> int:
    assert len(ls) == 128 // M
    return int("".join(f"{i:0{M // 4}x}" for i in reversed(ls)), 16)


def signed(M: int, i: int) -> int:
    return i - (i >> M - 1 << M)


def clamp(low: int, j: int, high: int) -> int:
    return sorted((low, j, high))[1]


def ints(M: int, count: int = 40) -> list[int]:
    """Vectors of seeded lanes, a third of which are edges of the width."""
    dice = random.Random(M)
    edge = [0, 1, 2 ** (M - 1) - 1, 2 ** (M - 1), 2**M - 1]

    def lane() -> int:
        return dice.choice(edge) if dice.random() < 0.33 else dice.getrandbits(M)

    return [join(M, [lane() for _ in range(128 // M)]) for _ in range(count)]


def reals(M: int, count: int = 60) -> list[int]:
    """Vectors of float lanes: edges, NaNs with payloads, seeded bits."""
    dice = random.Random(M + 1)
    pools = edges(M), samples(M, 200, M)

    def lane() -> int:
        return dice.choice(pools[dice.random() < 0.5])

    return [join(M, [lane() for _ in range(128 // M)]) for _ in range(count)]


def numbers(M: int, v: int) -> list[float]:
    return [float_of_bits(M, i) for i in split(M, v)]


def join_floats(M: int, zs: list[float]) -> int:
    return join(M, [bits_of_float(M, z) for z in zs])


@pytest.mark.parametrize("M", INTS)
def test_lanes_and_vector_are_inverse(M: int) -> None:
    for v in ints(M):
        assert vectors.lanes(M, v) == tuple(split(M, v))
        assert vectors.vector(M, split(M, v)) == v


@pytest.mark.parametrize("M", FLOATS)
def test_flanes_and_fvector_keep_every_bit(M: int) -> None:
    for v in reals(M):
        assert [bits_of_float(M, z) for z in vectors.flanes(M, v)] == split(M, v)
        assert vectors.fvector(M, numbers(M, v)) == v
    assert sum(is_nan(M, b) for v in reals(M) for b in split(M, v)) > 5


@pytest.mark.parametrize("M", INTS)
@pytest.mark.parametrize("f", [integers.iabs, integers.ineg, integers.ipopcnt])
def test_ivunop(M: int, f: Callable[[int, int], int]) -> None:
    for v in ints(M):
        assert vectors.ivunop(M, f, v) == join(M, [f(M, i) for i in split(M, v)])


@pytest.mark.parametrize("M", INTS)
@pytest.mark.parametrize("f", [integers.isub, integers.imin_s, integers.iadd_sat_u])
def test_ivbinop(M: int, f: Callable[[int, int, int], int]) -> None:
    for v1, v2 in zip(ints(M), ints(M)[::-1], strict=True):
        expected = [f(M, split(M, v1)[k], split(M, v2)[k]) for k in range(128 // M)]
        assert vectors.ivbinop(M, f, v1, v2) == join(M, expected)


@pytest.mark.parametrize("M", INTS)
def test_ivternop(M: int) -> None:
    for v1, v2, v3 in zip(ints(M), ints(M)[::-1], ints(M)[3:], strict=False):
        expected = v1 & v3 | v2 & (2**128 - 1 - v3)
        assert vectors.ivternop(M, integers.ibitselect, v1, v2, v3) == expected


@pytest.mark.parametrize("M", INTS)
@pytest.mark.parametrize("f", [integers.ieq, integers.ilt_s, integers.ige_u])
def test_ivrelop(M: int, f: Callable[[int, int, int], int]) -> None:
    for v1, v2 in zip(ints(M), ints(M)[::-1], strict=True):
        holds = [f(M, i1, i2) for i1, i2 in zip(split(M, v1), split(M, v2), strict=True)]
        assert vectors.ivrelop(M, f, v1, v2) == join(M, [2**M - 1 if h else 0 for h in holds])
        assert vectors.ivrelop(M, integers.ieq, v1, v1) == 2**128 - 1


@pytest.mark.parametrize("M", INTS)
@pytest.mark.parametrize("i", [0, 1, 7, 8, 31, 63, 64, 65, 2**32 - 1])
def test_ivshiftop_takes_the_count_modulo_the_width(M: int, i: int) -> None:
    for v in ints(M, 10):
        left = [(lane << i % M) & (2**M - 1) for lane in split(M, v)]
        right = [signed(M, lane) // 2 ** (i % M) % 2**M for lane in split(M, v)]
        assert vectors.ivshiftop(M, integers.ishl, v, i) == join(M, left)
        assert vectors.ivshiftop(M, integers.ishr_s, v, i) == join(M, right)


@pytest.mark.parametrize("M", FLOATS)
@pytest.mark.parametrize("f", [floats.fneg, floats.fabs, floats.fnearest])
def test_fvunop(M: int, f: Callable[[int, float], float]) -> None:
    for v in reals(M):
        assert vectors.fvunop(M, f, v) == join_floats(M, [f(M, z) for z in numbers(M, v)])


@pytest.mark.parametrize("M", FLOATS)
@pytest.mark.parametrize("f", [floats.fadd, floats.fmin, floats.fpmax, floats.fcopysign])
def test_fvbinop(M: int, f: Callable[[int, float, float], float]) -> None:
    for v1, v2 in zip(reals(M), reals(M)[::-1], strict=True):
        z1s, z2s = numbers(M, v1), numbers(M, v2)
        expected = [f(M, z1s[k], z2s[k]) for k in range(128 // M)]
        assert vectors.fvbinop(M, f, v1, v2) == join_floats(M, expected)


@pytest.mark.parametrize("M", FLOATS)
def test_fvternop(M: int) -> None:
    def f(N: int, z1: float, z2: float, z3: float) -> float:
        return (z3, z1, z2)[N % 3]

    for v1, v2, v3 in zip(reals(M), reals(M)[::-1], reals(M)[3:], strict=False):
        assert vectors.fvternop(M, f, v1, v2, v3) == (v3, v1, v2)[M % 3]


@pytest.mark.parametrize("M", FLOATS)
@pytest.mark.parametrize("f", [floats.feq, floats.fne, floats.flt])
def test_fvrelop(M: int, f: Callable[[int, float, float], int]) -> None:
    for v1, v2 in zip(reals(M), reals(M)[::-1], strict=True):
        holds = [f(M, z1, z2) for z1, z2 in zip(numbers(M, v1), numbers(M, v2), strict=True)]
        assert vectors.fvrelop(M, f, v1, v2) == join(M, [2**M - 1 if h else 0 for h in holds])


@pytest.mark.parametrize("M", INTS)
def test_all_true_and_bitmask(M: int) -> None:
    for v in ints(M) + [0, 2**128 - 1, join(M, [1] * (128 // M))]:
        tops = "".join(f"{i:0{M}b}"[0] for i in reversed(split(M, v)))
        assert vectors.ivall_true(M, v) == int(0 not in split(M, v))
        assert vectors.ivbitmask(M, v) == int(tops, 2)


def test_swizzle_and_shuffle_pick_bytes() -> None:
    dice = random.Random(8)
    for v1, v2 in zip(ints(8), ints(8)[::-1], strict=True):
        picks = [dice.choice([*range(16), 16, 17, 127, 128, 255]) for _ in range(16)]
        swizzled = [split(8, v1)[p] if p < 16 else 0 for p in picks]
        assert vectors.ivswizzle(8, v1, join(8, picks)) == join(8, swizzled)
        ls = [dice.randrange(32) for _ in range(16)]
        shuffled = [split(8, v1)[k] if k < 16 else split(8, v2)[k - 16] for k in ls]
        assert vectors.ivshuffle(8, ls, v1, v2) == join(8, shuffled)


@pytest.mark.parametrize("M", INTS)
def test_splat_extract_and_replace(M: int) -> None:
    N, count = max(32, M), 128 // M
    for v, i in zip(ints(M), [w >> 64 for w in ints(64)], strict=True):
        low = i & (1 << M) - 1
        assert vectors.ivsplat(M, i) == vectors.vload_splat(M, low) == join(M, [low] * count)
        for k in range(count):
            lane = split(M, v)[k]
            assert vectors.ivextract_u(M, N, k, v) == lane
            assert vectors.ivextract_s(M, N, k, v) == signed(M, lane) % 2**N
            replaced = split(M, v)[:k] + [low] + split(M, v)[k + 1 :]
            assert vectors.ivreplace(M, k, v, i) == join(M, replaced)


@pytest.mark.parametrize("M", FLOATS)
def test_float_splat_extract_and_replace(M: int) -> None:
    for v, w in zip(reals(M), reals(M)[::-1], strict=True):
        for k, b in enumerate(split(M, v)):
            z = float_of_bits(M, b)
            assert bits_of_float(M, vectors.fvextract(M, k, v)) == b
            assert vectors.fvsplat(M, z) == join(M, [b] * (128 // M))
            replaced = split(M, w)[:k] + [b] + split(M, w)[k + 1 :]
            assert vectors.fvreplace(M, k, w, z) == join(M, replaced)


@pytest.mark.parametrize("M", [16, 32])
def test_narrow(M: int) -> None:
    N = M // 2
    for v1, v2 in zip(ints(M), ints(M)[::-1], strict=True):
        js = [signed(M, i) for i in split(M, v1) + split(M, v2)]
        s = [clamp(-(2 ** (N - 1)), j, 2 ** (N - 1) - 1) % 2**N for j in js]
        assert vectors.vnarrow_s(M, N, v1, v2) == join(N, s)
        assert vectors.vnarrow_u(M, N, v1, v2) == join(N, [clamp(0, j, 2**N - 1) for j in js])


@pytest.mark.parametrize("M", [8, 16, 32])
@pytest.mark.parametrize("sx", ["s", "u"])
def test_extension_of_halves_sums_and_products(M: int, sx: str) -> None:
    N, half = 2 * M, 64 // M
    f = getattr(conversions, f"extend_{sx}")
    for v1, v2 in zip(ints(M), ints(M)[::-1], strict=True):
        js1 = [signed(M, i) if sx == "s" else i for i in split(M, v1)]
        js2 = [signed(M, i) if sx == "s" else i for i in split(M, v2)]
        wide = [j % 2**N for j in js1]
        products = [j1 * j2 % 2**N for j1, j2 in zip(js1, js2, strict=True)]
        sums = [(js1[k] + js1[k + 1]) % 2**N for k in range(0, 2 * half, 2)]
        assert vectors.vextend_low(M, N, f, v1) == join(N, wide[:half])
        assert vectors.vextend_high(M, N, f, v1) == join(N, wide[half:])
        assert vectors.vload_extend(M, N, f, v1 & (1 << 64) - 1) == join(N, wide[:half])
        assert vectors.vextmul_low(M, N, f, v1, v2) == join(N, products[:half])
        assert vectors.vextmul_high(M, N, f, v1, v2) == join(N, products[half:])
        assert vectors.vextadd_pairwise(M, N, f, v1) == join(N, sums)


def dots(M: int, v1: int, v2: int) -> list[int]:
    ps = [signed(M, a) * signed(M, b) for a, b in zip(split(M, v1), split(M, v2), strict=True)]
    return [ps[k] + ps[k + 1] for k in range(0, len(ps), 2)]


def test_dot_wraps_and_relaxed_dot_saturates() -> None:
    least = join(16, [2**15] * 8)
    assert vectors.vdot_s(16, 32, least, least) == join(32, [2**31] * 4)
    for v1, v2 in zip(ints(16), ints(16)[::-1], strict=True):
        assert vectors.vdot_s(16, 32, v1, v2) == join(32, [j % 2**32 for j in dots(16, v1, v2)])
    least = join(8, [2**7] * 16)
    assert vectors.vrelaxed_dot(8, 16, least, least) == join(16, [2**15 - 1] * 8)
    for v1, v2, v3 in zip(ints(8), ints(8)[::-1], ints(32), strict=True):
        js = [clamp(-(2**15), j, 2**15 - 1) for j in dots(8, v1, v2)]
        assert vectors.vrelaxed_dot(8, 16, v1, v2) == join(16, [j % 2**16 for j in js])
        sums = [(js[2 * k] + js[2 * k + 1] + i) % 2**32 for k, i in enumerate(split(32, v3))]
        assert vectors.vrelaxed_dot_add(v1, v2, v3) == join(32, sums)


@pytest.mark.parametrize("f", [conversions.convert_s, conversions.convert_u])
def test_convert(f: Callable[[int, int, int], float]) -> None:
    for v in ints(32):
        assert vectors.vconvert(32, 32, f, v) == join_floats(
            32, [f(32, 32, i) for i in split(32, v)]
        )
        low = [f(32, 64, i) for i in split(32, v)[:2]]
        assert vectors.vconvert_low(32, 64, f, v) == join_floats(64, low)


@pytest.mark.parametrize("f", [conversions.trunc_sat_s, conversions.trunc_sat_u])
def test_trunc(f: Callable[[int, int, float], int]) -> None:
    for v in reals(32):
        assert vectors.vtrunc(32, 32, f, v) == join(32, [f(32, 32, z) for z in numbers(32, v)])
    for v in reals(64):
        low = [f(64, 32, z) for z in numbers(64, v)]
        assert vectors.vtrunc_zero(64, 32, f, v) == join(32, low + [0, 0])


def test_demote_and_promote() -> None:
    for v in reals(64):
        low = [conversions.demote(64, 32, z) for z in numbers(64, v)]
        assert vectors.vdemote_zero(64, 32, v) == join_floats(32, low + [0.0, 0.0])
    for v in reals(32):
        low = [conversions.promote(32, 64, z) for z in numbers(32, v)[:2]]
        assert vectors.vpromote_low(32, 64, v) == join_floats(64, low)
