"""All kinds together."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from refwasm import customs
from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.customs.kind_name import write_names
from refwasm.customs.registry import KINDS, check_customs, find_kinds
from refwasm.syntax.modules import Custom
from refwasm.syntax.names import Names
from refwasm.text.parse_module import parse_module
from refwasm.text.print_module import print_module
from tests.binary.build import leb

HINT = '(@metadata.code.branch_hint "\\01")'


def test_a_kind_is_a_file() -> None:
    files = list(Path(customs.__path__[0]).glob("kind_*.py"))
    assert len(KINDS) == len(files)
    assert all(kind.id == id_ for id_, kind in KINDS.items())


KIND = """
from refwasm.customs.kind import LAST, CustomKind
from refwasm.customs.kind_custom import check, decode, encode, notes

KIND = CustomKind("fourth", LAST, lambda marks, module, faults: [], decode, encode, check, notes)
"""


def test_another_kind_is_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kind_fourth.py").write_text(KIND)
    monkeypatch.setattr(customs, "__path__", [*customs.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "refwasm.customs.kind_fourth", raising=False)
    assert {kind.id for kind in find_kinds()} == {*KINDS, "fourth"}


def test_hints_are_read_in_linear_time() -> None:
    n = 20_000
    module = parse_module(f"(func (block {'nop ' * n}))")
    hints = b"".join([leb(n), b"\0\0" * n])
    module.customs = (Custom("metadata.code.branch_hint", hints, 11),)
    data = encode_module(module)
    start = time.process_time()
    decoded = decode_module(data)
    check_customs(decoded)
    print_module(decoded)
    assert time.process_time() - start < 5
    assert encode_module(decoded) == data


def test_sections_are_in_the_order_of_the_binary() -> None:
    text = f"""(@custom "z") (func (@name "f") (i32.const 0) {HINT} (br_if 0)) (data "") (func (data.drop 0))
    (@custom "a" (before code)) (@custom "b" (after datacount)) (@custom "c" (before first))"""
    module = parse_module(text)
    order = ["c", "b", "metadata.code.branch_hint", "a", "z", "name"]
    assert [custom.name for custom in module.customs] == order
    assert decode_module(encode_module(module)) == module
    assert parse_module(print_module(module)) == module


@pytest.mark.parametrize("apart", [0, 1, 2])
def test_names_are_annotations_where_that_keeps_the_order(apart: int) -> None:
    module = parse_module("(func)")
    others = [Custom("a", b"", 13), Custom("b", b"", 13)]
    names = Custom("name", write_names(Names(funcs={0: "f"})), 13)
    module.customs = (*others[:apart], names, *others[apart:])
    printed = print_module(module)
    assert ("(@name" in printed) == (apart == 0)
    assert parse_module(printed) == module


def test_faults_are_in_the_order_of_the_text() -> None:
    text = '(@name) (func (@metadata.code.branch_hint "\\02") nop) (@custom) (func (@name))'
    places = [fault.offset for fault in parse_module(text).faults]
    assert places == sorted(places, key=lambda place: place or 0) and len(places) == 4
