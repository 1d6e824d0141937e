"""The keywords of the text format and of scripts that are not instructions.

What begins with a letter and is not known here nor as an instruction is an "unknown operator"; what
is known but misplaced is an "unexpected token".
"""

from __future__ import annotations

from refwasm.syntax.types import (
    ANY,
    ARRAY,
    EQ,
    EXN,
    EXTERN,
    F32,
    F64,
    FUNC,
    I8,
    I16,
    I31,
    I32,
    I64,
    NOEXN,
    NOEXTERN,
    NOFUNC,
    NONE,
    SHORTHAND,
    STRUCT,
    V128,
    AbsHeapType,
    RefType,
    StorageType,
    ValType,
)

HEAPTYPES: dict[str, AbsHeapType] = {
    t.name: t
    for t in (ANY, EQ, I31, STRUCT, ARRAY, NONE, FUNC, NOFUNC, EXN, NOEXN, EXTERN, NOEXTERN)
}
REFTYPES: dict[str, RefType] = {
    word: RefType(True, HEAPTYPES[name]) for name, word in SHORTHAND.items()
}
VALTYPES: dict[str, ValType] = {"i32": I32, "i64": I64, "f32": F32, "f64": F64, "v128": V128}
VALTYPES |= REFTYPES
STORAGETYPES: dict[str, StorageType] = {**VALTYPES, "i8": I8, "i16": I16}

# The lanes of a shape: the kind of their literals, and how many there are.
SHAPES: dict[str, tuple[str, int]] = {
    "i8x16": ("i8", 16),
    "i16x8": ("i16", 8),
    "i32x4": ("i32", 4),
    "i64x2": ("i64", 2),
    "f32x4": ("f32", 4),
    "f64x2": ("f64", 2),
}

FIELDS = frozenset(
    ["type", "rec", "import", "tag", "global", "memory", "table", "func", "data", "elem", "start"]
    + ["export"]
)
DIRECTIVES = frozenset(
    ["module", "register", "invoke", "get", "assert_return", "assert_trap", "assert_exhaustion"]
    + ["assert_exception", "assert_malformed", "assert_invalid", "assert_unlinkable"]
    + ["assert_malformed_custom", "assert_invalid_custom"]
    + ["assert_return_canonical_nan", "assert_return_arithmetic_nan"]
)
WORDS = frozenset(
    ["ref", "null", "mut", "field", "sub", "final", "then", "catch", "catch_ref", "catch_all"]
    + ["catch_all_ref", "param", "result", "local", "declare", "offset", "item", "binary", "quote"]
    + ["definition", "instance", "either", "nan:canonical", "nan:arithmetic"]
    + ["ref.struct", "ref.array", "ref.exn", "ref.extern", "ref.host"]
).union(FIELDS, DIRECTIVES, HEAPTYPES, STORAGETYPES, SHAPES)
