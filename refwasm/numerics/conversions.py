"""Conversions between number types: section "Conversions" of the chapter on numerics.

`M` is the width of the source and `N` that of the target, always in this order. Those that
reinterpret bits are `floats.float_of_bits` and `floats.bits_of_float`.
"""

from __future__ import annotations

from math import isfinite, isnan

from refwasm.errors import trap_if
from refwasm.numerics.floats import NAN, fresult, fround, fround_exact
from refwasm.numerics.integers import sat_s, sat_u, signed, unsigned


def wrap(M: int, N: int, i: int) -> int:
    """`i` modulo 2**N.  Spec: op-wrap"""
    return i % (1 << N)


def extend_u(M: int, N: int, i: int) -> int:
    """`i` with zeros in front.  Spec: op-extend"""
    return i


def extend_s(M: int, N: int, i: int) -> int:
    """`i` with copies of its sign bit in front.  Spec: op-extend"""
    return unsigned(N, signed(M, i))


def narrow_u(M: int, N: int, i: int) -> int:
    """The signed reading of `i`, saturated to unsigned.  Spec: op-narrow"""
    return sat_u(N, signed(M, i))


def narrow_s(M: int, N: int, i: int) -> int:
    """The signed reading of `i`, saturated to signed.  Spec: op-narrow"""
    return unsigned(N, sat_s(N, signed(M, i)))


def trunc_u(M: int, N: int, z: float) -> int:
    """The integral part of `z`, if it is an unsigned integer of `N` bits.  Spec: op-trunc"""
    trap_if(isnan(z), "invalid conversion to integer")
    trap_if(not -1 < z < 1 << N, "integer overflow")
    return int(z)


def trunc_s(M: int, N: int, z: float) -> int:
    """The integral part of `z`, if it is a signed integer of `N` bits.  Spec: op-trunc"""
    trap_if(isnan(z), "invalid conversion to integer")
    trap_if(not -(1 << N - 1) - 1 < z < 1 << N - 1, "integer overflow")
    return unsigned(N, int(z))


def trunc_sat_u(M: int, N: int, z: float) -> int:
    """The integral part of `z`, saturated to unsigned; 0 for NaN.  Spec: op-trunc_sat"""
    if isfinite(z):
        return sat_u(N, int(z))
    return (1 << N) - 1 if z > 0.0 else 0


def trunc_sat_s(M: int, N: int, z: float) -> int:
    """The integral part of `z`, saturated to signed; 0 for NaN.  Spec: op-trunc_sat"""
    if isfinite(z):
        return unsigned(N, sat_s(N, int(z)))
    return 0 if isnan(z) else (1 << N - 1) - 1 if z > 0.0 else 1 << N - 1


def convert_u(M: int, N: int, i: int) -> float:
    """The unsigned `i` as a float, rounded once.  Spec: op-convert"""
    return fround(N, float(i)) if M == 32 or N == 64 else fround_exact(N, i)


def convert_s(M: int, N: int, i: int) -> float:
    """The signed reading of `i` as a float, rounded once.  Spec: op-convert"""
    # An i32 is exact as a double; an i64 on its way to f32 must not be rounded to a double first.
    return fround(N, float(signed(M, i))) if M == 32 or N == 64 else fround_exact(N, signed(M, i))


def demote(M: int, N: int, z: float) -> float:
    """The f64 `z` rounded to f32.  Spec: op-demote"""
    return fresult(N, z)


def promote(M: int, N: int, z: float) -> float:
    """The f32 `z` as an f64.  Spec: op-promote"""
    return NAN if isnan(z) else z
