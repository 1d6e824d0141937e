"""The badge, held to the schema that shields.io documents for its endpoint."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from refwasm.harness.report.badge import render
from refwasm.script.results import Result, Status
from tests.harness.report.samples import SAMPLES

COLORS = {"brightgreen", "green", "yellowgreen", "yellow", "orange", "red", "lightgrey"}


@pytest.mark.parametrize("name", SAMPLES)
def test_form(name: str) -> None:
    badge = json.loads(render(SAMPLES[name]()))
    assert badge.keys() == {"schemaVersion", "label", "message", "color"}
    assert badge["schemaVersion"] == 1
    assert badge["label"] and badge["message"]
    assert badge["color"] in COLORS


@pytest.mark.parametrize(
    ("name", "label", "message", "color"),
    [
        ("passing", "refwasm wasm core suite", "100% of assertions", "brightgreen"),
        ("beside", "wasm core/a.wast", "50.0% of assertions", "orange"),
        ("failing", "refwasm wasm suite", "incomplete", "lightgrey"),
        ("fast", "refwasm-auto wasm core/a.wast", "not measured", "lightgrey"),
    ],
)
def test_what_it_says(name: str, label: str, message: str, color: str) -> None:
    badge = json.loads(render(SAMPLES[name]()))
    assert (badge["label"], badge["message"], badge["color"]) == (label, message, color)


@pytest.mark.parametrize(
    ("passed", "failed", "message", "color"),
    [
        (62597, 1, "99.9% of assertions", "green"),  # not rounded up to all of them
        (96, 4, "96.0% of assertions", "yellowgreen"),
        (80, 20, "80.0% of assertions", "yellow"),
        (0, 1, "0.0% of assertions", "red"),
    ],
)
def test_shares(passed: int, failed: int, message: str, color: str) -> None:
    report = SAMPLES["passing"]()
    counts = Counter({Status.PASS: passed, Status.FAIL: failed})
    engines = (replace(report.engines[0], statuses=counts),)
    badge = json.loads(render(replace(report, engines=engines)))
    assert (badge["message"], badge["color"]) == (message, color)


@pytest.mark.parametrize(
    ("paths", "label"),
    [
        ((), "refwasm wasm core suite"),
        (("core",), "refwasm wasm core suite"),
        (("core/a.wast", "core/b.wast"), "refwasm wasm part of core suite"),
    ],
)
def test_a_part_is_said_to_be_one(paths: tuple[str, ...], label: str) -> None:
    report = SAMPLES["passing"]()
    badge = json.loads(render(replace(report, run=replace(report.run, paths=paths))))
    assert badge["label"] == label


def test_what_is_expected_in_vain_makes_it_red() -> None:
    report = SAMPLES["passing"]()
    result = Result("a", 0, 1, "assert_trap", Status.UNEXPECTED)
    engines = (replace(report.engines[0], failures=(result,)),)
    for given, message in (
        (replace(report, stale=("a", "b")), "100% of assertions, 2 expected in vain"),
        (
            replace(report, stale=("a", "b"), engines=engines),
            "100% of assertions, 3 expected in vain",
        ),
    ):
        badge = json.loads(render(given))
        assert (badge["message"], badge["color"]) == (message, "red")
