"""The table, as reports have it."""

from __future__ import annotations

import pytest

from refwasm.harness.table import opcode


@pytest.mark.parametrize(
    ("prefix", "code", "shown"),
    [(None, 0x6A, "6A"), (0xFC, 7, "FC 07"), (0xFD, 0x80, "FD 80 01"), (0xFD, 0x113, "FD 93 02")],
)
def test_opcode(prefix: int | None, code: int, shown: str) -> None:
    assert opcode(prefix, code) == shown
