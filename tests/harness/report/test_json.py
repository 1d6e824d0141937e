"""The report as JSON, against its schema and gold files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from refwasm.harness.model import FORMAT
from refwasm.harness.report.json import ReportError, read, render
from refwasm.script.results import Status
from tests.harness.report.samples import SAMPLES

SCHEMA = json.loads((resources.files("refwasm.harness.report") / "report.schema.json").read_text())


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"] == {
        "const": FORMAT,
        "description": "Version of this form; rises when a key changes its meaning or goes.",
    }
    assert SCHEMA["$defs"]["statuses"]["required"] == [status.value for status in Status]


def test_every_key_is_described_and_none_is_open() -> None:
    def check(part: object) -> None:
        if isinstance(part, dict):
            if "properties" in part:
                assert part["additionalProperties"] is False
                assert sorted(part["required"]) == sorted(part["properties"])
                assert all(len(p["description"]) > 1 for p in part["properties"].values())
            for inner in part.values():
                check(inner)

    check(SCHEMA)


@pytest.mark.parametrize("name", SAMPLES)
def test_json(name: str) -> None:
    report = SAMPLES[name]()
    text = render(report)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))
    assert read(text) == report


@pytest.mark.parametrize(
    "text",
    [
        b"\xff",
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"format": 1}',
        '{"format": 3, "run": {}}',
        json.dumps({"format": 3, "run": [], "rows": 1}),
    ],
)
def test_what_is_no_report(text: str | bytes) -> None:
    with pytest.raises(ReportError):
        read(text)


@pytest.mark.parametrize(
    ("place", "value", "text"),
    [
        ("run.seconds", None, "run.seconds: no number"),
        ("run.seconds", 10**400, "run.seconds: no number"),
        ("run.seconds", float("nan"), "run.seconds: no number"),
        ("run.started", "yesterday", "run.started: no time"),
        ("run.workers", True, "run.workers: no natural number"),
        ("engines.0.subject.version", 5, "engines.0.subject.version: no string"),
        ("engines.0.subject.traced", 1, "engines.0.subject.traced: no truth value"),
        ("engines.0.scripts.0.seconds", "x", "engines.0.scripts.0.seconds: no number"),
        ("engines.0.statuses", {"good": 1}, "engines.0.statuses.good: no status"),
        ("engines.0.spectrum.together", [{"commands": 1}], "together.0: no instructions"),
        ("engines.0.failures.0.line", -1, "failures.0.line: no natural number"),
        ("engines.0.failures.0.status", "bad", "failures.0.status: no status"),
        ("engines.0.instructions.0.key", "bogus", "no row bogus"),
        ("engines", {}, "engines: no list"),
        ("run", {}, "run: no "),
        ("sources", {"a": {"x": ""}}, "sources.a.x: no line"),
        ("commands", {}, "no commands of "),
    ],
)
def test_edited(place: str, value: object, text: str) -> None:
    """Where it is wrong is said."""
    document = json.loads(render(SAMPLES["failing"]()))
    *keys, last = (int(key) if key.isdigit() else key for key in place.split("."))
    part = document
    for key in keys:
        part = part[key]
    part[last] = value
    with pytest.raises(ReportError, match=re.escape(text)):
        read(json.dumps(document))


def test_keys_that_were_added_and_keys_that_are_not_known() -> None:
    document = json.loads(render(SAMPLES["failing"]()))
    del document["stale"], document["run"]["shard"]
    document["more"] = document["run"]["more"] = 5
    assert read(json.dumps(document)) == SAMPLES["failing"]()


def test_form(gold: Callable[[str, str], None]) -> None:
    """What changes here changes `FORMAT`, unless it is only added."""
    report = json.loads(render(SAMPLES["failing"]()))
    [engine] = report["engines"]
    touched = [i for i in engine["instructions"] if i["assertions"]]
    rows = [row for row in report["rows"] if row["key"] == "i32.div_s"]
    shown = {**report, "rows": rows, "engines": [{**engine, "instructions": touched}]}
    gold("report-failing.json", json.dumps(shown, indent=1, ensure_ascii=False) + "\n")


def test_the_schema_lies_beside_the_renderer() -> None:
    assert Path(str(resources.files("refwasm.harness.report") / "report.schema.json")).is_file()
