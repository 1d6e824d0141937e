"""Reports on the parts of a run, as machines made them, as one."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from refwasm.harness.model import EngineReport, Instruction, Report, Row, Run, Script, Subject
from refwasm.harness.shard import ShardError, read_shard
from refwasm.harness.spectrum import Spectrum, explanation, implicated
from refwasm.harness.tally import Tally, combined
from refwasm.script.results import Result, Status

# What parts of a run have in common, with the words for it.
COMMON: tuple[tuple[str, Callable[[Run], str]], ...] = (
    ("suite", lambda run: run.suite),
    ("refwasm", lambda run: run.version),
    ("table", lambda run: run.table),
    ("edition", lambda run: run.spec),
    ("features", lambda run: " ".join(run.features) or "none changed"),
    ("number of parts", lambda run: run.shard.rpartition("/")[2]),
)


class MergeError(ValueError):
    """The reports are not on parts of one run."""


def merged(reports: Sequence[tuple[str, Report]]) -> Report:
    """The report on a run of which `reports` are the parts, each with what errors call it.

    Results of parts that are missing are lost. Raises MergeError.
    """
    (_, first), *_ = reports
    missing = check(reports)
    told = combined(tally for _, report in reports for tally in report.pending)
    found = [_settled(report, told) for _, report in reports]
    engines = tuple(
        _engine(first.rows, [(r.run.shard, r.engines[n]) for r in found], missing)
        for n in range(len(first.engines))
    )
    return Report(
        run=_run([report.run for report in found]),
        rows=first.rows,
        engines=engines,
        commands=dict(sorted((k, v) for r in found for k, v in r.commands.items())),
        sources=_sources(found),
        exercised=dict(sorted((k, v) for r in found for k, v in r.exercised.items())),
        stale=tuple(dict.fromkeys((*_lines(found), *_lines(told)))),
    )


def _lines(of: Iterable[Report] | Iterable[Tally]) -> Iterable[str]:
    """All that is said to be expected in vain."""
    return (line for each in of for line in each.stale)


def _settled(report: Report, tallies: Iterable[Tally]) -> Report:
    """`report` after what `tallies` of all parts say that is unexpected in it."""
    found = {engine.subject.label: engine for engine in report.engines}
    for tally in tallies:
        for result in tally.unexpected:
            if result.script in report.commands:
                found[tally.engine] = _with(found[tally.engine], result)
    return replace(report, engines=tuple(found.values()))


def _with(engine: EngineReport, result: Result) -> EngineReport:
    """`engine` with `result` for a command that passed."""
    there = {(r.script, r.index) for r in engine.failures}
    if (result.script, result.index) in there:
        return engine
    changed = replace(
        engine,
        failures=(*engine.failures, result),
        scripts=tuple(
            _with_result(s, result) if s.name == result.script else s for s in engine.scripts
        ),
    )
    counts = _moved(engine.statuses if result.is_assertion else engine.other, result)
    return (
        replace(changed, statuses=counts) if result.is_assertion else replace(changed, other=counts)
    )


def _with_result(script: Script, result: Result) -> Script:
    kinds = {**script.kinds, result.kind: _moved(script.kinds[result.kind], result)}
    return replace(script, statuses=_moved(script.statuses, result), kinds=kinds)


def _moved(counts: Counter[Status], result: Result) -> Counter[Status]:
    """`counts`, in which the command of `result` passed, as it ends now."""
    return (
        counts - Counter({Status.PASS: result.phrases}) + Counter({result.status: result.phrases})
    )


def _sources(reports: Iterable[Report]) -> dict[str, dict[int, str]]:
    """The lines that `reports` have of what did not pass in the end."""
    found: dict[str, dict[int, str]] = {}
    for report in reports:
        red = {(r.script, r.line) for engine in report.engines for r in engine.failures}
        for name, lines in report.sources.items():
            if kept := {line: text for line, text in lines.items() if (name, line) in red}:
                found[name] = kept
    return dict(sorted(found.items()))


def check(reports: Sequence[tuple[str, Report]]) -> list[str]:
    """The parts that are missing, if `reports` are on parts of one run. Raises MergeError."""
    name, first = reports[0]
    parts: dict[str, str] = {}
    scripts: dict[str, str] = {}
    for other, report in reports:
        try:
            shard = read_shard(report.run.shard)
        except ShardError as e:
            raise MergeError(f"{other}: a report on a whole run, no part of one (--shard)") from e
        for what, of in COMMON:
            if of(report.run) != of(first.run):
                said = f"{what} {of(report.run)}, and {of(first.run)} in {name}"
                raise MergeError(f"{other}: no part of the same run: {said}")
        _check_engines(other, report, name, first)
        if str(shard) in parts:
            raise MergeError(f"{other}: part {shard}, as {parts[str(shard)]} is")
        parts[str(shard)] = other
        for script in sorted({s.name for e in report.engines for s in e.scripts}):
            if script in scripts:
                raise MergeError(f"{other}: has {script}, as {scripts[script]} has")
            scripts[script] = other
    every = [f"{n}/{shard.of}" for n in range(1, shard.of + 1)]
    return [part for part in every if part not in parts]


def _check_engines(other: str, report: Report, name: str, first: Report) -> None:
    here, there = (
        {e.subject.label: e.subject for e in r.measured if not e.subject.missing}
        for r in (report, first)
    )
    labels, firsts = ([e.subject.label for e in r.engines] for r in (report, first))
    if labels != firsts:
        said = f"engines {', '.join(labels)}, and {', '.join(firsts)} in {name}"
        raise MergeError(f"{other}: no part of the same run: {said}")
    for label in [label for label in labels if label in here and label in there]:
        for of in (_version, _flags):
            mine, theirs = of(here[label]), of(there[label])
            if mine != theirs:
                said = f"{label} {mine}, and {theirs} in {name}"
                raise MergeError(f"{other}: no part of the same run: {said}")


def _version(subject: Subject) -> str:
    return f"is {subject.version}"


def _flags(subject: Subject) -> str:
    return f"has the flags {shlex.join(subject.flags)}" if subject.flags else "has no flags"


def _run(runs: Sequence[Run]) -> Run:
    """The circumstances of the run of which `runs` are the parts, which went on side by side."""
    return replace(
        runs[0],
        notice=_all(run.notice for run in runs),
        python=_all(run.python for run in runs),
        platform=_all(run.platform for run in runs),
        workers=sum(run.workers for run in runs),
        seconds=max(run.seconds for run in runs),
        started=min(run.started for run in runs),
        shard="",
    )


def _all(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(text for text in texts if text))


def _engine(
    rows: Sequence[Row], parts: Sequence[tuple[str, EngineReport]], missing: Sequence[str]
) -> EngineReport:
    """What all parts say of an engine."""
    there = [(shard, part) for shard, part in parts if not part.subject.missing]
    if not there:
        return next((part for _, part in parts if part.subject.lost), parts[0][1])
    found = [part for _, part in there]
    lost = {f"part {part}": "there is no report" for part in missing}
    lost |= {f"part {s}": p.subject.missing for s, p in parts if p.subject.missing}
    ran = _spectrum([part.spectrum for part in found])
    explained, bound = explanation(ran)
    return EngineReport(
        subject=_subject([part.subject for part in found], lost),
        scripts=tuple(sorted((s for p in found for s in p.scripts), key=lambda s: s.name)),
        instructions=_instructions(rows, found, ran, explained),
        failures=tuple(
            sorted((r for p in found for r in p.failures), key=lambda r: (r.script, r.index))
        ),
        statuses=_sum(part.statuses for part in found),
        other=_sum(part.other for part in found),
        explained=explained,
        bound=bound,
        spectrum=ran,
    )


def _subject(subjects: Sequence[Subject], lost: dict[str, str]) -> Subject:
    everything = [pair for subject in subjects for pair in subject.lost.items()]
    return replace(
        subjects[0],
        lacks=tuple(sorted({name for subject in subjects for name in subject.lacks})),
        traced=any(subject.traced for subject in subjects),
        mapped=any(subject.mapped for subject in subjects),
        lost=dict(sorted([*everything, *lost.items()])),
    )


def _spectrum(spectra: Iterable[Spectrum]) -> Spectrum:
    """What `spectra`, of different scripts, say together."""
    found = Spectrum()
    for spectrum in spectra:
        found.failed.update(spectrum.failed)
        found.passed.update(spectrum.passed)
        found.together.update(spectrum.together)
    return found


def _sum(counters: Iterable[Counter[Status]]) -> Counter[Status]:
    found: Counter[Status] = Counter()
    for counts in counters:
        found.update(counts)
    return found


def _instructions(
    rows: Sequence[Row], parts: Sequence[EngineReport], ran: Spectrum, explained: Sequence[str]
) -> tuple[Instruction, ...]:
    """The sums of what the parts say of each of `rows`, and scores from what ran in all of them."""
    told = [{i.key: i for i in part.instructions} for part in parts if part.instructions]
    scores = implicated(ran, explained)
    found = []
    for row in rows if told else ():
        same = [by_key[row.key] for by_key in told]
        seen = {trap for i in same for trap in i.traps}
        found.append(
            Instruction(
                key=row.key,
                assertions=sum(i.assertions for i in same),
                passed=sum(i.passed for i in same),
                failed=sum(i.failed for i in same),
                unsupported=sum(i.unsupported for i in same),
                implicated=scores.get(row.key, 0.0),
                traps=tuple(trap for trap in row.traps if trap in seen),
            )
        )
    return tuple(found)
