"""A refwasm with one function changed: the report implicates what uses it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.harness.compare import compare
from refwasm.harness.expect import read
from refwasm.harness.judge import judged
from refwasm.harness.model import Run, Subject, make_report
from refwasm.harness.report.outcomes import is_red
from refwasm.harness.spectrum import FAILED
from refwasm.harness.suite import shipped_vectors
from refwasm.harness.update import updated
from refwasm.script.results import Result
from tests.harness.faults import (
    BYSTANDERS,
    FAULTS,
    Fault,
    exercising,
    judge,
    report,
    results_with,
    run,
    seeded,
    users,
)
from tests.harness.report.samples import by_script

RUN = Run("", "", "", "", "Linux x86_64", 1, 0.0)

# What these change shows elsewhere in the vectors: active segments are dropped without an instruction, and a
# cast that never succeeds leaves a table empty for whoever reads it.
UNCLEAR = ("elem_drop", "ref_test")
RIGHT = [fault for fault in FAULTS if fault.function not in UNCLEAR]


@pytest.fixture(scope="module")
def passing() -> dict[Path, list[Result]]:
    """The results of the shipped vectors, by script, of refwasm as it is."""
    return {path: list(run([path])) for path in sorted(shipped_vectors().glob("*.wast"))}


def test_whole_it_passes(passing: dict[Path, list[Result]]) -> None:
    assert not [r for results in passing.values() for r in results if r.status in FAILED]


def test_most_faults_are_found() -> None:
    assert len(FAULTS) >= 20
    assert len(RIGHT) >= 0.9 * len(FAULTS)


def test_what_uses_a_function() -> None:
    assert users("idiv_s") == {"i32.div_s", "i64.div_s"}
    assert users("select") == {"select"}
    assert {"ref.test", "ref.cast null", "br_on_cast"} <= users("ref_test")


@pytest.mark.parametrize("fault", RIGHT, ids=str)
def test_what_uses_the_changed_function_is_implicated(
    fault: Fault, passing: dict[Path, list[Result]]
) -> None:
    results = results_with(fault, passing)
    verdict = judge(fault, results)
    assert not verdict.misled
    made = report(results)
    assert made.explained == verdict.explained
    assert users(fault.function).issuperset(made.explained)
    scores = {i.key: i.implicated for i in made.instructions}
    assert all(scores[key] < scores[verdict.top[0]] for key in BYSTANDERS)


def test_afterwards_it_is_whole_again(passing: dict[Path, list[Result]]) -> None:
    fault = FAULTS[0]
    using = exercising(fault, passing)
    with seeded(fault):
        assert [r for r in run(using) if r.status in FAILED]
    assert not [r for r in run(using) if r.status in FAILED]


@pytest.mark.parametrize("fault", RIGHT[::6], ids=str)
def test_a_fault_is_noticed_when_it_comes_and_when_it_goes(
    fault: Fault, passing: dict[Path, list[Result]]
) -> None:
    """A comparison names what is implicated; expectations made of the faulty run are not met without it."""
    right = [result for results in passing.values() for result in results]
    wrong = results_with(fault, passing)
    whole, broken = (
        make_report(RUN, [(Subject("e", "e", "", traced=True), by_script(results))])
        for results in (right, wrong)
    )
    [came] = compare(whole, broken).engines
    assert not came.ok
    assert {m.key for m in came.instructions if m.worse} >= set(broken.engines[0].explained)
    [went] = compare(broken, whole).engines
    assert went.ok
    assert len(went.better) == len(came.worse) > 0
    text = updated("", "e.toml", broken).text
    expected = list(read(text, "e.toml"))
    for results, red in ((wrong, 0), (right, len(came.worse))):
        said = [
            result
            for name, of in by_script(results).items()
            for result in judged(of, [e for e in expected if e.holds_for(name)], {})
        ]
        assert sum(map(is_red, said)) == red
    assert "suite.test" not in updated(text, "e.toml", whole).text
