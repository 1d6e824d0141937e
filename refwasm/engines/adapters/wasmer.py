"""wasmer's runner of scripts, which its command line has if it was built so. $WASMER may name it."""

from __future__ import annotations

import re

from refwasm.engines.adapter import binary, first_line
from refwasm.engines.batch import Output
from refwasm.engines.scripts import Said, read_output_of

LISTED = "Failed directives on "
ENTRY = re.compile(r"• (.*?) \((\d+):\d+\)\s*$", re.DOTALL | re.MULTILINE)


def get_name() -> str:
    return "wasmer"


def get_version() -> str:
    return first_line([*binary("WASMER", "wasmer"), "--version"])


def compute_script_argv(script: str) -> list[str]:
    program, *given = binary("WASMER", "wasmer")
    return [program, "wast", *given, script]


def read_output(output: Output, file: str) -> Said:
    """It goes on after a failure and lists them all, unless it cannot read the script."""
    _, listed, rest = output.stderr.partition(LISTED)
    if not listed:
        return read_output_of(output, file)
    return Said([(int(n), " ".join(text.split())) for text, n in ENTRY.findall(rest)], True)
