"""The report for a terminal, at most 80 columns wide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from textwrap import wrap

from refwasm.harness.model import EngineReport, Report, Row, Script
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
    yield from wrapped(title(report))
    yield ""
    for engine in report.engines:
        yield from _engine(report, engine)
    if len(report.engines) > 1:
        yield from _beside(report)
    yield verdict(report)
    yield from wrapped(report.run.notice)


def title(report: Report) -> str:
    """What was measured, on what."""
    run = report.run
    rules = "" if run.spec == "3.0" else f", edition {run.spec}"
    rules += "".join(f", {change}" for change in run.features)
    rules += f", part {run.shard}" if run.shard else ""
    engines = " ".join([", ".join(map(called, report.engines)), "on suite", run.suite])
    own = f"refwasm {run.version}"
    by = "" if engines.startswith(own) else f", by {own}"
    processes = _count(run.workers, "process", "processes")
    return f"{engines}{rules}{by}, Python {run.python}, {processes}"


def called(engine: EngineReport) -> str:
    """The label of `engine` and its version, if that does not say the same."""
    label, version = engine.subject.label, engine.subject.version
    return version if version.startswith(label) else f"{label} {version}".strip()


def _engine(report: Report, engine: EngineReport) -> Iterator[str]:
    """What is to be said of one engine."""
    if len(report.engines) > 1:
        yield f"== {called(engine)} =="[:WIDTH]
    if engine.subject.absent:
        yield from wrapped(f"not measured: {engine.subject.absent}")
        yield ""
        return
    yield from _folders(engine.scripts)
    yield ""
    yield from _failures(engine.failures)
    if not engine.instructions:
        if not engine.empty:
            yield "instructions: nothing tells which ran"
            yield ""
    elif not engine.empty:
        yield from _instructions(report.rows, engine)
    yield from _slowest(engine.scripts)
    yield from _without_result(engine)


def _beside(report: Report) -> Iterator[str]:
    """The engines beside each other: commands by status."""
    measured = report.measured
    totals = {e.subject.label: e.statuses + e.other for e in measured}
    seen = [s for s in Status if s is Status.PASS or any(t[s] for t in totals.values())]
    width = min(30, WIDTH - 8 - sum(CELLS[s] for s in seen))
    header = "".join(f"{s.value:>{CELLS[s]}}" for s in seen)
    yield f"{'engine, commands':<{width}}{header}{'seconds':>9}"
    for e in measured:
        cells = "".join(f"{totals[e.subject.label][s] or '-':>{CELLS[s]}}" for s in seen)
        yield f"{e.subject.label[: width - 1]:<{width}}{cells}{e.seconds:>9.1f}"
    yield ""


def verdict(report: Report) -> str:
    """One line: how the run ended."""
    measured = report.measured
    scripts = [(s, e) for e in measured for s in e.scripts]
    whole = sum(s.name not in e.subject.lost and s.whole for s, e in scripts)
    total = sum(e.statuses.total() for e in measured)
    passed = sum(e.statuses[Status.PASS] for e in measured)
    time = f"{report.run.seconds:.1f} s"
    if not measured:
        return f"NOTHING TESTED: no engine is here, {time}"
    if report.empty and not report.lost:
        return f"NOTHING TESTED: no command in {_count(len(scripts), 'script', 'scripts')}, {time}"
    word = "PASSED" if report.complete else "ok" if report.ok else "FAILED"
    assertions = f"{passed} of {total} assertions" if total else "no assertion among the commands"
    return f"{word}: {assertions}, {whole} of {len(scripts)} scripts whole, {time}"


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


def _instructions(rows: tuple[Row, ...], engine: EngineReport) -> Iterator[str]:
    """Failing instructions, most implicated first, and those that nothing exercised."""
    instructions = engine.instructions
    opcodes = {row.key: row.opcode for row in rows}
    failing = sorted((i for i in instructions if i.implicated), key=lambda i: -i.implicated)
    if failing:
        yield f"{'instructions failing':<36}{'implicated':>11}{'failed':>9}{'passed':>9}  opcode"
        for i in failing[:SHOWN]:
            yield f"{i.key:<36}{i.implicated:>11.2f}{i.failed:>9}{i.passed:>9}  {opcodes[i.key]}"
        if len(failing) > SHOWN:
            yield f"... and {len(failing) - SHOWN} more"
        yield ""
    exercised = sum(i.assertions > 0 for i in instructions)
    yield f"instructions exercised: {exercised} of {len(instructions)}"
    unseen = [i.key for i in instructions if not i.assertions and not i.unsupported]
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


def _without_result(engine: EngineReport) -> Iterator[str]:
    """The scripts without a command, and those that were lost."""
    lost = engine.subject.lost
    idle = [s.name for s in engine.scripts if not s.commands and s.name not in lost]
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
