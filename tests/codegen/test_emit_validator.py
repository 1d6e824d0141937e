"""Exact output of the validator's emitter on a small table."""

from __future__ import annotations

from collections.abc import Callable

from codegen.emit import validator
from codegen.table import Table

Load = Callable[..., Table]

TABLE = """\
- rule: binop
  feature: one
  stack: "i1:{t} i2:{t} -> {t}"
  instructions: {i32.add: {opcode: 0x6A, t: i32}}
- {rule: ref.i31, feature: three, stack: "i:i32 -> (ref i31)", instructions: {ref.i31: {opcode: 2}}}
- {rule: end, feature: one, closes: true, instructions: {end: {opcode: 0x0B}}}
- rule: if
  feature: one
  immediates: "bt:blocktype"
  where: ["ts1, ts2 = C.blocktype(bt)"]
  stack: "*ts1 c:i32 -> *ts2"
  opens: {label: ts2}
  instructions: {if: {opcode: 4}}
- rule: else
  feature: one
  where: ["ts = C.parameters()"]
  stack: "-> *ts"
  closes: [if]
  continues: true
  instructions: {else: {opcode: 5}}
- rule: fence
  feature: threads
  where: ["C.memory(0)"]
  stack: "->"
  instructions: {fence: {opcode: 6}}
- rule: br
  feature: one
  immediates: "l:labelidx"
  where: ["ts = C.label(l)"]
  stack: "*ts -> ..."
  instructions: {br: {opcode: 0x0C}}
- rule: br_table
  feature: one
  immediates: "ls:labelidxs l:labelidx"
  any: "ts:labels(ls + (l,))"
  stack: "*ts i:i32 -> ..."
  instructions: {br_table: {opcode: 0x0E}}
- rule: call_ref
  feature: three
  immediates: "x:typeidx"
  where: ["ts1, ts2 = C.functype(x)"]
  stack: "*args:ts1 f:(ref null x) -> *ts2"
  exec: "invoke(f, args)"
  instructions: {call_ref: {opcode: 0x14}}
- {rule: throw_ref, feature: three, stack: "r:exnref -> ...", instructions: {throw_ref: {opcode: 10}}}
- rule: select
  feature: one
  any: "t:numvectype"
  stack: "v1:t v2:t c:i32 -> t"
  instructions: {select: {opcode: 0x1B}}
- rule: local.tee
  feature: one
  immediates: "x:localidx"
  where: ["t = C.local(x)"]
  stack: "v:t ->_x t"
  instructions: {local.tee: {opcode: 0x22}}
- rule: convert
  feature: three
  any: "rt:reftype_of(extern)"
  stack: "r:rt -> with_heap(rt, any)"
  instructions: {any.convert: {opcode: 1}}
"""

EXPECTED = '''\
"""When each instruction is valid.

Written by `python -m codegen` (codegen/emit/validator.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from collections.abc import Callable

from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import BlockType, Op
from refwasm.syntax.types import ANY, EXNREF, EXTERN, I31, I32, RefType, ResultType
from refwasm.validation.context import Context, Typing
from refwasm.validation.runs import count
from refwasm.validation.types import with_heap

SIGNATURE: dict[Op, tuple[ResultType, ResultType]] = {
    o.I32_ADD: ((I32, I32), (I32,)),
    o.REF_I31: ((I32,), (RefType(False, I31),)),
}


def if_(C: Context, bt: BlockType) -> Typing:
    """if : *ts1 c:i32 -> *ts2   [valid-if]"""
    ts1, ts2 = C.blocktype(bt)
    return Typing((*ts1, I32), ts2, opens=(ts1, ts2))


def else_(C: Context) -> Typing:
    """else : -> *ts"""
    ts = C.parameters()
    return Typing((), ts)


def fence(C: Context) -> Typing:
    """fence : ->"""
    C.memory(0)
    return Typing((), ())


def br(C: Context, l: int) -> Typing:
    """br : *ts -> ...   [valid-br]"""
    ts = C.label(l)
    return Typing(ts, None)


def br_table(C: Context, ls: tuple[int, ...], l: int) -> Typing:
    """br_table : *ts i:i32 -> ...   [valid-br_table]"""
    ts = C.any_labels(ls + (l,), 1)
    return Typing((*ts, I32), None)


def call_ref(C: Context, x: int) -> Typing:
    """call_ref : *args:ts1 f:(ref null x) -> *ts2   [valid-call_ref]"""
    ts1, ts2 = C.functype(x)
    return Typing((*ts1, C.reftype_of(True, x)), ts2, (count(ts1),))


def throw_ref(C: Context) -> Typing:
    """throw_ref : r:exnref -> ...   [valid-throw_ref]"""
    return Typing((EXNREF,), None)


def select(C: Context) -> Typing:
    """select : v1:t v2:t c:i32 -> t   [valid-select]"""
    t = C.any_numvectype(1, 2)
    return Typing((t, t, I32), (t,))


def local_tee(C: Context, x: int) -> Typing:
    """local.tee : v:t ->_x t   [valid-local.tee]"""
    t = C.local(x)
    return Typing((t,), (t,), sets=x)


def any_convert(C: Context) -> Typing:
    """any.convert : r:rt -> with_heap(rt, any)   [valid-convert]"""
    rt = C.any_reftype_of(EXTERN, 0)
    return Typing((rt,), (with_heap(rt, ANY),))


TYPING: dict[Op, Callable[..., Typing]] = {
    o.IF: if_,
    o.ELSE: else_,
    o.FENCE: fence,
    o.BR: br,
    o.BR_TABLE: br_table,
    o.CALL_REF: call_ref,
    o.THROW_REF: throw_ref,
    o.SELECT: select,
    o.LOCAL_TEE: local_tee,
    o.ANY_CONVERT: any_convert,
}

# Types that depend on the label alone, and on operands alone: those at these depths.
OF_LABEL: frozenset[Op] = frozenset((o.BR,))
OF_STACK: dict[Op, tuple[int, ...]] = {
    o.SELECT: (1, 2),
    o.ANY_CONVERT: (0,),
}

STATICS: dict[Op, tuple[str, ...]] = {
    o.CALL_REF: ("args",),
}
'''


def test_exact_output(load: Load) -> None:
    assert validator.emit(load(TABLE)) == EXPECTED


def test_every_row_is_typed_once(table: Table) -> None:
    text = validator.emit(table).partition("\nSTATICS")[0]
    for row in table.rows:
        fixed = f"    o.{row.ident}: (" in text.partition("TYPING")[0]
        typed = fixed, f"    o.{row.ident}: {row.function},\n" in text
        assert sum(typed) == (row.key != "end"), row.key
