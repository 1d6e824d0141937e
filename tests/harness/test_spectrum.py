"""Which instructions explain the failures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import sqrt
from random import Random

import pytest

from refwasm.generated.opcodes import OPS
from refwasm.harness import spectrum as S
from refwasm.harness.spectrum import Explanation, Spectrum, explanation, implicated, spectrum
from refwasm.script.results import Result, Status


def results(*runs: tuple[int, Status, str]) -> list[Result]:
    """So many results each, with these instructions."""
    return [
        Result("a", 0, 1, "assert_return", status, instructions=tuple(keys.split()))
        for n, status, keys in runs
        for _ in range(n)
    ]


PASS, FAIL = Status.PASS, Status.FAIL


def test_ochiai() -> None:
    ran = results((2, FAIL, "div get"), (1, FAIL, "get"), (1, PASS, "div"), (6, PASS, "get add"))
    found = implicated(spectrum(ran), ["get"])
    assert found == {"div": round(3 / sqrt(3 * 9) / 2, 4), "get": round(3 / sqrt(3 * 9), 4)}
    ran = results((2, FAIL, "div get"), (1, FAIL, "get"), (9, PASS, "div"), (1, PASS, "get add"))
    found = implicated(spectrum(ran), ["get"])
    assert found == {"div": round(2 / sqrt(3 * 11) / 2, 4), "get": round(3 / sqrt(3 * 4), 4)}


def test_each_of_several_faults_has_failures_of_its_own() -> None:
    ran = results((9, FAIL, "div get"), (1, FAIL, "rem get"), (90, PASS, "get"))
    found = implicated(spectrum(ran), ["div", "rem"])
    assert found == {"div": 1.0, "rem": 1.0, "get": round(9 / sqrt(9 * 100) / 2, 4)}


@pytest.mark.parametrize("status", [Status.UNSUPPORTED, Status.SKIPPED])
def test_what_did_not_run_says_nothing(status: Status) -> None:
    assert spectrum(results((3, status, "div"))) == Spectrum()


def test_failures_in_which_nothing_is_known_to_have_run_are_not_explained() -> None:
    found = spectrum(results((3, FAIL, ""), (1, FAIL, "div")))
    assert found.failures == 1
    assert implicated(found, ["div"]) == {"div": 1.0}
    assert explanation(found) == Explanation(("div",))


@pytest.mark.parametrize(
    ("runs", "explained"),
    [
        ([], ()),
        ([(3, PASS, "div get")], ()),
        # What runs everywhere hits all failures, but does not tell which they are.
        ([(5, FAIL, "div get"), (5, FAIL, "rem get"), (90, PASS, "get")], ("div", "rem")),
        ([(9, FAIL, "div get"), (5, FAIL, "rem get"), (9, FAIL, "div rem"), (90, PASS, "get")],
         ("div", "rem")),
        # One instruction that is wrong seldom.
        ([(1, FAIL, "div get"), (40, PASS, "div get"), (9000, PASS, "get")], ("div",)),
        # Of equal ones the first by name.
        ([(2, FAIL, "b a")], ("a",)),
        # What every function has is the last of them.
        ([(3, FAIL, "end i32.const i32.add local.get"), (1, FAIL, "end unreachable")], ("end",)),
        ([(3, FAIL, "else end i32.const i32.add local.get"), (1, FAIL, "unreachable")],
         ("i32.add", "unreachable")),
        # Many rows that share a function.
        ([*((5, FAIL, f"{i} get") for i in range(100, 120)), (6_000, PASS, "get")],
         tuple(map(str, range(100, 120)))),
    ],
)  # fmt: skip
def test_explanation(runs: list[tuple[int, Status, str]], explained: tuple[str, ...]) -> None:
    assert explanation(spectrum(results(*runs))) == Explanation(explained)


def test_what_is_common_is_in_the_table() -> None:
    assert {op.name for op in OPS} >= S.COMMON


def commands(*rows: tuple[str, str, Status, str]) -> list[Result]:
    """Results of scripts in their order: the script, the directive, the status, the instructions."""
    return [
        Result(script, i, i + 1, kind, status, instructions=tuple(keys.split()))
        for i, (script, kind, status, keys) in enumerate(rows)
    ]


RETURN = "assert_return"


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ((), {"table.get", "table.set"}),
        ([("a", "action", PASS, "memory.grow")], {"table.get", "table.set"}),
        ([("a", "module", PASS, "")], {"table.get", "table.set"}),
        ([("b", "register", PASS, "")], {"table.get"}),
    ],
)
def test_what_wrote_before_is_exercised_by_what_reads(
    between: Sequence[tuple[str, str, Status, str]], found: set[str]
) -> None:
    last = between[-1][0] if between else "a"
    given = [("a", "module", PASS, ""), ("a", RETURN, PASS, "table.set"), *between]
    ran = spectrum(commands(*given, (last, RETURN, FAIL, "table.get")))
    assert ran.together == {frozenset(found): 1}


@pytest.mark.parametrize("kind", ["assert_invalid", "assert_malformed", "assert_invalid_custom"])
def test_what_is_refused_reads_nothing(kind: str) -> None:
    ran = spectrum(commands(("a", RETURN, PASS, "table.set"), ("a", kind, FAIL, "table.get")))
    assert ran.together == {frozenset({"table.get"}): 1}


def random_spectrum(seed: int) -> Spectrum:
    random = Random(seed)
    keys = "abcdefgh"
    runs = [
        (random.randint(1, 4), random.choice([PASS, FAIL]), " ".join(random.sample(keys, 3)))
        for _ in range(14)
    ]
    return spectrum(results(*runs))


@pytest.mark.parametrize("seed", range(40))
def test_the_exact_answer_weighs_least_of_all_sets(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = random_spectrum(seed)
    weights = {key: S.weight(n, given.passed[key]) for key, n in given.failed.items()}

    def total(keys: tuple[str, ...]) -> float:
        return sum(weights[key] for key in keys)

    def hits(keys: tuple[str, ...]) -> bool:
        return all(ran & set(keys) for ran in given.together)

    every = (c for n in range(len(weights) + 1) for c in combinations(sorted(weights), n))
    least = min(total(keys) for keys in every if hits(keys))
    found = explanation(given)
    assert hits(found.instructions)
    assert found.bound == 1
    assert total(found.instructions) == pytest.approx(least)

    monkeypatch.setattr(S, "BRANCHES", 0)
    greedy = explanation(given)
    assert hits(greedy.instructions)
    assert greedy.bound > 1
    assert total(greedy.instructions) <= greedy.bound * least + 1e-9


def test_a_search_that_is_too_long_ends_with_the_bound() -> None:
    """All pairs of 40 instructions: no one is better than another."""
    keys = [f"{i:02}" for i in range(40)]
    given = spectrum(results(*((1, FAIL, f"{a} {b}") for a, b in combinations(keys, 2))))
    found = explanation(given)
    assert len(found.instructions) == 39
    assert found == explanation(given)


def test_a_pass_that_an_expectation_denies_is_a_pass() -> None:
    found = spectrum([Result("a", 0, 1, "k", Status.UNEXPECTED, instructions=("nop",))])
    assert (found.passed["nop"], found.failures) == (1, 0)


def test_what_does_not_run_clears_nothing_and_blames_nothing() -> None:
    """A module that is refused as asserted shows not how its instructions run; nor does what has no instance."""
    [refused, other] = results((1, PASS, "div"), (1, FAIL, "rem"))
    found = spectrum(
        [replace(refused, kind="assert_invalid"), replace(other, got="no instance $a defined")]
    )
    assert found == Spectrum()
    module = replace(other, kind="module", instructions=("table.set",))
    reader = replace(refused, instructions=("table.get",))
    assert spectrum([module, reader]).passed == {"table.get": 1}
