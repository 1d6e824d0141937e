"""By which rule of the standard a module was rejected.

The functions that reject end their docstrings in the anchor of what they check, so the traceback of
the error tells: the innermost of them states the rule. A row's validator states a premise a line.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Iterator
from functools import cache
from types import CodeType, TracebackType

from refwasm.errors import WasmError
from refwasm.generated.opcodes import OPS
from refwasm.generated.validator import TYPING
from refwasm.syntax.instructions import Op

ANCHOR = re.compile(r"\bSpec: ([\w.-]+)[^\n]*\s*\Z")
OPERANDS = "valid-instrs"  # of the function by which any instruction takes its operands
SEGMENTS = {"aux-runelem": "table.init", "aux-rundata": "memory.init"}  # what instantiation runs
ROWS = {typing.__code__: op for op, typing in TYPING.items()}
NAMED = {op.name: op for op in OPS}


def rule_of(error: WasmError) -> str:
    """The anchor of the rule that `error`, which was raised, is about; empty if none is known.

    A premise of the table, or the operands of a row, follow the anchor of the row's rule after a colon.
    """
    anchor = ""
    for code, line in _frames(error.__traceback__):
        if code in ROWS:
            return premise(ROWS[code], linecache.getline(code.co_filename, line).strip())
        anchor = anchor_of(code) or anchor
    if anchor == OPERANDS and error.instruction in NAMED:
        return premise(NAMED[error.instruction], "") or anchor
    return anchor


def segment_rule(error: WasmError) -> str:
    """The anchor of the rule by which instantiation ran the instruction that `error` is about, which no body has.

    Empty if it is about another; what is run follows after a colon.
    """
    for code, _ in _frames(error.__traceback__):
        anchor = anchor_of(code)
        if anchor in SEGMENTS and SEGMENTS[anchor] == error.instruction:
            return f"{anchor}: {error.instruction} of an active segment"
    return ""


def premise(op: Op, text: str) -> str:
    """The rule by which `op` is valid with the premise `text`, or the type of its operands and results."""
    anchor = next((anchor for anchor in op.spec if anchor.startswith("valid-")), "")
    is_premise = text and not text.startswith("return ")
    return f"{anchor}: {text if is_premise else op.stack}" if anchor else ""


@cache
def anchor_of(code: CodeType) -> str:
    """The anchor in which the docstring of the function with `code` ends, the first if there are more."""
    doc = code.co_consts[0] if code.co_consts else None
    found = ANCHOR.search(doc) if isinstance(doc, str) else None
    return found[1] if found else ""


def _frames(traceback: TracebackType | None) -> Iterator[tuple[CodeType, int]]:
    """The code and the line of each function that was under way, the innermost last."""
    while traceback is not None:
        yield traceback.tb_frame.f_code, traceback.tb_lineno
        traceback = traceback.tb_next
