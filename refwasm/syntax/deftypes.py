"""Defined types, closed: equal if and only if structurally equivalent (section "Defined Types").

Closing a recursion group replaces each type index by what it stands for: a member of the same group
by its position, any other by its `DefType`. Equivalence is then equality of a digest over that text,
in which other groups enter by their own digests: constant time, and no table of types anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b

from refwasm.syntax.types import (
    AbsHeapType,
    ArrayType,
    CompType,
    FieldType,
    FuncType,
    HeapType,
    RecType,
    RefType,
    StorageType,
    StructType,
    SubType,
)

ASKED = 64  # ancestors that a type remembers


class DefType:
    """Member `index` of a closed recursion group.

    `comp` is its expansion with closed types; `parent` the declared supertype. `jump` is an ancestor
    chosen so that any ancestor is a logarithmic number of steps away (skew-binary numbers, E. Myers,
    "An applicative random-access stack", 1983).
    """

    __slots__ = ("_asked", "comp", "depth", "digest", "final", "index", "jump", "parent")

    def __init__(self, digest: bytes, index: int, final: bool, parent: DefType | None):
        self.digest = digest
        self.index = index
        self.final = final
        self.comp: CompType = FuncType((), ())  # set once the whole group exists
        self._asked: dict[int, DefType] | None = None  # ancestors by their depth
        self.set_parent(parent)

    def set_parent(self, parent: DefType | None) -> None:
        """Hang this type below `parent`."""
        self.parent = parent
        if parent is None:
            self.depth, self.jump = 0, self
            return
        self.depth = parent.depth + 1
        far = parent.jump
        same = parent.depth - far.depth == far.depth - far.jump.depth
        self.jump = far.jump if same else parent

    def ancestor(self, depth: int) -> DefType:
        """The supertype at `depth` (0 is the root), where `depth` is at most this type's.

        What was asked before takes constant time.
        """
        if depth == self.depth:
            return self
        asked = self._asked
        if asked is None:
            asked = self._asked = {}
        found = asked.get(depth)
        if found is None:
            if len(asked) == ASKED:
                asked.clear()
            found = asked[depth] = self._climb(depth)
        return found

    def _climb(self, depth: int) -> DefType:
        here = self
        while here.depth > depth:
            jump = here.jump
            if jump.depth >= depth:
                here = jump
            else:
                assert here.parent is not None
                here = here.parent
        return here

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, DefType) and self.digest == other.digest)

    def __hash__(self) -> int:
        return hash(self.digest)

    def __str__(self) -> str:
        return str(close_comptype(self.comp, _abbreviated))


def _abbreviated(ht: HeapType) -> HeapType:
    """A name for a defined type within another: types can refer to each other without end."""
    return AbsHeapType(f"type.{ht.digest.hex()[:8]}") if isinstance(ht, DefType) else ht


def close_rectype(rectype: RecType, x: int, types: Sequence[DefType]) -> list[DefType]:
    """The closed members of `rectype`, whose first has index `x`, given all `types` before it.

    Every index below `x + len(rectype.subtypes)` must be bound; validation checks that first.
    Spec: aux-roll-rectype, aux-clostype
    """

    def text(ht: HeapType) -> bytes:
        if isinstance(ht, int):
            return b"r%d" % (ht - x) if ht >= x else types[ht].digest
        return ht.name.encode() if not isinstance(ht, DefType) else ht.digest

    group = blake2b(digest_size=20)
    for subtype in rectype.subtypes:
        group.update(_subtype_text(subtype, text))
    key = group.digest()
    members = [
        DefType(blake2b(b"%d." % i + key, digest_size=20).digest(), i, s.final, None)
        for i, s in enumerate(rectype.subtypes)
    ]

    def close(ht: HeapType) -> HeapType:
        if isinstance(ht, int):
            return members[ht - x] if ht >= x else types[ht]
        return ht

    for member, subtype in zip(members, rectype.subtypes, strict=True):
        if subtype.supers:
            parent = close(subtype.supers[0])
            assert isinstance(parent, DefType)
            member.set_parent(parent)
        member.comp = close_comptype(subtype.comp, close)
    return members


Close = Callable[[HeapType], HeapType]


def close_storagetype(t: StorageType, close: Close) -> StorageType:
    """`t` with its heap type closed by `close`."""
    if isinstance(t, RefType):
        ht = close(t.heap)
        return t if ht is t.heap else RefType(t.null, ht)
    return t


def close_comptype(ct: CompType, close: Close) -> CompType:
    """`ct` with every heap type closed by `close`."""

    def fieldtype(f: FieldType) -> FieldType:
        return FieldType(f.mutable, close_storagetype(f.storage, close))

    match ct:
        case FuncType(ts1, ts2):
            return FuncType(
                tuple(close_storagetype(t, close) for t in ts1),  # type: ignore[misc]  # no packed
                tuple(close_storagetype(t, close) for t in ts2),  # type: ignore[misc]  # no packed
            )
        case StructType(fields):
            return StructType(tuple(fieldtype(f) for f in fields))
        case ArrayType(f):
            return ArrayType(fieldtype(f))


def _subtype_text(subtype: SubType, text: Callable[[HeapType], bytes]) -> bytes:
    """An injective spelling of `subtype`: every part carries its length."""

    def storage(t: StorageType) -> bytes:
        if isinstance(t, RefType):
            body = (b"N" if t.null else b"R") + text(t.heap)
        else:
            body = str(t).encode()
        return b"%d:" % len(body) + body

    def fieldtype(f: FieldType) -> bytes:
        return (b"m" if f.mutable else b"c") + storage(f.storage)

    supers = [text(x) for x in subtype.supers]
    parts = [b"F" if subtype.final else b"O", b"%d" % len(supers)]
    parts += [b"%d:" % len(s) + s for s in supers]
    match subtype.comp:
        case FuncType(ts1, ts2):
            parts += [b"f%d,%d;" % (len(ts1), len(ts2)), *map(storage, ts1), *map(storage, ts2)]
        case StructType(fields):
            parts += [b"s%d;" % len(fields), *map(fieldtype, fields)]
        case ArrayType(f):
            parts += [b"a", fieldtype(f)]
    return b"".join(parts)
