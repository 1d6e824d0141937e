"""What the annotations `@custom` and `@name` add to a module (appendix "Custom Sections")."""

from __future__ import annotations

from dataclasses import dataclass

from refwasm.errors import Malformed, shown
from refwasm.syntax.modules import Custom
from refwasm.syntax.names import NameMap, Names
from refwasm.text.annotations import Annotation
from refwasm.text.strings import string_bytes, string_name

# The binary's sections in their order: `Custom.after` counts them from 1.
SECTIONS = (
    *("type", "import", "func", "table", "memory", "tag", "global", "export", "start", "elem"),
    *("datacount", "code", "data"),
)
PLACES = {word: place for place, word in enumerate(SECTIONS, 1)}
PLACES |= {"first": 1, "last": len(SECTIONS)}
KINDS = frozenset({"custom", "name"})


@dataclass(frozen=True, slots=True)
class Field:
    """A module field: its keyword, its index in that keyword's index space, and its tokens.

    The first is `(`, `head` is the one after the identifier, `end` is the one after the `)`.
    """

    word: str
    index: int
    first: int
    head: int
    end: int


def apply(
    annotations: list[Annotation], fields: list[Field], names: Names, customs: list[Custom]
) -> None:
    """Add what `annotations`, in order, say to `names` and `customs` of the module with `fields`."""
    position = 0
    for annotation in annotations:
        while position < len(fields) and fields[position].end <= annotation.at:
            position += 1
        field = fields[position] if position < len(fields) else None
        inside = field if field is not None and field.first < annotation.at else None
        if annotation.name == "custom":
            if inside is not None:
                raise _misplaced(annotation)
            customs.append(_custom(annotation))
        elif annotation.name == "name":
            name = _name(annotation)
            if inside is None and position > 0:
                raise _misplaced(annotation)
            _add_name(annotation, name, inside, names)


def _misplaced(annotation: Annotation) -> Malformed:
    return Malformed(f"misplaced @{annotation.name} annotation", offset=annotation.offset)


def _wrong(annotation: Annotation, text: str) -> Malformed:
    return Malformed(f"@{annotation.name} annotation: {text}", offset=annotation.offset)


def _name(annotation: Annotation) -> str:
    """The name in `(@name "...")`."""
    items = annotation.items
    if not items or items[0][0] != '"':
        raise _wrong(annotation, "string expected")
    try:
        name = string_name(items[0])
    except Malformed as error:
        raise _wrong(annotation, error.message) from None
    if len(items) > 1:
        raise _wrong(annotation, f"unexpected token `{shown(items[1])}`")
    return name


def _add_name(annotation: Annotation, name: str, field: Field | None, names: Names) -> None:
    """Give `name` to the module, or to the `field` after whose identifier it stands."""
    if field is None:
        if names.module is not None:
            raise _wrong(annotation, "multiple module names")
        names.module = name
        return
    spaces: dict[str, NameMap] = {
        "type": names.types,
        "func": names.funcs,
        "table": names.tables,
        "memory": names.mems,
        "global": names.globals,
        "tag": names.tags,
        "elem": names.elems,
        "data": names.datas,
    }
    if annotation.at != field.head or field.word not in spaces:
        raise _misplaced(annotation)
    if field.index in spaces[field.word]:
        raise _wrong(annotation, f"multiple {field.word} names")
    spaces[field.word][field.index] = name


def _custom(annotation: Annotation) -> Custom:
    """The section in `(@custom "name" place? "contents"*)`."""
    items = annotation.items
    if not items or items[0][0] != '"':
        raise _wrong(annotation, "missing section name")
    try:
        name = string_name(items[0])
    except Malformed as error:
        raise _wrong(annotation, error.message) from None
    after, i = len(SECTIONS), 1
    if items[1:2] == ("(",):
        after, i = _place(annotation), 5
    for item in items[i:]:
        if item[0] != '"':
            raise _wrong(annotation, f"unexpected token `{shown(item)}`")
    try:
        data = b"".join(map(string_bytes, items[i:]))
    except Malformed as error:
        raise _wrong(annotation, error.message) from None
    return Custom(name, data, after, annotation.offset)


def _place(annotation: Annotation) -> int:
    """After which section `(before section)` or `(after section)` puts what follows."""
    direction = annotation.items[2]
    if direction not in ("before", "after"):
        raise _wrong(annotation, "malformed placement")
    section = annotation.items[3]
    if section not in PLACES:
        raise _wrong(annotation, "malformed section kind")
    if annotation.items[4] != ")":
        raise _wrong(annotation, f"unexpected token `{shown(annotation.items[4])}`")
    return PLACES[section] - (direction == "before")
