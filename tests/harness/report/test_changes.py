"""A comparison, for a terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from refwasm.harness.compare import Comparison, compare
from refwasm.harness.make import make_report
from refwasm.harness.report.changes import markdown, render
from refwasm.script.results import Result, Status
from tests.harness.report.samples import SAMPLES, by_script, one, run, subject


def worse() -> Comparison:
    """Everything that can be said of engines."""
    good = [
        Result("core/a.wast", i, i + 1, "assert_return", Status.PASS, "", "", (key, "end"))
        for i, key in enumerate(["i32.add", "i32.sub", "i64.clz", "f32.abs"])
    ]
    bad = [
        replace(good[0], status=Status.FAIL, expected="(i32.const 1)", got="<b>`2`</b>|"),
        replace(good[1], status=Status.CRASH, expected="an answer", got="none " * 30),
        replace(good[2], status=Status.FAIL, excuse="known, see issue 7"),
        good[3],
    ]
    old = [*good[:3], replace(good[3], status=Status.UNSUPPORTED, got="no floats")]
    gone = Result("core/old.wast", 0, 1, "module", Status.FAIL)
    new = Result("core/new.wast", 0, 1, "module", Status.PASS)
    sound = subject(label="sound", name="sound")
    lost = subject(lost={"core/z.wast": "nothing came back"}, version="0.2.0")
    before = [
        (subject(), by_script([*old, gone])),
        (sound, by_script(good)),
        (subject(label="x"), {}),
    ]
    after = [(lost, by_script([*bad, new])), (sound, by_script(good)), (subject(label="y"), {})]
    return compare(make_report(run(), before), make_report(run(suite="abcd1234"), after))


def same() -> Comparison:
    """Nothing changed."""
    return compare(SAMPLES["beside"](), SAMPLES["beside"]())


def flood() -> Comparison:
    """More than a comment holds."""
    good = [
        Result(f"core/{i % 7}.wast", i, i + 1, "assert_return", Status.PASS, "", "", ("nop",))
        for i in range(3000)
    ]
    bad = [replace(r, status=Status.FAIL, expected="1" * 300, got="<&>" * 80) for r in good]
    engines = [subject(), subject(label="b"), subject(label="c")]
    old, new = (make_report(run(), [(s, by_script(rs)) for s in engines]) for rs in (good, bad))
    return compare(old, new)


SAMPLE = {"worse": worse, "same": same, "flood": flood}


@pytest.mark.parametrize("name", ["worse", "same"])
def test_gold(name: str, gold: Callable[[str, str], None]) -> None:
    gold(f"changes-{name}.txt", render(SAMPLE[name]()))
    gold(f"changes-{name}.md", markdown(SAMPLE[name]()))


@pytest.mark.parametrize("name", SAMPLE)
def test_a_terminal_is_80_columns_wide(name: str) -> None:
    assert max(map(len, render(SAMPLE[name]()).splitlines())) <= 80


def test_a_comment_is_bounded_and_the_worst_comes_first() -> None:
    found = markdown(flood())
    assert len(found.encode()) < 65_536
    assert found.index("worse") < found.index("... and ")


def test_the_report_itself_is_none_of_these() -> None:
    """Engines alone may differ."""
    bare = one(run(), {})
    found = compare(bare, replace(bare, engines=()))
    assert render(found).splitlines()[-2:] == ["engine only before: refwasm", "ok: nothing changed"]
