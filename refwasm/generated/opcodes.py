"""The instructions, one `Op` per row of the table.

Written by `python -m codegen` (codegen/emit/opcodes.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from refwasm.syntax.instructions import Op

UNREACHABLE = Op(
    "unreachable", None, 0x00, rule="unreachable", since="1", feature="mvp", stack="-> ...",
    traps=("unreachable",), spec=("valid-unreachable", "exec-unreachable"),
)
NOP = Op(
    "nop", None, 0x01, rule="nop", since="1", feature="mvp", stack="->",
    spec=("valid-nop", "exec-nop"),
)
BLOCK = Op(
    "block", None, 0x02, rule="block", since="1", feature="mvp", immediates=(("bt", "blocktype"),),
    stack="*ts1 -> *ts2", opens=True, spec=("valid-block", "exec-block"),
)
LOOP = Op(
    "loop", None, 0x03, rule="loop", since="1", feature="mvp", immediates=(("bt", "blocktype"),),
    stack="*ts1 -> *ts2", opens=True, spec=("valid-loop", "exec-loop"),
)
IF = Op(
    "if", None, 0x04, rule="if", since="1", feature="mvp", immediates=(("bt", "blocktype"),),
    stack="*ts1 c:i32 -> *ts2", opens=True, spec=("valid-if", "exec-if"),
)
TRY_TABLE = Op(
    "try_table", None, 0x1F, rule="try_table", since="3", feature="exceptions",
    immediates=(("bt", "blocktype"), ("cs", "catches")), stack="*ts1 -> *ts2", opens=True,
    spec=("valid-try_table", "exec-try_table"),
)
ELSE = Op(
    "else", None, 0x05, rule="else", since="1", feature="mvp", stack="-> *ts", closes=True,
    after=("if",), continues=True,
)
END = Op("end", None, 0x0B, rule="end", since="1", feature="mvp", constant="mvp", closes=True)
BR = Op(
    "br", None, 0x0C, rule="br", since="1", feature="mvp", immediates=(("l", "labelidx"),),
    stack="*ts -> ...", spec=("valid-br", "exec-br"),
)
BR_IF = Op(
    "br_if", None, 0x0D, rule="br_if", since="1", feature="mvp", immediates=(("l", "labelidx"),),
    stack="*ts c:i32 -> *ts", spec=("valid-br_if", "exec-br_if"),
)
BR_TABLE = Op(
    "br_table", None, 0x0E, rule="br_table", since="1", feature="mvp",
    immediates=(("ls", "labelidxs"), ("l", "labelidx")), stack="*ts i:i32 -> ...",
    spec=("valid-br_table", "exec-br_table"),
)
BR_ON_NULL = Op(
    "br_on_null", None, 0xD5, rule="br_on_null", since="3", feature="function-references",
    immediates=(("l", "labelidx"),), stack="*ts r:rt -> *ts non_null(rt)",
    spec=("valid-br_on_null", "exec-br_on_null"),
)
BR_ON_NON_NULL = Op(
    "br_on_non_null", None, 0xD6, rule="br_on_non_null", since="3", feature="function-references",
    immediates=(("l", "labelidx"),), stack="*ts r:nullable(rt) -> *ts",
    spec=("valid-br_on_non_null", "exec-br_on_non_null"),
)
BR_ON_CAST = Op(
    "br_on_cast", 0xFB, 24, rule="br_on_cast", since="3", feature="gc",
    immediates=(("l", "labelidx"), ("rt1", "reftype"), ("rt2", "reftype")),
    stack="*ts r:t1 -> *ts difference(t1, t2)", reads=("heap",),
    spec=("valid-br_on_cast", "exec-br_on_cast"),
)
BR_ON_CAST_FAIL = Op(
    "br_on_cast_fail", 0xFB, 25, rule="br_on_cast_fail", since="3", feature="gc",
    immediates=(("l", "labelidx"), ("rt1", "reftype"), ("rt2", "reftype")),
    stack="*ts r:t1 -> *ts t2", reads=("heap",),
    spec=("valid-br_on_cast_fail", "exec-br_on_cast_fail"),
)
RETURN = Op(
    "return", None, 0x0F, rule="return", since="1", feature="mvp", stack="*ts -> ...",
    spec=("valid-return", "exec-return"),
)
CALL = Op(
    "call", None, 0x10, rule="call", since="1", feature="mvp", immediates=(("x", "funcidx"),),
    stack="*args:ts1 -> *ts2", spec=("valid-call", "exec-call"),
)
CALL_REF = Op(
    "call_ref", None, 0x14, rule="call_ref", since="3", feature="function-references",
    immediates=(("x", "typeidx"),), stack="*args:ts1 f:(ref null x) -> *ts2", reads=("heap",),
    traps=("null function reference",), spec=("valid-call_ref", "exec-call_ref"),
)
CALL_INDIRECT = Op(
    "call_indirect", None, 0x11, rule="call_indirect", since="1", feature="mvp",
    immediates=(("x", "tableidx"), ("y", "typeidx")), stack="*args:ts1 i:at -> *ts2",
    reads=("tables",),
    traps=("indirect call type mismatch", "undefined element", "uninitialized element"),
    spec=("valid-call_indirect", "exec-call_indirect"),
)
RETURN_CALL = Op(
    "return_call", None, 0x12, rule="return_call", since="3", feature="tail-call",
    immediates=(("x", "funcidx"),), stack="*args:ts1 -> ...",
    spec=("valid-return_call", "exec-return_call"),
)
RETURN_CALL_REF = Op(
    "return_call_ref", None, 0x15, rule="return_call_ref", since="3", feature="function-references",
    also="tail-call", immediates=(("x", "typeidx"),), stack="*args:ts1 f:(ref null x) -> ...",
    reads=("heap",), traps=("null function reference",),
    spec=("valid-return_call_ref", "exec-return_call_ref"),
)
RETURN_CALL_INDIRECT = Op(
    "return_call_indirect", None, 0x13, rule="return_call_indirect", since="3", feature="tail-call",
    immediates=(("x", "tableidx"), ("y", "typeidx")), stack="*args:ts1 i:at -> ...",
    reads=("tables",),
    traps=("indirect call type mismatch", "undefined element", "uninitialized element"),
    spec=("valid-return_call_indirect", "exec-return_call_indirect"),
)
THROW = Op(
    "throw", None, 0x08, rule="throw", since="3", feature="exceptions",
    immediates=(("x", "tagidx"),), stack="*args:ts -> ...", reads=("heap",), writes=("heap",),
    spec=("valid-throw", "exec-throw"),
)
THROW_REF = Op(
    "throw_ref", None, 0x0A, rule="throw_ref", since="3", feature="exceptions",
    stack="r:exnref -> ...", reads=("heap",), traps=("null exception reference",),
    spec=("valid-throw_ref", "exec-throw_ref"),
)
TRY = Op(
    "try", None, 0x06, rule="try", since="legacy-exceptions", feature="legacy-exceptions",
    immediates=(("bt", "blocktype"),), stack="*ts1 -> *ts2", opens=True,
)
CATCH = Op(
    "catch", None, 0x07, rule="catch", since="legacy-exceptions", feature="legacy-exceptions",
    immediates=(("x", "tagidx"),), stack="-> *ts", closes=True, after=("try", "catch"),
    continues=True,
)
CATCH_ALL = Op(
    "catch_all", None, 0x19, rule="catch_all", since="legacy-exceptions",
    feature="legacy-exceptions", stack="->", closes=True, after=("try", "catch"), continues=True,
)
DELEGATE = Op(
    "delegate", None, 0x18, rule="delegate", since="legacy-exceptions", feature="legacy-exceptions",
    immediates=(("l", "labelidx"),), stack="->", closes=True, after=("try",),
)
RETHROW = Op(
    "rethrow", None, 0x09, rule="rethrow", since="legacy-exceptions", feature="legacy-exceptions",
    immediates=(("l", "labelidx"),), stack="-> ...",
)
DROP = Op(
    "drop", None, 0x1A, rule="drop", since="1", feature="mvp", stack="v:t ->",
    spec=("valid-drop", "exec-drop"),
)
SELECT = Op(
    "select", None, 0x1B, rule="select", since="1", feature="mvp", stack="v1:t v2:t c:i32 -> t",
    spec=("valid-select", "exec-select"),
)
SELECT_T = Op(
    "select t", None, 0x1C, rule="select", since="2", feature="reference-types",
    immediates=(("ts", "resulttypes"),), stack="v1:t v2:t c:i32 -> t",
    spec=("valid-select", "exec-select"),
)
LOCAL_GET = Op(
    "local.get", None, 0x20, rule="local.get", since="1", feature="mvp",
    immediates=(("x", "localidx"),), stack="-> t", spec=("valid-local.get", "exec-local.get"),
)
LOCAL_SET = Op(
    "local.set", None, 0x21, rule="local.set", since="1", feature="mvp",
    immediates=(("x", "localidx"),), stack="v:t ->_x", spec=("valid-local.set", "exec-local.set"),
)
LOCAL_TEE = Op(
    "local.tee", None, 0x22, rule="local.tee", since="1", feature="mvp",
    immediates=(("x", "localidx"),), stack="v:t ->_x t", spec=("valid-local.tee", "exec-local.tee"),
)
GLOBAL_GET = Op(
    "global.get", None, 0x23, rule="global.get", since="1", feature="mvp",
    immediates=(("x", "globalidx"),), stack="-> t", constant="mvp", reads=("globals",),
    spec=("valid-global.get", "exec-global.get"),
)
GLOBAL_SET = Op(
    "global.set", None, 0x24, rule="global.set", since="1", feature="mvp",
    immediates=(("x", "globalidx"),), stack="v:t ->", writes=("globals",),
    spec=("valid-global.set", "exec-global.set"),
)
TABLE_GET = Op(
    "table.get", None, 0x25, rule="table.get", since="2", feature="reference-types",
    immediates=(("x", "tableidx"),), stack="i:at -> rt", reads=("tables",),
    traps=("out of bounds table access",), spec=("valid-table.get", "exec-table.get"),
)
TABLE_SET = Op(
    "table.set", None, 0x26, rule="table.set", since="2", feature="reference-types",
    immediates=(("x", "tableidx"),), stack="i:at r:rt ->", reads=("tables",), writes=("tables",),
    traps=("out of bounds table access",), spec=("valid-table.set", "exec-table.set"),
)
TABLE_SIZE = Op(
    "table.size", 0xFC, 16, rule="table.size", since="2", feature="reference-types",
    immediates=(("x", "tableidx"),), stack="-> at", reads=("tables",),
    spec=("valid-table.size", "exec-table.size"),
)
TABLE_GROW = Op(
    "table.grow", 0xFC, 15, rule="table.grow", since="2", feature="reference-types",
    immediates=(("x", "tableidx"),), stack="r:rt n:at -> at", reads=("tables",), writes=("tables",),
    spec=("valid-table.grow", "exec-table.grow"),
)
TABLE_FILL = Op(
    "table.fill", 0xFC, 17, rule="table.fill", since="2", feature="reference-types",
    immediates=(("x", "tableidx"),), stack="i:at r:rt n:at ->", reads=("tables",),
    writes=("tables",), traps=("out of bounds table access",),
    spec=("valid-table.fill", "exec-table.fill"),
)
TABLE_COPY = Op(
    "table.copy", 0xFC, 14, rule="table.copy", since="2", feature="bulk-memory",
    immediates=(("x", "tableidx"), ("y", "tableidx")), stack="i:at1 j:at2 n:narrower(at1, at2) ->",
    reads=("tables",), writes=("tables",), traps=("out of bounds table access",),
    spec=("valid-table.copy", "exec-table.copy"),
)
TABLE_INIT = Op(
    "table.init", 0xFC, 12, rule="table.init", since="2", feature="bulk-memory",
    immediates=(("x", "tableidx"), ("y", "elemidx")), stack="i:at j:i32 n:i32 ->",
    reads=("elems", "tables"), writes=("elems", "tables"), traps=("out of bounds table access",),
    spec=("valid-table.init", "exec-table.init"),
)
ELEM_DROP = Op(
    "elem.drop", 0xFC, 13, rule="elem.drop", since="2", feature="bulk-memory",
    immediates=(("x", "elemidx"),), stack="->", reads=("elems",), writes=("elems",),
    spec=("valid-elem.drop", "exec-elem.drop"),
)
I32_LOAD = Op(
    "i32.load", None, 0x28, rule="load-val", since="1", feature="mvp",
    immediates=(("m", "memarg(32)"),), stack="i:at -> i32", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-val", "exec-load-val"),
)
I64_LOAD = Op(
    "i64.load", None, 0x29, rule="load-val", since="1", feature="mvp",
    immediates=(("m", "memarg(64)"),), stack="i:at -> i64", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-val", "exec-load-val"),
)
F32_LOAD = Op(
    "f32.load", None, 0x2A, rule="load-val", since="1", feature="mvp",
    immediates=(("m", "memarg(32)"),), stack="i:at -> f32", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-val", "exec-load-val"),
)
F64_LOAD = Op(
    "f64.load", None, 0x2B, rule="load-val", since="1", feature="mvp",
    immediates=(("m", "memarg(64)"),), stack="i:at -> f64", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-val", "exec-load-val"),
)
I32_LOAD8_S = Op(
    "i32.load8_s", None, 0x2C, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(8)"),), stack="i:at -> i32", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I32_LOAD8_U = Op(
    "i32.load8_u", None, 0x2D, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(8)"),), stack="i:at -> i32", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I32_LOAD16_S = Op(
    "i32.load16_s", None, 0x2E, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(16)"),), stack="i:at -> i32", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I32_LOAD16_U = Op(
    "i32.load16_u", None, 0x2F, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(16)"),), stack="i:at -> i32", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I64_LOAD8_S = Op(
    "i64.load8_s", None, 0x30, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(8)"),), stack="i:at -> i64", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I64_LOAD8_U = Op(
    "i64.load8_u", None, 0x31, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(8)"),), stack="i:at -> i64", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I64_LOAD16_S = Op(
    "i64.load16_s", None, 0x32, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(16)"),), stack="i:at -> i64", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I64_LOAD16_U = Op(
    "i64.load16_u", None, 0x33, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(16)"),), stack="i:at -> i64", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I64_LOAD32_S = Op(
    "i64.load32_s", None, 0x34, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(32)"),), stack="i:at -> i64", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I64_LOAD32_U = Op(
    "i64.load32_u", None, 0x35, rule="load-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(32)"),), stack="i:at -> i64", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-load-pack", "exec-load-pack"),
)
I32_STORE = Op(
    "i32.store", None, 0x36, rule="store-val", since="1", feature="mvp",
    immediates=(("m", "memarg(32)"),), stack="i:at c:i32 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-val", "exec-store-val"),
)
I64_STORE = Op(
    "i64.store", None, 0x37, rule="store-val", since="1", feature="mvp",
    immediates=(("m", "memarg(64)"),), stack="i:at c:i64 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-val", "exec-store-val"),
)
F32_STORE = Op(
    "f32.store", None, 0x38, rule="store-val", since="1", feature="mvp",
    immediates=(("m", "memarg(32)"),), stack="i:at c:f32 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-val", "exec-store-val"),
)
F64_STORE = Op(
    "f64.store", None, 0x39, rule="store-val", since="1", feature="mvp",
    immediates=(("m", "memarg(64)"),), stack="i:at c:f64 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-val", "exec-store-val"),
)
I32_STORE8 = Op(
    "i32.store8", None, 0x3A, rule="store-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(8)"),), stack="i:at c:i32 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-pack", "exec-store-pack"),
)
I32_STORE16 = Op(
    "i32.store16", None, 0x3B, rule="store-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(16)"),), stack="i:at c:i32 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-pack", "exec-store-pack"),
)
I64_STORE8 = Op(
    "i64.store8", None, 0x3C, rule="store-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(8)"),), stack="i:at c:i64 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-pack", "exec-store-pack"),
)
I64_STORE16 = Op(
    "i64.store16", None, 0x3D, rule="store-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(16)"),), stack="i:at c:i64 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-pack", "exec-store-pack"),
)
I64_STORE32 = Op(
    "i64.store32", None, 0x3E, rule="store-pack", since="1", feature="mvp",
    immediates=(("m", "memarg(32)"),), stack="i:at c:i64 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-store-pack", "exec-store-pack"),
)
V128_LOAD = Op(
    "v128.load", 0xFD, 0, rule="vload-val", since="2", feature="simd",
    immediates=(("m", "memarg(128)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-val", "exec-vload-val"),
)
V128_LOAD8X8_S = Op(
    "v128.load8x8_s", 0xFD, 1, rule="vload-pack", since="2", feature="simd",
    immediates=(("m", "memarg(64)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-pack", "exec-vload-pack"),
)
V128_LOAD8X8_U = Op(
    "v128.load8x8_u", 0xFD, 2, rule="vload-pack", since="2", feature="simd",
    immediates=(("m", "memarg(64)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-pack", "exec-vload-pack"),
)
V128_LOAD16X4_S = Op(
    "v128.load16x4_s", 0xFD, 3, rule="vload-pack", since="2", feature="simd",
    immediates=(("m", "memarg(64)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-pack", "exec-vload-pack"),
)
V128_LOAD16X4_U = Op(
    "v128.load16x4_u", 0xFD, 4, rule="vload-pack", since="2", feature="simd",
    immediates=(("m", "memarg(64)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-pack", "exec-vload-pack"),
)
V128_LOAD32X2_S = Op(
    "v128.load32x2_s", 0xFD, 5, rule="vload-pack", since="2", feature="simd",
    immediates=(("m", "memarg(64)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-pack", "exec-vload-pack"),
)
V128_LOAD32X2_U = Op(
    "v128.load32x2_u", 0xFD, 6, rule="vload-pack", since="2", feature="simd",
    immediates=(("m", "memarg(64)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-pack", "exec-vload-pack"),
)
V128_LOAD8_SPLAT = Op(
    "v128.load8_splat", 0xFD, 7, rule="vload-splat", since="2", feature="simd",
    immediates=(("m", "memarg(8)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-splat", "exec-vload-splat"),
)
V128_LOAD16_SPLAT = Op(
    "v128.load16_splat", 0xFD, 8, rule="vload-splat", since="2", feature="simd",
    immediates=(("m", "memarg(16)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-splat", "exec-vload-splat"),
)
V128_LOAD32_SPLAT = Op(
    "v128.load32_splat", 0xFD, 9, rule="vload-splat", since="2", feature="simd",
    immediates=(("m", "memarg(32)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-splat", "exec-vload-splat"),
)
V128_LOAD64_SPLAT = Op(
    "v128.load64_splat", 0xFD, 10, rule="vload-splat", since="2", feature="simd",
    immediates=(("m", "memarg(64)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-splat", "exec-vload-splat"),
)
V128_LOAD32_ZERO = Op(
    "v128.load32_zero", 0xFD, 92, rule="vload-zero", since="2", feature="simd",
    immediates=(("m", "memarg(32)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-zero", "exec-vload-zero"),
)
V128_LOAD64_ZERO = Op(
    "v128.load64_zero", 0xFD, 93, rule="vload-zero", since="2", feature="simd",
    immediates=(("m", "memarg(64)"),), stack="i:at -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload-zero", "exec-vload-zero"),
)
V128_LOAD8_LANE = Op(
    "v128.load8_lane", 0xFD, 84, rule="vload_lane", since="2", feature="simd",
    immediates=(("m", "memarg(8)"), ("l", "laneidx")), stack="i:at v:v128 -> v128", reads=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vload_lane", "exec-vload_lane"),
)
V128_LOAD16_LANE = Op(
    "v128.load16_lane", 0xFD, 85, rule="vload_lane", since="2", feature="simd",
    immediates=(("m", "memarg(16)"), ("l", "laneidx")), stack="i:at v:v128 -> v128",
    reads=("mems",), traps=("out of bounds memory access",),
    spec=("valid-vload_lane", "exec-vload_lane"),
)
V128_LOAD32_LANE = Op(
    "v128.load32_lane", 0xFD, 86, rule="vload_lane", since="2", feature="simd",
    immediates=(("m", "memarg(32)"), ("l", "laneidx")), stack="i:at v:v128 -> v128",
    reads=("mems",), traps=("out of bounds memory access",),
    spec=("valid-vload_lane", "exec-vload_lane"),
)
V128_LOAD64_LANE = Op(
    "v128.load64_lane", 0xFD, 87, rule="vload_lane", since="2", feature="simd",
    immediates=(("m", "memarg(64)"), ("l", "laneidx")), stack="i:at v:v128 -> v128",
    reads=("mems",), traps=("out of bounds memory access",),
    spec=("valid-vload_lane", "exec-vload_lane"),
)
V128_STORE = Op(
    "v128.store", 0xFD, 11, rule="vstore", since="2", feature="simd",
    immediates=(("m", "memarg(128)"),), stack="i:at v:v128 ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-vstore", "exec-vstore"),
)
V128_STORE8_LANE = Op(
    "v128.store8_lane", 0xFD, 88, rule="vstore_lane", since="2", feature="simd",
    immediates=(("m", "memarg(8)"), ("l", "laneidx")), stack="i:at v:v128 ->", reads=("mems",),
    writes=("mems",), traps=("out of bounds memory access",),
    spec=("valid-vstore_lane", "exec-vstore_lane"),
)
V128_STORE16_LANE = Op(
    "v128.store16_lane", 0xFD, 89, rule="vstore_lane", since="2", feature="simd",
    immediates=(("m", "memarg(16)"), ("l", "laneidx")), stack="i:at v:v128 ->", reads=("mems",),
    writes=("mems",), traps=("out of bounds memory access",),
    spec=("valid-vstore_lane", "exec-vstore_lane"),
)
V128_STORE32_LANE = Op(
    "v128.store32_lane", 0xFD, 90, rule="vstore_lane", since="2", feature="simd",
    immediates=(("m", "memarg(32)"), ("l", "laneidx")), stack="i:at v:v128 ->", reads=("mems",),
    writes=("mems",), traps=("out of bounds memory access",),
    spec=("valid-vstore_lane", "exec-vstore_lane"),
)
V128_STORE64_LANE = Op(
    "v128.store64_lane", 0xFD, 91, rule="vstore_lane", since="2", feature="simd",
    immediates=(("m", "memarg(64)"), ("l", "laneidx")), stack="i:at v:v128 ->", reads=("mems",),
    writes=("mems",), traps=("out of bounds memory access",),
    spec=("valid-vstore_lane", "exec-vstore_lane"),
)
MEMORY_SIZE = Op(
    "memory.size", None, 0x3F, rule="memory.size", since="1", feature="mvp",
    immediates=(("x", "memidx"),), stack="-> at", reads=("mems",),
    spec=("valid-memory.size", "exec-memory.size"),
)
MEMORY_GROW = Op(
    "memory.grow", None, 0x40, rule="memory.grow", since="1", feature="mvp",
    immediates=(("x", "memidx"),), stack="n:at -> at", reads=("mems",), writes=("mems",),
    spec=("valid-memory.grow", "exec-memory.grow"),
)
MEMORY_FILL = Op(
    "memory.fill", 0xFC, 11, rule="memory.fill", since="2", feature="bulk-memory",
    immediates=(("x", "memidx"),), stack="i:at c:i32 n:at ->", reads=("mems",), writes=("mems",),
    traps=("out of bounds memory access",), spec=("valid-memory.fill", "exec-memory.fill"),
)
MEMORY_COPY = Op(
    "memory.copy", 0xFC, 10, rule="memory.copy", since="2", feature="bulk-memory",
    immediates=(("x", "memidx"), ("y", "memidx")), stack="i:at1 j:at2 n:narrower(at1, at2) ->",
    reads=("mems",), writes=("mems",), traps=("out of bounds memory access",),
    spec=("valid-memory.copy", "exec-memory.copy"),
)
MEMORY_INIT = Op(
    "memory.init", 0xFC, 8, rule="memory.init", since="2", feature="bulk-memory",
    immediates=(("x", "memidx"), ("y", "dataidx")), stack="i:at j:i32 n:i32 ->",
    reads=("datas", "mems"), writes=("datas", "mems"), traps=("out of bounds memory access",),
    spec=("valid-memory.init", "exec-memory.init"),
)
DATA_DROP = Op(
    "data.drop", 0xFC, 9, rule="data.drop", since="2", feature="bulk-memory",
    immediates=(("x", "dataidx"),), stack="->", reads=("datas",), writes=("datas",),
    spec=("valid-data.drop", "exec-data.drop"),
)
I32_CONST = Op(
    "i32.const", None, 0x41, rule="const", since="1", feature="mvp", immediates=(("c", "i32"),),
    stack="-> i32", constant="mvp", spec=("valid-const", "exec-const"),
)
I64_CONST = Op(
    "i64.const", None, 0x42, rule="const", since="1", feature="mvp", immediates=(("c", "i64"),),
    stack="-> i64", constant="mvp", spec=("valid-const", "exec-const"),
)
F32_CONST = Op(
    "f32.const", None, 0x43, rule="const", since="1", feature="mvp", immediates=(("c", "f32"),),
    stack="-> f32", constant="mvp", spec=("valid-const", "exec-const"),
)
F64_CONST = Op(
    "f64.const", None, 0x44, rule="const", since="1", feature="mvp", immediates=(("c", "f64"),),
    stack="-> f64", constant="mvp", spec=("valid-const", "exec-const"),
)
I32_EQZ = Op(
    "i32.eqz", None, 0x45, rule="testop", since="1", feature="mvp", stack="i:i32 -> i32",
    spec=("valid-testop", "exec-testop", "op-ieqz"),
)
I64_EQZ = Op(
    "i64.eqz", None, 0x50, rule="testop", since="1", feature="mvp", stack="i:i64 -> i32",
    spec=("valid-testop", "exec-testop", "op-ieqz"),
)
I32_EQ = Op(
    "i32.eq", None, 0x46, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-ieq"),
)
I32_NE = Op(
    "i32.ne", None, 0x47, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-ine"),
)
I32_LT_S = Op(
    "i32.lt_s", None, 0x48, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-ilt"),
)
I32_LT_U = Op(
    "i32.lt_u", None, 0x49, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-ilt"),
)
I32_GT_S = Op(
    "i32.gt_s", None, 0x4A, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-igt"),
)
I32_GT_U = Op(
    "i32.gt_u", None, 0x4B, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-igt"),
)
I32_LE_S = Op(
    "i32.le_s", None, 0x4C, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-ile"),
)
I32_LE_U = Op(
    "i32.le_u", None, 0x4D, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-ile"),
)
I32_GE_S = Op(
    "i32.ge_s", None, 0x4E, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-ige"),
)
I32_GE_U = Op(
    "i32.ge_u", None, 0x4F, rule="relop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-relop", "exec-relop", "op-ige"),
)
I64_EQ = Op(
    "i64.eq", None, 0x51, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-ieq"),
)
I64_NE = Op(
    "i64.ne", None, 0x52, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-ine"),
)
I64_LT_S = Op(
    "i64.lt_s", None, 0x53, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-ilt"),
)
I64_LT_U = Op(
    "i64.lt_u", None, 0x54, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-ilt"),
)
I64_GT_S = Op(
    "i64.gt_s", None, 0x55, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-igt"),
)
I64_GT_U = Op(
    "i64.gt_u", None, 0x56, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-igt"),
)
I64_LE_S = Op(
    "i64.le_s", None, 0x57, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-ile"),
)
I64_LE_U = Op(
    "i64.le_u", None, 0x58, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-ile"),
)
I64_GE_S = Op(
    "i64.ge_s", None, 0x59, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-ige"),
)
I64_GE_U = Op(
    "i64.ge_u", None, 0x5A, rule="relop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i32",
    spec=("valid-relop", "exec-relop", "op-ige"),
)
F32_EQ = Op(
    "f32.eq", None, 0x5B, rule="relop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> i32",
    spec=("valid-relop", "exec-relop", "op-feq"),
)
F32_NE = Op(
    "f32.ne", None, 0x5C, rule="relop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> i32",
    spec=("valid-relop", "exec-relop", "op-fne"),
)
F32_LT = Op(
    "f32.lt", None, 0x5D, rule="relop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> i32",
    spec=("valid-relop", "exec-relop", "op-flt"),
)
F32_GT = Op(
    "f32.gt", None, 0x5E, rule="relop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> i32",
    spec=("valid-relop", "exec-relop", "op-fgt"),
)
F32_LE = Op(
    "f32.le", None, 0x5F, rule="relop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> i32",
    spec=("valid-relop", "exec-relop", "op-fle"),
)
F32_GE = Op(
    "f32.ge", None, 0x60, rule="relop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> i32",
    spec=("valid-relop", "exec-relop", "op-fge"),
)
F64_EQ = Op(
    "f64.eq", None, 0x61, rule="relop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> i32",
    spec=("valid-relop", "exec-relop", "op-feq"),
)
F64_NE = Op(
    "f64.ne", None, 0x62, rule="relop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> i32",
    spec=("valid-relop", "exec-relop", "op-fne"),
)
F64_LT = Op(
    "f64.lt", None, 0x63, rule="relop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> i32",
    spec=("valid-relop", "exec-relop", "op-flt"),
)
F64_GT = Op(
    "f64.gt", None, 0x64, rule="relop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> i32",
    spec=("valid-relop", "exec-relop", "op-fgt"),
)
F64_LE = Op(
    "f64.le", None, 0x65, rule="relop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> i32",
    spec=("valid-relop", "exec-relop", "op-fle"),
)
F64_GE = Op(
    "f64.ge", None, 0x66, rule="relop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> i32",
    spec=("valid-relop", "exec-relop", "op-fge"),
)
I32_CLZ = Op(
    "i32.clz", None, 0x67, rule="unop", since="1", feature="mvp", stack="i:i32 -> i32",
    spec=("valid-unop", "exec-unop", "op-iclz"),
)
I32_CTZ = Op(
    "i32.ctz", None, 0x68, rule="unop", since="1", feature="mvp", stack="i:i32 -> i32",
    spec=("valid-unop", "exec-unop", "op-ictz"),
)
I32_POPCNT = Op(
    "i32.popcnt", None, 0x69, rule="unop", since="1", feature="mvp", stack="i:i32 -> i32",
    spec=("valid-unop", "exec-unop", "op-ipopcnt"),
)
I64_CLZ = Op(
    "i64.clz", None, 0x79, rule="unop", since="1", feature="mvp", stack="i:i64 -> i64",
    spec=("valid-unop", "exec-unop", "op-iclz"),
)
I64_CTZ = Op(
    "i64.ctz", None, 0x7A, rule="unop", since="1", feature="mvp", stack="i:i64 -> i64",
    spec=("valid-unop", "exec-unop", "op-ictz"),
)
I64_POPCNT = Op(
    "i64.popcnt", None, 0x7B, rule="unop", since="1", feature="mvp", stack="i:i64 -> i64",
    spec=("valid-unop", "exec-unop", "op-ipopcnt"),
)
I32_EXTEND8_S = Op(
    "i32.extend8_s", None, 0xC0, rule="unop", since="2", feature="sign-extension",
    stack="i:i32 -> i32", spec=("valid-unop", "exec-unop", "op-iextendn"),
)
I32_EXTEND16_S = Op(
    "i32.extend16_s", None, 0xC1, rule="unop", since="2", feature="sign-extension",
    stack="i:i32 -> i32", spec=("valid-unop", "exec-unop", "op-iextendn"),
)
I64_EXTEND8_S = Op(
    "i64.extend8_s", None, 0xC2, rule="unop", since="2", feature="sign-extension",
    stack="i:i64 -> i64", spec=("valid-unop", "exec-unop", "op-iextendn"),
)
I64_EXTEND16_S = Op(
    "i64.extend16_s", None, 0xC3, rule="unop", since="2", feature="sign-extension",
    stack="i:i64 -> i64", spec=("valid-unop", "exec-unop", "op-iextendn"),
)
I64_EXTEND32_S = Op(
    "i64.extend32_s", None, 0xC4, rule="unop", since="2", feature="sign-extension",
    stack="i:i64 -> i64", spec=("valid-unop", "exec-unop", "op-iextendn"),
)
F32_ABS = Op(
    "f32.abs", None, 0x8B, rule="unop", since="1", feature="mvp", stack="z:f32 -> f32",
    spec=("valid-unop", "exec-unop", "op-fabs"),
)
F32_NEG = Op(
    "f32.neg", None, 0x8C, rule="unop", since="1", feature="mvp", stack="z:f32 -> f32",
    spec=("valid-unop", "exec-unop", "op-fneg"),
)
F32_CEIL = Op(
    "f32.ceil", None, 0x8D, rule="unop", since="1", feature="mvp", stack="z:f32 -> f32",
    spec=("valid-unop", "exec-unop", "op-fceil"),
)
F32_FLOOR = Op(
    "f32.floor", None, 0x8E, rule="unop", since="1", feature="mvp", stack="z:f32 -> f32",
    spec=("valid-unop", "exec-unop", "op-ffloor"),
)
F32_TRUNC = Op(
    "f32.trunc", None, 0x8F, rule="unop", since="1", feature="mvp", stack="z:f32 -> f32",
    spec=("valid-unop", "exec-unop", "op-ftrunc"),
)
F32_NEAREST = Op(
    "f32.nearest", None, 0x90, rule="unop", since="1", feature="mvp", stack="z:f32 -> f32",
    spec=("valid-unop", "exec-unop", "op-fnearest"),
)
F32_SQRT = Op(
    "f32.sqrt", None, 0x91, rule="unop", since="1", feature="mvp", stack="z:f32 -> f32",
    spec=("valid-unop", "exec-unop", "op-fsqrt"),
)
F64_ABS = Op(
    "f64.abs", None, 0x99, rule="unop", since="1", feature="mvp", stack="z:f64 -> f64",
    spec=("valid-unop", "exec-unop", "op-fabs"),
)
F64_NEG = Op(
    "f64.neg", None, 0x9A, rule="unop", since="1", feature="mvp", stack="z:f64 -> f64",
    spec=("valid-unop", "exec-unop", "op-fneg"),
)
F64_CEIL = Op(
    "f64.ceil", None, 0x9B, rule="unop", since="1", feature="mvp", stack="z:f64 -> f64",
    spec=("valid-unop", "exec-unop", "op-fceil"),
)
F64_FLOOR = Op(
    "f64.floor", None, 0x9C, rule="unop", since="1", feature="mvp", stack="z:f64 -> f64",
    spec=("valid-unop", "exec-unop", "op-ffloor"),
)
F64_TRUNC = Op(
    "f64.trunc", None, 0x9D, rule="unop", since="1", feature="mvp", stack="z:f64 -> f64",
    spec=("valid-unop", "exec-unop", "op-ftrunc"),
)
F64_NEAREST = Op(
    "f64.nearest", None, 0x9E, rule="unop", since="1", feature="mvp", stack="z:f64 -> f64",
    spec=("valid-unop", "exec-unop", "op-fnearest"),
)
F64_SQRT = Op(
    "f64.sqrt", None, 0x9F, rule="unop", since="1", feature="mvp", stack="z:f64 -> f64",
    spec=("valid-unop", "exec-unop", "op-fsqrt"),
)
I32_ADD = Op(
    "i32.add", None, 0x6A, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    constant="extended-const", spec=("valid-binop", "exec-binop", "op-iadd"),
)
I32_SUB = Op(
    "i32.sub", None, 0x6B, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    constant="extended-const", spec=("valid-binop", "exec-binop", "op-isub"),
)
I32_MUL = Op(
    "i32.mul", None, 0x6C, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    constant="extended-const", spec=("valid-binop", "exec-binop", "op-imul"),
)
I32_DIV_S = Op(
    "i32.div_s", None, 0x6D, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    traps=("integer divide by zero", "integer overflow"),
    spec=("valid-binop", "exec-binop", "op-idiv"),
)
I32_DIV_U = Op(
    "i32.div_u", None, 0x6E, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    traps=("integer divide by zero",), spec=("valid-binop", "exec-binop", "op-idiv"),
)
I32_REM_S = Op(
    "i32.rem_s", None, 0x6F, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    traps=("integer divide by zero",), spec=("valid-binop", "exec-binop", "op-irem"),
)
I32_REM_U = Op(
    "i32.rem_u", None, 0x70, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    traps=("integer divide by zero",), spec=("valid-binop", "exec-binop", "op-irem"),
)
I32_AND = Op(
    "i32.and", None, 0x71, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-binop", "exec-binop", "op-iand"),
)
I32_OR = Op(
    "i32.or", None, 0x72, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-binop", "exec-binop", "op-ior"),
)
I32_XOR = Op(
    "i32.xor", None, 0x73, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-binop", "exec-binop", "op-ixor"),
)
I32_SHL = Op(
    "i32.shl", None, 0x74, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-binop", "exec-binop", "op-ishl"),
)
I32_SHR_S = Op(
    "i32.shr_s", None, 0x75, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-binop", "exec-binop", "op-ishr"),
)
I32_SHR_U = Op(
    "i32.shr_u", None, 0x76, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-binop", "exec-binop", "op-ishr"),
)
I32_ROTL = Op(
    "i32.rotl", None, 0x77, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-binop", "exec-binop", "op-irotl"),
)
I32_ROTR = Op(
    "i32.rotr", None, 0x78, rule="binop", since="1", feature="mvp", stack="i1:i32 i2:i32 -> i32",
    spec=("valid-binop", "exec-binop", "op-irotr"),
)
I64_ADD = Op(
    "i64.add", None, 0x7C, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    constant="extended-const", spec=("valid-binop", "exec-binop", "op-iadd"),
)
I64_SUB = Op(
    "i64.sub", None, 0x7D, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    constant="extended-const", spec=("valid-binop", "exec-binop", "op-isub"),
)
I64_MUL = Op(
    "i64.mul", None, 0x7E, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    constant="extended-const", spec=("valid-binop", "exec-binop", "op-imul"),
)
I64_DIV_S = Op(
    "i64.div_s", None, 0x7F, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    traps=("integer divide by zero", "integer overflow"),
    spec=("valid-binop", "exec-binop", "op-idiv"),
)
I64_DIV_U = Op(
    "i64.div_u", None, 0x80, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    traps=("integer divide by zero",), spec=("valid-binop", "exec-binop", "op-idiv"),
)
I64_REM_S = Op(
    "i64.rem_s", None, 0x81, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    traps=("integer divide by zero",), spec=("valid-binop", "exec-binop", "op-irem"),
)
I64_REM_U = Op(
    "i64.rem_u", None, 0x82, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    traps=("integer divide by zero",), spec=("valid-binop", "exec-binop", "op-irem"),
)
I64_AND = Op(
    "i64.and", None, 0x83, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    spec=("valid-binop", "exec-binop", "op-iand"),
)
I64_OR = Op(
    "i64.or", None, 0x84, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    spec=("valid-binop", "exec-binop", "op-ior"),
)
I64_XOR = Op(
    "i64.xor", None, 0x85, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    spec=("valid-binop", "exec-binop", "op-ixor"),
)
I64_SHL = Op(
    "i64.shl", None, 0x86, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    spec=("valid-binop", "exec-binop", "op-ishl"),
)
I64_SHR_S = Op(
    "i64.shr_s", None, 0x87, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    spec=("valid-binop", "exec-binop", "op-ishr"),
)
I64_SHR_U = Op(
    "i64.shr_u", None, 0x88, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    spec=("valid-binop", "exec-binop", "op-ishr"),
)
I64_ROTL = Op(
    "i64.rotl", None, 0x89, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    spec=("valid-binop", "exec-binop", "op-irotl"),
)
I64_ROTR = Op(
    "i64.rotr", None, 0x8A, rule="binop", since="1", feature="mvp", stack="i1:i64 i2:i64 -> i64",
    spec=("valid-binop", "exec-binop", "op-irotr"),
)
F32_ADD = Op(
    "f32.add", None, 0x92, rule="binop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> f32",
    spec=("valid-binop", "exec-binop", "op-fadd"),
)
F32_SUB = Op(
    "f32.sub", None, 0x93, rule="binop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> f32",
    spec=("valid-binop", "exec-binop", "op-fsub"),
)
F32_MUL = Op(
    "f32.mul", None, 0x94, rule="binop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> f32",
    spec=("valid-binop", "exec-binop", "op-fmul"),
)
F32_DIV = Op(
    "f32.div", None, 0x95, rule="binop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> f32",
    spec=("valid-binop", "exec-binop", "op-fdiv"),
)
F32_MIN = Op(
    "f32.min", None, 0x96, rule="binop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> f32",
    spec=("valid-binop", "exec-binop", "op-fmin"),
)
F32_MAX = Op(
    "f32.max", None, 0x97, rule="binop", since="1", feature="mvp", stack="z1:f32 z2:f32 -> f32",
    spec=("valid-binop", "exec-binop", "op-fmax"),
)
F32_COPYSIGN = Op(
    "f32.copysign", None, 0x98, rule="binop", since="1", feature="mvp",
    stack="z1:f32 z2:f32 -> f32", spec=("valid-binop", "exec-binop", "op-fcopysign"),
)
F64_ADD = Op(
    "f64.add", None, 0xA0, rule="binop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> f64",
    spec=("valid-binop", "exec-binop", "op-fadd"),
)
F64_SUB = Op(
    "f64.sub", None, 0xA1, rule="binop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> f64",
    spec=("valid-binop", "exec-binop", "op-fsub"),
)
F64_MUL = Op(
    "f64.mul", None, 0xA2, rule="binop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> f64",
    spec=("valid-binop", "exec-binop", "op-fmul"),
)
F64_DIV = Op(
    "f64.div", None, 0xA3, rule="binop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> f64",
    spec=("valid-binop", "exec-binop", "op-fdiv"),
)
F64_MIN = Op(
    "f64.min", None, 0xA4, rule="binop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> f64",
    spec=("valid-binop", "exec-binop", "op-fmin"),
)
F64_MAX = Op(
    "f64.max", None, 0xA5, rule="binop", since="1", feature="mvp", stack="z1:f64 z2:f64 -> f64",
    spec=("valid-binop", "exec-binop", "op-fmax"),
)
F64_COPYSIGN = Op(
    "f64.copysign", None, 0xA6, rule="binop", since="1", feature="mvp",
    stack="z1:f64 z2:f64 -> f64", spec=("valid-binop", "exec-binop", "op-fcopysign"),
)
I32_WRAP_I64 = Op(
    "i32.wrap_i64", None, 0xA7, rule="cvtop", since="1", feature="mvp", stack="c:i64 -> i32",
    spec=("valid-cvtop", "exec-cvtop", "op-wrap"),
)
I32_TRUNC_F32_S = Op(
    "i32.trunc_f32_s", None, 0xA8, rule="cvtop", since="1", feature="mvp", stack="c:f32 -> i32",
    traps=("integer overflow", "invalid conversion to integer"),
    spec=("valid-cvtop", "exec-cvtop", "op-trunc"),
)
I32_TRUNC_F32_U = Op(
    "i32.trunc_f32_u", None, 0xA9, rule="cvtop", since="1", feature="mvp", stack="c:f32 -> i32",
    traps=("integer overflow", "invalid conversion to integer"),
    spec=("valid-cvtop", "exec-cvtop", "op-trunc"),
)
I32_TRUNC_F64_S = Op(
    "i32.trunc_f64_s", None, 0xAA, rule="cvtop", since="1", feature="mvp", stack="c:f64 -> i32",
    traps=("integer overflow", "invalid conversion to integer"),
    spec=("valid-cvtop", "exec-cvtop", "op-trunc"),
)
I32_TRUNC_F64_U = Op(
    "i32.trunc_f64_u", None, 0xAB, rule="cvtop", since="1", feature="mvp", stack="c:f64 -> i32",
    traps=("integer overflow", "invalid conversion to integer"),
    spec=("valid-cvtop", "exec-cvtop", "op-trunc"),
)
I64_EXTEND_I32_S = Op(
    "i64.extend_i32_s", None, 0xAC, rule="cvtop", since="1", feature="mvp", stack="c:i32 -> i64",
    spec=("valid-cvtop", "exec-cvtop", "op-extend"),
)
I64_EXTEND_I32_U = Op(
    "i64.extend_i32_u", None, 0xAD, rule="cvtop", since="1", feature="mvp", stack="c:i32 -> i64",
    spec=("valid-cvtop", "exec-cvtop", "op-extend"),
)
I64_TRUNC_F32_S = Op(
    "i64.trunc_f32_s", None, 0xAE, rule="cvtop", since="1", feature="mvp", stack="c:f32 -> i64",
    traps=("integer overflow", "invalid conversion to integer"),
    spec=("valid-cvtop", "exec-cvtop", "op-trunc"),
)
I64_TRUNC_F32_U = Op(
    "i64.trunc_f32_u", None, 0xAF, rule="cvtop", since="1", feature="mvp", stack="c:f32 -> i64",
    traps=("integer overflow", "invalid conversion to integer"),
    spec=("valid-cvtop", "exec-cvtop", "op-trunc"),
)
I64_TRUNC_F64_S = Op(
    "i64.trunc_f64_s", None, 0xB0, rule="cvtop", since="1", feature="mvp", stack="c:f64 -> i64",
    traps=("integer overflow", "invalid conversion to integer"),
    spec=("valid-cvtop", "exec-cvtop", "op-trunc"),
)
I64_TRUNC_F64_U = Op(
    "i64.trunc_f64_u", None, 0xB1, rule="cvtop", since="1", feature="mvp", stack="c:f64 -> i64",
    traps=("integer overflow", "invalid conversion to integer"),
    spec=("valid-cvtop", "exec-cvtop", "op-trunc"),
)
F32_CONVERT_I32_S = Op(
    "f32.convert_i32_s", None, 0xB2, rule="cvtop", since="1", feature="mvp", stack="c:i32 -> f32",
    spec=("valid-cvtop", "exec-cvtop", "op-convert"),
)
F32_CONVERT_I32_U = Op(
    "f32.convert_i32_u", None, 0xB3, rule="cvtop", since="1", feature="mvp", stack="c:i32 -> f32",
    spec=("valid-cvtop", "exec-cvtop", "op-convert"),
)
F32_CONVERT_I64_S = Op(
    "f32.convert_i64_s", None, 0xB4, rule="cvtop", since="1", feature="mvp", stack="c:i64 -> f32",
    spec=("valid-cvtop", "exec-cvtop", "op-convert"),
)
F32_CONVERT_I64_U = Op(
    "f32.convert_i64_u", None, 0xB5, rule="cvtop", since="1", feature="mvp", stack="c:i64 -> f32",
    spec=("valid-cvtop", "exec-cvtop", "op-convert"),
)
F32_DEMOTE_F64 = Op(
    "f32.demote_f64", None, 0xB6, rule="cvtop", since="1", feature="mvp", stack="c:f64 -> f32",
    spec=("valid-cvtop", "exec-cvtop", "op-demote"),
)
F64_CONVERT_I32_S = Op(
    "f64.convert_i32_s", None, 0xB7, rule="cvtop", since="1", feature="mvp", stack="c:i32 -> f64",
    spec=("valid-cvtop", "exec-cvtop", "op-convert"),
)
F64_CONVERT_I32_U = Op(
    "f64.convert_i32_u", None, 0xB8, rule="cvtop", since="1", feature="mvp", stack="c:i32 -> f64",
    spec=("valid-cvtop", "exec-cvtop", "op-convert"),
)
F64_CONVERT_I64_S = Op(
    "f64.convert_i64_s", None, 0xB9, rule="cvtop", since="1", feature="mvp", stack="c:i64 -> f64",
    spec=("valid-cvtop", "exec-cvtop", "op-convert"),
)
F64_CONVERT_I64_U = Op(
    "f64.convert_i64_u", None, 0xBA, rule="cvtop", since="1", feature="mvp", stack="c:i64 -> f64",
    spec=("valid-cvtop", "exec-cvtop", "op-convert"),
)
F64_PROMOTE_F32 = Op(
    "f64.promote_f32", None, 0xBB, rule="cvtop", since="1", feature="mvp", stack="c:f32 -> f64",
    spec=("valid-cvtop", "exec-cvtop", "op-promote"),
)
I32_TRUNC_SAT_F32_S = Op(
    "i32.trunc_sat_f32_s", 0xFC, 0, rule="cvtop", since="2", feature="nontrapping-float-to-int",
    stack="c:f32 -> i32", spec=("valid-cvtop", "exec-cvtop", "op-trunc_sat"),
)
I32_TRUNC_SAT_F32_U = Op(
    "i32.trunc_sat_f32_u", 0xFC, 1, rule="cvtop", since="2", feature="nontrapping-float-to-int",
    stack="c:f32 -> i32", spec=("valid-cvtop", "exec-cvtop", "op-trunc_sat"),
)
I32_TRUNC_SAT_F64_S = Op(
    "i32.trunc_sat_f64_s", 0xFC, 2, rule="cvtop", since="2", feature="nontrapping-float-to-int",
    stack="c:f64 -> i32", spec=("valid-cvtop", "exec-cvtop", "op-trunc_sat"),
)
I32_TRUNC_SAT_F64_U = Op(
    "i32.trunc_sat_f64_u", 0xFC, 3, rule="cvtop", since="2", feature="nontrapping-float-to-int",
    stack="c:f64 -> i32", spec=("valid-cvtop", "exec-cvtop", "op-trunc_sat"),
)
I64_TRUNC_SAT_F32_S = Op(
    "i64.trunc_sat_f32_s", 0xFC, 4, rule="cvtop", since="2", feature="nontrapping-float-to-int",
    stack="c:f32 -> i64", spec=("valid-cvtop", "exec-cvtop", "op-trunc_sat"),
)
I64_TRUNC_SAT_F32_U = Op(
    "i64.trunc_sat_f32_u", 0xFC, 5, rule="cvtop", since="2", feature="nontrapping-float-to-int",
    stack="c:f32 -> i64", spec=("valid-cvtop", "exec-cvtop", "op-trunc_sat"),
)
I64_TRUNC_SAT_F64_S = Op(
    "i64.trunc_sat_f64_s", 0xFC, 6, rule="cvtop", since="2", feature="nontrapping-float-to-int",
    stack="c:f64 -> i64", spec=("valid-cvtop", "exec-cvtop", "op-trunc_sat"),
)
I64_TRUNC_SAT_F64_U = Op(
    "i64.trunc_sat_f64_u", 0xFC, 7, rule="cvtop", since="2", feature="nontrapping-float-to-int",
    stack="c:f64 -> i64", spec=("valid-cvtop", "exec-cvtop", "op-trunc_sat"),
)
I32_REINTERPRET_F32 = Op(
    "i32.reinterpret_f32", None, 0xBC, rule="cvtop", since="1", feature="mvp", stack="c:f32 -> i32",
    spec=("valid-cvtop", "exec-cvtop", "op-reinterpret"),
)
I64_REINTERPRET_F64 = Op(
    "i64.reinterpret_f64", None, 0xBD, rule="cvtop", since="1", feature="mvp", stack="c:f64 -> i64",
    spec=("valid-cvtop", "exec-cvtop", "op-reinterpret"),
)
F32_REINTERPRET_I32 = Op(
    "f32.reinterpret_i32", None, 0xBE, rule="cvtop", since="1", feature="mvp", stack="c:i32 -> f32",
    spec=("valid-cvtop", "exec-cvtop", "op-reinterpret"),
)
F64_REINTERPRET_I64 = Op(
    "f64.reinterpret_i64", None, 0xBF, rule="cvtop", since="1", feature="mvp", stack="c:i64 -> f64",
    spec=("valid-cvtop", "exec-cvtop", "op-reinterpret"),
)
REF_NULL = Op(
    "ref.null", None, 0xD0, rule="ref.null", since="2", feature="reference-types",
    immediates=(("ht", "heaptype"),), stack="-> rt", constant="reference-types",
    spec=("valid-ref.null", "exec-ref.null"),
)
REF_IS_NULL = Op(
    "ref.is_null", None, 0xD1, rule="ref.is_null", since="2", feature="reference-types",
    stack="r:rt -> i32", spec=("valid-ref.is_null", "exec-ref.is_null"),
)
REF_AS_NON_NULL = Op(
    "ref.as_non_null", None, 0xD4, rule="ref.as_non_null", since="3", feature="function-references",
    stack="r:rt -> non_null(rt)", traps=("null reference",),
    spec=("valid-ref.as_non_null", "exec-ref.as_non_null"),
)
REF_FUNC = Op(
    "ref.func", None, 0xD2, rule="ref.func", since="2", feature="reference-types",
    immediates=(("x", "funcidx"),), stack="-> rt", constant="mvp",
    spec=("valid-ref.func", "exec-ref.func"),
)
REF_EQ = Op(
    "ref.eq", None, 0xD3, rule="ref.eq", since="3", feature="gc", stack="r1:eqref r2:eqref -> i32",
    reads=("heap",), spec=("valid-ref.eq", "exec-ref.eq"),
)
REF_TEST = Op(
    "ref.test", 0xFB, 20, rule="ref.test", since="3", feature="gc",
    immediates=(("ht", "heaptype"),), stack="r:rt1 -> i32", reads=("heap",),
    spec=("valid-ref.test", "exec-ref.test"),
)
REF_TEST_NULL = Op(
    "ref.test null", 0xFB, 21, rule="ref.test", since="3", feature="gc",
    immediates=(("ht", "heaptype"),), stack="r:rt1 -> i32", reads=("heap",),
    spec=("valid-ref.test", "exec-ref.test"),
)
REF_CAST = Op(
    "ref.cast", 0xFB, 22, rule="ref.cast", since="3", feature="gc",
    immediates=(("ht", "heaptype"),), stack="r:rt1 -> rt", reads=("heap",), traps=("cast failure",),
    spec=("valid-ref.cast", "exec-ref.cast"),
)
REF_CAST_NULL = Op(
    "ref.cast null", 0xFB, 23, rule="ref.cast", since="3", feature="gc",
    immediates=(("ht", "heaptype"),), stack="r:rt1 -> rt", reads=("heap",), traps=("cast failure",),
    spec=("valid-ref.cast", "exec-ref.cast"),
)
REF_I31 = Op(
    "ref.i31", 0xFB, 28, rule="ref.i31", since="3", feature="gc", stack="i:i32 -> (ref i31)",
    constant="gc", spec=("valid-ref.i31", "exec-ref.i31"),
)
I31_GET_S = Op(
    "i31.get_s", 0xFB, 29, rule="i31.get", since="3", feature="gc", stack="r:i31ref -> i32",
    reads=("heap",), traps=("null i31 reference",), spec=("valid-i31.get", "exec-i31.get"),
)
I31_GET_U = Op(
    "i31.get_u", 0xFB, 30, rule="i31.get", since="3", feature="gc", stack="r:i31ref -> i32",
    reads=("heap",), traps=("null i31 reference",), spec=("valid-i31.get", "exec-i31.get"),
)
ANY_CONVERT_EXTERN = Op(
    "any.convert_extern", 0xFB, 26, rule="any.convert_extern", since="3", feature="gc",
    stack="r:rt -> with_heap(rt, any)", constant="gc",
    spec=("valid-any.convert_extern", "exec-any.convert_extern"),
)
EXTERN_CONVERT_ANY = Op(
    "extern.convert_any", 0xFB, 27, rule="extern.convert_any", since="3", feature="gc",
    stack="r:rt -> with_heap(rt, extern)", constant="gc",
    spec=("valid-extern.convert_any", "exec-extern.convert_any"),
)
STRUCT_NEW = Op(
    "struct.new", 0xFB, 0, rule="struct.new", since="3", feature="gc",
    immediates=(("x", "typeidx"),), stack="*args:all_unpacked(zts) -> (ref x)", constant="gc",
    reads=("heap",), writes=("heap",), spec=("valid-struct.new", "exec-struct.new"),
)
STRUCT_NEW_DEFAULT = Op(
    "struct.new_default", 0xFB, 1, rule="struct.new_default", since="3", feature="gc",
    immediates=(("x", "typeidx"),), stack="-> (ref x)", constant="gc", reads=("heap",),
    writes=("heap",), spec=("valid-struct.new_default", "exec-struct.new_default"),
)
STRUCT_GET = Op(
    "struct.get", 0xFB, 2, rule="struct.get", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("i", "fieldidx")), stack="s:(ref null x) -> unpacked(zt)",
    reads=("heap",), traps=("null structure reference",),
    spec=("valid-struct.get", "exec-struct.get"),
)
STRUCT_GET_S = Op(
    "struct.get_s", 0xFB, 3, rule="struct.get", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("i", "fieldidx")), stack="s:(ref null x) -> i32",
    reads=("heap",), traps=("null structure reference",),
    spec=("valid-struct.get", "exec-struct.get"),
)
STRUCT_GET_U = Op(
    "struct.get_u", 0xFB, 4, rule="struct.get", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("i", "fieldidx")), stack="s:(ref null x) -> i32",
    reads=("heap",), traps=("null structure reference",),
    spec=("valid-struct.get", "exec-struct.get"),
)
STRUCT_SET = Op(
    "struct.set", 0xFB, 5, rule="struct.set", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("i", "fieldidx")), stack="s:(ref null x) v:unpacked(zt) ->",
    reads=("heap",), writes=("heap",), traps=("null structure reference",),
    spec=("valid-struct.set", "exec-struct.set"),
)
ARRAY_NEW = Op(
    "array.new", 0xFB, 6, rule="array.new", since="3", feature="gc", immediates=(("x", "typeidx"),),
    stack="v:unpacked(zt) n:i32 -> (ref x)", constant="gc", reads=("heap",), writes=("heap",),
    spec=("valid-array.new", "exec-array.new"),
)
ARRAY_NEW_DEFAULT = Op(
    "array.new_default", 0xFB, 7, rule="array.new_default", since="3", feature="gc",
    immediates=(("x", "typeidx"),), stack="n:i32 -> (ref x)", constant="gc", reads=("heap",),
    writes=("heap",), spec=("valid-array.new_default", "exec-array.new_default"),
)
ARRAY_NEW_FIXED = Op(
    "array.new_fixed", 0xFB, 8, rule="array.new_fixed", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("n", "u32")), stack="*args:ts -> (ref x)", constant="gc",
    reads=("heap",), writes=("heap",), spec=("valid-array.new_fixed", "exec-array.new_fixed"),
)
ARRAY_NEW_DATA = Op(
    "array.new_data", 0xFB, 9, rule="array.new_data", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("y", "dataidx")), stack="i:i32 n:i32 -> (ref x)",
    reads=("datas", "heap"), writes=("datas", "heap"), traps=("out of bounds memory access",),
    spec=("valid-array.new_data", "exec-array.new_data"),
)
ARRAY_NEW_ELEM = Op(
    "array.new_elem", 0xFB, 10, rule="array.new_elem", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("y", "elemidx")), stack="i:i32 n:i32 -> (ref x)",
    reads=("elems", "heap"), writes=("elems", "heap"), traps=("out of bounds table access",),
    spec=("valid-array.new_elem", "exec-array.new_elem"),
)
ARRAY_GET = Op(
    "array.get", 0xFB, 11, rule="array.get", since="3", feature="gc",
    immediates=(("x", "typeidx"),), stack="a:(ref null x) i:i32 -> unpacked(zt)", reads=("heap",),
    traps=("null array reference", "out of bounds array access"),
    spec=("valid-array.get", "exec-array.get"),
)
ARRAY_GET_S = Op(
    "array.get_s", 0xFB, 12, rule="array.get", since="3", feature="gc",
    immediates=(("x", "typeidx"),), stack="a:(ref null x) i:i32 -> i32", reads=("heap",),
    traps=("null array reference", "out of bounds array access"),
    spec=("valid-array.get", "exec-array.get"),
)
ARRAY_GET_U = Op(
    "array.get_u", 0xFB, 13, rule="array.get", since="3", feature="gc",
    immediates=(("x", "typeidx"),), stack="a:(ref null x) i:i32 -> i32", reads=("heap",),
    traps=("null array reference", "out of bounds array access"),
    spec=("valid-array.get", "exec-array.get"),
)
ARRAY_SET = Op(
    "array.set", 0xFB, 14, rule="array.set", since="3", feature="gc",
    immediates=(("x", "typeidx"),), stack="a:(ref null x) i:i32 v:unpacked(zt) ->", reads=("heap",),
    writes=("heap",), traps=("null array reference", "out of bounds array access"),
    spec=("valid-array.set", "exec-array.set"),
)
ARRAY_LEN = Op(
    "array.len", 0xFB, 15, rule="array.len", since="3", feature="gc", stack="a:arrayref -> i32",
    reads=("heap",), traps=("null array reference",), spec=("valid-array.len", "exec-array.len"),
)
ARRAY_FILL = Op(
    "array.fill", 0xFB, 16, rule="array.fill", since="3", feature="gc",
    immediates=(("x", "typeidx"),), stack="a:(ref null x) i:i32 v:unpacked(zt) n:i32 ->",
    reads=("heap",), writes=("heap",), traps=("null array reference", "out of bounds array access"),
    spec=("valid-array.fill", "exec-array.fill"),
)
ARRAY_COPY = Op(
    "array.copy", 0xFB, 17, rule="array.copy", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("y", "typeidx")),
    stack="a1:(ref null x) i1:i32 a2:(ref null y) i2:i32 n:i32 ->", reads=("heap",),
    writes=("heap",), traps=("null array reference", "out of bounds array access"),
    spec=("valid-array.copy", "exec-array.copy"),
)
ARRAY_INIT_DATA = Op(
    "array.init_data", 0xFB, 18, rule="array.init_data", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("y", "dataidx")), stack="a:(ref null x) i:i32 j:i32 n:i32 ->",
    reads=("datas", "heap"), writes=("datas", "heap"),
    traps=("null array reference", "out of bounds array access", "out of bounds memory access"),
    spec=("valid-array.init_data", "exec-array.init_data"),
)
ARRAY_INIT_ELEM = Op(
    "array.init_elem", 0xFB, 19, rule="array.init_elem", since="3", feature="gc",
    immediates=(("x", "typeidx"), ("y", "elemidx")), stack="a:(ref null x) i:i32 j:i32 n:i32 ->",
    reads=("elems", "heap"), writes=("elems", "heap"),
    traps=("null array reference", "out of bounds array access", "out of bounds table access"),
    spec=("valid-array.init_elem", "exec-array.init_elem"),
)
V128_CONST = Op(
    "v128.const", 0xFD, 12, rule="vconst", since="2", feature="simd", immediates=(("c", "v128"),),
    stack="-> v128", constant="simd", spec=("valid-vconst", "exec-vconst"),
)
V128_NOT = Op(
    "v128.not", 0xFD, 77, rule="vvunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vvunop", "exec-vvunop", "op-inot"),
)
V128_AND = Op(
    "v128.and", 0xFD, 78, rule="vvbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vvbinop", "exec-vvbinop", "op-iand"),
)
V128_ANDNOT = Op(
    "v128.andnot", 0xFD, 79, rule="vvbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vvbinop", "exec-vvbinop", "op-iandnot"),
)
V128_OR = Op(
    "v128.or", 0xFD, 80, rule="vvbinop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vvbinop", "exec-vvbinop", "op-ior"),
)
V128_XOR = Op(
    "v128.xor", 0xFD, 81, rule="vvbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vvbinop", "exec-vvbinop", "op-ixor"),
)
V128_BITSELECT = Op(
    "v128.bitselect", 0xFD, 82, rule="vvternop", since="2", feature="simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vvternop", "exec-vvternop", "op-ibitselect"),
)
V128_ANY_TRUE = Op(
    "v128.any_true", 0xFD, 83, rule="vvtestop", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vvtestop", "exec-vvtestop"),
)
I8X16_EQ = Op(
    "i8x16.eq", 0xFD, 35, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-ieq"),
)
I8X16_NE = Op(
    "i8x16.ne", 0xFD, 36, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-ine"),
)
I8X16_LT_S = Op(
    "i8x16.lt_s", 0xFD, 37, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ilt"),
)
I8X16_LT_U = Op(
    "i8x16.lt_u", 0xFD, 38, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ilt"),
)
I8X16_GT_S = Op(
    "i8x16.gt_s", 0xFD, 39, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-igt"),
)
I8X16_GT_U = Op(
    "i8x16.gt_u", 0xFD, 40, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-igt"),
)
I8X16_LE_S = Op(
    "i8x16.le_s", 0xFD, 41, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ile"),
)
I8X16_LE_U = Op(
    "i8x16.le_u", 0xFD, 42, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ile"),
)
I8X16_GE_S = Op(
    "i8x16.ge_s", 0xFD, 43, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ige"),
)
I8X16_GE_U = Op(
    "i8x16.ge_u", 0xFD, 44, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ige"),
)
I16X8_EQ = Op(
    "i16x8.eq", 0xFD, 45, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-ieq"),
)
I16X8_NE = Op(
    "i16x8.ne", 0xFD, 46, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-ine"),
)
I16X8_LT_S = Op(
    "i16x8.lt_s", 0xFD, 47, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ilt"),
)
I16X8_LT_U = Op(
    "i16x8.lt_u", 0xFD, 48, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ilt"),
)
I16X8_GT_S = Op(
    "i16x8.gt_s", 0xFD, 49, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-igt"),
)
I16X8_GT_U = Op(
    "i16x8.gt_u", 0xFD, 50, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-igt"),
)
I16X8_LE_S = Op(
    "i16x8.le_s", 0xFD, 51, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ile"),
)
I16X8_LE_U = Op(
    "i16x8.le_u", 0xFD, 52, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ile"),
)
I16X8_GE_S = Op(
    "i16x8.ge_s", 0xFD, 53, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ige"),
)
I16X8_GE_U = Op(
    "i16x8.ge_u", 0xFD, 54, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ige"),
)
I32X4_EQ = Op(
    "i32x4.eq", 0xFD, 55, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-ieq"),
)
I32X4_NE = Op(
    "i32x4.ne", 0xFD, 56, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-ine"),
)
I32X4_LT_S = Op(
    "i32x4.lt_s", 0xFD, 57, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ilt"),
)
I32X4_LT_U = Op(
    "i32x4.lt_u", 0xFD, 58, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ilt"),
)
I32X4_GT_S = Op(
    "i32x4.gt_s", 0xFD, 59, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-igt"),
)
I32X4_GT_U = Op(
    "i32x4.gt_u", 0xFD, 60, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-igt"),
)
I32X4_LE_S = Op(
    "i32x4.le_s", 0xFD, 61, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ile"),
)
I32X4_LE_U = Op(
    "i32x4.le_u", 0xFD, 62, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ile"),
)
I32X4_GE_S = Op(
    "i32x4.ge_s", 0xFD, 63, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ige"),
)
I32X4_GE_U = Op(
    "i32x4.ge_u", 0xFD, 64, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ige"),
)
I64X2_EQ = Op(
    "i64x2.eq", 0xFD, 214, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ieq"),
)
I64X2_NE = Op(
    "i64x2.ne", 0xFD, 215, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ine"),
)
I64X2_LT_S = Op(
    "i64x2.lt_s", 0xFD, 216, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ilt"),
)
I64X2_GT_S = Op(
    "i64x2.gt_s", 0xFD, 217, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-igt"),
)
I64X2_LE_S = Op(
    "i64x2.le_s", 0xFD, 218, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ile"),
)
I64X2_GE_S = Op(
    "i64x2.ge_s", 0xFD, 219, rule="vrelop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vrelop", "exec-vrelop", "op-ige"),
)
F32X4_EQ = Op(
    "f32x4.eq", 0xFD, 65, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-feq"),
)
F32X4_NE = Op(
    "f32x4.ne", 0xFD, 66, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-fne"),
)
F32X4_LT = Op(
    "f32x4.lt", 0xFD, 67, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-flt"),
)
F32X4_GT = Op(
    "f32x4.gt", 0xFD, 68, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-fgt"),
)
F32X4_LE = Op(
    "f32x4.le", 0xFD, 69, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-fle"),
)
F32X4_GE = Op(
    "f32x4.ge", 0xFD, 70, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-fge"),
)
F64X2_EQ = Op(
    "f64x2.eq", 0xFD, 71, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-feq"),
)
F64X2_NE = Op(
    "f64x2.ne", 0xFD, 72, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-fne"),
)
F64X2_LT = Op(
    "f64x2.lt", 0xFD, 73, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-flt"),
)
F64X2_GT = Op(
    "f64x2.gt", 0xFD, 74, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-fgt"),
)
F64X2_LE = Op(
    "f64x2.le", 0xFD, 75, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-fle"),
)
F64X2_GE = Op(
    "f64x2.ge", 0xFD, 76, rule="vrelop", since="2", feature="simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vrelop", "exec-vrelop", "op-fge"),
)
I8X16_ABS = Op(
    "i8x16.abs", 0xFD, 96, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-iabs"),
)
I8X16_NEG = Op(
    "i8x16.neg", 0xFD, 97, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ineg"),
)
I8X16_POPCNT = Op(
    "i8x16.popcnt", 0xFD, 98, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ipopcnt"),
)
I16X8_ABS = Op(
    "i16x8.abs", 0xFD, 128, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-iabs"),
)
I16X8_NEG = Op(
    "i16x8.neg", 0xFD, 129, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ineg"),
)
I32X4_ABS = Op(
    "i32x4.abs", 0xFD, 160, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-iabs"),
)
I32X4_NEG = Op(
    "i32x4.neg", 0xFD, 161, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ineg"),
)
I64X2_ABS = Op(
    "i64x2.abs", 0xFD, 192, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-iabs"),
)
I64X2_NEG = Op(
    "i64x2.neg", 0xFD, 193, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ineg"),
)
F32X4_CEIL = Op(
    "f32x4.ceil", 0xFD, 103, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fceil"),
)
F32X4_FLOOR = Op(
    "f32x4.floor", 0xFD, 104, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ffloor"),
)
F32X4_TRUNC = Op(
    "f32x4.trunc", 0xFD, 105, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ftrunc"),
)
F32X4_NEAREST = Op(
    "f32x4.nearest", 0xFD, 106, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fnearest"),
)
F64X2_CEIL = Op(
    "f64x2.ceil", 0xFD, 116, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fceil"),
)
F64X2_FLOOR = Op(
    "f64x2.floor", 0xFD, 117, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ffloor"),
)
F64X2_TRUNC = Op(
    "f64x2.trunc", 0xFD, 122, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-ftrunc"),
)
F64X2_NEAREST = Op(
    "f64x2.nearest", 0xFD, 148, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fnearest"),
)
F32X4_ABS = Op(
    "f32x4.abs", 0xFD, 224, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fabs"),
)
F32X4_NEG = Op(
    "f32x4.neg", 0xFD, 225, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fneg"),
)
F32X4_SQRT = Op(
    "f32x4.sqrt", 0xFD, 227, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fsqrt"),
)
F64X2_ABS = Op(
    "f64x2.abs", 0xFD, 236, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fabs"),
)
F64X2_NEG = Op(
    "f64x2.neg", 0xFD, 237, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fneg"),
)
F64X2_SQRT = Op(
    "f64x2.sqrt", 0xFD, 239, rule="vunop", since="2", feature="simd", stack="v:v128 -> v128",
    spec=("valid-vunop", "exec-vunop", "op-fsqrt"),
)
I8X16_ADD = Op(
    "i8x16.add", 0xFD, 110, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iadd"),
)
I8X16_ADD_SAT_S = Op(
    "i8x16.add_sat_s", 0xFD, 111, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iadd_sat"),
)
I8X16_ADD_SAT_U = Op(
    "i8x16.add_sat_u", 0xFD, 112, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iadd_sat"),
)
I8X16_SUB = Op(
    "i8x16.sub", 0xFD, 113, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-isub"),
)
I8X16_SUB_SAT_S = Op(
    "i8x16.sub_sat_s", 0xFD, 114, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-isub_sat"),
)
I8X16_SUB_SAT_U = Op(
    "i8x16.sub_sat_u", 0xFD, 115, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-isub_sat"),
)
I8X16_MIN_S = Op(
    "i8x16.min_s", 0xFD, 118, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imin"),
)
I8X16_MIN_U = Op(
    "i8x16.min_u", 0xFD, 119, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imin"),
)
I8X16_MAX_S = Op(
    "i8x16.max_s", 0xFD, 120, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imax"),
)
I8X16_MAX_U = Op(
    "i8x16.max_u", 0xFD, 121, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imax"),
)
I8X16_AVGR_U = Op(
    "i8x16.avgr_u", 0xFD, 123, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iavgr"),
)
I16X8_Q15MULR_SAT_S = Op(
    "i16x8.q15mulr_sat_s", 0xFD, 130, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iq15mulrsat"),
)
I16X8_ADD = Op(
    "i16x8.add", 0xFD, 142, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iadd"),
)
I16X8_ADD_SAT_S = Op(
    "i16x8.add_sat_s", 0xFD, 143, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iadd_sat"),
)
I16X8_ADD_SAT_U = Op(
    "i16x8.add_sat_u", 0xFD, 144, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iadd_sat"),
)
I16X8_SUB = Op(
    "i16x8.sub", 0xFD, 145, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-isub"),
)
I16X8_SUB_SAT_S = Op(
    "i16x8.sub_sat_s", 0xFD, 146, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-isub_sat"),
)
I16X8_SUB_SAT_U = Op(
    "i16x8.sub_sat_u", 0xFD, 147, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-isub_sat"),
)
I16X8_MUL = Op(
    "i16x8.mul", 0xFD, 149, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imul"),
)
I16X8_MIN_S = Op(
    "i16x8.min_s", 0xFD, 150, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imin"),
)
I16X8_MIN_U = Op(
    "i16x8.min_u", 0xFD, 151, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imin"),
)
I16X8_MAX_S = Op(
    "i16x8.max_s", 0xFD, 152, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imax"),
)
I16X8_MAX_U = Op(
    "i16x8.max_u", 0xFD, 153, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imax"),
)
I16X8_AVGR_U = Op(
    "i16x8.avgr_u", 0xFD, 155, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iavgr"),
)
I32X4_ADD = Op(
    "i32x4.add", 0xFD, 174, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iadd"),
)
I32X4_SUB = Op(
    "i32x4.sub", 0xFD, 177, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-isub"),
)
I32X4_MUL = Op(
    "i32x4.mul", 0xFD, 181, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imul"),
)
I32X4_MIN_S = Op(
    "i32x4.min_s", 0xFD, 182, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imin"),
)
I32X4_MIN_U = Op(
    "i32x4.min_u", 0xFD, 183, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imin"),
)
I32X4_MAX_S = Op(
    "i32x4.max_s", 0xFD, 184, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imax"),
)
I32X4_MAX_U = Op(
    "i32x4.max_u", 0xFD, 185, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imax"),
)
I64X2_ADD = Op(
    "i64x2.add", 0xFD, 206, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-iadd"),
)
I64X2_SUB = Op(
    "i64x2.sub", 0xFD, 209, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-isub"),
)
I64X2_MUL = Op(
    "i64x2.mul", 0xFD, 213, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-imul"),
)
I16X8_RELAXED_Q15MULR_S = Op(
    "i16x8.relaxed_q15mulr_s", 0xFD, 273, rule="vbinop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-irelaxed_q15mulr_s"),
)
F32X4_ADD = Op(
    "f32x4.add", 0xFD, 228, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fadd"),
)
F32X4_SUB = Op(
    "f32x4.sub", 0xFD, 229, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fsub"),
)
F32X4_MUL = Op(
    "f32x4.mul", 0xFD, 230, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fmul"),
)
F32X4_DIV = Op(
    "f32x4.div", 0xFD, 231, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fdiv"),
)
F32X4_MIN = Op(
    "f32x4.min", 0xFD, 232, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fmin"),
)
F32X4_MAX = Op(
    "f32x4.max", 0xFD, 233, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fmax"),
)
F32X4_PMIN = Op(
    "f32x4.pmin", 0xFD, 234, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fpmin"),
)
F32X4_PMAX = Op(
    "f32x4.pmax", 0xFD, 235, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fpmax"),
)
F64X2_ADD = Op(
    "f64x2.add", 0xFD, 240, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fadd"),
)
F64X2_SUB = Op(
    "f64x2.sub", 0xFD, 241, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fsub"),
)
F64X2_MUL = Op(
    "f64x2.mul", 0xFD, 242, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fmul"),
)
F64X2_DIV = Op(
    "f64x2.div", 0xFD, 243, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fdiv"),
)
F64X2_MIN = Op(
    "f64x2.min", 0xFD, 244, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fmin"),
)
F64X2_MAX = Op(
    "f64x2.max", 0xFD, 245, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fmax"),
)
F64X2_PMIN = Op(
    "f64x2.pmin", 0xFD, 246, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fpmin"),
)
F64X2_PMAX = Op(
    "f64x2.pmax", 0xFD, 247, rule="vbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-fpmax"),
)
F32X4_RELAXED_MIN = Op(
    "f32x4.relaxed_min", 0xFD, 269, rule="vbinop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-frelaxed_min"),
)
F32X4_RELAXED_MAX = Op(
    "f32x4.relaxed_max", 0xFD, 270, rule="vbinop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-frelaxed_max"),
)
F64X2_RELAXED_MIN = Op(
    "f64x2.relaxed_min", 0xFD, 271, rule="vbinop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-frelaxed_min"),
)
F64X2_RELAXED_MAX = Op(
    "f64x2.relaxed_max", 0xFD, 272, rule="vbinop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vbinop", "exec-vbinop", "op-frelaxed_max"),
)
I8X16_RELAXED_LANESELECT = Op(
    "i8x16.relaxed_laneselect", 0xFD, 265, rule="vternop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vternop", "exec-vternop", "op-irelaxed_laneselect"),
)
I16X8_RELAXED_LANESELECT = Op(
    "i16x8.relaxed_laneselect", 0xFD, 266, rule="vternop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vternop", "exec-vternop", "op-irelaxed_laneselect"),
)
I32X4_RELAXED_LANESELECT = Op(
    "i32x4.relaxed_laneselect", 0xFD, 267, rule="vternop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vternop", "exec-vternop", "op-irelaxed_laneselect"),
)
I64X2_RELAXED_LANESELECT = Op(
    "i64x2.relaxed_laneselect", 0xFD, 268, rule="vternop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vternop", "exec-vternop", "op-irelaxed_laneselect"),
)
F32X4_RELAXED_MADD = Op(
    "f32x4.relaxed_madd", 0xFD, 261, rule="vternop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vternop", "exec-vternop", "op-frelaxed_madd"),
)
F32X4_RELAXED_NMADD = Op(
    "f32x4.relaxed_nmadd", 0xFD, 262, rule="vternop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vternop", "exec-vternop", "op-frelaxed_nmadd"),
)
F64X2_RELAXED_MADD = Op(
    "f64x2.relaxed_madd", 0xFD, 263, rule="vternop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vternop", "exec-vternop", "op-frelaxed_madd"),
)
F64X2_RELAXED_NMADD = Op(
    "f64x2.relaxed_nmadd", 0xFD, 264, rule="vternop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vternop", "exec-vternop", "op-frelaxed_nmadd"),
)
I8X16_SHL = Op(
    "i8x16.shl", 0xFD, 107, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishl"),
)
I8X16_SHR_S = Op(
    "i8x16.shr_s", 0xFD, 108, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishr"),
)
I8X16_SHR_U = Op(
    "i8x16.shr_u", 0xFD, 109, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishr"),
)
I16X8_SHL = Op(
    "i16x8.shl", 0xFD, 139, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishl"),
)
I16X8_SHR_S = Op(
    "i16x8.shr_s", 0xFD, 140, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishr"),
)
I16X8_SHR_U = Op(
    "i16x8.shr_u", 0xFD, 141, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishr"),
)
I32X4_SHL = Op(
    "i32x4.shl", 0xFD, 171, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishl"),
)
I32X4_SHR_S = Op(
    "i32x4.shr_s", 0xFD, 172, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishr"),
)
I32X4_SHR_U = Op(
    "i32x4.shr_u", 0xFD, 173, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishr"),
)
I64X2_SHL = Op(
    "i64x2.shl", 0xFD, 203, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishl"),
)
I64X2_SHR_S = Op(
    "i64x2.shr_s", 0xFD, 204, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishr"),
)
I64X2_SHR_U = Op(
    "i64x2.shr_u", 0xFD, 205, rule="vshiftop", since="2", feature="simd",
    stack="v:v128 i:i32 -> v128", spec=("valid-vshiftop", "exec-vshiftop", "op-ishr"),
)
I8X16_ALL_TRUE = Op(
    "i8x16.all_true", 0xFD, 99, rule="vtestop", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vtestop", "exec-vtestop"),
)
I16X8_ALL_TRUE = Op(
    "i16x8.all_true", 0xFD, 131, rule="vtestop", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vtestop", "exec-vtestop"),
)
I32X4_ALL_TRUE = Op(
    "i32x4.all_true", 0xFD, 163, rule="vtestop", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vtestop", "exec-vtestop"),
)
I64X2_ALL_TRUE = Op(
    "i64x2.all_true", 0xFD, 195, rule="vtestop", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vtestop", "exec-vtestop"),
)
I8X16_BITMASK = Op(
    "i8x16.bitmask", 0xFD, 100, rule="vbitmask", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vbitmask", "exec-vbitmask", "op-ivbitmask"),
)
I16X8_BITMASK = Op(
    "i16x8.bitmask", 0xFD, 132, rule="vbitmask", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vbitmask", "exec-vbitmask", "op-ivbitmask"),
)
I32X4_BITMASK = Op(
    "i32x4.bitmask", 0xFD, 164, rule="vbitmask", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vbitmask", "exec-vbitmask", "op-ivbitmask"),
)
I64X2_BITMASK = Op(
    "i64x2.bitmask", 0xFD, 196, rule="vbitmask", since="2", feature="simd", stack="v:v128 -> i32",
    spec=("valid-vbitmask", "exec-vbitmask", "op-ivbitmask"),
)
I8X16_SWIZZLE = Op(
    "i8x16.swizzle", 0xFD, 14, rule="vswizzlop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vswizzlop", "exec-vswizzlop", "op-ivswizzle"),
)
I8X16_RELAXED_SWIZZLE = Op(
    "i8x16.relaxed_swizzle", 0xFD, 256, rule="vswizzlop", since="3", feature="relaxed-simd",
    stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vswizzlop", "exec-vswizzlop", "op-ivrelaxed_swizzle"),
)
I8X16_SHUFFLE = Op(
    "i8x16.shuffle", 0xFD, 13, rule="vshuffle", since="2", feature="simd",
    immediates=(("ls", "laneidxs"),), stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vshuffle", "exec-vshuffle", "op-ivshuffle"),
)
I8X16_SPLAT = Op(
    "i8x16.splat", 0xFD, 15, rule="vsplat", since="2", feature="simd", stack="c:i32 -> v128",
    spec=("valid-vsplat", "exec-vsplat"),
)
I16X8_SPLAT = Op(
    "i16x8.splat", 0xFD, 16, rule="vsplat", since="2", feature="simd", stack="c:i32 -> v128",
    spec=("valid-vsplat", "exec-vsplat"),
)
I32X4_SPLAT = Op(
    "i32x4.splat", 0xFD, 17, rule="vsplat", since="2", feature="simd", stack="c:i32 -> v128",
    spec=("valid-vsplat", "exec-vsplat"),
)
I64X2_SPLAT = Op(
    "i64x2.splat", 0xFD, 18, rule="vsplat", since="2", feature="simd", stack="c:i64 -> v128",
    spec=("valid-vsplat", "exec-vsplat"),
)
F32X4_SPLAT = Op(
    "f32x4.splat", 0xFD, 19, rule="vsplat", since="2", feature="simd", stack="c:f32 -> v128",
    spec=("valid-vsplat", "exec-vsplat"),
)
F64X2_SPLAT = Op(
    "f64x2.splat", 0xFD, 20, rule="vsplat", since="2", feature="simd", stack="c:f64 -> v128",
    spec=("valid-vsplat", "exec-vsplat"),
)
I8X16_EXTRACT_LANE_S = Op(
    "i8x16.extract_lane_s", 0xFD, 21, rule="vextract_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 -> i32",
    spec=("valid-vextract_lane", "exec-vextract_lane"),
)
I8X16_EXTRACT_LANE_U = Op(
    "i8x16.extract_lane_u", 0xFD, 22, rule="vextract_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 -> i32",
    spec=("valid-vextract_lane", "exec-vextract_lane"),
)
I16X8_EXTRACT_LANE_S = Op(
    "i16x8.extract_lane_s", 0xFD, 24, rule="vextract_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 -> i32",
    spec=("valid-vextract_lane", "exec-vextract_lane"),
)
I16X8_EXTRACT_LANE_U = Op(
    "i16x8.extract_lane_u", 0xFD, 25, rule="vextract_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 -> i32",
    spec=("valid-vextract_lane", "exec-vextract_lane"),
)
I32X4_EXTRACT_LANE = Op(
    "i32x4.extract_lane", 0xFD, 27, rule="vextract_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 -> i32",
    spec=("valid-vextract_lane", "exec-vextract_lane"),
)
I64X2_EXTRACT_LANE = Op(
    "i64x2.extract_lane", 0xFD, 29, rule="vextract_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 -> i64",
    spec=("valid-vextract_lane", "exec-vextract_lane"),
)
F32X4_EXTRACT_LANE = Op(
    "f32x4.extract_lane", 0xFD, 31, rule="vextract_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 -> f32",
    spec=("valid-vextract_lane", "exec-vextract_lane"),
)
F64X2_EXTRACT_LANE = Op(
    "f64x2.extract_lane", 0xFD, 33, rule="vextract_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 -> f64",
    spec=("valid-vextract_lane", "exec-vextract_lane"),
)
I8X16_REPLACE_LANE = Op(
    "i8x16.replace_lane", 0xFD, 23, rule="vreplace_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 c:i32 -> v128",
    spec=("valid-vreplace_lane", "exec-vreplace_lane"),
)
I16X8_REPLACE_LANE = Op(
    "i16x8.replace_lane", 0xFD, 26, rule="vreplace_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 c:i32 -> v128",
    spec=("valid-vreplace_lane", "exec-vreplace_lane"),
)
I32X4_REPLACE_LANE = Op(
    "i32x4.replace_lane", 0xFD, 28, rule="vreplace_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 c:i32 -> v128",
    spec=("valid-vreplace_lane", "exec-vreplace_lane"),
)
I64X2_REPLACE_LANE = Op(
    "i64x2.replace_lane", 0xFD, 30, rule="vreplace_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 c:i64 -> v128",
    spec=("valid-vreplace_lane", "exec-vreplace_lane"),
)
F32X4_REPLACE_LANE = Op(
    "f32x4.replace_lane", 0xFD, 32, rule="vreplace_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 c:f32 -> v128",
    spec=("valid-vreplace_lane", "exec-vreplace_lane"),
)
F64X2_REPLACE_LANE = Op(
    "f64x2.replace_lane", 0xFD, 34, rule="vreplace_lane", since="2", feature="simd",
    immediates=(("l", "laneidx"),), stack="v:v128 c:f64 -> v128",
    spec=("valid-vreplace_lane", "exec-vreplace_lane"),
)
I8X16_NARROW_I16X8_S = Op(
    "i8x16.narrow_i16x8_s", 0xFD, 101, rule="vnarrow", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vnarrow", "exec-vnarrow", "op-vnarrow"),
)
I8X16_NARROW_I16X8_U = Op(
    "i8x16.narrow_i16x8_u", 0xFD, 102, rule="vnarrow", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vnarrow", "exec-vnarrow", "op-vnarrow"),
)
I16X8_NARROW_I32X4_S = Op(
    "i16x8.narrow_i32x4_s", 0xFD, 133, rule="vnarrow", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vnarrow", "exec-vnarrow", "op-vnarrow"),
)
I16X8_NARROW_I32X4_U = Op(
    "i16x8.narrow_i32x4_u", 0xFD, 134, rule="vnarrow", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vnarrow", "exec-vnarrow", "op-vnarrow"),
)
I16X8_EXTEND_LOW_I8X16_S = Op(
    "i16x8.extend_low_i8x16_s", 0xFD, 135, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I16X8_EXTEND_HIGH_I8X16_S = Op(
    "i16x8.extend_high_i8x16_s", 0xFD, 136, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I16X8_EXTEND_LOW_I8X16_U = Op(
    "i16x8.extend_low_i8x16_u", 0xFD, 137, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I16X8_EXTEND_HIGH_I8X16_U = Op(
    "i16x8.extend_high_i8x16_u", 0xFD, 138, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I32X4_EXTEND_LOW_I16X8_S = Op(
    "i32x4.extend_low_i16x8_s", 0xFD, 167, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I32X4_EXTEND_HIGH_I16X8_S = Op(
    "i32x4.extend_high_i16x8_s", 0xFD, 168, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I32X4_EXTEND_LOW_I16X8_U = Op(
    "i32x4.extend_low_i16x8_u", 0xFD, 169, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I32X4_EXTEND_HIGH_I16X8_U = Op(
    "i32x4.extend_high_i16x8_u", 0xFD, 170, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I64X2_EXTEND_LOW_I32X4_S = Op(
    "i64x2.extend_low_i32x4_s", 0xFD, 199, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I64X2_EXTEND_HIGH_I32X4_S = Op(
    "i64x2.extend_high_i32x4_s", 0xFD, 200, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I64X2_EXTEND_LOW_I32X4_U = Op(
    "i64x2.extend_low_i32x4_u", 0xFD, 201, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
I64X2_EXTEND_HIGH_I32X4_U = Op(
    "i64x2.extend_high_i32x4_u", 0xFD, 202, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-extend"),
)
F32X4_CONVERT_I32X4_S = Op(
    "f32x4.convert_i32x4_s", 0xFD, 250, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-convert"),
)
F32X4_CONVERT_I32X4_U = Op(
    "f32x4.convert_i32x4_u", 0xFD, 251, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-convert"),
)
F64X2_CONVERT_LOW_I32X4_S = Op(
    "f64x2.convert_low_i32x4_s", 0xFD, 254, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-convert"),
)
F64X2_CONVERT_LOW_I32X4_U = Op(
    "f64x2.convert_low_i32x4_u", 0xFD, 255, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-convert"),
)
I32X4_TRUNC_SAT_F32X4_S = Op(
    "i32x4.trunc_sat_f32x4_s", 0xFD, 248, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-trunc_sat"),
)
I32X4_TRUNC_SAT_F32X4_U = Op(
    "i32x4.trunc_sat_f32x4_u", 0xFD, 249, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-trunc_sat"),
)
I32X4_TRUNC_SAT_F64X2_S_ZERO = Op(
    "i32x4.trunc_sat_f64x2_s_zero", 0xFD, 252, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-trunc_sat"),
)
I32X4_TRUNC_SAT_F64X2_U_ZERO = Op(
    "i32x4.trunc_sat_f64x2_u_zero", 0xFD, 253, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-trunc_sat"),
)
I32X4_RELAXED_TRUNC_F32X4_S = Op(
    "i32x4.relaxed_trunc_f32x4_s", 0xFD, 257, rule="vcvtop", since="3", feature="relaxed-simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-relaxed_trunc_s"),
)
I32X4_RELAXED_TRUNC_F32X4_U = Op(
    "i32x4.relaxed_trunc_f32x4_u", 0xFD, 258, rule="vcvtop", since="3", feature="relaxed-simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-relaxed_trunc_u"),
)
I32X4_RELAXED_TRUNC_F64X2_S_ZERO = Op(
    "i32x4.relaxed_trunc_f64x2_s_zero", 0xFD, 259, rule="vcvtop", since="3", feature="relaxed-simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-relaxed_trunc_s"),
)
I32X4_RELAXED_TRUNC_F64X2_U_ZERO = Op(
    "i32x4.relaxed_trunc_f64x2_u_zero", 0xFD, 260, rule="vcvtop", since="3", feature="relaxed-simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-relaxed_trunc_u"),
)
F32X4_DEMOTE_F64X2_ZERO = Op(
    "f32x4.demote_f64x2_zero", 0xFD, 94, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-demote"),
)
F64X2_PROMOTE_LOW_F32X4 = Op(
    "f64x2.promote_low_f32x4", 0xFD, 95, rule="vcvtop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vcvtop", "exec-vcvtop", "op-promote"),
)
I16X8_EXTADD_PAIRWISE_I8X16_S = Op(
    "i16x8.extadd_pairwise_i8x16_s", 0xFD, 124, rule="vextunop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vextunop", "exec-vextunop", "op-vextunop"),
)
I16X8_EXTADD_PAIRWISE_I8X16_U = Op(
    "i16x8.extadd_pairwise_i8x16_u", 0xFD, 125, rule="vextunop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vextunop", "exec-vextunop", "op-vextunop"),
)
I32X4_EXTADD_PAIRWISE_I16X8_S = Op(
    "i32x4.extadd_pairwise_i16x8_s", 0xFD, 126, rule="vextunop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vextunop", "exec-vextunop", "op-vextunop"),
)
I32X4_EXTADD_PAIRWISE_I16X8_U = Op(
    "i32x4.extadd_pairwise_i16x8_u", 0xFD, 127, rule="vextunop", since="2", feature="simd",
    stack="v:v128 -> v128", spec=("valid-vextunop", "exec-vextunop", "op-vextunop"),
)
I16X8_EXTMUL_LOW_I8X16_S = Op(
    "i16x8.extmul_low_i8x16_s", 0xFD, 156, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I16X8_EXTMUL_HIGH_I8X16_S = Op(
    "i16x8.extmul_high_i8x16_s", 0xFD, 157, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I16X8_EXTMUL_LOW_I8X16_U = Op(
    "i16x8.extmul_low_i8x16_u", 0xFD, 158, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I16X8_EXTMUL_HIGH_I8X16_U = Op(
    "i16x8.extmul_high_i8x16_u", 0xFD, 159, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I32X4_EXTMUL_LOW_I16X8_S = Op(
    "i32x4.extmul_low_i16x8_s", 0xFD, 188, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I32X4_EXTMUL_HIGH_I16X8_S = Op(
    "i32x4.extmul_high_i16x8_s", 0xFD, 189, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I32X4_EXTMUL_LOW_I16X8_U = Op(
    "i32x4.extmul_low_i16x8_u", 0xFD, 190, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I32X4_EXTMUL_HIGH_I16X8_U = Op(
    "i32x4.extmul_high_i16x8_u", 0xFD, 191, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I64X2_EXTMUL_LOW_I32X4_S = Op(
    "i64x2.extmul_low_i32x4_s", 0xFD, 220, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I64X2_EXTMUL_HIGH_I32X4_S = Op(
    "i64x2.extmul_high_i32x4_s", 0xFD, 221, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I64X2_EXTMUL_LOW_I32X4_U = Op(
    "i64x2.extmul_low_i32x4_u", 0xFD, 222, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I64X2_EXTMUL_HIGH_I32X4_U = Op(
    "i64x2.extmul_high_i32x4_u", 0xFD, 223, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I32X4_DOT_I16X8_S = Op(
    "i32x4.dot_i16x8_s", 0xFD, 186, rule="vextbinop", since="2", feature="simd",
    stack="v1:v128 v2:v128 -> v128", spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I16X8_RELAXED_DOT_I8X16_I7X16_S = Op(
    "i16x8.relaxed_dot_i8x16_i7x16_s", 0xFD, 274, rule="vextbinop", since="3",
    feature="relaxed-simd", stack="v1:v128 v2:v128 -> v128",
    spec=("valid-vextbinop", "exec-vextbinop", "op-vextbinop"),
)
I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S = Op(
    "i32x4.relaxed_dot_i8x16_i7x16_add_s", 0xFD, 275, rule="vextternop", since="3",
    feature="relaxed-simd", stack="v1:v128 v2:v128 v3:v128 -> v128",
    spec=("valid-vextternop", "exec-vextternop", "op-vextternop"),
)

OPS: tuple[Op, ...] = (
    UNREACHABLE, NOP, BLOCK, LOOP, IF, TRY_TABLE, ELSE, END, BR, BR_IF, BR_TABLE, BR_ON_NULL,
    BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL, RETURN, CALL, CALL_REF, CALL_INDIRECT, RETURN_CALL,
    RETURN_CALL_REF, RETURN_CALL_INDIRECT, THROW, THROW_REF, TRY, CATCH, CATCH_ALL, DELEGATE,
    RETHROW, DROP, SELECT, SELECT_T, LOCAL_GET, LOCAL_SET, LOCAL_TEE, GLOBAL_GET, GLOBAL_SET,
    TABLE_GET, TABLE_SET, TABLE_SIZE, TABLE_GROW, TABLE_FILL, TABLE_COPY, TABLE_INIT, ELEM_DROP,
    I32_LOAD, I64_LOAD, F32_LOAD, F64_LOAD, I32_LOAD8_S, I32_LOAD8_U, I32_LOAD16_S, I32_LOAD16_U,
    I64_LOAD8_S, I64_LOAD8_U, I64_LOAD16_S, I64_LOAD16_U, I64_LOAD32_S, I64_LOAD32_U, I32_STORE,
    I64_STORE, F32_STORE, F64_STORE, I32_STORE8, I32_STORE16, I64_STORE8, I64_STORE16, I64_STORE32,
    V128_LOAD, V128_LOAD8X8_S, V128_LOAD8X8_U, V128_LOAD16X4_S, V128_LOAD16X4_U, V128_LOAD32X2_S,
    V128_LOAD32X2_U, V128_LOAD8_SPLAT, V128_LOAD16_SPLAT, V128_LOAD32_SPLAT, V128_LOAD64_SPLAT,
    V128_LOAD32_ZERO, V128_LOAD64_ZERO, V128_LOAD8_LANE, V128_LOAD16_LANE, V128_LOAD32_LANE,
    V128_LOAD64_LANE, V128_STORE, V128_STORE8_LANE, V128_STORE16_LANE, V128_STORE32_LANE,
    V128_STORE64_LANE, MEMORY_SIZE, MEMORY_GROW, MEMORY_FILL, MEMORY_COPY, MEMORY_INIT, DATA_DROP,
    I32_CONST, I64_CONST, F32_CONST, F64_CONST, I32_EQZ, I64_EQZ, I32_EQ, I32_NE, I32_LT_S,
    I32_LT_U, I32_GT_S, I32_GT_U, I32_LE_S, I32_LE_U, I32_GE_S, I32_GE_U, I64_EQ, I64_NE, I64_LT_S,
    I64_LT_U, I64_GT_S, I64_GT_U, I64_LE_S, I64_LE_U, I64_GE_S, I64_GE_U, F32_EQ, F32_NE, F32_LT,
    F32_GT, F32_LE, F32_GE, F64_EQ, F64_NE, F64_LT, F64_GT, F64_LE, F64_GE, I32_CLZ, I32_CTZ,
    I32_POPCNT, I64_CLZ, I64_CTZ, I64_POPCNT, I32_EXTEND8_S, I32_EXTEND16_S, I64_EXTEND8_S,
    I64_EXTEND16_S, I64_EXTEND32_S, F32_ABS, F32_NEG, F32_CEIL, F32_FLOOR, F32_TRUNC, F32_NEAREST,
    F32_SQRT, F64_ABS, F64_NEG, F64_CEIL, F64_FLOOR, F64_TRUNC, F64_NEAREST, F64_SQRT, I32_ADD,
    I32_SUB, I32_MUL, I32_DIV_S, I32_DIV_U, I32_REM_S, I32_REM_U, I32_AND, I32_OR, I32_XOR, I32_SHL,
    I32_SHR_S, I32_SHR_U, I32_ROTL, I32_ROTR, I64_ADD, I64_SUB, I64_MUL, I64_DIV_S, I64_DIV_U,
    I64_REM_S, I64_REM_U, I64_AND, I64_OR, I64_XOR, I64_SHL, I64_SHR_S, I64_SHR_U, I64_ROTL,
    I64_ROTR, F32_ADD, F32_SUB, F32_MUL, F32_DIV, F32_MIN, F32_MAX, F32_COPYSIGN, F64_ADD, F64_SUB,
    F64_MUL, F64_DIV, F64_MIN, F64_MAX, F64_COPYSIGN, I32_WRAP_I64, I32_TRUNC_F32_S,
    I32_TRUNC_F32_U, I32_TRUNC_F64_S, I32_TRUNC_F64_U, I64_EXTEND_I32_S, I64_EXTEND_I32_U,
    I64_TRUNC_F32_S, I64_TRUNC_F32_U, I64_TRUNC_F64_S, I64_TRUNC_F64_U, F32_CONVERT_I32_S,
    F32_CONVERT_I32_U, F32_CONVERT_I64_S, F32_CONVERT_I64_U, F32_DEMOTE_F64, F64_CONVERT_I32_S,
    F64_CONVERT_I32_U, F64_CONVERT_I64_S, F64_CONVERT_I64_U, F64_PROMOTE_F32, I32_TRUNC_SAT_F32_S,
    I32_TRUNC_SAT_F32_U, I32_TRUNC_SAT_F64_S, I32_TRUNC_SAT_F64_U, I64_TRUNC_SAT_F32_S,
    I64_TRUNC_SAT_F32_U, I64_TRUNC_SAT_F64_S, I64_TRUNC_SAT_F64_U, I32_REINTERPRET_F32,
    I64_REINTERPRET_F64, F32_REINTERPRET_I32, F64_REINTERPRET_I64, REF_NULL, REF_IS_NULL,
    REF_AS_NON_NULL, REF_FUNC, REF_EQ, REF_TEST, REF_TEST_NULL, REF_CAST, REF_CAST_NULL, REF_I31,
    I31_GET_S, I31_GET_U, ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY, STRUCT_NEW, STRUCT_NEW_DEFAULT,
    STRUCT_GET, STRUCT_GET_S, STRUCT_GET_U, STRUCT_SET, ARRAY_NEW, ARRAY_NEW_DEFAULT,
    ARRAY_NEW_FIXED, ARRAY_NEW_DATA, ARRAY_NEW_ELEM, ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U, ARRAY_SET,
    ARRAY_LEN, ARRAY_FILL, ARRAY_COPY, ARRAY_INIT_DATA, ARRAY_INIT_ELEM, V128_CONST, V128_NOT,
    V128_AND, V128_ANDNOT, V128_OR, V128_XOR, V128_BITSELECT, V128_ANY_TRUE, I8X16_EQ, I8X16_NE,
    I8X16_LT_S, I8X16_LT_U, I8X16_GT_S, I8X16_GT_U, I8X16_LE_S, I8X16_LE_U, I8X16_GE_S, I8X16_GE_U,
    I16X8_EQ, I16X8_NE, I16X8_LT_S, I16X8_LT_U, I16X8_GT_S, I16X8_GT_U, I16X8_LE_S, I16X8_LE_U,
    I16X8_GE_S, I16X8_GE_U, I32X4_EQ, I32X4_NE, I32X4_LT_S, I32X4_LT_U, I32X4_GT_S, I32X4_GT_U,
    I32X4_LE_S, I32X4_LE_U, I32X4_GE_S, I32X4_GE_U, I64X2_EQ, I64X2_NE, I64X2_LT_S, I64X2_GT_S,
    I64X2_LE_S, I64X2_GE_S, F32X4_EQ, F32X4_NE, F32X4_LT, F32X4_GT, F32X4_LE, F32X4_GE, F64X2_EQ,
    F64X2_NE, F64X2_LT, F64X2_GT, F64X2_LE, F64X2_GE, I8X16_ABS, I8X16_NEG, I8X16_POPCNT, I16X8_ABS,
    I16X8_NEG, I32X4_ABS, I32X4_NEG, I64X2_ABS, I64X2_NEG, F32X4_CEIL, F32X4_FLOOR, F32X4_TRUNC,
    F32X4_NEAREST, F64X2_CEIL, F64X2_FLOOR, F64X2_TRUNC, F64X2_NEAREST, F32X4_ABS, F32X4_NEG,
    F32X4_SQRT, F64X2_ABS, F64X2_NEG, F64X2_SQRT, I8X16_ADD, I8X16_ADD_SAT_S, I8X16_ADD_SAT_U,
    I8X16_SUB, I8X16_SUB_SAT_S, I8X16_SUB_SAT_U, I8X16_MIN_S, I8X16_MIN_U, I8X16_MAX_S, I8X16_MAX_U,
    I8X16_AVGR_U, I16X8_Q15MULR_SAT_S, I16X8_ADD, I16X8_ADD_SAT_S, I16X8_ADD_SAT_U, I16X8_SUB,
    I16X8_SUB_SAT_S, I16X8_SUB_SAT_U, I16X8_MUL, I16X8_MIN_S, I16X8_MIN_U, I16X8_MAX_S, I16X8_MAX_U,
    I16X8_AVGR_U, I32X4_ADD, I32X4_SUB, I32X4_MUL, I32X4_MIN_S, I32X4_MIN_U, I32X4_MAX_S,
    I32X4_MAX_U, I64X2_ADD, I64X2_SUB, I64X2_MUL, I16X8_RELAXED_Q15MULR_S, F32X4_ADD, F32X4_SUB,
    F32X4_MUL, F32X4_DIV, F32X4_MIN, F32X4_MAX, F32X4_PMIN, F32X4_PMAX, F64X2_ADD, F64X2_SUB,
    F64X2_MUL, F64X2_DIV, F64X2_MIN, F64X2_MAX, F64X2_PMIN, F64X2_PMAX, F32X4_RELAXED_MIN,
    F32X4_RELAXED_MAX, F64X2_RELAXED_MIN, F64X2_RELAXED_MAX, I8X16_RELAXED_LANESELECT,
    I16X8_RELAXED_LANESELECT, I32X4_RELAXED_LANESELECT, I64X2_RELAXED_LANESELECT,
    F32X4_RELAXED_MADD, F32X4_RELAXED_NMADD, F64X2_RELAXED_MADD, F64X2_RELAXED_NMADD, I8X16_SHL,
    I8X16_SHR_S, I8X16_SHR_U, I16X8_SHL, I16X8_SHR_S, I16X8_SHR_U, I32X4_SHL, I32X4_SHR_S,
    I32X4_SHR_U, I64X2_SHL, I64X2_SHR_S, I64X2_SHR_U, I8X16_ALL_TRUE, I16X8_ALL_TRUE,
    I32X4_ALL_TRUE, I64X2_ALL_TRUE, I8X16_BITMASK, I16X8_BITMASK, I32X4_BITMASK, I64X2_BITMASK,
    I8X16_SWIZZLE, I8X16_RELAXED_SWIZZLE, I8X16_SHUFFLE, I8X16_SPLAT, I16X8_SPLAT, I32X4_SPLAT,
    I64X2_SPLAT, F32X4_SPLAT, F64X2_SPLAT, I8X16_EXTRACT_LANE_S, I8X16_EXTRACT_LANE_U,
    I16X8_EXTRACT_LANE_S, I16X8_EXTRACT_LANE_U, I32X4_EXTRACT_LANE, I64X2_EXTRACT_LANE,
    F32X4_EXTRACT_LANE, F64X2_EXTRACT_LANE, I8X16_REPLACE_LANE, I16X8_REPLACE_LANE,
    I32X4_REPLACE_LANE, I64X2_REPLACE_LANE, F32X4_REPLACE_LANE, F64X2_REPLACE_LANE,
    I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U, I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U,
    I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_HIGH_I8X16_S, I16X8_EXTEND_LOW_I8X16_U,
    I16X8_EXTEND_HIGH_I8X16_U, I32X4_EXTEND_LOW_I16X8_S, I32X4_EXTEND_HIGH_I16X8_S,
    I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_HIGH_I16X8_U, I64X2_EXTEND_LOW_I32X4_S,
    I64X2_EXTEND_HIGH_I32X4_S, I64X2_EXTEND_LOW_I32X4_U, I64X2_EXTEND_HIGH_I32X4_U,
    F32X4_CONVERT_I32X4_S, F32X4_CONVERT_I32X4_U, F64X2_CONVERT_LOW_I32X4_S,
    F64X2_CONVERT_LOW_I32X4_U, I32X4_TRUNC_SAT_F32X4_S, I32X4_TRUNC_SAT_F32X4_U,
    I32X4_TRUNC_SAT_F64X2_S_ZERO, I32X4_TRUNC_SAT_F64X2_U_ZERO, I32X4_RELAXED_TRUNC_F32X4_S,
    I32X4_RELAXED_TRUNC_F32X4_U, I32X4_RELAXED_TRUNC_F64X2_S_ZERO, I32X4_RELAXED_TRUNC_F64X2_U_ZERO,
    F32X4_DEMOTE_F64X2_ZERO, F64X2_PROMOTE_LOW_F32X4, I16X8_EXTADD_PAIRWISE_I8X16_S,
    I16X8_EXTADD_PAIRWISE_I8X16_U, I32X4_EXTADD_PAIRWISE_I16X8_S, I32X4_EXTADD_PAIRWISE_I16X8_U,
    I16X8_EXTMUL_LOW_I8X16_S, I16X8_EXTMUL_HIGH_I8X16_S, I16X8_EXTMUL_LOW_I8X16_U,
    I16X8_EXTMUL_HIGH_I8X16_U, I32X4_EXTMUL_LOW_I16X8_S, I32X4_EXTMUL_HIGH_I16X8_S,
    I32X4_EXTMUL_LOW_I16X8_U, I32X4_EXTMUL_HIGH_I16X8_U, I64X2_EXTMUL_LOW_I32X4_S,
    I64X2_EXTMUL_HIGH_I32X4_S, I64X2_EXTMUL_LOW_I32X4_U, I64X2_EXTMUL_HIGH_I32X4_U,
    I32X4_DOT_I16X8_S, I16X8_RELAXED_DOT_I8X16_I7X16_S, I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S,
)
