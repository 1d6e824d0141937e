"""The report for a terminal, at most 80 columns wide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from textwrap import wrap

from refwasm.harness.model import Instruction, Report, Script
from refwasm.script.results import Result, Status

WIDTH = 80
SHOWN = 20  # rows of each list; the JSON has them all
SLOWEST = 5
ORDER = tuple(Status)


def render(report: Report) -> str:
    """`report` as lines of text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    run = report.run
    if run.notice:
        yield from _wrap(run.notice)
        yield ""
    yield f"{run.engine} on suite {run.suite}, Python {run.python}, {run.workers} processes"
    yield ""
    yield from _folders(report.scripts)
    yield ""
    yield from _failures(report.failures)
    yield from _instructions(report.instructions)
    yield from _slowest(report.scripts)
    for name in report.run.lost:
        yield f"lost: {name} gave no result"
    yield ""
    yield verdict(report)
    if run.notice:
        yield from _wrap(run.notice)


def verdict(report: Report) -> str:
    """One line: how the run ended."""
    scripts = len(report.scripts)
    whole = sum(not (s.statuses.keys() - {Status.PASS}) for s in report.scripts)
    total, passed = report.statuses.total(), report.statuses[Status.PASS]
    word = "PASSED" if report.complete else "ok" if report.ok else "FAILED"
    return (
        f"{word}: {passed} of {total} assertions, {whole} of {scripts} scripts whole,"
        f" {report.run.seconds:.1f} s"
    )


def _folders(scripts: Iterable[Script]) -> Iterator[str]:
    """A table of folders by status, and the totals."""
    folders: defaultdict[str, list[Script]] = defaultdict(list)
    for script in scripts:
        folders[script.folder].append(script)
    everything = [s for group in folders.values() for s in group]
    seen = [s for s in ORDER if any(x.statuses[s] for x in everything)] or [Status.PASS]
    yield f"{'commands in':<28}{'scripts':>8}" + "".join(f"{s.value:>9}" for s in seen)
    for folder, group in [*sorted(folders.items()), ("total", everything)]:
        counts: Counter[Status] = sum((s.statuses for s in group), Counter())
        cells = "".join(f"{counts[s] or '-':>9}" for s in seen)
        yield f"{folder[:27]:<28}{len(group):>8}{cells}"
    assertions = sum(s.assertions for s in everything)
    commands = sum(s.commands for s in everything)
    yield f"{commands} commands, {assertions} of them assertions"


def _failures(failures: tuple[Result, ...]) -> Iterator[str]:
    """The first failures, each with what was expected and what came."""
    for r in failures[:SHOWN]:
        yield f"{r.script}:{r.line}: {r.kind}: {r.status.value}"
        if r.expected:
            yield _cut(f"    expected {r.expected}")
        if r.got:
            yield _cut(f"    got      {r.got}")
    if len(failures) > SHOWN:
        yield f"... and {len(failures) - SHOWN} more (--json FILE has them all)"
    if failures:
        yield ""


def _instructions(instructions: tuple[Instruction, ...]) -> Iterator[str]:
    """Failing instructions, most implicated first, and those that nothing exercised."""
    failing = sorted((i for i in instructions if i.failed), key=lambda i: -i.implicated)
    if failing:
        yield f"{'instructions failing':<36}{'implicated':>11}{'failed':>9}{'passed':>9}  opcode"
        for i in failing[:SHOWN]:
            yield f"{i.key:<36}{i.implicated:>11.2f}{i.failed:>9}{i.passed:>9}  {i.opcode}"
        if len(failing) > SHOWN:
            yield f"... and {len(failing) - SHOWN} more"
        yield ""
    exercised = sum(i.assertions > 0 for i in instructions)
    yield f"instructions exercised: {exercised} of {len(instructions)}"
    unseen = [i.key for i in instructions if not i.assertions]
    if unseen:
        more = [f"and {len(unseen) - 5 * SHOWN} more"] if len(unseen) > 5 * SHOWN else []
        yield from _wrap("not exercised: " + ", ".join(unseen[: 5 * SHOWN] + more))


def _slowest(scripts: tuple[Script, ...]) -> Iterator[str]:
    """The scripts that took longest."""
    slowest = sorted(scripts, key=lambda s: -s.seconds)[:SLOWEST]
    yield from _wrap("slowest: " + ", ".join(f"{s.name} {s.seconds:.1f} s" for s in slowest))


def _cut(line: str) -> str:
    return line if len(line) <= WIDTH else line[: WIDTH - 3] + "..."


def _wrap(text: str) -> list[str]:
    """`text` in lines of the terminal's width, later ones indented."""
    return wrap(text, WIDTH, subsequent_indent="    ", break_on_hyphens=False)
