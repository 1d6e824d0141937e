"""Loading the table: schema, templates, uniqueness."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from codegen.signature import Immediate, Operand, Signature
from codegen.table import EDITIONS, SCHEMA, Table, TableError

Load = Callable[..., Table]

BINOP = """\
- rule: binop
  feature: one
  stack: "i1:{t} i2:{t} -> {t}"
  exec: "{fn}({N}, i1, i2)"
  instructions:
    i32.div_s: {opcode: 0x6D, t: i32, fn: idiv_s}
    i64.div_s: {opcode: 0x7F, t: i64, fn: idiv_s, feature: two, constant: true}
"""


def test_rows_are_filled_templates(load: Load) -> None:
    narrow, wide = load(BINOP).rows
    assert (narrow.key, narrow.keyword, narrow.ident) == ("i32.div_s", "i32.div_s", "I32_DIV_S")
    assert (narrow.function, narrow.prefix, narrow.code) == ("i32_div_s", None, 0x6D)
    assert (narrow.since, narrow.constant, narrow.line) == ("1", "", 6)
    assert (wide.since, wide.constant, wide.line) == ("2", "two", 7)
    assert (narrow.exec, wide.exec) == ("idiv_s(32, i1, i2)", "idiv_s(64, i1, i2)")
    operands = (Operand("i1", "i32"), Operand("i2", "i32"))
    assert narrow.signature == Signature(operands, (Operand(None, "i32"),))


def test_derived_facts_come_from_the_functions(load: Load) -> None:
    table = load(BINOP)
    assert table.traps(table.row("i32.div_s")) == ("integer divide by zero",)
    assert table.spec(table.row("i32.div_s")) == ("valid-binop", "exec-binop", "op-idiv")


def test_everything_else_of_a_row(load: Load) -> None:
    text = """\
- rule: r
  feature: threads
  immediates: "m:memarg({M}) ht:heaptype"
  binary: "ht m"
  text: reftype
  where: ["at = C.memarg(m, {M})", "rt = C.reftype_of({nullable}, ht)"]
  any: "t:valtype"
  stack: "i:at v:t -> {t}"
  opens: {label: ts, catches: cs}
  exec: |
    v
    i
  instructions:
    if null: {opcode: [0xFE, 300], t: i32, t1: f64, nullable: true}
"""
    (row,) = load(text).rows
    assert (row.keyword, row.ident, row.function) == ("if", "IF_NULL", "if_null")
    assert (row.prefix, row.code, row.since) == (0xFE, 300, "threads")
    assert row.immediates == (Immediate("m", "memarg", "64"), Immediate("ht", "heaptype"))
    assert (row.binary, row.text) == ("ht m", "reftype")
    assert row.where == ("at = C.memarg(m, 64)", "rt = C.reftype_of(True, ht)")
    assert row.any == (("t", "valtype"),)
    assert row.opens == {"label": "ts", "catches": "cs"}
    assert row.exec == "v\ni"


BRANCHES = """
- {rule: if, feature: one, opens: {label: ts}, instructions: {if: {opcode: 4}}}
- {rule: else, feature: one, closes: [if], continues: true, instructions: {else: {opcode: 5}}}
- {rule: end, feature: one, closes: true, instructions: {end: {opcode: 6}}}
"""


def test_what_closes_a_block_says_which_branches_it_ends(load: Load) -> None:
    opener, branch, end = load(BRANCHES).rows
    assert (opener.closes, opener.continues) == (False, False)
    assert (branch.closes, branch.after, branch.continues) == (True, ("if",), True)
    assert (end.closes, end.after, end.continues) == (True, (), False)


@pytest.mark.parametrize("key", ["unless", "end"])
def test_what_is_closed_was_opened(load: Load, key: str) -> None:
    with pytest.raises(TableError, match=f"else: closes '{key}', which begins no branch"):
        load(BRANCHES.replace("closes: [if]", f"closes: [{key}]"))


def test_proposals_and_what_closes_have_no_rules_in_the_standard(table: Table) -> None:
    for row in table.rows:
        assert (table.spec(row) == ()) == (row.closes or row.since not in EDITIONS), row.key


def test_a_python_keyword_is_no_function_name(load: Load) -> None:
    (row,) = load("- {rule: if, feature: one, instructions: {if: {opcode: 4}}}").rows
    assert (row.ident, row.function) == ("IF", "if_")


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("rule: binop", "rule: binop\n  rule: unop", "2: rule: stated twice, first on line 1"),
        ("i64.div_s", "i32.div_s", "7: i32.div_s: stated twice, first on line 6"),
        ("feature: one\n", "futures: one\n", "1: binop: "),
        ("opcode: 0x6D", "opcode: 256", "6: i32.div_s: "),
        ("opcode: 0x6D", "opcode: [0x10, 1]", "6: i32.div_s: "),
        ("opcode: 0x6D, ", "", "6: i32.div_s: 'opcode' is a required property"),
        ("t: i64", "t: i65", "7: i64.div_s: 'i65' is not one of "),
        ("t: i64", "t: i64, color: 3", "7: i64.div_s: Additional properties are not allowed"),
        ("t: i64", "t: i64, M: 8", "7: i64.div_s: parameter 'M' is not used by rule 'binop'"),
        ("{N}", "{M}", "6: i32.div_s: parameter 'M' is not given"),
        ("{N}", "{width}", "6: i32.div_s: parameter 'width' is not given"),
        (" -> {t}", "", "6: i32.div_s: stack 'i1:i32 i2:i32' has no arrow"),
        ("0x7F", "0x6D", "7: i64.div_s: has the opcode of 'i32.div_s' on line 6"),
        ("i64.div_s:", "i32.div.s:", "7: i32.div.s: 'i32.div_s' on line 6 has the same name"),
    ],
)
def test_a_wrong_table_is_one_line(load: Load, old: str, new: str, wrong: str) -> None:
    assert old in BINOP
    with pytest.raises(TableError) as error:
        load(BINOP.replace(old, new, 1))
    assert str(error.value).startswith(f"opcodes.yaml:{wrong}")
    assert "\n" not in str(error.value)


def test_the_schema_describes_every_key() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for name in ("rule", "row"):
        definition = schema["$defs"][name]
        assert definition["additionalProperties"] is False
        for key, value in definition["properties"].items():
            target = schema["$defs"].get(value.get("$ref", "").rpartition("/")[2], {})
            assert "description" in value or "description" in target, key


def test_the_table_has_all_instructions(table: Table) -> None:
    assert sum(row.since in EDITIONS for row in table.rows) == 499
    with pytest.raises(KeyError):
        table.row("i32.divide")


def test_features_are_stated_once_before_what_needs_them(load: Load) -> None:
    table = load(BINOP)
    assert [(f.name, f.since, f.needs) for f in table.features] == [
        ("one", "1", ()),
        ("two", "2", ("one",)),
        ("three", "3", ()),
        ("threads", "proposal", ()),
    ]
    assert [(row.feature, row.since) for row in table.rows] == [("one", "1"), ("two", "2")]


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("{four: {since: 4, about: x}}", "four: 4 is not one of "),
        ("{four: {since: 3}}", "four: 'about' is a required property"),
        ("{four: {since: 3, needs: [five], about: x}}", "four: needs 'five', not stated before"),
        ("{one: {since: 1, about: x}, two: {since: 1, about: x}}\n", "one: stated twice"),
        ("{four: {since: 3, about: x}, four: {since: 3, about: x}}", "four: stated twice, first"),
    ],
)
def test_a_wrong_feature_is_one_line(load: Load, statement: str, wrong: str) -> None:
    with pytest.raises(TableError) as error:
        load(f"- features: {statement}\n" + BINOP)
    assert f": {wrong}" in str(error.value)


def test_a_row_names_a_feature_that_is_stated(load: Load) -> None:
    with pytest.raises(TableError, match="i32.div_s: feature 'four' is not stated"):
        load(BINOP.replace("feature: one", "feature: four"))
