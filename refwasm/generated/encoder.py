"""The bytes of instructions.

Written by `python -m codegen` (codegen/emit/encoder.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from collections.abc import Callable

from refwasm.binary import encode_immediates as write
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Immediate, Op

Args = tuple[Immediate, ...]


def none(args: Args) -> bytes:
    return b""


def blocktype(args: Args) -> bytes:
    (bt,) = args
    return write.blocktype(bt)


def blocktype_catches(args: Args) -> bytes:
    bt, cs = args
    return write.blocktype(bt) + write.catches(cs)


def labelidx(args: Args) -> bytes:
    (l,) = args
    return write.index(l)


def labelidxs_labelidx(args: Args) -> bytes:
    ls, l = args
    return write.labelidxs(ls) + write.index(l)


def cast(args: Args) -> bytes:
    l, rt1, rt2 = args
    return write.cast(l, rt1, rt2)


def funcidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def typeidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def typeidx_tableidx_reordered(args: Args) -> bytes:
    x, y = args
    return write.index(y) + write.index(x)


def tagidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def resulttypes(args: Args) -> bytes:
    (ts,) = args
    return write.resulttypes(ts)


def localidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def globalidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def tableidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def tableidx_tableidx(args: Args) -> bytes:
    x, y = args
    return write.index(x) + write.index(y)


def elemidx_tableidx_reordered(args: Args) -> bytes:
    x, y = args
    return write.index(y) + write.index(x)


def elemidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def memarg(args: Args) -> bytes:
    (m,) = args
    return write.memarg(m)


def memarg_laneidx(args: Args) -> bytes:
    m, l = args
    return write.memarg(m) + write.index(l)


def memidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def memidx_memidx(args: Args) -> bytes:
    x, y = args
    return write.index(x) + write.index(y)


def dataidx_memidx_reordered(args: Args) -> bytes:
    x, y = args
    return write.index(y) + write.index(x)


def dataidx(args: Args) -> bytes:
    (x,) = args
    return write.index(x)


def i32(args: Args) -> bytes:
    (c,) = args
    return write.i32(c)


def i64(args: Args) -> bytes:
    (c,) = args
    return write.i64(c)


def f32(args: Args) -> bytes:
    (c,) = args
    return write.f32(c)


def f64(args: Args) -> bytes:
    (c,) = args
    return write.f64(c)


def heaptype(args: Args) -> bytes:
    (ht,) = args
    return write.heaptype(ht)


def typeidx_fieldidx(args: Args) -> bytes:
    x, i = args
    return write.index(x) + write.index(i)


def typeidx_u32(args: Args) -> bytes:
    x, n = args
    return write.index(x) + write.index(n)


def typeidx_dataidx(args: Args) -> bytes:
    x, y = args
    return write.index(x) + write.index(y)


def typeidx_elemidx(args: Args) -> bytes:
    x, y = args
    return write.index(x) + write.index(y)


def typeidx_typeidx(args: Args) -> bytes:
    x, y = args
    return write.index(x) + write.index(y)


def v128(args: Args) -> bytes:
    (c,) = args
    return write.v128(c)


def laneidxs(args: Args) -> bytes:
    (ls,) = args
    return write.laneidxs(ls)


def laneidx(args: Args) -> bytes:
    (l,) = args
    return write.index(l)


# The opcode, and what writes the immediates that follow it.
ROWS: dict[Op, tuple[bytes, Callable[[Args], bytes]]] = {
    o.UNREACHABLE: (b"\x00", none),
    o.NOP: (b"\x01", none),
    o.BLOCK: (b"\x02", blocktype),
    o.LOOP: (b"\x03", blocktype),
    o.IF: (b"\x04", blocktype),
    o.TRY_TABLE: (b"\x1f", blocktype_catches),
    o.ELSE: (b"\x05", none),
    o.END: (b"\x0b", none),
    o.BR: (b"\x0c", labelidx),
    o.BR_IF: (b"\x0d", labelidx),
    o.BR_TABLE: (b"\x0e", labelidxs_labelidx),
    o.BR_ON_NULL: (b"\xd5", labelidx),
    o.BR_ON_NON_NULL: (b"\xd6", labelidx),
    o.BR_ON_CAST: (b"\xfb\x18", cast),
    o.BR_ON_CAST_FAIL: (b"\xfb\x19", cast),
    o.RETURN: (b"\x0f", none),
    o.CALL: (b"\x10", funcidx),
    o.CALL_REF: (b"\x14", typeidx),
    o.CALL_INDIRECT: (b"\x11", typeidx_tableidx_reordered),
    o.RETURN_CALL: (b"\x12", funcidx),
    o.RETURN_CALL_REF: (b"\x15", typeidx),
    o.RETURN_CALL_INDIRECT: (b"\x13", typeidx_tableidx_reordered),
    o.THROW: (b"\x08", tagidx),
    o.THROW_REF: (b"\x0a", none),
    o.TRY: (b"\x06", blocktype),
    o.CATCH: (b"\x07", tagidx),
    o.CATCH_ALL: (b"\x19", none),
    o.DELEGATE: (b"\x18", labelidx),
    o.RETHROW: (b"\x09", labelidx),
    o.DROP: (b"\x1a", none),
    o.SELECT: (b"\x1b", none),
    o.SELECT_T: (b"\x1c", resulttypes),
    o.LOCAL_GET: (b"\x20", localidx),
    o.LOCAL_SET: (b"\x21", localidx),
    o.LOCAL_TEE: (b"\x22", localidx),
    o.GLOBAL_GET: (b"\x23", globalidx),
    o.GLOBAL_SET: (b"\x24", globalidx),
    o.TABLE_GET: (b"\x25", tableidx),
    o.TABLE_SET: (b"\x26", tableidx),
    o.TABLE_SIZE: (b"\xfc\x10", tableidx),
    o.TABLE_GROW: (b"\xfc\x0f", tableidx),
    o.TABLE_FILL: (b"\xfc\x11", tableidx),
    o.TABLE_COPY: (b"\xfc\x0e", tableidx_tableidx),
    o.TABLE_INIT: (b"\xfc\x0c", elemidx_tableidx_reordered),
    o.ELEM_DROP: (b"\xfc\x0d", elemidx),
    o.I32_LOAD: (b"\x28", memarg),
    o.I64_LOAD: (b"\x29", memarg),
    o.F32_LOAD: (b"\x2a", memarg),
    o.F64_LOAD: (b"\x2b", memarg),
    o.I32_LOAD8_S: (b"\x2c", memarg),
    o.I32_LOAD8_U: (b"\x2d", memarg),
    o.I32_LOAD16_S: (b"\x2e", memarg),
    o.I32_LOAD16_U: (b"\x2f", memarg),
    o.I64_LOAD8_S: (b"\x30", memarg),
    o.I64_LOAD8_U: (b"\x31", memarg),
    o.I64_LOAD16_S: (b"\x32", memarg),
    o.I64_LOAD16_U: (b"\x33", memarg),
    o.I64_LOAD32_S: (b"\x34", memarg),
    o.I64_LOAD32_U: (b"\x35", memarg),
    o.I32_STORE: (b"\x36", memarg),
    o.I64_STORE: (b"\x37", memarg),
    o.F32_STORE: (b"\x38", memarg),
    o.F64_STORE: (b"\x39", memarg),
    o.I32_STORE8: (b"\x3a", memarg),
    o.I32_STORE16: (b"\x3b", memarg),
    o.I64_STORE8: (b"\x3c", memarg),
    o.I64_STORE16: (b"\x3d", memarg),
    o.I64_STORE32: (b"\x3e", memarg),
    o.V128_LOAD: (b"\xfd\x00", memarg),
    o.V128_LOAD8X8_S: (b"\xfd\x01", memarg),
    o.V128_LOAD8X8_U: (b"\xfd\x02", memarg),
    o.V128_LOAD16X4_S: (b"\xfd\x03", memarg),
    o.V128_LOAD16X4_U: (b"\xfd\x04", memarg),
    o.V128_LOAD32X2_S: (b"\xfd\x05", memarg),
    o.V128_LOAD32X2_U: (b"\xfd\x06", memarg),
    o.V128_LOAD8_SPLAT: (b"\xfd\x07", memarg),
    o.V128_LOAD16_SPLAT: (b"\xfd\x08", memarg),
    o.V128_LOAD32_SPLAT: (b"\xfd\x09", memarg),
    o.V128_LOAD64_SPLAT: (b"\xfd\x0a", memarg),
    o.V128_LOAD32_ZERO: (b"\xfd\x5c", memarg),
    o.V128_LOAD64_ZERO: (b"\xfd\x5d", memarg),
    o.V128_LOAD8_LANE: (b"\xfd\x54", memarg_laneidx),
    o.V128_LOAD16_LANE: (b"\xfd\x55", memarg_laneidx),
    o.V128_LOAD32_LANE: (b"\xfd\x56", memarg_laneidx),
    o.V128_LOAD64_LANE: (b"\xfd\x57", memarg_laneidx),
    o.V128_STORE: (b"\xfd\x0b", memarg),
    o.V128_STORE8_LANE: (b"\xfd\x58", memarg_laneidx),
    o.V128_STORE16_LANE: (b"\xfd\x59", memarg_laneidx),
    o.V128_STORE32_LANE: (b"\xfd\x5a", memarg_laneidx),
    o.V128_STORE64_LANE: (b"\xfd\x5b", memarg_laneidx),
    o.MEMORY_SIZE: (b"\x3f", memidx),
    o.MEMORY_GROW: (b"\x40", memidx),
    o.MEMORY_FILL: (b"\xfc\x0b", memidx),
    o.MEMORY_COPY: (b"\xfc\x0a", memidx_memidx),
    o.MEMORY_INIT: (b"\xfc\x08", dataidx_memidx_reordered),
    o.DATA_DROP: (b"\xfc\x09", dataidx),
    o.I32_CONST: (b"\x41", i32),
    o.I64_CONST: (b"\x42", i64),
    o.F32_CONST: (b"\x43", f32),
    o.F64_CONST: (b"\x44", f64),
    o.I32_EQZ: (b"\x45", none),
    o.I64_EQZ: (b"\x50", none),
    o.I32_EQ: (b"\x46", none),
    o.I32_NE: (b"\x47", none),
    o.I32_LT_S: (b"\x48", none),
    o.I32_LT_U: (b"\x49", none),
    o.I32_GT_S: (b"\x4a", none),
    o.I32_GT_U: (b"\x4b", none),
    o.I32_LE_S: (b"\x4c", none),
    o.I32_LE_U: (b"\x4d", none),
    o.I32_GE_S: (b"\x4e", none),
    o.I32_GE_U: (b"\x4f", none),
    o.I64_EQ: (b"\x51", none),
    o.I64_NE: (b"\x52", none),
    o.I64_LT_S: (b"\x53", none),
    o.I64_LT_U: (b"\x54", none),
    o.I64_GT_S: (b"\x55", none),
    o.I64_GT_U: (b"\x56", none),
    o.I64_LE_S: (b"\x57", none),
    o.I64_LE_U: (b"\x58", none),
    o.I64_GE_S: (b"\x59", none),
    o.I64_GE_U: (b"\x5a", none),
    o.F32_EQ: (b"\x5b", none),
    o.F32_NE: (b"\x5c", none),
    o.F32_LT: (b"\x5d", none),
    o.F32_GT: (b"\x5e", none),
    o.F32_LE: (b"\x5f", none),
    o.F32_GE: (b"\x60", none),
    o.F64_EQ: (b"\x61", none),
    o.F64_NE: (b"\x62", none),
    o.F64_LT: (b"\x63", none),
    o.F64_GT: (b"\x64", none),
    o.F64_LE: (b"\x65", none),
    o.F64_GE: (b"\x66", none),
    o.I32_CLZ: (b"\x67", none),
    o.I32_CTZ: (b"\x68", none),
    o.I32_POPCNT: (b"\x69", none),
    o.I64_CLZ: (b"\x79", none),
    o.I64_CTZ: (b"\x7a", none),
    o.I64_POPCNT: (b"\x7b", none),
    o.I32_EXTEND8_S: (b"\xc0", none),
    o.I32_EXTEND16_S: (b"\xc1", none),
    o.I64_EXTEND8_S: (b"\xc2", none),
    o.I64_EXTEND16_S: (b"\xc3", none),
    o.I64_EXTEND32_S: (b"\xc4", none),
    o.F32_ABS: (b"\x8b", none),
    o.F32_NEG: (b"\x8c", none),
    o.F32_CEIL: (b"\x8d", none),
    o.F32_FLOOR: (b"\x8e", none),
    o.F32_TRUNC: (b"\x8f", none),
    o.F32_NEAREST: (b"\x90", none),
    o.F32_SQRT: (b"\x91", none),
    o.F64_ABS: (b"\x99", none),
    o.F64_NEG: (b"\x9a", none),
    o.F64_CEIL: (b"\x9b", none),
    o.F64_FLOOR: (b"\x9c", none),
    o.F64_TRUNC: (b"\x9d", none),
    o.F64_NEAREST: (b"\x9e", none),
    o.F64_SQRT: (b"\x9f", none),
    o.I32_ADD: (b"\x6a", none),
    o.I32_SUB: (b"\x6b", none),
    o.I32_MUL: (b"\x6c", none),
    o.I32_DIV_S: (b"\x6d", none),
    o.I32_DIV_U: (b"\x6e", none),
    o.I32_REM_S: (b"\x6f", none),
    o.I32_REM_U: (b"\x70", none),
    o.I32_AND: (b"\x71", none),
    o.I32_OR: (b"\x72", none),
    o.I32_XOR: (b"\x73", none),
    o.I32_SHL: (b"\x74", none),
    o.I32_SHR_S: (b"\x75", none),
    o.I32_SHR_U: (b"\x76", none),
    o.I32_ROTL: (b"\x77", none),
    o.I32_ROTR: (b"\x78", none),
    o.I64_ADD: (b"\x7c", none),
    o.I64_SUB: (b"\x7d", none),
    o.I64_MUL: (b"\x7e", none),
    o.I64_DIV_S: (b"\x7f", none),
    o.I64_DIV_U: (b"\x80", none),
    o.I64_REM_S: (b"\x81", none),
    o.I64_REM_U: (b"\x82", none),
    o.I64_AND: (b"\x83", none),
    o.I64_OR: (b"\x84", none),
    o.I64_XOR: (b"\x85", none),
    o.I64_SHL: (b"\x86", none),
    o.I64_SHR_S: (b"\x87", none),
    o.I64_SHR_U: (b"\x88", none),
    o.I64_ROTL: (b"\x89", none),
    o.I64_ROTR: (b"\x8a", none),
    o.F32_ADD: (b"\x92", none),
    o.F32_SUB: (b"\x93", none),
    o.F32_MUL: (b"\x94", none),
    o.F32_DIV: (b"\x95", none),
    o.F32_MIN: (b"\x96", none),
    o.F32_MAX: (b"\x97", none),
    o.F32_COPYSIGN: (b"\x98", none),
    o.F64_ADD: (b"\xa0", none),
    o.F64_SUB: (b"\xa1", none),
    o.F64_MUL: (b"\xa2", none),
    o.F64_DIV: (b"\xa3", none),
    o.F64_MIN: (b"\xa4", none),
    o.F64_MAX: (b"\xa5", none),
    o.F64_COPYSIGN: (b"\xa6", none),
    o.I32_WRAP_I64: (b"\xa7", none),
    o.I32_TRUNC_F32_S: (b"\xa8", none),
    o.I32_TRUNC_F32_U: (b"\xa9", none),
    o.I32_TRUNC_F64_S: (b"\xaa", none),
    o.I32_TRUNC_F64_U: (b"\xab", none),
    o.I64_EXTEND_I32_S: (b"\xac", none),
    o.I64_EXTEND_I32_U: (b"\xad", none),
    o.I64_TRUNC_F32_S: (b"\xae", none),
    o.I64_TRUNC_F32_U: (b"\xaf", none),
    o.I64_TRUNC_F64_S: (b"\xb0", none),
    o.I64_TRUNC_F64_U: (b"\xb1", none),
    o.F32_CONVERT_I32_S: (b"\xb2", none),
    o.F32_CONVERT_I32_U: (b"\xb3", none),
    o.F32_CONVERT_I64_S: (b"\xb4", none),
    o.F32_CONVERT_I64_U: (b"\xb5", none),
    o.F32_DEMOTE_F64: (b"\xb6", none),
    o.F64_CONVERT_I32_S: (b"\xb7", none),
    o.F64_CONVERT_I32_U: (b"\xb8", none),
    o.F64_CONVERT_I64_S: (b"\xb9", none),
    o.F64_CONVERT_I64_U: (b"\xba", none),
    o.F64_PROMOTE_F32: (b"\xbb", none),
    o.I32_TRUNC_SAT_F32_S: (b"\xfc\x00", none),
    o.I32_TRUNC_SAT_F32_U: (b"\xfc\x01", none),
    o.I32_TRUNC_SAT_F64_S: (b"\xfc\x02", none),
    o.I32_TRUNC_SAT_F64_U: (b"\xfc\x03", none),
    o.I64_TRUNC_SAT_F32_S: (b"\xfc\x04", none),
    o.I64_TRUNC_SAT_F32_U: (b"\xfc\x05", none),
    o.I64_TRUNC_SAT_F64_S: (b"\xfc\x06", none),
    o.I64_TRUNC_SAT_F64_U: (b"\xfc\x07", none),
    o.I32_REINTERPRET_F32: (b"\xbc", none),
    o.I64_REINTERPRET_F64: (b"\xbd", none),
    o.F32_REINTERPRET_I32: (b"\xbe", none),
    o.F64_REINTERPRET_I64: (b"\xbf", none),
    o.REF_NULL: (b"\xd0", heaptype),
    o.REF_IS_NULL: (b"\xd1", none),
    o.REF_AS_NON_NULL: (b"\xd4", none),
    o.REF_FUNC: (b"\xd2", funcidx),
    o.REF_EQ: (b"\xd3", none),
    o.REF_TEST: (b"\xfb\x14", heaptype),
    o.REF_TEST_NULL: (b"\xfb\x15", heaptype),
    o.REF_CAST: (b"\xfb\x16", heaptype),
    o.REF_CAST_NULL: (b"\xfb\x17", heaptype),
    o.REF_I31: (b"\xfb\x1c", none),
    o.I31_GET_S: (b"\xfb\x1d", none),
    o.I31_GET_U: (b"\xfb\x1e", none),
    o.ANY_CONVERT_EXTERN: (b"\xfb\x1a", none),
    o.EXTERN_CONVERT_ANY: (b"\xfb\x1b", none),
    o.STRUCT_NEW: (b"\xfb\x00", typeidx),
    o.STRUCT_NEW_DEFAULT: (b"\xfb\x01", typeidx),
    o.STRUCT_GET: (b"\xfb\x02", typeidx_fieldidx),
    o.STRUCT_GET_S: (b"\xfb\x03", typeidx_fieldidx),
    o.STRUCT_GET_U: (b"\xfb\x04", typeidx_fieldidx),
    o.STRUCT_SET: (b"\xfb\x05", typeidx_fieldidx),
    o.ARRAY_NEW: (b"\xfb\x06", typeidx),
    o.ARRAY_NEW_DEFAULT: (b"\xfb\x07", typeidx),
    o.ARRAY_NEW_FIXED: (b"\xfb\x08", typeidx_u32),
    o.ARRAY_NEW_DATA: (b"\xfb\x09", typeidx_dataidx),
    o.ARRAY_NEW_ELEM: (b"\xfb\x0a", typeidx_elemidx),
    o.ARRAY_GET: (b"\xfb\x0b", typeidx),
    o.ARRAY_GET_S: (b"\xfb\x0c", typeidx),
    o.ARRAY_GET_U: (b"\xfb\x0d", typeidx),
    o.ARRAY_SET: (b"\xfb\x0e", typeidx),
    o.ARRAY_LEN: (b"\xfb\x0f", none),
    o.ARRAY_FILL: (b"\xfb\x10", typeidx),
    o.ARRAY_COPY: (b"\xfb\x11", typeidx_typeidx),
    o.ARRAY_INIT_DATA: (b"\xfb\x12", typeidx_dataidx),
    o.ARRAY_INIT_ELEM: (b"\xfb\x13", typeidx_elemidx),
    o.V128_CONST: (b"\xfd\x0c", v128),
    o.V128_NOT: (b"\xfd\x4d", none),
    o.V128_AND: (b"\xfd\x4e", none),
    o.V128_ANDNOT: (b"\xfd\x4f", none),
    o.V128_OR: (b"\xfd\x50", none),
    o.V128_XOR: (b"\xfd\x51", none),
    o.V128_BITSELECT: (b"\xfd\x52", none),
    o.V128_ANY_TRUE: (b"\xfd\x53", none),
    o.I8X16_EQ: (b"\xfd\x23", none),
    o.I8X16_NE: (b"\xfd\x24", none),
    o.I8X16_LT_S: (b"\xfd\x25", none),
    o.I8X16_LT_U: (b"\xfd\x26", none),
    o.I8X16_GT_S: (b"\xfd\x27", none),
    o.I8X16_GT_U: (b"\xfd\x28", none),
    o.I8X16_LE_S: (b"\xfd\x29", none),
    o.I8X16_LE_U: (b"\xfd\x2a", none),
    o.I8X16_GE_S: (b"\xfd\x2b", none),
    o.I8X16_GE_U: (b"\xfd\x2c", none),
    o.I16X8_EQ: (b"\xfd\x2d", none),
    o.I16X8_NE: (b"\xfd\x2e", none),
    o.I16X8_LT_S: (b"\xfd\x2f", none),
    o.I16X8_LT_U: (b"\xfd\x30", none),
    o.I16X8_GT_S: (b"\xfd\x31", none),
    o.I16X8_GT_U: (b"\xfd\x32", none),
    o.I16X8_LE_S: (b"\xfd\x33", none),
    o.I16X8_LE_U: (b"\xfd\x34", none),
    o.I16X8_GE_S: (b"\xfd\x35", none),
    o.I16X8_GE_U: (b"\xfd\x36", none),
    o.I32X4_EQ: (b"\xfd\x37", none),
    o.I32X4_NE: (b"\xfd\x38", none),
    o.I32X4_LT_S: (b"\xfd\x39", none),
    o.I32X4_LT_U: (b"\xfd\x3a", none),
    o.I32X4_GT_S: (b"\xfd\x3b", none),
    o.I32X4_GT_U: (b"\xfd\x3c", none),
    o.I32X4_LE_S: (b"\xfd\x3d", none),
    o.I32X4_LE_U: (b"\xfd\x3e", none),
    o.I32X4_GE_S: (b"\xfd\x3f", none),
    o.I32X4_GE_U: (b"\xfd\x40", none),
    o.I64X2_EQ: (b"\xfd\xd6\x01", none),
    o.I64X2_NE: (b"\xfd\xd7\x01", none),
    o.I64X2_LT_S: (b"\xfd\xd8\x01", none),
    o.I64X2_GT_S: (b"\xfd\xd9\x01", none),
    o.I64X2_LE_S: (b"\xfd\xda\x01", none),
    o.I64X2_GE_S: (b"\xfd\xdb\x01", none),
    o.F32X4_EQ: (b"\xfd\x41", none),
    o.F32X4_NE: (b"\xfd\x42", none),
    o.F32X4_LT: (b"\xfd\x43", none),
    o.F32X4_GT: (b"\xfd\x44", none),
    o.F32X4_LE: (b"\xfd\x45", none),
    o.F32X4_GE: (b"\xfd\x46", none),
    o.F64X2_EQ: (b"\xfd\x47", none),
    o.F64X2_NE: (b"\xfd\x48", none),
    o.F64X2_LT: (b"\xfd\x49", none),
    o.F64X2_GT: (b"\xfd\x4a", none),
    o.F64X2_LE: (b"\xfd\x4b", none),
    o.F64X2_GE: (b"\xfd\x4c", none),
    o.I8X16_ABS: (b"\xfd\x60", none),
    o.I8X16_NEG: (b"\xfd\x61", none),
    o.I8X16_POPCNT: (b"\xfd\x62", none),
    o.I16X8_ABS: (b"\xfd\x80\x01", none),
    o.I16X8_NEG: (b"\xfd\x81\x01", none),
    o.I32X4_ABS: (b"\xfd\xa0\x01", none),
    o.I32X4_NEG: (b"\xfd\xa1\x01", none),
    o.I64X2_ABS: (b"\xfd\xc0\x01", none),
    o.I64X2_NEG: (b"\xfd\xc1\x01", none),
    o.F32X4_CEIL: (b"\xfd\x67", none),
    o.F32X4_FLOOR: (b"\xfd\x68", none),
    o.F32X4_TRUNC: (b"\xfd\x69", none),
    o.F32X4_NEAREST: (b"\xfd\x6a", none),
    o.F64X2_CEIL: (b"\xfd\x74", none),
    o.F64X2_FLOOR: (b"\xfd\x75", none),
    o.F64X2_TRUNC: (b"\xfd\x7a", none),
    o.F64X2_NEAREST: (b"\xfd\x94\x01", none),
    o.F32X4_ABS: (b"\xfd\xe0\x01", none),
    o.F32X4_NEG: (b"\xfd\xe1\x01", none),
    o.F32X4_SQRT: (b"\xfd\xe3\x01", none),
    o.F64X2_ABS: (b"\xfd\xec\x01", none),
    o.F64X2_NEG: (b"\xfd\xed\x01", none),
    o.F64X2_SQRT: (b"\xfd\xef\x01", none),
    o.I8X16_ADD: (b"\xfd\x6e", none),
    o.I8X16_ADD_SAT_S: (b"\xfd\x6f", none),
    o.I8X16_ADD_SAT_U: (b"\xfd\x70", none),
    o.I8X16_SUB: (b"\xfd\x71", none),
    o.I8X16_SUB_SAT_S: (b"\xfd\x72", none),
    o.I8X16_SUB_SAT_U: (b"\xfd\x73", none),
    o.I8X16_MIN_S: (b"\xfd\x76", none),
    o.I8X16_MIN_U: (b"\xfd\x77", none),
    o.I8X16_MAX_S: (b"\xfd\x78", none),
    o.I8X16_MAX_U: (b"\xfd\x79", none),
    o.I8X16_AVGR_U: (b"\xfd\x7b", none),
    o.I16X8_Q15MULR_SAT_S: (b"\xfd\x82\x01", none),
    o.I16X8_ADD: (b"\xfd\x8e\x01", none),
    o.I16X8_ADD_SAT_S: (b"\xfd\x8f\x01", none),
    o.I16X8_ADD_SAT_U: (b"\xfd\x90\x01", none),
    o.I16X8_SUB: (b"\xfd\x91\x01", none),
    o.I16X8_SUB_SAT_S: (b"\xfd\x92\x01", none),
    o.I16X8_SUB_SAT_U: (b"\xfd\x93\x01", none),
    o.I16X8_MUL: (b"\xfd\x95\x01", none),
    o.I16X8_MIN_S: (b"\xfd\x96\x01", none),
    o.I16X8_MIN_U: (b"\xfd\x97\x01", none),
    o.I16X8_MAX_S: (b"\xfd\x98\x01", none),
    o.I16X8_MAX_U: (b"\xfd\x99\x01", none),
    o.I16X8_AVGR_U: (b"\xfd\x9b\x01", none),
    o.I32X4_ADD: (b"\xfd\xae\x01", none),
    o.I32X4_SUB: (b"\xfd\xb1\x01", none),
    o.I32X4_MUL: (b"\xfd\xb5\x01", none),
    o.I32X4_MIN_S: (b"\xfd\xb6\x01", none),
    o.I32X4_MIN_U: (b"\xfd\xb7\x01", none),
    o.I32X4_MAX_S: (b"\xfd\xb8\x01", none),
    o.I32X4_MAX_U: (b"\xfd\xb9\x01", none),
    o.I64X2_ADD: (b"\xfd\xce\x01", none),
    o.I64X2_SUB: (b"\xfd\xd1\x01", none),
    o.I64X2_MUL: (b"\xfd\xd5\x01", none),
    o.I16X8_RELAXED_Q15MULR_S: (b"\xfd\x91\x02", none),
    o.F32X4_ADD: (b"\xfd\xe4\x01", none),
    o.F32X4_SUB: (b"\xfd\xe5\x01", none),
    o.F32X4_MUL: (b"\xfd\xe6\x01", none),
    o.F32X4_DIV: (b"\xfd\xe7\x01", none),
    o.F32X4_MIN: (b"\xfd\xe8\x01", none),
    o.F32X4_MAX: (b"\xfd\xe9\x01", none),
    o.F32X4_PMIN: (b"\xfd\xea\x01", none),
    o.F32X4_PMAX: (b"\xfd\xeb\x01", none),
    o.F64X2_ADD: (b"\xfd\xf0\x01", none),
    o.F64X2_SUB: (b"\xfd\xf1\x01", none),
    o.F64X2_MUL: (b"\xfd\xf2\x01", none),
    o.F64X2_DIV: (b"\xfd\xf3\x01", none),
    o.F64X2_MIN: (b"\xfd\xf4\x01", none),
    o.F64X2_MAX: (b"\xfd\xf5\x01", none),
    o.F64X2_PMIN: (b"\xfd\xf6\x01", none),
    o.F64X2_PMAX: (b"\xfd\xf7\x01", none),
    o.F32X4_RELAXED_MIN: (b"\xfd\x8d\x02", none),
    o.F32X4_RELAXED_MAX: (b"\xfd\x8e\x02", none),
    o.F64X2_RELAXED_MIN: (b"\xfd\x8f\x02", none),
    o.F64X2_RELAXED_MAX: (b"\xfd\x90\x02", none),
    o.I8X16_RELAXED_LANESELECT: (b"\xfd\x89\x02", none),
    o.I16X8_RELAXED_LANESELECT: (b"\xfd\x8a\x02", none),
    o.I32X4_RELAXED_LANESELECT: (b"\xfd\x8b\x02", none),
    o.I64X2_RELAXED_LANESELECT: (b"\xfd\x8c\x02", none),
    o.F32X4_RELAXED_MADD: (b"\xfd\x85\x02", none),
    o.F32X4_RELAXED_NMADD: (b"\xfd\x86\x02", none),
    o.F64X2_RELAXED_MADD: (b"\xfd\x87\x02", none),
    o.F64X2_RELAXED_NMADD: (b"\xfd\x88\x02", none),
    o.I8X16_SHL: (b"\xfd\x6b", none),
    o.I8X16_SHR_S: (b"\xfd\x6c", none),
    o.I8X16_SHR_U: (b"\xfd\x6d", none),
    o.I16X8_SHL: (b"\xfd\x8b\x01", none),
    o.I16X8_SHR_S: (b"\xfd\x8c\x01", none),
    o.I16X8_SHR_U: (b"\xfd\x8d\x01", none),
    o.I32X4_SHL: (b"\xfd\xab\x01", none),
    o.I32X4_SHR_S: (b"\xfd\xac\x01", none),
    o.I32X4_SHR_U: (b"\xfd\xad\x01", none),
    o.I64X2_SHL: (b"\xfd\xcb\x01", none),
    o.I64X2_SHR_S: (b"\xfd\xcc\x01", none),
    o.I64X2_SHR_U: (b"\xfd\xcd\x01", none),
    o.I8X16_ALL_TRUE: (b"\xfd\x63", none),
    o.I16X8_ALL_TRUE: (b"\xfd\x83\x01", none),
    o.I32X4_ALL_TRUE: (b"\xfd\xa3\x01", none),
    o.I64X2_ALL_TRUE: (b"\xfd\xc3\x01", none),
    o.I8X16_BITMASK: (b"\xfd\x64", none),
    o.I16X8_BITMASK: (b"\xfd\x84\x01", none),
    o.I32X4_BITMASK: (b"\xfd\xa4\x01", none),
    o.I64X2_BITMASK: (b"\xfd\xc4\x01", none),
    o.I8X16_SWIZZLE: (b"\xfd\x0e", none),
    o.I8X16_RELAXED_SWIZZLE: (b"\xfd\x80\x02", none),
    o.I8X16_SHUFFLE: (b"\xfd\x0d", laneidxs),
    o.I8X16_SPLAT: (b"\xfd\x0f", none),
    o.I16X8_SPLAT: (b"\xfd\x10", none),
    o.I32X4_SPLAT: (b"\xfd\x11", none),
    o.I64X2_SPLAT: (b"\xfd\x12", none),
    o.F32X4_SPLAT: (b"\xfd\x13", none),
    o.F64X2_SPLAT: (b"\xfd\x14", none),
    o.I8X16_EXTRACT_LANE_S: (b"\xfd\x15", laneidx),
    o.I8X16_EXTRACT_LANE_U: (b"\xfd\x16", laneidx),
    o.I16X8_EXTRACT_LANE_S: (b"\xfd\x18", laneidx),
    o.I16X8_EXTRACT_LANE_U: (b"\xfd\x19", laneidx),
    o.I32X4_EXTRACT_LANE: (b"\xfd\x1b", laneidx),
    o.I64X2_EXTRACT_LANE: (b"\xfd\x1d", laneidx),
    o.F32X4_EXTRACT_LANE: (b"\xfd\x1f", laneidx),
    o.F64X2_EXTRACT_LANE: (b"\xfd\x21", laneidx),
    o.I8X16_REPLACE_LANE: (b"\xfd\x17", laneidx),
    o.I16X8_REPLACE_LANE: (b"\xfd\x1a", laneidx),
    o.I32X4_REPLACE_LANE: (b"\xfd\x1c", laneidx),
    o.I64X2_REPLACE_LANE: (b"\xfd\x1e", laneidx),
    o.F32X4_REPLACE_LANE: (b"\xfd\x20", laneidx),
    o.F64X2_REPLACE_LANE: (b"\xfd\x22", laneidx),
    o.I8X16_NARROW_I16X8_S: (b"\xfd\x65", none),
    o.I8X16_NARROW_I16X8_U: (b"\xfd\x66", none),
    o.I16X8_NARROW_I32X4_S: (b"\xfd\x85\x01", none),
    o.I16X8_NARROW_I32X4_U: (b"\xfd\x86\x01", none),
    o.I16X8_EXTEND_LOW_I8X16_S: (b"\xfd\x87\x01", none),
    o.I16X8_EXTEND_HIGH_I8X16_S: (b"\xfd\x88\x01", none),
    o.I16X8_EXTEND_LOW_I8X16_U: (b"\xfd\x89\x01", none),
    o.I16X8_EXTEND_HIGH_I8X16_U: (b"\xfd\x8a\x01", none),
    o.I32X4_EXTEND_LOW_I16X8_S: (b"\xfd\xa7\x01", none),
    o.I32X4_EXTEND_HIGH_I16X8_S: (b"\xfd\xa8\x01", none),
    o.I32X4_EXTEND_LOW_I16X8_U: (b"\xfd\xa9\x01", none),
    o.I32X4_EXTEND_HIGH_I16X8_U: (b"\xfd\xaa\x01", none),
    o.I64X2_EXTEND_LOW_I32X4_S: (b"\xfd\xc7\x01", none),
    o.I64X2_EXTEND_HIGH_I32X4_S: (b"\xfd\xc8\x01", none),
    o.I64X2_EXTEND_LOW_I32X4_U: (b"\xfd\xc9\x01", none),
    o.I64X2_EXTEND_HIGH_I32X4_U: (b"\xfd\xca\x01", none),
    o.F32X4_CONVERT_I32X4_S: (b"\xfd\xfa\x01", none),
    o.F32X4_CONVERT_I32X4_U: (b"\xfd\xfb\x01", none),
    o.F64X2_CONVERT_LOW_I32X4_S: (b"\xfd\xfe\x01", none),
    o.F64X2_CONVERT_LOW_I32X4_U: (b"\xfd\xff\x01", none),
    o.I32X4_TRUNC_SAT_F32X4_S: (b"\xfd\xf8\x01", none),
    o.I32X4_TRUNC_SAT_F32X4_U: (b"\xfd\xf9\x01", none),
    o.I32X4_TRUNC_SAT_F64X2_S_ZERO: (b"\xfd\xfc\x01", none),
    o.I32X4_TRUNC_SAT_F64X2_U_ZERO: (b"\xfd\xfd\x01", none),
    o.I32X4_RELAXED_TRUNC_F32X4_S: (b"\xfd\x81\x02", none),
    o.I32X4_RELAXED_TRUNC_F32X4_U: (b"\xfd\x82\x02", none),
    o.I32X4_RELAXED_TRUNC_F64X2_S_ZERO: (b"\xfd\x83\x02", none),
    o.I32X4_RELAXED_TRUNC_F64X2_U_ZERO: (b"\xfd\x84\x02", none),
    o.F32X4_DEMOTE_F64X2_ZERO: (b"\xfd\x5e", none),
    o.F64X2_PROMOTE_LOW_F32X4: (b"\xfd\x5f", none),
    o.I16X8_EXTADD_PAIRWISE_I8X16_S: (b"\xfd\x7c", none),
    o.I16X8_EXTADD_PAIRWISE_I8X16_U: (b"\xfd\x7d", none),
    o.I32X4_EXTADD_PAIRWISE_I16X8_S: (b"\xfd\x7e", none),
    o.I32X4_EXTADD_PAIRWISE_I16X8_U: (b"\xfd\x7f", none),
    o.I16X8_EXTMUL_LOW_I8X16_S: (b"\xfd\x9c\x01", none),
    o.I16X8_EXTMUL_HIGH_I8X16_S: (b"\xfd\x9d\x01", none),
    o.I16X8_EXTMUL_LOW_I8X16_U: (b"\xfd\x9e\x01", none),
    o.I16X8_EXTMUL_HIGH_I8X16_U: (b"\xfd\x9f\x01", none),
    o.I32X4_EXTMUL_LOW_I16X8_S: (b"\xfd\xbc\x01", none),
    o.I32X4_EXTMUL_HIGH_I16X8_S: (b"\xfd\xbd\x01", none),
    o.I32X4_EXTMUL_LOW_I16X8_U: (b"\xfd\xbe\x01", none),
    o.I32X4_EXTMUL_HIGH_I16X8_U: (b"\xfd\xbf\x01", none),
    o.I64X2_EXTMUL_LOW_I32X4_S: (b"\xfd\xdc\x01", none),
    o.I64X2_EXTMUL_HIGH_I32X4_S: (b"\xfd\xdd\x01", none),
    o.I64X2_EXTMUL_LOW_I32X4_U: (b"\xfd\xde\x01", none),
    o.I64X2_EXTMUL_HIGH_I32X4_U: (b"\xfd\xdf\x01", none),
    o.I32X4_DOT_I16X8_S: (b"\xfd\xba\x01", none),
    o.I16X8_RELAXED_DOT_I8X16_I7X16_S: (b"\xfd\x92\x02", none),
    o.I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S: (b"\xfd\x93\x02", none),
}
