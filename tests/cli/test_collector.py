"""How often the command line looks for garbage, and that it leaves the setting as it was."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from refwasm.cli.collector import seldom_collected
from tests.cli.conftest import Refwasm

TYPES = "(type (func (param i32)))" * 10_000


def test_the_setting_is_restored_whatever_happens() -> None:
    before = gc.get_threshold()
    try:
        with seldom_collected():
            assert gc.get_threshold() != before
            raise KeyError
    except KeyError:
        assert gc.get_threshold() == before


@pytest.mark.parametrize("command", ["validate", "wat2wasm", "wasm2wat", "run"])
def test_commands_that_read_seldom_look(command: str, refwasm: Refwasm, alone: Path) -> None:
    (alone / "m.wat").write_text(f"(module {TYPES})")
    refwasm(command, "--help")  # imports what it needs
    gc.collect()
    before = looks()
    assert refwasm(command, "m.wat").returncode == 0
    assert looks() - before <= 6  # 120 otherwise


def looks() -> int:
    """How often the youngest objects were looked through."""
    return int(gc.get_stats()[0]["collections"])
