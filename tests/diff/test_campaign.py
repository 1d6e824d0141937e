"""Random modules on drivers, all requests of a module at once."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from refwasm.binary.encode_module import encode_module
from refwasm.diff.agree import same_part
from refwasm.diff.campaign import FUEL, Finding, Runner, Tally, campaign, seeds, trial
from refwasm.diff.pipeline import Pipeline, Trial, run_direct
from refwasm.engines.adapter import load
from refwasm.engines.driver import DriverEngine
from refwasm.engines.make import make_engine
from refwasm.fuzz.module import Modules
from refwasm.fuzz.options import Options
from refwasm.script.commands import Invoke
from refwasm.script.engine import Broken
from refwasm.script.native import NativeEngine, compiled
from refwasm.syntax.features import features_of
from refwasm.text.parse_module import parse_module

FEATURES = features_of("3.0", ["-relaxed-simd"])
MODULES = Modules(Options(FEATURES, functions=3, size=8, nans=False))
MISLED = Path(__file__).with_name("misled.py")


def make(timeout: float = 30) -> DriverEngine:
    engine = make_engine(load(str(MISLED)), features=FEATURES, timeout=timeout)
    assert isinstance(engine, DriverEngine)
    return engine


def findings(count: int, timeout: float = 30) -> tuple[list[Finding], Tally]:
    tally = Tally()
    engines = {"misled": partial(make, timeout)}
    return [*campaign(seeds(MODULES, 0, count), engines, tally, features=FEATURES)], tally


@pytest.mark.parametrize("passes", [None, "i32,i64,hostref", "i32,i64,f64,v128,externref"])
def test_all_at_once_is_one_by_one(passes: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if passes:
        monkeypatch.setenv("PASSES", passes)
    engine = make()
    pipeline = Pipeline(engine)
    try:
        for given in seeds(MODULES, 0, 3):
            outcome = pipeline.run(given)
            expected = run_direct(given, NativeEngine(features=FEATURES))
            assert outcome.said == expected.said
            assert outcome.state.keys() == expected.state.keys()
            assert all(same_part(p, expected.state[item]) for item, p in outcome.state.items())
            assert None not in outcome.state.values()
            assert {item.kind for item in outcome.state} == {"global", "memory", "table"}
    finally:
        engine.close()


def test_a_module_that_is_refused() -> None:
    engine = make()
    given = replace(trial(MODULES, 0), binary=b"\0asm\1\0\0\0\7")
    try:
        [said] = Pipeline(engine).run(given).said
        assert said.kind == "malformed"
        assert run_direct(given, NativeEngine()).said[0] == said
    finally:
        engine.close()


def test_calls_are_fuelled() -> None:
    given = trial(MODULES, 3)
    assert [call.name == FUEL for call in given.calls] == [True, False] * (len(given.calls) // 2)
    assert given.module.exports[-1].name == FUEL


def test_equal_engines() -> None:
    tally = Tally()
    trials = [*seeds(MODULES, 0, 5)]
    assert [*campaign(trials, {"driver": make, "tier": compiled}, tally, features=FEATURES)] == []
    assert tally.modules == 5
    assert tally.calls == 2 * sum(len(t.calls) // 2 for t in trials)


def test_a_wrong_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEED", "wrong f1 1")  # which gives what it takes
    [finding], tally = findings(3)
    assert tally.modules == 3
    assert finding.trial.seed == 0
    assert finding.what.startswith("f1: (i64.const ")
    difference = finding.comparison.difference
    assert difference is not None
    assert finding.trial.calls[difference.index - 1].name == "f1"
    assert [*difference.said] == ["refwasm", "misled"]


@pytest.mark.parametrize(
    ("deed", "timeout", "evidence"),
    [("die", 30, "my last words"), ("hang", 5, "no answer in 5 s"), ("garble", 30, "what?")],
)
def test_an_engine_that_breaks_goes_on(
    deed: str, timeout: float, evidence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEED", f"{deed} f1 3")  # in the second module, then in a new process again
    found, tally = findings(3, timeout)
    assert [f.trial.seed for f in found] == [1]
    assert evidence in found[0].what
    assert tally.modules == 3


def test_an_answer_too_many_is_not_taken_for_a_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEED", "again f1 3")
    found, tally = findings(3)
    assert [(f.trial.seed, f.comparison.difference) for f in found] == [(1, None)]
    assert "an answer to request" in found[0].what
    assert tally.modules == 3


def test_an_answer_too_many_is_found_after_the_last_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEED", "again f 1")
    monkeypatch.setenv("NO_IDS", "1")
    module = parse_module('(module (func (export "f") (result i32) (i32.const 7)))')
    call = Invoke(None, "f", ())
    engine = make()
    try:
        with pytest.raises(Broken, match="'return' is no outcome of 'hello'"):
            Pipeline(engine).run(Trial(0, module, encode_module(module), [call, call]))
    finally:
        engine.close()


def test_an_engine_that_does_not_start() -> None:
    def none() -> DriverEngine:
        return DriverEngine(["no-such-program-at-all"])

    with pytest.raises(Broken, match="^none does not start: no-such-program-at-all cannot be"):
        [*campaign(seeds(MODULES, 0, 2), {"none": none}, Tally(), features=FEATURES)]


DIES = [sys.executable, "-S", "-c", "raise SystemExit('my last words')"]
LIVES = [sys.executable, str(MISLED)]


@pytest.mark.parametrize(
    ("processes", "ends"),
    [
        ([DIES], [("does not start: ", False)]),
        (
            [LIVES, DIES, DIES],
            [("exited with 3", True), ("a new process did not answer: ", True),
             ("does not start any more: ", False)],
        ),
        (
            [LIVES, DIES, LIVES, DIES],
            [("exited with 3", True), ("a new process did not answer: ", True),
             ("exited with 3", True), ("a new process did not answer: ", True)],
        ),
    ],
)  # fmt: skip
def test_a_process_that_ends_before_it_answers(
    processes: list[list[str]], ends: list[tuple[str, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever ended it may be over; but what does not start twice, after it did, starts no more."""
    monkeypatch.setenv("DEED", "die f1 1")
    left = iter(processes)
    runner = Runner(lambda: DriverEngine(next(left), features=FEATURES))
    try:
        for given, (said, started) in zip(seeds(MODULES, 0, len(ends)), ends, strict=True):
            with pytest.raises(Broken, match=f"^{said}.*my last words") as caught:
                runner.start(given).result()
            assert caught.value.started is started
    finally:
        runner.close()
