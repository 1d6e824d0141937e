"""wasmer by `wasmer run`, one process for each invocation. $WASMER may name it."""

from __future__ import annotations

from refwasm.engines.adapter import first_line
from refwasm.engines.adapters.wasmer import program


def get_name() -> str:
    return "wasmer-run"


def get_version() -> str:
    name, *_ = program()
    return first_line([name, "--version"])


def compute_argv(test_path: str, args: list[str], function: str) -> list[str]:
    name, *given = program()
    return [name, "run", *given, f"--invoke={function}", "--", test_path, *args]


def compute_validate_argv(test_path: str) -> list[str]:
    name, *given = program()
    return [name, "validate", *given, "--", test_path]
