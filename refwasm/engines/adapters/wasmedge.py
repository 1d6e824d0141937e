"""WasmEdge by its command line, one process for each invocation. $WASMEDGE may name it."""

from __future__ import annotations

from refwasm.engines.adapter import binary, first_line


def get_name() -> str:
    return "wasmedge"


def get_version() -> str:
    return first_line([*program(), "--version"])


def program() -> list[str]:
    return binary("WASMEDGE", "wasmedge")


def compute_argv(test_path: str, args: list[str], function: str) -> list[str]:
    return [*program(), "run", "--reactor", "--", test_path, function, *args]


def compute_validate_argv(test_path: str) -> list[str]:
    return [*program(), "validate", "--", test_path]
