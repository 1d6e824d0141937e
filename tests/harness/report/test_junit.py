"""JUnit XML, read back by another parser, and held to what readers document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import junitparser
import pytest

from refwasm.harness.report import junit
from refwasm.harness.report.cases import MOST, PER, cases, expectations
from refwasm.harness.report.junit import MESSAGE, render
from refwasm.harness.report.outcomes import RED, Outcome
from refwasm.script.results import Result, Status
from tests.harness.report.samples import SAMPLES, by_script, one, run

# The attributes that the XSD of Jenkins's xUnit plugin knows, those that it requires, and the elements
# that may stand in each; GitLab reads `error`, which that XSD calls otherwise.
ATTRIBUTES = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, set()),
    "testsuite": (
        {"name", "tests", "failures", "errors", "time", "skipped", "timestamp", "id"},
        {"name", "tests", "failures", "errors"},
    ),
    "properties": (set(), set()),
    "property": ({"name", "value"}, {"name", "value"}),
    "testcase": ({"name", "time", "classname"}, {"name"}),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
    "skipped": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase"},
    "properties": {"property"},
    "testcase": {"failure", "error", "skipped", "system-out"},
}
TIME = re.compile(r"[0-9]+\.[0-9]{3}")


def conforms(element: ET.Element) -> None:
    """Hold `element` and those in it to the tables above."""
    known, required = ATTRIBUTES[element.tag]
    assert required <= element.attrib.keys() <= known
    assert TIME.fullmatch(element.get("time", "0.000"))
    assert {inner.tag for inner in element} <= CHILDREN.get(element.tag, set())
    for inner in element:
        conforms(inner)


@pytest.mark.parametrize("per", PER)
@pytest.mark.parametrize("name", SAMPLES)
def test_form(name: str, per: str) -> None:
    root = ET.fromstring(render(SAMPLES[name](), per))
    conforms(root)
    found = list(root.iter("testcase"))
    keys = [(case.get("classname"), case.get("name")) for case in found]
    assert len(set(keys)) == len(keys)
    assert all(len(e.get("message", "")) <= MESSAGE for case in found for e in case)
    assert all(len(case) <= 1 for case in found)
    for of in (root, *root.iter("testsuite")):
        for attribute, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert of.get(attribute) == str(len(list(of.iter(tag))))
    for suite in root:
        assert suite.get("skipped") == str(len(list(suite.iter("skipped"))))


@pytest.mark.parametrize("per", PER)
@pytest.mark.parametrize("name", SAMPLES)
def test_read_back(name: str, per: str) -> None:
    """As another parser reads it: every engine, every case, what became of it."""
    report = SAMPLES[name]()
    suites = list(junitparser.JUnitXml.fromstring(render(report, per).encode()))
    groups = {e.subject.label: list(cases(report, e, per)) for e in report.engines}
    groups |= {"expectations": list(expectations(report))} if report.stale else {}
    assert [suite.name for suite in suites] == [*groups]
    for suite in suites:
        for read, case in zip(suite, groups[suite.name], strict=True):
            assert read.name == case.name
            assert read.is_passed == (case.outcome is Outcome.PASS)
            assert read.is_skipped == (case.outcome in (Outcome.SKIP, Outcome.XFAIL))
            assert (read.is_failure or read.is_error) == (case.outcome in RED)


@pytest.mark.parametrize("name", ["expected", "beside"])
def test_gold(name: str, gold: Callable[[str, str], None]) -> None:
    gold(f"report-{name}.xml", render(SAMPLES[name]()))


def test_what_xml_lacks_is_an_escape() -> None:
    assert "\\x01.wast" in render(SAMPLES["expected"]())
    assert not re.search("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]",
                         render(SAMPLES["expected"]()))  # fmt: skip
    assert junit.FORBIDDEN.sub("?", "\0\ud800\uffff\N{GRINNING FACE}\t") == "???\N{GRINNING FACE}\t"


@pytest.mark.parametrize(
    ("elements", "size", "tests"),
    [
        (240_000, 29_000_000, 1200),
        (1500, 29_000_000, 248),  # those that passed, as one for each script and directive
        (240_000, 100_000, 248),
        (500, 29_000_000, 8),  # everything by script and directive
        (240_000, 60_000, 8),
    ],
)
def test_what_is_too_much_is_folded(
    monkeypatch: pytest.MonkeyPatch, elements: int, size: int, tests: int
) -> None:
    monkeypatch.setattr(junit, "ELEMENTS", elements)
    monkeypatch.setattr(junit, "BYTES", size)
    text = render(SAMPLES["many"](), "assertion")
    root = ET.fromstring(text)
    assert len(list(root.iter())) <= elements
    assert len(text.encode()) < size
    assert root.get("tests") == str(tests)


def test_details_are_cut_first(monkeypatch: pytest.MonkeyPatch) -> None:
    result = Result("a", 0, 1, "assert_return", Status.FAIL, got="long " * 1000)
    report = one(run(), by_script([result]))
    assert render(report).count("long") > 350
    monkeypatch.setattr(junit, "BYTES", 2200)
    assert len(render(report)) < 2200
    assert 50 < render(report).count("long") < 300


@pytest.mark.parametrize("per", PER)
def test_what_is_expected_in_vain_fails(per: str) -> None:
    """Whatever passed, so that no reader finds the run good."""
    lines = ("e.toml:3: core/a: no such command at line 5",) * 2
    report = replace(SAMPLES["passing"](), stale=lines)
    root = ET.fromstring(render(report, per))
    conforms(root)
    [suite] = [s for s in root if s.get("name") == "expectations"]
    names = [(c.get("classname"), c.get("name"), c[0].tag, c[0].get("message")) for c in suite]
    assert names == [
        ("expectations", name, "failure", f"expected in vain: {lines[0]}")
        for name in (lines[0], f"{lines[0]} (2)")
    ]
    assert root.get("failures") == suite.get("failures") == "2"
    many = replace(report, stale=lines * MOST)
    assert ET.fromstring(render(many, per))[-1][-1].get("name") == f"and {MOST} more"
