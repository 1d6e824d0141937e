"""What became of a group of commands, in the five words that the wasi-testsuite has for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import Enum

from refwasm.harness.model import EngineReport, Script
from refwasm.harness.spectrum import FAILED
from refwasm.script.results import Result, Status

TOLD = 300  # characters of what was expected, and of what came, in one line


class Outcome(Enum):
    """How a group of commands ended."""

    PASS = "pass"
    FAIL = "fail"
    SKIP = "skip"  # none of them ran
    XFAIL = "xfail"  # what failed is what an expectation says
    XPASS = "xpass"  # something passed, though an expectation says that it fails


RED = {Outcome.FAIL, Outcome.XPASS}


def outcome(passed: int, failures: Iterable[Result]) -> Outcome:
    """The outcome of commands of which `passed` passed and the others are `failures`."""
    found = {_outcome(*end) for end in {(r.status, bool(r.excuse)) for r in failures}}
    for word in (Outcome.FAIL, Outcome.XPASS, Outcome.XFAIL):
        if word in found:
            return word
    return Outcome.PASS if passed else Outcome.SKIP


def _outcome(status: Status, excused: bool) -> Outcome:
    if status is Status.UNEXPECTED:
        return Outcome.XPASS
    if status in FAILED:
        return Outcome.XFAIL if excused else Outcome.FAIL
    return Outcome.SKIP


def is_red(result: Result) -> bool:
    """Whether `result` is a failure that nothing excuses."""
    return result.status in FAILED and not result.excuse


def by_script(engine: EngineReport) -> dict[str, list[Result]]:
    """The failures of `engine`, by script."""
    found: defaultdict[str, list[Result]] = defaultdict(list)
    for result in engine.failures:
        found[result.script].append(result)
    return found


def of_script(script: Script, engine: EngineReport, failures: Iterable[Result]) -> Outcome:
    """What became of `script`, of whose commands `failures` did not pass."""
    if script.name in engine.subject.lost:
        return Outcome.FAIL
    return outcome(script.statuses[Status.PASS], failures)


def describe(result: Result) -> str:
    """What was expected and what came, in one line."""
    said = [f"{result.kind}: {result.status.value}"]
    said += [f"expected {result.expected[:TOLD]}"] if result.expected else []
    said += [f"got {result.got[:TOLD]}"] if result.got else []
    return " ".join(", ".join(said).split())


def by_instruction(engine: EngineReport) -> dict[str, list[Result]]:
    """The failures of `engine`, by the instructions that they exercised."""
    found: defaultdict[str, list[Result]] = defaultdict(list)
    for result in engine.failures:
        for key in result.instructions:
            found[key].append(result)
    return found


def blamed(engine: EngineReport) -> frozenset[str]:
    """The instructions to look at: those that explain the failures, or else all that failed."""
    return frozenset(engine.explained or (i.key for i in engine.instructions if i.implicated))
