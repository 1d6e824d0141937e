"""wasmtime's Python package: in this Python, or in the one that $WASMTIME_PYTHON names."""

from __future__ import annotations

import sys

from refwasm.engines.adapter import Absent, binary, first_line
from refwasm.engines.probe import probed
from refwasm.engines.programs import DRIVERS


def get_name() -> str:
    return "wasmtime"


def get_version() -> str:
    asked = "from importlib.metadata import version; print(version('wasmtime'))"
    python = binary("WASMTIME_PYTHON", sys.executable)
    try:
        return first_line([*python, "-c", asked])
    except Absent:
        raise Absent(f"{python[0]} has no package wasmtime") from None


def get_features() -> frozenset[str]:
    return probed(compute_driver_argv())


def compute_driver_argv() -> list[str]:
    python = binary("WASMTIME_PYTHON", sys.executable)
    return [*python, str(DRIVERS / "wasmtime_driver.py")]
