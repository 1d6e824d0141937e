"""WABT's interpreter, by refwasm's wast2json and WABT's spectest-interp. $WABT_SPECTEST_INTERP may name it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from refwasm.engines.adapter import binary, first_line
from refwasm.engines.batch import Output
from refwasm.engines.scripts import Said
from refwasm.script.json_values import Json, object_, objects, text

# Of references to functions and of garbage collection WABT reads the types, and runs nothing.
OFF = ("exceptions", "tail-call", "memory64", "multi-memory", "extended-const", "relaxed-simd")
OF_MODULES = ("assert_unlinkable", "assert_uninstantiable")
DIRECTIVES = {
    *("module", "register", "action", "assert_return", "assert_trap", "assert_exhaustion"),
    *("assert_exception", "assert_malformed", "assert_invalid", *OF_MODULES),
}
TYPES = {"i32", "i64", "f32", "f64", "v128", "funcref", "externref"}
LINE = re.compile(r"script\.wast:(\d+): (.*)")
PASSED = re.compile(r"assert_\w+ passed")
UNREGISTERED = "invalid register command"
UNREAD = "error reading module"
FAULT = re.compile(r"[0-9a-f]+: (error: .*)")
TOTAL = re.compile(r"\d+/\d+ tests passed\.")


def get_name() -> str:
    return "wabt"


def get_version() -> str:
    return first_line([*program(), "--version"])


def program() -> list[str]:
    return binary("WABT_SPECTEST_INTERP", "spectest-interp")


def compute_json_argv(json: str) -> list[str]:
    name, *given = program()
    return [name, *(f"--enable-{feature}" for feature in OFF), *given, json]


def read_output(output: Output, file: str) -> Said | None:
    """Every failure has its line, but so have some assertions that passed; the last line has the total.

    A `register` that fails ends it all.
    """
    lines = output.stdout.splitlines()
    said = [(int(found[1]), found[2]) for line in lines if (found := LINE.fullmatch(line))]
    failed = _explained([(n, text) for n, text in said if not PASSED.match(text)], output.stderr)
    if failed and failed[-1][1] == UNREGISTERED:
        return Said(failed[-1:], complete=False)
    if not lines or not TOTAL.fullmatch(lines[-1]):
        return None
    return Said(failed, complete=True)


def _explained(failed: list[tuple[int, str]], stderr: str) -> list[tuple[int, str]]:
    """`failed`, with what is wrong with modules: that stands elsewhere, in the same order."""
    faults = FAULT.findall(stderr)
    unread = [line for line, text in failed if text.startswith(UNREAD)]
    why = dict(zip(unread, faults, strict=True)) if len(unread) == len(faults) else {}
    return [(line, f"{text} {why.get(line, '')}".rstrip()) for line, text in failed]


def lacks(command: Mapping[str, Json]) -> str:
    """What `spectest-interp` cannot read; one such thing ends its reading of the whole script."""
    kind = text(command["type"])
    if kind not in DIRECTIVES or (kind in OF_MODULES and "filename" not in command):
        return f"WABT has no {kind}"
    action = object_(command.get("action", {}))
    listed = (action.get("args", ()), command.get("expected", ()), command.get("either", ()))
    for value in chain.from_iterable(map(objects, listed)):
        shown = "value" in value or ("action" in command and kind != "assert_return")
        if value["type"] not in TYPES or not shown:
            return f"WABT has no such value: {value['type']}"
    return ""
