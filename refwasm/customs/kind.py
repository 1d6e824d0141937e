"""What a kind of custom sections and annotations is.

The front ends know nothing of kinds but this. A text's annotations come as `Mark`s, which say what
they stand at, and go as `Note`s; a section's bytes come and go with the `Layout` of the code.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from refwasm.errors import Malformed
from refwasm.syntax.modules import Content, Custom, Module

# The binary's sections in their order: `Custom.after` counts them from 1.
SECTIONS = (
    *("type", "import", "func", "table", "memory", "tag", "global", "export", "start", "elem"),
    *("datacount", "code", "data"),
)

# By a function's index, where each of its instructions begins, in bytes after the size of the code;
# None for a function that is not defined in the module.
Layout = Callable[[int], "Sequence[int] | None"]


class Place(NamedTuple):
    """A position among sections: after number `after`, and behind all that stand there if `before`.

    `(before b)` and `(after a)` are two positions even if `b` is next to `a`. Before the first and
    after the last section, `(before first)` and `(after last)` are outermost.
    """

    after: int
    before: bool = False


FIRST = Place(0)
LAST = Place(len(SECTIONS), before=True)


class Binding(NamedTuple):
    """What a name may be given to: `x` of the index space that `Names` has under `space`.

    Locals and fields are `y` of the function or type `x`.
    """

    space: str
    x: int = 0
    y: int | None = None


class Site(NamedTuple):
    """Instruction number `i` of the function `x`."""

    x: int
    i: int


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation `(@id items...)`, whose items are tokens, parentheses included."""

    items: tuple[str, ...]
    offset: int
    nested: bool  # within a field, not among them
    func: int | None  # the function in whose definition it stands
    binding: Binding | None  # that it stands at: where an identifier may end
    site: Site | None  # the instruction that it stands before


class Note(NamedTuple):
    """The annotation `text`, to be printed at what may have a name or before an instruction."""

    at: Binding | Site
    text: str


class Placed(NamedTuple):
    """A section that annotations make, and where it belongs."""

    custom: Custom
    place: Place


@dataclass(frozen=True, slots=True)
class CustomKind:
    """A kind: the id of its annotations, which is the name of its sections, and what to do with them.

    `parse`: the sections that annotations make; what is wrong with one is added to the faults.
    `decode`: the contents for a section's bytes, which are themselves contents as good as any; faults
        have the offset in the bytes.
    `encode`: the bytes of contents that are not bytes.
    `check`: raises `Invalid` if the section does not fit the module.
    `notes`: the annotations from which `parse` makes the section, which stand at `place`; None if no
        annotations do.
    """

    id: str
    place: Place
    parse: Callable[[Sequence[Mark], Module, list[Malformed]], list[Placed]]
    decode: Callable[[bytes, Module, Layout, list[Malformed]], bytes | Content]
    encode: Callable[[Content, Layout], bytes]
    check: Callable[[Custom, Module], None]
    notes: Callable[[Custom, Module], list[Note] | None]


def wrong(kind: str, mark: Mark, text: str) -> Malformed:
    """The fault `text` of an annotation."""
    return Malformed(f"@{kind} annotation: {text}", offset=mark.offset)


def misplaced(kind: str, mark: Mark) -> Malformed:
    """The fault of an annotation that stands where nothing of its kind may."""
    return Malformed(f"misplaced @{kind} annotation", offset=mark.offset)
