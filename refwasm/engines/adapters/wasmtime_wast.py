"""wasmtime's own runner of scripts. $WASMTIME may name it, with flags: `WASMTIME="wasmtime -W all"`."""

from __future__ import annotations

from refwasm.engines.adapter import binary, first_line

# Those of the edition that are not on by themselves, or were not at first.
PROPOSALS = (
    *("exceptions", "extended-const", "function-references", "gc", "memory64"),
    *("multi-memory", "relaxed-simd", "simd", "tail-call"),
)


def get_name() -> str:
    return "wasmtime-wast"


def get_version() -> str:
    return first_line([*binary("WASMTIME", "wasmtime"), "--version"])


def compute_script_argv(script: str) -> list[str]:
    flags = ["-W", ",".join(PROPOSALS), "--ignore-error-messages"]
    program, *given = binary("WASMTIME", "wasmtime")
    return [program, "wast", *flags, *given, script]
