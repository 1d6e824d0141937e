"""What is counted as one test."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refwasm.harness.model import Report
from refwasm.harness.report.cases import TOLD, cases, details, folded, headline
from refwasm.harness.report.outcomes import Outcome
from refwasm.script.results import Result, Status
from tests.harness.report.samples import SAMPLES, by_script, one, run


def told(report: Report, per: str) -> dict[str, str]:
    """The outcome of each case of the only engine, by name."""
    [engine] = report.engines
    return {f"{c.of} {c.name}": c.outcome.value for c in cases(report, engine, per)}


def report(*results: Result, **changes: object) -> Report:
    return one(run(), by_script(results), **changes)


def result(index: int, line: int, status: Status = Status.PASS, **more: object) -> Result:
    return Result("a", index, line, "assert_trap", status, **more)  # type: ignore[arg-type]  # as each test says


def test_kinds() -> None:
    found = report(
        Result("a", 0, 1, "module", Status.PASS), result(1, 2), result(2, 3, Status.FAIL)
    )
    assert told(found, "kind") == {"a assert_trap": "fail", "a module": "pass"}


def test_assertions() -> None:
    module = Result("a", 0, 1, "module", Status.PASS)
    found = report(module, result(1, 2), result(2, 2, Status.FAIL), result(3, 2))
    assert told(found, "assertion") == {
        "a assert_trap at line 2": "pass",
        "a assert_trap at line 2 (2)": "fail",
        "a assert_trap at line 2 (3)": "pass",
    }
    broken = replace(module, status=Status.CRASH)
    assert told(report(broken), "assertion") == {"a module at line 1": "fail"}


def test_only_what_a_script_reached_has_passed() -> None:
    found = report(result(0, 1), result(1, 2), result(2, 3))
    shorter = report(result(0, 1), lost={"a": "disk full"}).engines[0]
    assert told(replace(found, engines=(shorter,)), "assertion") == {
        "a assert_trap at line 1": "pass",
        "a whole": "fail",
    }


def test_an_engine_that_counts_otherwise() -> None:
    whole = Result("a", 0, 1, "script", Status.FAIL)
    found = report(result(0, 1), result(1, 2))
    mine = replace(found, engines=report(whole).engines)
    assert told(mine, "assertion") == {"a script at line 1": "fail"}


def test_an_instruction_fails_if_what_it_wrote_does() -> None:
    wrote = Result("a", 0, 1, "action", Status.PASS, instructions=("global.set",))
    good = [result(i, i + 1, instructions=("global.get",)) for i in range(1, 9)]
    bad = [result(i, i + 1, Status.FAIL, instructions=("global.get",)) for i in range(1, 9)]
    outcomes = told(report(wrote, *bad, *[replace(r, script="b") for r in good]), "instruction")
    assert (outcomes["mvp global.set"], outcomes["mvp global.get"]) == ("fail", "pass")


def test_instructions_that_others_explain_have_not_failed() -> None:
    bad = [result(i, i + 1, Status.FAIL, instructions=("i32.add", "local.get")) for i in range(3)]
    good = [result(i, i + 1, instructions=("local.get", "nop")) for i in range(3, 9)]
    found = report(*bad, *good)
    outcomes = told(found, "instruction")
    assert {k: outcomes[f"mvp {k}"] for k in ("i32.add", "local.get", "nop", "drop")} == {
        "i32.add": "fail",
        "local.get": "pass",
        "nop": "pass",
        "drop": "skip",
    }
    notes = {c.name: c.note for c in cases(found, found.engines[0], "instruction")}
    assert notes["local.get"] == "ran in 3 assertions that failed, explained by i32.add"
    unexpected = result(0, 1, Status.UNEXPECTED, instructions=("nop",))
    assert told(report(unexpected), "instruction")["mvp nop"] == "xpass"
    assert told(report(*bad, traced=False), "instruction") == {"table instructions": "skip"}


@pytest.mark.parametrize("per", ["kind", "instruction", "assertion"])
def test_absent_engines_and_lost_scripts(per: str) -> None:
    gone = SAMPLES["beside"]().engines[2]
    [case] = cases(SAMPLES["beside"](), gone, per)
    assert (case.outcome, case.note) == (
        Outcome.SKIP,
        "not measured: no program wasm-run ($WASM_RUN may name one)",
    )
    assert told(SAMPLES["failing"](), per)["core/z.wast whole"] == "fail"


def test_folded() -> None:
    found = report(result(0, 1), result(1, 2), result(2, 3, Status.FAIL))
    [engine] = found.engines
    names = [(c.name, c.outcome.value) for c in folded(cases(found, engine, "assertion"))]
    assert names == [("assert_trap at line 3", "fail"), ("assert_trap: 2 that passed", "pass")]


def test_words() -> None:
    fails = [result(i, i + 1, Status.FAIL, expected="1", got="2\n3") for i in range(TOLD + 1)]
    found = report(*fails)
    [case] = cases(found, found.engines[0], "kind")
    assert headline(case) == f"assert_trap: fail, expected 1, got 2 3 (and {TOLD} more)"
    assert details(found, case, 4000).splitlines()[-1] == "... and 1 more"
    alone = replace(report(fails[0]), sources={"a": {1: "(the source)"}})
    [case] = cases(alone, alone.engines[0], "kind")
    assert details(alone, case, 4000).splitlines()[-2:] == ["", "(the source)"]
    skipped = report(result(0, 1, Status.UNSUPPORTED, got="gc"))
    [case] = cases(skipped, skipped.engines[0], "kind")
    assert headline(case) == "unsupported: gc"
    excused = report(result(0, 1, Status.FAIL, excuse="issue 7"))
    [case] = cases(excused, excused.engines[0], "kind")
    assert headline(case) == "expected to fail: issue 7"
