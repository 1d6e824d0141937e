"""The words for types that do not match, which are the reference interpreter's."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.errors import Invalid
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.types import RefType, StorageType
from refwasm.validation.runs import Run, count, each, tail

SHOWN = 32  # types of a sequence


def show(types: Sequence[DefType], ts: Sequence[StorageType | Run]) -> str:
    """The sequence `ts` as a module with `types` would write it: `[i32 (ref null 3)]`; the last of many."""
    indices: dict[DefType, int] = {}
    for x, dt in enumerate(types):
        indices.setdefault(dt, x)

    def text(t: StorageType) -> str:
        if isinstance(t, RefType) and isinstance(t.heap, DefType):
            return str(RefType(t.null, indices.get(t.heap, t.heap)))
        return str(t)

    more = "... " if count(ts) > SHOWN else ""
    return "[" + more + " ".join(map(text, each(tail(ts, SHOWN)))) + "]"


def text(types: Sequence[DefType], t: StorageType) -> str:
    """The type `t`, likewise: `(ref null 3)`."""
    return show(types, (t,))[1:-1]


def mismatch(
    types: Sequence[DefType],
    who: str,
    required: Sequence[StorageType | Run],
    whose: str,
    found: Sequence[StorageType | Run],
) -> Invalid:
    """The error that `who` requires other types than `whose`."""
    wanted, had = show(types, required), show(types, found)
    return Invalid(f"type mismatch: {who} requires {wanted} but {whose} has {had}")
