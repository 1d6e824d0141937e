"""A refwasm with one function changed: every form of the report shows what uses it as what is to blame."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TypeAlias

import pytest

from refwasm.harness import expect
from refwasm.harness.compare import EngineChanges, compare
from refwasm.harness.expect import Expected
from refwasm.harness.judge import judged, settle, tallies
from refwasm.harness.make import make_report
from refwasm.harness.model import Report
from refwasm.harness.report import changes, text
from refwasm.harness.report.formats import FORMATS, chosen
from refwasm.harness.suite import shipped_vectors
from refwasm.harness.update import updated
from refwasm.script.results import Result, Status
from tests.harness.faults import BYSTANDERS, Fault, results_with, users
from tests.harness.faults import run as results_of
from tests.harness.report import shown
from tests.harness.report.samples import by_script, one, run, subject
from tests.harness.report.shown import Shown
from tests.harness.test_faults import RIGHT

Read: TypeAlias = Callable[[str, str], Shown]

ENGINE = "refwasm"
SOUND = subject(label="sound")

# Of each form, what reads it; `badge` names no instruction.
ONE: dict[str, tuple[Callable[[Report], str], Read]] = {
    "text": (text.render, shown.read_text),
    "json": (FORMATS["json"].render, shown.read_json),
    "markdown": (FORMATS["markdown"].render, shown.read_markdown),
    "html": (FORMATS["html"].render, shown.read_html),
    "ctrf": (FORMATS["ctrf"].render, shown.read_ctrf),
    "csv": (FORMATS["csv"].render, shown.read_csv),
    "junit per kind": (chosen(junit_per="kind")["junit"].render, shown.read_junit),
    "junit per assertion": (chosen(junit_per="assertion")["junit"].render, shown.read_junit),
    "junit per instruction": (
        chosen(junit_per="instruction")["junit"].render,
        shown.read_instructions,
    ),
}
BESIDE = {**ONE, "text": (text.render, shown.read_beside)}

Scripts: TypeAlias = dict[str, list[Result]]


class Refwasm:
    """The results of the shipped vectors, by script, and the report: of refwasm as it is or with a fault."""

    def __init__(self) -> None:
        paths = sorted(shipped_vectors().glob("*.wast"))
        self.passing = {path: list(results_of([path])) for path in paths}
        self.with_fault = cache(self._with_fault)
        self.sound = {path.name: results for path, results in self.passing.items()}
        self.whole = one(run(), self.sound)

    def _with_fault(self, fault: Fault) -> tuple[Scripts, Report]:
        scripts = by_script(results_with(fault, self.passing))
        return scripts, one(run(), scripts)


@pytest.fixture(scope="session")
def refwasm() -> Refwasm:
    return Refwasm()


def misled(fault: Fault, found: Shown) -> str:
    """What is wrong with `found`, if anything is."""
    using = users(fault.function)
    top = found.order[: max(1, len(using.intersection(found.order)))]
    if not found.blamed:
        return "nothing is blamed"
    if others := found.blamed - using:
        return f"blamed are {', '.join(sorted(others))}"
    if not top or top[0] not in using:
        return f"the first is {', '.join(top)}"
    return ", ".join(BYSTANDERS.intersection(top) - using)


@pytest.mark.parametrize("fault", RIGHT, ids=str)
def test_every_form_blames_what_uses_the_function(fault: Fault, refwasm: Refwasm) -> None:
    _, report = refwasm.with_fault(fault)
    found = {f: misled(fault, read(render(report), ENGINE)) for f, (render, read) in ONE.items()}
    assert found == dict.fromkeys(ONE, "")
    badge = json.loads(FORMATS["badge"].render(report))
    assert badge["message"] != "100% of assertions"
    assert badge["color"] != "brightgreen"


@pytest.mark.parametrize("fault", RIGHT[::5], ids=str)
def test_it_does_so_beside_a_sound_engine(fault: Fault, refwasm: Refwasm) -> None:
    scripts, _ = refwasm.with_fault(fault)
    report = make_report(run(), [(SOUND, refwasm.sound), (subject(), scripts)])
    found = {}
    for form, (render, read) in BESIDE.items():
        written = render(report)
        found[form] = misled(fault, read(written, ENGINE))
        if form not in ("text", "markdown"):  # they have one table for both
            assert read(written, SOUND.label) == Shown([], set())
    assert found == dict.fromkeys(BESIDE, "")


def test_a_sound_engine_is_not_blamed(refwasm: Refwasm) -> None:
    found = {form: read(render(refwasm.whole), ENGINE) for form, (render, read) in ONE.items()}
    assert found == dict.fromkeys(ONE, Shown([], set()))
    assert json.loads(FORMATS["badge"].render(refwasm.whole))["message"] == "100% of assertions"


def test_there_is_a_reader_of_every_form() -> None:
    assert {form.partition(" ")[0] for form in ONE} == {*FORMATS, "text"} - {"badge"}


# From one report to another


def changed(before: Report, after: Report) -> tuple[EngineChanges, dict[str, Shown]]:
    """What changed, and what the two forms of that show of instructions."""
    comparison = compare(before, after)
    [engine] = comparison.engines
    told = changes.render(comparison)
    keys = [shown.listed(told, head) for head in (shown.FEWEST, "no longer among them")]
    return engine, {
        "text": Shown(shown.rows_below(told, "instructions "), set().union(*keys)),
        "markdown": shown.read_markdown(changes.markdown(comparison), ENGINE),
    }


@pytest.mark.parametrize("fault", RIGHT, ids=str)
def test_a_comparison_names_them(fault: Fault, refwasm: Refwasm) -> None:
    whole, (_, faulty) = refwasm.whole, refwasm.with_fault(fault)
    for before, after in ((whole, faulty), (faulty, whole)):
        engine, found = changed(before, after)
        assert {form: misled(fault, said) for form, said in found.items()} == {
            "text": "",
            "markdown": "",
        }
        worse = after is faulty
        assert bool(engine.worse) == worse == (not engine.ok)
        assert bool(engine.better) != worse
        assert engine.instructions[0].worse == worse
        assert engine.instructions[0].key in users(fault.function)


# Expectations


def with_expectations(scripts: Scripts, expected: list[Expected]) -> Report:
    """The report of a run with `scripts` of which so much is expected."""
    said = {
        name: judged(results, [e for e in expected if e.holds_for(name)], {})
        for name, results in scripts.items()
    }
    stale = settle(said, tallies("x", said, expected, scripts, lambda name: {}))
    return replace(one(run(), said), stale=tuple(stale))


def entries(
    scripts: Scripts, failures: list[Result], selector: Callable[[str], str]
) -> list[Expected]:
    """An entry for each of `scripts` with `failures`, read from the file that says so."""
    words = json.dumps(sorted({r.status.value for r in failures}))
    tests = [
        f"[[suite.test]]\nname = {json.dumps(name)}\nexpected = {words}\n{selector(name)}\n"
        for name in scripts
        if any(r.script == name for r in failures)
    ]
    return list(expect.read("\n".join(["[[suite]]", *tests]), "expect.toml"))


@pytest.mark.parametrize("fault", RIGHT, ids=str)
def test_expectations_catch_it_both_ways(fault: Fault, refwasm: Refwasm) -> None:
    scripts, report = refwasm.with_fault(fault)
    failures = list(report.engines[0].failures)
    assert not report.ok

    written = updated("", "expect.toml", report).text
    expected = list(expect.read(written, "expect.toml"))
    assert with_expectations(scripts, expected).ok
    red = with_expectations(refwasm.sound, expected)
    assert not red.ok
    unexpected = [r for r in red.engines[0].failures if r.status is Status.UNEXPECTED]
    assert [(r.script, r.line) for r in unexpected] == sorted(
        {(r.script, r.line) for r in failures}
    )
    assert "suite.test" not in updated(written, "expect.toml", refwasm.whole).text


@pytest.mark.parametrize("fault", RIGHT, ids=str)
def test_so_do_expectations_of_instructions(fault: Fault, refwasm: Refwasm) -> None:
    """They cover the commands in which one of them runs."""
    scripts, report = refwasm.with_fault(fault)
    using = users(fault.function)
    covered = [r for r in report.engines[0].failures if not using.isdisjoint(r.instructions)]
    rest = [r for r in report.engines[0].failures if using.isdisjoint(r.instructions)]
    expected = entries(scripts, covered, lambda name: f"instruction = {json.dumps(sorted(using))}")
    found = with_expectations(scripts, expected)
    assert [r for r in found.engines[0].failures if not r.excuse] == rest
    assert found.ok == (not rest)
    red = with_expectations(refwasm.sound, expected)
    assert not red.ok
    unexpected = [r for r in red.engines[0].failures if r.status is Status.UNEXPECTED]
    assert {r.script for r in unexpected} == {r.script for r in covered}
    assert all(not using.isdisjoint(r.instructions) for r in unexpected)
