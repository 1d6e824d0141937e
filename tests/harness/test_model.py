"""When a report is as expected."""

from __future__ import annotations

import pytest

from refwasm.harness.make import make_report
from refwasm.script.results import Status
from tests.harness.report.samples import by_script, one, subject
from tests.harness.test_make import RUN, report, result


@pytest.mark.parametrize(
    ("status", "ok", "complete"),
    [
        (Status.PASS, True, True),
        (Status.FAIL, False, False),
        (Status.ERROR, False, False),
        (Status.TIMEOUT, False, False),
        (Status.CRASH, False, False),
        (Status.UNSUPPORTED, True, False),
        (Status.SKIPPED, True, False),
    ],
)
@pytest.mark.parametrize("kind", ["assert_return", "module"])
def test_verdict(status: Status, ok: bool, complete: bool, kind: str) -> None:
    made = report(result(), result(kind, status))
    assert (made.ok, made.complete) == (ok, complete)


def test_a_lost_script_is_not_ok() -> None:
    made = one(RUN, by_script([result()]), lost={"a.wast": "disk full"})
    assert not made.ok and made.lost


def test_an_excuse_covers_a_failure() -> None:
    assert report(result(), result(status=Status.FAIL, excuse="known")).ok
    assert not report(result(status=Status.FAIL), result(status=Status.FAIL, excuse="known")).ok


def test_an_engine_that_is_not_there_is_no_failure() -> None:
    away = subject(label="other", absent="no program")
    made = make_report(RUN, [(subject(), by_script([result()])), (away, {})])
    assert made.ok and made.complete and len(made.measured) == 1
    assert not make_report(RUN, [(away, {})]).ok


def test_a_script_without_commands_is_counted_and_tests_nothing() -> None:
    made = one(RUN, {"b.wast": [], **by_script([result(script="a.wast")])}).engines[0]
    assert [(s.name, s.commands) for s in made.scripts] == [("a.wast", 1), ("b.wast", 0)]
    assert made.complete and not made.empty
    for names in ([], ["b.wast"]):
        empty = one(RUN, {name: [] for name in names})
        assert empty.empty and not empty.ok
