"""A report made of results that were written as they came."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from refwasm.harness import stream
from refwasm.harness.make import make_report
from refwasm.harness.model import Report
from refwasm.harness.report.json import ReportError
from refwasm.harness.table import table_revision
from refwasm.harness.texts import fingerprinted
from refwasm.script.results import Result, Status
from tests.harness.report.samples import run, subject

RUN = run(table=table_revision(), seconds=0.0, features=("+legacy-exceptions",))
RESULTS = {
    "a.wast": [Result("a.wast", i, i + 1, "assert_return", Status.PASS, engine="refwasm",
                      instructions=("i32.add",), features=("mvp",)) for i in range(3)],
    "b.wast": [Result("b.wast", 0, 1, "module", Status.FAIL, "1", "2", engine="refwasm")],
    "idle.wast": [],
}  # fmt: skip
TEXTS = {"a.wast": "(a)\n(b\n(c)", "b.wast": "(module", "idle.wast": ";; nothing"}
SUBJECTS = [subject(lacks=("gc",)), subject(label="gone", absent="no program")]


def report() -> Report:
    """What came of it."""
    lost = subject(lacks=("gc",), lost={"c.wast": "died"})
    scripts = {**RESULTS, "c.wast": []}
    sources = {"b.wast": {1: "(module"}}
    made = make_report(replace(RUN, seconds=7.5), [(lost, scripts), (SUBJECTS[1], {})], sources)
    commands = {
        name: fingerprinted(made.commands[name], TEXTS[name]) if name in TEXTS else ()
        for name in made.commands
    }
    return replace(made, stale=("e.toml:1: x",), commands=commands)


LINES = [
    stream.begin(RUN, SUBJECTS, [*RESULTS, "c.wast"]),
    *(stream.ended("refwasm", name, results, TEXTS[name]) for name, results in RESULTS.items()),
]
WHOLE = "".join([*LINES, stream.end(report())]).encode()


def test_all_of_it() -> None:
    assert stream.is_stream(WHOLE)
    assert stream.read(WHOLE) == report()


def test_the_lines_of_what_failed_are_there_though_the_run_was_killed() -> None:
    found = stream.read("".join(LINES).encode())
    assert found.sources == {"b.wast": {1: "(module"}}
    [stretch] = found.commands["a.wast"]
    assert len(stretch.texts) == 12 and len({stretch.texts[i : i + 4] for i in (0, 4, 8)}) == 3


def test_so_are_those_of_what_came_out_in_the_end() -> None:
    """That a command passed unexpectedly is known only when all have run."""
    [engine, gone] = report().engines
    unexpected = replace(RESULTS["a.wast"][1], status=Status.UNEXPECTED)
    engines = (replace(engine, failures=(unexpected,)), gone)
    last = replace(report(), engines=engines, sources={"a.wast": {2: "(b"}})
    found = stream.read("".join([*LINES, stream.end(last)]).encode())
    assert found.sources == {"a.wast": {2: "(b"}, "b.wast": {1: "(module"}}


@pytest.mark.parametrize(
    ("data", "lost", "passed"),
    [
        ("".join(LINES), {"c.wast": stream.CUT}, 3),
        (LINES[0], dict.fromkeys([*RESULTS, "c.wast"], stream.CUT), 0),
        (
            "".join(LINES[:2])[:-9],
            {"a.wast": f"{stream.CUT} after 2 of 3 results"}
            | dict.fromkeys(["b.wast", "c.wast", "idle.wast"], stream.CUT),
            2,
        ),
    ],
)
def test_what_was_cut_short(data: str, lost: dict[str, str], passed: int) -> None:
    """Every result that is there is kept, and what is missing is named."""
    found = stream.read(data.encode())
    engine, gone = found.engines
    assert engine.subject.lost == dict(sorted(lost.items()))
    assert engine.statuses[Status.PASS] == passed
    assert (gone.subject.absent, gone.subject.lost) == ("no program", {})
    assert found.lost


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'{"run": 1}\n',
        stream.BEGIN,
        LINES[1].encode(),
        (LINES[0] + '{"x": 1}\n').encode(),
        json.dumps({**json.loads(LINES[0]), "engines": [{"x": 1}]}).encode() + b"\n",
        LINES[0].replace("+legacy", "+modern").encode(),
        LINES[0].replace(table_revision(), "00000000").encode(),
    ],
)
def test_what_is_none(data: bytes) -> None:
    with pytest.raises(ReportError):
        stream.read(data)
