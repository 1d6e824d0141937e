"""How SpecTec's words correspond to the table's, and where the two may differ, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Deviation:
    """A cell in which SpecTec differs from the table, rightly so."""

    key: str
    column: str
    spectec: str
    reason: str


BINARY = "5.3-binary.instructions.spectec"
TEXT = "6.3-text.instructions.spectec"
VALIDATION = "2.3-validation.instructions.spectec"
EXECUTION = "4.3-execution.instructions.spectec"
FOLDER = "specification/wasm-3.0"

# The grammars whose productions are instructions.
INSTRUCTIONS = ("Binstr", "Tplaininstr_", "Tblockinstr_")

# What a grammar matches, in the table's words, by its name without the B or T; others keep
# their name. Bodies, labels and names are no immediates.
BODY = "body"
KINDS = {
    "byte^16": "v128",
    "i8x16 i8^16": "v128",
    "i16x8 i16^8": "v128",
    "i32x4 i32^4": "v128",
    "i64x2 i64^2": "v128",
    "f32x4 f32^4": "v128",
    "f64x2 f64^2": "v128",
    "laneidx^16": "laneidxs",
    "list(labelidx)": "labelidxs",
    "labelidx*": "labelidxs",
    "list(catch)": "catches",
    "catch*": "catches",
    "list(valtype)": "resulttypes",
    "result*": "resulttypes",
    "typeuse": "typeidx",
    "instr*": BODY,
    "instrs": BODY,
    "id?": "",
    "label": "",
}
# What the names in a tuple stand for, by the kind that it has.
COMPONENTS = {"memarg": ("memidx", "memarg"), "castop": ("null", "null"), "typeidx": ("typeidx",)}
# The function whose result is an immediate that other grammars match as it is.
COMPUTED = {"$inv_ibytes_": "v128"}

# The rules of execution by another name than the rules of the prose.
EXECUTIONS = {"load-val": "load-num", "store-val": "store-num", "vload-val": "vload"}
VALUES = ("const", "vconst")  # they are values, which take no step
# Steps of what is no instruction: contexts, and what execution leaves in a body.
ADMINISTRATIVE = ("pure", "read", "ctxt", "label", "frame", "handler", "trap")
# Rules that trap where an operator has no result: here all of their operators have one.
TOTAL = ("unop", "vunop", "vbinop", "vternop")
# Rules that reduce to instructions which trap, and do not trap themselves.
REDUCED = ("call_indirect", "return_call_indirect")

DEVIATIONS: tuple[Deviation, ...] = ()
