"""The kinds that there are: every module `kind_*.py` beside this one holds a `KIND`."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module

from refwasm import customs
from refwasm.customs.kind import Binding, CustomKind, Layout, Mark, Note, Placed, Site
from refwasm.customs.kind_custom import annotation, places
from refwasm.errors import Malformed
from refwasm.syntax.modules import Custom, Module


def find_kinds() -> Iterator[CustomKind]:
    """Every kind."""
    for module in pkgutil.iter_modules(customs.__path__):
        if module.name.startswith("kind_"):
            kind = import_module(f"{customs.__name__}.{module.name}").KIND
            assert isinstance(kind, CustomKind), kind
            yield kind


KINDS = {kind.id: kind for kind in find_kinds()}
IDS = frozenset(KINDS)


def decode_customs(module: Module, layout: Layout, locate: Callable[[Custom, int], int]) -> None:
    """Read the contents of the sections of `module` whose kind is known.

    What is wrong with them goes to its faults, at the place that `locate` gives for an offset in
    the contents.
    """
    found: list[Malformed] = []
    for custom in module.customs:
        if custom.name in KINDS and isinstance(custom.data, bytes):
            faults: list[Malformed] = []
            custom.data = KINDS[custom.name].decode(custom.data, module, layout, faults)
            for fault in faults:
                fault.offset = locate(custom, fault.offset or 0)
            found += faults
    if found:
        module.faults = (*module.faults, *(fault.with_traceback(None) for fault in found))


def encode_custom(custom: Custom, layout: Layout) -> bytes:
    """The bytes of the contents of a section."""
    if isinstance(custom.data, bytes):
        return custom.data
    return KINDS[custom.name].encode(custom.data, layout)


def parse_customs(marks: Mapping[str, Sequence[Mark]], module: Module, layout: Layout) -> None:
    """Add to `module` what annotations say, by their ids."""
    faults = list(module.faults)
    placed: list[Placed] = []
    for kind in KINDS.values():
        placed += kind.parse(marks.get(kind.id, ()), module, faults)
    placed.sort(key=lambda p: (p.place, p.custom.offset))
    module.customs = tuple(p.custom for p in placed)
    module.faults = tuple(faults)
    decode_customs(module, layout, lambda custom, offset: custom.offset)
    module.faults = tuple(sorted(module.faults, key=lambda fault: fault.offset or 0))


def refuse_faults(module: Module) -> None:
    """Raise the first thing that is wrong with the custom sections and annotations of `module`."""
    if module.faults:
        raise module.faults[0]


def check_customs(module: Module) -> None:
    """Raise `Invalid` unless the custom sections whose kind is known fit the module, which is valid."""
    for custom in module.customs:
        if custom.name in KINDS:
            KINDS[custom.name].check(custom, module)


class Notes:
    """The annotations of a module: `at` what they stand at, and `after` all fields."""

    def __init__(self, module: Module, layout: Layout):
        self.at: dict[Binding | Site, list[str]] = {}
        self.after: list[str] = []
        apart = _apart(module)
        for i, (custom, place) in enumerate(zip(module.customs, places(module), strict=True)):
            for note in apart.get(i, ()):
                self.at.setdefault(note.at, []).append(note.text)
            if i not in apart:
                self.after.append(annotation(custom, place, encode_custom(custom, layout)))


def _apart(module: Module) -> dict[int, list[Note]]:
    """The sections, by number, that annotations throughout the module say, and these annotations.

    Only such as leave the order of sections as it is when the text is read again.
    """
    apart: dict[int, list[Note]] = {}
    seen: set[str] = set()
    for i, custom in enumerate(module.customs):
        kind = KINDS.get(custom.name)
        if kind is None or custom.name in seen:
            continue
        seen.add(custom.name)
        notes = kind.notes(custom, module)
        if notes and _keeps_order(module, {*apart, i}):
            apart[i] = notes
    return apart


def _keeps_order(module: Module, apart: set[int]) -> bool:
    """Whether sections stay in order if those numbered `apart` are annotations before all others."""
    keys = [
        (KINDS[custom.name].place, 0) if i in apart else (place, 1)
        for i, (custom, place) in enumerate(zip(module.customs, places(module), strict=True))
    ]
    return keys == sorted(keys) and len({keys[i] for i in apart}) == len(apart)
