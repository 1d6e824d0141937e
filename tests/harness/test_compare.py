"""What changed from one report to another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refwasm.harness.compare import Change, Command, Comparison, EngineChanges, compare, matched
from refwasm.harness.make import make_report
from refwasm.harness.model import EVERYTHING, Report, Subject
from refwasm.harness.texts import fingerprinted
from refwasm.harness.twins import renamed, twins
from refwasm.script.results import Result, Status
from tests.harness.report.samples import run, subject

P, F, U, C = Status.PASS, Status.FAIL, Status.UNSUPPORTED, Status.CRASH
LETTERS = {
    "p": P,
    "f": F,
    "u": U,
    "c": C,
    "s": Status.SKIPPED,
    "x": Status.UNEXPECTED,
    "t": Status.TEXT,
}


def report(text: str, statuses: str, *, texts: bool = True, **changes: object) -> Report:
    """That on a script of which each line is a command, and in which `i32.add` runs where it is named."""
    results = [
        Result("a.wast", i, line, words.split()[0], LETTERS[status], "1", "" if status == "p" else "2",
               tuple(key for key in ("i32.add", "i32.sub") if key in words))
        for i, ((line, words), status) in enumerate(zip(lines(text), statuses, strict=True))
    ]  # fmt: skip
    return of({"a.wast": results}, text if texts else "", subject(**changes))


def of(scripts: dict[str, list[Result]], text: str, *subjects: Subject) -> Report:
    """The report on the same results of `subjects`."""
    made = make_report(run(), [(s, {} if s.absent else scripts) for s in subjects])
    found = {name: fingerprinted(c, text) for name, c in made.commands.items()} if text else {}
    return replace(made, commands={**made.commands, **found})


def lines(text: str) -> list[tuple[int, str]]:
    """The lines that are commands, with their numbers."""
    return [(n, line) for n, line in enumerate(text.split("\n"), 1) if line]


def only(comparison: Comparison) -> EngineChanges:
    """The only engine."""
    [engine] = comparison.engines
    return engine


def said(changes: tuple[Change, ...]) -> list[str]:
    """Line and statuses of each."""
    return [
        f"{c.line} {' '.join(s.value if s else '-' for s in (c.before, c.after))}" for c in changes
    ]


TEXT = """module
assert_return i32.add 1
assert_return i32.add 2
assert_return i32.sub 3
assert_trap 4"""


@pytest.mark.parametrize(
    ("before", "after", "worse", "better"),
    [
        ("ppppp", "ppppp", [], []),
        ("ppppp", "ppfpc", ["5 pass crash", "3 pass fail"], []),
        ("pfupp", "ppfpp", ["3 unsupported fail"], ["2 fail pass"]),
        ("ppupp", "pppup", ["4 pass unsupported"], ["3 unsupported pass"]),
        ("pfcpp", "pcfpp", ["2 fail crash"], ["3 crash fail"]),
        ("pptfp", "pxfpp", ["3 text fail"], ["4 fail pass"]),
    ],
)
def test_commands(before: str, after: str, worse: list[str], better: list[str]) -> None:
    found = compare(report(TEXT, before), report(TEXT, after))
    assert (said(only(found).worse), said(only(found).better)) == (worse, better)
    assert found.ok == (not worse)
    assert (only(found).new, only(found).gone) == ((), ())


def test_an_expectation_makes_it_no_worse() -> None:
    """It is said all the same."""
    after = report(TEXT, "pfppp")
    excused = tuple(replace(r, excuse="known") for r in after.engines[0].failures)
    after = replace(after, engines=(replace(after.engines[0], failures=excused),))
    found = compare(report(TEXT, "ppppp"), after)
    assert said(only(found).worse) == ["2 pass fail"]
    assert only(found).worse[0].excused
    assert found.ok


def test_instructions() -> None:
    found = only(compare(report(TEXT, "pfppp"), report(TEXT, "ppppf")))
    assert [(m.key, m.before.failed, m.after.failed, m.worse) for m in found.instructions] == [
        ("i32.add", 1, 0, False)
    ]
    found = only(compare(report(TEXT, "pfppp"), report(TEXT, "pppfp")))
    assert [m.key for m in found.instructions] == ["i32.sub", "i32.add"]
    assert found.explained == ("i32.sub",)


NEWER = """invoke
module

assert_return i32.add 0
assert_return i32.add 1
assert_return i32.add 2
assert_return i32.sub 7
assert_trap 5
"""


def test_lines_that_moved() -> None:
    """The same command is found at another line; one whose text alone changed is still the same."""
    found = only(compare(report(TEXT, "ppfpp"), report(NEWER, "ppfpffp")))
    assert said(found.worse) == ["7 pass fail"]
    assert said(found.better) == []
    assert said(found.new) == ["4 - fail", "1 - pass"]
    assert said(found.gone) == []
    assert said(only(compare(report(TEXT, "ppfpp"), report(NEWER, "ppppppp"))).better) == [
        "6 fail pass"
    ]


def test_without_texts() -> None:
    """How many lines a command has tells as well as it can."""
    before, after = (
        "module\n\nassert_return 1\nassert_trap 2",
        "\n\nmodule\n\nassert_return 1\nassert_trap 2",
    )
    found = compare(report(before, "ppf", texts=False), report(after, "pfp"))
    assert (said(only(found).worse), said(only(found).better)) == (["5 pass fail"], ["6 fail pass"])


def test_a_script_that_cannot_be_read_any_more() -> None:
    unread = of(
        {"a.wast": [Result("a.wast", 0, 3, "script", F, "a script", "malformed")]}, "", subject()
    )
    found = compare(report(TEXT, "ppppp"), unread)
    assert (said(only(found).worse), only(found).gone) == (["3 pass fail"], ())
    back = only(compare(unread, report(TEXT, "ppfpp")))
    assert (said(back.better), back.worse, back.new) == (["3 fail pass"], (), ())
    assert compare(unread, unread).ok


def test_what_is_lost_is_worse() -> None:
    """Of the rest of such a script nothing is known."""
    before = report(TEXT, "ppffp")
    lost = report(TEXT[:31], "pc", lost={"a.wast": "nothing came back"})
    found = compare(before, lost)
    assert not found.ok
    assert only(found).lost == {"a.wast": "nothing came back"}
    assert (only(found).better, said(only(found).gone)) == ((), ["3 fail -", "4 fail -"])
    assert compare(lost, lost).ok
    away = report(TEXT, "ppppp", absent="no program")
    assert only(compare(before, away)).lost == {"everything": "no program"}
    assert compare(away, before).ok
    unfit = report(TEXT, "ppppp", lost={EVERYTHING: "exit code 2"})
    assert only(compare(before, unfit)).lost == {"everything": "exit code 2"}
    assert not compare(before, unfit).ok
    assert only(compare(before, unfit)).gone == ()


def test_engines_are_matched_by_label() -> None:
    good = [Result("a.wast", 0, 1, "module", P)]
    before = of({"a.wast": good}, "", subject(), subject(label="b"))
    after = of(
        {"a.wast": [replace(good[0], status=F)]},
        "",
        subject(label="b", version="2"),
        subject(label="c"),
    )
    found = compare(before, after)
    assert (found.gone, found.new) == (("refwasm",), ("c",))
    assert (only(found).label, only(found).versions) == ("b", ("0.1.0", "2"))
    assert said(only(found).worse) == ["1 pass fail"]


def test_scripts_that_are_new_or_gone() -> None:
    other = [Result("b.wast", 0, 1, "module", F)]
    found = only(compare(report(TEXT, "ppppp"), of({"b.wast": other}, "", subject())))
    assert (said(found.new), len(found.gone), found.ok) == (["1 - fail"], 5, True)


def test_what_fails_in_a_new_command_is_new() -> None:
    """What merely runs in it passed before, and passes now where it did; `i32.sub` was nowhere."""
    before = report("assert_return i32.add 1", "p")
    more = "assert_return i32.add 1\nassert_return i32.add i32.sub 2"
    found = compare(before, report(more, "pf"))
    assert (said(only(found).new), only(found).failing, found.ok) == (["2 - fail"], (), True)
    assert [(m.key, m.worse, m.new) for m in only(found).instructions] == [
        ("i32.sub", False, True),
        ("i32.add", False, True),
    ]
    red = compare(before, report(more, "ff"))
    assert [(m.key, m.worse, m.new) for m in only(red).instructions] == [
        ("i32.add", True, False),
        ("i32.sub", False, True),
    ]
    assert not red.ok


def test_an_instruction_that_passed_and_fails_is_worse() -> None:
    """Also where every command is new or gone, so that it passes in none; an excused failure is none."""
    before, after = report("assert_return i32.add 1", "p"), report("assert_trap i32.add 2", "f")
    found = compare(before, after)
    assert (only(found).worse, only(found).failing, found.ok) == ((), ("i32.add",), False)
    excused = tuple(replace(r, excuse="known") for r in after.engines[0].failures)
    known = replace(after, engines=(replace(after.engines[0], failures=excused),))
    assert compare(before, known).ok
    assert compare(after, before).ok
    assert compare(after, after).ok


def test_scripts_in_another_folder() -> None:
    before, after = report(TEXT, "ppfpp"), report(NEWER, "ppfpffp")
    found = only(
        compare(
            renamed(before, {"a.wast": "/one/w/a.wast"}), renamed(after, {"a.wast": "/two/a.wast"})
        )
    )
    assert [c.script for c in found.worse] == ["/two/a.wast"]
    assert (said(found.worse), found.gone) == (["7 pass fail"], ())


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (["/a/t.wast"], ["/b/t.wast"], {"/a/t.wast": "/b/t.wast"}),
        (["/a/t.wast"], ["C:/b/t.wast"], {"/a/t.wast": "C:/b/t.wast"}),
        (["/a/t.wast"], ["/a/t.wast", "/b/t.wast"], {}),
        (["/a/t.wast"], ["/b/t.wast", "/c/t.wast"], {}),
        (["/a/x/t.wast", "/a/y/t.wast"], ["/b/x/t.wast", "/b/y/t.wast"],
         {"/a/x/t.wast": "/b/x/t.wast", "/a/y/t.wast": "/b/y/t.wast"}),
        (["/a/t.wast"], ["/b/u.wast"], {}),
        (["core/t.wast"], ["core/simd/t.wast"], {}),
    ],
)  # fmt: skip
def test_twins(old: list[str], new: list[str], found: dict[str, str]) -> None:
    assert twins(old, new) == found


def test_many_commands_are_matched_soon() -> None:
    old = [Command(i, i, "assert_return", f"{i:04x}") for i in range(5000)]
    new = [Command(0, 1, "module", "ffff"), *(c._replace(line=c.line + 9) for c in old)]
    pairs = [*matched(old, new)]
    assert pairs[0] == (None, new[0])
    assert all(a and b and a.text == b.text for a, b in pairs[1:])
