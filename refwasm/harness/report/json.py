"""The report as JSON, described by `report.schema.json` beside this file, and read back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import cast

from refwasm.harness.model import FORMAT, Report
from refwasm.harness.report.typed import Mistyped, made
from refwasm.harness.report.wasi import execution, results
from refwasm.harness.spectrum import Spectrum
from refwasm.script.results import Status

# How deep each part is laid out, a line for each thing in it.
LEVELS = {
    "format": 0,
    "run": 1,
    "rows": 1,
    "engines": 3,
    "commands": 1,
    "sources": 1,
    "stale": 1,
    "exercised": 1,
    "pending": 1,
    "execution": 1,
    "results": 1,
}


AS_THEY_ARE = (str, int, tuple)  # most of the fields


class ReportError(ValueError):
    """The text is no report, or one of another form."""


def render(report: Report) -> str:
    """`report` as one JSON document, with a line for each row, script, instruction and failure.

    `execution` and `results` are the keys of the wasi-testsuite's report, for whoever reads that.
    """
    document = {
        "format": FORMAT,
        **_fields(report),
        "execution": execution(report.run),
        "results": results(report),
    }
    parts = ((f"{json.dumps(key)}: ", value, LEVELS[key]) for key, value in document.items())
    return "".join([*_listed("{", parts, "}"), "\n"])


def _laid(value: object, levels: int) -> Iterator[str]:
    """`value` with its parts on lines of their own, down to `levels`."""
    if is_dataclass(value) and levels:
        value = _fields(value)
    if levels and value and isinstance(value, dict):
        keys = ((f"{json.dumps(key)}: ", inner, levels - 1) for key, inner in value.items())
        yield from _listed("{", keys, "}")
    elif levels and value and isinstance(value, list | tuple):
        yield from _listed("[", (("", inner, levels - 1) for inner in value), "]")
    else:
        yield _encode(value)


def _listed(opening: str, parts: Iterable[tuple[str, object, int]], closing: str) -> Iterator[str]:
    """Each of `parts`, after what it begins with, on lines of its own as far as it says."""
    before = opening
    for head, value, levels in parts:
        yield f"{before}\n{head}"
        yield from _laid(value, levels)
        before = ","
    yield f"\n{closing}"


def _fields(value: object) -> dict[str, object]:
    """The fields of `value`, with what JSON has no form for put in the form that it has here."""
    return {
        name: _plain(name, getattr(value, name)) for name in _names(cast(Hashable, type(value)))
    }


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """Those of the fields of `kind`."""
    assert isinstance(kind, type) and is_dataclass(kind)
    return tuple(f.name for f in fields(kind))


_encode = json.JSONEncoder(ensure_ascii=False, default=_fields).encode


def _plain(name: str, value: object) -> object:
    if isinstance(value, AS_THEY_ARE):
        return value
    if isinstance(value, Counter):
        return {status.value: value[status] for status in Status}
    if isinstance(value, Status):
        return value.value
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Spectrum):
        return _spectrum_to_json(value)
    if name == "kinds" and isinstance(value, dict):
        return {
            kind: {status.value: counts[status] for status in Status if counts[status]}
            for kind, counts in value.items()
        }
    return value


def _spectrum_to_json(value: Spectrum) -> dict[str, object]:
    """`value` without what follows from the rest of it."""
    together = sorted((sorted(keys), n) for keys, n in value.together.items())
    return {
        "passed": dict(sorted(value.passed.items())),
        "together": [{"commands": n, "instructions": keys} for keys, n in together],
    }


def read(text: str | bytes) -> Report:
    """The report that `render` wrote as `text`. Raises ReportError."""
    try:
        document = json.loads(text)
        if not isinstance(document, dict) or "format" not in document:
            raise ReportError("no report of refwasm conform")
        if document["format"] != FORMAT:
            raise ReportError(f"a report of another form than {FORMAT}")
        report = made(Report, document)
    except ReportError:
        raise
    except (ValueError, RecursionError) as e:
        words = str(e) if isinstance(e, Mistyped) else f"not JSON: {e}"
        raise ReportError(f"no report of refwasm conform: {words}") from e
    _check(report)
    return report


def _check(report: Report) -> None:
    """Check that the time is one, and that what the engines' parts name is there. Raises ReportError."""
    try:
        datetime.fromisoformat(report.run.started or "2000-01-01")
    except ValueError:
        raise ReportError("no report of refwasm conform: run.started: no time") from None
    rows = {row.key for row in report.rows}
    for engine in report.engines:
        for script in engine.scripts:
            if script.name not in report.commands:
                raise ReportError(f"the report has no commands of {script.name}")
        for instruction in engine.instructions:
            if instruction.key not in rows:
                raise ReportError(f"the report has no row {instruction.key}")
