"""YAML with line numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.document import Document
from codegen.files import TableError


def read(folder: Path, text: str) -> Document:
    path = folder / "t.yaml"
    path.write_text(text, encoding="utf-8")
    return Document(path)


def test_every_part_has_its_line(tmp_path: Path) -> None:
    document = read(tmp_path, "- a: 1\n  b:\n    c: [2, x]\n- d: true\n")
    assert document.value == [{"a": 1, "b": {"c": [2, "x"]}}, {"d": True}]
    places = {(): 1, (0, "a"): 1, (0, "b"): 2, (0, "b", "c"): 3, (1,): 4, (0, "z"): 1}
    assert {place: document.line(place) for place in places} == places


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("- a: 1\n  b: 2\n  a: 3\n", "t.yaml:3: a: stated twice, first on line 1"),
        ("- x:\n    i: {o: 1}\n    i: {o: 2}\n", "t.yaml:3: i: stated twice, first on line 2"),
        ("- {o: 1, o: 1}\n", "t.yaml:1: o: stated twice, first on line 1"),
    ],
)
def test_a_key_stated_twice_is_an_error(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(TableError) as error:
        read(tmp_path, text)
    assert str(error.value) == wrong


def test_broken_yaml_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(TableError) as error:
        read(tmp_path, "- a: 1\n- b: [1\n- c: 2\n")
    assert str(error.value).startswith("t.yaml:3: -: ")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "1: -: states nothing"),
        ("# nothing\n", "1: -: states nothing"),
        ("a:\n\t- 1\n", "2: -: found character"),
        ("a: 1\n---\nb: 1\n", "2: -: but found another document"),
        ("- 1\n- \a\n", "2: -: control characters"),
        ("- 1\n- !foo 2\n", "2: -: '!foo': tags"),
        ("- !!set {a}\n", "1: -: 'tag:yaml.org,2002:set': tags"),
        ("- 1\n- &a 2\n", "2: -: 'a': anchors and aliases"),
        ("- *a\n", "1: -: 'a': anchors and aliases"),
        ("- &a [b, b]\n- &c [*a, *a]\n", "1: -: 'a': anchors and aliases"),
        ("- 1\n- " + "[" * 100000, "2: -: more than 20 collections"),
        ("- " * 100000 + "1\n", "1: -: more than 20 collections"),
        ("- ? [a]\n  : 1\n", "1: -: a key is no word"),
        ("- a\n- 1.0\n", "2: -: '1.0' is neither"),
        ("- 2000-01-01\n", "1: -: '2000-01-01' is neither"),
        ("- 2000-99-99\n", "1: -: '2000-99-99' is neither"),
        ("- 0x_\n", "1: -: '0x_' is neither"),
        ("- =\n", "1: -: '=' is neither"),
        (f"- {2**64}\n", "1: -: '18446744073709551616' is neither"),
        (f"- {'9' * 5000}\n", f"1: -: '{'9' * 99} ... 999"),
        ("- instructions:\n    nop:\n      opcode: 1.0\n", "3: nop: '1.0' is neither"),
        ("- features:\n    one: {since: 1.0}\n", "2: one: '1.0' is neither"),
    ],
)
def test_what_a_table_does_not_need_is_refused(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(TableError) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f"t.yaml:{wrong}")
    assert "\n" not in str(error.value) and len(str(error.value)) < 300


def test_rows_by_place(tmp_path: Path) -> None:
    document = read(tmp_path, "- {rule: r, instructions: {nop: {}}}\n- a\n- {features: {f: {}}}\n")
    rows = {
        (): "-", (0,): "r", (0, "instructions"): "r", (0, "instructions", "nop", "opcode"): "nop",
        (1,): "-", (2, "features"): "-", (2, "features", "f"): "f",
    }  # fmt: skip
    assert {place: document.row(place) for place in rows} == rows
