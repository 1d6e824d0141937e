"""A run as JSON lines while it goes on, from which a report can be made wherever they end.

The first line says what shall run; of each script that ends there is a line with the number of its results
and with what a report keeps of its text, and they follow; a last line says that the run came to its end.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from refwasm.harness.make import make_report
from refwasm.harness.model import Report, Run, Stretch, Subject
from refwasm.harness.report.json import ReportError
from refwasm.harness.report.typed import made
from refwasm.harness.table import table_revision
from refwasm.harness.tally import Tally
from refwasm.harness.texts import fingerprints, snippets, with_digests
from refwasm.script.results import Result, Status, to_json
from refwasm.syntax.features import FeatureError, features_of

BEGIN = b'{"run": '
UNEXPECTED = Status.UNEXPECTED
CUT = "the run was cut short"


@dataclass(frozen=True, slots=True)
class _Begin:
    """What the first line says."""

    run: Run
    engines: tuple[Subject, ...]
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """What the line before the results of a script says."""

    script: str
    engine: str
    results: int
    sources: dict[int, str] = field(default_factory=dict)  # as a report has them
    texts: str = ""  # digests of all its commands, likewise


@dataclass(frozen=True, slots=True)
class _End:
    """What the last line says."""

    seconds: float
    lost: dict[str, dict[str, str]]
    stale: tuple[str, ...]
    unexpected: tuple[Result, ...] = ()
    pending: tuple[Tally, ...] = ()
    sources: dict[str, dict[int, str]] = field(default_factory=dict)  # of what came out in the end


def begin(run: Run, subjects: Sequence[Subject], scripts: Sequence[str]) -> str:
    """The first line."""
    engines = [asdict(subject) for subject in subjects]
    return json.dumps({"run": asdict(run), "engines": engines, "scripts": [*scripts]}) + "\n"


def ended(label: str, script: str, results: Sequence[Result], text: str = "") -> str:
    """The lines of a `script` with this `text`, as far as it can be read, that ended on the engine `label`."""
    head: dict[str, object] = {"script": script, "engine": label, "results": len(results)}
    if text and results:
        head |= {"sources": snippets(text, results), "texts": fingerprints(text, results)}
    return "".join(f"{line}\n" for line in (json.dumps(head), *map(to_json, results)))


def end(report: Report) -> str:
    """The last line."""
    lost = {e.subject.label: e.subject.lost for e in report.engines}
    unexpected = [r for e in report.engines for r in e.failures if r.status is UNEXPECTED]
    sources: dict[str, dict[int, str]] = {}
    for r in (*unexpected, *(r for tally in report.pending for r in tally.passing)):
        if source := report.sources.get(r.script, {}).get(r.line):
            sources.setdefault(r.script, {})[r.line] = source
    said = {
        "seconds": report.run.seconds,
        "lost": lost,
        "stale": report.stale,
        "unexpected": unexpected,
        "pending": report.pending,
        "sources": sources,
    }
    return json.dumps({"end": said}, default=_plain) + "\n"


def _plain(value: object) -> object:
    """The form in JSON of what has none."""
    return value.value if isinstance(value, Status) else asdict(value)  # type: ignore[call-overload]  # of dataclasses


def is_stream(data: bytes) -> bool:
    """Whether `data` begins like such lines."""
    return data.startswith(BEGIN)


def read(data: bytes) -> Report:
    """The report on what is in the lines `data`; the rest is lost. Raises ReportError."""
    lines = _lines(data.decode("utf-8", "replace"))
    try:
        head = next(lines)
        begun = made(_Begin, head)
        run, subjects, scripts = begun.run, begun.engines, begun.scripts
        features_of(run.spec, run.features)
        results, heads, last = _results(lines)
    except (StopIteration, KeyError, TypeError, ValueError, FeatureError) as e:
        raise ReportError(f"no results of refwasm conform: {type(e).__name__}: {e}") from e
    if run.table != table_revision():
        raise ReportError(f"of another table of instructions: {run.table}, not {table_revision()}")
    for result in last.unexpected if last else ():
        of = results[result.engine]
        of[result.script] = [result if r.index == result.index else r for r in of[result.script]]
    found = []
    for subject in subjects:
        here = results[subject.label]
        lost = subject.lost
        if not subject.missing:
            lost = _lost(scripts, here, heads[subject.label])
        lost = last.lost.get(subject.label, {}) if last else lost
        every = {name: here.get(name, []) for name in scripts}
        found.append((replace(subject, lost=lost), every))
    seconds = last.seconds if last else run.seconds
    every_head = [head for of in heads.values() for head in of.values()]
    sources = last.sources if last else {}
    for said in every_head:
        if said.sources:
            sources.setdefault(said.script, {}).update(said.sources)
    report = make_report(replace(run, seconds=seconds), found, sources)
    report = replace(report, commands=_with_texts(report.commands, every_head))
    return replace(report, stale=last.stale, pending=last.pending) if last else report


def _with_texts(
    commands: Mapping[str, tuple[Stretch, ...]], heads: Iterable[_Head]
) -> dict[str, tuple[Stretch, ...]]:
    """`commands`, with the digests that the longest of `heads` for each script has."""
    longest: dict[str, str] = {}
    for head in heads:
        longest[head.script] = max(longest.get(head.script, ""), head.texts, key=len)
    return {name: with_digests(of, longest.get(name, "")) for name, of in commands.items()}


def _lines(text: str) -> Iterator[dict[str, Any]]:
    """What the lines say, until one is cut short."""
    for line in text.split("\n")[:-1]:
        try:
            found = json.loads(line)
        except ValueError:
            return
        if not isinstance(found, dict):
            return
        yield found


Found = defaultdict[str, dict[str, list[Result]]]  # by engine and script
Heads = defaultdict[str, dict[str, _Head]]  # likewise


def _results(
    lines: Iterator[dict[str, Any]],
) -> tuple[Found, Heads, _End | None]:
    """The results, what the lines before them say, and what the last line says if it is there."""
    results: Found = defaultdict(dict)
    heads: Heads = defaultdict(dict)
    for said in lines:
        if "end" in said:
            return results, heads, made(_End, said["end"])
        if "results" in said:
            head = made(_Head, said)
            heads[head.engine][head.script] = head
            results[head.engine][head.script] = []
        else:
            result = made(Result, said)
            results[result.engine][result.script].append(result)
    return results, heads, None


def _lost(
    scripts: Sequence[str], here: Mapping[str, Sequence[Result]], heads: Mapping[str, _Head]
) -> dict[str, str]:
    """The scripts that have not all their results."""
    return {
        name: f"{CUT} after {len(here[name])} of {heads[name].results} results"
        if name in heads
        else CUT
        for name in sorted(scripts)
        if name not in heads or len(here[name]) < heads[name].results
    }
