"""wasmer's runner of scripts, which its command line has if it was built so. $WASMER may name it."""

from __future__ import annotations

from refwasm.engines.adapter import binary, first_line


def get_name() -> str:
    return "wasmer"


def get_version() -> str:
    return first_line([*binary("WASMER", "wasmer"), "--version"])


def compute_script_argv(script: str) -> list[str]:
    program, *given = binary("WASMER", "wasmer")
    return [program, "wast", *given, script]
