"""Lines of Python: indentation, filling, literals."""

from __future__ import annotations

import ast

import pytest

from codegen.writer import Writer, header, literal, tuple_of


def test_blocks_indent_and_blank_lines_do_not() -> None:
    out = Writer()
    with out.block("def f() -> None:"):
        out.line("x = {")
        out.line()
        with out.block("if x:"):
            out.line("a\n\nb")
    with out.block("y = [", "]"):
        out.line("1,")
    expected = (
        "def f() -> None:\n    x = {\n\n    if x:\n        a\n\n        b\ny = [\n    1,\n]\n"
    )
    assert out.text() == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "function()\n"),
        (2, "function(argument, argument)\n"),
        (9, "function(" + ", ".join(["argument"] * 9) + ")\n"),
        (10, "function(\n    " + " ".join(["argument,"] * 9) + "\n    argument,\n)\n"),
    ],
)
def test_items_fill_lines(count: int, expected: str) -> None:
    out = Writer()
    out.items("function(", ["argument"] * count, ")")
    assert out.text() == expected
    assert max(map(len, expected.splitlines())) <= 100


@pytest.mark.parametrize("value", ["", "a", 'say "no"', "back\\slash", "two\nlines", "'"])
def test_literals_evaluate_to_their_text(value: str) -> None:
    assert ast.literal_eval(literal(value)) == value
    assert literal(value).startswith('"')


@pytest.mark.parametrize(("items", "text"), [([], "()"), (["a"], "(a,)"), (["a", "b"], "(a, b)")])
def test_tuples(items: list[str], text: str) -> None:
    assert tuple_of(items) == text


def test_the_header_says_by_what_from_what_and_not_to_edit() -> None:
    assert header("Things.", "codegen/emit/x.py") == (
        '"""Things.\n\nWritten by `python -m codegen` (codegen/emit/x.py) from opcodes.yaml.'
        ' Do not edit.\n"""\n\nfrom __future__ import annotations\n'
    )
