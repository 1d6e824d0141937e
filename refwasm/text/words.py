"""The keywords of the text format and of scripts that are not instructions.

What begins with a letter and is not known here nor as an instruction is an "unknown operator"; what
is known but misplaced is an "unexpected token".
"""

from __future__ import annotations

from functools import cache

from refwasm.generated.keywords import KEYWORDS
from refwasm.syntax.features import Features
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
    + ["definition", "instance", "do", "either", "nan:canonical", "nan:arithmetic"]
    + ["ref.struct", "ref.array", "ref.exn", "ref.extern", "ref.host"]
).union(FIELDS, DIRECTIVES, HEAPTYPES, STORAGETYPES, SHAPES)

# The features with which words came, of those that are not instructions and were not there from the first.
CAME_WITH: dict[str, str] = {
    **dict.fromkeys(["v128", *SHAPES], "simd"),
    **dict.fromkeys(["extern", "externref", "declare", "item"], "reference-types"),
    **dict.fromkeys(["ref", "null"], "function-references"),
    **dict.fromkeys(["i8", "i16", "field", "sub", "final", "struct", "array", "rec"], "gc"),
    **dict.fromkeys(["any", "eq", "i31", "none", "nofunc", "noextern"], "gc"),
    **dict.fromkeys(["anyref", "eqref", "i31ref", "structref", "arrayref"], "gc"),
    **dict.fromkeys(["nullref", "nullfuncref", "nullexternref"], "gc"),
    **dict.fromkeys(["exn", "noexn", "exnref", "nullexnref", "tag"], "exceptions"),
    **dict.fromkeys(["catch", "catch_ref", "catch_all", "catch_all_ref"], "exceptions"),
    "do": "legacy-exceptions",
}


@cache
def off_words(features: Features) -> dict[str, str]:
    """The words that are unknown where `features` hold, each with the feature that it came with."""
    came = dict(CAME_WITH)
    for word, ops in KEYWORDS.items():
        # A word that is not only an instruction's is known wherever either is.
        if word not in came or came[word] not in features:
            on = [op.feature for op in ops if not op.lacks(features.on)]
            came[word] = on[0] if on else came.get(word, ops[0].lacks(features.on))
    return {word: name for word, name in came.items() if name not in features}
