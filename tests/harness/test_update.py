"""Rewriting expectations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refwasm.harness.expect import ExpectError, read
from refwasm.harness.judge import judged, settle, tallies
from refwasm.harness.make import make_report
from refwasm.harness.model import Report
from refwasm.harness.report.outcomes import is_red
from refwasm.harness.update import updated
from refwasm.script.results import Result
from tests.harness.report.samples import run, subject
from tests.harness.test_compare import LETTERS

Scripts = dict[str, str]  # a letter for each command's status, by name


def results(scripts: Scripts) -> dict[str, list[Result]]:
    """A command a line."""
    return {
        name: [
            Result(name, i, i + 1, "assert_return", LETTERS[s], "1", "2" if s != "p" else "",
                   ("i32.add",) if i % 2 else ("i32.sub",))
            for i, s in enumerate(statuses)
        ]
        for name, statuses in scripts.items()
    }  # fmt: skip


def report(scripts: Scripts, **others: Scripts) -> Report:
    """That on one engine, or several."""
    engines = {"refwasm": scripts, **others}
    return make_report(run(), [(subject(label=k, name=k), results(s)) for k, s in engines.items()])


def red(text: str, scripts: Scripts, engine: str = "refwasm") -> list[str]:
    """What is not as `text` says."""
    entries = [e for e in read(text, "e.toml") if e.concerns([engine], "Linux x86_64")]
    found = {
        name: judged(rs, [e for e in entries if e.holds_for(name)], {})
        for name, rs in results(scripts).items()
    }
    stale = settle(found, tallies("x", found, entries, [], lambda name: {}))
    return stale + [f"{r.script}:{r.line}" for rs in found.values() for r in rs if is_red(r)]


FILE = """# The engine of ours.
version = 1

[[suite]]
name = "core"

# NaN bits are not kept.
[[suite.test]]
name = "f32.wast"
line = [
    2, # the first
    3, 4,
] # that is all
expected = "fail"
reason = "bits"

[[suite.test]]
name = "gone.wast"
line = [1, 2]
expected = "fail"

# ---- what crashes ----

# This one goes.
[[suite.test]]
name = "f32.wast"
line = 6
expected = "crash"
# it went

# ---- the rest ----

[[suite.test]] # by instruction
name = "i32.wast"
instruction = "i32.add"
expected = "fail"

[[suite.test]]
name = "elsewhere.wast"
platform = "windows"
expected = "fail"

[[suite]]
name = "gc"
"""

SCRIPTS = {
    "core/f32.wast": "pfpfffpc",
    "core/gone.wast": "pp",
    "core/i32.wast": "pfpfp",
    "gc/[a].wast": "fp",
}

AFTER = """# The engine of ours.
version = 1

[[suite]]
name = "core"

# NaN bits are not kept.
[[suite.test]]
name = "f32.wast"
line = [
    2, # the first
    4,
] # that is all
expected = "fail"
reason = "bits"

# ---- what crashes ----

# ---- the rest ----

[[suite.test]] # by instruction
name = "i32.wast"
instruction = "i32.add"
expected = "fail"

[[suite.test]]
name = "elsewhere.wast"
platform = "windows"
expected = "fail"

[[suite.test]]
name = "f32.wast"
expected = "crash"
line = 8
reason = "seen: assert_return: crash, expected 1, got 2"

[[suite.test]]
name = "f32.wast"
expected = "fail"
line = [5, 6]
reason = "seen: assert_return: fail, expected 1, got 2, and 1 more"

[[suite]]
name = "gc"

[[suite.test]]
name = "[[]a].wast"
expected = "fail"
line = 1
reason = "seen: assert_return: fail, expected 1, got 2"
"""


def test_what_holds_is_kept() -> None:
    found = updated(FILE, "e.toml", report(SCRIPTS))
    assert found.text == AFTER
    assert found[1:] == (2, 1, 2, 3)
    assert red(AFTER, SCRIPTS) == []


@pytest.mark.parametrize("text", ["", FILE, FILE.replace("\n", "\r\n"), AFTER, "# nothing\n"])
def test_it_is_the_same_again(text: str) -> None:
    new = updated(text, "e.toml", report(SCRIPTS)).text
    assert red(new, SCRIPTS) == []
    again = updated(new, "e.toml", report(SCRIPTS))
    assert again.text == new
    assert again[2:] == (0, 0, 0)
    assert new.count("\r") in (0, new.count("\n"))


def test_from_nothing() -> None:
    new = updated("", "e.toml", report({"a.wast": "pf"})).text
    assert new.startswith(
        'version = 1\n\n[[suite]]\nname = "."\n\n[[suite.test]]\nname = "a.wast"\n'
    )


def test_many_lines() -> None:
    scripts = {"core/a.wast": "f" * 400}
    new = updated("", "e.toml", report(scripts)).text
    assert max(map(len, new.splitlines())) < 100
    assert red(new, scripts) == []
    fewer = {"core/a.wast": "fp" * 200}
    less = updated(new, "e.toml", report(fewer))
    assert less[1:] == (0, 1, 0, 0)
    assert red(less.text, fewer) == []
    none = updated(less.text, "e.toml", report({"core/a.wast": "p" * 400}))
    assert "suite.test" not in none.text


def test_engines_that_differ() -> None:
    one, other = {"core/a.wast": "pfff"}, {"core/a.wast": "pffp"}
    both = '[[suite]]\nname = "core"\n[[suite.test]]\nname = "a"\nline = [2, 3, 4]\nexpected = "fail"\n'
    new = updated(both, "e.toml", report(one, other=other))
    assert "line = [2, 3]\n" in new.text
    assert 'engine = "refwasm"\nexpected = "fail"\nline = 4\n' in new.text
    assert (red(new.text, one), red(new.text, other, "other")) == ([], [])


def test_a_pass_that_holds_no_more() -> None:
    text = '[[suite]]\n[[suite.test]]\nname = "*"\nexpected = "fail"\n[[suite.test]]\nname = "b"\nexpected = "pass"\n'
    scripts = {"a.wast": "pf", "b.wast": "pp"}
    assert updated(text, "e.toml", report(scripts)).text == text
    now = {"a.wast": "pf", "b.wast": "fp"}
    new = updated(text, "e.toml", report(now))
    assert new[1:] == (1, 0, 1, 0)
    assert red(new.text, now) == []


def test_what_was_lost_is_not_known() -> None:
    text = '[[suite]]\n[[suite.test]]\nname = "a"\nexpected = "fail"\nline = 9\n'
    lost = report({"a.wast": "p"})
    [engine] = lost.engines
    engine = replace(engine, subject=replace(engine.subject, lost={"a.wast": "nothing came back"}))
    assert updated(text, "e.toml", replace(lost, engines=(engine,))).text == text


def test_what_cannot_be_read() -> None:
    with pytest.raises(ExpectError, match="e.toml:2: what is expected"):
        updated('[[suite]]\n[[suite.test]]\nname = "a"', "e.toml", report({}))
