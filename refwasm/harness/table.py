"""The table of instructions, as reports have it."""

from __future__ import annotations

import hashlib

from refwasm.generated.opcodes import OPS
from refwasm.harness.model import Row
from refwasm.syntax.features import Features

EDITIONS = {"1": "1.0", "2": "2.0", "3": "3.0"}


def table_rows(features: Features) -> tuple[Row, ...]:
    """The rows of the table that are on, in its order."""
    return tuple(
        Row(
            key=op.name,
            opcode=opcode(op.prefix, op.code),
            edition=EDITIONS.get(op.since, op.since),
            feature=op.feature,
            type=op.stack,
            anchors=op.spec,
            traps=op.traps,
        )
        for op in OPS
        if not op.lacks(features.on)
    )


def table_revision() -> str:
    """What tells one table of instructions from another, in eight digits."""
    return hashlib.sha256("\n".join(map(repr, OPS)).encode()).hexdigest()[:8]


def opcode(prefix: int | None, code: int) -> str:
    """The bytes of an opcode in hexadecimal, the number after a prefix as LEB128."""
    if prefix is None:
        return f"{code:02X}"
    parts = [f"{prefix:02X}"]
    while code > 0x7F:
        parts.append(f"{code & 0x7F | 0x80:02X}")
        code >>= 7
    return " ".join([*parts, f"{code:02X}"])
