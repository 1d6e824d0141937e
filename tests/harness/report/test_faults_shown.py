"""A refwasm with one function changed: every form of the report shows what uses it as what is to blame."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from refwasm.harness.compare import EngineChanges, compare
from refwasm.harness.model import Report, make_report
from refwasm.harness.report import changes, text
from refwasm.harness.report.formats import FORMATS, chosen
from refwasm.harness.suite import shipped_vectors
from refwasm.script.results import Result
from tests.harness.faults import BYSTANDERS, Fault, exercising, results_with, users
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

Passing: TypeAlias = dict[Path, list[Result]]


@pytest.fixture(scope="session")
def passing() -> Passing:
    """The results of the shipped vectors, by script, of refwasm as it is."""
    return {path: list(results_of([path])) for path in sorted(shipped_vectors().glob("*.wast"))}


@pytest.fixture(scope="session")
def sound(passing: Passing) -> dict[str, list[Result]]:
    """The same as a report takes them."""
    return {path.name: results for path, results in passing.items()}


@pytest.fixture(scope="session")
def broken(passing: Passing) -> Callable[[Fault], dict[str, list[Result]]]:
    """The results of refwasm with a fault, by script."""
    return cache(lambda fault: by_script(results_with(fault, passing)))


Broken: TypeAlias = Callable[[Fault], dict[str, list[Result]]]
Sound: TypeAlias = dict[str, list[Result]]


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
def test_every_form_blames_what_uses_the_function(fault: Fault, broken: Broken) -> None:
    report = one(run(), broken(fault))
    found = {form: misled(fault, read(render(report), ENGINE)) for form, (render, read) in ONE.items()}
    assert found == dict.fromkeys(ONE, "")


@pytest.mark.parametrize("fault", RIGHT, ids=str)
def test_it_does_so_beside_a_sound_engine(fault: Fault, sound: Sound, broken: Broken) -> None:
    report = make_report(run(), [(SOUND, sound), (subject(), broken(fault))])
    found = {}
    for form, (render, read) in BESIDE.items():
        written = render(report)
        found[form] = misled(fault, read(written, ENGINE))
        if form not in ("text", "markdown"):  # they have one table for both
            assert read(written, SOUND.label) == Shown([], set())
    assert found == dict.fromkeys(BESIDE, "")


def test_a_sound_engine_is_not_blamed(sound: Sound) -> None:
    report = one(run(), sound)
    found = {form: read(render(report), ENGINE) for form, (render, read) in ONE.items()}
    assert found == dict.fromkeys(ONE, Shown([], set()))
    assert json.loads(FORMATS["badge"].render(report))["message"] == "100%"


def test_there_is_a_reader_of_every_form() -> None:
    assert {form.partition(" ")[0] for form in ONE} == {*FORMATS, "text"} - {"badge"}


@pytest.mark.parametrize("fault", RIGHT, ids=str)
def test_the_badge_is_not_that_of_a_sound_engine(fault: Fault, broken: Broken) -> None:
    badge = json.loads(FORMATS["badge"].render(one(run(), broken(fault))))
    assert badge["message"] != "100%"
    assert badge["color"] != "brightgreen"


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
def test_a_comparison_names_them(fault: Fault, sound: Sound, broken: Broken) -> None:
    whole, faulty = one(run(), sound), one(run(), broken(fault))
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
