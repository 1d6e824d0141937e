"""The scripts that refwasm ships, command by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.harness.suite import shipped_vectors
from refwasm.script.native import traced
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.script.run import run_script
from refwasm.source import Source


@pytest.mark.parametrize("path", sorted(shipped_vectors().glob("*.wast")), ids=lambda p: p.stem)
def test_every_command_passes(path: Path) -> None:
    source = Source(path.name, path.read_text("utf-8"))
    results = run_script(path.name, source, parse_script(source.text), traced())
    assert [r for r in results if r.status is not Status.PASS] == []
