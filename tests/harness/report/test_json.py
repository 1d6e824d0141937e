"""The report as JSON, against its schema and gold files."""

from __future__ import annotations

import json
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
        '{"format": 2, "run": {}}',
        json.dumps({"format": 2, "run": [], "rows": 1}),
    ],
)
def test_what_is_no_report(text: str | bytes) -> None:
    with pytest.raises(ReportError):
        read(text)


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
