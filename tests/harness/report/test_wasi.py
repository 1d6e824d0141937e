"""The keys of the wasi-testsuite's report, as its runner writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from refwasm.harness.report.wasi import MOST, execution, results
from tests.harness.report.samples import SAMPLES, run

# What the runner writes, by the types that its reader finds.
SUITE = {
    "name": str,
    "runtime": dict,
    "duration_s": float,
    "failed": int,
    "skipped": int,
    "passed": int,
    "xfailed": int,
    "xpassed": int,
    "tests": list,
}
TEST = {"name": str, "executed": bool, "outcome": str, "duration_s": float, "failures": list}


def types(keys: dict[str, Any]) -> dict[str, type]:
    """The type of each of `keys`; a whole number of seconds is one, too."""
    return {k: float if k == "duration_s" else type(v) for k, v in keys.items()}


@pytest.mark.parametrize("name", SAMPLES)
def test_keys(name: str) -> None:
    found: list[Any] = results(SAMPLES[name]())
    for suite in found:
        assert types(suite) == SUITE
        assert types(suite["runtime"]) == {"name": str, "version": str}
        assert all(types(test) == TEST for test in suite["tests"])
        counted = sum(suite[k] for k in ("failed", "skipped", "passed", "xfailed", "xpassed"))
        assert counted == len(suite["tests"])


def test_when() -> None:
    assert execution(run()) == {
        "start_timestamp": "2026-01-02T03:04:05.000Z",
        "finish_timestamp": "2026-01-02T03:04:17.340Z",
    }
    assert execution(run(started="")) == {"start_timestamp": "", "finish_timestamp": ""}


def test_outcomes() -> None:
    core, simd = results(SAMPLES["expected"]())
    tests: Any = core["tests"]
    assert [(t["name"][:7], t["outcome"], t["executed"], t["failures"]) for t in tests] == [
        (
            "core/<b",
            "fail",
            True,
            ["line 2: assert_return: fail, expected <&>, got a|b`c`\0</failure>]]> last"],
        ),
        ("core/a.", "xfail", True, []),
        ("core/b.", "xpass", True, ["line 2: assert_trap: unexpected, got passed"]),
        ("core/s.", "skip", False, []),
    ]
    assert (simd["name"], simd["skipped"]) == ("simd", 1)


def test_many_failures_are_cut() -> None:
    report = SAMPLES["failing"]()
    tests = {t["name"]: t["failures"] for s in results(report) for t in s["tests"]}  # type: ignore[attr-defined]  # a list
    assert tests["core/z.wast"] == ["lost: No space left on device"]
    assert len(tests["core/many.wast"]) == MOST + 1
    assert tests["core/many.wast"][-1] == "20 more"


def test_absent_engines_have_no_suite() -> None:
    report = SAMPLES["beside"]()
    labels = [s["runtime"]["name"] for s in results(report)]  # type: ignore[index]  # a dictionary
    assert labels == ["refwasm", "other"]
    assert results(replace(report, engines=())) == []
