"""Relaxed operators as the deterministic profile fixes them: every parameter is 0.

`vrelaxed_dot` and `vrelaxed_dot_add` stand in `vectors`.  Spec: relaxed-ops
"""

from __future__ import annotations

from refwasm.numerics.conversions import trunc_sat_s, trunc_sat_u
from refwasm.numerics.floats import fadd, fmax, fmin, fmul, fneg
from refwasm.numerics.integers import ibitselect, iq15mulrsat_s
from refwasm.numerics.vectors import ivswizzle


def frelaxed_madd(N: int, z1: float, z2: float, z3: float) -> float:
    """`z1 * z2 + z3`, rounded twice.  Spec: op-frelaxed_madd"""
    return fadd(N, fmul(N, z1, z2), z3)


def frelaxed_nmadd(N: int, z1: float, z2: float, z3: float) -> float:
    """`-z1 * z2 + z3`, rounded twice.  Spec: op-frelaxed_nmadd"""
    return frelaxed_madd(N, fneg(N, z1), z2, z3)


def frelaxed_min(N: int, z1: float, z2: float) -> float:
    """`fmin`.  Spec: op-frelaxed_min"""
    return fmin(N, z1, z2)


def frelaxed_max(N: int, z1: float, z2: float) -> float:
    """`fmax`.  Spec: op-frelaxed_max"""
    return fmax(N, z1, z2)


def irelaxed_q15mulr_s(N: int, i1: int, i2: int) -> int:
    """`iq15mulrsat_s`.  Spec: op-irelaxed_q15mulr_s"""
    return iq15mulrsat_s(N, i1, i2)


def irelaxed_laneselect(N: int, i1: int, i2: int, i3: int) -> int:
    """`ibitselect`.  Spec: op-irelaxed_laneselect"""
    return ibitselect(N, i1, i2, i3)


def relaxed_trunc_u(M: int, N: int, z: float) -> int:
    """`trunc_sat_u`.  Spec: op-relaxed_trunc_u"""
    return trunc_sat_u(M, N, z)


def relaxed_trunc_s(M: int, N: int, z: float) -> int:
    """`trunc_sat_s`.  Spec: op-relaxed_trunc_s"""
    return trunc_sat_s(M, N, z)


def ivrelaxed_swizzle(M: int, v1: int, v2: int) -> int:
    """`ivswizzle`.  Spec: op-ivrelaxed_swizzle"""
    return ivswizzle(M, v1, v2)
