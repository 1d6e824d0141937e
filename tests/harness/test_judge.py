"""What expectations say of results."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.harness.expect import read
from refwasm.harness.judge import judged, settle, skipped, tallies
from refwasm.script.results import Result, Status
from refwasm.syntax.features import DEFAULT
from tests.harness.test_compare import LETTERS

TEXTS = {1: "(module)", 2: '(invoke "f")', 3: '(invoke "g")', 4: '(invoke "h")', 5: '(invoke "h")'}
RAN = {2: ("i32.add",), 3: ("i32.add", "i32.sub"), 4: ("i32.mul",)}


def results(statuses: str, script: str = "a.wast") -> list[Result]:
    """Those of a script with a command a line."""
    return [
        Result(script, i, i + 1, "assert_return" if i else "module", LETTERS[letter],
               got="known" if letter == "u" else "", instructions=RAN.get(i + 1, ()))
        for i, letter in enumerate(statuses)
    ]  # fmt: skip


def after(entries: str, statuses: str) -> str:
    """How results end where `entries` hold: a letter each, E for what is excused, X for what is unexpected."""
    expected = list(read("[[suite]]\n" + entries, "e.toml"))
    scripts = {"a.wast": judged(results(statuses), expected, TEXTS)}
    stale = settle(scripts, tallies("x", scripts, expected, ["b.wast"], lambda name: TEXTS))
    letters = {status: letter for letter, status in LETTERS.items()}
    words = "".join(
        "E" if r.excuse else "X" if r.status is Status.UNEXPECTED else letters[r.status]
        for r in scripts["a.wast"]
    )
    return " ".join([words, *stale])


def entry(said: str, name: str = "a", status: str = "fail") -> str:
    """An entry."""
    return f'[[suite.test]]\nname = "{name}"\nexpected = "{status}"\nreason = "known"\n{said}\n'


SKIP = '[[suite.test]]\nname = "a"\naction = "skip"\nreason = "known"\nline = 3'


@pytest.mark.parametrize(
    ("entries", "before", "then"),
    [
        (entry("line = [2, 3]"), "pffff", "pEEff"),
        (entry("line = [2, 3]"), "pfpfp", "pEXfp"),
        (entry("line = 2"), "pcppp", "pcppp"),
        (entry("line = 2", status="crash"), "pcppp", "pEppp"),
        (entry("line = 2"), "puppp", "puppp"),
        (entry("line = 9"), "ppppp", "ppppp e.toml:2: a: no such command at line 9"),
        (entry("line = [3, 9]"), "ppfpp", "ppEpp e.toml:2: a: no such command at line 9"),
        (entry("text = 'invoke  \"g\"'"), "ppfpp", "ppEpp"),
        (entry("text = '\"g\"'"), "ppppp", "ppXpp"),
        (entry("text = '\"z\"'"), "ppppp", "ppppp e.toml:2: a: no such command"),
        (entry("instruction = 'i32.add'"), "pffff", "pEEff"),
        (entry("instruction = 'i32.add'"), "ppfff", "ppEff"),
        (entry("instruction = 'i32.add'"), "ppppf", "pXppf"),
        (entry("instruction = 'i32.add'"), "pcppp", "pcppp"),
        (entry("instruction = 'i64.add'"), "pffff", "pffff e.toml:2: a: no such command"),
        (entry("kind = 'module'"), "fpppp", "Epppp"),
        (entry("kind = 'module'"), "ppppp", "Xpppp"),
        (entry(""), "ppfpf", "ppEpE"),
        (entry(""), "ppppp", "Xpppp"),
        (entry("", name="*"), "ppppf", "ppppE"),
        (entry("", name="*") + entry("", status="pass"), "ppppf", "ppppf"),
        (entry("", name="*") + entry("line = 3", status="pass"), "ppffp", "ppfEp"),
        (entry("", name="b"), "ppppp", "ppppp"),
        (entry("", name="c"), "ppppp", "ppppp e.toml:2: there is no script c"),
        (SKIP, "ppupp", "ppEpp"),
        (SKIP, "ppppp", "ppppp"),
    ],
)
def test_entries(entries: str, before: str, then: str) -> None:
    assert after(entries, before) == then


def test_a_line_with_two_commands() -> None:
    """One that fails is enough; if none does, one is said to be unexpected."""
    two = [Result("a.wast", i, 7, "module", s) for i, s in enumerate((Status.PASS, Status.FAIL))]
    entries = list(read("[[suite]]\n" + entry("line = 7"), "e.toml"))
    assert [r.excuse for r in judged(two, entries, {})] == ["", "known"]
    right = [Result("a.wast", i, 7, "module", Status.PASS) for i in range(2)]
    assert [r.status for r in judged(right, entries, {})] == [Status.UNEXPECTED, Status.PASS]


def test_an_unexpected_pass_names_the_entry() -> None:
    [_, found, *_] = judged(
        results("ppppp"), list(read("[[suite]]\n" + entry("line = 2"), "e.toml")), TEXTS
    )
    assert (found.expected, found.got) == ("fail, says e.toml:2: known", "it passed")


def test_what_did_not_run_all_is_not_judged() -> None:
    entries = list(read("[[suite]]\n" + entry("line = 9") + entry(""), "e.toml"))
    unread = [Result("a.wast", 0, 1, "script", Status.FAIL)]
    for of in ({"a.wast": unread}, {}):
        assert settle(of, tallies("x", of, entries, ["a.wast"], lambda name: {})) == []


def test_what_is_skipped(tmp_path: Path) -> None:
    script = tmp_path / "a.wast"
    script.write_text('(module)\n\n(invoke "f")\n;; (invoke "g")\n(assert_return (invoke "f"))')
    [skip] = read("[[suite]]\n" + SKIP, "e.toml")
    assert skipped([skip], script, DEFAULT) == {1: "known"}
    [every] = read("[[suite]]\n" + SKIP.replace("line = 3", "text = 'f'"), "e.toml")
    assert skipped([every], script, DEFAULT) == {1: "known", 2: "known"}
    script.write_text("(module")
    assert skipped([skip], script, DEFAULT) == {}
    assert skipped([skip], tmp_path / "none.wast", DEFAULT) == {}
