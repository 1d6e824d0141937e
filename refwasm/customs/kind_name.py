"""`name`: names for what a module defines (appendix "Name Section", "Name Annotations").

Names carry no meaning: a subsection that cannot be read, or is unknown, is passed over and its fault
noted. The standard has names of modules, functions, locals, types, fields and tags; tools agree on the
rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from refwasm.binary.encode_types import name as encoded
from refwasm.binary.encode_types import vector
from refwasm.binary.leb128 import unsigned
from refwasm.binary.reader import Reader
from refwasm.customs.bindings import can_be_named
from refwasm.customs.kind import (
    LAST,
    Binding,
    CustomKind,
    Layout,
    Mark,
    Note,
    Placed,
    misplaced,
    wrong,
)
from refwasm.errors import Invalid, Malformed, shown
from refwasm.syntax.modules import Content, Custom, Module
from refwasm.syntax.names import IndirectNameMap, NameMap, Names
from refwasm.text.strings import quoted_name, string_name

ID = "name"
MODULE = 0
# Subsections by the fields of `Names`.
MAPS = {
    1: "funcs",
    4: "types",
    5: "tables",
    6: "mems",
    7: "globals",
    8: "elems",
    9: "datas",
    11: "tags",
}
INDIRECT_MAPS = {2: "locals", 3: "labels", 10: "fields"}
# What messages call the members of a space.
WORDS = {
    "module": "module",
    "funcs": "function",
    "locals": "local",
    "labels": "label",
    "types": "type",
    "tables": "table",
    "mems": "memory",
    "globals": "global",
    "elems": "elem segment",
    "datas": "data segment",
    "fields": "field",
    "tags": "tag",
}


def decode(data: bytes, module: Module, layout: Layout, faults: list[Malformed]) -> bytes:
    """Add what a section says to the module's names; its bytes remain what they are."""
    faults += read_names(data, module.names)
    return data


def read_names(data: bytes, names: Names) -> list[Malformed]:
    """Add to `names` what the contents of a name section say; what is wrong with them.

    Spec: binary-namesec
    """
    r = Reader(data)
    faults: list[Malformed] = []
    before = -1
    try:
        while r.pos < len(data):
            start = r.pos
            section = r.byte()
            contents = r.take(r.u32())
            if section <= before or section > max(MAPS):
                faults.append(_fault("invalid name subsection id", start))
            before = section
            base = r.pos - len(contents)
            for fault in _subsection(section, contents, names):
                faults.append(_fault(fault.message, base + (fault.offset or 0)))
    except Malformed as error:
        faults.append(_fault(error.message, error.offset or 0))
    return faults


def _fault(text: str, offset: int) -> Malformed:
    return Malformed(f"custom @name: {text}", offset=offset)


def _subsection(section: int, data: bytes, names: Names) -> list[Malformed]:
    """Add what a subsection says to `names`; what is wrong with it, by offset in `data`."""
    r = Reader(data)
    faults: list[Malformed] = []
    try:
        if section == MODULE:
            names.module = r.name()
        elif section in MAPS:
            getattr(names, MAPS[section]).update(_namemap(r, faults))
        elif section in INDIRECT_MAPS:
            maps: IndirectNameMap = getattr(names, INDIRECT_MAPS[section])
            for x, of in _indirectnamemap(r, faults).items():
                maps.setdefault(x, {}).update(of)
        else:
            return faults
    except Malformed as error:
        return [error]
    if r.pos != len(data):
        faults.append(Malformed("name subsection size mismatch", offset=r.pos))
    return faults


def _namemap(r: Reader, faults: list[Malformed]) -> NameMap:
    """Spec: binary-namemap"""
    at = r.pos
    pairs = r.vector(_nameassoc)
    _check_order([x for x, _ in pairs], at, faults)
    return dict(pairs)


def _nameassoc(r: Reader) -> tuple[int, str]:
    return r.u32(), r.name()


def _indirectnamemap(r: Reader, faults: list[Malformed]) -> IndirectNameMap:
    """Spec: binary-indirectnamemap"""
    at = r.pos
    pairs = r.vector(lambda r: (r.u32(), _namemap(r, faults)))
    _check_order([x for x, _ in pairs], at, faults)
    return dict(pairs)


def _check_order(indices: list[int], at: int, faults: list[Malformed]) -> None:
    if any(x >= y for x, y in pairwise(indices)):
        several = len(set(indices)) < len(indices)
        text = "multiple names of one index" if several else "indices out of order"
        faults.append(Malformed(text, offset=at))


def write_names(names: Names) -> bytes:
    """The contents of the name section that says `names`; empty if there are none.

    Spec: binary-namesec
    """
    parts: dict[int, bytes] = {}
    if names.module is not None:
        parts[MODULE] = encoded(names.module)
    for section, field in MAPS.items():
        if names_of := getattr(names, field):
            parts[section] = _map_bytes(names_of)
    for section, field in INDIRECT_MAPS.items():
        if maps := getattr(names, field):
            parts[section] = vector(_indirect_bytes, sorted(maps.items()))
    return b"".join(
        [bytes([section]) + unsigned(len(part)) + part for section, part in sorted(parts.items())]
    )


def _map_bytes(names: NameMap) -> bytes:
    return vector(lambda pair: unsigned(pair[0]) + encoded(pair[1]), sorted(names.items()))


def _indirect_bytes(pair: tuple[int, NameMap]) -> bytes:
    return unsigned(pair[0]) + _map_bytes(pair[1])


def encode(content: Content, layout: Layout) -> bytes:
    """There are no contents but bytes."""
    raise AssertionError(content)


def parse(marks: Sequence[Mark], module: Module, faults: list[Malformed]) -> list[Placed]:
    """The section of the names annotated, which count more than identifiers.

    Spec: text-nameannot
    """
    given: dict[Binding, str] = {}
    for mark in marks:
        try:
            name = _name(mark)
            if mark.binding is None:
                raise misplaced(ID, mark)
            if mark.binding in given:
                raise wrong(ID, mark, f"multiple {WORDS[mark.binding.space]} names")
            given[mark.binding] = name
        except Malformed as error:
            faults.append(error.with_traceback(None))
    if not given:
        return []
    names = Names()
    for binding, name in given.items():
        give(names, binding, name)
        give(module.names, binding, name)
    return [Placed(Custom(ID, write_names(names), LAST.after, marks[0].offset), LAST)]


def _name(mark: Mark) -> str:
    """The name in `(@name "...")`."""
    items = mark.items
    if not items or items[0][0] != '"':
        raise wrong(ID, mark, "string expected")
    try:
        name = string_name(items[0])
    except Malformed as error:
        raise wrong(ID, mark, error.message) from None
    if len(items) > 1:
        raise wrong(ID, mark, f"unexpected token `{shown(items[1])}`")
    return name


def give(names: Names, binding: Binding, name: str) -> None:
    """Add to `names` that `binding` is called `name`."""
    space, x, y = binding
    if space == "module":
        names.module = name
    elif y is None:
        getattr(names, space)[x] = name
    else:
        getattr(names, space).setdefault(x, {})[y] = name


def named(names: Names) -> Iterator[tuple[Binding, str]]:
    """All that `names` says."""
    if names.module is not None:
        yield Binding("module"), names.module
    for space in MAPS.values():
        for x, name in getattr(names, space).items():
            yield Binding(space, x), name
    for space in INDIRECT_MAPS.values():
        for x, of in getattr(names, space).items():
            for y, name in of.items():
                yield Binding(space, x, y), name


def check(custom: Custom, module: Module) -> None:
    """Names are given to what there is."""
    assert isinstance(custom.data, bytes), custom.data
    names = Names()
    read_names(custom.data, names)
    exists = can_be_named(module)
    for binding, _ in named(names):
        if binding.space != "labels" and not exists(binding):
            space, x, y = binding
            of = "" if y is None else f" for {'type' if space == 'fields' else 'function'} {x}"
            text = f"custom @name: invalid {WORDS[space]} index {x if y is None else y}{of}"
            raise Invalid(text, offset=custom.offset)


def notes(custom: Custom, module: Module) -> list[Note] | None:
    """An annotation for each name, if those are all that the section holds, and have a place."""
    assert isinstance(custom.data, bytes), custom.data
    names = Names()
    read_names(custom.data, names)
    exists = can_be_named(module, annotated=True)
    again = Names()
    found: list[Note] = []
    for binding, name in named(names):
        if not exists(binding):
            return None
        give(again, binding, name)
        found.append(Note(binding, f"(@{ID} {quoted_name(name)})"))
    return found if found and write_names(again) == custom.data else None


KIND = CustomKind(ID, LAST, parse, decode, encode, check, notes)
