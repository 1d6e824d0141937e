"""Vector operators: those of numbers, lanewise, and those that look at several lanes at once.

A `v` is the 128-bit unsigned integer of a vector. Its lanes of `M` bits (8, 16, 32 or 64) are
little-endian: lane 0 is the lowest. Where lanes change their width, `M` is the old one and `N`
the new. `f` is an operator of `integers`, `floats` or `conversions`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from struct import Struct

from refwasm.numerics.conversions import demote, extend_s, narrow_s, narrow_u, promote
from refwasm.numerics.floats import bits_of_float, float_of_bits
from refwasm.numerics.integers import iadd, iadd_sat_s, imul

ILANES = {8: Struct("<16B"), 16: Struct("<8H"), 32: Struct("<4I"), 64: Struct("<2Q")}
FLANES = {32: Struct("<4f"), 64: Struct("<2d")}


def lanes(M: int, v: int) -> tuple[int, ...]:
    """The lanes of `v` as unsigned integers of `M` bits.  Spec: aux-lanes"""
    return ILANES[M].unpack(v.to_bytes(16, "little"))


def vector(M: int, ls: Sequence[int]) -> int:
    """The vector whose lanes are the integers `ls`.  Spec: aux-lanes"""
    return int.from_bytes(ILANES[M].pack(*ls), "little")


def flanes(M: int, v: int) -> tuple[float, ...]:
    """The lanes of `v` as floats of `M` bits.  Spec: aux-lanes"""
    zs: tuple[float, ...] = FLANES[M].unpack(v.to_bytes(16, "little"))
    # struct quiets a signalling f32. If the sum is no NaN, there is none among the lanes.
    if M == 32 and (total := sum(zs)) != total:
        return tuple([float_of_bits(M, i) for i in lanes(M, v)])
    return zs


def fvector(M: int, zs: Sequence[float]) -> int:
    """The vector whose lanes are the floats `zs`.  Spec: aux-lanes"""
    if M == 32 and (total := sum(zs)) != total:
        return vector(M, [bits_of_float(M, z) for z in zs])
    return int.from_bytes(FLANES[M].pack(*zs), "little")


def ivunop(M: int, f: Callable[[int, int], int], v: int) -> int:
    """`f` of each integer lane.  Spec: exec-vunop"""
    return vector(M, [f(M, i) for i in lanes(M, v)])


def ivbinop(M: int, f: Callable[[int, int, int], int], v1: int, v2: int) -> int:
    """`f` of each pair of integer lanes.  Spec: exec-vbinop"""
    return vector(M, [f(M, i1, i2) for i1, i2 in zip(lanes(M, v1), lanes(M, v2))])


def ivternop(M: int, f: Callable[[int, int, int, int], int], v1: int, v2: int, v3: int) -> int:
    """`f` of each triple of integer lanes.  Spec: exec-vternop"""
    return vector(M, [f(M, *ls) for ls in zip(lanes(M, v1), lanes(M, v2), lanes(M, v3))])


def ivrelop(M: int, f: Callable[[int, int, int], int], v1: int, v2: int) -> int:
    """Each integer lane all ones where `f` gives 1, zero where 0.  Spec: exec-vrelop"""
    ones = (1 << M) - 1
    return vector(M, [ones * f(M, i1, i2) for i1, i2 in zip(lanes(M, v1), lanes(M, v2))])


def ivshiftop(M: int, f: Callable[[int, int, int], int], v: int, i: int) -> int:
    """`f` of each integer lane and the i32 `i`.  Spec: exec-vshiftop"""
    return vector(M, [f(M, i1, i) for i1 in lanes(M, v)])


def fvunop(M: int, f: Callable[[int, float], float], v: int) -> int:
    """`f` of each float lane.  Spec: exec-vunop"""
    return fvector(M, [f(M, z) for z in flanes(M, v)])


def fvbinop(M: int, f: Callable[[int, float, float], float], v1: int, v2: int) -> int:
    """`f` of each pair of float lanes.  Spec: exec-vbinop"""
    return fvector(M, [f(M, z1, z2) for z1, z2 in zip(flanes(M, v1), flanes(M, v2))])


def fvternop(
    M: int, f: Callable[[int, float, float, float], float], v1: int, v2: int, v3: int
) -> int:
    """`f` of each triple of float lanes.  Spec: exec-vternop"""
    return fvector(M, [f(M, *zs) for zs in zip(flanes(M, v1), flanes(M, v2), flanes(M, v3))])


def fvrelop(M: int, f: Callable[[int, float, float], int], v1: int, v2: int) -> int:
    """Each float lane all ones where `f` gives 1, zero where 0.  Spec: exec-vrelop"""
    ones = (1 << M) - 1
    return vector(M, [ones * f(M, z1, z2) for z1, z2 in zip(flanes(M, v1), flanes(M, v2))])


def ivall_true(M: int, v: int) -> int:
    """1 if no lane is zero, else 0.  Spec: exec-vtestop"""
    return 1 if all(lanes(M, v)) else 0


def ivbitmask(M: int, v: int) -> int:
    """The sign bits of the lanes, that of lane 0 lowest.  Spec: op-ivbitmask"""
    return sum([i >> M - 1 << l for l, i in enumerate(lanes(M, v))])


def ivswizzle(M: int, v1: int, v2: int) -> int:
    """The lanes of `v1` that those of `v2` select; zero where too large.  Spec: op-ivswizzle"""
    source = lanes(M, v1)
    return vector(M, [source[i] if i < len(source) else 0 for i in lanes(M, v2)])


def ivshuffle(M: int, ls: Sequence[int], v1: int, v2: int) -> int:
    """The lanes that `ls` selects from those of `v1` and then `v2`.  Spec: op-ivshuffle"""
    source = lanes(M, v1) + lanes(M, v2)
    return vector(M, [source[l] for l in ls])


def ivsplat(M: int, i: int) -> int:
    """Every lane the low `M` bits of `i`.  Spec: exec-vsplat"""
    return i % (1 << M) * ((2**128 - 1) // ((1 << M) - 1))


def fvsplat(M: int, z: float) -> int:
    """Every lane the float `z`.  Spec: exec-vsplat"""
    return ivsplat(M, bits_of_float(M, z))


def ivextract_u(M: int, N: int, l: int, v: int) -> int:
    """Lane `l`, zero-extended.  Spec: exec-vextract_lane"""
    return (v >> l * M) % (1 << M)


def ivextract_s(M: int, N: int, l: int, v: int) -> int:
    """Lane `l`, sign-extended.  Spec: exec-vextract_lane"""
    return extend_s(M, N, (v >> l * M) % (1 << M))


def fvextract(M: int, l: int, v: int) -> float:
    """Lane `l` as a float.  Spec: exec-vextract_lane"""
    return float_of_bits(M, (v >> l * M) % (1 << M))


def ivreplace(M: int, l: int, v: int, i: int) -> int:
    """`v` with the low `M` bits of `i` as lane `l`.  Spec: exec-vreplace_lane"""
    return v ^ (v >> l * M ^ i) % (1 << M) << l * M


def fvreplace(M: int, l: int, v: int, z: float) -> int:
    """`v` with the float `z` as lane `l`.  Spec: exec-vreplace_lane"""
    return ivreplace(M, l, v, bits_of_float(M, z))


def vnarrow_u(M: int, N: int, v1: int, v2: int) -> int:
    """The signed lanes of `v1`, then `v2`, saturated to unsigned ones.  Spec: op-vnarrow"""
    return vector(N, [narrow_u(M, N, i) for i in lanes(M, v1) + lanes(M, v2)])


def vnarrow_s(M: int, N: int, v1: int, v2: int) -> int:
    """The signed lanes of `v1`, then `v2`, saturated to signed ones.  Spec: op-vnarrow"""
    return vector(N, [narrow_s(M, N, i) for i in lanes(M, v1) + lanes(M, v2)])


def vextend_low(M: int, N: int, f: Callable[[int, int, int], int], v: int) -> int:
    """The lower half of the lanes, extended by `f`.  Spec: op-vcvtop"""
    return vector(N, [f(M, N, i) for i in lanes(M, v)[: 128 // N]])


def vextend_high(M: int, N: int, f: Callable[[int, int, int], int], v: int) -> int:
    """The upper half of the lanes, extended by `f`.  Spec: op-vcvtop"""
    return vector(N, [f(M, N, i) for i in lanes(M, v)[128 // N :]])


def vextadd_pairwise(M: int, N: int, f: Callable[[int, int, int], int], v: int) -> int:
    """The sums of neighbouring lanes, extended by `f` before.  Spec: op-vextunop"""
    ls = [f(M, N, i) for i in lanes(M, v)]
    return vector(N, [iadd(N, i1, i2) for i1, i2 in zip(ls[::2], ls[1::2])])


def vextmul_low(M: int, N: int, f: Callable[[int, int, int], int], v1: int, v2: int) -> int:
    """The products of the lower lanes, extended by `f` before.  Spec: op-vextbinop"""
    return ivbinop(N, imul, vextend_low(M, N, f, v1), vextend_low(M, N, f, v2))


def vextmul_high(M: int, N: int, f: Callable[[int, int, int], int], v1: int, v2: int) -> int:
    """The products of the upper lanes, extended by `f` before.  Spec: op-vextbinop"""
    return ivbinop(N, imul, vextend_high(M, N, f, v1), vextend_high(M, N, f, v2))


def products(M: int, N: int, v1: int, v2: int) -> list[int]:
    """The signed products of all lanes, of `N` bits.  Spec: op-vextbinop"""
    pairs = zip(lanes(M, v1), lanes(M, v2))
    return [imul(N, extend_s(M, N, i1), extend_s(M, N, i2)) for i1, i2 in pairs]


def vdot_s(M: int, N: int, v1: int, v2: int) -> int:
    """The sums of neighbouring signed products.  Spec: op-vextbinop"""
    ls = products(M, N, v1, v2)
    return vector(N, [iadd(N, i1, i2) for i1, i2 in zip(ls[::2], ls[1::2])])


def vrelaxed_dot(M: int, N: int, v1: int, v2: int) -> int:
    """The sums of neighbouring signed products, saturated.  Spec: op-vextbinop"""
    ls = products(M, N, v1, v2)
    return vector(N, [iadd_sat_s(N, i1, i2) for i1, i2 in zip(ls[::2], ls[1::2])])


def vrelaxed_dot_add(v1: int, v2: int, v3: int) -> int:
    """`vrelaxed_dot` of bytes, added pairwise and to the i32 lanes of `v3`.  Spec: op-vextternop"""
    sums = vextadd_pairwise(16, 32, extend_s, vrelaxed_dot(8, 16, v1, v2))
    return ivbinop(32, iadd, sums, v3)


def vconvert(M: int, N: int, f: Callable[[int, int, int], float], v: int) -> int:
    """Each integer lane, converted to a float by `f`.  Spec: op-vcvtop"""
    return fvector(N, [f(M, N, i) for i in lanes(M, v)])


def vconvert_low(M: int, N: int, f: Callable[[int, int, int], float], v: int) -> int:
    """The lower half of the integer lanes, converted to floats by `f`.  Spec: op-vcvtop"""
    return fvector(N, [f(M, N, i) for i in lanes(M, v)[: 128 // N]])


def vtrunc(M: int, N: int, f: Callable[[int, int, float], int], v: int) -> int:
    """Each float lane, converted to an integer by `f`.  Spec: op-vcvtop"""
    return vector(N, [f(M, N, z) for z in flanes(M, v)])


def vtrunc_zero(M: int, N: int, f: Callable[[int, int, float], int], v: int) -> int:
    """The float lanes, converted to integers by `f`; the upper half zero.  Spec: op-vcvtop"""
    return vector(N, [f(M, N, z) for z in flanes(M, v)] + [0] * (128 // M))


def vdemote_zero(M: int, N: int, v: int) -> int:
    """The float lanes, demoted; the upper half zero.  Spec: op-demote"""
    return fvector(N, [demote(M, N, z) for z in flanes(M, v)] + [0.0] * (128 // M))


def vpromote_low(M: int, N: int, v: int) -> int:
    """The lower half of the float lanes, promoted.  Spec: op-promote"""
    return fvector(N, [promote(M, N, z) for z in flanes(M, v)[: 128 // N]])


def vload_splat(M: int, i: int) -> int:
    """Every lane the `M` bits of `i`, read from memory.  Spec: exec-vload-splat"""
    return ivsplat(M, i)


def vload_extend(M: int, N: int, f: Callable[[int, int, int], int], i: int) -> int:
    """The lanes of the 64 bits of `i`, read from memory, extended by `f`.  Spec: exec-vload-pack"""
    return vextend_low(M, N, f, i)
