"""A refwasm with one function changed: the report implicates what uses it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.harness.model import Run
from refwasm.harness.spectrum import FAILED
from refwasm.harness.suite import shipped_vectors
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
