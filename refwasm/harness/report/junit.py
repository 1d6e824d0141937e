"""The report as JUnit XML: a suite for each engine, and one for what expectations say in vain.

What readers allow: GitLab takes a file of less than 30 MB, knows a case by `classname` and `name` and
drops a second one of the same, and has counted at most 250 000 elements; its XML parser takes no text
above 10 MB. XML 1.0 has no control characters. So cases are folded, and texts cut, until a report fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from refwasm.harness.model import EngineReport, Report
from refwasm.harness.report.cases import (
    EXPECTATIONS,
    Case,
    cases,
    details,
    expectations,
    folded,
    headline,
)
from refwasm.harness.report.headings import hedge
from refwasm.harness.report.outcomes import RED, Outcome
from refwasm.script.results import Status
from refwasm.source import escaped

BYTES = 29_000_000
ELEMENTS = 240_000
MESSAGE = 300  # characters of an attribute

LEAST, MOST = 200, 4000  # characters of details, by how many cases have some

# What XML 1.0 does not have.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Not what the command asserts, but that it could not be found out.
ERRORS = {Status.ERROR, Status.TIMEOUT, Status.CRASH, Status.GARBLED}


def render(report: Report, per: str = "kind") -> str:
    """`report` as XML, with a case for each script and directive, or `per` instruction or assertion."""
    text = ""
    vain = list(expectations(report))
    for found in _foldings(report, per):
        if sum(map(_elements, (vain, *found))) > ELEMENTS:
            continue
        long = sum(case.outcome is not Outcome.PASS for group in (vain, *found) for case in group)
        for most in (max(LEAST, min(MOST, BYTES // 2 // max(1, long))), LEAST):
            text = "".join(_document(report, found, vain, most))
            if len(text) < BYTES / 4 or len(text.encode()) < BYTES:
                return text
    return text


def _foldings(report: Report, per: str) -> Iterator[list[list[Case]]]:
    """The cases of each engine, fewer and fewer."""
    failures = sum(len(engine.failures) for engine in report.engines)
    for what in ("kind",) if per == "assertion" and 2 * failures > ELEMENTS else (per, "kind"):
        found = [list(cases(report, engine, what)) for engine in report.engines]
        yield found
        yield [list(folded(group)) for group in found]


def _elements(group: Iterable[Case]) -> int:
    """The elements that `group` takes, at most, beside the ten of its suite."""
    return 10 + sum(1 if case.outcome is Outcome.PASS and not case.note else 2 for case in group)


def _document(
    report: Report, found: Sequence[Sequence[Case]], vain: Sequence[Case], most: int
) -> Iterable[str]:
    everything = [case for group in (*found, vain) for case in group]
    counts = _counts(everything, report.run.seconds, skipped=False)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="refwasm conform"{counts}>\n'
    for number, (engine, group) in enumerate(zip(report.engines, found, strict=True)):
        yield from _suite(report, engine, group, number, most)
    if vain:
        counts = _counts(vain, 0.0, skipped=True)
        yield f'<testsuite name="{EXPECTATIONS}" id="{len(found)}"{counts}>\n'
        yield from (_case(report, "", case, most) for case in vain)
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _suite(
    report: Report, engine: EngineReport, group: Sequence[Case], number: int, most: int
) -> Iterable[str]:
    label, run = engine.subject.label, report.run
    started = run.started and datetime.fromisoformat(run.started).astimezone(UTC)
    when = f' timestamp="{started:%Y-%m-%dT%H:%M:%S}"' if started else ""
    counts = _counts(group, engine.seconds, skipped=True)
    yield f'<testsuite name={_attribute(label)} id="{number}"{when}{counts}>\n<properties>\n'
    for name, value in {
        "engine": engine.subject.name,
        "version": engine.subject.version,
        "lacks": ", ".join(engine.subject.lacks),
        "explained": ", ".join(engine.explained),
        "explanation": hedge(engine),
        "suite": run.suite,
        "edition": " ".join([run.spec, *run.features]),
        "table": run.table,
        "part": run.shard,
        "refwasm": run.version,
    }.items():
        yield f'<property name="{name}" value={_attribute(value)}/>\n' if value else ""
    yield "</properties>\n"
    for case in group:
        yield _case(report, label, case, most)
    yield "</testsuite>\n"


def _counts(group: Sequence[Case], seconds: float, *, skipped: bool) -> str:
    elements = [_element(case) for case in group if case.outcome is not Outcome.PASS]
    skip = f' skipped="{elements.count("skipped")}"' if skipped else ""
    return (
        f' tests="{len(group)}" failures="{elements.count("failure")}"'
        f' errors="{elements.count("error")}"{skip} time="{seconds:.3f}"'
    )


def _element(case: Case) -> str:
    """The name of the element that says how `case` did not pass."""
    if case.outcome not in RED:
        return "skipped"
    error = case.lost or not ERRORS.isdisjoint({r.status for r in case.failures})
    return "error" if error else "failure"


def _case(report: Report, label: str, case: Case, most: int) -> str:
    of = f"{label}/{case.of}" if label else case.of
    head = (
        f"<testcase classname={_attribute(of)} name={_attribute(case.name)}"
        f' time="{case.seconds:.3f}"'
    )
    if case.outcome is Outcome.PASS:
        note = f"<system-out>{_text(case.note, most)}</system-out>"
        return f"{head}>{note}</testcase>\n" if case.note else f"{head}/>\n"
    element, kind = _element(case), case.outcome.value
    said = f"type={_attribute(kind)} message={_attribute(headline(case))}"
    body = _text(details(report, case, most), most)
    return f"{head}><{element} {said}>{body}</{element}></testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(_cut(_allowed(_cut(text, MESSAGE + 1)), MESSAGE))


def _text(text: str, most: int) -> str:
    return escape(_cut(_allowed(_cut(text, most + 1)), most))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 3] + "..."


def _allowed(text: str) -> str:
    """`text` with what XML does not have written as an escape."""
    return FORBIDDEN.sub(lambda m: escaped(m[0]), text)
