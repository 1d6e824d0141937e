"""The cases of which test reports consist: what is counted as one test.

`kind`: a script's commands of one directive; `assertion`: each assertion, and each other command that did
not pass; `instruction`: a row of the table. An engine that is not there is one case, which is skipped, or, if it does not start, fails; a
script that was lost is one more, which fails. What expectations say in vain are cases beside those of engines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from refwasm.harness.model import EngineReport, Report, Script, Stretch
from refwasm.harness.report.headings import missing
from refwasm.harness.report.outcomes import (
    RED,
    Outcome,
    blamed,
    by_instruction,
    by_script,
    describe,
    is_red,
    outcome,
)
from refwasm.script.results import Result, Status
from refwasm.source import printable

PER = ("kind", "instruction", "assertion")

TOLD = 20  # failures that the details of a case tell
NAMED = 5  # instructions in its headline
EXPECTATIONS = "expectations"  # what cases are of that no engine has
MOST = 1000  # such cases
LONGEST = 200  # characters of their names


@dataclass(frozen=True, slots=True)
class Case:
    """One test: a script's or a feature's. `failures` did not pass; `note` says what they do not.

    `suspects` are those that explain all failures of the engine and ran in these. `lost`: it could not be
    found out.
    """

    of: str
    name: str
    outcome: Outcome
    seconds: float = 0.0
    failures: tuple[Result, ...] = ()
    note: str = ""
    suspects: tuple[str, ...] = ()
    lost: bool = False


def expectations(report: Report) -> Iterator[Case]:
    """A case, which fails, for each thing that expectations say in vain."""
    seen: Counter[str] = Counter()
    left = len(report.stale) - MOST
    for line in [*report.stale[:MOST], *([f"and {left} more"] if left > 0 else [])]:
        name = _numbered(seen, printable(" ".join(line.split())[:LONGEST])[:LONGEST])
        yield Case(EXPECTATIONS, name, Outcome.FAIL, note=f"expected in vain: {line}")


def cases(report: Report, engine: EngineReport, per: str) -> Iterator[Case]:
    """The cases of `engine`."""
    for case in _cases(report, engine, per):
        ran = {key for keys in {r.instructions for r in case.failures if is_red(r)} for key in keys}
        suspects = tuple(key for key in engine.explained if key in ran)
        yield replace(case, suspects=suspects) if suspects else case


def _cases(report: Report, engine: EngineReport, per: str) -> Iterator[Case]:
    absent, lost = engine.subject.absent, engine.subject.lost
    if note := missing(engine):
        end = Outcome.SKIP if absent else Outcome.FAIL
        yield Case("engine", "present", end, note=note, lost=not absent)
        return
    if per == "instruction":
        yield from _instructions(report, engine)
    else:
        failures = by_script(engine)
        for script in engine.scripts:
            found = tuple(failures.get(script.name, ()))
            if per == "assertion":
                stretches = report.commands.get(script.name, ())
                yield from _assertions(script, stretches, found)
            else:
                yield from _kinds(script, found)
    for name, why in lost.items():
        yield Case(name, "whole", Outcome.FAIL, note=f"lost: {why}", lost=True)


def _kinds(script: Script, failures: Sequence[Result]) -> Iterator[Case]:
    found: defaultdict[str, list[Result]] = defaultdict(list)
    for result in failures:
        found[result.kind].append(result)
    for kind, counts in script.kinds.items():
        rest = tuple(found[kind])
        yield Case(
            of=script.name,
            name=kind,
            outcome=outcome(counts[Status.PASS], rest),
            seconds=_share(script, counts.total()),
            failures=rest,
        )


def _assertions(
    script: Script, stretches: Iterable[Stretch], failures: Sequence[Result]
) -> Iterator[Case]:
    """A case for each command that `script` reached, in order; the second at a line has its number."""
    failed = {result.index: result for result in failures}
    passed = {kind: counts[Status.PASS] for kind, counts in script.kinds.items()}
    seen: Counter[str] = Counter()
    share = _share(script, 1)
    for stretch in stretches:
        kind = stretch.kind
        for index, line in enumerate(stretch.lines, stretch.index):
            name = _numbered(seen, f"{kind} at line {line}")
            result = failed.get(index)
            if result is not None and (result.kind, result.line) == (kind, line):
                del failed[index]
                yield Case(script.name, name, outcome(0, [result]), result.seconds, (result,))
            elif passed.get(kind, 0) > 0 and kind.startswith("assert_"):
                passed[kind] -= 1
                yield Case(script.name, name, Outcome.PASS, share)
    for result in failed.values():  # an engine that counts commands in another way
        name = _numbered(seen, f"{result.kind} at line {result.line}")
        yield Case(script.name, name, outcome(0, [result]), result.seconds, (result,))


def _numbered(seen: Counter[str], name: str) -> str:
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"


def _share(script: Script, commands: int) -> float:
    """The time of so many commands of `script`, of which only that of all together is known."""
    return script.seconds * commands / max(1, script.commands)


def _instructions(report: Report, engine: EngineReport) -> Iterator[Case]:
    """A case for each row. Those fail that explain the failures, not whatever else ran in them."""
    if not engine.instructions:
        yield Case("table", "instructions", Outcome.SKIP, note="nothing tells which ran")
        return
    features = {row.key: row.feature for row in report.rows}
    found, guilty = by_instruction(engine), blamed(engine)
    red = any(map(is_red, engine.failures))
    for i in engine.instructions:
        failures = tuple(found.get(i.key, ()))
        note = "no assertion exercises it" if i.status == "not exercised" else ""
        case = Case(
            features.get(i.key, "core"), i.key, outcome(i.passed, failures), 0.0, failures, note
        )
        if case.outcome is Outcome.FAIL and i.key not in guilty:
            others = ", ".join(engine.explained)
            note = f"ran in {i.failed} assertions that failed, explained by {others}"
            case = replace(case, outcome=Outcome.PASS, failures=(), note=note)
        elif case.outcome not in RED and i.key in engine.explained and red and not failures:
            case = replace(case, outcome=Outcome.FAIL, note="what it wrote was read, and failed")
        yield case


def folded(given: Iterable[Case]) -> Iterator[Case]:
    """`given` with those of a script that passed in one case, by directive."""
    passed: dict[tuple[str, str], list[Case]] = {}
    for case in given:
        if case.outcome is Outcome.PASS:
            passed.setdefault((case.of, case.name.partition(" at line ")[0]), []).append(case)
        else:
            yield case
    for (of, kind), group in passed.items():
        seconds = sum(case.seconds for case in group)
        yield Case(of, f"{kind}: {len(group)} that passed", Outcome.PASS, seconds)


def headline(case: Case) -> str:
    """What is wrong with `case`, in one line that begins with its suspects."""
    red = [r for r in case.failures if is_red(r)]
    shown = red or case.failures
    if not shown:
        return case.note
    first = describe(shown[0])
    if case.outcome is Outcome.XFAIL:
        first = f"expected to fail: {shown[0].excuse}"
    if case.outcome is Outcome.SKIP:
        first = f"{shown[0].status.value}: {shown[0].got}"
    more = f" (and {len(shown) - 1} more)" if len(shown) > 1 else ""
    return " ".join(f"{_suspected(case)}{first}{more}".split())


def _suspected(case: Case) -> str:
    keys = [*case.suspects[:NAMED], *(["..."] if len(case.suspects) > NAMED else [])]
    return f"{', '.join(keys)}: " if keys else ""


def details(report: Report, case: Case, most: int) -> str:
    """The failures of `case` with their places; if it is one, with the lines of the script.

    What a reader cuts after `most` characters may be missing.
    """
    red = [r for r in case.failures if is_red(r)]
    shown = red or list(case.failures)
    lines = [case.note] if case.note else []
    length = 0
    for r in shown[:TOLD]:
        told = [f"{r.script}:{r.line}: {r.kind}: {r.status.value}"]
        told += [f"    {word} {said}" for word, said in _said(r) if said]
        lines += told
        length += sum(map(len, told))
        if length > most:
            break
    if len(shown) > TOLD:
        lines.append(f"... and {len(shown) - TOLD} more")
    if len(shown) == 1:
        source = report.sources.get(shown[0].script, {}).get(shown[0].line)
        lines += ["", source] if source else []
    return "\n".join(lines)


def _said(result: Result) -> tuple[tuple[str, str], ...]:
    return (
        ("expected", result.expected),
        ("got", result.got),
        ("rule", result.rule),
        ("excused:", result.excuse),
        ("instructions", ", ".join(result.instructions)),
    )
