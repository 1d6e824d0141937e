"""`refwasm wast2json` beside WABT's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from refwasm.engines.adapter import Absent, binary
from refwasm.engines.batch import run
from refwasm.script.json import document_of
from refwasm.script.json_read import read_json
from tests.conformance.suite import CURRENT, ROOT, commands, needs_suite, uncovered

FLAGS = ("exceptions", "tail-call", "memory64", "multi-memory", "extended-const", "relaxed-simd")
WIDTHS = {"i8": 8, "i16": 16, "i32": 32, "i64": 64, "f32": 32, "f64": 64}
# Constants that WABT 1.0.32 rounds to another number.
ROUNDED = {("core/simd/simd_lane.wast", line) for line in (164, 165, 265, 266, 281, 282)}

pytestmark = needs_suite


def comparable(value: Any) -> Any:
    """`value` without what may differ: names of files, and the lanes that a vector is written by."""
    if isinstance(value, list):
        return [comparable(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("type") == "v128" and "value" in value and all(map(str.isdigit, value["value"])):
        width = WIDTHS[value["lane_type"]]
        return sum(int(lane) << width * i for i, lane in enumerate(value["value"]))
    return {k: comparable(v) for k, v in value.items() if k not in ("filename", "line")}


def own(script: str, folder: Path) -> list[dict[str, Any]]:
    """The commands of the JSON that WABT writes to `folder`."""
    try:
        converter = binary("WABT_WAST2JSON", "wast2json")
    except Absent as e:
        pytest.skip(str(e))
    flags = [f"--enable-{flag}" for flag in FLAGS]
    argv = [*converter, *flags, str(ROOT / script), "-o", str(folder / "own.json")]
    if run(argv, timeout=60).code:
        pytest.skip("WABT cannot read this script")
    found: list[dict[str, Any]] = json.loads((folder / "own.json").read_bytes())["commands"]
    return found


@pytest.mark.parametrize("script", [s for s in CURRENT if s.startswith("core/")])
def test_the_same_commands(script: str, tmp_path: Path) -> None:
    theirs = own(script, tmp_path)
    with uncovered():
        document = document_of(*commands(script), "own")
        ours: list[dict[str, Any]] = json.loads(document.text())["commands"]
        assert len(read_json(tmp_path / "own.json")[1]) == len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        assert mine["line"] <= other["line"]
        if comparable(mine) != comparable(other):
            assert (script, other["line"]) in ROUNDED, (mine, other)
