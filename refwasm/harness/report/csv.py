"""The report as CSV (RFC 4180): a row for each engine and instruction."""

from __future__ import annotations

import csv
import io

from refwasm.harness.model import Report

HEADER = (
    *("engine", "version", "instruction", "opcode", "feature", "edition", "status", "assertions"),
    *("passed", "failed", "unsupported", "implicated", "explains", "traps"),
)

# With what a spreadsheet takes a cell for a formula.
FORMULA = tuple("=+-@\t\r")


def render(report: Report) -> str:
    """The instructions of each engine, in the order of the table; traps are separated by `; `."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    rows = {row.key: row for row in report.rows}
    for engine in report.engines:
        subject, explained = engine.subject, frozenset(engine.explained)
        for i in engine.instructions:
            row = rows[i.key]
            writer.writerow(
                (
                    *map(_safe, (subject.label, subject.version)),
                    *(i.key, row.opcode, row.feature, row.edition, i.status, i.assertions),
                    *(i.passed, i.failed, i.unsupported, i.implicated),
                    "yes" if i.key in explained else "",
                    "; ".join(i.traps),
                )
            )
    return out.getvalue()


def _safe(cell: str) -> str:
    """`cell`, an engine's own word, so that no spreadsheet runs it."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
