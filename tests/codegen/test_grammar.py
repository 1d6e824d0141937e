"""SpecTec's notation, on grammars of our own: items, results, abbreviations, names of rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.grammar import GrammarError, Item, Part, Rule, Token, read_grammars, read_rules

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_text(text: str) -> Path:
        path = tmp_path / "own.spectec"
        path.write_text(text, encoding="utf-8")
        return path

    return write_text


def _texts(parts: tuple[Part, ...]) -> str:
    texts = (p.text if isinstance(p, Token) else f"({_texts(p.parts)})" for p in parts)
    return " ".join(texts)


@pytest.mark.parametrize(
    ("alternative", "items"),
    [
        ("0x2A => FROB", [Item("0x2A")]),
        ("0x2A 7:Bu9 => FROB", [Item("0x2A"), Item("7")]),
        ('"frob" x:Thue_(I) => FROB x', [Item('"frob"'), Item(grammar="Thue_", names=("x",))]),
        ("x:Bhue(12) => FROB", [Item(grammar="Bhue(12)", names=("x",))]),
        ("x*:Blist(Bhue) => FROB", [Item(grammar="Blist(Bhue)", names=("x",))]),
        ("x*:Bhue^3 => FROB", [Item(grammar="Bhue", iteration="^3", names=("x",))]),
        ("(x:Bhue)^3 => FROB", [Item(grammar="Bhue", iteration="^3", names=("x",))]),
        ("(x,y):Bpair => FROB", [Item(grammar="Bpair", names=("x", "y"))]),
        ("3:Bu9 (x?, y?):Bpair => FROB", [Item("3"), Item(grammar="Bpair", names=("x", "y"))]),
        ("x'?:Tid? => FROB", [Item(grammar="Tid", iteration="?", names=("x'",))]),
        ("Tid* 0x01 => FROB", [Item(grammar="Tid", iteration="*"), Item("0x01")]),
        ("eps => FROB", []),
    ],
)
def test_items(write: Write, alternative: str, items: list[Item]) -> None:
    (production,) = read_grammars(write(f"grammar Bown : own = {alternative}\n")).productions
    assert list(production.items) == items


@pytest.mark.parametrize(
    ("body", "results"),
    [
        ("| 1 => A | 2 => B", ["A", "B"]),
        ("...\n  | 1 => A (X `8)\n  | ...", ["A (X ` 8)"]),
        ("| 1 => A -- if |x| = |y|\n | 2 => B\n  ----\n  -- if x = 2", ["A", "B"]),
        (";; | 0 => Z\n  | 1 => A ;; | 2 => B\n", ["A"]),
        ("(; | 0 => Z ;)\n  | 1 => A", ["A"]),
        ('| "a|b" => A', ["A"]),
        ('| 1 => A\n  | "a" == "a" "b"', ["A"]),
    ],
)
def test_alternatives(write: Write, body: str, results: list[str]) -> None:
    grammars = read_grammars(
        write(f"syntax s = t\n\ngrammar Bown_(I)/part-1 : own = {body}\nvar x")
    )
    assert [_texts(p.result) for p in grammars.productions] == results
    assert {p.grammar for p in grammars.productions} == {"Bown_"}
    assert grammars.abbreviations == body.count("==")


def test_an_optional_part_makes_two_productions(write: Write) -> None:
    path = write('grammar Town : own =\n  | "frob" (x:Thue)? => FROB (x)?\n')
    without, with_part = read_grammars(path).productions
    assert without.items == (Item('"frob"'),)
    assert without.absent == {"x"}
    assert with_part.items == (Item('"frob"'), Item(grammar="Thue", names=("x",)))
    assert without.place == with_part.place == "own.spectec:2"


def test_rules(write: Write) -> None:
    path = write(
        "rule Own_ok/frob.it-late:\n  x: y\n  -- if x:\n\nrelation R: y\n"
        "rule Plain:\n  z\nrule Broken\n"
    )
    assert read_rules(path) == [
        Rule("Own_ok", "frob.it-late", ("x", ":", "y")),
        Rule("Plain", "", ("z",)),
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("\ngrammar Bown : own", "own.spectec:2: a grammar without '='"),
        ("grammar B : o = 0x01 ( => FROB", "own.spectec:1: a parenthesis is not closed"),
        ("grammar B : o = ) => FROB", "own.spectec:1: a parenthesis is not opened"),
        ("grammar B : o = (1 => FROB)", "own.spectec:1: '=>' within parentheses"),
        ("grammar B : o = x: => FROB", "own.spectec:1: the name of a grammar is missing"),
        ("grammar B : o = 1: => FROB", "own.spectec:1: the name of a grammar is missing"),
        (
            f"grammar B : o = {'(' * 9999}{')' * 9999} => FROB",
            "own.spectec:1: parentheses nest too deep",
        ),
    ],
)
def test_what_is_no_grammar_is_named(write: Write, text: str, wrong: str) -> None:
    with pytest.raises(GrammarError) as error:
        read_grammars(write(text))
    assert str(error.value) == wrong


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.spectec"
    path.write_bytes(b"\xff\xfe\x00grammar")
    with pytest.raises(GrammarError, match="own.spectec: cannot be read"):
        read_grammars(path)
