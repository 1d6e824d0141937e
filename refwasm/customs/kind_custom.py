"""`@custom`: any custom section, by its bytes (appendix "Custom Annotations")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refwasm.customs.kind import (
    FIRST,
    LAST,
    SECTIONS,
    CustomKind,
    Layout,
    Mark,
    Note,
    Place,
    Placed,
    misplaced,
    wrong,
)
from refwasm.errors import Malformed, shown
from refwasm.syntax.modules import Content, Custom, Module
from refwasm.text.strings import quoted, quoted_name, string_bytes, string_name

ID = "custom"
NUMBERS = {word: number for number, word in enumerate(SECTIONS, 1)}
NUMBERS |= {"first": 1, "last": len(SECTIONS)}
OUTERMOST = {("before", "first"): FIRST, ("after", "last"): LAST}


def parse(marks: Sequence[Mark], module: Module, faults: list[Malformed]) -> list[Placed]:
    """A section for each annotation.

    Spec: text-customannot
    """
    placed: list[Placed] = []
    for mark in marks:
        try:
            placed.append(_section(mark))
        except Malformed as error:
            faults.append(error.with_traceback(None))
    return placed


def _section(mark: Mark) -> Placed:
    """The section in `(@custom "name" place? "contents"*)`."""
    items = mark.items
    if not items or items[0][0] != '"':
        raise wrong(ID, mark, "missing section name")
    try:
        name = string_name(items[0])
    except Malformed as error:
        raise wrong(ID, mark, error.message) from None
    place, i = LAST, 1
    if items[1:2] == ("(",):
        place, i = _place(mark), 5
    for item in items[i:]:
        if item[0] != '"':
            raise wrong(ID, mark, f"unexpected token `{shown(item)}`")
    try:
        data = b"".join(map(string_bytes, items[i:]))
    except Malformed as error:
        raise wrong(ID, mark, error.message) from None
    if mark.nested:
        raise misplaced(ID, mark)
    return Placed(Custom(name, data, place.after, mark.offset), place)


def _place(mark: Mark) -> Place:
    """Where `(before section)` or `(after section)` puts what follows."""
    direction = mark.items[2]
    if direction not in ("before", "after"):
        raise wrong(ID, mark, "malformed placement")
    section = mark.items[3]
    if section not in NUMBERS:
        raise wrong(ID, mark, "malformed section kind")
    if mark.items[4] != ")":
        raise wrong(ID, mark, f"unexpected token `{shown(mark.items[4])}`")
    before = direction == "before"
    place = Place(NUMBERS[section] - before, before)
    return OUTERMOST.get((direction, section), place)


def decode(data: bytes, module: Module, layout: Layout, faults: list[Malformed]) -> bytes:
    """Nothing is known of the contents."""
    return data


def encode(content: Content, layout: Layout) -> bytes:
    """There are no contents but bytes."""
    raise AssertionError(content)


def check(custom: Custom, module: Module) -> None:
    """Whatever it holds is valid."""


def notes(custom: Custom, module: Module) -> list[Note] | None:
    """What has no place in the module is printed after it, see `annotation`."""
    return None


def places(module: Module) -> list[Place]:
    """Where each custom section stands, by what comes next in the binary; in order."""
    present = [*_present(module), len(SECTIONS) + 1]
    found: list[Place] = []
    for custom in module.customs:
        following = next((n for n in present if n > custom.after), len(SECTIONS) + 1)
        if following > len(SECTIONS):
            found.append(LAST)
        else:
            found.append(Place(following - 1, before=True) if following > 1 else FIRST)
    return found


def _present(module: Module) -> Iterator[int]:
    """The numbers of the sections that the binary of `module` has, in order."""
    m = module
    held: tuple[object, ...] = (
        *(m.types, m.imports, m.funcs, m.tables, m.mems, m.tags, m.globals, m.exports, m.start),
        *(m.elems, m.data_count or m.datas, m.funcs, m.datas),
    )
    return (number for number, what in enumerate(held, 1) if what)


def annotation(custom: Custom, place: Place, data: bytes) -> str:
    """The annotation from which `parse` makes the section at `place` whose bytes are `data`.

    Spec: text-customannot
    """
    words = {FIRST: "before first", LAST: "after last"}
    where = words.get(place) or f"before {SECTIONS[place.after]}"
    return f"(@{ID} {quoted_name(custom.name)} ({where}) {quoted(data)})"


KIND = CustomKind(ID, LAST, parse, decode, encode, check, notes)
