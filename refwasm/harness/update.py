"""Rewriting a file of expectations so that a report is as expected.

The text is edited in place: comments, order and what else a reader wrote stay, where entries still hold.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from glob import escape
from pathlib import PurePath
from typing import NamedTuple

from refwasm.harness.expect import TEST, VERSION, Expected, read
from refwasm.harness.judge import meant
from refwasm.harness.model import EngineReport, Report
from refwasm.harness.report.outcomes import by_script, describe
from refwasm.harness.spectrum import FAILED
from refwasm.harness.suite import proposals_off
from refwasm.harness.tally import NO_COMMAND, no_script
from refwasm.script.results import Result, Status
from refwasm.source import printable
from refwasm.syntax.features import features_of

SUITE = re.compile(r"\s*\[\[\s*suite\s*\]\]\s*(#.*)?")
LINES = re.compile(r"^\s*line\s*=\s*\[", re.MULTILINE)
WIDTH = 100
REASON = 120  # characters


class Update(NamedTuple):
    """The new text, and how many entries became what."""

    text: str
    kept: int
    changed: int
    removed: int
    added: int


@dataclass(slots=True)
class Part:
    """The lines of a table, from the comment right before it; a test has its entry."""

    lines: list[str]
    entry: Expected | None = None
    folder: str = ""
    plain: bool = True  # the suite says nothing that new entries would inherit


def updated(text: str, name: str, report: Report) -> Update:
    """`text`, the contents of the file `name`, as `report` is. Raises ExpectError."""
    plain = text.replace("\r\n", "\n") or f"version = {VERSION}\n"
    entries = list(read(plain, name))
    head, parts = divide(plain, entries)
    seen = _Seen(report)
    fates = {e.place: seen.fate(e) for e in entries}
    held = [kept for e in entries if (kept := fates[e.place])]
    new = list(seen.added(held))
    changed = sum(e != fates[e.place] for e in held_of(entries, fates))
    for part in parts:
        if part.entry:
            _edit(part, fates[part.entry.place])
    for folder, tests in _by_folder(new).items():
        _insert(parts, folder, tests)
    made = "\n".join([*head, *(line for part in parts for line in part.lines)]).rstrip("\n") + "\n"
    list(read(made, name))
    whole = made.replace("\n", "\r\n") if "\r\n" in text else made
    return Update(whole, len(held) - changed, changed, len(entries) - len(held), len(new))


def held_of(entries: Iterable[Expected], fates: dict[str, Expected | None]) -> list[Expected]:
    """Those of `entries` of which something is left."""
    return [e for e in entries if fates[e.place]]


def divide(text: str, entries: Sequence[Expected]) -> tuple[list[str], list[Part]]:
    """The lines before the first table, and the tables."""
    lines = text.rstrip("\n").split("\n")
    suites = iter(tomllib.loads(text).get("suite", []))
    tests = iter(entries)
    starts: list[tuple[int, Part]] = []
    for n, line in enumerate(lines):
        part = Part([])
        if SUITE.fullmatch(line):
            suite: dict[str, object] = next(suites, {})
            part.folder = str(suite.get("name", "."))
            part.plain = suite.keys() <= {"name", "test"}
        elif TEST.fullmatch(line):
            part = replace(starts[-1][1], lines=[], entry=next(tests))
        else:
            continue
        first = n
        while first and lines[first - 1].lstrip().startswith("#"):
            first -= 1
        starts.append((first, part))
    bounds = [first for first, _ in starts] + [len(lines)]
    for n, (first, part) in enumerate(starts):
        part.lines = lines[first : bounds[n + 1]]
    return lines[: bounds[0]], [part for _, part in starts]


class _Seen:
    """What a report says of the commands that entries select."""

    def __init__(self, report: Report):
        self.report = report
        self.failures = {e.subject.label: by_script(e) for e in report.measured}

    def of(self, entry: Expected) -> list[EngineReport]:
        """The engines that `entry` says something of."""
        here = self.report.run.platform
        return [
            e
            for e in self.report.measured
            if entry.concerns((e.subject.label, e.subject.name), here)
        ]

    def fate(self, entry: Expected) -> Expected | None:
        """What is left of `entry`; all of it where the report has not everything that it is about."""
        engines = self.of(entry)
        pairs = [
            (engine, script.name)
            for engine in engines
            for script in engine.scripts
            if entry.holds_for(script.name)
        ]
        if not engines or any(name in e.subject.lost for e, name in pairs):
            return entry
        if not pairs:
            return None if self.no_script(entry) else entry
        if not entry.statuses:
            failing = any(r.status in FAILED for e, n in pairs for r in self.selected(entry, e, n))
            return None if failing and not entry.skip else self.there(entry)
        if entry.lines:
            left = tuple(n for n in entry.lines if self.holds(replace(entry, lines=(n,)), pairs))
            return replace(entry, lines=left) if left else None
        return entry if self.holds(entry, pairs) else None

    def no_script(self, entry: Expected) -> bool:
        """Whether the suite has none that `entry` is about: the run said so, or was about all where it would be."""
        run = self.report.run
        if any(line.endswith(f": {no_script(entry.script)}") for line in self.report.stale):
            return True
        off = proposals_off(features_of(run.spec, run.features))
        *folders, _ = entry.script.split("/")
        below = any(path in (".", "/".join(folders[: path.count("/") + 1])) for path in run.paths)
        return below and off.isdisjoint(folders) and not run.shard and not self.report.lost

    def there(self, entry: Expected) -> Expected | None:
        """What is left of `entry` without the lines at which there is no command that it is about, as the run said."""
        name = PurePath(entry.place).name
        for line in self.report.stale:
            _, said, where = line.rpartition(f"{name}: {entry.script}: {NO_COMMAND}")
            gone = {*map(int, re.findall(r"\d+", where))}
            if said and bool(gone) == bool(entry.lines):
                left = tuple(n for n in entry.lines if n not in gone)
                return replace(entry, lines=left) if left else None
        return entry

    def selected(self, entry: Expected, engine: EngineReport, name: str) -> Iterator[Result]:
        """The failures of a script that `entry` selects."""
        texts = self.report.sources.get(name, {})
        for result in self.failures[engine.subject.label].get(name, ()):
            if entry.selects(result, texts.get(result.line, "")):
                yield result

    def holds(self, entry: Expected, pairs: Sequence[tuple[EngineReport, str]]) -> bool:
        """Whether what `entry` selects fails as it says, on each engine; if it is exact, in each script."""
        every: defaultdict[tuple[str, str], list[Result]] = defaultdict(list)
        for engine, name in pairs:
            here = any(
                line in entry.lines for s in self.report.commands.get(name, ()) for line in s.lines
            )
            if here or not entry.lines:
                key = (engine.subject.label, name if entry.lines else "")
                every[key] += self.selected(entry, engine, name)
        unexpected = any(r.status is Status.UNEXPECTED for rs in every.values() for r in rs)
        if entry.text and unexpected:
            return False
        return bool(every) and all(
            any(r.status in entry.statuses for r in found) for found in every.values()
        )

    def added(self, held: Sequence[Expected]) -> Iterator[tuple[str, str, list[Result]]]:
        """The failures that `held` does not cover: those of a status, script by script; the engine, if there are several."""
        several = len(self.report.measured) > 1
        for engine in self.report.measured:
            entries = [e for e in held if engine in self.of(e)]
            groups: defaultdict[tuple[str, Status], list[Result]] = defaultdict(list)
            for name, results in self.failures[engine.subject.label].items():
                there = [e for e in entries if e.holds_for(name)]
                for result in results:
                    text = self.report.sources.get(name, {}).get(result.line, "")
                    covered = any(result.status in e.statuses for e in meant(result, there, text))
                    if result.status in FAILED - {Status.UNEXPECTED} and not covered:
                        groups[name, result.status].append(result)
            for (name, _), results in sorted(
                groups.items(), key=lambda g: (g[0][0], g[0][1].value)
            ):
                yield engine.subject.label if several else "", name, results


def _by_folder(
    new: Iterable[tuple[str, str, list[Result]]],
) -> dict[str, list[list[str]]]:
    """The lines of new entries, by the folder of their scripts."""
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    for engine, name, results in new:
        folder, _, script = name.rpartition("/")
        found[folder or "."].append(list(_table(engine, script, results)))
    return found


def _table(engine: str, script: str, results: Sequence[Result]) -> Iterator[str]:
    """The lines of an entry for `results`, which have the same status."""
    yield "[[suite.test]]"
    yield f"name = {_quoted(escape(script))}"
    if engine:
        yield f"engine = {_quoted(escape(engine))}"
    yield f"expected = {_quoted(results[0].status.value)}"
    numbers = sorted({r.line for r in results})
    line = f"line = {numbers if len(numbers) > 1 else numbers[0]}"
    if len(line) <= WIDTH:
        yield line
    else:
        yield "line = ["
        for i in range(0, len(numbers), 12):
            yield f"    {', '.join(map(str, numbers[i : i + 12]))},"
        yield "]"
    more = f", and {len(results) - 1} more" if len(results) > 1 else ""
    yield f"reason = {_quoted(f'seen: {describe(results[0])[:REASON]}{more}')}"
    yield ""


def _quoted(words: str) -> str:
    return json.dumps(printable(words), ensure_ascii=False)


def _edit(part: Part, left: Expected | None) -> None:
    """Make the lines of `part`, an entry, say what is `left` of it."""
    assert part.entry
    if left is None:
        part.lines = _remainder(part.lines)
        return
    gone = {*part.entry.lines} - {*left.lines}
    text = "\n".join(part.lines)
    found = LINES.search(text)
    if gone and found:
        part.lines = (text[: found.end()] + _without(text[found.end() :], gone)).split("\n")


def _without(text: str, gone: set[int]) -> str:
    """`text`, the inside of a list of numbers and what comes after it, without those `gone`."""
    out: list[str] = []
    rest = re.compile(r"#[^\n]*|(\d[\w]*)\s*,?[ \t]*|[^#\d]")
    at = 0
    while text[at] != "]":
        match = rest.match(text, at)
        assert match
        if not match[1] or int(match[1], 0) not in gone:
            out.append(match[0])
        at = match.end()
    inside = "".join(out)
    return (re.sub(r",\s*$", "", inside) if "\n" not in inside else inside) + text[at:]


def _remainder(lines: list[str]) -> list[str]:
    """What stays of the lines of an entry that goes: comments that stand apart, after it."""
    told = [n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    after = lines[told[-1] + 1 :]
    while after and after[0].strip():
        del after[0]
    return after[1:] if any(line.strip() for line in after) else []


def _insert(parts: list[Part], folder: str, tests: Sequence[Sequence[str]]) -> None:
    """Put new entries at the end of the suite `folder`, which is made if there is none."""
    places = [n for n, part in enumerate(parts) if part.folder == folder and part.plain]
    at = places[-1] + 1 if places else len(parts)
    before = parts[at - 1].lines if parts else []
    if before and before[-1].strip():
        before.append("")
    if not places:
        start = ["[[suite]]", f"name = {_quoted(folder)}", ""]
        parts.append(Part([*([""] if not parts else []), *start], None, folder))
        at = len(parts)
    parts[at:at] = [Part(list(lines), None, folder) for lines in tests]
