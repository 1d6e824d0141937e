"""Exact output of the emitters on a small table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from codegen.emit import EMITTERS, FAST, instructions_md, keywords, opcodes, package
from codegen.output import generate
from codegen.table import Table
from refwasm.generated.opcodes import OPS

Load = Callable[..., Table]

TABLE = """\
- rule: binop
  feature: one
  stack: "i1:{t} i2:{t} -> {t}"
  exec: "{fn}({N}, i1, i2) | 0"
  instructions: {i32.div_s: {opcode: 0x6D, t: i32, fn: idiv_s}}
- {rule: end, feature: one, closes: true, constant: true, instructions: {end: {opcode: 0x0B}}}
- rule: block
  feature: three
  immediates: "m:memarg(8) bt:blocktype"
  stack: "*ts1 -> *ts2"
  opens: {label: ts2}
  instructions: {block: {opcode: 2}, block null: {opcode: [0xFB, 20], constant: one}}
- rule: catch
  feature: threads
  closes: [block, block null]
  continues: true
  instructions: {catch: {opcode: 3}}
"""

OPCODES = '''\
"""The instructions, one `Op` per row of the table.

Written by `python -m codegen` (codegen/emit/opcodes.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from refwasm.syntax.instructions import Op

I32_DIV_S = Op(
    "i32.div_s", None, 0x6D, rule="binop", since="1", feature="one", stack="i1:i32 i2:i32 -> i32",
    traps=("integer divide by zero",), spec=("valid-binop", "exec-binop", "op-idiv"),
)
END = Op("end", None, 0x0B, rule="end", since="1", feature="one", constant="one", closes=True)
BLOCK = Op(
    "block", None, 0x02, rule="block", since="3", feature="three",
    immediates=(("m", "memarg(8)"), ("bt", "blocktype")), stack="*ts1 -> *ts2", opens=True,
    spec=("valid-block", "exec-block"),
)
BLOCK_NULL = Op(
    "block null", 0xFB, 20, rule="block", since="3", feature="three",
    immediates=(("m", "memarg(8)"), ("bt", "blocktype")), stack="*ts1 -> *ts2", constant="one",
    opens=True, spec=("valid-block", "exec-block"),
)
CATCH = Op(
    "catch", None, 0x03, rule="catch", since="threads", feature="threads", closes=True,
    after=("block", "block null"), continues=True,
)

OPS: tuple[Op, ...] = (I32_DIV_S, END, BLOCK, BLOCK_NULL, CATCH)
'''

KEYWORDS = '''\
"""The keywords of instructions.

Written by `python -m codegen` (codegen/emit/keywords.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Op

KEYWORDS: dict[str, tuple[Op, ...]] = {
    "i32.div_s": (o.I32_DIV_S,),
    "end": (o.END,),
    "block": (o.BLOCK, o.BLOCK_NULL),
    "catch": (o.CATCH,),
}
'''

INSTRUCTIONS = """\
| `02` | `block` | `m:memarg(8) bt:blocktype` | `*ts1 -> *ts2` | 3 | three |  |  | valid-block exec-block |
| `03` | `catch` |  |  | proposal | threads |  |  |  |
| `0B` | `end` |  |  | 1 | one |  |  |  |
| `6D` | `i32.div_s` |  | `i1:i32 i2:i32 -> i32` | 1 | one | integer divide by zero | \
`idiv_s(32, i1, i2) \\| 0` | valid-binop exec-binop op-idiv |
| `FB 20` | `block null` | `m:memarg(8) bt:blocktype` | `*ts1 -> *ts2` | 3 | three |  |  | \
valid-block exec-block |
"""

PACKAGE = '"""Written by `python -m codegen` from opcodes.yaml; never edited by hand."""\n'


@pytest.mark.parametrize(
    ("emit", "expected"),
    [
        (opcodes.emit, OPCODES),
        (keywords.emit, KEYWORDS),
        (package.emit, PACKAGE),
        (lambda table: instructions_md.emit(table).partition("| --- |\n")[2], INSTRUCTIONS),
    ],
    ids=["opcodes", "keywords", "package", "instructions_md"],
)
def test_exact_output(load: Load, emit: Callable[[Table], str], expected: str) -> None:
    assert emit(load(TABLE)) == expected


def test_the_index_for_people_counts_its_rows(load: Load) -> None:
    assert "\n4 instructions by opcode, with 1 of proposals." in instructions_md.emit(load(TABLE))


def test_what_is_generated_is_narrow_and_the_same_each_time(table: Table) -> None:
    contents = generate(table)
    assert contents == generate(table)
    assert len(contents) == len(EMITTERS) + len(FAST)
    for target, text in contents.items():
        wide = [line for line in text.splitlines() if len(line) > 100 and target.endswith(".py")]
        assert not wide, target
        assert text.endswith("\n") and not text.endswith("\n\n")


def test_the_parts_of_the_store_that_a_row_reads_and_writes(load: Load) -> None:
    """The locals are no part of it."""
    table = """\
- rule: rows
  feature: one
  immediates: "x:globalidx"
  stack: "-> i32"
  instructions:
    local: {opcode: 1, exec: "locals[x]"}
    global: {opcode: 2, exec: "globals[x].value"}
"""
    text = opcodes.emit(load(table))
    assert 'reads=("globals",)' in text
    assert text.count("reads=") == 1


@pytest.mark.parametrize(
    ("key", "reads", "writes"),
    [
        ("table.set", ("tables",), ("tables",)),
        ("array.set", ("heap",), ("heap",)),
        ("array.get_u", ("heap",), ()),
        ("array.init_data", ("datas", "heap"), ("datas", "heap")),
        ("array.new_elem", ("elems", "heap"), ("elems", "heap")),
        ("ref.i31", (), ()),
    ],
)
def test_what_operands_of_defined_types_reach_is_part_of_the_store(
    key: str, reads: tuple[str, ...], writes: tuple[str, ...]
) -> None:
    [op] = [op for op in OPS if op.name == key]
    assert (op.reads, op.writes) == (reads, writes)
