"""The conformance test for drivers: who keeps to the protocol passes, who does not is told why."""

from __future__ import annotations

import sys

from refwasm.engines.check import Verdict, check
from refwasm.engines.requirements import REQUIREMENTS, answers_in_order, forgets, says_hello
from tests.engines.test_driver import ORACLE
from tests.engines.test_process import ROGUE


def test_the_oracle_meets_every_requirement() -> None:
    verdicts = list(check(ORACLE, REQUIREMENTS, timeout=60))
    assert [v for v in verdicts if v.met is not True] == []
    assert len({v.requirement for v in verdicts}) == len(REQUIREMENTS)


def test_who_does_as_he_likes_is_found_out() -> None:
    """A driver that knows no WebAssembly, and dies of nonsense."""
    hello, nonsense, there = check([*ROGUE, "i32"], REQUIREMENTS[:3], timeout=60)
    assert hello == Verdict(hello.requirement, False, "does not pass i64")
    assert nonsense.why.startswith("crash: exited with 1; standard error: Traceback")
    assert there.why == "instantiate: ok, not error"


def test_who_says_nothing() -> None:
    silent = [sys.executable, "-S", "-c", "import time; time.sleep(600)"]
    [verdict] = check(silent, [says_hello], timeout=0.3)
    assert (verdict.met, verdict.why) == (False, "timeout: no answer in 0.3 s")


def test_what_a_requirement_finds() -> None:
    [order, forgetful] = check(ROGUE, [answers_in_order, forgets], timeout=60)
    assert order.why == "answers are in another order"
    assert forgetful.why == "invoke: return, not error"
