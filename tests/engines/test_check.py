"""The conformance test for drivers: who keeps to the protocol passes, who does not is told why."""

from __future__ import annotations

import sys

from refwasm.engines.check import Client, Verdict, check
from refwasm.engines.requirements import (
    REQUIREMENTS,
    answers_in_order,
    forgets,
    repeats_ids,
    says_hello,
)
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


def test_who_repeats_no_ids_is_told_so() -> None:
    [verdict] = check(ROGUE, [repeats_ids], timeout=60)
    assert verdict.met is None
    assert verdict.why == "it repeats none: an answer too many may go unseen for a while"
    [verdict] = check([*ROGUE, "i32", "ids", "shy"], [repeats_ids], timeout=60)
    assert verdict.met is False


def test_an_answer_too_many_meets_no_requirement() -> None:
    def calls_again(client: Client) -> None:
        """calls what answers twice"""
        client.expect("return", "invoke", instance="i", name="again", args=[])

    for words in ([], ["ids"]):
        calling, after = check([*ROGUE, "i32,i64", *words], [calls_again, says_hello], timeout=60)
        assert calling.met is False
        assert calling.why.startswith("garbled: ")
        assert "an answer too many" in calling.why
        assert after.met is True


def test_what_a_requirement_finds() -> None:
    [order, forgetful] = check(ROGUE, [answers_in_order, forgets], timeout=60)
    assert order.why == "answers are in another order"
    assert forgetful.why == "invoke: return, not error"
