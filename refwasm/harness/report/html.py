"""The report as one self-contained page: no network, no library, no build step.

The page is `page/page.html` with the styles, the scripts and two blocks of data put in: what the first
sight needs as JSON, and the evidence - every command that did not pass - as compressed JSON.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from importlib import resources
from string import Template
from typing import Any

from refwasm.harness.model import EngineReport, Report, Script
from refwasm.harness.report import headings, text
from refwasm.harness.spectrum import FAILED
from refwasm.script.results import Result, Status, bounded

STANDARD = "https://webassembly.github.io/spec/core"
# The page of the standard that has the anchors which begin so.
PAGES = {
    "valid": f"{STANDARD}/valid/instructions.html",
    "exec": f"{STANDARD}/exec/instructions.html",
    "op": f"{STANDARD}/exec/numerics.html",
}
# In the order in which the page needs them.
SCRIPTS = (
    "dom", "data", "state", "search", "engines", "map", "list", "evidence", "detail", "tables", "main",
)  # fmt: skip

LIMIT = 4_000_000  # characters of evidence, compressed
PLAIN = 25_000_000  # the same before that, at most; more would take too long
RESULT = 50  # characters of a result beside its texts
STALE = 100  # things expected in vain that are shown, by so many characters at most
LINE = 300


def render(report: Report) -> str:
    """`report` as an HTML document."""
    style = _file("page.css")
    script = "".join(f"// {name}.js\n{_file(f'{name}.js')}\n" for name in SCRIPTS)
    page = Template(_file("page.html")).substitute(
        title=escape(headings.title(report)),
        policy=_policy(style, script),
        style=style,
        script=script,
        plain=escape(text.render(report)),
        report=embedded(overview(report)),
        evidence=_packed_evidence(report),
    )
    return page.encode(errors="replace").decode()  # an engine's answer may hold half a character


def _file(name: str) -> str:
    return (resources.files(__package__) / "page" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """The content security policy under which nothing but these two texts has effect."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(inline: str) -> str:
    return f"sha256-{b64encode(sha256(inline.encode()).digest()).decode()}"


def embedded(value: object) -> str:
    """`value` as JSON that no parser of HTML or JavaScript takes for anything else."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        plain = plain.replace(character, f"\\u{ord(character):04x}")
    return plain


def overview(report: Report) -> dict[str, Any]:
    """What the page shows at first sight: all but the commands that did not pass."""
    run = report.run
    names = sorted({s.name for e in report.engines for s in e.scripts})
    places = {name: place for place, name in enumerate(names)}
    rows = {row.key: place for place, row in enumerate(report.rows)}
    exercised = [report.exercised.get(name, ()) for name in names]
    return {
        "title": headings.title(report),
        "verdict": headings.verdict(report),
        "ok": report.ok,
        "stale": _stale(report),
        "run": {name: getattr(run, name) for name in run.__slots__},
        "standard": PAGES,
        "statuses": [status.value for status in Status],
        "failed": [status.value for status in Status if status in FAILED],
        "rows": [{name: getattr(row, name) for name in row.__slots__} for row in report.rows],
        "scripts": names,
        "exercised": [[rows[key] for key in keys if key in rows] for keys in exercised],
        "engines": [_engine(report, engine, places) for engine in report.engines],
    }


def _stale(report: Report) -> list[str]:
    """What is expected in vain, and how much more."""
    more = len(report.stale) - STALE
    shown = [bounded(line, LINE) for line in report.stale[:STALE]]
    return [*shown, *([f"and {more} more"] if more > 0 else [])]


def _engine(report: Report, engine: EngineReport, places: dict[str, int]) -> dict[str, Any]:
    subject = engine.subject
    rows = {row.key: place for place, row in enumerate(report.rows)}
    told = {i.key: i for i in engine.instructions}
    instructions = [told.get(row.key) for row in report.rows] if told else []
    return {
        **{name: getattr(subject, name) for name in subject.__slots__},
        "lost": {name: bounded(why, LINE) for name, why in subject.lost.items()},
        "ok": engine.ok,
        "seconds": round(engine.seconds, 3),
        "assertions": _counts(engine.statuses),
        "others": _counts(engine.other),
        "explained": [rows[key] for key in engine.explained if key in rows],
        "missing": headings.missing(engine),
        "hedge": headings.hedge(engine),
        "excused": sum(bool(r.excuse) for r in engine.failures),
        "scripts": [_script(script, places) for script in engine.scripts],
        "instructions": {
            "passed": [i.passed if i else 0 for i in instructions],
            "failed": [i.failed if i else 0 for i in instructions],
            "unsupported": [i.unsupported if i else 0 for i in instructions],
            "implicated": [i.implicated if i else 0 for i in instructions],
            "traps": {place: i.traps for place, i in enumerate(instructions) if i and i.traps},
        },
    }


def _script(script: Script, places: dict[str, int]) -> list[Any]:
    counts = _counts(script.statuses)
    return [places[script.name], script.assertions, round(script.seconds, 3), counts]


def _counts(statuses: dict[Status, int]) -> dict[str, int]:
    return {status.value: statuses[status] for status in Status if statuses.get(status)}


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the evidence a page has."""

    sources: bool  # the lines of the scripts
    longest: int  # characters of a text
    results: int  # of all engines together, of each failures first


# Less and less, until it fits.
EXTENTS = (
    Extent(True, 4_000, 140_000),
    Extent(False, 4_000, 140_000),
    Extent(False, 400, 90_000),
    Extent(False, 200, 40_000),
    Extent(False, 60, 4_000),
)


def _packed_evidence(report: Report) -> str:
    """As much of the evidence as fits into a page, compressed."""
    packed = ""
    for extent in EXTENTS:
        if extent != EXTENTS[-1] and _size(report, extent) > PLAIN:
            continue
        packed = _packed(evidence(report, extent))
        if len(packed) <= LIMIT:
            break
    return packed


def _size(report: Report, extent: Extent) -> int:
    """About how many characters the evidence has as JSON."""
    most = _share(report, extent)
    shown = [r for engine in report.engines for r in engine.failures[:most]]
    texts = {r.expected for r in shown} | {r.got for r in shown}
    size = RESULT * len(shown) + sum(min(extent.longest, len(text)) for text in texts)
    if extent.sources:
        size += sum(len(line) for lines in report.sources.values() for line in lines.values())
    return size


def _packed(value: object) -> str:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return b64encode(gzip.compress(plain.encode(errors="replace"), 6, mtime=0)).decode()


class Table(dict[Any, int]):
    """Values, each of which has a number from its first use on."""

    def number(self, value: object) -> int:
        return self.setdefault(value, len(self))


def evidence(report: Report, extent: Extent = EXTENTS[0]) -> dict[str, Any]:
    """Every command that did not pass, or as many as `extent` says, in columns.

    A command stands once for all engines; `texts` and `sets` of instructions are named by their number.
    """
    texts, sets, commands = Table(), Table(), Table()
    rows = {row.key: place for place, row in enumerate(report.rows)}
    results = []

    @cache
    def number(words: str) -> int:
        """That of `words`, which many commands have, cut once."""
        return texts.number(bounded(words, extent.longest))

    most = _share(report, extent)
    for engine in report.engines:
        columns: dict[str, list[int]] = {name: [] for name in COLUMNS}
        for result in _shown(engine, most):
            key = (result.script, result.index, result.line, result.kind)
            columns["command"].append(commands.number(key))
            columns["set"].append(sets.number(result.instructions))
            for name, words in _words(result):
                columns[name].append(number(words))
        results.append(columns)
    lines = {
        script: {line: texts.number(words) for line, words in found.items()}
        for script, found in (report.sources if extent.sources else {}).items()
    }
    return {
        "commands": {
            "script": [texts.number(script) for script, _, _, _ in commands],
            "line": [line for _, _, line, _ in commands],
            "kind": [texts.number(kind) for _, _, _, kind in commands],
        },
        "results": results,
        "sources": lines,
        "note": _note(report, extent),
        "sets": [[rows[key] for key in keys if key in rows] for keys in sets],
        "texts": list(texts),
    }


def _share(report: Report, extent: Extent) -> int:
    """The most results of an engine, so that all together are as many as `extent` says."""
    counts = sorted(len(engine.failures) for engine in report.engines)
    left = extent.results
    for n, own in enumerate(counts):
        fair = left // (len(counts) - n)
        if own > fair:
            return fair
        left -= own
    return max(counts, default=0)


def _shown(engine: EngineReport, most: int) -> Sequence[Result]:
    """The failures of `engine`, at most so many."""
    if len(engine.failures) <= most:
        return engine.failures
    return sorted(engine.failures, key=lambda r: r.status not in FAILED)[:most]


def _note(report: Report, extent: Extent) -> str:
    """What readers must know about the lines of the scripts, and about what would not fit."""
    said = []
    most = _share(report, extent)
    if any(len(engine.failures) > most for engine in report.engines):
        said.append(f"Only {most} commands of each engine would fit into this page.")
    if extent.longest < EXTENTS[0].longest:
        said.append(f"Texts are cut to {extent.longest} characters.")
    failing = {r.script for engine in report.engines for r in engine.failures}
    missing = len(failing - report.sources.keys())
    if not extent.sources:
        said.append("The lines of the scripts would not fit into this page.")
    elif missing:
        what = headings.count(missing, "script", "scripts")
        said.append(f"The report has no lines of {what} that did not pass whole.")
    return " ".join(said)


COLUMNS = ("command", "set", "status", "expected", "got", "site", "rule", "needs", "excuse")


def _words(result: Result) -> Iterator[tuple[str, str]]:
    yield "status", result.status.value
    yield "expected", result.expected
    yield "got", result.got
    yield "site", result.site
    yield "rule", result.rule
    yield "needs", " ".join(result.features)
    yield "excuse", result.excuse
