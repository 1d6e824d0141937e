"""Scripts of the suite run the same from JSON; REFWASM_FULL=1 runs them all so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from refwasm.script.commands import Command
from refwasm.script.json import document_of
from refwasm.script.json_read import read_json
from refwasm.script.native import NativeEngine
from refwasm.script.results import Result
from refwasm.script.run import run_script
from refwasm.source import Source
from tests.conformance.suite import CURRENT, commands, needs_suite, sample, uncovered

SLOW = ("core/return_call",)  # many seconds each


def run(source: Source, found: Sequence[Command]) -> list[Result]:
    """The results, without the time that they took."""
    ran = run_script(source.name, source, found, NativeEngine(trace=True))
    return [replace(result, seconds=0.0) for result in ran]


@needs_suite
@pytest.mark.parametrize("script", sample([s for s in CURRENT if not s.startswith(SLOW)], 10))
def test_scripts_run_the_same_from_json(script: str, tmp_path: Path) -> None:
    with uncovered():
        source, found = commands(script)
        document = document_of(source, found, "x")
        for name, data in document.files.items():
            (tmp_path / name).write_bytes(data)
        (tmp_path / "x.json").write_bytes(document.text().encode())
        assert run(*read_json(tmp_path / "x.json")) == run(source, found)
