"""The standard's reference interpreter. $REFWASM_REFERENCE may name it; it is called `wasm` when built."""

from __future__ import annotations

from refwasm.engines.adapter import binary, first_line


def get_name() -> str:
    return "reference"


def get_version() -> str:
    return first_line([*binary("REFWASM_REFERENCE", "wasm"), "-v", "-e", ""])


def compute_script_argv(script: str) -> list[str]:
    return [*binary("REFWASM_REFERENCE", "wasm"), script]
