"""When each instruction is valid.

Written by `python -m codegen` (codegen/emit/validator.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from collections.abc import Callable

from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import BlockType, Catch, MemArg, Op
from refwasm.syntax.types import (
    ANY,
    ARRAYREF,
    EQREF,
    EXNREF,
    EXTERN,
    F32,
    F64,
    I31,
    I31REF,
    I32,
    I64,
    V128,
    HeapType,
    RefType,
    ResultType,
)
from refwasm.validation.context import Context, Typing
from refwasm.validation.runs import count
from refwasm.validation.types import (
    all_unpacked,
    difference,
    narrower,
    non_null,
    nullable,
    packed_fields,
    top,
    unpacked,
    with_heap,
)

SIGNATURE: dict[Op, tuple[ResultType, ResultType]] = {
    o.NOP: ((), ()),
    o.I32_CONST: ((), (I32,)),
    o.I64_CONST: ((), (I64,)),
    o.F32_CONST: ((), (F32,)),
    o.F64_CONST: ((), (F64,)),
    o.I32_EQZ: ((I32,), (I32,)),
    o.I64_EQZ: ((I64,), (I32,)),
    o.I32_EQ: ((I32, I32), (I32,)),
    o.I32_NE: ((I32, I32), (I32,)),
    o.I32_LT_S: ((I32, I32), (I32,)),
    o.I32_LT_U: ((I32, I32), (I32,)),
    o.I32_GT_S: ((I32, I32), (I32,)),
    o.I32_GT_U: ((I32, I32), (I32,)),
    o.I32_LE_S: ((I32, I32), (I32,)),
    o.I32_LE_U: ((I32, I32), (I32,)),
    o.I32_GE_S: ((I32, I32), (I32,)),
    o.I32_GE_U: ((I32, I32), (I32,)),
    o.I64_EQ: ((I64, I64), (I32,)),
    o.I64_NE: ((I64, I64), (I32,)),
    o.I64_LT_S: ((I64, I64), (I32,)),
    o.I64_LT_U: ((I64, I64), (I32,)),
    o.I64_GT_S: ((I64, I64), (I32,)),
    o.I64_GT_U: ((I64, I64), (I32,)),
    o.I64_LE_S: ((I64, I64), (I32,)),
    o.I64_LE_U: ((I64, I64), (I32,)),
    o.I64_GE_S: ((I64, I64), (I32,)),
    o.I64_GE_U: ((I64, I64), (I32,)),
    o.F32_EQ: ((F32, F32), (I32,)),
    o.F32_NE: ((F32, F32), (I32,)),
    o.F32_LT: ((F32, F32), (I32,)),
    o.F32_GT: ((F32, F32), (I32,)),
    o.F32_LE: ((F32, F32), (I32,)),
    o.F32_GE: ((F32, F32), (I32,)),
    o.F64_EQ: ((F64, F64), (I32,)),
    o.F64_NE: ((F64, F64), (I32,)),
    o.F64_LT: ((F64, F64), (I32,)),
    o.F64_GT: ((F64, F64), (I32,)),
    o.F64_LE: ((F64, F64), (I32,)),
    o.F64_GE: ((F64, F64), (I32,)),
    o.I32_CLZ: ((I32,), (I32,)),
    o.I32_CTZ: ((I32,), (I32,)),
    o.I32_POPCNT: ((I32,), (I32,)),
    o.I64_CLZ: ((I64,), (I64,)),
    o.I64_CTZ: ((I64,), (I64,)),
    o.I64_POPCNT: ((I64,), (I64,)),
    o.I32_EXTEND8_S: ((I32,), (I32,)),
    o.I32_EXTEND16_S: ((I32,), (I32,)),
    o.I64_EXTEND8_S: ((I64,), (I64,)),
    o.I64_EXTEND16_S: ((I64,), (I64,)),
    o.I64_EXTEND32_S: ((I64,), (I64,)),
    o.F32_ABS: ((F32,), (F32,)),
    o.F32_NEG: ((F32,), (F32,)),
    o.F32_CEIL: ((F32,), (F32,)),
    o.F32_FLOOR: ((F32,), (F32,)),
    o.F32_TRUNC: ((F32,), (F32,)),
    o.F32_NEAREST: ((F32,), (F32,)),
    o.F32_SQRT: ((F32,), (F32,)),
    o.F64_ABS: ((F64,), (F64,)),
    o.F64_NEG: ((F64,), (F64,)),
    o.F64_CEIL: ((F64,), (F64,)),
    o.F64_FLOOR: ((F64,), (F64,)),
    o.F64_TRUNC: ((F64,), (F64,)),
    o.F64_NEAREST: ((F64,), (F64,)),
    o.F64_SQRT: ((F64,), (F64,)),
    o.I32_ADD: ((I32, I32), (I32,)),
    o.I32_SUB: ((I32, I32), (I32,)),
    o.I32_MUL: ((I32, I32), (I32,)),
    o.I32_DIV_S: ((I32, I32), (I32,)),
    o.I32_DIV_U: ((I32, I32), (I32,)),
    o.I32_REM_S: ((I32, I32), (I32,)),
    o.I32_REM_U: ((I32, I32), (I32,)),
    o.I32_AND: ((I32, I32), (I32,)),
    o.I32_OR: ((I32, I32), (I32,)),
    o.I32_XOR: ((I32, I32), (I32,)),
    o.I32_SHL: ((I32, I32), (I32,)),
    o.I32_SHR_S: ((I32, I32), (I32,)),
    o.I32_SHR_U: ((I32, I32), (I32,)),
    o.I32_ROTL: ((I32, I32), (I32,)),
    o.I32_ROTR: ((I32, I32), (I32,)),
    o.I64_ADD: ((I64, I64), (I64,)),
    o.I64_SUB: ((I64, I64), (I64,)),
    o.I64_MUL: ((I64, I64), (I64,)),
    o.I64_DIV_S: ((I64, I64), (I64,)),
    o.I64_DIV_U: ((I64, I64), (I64,)),
    o.I64_REM_S: ((I64, I64), (I64,)),
    o.I64_REM_U: ((I64, I64), (I64,)),
    o.I64_AND: ((I64, I64), (I64,)),
    o.I64_OR: ((I64, I64), (I64,)),
    o.I64_XOR: ((I64, I64), (I64,)),
    o.I64_SHL: ((I64, I64), (I64,)),
    o.I64_SHR_S: ((I64, I64), (I64,)),
    o.I64_SHR_U: ((I64, I64), (I64,)),
    o.I64_ROTL: ((I64, I64), (I64,)),
    o.I64_ROTR: ((I64, I64), (I64,)),
    o.F32_ADD: ((F32, F32), (F32,)),
    o.F32_SUB: ((F32, F32), (F32,)),
    o.F32_MUL: ((F32, F32), (F32,)),
    o.F32_DIV: ((F32, F32), (F32,)),
    o.F32_MIN: ((F32, F32), (F32,)),
    o.F32_MAX: ((F32, F32), (F32,)),
    o.F32_COPYSIGN: ((F32, F32), (F32,)),
    o.F64_ADD: ((F64, F64), (F64,)),
    o.F64_SUB: ((F64, F64), (F64,)),
    o.F64_MUL: ((F64, F64), (F64,)),
    o.F64_DIV: ((F64, F64), (F64,)),
    o.F64_MIN: ((F64, F64), (F64,)),
    o.F64_MAX: ((F64, F64), (F64,)),
    o.F64_COPYSIGN: ((F64, F64), (F64,)),
    o.I32_WRAP_I64: ((I64,), (I32,)),
    o.I32_TRUNC_F32_S: ((F32,), (I32,)),
    o.I32_TRUNC_F32_U: ((F32,), (I32,)),
    o.I32_TRUNC_F64_S: ((F64,), (I32,)),
    o.I32_TRUNC_F64_U: ((F64,), (I32,)),
    o.I64_EXTEND_I32_S: ((I32,), (I64,)),
    o.I64_EXTEND_I32_U: ((I32,), (I64,)),
    o.I64_TRUNC_F32_S: ((F32,), (I64,)),
    o.I64_TRUNC_F32_U: ((F32,), (I64,)),
    o.I64_TRUNC_F64_S: ((F64,), (I64,)),
    o.I64_TRUNC_F64_U: ((F64,), (I64,)),
    o.F32_CONVERT_I32_S: ((I32,), (F32,)),
    o.F32_CONVERT_I32_U: ((I32,), (F32,)),
    o.F32_CONVERT_I64_S: ((I64,), (F32,)),
    o.F32_CONVERT_I64_U: ((I64,), (F32,)),
    o.F32_DEMOTE_F64: ((F64,), (F32,)),
    o.F64_CONVERT_I32_S: ((I32,), (F64,)),
    o.F64_CONVERT_I32_U: ((I32,), (F64,)),
    o.F64_CONVERT_I64_S: ((I64,), (F64,)),
    o.F64_CONVERT_I64_U: ((I64,), (F64,)),
    o.F64_PROMOTE_F32: ((F32,), (F64,)),
    o.I32_TRUNC_SAT_F32_S: ((F32,), (I32,)),
    o.I32_TRUNC_SAT_F32_U: ((F32,), (I32,)),
    o.I32_TRUNC_SAT_F64_S: ((F64,), (I32,)),
    o.I32_TRUNC_SAT_F64_U: ((F64,), (I32,)),
    o.I64_TRUNC_SAT_F32_S: ((F32,), (I64,)),
    o.I64_TRUNC_SAT_F32_U: ((F32,), (I64,)),
    o.I64_TRUNC_SAT_F64_S: ((F64,), (I64,)),
    o.I64_TRUNC_SAT_F64_U: ((F64,), (I64,)),
    o.I32_REINTERPRET_F32: ((F32,), (I32,)),
    o.I64_REINTERPRET_F64: ((F64,), (I64,)),
    o.F32_REINTERPRET_I32: ((I32,), (F32,)),
    o.F64_REINTERPRET_I64: ((I64,), (F64,)),
    o.REF_EQ: ((EQREF, EQREF), (I32,)),
    o.REF_I31: ((I32,), (RefType(False, I31),)),
    o.I31_GET_S: ((I31REF,), (I32,)),
    o.I31_GET_U: ((I31REF,), (I32,)),
    o.ARRAY_LEN: ((ARRAYREF,), (I32,)),
    o.V128_CONST: ((), (V128,)),
    o.V128_NOT: ((V128,), (V128,)),
    o.V128_AND: ((V128, V128), (V128,)),
    o.V128_ANDNOT: ((V128, V128), (V128,)),
    o.V128_OR: ((V128, V128), (V128,)),
    o.V128_XOR: ((V128, V128), (V128,)),
    o.V128_BITSELECT: ((V128, V128, V128), (V128,)),
    o.V128_ANY_TRUE: ((V128,), (I32,)),
    o.I8X16_EQ: ((V128, V128), (V128,)),
    o.I8X16_NE: ((V128, V128), (V128,)),
    o.I8X16_LT_S: ((V128, V128), (V128,)),
    o.I8X16_LT_U: ((V128, V128), (V128,)),
    o.I8X16_GT_S: ((V128, V128), (V128,)),
    o.I8X16_GT_U: ((V128, V128), (V128,)),
    o.I8X16_LE_S: ((V128, V128), (V128,)),
    o.I8X16_LE_U: ((V128, V128), (V128,)),
    o.I8X16_GE_S: ((V128, V128), (V128,)),
    o.I8X16_GE_U: ((V128, V128), (V128,)),
    o.I16X8_EQ: ((V128, V128), (V128,)),
    o.I16X8_NE: ((V128, V128), (V128,)),
    o.I16X8_LT_S: ((V128, V128), (V128,)),
    o.I16X8_LT_U: ((V128, V128), (V128,)),
    o.I16X8_GT_S: ((V128, V128), (V128,)),
    o.I16X8_GT_U: ((V128, V128), (V128,)),
    o.I16X8_LE_S: ((V128, V128), (V128,)),
    o.I16X8_LE_U: ((V128, V128), (V128,)),
    o.I16X8_GE_S: ((V128, V128), (V128,)),
    o.I16X8_GE_U: ((V128, V128), (V128,)),
    o.I32X4_EQ: ((V128, V128), (V128,)),
    o.I32X4_NE: ((V128, V128), (V128,)),
    o.I32X4_LT_S: ((V128, V128), (V128,)),
    o.I32X4_LT_U: ((V128, V128), (V128,)),
    o.I32X4_GT_S: ((V128, V128), (V128,)),
    o.I32X4_GT_U: ((V128, V128), (V128,)),
    o.I32X4_LE_S: ((V128, V128), (V128,)),
    o.I32X4_LE_U: ((V128, V128), (V128,)),
    o.I32X4_GE_S: ((V128, V128), (V128,)),
    o.I32X4_GE_U: ((V128, V128), (V128,)),
    o.I64X2_EQ: ((V128, V128), (V128,)),
    o.I64X2_NE: ((V128, V128), (V128,)),
    o.I64X2_LT_S: ((V128, V128), (V128,)),
    o.I64X2_GT_S: ((V128, V128), (V128,)),
    o.I64X2_LE_S: ((V128, V128), (V128,)),
    o.I64X2_GE_S: ((V128, V128), (V128,)),
    o.F32X4_EQ: ((V128, V128), (V128,)),
    o.F32X4_NE: ((V128, V128), (V128,)),
    o.F32X4_LT: ((V128, V128), (V128,)),
    o.F32X4_GT: ((V128, V128), (V128,)),
    o.F32X4_LE: ((V128, V128), (V128,)),
    o.F32X4_GE: ((V128, V128), (V128,)),
    o.F64X2_EQ: ((V128, V128), (V128,)),
    o.F64X2_NE: ((V128, V128), (V128,)),
    o.F64X2_LT: ((V128, V128), (V128,)),
    o.F64X2_GT: ((V128, V128), (V128,)),
    o.F64X2_LE: ((V128, V128), (V128,)),
    o.F64X2_GE: ((V128, V128), (V128,)),
    o.I8X16_ABS: ((V128,), (V128,)),
    o.I8X16_NEG: ((V128,), (V128,)),
    o.I8X16_POPCNT: ((V128,), (V128,)),
    o.I16X8_ABS: ((V128,), (V128,)),
    o.I16X8_NEG: ((V128,), (V128,)),
    o.I32X4_ABS: ((V128,), (V128,)),
    o.I32X4_NEG: ((V128,), (V128,)),
    o.I64X2_ABS: ((V128,), (V128,)),
    o.I64X2_NEG: ((V128,), (V128,)),
    o.F32X4_CEIL: ((V128,), (V128,)),
    o.F32X4_FLOOR: ((V128,), (V128,)),
    o.F32X4_TRUNC: ((V128,), (V128,)),
    o.F32X4_NEAREST: ((V128,), (V128,)),
    o.F64X2_CEIL: ((V128,), (V128,)),
    o.F64X2_FLOOR: ((V128,), (V128,)),
    o.F64X2_TRUNC: ((V128,), (V128,)),
    o.F64X2_NEAREST: ((V128,), (V128,)),
    o.F32X4_ABS: ((V128,), (V128,)),
    o.F32X4_NEG: ((V128,), (V128,)),
    o.F32X4_SQRT: ((V128,), (V128,)),
    o.F64X2_ABS: ((V128,), (V128,)),
    o.F64X2_NEG: ((V128,), (V128,)),
    o.F64X2_SQRT: ((V128,), (V128,)),
    o.I8X16_ADD: ((V128, V128), (V128,)),
    o.I8X16_ADD_SAT_S: ((V128, V128), (V128,)),
    o.I8X16_ADD_SAT_U: ((V128, V128), (V128,)),
    o.I8X16_SUB: ((V128, V128), (V128,)),
    o.I8X16_SUB_SAT_S: ((V128, V128), (V128,)),
    o.I8X16_SUB_SAT_U: ((V128, V128), (V128,)),
    o.I8X16_MIN_S: ((V128, V128), (V128,)),
    o.I8X16_MIN_U: ((V128, V128), (V128,)),
    o.I8X16_MAX_S: ((V128, V128), (V128,)),
    o.I8X16_MAX_U: ((V128, V128), (V128,)),
    o.I8X16_AVGR_U: ((V128, V128), (V128,)),
    o.I16X8_Q15MULR_SAT_S: ((V128, V128), (V128,)),
    o.I16X8_ADD: ((V128, V128), (V128,)),
    o.I16X8_ADD_SAT_S: ((V128, V128), (V128,)),
    o.I16X8_ADD_SAT_U: ((V128, V128), (V128,)),
    o.I16X8_SUB: ((V128, V128), (V128,)),
    o.I16X8_SUB_SAT_S: ((V128, V128), (V128,)),
    o.I16X8_SUB_SAT_U: ((V128, V128), (V128,)),
    o.I16X8_MUL: ((V128, V128), (V128,)),
    o.I16X8_MIN_S: ((V128, V128), (V128,)),
    o.I16X8_MIN_U: ((V128, V128), (V128,)),
    o.I16X8_MAX_S: ((V128, V128), (V128,)),
    o.I16X8_MAX_U: ((V128, V128), (V128,)),
    o.I16X8_AVGR_U: ((V128, V128), (V128,)),
    o.I32X4_ADD: ((V128, V128), (V128,)),
    o.I32X4_SUB: ((V128, V128), (V128,)),
    o.I32X4_MUL: ((V128, V128), (V128,)),
    o.I32X4_MIN_S: ((V128, V128), (V128,)),
    o.I32X4_MIN_U: ((V128, V128), (V128,)),
    o.I32X4_MAX_S: ((V128, V128), (V128,)),
    o.I32X4_MAX_U: ((V128, V128), (V128,)),
    o.I64X2_ADD: ((V128, V128), (V128,)),
    o.I64X2_SUB: ((V128, V128), (V128,)),
    o.I64X2_MUL: ((V128, V128), (V128,)),
    o.I16X8_RELAXED_Q15MULR_S: ((V128, V128), (V128,)),
    o.F32X4_ADD: ((V128, V128), (V128,)),
    o.F32X4_SUB: ((V128, V128), (V128,)),
    o.F32X4_MUL: ((V128, V128), (V128,)),
    o.F32X4_DIV: ((V128, V128), (V128,)),
    o.F32X4_MIN: ((V128, V128), (V128,)),
    o.F32X4_MAX: ((V128, V128), (V128,)),
    o.F32X4_PMIN: ((V128, V128), (V128,)),
    o.F32X4_PMAX: ((V128, V128), (V128,)),
    o.F64X2_ADD: ((V128, V128), (V128,)),
    o.F64X2_SUB: ((V128, V128), (V128,)),
    o.F64X2_MUL: ((V128, V128), (V128,)),
    o.F64X2_DIV: ((V128, V128), (V128,)),
    o.F64X2_MIN: ((V128, V128), (V128,)),
    o.F64X2_MAX: ((V128, V128), (V128,)),
    o.F64X2_PMIN: ((V128, V128), (V128,)),
    o.F64X2_PMAX: ((V128, V128), (V128,)),
    o.F32X4_RELAXED_MIN: ((V128, V128), (V128,)),
    o.F32X4_RELAXED_MAX: ((V128, V128), (V128,)),
    o.F64X2_RELAXED_MIN: ((V128, V128), (V128,)),
    o.F64X2_RELAXED_MAX: ((V128, V128), (V128,)),
    o.I8X16_RELAXED_LANESELECT: ((V128, V128, V128), (V128,)),
    o.I16X8_RELAXED_LANESELECT: ((V128, V128, V128), (V128,)),
    o.I32X4_RELAXED_LANESELECT: ((V128, V128, V128), (V128,)),
    o.I64X2_RELAXED_LANESELECT: ((V128, V128, V128), (V128,)),
    o.F32X4_RELAXED_MADD: ((V128, V128, V128), (V128,)),
    o.F32X4_RELAXED_NMADD: ((V128, V128, V128), (V128,)),
    o.F64X2_RELAXED_MADD: ((V128, V128, V128), (V128,)),
    o.F64X2_RELAXED_NMADD: ((V128, V128, V128), (V128,)),
    o.I8X16_SHL: ((V128, I32), (V128,)),
    o.I8X16_SHR_S: ((V128, I32), (V128,)),
    o.I8X16_SHR_U: ((V128, I32), (V128,)),
    o.I16X8_SHL: ((V128, I32), (V128,)),
    o.I16X8_SHR_S: ((V128, I32), (V128,)),
    o.I16X8_SHR_U: ((V128, I32), (V128,)),
    o.I32X4_SHL: ((V128, I32), (V128,)),
    o.I32X4_SHR_S: ((V128, I32), (V128,)),
    o.I32X4_SHR_U: ((V128, I32), (V128,)),
    o.I64X2_SHL: ((V128, I32), (V128,)),
    o.I64X2_SHR_S: ((V128, I32), (V128,)),
    o.I64X2_SHR_U: ((V128, I32), (V128,)),
    o.I8X16_ALL_TRUE: ((V128,), (I32,)),
    o.I16X8_ALL_TRUE: ((V128,), (I32,)),
    o.I32X4_ALL_TRUE: ((V128,), (I32,)),
    o.I64X2_ALL_TRUE: ((V128,), (I32,)),
    o.I8X16_BITMASK: ((V128,), (I32,)),
    o.I16X8_BITMASK: ((V128,), (I32,)),
    o.I32X4_BITMASK: ((V128,), (I32,)),
    o.I64X2_BITMASK: ((V128,), (I32,)),
    o.I8X16_SWIZZLE: ((V128, V128), (V128,)),
    o.I8X16_RELAXED_SWIZZLE: ((V128, V128), (V128,)),
    o.I8X16_SPLAT: ((I32,), (V128,)),
    o.I16X8_SPLAT: ((I32,), (V128,)),
    o.I32X4_SPLAT: ((I32,), (V128,)),
    o.I64X2_SPLAT: ((I64,), (V128,)),
    o.F32X4_SPLAT: ((F32,), (V128,)),
    o.F64X2_SPLAT: ((F64,), (V128,)),
    o.I8X16_NARROW_I16X8_S: ((V128, V128), (V128,)),
    o.I8X16_NARROW_I16X8_U: ((V128, V128), (V128,)),
    o.I16X8_NARROW_I32X4_S: ((V128, V128), (V128,)),
    o.I16X8_NARROW_I32X4_U: ((V128, V128), (V128,)),
    o.I16X8_EXTEND_LOW_I8X16_S: ((V128,), (V128,)),
    o.I16X8_EXTEND_HIGH_I8X16_S: ((V128,), (V128,)),
    o.I16X8_EXTEND_LOW_I8X16_U: ((V128,), (V128,)),
    o.I16X8_EXTEND_HIGH_I8X16_U: ((V128,), (V128,)),
    o.I32X4_EXTEND_LOW_I16X8_S: ((V128,), (V128,)),
    o.I32X4_EXTEND_HIGH_I16X8_S: ((V128,), (V128,)),
    o.I32X4_EXTEND_LOW_I16X8_U: ((V128,), (V128,)),
    o.I32X4_EXTEND_HIGH_I16X8_U: ((V128,), (V128,)),
    o.I64X2_EXTEND_LOW_I32X4_S: ((V128,), (V128,)),
    o.I64X2_EXTEND_HIGH_I32X4_S: ((V128,), (V128,)),
    o.I64X2_EXTEND_LOW_I32X4_U: ((V128,), (V128,)),
    o.I64X2_EXTEND_HIGH_I32X4_U: ((V128,), (V128,)),
    o.F32X4_CONVERT_I32X4_S: ((V128,), (V128,)),
    o.F32X4_CONVERT_I32X4_U: ((V128,), (V128,)),
    o.F64X2_CONVERT_LOW_I32X4_S: ((V128,), (V128,)),
    o.F64X2_CONVERT_LOW_I32X4_U: ((V128,), (V128,)),
    o.I32X4_TRUNC_SAT_F32X4_S: ((V128,), (V128,)),
    o.I32X4_TRUNC_SAT_F32X4_U: ((V128,), (V128,)),
    o.I32X4_TRUNC_SAT_F64X2_S_ZERO: ((V128,), (V128,)),
    o.I32X4_TRUNC_SAT_F64X2_U_ZERO: ((V128,), (V128,)),
    o.I32X4_RELAXED_TRUNC_F32X4_S: ((V128,), (V128,)),
    o.I32X4_RELAXED_TRUNC_F32X4_U: ((V128,), (V128,)),
    o.I32X4_RELAXED_TRUNC_F64X2_S_ZERO: ((V128,), (V128,)),
    o.I32X4_RELAXED_TRUNC_F64X2_U_ZERO: ((V128,), (V128,)),
    o.F32X4_DEMOTE_F64X2_ZERO: ((V128,), (V128,)),
    o.F64X2_PROMOTE_LOW_F32X4: ((V128,), (V128,)),
    o.I16X8_EXTADD_PAIRWISE_I8X16_S: ((V128,), (V128,)),
    o.I16X8_EXTADD_PAIRWISE_I8X16_U: ((V128,), (V128,)),
    o.I32X4_EXTADD_PAIRWISE_I16X8_S: ((V128,), (V128,)),
    o.I32X4_EXTADD_PAIRWISE_I16X8_U: ((V128,), (V128,)),
    o.I16X8_EXTMUL_LOW_I8X16_S: ((V128, V128), (V128,)),
    o.I16X8_EXTMUL_HIGH_I8X16_S: ((V128, V128), (V128,)),
    o.I16X8_EXTMUL_LOW_I8X16_U: ((V128, V128), (V128,)),
    o.I16X8_EXTMUL_HIGH_I8X16_U: ((V128, V128), (V128,)),
    o.I32X4_EXTMUL_LOW_I16X8_S: ((V128, V128), (V128,)),
    o.I32X4_EXTMUL_HIGH_I16X8_S: ((V128, V128), (V128,)),
    o.I32X4_EXTMUL_LOW_I16X8_U: ((V128, V128), (V128,)),
    o.I32X4_EXTMUL_HIGH_I16X8_U: ((V128, V128), (V128,)),
    o.I64X2_EXTMUL_LOW_I32X4_S: ((V128, V128), (V128,)),
    o.I64X2_EXTMUL_HIGH_I32X4_S: ((V128, V128), (V128,)),
    o.I64X2_EXTMUL_LOW_I32X4_U: ((V128, V128), (V128,)),
    o.I64X2_EXTMUL_HIGH_I32X4_U: ((V128, V128), (V128,)),
    o.I32X4_DOT_I16X8_S: ((V128, V128), (V128,)),
    o.I16X8_RELAXED_DOT_I8X16_I7X16_S: ((V128, V128), (V128,)),
    o.I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S: ((V128, V128, V128), (V128,)),
}


def unreachable(C: Context) -> Typing:
    """unreachable : -> ...   [valid-unreachable]"""
    return Typing((), None)


def block(C: Context, bt: BlockType) -> Typing:
    """block : *ts1 -> *ts2   [valid-block]"""
    ts1, ts2 = C.blocktype(bt)
    return Typing(ts1, ts2, opens=(ts1, ts2))


def loop(C: Context, bt: BlockType) -> Typing:
    """loop : *ts1 -> *ts2   [valid-loop]"""
    ts1, ts2 = C.blocktype(bt)
    return Typing(ts1, ts2, opens=(ts1, ts1))


def if_(C: Context, bt: BlockType) -> Typing:
    """if : *ts1 c:i32 -> *ts2   [valid-if]"""
    ts1, ts2 = C.blocktype(bt)
    return Typing((*ts1, I32), ts2, opens=(ts1, ts2))


def try_table(C: Context, bt: BlockType, cs: tuple[Catch, ...]) -> Typing:
    """try_table : *ts1 -> *ts2   [valid-try_table]"""
    ts1, ts2 = C.blocktype(bt)
    C.catches(cs)
    return Typing(ts1, ts2, opens=(ts1, ts2))


def else_(C: Context) -> Typing:
    """else : -> *ts"""
    ts = C.parameters()
    return Typing((), ts)


def br(C: Context, l: int) -> Typing:
    """br : *ts -> ...   [valid-br]"""
    ts = C.label(l)
    return Typing(ts, None)


def br_if(C: Context, l: int) -> Typing:
    """br_if : *ts c:i32 -> *ts   [valid-br_if]"""
    ts = C.label(l)
    return Typing((*ts, I32), ts)


def br_table(C: Context, ls: tuple[int, ...], l: int) -> Typing:
    """br_table : *ts i:i32 -> ...   [valid-br_table]"""
    ts = C.any_labels(ls + (l,), 1)
    return Typing((*ts, I32), None)


def br_on_null(C: Context, l: int) -> Typing:
    """br_on_null : *ts r:rt -> *ts non_null(rt)   [valid-br_on_null]"""
    ts = C.label(l)
    rt = C.any_reftype(0)
    return Typing((*ts, rt), (*ts, non_null(rt)))


def br_on_non_null(C: Context, l: int) -> Typing:
    """br_on_non_null : *ts r:nullable(rt) -> *ts   [valid-br_on_non_null]"""
    ts, rt = C.label_with_ref(l)
    return Typing((*ts, nullable(rt)), ts)


def br_on_cast(C: Context, l: int, rt1: RefType, rt2: RefType) -> Typing:
    """br_on_cast : *ts r:t1 -> *ts difference(t1, t2)   [valid-br_on_cast]"""
    ts, rt = C.label_with_ref(l)
    t1 = C.reftype(rt1)
    t2 = C.reftype(rt2)
    C.match(t2, t1)
    C.match(t2, rt)
    return Typing((*ts, t1), (*ts, difference(t1, t2)), (t2,))


def br_on_cast_fail(C: Context, l: int, rt1: RefType, rt2: RefType) -> Typing:
    """br_on_cast_fail : *ts r:t1 -> *ts t2   [valid-br_on_cast_fail]"""
    ts, rt = C.label_with_ref(l)
    t1 = C.reftype(rt1)
    t2 = C.reftype(rt2)
    C.match(t2, t1)
    C.match(difference(t1, t2), rt)
    return Typing((*ts, t1), (*ts, t2), (t2,))


def return_(C: Context) -> Typing:
    """return : *ts -> ...   [valid-return]"""
    ts = C.results()
    return Typing(ts, None)


def call(C: Context, x: int) -> Typing:
    """call : *args:ts1 -> *ts2   [valid-call]"""
    ts1, ts2 = C.func(x)
    return Typing(ts1, ts2, (count(ts1),))


def call_ref(C: Context, x: int) -> Typing:
    """call_ref : *args:ts1 f:(ref null x) -> *ts2   [valid-call_ref]"""
    ts1, ts2 = C.functype(x)
    return Typing((*ts1, C.reftype_of(True, x)), ts2, (count(ts1),))


def call_indirect(C: Context, x: int, y: int) -> Typing:
    """call_indirect : *args:ts1 i:at -> *ts2   [valid-call_indirect]"""
    at = C.function_table(x)
    ts1, ts2 = C.functype(y)
    return Typing((*ts1, at), ts2, (count(ts1),))


def return_call(C: Context, x: int) -> Typing:
    """return_call : *args:ts1 -> ...   [valid-return_call]"""
    ts1, ts2 = C.func(x)
    C.match_results(ts2)
    return Typing(ts1, None, (count(ts1),))


def return_call_ref(C: Context, x: int) -> Typing:
    """return_call_ref : *args:ts1 f:(ref null x) -> ...   [valid-return_call_ref]"""
    ts1, ts2 = C.functype(x)
    C.match_results(ts2)
    return Typing((*ts1, C.reftype_of(True, x)), None, (count(ts1),))


def return_call_indirect(C: Context, x: int, y: int) -> Typing:
    """return_call_indirect : *args:ts1 i:at -> ...   [valid-return_call_indirect]"""
    at = C.function_table(x)
    ts1, ts2 = C.functype(y)
    C.match_results(ts2)
    return Typing((*ts1, at), None, (count(ts1),))


def throw(C: Context, x: int) -> Typing:
    """throw : *args:ts -> ...   [valid-throw]"""
    ts = C.tag(x)
    return Typing(ts, None, (count(ts),))


def throw_ref(C: Context) -> Typing:
    """throw_ref : r:exnref -> ...   [valid-throw_ref]"""
    return Typing((EXNREF,), None)


def try_(C: Context, bt: BlockType) -> Typing:
    """try : *ts1 -> *ts2"""
    ts1, ts2 = C.blocktype(bt)
    return Typing(ts1, ts2, opens=(ts1, ts2))


def catch(C: Context, x: int) -> Typing:
    """catch : -> *ts"""
    ts = C.catch(x)
    return Typing((), ts)


def catch_all(C: Context) -> Typing:
    """catch_all : ->"""
    C.catch_all()
    return Typing((), ())


def delegate(C: Context, l: int) -> Typing:
    """delegate : ->"""
    C.delegate(l)
    return Typing((), ())


def rethrow(C: Context, l: int) -> Typing:
    """rethrow : -> ..."""
    y = C.caught(l)
    return Typing((), None, (y,))


def drop(C: Context) -> Typing:
    """drop : v:t ->   [valid-drop]"""
    t = C.any_valtype(0)
    return Typing((t,), ())


def select(C: Context) -> Typing:
    """select : v1:t v2:t c:i32 -> t   [valid-select]"""
    t = C.any_numvectype(1, 2)
    return Typing((t, t, I32), (t,))


def select_t(C: Context, ts: ResultType) -> Typing:
    """select t : v1:t v2:t c:i32 -> t   [valid-select]"""
    t = C.result(ts)
    return Typing((t, t, I32), (t,))


def local_get(C: Context, x: int) -> Typing:
    """local.get : -> t   [valid-local.get]"""
    t = C.initialized(x)
    return Typing((), (t,))


def local_set(C: Context, x: int) -> Typing:
    """local.set : v:t ->_x   [valid-local.set]"""
    t = C.local(x)
    return Typing((t,), (), sets=x)


def local_tee(C: Context, x: int) -> Typing:
    """local.tee : v:t ->_x t   [valid-local.tee]"""
    t = C.local(x)
    return Typing((t,), (t,), sets=x)


def global_get(C: Context, x: int) -> Typing:
    """global.get : -> t   [valid-global.get]"""
    t = C.global_get(x)
    return Typing((), (t,))


def global_set(C: Context, x: int) -> Typing:
    """global.set : v:t ->   [valid-global.set]"""
    t = C.global_set(x)
    return Typing((t,), ())


def table_get(C: Context, x: int) -> Typing:
    """table.get : i:at -> rt   [valid-table.get]"""
    at, rt = C.table(x)
    return Typing((at,), (rt,))


def table_set(C: Context, x: int) -> Typing:
    """table.set : i:at r:rt ->   [valid-table.set]"""
    at, rt = C.table(x)
    return Typing((at, rt), ())


def table_size(C: Context, x: int) -> Typing:
    """table.size : -> at   [valid-table.size]"""
    at = C.table(x)[0]
    return Typing((), (at,))


def table_grow(C: Context, x: int) -> Typing:
    """table.grow : r:rt n:at -> at   [valid-table.grow]"""
    at, rt = C.table(x)
    return Typing((rt, at), (at,))


def table_fill(C: Context, x: int) -> Typing:
    """table.fill : i:at r:rt n:at ->   [valid-table.fill]"""
    at, rt = C.table(x)
    return Typing((at, rt, at), ())


def table_copy(C: Context, x: int, y: int) -> Typing:
    """table.copy : i:at1 j:at2 n:narrower(at1, at2) ->   [valid-table.copy]"""
    at1, rt1 = C.table(x)
    at2, rt2 = C.table(y)
    C.match(rt2, rt1)
    return Typing((at1, at2, narrower(at1, at2)), ())


def table_init(C: Context, x: int, y: int) -> Typing:
    """table.init : i:at j:i32 n:i32 ->   [valid-table.init]"""
    at, rt1 = C.table(x)
    rt2 = C.elem(y)
    C.match(rt2, rt1)
    return Typing((at, I32, I32), ())


def elem_drop(C: Context, x: int) -> Typing:
    """elem.drop : ->   [valid-elem.drop]"""
    C.elem(x)
    return Typing((), ())


def i32_load(C: Context, m: MemArg) -> Typing:
    """i32.load : i:at -> i32   [valid-load-val]"""
    at = C.memarg(m, 32)
    return Typing((at,), (I32,))


def i64_load(C: Context, m: MemArg) -> Typing:
    """i64.load : i:at -> i64   [valid-load-val]"""
    at = C.memarg(m, 64)
    return Typing((at,), (I64,))


def f32_load(C: Context, m: MemArg) -> Typing:
    """f32.load : i:at -> f32   [valid-load-val]"""
    at = C.memarg(m, 32)
    return Typing((at,), (F32,))


def f64_load(C: Context, m: MemArg) -> Typing:
    """f64.load : i:at -> f64   [valid-load-val]"""
    at = C.memarg(m, 64)
    return Typing((at,), (F64,))


def i32_load8_s(C: Context, m: MemArg) -> Typing:
    """i32.load8_s : i:at -> i32   [valid-load-pack]"""
    at = C.memarg(m, 8)
    return Typing((at,), (I32,))


def i32_load8_u(C: Context, m: MemArg) -> Typing:
    """i32.load8_u : i:at -> i32   [valid-load-pack]"""
    at = C.memarg(m, 8)
    return Typing((at,), (I32,))


def i32_load16_s(C: Context, m: MemArg) -> Typing:
    """i32.load16_s : i:at -> i32   [valid-load-pack]"""
    at = C.memarg(m, 16)
    return Typing((at,), (I32,))


def i32_load16_u(C: Context, m: MemArg) -> Typing:
    """i32.load16_u : i:at -> i32   [valid-load-pack]"""
    at = C.memarg(m, 16)
    return Typing((at,), (I32,))


def i64_load8_s(C: Context, m: MemArg) -> Typing:
    """i64.load8_s : i:at -> i64   [valid-load-pack]"""
    at = C.memarg(m, 8)
    return Typing((at,), (I64,))


def i64_load8_u(C: Context, m: MemArg) -> Typing:
    """i64.load8_u : i:at -> i64   [valid-load-pack]"""
    at = C.memarg(m, 8)
    return Typing((at,), (I64,))


def i64_load16_s(C: Context, m: MemArg) -> Typing:
    """i64.load16_s : i:at -> i64   [valid-load-pack]"""
    at = C.memarg(m, 16)
    return Typing((at,), (I64,))


def i64_load16_u(C: Context, m: MemArg) -> Typing:
    """i64.load16_u : i:at -> i64   [valid-load-pack]"""
    at = C.memarg(m, 16)
    return Typing((at,), (I64,))


def i64_load32_s(C: Context, m: MemArg) -> Typing:
    """i64.load32_s : i:at -> i64   [valid-load-pack]"""
    at = C.memarg(m, 32)
    return Typing((at,), (I64,))


def i64_load32_u(C: Context, m: MemArg) -> Typing:
    """i64.load32_u : i:at -> i64   [valid-load-pack]"""
    at = C.memarg(m, 32)
    return Typing((at,), (I64,))


def i32_store(C: Context, m: MemArg) -> Typing:
    """i32.store : i:at c:i32 ->   [valid-store-val]"""
    at = C.memarg(m, 32)
    return Typing((at, I32), ())


def i64_store(C: Context, m: MemArg) -> Typing:
    """i64.store : i:at c:i64 ->   [valid-store-val]"""
    at = C.memarg(m, 64)
    return Typing((at, I64), ())


def f32_store(C: Context, m: MemArg) -> Typing:
    """f32.store : i:at c:f32 ->   [valid-store-val]"""
    at = C.memarg(m, 32)
    return Typing((at, F32), ())


def f64_store(C: Context, m: MemArg) -> Typing:
    """f64.store : i:at c:f64 ->   [valid-store-val]"""
    at = C.memarg(m, 64)
    return Typing((at, F64), ())


def i32_store8(C: Context, m: MemArg) -> Typing:
    """i32.store8 : i:at c:i32 ->   [valid-store-pack]"""
    at = C.memarg(m, 8)
    return Typing((at, I32), ())


def i32_store16(C: Context, m: MemArg) -> Typing:
    """i32.store16 : i:at c:i32 ->   [valid-store-pack]"""
    at = C.memarg(m, 16)
    return Typing((at, I32), ())


def i64_store8(C: Context, m: MemArg) -> Typing:
    """i64.store8 : i:at c:i64 ->   [valid-store-pack]"""
    at = C.memarg(m, 8)
    return Typing((at, I64), ())


def i64_store16(C: Context, m: MemArg) -> Typing:
    """i64.store16 : i:at c:i64 ->   [valid-store-pack]"""
    at = C.memarg(m, 16)
    return Typing((at, I64), ())


def i64_store32(C: Context, m: MemArg) -> Typing:
    """i64.store32 : i:at c:i64 ->   [valid-store-pack]"""
    at = C.memarg(m, 32)
    return Typing((at, I64), ())


def v128_load(C: Context, m: MemArg) -> Typing:
    """v128.load : i:at -> v128   [valid-vload-val]"""
    at = C.memarg(m, 128)
    return Typing((at,), (V128,))


def v128_load8x8_s(C: Context, m: MemArg) -> Typing:
    """v128.load8x8_s : i:at -> v128   [valid-vload-pack]"""
    at = C.memarg(m, 64)
    return Typing((at,), (V128,))


def v128_load8x8_u(C: Context, m: MemArg) -> Typing:
    """v128.load8x8_u : i:at -> v128   [valid-vload-pack]"""
    at = C.memarg(m, 64)
    return Typing((at,), (V128,))


def v128_load16x4_s(C: Context, m: MemArg) -> Typing:
    """v128.load16x4_s : i:at -> v128   [valid-vload-pack]"""
    at = C.memarg(m, 64)
    return Typing((at,), (V128,))


def v128_load16x4_u(C: Context, m: MemArg) -> Typing:
    """v128.load16x4_u : i:at -> v128   [valid-vload-pack]"""
    at = C.memarg(m, 64)
    return Typing((at,), (V128,))


def v128_load32x2_s(C: Context, m: MemArg) -> Typing:
    """v128.load32x2_s : i:at -> v128   [valid-vload-pack]"""
    at = C.memarg(m, 64)
    return Typing((at,), (V128,))


def v128_load32x2_u(C: Context, m: MemArg) -> Typing:
    """v128.load32x2_u : i:at -> v128   [valid-vload-pack]"""
    at = C.memarg(m, 64)
    return Typing((at,), (V128,))


def v128_load8_splat(C: Context, m: MemArg) -> Typing:
    """v128.load8_splat : i:at -> v128   [valid-vload-splat]"""
    at = C.memarg(m, 8)
    return Typing((at,), (V128,))


def v128_load16_splat(C: Context, m: MemArg) -> Typing:
    """v128.load16_splat : i:at -> v128   [valid-vload-splat]"""
    at = C.memarg(m, 16)
    return Typing((at,), (V128,))


def v128_load32_splat(C: Context, m: MemArg) -> Typing:
    """v128.load32_splat : i:at -> v128   [valid-vload-splat]"""
    at = C.memarg(m, 32)
    return Typing((at,), (V128,))


def v128_load64_splat(C: Context, m: MemArg) -> Typing:
    """v128.load64_splat : i:at -> v128   [valid-vload-splat]"""
    at = C.memarg(m, 64)
    return Typing((at,), (V128,))


def v128_load32_zero(C: Context, m: MemArg) -> Typing:
    """v128.load32_zero : i:at -> v128   [valid-vload-zero]"""
    at = C.memarg(m, 32)
    return Typing((at,), (V128,))


def v128_load64_zero(C: Context, m: MemArg) -> Typing:
    """v128.load64_zero : i:at -> v128   [valid-vload-zero]"""
    at = C.memarg(m, 64)
    return Typing((at,), (V128,))


def v128_load8_lane(C: Context, m: MemArg, l: int) -> Typing:
    """v128.load8_lane : i:at v:v128 -> v128   [valid-vload_lane]"""
    at = C.memarg(m, 8)
    C.lane(l, 128 // 8)
    return Typing((at, V128), (V128,))


def v128_load16_lane(C: Context, m: MemArg, l: int) -> Typing:
    """v128.load16_lane : i:at v:v128 -> v128   [valid-vload_lane]"""
    at = C.memarg(m, 16)
    C.lane(l, 128 // 16)
    return Typing((at, V128), (V128,))


def v128_load32_lane(C: Context, m: MemArg, l: int) -> Typing:
    """v128.load32_lane : i:at v:v128 -> v128   [valid-vload_lane]"""
    at = C.memarg(m, 32)
    C.lane(l, 128 // 32)
    return Typing((at, V128), (V128,))


def v128_load64_lane(C: Context, m: MemArg, l: int) -> Typing:
    """v128.load64_lane : i:at v:v128 -> v128   [valid-vload_lane]"""
    at = C.memarg(m, 64)
    C.lane(l, 128 // 64)
    return Typing((at, V128), (V128,))


def v128_store(C: Context, m: MemArg) -> Typing:
    """v128.store : i:at v:v128 ->   [valid-vstore]"""
    at = C.memarg(m, 128)
    return Typing((at, V128), ())


def v128_store8_lane(C: Context, m: MemArg, l: int) -> Typing:
    """v128.store8_lane : i:at v:v128 ->   [valid-vstore_lane]"""
    at = C.memarg(m, 8)
    C.lane(l, 128 // 8)
    return Typing((at, V128), ())


def v128_store16_lane(C: Context, m: MemArg, l: int) -> Typing:
    """v128.store16_lane : i:at v:v128 ->   [valid-vstore_lane]"""
    at = C.memarg(m, 16)
    C.lane(l, 128 // 16)
    return Typing((at, V128), ())


def v128_store32_lane(C: Context, m: MemArg, l: int) -> Typing:
    """v128.store32_lane : i:at v:v128 ->   [valid-vstore_lane]"""
    at = C.memarg(m, 32)
    C.lane(l, 128 // 32)
    return Typing((at, V128), ())


def v128_store64_lane(C: Context, m: MemArg, l: int) -> Typing:
    """v128.store64_lane : i:at v:v128 ->   [valid-vstore_lane]"""
    at = C.memarg(m, 64)
    C.lane(l, 128 // 64)
    return Typing((at, V128), ())


def memory_size(C: Context, x: int) -> Typing:
    """memory.size : -> at   [valid-memory.size]"""
    at = C.mem(x)
    return Typing((), (at,))


def memory_grow(C: Context, x: int) -> Typing:
    """memory.grow : n:at -> at   [valid-memory.grow]"""
    at = C.mem(x)
    return Typing((at,), (at,))


def memory_fill(C: Context, x: int) -> Typing:
    """memory.fill : i:at c:i32 n:at ->   [valid-memory.fill]"""
    at = C.mem(x)
    return Typing((at, I32, at), ())


def memory_copy(C: Context, x: int, y: int) -> Typing:
    """memory.copy : i:at1 j:at2 n:narrower(at1, at2) ->   [valid-memory.copy]"""
    at1 = C.mem(x)
    at2 = C.mem(y)
    return Typing((at1, at2, narrower(at1, at2)), ())


def memory_init(C: Context, x: int, y: int) -> Typing:
    """memory.init : i:at j:i32 n:i32 ->   [valid-memory.init]"""
    at = C.mem(x)
    C.data(y)
    return Typing((at, I32, I32), ())


def data_drop(C: Context, x: int) -> Typing:
    """data.drop : ->   [valid-data.drop]"""
    C.data(x)
    return Typing((), ())


def ref_null(C: Context, ht: HeapType) -> Typing:
    """ref.null : -> rt   [valid-ref.null]"""
    rt = C.reftype_of(True, ht)
    return Typing((), (rt,))


def ref_is_null(C: Context) -> Typing:
    """ref.is_null : r:rt -> i32   [valid-ref.is_null]"""
    rt = C.any_reftype(0)
    return Typing((rt,), (I32,))


def ref_as_non_null(C: Context) -> Typing:
    """ref.as_non_null : r:rt -> non_null(rt)   [valid-ref.as_non_null]"""
    rt = C.any_reftype(0)
    return Typing((rt,), (non_null(rt),))


def ref_func(C: Context, x: int) -> Typing:
    """ref.func : -> rt   [valid-ref.func]"""
    rt = C.ref_func(x)
    return Typing((), (rt,))


def ref_test(C: Context, ht: HeapType) -> Typing:
    """ref.test : r:rt1 -> i32   [valid-ref.test]"""
    rt = C.reftype_of(False, ht)
    rt1 = top(rt)
    return Typing((rt1,), (I32,), (rt,))


def ref_test_null(C: Context, ht: HeapType) -> Typing:
    """ref.test null : r:rt1 -> i32   [valid-ref.test]"""
    rt = C.reftype_of(True, ht)
    rt1 = top(rt)
    return Typing((rt1,), (I32,), (rt,))


def ref_cast(C: Context, ht: HeapType) -> Typing:
    """ref.cast : r:rt1 -> rt   [valid-ref.cast]"""
    rt = C.reftype_of(False, ht)
    rt1 = top(rt)
    return Typing((rt1,), (rt,), (rt,))


def ref_cast_null(C: Context, ht: HeapType) -> Typing:
    """ref.cast null : r:rt1 -> rt   [valid-ref.cast]"""
    rt = C.reftype_of(True, ht)
    rt1 = top(rt)
    return Typing((rt1,), (rt,), (rt,))


def any_convert_extern(C: Context) -> Typing:
    """any.convert_extern : r:rt -> with_heap(rt, any)   [valid-any.convert_extern]"""
    rt = C.any_reftype_of(EXTERN, 0)
    return Typing((rt,), (with_heap(rt, ANY),))


def extern_convert_any(C: Context) -> Typing:
    """extern.convert_any : r:rt -> with_heap(rt, extern)   [valid-extern.convert_any]"""
    rt = C.any_reftype_of(ANY, 0)
    return Typing((rt,), (with_heap(rt, EXTERN),))


def struct_new(C: Context, x: int) -> Typing:
    """struct.new : *args:all_unpacked(zts) -> (ref x)   [valid-struct.new]"""
    zts = C.struct(x)
    packs = packed_fields(zts)
    return Typing(all_unpacked(zts), (C.reftype_of(False, x),), (packs, count(all_unpacked(zts))))


def struct_new_default(C: Context, x: int) -> Typing:
    """struct.new_default : -> (ref x)   [valid-struct.new_default]"""
    zts = C.struct(x)
    C.defaultable(zts)
    return Typing((), (C.reftype_of(False, x),), (zts,))


def struct_get(C: Context, x: int, i: int) -> Typing:
    """struct.get : s:(ref null x) -> unpacked(zt)   [valid-struct.get]"""
    zt = C.field(x, i)
    C.packed(zt, False)
    return Typing((C.reftype_of(True, x),), (unpacked(zt),))


def struct_get_s(C: Context, x: int, i: int) -> Typing:
    """struct.get_s : s:(ref null x) -> i32   [valid-struct.get]"""
    zt = C.field(x, i)
    C.packed(zt, True)
    return Typing((C.reftype_of(True, x),), (I32,), (zt,))


def struct_get_u(C: Context, x: int, i: int) -> Typing:
    """struct.get_u : s:(ref null x) -> i32   [valid-struct.get]"""
    zt = C.field(x, i)
    C.packed(zt, True)
    return Typing((C.reftype_of(True, x),), (I32,), (zt,))


def struct_set(C: Context, x: int, i: int) -> Typing:
    """struct.set : s:(ref null x) v:unpacked(zt) ->   [valid-struct.set]"""
    zt = C.mutable_field(x, i)
    return Typing((C.reftype_of(True, x), unpacked(zt)), (), (zt,))


def array_new(C: Context, x: int) -> Typing:
    """array.new : v:unpacked(zt) n:i32 -> (ref x)   [valid-array.new]"""
    zt = C.array(x)
    return Typing((unpacked(zt), I32), (C.reftype_of(False, x),), (zt,))


def array_new_default(C: Context, x: int) -> Typing:
    """array.new_default : n:i32 -> (ref x)   [valid-array.new_default]"""
    zt = C.array(x)
    C.defaultable((zt,))
    return Typing((I32,), (C.reftype_of(False, x),), (zt,))


def array_new_fixed(C: Context, x: int, n: int) -> Typing:
    """array.new_fixed : *args:ts -> (ref x)   [valid-array.new_fixed]"""
    zt = C.array(x)
    ts = C.repeat(unpacked(zt), n)
    return Typing(ts, (C.reftype_of(False, x),), (zt, count(ts)))


def array_new_data(C: Context, x: int, y: int) -> Typing:
    """array.new_data : i:i32 n:i32 -> (ref x)   [valid-array.new_data]"""
    zt = C.numeric_array(x)
    C.data(y)
    return Typing((I32, I32), (C.reftype_of(False, x),), (zt,))


def array_new_elem(C: Context, x: int, y: int) -> Typing:
    """array.new_elem : i:i32 n:i32 -> (ref x)   [valid-array.new_elem]"""
    zt = C.array(x)
    rt = C.elem(y)
    C.match(rt, zt)
    return Typing((I32, I32), (C.reftype_of(False, x),), (zt,))


def array_get(C: Context, x: int) -> Typing:
    """array.get : a:(ref null x) i:i32 -> unpacked(zt)   [valid-array.get]"""
    zt = C.array(x)
    C.packed(zt, False)
    return Typing((C.reftype_of(True, x), I32), (unpacked(zt),))


def array_get_s(C: Context, x: int) -> Typing:
    """array.get_s : a:(ref null x) i:i32 -> i32   [valid-array.get]"""
    zt = C.array(x)
    C.packed(zt, True)
    return Typing((C.reftype_of(True, x), I32), (I32,), (zt,))


def array_get_u(C: Context, x: int) -> Typing:
    """array.get_u : a:(ref null x) i:i32 -> i32   [valid-array.get]"""
    zt = C.array(x)
    C.packed(zt, True)
    return Typing((C.reftype_of(True, x), I32), (I32,), (zt,))


def array_set(C: Context, x: int) -> Typing:
    """array.set : a:(ref null x) i:i32 v:unpacked(zt) ->   [valid-array.set]"""
    zt = C.mutable_array(x)
    return Typing((C.reftype_of(True, x), I32, unpacked(zt)), (), (zt,))


def array_fill(C: Context, x: int) -> Typing:
    """array.fill : a:(ref null x) i:i32 v:unpacked(zt) n:i32 ->   [valid-array.fill]"""
    zt = C.mutable_array(x)
    return Typing((C.reftype_of(True, x), I32, unpacked(zt), I32), (), (zt,))


def array_copy(C: Context, x: int, y: int) -> Typing:
    """array.copy : a1:(ref null x) i1:i32 a2:(ref null y) i2:i32 n:i32 ->   [valid-array.copy]"""
    zt1 = C.mutable_array(x)
    zt2 = C.array(y)
    C.match_storage(zt2, zt1)
    return Typing((C.reftype_of(True, x), I32, C.reftype_of(True, y), I32, I32), ())


def array_init_data(C: Context, x: int, y: int) -> Typing:
    """array.init_data : a:(ref null x) i:i32 j:i32 n:i32 ->   [valid-array.init_data]"""
    zt = C.mutable_array(x)
    C.numeric_array(x)
    C.data(y)
    return Typing((C.reftype_of(True, x), I32, I32, I32), (), (zt,))


def array_init_elem(C: Context, x: int, y: int) -> Typing:
    """array.init_elem : a:(ref null x) i:i32 j:i32 n:i32 ->   [valid-array.init_elem]"""
    zt = C.mutable_array(x)
    rt = C.elem(y)
    C.match(rt, zt)
    return Typing((C.reftype_of(True, x), I32, I32, I32), ())


def i8x16_shuffle(C: Context, ls: tuple[int, ...]) -> Typing:
    """i8x16.shuffle : v1:v128 v2:v128 -> v128   [valid-vshuffle]"""
    C.lanes(ls, 32)
    return Typing((V128, V128), (V128,))


def i8x16_extract_lane_s(C: Context, l: int) -> Typing:
    """i8x16.extract_lane_s : v:v128 -> i32   [valid-vextract_lane]"""
    C.lane(l, 128 // 8)
    return Typing((V128,), (I32,))


def i8x16_extract_lane_u(C: Context, l: int) -> Typing:
    """i8x16.extract_lane_u : v:v128 -> i32   [valid-vextract_lane]"""
    C.lane(l, 128 // 8)
    return Typing((V128,), (I32,))


def i16x8_extract_lane_s(C: Context, l: int) -> Typing:
    """i16x8.extract_lane_s : v:v128 -> i32   [valid-vextract_lane]"""
    C.lane(l, 128 // 16)
    return Typing((V128,), (I32,))


def i16x8_extract_lane_u(C: Context, l: int) -> Typing:
    """i16x8.extract_lane_u : v:v128 -> i32   [valid-vextract_lane]"""
    C.lane(l, 128 // 16)
    return Typing((V128,), (I32,))


def i32x4_extract_lane(C: Context, l: int) -> Typing:
    """i32x4.extract_lane : v:v128 -> i32   [valid-vextract_lane]"""
    C.lane(l, 128 // 32)
    return Typing((V128,), (I32,))


def i64x2_extract_lane(C: Context, l: int) -> Typing:
    """i64x2.extract_lane : v:v128 -> i64   [valid-vextract_lane]"""
    C.lane(l, 128 // 64)
    return Typing((V128,), (I64,))


def f32x4_extract_lane(C: Context, l: int) -> Typing:
    """f32x4.extract_lane : v:v128 -> f32   [valid-vextract_lane]"""
    C.lane(l, 128 // 32)
    return Typing((V128,), (F32,))


def f64x2_extract_lane(C: Context, l: int) -> Typing:
    """f64x2.extract_lane : v:v128 -> f64   [valid-vextract_lane]"""
    C.lane(l, 128 // 64)
    return Typing((V128,), (F64,))


def i8x16_replace_lane(C: Context, l: int) -> Typing:
    """i8x16.replace_lane : v:v128 c:i32 -> v128   [valid-vreplace_lane]"""
    C.lane(l, 128 // 8)
    return Typing((V128, I32), (V128,))


def i16x8_replace_lane(C: Context, l: int) -> Typing:
    """i16x8.replace_lane : v:v128 c:i32 -> v128   [valid-vreplace_lane]"""
    C.lane(l, 128 // 16)
    return Typing((V128, I32), (V128,))


def i32x4_replace_lane(C: Context, l: int) -> Typing:
    """i32x4.replace_lane : v:v128 c:i32 -> v128   [valid-vreplace_lane]"""
    C.lane(l, 128 // 32)
    return Typing((V128, I32), (V128,))


def i64x2_replace_lane(C: Context, l: int) -> Typing:
    """i64x2.replace_lane : v:v128 c:i64 -> v128   [valid-vreplace_lane]"""
    C.lane(l, 128 // 64)
    return Typing((V128, I64), (V128,))


def f32x4_replace_lane(C: Context, l: int) -> Typing:
    """f32x4.replace_lane : v:v128 c:f32 -> v128   [valid-vreplace_lane]"""
    C.lane(l, 128 // 32)
    return Typing((V128, F32), (V128,))


def f64x2_replace_lane(C: Context, l: int) -> Typing:
    """f64x2.replace_lane : v:v128 c:f64 -> v128   [valid-vreplace_lane]"""
    C.lane(l, 128 // 64)
    return Typing((V128, F64), (V128,))


TYPING: dict[Op, Callable[..., Typing]] = {
    o.UNREACHABLE: unreachable,
    o.BLOCK: block,
    o.LOOP: loop,
    o.IF: if_,
    o.TRY_TABLE: try_table,
    o.ELSE: else_,
    o.BR: br,
    o.BR_IF: br_if,
    o.BR_TABLE: br_table,
    o.BR_ON_NULL: br_on_null,
    o.BR_ON_NON_NULL: br_on_non_null,
    o.BR_ON_CAST: br_on_cast,
    o.BR_ON_CAST_FAIL: br_on_cast_fail,
    o.RETURN: return_,
    o.CALL: call,
    o.CALL_REF: call_ref,
    o.CALL_INDIRECT: call_indirect,
    o.RETURN_CALL: return_call,
    o.RETURN_CALL_REF: return_call_ref,
    o.RETURN_CALL_INDIRECT: return_call_indirect,
    o.THROW: throw,
    o.THROW_REF: throw_ref,
    o.TRY: try_,
    o.CATCH: catch,
    o.CATCH_ALL: catch_all,
    o.DELEGATE: delegate,
    o.RETHROW: rethrow,
    o.DROP: drop,
    o.SELECT: select,
    o.SELECT_T: select_t,
    o.LOCAL_GET: local_get,
    o.LOCAL_SET: local_set,
    o.LOCAL_TEE: local_tee,
    o.GLOBAL_GET: global_get,
    o.GLOBAL_SET: global_set,
    o.TABLE_GET: table_get,
    o.TABLE_SET: table_set,
    o.TABLE_SIZE: table_size,
    o.TABLE_GROW: table_grow,
    o.TABLE_FILL: table_fill,
    o.TABLE_COPY: table_copy,
    o.TABLE_INIT: table_init,
    o.ELEM_DROP: elem_drop,
    o.I32_LOAD: i32_load,
    o.I64_LOAD: i64_load,
    o.F32_LOAD: f32_load,
    o.F64_LOAD: f64_load,
    o.I32_LOAD8_S: i32_load8_s,
    o.I32_LOAD8_U: i32_load8_u,
    o.I32_LOAD16_S: i32_load16_s,
    o.I32_LOAD16_U: i32_load16_u,
    o.I64_LOAD8_S: i64_load8_s,
    o.I64_LOAD8_U: i64_load8_u,
    o.I64_LOAD16_S: i64_load16_s,
    o.I64_LOAD16_U: i64_load16_u,
    o.I64_LOAD32_S: i64_load32_s,
    o.I64_LOAD32_U: i64_load32_u,
    o.I32_STORE: i32_store,
    o.I64_STORE: i64_store,
    o.F32_STORE: f32_store,
    o.F64_STORE: f64_store,
    o.I32_STORE8: i32_store8,
    o.I32_STORE16: i32_store16,
    o.I64_STORE8: i64_store8,
    o.I64_STORE16: i64_store16,
    o.I64_STORE32: i64_store32,
    o.V128_LOAD: v128_load,
    o.V128_LOAD8X8_S: v128_load8x8_s,
    o.V128_LOAD8X8_U: v128_load8x8_u,
    o.V128_LOAD16X4_S: v128_load16x4_s,
    o.V128_LOAD16X4_U: v128_load16x4_u,
    o.V128_LOAD32X2_S: v128_load32x2_s,
    o.V128_LOAD32X2_U: v128_load32x2_u,
    o.V128_LOAD8_SPLAT: v128_load8_splat,
    o.V128_LOAD16_SPLAT: v128_load16_splat,
    o.V128_LOAD32_SPLAT: v128_load32_splat,
    o.V128_LOAD64_SPLAT: v128_load64_splat,
    o.V128_LOAD32_ZERO: v128_load32_zero,
    o.V128_LOAD64_ZERO: v128_load64_zero,
    o.V128_LOAD8_LANE: v128_load8_lane,
    o.V128_LOAD16_LANE: v128_load16_lane,
    o.V128_LOAD32_LANE: v128_load32_lane,
    o.V128_LOAD64_LANE: v128_load64_lane,
    o.V128_STORE: v128_store,
    o.V128_STORE8_LANE: v128_store8_lane,
    o.V128_STORE16_LANE: v128_store16_lane,
    o.V128_STORE32_LANE: v128_store32_lane,
    o.V128_STORE64_LANE: v128_store64_lane,
    o.MEMORY_SIZE: memory_size,
    o.MEMORY_GROW: memory_grow,
    o.MEMORY_FILL: memory_fill,
    o.MEMORY_COPY: memory_copy,
    o.MEMORY_INIT: memory_init,
    o.DATA_DROP: data_drop,
    o.REF_NULL: ref_null,
    o.REF_IS_NULL: ref_is_null,
    o.REF_AS_NON_NULL: ref_as_non_null,
    o.REF_FUNC: ref_func,
    o.REF_TEST: ref_test,
    o.REF_TEST_NULL: ref_test_null,
    o.REF_CAST: ref_cast,
    o.REF_CAST_NULL: ref_cast_null,
    o.ANY_CONVERT_EXTERN: any_convert_extern,
    o.EXTERN_CONVERT_ANY: extern_convert_any,
    o.STRUCT_NEW: struct_new,
    o.STRUCT_NEW_DEFAULT: struct_new_default,
    o.STRUCT_GET: struct_get,
    o.STRUCT_GET_S: struct_get_s,
    o.STRUCT_GET_U: struct_get_u,
    o.STRUCT_SET: struct_set,
    o.ARRAY_NEW: array_new,
    o.ARRAY_NEW_DEFAULT: array_new_default,
    o.ARRAY_NEW_FIXED: array_new_fixed,
    o.ARRAY_NEW_DATA: array_new_data,
    o.ARRAY_NEW_ELEM: array_new_elem,
    o.ARRAY_GET: array_get,
    o.ARRAY_GET_S: array_get_s,
    o.ARRAY_GET_U: array_get_u,
    o.ARRAY_SET: array_set,
    o.ARRAY_FILL: array_fill,
    o.ARRAY_COPY: array_copy,
    o.ARRAY_INIT_DATA: array_init_data,
    o.ARRAY_INIT_ELEM: array_init_elem,
    o.I8X16_SHUFFLE: i8x16_shuffle,
    o.I8X16_EXTRACT_LANE_S: i8x16_extract_lane_s,
    o.I8X16_EXTRACT_LANE_U: i8x16_extract_lane_u,
    o.I16X8_EXTRACT_LANE_S: i16x8_extract_lane_s,
    o.I16X8_EXTRACT_LANE_U: i16x8_extract_lane_u,
    o.I32X4_EXTRACT_LANE: i32x4_extract_lane,
    o.I64X2_EXTRACT_LANE: i64x2_extract_lane,
    o.F32X4_EXTRACT_LANE: f32x4_extract_lane,
    o.F64X2_EXTRACT_LANE: f64x2_extract_lane,
    o.I8X16_REPLACE_LANE: i8x16_replace_lane,
    o.I16X8_REPLACE_LANE: i16x8_replace_lane,
    o.I32X4_REPLACE_LANE: i32x4_replace_lane,
    o.I64X2_REPLACE_LANE: i64x2_replace_lane,
    o.F32X4_REPLACE_LANE: f32x4_replace_lane,
    o.F64X2_REPLACE_LANE: f64x2_replace_lane,
}

# Types that depend on the label alone, and on operands alone: those at these depths.
OF_LABEL: frozenset[Op] = frozenset((o.BR, o.BR_IF))
OF_STACK: dict[Op, tuple[int, ...]] = {
    o.DROP: (0,),
    o.SELECT: (1, 2),
    o.REF_IS_NULL: (0,),
    o.REF_AS_NON_NULL: (0,),
    o.ANY_CONVERT_EXTERN: (0,),
    o.EXTERN_CONVERT_ANY: (0,),
}

STATICS: dict[Op, tuple[str, ...]] = {
    o.BR_ON_CAST: ("t2",),
    o.BR_ON_CAST_FAIL: ("t2",),
    o.CALL: ("args",),
    o.CALL_REF: ("args",),
    o.CALL_INDIRECT: ("args",),
    o.RETURN_CALL: ("args",),
    o.RETURN_CALL_REF: ("args",),
    o.RETURN_CALL_INDIRECT: ("args",),
    o.THROW: ("args",),
    o.RETHROW: ("y",),
    o.REF_TEST: ("rt",),
    o.REF_TEST_NULL: ("rt",),
    o.REF_CAST: ("rt",),
    o.REF_CAST_NULL: ("rt",),
    o.STRUCT_NEW: ("packs", "args"),
    o.STRUCT_NEW_DEFAULT: ("zts",),
    o.STRUCT_GET_S: ("zt",),
    o.STRUCT_GET_U: ("zt",),
    o.STRUCT_SET: ("zt",),
    o.ARRAY_NEW: ("zt",),
    o.ARRAY_NEW_DEFAULT: ("zt",),
    o.ARRAY_NEW_FIXED: ("zt", "args"),
    o.ARRAY_NEW_DATA: ("zt",),
    o.ARRAY_NEW_ELEM: ("zt",),
    o.ARRAY_GET_S: ("zt",),
    o.ARRAY_GET_U: ("zt",),
    o.ARRAY_SET: ("zt",),
    o.ARRAY_FILL: ("zt",),
    o.ARRAY_INIT_DATA: ("zt",),
}
