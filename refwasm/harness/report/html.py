"""The report as one self-contained page: no network, no library, no build step.

The page is `page/page.html` with the styles, the scripts and two blocks of data put in: what the first
sight needs as JSON, and the evidence - every command that did not pass - as compressed JSON.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib import resources
from string import Template
from typing import Any

from refwasm.harness.model import EngineReport, Report, Script
from refwasm.harness.report import headings, text
from refwasm.harness.spectrum import FAILED
from refwasm.script.results import Result, Status

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

LIMIT = 4_000_000  # characters of evidence; beyond it, source lines are left out


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
        "stale": report.stale,
        "run": {name: getattr(run, name) for name in run.__slots__},
        "standard": PAGES,
        "statuses": [status.value for status in Status],
        "failed": [status.value for status in Status if status in FAILED],
        "rows": [{name: getattr(row, name) for name in row.__slots__} for row in report.rows],
        "scripts": names,
        "exercised": [[rows[key] for key in keys if key in rows] for keys in exercised],
        "engines": [_engine(report, engine, places) for engine in report.engines],
    }


def _engine(report: Report, engine: EngineReport, places: dict[str, int]) -> dict[str, Any]:
    subject = engine.subject
    rows = {row.key: place for place, row in enumerate(report.rows)}
    told = {i.key: i for i in engine.instructions}
    instructions = [told.get(row.key) for row in report.rows] if told else []
    return {
        **{name: getattr(subject, name) for name in subject.__slots__},
        "ok": engine.ok,
        "seconds": round(engine.seconds, 3),
        "assertions": _counts(engine.statuses),
        "others": _counts(engine.other),
        "explained": [rows[key] for key in engine.explained if key in rows],
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


def _packed_evidence(report: Report) -> str:
    """The evidence, compressed; without the source lines if it is too much with them."""
    packed = _packed(evidence(report))
    return packed if len(packed) <= LIMIT else _packed(evidence(report, sources=False))


def _packed(value: object) -> str:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return b64encode(gzip.compress(plain.encode(errors="replace"), 6, mtime=0)).decode()


class Table(dict[Any, int]):
    """Values, each of which has a number from its first use on."""

    def number(self, value: object) -> int:
        return self.setdefault(value, len(self))


def evidence(report: Report, *, sources: bool = True) -> dict[str, Any]:
    """Every command that did not pass, in columns.

    A command stands once for all engines; `texts` and `sets` of instructions are named by their number.
    """
    texts, sets, commands = Table(), Table(), Table()
    rows = {row.key: place for place, row in enumerate(report.rows)}
    results = []
    for engine in report.engines:
        columns: dict[str, list[int]] = {name: [] for name in COLUMNS}
        for result in engine.failures:
            key = (result.script, result.index, result.line, result.kind)
            columns["command"].append(commands.number(key))
            columns["set"].append(sets.number(result.instructions))
            for name, words in _words(result):
                columns[name].append(texts.number(words))
        results.append(columns)
    lines = {
        script: {line: texts.number(words) for line, words in found.items()}
        for script, found in (report.sources if sources else {}).items()
    }
    return {
        "commands": {
            "script": [texts.number(script) for script, _, _, _ in commands],
            "line": [line for _, _, line, _ in commands],
            "kind": [texts.number(kind) for _, _, _, kind in commands],
        },
        "results": results,
        "sources": lines,
        "note": _note(report, sources=sources),
        "sets": [[rows[key] for key in keys if key in rows] for keys in sets],
        "texts": list(texts),
    }


def _note(report: Report, *, sources: bool) -> str:
    """What readers must know about the lines of the scripts."""
    if not sources:
        return "The lines of the scripts would not fit into this page."
    failing = {r.script for engine in report.engines for r in engine.failures}
    missing = len(failing - report.sources.keys())
    what = headings.count(missing, "script", "scripts")
    return f"The report has no lines of {what} that did not pass whole." if missing else ""


COLUMNS = ("command", "set", "status", "expected", "got", "site", "rule", "needs", "excuse")


def _words(result: Result) -> Iterator[tuple[str, str]]:
    yield "status", result.status.value
    yield "expected", result.expected
    yield "got", result.got
    yield "site", result.site
    yield "rule", result.rule
    yield "needs", " ".join(result.features)
    yield "excuse", result.excuse
