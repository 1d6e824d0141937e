"""Instructions by their opcodes.

Written by `python -m codegen` (codegen/emit/decoder.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from collections.abc import Callable

from refwasm.binary import decode_immediates as read
from refwasm.binary import decode_types as types
from refwasm.binary import spellings as s
from refwasm.binary.reader import Reader
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Immediate, Op

Args = tuple[Immediate, ...]


def none(r: Reader) -> Args:
    return ()


def blocktype(r: Reader) -> Args:
    return (read.blocktype(r),)


def blocktype_catches(r: Reader) -> Args:
    return (read.blocktype(r), read.catches(r))


def labelidx(r: Reader) -> Args:
    return (r.u32(),)


def labelidxs_labelidx(r: Reader) -> Args:
    return (r.indices(), r.u32())


def cast(r: Reader) -> Args:
    return read.cast(r)


def funcidx(r: Reader) -> Args:
    return (r.u32(),)


def typeidx(r: Reader) -> Args:
    return (r.u32(),)


def typeidx_tableidx_reordered(r: Reader) -> Args:
    y, x = r.u32(), read.tableidx(r)
    return x, y


def tagidx(r: Reader) -> Args:
    return (r.u32(),)


def resulttypes(r: Reader) -> Args:
    return (read.resulttypes(r),)


def localidx(r: Reader) -> Args:
    return (r.u32(),)


def globalidx(r: Reader) -> Args:
    return (r.u32(),)


def tableidx(r: Reader) -> Args:
    return (read.tableidx(r),)


def tableidx_tableidx(r: Reader) -> Args:
    return (read.tableidx(r), read.tableidx(r))


def elemidx_tableidx_reordered(r: Reader) -> Args:
    y, x = r.u32(), read.tableidx(r)
    return x, y


def elemidx(r: Reader) -> Args:
    return (r.u32(),)


def memarg(r: Reader) -> Args:
    return (read.memarg(r),)


def memarg_laneidx(r: Reader) -> Args:
    return (read.memarg(r), r.unsigned(8))


def memidx(r: Reader) -> Args:
    return (read.memidx(r),)


def memidx_memidx(r: Reader) -> Args:
    return (read.memidx(r), read.memidx(r))


def dataidx_memidx_reordered(r: Reader) -> Args:
    y, x = r.u32(), read.memidx(r)
    return x, y


def dataidx(r: Reader) -> Args:
    return (r.u32(),)


def i32(r: Reader) -> Args:
    return (r.signed(32) & 0xFFFF_FFFF,)


def i64(r: Reader) -> Args:
    return (r.signed(64) & 0xFFFF_FFFF_FFFF_FFFF,)


def f32(r: Reader) -> Args:
    return (r.fixed(4),)


def f64(r: Reader) -> Args:
    return (r.fixed(8),)


def heaptype(r: Reader) -> Args:
    return (types.heaptype(r),)


def typeidx_fieldidx(r: Reader) -> Args:
    return (r.u32(), r.u32())


def typeidx_u32(r: Reader) -> Args:
    return (r.u32(), r.u32())


def typeidx_dataidx(r: Reader) -> Args:
    return (r.u32(), r.u32())


def typeidx_elemidx(r: Reader) -> Args:
    return (r.u32(), r.u32())


def typeidx_typeidx(r: Reader) -> Args:
    return (r.u32(), r.u32())


def v128(r: Reader) -> Args:
    return (r.fixed(16),)


def laneidxs(r: Reader) -> Args:
    return (read.laneidxs(r),)


def laneidx(r: Reader) -> Args:
    return (r.unsigned(8),)


# An opcode's record, and what reads its immediates.
ROWS: dict[int, tuple[Op, Callable[[Reader], Args]]] = {
    0x00: (o.UNREACHABLE, none),
    0x01: (o.NOP, none),
    0x02: (o.BLOCK, blocktype),
    0x03: (o.LOOP, blocktype),
    0x04: (o.IF, blocktype),
    0x05: (o.ELSE, none),
    0x06: (o.TRY, blocktype),
    0x07: (o.CATCH, tagidx),
    0x08: (o.THROW, tagidx),
    0x09: (o.RETHROW, labelidx),
    0x0A: (o.THROW_REF, none),
    0x0B: (o.END, none),
    0x0C: (o.BR, labelidx),
    0x0D: (o.BR_IF, labelidx),
    0x0E: (o.BR_TABLE, labelidxs_labelidx),
    0x0F: (o.RETURN, none),
    0x10: (o.CALL, funcidx),
    0x11: (o.CALL_INDIRECT, typeidx_tableidx_reordered),
    0x12: (o.RETURN_CALL, funcidx),
    0x13: (o.RETURN_CALL_INDIRECT, typeidx_tableidx_reordered),
    0x14: (o.CALL_REF, typeidx),
    0x15: (o.RETURN_CALL_REF, typeidx),
    0x18: (o.DELEGATE, labelidx),
    0x19: (o.CATCH_ALL, none),
    0x1A: (o.DROP, none),
    0x1B: (o.SELECT, none),
    0x1C: (o.SELECT_T, resulttypes),
    0x1F: (o.TRY_TABLE, blocktype_catches),
    0x20: (o.LOCAL_GET, localidx),
    0x21: (o.LOCAL_SET, localidx),
    0x22: (o.LOCAL_TEE, localidx),
    0x23: (o.GLOBAL_GET, globalidx),
    0x24: (o.GLOBAL_SET, globalidx),
    0x25: (o.TABLE_GET, tableidx),
    0x26: (o.TABLE_SET, tableidx),
    0x28: (o.I32_LOAD, memarg),
    0x29: (o.I64_LOAD, memarg),
    0x2A: (o.F32_LOAD, memarg),
    0x2B: (o.F64_LOAD, memarg),
    0x2C: (o.I32_LOAD8_S, memarg),
    0x2D: (o.I32_LOAD8_U, memarg),
    0x2E: (o.I32_LOAD16_S, memarg),
    0x2F: (o.I32_LOAD16_U, memarg),
    0x30: (o.I64_LOAD8_S, memarg),
    0x31: (o.I64_LOAD8_U, memarg),
    0x32: (o.I64_LOAD16_S, memarg),
    0x33: (o.I64_LOAD16_U, memarg),
    0x34: (o.I64_LOAD32_S, memarg),
    0x35: (o.I64_LOAD32_U, memarg),
    0x36: (o.I32_STORE, memarg),
    0x37: (o.I64_STORE, memarg),
    0x38: (o.F32_STORE, memarg),
    0x39: (o.F64_STORE, memarg),
    0x3A: (o.I32_STORE8, memarg),
    0x3B: (o.I32_STORE16, memarg),
    0x3C: (o.I64_STORE8, memarg),
    0x3D: (o.I64_STORE16, memarg),
    0x3E: (o.I64_STORE32, memarg),
    0x3F: (o.MEMORY_SIZE, memidx),
    0x40: (o.MEMORY_GROW, memidx),
    0x41: (o.I32_CONST, i32),
    0x42: (o.I64_CONST, i64),
    0x43: (o.F32_CONST, f32),
    0x44: (o.F64_CONST, f64),
    0x45: (o.I32_EQZ, none),
    0x46: (o.I32_EQ, none),
    0x47: (o.I32_NE, none),
    0x48: (o.I32_LT_S, none),
    0x49: (o.I32_LT_U, none),
    0x4A: (o.I32_GT_S, none),
    0x4B: (o.I32_GT_U, none),
    0x4C: (o.I32_LE_S, none),
    0x4D: (o.I32_LE_U, none),
    0x4E: (o.I32_GE_S, none),
    0x4F: (o.I32_GE_U, none),
    0x50: (o.I64_EQZ, none),
    0x51: (o.I64_EQ, none),
    0x52: (o.I64_NE, none),
    0x53: (o.I64_LT_S, none),
    0x54: (o.I64_LT_U, none),
    0x55: (o.I64_GT_S, none),
    0x56: (o.I64_GT_U, none),
    0x57: (o.I64_LE_S, none),
    0x58: (o.I64_LE_U, none),
    0x59: (o.I64_GE_S, none),
    0x5A: (o.I64_GE_U, none),
    0x5B: (o.F32_EQ, none),
    0x5C: (o.F32_NE, none),
    0x5D: (o.F32_LT, none),
    0x5E: (o.F32_GT, none),
    0x5F: (o.F32_LE, none),
    0x60: (o.F32_GE, none),
    0x61: (o.F64_EQ, none),
    0x62: (o.F64_NE, none),
    0x63: (o.F64_LT, none),
    0x64: (o.F64_GT, none),
    0x65: (o.F64_LE, none),
    0x66: (o.F64_GE, none),
    0x67: (o.I32_CLZ, none),
    0x68: (o.I32_CTZ, none),
    0x69: (o.I32_POPCNT, none),
    0x6A: (o.I32_ADD, none),
    0x6B: (o.I32_SUB, none),
    0x6C: (o.I32_MUL, none),
    0x6D: (o.I32_DIV_S, none),
    0x6E: (o.I32_DIV_U, none),
    0x6F: (o.I32_REM_S, none),
    0x70: (o.I32_REM_U, none),
    0x71: (o.I32_AND, none),
    0x72: (o.I32_OR, none),
    0x73: (o.I32_XOR, none),
    0x74: (o.I32_SHL, none),
    0x75: (o.I32_SHR_S, none),
    0x76: (o.I32_SHR_U, none),
    0x77: (o.I32_ROTL, none),
    0x78: (o.I32_ROTR, none),
    0x79: (o.I64_CLZ, none),
    0x7A: (o.I64_CTZ, none),
    0x7B: (o.I64_POPCNT, none),
    0x7C: (o.I64_ADD, none),
    0x7D: (o.I64_SUB, none),
    0x7E: (o.I64_MUL, none),
    0x7F: (o.I64_DIV_S, none),
    0x80: (o.I64_DIV_U, none),
    0x81: (o.I64_REM_S, none),
    0x82: (o.I64_REM_U, none),
    0x83: (o.I64_AND, none),
    0x84: (o.I64_OR, none),
    0x85: (o.I64_XOR, none),
    0x86: (o.I64_SHL, none),
    0x87: (o.I64_SHR_S, none),
    0x88: (o.I64_SHR_U, none),
    0x89: (o.I64_ROTL, none),
    0x8A: (o.I64_ROTR, none),
    0x8B: (o.F32_ABS, none),
    0x8C: (o.F32_NEG, none),
    0x8D: (o.F32_CEIL, none),
    0x8E: (o.F32_FLOOR, none),
    0x8F: (o.F32_TRUNC, none),
    0x90: (o.F32_NEAREST, none),
    0x91: (o.F32_SQRT, none),
    0x92: (o.F32_ADD, none),
    0x93: (o.F32_SUB, none),
    0x94: (o.F32_MUL, none),
    0x95: (o.F32_DIV, none),
    0x96: (o.F32_MIN, none),
    0x97: (o.F32_MAX, none),
    0x98: (o.F32_COPYSIGN, none),
    0x99: (o.F64_ABS, none),
    0x9A: (o.F64_NEG, none),
    0x9B: (o.F64_CEIL, none),
    0x9C: (o.F64_FLOOR, none),
    0x9D: (o.F64_TRUNC, none),
    0x9E: (o.F64_NEAREST, none),
    0x9F: (o.F64_SQRT, none),
    0xA0: (o.F64_ADD, none),
    0xA1: (o.F64_SUB, none),
    0xA2: (o.F64_MUL, none),
    0xA3: (o.F64_DIV, none),
    0xA4: (o.F64_MIN, none),
    0xA5: (o.F64_MAX, none),
    0xA6: (o.F64_COPYSIGN, none),
    0xA7: (o.I32_WRAP_I64, none),
    0xA8: (o.I32_TRUNC_F32_S, none),
    0xA9: (o.I32_TRUNC_F32_U, none),
    0xAA: (o.I32_TRUNC_F64_S, none),
    0xAB: (o.I32_TRUNC_F64_U, none),
    0xAC: (o.I64_EXTEND_I32_S, none),
    0xAD: (o.I64_EXTEND_I32_U, none),
    0xAE: (o.I64_TRUNC_F32_S, none),
    0xAF: (o.I64_TRUNC_F32_U, none),
    0xB0: (o.I64_TRUNC_F64_S, none),
    0xB1: (o.I64_TRUNC_F64_U, none),
    0xB2: (o.F32_CONVERT_I32_S, none),
    0xB3: (o.F32_CONVERT_I32_U, none),
    0xB4: (o.F32_CONVERT_I64_S, none),
    0xB5: (o.F32_CONVERT_I64_U, none),
    0xB6: (o.F32_DEMOTE_F64, none),
    0xB7: (o.F64_CONVERT_I32_S, none),
    0xB8: (o.F64_CONVERT_I32_U, none),
    0xB9: (o.F64_CONVERT_I64_S, none),
    0xBA: (o.F64_CONVERT_I64_U, none),
    0xBB: (o.F64_PROMOTE_F32, none),
    0xBC: (o.I32_REINTERPRET_F32, none),
    0xBD: (o.I64_REINTERPRET_F64, none),
    0xBE: (o.F32_REINTERPRET_I32, none),
    0xBF: (o.F64_REINTERPRET_I64, none),
    0xC0: (o.I32_EXTEND8_S, none),
    0xC1: (o.I32_EXTEND16_S, none),
    0xC2: (o.I64_EXTEND8_S, none),
    0xC3: (o.I64_EXTEND16_S, none),
    0xC4: (o.I64_EXTEND32_S, none),
    0xD0: (o.REF_NULL, heaptype),
    0xD1: (o.REF_IS_NULL, none),
    0xD2: (o.REF_FUNC, funcidx),
    0xD3: (o.REF_EQ, none),
    0xD4: (o.REF_AS_NON_NULL, none),
    0xD5: (o.BR_ON_NULL, labelidx),
    0xD6: (o.BR_ON_NON_NULL, labelidx),
}
ROWS_FB: dict[int, tuple[Op, Callable[[Reader], Args]]] = {
    0: (o.STRUCT_NEW, typeidx),
    1: (o.STRUCT_NEW_DEFAULT, typeidx),
    2: (o.STRUCT_GET, typeidx_fieldidx),
    3: (o.STRUCT_GET_S, typeidx_fieldidx),
    4: (o.STRUCT_GET_U, typeidx_fieldidx),
    5: (o.STRUCT_SET, typeidx_fieldidx),
    6: (o.ARRAY_NEW, typeidx),
    7: (o.ARRAY_NEW_DEFAULT, typeidx),
    8: (o.ARRAY_NEW_FIXED, typeidx_u32),
    9: (o.ARRAY_NEW_DATA, typeidx_dataidx),
    10: (o.ARRAY_NEW_ELEM, typeidx_elemidx),
    11: (o.ARRAY_GET, typeidx),
    12: (o.ARRAY_GET_S, typeidx),
    13: (o.ARRAY_GET_U, typeidx),
    14: (o.ARRAY_SET, typeidx),
    15: (o.ARRAY_LEN, none),
    16: (o.ARRAY_FILL, typeidx),
    17: (o.ARRAY_COPY, typeidx_typeidx),
    18: (o.ARRAY_INIT_DATA, typeidx_dataidx),
    19: (o.ARRAY_INIT_ELEM, typeidx_elemidx),
    20: (o.REF_TEST, heaptype),
    21: (o.REF_TEST_NULL, heaptype),
    22: (o.REF_CAST, heaptype),
    23: (o.REF_CAST_NULL, heaptype),
    24: (o.BR_ON_CAST, cast),
    25: (o.BR_ON_CAST_FAIL, cast),
    26: (o.ANY_CONVERT_EXTERN, none),
    27: (o.EXTERN_CONVERT_ANY, none),
    28: (o.REF_I31, none),
    29: (o.I31_GET_S, none),
    30: (o.I31_GET_U, none),
}
ROWS_FC: dict[int, tuple[Op, Callable[[Reader], Args]]] = {
    0: (o.I32_TRUNC_SAT_F32_S, none),
    1: (o.I32_TRUNC_SAT_F32_U, none),
    2: (o.I32_TRUNC_SAT_F64_S, none),
    3: (o.I32_TRUNC_SAT_F64_U, none),
    4: (o.I64_TRUNC_SAT_F32_S, none),
    5: (o.I64_TRUNC_SAT_F32_U, none),
    6: (o.I64_TRUNC_SAT_F64_S, none),
    7: (o.I64_TRUNC_SAT_F64_U, none),
    8: (o.MEMORY_INIT, dataidx_memidx_reordered),
    9: (o.DATA_DROP, dataidx),
    10: (o.MEMORY_COPY, memidx_memidx),
    11: (o.MEMORY_FILL, memidx),
    12: (o.TABLE_INIT, elemidx_tableidx_reordered),
    13: (o.ELEM_DROP, elemidx),
    14: (o.TABLE_COPY, tableidx_tableidx),
    15: (o.TABLE_GROW, tableidx),
    16: (o.TABLE_SIZE, tableidx),
    17: (o.TABLE_FILL, tableidx),
}
ROWS_FD: dict[int, tuple[Op, Callable[[Reader], Args]]] = {
    0: (o.V128_LOAD, memarg),
    1: (o.V128_LOAD8X8_S, memarg),
    2: (o.V128_LOAD8X8_U, memarg),
    3: (o.V128_LOAD16X4_S, memarg),
    4: (o.V128_LOAD16X4_U, memarg),
    5: (o.V128_LOAD32X2_S, memarg),
    6: (o.V128_LOAD32X2_U, memarg),
    7: (o.V128_LOAD8_SPLAT, memarg),
    8: (o.V128_LOAD16_SPLAT, memarg),
    9: (o.V128_LOAD32_SPLAT, memarg),
    10: (o.V128_LOAD64_SPLAT, memarg),
    11: (o.V128_STORE, memarg),
    12: (o.V128_CONST, v128),
    13: (o.I8X16_SHUFFLE, laneidxs),
    14: (o.I8X16_SWIZZLE, none),
    15: (o.I8X16_SPLAT, none),
    16: (o.I16X8_SPLAT, none),
    17: (o.I32X4_SPLAT, none),
    18: (o.I64X2_SPLAT, none),
    19: (o.F32X4_SPLAT, none),
    20: (o.F64X2_SPLAT, none),
    21: (o.I8X16_EXTRACT_LANE_S, laneidx),
    22: (o.I8X16_EXTRACT_LANE_U, laneidx),
    23: (o.I8X16_REPLACE_LANE, laneidx),
    24: (o.I16X8_EXTRACT_LANE_S, laneidx),
    25: (o.I16X8_EXTRACT_LANE_U, laneidx),
    26: (o.I16X8_REPLACE_LANE, laneidx),
    27: (o.I32X4_EXTRACT_LANE, laneidx),
    28: (o.I32X4_REPLACE_LANE, laneidx),
    29: (o.I64X2_EXTRACT_LANE, laneidx),
    30: (o.I64X2_REPLACE_LANE, laneidx),
    31: (o.F32X4_EXTRACT_LANE, laneidx),
    32: (o.F32X4_REPLACE_LANE, laneidx),
    33: (o.F64X2_EXTRACT_LANE, laneidx),
    34: (o.F64X2_REPLACE_LANE, laneidx),
    35: (o.I8X16_EQ, none),
    36: (o.I8X16_NE, none),
    37: (o.I8X16_LT_S, none),
    38: (o.I8X16_LT_U, none),
    39: (o.I8X16_GT_S, none),
    40: (o.I8X16_GT_U, none),
    41: (o.I8X16_LE_S, none),
    42: (o.I8X16_LE_U, none),
    43: (o.I8X16_GE_S, none),
    44: (o.I8X16_GE_U, none),
    45: (o.I16X8_EQ, none),
    46: (o.I16X8_NE, none),
    47: (o.I16X8_LT_S, none),
    48: (o.I16X8_LT_U, none),
    49: (o.I16X8_GT_S, none),
    50: (o.I16X8_GT_U, none),
    51: (o.I16X8_LE_S, none),
    52: (o.I16X8_LE_U, none),
    53: (o.I16X8_GE_S, none),
    54: (o.I16X8_GE_U, none),
    55: (o.I32X4_EQ, none),
    56: (o.I32X4_NE, none),
    57: (o.I32X4_LT_S, none),
    58: (o.I32X4_LT_U, none),
    59: (o.I32X4_GT_S, none),
    60: (o.I32X4_GT_U, none),
    61: (o.I32X4_LE_S, none),
    62: (o.I32X4_LE_U, none),
    63: (o.I32X4_GE_S, none),
    64: (o.I32X4_GE_U, none),
    65: (o.F32X4_EQ, none),
    66: (o.F32X4_NE, none),
    67: (o.F32X4_LT, none),
    68: (o.F32X4_GT, none),
    69: (o.F32X4_LE, none),
    70: (o.F32X4_GE, none),
    71: (o.F64X2_EQ, none),
    72: (o.F64X2_NE, none),
    73: (o.F64X2_LT, none),
    74: (o.F64X2_GT, none),
    75: (o.F64X2_LE, none),
    76: (o.F64X2_GE, none),
    77: (o.V128_NOT, none),
    78: (o.V128_AND, none),
    79: (o.V128_ANDNOT, none),
    80: (o.V128_OR, none),
    81: (o.V128_XOR, none),
    82: (o.V128_BITSELECT, none),
    83: (o.V128_ANY_TRUE, none),
    84: (o.V128_LOAD8_LANE, memarg_laneidx),
    85: (o.V128_LOAD16_LANE, memarg_laneidx),
    86: (o.V128_LOAD32_LANE, memarg_laneidx),
    87: (o.V128_LOAD64_LANE, memarg_laneidx),
    88: (o.V128_STORE8_LANE, memarg_laneidx),
    89: (o.V128_STORE16_LANE, memarg_laneidx),
    90: (o.V128_STORE32_LANE, memarg_laneidx),
    91: (o.V128_STORE64_LANE, memarg_laneidx),
    92: (o.V128_LOAD32_ZERO, memarg),
    93: (o.V128_LOAD64_ZERO, memarg),
    94: (o.F32X4_DEMOTE_F64X2_ZERO, none),
    95: (o.F64X2_PROMOTE_LOW_F32X4, none),
    96: (o.I8X16_ABS, none),
    97: (o.I8X16_NEG, none),
    98: (o.I8X16_POPCNT, none),
    99: (o.I8X16_ALL_TRUE, none),
    100: (o.I8X16_BITMASK, none),
    101: (o.I8X16_NARROW_I16X8_S, none),
    102: (o.I8X16_NARROW_I16X8_U, none),
    103: (o.F32X4_CEIL, none),
    104: (o.F32X4_FLOOR, none),
    105: (o.F32X4_TRUNC, none),
    106: (o.F32X4_NEAREST, none),
    107: (o.I8X16_SHL, none),
    108: (o.I8X16_SHR_S, none),
    109: (o.I8X16_SHR_U, none),
    110: (o.I8X16_ADD, none),
    111: (o.I8X16_ADD_SAT_S, none),
    112: (o.I8X16_ADD_SAT_U, none),
    113: (o.I8X16_SUB, none),
    114: (o.I8X16_SUB_SAT_S, none),
    115: (o.I8X16_SUB_SAT_U, none),
    116: (o.F64X2_CEIL, none),
    117: (o.F64X2_FLOOR, none),
    118: (o.I8X16_MIN_S, none),
    119: (o.I8X16_MIN_U, none),
    120: (o.I8X16_MAX_S, none),
    121: (o.I8X16_MAX_U, none),
    122: (o.F64X2_TRUNC, none),
    123: (o.I8X16_AVGR_U, none),
    124: (o.I16X8_EXTADD_PAIRWISE_I8X16_S, none),
    125: (o.I16X8_EXTADD_PAIRWISE_I8X16_U, none),
    126: (o.I32X4_EXTADD_PAIRWISE_I16X8_S, none),
    127: (o.I32X4_EXTADD_PAIRWISE_I16X8_U, none),
    128: (o.I16X8_ABS, none),
    129: (o.I16X8_NEG, none),
    130: (o.I16X8_Q15MULR_SAT_S, none),
    131: (o.I16X8_ALL_TRUE, none),
    132: (o.I16X8_BITMASK, none),
    133: (o.I16X8_NARROW_I32X4_S, none),
    134: (o.I16X8_NARROW_I32X4_U, none),
    135: (o.I16X8_EXTEND_LOW_I8X16_S, none),
    136: (o.I16X8_EXTEND_HIGH_I8X16_S, none),
    137: (o.I16X8_EXTEND_LOW_I8X16_U, none),
    138: (o.I16X8_EXTEND_HIGH_I8X16_U, none),
    139: (o.I16X8_SHL, none),
    140: (o.I16X8_SHR_S, none),
    141: (o.I16X8_SHR_U, none),
    142: (o.I16X8_ADD, none),
    143: (o.I16X8_ADD_SAT_S, none),
    144: (o.I16X8_ADD_SAT_U, none),
    145: (o.I16X8_SUB, none),
    146: (o.I16X8_SUB_SAT_S, none),
    147: (o.I16X8_SUB_SAT_U, none),
    148: (o.F64X2_NEAREST, none),
    149: (o.I16X8_MUL, none),
    150: (o.I16X8_MIN_S, none),
    151: (o.I16X8_MIN_U, none),
    152: (o.I16X8_MAX_S, none),
    153: (o.I16X8_MAX_U, none),
    155: (o.I16X8_AVGR_U, none),
    156: (o.I16X8_EXTMUL_LOW_I8X16_S, none),
    157: (o.I16X8_EXTMUL_HIGH_I8X16_S, none),
    158: (o.I16X8_EXTMUL_LOW_I8X16_U, none),
    159: (o.I16X8_EXTMUL_HIGH_I8X16_U, none),
    160: (o.I32X4_ABS, none),
    161: (o.I32X4_NEG, none),
    163: (o.I32X4_ALL_TRUE, none),
    164: (o.I32X4_BITMASK, none),
    167: (o.I32X4_EXTEND_LOW_I16X8_S, none),
    168: (o.I32X4_EXTEND_HIGH_I16X8_S, none),
    169: (o.I32X4_EXTEND_LOW_I16X8_U, none),
    170: (o.I32X4_EXTEND_HIGH_I16X8_U, none),
    171: (o.I32X4_SHL, none),
    172: (o.I32X4_SHR_S, none),
    173: (o.I32X4_SHR_U, none),
    174: (o.I32X4_ADD, none),
    177: (o.I32X4_SUB, none),
    181: (o.I32X4_MUL, none),
    182: (o.I32X4_MIN_S, none),
    183: (o.I32X4_MIN_U, none),
    184: (o.I32X4_MAX_S, none),
    185: (o.I32X4_MAX_U, none),
    186: (o.I32X4_DOT_I16X8_S, none),
    188: (o.I32X4_EXTMUL_LOW_I16X8_S, none),
    189: (o.I32X4_EXTMUL_HIGH_I16X8_S, none),
    190: (o.I32X4_EXTMUL_LOW_I16X8_U, none),
    191: (o.I32X4_EXTMUL_HIGH_I16X8_U, none),
    192: (o.I64X2_ABS, none),
    193: (o.I64X2_NEG, none),
    195: (o.I64X2_ALL_TRUE, none),
    196: (o.I64X2_BITMASK, none),
    199: (o.I64X2_EXTEND_LOW_I32X4_S, none),
    200: (o.I64X2_EXTEND_HIGH_I32X4_S, none),
    201: (o.I64X2_EXTEND_LOW_I32X4_U, none),
    202: (o.I64X2_EXTEND_HIGH_I32X4_U, none),
    203: (o.I64X2_SHL, none),
    204: (o.I64X2_SHR_S, none),
    205: (o.I64X2_SHR_U, none),
    206: (o.I64X2_ADD, none),
    209: (o.I64X2_SUB, none),
    213: (o.I64X2_MUL, none),
    214: (o.I64X2_EQ, none),
    215: (o.I64X2_NE, none),
    216: (o.I64X2_LT_S, none),
    217: (o.I64X2_GT_S, none),
    218: (o.I64X2_LE_S, none),
    219: (o.I64X2_GE_S, none),
    220: (o.I64X2_EXTMUL_LOW_I32X4_S, none),
    221: (o.I64X2_EXTMUL_HIGH_I32X4_S, none),
    222: (o.I64X2_EXTMUL_LOW_I32X4_U, none),
    223: (o.I64X2_EXTMUL_HIGH_I32X4_U, none),
    224: (o.F32X4_ABS, none),
    225: (o.F32X4_NEG, none),
    227: (o.F32X4_SQRT, none),
    228: (o.F32X4_ADD, none),
    229: (o.F32X4_SUB, none),
    230: (o.F32X4_MUL, none),
    231: (o.F32X4_DIV, none),
    232: (o.F32X4_MIN, none),
    233: (o.F32X4_MAX, none),
    234: (o.F32X4_PMIN, none),
    235: (o.F32X4_PMAX, none),
    236: (o.F64X2_ABS, none),
    237: (o.F64X2_NEG, none),
    239: (o.F64X2_SQRT, none),
    240: (o.F64X2_ADD, none),
    241: (o.F64X2_SUB, none),
    242: (o.F64X2_MUL, none),
    243: (o.F64X2_DIV, none),
    244: (o.F64X2_MIN, none),
    245: (o.F64X2_MAX, none),
    246: (o.F64X2_PMIN, none),
    247: (o.F64X2_PMAX, none),
    248: (o.I32X4_TRUNC_SAT_F32X4_S, none),
    249: (o.I32X4_TRUNC_SAT_F32X4_U, none),
    250: (o.F32X4_CONVERT_I32X4_S, none),
    251: (o.F32X4_CONVERT_I32X4_U, none),
    252: (o.I32X4_TRUNC_SAT_F64X2_S_ZERO, none),
    253: (o.I32X4_TRUNC_SAT_F64X2_U_ZERO, none),
    254: (o.F64X2_CONVERT_LOW_I32X4_S, none),
    255: (o.F64X2_CONVERT_LOW_I32X4_U, none),
    256: (o.I8X16_RELAXED_SWIZZLE, none),
    257: (o.I32X4_RELAXED_TRUNC_F32X4_S, none),
    258: (o.I32X4_RELAXED_TRUNC_F32X4_U, none),
    259: (o.I32X4_RELAXED_TRUNC_F64X2_S_ZERO, none),
    260: (o.I32X4_RELAXED_TRUNC_F64X2_U_ZERO, none),
    261: (o.F32X4_RELAXED_MADD, none),
    262: (o.F32X4_RELAXED_NMADD, none),
    263: (o.F64X2_RELAXED_MADD, none),
    264: (o.F64X2_RELAXED_NMADD, none),
    265: (o.I8X16_RELAXED_LANESELECT, none),
    266: (o.I16X8_RELAXED_LANESELECT, none),
    267: (o.I32X4_RELAXED_LANESELECT, none),
    268: (o.I64X2_RELAXED_LANESELECT, none),
    269: (o.F32X4_RELAXED_MIN, none),
    270: (o.F32X4_RELAXED_MAX, none),
    271: (o.F64X2_RELAXED_MIN, none),
    272: (o.F64X2_RELAXED_MAX, none),
    273: (o.I16X8_RELAXED_Q15MULR_S, none),
    274: (o.I16X8_RELAXED_DOT_I8X16_I7X16_S, none),
    275: (o.I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S, none),
}
PREFIXED = {0xFB: ROWS_FB, 0xFC: ROWS_FC, 0xFD: ROWS_FD}

# The instructions of the editions whose spelling is regular, by the kinds of their immediates.
REGULAR = b"|".join(
    (
        rb"[\x00\x01\x05\x0a\x0b\x0f\x1a\x1b\x45-\xc4\xd1\xd3\xd4]",
        rb"[\x02-\x04]" + s.BLOCKTYPE,
        rb"[\x08\x0c\x0d\x10\x12\x14\x15\x20-\x26\x3f\x40\xd2]" + s.U32,
        rb"[\xd5\xd6]" + s.U32,
        rb"\xfb[\x18\x19]" + s.CAST,
        rb"[\x11\x13]" + s.U32 + s.U32,
        rb"\x1c" + s.RESULTTYPE,
        rb"\xfc[\x09\x0b\x0d\x0f-\x11]" + s.U32,
        rb"\xfc[\x08\x0a\x0c\x0e]" + s.U32 + s.U32,
        rb"[\x28-\x3e]" + s.MEMARG,
        rb"\xfd[\x00-\x0b\x5c\x5d]" + s.MEMARG,
        rb"\xfd[\x54-\x5b]" + s.MEMARG + s.U8,
        rb"\x41" + s.I32,
        rb"\x42" + s.I64,
        rb"\x43" + s.BYTES4,
        rb"\x44" + s.BYTES8,
        rb"\xfc[\x00-\x07]",
        rb"\xd0" + s.HEAPTYPE,
        rb"\xfb[\x14-\x17]" + s.HEAPTYPE,
        rb"\xfb[\x0f\x1a-\x1e]",
        rb"\xfb[\x00\x01\x06\x07\x0b-\x0e\x10]" + s.U32,
        rb"\xfb[\x02-\x05\x08-\x0a\x11-\x13]" + s.U32 + s.U32,
        rb"\xfd\x0c" + s.BYTES16,
        rb"\xfd[\x0e-\x14\x23-\x53\x5e-\x7f]",
        rb"\xfd[\x80-\x99\x9b-\xa1\xa3\xa4\xa7-\xae\xb1\xb5-\xba\xbc-\xc1\xc3\xc4]\x01",
        rb"\xfd[\xc7-\xce\xd1\xd5-\xe1\xe3-\xed\xef-\xff]\x01",
        rb"\xfd[\x80-\x93]\x02",
        rb"\xfd\x0d" + s.LANES,
        rb"\xfd[\x15-\x22]" + s.U8,
    )
)
