"""The features of WebAssembly.

Written by `python -m codegen` (codegen/emit/features.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

# By name: the edition or "proposal", what it needs, and what it brings.
FEATURES: dict[str, tuple[str, tuple[str, ...], str]] = {
    "mvp": ("1", (), "the first edition"),
    "sign-extension": ("2", (), "integers extended from their low bits"),
    "nontrapping-float-to-int": ("2", (), "conversions to integers that saturate"),
    "multi-value": ("2", (), "several results, parameters of blocks"),
    "reference-types": ("2", (), "references as values, several tables, access to their elements"),
    "bulk-memory": ("2", (), "passive segments, copies within memories and tables"),
    "simd": ("2", (), "vectors of 128 bits"),
    "extended-const": ("3", (), "integer arithmetic in constant expressions"),
    "tail-call": ("3", (), "calls that replace the caller"),
    "function-references": (
        "3", ("reference-types",), "typed references to functions, references that are not null",
    ),
    "gc": ("3", ("function-references",), "structures, arrays, casts, subtypes, recursive types"),
    "exceptions": ("3", ("reference-types",), "tags, exceptions thrown and caught"),
    "multi-memory": ("3", (), "several memories"),
    "memory64": ("3", (), "memories and tables with 64-bit addresses"),
    "relaxed-simd": ("3", ("simd",), "vector operations whose results may differ by machine"),
    "annotations": ("3", (), "annotations in the text format"),
    "legacy-exceptions": ("proposal", ("exceptions",), "exceptions as they were before 3.0"),
}
