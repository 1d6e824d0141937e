"""wasmi's runner of scripts, of the package wasmi_cli. $WASMI may name it."""

from __future__ import annotations

from refwasm.engines.adapter import binary, first_line


def get_name() -> str:
    return "wasmi"


def get_version() -> str:
    return first_line([*binary("WASMI", "wasmi"), "--version"])


def compute_script_argv(script: str) -> list[str]:
    program, *given = binary("WASMI", "wasmi")
    return [program, *given, "wast", script]
