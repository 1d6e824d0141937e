"""Annotations among tokens."""

from __future__ import annotations

import pytest

from refwasm.text.annotations import Annotation
from refwasm.text.lexer import tokenize


def test_kept_by_kind() -> None:
    tokens = tokenize('a (@x 1 ("b" $"c")) (@y) b (@"x")', annotations=frozenset({"x"}))
    assert tokens.annotations == [
        Annotation("x", ("1", "(", '"b"', "$c", ")"), 1, 2),
        Annotation("x", (), 2, 27),
    ]


@pytest.mark.parametrize(
    ("text", "fault", "offset"),
    [
        ("a (@x (y)", "unclosed annotation", 2),
        ("a (@)", "empty annotation id", 2),
        ('a (@"")', "empty annotation id", 2),
        ('a (@"\\ff")', "malformed UTF-8 encoding", 2),
        ("a (@x ü)", "illegal character U+00FC", 6),
        ("a (@x \x00)", "illegal character U+0000", 6),
        ('a (@x ")', "unclosed string literal", 6),
    ],
)
def test_faults_stand_where_they_are(text: str, fault: str, offset: int) -> None:
    tokens = tokenize(text)
    assert (tokens.texts[1], tokens.offsets[1]) == ("\0" + fault, offset)
