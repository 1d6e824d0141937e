"""What `--explain` prints."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from codegen import explain as module
from codegen.explain import explain
from codegen.table import Table

TABLE = """\
- rule: binop
  feature: one
  stack: "i1:{t} i2:{t} -> {t}"
  exec: |
    trap_if(i2 == 1, 'one')
    {fn}({N}, i1, i2)
  instructions:
    i32.div_s: {opcode: 0x6D, t: i32, fn: idiv_s}
    i64.div_s: {opcode: [0xFC, 3], t: i64, fn: idiv_s}
"""

GENERATED = """\
import o

I32_DIV_S = Op(
    "i32.div_s",
)
I64_DIV_S = Op()


def pair(r):
    return r


def other(r):
    return r


def i32_div_s(d):
    def step(R):
        return R
    return step


READ = {
    0x6D: (o.I32_DIV_S, pair),
    0x70: {3: (o.I64_DIV_S, other)},
}
OPS = (I32_DIV_S, I64_DIV_S)
"""

NARROW = """\
i32.div_s   (opcodes.yaml:8)
opcode      0x6D
rule        binop
feature     one, since 1
type        i1:i32 i2:i32 -> i32
constant    no
exec        trap_if(i2 == 1, 'one')
            idiv_s(32, i1, i2)
traps       integer divide by zero; one
effects     none
spec        valid-binop exec-binop op-idiv

# a.py
I32_DIV_S = Op(
    "i32.div_s",
)
def i32_div_s(d):
    def step(R):
        return R
    return step
    0x6D: (o.I32_DIV_S, pair),
def pair(r):
    return r
"""
WIDE = """\
# a.py
I64_DIV_S = Op()
    0x70: {3: (o.I64_DIV_S, other)},
def other(r):
    return r
"""


@pytest.fixture
def table(load: Callable[..., Table], monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(module, "generate", lambda table: {"a.py": GENERATED, "b.md": "I32_DIV_S"})
    return load(TABLE)


@pytest.mark.parametrize(("key", "printed"), [("i32.div_s", NARROW), ("i64.div_s", WIDE)])
def test_a_row_its_facts_and_its_code(table: Table, key: str, printed: str) -> None:
    assert explain(table, table.row(key)).endswith(printed)
