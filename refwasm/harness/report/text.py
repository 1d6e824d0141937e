"""The report for a terminal, at most 80 columns wide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from refwasm.harness.model import EngineReport, Instruction, Report, Row, Script
from refwasm.harness.report.beside import beside, excuses, lacks, reasons, unsupported
from refwasm.harness.report.headings import called, count, explaining, missing, title, verdict
from refwasm.harness.report.outcomes import is_red
from refwasm.script.results import Result, Status, bounded
from refwasm.source import printable

WIDTH = 80
SHOWN = 20  # rows of each list; the JSON has them all
FEW = 5  # of those that each of several engines has
NAMES = 60  # instructions that are only named
LONG = 500  # characters of a line that is wrapped
SLOWEST = 5
CELLS = {status: max(7, len(status.value) + 2) for status in Status}  # widths of columns
KEY = 36  # the column of instructions
SLIM = 35  # the same beside engines
NARROWEST = 6  # column of an engine


def render(report: Report) -> str:
    """`report` as lines of text."""
    return head(report.run.notice) + "\n".join(_lines(report)) + "\n"


def head(notice: str) -> str:
    """How a report with `notice` begins, which is known before the run."""
    return "\n".join([*wrapped(notice), "", ""]) if notice else ""


def _lines(report: Report) -> Iterator[str]:
    yield from wrapped(title(report))
    yield ""
    if len(report.engines) == 1:
        yield from _one(report, report.engines[0])
    else:
        yield from _several(report)
    for line in report.stale[:NAMES]:
        yield from wrapped(f"expected in vain: {bounded(line, LONG)}")
    if len(report.stale) > NAMES:
        yield f"... and {len(report.stale) - NAMES} more expected in vain"
    yield verdict(report)
    yield from wrapped(report.run.notice)


def _one(report: Report, engine: EngineReport) -> Iterator[str]:
    """What is to be said of the only engine."""
    if engine.subject.missing:
        yield from wrapped(bounded(missing(engine), LONG))
        yield ""
        return
    yield from _folders(engine.scripts)
    yield ""
    yield from _failures(engine, SHOWN)
    yield from _counted(engine)
    if engine.instructions and not engine.empty:
        yield from _failing(report.rows, engine)
        yield from _exercised(engine)
    elif not engine.empty:
        yield from ("instructions: nothing tells which ran", "")
    yield from _slowest(engine.scripts)
    yield from _without_result(engine)


def _several(report: Report) -> Iterator[str]:
    """The engines beside each other, then what is to be said of each."""
    measured = report.measured
    yield from _totals(measured)
    yield ""
    for engine in report.engines:
        if engine.subject.missing:
            yield from wrapped(bounded(f"{engine.subject.label}: {missing(engine)}", LONG))
            yield ""
    yield from _beside(report)
    for engine in (e for e in measured if not e.subject.missing):
        said = [*_failures(engine, FEW), *_counted(engine), *_few(engine)]
        if said:
            yield f"== {called(engine)} =="[:WIDTH]
            yield from said


def _totals(measured: Sequence[EngineReport]) -> Iterator[str]:
    """Assertions by status, a line for each engine."""
    seen = [s for s in Status if s is Status.PASS or any(e.statuses[s] for e in measured)]
    width = min(30, WIDTH - 9 - sum(CELLS[s] for s in seen))
    header = "".join(f"{s.value:>{CELLS[s]}}" for s in seen)
    yield f"{'assertions on':<{width}}{header}{'seconds':>9}"
    for n, e in enumerate(measured, 1):
        cells = "".join(f"{e.statuses[s] or '-':>{CELLS[s]}}" for s in seen)
        yield f"{f'{n} {e.subject.label}'[: width - 1]:<{width}}{cells}{e.seconds:>9.1f}"


def _beside(report: Report) -> Iterator[str]:
    """The instructions that some engine has not right: a column for each engine that is not whole."""
    found = beside(report)
    measured = report.measured
    columns = [n for n in range(len(measured)) if any(_cell(b.instructions[n], "") for b in found)]
    labels = {n: measured[n].subject.label for n in columns}
    longest = max(map(len, labels.values()), default=0)
    width = min(longest + 2, (WIDTH - SLIM - 5) // max(1, len(columns)))
    if width < longest + 2:
        labels = {n: str(n + 1) for n in columns}
        width = max(NARROWEST, width)
    most = (WIDTH - SLIM - 5) // width
    if columns:
        yield "instructions that some engine fails: the most implicated first, with the"
        yield "number of assertions that fail; `wrote`: they read what it wrote before;"
        yield "`lacks`: all of them are unsupported"
    for first in range(0, len(columns), most):
        shown = columns[first : first + most]
        rows = [b for b in found if any(_cell(b.instructions[n], "") for n in shown)]
        yield f"{'':<{SLIM + 5}}{''.join(f'{labels[n]:>{width}}' for n in shown)}"
        for b in rows[:SHOWN]:
            cells = "".join(f"{_cell(b.instructions[n], '-'):>{width}}" for n in shown)
            implicated = f"{b.implicated:.2f}" if b.implicated else ""
            yield f"{b.row.key:<{SLIM}}{implicated:>5}{cells}"
        if len(rows) > SHOWN:
            yield f"... and {len(rows) - SHOWN} more"
        yield ""


def _cell(i: Instruction, ok: str) -> str:
    return str(i.failed) if i.failed else "wrote" if i.implicated else "lacks" if lacks(i) else ok


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
        yield f"{printable(folder)[: width - 1]:<{width}}{len(group):>8}{cells}"
    assertions = sum(s.assertions for s in everything)
    commands = sum(s.commands for s in everything)
    yield f"{count(commands, 'command', 'commands')}, {assertions} of them assertions"


def _failures(engine: EngineReport, most: int) -> Iterator[str]:
    """The first failures that nothing excuses, each with what was expected and what came."""
    failures = [r for r in engine.failures if is_red(r)]
    for r in failures[:most]:
        yield from wrapped(f"{r.script}:{r.line}: {r.kind}: {_status(r)}")
        if r.expected:
            yield cut(f"    expected {r.expected}")
        if r.got:
            yield cut(f"    got      {r.got}")
    if len(failures) > most:
        yield f"... and {len(failures) - most} more (--json FILE has them all)"
    if failures:
        yield ""


def _status(r: Result) -> str:
    unexpected = r.status is Status.UNEXPECTED
    return "passed, though an expectation says that it fails" if unexpected else r.status.value


def _counted(engine: EngineReport) -> Iterator[str]:
    """What did not run and what was excused, by reason."""
    for counts, what in (
        (reasons(engine, Status.UNSUPPORTED), "unsupported, by reason"),
        (reasons(engine, Status.SKIPPED), "skipped, by reason"),
        (excuses(engine), "failed as expected, by reason"),
    ):
        if not counts:
            continue
        yield f"{count(sum(n for _, n in counts), 'command', 'commands')} {what}"
        for reason, n in counts[:SHOWN]:
            yield cut(f"{n:>8}  {reason}")
        if len(counts) > SHOWN:
            yield f"... and {len(counts) - SHOWN} more reasons"
        yield ""


def _failing(rows: tuple[Row, ...], engine: EngineReport) -> Iterator[str]:
    """The instructions that failed, the most implicated first, and the fewest that explain it."""
    opcodes = {row.key: row.opcode for row in rows}
    failing = sorted((i for i in engine.instructions if i.implicated), key=lambda i: -i.implicated)
    if not failing:
        return
    yield f"{'instructions failing':<{KEY}}{'implicated':>11}{'failed':>9}{'passed':>9}  opcode"
    for i in failing[:SHOWN]:
        yield f"{i.key:<{KEY}}{i.implicated:>11.2f}{i.failed:>9}{i.passed:>9}  {opcodes[i.key]}"
    if len(failing) > SHOWN:
        yield f"... and {len(failing) - SHOWN} more"
    yield from _explained(engine)
    yield ""


def _explained(engine: EngineReport) -> Iterator[str]:
    if engine.explained:
        yield from _named(explaining(engine), engine.explained)


def _exercised(engine: EngineReport) -> Iterator[str]:
    """How much of the table ran."""
    instructions = engine.instructions
    exercised = sum(i.assertions > 0 for i in instructions)
    yield f"instructions exercised: {exercised} of {len(instructions)}"
    yield from _named("unsupported", unsupported(engine))
    yield from _named("not exercised", [i.key for i in instructions if i.status == "not exercised"])
    yield ""


def _few(engine: EngineReport) -> Iterator[str]:
    """The instructions of one engine of several, in a few lines."""
    said = [*_explained(engine), *_named("instructions unsupported", unsupported(engine))]
    if not engine.instructions and not engine.empty:
        said.append("instructions: nothing tells which ran")
    yield from said
    if said:
        yield ""
    yield from _without_result(engine)


def _named(what: str, keys: Sequence[str]) -> list[str]:
    """A list of instructions, after `what`."""
    more = [f"and {len(keys) - NAMES} more"] if len(keys) > NAMES else []
    return wrapped(f"{what}: " + ", ".join([*keys[:NAMES], *more])) if keys else []


def _slowest(scripts: tuple[Script, ...]) -> Iterator[str]:
    """The scripts that took longest."""
    ran = [script for script in scripts if script.commands]
    if not ran:
        return
    yield "slowest scripts, in seconds"
    for script in sorted(ran, key=lambda s: -s.seconds)[:SLOWEST]:
        yield cut(f"{script.seconds:>8.1f}  {script.name}")
    yield ""


def _without_result(engine: EngineReport) -> Iterator[str]:
    """The scripts without a command, and those that were lost."""
    lost = engine.subject.lost
    idle = [s.name for s in engine.scripts if not s.commands and s.name not in lost]
    for name in idle[:SHOWN]:
        yield cut(f"no command in {name}")
    if len(idle) > SHOWN:
        yield f"... and in {len(idle) - SHOWN} more"
    for name, why in lost.items():
        yield cut(f"lost: {name}: {why}")
    if idle or lost:
        yield ""


def cut(line: str) -> str:
    """`line` as far as the terminal is wide."""
    line = printable(" ".join(line.splitlines()))
    return line if len(line) <= WIDTH else line[: WIDTH - 3] + "..."


def wrapped(text: str) -> list[str]:
    """`text` in lines of the terminal's width, later ones indented."""
    return wrap(printable(text), WIDTH, subsequent_indent="    ", break_on_hyphens=False)
