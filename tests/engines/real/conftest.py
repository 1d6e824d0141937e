"""The engines that were installed; a test of one that is absent is skipped, with the reason."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from refwasm.engines.adapter import Absent, Adapter, load
from tests.engines.real.install import NAME

FOLDER = os.environ.get("REFWASM_ENGINES")
INSTALLED: dict[str, dict[str, str]] = (
    json.loads(Path(FOLDER, NAME).read_text("utf-8"))
    if FOLDER
    else {"variables": {}, "present": {}, "absent": {}}
)
os.environ.update(INSTALLED["variables"])

if not FOLDER:
    collect_ignore_glob = ["test_*.py"]


def present(name: str) -> Adapter:
    """The adapter `name`; the test is skipped if its engine is absent."""
    if name in INSTALLED["absent"]:
        pytest.skip(f"{name} is absent: {INSTALLED['absent'][name]}")
    adapter = load(name)
    try:
        adapter.version()
    except Absent as e:
        pytest.skip(f"{name} is absent: {e}")
    return adapter


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Which engines there were to test, and why there were not others."""
    for title in ("present", "absent"):
        terminalreporter.section(f"engines {title}")
        for name, said in INSTALLED[title].items():
            terminalreporter.line(f"{name:14} {said}")
