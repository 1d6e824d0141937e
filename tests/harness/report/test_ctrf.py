"""The Common Test Report Format, held to the rules of its specification."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from refwasm.harness.report.ctrf import MESSAGE, TRACE, render
from tests.harness.report.samples import SAMPLES

# The keys of each object: those required, and the others that we use, with their types.
DOCUMENT = ({"reportFormat": str, "specVersion": str, "results": dict},
            {"timestamp": str, "generatedBy": str})  # fmt: skip
RESULTS = ({"tool": dict, "summary": dict, "tests": list}, {"environment": dict})
TOOL = ({"name": str}, {"version": str})
COUNTS = ("passed", "failed", "skipped", "pending", "other")
SUMMARY = (
    dict.fromkeys(("tests", *COUNTS, "start", "stop"), int),
    {"suites": int, "duration": int},
)
ENVIRONMENT: Any = ({}, {"reportName": str, "osPlatform": str, "shardId": str, "extra": dict})
TEST = (
    {"name": str, "status": str, "duration": int},
    {
        **dict.fromkeys(("testId", "rawStatus", "message", "trace", "snippet"), str),
        **dict.fromkeys(("type", "filePath"), str),
        "suite": list,
        "tags": list,
        "labels": dict,
        "line": int,
    },
)


def conforms(value: dict[str, Any], keys: Any) -> None:
    """Hold `value` to `keys`: nothing may be missing, and nothing unknown be there."""
    required, others = keys
    assert required.keys() <= value.keys() <= required.keys() | others.keys()
    for key, inner in value.items():
        assert type(inner) is (required | others)[key]


@pytest.mark.parametrize("name", SAMPLES)
def test_form(name: str) -> None:
    report = json.loads(render(SAMPLES[name]()))
    conforms(report, DOCUMENT)
    results = report["results"]
    conforms(results, RESULTS)
    conforms(results["tool"], TOOL)
    conforms(results["summary"], SUMMARY)
    conforms(results["environment"], ENVIRONMENT)
    for test in results["tests"]:
        conforms(test, TEST)
        assert test["status"] in COUNTS
        assert test["suite"] and all(isinstance(name, str) for name in test["suite"])
        assert all(isinstance(label, str) for label in test["labels"].values())
        assert len(test.get("message", "")) <= MESSAGE
        assert len(test.get("trace", "")) <= TRACE
    counted = Counter(test["status"] for test in results["tests"])
    summary = results["summary"]
    assert {key: summary[key] for key in COUNTS} == {key: counted[key] for key in COUNTS}
    assert summary["tests"] == len(results["tests"])
    assert summary["stop"] - summary["start"] == summary["duration"] == 12340
    ids = [test["testId"] for test in results["tests"]]
    assert len(set(ids)) == len(ids)
    assert report["reportFormat"] == "CTRF"
    assert datetime.fromisoformat(report["timestamp"]).tzinfo


@pytest.mark.parametrize("name", ["expected"])
def test_gold(name: str, gold: Callable[[str, str], None]) -> None:
    gold(f"report-{name}.ctrf.json", render(SAMPLES[name]()))


def test_what_is_expected_in_vain_fails() -> None:
    line = "e.toml:3: core/a: no such command at line 5"
    results = json.loads(render(replace(SAMPLES["passing"](), stale=(line,))))["results"]
    [test] = [t for t in results["tests"] if t["status"] == "failed"]
    assert (test["suite"], test["message"]) == (["expectations"], f"expected in vain: {line}")
    assert (results["summary"]["failed"], results["summary"]["suites"]) == (1, 2)
