"""Sections: their ids, and the order in which they stand (section "Binary Format", "Modules")."""

from __future__ import annotations

from refwasm.generated.opcodes import OPS

MAGIC = b"\x00asm"
VERSION = b"\x01\x00\x00\x00"
# Components, of another standard, begin with the same magic; the upper half is their layer.
COMPONENT = b"\x0d\x00\x01\x00"

CUSTOM = 0
TYPE = 1
IMPORT = 2
FUNCTION = 3
TABLE = 4
MEMORY = 5
GLOBAL = 6
EXPORT = 7
START = 8
ELEMENT = 9
CODE = 10
DATA = 11
DATA_COUNT = 12
TAG = 13

# Ids were given as features came; the order follows what refers to what. Spec: binary-module
ORDER = (
    TYPE, IMPORT, FUNCTION, TABLE, MEMORY, TAG, GLOBAL, EXPORT, START, ELEMENT, DATA_COUNT, CODE, DATA,
)  # fmt: skip

# The place of a section, from 1, as `Custom.after` counts them; 0 is before them all.
PLACE = {section: place for place, section in enumerate(ORDER, 1)}

# The features that brought sections.
CAME_WITH = {DATA_COUNT: "bulk-memory", TAG: "exceptions"}

NO_ENTRIES = b"\x00"  # the contents of a section that lists nothing
WITHOUT_ENTRIES = (CUSTOM, START, DATA_COUNT)  # sections that are no lists
NAME = "name"  # the custom section that holds names

# Code that holds any of these needs a data count section.
USES_DATA = frozenset(op for op in OPS if any(kind == "dataidx" for _, kind in op.immediates))
