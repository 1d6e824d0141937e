"""What became of a group of commands."""

from __future__ import annotations

import pytest

from refwasm.harness.report.outcomes import Outcome, describe, is_red, outcome
from refwasm.script.results import Result, Status


def result(status: Status, excuse: str = "") -> Result:
    return Result("a", 0, 1, "assert_return", status, "1 ", " 2\n3", excuse=excuse)


FAIL = result(Status.FAIL)
CRASH = result(Status.CRASH)
EXCUSED = result(Status.TIMEOUT, "slow")
UNEXPECTED = result(Status.UNEXPECTED)
LACKS = result(Status.UNSUPPORTED)
SKIPPED = result(Status.SKIPPED, "slow")


@pytest.mark.parametrize(
    ("passed", "failures", "expected"),
    [
        (1, [], Outcome.PASS),
        (0, [], Outcome.SKIP),
        (0, [LACKS, SKIPPED], Outcome.SKIP),
        (1, [LACKS], Outcome.PASS),
        (1, [EXCUSED, LACKS], Outcome.XFAIL),
        (1, [EXCUSED, UNEXPECTED], Outcome.XPASS),
        (1, [EXCUSED, UNEXPECTED, FAIL], Outcome.FAIL),
        (1, [CRASH], Outcome.FAIL),
    ],
)
def test_outcome(passed: int, failures: list[Result], expected: Outcome) -> None:
    assert outcome(passed, failures) is expected


def test_what_is_red() -> None:
    everything = (FAIL, CRASH, EXCUSED, UNEXPECTED, LACKS, SKIPPED)
    assert [r for r in everything if is_red(r)] == [FAIL, CRASH, UNEXPECTED]


def test_a_failure_in_one_line() -> None:
    assert describe(FAIL) == "assert_return: fail, expected 1 , got 2 3"
