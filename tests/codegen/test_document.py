"""YAML with line numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.document import Document, TableError


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
