"""The report as JSON, described by `report.schema.json` beside this file, and read back."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from refwasm.harness.model import (
    FORMAT,
    EngineReport,
    Instruction,
    Report,
    Row,
    Run,
    Script,
    Stretch,
    Subject,
)
from refwasm.harness.report.wasi import execution, results
from refwasm.harness.spectrum import Spectrum
from refwasm.script.results import Result, Status

R = TypeVar("R")

# How deep each part is laid out, a line for each thing in it.
LEVELS = {
    "format": 0,
    "run": 1,
    "rows": 1,
    "engines": 3,
    "commands": 1,
    "sources": 1,
    "stale": 1,
    "execution": 1,
    "results": 1,
}


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
    keys = (f"{json.dumps(key)}: {_laid(value, LEVELS[key])}" for key, value in document.items())
    return "{\n" + ",\n".join(keys) + "\n}\n"


def _laid(value: object, levels: int) -> str:
    """`value` with its parts on lines of their own, down to `levels`."""
    if is_dataclass(value) and levels:
        value = _fields(value)
    if levels and value and isinstance(value, dict):
        keys = (f"{json.dumps(key)}: {_laid(inner, levels - 1)}" for key, inner in value.items())
        return "{\n" + ",\n".join(keys) + "\n}"
    if levels and value and isinstance(value, list | tuple):
        return "[\n" + ",\n".join(_laid(inner, levels - 1) for inner in value) + "\n]"
    return json.dumps(value, ensure_ascii=False, default=_fields)


def _fields(value: object) -> dict[str, object]:
    """The fields of `value`, with what JSON has no form for put in the form that it has here."""
    assert is_dataclass(value)
    return {f.name: _plain(f.name, getattr(value, f.name)) for f in fields(value)}


def _plain(name: str, value: object) -> object:
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
        if document.pop("format") != FORMAT:
            raise ReportError(f"a report of another form than {FORMAT}")
        return Report(
            run=_made(Run, document["run"]),
            rows=tuple(_made(Row, row) for row in document["rows"]),
            engines=tuple(map(_engine, document["engines"])),
            sources={
                script: {int(line): words for line, words in lines.items()}
                for script, lines in document["sources"].items()
            },
            stale=tuple(document["stale"]),
            commands={
                script: tuple(_made(Stretch, stretch) for stretch in stretches)
                for script, stretches in document["commands"].items()
            },
        )
    except ReportError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as e:
        raise ReportError(f"no report of refwasm conform: {type(e).__name__}: {e}") from e


def _engine(given: dict[str, Any]) -> EngineReport:
    return EngineReport(
        subject=_made(Subject, given["subject"]),
        scripts=tuple(map(_script, given["scripts"])),
        instructions=tuple(_made(Instruction, i) for i in given["instructions"]),
        failures=tuple(
            _made(Result, {**r, "status": Status(r["status"])}) for r in given["failures"]
        ),
        statuses=_counter(given["statuses"]),
        other=_counter(given["other"]),
        explained=tuple(given["explained"]),
        spectrum=_spectrum(given["spectrum"]),
    )


def _spectrum(given: dict[str, Any]) -> Spectrum:
    together = {frozenset(sets["instructions"]): sets["commands"] for sets in given["together"]}
    failed: Counter[str] = Counter()
    for keys, n in together.items():
        failed.update(dict.fromkeys(keys, n))
    return Spectrum(failed, Counter(given["passed"]), Counter(together))


def _script(given: dict[str, Any]) -> Script:
    kinds = {kind: _counter(counts) for kind, counts in given["kinds"].items()}
    return _made(Script, {**given, "statuses": _counter(given["statuses"]), "kinds": kinds})


def _counter(counts: dict[str, int]) -> Counter[Status]:
    return Counter({Status(name): n for name, n in counts.items() if n})


def _made(kind: type[R], given: dict[str, Any]) -> R:
    """A `kind` with the fields `given`, lists as the tuples that it holds."""
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in given.items()})
