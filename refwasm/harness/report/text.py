"""The report for a terminal, at most 80 columns wide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from textwrap import wrap

from refwasm.harness.model import TRACED, Instruction, Report, Script
from refwasm.script.results import Result, Status

WIDTH = 80
SHOWN = 20  # rows of each list; the JSON has them all
SLOWEST = 5
CELLS = {status: max(7, len(status.value) + 2) for status in Status}  # widths of columns


def render(report: Report) -> str:
    """`report` as lines of text."""
    return head(report.run.notice) + "\n".join(_lines(report)) + "\n"


def head(notice: str) -> str:
    """How a report with `notice` begins, which is known before the run."""
    return "\n".join([*wrapped(notice), "", ""]) if notice else ""


def _lines(report: Report) -> Iterator[str]:
    run = report.run
    rules = "" if run.spec == "3.0" else f", edition {run.spec}"
    rules += "".join(f", {change}" for change in run.features)
    title = f"{run.engine} {run.version} on suite {run.suite}{rules}, tier {run.tier}"
    processes = _count(run.workers, "process", "processes")
    yield from wrapped(f"{title}, Python {run.python}, {processes}")
    yield ""
    yield from _folders(report.scripts)
    yield ""
    yield from _failures(report.failures)
    if not run.traced:
        yield f"instructions: the tier {run.tier} does not tell which ran (--tier {TRACED} does)"
        yield ""
    elif not report.empty:
        yield from _instructions(report.instructions)
    yield from _slowest(report.scripts)
    yield from _without_result(report)
    yield verdict(report)
    yield from wrapped(run.notice)


def verdict(report: Report) -> str:
    """One line: how the run ended."""
    scripts = len(report.scripts)
    whole = sum(
        s.name not in report.run.lost and not s.statuses.keys() - {Status.PASS}
        for s in report.scripts
    )
    total, passed = report.statuses.total(), report.statuses[Status.PASS]
    time = f"{report.run.seconds:.1f} s"
    if report.empty and not report.run.lost:
        return f"NOTHING TESTED: no command in {_count(scripts, 'script', 'scripts')}, {time}"
    word = "PASSED" if report.complete else "ok" if report.ok else "FAILED"
    assertions = f"{passed} of {total} assertions" if total else "no assertion among the commands"
    return f"{word}: {assertions}, {whole} of {scripts} scripts whole, {time}"


def _folders(scripts: Iterable[Script]) -> Iterator[str]:
    """A table of folders by status, and the totals."""
    folders: defaultdict[str, list[Script]] = defaultdict(list)
    for script in scripts:
        folders[script.folder].append(script)
    everything = [s for group in folders.values() for s in group]
    seen = [s for s in Status if s is Status.PASS or any(x.statuses[s] for x in everything)]
    width = min(40, WIDTH - 8 - sum(CELLS[s] for s in seen))
    header = "".join(f"{s.value:>{CELLS[s]}}" for s in seen)
    yield f"{'commands in':<{width}}{'scripts':>8}{header}"
    for folder, group in [*sorted(folders.items()), ("total", everything)]:
        counts: Counter[Status] = sum((s.statuses for s in group), Counter())
        cells = "".join(f"{counts[s] or '-':>{CELLS[s]}}" for s in seen)
        yield f"{folder[: width - 1]:<{width}}{len(group):>8}{cells}"
    assertions = sum(s.assertions for s in everything)
    commands = sum(s.commands for s in everything)
    yield f"{_count(commands, 'command', 'commands')}, {assertions} of them assertions"


def _failures(failures: tuple[Result, ...]) -> Iterator[str]:
    """The first failures, each with what was expected and what came."""
    for r in failures[:SHOWN]:
        yield from wrapped(f"{r.script}:{r.line}: {r.kind}: {r.status.value}")
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
    failing = sorted((i for i in instructions if i.implicated), key=lambda i: -i.implicated)
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
        most = 3 * SHOWN
        more = [f"and {len(unseen) - most} more"] if len(unseen) > most else []
        yield from wrapped("not exercised: " + ", ".join(unseen[:most] + more))
    yield ""


def _slowest(scripts: tuple[Script, ...]) -> Iterator[str]:
    """The scripts that took longest."""
    ran = [script for script in scripts if script.commands]
    if not ran:
        return
    yield "slowest scripts, in seconds"
    for script in sorted(ran, key=lambda s: -s.seconds)[:SLOWEST]:
        yield _cut(f"{script.seconds:>8.1f}  {script.name}")
    yield ""


def _without_result(report: Report) -> Iterator[str]:
    """The scripts without a command, and those that were lost."""
    lost = report.run.lost
    idle = [s.name for s in report.scripts if not s.commands and s.name not in lost]
    for name in idle[:SHOWN]:
        yield _cut(f"no command in {name}")
    if len(idle) > SHOWN:
        yield f"... and in {len(idle) - SHOWN} more"
    for name, why in lost.items():
        yield _cut(f"lost: {name}: {why}")
    if idle or lost:
        yield ""


def _cut(line: str) -> str:
    line = " ".join(line.splitlines())
    return line if len(line) <= WIDTH else line[: WIDTH - 3] + "..."


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


def wrapped(text: str) -> list[str]:
    """`text` in lines of the terminal's width, later ones indented."""
    return wrap(text, WIDTH, subsequent_indent="    ", break_on_hyphens=False)
