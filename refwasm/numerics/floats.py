"""Floating-point operators: section "Floating-Point Operations" of the chapter on numerics.

`N` is 32 or 64. `z` is a Python float: an f64 as it is; an f32 as the double of the same value,
and the 23 payload bits of a NaN as the upper ones of the double's 52. Operators other than
`fabs`, `fneg` and `fcopysign` return the positive canonical NaN (deterministic profile).
"""

# ruff: noqa: PLR0124 - `z == z` asks for a NaN without a call, in every arithmetic instruction
# ruff: noqa: FURB136 - min and max are slower, and name no order of the operands for NaNs

from __future__ import annotations

from fractions import Fraction
from math import ceil, copysign, floor, inf, ldexp, nan, sqrt, trunc
from struct import Struct

NAN = nan  # positive, only the top bit of the payload set: canonical at both widths
F32, F64, I32, I64 = Struct("<f"), Struct("<d"), Struct("<I"), Struct("<Q")


def float_of_bits(N: int, i: int) -> float:
    """The float that the `N` bits of `i` represent, a signalling NaN too.  Spec: op-reinterpret"""
    return f64_of_bits(i) if N == 64 else f32_of_bits(i)


def bits_of_float(N: int, z: float) -> int:
    """The `N` bits that represent `z`, a signalling NaN too.  Spec: op-reinterpret"""
    return bits_of_f64(z) if N == 64 else bits_of_f32(z)


def f64_of_bits(i: int) -> float:
    """`float_of_bits` at 64 bits.  Spec: aux-fbits"""
    z: float = F64.unpack(I64.pack(i))[0]
    return z


def bits_of_f64(z: float) -> int:
    """`bits_of_float` at 64 bits.  Spec: aux-fbits"""
    i: int = I64.unpack(F64.pack(z))[0]
    return i


def f32_of_bits(i: int) -> float:
    """`float_of_bits` at 32 bits.  Spec: aux-fbits"""
    z: float = F32.unpack(I32.pack(i))[0]
    if z == z:
        return z
    # A C cast from float to double, which is what struct does, makes a signalling NaN quiet.
    return f64_of_bits(i >> 31 << 63 | 0x7FF << 52 | i % 2**23 << 29)


def bits_of_f32(z: float) -> int:
    """`bits_of_float` at 32 bits.  Spec: aux-fbits"""
    if z == z:
        i: int = I32.unpack(F32.pack(z))[0]
        return i
    i = bits_of_f64(z)
    return i >> 63 << 31 | 0xFF << 23 | (i >> 29) % 2**23


def fround32(z: float) -> float:
    """`fround` at 32 bits.  Spec: aux-ieee"""
    # A shared array("f") slot takes 30 ns less, but is not safe where threads run in parallel.
    try:
        r: float = F32.unpack(F32.pack(z))[0]
    except OverflowError:
        return copysign(inf, z)
    return r


def fround(N: int, z: float) -> float:
    """The double `z` rounded to `N` bits, infinity if too large.  Spec: aux-ieee"""
    return z if N == 64 else fround32(z)


def fround_exact(N: int, r: Fraction | int) -> float:
    """The exact value `r` rounded once to `N` bits, infinity if too large.  Spec: aux-ieee"""
    try:
        if N == 64:
            return r.numerator / r.denominator
        # Rounding to odd at two bits more than f32 has keeps the second rounding innocent.
        e = max(r.numerator.bit_length() - r.denominator.bit_length() - 26, -151)
        j, rest = divmod(r.numerator << max(-e, 0), r.denominator << max(e, 0))
        return fround32(ldexp(j | (rest != 0), e))
    except OverflowError:
        return inf if r.numerator > 0 else -inf


def fresult(N: int, z: float) -> float:
    """What an operator returns for `z`, its result as a double.  Spec: aux-nans"""
    return (z if N == 64 else fround32(z)) if z == z else NAN


def fadd(N: int, z1: float, z2: float) -> float:
    """The sum.  Spec: op-fadd"""
    return fresult(N, z1 + z2)


def fsub(N: int, z1: float, z2: float) -> float:
    """The difference.  Spec: op-fsub"""
    return fresult(N, z1 - z2)


def fmul(N: int, z1: float, z2: float) -> float:
    """The product.  Spec: op-fmul"""
    return fresult(N, z1 * z2)


def fdiv(N: int, z1: float, z2: float) -> float:
    """The quotient; infinite for a zero divisor.  Spec: op-fdiv"""
    return fresult(N, z1 / z2 if z2 != 0.0 else z1 * copysign(inf, z2))


def fmin(N: int, z1: float, z2: float) -> float:
    """The lesser, where -0 is less than +0; NaN if either is.  Spec: op-fmin"""
    if z1 != z2:
        return z1 if z1 < z2 else z2 if z2 < z1 else NAN
    return z1 if copysign(1.0, z1) < 0.0 else z2


def fmax(N: int, z1: float, z2: float) -> float:
    """The greater, where +0 is greater than -0; NaN if either is.  Spec: op-fmax"""
    if z1 != z2:
        return z1 if z1 > z2 else z2 if z2 > z1 else NAN
    return z1 if copysign(1.0, z1) > 0.0 else z2


def fcopysign(N: int, z1: float, z2: float) -> float:
    """`z1` with the sign bit of `z2`, its payload kept.  Spec: op-fcopysign"""
    return copysign(z1, z2)


def fabs(N: int, z: float) -> float:
    """`z` with the sign bit cleared, its payload kept.  Spec: op-fabs"""
    return abs(z)


def fneg(N: int, z: float) -> float:
    """`z` with the sign bit flipped, its payload kept.  Spec: op-fneg"""
    return -z


def fsqrt(N: int, z: float) -> float:
    """The square root.  Spec: op-fsqrt"""
    return fround(N, sqrt(z)) if z >= 0.0 else NAN


# Below: from 2**52 on every double is integral; a result of zero has the sign of the operand.


def fceil(N: int, z: float) -> float:
    """The least integral value not less than `z`.  Spec: op-fceil"""
    return copysign(ceil(z), z) if abs(z) < 2.0**52 else z if z == z else NAN


def ffloor(N: int, z: float) -> float:
    """The greatest integral value not greater than `z`.  Spec: op-ffloor"""
    return copysign(floor(z), z) if abs(z) < 2.0**52 else z if z == z else NAN


def ftrunc(N: int, z: float) -> float:
    """The integral part of `z`.  Spec: op-ftrunc"""
    return copysign(trunc(z), z) if abs(z) < 2.0**52 else z if z == z else NAN


def fnearest(N: int, z: float) -> float:
    """The integral value nearest to `z`, halves to the even one.  Spec: op-fnearest"""
    return copysign(round(z), z) if abs(z) < 2.0**52 else z if z == z else NAN


def feq(N: int, z1: float, z2: float) -> int:
    """1 if equal, else 0.  Spec: op-feq"""
    return 1 if z1 == z2 else 0


def fne(N: int, z1: float, z2: float) -> int:
    """1 if different or either is NaN, else 0.  Spec: op-fne"""
    return 1 if z1 != z2 else 0


def flt(N: int, z1: float, z2: float) -> int:
    """1 if less, else 0.  Spec: op-flt"""
    return 1 if z1 < z2 else 0


def fgt(N: int, z1: float, z2: float) -> int:
    """1 if greater, else 0.  Spec: op-fgt"""
    return 1 if z1 > z2 else 0


def fle(N: int, z1: float, z2: float) -> int:
    """1 if less or equal, else 0.  Spec: op-fle"""
    return 1 if z1 <= z2 else 0


def fge(N: int, z1: float, z2: float) -> int:
    """1 if greater or equal, else 0.  Spec: op-fge"""
    return 1 if z1 >= z2 else 0


def fpmin(N: int, z1: float, z2: float) -> float:
    """`z2` if less than `z1`, else `z1`, whatever NaNs it holds.  Spec: op-fpmin"""
    return z2 if z2 < z1 else z1


def fpmax(N: int, z1: float, z2: float) -> float:
    """`z2` if greater than `z1`, else `z1`, whatever NaNs it holds.  Spec: op-fpmax"""
    return z2 if z1 < z2 else z1
