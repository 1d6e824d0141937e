"""Tokens, comments and what is no token."""

from __future__ import annotations

import pytest

from refwasm.errors import Malformed
from refwasm.text.lexer import AHEAD, decode_source, tokenize


def texts(text: str) -> list[str]:
    """The tokens of `text` without those that mark its end."""
    return tokenize(text).texts[:-AHEAD]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(func $f(nop))", ["(", "func", "$f", "(", "nop", ")", ")"]),
        ("a;;b\nc", ["a", "c"]),
        ("a;;b\rc", ["a", "c"]),
        ("a(;b;)c", ["a", "c"]),
        ('(;";)a', ["a"]),
        ("(;a(;b;)c;)d(;;)", ["d"]),
        ('"(;" (;(;;);) b', ['"(;"', "b"]),
        (";;(;\na", ["a"]),
        ('$"fh"$', ['\0unknown operator $"fh"$']),
        ('$"fh" $"a b"', ["$fh", "$a b"]),
        (r'$"\41\u{42}"', ["$AB"]),
        ('$"" $', ["\0empty identifier", "\0empty identifier"]),
        (r'$"\ff"', ["\0malformed UTF-8 encoding"]),
        ('"a""b"', ['\0unknown operator "a""b"']),
        ('"a"x', ['\0unknown operator "a"x']),
        (", {", ["\0unknown operator ,", "\0unknown operator {"]),
        ("\x01 ü", ["\0illegal character U+0001", "\0illegal character U+00FC"]),
        ('"a', ["\0unclosed string literal"]),
        ('"a\nb', ["\0unclosed string literal", "b"]),
        (r'"a\q"', ["\0illegal escape in string literal"]),
        ('"a\tb"', ["\0illegal control character in string literal"]),
        ("a (;b", ["a", "\0unclosed comment"]),
        ("a(;b(;c;)", ["a", "\0unclosed comment"]),
        ('(@a (b) ")") c', ["c"]),
        ("((@a) b)", ["(", "b", ")"]),
        ("(@a (@) ( @) ,)", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_offsets_count_characters_of_comments_and_annotations() -> None:
    tokens = tokenize('é(;(;;);)(@x y) "é" $b')
    assert list(zip(tokens.texts, tokens.offsets, strict=True))[1:3] == [('"é"', 16), ("$b", 20)]


@pytest.mark.parametrize(
    ("source", "offset"), [(b"abc\xff", 3), (b"\xc3\xa9\xc3", 1), (b"\xed\xa0\x80", 0)]
)
def test_source_is_utf8(source: bytes, offset: int) -> None:
    with pytest.raises(Malformed, match="^malformed UTF-8 encoding") as caught:
        decode_source(source)
    assert caught.value.offset == offset


DEEP = 100_000


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("(;" * DEEP + ";)" * DEEP + "a", 1),
        ("(;" * DEEP, 1),
        ("(;(;;);)" * DEEP, 0),
        ("(@a " * DEEP + ")" * DEEP, 0),
        ("(@a)" * DEEP, 0),
        ('"' * DEEP, 1),
        ('a"b"' * DEEP, 1),
        ('"' + "\\" * DEEP, 1),
        ("(" * DEEP, DEEP),
    ],
    ids=[
        "comments",
        "open",
        "many",
        "annotations",
        "short",
        "quotes",
        "mixed",
        "slashes",
        "parens",
    ],
)
def test_hostile_texts_take_linear_time(text: str, count: int) -> None:
    assert len(texts(text)) == count
