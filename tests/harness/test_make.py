"""What a report says of results."""

from __future__ import annotations

from math import sqrt

import pytest

from refwasm.generated.opcodes import OPS
from refwasm.harness import spectrum
from refwasm.harness.make import exercised, stretches
from refwasm.harness.model import EngineReport, Run, Stretch
from refwasm.script.results import Result, Status
from refwasm.syntax.features import DEFAULT
from tests.harness.report.samples import by_script, one

RUN = Run("r", "", "0", "3.11", "Linux", 2, 1.5)


def result(kind: str = "assert_return", status: Status = Status.PASS, **fields: object) -> Result:
    """A result of which only these facts matter."""
    script = fields.pop("script", "core/a.wast")
    return Result(script, 0, 1, kind, status, **fields)  # type: ignore[arg-type]  # as each test says


def report(*results: Result) -> EngineReport:
    """The report on `results`."""
    return one(RUN, by_script(results)).engines[0]


def test_every_phrase_is_counted() -> None:
    """A module written without parentheres is one command, and as many phrases as it has fields."""
    made = report(
        result("module", phrases=3),
        result(),
        result(status=Status.FAIL),
        result("action", Status.ERROR, script="core/deep/b.wast"),
    )
    assert made.statuses == {Status.PASS: 1, Status.FAIL: 1}
    assert made.other == {Status.PASS: 3, Status.ERROR: 1}
    a, b = made.scripts
    assert (a.folder, a.commands, a.assertions) == ("core", 5, 2)
    assert a.statuses == {Status.PASS: 4, Status.FAIL: 1}
    assert (b.folder, b.commands, b.assertions) == ("core/deep", 1, 0)


@pytest.mark.parametrize(("mapped", "count"), [(False, 0), (True, 1)])
def test_what_did_not_trace_needs_the_map(mapped: bool, count: int) -> None:
    ran = by_script([result(instructions=("nop",))])
    made = one(RUN, ran, traced=False, mapped=mapped).engines[0]
    assert sum(i.assertions for i in made.instructions) == count


def test_instructions_are_those_of_the_table() -> None:
    assert [i.key for i in report().instructions] == [
        op.name for op in OPS if op.feature in DEFAULT
    ]
    first = report().instructions[0]
    assert (first.assertions, first.implicated, first.status) == (0, 0, "not exercised")
    rows = one(RUN, {}).rows
    assert [row.key for row in rows] == [op.name for op in OPS if op.feature in DEFAULT]
    assert (rows[0].edition, rows[0].opcode, rows[0].traps) == ("1.0", "00", ("unreachable",))


def test_what_an_instruction_is_charged_with() -> None:
    """Commands that assert nothing count for what implicates it, but not as assertions."""
    made = report(
        result(instructions=("i32.add", "local.get")),
        result(instructions=("local.get",)),
        result(status=Status.FAIL, instructions=("i32.add", "local.get")),
        result("module", Status.FAIL, instructions=("i32.add",)),
        result(status=Status.UNSUPPORTED, instructions=("i32.add",)),
    )
    by_key = {i.key: i for i in made.instructions}
    add, get = by_key["i32.add"], by_key["local.get"]
    assert (add.assertions, add.passed, add.failed, add.unsupported) == (2, 1, 1, 1)
    assert (add.status, get.status, by_key["nop"].status) == ("failed", "failed", "not exercised")
    assert (get.assertions, get.passed, get.failed) == (3, 2, 1)
    assert add.implicated == round(2 / sqrt(2 * 3), 4)
    assert get.implicated == round(1 / sqrt(2 * 3) / 2, 4)
    assert by_key["nop"].implicated == 0
    assert made.explained == ("i32.add",)


def test_a_trap_is_seen_at_the_instruction_where_it_arose() -> None:
    made = report(
        result(
            "assert_trap",
            instructions=("i32.div_s", "i32.rem_s", "call_indirect"),
            trap="integer divide by zero",
            site="i32.div_s",
        ),
        result("assert_trap", trap="undefined element 7", site="call_indirect"),
        result("assert_trap", trap="another text", site="i32.rem_s"),
    )
    by_key = {i.key: i.traps for i in made.instructions}
    assert by_key["i32.div_s"] == ("integer divide by zero",)
    assert by_key["call_indirect"] == ("undefined element",)
    assert by_key["i32.rem_s"] == ()


def test_directives_are_counted() -> None:
    made = report(result("module", phrases=3), result(), result(status=Status.FAIL))
    assert made.scripts[0].kinds == {
        "assert_return": {Status.PASS: 1, Status.FAIL: 1},
        "module": {Status.PASS: 3},
    }


def test_the_commands_are_those_of_whoever_saw_most() -> None:
    lines = [
        Result("a", i, line, kind, Status.PASS)
        for i, (line, kind) in enumerate(
            [(1, "module"), (2, "assert_trap"), (4, "assert_trap"), (5, "module")]
        )
    ]
    assert stretches([{"a": lines[:2], "b": []}, {"a": lines}, {"a": lines[:1]}]) == {
        "a": (
            Stretch(0, "module", (1,)),
            Stretch(1, "assert_trap", (2, 4)),
            Stretch(3, "module", (5,)),
        ),
        "b": (),
    }


def test_an_instruction_is_unsupported_if_it_never_ran() -> None:
    lack = result(status=Status.UNSUPPORTED, instructions=("i32.add", "i32.sub"))
    made = report(result(instructions=("i32.add",)), lack)
    found = {i.key: i.status for i in made.instructions}
    assert (found["i32.add"], found["i32.sub"]) == ("passed", "unsupported")


def test_an_explanation_that_was_cut_short_says_how_far_it_may_be_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    failures = [
        result(status=Status.FAIL, instructions=keys)
        for keys in (("i32.add", "i32.sub"), ("i32.sub", "i32.mul"), ("i32.mul", "i32.add"))
    ]
    assert report(*failures).bound == 1
    monkeypatch.setattr(spectrum, "BRANCHES", 0)
    assert report(*failures).bound == 1.5


def test_what_a_script_exercises() -> None:
    """On whichever engine, in the order of the table; whether it passed or not."""
    one_engine = by_script([result(instructions=("i32.add", "local.get"))]) | {"idle": []}
    other = by_script([result(status=Status.UNSUPPORTED, instructions=("nop", "i32.add"))])
    assert exercised([one_engine, other]) == {
        "core/a.wast": ("nop", "local.get", "i32.add"),
        "idle": (),
    }
