"""The traps derived for the rows are those that the official suite asserts of them.

Which instruction was under way at each `assert_trap` was found by running the suite's scripts.
"""

from __future__ import annotations

import pytest

from codegen.table import Table

LOADS = "load-val load-pack vload-val vload-pack vload-splat vload-zero vload_lane"
STORES = "store-val store-pack vstore vstore_lane"
INDIRECT = "call_indirect return_call_indirect"
ACCESSES = "array.get array.set array.fill array.copy array.init_data array.init_elem"
# By text, the rules of which all rows may trap so.
OF_RULES = {
    "unreachable": "unreachable",
    "null function reference": "call_ref return_call_ref",
    "indirect call type mismatch": INDIRECT,
    "undefined element": INDIRECT,
    "uninitialized element": INDIRECT,
    "null exception reference": "throw_ref",
    "out of bounds table access": (
        "table.get table.set table.fill table.copy table.init array.new_elem array.init_elem"
    ),
    "out of bounds memory access": (
        f"{LOADS} {STORES} memory.fill memory.copy memory.init array.new_data array.init_data"
    ),
    "null reference": "ref.as_non_null",
    "cast failure": "ref.cast",
    "null i31 reference": "i31.get",
    "null structure reference": "struct.get struct.set",
    "null array reference": f"{ACCESSES} array.len",
    "out of bounds array access": ACCESSES,
}
# By text, the operators that may trap so.
OF_OPERATORS = {
    "integer divide by zero": "div_s div_u rem_s rem_u",
    "integer overflow": "div_s trunc_f32_s trunc_f32_u trunc_f64_s trunc_f64_u",
    "invalid conversion to integer": "trunc_f32_s trunc_f32_u trunc_f64_s trunc_f64_u",
}


@pytest.mark.parametrize("text", OF_RULES)
def test_rules_that_trap(table: Table, text: str) -> None:
    found = {row.key for row in table.rows if text in table.traps(row)}
    rules = OF_RULES[text].split()
    assert found == {row.key for row in table.rows if row.rule in rules}
    assert {table.row(key).rule for key in found} == set(rules)


@pytest.mark.parametrize("text", OF_OPERATORS)
def test_operators_that_trap(table: Table, text: str) -> None:
    found = {row.key for row in table.rows if text in table.traps(row)}
    assert found == {f"{t}.{op}" for t in ("i32", "i64") for op in OF_OPERATORS[text].split()}


def test_nothing_else_traps(table: Table) -> None:
    texts = {text for row in table.rows for text in table.traps(row)}
    assert texts == OF_RULES.keys() | OF_OPERATORS.keys()
