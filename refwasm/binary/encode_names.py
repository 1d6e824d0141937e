"""The name section, as bytes (appendix "Custom Sections", "Name Section")."""

from __future__ import annotations

from refwasm.binary.decode_names import INDIRECT_MAPS, MAPS, MODULE
from refwasm.binary.encode_types import name, vector
from refwasm.binary.leb128 import unsigned
from refwasm.syntax.names import NameMap, Names


def write_names(names: Names) -> bytes:
    """The contents of the name section that says `names`; empty if there are none.

    Spec: binary-namesec
    """
    parts: dict[int, bytes] = {}
    if names.module is not None:
        parts[MODULE] = name(names.module)
    for section, field in MAPS.items():
        if names_of := getattr(names, field):
            parts[section] = _namemap(names_of)
    for section, field in INDIRECT_MAPS.items():
        if maps := getattr(names, field):
            parts[section] = vector(_indirectnameassoc, sorted(maps.items()))
    return b"".join(
        [bytes([section]) + unsigned(len(part)) + part for section, part in sorted(parts.items())]
    )


def _namemap(names: NameMap) -> bytes:
    return vector(_nameassoc, sorted(names.items()))


def _nameassoc(pair: tuple[int, str]) -> bytes:
    return unsigned(pair[0]) + name(pair[1])


def _indirectnameassoc(pair: tuple[int, NameMap]) -> bytes:
    return unsigned(pair[0]) + _namemap(pair[1])
