"""Numeric operators with their widths bound.

Written by `python -m codegen` (codegen/emit/kernels.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, copysign, floor, inf, isfinite, isnan, ldexp, sqrt, trunc

from refwasm.errors import trap
from refwasm.numerics.floats import F64, I64, NAN, bits_of_f32, f32_of_bits, fround32
from refwasm.numerics.relaxed import frelaxed_madd, frelaxed_nmadd, irelaxed_laneselect
from refwasm.numerics.vectors import FLANES, ILANES
from refwasm.runtime.aggregates import (
    array_copy,
    array_fill,
    array_get,
    array_init_data,
    array_init_elem,
    array_len,
    array_new,
    array_new_data,
    array_new_elem,
    array_new_fixed,
    array_set,
    i31,
    pack,
    ref_i31,
    struct,
    struct_new,
    struct_new_default,
)
from refwasm.runtime.casts import ref_eq, ref_test
from refwasm.runtime.exceptions import exception, thrown
from refwasm.runtime.functions import function, function_at
from refwasm.runtime.memories import (
    PACK,
    PACK_FLOAT,
    UNPACK,
    UNPACK_FLOAT,
    data_drop,
    iload,
    istore,
    memory_copy,
    memory_fill,
    memory_grow,
    memory_init,
)
from refwasm.runtime.tables import (
    elem_drop,
    table_copy,
    table_fill,
    table_get,
    table_grow,
    table_init,
    table_set,
)
from refwasm.runtime.values import default

# fmt: off
# ruff: noqa: PLR0124, FURB136, C416 - as in the functions that these are made of
# mypy: disable-error-code="no-any-return,arg-type,assignment"

FLANES_32 = FLANES[32]
FLANES_64 = FLANES[64]
ILANES_16 = ILANES[16]
ILANES_32 = ILANES[32]
ILANES_64 = ILANES[64]
ILANES_8 = ILANES[8]
PACK_128 = PACK[128]
PACK_16 = PACK[16]
PACK_32 = PACK[32]
PACK_64 = PACK[64]
PACK_FLOAT_32 = PACK_FLOAT[32]
PACK_FLOAT_64 = PACK_FLOAT[64]
UNPACK_16 = UNPACK[16]
UNPACK_32 = UNPACK[32]
UNPACK_64 = UNPACK[64]
UNPACK_FLOAT_32 = UNPACK_FLOAT[32]
UNPACK_FLOAT_64 = UNPACK_FLOAT[64]


def flanes_32(v: int) -> tuple[float, ...]:
    """`flanes`, given 32."""
    zs: tuple[float, ...] = FLANES_32.unpack(v.to_bytes(16, "little"))
    if (total := sum(zs)) != total:
        return tuple([f32_of_bits(i) for i in ILANES_32.unpack(v.to_bytes(16, "little"))])
    return zs


def fmax_32(z1: float, z2: float) -> float:
    """`fmax`, given 32."""
    if z1 != z2:
        return z1 if z1 > z2 else z2 if z2 > z1 else NAN
    return z1 if copysign(1.0, z1) > 0.0 else z2


def fmax_64(z1: float, z2: float) -> float:
    """`fmax`, given 64."""
    if z1 != z2:
        return z1 if z1 > z2 else z2 if z2 > z1 else NAN
    return z1 if copysign(1.0, z1) > 0.0 else z2


def fmin_32(z1: float, z2: float) -> float:
    """`fmin`, given 32."""
    if z1 != z2:
        return z1 if z1 < z2 else z2 if z2 < z1 else NAN
    return z1 if copysign(1.0, z1) < 0.0 else z2


def fmin_64(z1: float, z2: float) -> float:
    """`fmin`, given 64."""
    if z1 != z2:
        return z1 if z1 < z2 else z2 if z2 < z1 else NAN
    return z1 if copysign(1.0, z1) < 0.0 else z2


def fround_exact_32(r: Fraction | int) -> float:
    """`fround_exact`, given 32."""
    try:
        e = max(r.numerator.bit_length() - r.denominator.bit_length() - 26, -151)
        j, rest = divmod(r.numerator << max(-e, 0), r.denominator << max(e, 0))
        return fround32(ldexp(j | (rest != 0), e))
    except OverflowError:
        return inf if r.numerator > 0 else -inf


def fvbinop_32_fadd(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 fadd."""
    return fvector_32([fround32(_1) if (_1 := (z1 + z2)) == _1 else NAN for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_fdiv(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 fdiv."""
    return fvector_32([fround32(_1) if (_1 := (z1 / z2 if z2 != 0.0 else z1 * copysign(inf, z2)))
        == _1 else NAN for z1, z2 in zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_fmax(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 fmax."""
    return fvector_32([fmax_32(z1, z2) for z1, z2 in zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_fmin(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 fmin."""
    return fvector_32([fmin_32(z1, z2) for z1, z2 in zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_fmul(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 fmul."""
    return fvector_32([fround32(_1) if (_1 := (z1 * z2)) == _1 else NAN for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_fpmax(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 fpmax."""
    return fvector_32([z2 if z1 < z2 else z1 for z1, z2 in zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_fpmin(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 fpmin."""
    return fvector_32([z2 if z2 < z1 else z1 for z1, z2 in zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_frelaxed_max(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 frelaxed max."""
    return fvector_32([fmax_32(z1, z2) for z1, z2 in zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_frelaxed_min(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 frelaxed min."""
    return fvector_32([fmin_32(z1, z2) for z1, z2 in zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_32_fsub(v1: int, v2: int) -> int:
    """`fvbinop`, given 32 fsub."""
    return fvector_32([fround32(_1) if (_1 := (z1 - z2)) == _1 else NAN for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))])


def fvbinop_64_fadd(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 fadd."""
    return int.from_bytes(FLANES_64.pack(*[_1 if (_1 := (z1 + z2)) == _1 else NAN for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvbinop_64_fdiv(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 fdiv."""
    return int.from_bytes(FLANES_64.pack(*[_1 if (_1 := (z1 / z2 if z2 != 0.0 else z1 *
        copysign(inf, z2))) == _1 else NAN for z1, z2 in zip(FLANES_64.unpack(v1.to_bytes(16,
        "little")), FLANES_64.unpack(v2.to_bytes(16, "little")))]), "little")


def fvbinop_64_fmax(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 fmax."""
    return int.from_bytes(FLANES_64.pack(*[fmax_64(z1, z2) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvbinop_64_fmin(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 fmin."""
    return int.from_bytes(FLANES_64.pack(*[fmin_64(z1, z2) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvbinop_64_fmul(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 fmul."""
    return int.from_bytes(FLANES_64.pack(*[_1 if (_1 := (z1 * z2)) == _1 else NAN for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvbinop_64_fpmax(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 fpmax."""
    return int.from_bytes(FLANES_64.pack(*[z2 if z1 < z2 else z1 for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvbinop_64_fpmin(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 fpmin."""
    return int.from_bytes(FLANES_64.pack(*[z2 if z2 < z1 else z1 for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvbinop_64_frelaxed_max(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 frelaxed max."""
    return int.from_bytes(FLANES_64.pack(*[fmax_64(z1, z2) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvbinop_64_frelaxed_min(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 frelaxed min."""
    return int.from_bytes(FLANES_64.pack(*[fmin_64(z1, z2) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvbinop_64_fsub(v1: int, v2: int) -> int:
    """`fvbinop`, given 64 fsub."""
    return int.from_bytes(FLANES_64.pack(*[_1 if (_1 := (z1 - z2)) == _1 else NAN for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvector_32(zs: Sequence[float]) -> int:
    """`fvector`, given 32."""
    if (total := sum(zs)) != total:
        return int.from_bytes(ILANES_32.pack(*[bits_of_f32(z) for z in zs]), "little")
    return int.from_bytes(FLANES_32.pack(*zs), "little")


def fvrelop_32_feq(v1: int, v2: int) -> int:
    """`fvrelop`, given 32 feq."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if z1 == z2 else 0) for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))]), "little")


def fvrelop_32_fge(v1: int, v2: int) -> int:
    """`fvrelop`, given 32 fge."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if z1 >= z2 else 0) for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))]), "little")


def fvrelop_32_fgt(v1: int, v2: int) -> int:
    """`fvrelop`, given 32 fgt."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if z1 > z2 else 0) for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))]), "little")


def fvrelop_32_fle(v1: int, v2: int) -> int:
    """`fvrelop`, given 32 fle."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if z1 <= z2 else 0) for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))]), "little")


def fvrelop_32_flt(v1: int, v2: int) -> int:
    """`fvrelop`, given 32 flt."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if z1 < z2 else 0) for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))]), "little")


def fvrelop_32_fne(v1: int, v2: int) -> int:
    """`fvrelop`, given 32 fne."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if z1 != z2 else 0) for z1, z2 in
        zip(flanes_32(v1), flanes_32(v2))]), "little")


def fvrelop_64_feq(v1: int, v2: int) -> int:
    """`fvrelop`, given 64 feq."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if z1 == z2 else 0) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvrelop_64_fge(v1: int, v2: int) -> int:
    """`fvrelop`, given 64 fge."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if z1 >= z2 else 0) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvrelop_64_fgt(v1: int, v2: int) -> int:
    """`fvrelop`, given 64 fgt."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if z1 > z2 else 0) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvrelop_64_fle(v1: int, v2: int) -> int:
    """`fvrelop`, given 64 fle."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if z1 <= z2 else 0) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvrelop_64_flt(v1: int, v2: int) -> int:
    """`fvrelop`, given 64 flt."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if z1 < z2 else 0) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvrelop_64_fne(v1: int, v2: int) -> int:
    """`fvrelop`, given 64 fne."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if z1 != z2 else 0) for z1, z2 in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def fvternop_32_frelaxed_madd(v1: int, v2: int, v3: int) -> int:
    """`fvternop`, given 32 frelaxed madd."""
    return fvector_32([frelaxed_madd(32, *zs) for zs in zip(flanes_32(v1), flanes_32(v2),
        flanes_32(v3))])


def fvternop_32_frelaxed_nmadd(v1: int, v2: int, v3: int) -> int:
    """`fvternop`, given 32 frelaxed nmadd."""
    return fvector_32([frelaxed_nmadd(32, *zs) for zs in zip(flanes_32(v1), flanes_32(v2),
        flanes_32(v3))])


def fvternop_64_frelaxed_madd(v1: int, v2: int, v3: int) -> int:
    """`fvternop`, given 64 frelaxed madd."""
    return int.from_bytes(FLANES_64.pack(*[frelaxed_madd(64, *zs) for zs in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")), FLANES_64.unpack(v3.to_bytes(16, "little")))]), "little")


def fvternop_64_frelaxed_nmadd(v1: int, v2: int, v3: int) -> int:
    """`fvternop`, given 64 frelaxed nmadd."""
    return int.from_bytes(FLANES_64.pack(*[frelaxed_nmadd(64, *zs) for zs in
        zip(FLANES_64.unpack(v1.to_bytes(16, "little")), FLANES_64.unpack(v2.to_bytes(16,
        "little")), FLANES_64.unpack(v3.to_bytes(16, "little")))]), "little")


def fvunop_32_fabs(v: int) -> int:
    """`fvunop`, given 32 fabs."""
    return fvector_32([abs(z) for z in flanes_32(v)])


def fvunop_32_fceil(v: int) -> int:
    """`fvunop`, given 32 fceil."""
    return fvector_32([copysign(ceil(z), z) if abs(z) < 4503599627370496.0 else z if z == z else
        NAN for z in flanes_32(v)])


def fvunop_32_ffloor(v: int) -> int:
    """`fvunop`, given 32 ffloor."""
    return fvector_32([copysign(floor(z), z) if abs(z) < 4503599627370496.0 else z if z == z else
        NAN for z in flanes_32(v)])


def fvunop_32_fnearest(v: int) -> int:
    """`fvunop`, given 32 fnearest."""
    return fvector_32([copysign(round(z), z) if abs(z) < 4503599627370496.0 else z if z == z else
        NAN for z in flanes_32(v)])


def fvunop_32_fneg(v: int) -> int:
    """`fvunop`, given 32 fneg."""
    return fvector_32([-z for z in flanes_32(v)])


def fvunop_32_fsqrt(v: int) -> int:
    """`fvunop`, given 32 fsqrt."""
    return fvector_32([fround32(sqrt(z)) if z >= 0.0 else NAN for z in flanes_32(v)])


def fvunop_32_ftrunc(v: int) -> int:
    """`fvunop`, given 32 ftrunc."""
    return fvector_32([copysign(trunc(z), z) if abs(z) < 4503599627370496.0 else z if z == z else
        NAN for z in flanes_32(v)])


def fvunop_64_fabs(v: int) -> int:
    """`fvunop`, given 64 fabs."""
    return int.from_bytes(FLANES_64.pack(*[abs(z) for z in FLANES_64.unpack(v.to_bytes(16,
        "little"))]), "little")


def fvunop_64_fceil(v: int) -> int:
    """`fvunop`, given 64 fceil."""
    return int.from_bytes(FLANES_64.pack(*[copysign(ceil(z), z) if abs(z) < 4503599627370496.0 else
        z if z == z else NAN for z in FLANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def fvunop_64_ffloor(v: int) -> int:
    """`fvunop`, given 64 ffloor."""
    return int.from_bytes(FLANES_64.pack(*[copysign(floor(z), z) if abs(z) < 4503599627370496.0
        else z if z == z else NAN for z in FLANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def fvunop_64_fnearest(v: int) -> int:
    """`fvunop`, given 64 fnearest."""
    return int.from_bytes(FLANES_64.pack(*[copysign(round(z), z) if abs(z) < 4503599627370496.0
        else z if z == z else NAN for z in FLANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def fvunop_64_fneg(v: int) -> int:
    """`fvunop`, given 64 fneg."""
    return int.from_bytes(FLANES_64.pack(*[-z for z in FLANES_64.unpack(v.to_bytes(16,
        "little"))]), "little")


def fvunop_64_fsqrt(v: int) -> int:
    """`fvunop`, given 64 fsqrt."""
    return int.from_bytes(FLANES_64.pack(*[sqrt(z) if z >= 0.0 else NAN for z in
        FLANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def fvunop_64_ftrunc(v: int) -> int:
    """`fvunop`, given 64 ftrunc."""
    return int.from_bytes(FLANES_64.pack(*[copysign(trunc(z), z) if abs(z) < 4503599627370496.0
        else z if z == z else NAN for z in FLANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def idiv_s_32(i1: int, i2: int) -> int:
    """`idiv_s`, given 32."""
    j1, j2 = (i1 if i1 < 2147483648 else i1 - 4294967296, i2 if i2 < 2147483648 else i2 -
        4294967296)
    if j2 == 0:
        trap("integer divide by zero")
    if j1 == -2147483648 and j2 == -1:
        trap("integer overflow")
    return (j1 // j2 if (j1 < 0) == (j2 < 0) else -(-j1 // j2)) & 4294967295


def idiv_s_64(i1: int, i2: int) -> int:
    """`idiv_s`, given 64."""
    j1, j2 = (i1 if i1 < 9223372036854775808 else i1 - 18446744073709551616, i2 if i2 <
        9223372036854775808 else i2 - 18446744073709551616)
    if j2 == 0:
        trap("integer divide by zero")
    if j1 == -9223372036854775808 and j2 == -1:
        trap("integer overflow")
    return (j1 // j2 if (j1 < 0) == (j2 < 0) else -(-j1 // j2)) & 18446744073709551615


def idiv_u_32(i1: int, i2: int) -> int:
    """`idiv_u`, given 32."""
    if i2 == 0:
        trap("integer divide by zero")
    return i1 // i2


def idiv_u_64(i1: int, i2: int) -> int:
    """`idiv_u`, given 64."""
    if i2 == 0:
        trap("integer divide by zero")
    return i1 // i2


def irem_s_32(i1: int, i2: int) -> int:
    """`irem_s`, given 32."""
    j1, j2 = (i1 if i1 < 2147483648 else i1 - 4294967296, i2 if i2 < 2147483648 else i2 -
        4294967296)
    if j2 == 0:
        trap("integer divide by zero")
    return j1 - j2 * (j1 // j2 if (j1 < 0) == (j2 < 0) else -(-j1 // j2)) & 4294967295


def irem_s_64(i1: int, i2: int) -> int:
    """`irem_s`, given 64."""
    j1, j2 = (i1 if i1 < 9223372036854775808 else i1 - 18446744073709551616, i2 if i2 <
        9223372036854775808 else i2 - 18446744073709551616)
    if j2 == 0:
        trap("integer divide by zero")
    return j1 - j2 * (j1 // j2 if (j1 < 0) == (j2 < 0) else -(-j1 // j2)) & 18446744073709551615


def irem_u_32(i1: int, i2: int) -> int:
    """`irem_u`, given 32."""
    if i2 == 0:
        trap("integer divide by zero")
    return i1 % i2


def irem_u_64(i1: int, i2: int) -> int:
    """`irem_u`, given 64."""
    if i2 == 0:
        trap("integer divide by zero")
    return i1 % i2


def ivbinop_16_iadd_sat_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 iadd sat s."""
    return int.from_bytes(ILANES_16.pack(*[(-32768 if (_1 := ((i1 if i1 < 32768 else i1 - 65536) +
        (i2 if i2 < 32768 else i2 - 65536))) < -32768 else 32767 if _1 >= 32768 else _1) & 65535
        for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16, "little")),
        ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_16_iadd_sat_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 iadd sat u."""
    return int.from_bytes(ILANES_16.pack(*[0 if (_1 := (i1 + i2)) < 0 else 65535 if _1 > 65535 else
        _1 for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16, "little")),
        ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_16_iavgr_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 iavgr u."""
    return int.from_bytes(ILANES_16.pack(*[(i1 + i2 + 1) // 2 for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_16_imax_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 imax s."""
    return int.from_bytes(ILANES_16.pack(*[i1 if (i1 if i1 < 32768 else i1 - 65536) >= (i2 if i2 <
        32768 else i2 - 65536) else i2 for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16,
        "little")), ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_16_imax_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 imax u."""
    return int.from_bytes(ILANES_16.pack(*[i1 if i1 >= i2 else i2 for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_16_imin_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 imin s."""
    return int.from_bytes(ILANES_16.pack(*[i1 if (i1 if i1 < 32768 else i1 - 65536) <= (i2 if i2 <
        32768 else i2 - 65536) else i2 for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16,
        "little")), ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_16_imin_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 imin u."""
    return int.from_bytes(ILANES_16.pack(*[i1 if i1 <= i2 else i2 for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_16_imul(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 imul."""
    return int.from_bytes(ILANES_16.pack(*[i1 * i2 & 65535 for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_16_iq15mulrsat_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 iq15mulrsat s."""
    return int.from_bytes(ILANES_16.pack(*[(-32768 if (_1 := ((i1 if i1 < 32768 else i1 - 65536) *
        (i2 if i2 < 32768 else i2 - 65536) + 16384 >> 15)) < -32768 else 32767 if _1 >= 32768 else
        _1) & 65535 for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16, "little")),
        ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_16_irelaxed_q15mulr_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 irelaxed q15mulr s."""
    return int.from_bytes(ILANES_16.pack(*[(-32768 if (_1 := ((i1 if i1 < 32768 else i1 - 65536) *
        (i2 if i2 < 32768 else i2 - 65536) + 16384 >> 15)) < -32768 else 32767 if _1 >= 32768 else
        _1) & 65535 for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16, "little")),
        ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_16_isub_sat_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 isub sat s."""
    return int.from_bytes(ILANES_16.pack(*[(-32768 if (_1 := ((i1 if i1 < 32768 else i1 - 65536) -
        (i2 if i2 < 32768 else i2 - 65536))) < -32768 else 32767 if _1 >= 32768 else _1) & 65535
        for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16, "little")),
        ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_16_isub_sat_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 16 isub sat u."""
    return int.from_bytes(ILANES_16.pack(*[0 if (_1 := (i1 - i2)) < 0 else 65535 if _1 > 65535 else
        _1 for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16, "little")),
        ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_32_imax_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 32 imax s."""
    return int.from_bytes(ILANES_32.pack(*[i1 if (i1 if i1 < 2147483648 else i1 - 4294967296) >=
        (i2 if i2 < 2147483648 else i2 - 4294967296) else i2 for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_32_imax_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 32 imax u."""
    return int.from_bytes(ILANES_32.pack(*[i1 if i1 >= i2 else i2 for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_32_imin_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 32 imin s."""
    return int.from_bytes(ILANES_32.pack(*[i1 if (i1 if i1 < 2147483648 else i1 - 4294967296) <=
        (i2 if i2 < 2147483648 else i2 - 4294967296) else i2 for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_32_imin_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 32 imin u."""
    return int.from_bytes(ILANES_32.pack(*[i1 if i1 <= i2 else i2 for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_32_imul(v1: int, v2: int) -> int:
    """`ivbinop`, given 32 imul."""
    return int.from_bytes(ILANES_32.pack(*[i1 * i2 & 4294967295 for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_64_imul(v1: int, v2: int) -> int:
    """`ivbinop`, given 64 imul."""
    return int.from_bytes(ILANES_64.pack(*[i1 * i2 & 18446744073709551615 for i1, i2 in
        zip(ILANES_64.unpack(v1.to_bytes(16, "little")), ILANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_8_iadd_sat_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 iadd sat s."""
    return int.from_bytes(ILANES_8.pack(*[(-128 if (_1 := ((i1 if i1 < 128 else i1 - 256) + (i2 if
        i2 < 128 else i2 - 256))) < -128 else 127 if _1 >= 128 else _1) & 255 for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_8_iadd_sat_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 iadd sat u."""
    return int.from_bytes(ILANES_8.pack(*[0 if (_1 := (i1 + i2)) < 0 else 255 if _1 > 255 else _1
        for i1, i2 in zip(ILANES_8.unpack(v1.to_bytes(16, "little")),
        ILANES_8.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_8_iavgr_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 iavgr u."""
    return int.from_bytes(ILANES_8.pack(*[(i1 + i2 + 1) // 2 for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_8_imax_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 imax s."""
    return int.from_bytes(ILANES_8.pack(*[i1 if (i1 if i1 < 128 else i1 - 256) >= (i2 if i2 < 128
        else i2 - 256) else i2 for i1, i2 in zip(ILANES_8.unpack(v1.to_bytes(16, "little")),
        ILANES_8.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_8_imax_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 imax u."""
    return int.from_bytes(ILANES_8.pack(*[i1 if i1 >= i2 else i2 for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_8_imin_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 imin s."""
    return int.from_bytes(ILANES_8.pack(*[i1 if (i1 if i1 < 128 else i1 - 256) <= (i2 if i2 < 128
        else i2 - 256) else i2 for i1, i2 in zip(ILANES_8.unpack(v1.to_bytes(16, "little")),
        ILANES_8.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbinop_8_imin_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 imin u."""
    return int.from_bytes(ILANES_8.pack(*[i1 if i1 <= i2 else i2 for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_8_isub_sat_s(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 isub sat s."""
    return int.from_bytes(ILANES_8.pack(*[(-128 if (_1 := ((i1 if i1 < 128 else i1 - 256) - (i2 if
        i2 < 128 else i2 - 256))) < -128 else 127 if _1 >= 128 else _1) & 255 for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivbinop_8_isub_sat_u(v1: int, v2: int) -> int:
    """`ivbinop`, given 8 isub sat u."""
    return int.from_bytes(ILANES_8.pack(*[0 if (_1 := (i1 - i2)) < 0 else 255 if _1 > 255 else _1
        for i1, i2 in zip(ILANES_8.unpack(v1.to_bytes(16, "little")),
        ILANES_8.unpack(v2.to_bytes(16, "little")))]), "little")


def ivbitmask_16(v: int) -> int:
    """`ivbitmask`, given 16."""
    return sum([i >> 15 << l for l, i in enumerate(ILANES_16.unpack(v.to_bytes(16, "little")))])


def ivbitmask_32(v: int) -> int:
    """`ivbitmask`, given 32."""
    return sum([i >> 31 << l for l, i in enumerate(ILANES_32.unpack(v.to_bytes(16, "little")))])


def ivbitmask_64(v: int) -> int:
    """`ivbitmask`, given 64."""
    return sum([i >> 63 << l for l, i in enumerate(ILANES_64.unpack(v.to_bytes(16, "little")))])


def ivbitmask_8(v: int) -> int:
    """`ivbitmask`, given 8."""
    return sum([i >> 7 << l for l, i in enumerate(ILANES_8.unpack(v.to_bytes(16, "little")))])


def ivrelop_16_ieq(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 ieq."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if i1 == i2 else 0) for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_16_ige_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 ige s."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if (i1 if i1 < 32768 else i1 - 65536) >= (i2
        if i2 < 32768 else i2 - 65536) else 0) for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16,
        "little")), ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_16_ige_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 ige u."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if i1 >= i2 else 0) for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_16_igt_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 igt s."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if (i1 if i1 < 32768 else i1 - 65536) > (i2 if
        i2 < 32768 else i2 - 65536) else 0) for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16,
        "little")), ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_16_igt_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 igt u."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if i1 > i2 else 0) for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_16_ile_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 ile s."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if (i1 if i1 < 32768 else i1 - 65536) <= (i2
        if i2 < 32768 else i2 - 65536) else 0) for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16,
        "little")), ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_16_ile_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 ile u."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if i1 <= i2 else 0) for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_16_ilt_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 ilt s."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if (i1 if i1 < 32768 else i1 - 65536) < (i2 if
        i2 < 32768 else i2 - 65536) else 0) for i1, i2 in zip(ILANES_16.unpack(v1.to_bytes(16,
        "little")), ILANES_16.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_16_ilt_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 ilt u."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if i1 < i2 else 0) for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_16_ine(v1: int, v2: int) -> int:
    """`ivrelop`, given 16 ine."""
    ones = 65535
    return int.from_bytes(ILANES_16.pack(*[ones * (1 if i1 != i2 else 0) for i1, i2 in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_ieq(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 ieq."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if i1 == i2 else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_ige_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 ige s."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if (i1 if i1 < 2147483648 else i1 -
        4294967296) >= (i2 if i2 < 2147483648 else i2 - 4294967296) else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_ige_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 ige u."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if i1 >= i2 else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_igt_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 igt s."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if (i1 if i1 < 2147483648 else i1 -
        4294967296) > (i2 if i2 < 2147483648 else i2 - 4294967296) else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_igt_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 igt u."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if i1 > i2 else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_ile_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 ile s."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if (i1 if i1 < 2147483648 else i1 -
        4294967296) <= (i2 if i2 < 2147483648 else i2 - 4294967296) else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_ile_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 ile u."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if i1 <= i2 else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_ilt_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 ilt s."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if (i1 if i1 < 2147483648 else i1 -
        4294967296) < (i2 if i2 < 2147483648 else i2 - 4294967296) else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_ilt_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 ilt u."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if i1 < i2 else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_32_ine(v1: int, v2: int) -> int:
    """`ivrelop`, given 32 ine."""
    ones = 4294967295
    return int.from_bytes(ILANES_32.pack(*[ones * (1 if i1 != i2 else 0) for i1, i2 in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_64_ieq(v1: int, v2: int) -> int:
    """`ivrelop`, given 64 ieq."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if i1 == i2 else 0) for i1, i2 in
        zip(ILANES_64.unpack(v1.to_bytes(16, "little")), ILANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_64_ige_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 64 ige s."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if (i1 if i1 < 9223372036854775808 else i1 -
        18446744073709551616) >= (i2 if i2 < 9223372036854775808 else i2 - 18446744073709551616)
        else 0) for i1, i2 in zip(ILANES_64.unpack(v1.to_bytes(16, "little")),
        ILANES_64.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_64_igt_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 64 igt s."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if (i1 if i1 < 9223372036854775808 else i1 -
        18446744073709551616) > (i2 if i2 < 9223372036854775808 else i2 - 18446744073709551616)
        else 0) for i1, i2 in zip(ILANES_64.unpack(v1.to_bytes(16, "little")),
        ILANES_64.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_64_ile_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 64 ile s."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if (i1 if i1 < 9223372036854775808 else i1 -
        18446744073709551616) <= (i2 if i2 < 9223372036854775808 else i2 - 18446744073709551616)
        else 0) for i1, i2 in zip(ILANES_64.unpack(v1.to_bytes(16, "little")),
        ILANES_64.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_64_ilt_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 64 ilt s."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if (i1 if i1 < 9223372036854775808 else i1 -
        18446744073709551616) < (i2 if i2 < 9223372036854775808 else i2 - 18446744073709551616)
        else 0) for i1, i2 in zip(ILANES_64.unpack(v1.to_bytes(16, "little")),
        ILANES_64.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_64_ine(v1: int, v2: int) -> int:
    """`ivrelop`, given 64 ine."""
    ones = 18446744073709551615
    return int.from_bytes(ILANES_64.pack(*[ones * (1 if i1 != i2 else 0) for i1, i2 in
        zip(ILANES_64.unpack(v1.to_bytes(16, "little")), ILANES_64.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_8_ieq(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 ieq."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if i1 == i2 else 0) for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_8_ige_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 ige s."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if (i1 if i1 < 128 else i1 - 256) >= (i2 if i2
        < 128 else i2 - 256) else 0) for i1, i2 in zip(ILANES_8.unpack(v1.to_bytes(16, "little")),
        ILANES_8.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_8_ige_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 ige u."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if i1 >= i2 else 0) for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_8_igt_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 igt s."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if (i1 if i1 < 128 else i1 - 256) > (i2 if i2 <
        128 else i2 - 256) else 0) for i1, i2 in zip(ILANES_8.unpack(v1.to_bytes(16, "little")),
        ILANES_8.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_8_igt_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 igt u."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if i1 > i2 else 0) for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_8_ile_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 ile s."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if (i1 if i1 < 128 else i1 - 256) <= (i2 if i2
        < 128 else i2 - 256) else 0) for i1, i2 in zip(ILANES_8.unpack(v1.to_bytes(16, "little")),
        ILANES_8.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_8_ile_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 ile u."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if i1 <= i2 else 0) for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_8_ilt_s(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 ilt s."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if (i1 if i1 < 128 else i1 - 256) < (i2 if i2 <
        128 else i2 - 256) else 0) for i1, i2 in zip(ILANES_8.unpack(v1.to_bytes(16, "little")),
        ILANES_8.unpack(v2.to_bytes(16, "little")))]), "little")


def ivrelop_8_ilt_u(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 ilt u."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if i1 < i2 else 0) for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivrelop_8_ine(v1: int, v2: int) -> int:
    """`ivrelop`, given 8 ine."""
    ones = 255
    return int.from_bytes(ILANES_8.pack(*[ones * (1 if i1 != i2 else 0) for i1, i2 in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))]), "little")


def ivshiftop_16_ishl(v: int, i: int) -> int:
    """`ivshiftop`, given 16 ishl."""
    return int.from_bytes(ILANES_16.pack(*[i1 << (i & 15) & 65535 for i1 in
        ILANES_16.unpack(v.to_bytes(16, "little"))]), "little")


def ivshiftop_16_ishr_s(v: int, i: int) -> int:
    """`ivshiftop`, given 16 ishr s."""
    return int.from_bytes(ILANES_16.pack(*[(i1 if i1 < 32768 else i1 - 65536) >> (i & 15) & 65535
        for i1 in ILANES_16.unpack(v.to_bytes(16, "little"))]), "little")


def ivshiftop_16_ishr_u(v: int, i: int) -> int:
    """`ivshiftop`, given 16 ishr u."""
    return int.from_bytes(ILANES_16.pack(*[i1 >> (i & 15) for i1 in ILANES_16.unpack(v.to_bytes(16,
        "little"))]), "little")


def ivshiftop_32_ishl(v: int, i: int) -> int:
    """`ivshiftop`, given 32 ishl."""
    return int.from_bytes(ILANES_32.pack(*[i1 << (i & 31) & 4294967295 for i1 in
        ILANES_32.unpack(v.to_bytes(16, "little"))]), "little")


def ivshiftop_32_ishr_s(v: int, i: int) -> int:
    """`ivshiftop`, given 32 ishr s."""
    return int.from_bytes(ILANES_32.pack(*[(i1 if i1 < 2147483648 else i1 - 4294967296) >> (i & 31)
        & 4294967295 for i1 in ILANES_32.unpack(v.to_bytes(16, "little"))]), "little")


def ivshiftop_32_ishr_u(v: int, i: int) -> int:
    """`ivshiftop`, given 32 ishr u."""
    return int.from_bytes(ILANES_32.pack(*[i1 >> (i & 31) for i1 in ILANES_32.unpack(v.to_bytes(16,
        "little"))]), "little")


def ivshiftop_64_ishl(v: int, i: int) -> int:
    """`ivshiftop`, given 64 ishl."""
    return int.from_bytes(ILANES_64.pack(*[i1 << (i & 63) & 18446744073709551615 for i1 in
        ILANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def ivshiftop_64_ishr_s(v: int, i: int) -> int:
    """`ivshiftop`, given 64 ishr s."""
    return int.from_bytes(ILANES_64.pack(*[(i1 if i1 < 9223372036854775808 else i1 -
        18446744073709551616) >> (i & 63) & 18446744073709551615 for i1 in
        ILANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def ivshiftop_64_ishr_u(v: int, i: int) -> int:
    """`ivshiftop`, given 64 ishr u."""
    return int.from_bytes(ILANES_64.pack(*[i1 >> (i & 63) for i1 in ILANES_64.unpack(v.to_bytes(16,
        "little"))]), "little")


def ivshiftop_8_ishl(v: int, i: int) -> int:
    """`ivshiftop`, given 8 ishl."""
    return int.from_bytes(ILANES_8.pack(*[i1 << (i & 7) & 255 for i1 in
        ILANES_8.unpack(v.to_bytes(16, "little"))]), "little")


def ivshiftop_8_ishr_s(v: int, i: int) -> int:
    """`ivshiftop`, given 8 ishr s."""
    return int.from_bytes(ILANES_8.pack(*[(i1 if i1 < 128 else i1 - 256) >> (i & 7) & 255 for i1 in
        ILANES_8.unpack(v.to_bytes(16, "little"))]), "little")


def ivshiftop_8_ishr_u(v: int, i: int) -> int:
    """`ivshiftop`, given 8 ishr u."""
    return int.from_bytes(ILANES_8.pack(*[i1 >> (i & 7) for i1 in ILANES_8.unpack(v.to_bytes(16,
        "little"))]), "little")


def ivshuffle_8(ls: Sequence[int], v1: int, v2: int) -> int:
    """`ivshuffle`, given 8."""
    source = ILANES_8.unpack(v1.to_bytes(16, "little")) + ILANES_8.unpack(v2.to_bytes(16, "little"))
    return int.from_bytes(ILANES_8.pack(*[source[l] for l in ls]), "little")


def ivswizzle_8(v1: int, v2: int) -> int:
    """`ivswizzle`, given 8."""
    source = ILANES_8.unpack(v1.to_bytes(16, "little"))
    return int.from_bytes(ILANES_8.pack(*[source[i] if i < len(source) else 0 for i in
        ILANES_8.unpack(v2.to_bytes(16, "little"))]), "little")


def ivternop_16_irelaxed_laneselect(v1: int, v2: int, v3: int) -> int:
    """`ivternop`, given 16 irelaxed laneselect."""
    return int.from_bytes(ILANES_16.pack(*[irelaxed_laneselect(16, *ls) for ls in
        zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")), ILANES_16.unpack(v3.to_bytes(16, "little")))]), "little")


def ivternop_32_irelaxed_laneselect(v1: int, v2: int, v3: int) -> int:
    """`ivternop`, given 32 irelaxed laneselect."""
    return int.from_bytes(ILANES_32.pack(*[irelaxed_laneselect(32, *ls) for ls in
        zip(ILANES_32.unpack(v1.to_bytes(16, "little")), ILANES_32.unpack(v2.to_bytes(16,
        "little")), ILANES_32.unpack(v3.to_bytes(16, "little")))]), "little")


def ivternop_64_irelaxed_laneselect(v1: int, v2: int, v3: int) -> int:
    """`ivternop`, given 64 irelaxed laneselect."""
    return int.from_bytes(ILANES_64.pack(*[irelaxed_laneselect(64, *ls) for ls in
        zip(ILANES_64.unpack(v1.to_bytes(16, "little")), ILANES_64.unpack(v2.to_bytes(16,
        "little")), ILANES_64.unpack(v3.to_bytes(16, "little")))]), "little")


def ivternop_8_irelaxed_laneselect(v1: int, v2: int, v3: int) -> int:
    """`ivternop`, given 8 irelaxed laneselect."""
    return int.from_bytes(ILANES_8.pack(*[irelaxed_laneselect(8, *ls) for ls in
        zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16, "little")),
        ILANES_8.unpack(v3.to_bytes(16, "little")))]), "little")


def ivunop_16_iabs(v: int) -> int:
    """`ivunop`, given 16 iabs."""
    return int.from_bytes(ILANES_16.pack(*[i if (i if i < 32768 else i - 65536) >= 0 else -i &
        65535 for i in ILANES_16.unpack(v.to_bytes(16, "little"))]), "little")


def ivunop_16_ineg(v: int) -> int:
    """`ivunop`, given 16 ineg."""
    return int.from_bytes(ILANES_16.pack(*[-i & 65535 for i in ILANES_16.unpack(v.to_bytes(16,
        "little"))]), "little")


def ivunop_32_iabs(v: int) -> int:
    """`ivunop`, given 32 iabs."""
    return int.from_bytes(ILANES_32.pack(*[i if (i if i < 2147483648 else i - 4294967296) >= 0 else
        -i & 4294967295 for i in ILANES_32.unpack(v.to_bytes(16, "little"))]), "little")


def ivunop_32_ineg(v: int) -> int:
    """`ivunop`, given 32 ineg."""
    return int.from_bytes(ILANES_32.pack(*[-i & 4294967295 for i in ILANES_32.unpack(v.to_bytes(16,
        "little"))]), "little")


def ivunop_64_iabs(v: int) -> int:
    """`ivunop`, given 64 iabs."""
    return int.from_bytes(ILANES_64.pack(*[i if (i if i < 9223372036854775808 else i -
        18446744073709551616) >= 0 else -i & 18446744073709551615 for i in
        ILANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def ivunop_64_ineg(v: int) -> int:
    """`ivunop`, given 64 ineg."""
    return int.from_bytes(ILANES_64.pack(*[-i & 18446744073709551615 for i in
        ILANES_64.unpack(v.to_bytes(16, "little"))]), "little")


def ivunop_8_iabs(v: int) -> int:
    """`ivunop`, given 8 iabs."""
    return int.from_bytes(ILANES_8.pack(*[i if (i if i < 128 else i - 256) >= 0 else -i & 255 for i
        in ILANES_8.unpack(v.to_bytes(16, "little"))]), "little")


def ivunop_8_ineg(v: int) -> int:
    """`ivunop`, given 8 ineg."""
    return int.from_bytes(ILANES_8.pack(*[-i & 255 for i in ILANES_8.unpack(v.to_bytes(16,
        "little"))]), "little")


def ivunop_8_ipopcnt(v: int) -> int:
    """`ivunop`, given 8 ipopcnt."""
    return int.from_bytes(ILANES_8.pack(*[i.bit_count() for i in ILANES_8.unpack(v.to_bytes(16,
        "little"))]), "little")


def products_16_32(v1: int, v2: int) -> list[int]:
    """`products`, given 16 32."""
    pairs = zip(ILANES_16.unpack(v1.to_bytes(16, "little")), ILANES_16.unpack(v2.to_bytes(16,
        "little")))
    return [((i1 if i1 < 32768 else i1 - 65536) & 4294967295) * ((i2 if i2 < 32768 else i2 - 65536)
        & 4294967295) & 4294967295 for i1, i2 in pairs]


def products_8_16(v1: int, v2: int) -> list[int]:
    """`products`, given 8 16."""
    pairs = zip(ILANES_8.unpack(v1.to_bytes(16, "little")), ILANES_8.unpack(v2.to_bytes(16,
        "little")))
    return [((i1 if i1 < 128 else i1 - 256) & 65535) * ((i2 if i2 < 128 else i2 - 256) & 65535) &
        65535 for i1, i2 in pairs]


def trunc_s_32_32(z: float) -> int:
    """`trunc_s`, given 32 32."""
    if isnan(z):
        trap("invalid conversion to integer")
    if not -2147483648 - 1 < z < 2147483648:
        trap("integer overflow")
    return int(z) & 4294967295


def trunc_s_32_64(z: float) -> int:
    """`trunc_s`, given 32 64."""
    if isnan(z):
        trap("invalid conversion to integer")
    if not -9223372036854775808 - 1 < z < 9223372036854775808:
        trap("integer overflow")
    return int(z) & 18446744073709551615


def trunc_s_64_32(z: float) -> int:
    """`trunc_s`, given 64 32."""
    if isnan(z):
        trap("invalid conversion to integer")
    if not -2147483648 - 1 < z < 2147483648:
        trap("integer overflow")
    return int(z) & 4294967295


def trunc_s_64_64(z: float) -> int:
    """`trunc_s`, given 64 64."""
    if isnan(z):
        trap("invalid conversion to integer")
    if not -9223372036854775808 - 1 < z < 9223372036854775808:
        trap("integer overflow")
    return int(z) & 18446744073709551615


def trunc_sat_s_32_32(z: float) -> int:
    """`trunc_sat_s`, given 32 32."""
    if isfinite(z):
        return (-2147483648 if (_1 := int(z)) < -2147483648 else 2147483647 if _1 >= 2147483648
            else _1) & 4294967295
    return 0 if isnan(z) else 2147483647 if z > 0.0 else 2147483648


def trunc_sat_s_32_64(z: float) -> int:
    """`trunc_sat_s`, given 32 64."""
    if isfinite(z):
        return (-9223372036854775808 if (_1 := int(z)) < -9223372036854775808 else
            9223372036854775807 if _1 >= 9223372036854775808 else _1) & 18446744073709551615
    return 0 if isnan(z) else 9223372036854775807 if z > 0.0 else 9223372036854775808


def trunc_sat_s_64_32(z: float) -> int:
    """`trunc_sat_s`, given 64 32."""
    if isfinite(z):
        return (-2147483648 if (_1 := int(z)) < -2147483648 else 2147483647 if _1 >= 2147483648
            else _1) & 4294967295
    return 0 if isnan(z) else 2147483647 if z > 0.0 else 2147483648


def trunc_sat_s_64_64(z: float) -> int:
    """`trunc_sat_s`, given 64 64."""
    if isfinite(z):
        return (-9223372036854775808 if (_1 := int(z)) < -9223372036854775808 else
            9223372036854775807 if _1 >= 9223372036854775808 else _1) & 18446744073709551615
    return 0 if isnan(z) else 9223372036854775807 if z > 0.0 else 9223372036854775808


def trunc_sat_u_32_32(z: float) -> int:
    """`trunc_sat_u`, given 32 32."""
    if isfinite(z):
        return 0 if (_1 := int(z)) < 0 else 4294967295 if _1 > 4294967295 else _1
    return 4294967295 if z > 0.0 else 0


def trunc_sat_u_32_64(z: float) -> int:
    """`trunc_sat_u`, given 32 64."""
    if isfinite(z):
        return 0 if (_1 :=
            int(z)) < 0 else 18446744073709551615 if _1 > 18446744073709551615 else _1
    return 18446744073709551615 if z > 0.0 else 0


def trunc_sat_u_64_32(z: float) -> int:
    """`trunc_sat_u`, given 64 32."""
    if isfinite(z):
        return 0 if (_1 := int(z)) < 0 else 4294967295 if _1 > 4294967295 else _1
    return 4294967295 if z > 0.0 else 0


def trunc_sat_u_64_64(z: float) -> int:
    """`trunc_sat_u`, given 64 64."""
    if isfinite(z):
        return 0 if (_1 :=
            int(z)) < 0 else 18446744073709551615 if _1 > 18446744073709551615 else _1
    return 18446744073709551615 if z > 0.0 else 0


def trunc_u_32_32(z: float) -> int:
    """`trunc_u`, given 32 32."""
    if isnan(z):
        trap("invalid conversion to integer")
    if not -1 < z < 4294967296:
        trap("integer overflow")
    return int(z)


def trunc_u_32_64(z: float) -> int:
    """`trunc_u`, given 32 64."""
    if isnan(z):
        trap("invalid conversion to integer")
    if not -1 < z < 18446744073709551616:
        trap("integer overflow")
    return int(z)


def trunc_u_64_32(z: float) -> int:
    """`trunc_u`, given 64 32."""
    if isnan(z):
        trap("invalid conversion to integer")
    if not -1 < z < 4294967296:
        trap("integer overflow")
    return int(z)


def trunc_u_64_64(z: float) -> int:
    """`trunc_u`, given 64 64."""
    if isnan(z):
        trap("invalid conversion to integer")
    if not -1 < z < 18446744073709551616:
        trap("integer overflow")
    return int(z)


def vconvert_32_32_convert_s(v: int) -> int:
    """`vconvert`, given 32 32 convert s."""
    return fvector_32([fround32(float(i if i < 2147483648 else i - 4294967296)) for i in
        ILANES_32.unpack(v.to_bytes(16, "little"))])


def vconvert_32_32_convert_u(v: int) -> int:
    """`vconvert`, given 32 32 convert u."""
    return fvector_32([fround32(float(i)) for i in ILANES_32.unpack(v.to_bytes(16, "little"))])


def vconvert_low_32_64_convert_s(v: int) -> int:
    """`vconvert_low`, given 32 64 convert s."""
    return int.from_bytes(FLANES_64.pack(*[float(i if i < 2147483648 else i - 4294967296) for i in
        ILANES_32.unpack(v.to_bytes(16, "little"))[:2]]), "little")


def vconvert_low_32_64_convert_u(v: int) -> int:
    """`vconvert_low`, given 32 64 convert u."""
    return int.from_bytes(FLANES_64.pack(*[float(i) for i in ILANES_32.unpack(v.to_bytes(16,
        "little"))[:2]]), "little")


def vdemote_zero_64_32(v: int) -> int:
    """`vdemote_zero`, given 64 32."""
    return fvector_32([fround32(z) if z == z else NAN for z in FLANES_64.unpack(v.to_bytes(16,
        "little"))] + [0.0] * 2)


def vdot_s_16_32(v1: int, v2: int) -> int:
    """`vdot_s`, given 16 32."""
    ls = products_16_32(v1, v2)
    return int.from_bytes(ILANES_32.pack(*[i1 + i2 & 4294967295 for i1, i2 in zip(ls[::2],
        ls[1::2])]), "little")


def vextadd_pairwise_16_32_extend_s(v: int) -> int:
    """`vextadd_pairwise`, given 16 32 extend s."""
    ls = [(i if i < 32768 else i - 65536) & 4294967295 for i in ILANES_16.unpack(v.to_bytes(16,
        "little"))]
    return int.from_bytes(ILANES_32.pack(*[i1 + i2 & 4294967295 for i1, i2 in zip(ls[::2],
        ls[1::2])]), "little")


def vextadd_pairwise_16_32_extend_u(v: int) -> int:
    """`vextadd_pairwise`, given 16 32 extend u."""
    ls = [i for i in ILANES_16.unpack(v.to_bytes(16, "little"))]
    return int.from_bytes(ILANES_32.pack(*[i1 + i2 & 4294967295 for i1, i2 in zip(ls[::2],
        ls[1::2])]), "little")


def vextadd_pairwise_8_16_extend_s(v: int) -> int:
    """`vextadd_pairwise`, given 8 16 extend s."""
    ls = [(i if i < 128 else i - 256) & 65535 for i in ILANES_8.unpack(v.to_bytes(16, "little"))]
    return int.from_bytes(ILANES_16.pack(*[i1 + i2 & 65535 for i1, i2 in zip(ls[::2], ls[1::2])]),
        "little")


def vextadd_pairwise_8_16_extend_u(v: int) -> int:
    """`vextadd_pairwise`, given 8 16 extend u."""
    ls = [i for i in ILANES_8.unpack(v.to_bytes(16, "little"))]
    return int.from_bytes(ILANES_16.pack(*[i1 + i2 & 65535 for i1, i2 in zip(ls[::2], ls[1::2])]),
        "little")


def vextend_high_16_32_extend_s(v: int) -> int:
    """`vextend_high`, given 16 32 extend s."""
    return int.from_bytes(ILANES_32.pack(*[(i if i < 32768 else i - 65536) & 4294967295 for i in
        ILANES_16.unpack(v.to_bytes(16, "little"))[4:]]), "little")


def vextend_high_16_32_extend_u(v: int) -> int:
    """`vextend_high`, given 16 32 extend u."""
    return int.from_bytes(ILANES_32.pack(*[i for i in ILANES_16.unpack(v.to_bytes(16,
        "little"))[4:]]), "little")


def vextend_high_32_64_extend_s(v: int) -> int:
    """`vextend_high`, given 32 64 extend s."""
    return int.from_bytes(ILANES_64.pack(*[(i if i < 2147483648 else i - 4294967296) &
        18446744073709551615 for i in ILANES_32.unpack(v.to_bytes(16, "little"))[2:]]), "little")


def vextend_high_32_64_extend_u(v: int) -> int:
    """`vextend_high`, given 32 64 extend u."""
    return int.from_bytes(ILANES_64.pack(*[i for i in ILANES_32.unpack(v.to_bytes(16,
        "little"))[2:]]), "little")


def vextend_high_8_16_extend_s(v: int) -> int:
    """`vextend_high`, given 8 16 extend s."""
    return int.from_bytes(ILANES_16.pack(*[(i if i < 128 else i - 256) & 65535 for i in
        ILANES_8.unpack(v.to_bytes(16, "little"))[8:]]), "little")


def vextend_high_8_16_extend_u(v: int) -> int:
    """`vextend_high`, given 8 16 extend u."""
    return int.from_bytes(ILANES_16.pack(*[i for i in ILANES_8.unpack(v.to_bytes(16,
        "little"))[8:]]), "little")


def vextend_low_16_32_extend_s(v: int) -> int:
    """`vextend_low`, given 16 32 extend s."""
    return int.from_bytes(ILANES_32.pack(*[(i if i < 32768 else i - 65536) & 4294967295 for i in
        ILANES_16.unpack(v.to_bytes(16, "little"))[:4]]), "little")


def vextend_low_16_32_extend_u(v: int) -> int:
    """`vextend_low`, given 16 32 extend u."""
    return int.from_bytes(ILANES_32.pack(*[i for i in ILANES_16.unpack(v.to_bytes(16,
        "little"))[:4]]), "little")


def vextend_low_32_64_extend_s(v: int) -> int:
    """`vextend_low`, given 32 64 extend s."""
    return int.from_bytes(ILANES_64.pack(*[(i if i < 2147483648 else i - 4294967296) &
        18446744073709551615 for i in ILANES_32.unpack(v.to_bytes(16, "little"))[:2]]), "little")


def vextend_low_32_64_extend_u(v: int) -> int:
    """`vextend_low`, given 32 64 extend u."""
    return int.from_bytes(ILANES_64.pack(*[i for i in ILANES_32.unpack(v.to_bytes(16,
        "little"))[:2]]), "little")


def vextend_low_8_16_extend_s(v: int) -> int:
    """`vextend_low`, given 8 16 extend s."""
    return int.from_bytes(ILANES_16.pack(*[(i if i < 128 else i - 256) & 65535 for i in
        ILANES_8.unpack(v.to_bytes(16, "little"))[:8]]), "little")


def vextend_low_8_16_extend_u(v: int) -> int:
    """`vextend_low`, given 8 16 extend u."""
    return int.from_bytes(ILANES_16.pack(*[i for i in ILANES_8.unpack(v.to_bytes(16,
        "little"))[:8]]), "little")


def vnarrow_s_16_8(v1: int, v2: int) -> int:
    """`vnarrow_s`, given 16 8."""
    return int.from_bytes(ILANES_8.pack(*[(-128 if (_1 := (i if i < 32768 else i - 65536)) < -128
        else 127 if _1 >= 128 else _1) & 255 for i in ILANES_16.unpack(v1.to_bytes(16, "little")) +
        ILANES_16.unpack(v2.to_bytes(16, "little"))]), "little")


def vnarrow_s_32_16(v1: int, v2: int) -> int:
    """`vnarrow_s`, given 32 16."""
    return int.from_bytes(ILANES_16.pack(*[(-32768 if (_1 := (i if i < 2147483648 else i -
        4294967296)) < -32768 else 32767 if _1 >= 32768 else _1) & 65535 for i in
        ILANES_32.unpack(v1.to_bytes(16, "little")) + ILANES_32.unpack(v2.to_bytes(16,
        "little"))]), "little")


def vnarrow_u_16_8(v1: int, v2: int) -> int:
    """`vnarrow_u`, given 16 8."""
    return int.from_bytes(ILANES_8.pack(*[0 if (_1 := (i if i < 32768 else i - 65536)) < 0 else 255
        if _1 > 255 else _1 for i in ILANES_16.unpack(v1.to_bytes(16, "little")) +
        ILANES_16.unpack(v2.to_bytes(16, "little"))]), "little")


def vnarrow_u_32_16(v1: int, v2: int) -> int:
    """`vnarrow_u`, given 32 16."""
    return int.from_bytes(ILANES_16.pack(*[0 if (_1 := (i if i < 2147483648 else i - 4294967296)) <
        0 else 65535 if _1 > 65535 else _1 for i in ILANES_32.unpack(v1.to_bytes(16, "little")) +
        ILANES_32.unpack(v2.to_bytes(16, "little"))]), "little")


def vpromote_low_32_64(v: int) -> int:
    """`vpromote_low`, given 32 64."""
    return int.from_bytes(FLANES_64.pack(*[NAN if isnan(z) else z for z in flanes_32(v)[:2]]),
        "little")


def vrelaxed_dot_8_16(v1: int, v2: int) -> int:
    """`vrelaxed_dot`, given 8 16."""
    ls = products_8_16(v1, v2)
    return int.from_bytes(ILANES_16.pack(*[(-32768 if (_1 := ((i1 if i1 < 32768 else i1 - 65536) +
        (i2 if i2 < 32768 else i2 - 65536))) < -32768 else 32767 if _1 >= 32768 else _1) & 65535
        for i1, i2 in zip(ls[::2], ls[1::2])]), "little")


def vtrunc_32_32_relaxed_trunc_s(v: int) -> int:
    """`vtrunc`, given 32 32 relaxed trunc s."""
    return int.from_bytes(ILANES_32.pack(*[trunc_sat_s_32_32(z) for z in flanes_32(v)]), "little")


def vtrunc_32_32_relaxed_trunc_u(v: int) -> int:
    """`vtrunc`, given 32 32 relaxed trunc u."""
    return int.from_bytes(ILANES_32.pack(*[trunc_sat_u_32_32(z) for z in flanes_32(v)]), "little")


def vtrunc_32_32_trunc_sat_s(v: int) -> int:
    """`vtrunc`, given 32 32 trunc sat s."""
    return int.from_bytes(ILANES_32.pack(*[trunc_sat_s_32_32(z) for z in flanes_32(v)]), "little")


def vtrunc_32_32_trunc_sat_u(v: int) -> int:
    """`vtrunc`, given 32 32 trunc sat u."""
    return int.from_bytes(ILANES_32.pack(*[trunc_sat_u_32_32(z) for z in flanes_32(v)]), "little")


def vtrunc_zero_64_32_relaxed_trunc_s(v: int) -> int:
    """`vtrunc_zero`, given 64 32 relaxed trunc s."""
    return int.from_bytes(ILANES_32.pack(*[trunc_sat_s_64_32(z) for z in
        FLANES_64.unpack(v.to_bytes(16, "little"))] + [0] * 2), "little")


def vtrunc_zero_64_32_relaxed_trunc_u(v: int) -> int:
    """`vtrunc_zero`, given 64 32 relaxed trunc u."""
    return int.from_bytes(ILANES_32.pack(*[trunc_sat_u_64_32(z) for z in
        FLANES_64.unpack(v.to_bytes(16, "little"))] + [0] * 2), "little")


def vtrunc_zero_64_32_trunc_sat_s(v: int) -> int:
    """`vtrunc_zero`, given 64 32 trunc sat s."""
    return int.from_bytes(ILANES_32.pack(*[trunc_sat_s_64_32(z) for z in
        FLANES_64.unpack(v.to_bytes(16, "little"))] + [0] * 2), "little")


def vtrunc_zero_64_32_trunc_sat_u(v: int) -> int:
    """`vtrunc_zero`, given 64 32 trunc sat u."""
    return int.from_bytes(ILANES_32.pack(*[trunc_sat_u_64_32(z) for z in
        FLANES_64.unpack(v.to_bytes(16, "little"))] + [0] * 2), "little")



NAMES: dict[str, object] = {
    "F64": F64,
    "I64": I64,
    "ILANES_16": ILANES_16,
    "ILANES_32": ILANES_32,
    "ILANES_64": ILANES_64,
    "ILANES_8": ILANES_8,
    "NAN": NAN,
    "PACK_128": PACK_128,
    "PACK_16": PACK_16,
    "PACK_32": PACK_32,
    "PACK_64": PACK_64,
    "PACK_FLOAT_32": PACK_FLOAT_32,
    "PACK_FLOAT_64": PACK_FLOAT_64,
    "UNPACK_16": UNPACK_16,
    "UNPACK_32": UNPACK_32,
    "UNPACK_64": UNPACK_64,
    "UNPACK_FLOAT_32": UNPACK_FLOAT_32,
    "UNPACK_FLOAT_64": UNPACK_FLOAT_64,
    "abs": abs,
    "all": all,
    "array_copy": array_copy,
    "array_fill": array_fill,
    "array_get": array_get,
    "array_init_data": array_init_data,
    "array_init_elem": array_init_elem,
    "array_len": array_len,
    "array_new": array_new,
    "array_new_data": array_new_data,
    "array_new_elem": array_new_elem,
    "array_new_fixed": array_new_fixed,
    "array_set": array_set,
    "bits_of_f32": bits_of_f32,
    "ceil": ceil,
    "copysign": copysign,
    "data_drop": data_drop,
    "default": default,
    "elem_drop": elem_drop,
    "exception": exception,
    "f32_of_bits": f32_of_bits,
    "float": float,
    "floor": floor,
    "fmax_32": fmax_32,
    "fmax_64": fmax_64,
    "fmin_32": fmin_32,
    "fmin_64": fmin_64,
    "fround32": fround32,
    "fround_exact_32": fround_exact_32,
    "function": function,
    "function_at": function_at,
    "fvbinop_32_fadd": fvbinop_32_fadd,
    "fvbinop_32_fdiv": fvbinop_32_fdiv,
    "fvbinop_32_fmax": fvbinop_32_fmax,
    "fvbinop_32_fmin": fvbinop_32_fmin,
    "fvbinop_32_fmul": fvbinop_32_fmul,
    "fvbinop_32_fpmax": fvbinop_32_fpmax,
    "fvbinop_32_fpmin": fvbinop_32_fpmin,
    "fvbinop_32_frelaxed_max": fvbinop_32_frelaxed_max,
    "fvbinop_32_frelaxed_min": fvbinop_32_frelaxed_min,
    "fvbinop_32_fsub": fvbinop_32_fsub,
    "fvbinop_64_fadd": fvbinop_64_fadd,
    "fvbinop_64_fdiv": fvbinop_64_fdiv,
    "fvbinop_64_fmax": fvbinop_64_fmax,
    "fvbinop_64_fmin": fvbinop_64_fmin,
    "fvbinop_64_fmul": fvbinop_64_fmul,
    "fvbinop_64_fpmax": fvbinop_64_fpmax,
    "fvbinop_64_fpmin": fvbinop_64_fpmin,
    "fvbinop_64_frelaxed_max": fvbinop_64_frelaxed_max,
    "fvbinop_64_frelaxed_min": fvbinop_64_frelaxed_min,
    "fvbinop_64_fsub": fvbinop_64_fsub,
    "fvrelop_32_feq": fvrelop_32_feq,
    "fvrelop_32_fge": fvrelop_32_fge,
    "fvrelop_32_fgt": fvrelop_32_fgt,
    "fvrelop_32_fle": fvrelop_32_fle,
    "fvrelop_32_flt": fvrelop_32_flt,
    "fvrelop_32_fne": fvrelop_32_fne,
    "fvrelop_64_feq": fvrelop_64_feq,
    "fvrelop_64_fge": fvrelop_64_fge,
    "fvrelop_64_fgt": fvrelop_64_fgt,
    "fvrelop_64_fle": fvrelop_64_fle,
    "fvrelop_64_flt": fvrelop_64_flt,
    "fvrelop_64_fne": fvrelop_64_fne,
    "fvternop_32_frelaxed_madd": fvternop_32_frelaxed_madd,
    "fvternop_32_frelaxed_nmadd": fvternop_32_frelaxed_nmadd,
    "fvternop_64_frelaxed_madd": fvternop_64_frelaxed_madd,
    "fvternop_64_frelaxed_nmadd": fvternop_64_frelaxed_nmadd,
    "fvunop_32_fabs": fvunop_32_fabs,
    "fvunop_32_fceil": fvunop_32_fceil,
    "fvunop_32_ffloor": fvunop_32_ffloor,
    "fvunop_32_fnearest": fvunop_32_fnearest,
    "fvunop_32_fneg": fvunop_32_fneg,
    "fvunop_32_fsqrt": fvunop_32_fsqrt,
    "fvunop_32_ftrunc": fvunop_32_ftrunc,
    "fvunop_64_fabs": fvunop_64_fabs,
    "fvunop_64_fceil": fvunop_64_fceil,
    "fvunop_64_ffloor": fvunop_64_ffloor,
    "fvunop_64_fnearest": fvunop_64_fnearest,
    "fvunop_64_fneg": fvunop_64_fneg,
    "fvunop_64_fsqrt": fvunop_64_fsqrt,
    "fvunop_64_ftrunc": fvunop_64_ftrunc,
    "i31": i31,
    "idiv_s_32": idiv_s_32,
    "idiv_s_64": idiv_s_64,
    "idiv_u_32": idiv_u_32,
    "idiv_u_64": idiv_u_64,
    "iload": iload,
    "inf": inf,
    "irem_s_32": irem_s_32,
    "irem_s_64": irem_s_64,
    "irem_u_32": irem_u_32,
    "irem_u_64": irem_u_64,
    "isnan": isnan,
    "istore": istore,
    "ivbinop_16_iadd_sat_s": ivbinop_16_iadd_sat_s,
    "ivbinop_16_iadd_sat_u": ivbinop_16_iadd_sat_u,
    "ivbinop_16_iavgr_u": ivbinop_16_iavgr_u,
    "ivbinop_16_imax_s": ivbinop_16_imax_s,
    "ivbinop_16_imax_u": ivbinop_16_imax_u,
    "ivbinop_16_imin_s": ivbinop_16_imin_s,
    "ivbinop_16_imin_u": ivbinop_16_imin_u,
    "ivbinop_16_imul": ivbinop_16_imul,
    "ivbinop_16_iq15mulrsat_s": ivbinop_16_iq15mulrsat_s,
    "ivbinop_16_irelaxed_q15mulr_s": ivbinop_16_irelaxed_q15mulr_s,
    "ivbinop_16_isub_sat_s": ivbinop_16_isub_sat_s,
    "ivbinop_16_isub_sat_u": ivbinop_16_isub_sat_u,
    "ivbinop_32_imax_s": ivbinop_32_imax_s,
    "ivbinop_32_imax_u": ivbinop_32_imax_u,
    "ivbinop_32_imin_s": ivbinop_32_imin_s,
    "ivbinop_32_imin_u": ivbinop_32_imin_u,
    "ivbinop_32_imul": ivbinop_32_imul,
    "ivbinop_64_imul": ivbinop_64_imul,
    "ivbinop_8_iadd_sat_s": ivbinop_8_iadd_sat_s,
    "ivbinop_8_iadd_sat_u": ivbinop_8_iadd_sat_u,
    "ivbinop_8_iavgr_u": ivbinop_8_iavgr_u,
    "ivbinop_8_imax_s": ivbinop_8_imax_s,
    "ivbinop_8_imax_u": ivbinop_8_imax_u,
    "ivbinop_8_imin_s": ivbinop_8_imin_s,
    "ivbinop_8_imin_u": ivbinop_8_imin_u,
    "ivbinop_8_isub_sat_s": ivbinop_8_isub_sat_s,
    "ivbinop_8_isub_sat_u": ivbinop_8_isub_sat_u,
    "ivbitmask_16": ivbitmask_16,
    "ivbitmask_32": ivbitmask_32,
    "ivbitmask_64": ivbitmask_64,
    "ivbitmask_8": ivbitmask_8,
    "ivrelop_16_ieq": ivrelop_16_ieq,
    "ivrelop_16_ige_s": ivrelop_16_ige_s,
    "ivrelop_16_ige_u": ivrelop_16_ige_u,
    "ivrelop_16_igt_s": ivrelop_16_igt_s,
    "ivrelop_16_igt_u": ivrelop_16_igt_u,
    "ivrelop_16_ile_s": ivrelop_16_ile_s,
    "ivrelop_16_ile_u": ivrelop_16_ile_u,
    "ivrelop_16_ilt_s": ivrelop_16_ilt_s,
    "ivrelop_16_ilt_u": ivrelop_16_ilt_u,
    "ivrelop_16_ine": ivrelop_16_ine,
    "ivrelop_32_ieq": ivrelop_32_ieq,
    "ivrelop_32_ige_s": ivrelop_32_ige_s,
    "ivrelop_32_ige_u": ivrelop_32_ige_u,
    "ivrelop_32_igt_s": ivrelop_32_igt_s,
    "ivrelop_32_igt_u": ivrelop_32_igt_u,
    "ivrelop_32_ile_s": ivrelop_32_ile_s,
    "ivrelop_32_ile_u": ivrelop_32_ile_u,
    "ivrelop_32_ilt_s": ivrelop_32_ilt_s,
    "ivrelop_32_ilt_u": ivrelop_32_ilt_u,
    "ivrelop_32_ine": ivrelop_32_ine,
    "ivrelop_64_ieq": ivrelop_64_ieq,
    "ivrelop_64_ige_s": ivrelop_64_ige_s,
    "ivrelop_64_igt_s": ivrelop_64_igt_s,
    "ivrelop_64_ile_s": ivrelop_64_ile_s,
    "ivrelop_64_ilt_s": ivrelop_64_ilt_s,
    "ivrelop_64_ine": ivrelop_64_ine,
    "ivrelop_8_ieq": ivrelop_8_ieq,
    "ivrelop_8_ige_s": ivrelop_8_ige_s,
    "ivrelop_8_ige_u": ivrelop_8_ige_u,
    "ivrelop_8_igt_s": ivrelop_8_igt_s,
    "ivrelop_8_igt_u": ivrelop_8_igt_u,
    "ivrelop_8_ile_s": ivrelop_8_ile_s,
    "ivrelop_8_ile_u": ivrelop_8_ile_u,
    "ivrelop_8_ilt_s": ivrelop_8_ilt_s,
    "ivrelop_8_ilt_u": ivrelop_8_ilt_u,
    "ivrelop_8_ine": ivrelop_8_ine,
    "ivshiftop_16_ishl": ivshiftop_16_ishl,
    "ivshiftop_16_ishr_s": ivshiftop_16_ishr_s,
    "ivshiftop_16_ishr_u": ivshiftop_16_ishr_u,
    "ivshiftop_32_ishl": ivshiftop_32_ishl,
    "ivshiftop_32_ishr_s": ivshiftop_32_ishr_s,
    "ivshiftop_32_ishr_u": ivshiftop_32_ishr_u,
    "ivshiftop_64_ishl": ivshiftop_64_ishl,
    "ivshiftop_64_ishr_s": ivshiftop_64_ishr_s,
    "ivshiftop_64_ishr_u": ivshiftop_64_ishr_u,
    "ivshiftop_8_ishl": ivshiftop_8_ishl,
    "ivshiftop_8_ishr_s": ivshiftop_8_ishr_s,
    "ivshiftop_8_ishr_u": ivshiftop_8_ishr_u,
    "ivshuffle_8": ivshuffle_8,
    "ivswizzle_8": ivswizzle_8,
    "ivternop_16_irelaxed_laneselect": ivternop_16_irelaxed_laneselect,
    "ivternop_32_irelaxed_laneselect": ivternop_32_irelaxed_laneselect,
    "ivternop_64_irelaxed_laneselect": ivternop_64_irelaxed_laneselect,
    "ivternop_8_irelaxed_laneselect": ivternop_8_irelaxed_laneselect,
    "ivunop_16_iabs": ivunop_16_iabs,
    "ivunop_16_ineg": ivunop_16_ineg,
    "ivunop_32_iabs": ivunop_32_iabs,
    "ivunop_32_ineg": ivunop_32_ineg,
    "ivunop_64_iabs": ivunop_64_iabs,
    "ivunop_64_ineg": ivunop_64_ineg,
    "ivunop_8_iabs": ivunop_8_iabs,
    "ivunop_8_ineg": ivunop_8_ineg,
    "ivunop_8_ipopcnt": ivunop_8_ipopcnt,
    "memory_copy": memory_copy,
    "memory_fill": memory_fill,
    "memory_grow": memory_grow,
    "memory_init": memory_init,
    "pack": pack,
    "ref_eq": ref_eq,
    "ref_i31": ref_i31,
    "ref_test": ref_test,
    "round": round,
    "sqrt": sqrt,
    "struct": struct,
    "struct_new": struct_new,
    "struct_new_default": struct_new_default,
    "table_copy": table_copy,
    "table_fill": table_fill,
    "table_get": table_get,
    "table_grow": table_grow,
    "table_init": table_init,
    "table_set": table_set,
    "thrown": thrown,
    "trap": trap,
    "trunc": trunc,
    "trunc_s_32_32": trunc_s_32_32,
    "trunc_s_32_64": trunc_s_32_64,
    "trunc_s_64_32": trunc_s_64_32,
    "trunc_s_64_64": trunc_s_64_64,
    "trunc_sat_s_32_32": trunc_sat_s_32_32,
    "trunc_sat_s_32_64": trunc_sat_s_32_64,
    "trunc_sat_s_64_32": trunc_sat_s_64_32,
    "trunc_sat_s_64_64": trunc_sat_s_64_64,
    "trunc_sat_u_32_32": trunc_sat_u_32_32,
    "trunc_sat_u_32_64": trunc_sat_u_32_64,
    "trunc_sat_u_64_32": trunc_sat_u_64_32,
    "trunc_sat_u_64_64": trunc_sat_u_64_64,
    "trunc_u_32_32": trunc_u_32_32,
    "trunc_u_32_64": trunc_u_32_64,
    "trunc_u_64_32": trunc_u_64_32,
    "trunc_u_64_64": trunc_u_64_64,
    "vconvert_32_32_convert_s": vconvert_32_32_convert_s,
    "vconvert_32_32_convert_u": vconvert_32_32_convert_u,
    "vconvert_low_32_64_convert_s": vconvert_low_32_64_convert_s,
    "vconvert_low_32_64_convert_u": vconvert_low_32_64_convert_u,
    "vdemote_zero_64_32": vdemote_zero_64_32,
    "vdot_s_16_32": vdot_s_16_32,
    "vextadd_pairwise_16_32_extend_s": vextadd_pairwise_16_32_extend_s,
    "vextadd_pairwise_16_32_extend_u": vextadd_pairwise_16_32_extend_u,
    "vextadd_pairwise_8_16_extend_s": vextadd_pairwise_8_16_extend_s,
    "vextadd_pairwise_8_16_extend_u": vextadd_pairwise_8_16_extend_u,
    "vextend_high_16_32_extend_s": vextend_high_16_32_extend_s,
    "vextend_high_16_32_extend_u": vextend_high_16_32_extend_u,
    "vextend_high_32_64_extend_s": vextend_high_32_64_extend_s,
    "vextend_high_32_64_extend_u": vextend_high_32_64_extend_u,
    "vextend_high_8_16_extend_s": vextend_high_8_16_extend_s,
    "vextend_high_8_16_extend_u": vextend_high_8_16_extend_u,
    "vextend_low_16_32_extend_s": vextend_low_16_32_extend_s,
    "vextend_low_16_32_extend_u": vextend_low_16_32_extend_u,
    "vextend_low_32_64_extend_s": vextend_low_32_64_extend_s,
    "vextend_low_32_64_extend_u": vextend_low_32_64_extend_u,
    "vextend_low_8_16_extend_s": vextend_low_8_16_extend_s,
    "vextend_low_8_16_extend_u": vextend_low_8_16_extend_u,
    "vnarrow_s_16_8": vnarrow_s_16_8,
    "vnarrow_s_32_16": vnarrow_s_32_16,
    "vnarrow_u_16_8": vnarrow_u_16_8,
    "vnarrow_u_32_16": vnarrow_u_32_16,
    "vpromote_low_32_64": vpromote_low_32_64,
    "vrelaxed_dot_8_16": vrelaxed_dot_8_16,
    "vtrunc_32_32_relaxed_trunc_s": vtrunc_32_32_relaxed_trunc_s,
    "vtrunc_32_32_relaxed_trunc_u": vtrunc_32_32_relaxed_trunc_u,
    "vtrunc_32_32_trunc_sat_s": vtrunc_32_32_trunc_sat_s,
    "vtrunc_32_32_trunc_sat_u": vtrunc_32_32_trunc_sat_u,
    "vtrunc_zero_64_32_relaxed_trunc_s": vtrunc_zero_64_32_relaxed_trunc_s,
    "vtrunc_zero_64_32_relaxed_trunc_u": vtrunc_zero_64_32_relaxed_trunc_u,
    "vtrunc_zero_64_32_trunc_sat_s": vtrunc_zero_64_32_trunc_sat_s,
    "vtrunc_zero_64_32_trunc_sat_u": vtrunc_zero_64_32_trunc_sat_u,
}
