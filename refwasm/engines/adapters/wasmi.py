"""wasmi's runner of scripts, of the package wasmi_cli. $WASMI may name it."""

from __future__ import annotations

from refwasm.engines.adapter import Absent, binary, first_line


def get_name() -> str:
    return "wasmi"


def get_version() -> str:
    return first_line([*program(), "--version"])


def program() -> list[str]:
    """The command, which had another name before wasmi 2.0."""
    try:
        return binary("WASMI", "wasmi")
    except Absent:
        return binary("WASMI", "wasmi_cli")


def compute_script_argv(script: str) -> list[str]:
    return [*program(), "wast", script]
