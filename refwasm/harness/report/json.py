"""The report as JSON, described by `report.schema.json` beside this file, and read back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
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
    Subject,
)
from refwasm.script.results import Result, Status

R = TypeVar("R")


class ReportError(ValueError):
    """The text is no report, or one of another form."""


def render(report: Report) -> str:
    """`report` as one JSON document."""
    return json.dumps({"format": FORMAT, **_plain(report)}, indent=1, ensure_ascii=False)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """`value` as JSON has it."""
    if isinstance(value, Counter):
        return {status.value: value[status] for status in Status}
    if isinstance(value, Status):
        return value.value
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner) for inner in value]
    return round(value, 4) if isinstance(value, float) else value


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
        )
    except ReportError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as e:
        raise ReportError(f"no report of refwasm conform: {type(e).__name__}: {e}") from e


def _engine(given: dict[str, Any]) -> EngineReport:
    return EngineReport(
        subject=_made(Subject, given["subject"]),
        scripts=tuple(
            _made(Script, {**s, "statuses": _counter(s["statuses"])}) for s in given["scripts"]
        ),
        instructions=tuple(_made(Instruction, i) for i in given["instructions"]),
        failures=tuple(
            _made(Result, {**r, "status": Status(r["status"])}) for r in given["failures"]
        ),
        statuses=_counter(given["statuses"]),
        other=_counter(given["other"]),
        explained=tuple(given["explained"]),
    )


def _counter(counts: dict[str, int]) -> Counter[Status]:
    return Counter({Status(name): n for name, n in counts.items() if n})


def _made(kind: type[R], given: dict[str, Any]) -> R:
    """A `kind` with the fields `given`, lists as the tuples that it holds."""
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in given.items()})
