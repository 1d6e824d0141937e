"""`@custom`: any section, by its bytes."""

from __future__ import annotations

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.customs.registry import refuse_faults
from refwasm.errors import Malformed
from refwasm.syntax.modules import Custom
from refwasm.text.parse_module import parse_module
from refwasm.text.print_module import print_module


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ('(@custom "a" "b" "c")', 13),
        ('(@custom "a" (after datacount) "bc")', 11),
        ('(@custom "a" (before code) "bc")', 11),
        ('(@custom "a" (before first) "bc")', 0),
        ('(@custom "a" (before type) "bc")', 0),
        ('(@custom "a" (after type) "bc")', 1),
        ('(@custom "a" (after first) "bc")', 1),
        ('(@custom "a" (before global) "bc")', 6),
        ('(@custom "a" (after func) "bc")', 3),
        ('(@custom "a" (before last) "bc")', 12),
        ('(@custom "a" (after last) "bc")', 13),
    ],
)
def test_places(text: str, after: int) -> None:
    (custom,) = parse_module(text).customs
    assert (custom.name, custom.data, custom.after) == ("a", b"bc", after)
    for fields in ("", "(func)", ALL):
        module = parse_module(text + fields)
        assert encode_module(parse_module(print_module(module))) == encode_module(module)


SECTIONS = ["type", "import", "func", "table", "memory", "tag", "global", "export", "start"]
SECTIONS += ["elem", "datacount", "code", "data"]
ALL = """(import "" "" (func)) (func) (table 1 funcref) (memory 1) (tag) (global i32 (i32.const 0))
(export "" (func 0)) (start 0) (elem func 0) (data "") (func (data.drop 0))"""


def test_sections_stand_where_they_are_put() -> None:
    placed = [f"{direction} {word}" for word in SECTIONS for direction in ("after", "before")]
    text = ALL + "".join(f'(@custom "{place}" ({place}))' for place in placed)
    names = [custom.name for custom in decode_module(encode_module(parse_module(text))).customs]
    assert names == [
        f"{direction} {word}" for word in SECTIONS for direction in ("before", "after")
    ]


def test_the_order_of_the_appendix() -> None:
    places = {"A": "", "B": "(after func)", "C": "(before func)", "D": "(after last)"}
    places |= {"E": "(after import)", "F": "(before type)", "G": "(after data)"}
    places |= {
        "H": "(after code)",
        "I": "(after func)",
        "J": "(before func)",
        "K": "(before first)",
    }
    text = "".join(f'(@custom "{name}" {place} "x")' for name, place in places.items())
    module = parse_module(f"(module {text} (table 10 funcref) (func))")
    assert "".join(custom.name for custom in module.customs) == "KFECJBIHGAD"
    assert decode_module(encode_module(module)) == module


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(@custom)", "@custom annotation: missing section name"),
        ("(@custom 4)", "@custom annotation: missing section name"),
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
        ('(@custom "a") (module)', "misplaced @custom annotation"),
        ('(module) (@custom "a")', "misplaced @custom annotation"),
    ],
)
def test_faults(text: str, message: str) -> None:
    module = parse_module(text)
    assert module.customs == ()
    with pytest.raises(Malformed) as caught:
        refuse_faults(module)
    assert caught.value.message.startswith(message)
    assert caught.value.offset == text.rindex("(@")


def test_what_is_right_is_kept_beside_what_is_wrong() -> None:
    module = parse_module('(@custom "a" x) (@custom "b" "c")')
    assert module.customs == (Custom("b", b"c", 13),)
    assert len(module.faults) == 1
