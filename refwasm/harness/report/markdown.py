"""The report as Markdown, for the summary of a step in CI: what changed first, details collapsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refwasm.harness.model import EngineReport, Instruction, Report
from refwasm.harness.report.beside import Beside, beside, excuses, lacks, reasons, unsupported
from refwasm.harness.report.headings import called, count, hedge, missing, passing, title, verdict
from refwasm.harness.report.marks import (
    SUMMARY,
    Section,
    bounded,
    code,
    collapsed,
    names,
    row,
    section,
    table,
    text,
)
from refwasm.harness.report.outcomes import is_red
from refwasm.script.results import Result, Status


def render(report: Report, changes: Sequence[Section] = (), limit: int = SUMMARY) -> str:
    """`report` in at most `limit` bytes; `changes` are those since another report."""
    return bounded(
        [*_head(report), *changes, *_stale(report), *_engines(report), *_sections(report)], limit
    )


def _head(report: Report) -> Iterator[Section]:
    mark = "\N{WHITE HEAVY CHECK MARK}" if report.ok else "\N{CROSS MARK}"
    notice = f"\n{text(report.run.notice)}\n" if report.run.notice else ""
    yield Section(
        f"## {mark} WebAssembly conformance\n\n**{text(verdict(report))}**\n\n"
        f"{text(title(report))}\n{notice}\n"
    )


def _stale(report: Report) -> Iterator[Section]:
    """Expectations that fit nothing."""
    if report.stale:
        yield section("Expected in vain:\n\n", report.stale, lambda line: f"- {text(line)}\n")


def _engines(report: Report) -> Iterator[Section]:
    """The engines by status, those that are not there as well."""
    totals = [(e, e.statuses) for e in report.engines]
    seen = [s for s in Status if s is Status.PASS or any(t[s] for _, t in totals)]
    head = table(
        "engine", " assertions", *(f" {s.value}" for s in seen), " share of assertions", " seconds"
    )
    rows = []
    for engine, counts in totals:
        if engine.subject.missing:
            words = text(missing(engine)[:300])
            rows.append(row([text(called(engine)), words, *[""] * (len(seen) + 2)]))
            continue
        total = counts.total()
        share = f"{passing(engine)} %" if total else ""
        cells = [str(counts[s] or "") for s in seen]
        rows.append(row([text(called(engine)), str(total), *cells, share, f"{engine.seconds:.1f}"]))
    yield Section(head, rows, "\n")


def _sections(report: Report) -> Iterator[Section]:
    found = beside(report)
    if found:
        labels = [text(e.subject.label) for e in report.measured]
        head = table("instruction", "opcode", " implicated", *(f" {label}" for label in labels))
        explained = {key for e in report.measured for key in e.explained}
        told = "In bold: the fewest that explain all failures.\n\n" if explained else ""
        for engine in report.measured:
            if but := hedge(engine):
                told += f"On {text(engine.subject.label)}: {text(but)}.\n\n"
        head = f"### Instructions\n\n{told}{head}"
        yield section(head, found, lambda b: _instruction(b, bold=b.row.key in explained))
    for engine in report.measured:
        sections = [*_red(engine), *_rest(engine)]
        if sections and len(report.engines) > 1:
            yield Section(f"### {text(called(engine))}\n\n")
        yield from sections


def _instruction(b: Beside, *, bold: bool) -> str:
    key = f"**{code(b.row.key)}**" if bold else code(b.row.key)
    implicated = f"{b.implicated:.2f}" if b.implicated else ""
    return row([key, b.row.opcode, implicated, *map(_cell, b.instructions)])


def _cell(i: Instruction) -> str:
    if i.failed:
        return f"{i.failed} of {i.assertions} fail"
    return "wrote what fails" if i.implicated else "lacks" if lacks(i) else ""


def _red(engine: EngineReport) -> Iterator[Section]:
    """What makes the run fail."""
    lost = list(engine.subject.lost.items())
    if lost:
        head = f"Scripts that were lost:\n\n{table('script', 'why')}"
        yield section(head, lost, lambda pair: row((code(pair[0]), text(pair[1][:300]))))
    red = [r for r in engine.failures if is_red(r)]
    gone = [r for r in red if r.status is Status.UNEXPECTED]
    if gone:
        head = "Passed, though an expectation says that it fails:\n\n"
        yield section(head, gone, lambda r: f"- {_place(r)} {text(r.kind)}\n")
    failed = [r for r in red if r.status is not Status.UNEXPECTED]
    if failed:
        head = table("place", "directive", "status", "expected", "got")
        summary = count(len(failed), "failure", "failures")
        yield collapsed(summary, section(head, failed, _failure, "", most=500))


def _failure(r: Result) -> str:
    return row((_place(r), text(r.kind), r.status.value, code(r.expected), code(r.got)))


def _place(r: Result) -> str:
    return code(f"{r.script}:{r.line}")


def _rest(engine: EngineReport) -> Iterator[Section]:
    """What does not."""
    for counts, said in (
        (excuses(engine), "failed as expectations say"),
        (reasons(engine, Status.UNSUPPORTED), "unsupported"),
        (reasons(engine, Status.SKIPPED), "skipped"),
    ):
        if counts:
            total = count(sum(n for _, n in counts), "command", "commands")
            rows = section(table(" commands", "reason"), counts, _reason, "")
            yield collapsed(f"{total} {said}", rows)
    for keys, said in (
        (unsupported(engine), "unsupported"),
        ([i.key for i in engine.instructions if i.status == "not exercised"], "not exercised"),
    ):
        if keys:
            total = count(len(keys), "instruction", "instructions")
            yield collapsed(f"{total} {said}", names(keys))


def _reason(counted: tuple[str, int]) -> str:
    why, n = counted
    return row((str(n), text(why[:300])))
