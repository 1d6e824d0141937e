"""The forms in which a report can be written to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote

from refwasm.harness.model import Report
from refwasm.harness.report import badge, csv, ctrf, html, json, junit, markdown

ENGINE = "{engine}"  # in a file's name: one file for each engine


@dataclass(frozen=True, slots=True)
class Format:
    """A form: what makes it of a report, and what the help says."""

    render: Callable[[Report], str]
    help: str


FORMATS = {
    "json": Format(json.render, "the whole report as JSON"),
    "junit": Format(junit.render, "test cases as JUnit XML"),
    "markdown": Format(markdown.render, "a summary as Markdown, at most 1 MiB"),
    "html": Format(html.render, "one self-contained page: map, evidence, search"),
    "ctrf": Format(ctrf.render, "test cases in the Common Test Report Format"),
    "badge": Format(badge.render, "what shields.io's endpoint badge reads"),
    "csv": Format(csv.render, "a row for each engine and instruction"),
}


def chosen(*, junit_per: str) -> Mapping[str, Format]:
    """The forms, with a case of JUnit for each `junit_per`."""
    told = replace(FORMATS["junit"], render=partial(junit.render, per=junit_per))
    return {**FORMATS, "junit": told}


def files(report: Report, path: Path) -> Iterator[tuple[Path, Report]]:
    """The files that `path` stands for, each with the part of `report` that it is for."""
    if ENGINE not in str(path):
        yield path, report
        return
    for engine in report.engines:
        name = str(path).replace(ENGINE, quote(engine.subject.label, safe=" "))
        yield Path(name), replace(report, engines=(engine,))
