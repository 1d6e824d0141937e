"""Annotations that become custom sections and names."""

from __future__ import annotations

import pytest

from refwasm.errors import Malformed
from refwasm.text.customs import KINDS
from refwasm.text.parse_module import parse_module


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ('(@custom "a" "b" "c")', 13),
        ('(func) (@custom "a" "bc")', 13),
        ('(module (@custom "a" (before first) "bc"))', 0),
        ('(@custom "a" (after first) "bc")', 1),
        ('(@custom "a" (before global) "bc") (func)', 6),
        ('(@custom "a" (after func) "bc")', 3),
        ('(@custom "a" (before last) "bc")', 12),
    ],
)
def test_custom_sections(text: str, after: int) -> None:
    (custom,) = parse_module(text, annotations=KINDS).customs
    assert (custom.name, custom.data, custom.after) == ("a", b"bc", after)
    assert parse_module(text).customs == ()


def test_names() -> None:
    names = parse_module(
        '(module $m (@name "M") (func $f (@name "F")) (func $g) (tag (@name "T")))',
        annotations=KINDS,
    ).names
    assert (names.module, names.funcs, names.tags) == ("M", {0: "F", 1: "g"}, {0: "T"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(@custom)", "@custom annotation: missing section name"),
        ('(@custom "\\ff")', "@custom annotation: malformed UTF-8 encoding"),
        ('(@custom "a" x)', "@custom annotation: unexpected token"),
        ('(@custom "a" "b" (after type))', "@custom annotation: unexpected token"),
        ('(@custom "a" ())', "@custom annotation: malformed placement"),
        ('(@custom "a" (aft type))', "@custom annotation: malformed placement"),
        ('(@custom "a" (after))', "@custom annotation: malformed section kind"),
        ('(@custom "a" (after type code))', "@custom annotation: unexpected token"),
        ('(@custom "a" "\\u{d800}")', "@custom annotation: malformed UTF-8 encoding"),
        ('(func (nop (@custom "a")))', "misplaced @custom annotation"),
        ('(type (@custom "a") $t (func))', "misplaced @custom annotation"),
        ("(@name)", "@name annotation: string expected"),
        ('(@name "a" b)', "@name annotation: unexpected token"),
        ('(@name "a") (@name "b")', "@name annotation: multiple module"),
        ('(func (@name "a") (@name "b"))', "@name annotation: multiple func names"),
        ('(func) (@name "a")', "misplaced @name annotation"),
        ('(func nop (@name "a"))', "misplaced @name annotation"),
        ('(func $f) (start $f (@name "a"))', "misplaced @name annotation"),
    ],
)
def test_malformed(text: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse_module(text, annotations=KINDS)
    assert caught.value.message.startswith(message)
    assert caught.value.offset == text.rindex("(@")
    parse_module(text)
