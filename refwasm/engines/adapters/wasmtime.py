"""wasmtime's Python package: in this Python, or in the one that $WASMTIME_PYTHON names."""

from __future__ import annotations

import sys

from refwasm.engines.adapter import Absent, first_line, tool
from refwasm.engines.probe import probed
from refwasm.engines.programs import DRIVERS

# Prints the version of the package, an empty line if there is none.
FOUND = """from importlib.metadata import distributions
print(*[found.version for found in distributions(name="wasmtime")][:1])"""


def get_name() -> str:
    return "wasmtime"


def get_version() -> str:
    python = tool("WASMTIME_PYTHON", sys.executable)
    found = first_line([*python, "-c", FOUND])
    if not found:
        raise Absent(f"{python[0]} has no package wasmtime")
    return found


def get_features() -> frozenset[str]:
    return probed(compute_driver_argv())


def compute_driver_argv() -> list[str]:
    python = tool("WASMTIME_PYTHON", sys.executable)
    return [*python, str(DRIVERS / "wasmtime_driver.py")]
