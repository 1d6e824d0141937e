"""String literals."""

from __future__ import annotations

import pytest

from refwasm.errors import Malformed, shown
from refwasm.text.strings import string_bytes, string_name


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        ('""', b""),
        ('"a"', b"a"),
        ('"é"', b"\xc3\xa9"),
        (r'"\n\r\t\\\'\""', b"\n\r\t\\'\""),
        (r'"\00\fF\0a0"', b"\x00\xff\x0a0"),
        (r'"\u{e9}\u{1_F600}"', "é\U0001f600".encode()),
        (r'"a\62c\u{64}e"', b"abcde"),
    ],
)
def test_string_bytes(literal: str, expected: bytes) -> None:
    assert string_bytes(literal) == expected


@pytest.mark.parametrize("literal", [r'"\u{d800}"', r'"\u{110000}"', r'"\ff"', r'"\ed\a0\80"'])
def test_names_are_scalar_values(literal: str) -> None:
    with pytest.raises(Malformed, match="^malformed UTF-8 encoding"):
        string_name(literal)


def test_messages_show_tokens_shortened_and_on_one_line() -> None:
    assert shown("$a\n\x00\u2028é") == r"$a\n\x00\u2028é"
    assert shown("x" * 60) == "x" * 60
    assert shown("x" * 1000) == "x" * 57 + "..."
