"""CSV, as another reader has it."""

from __future__ import annotations

import csv
import io

import pytest

from refwasm.harness.report.csv import HEADER, render
from tests.harness.report.samples import SAMPLES, one, run


@pytest.mark.parametrize("name", SAMPLES)
def test_rows(name: str) -> None:
    report = SAMPLES[name]()
    text = render(report)
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == HEADER
    keys = [(e.subject.label, i.key) for e in report.engines for i in e.instructions]
    assert [(row[0], row[2]) for row in rows] == keys
    assert text.count("\r\n") == len(rows) + 1


def test_figures() -> None:
    rows = csv.DictReader(io.StringIO(render(SAMPLES["failing"]()), newline=""))
    found = {row["instruction"]: row for row in rows}
    add, div = found["i32.add"], found["i32.div_s"]
    assert (add["status"], add["failed"], add["implicated"], add["explains"]) == (
        "failed",
        "1",
        "1.0",
        "yes",
    )
    assert (div["status"], div["traps"], div["opcode"]) == (
        "passed",
        "integer divide by zero",
        "6D",
    )


def test_no_cell_is_a_formula() -> None:
    text = render(one(run(), {}, label="=1+1", version="@x"))
    assert text.splitlines()[1].startswith("'=1+1,'@x,")
