"""Exact output of the emitters of decoder and encoder on a small table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from codegen.emit import decoder, encoder
from codegen.table import Table

Load = Callable[..., Table]

TABLE = """\
- {rule: nop, feature: one, stack: "->", instructions: {nop: {opcode: 1}, end: {opcode: 0x0B}}}
- rule: call_indirect
  feature: one
  immediates: "x:tableidx y:typeidx"
  binary: "y x"
  stack: "->"
  instructions: {call_indirect: {opcode: 0x11}}
- rule: br_table
  feature: one
  immediates: "ls:labelidxs l:labelidx"
  stack: "->"
  instructions: {br_table: {opcode: 0x0E}}
- rule: br_on_cast
  feature: three
  immediates: "l:labelidx rt1:reftype rt2:reftype"
  binary: "cast(l rt1 rt2)"
  stack: "->"
  instructions: {br_on_cast: {opcode: [0xFB, 24]}}
- rule: load_lane
  feature: two
  immediates: "m:memarg(8) i:laneidx"
  stack: "->"
  instructions: {v128.a: {opcode: [0xFD, 84]}, v128.b: {opcode: [0xFD, 275]}}
"""

DECODER = """\
def none(r: Reader) -> Args:
    return ()


def typeidx_tableidx_reordered(r: Reader) -> Args:
    y, x = r.u32(), read.tableidx(r)
    return x, y


def labelidxs_labelidx(r: Reader) -> Args:
    return (r.indices(), r.u32())


def cast(r: Reader) -> Args:
    return read.cast(r)


def memarg_laneidx(r: Reader) -> Args:
    return (read.memarg(r), r.unsigned(8))


# An opcode's record, and what reads its immediates.
ROWS: dict[int, tuple[Op, Callable[[Reader], Args]]] = {
    0x01: (o.NOP, none),
    0x0B: (o.END, none),
    0x0E: (o.BR_TABLE, labelidxs_labelidx),
    0x11: (o.CALL_INDIRECT, typeidx_tableidx_reordered),
}
ROWS_FB: dict[int, tuple[Op, Callable[[Reader], Args]]] = {
    24: (o.BR_ON_CAST, cast),
}
ROWS_FD: dict[int, tuple[Op, Callable[[Reader], Args]]] = {
    84: (o.V128_A, memarg_laneidx),
    275: (o.V128_B, memarg_laneidx),
}
PREFIXED = {0xFB: ROWS_FB, 0xFD: ROWS_FD}

# The instructions of the editions whose spelling is regular, by the kinds of their immediates.
REGULAR = b"|".join(
    (
        rb"[\\x01\\x0b]",
        rb"\\x11" + s.U32 + s.U32,
        rb"\\xfb\\x18" + s.CAST,
        rb"\\xfd\\x54" + s.MEMARG + s.U8,
        rb"\\xfd\\x93\\x02" + s.MEMARG + s.U8,
    )
)
"""

ENCODER = """\
def none(args: Args) -> bytes:
    return b""


def typeidx_tableidx_reordered(args: Args) -> bytes:
    x, y = args
    return write.index(y) + write.index(x)


def labelidxs_labelidx(args: Args) -> bytes:
    ls, l = args
    return write.labelidxs(ls) + write.index(l)


def cast(args: Args) -> bytes:
    l, rt1, rt2 = args
    return write.cast(l, rt1, rt2)


def memarg_laneidx(args: Args) -> bytes:
    m, i = args
    return write.memarg(m) + write.index(i)


# The opcode, and what writes the immediates that follow it.
ROWS: dict[Op, tuple[bytes, Callable[[Args], bytes]]] = {
    o.NOP: (b"\\x01", none),
    o.END: (b"\\x0b", none),
    o.CALL_INDIRECT: (b"\\x11", typeidx_tableidx_reordered),
    o.BR_TABLE: (b"\\x0e", labelidxs_labelidx),
    o.BR_ON_CAST: (b"\\xfb\\x18", cast),
    o.V128_A: (b"\\xfd\\x54", memarg_laneidx),
    o.V128_B: (b"\\xfd\\x93\\x02", memarg_laneidx),
}
"""


@pytest.mark.parametrize(
    ("emit", "expected"), [(decoder.emit, DECODER), (encoder.emit, ENCODER)], ids=["dec", "enc"]
)
def test_output(load: Load, emit: Callable[[Table], str], expected: str) -> None:
    assert emit(load(TABLE)).partition("Args = tuple[Immediate, ...]\n\n\n")[2] == expected
