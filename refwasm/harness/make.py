"""A report, made of results."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from refwasm.generated.opcodes import OPS
from refwasm.harness.model import EngineReport, Instruction, Report, Run, Script, Stretch, Subject
from refwasm.harness.spectrum import FAILED, RIGHT, explanation, implicated, spectrum
from refwasm.harness.table import table_rows
from refwasm.script.results import Result, Status
from refwasm.syntax.features import Features, features_of


def make_report(
    run: Run,
    subjects: Sequence[tuple[Subject, Mapping[str, Sequence[Result]]]],
    sources: dict[str, dict[int, str]] | None = None,
) -> Report:
    """The report on the results of each subject, by script; a script without commands has none."""
    features = features_of(run.spec, run.features)
    engines = (engine_report(subject, scripts, features) for subject, scripts in subjects)
    commands = stretches([scripts for subject, scripts in subjects if not subject.missing])
    return Report(
        *(run, table_rows(features), tuple(engines), commands, sources or {}),
        exercised=exercised(scripts for _, scripts in subjects),
    )


def exercised(found: Iterable[Mapping[str, Sequence[Result]]]) -> dict[str, tuple[str, ...]]:
    """The instructions that each script exercises on some engine, in the order of the table."""
    sets: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for scripts in found:
        for name, results in scripts.items():
            sets[name].update(r.instructions for r in results)
    ran = {name: {key for keys in sets[name] for key in keys} for name in sorted(sets)}
    return {name: tuple(op.name for op in OPS if op.name in keys) for name, keys in ran.items()}


def stretches(
    found: Sequence[Mapping[str, Sequence[Result]]],
) -> dict[str, tuple[Stretch, ...]]:
    """The commands of each script, from the longest of the results that each engine has for it."""
    longest: dict[str, Sequence[Result]] = {}
    for scripts in found:
        for name, results in scripts.items():
            longest[name] = max(longest.get(name, ()), results, key=len)
    return {name: tuple(_stretches(longest[name])) for name in sorted(longest)}


def _stretches(results: Sequence[Result]) -> Iterable[Stretch]:
    for kind, group in groupby(results, lambda r: r.kind):
        first, *others = group
        yield Stretch(first.index, kind, (first.line, *(r.line for r in others)))


def engine_report(
    subject: Subject, scripts: Mapping[str, Sequence[Result]], features: Features
) -> EngineReport:
    """What the results of each of `scripts` say of `subject`."""
    if subject.missing:
        return EngineReport(subject)
    everything = [r for rs in scripts.values() for r in rs]
    told = subject.traced or subject.mapped
    ran = spectrum(everything if told else ())
    explained, bound = explanation(ran)
    return EngineReport(
        subject=subject,
        scripts=tuple(_script(name, scripts[name]) for name in sorted(scripts)),
        instructions=_instructions(everything, features, implicated(ran, explained))
        if told
        else (),
        failures=tuple(
            r for name in sorted(scripts) for r in scripts[name] if r.status is not Status.PASS
        ),
        statuses=_statuses(r for r in everything if r.is_assertion),
        other=_statuses(r for r in everything if not r.is_assertion),
        explained=explained,
        bound=bound,
        spectrum=ran,
    )


def _script(name: str, results: Sequence[Result]) -> Script:
    kinds: defaultdict[str, list[Result]] = defaultdict(list)
    for result in results:
        kinds[result.kind].append(result)
    return Script(
        name=name,
        commands=sum(r.phrases for r in results),
        assertions=sum(r.is_assertion for r in results),
        statuses=_statuses(results),
        seconds=sum(r.seconds for r in results),
        kinds={kind: _statuses(kinds[kind]) for kind in sorted(kinds)},
    )


def _statuses(results: Iterable[Result]) -> Counter[Status]:
    """How many top-level phrases ended in each way."""
    statuses: Counter[Status] = Counter()
    for result in results:
        statuses[result.status] += result.phrases
    return statuses


def _instructions(
    results: Iterable[Result], features: Features, scores: Mapping[str, float]
) -> tuple[Instruction, ...]:
    """The rows of the table that are on, in its order, each with what `results` and `scores` say of it."""
    passed: Counter[str] = Counter()  # assertions
    failed: Counter[str] = Counter()
    unsupported: Counter[str] = Counter()
    traps: defaultdict[str, set[str]] = defaultdict(set)
    for result in results:
        if result.trap:
            traps[result.site].add(result.trap)
        if not result.is_assertion:
            continue
        if result.status in RIGHT:
            passed.update(result.instructions)
        elif result.status in FAILED:
            failed.update(result.instructions)
        elif result.status is Status.UNSUPPORTED:
            unsupported.update(result.instructions)
    rows = []
    for op in OPS:
        if op.lacks(features.on):
            continue
        key = op.name
        seen = tuple(t for t in op.traps if any(got.startswith(t) for got in traps[key]))
        rows.append(
            Instruction(
                key=key,
                assertions=passed[key] + failed[key],
                passed=passed[key],
                failed=failed[key],
                unsupported=unsupported[key],
                implicated=scores.get(key, 0.0),
                traps=seen,
            )
        )
    return tuple(rows)
