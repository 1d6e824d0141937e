"""wasmer by `wasmer run`, one process for each invocation. $WASMER may name it."""

from __future__ import annotations

from refwasm.engines.adapter import binary
from refwasm.engines.adapters import wasmer

get_version = wasmer.get_version


def get_name() -> str:
    return "wasmer-run"


def compute_argv(test_path: str, args: list[str], function: str) -> list[str]:
    name, *given = binary("WASMER", "wasmer")
    return [name, "run", *given, f"--invoke={function}", "--", test_path, *args]


def compute_validate_argv(test_path: str) -> list[str]:
    name, *given = binary("WASMER", "wasmer")
    return [name, "validate", *given, "--", test_path]
