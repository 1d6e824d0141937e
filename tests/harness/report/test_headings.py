"""How reports say what explains the failures, where the search was cut or not all is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from refwasm.harness.model import EngineReport, Report
from refwasm.harness.report import text
from refwasm.harness.report.formats import FORMATS
from refwasm.harness.report.headings import explaining, hedge, title, verdict
from refwasm.script.results import Result, Status
from tests.harness.report.samples import SAMPLES, by_script, one, run
from tests.harness.report.shown import Block

FORMS: dict[str, Callable[[str], str]] = {
    "text": lambda written: " ".join(written.split()),
    "markdown": unescape,
    "html": lambda written: json.loads(Block(written, "report").text)["engines"][0]["hedge"],
    "json": lambda written: f"bound {json.loads(written)['engines'][0]['bound']}",
    "junit": lambda written: ET.tostring(ET.fromstring(written), "unicode"),
    "ctrf": lambda written: written,
}


def failing(unknown: int, bound: float) -> Report:
    """A report in which `unknown` failures have no instruction and the explanation is within `bound`."""
    ran = [("i32.add",), *[()] * unknown]
    results = [
        Result("a", i, i, "assert_return", Status.FAIL, instructions=keys)
        for i, keys in enumerate(ran)
    ]
    report = one(run(), by_script(results))
    return replace(report, engines=(replace(report.engines[0], bound=bound),))


def engine(unknown: int, bound: float) -> EngineReport:
    return failing(unknown, bound).engines[0]


@pytest.mark.parametrize(
    ("unknown", "bound", "said"),
    [
        (0, 1.0, "the fewest that explain all failures"),
        (3, 1.0, "the fewest that explain all failures but 3, of which nothing tells what ran"),
        (0, 2.5, "few that explain all failures (at most 2.5 times the weight of the fewest)"),
    ],
)
def test_what_explains_the_failures(unknown: int, bound: float, said: str) -> None:
    found = engine(unknown, bound)
    assert explaining(found) == said
    assert bool(hedge(found)) == (unknown > 0 or bound > 1)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_that_fewer_may_do(form: str) -> None:
    render = {"text": text.render, **{name: f.render for name, f in FORMATS.items()}}[form]
    said = "bound 2.5" if form == "json" else "at most 2.5 times the weight of the fewest"
    assert said in FORMS[form](render(failing(0, 2.5)))
    assert said not in FORMS[form](render(failing(0, 1.0)))


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "junit", "ctrf"])
def test_an_engine_that_does_not_start_fails_in_every_form(form: str) -> None:
    """With the evidence, and never as one that is not there."""
    report = SAMPLES["unfit"]()
    assert (report.ok, report.complete, report.lost) == (False, False, True)
    written = text.render(report) if form == "text" else FORMATS[form].render(report)
    told = unescape(unescape(written)).replace("\n    ", " ")
    assert "wasm-run -W odd --version: exit code 2; error: no option `odd`" in told
    assert "not measured" not in told or form == "html"  # whose scripts have these words
    if form in ("text", "markdown", "html"):
        assert "other: does not start" in told
        assert "FAILED" in told


def test_the_only_engine_does_not_start() -> None:
    report = SAMPLES["unfit"]()
    alone = replace(report, engines=report.engines[1:])
    assert verdict(alone) == "FAILED: other: does not start, 12.3 s"
    assert "does not start: wasm-run" in text.render(alone)
    assert not FORMATS["badge"].render(alone).count("%")


def test_flags_are_told() -> None:
    report = one(run(), {}, flags=("-W", "all"))
    assert "refwasm 0.1.0 (-W all)" in title(report)
    assert json.loads(FORMATS["json"].render(report))["engines"][0]["subject"]["flags"] == [
        "-W",
        "all",
    ]
    for form in ("markdown", "html"):
        assert "(-W all)" in unescape(FORMATS[form].render(report))
