"""What rows do, as the emitters see it, on the project's table and on broken texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from codegen.action import Sort, parse_action
from codegen.effects import effects, is_constant
from codegen.signature import NotationError
from codegen.table import Table


@pytest.mark.parametrize(
    ("key", "name", "sort"),
    [
        ("i32.div_s", "i1", Sort.OPERAND),
        ("i32.div_s", "idiv_s", Sort.FUNCTION),
        ("i32.load", "m", Sort.IMMEDIATE),
        ("i32.load", "mems", Sort.ENVIRONMENT),
        ("call", "args", Sort.SEQUENCE),
        ("call", "invoke", Sort.INTRINSIC),
        ("ref.test", "rt", Sort.STATIC),
        ("ref.is_null", "int", Sort.FUNCTION),
    ],
)
def test_sorts_of_names(table: Table, key: str, name: str, sort: Sort) -> None:
    assert parse_action(table.row(key)).sort(name, table.library) is sort


def test_every_name_of_every_row_has_a_sort(table: Table) -> None:
    for row in table.rows:
        action = parse_action(row)
        assert {action.sort(name, table.library) for name in action.names} <= set(Sort)


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("i32.add", ()),
        ("call", ("args",)),
        ("struct.new", ("packs", "args")),
        ("ref.cast null", ("rt",)),
        ("array.copy", ()),
        ("br_on_cast", ("t2",)),
    ],
)
def test_statics_are_what_the_action_mentions(
    table: Table, key: str, names: tuple[str, ...]
) -> None:
    assert parse_action(table.row(key)).statics == names


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("i1 +", "exec: 'i1 +' is not Python: invalid syntax"),
        ("lambda = i1", "exec: 'lambda = i1' is not Python: invalid syntax"),
        ("if i1: i2", "exec: does not end in an expression, the result"),
        ("", "exec: does not end in an expression, the result"),
    ],
)
def test_wrong_actions(table: Table, text: str, message: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_action(replace(table.row("i32.add"), exec=text))
    assert str(caught.value) == message


def test_an_unknown_name_has_no_sort(table: Table) -> None:
    action = parse_action(replace(table.row("i32.add"), exec="i1 + i3"))
    with pytest.raises(NotationError, match="exec: 'i3' is not known"):
        action.sort("i3", table.library)


def test_an_assigned_name_is_local(table: Table) -> None:
    action = parse_action(replace(table.row("i32.add"), exec="j = i1 + i2\nj"))
    assert action.sort("j", table.library) is Sort.LOCAL


EFFECTS = [
    ("i32.add", "none"),
    ("select", "none"),
    ("local.get", "reads locals"),
    ("local.set", "writes locals"),
    ("global.get", "reads globals"),
    ("global.set", "writes globals"),
    ("i32.load", "reads memory"),
    ("memory.size", "reads memory"),
    ("table.get", "reads tables"),
    ("array.get", "reads heap"),
    ("struct.get", "reads heap"),
    ("ref.test", "reads heap"),
    ("array.new_default", "reads heap; writes heap"),
    ("memory.init", "reads data segments, heap, memory; writes data segments, heap, memory"),
    ("i32.store", "reads heap, memory; writes heap, memory"),
    ("struct.set", "reads heap; writes heap"),
    ("br_if", "control br"),
    ("call", "control invoke"),
    ("call_indirect", "reads tables; control invoke"),
]


@pytest.mark.parametrize(("key", "text"), EFFECTS, ids=[key for key, _ in EFFECTS])
def test_effects(table: Table, key: str, text: str) -> None:
    assert str(effects(parse_action(table.row(key)), table.library)) == text


def test_what_traps_is_not_pure(table: Table) -> None:
    row = table.row("i32.div_s")
    assert not effects(parse_action(row), table.library, table.traps(row)).pure
    assert effects(parse_action(table.row("i32.add")), table.library).pure


def test_constants(table: Table) -> None:
    constant = {r.key for r in table.rows if is_constant(parse_action(r), table.library)}
    consts = {f"{t}.const" for t in ("i32", "i64", "f32", "f64", "v128")}
    assert constant == consts | {"ref.null", "ref.func"}
