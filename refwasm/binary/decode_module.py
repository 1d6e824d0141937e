"""Modules from bytes (section "Binary Format", "Modules")."""

from __future__ import annotations

from collections.abc import Callable

from refwasm.binary import decode_sections as item
from refwasm.binary import sections as s
from refwasm.binary.decode_instructions import CodeReader
from refwasm.binary.decode_types import rectype
from refwasm.binary.layout import layout_in
from refwasm.binary.reader import Reader
from refwasm.customs.registry import decode_customs
from refwasm.errors import Malformed
from refwasm.syntax.features import DEFAULT, Features, lacking
from refwasm.syntax.modules import Custom, Module
from refwasm.syntax.wording import reword


def decode_module(data: bytes | memoryview, *, features: Features = DEFAULT) -> Module:
    """The module whose binary is `data`; raises `Malformed` with the byte at which it is wrong.

    Spec: binary-module
    """
    r = CodeReader(bytes(data), features)
    try:
        _preamble(r)
        return _Decoder(r).module_()
    except Malformed as error:
        reword(error, features)
        raise


def _preamble(r: CodeReader) -> None:
    if r.take(4) != s.MAGIC:
        raise Malformed("magic header not detected", offset=0)
    version = r.take(4)
    if version == s.COMPONENT:
        text = "unknown binary version: this is a component, not a core module"
        raise Malformed(text, offset=4)
    if version != s.VERSION:
        raise Malformed(f"unknown binary version {version.hex(' ')}", offset=4)


# The sections that fill a field of the module, and what reads an entry.
ENTRIES: dict[int, tuple[str, Callable[[CodeReader], object]]] = {
    s.TYPE: ("types", rectype),
    s.IMPORT: ("imports", item.import_),
    s.TABLE: ("tables", item.table),
    s.MEMORY: ("mems", item.memory),
    s.TAG: ("tags", item.tag),
    s.GLOBAL: ("globals", item.global_),
    s.EXPORT: ("exports", item.export),
    s.ELEMENT: ("elems", item.elem),
    s.CODE: ("funcs", item.code),
    s.DATA: ("datas", item.data),
}


class _Decoder:
    """A module in the making: what its sections said so far."""

    def __init__(self, r: CodeReader):
        self.r = r
        self.module = Module()
        self.customs: list[Custom] = []
        self.empty: list[int] = []
        self.types: tuple[int, ...] = ()
        self.data_count: int | None = None

    def module_(self) -> Module:
        """All sections, and what they must agree on."""
        place = 0
        while self.r.pos < len(self.r.data):
            place = self._section(place)
        self.module.customs = tuple(self.customs)
        self.module.empty = tuple(self.empty)
        self._join_functions()
        self._check_data_count()
        if self.customs:
            decode_customs(self.module, layout_in(self.r.data, self.module), self._within)
        return self.module

    def _within(self, custom: Custom, offset: int) -> int:
        """Where the byte at `offset` in the contents of a custom section stands."""
        r = Reader(self.r.data, custom.offset + 1)
        r.u32()
        r.name()
        return r.pos + offset

    def _section(self, before: int) -> int:
        """The next section, after the one at place `before`; the place reached."""
        r = self.r
        start = r.pos
        section = r.byte()
        place = s.PLACE.get(section)
        if place is None and section != s.CUSTOM:
            raise Malformed(f"malformed section id {section:02x}", offset=start)
        needs = s.CAME_WITH.get(section)
        if needs is not None and needs not in r.features:
            raise lacking(Malformed(f"malformed section id {section:02x}", offset=start), needs)
        if place is not None and place <= before:
            text = f"unexpected content after last section: section {section} comes too late"
            raise Malformed(text, offset=start)
        size = r.length()
        contents = r.pos
        if place is None:
            name = r.name()
            rest = r.take(contents + size - r.pos)
            self.customs.append(Custom(name, rest, before, start))
        else:
            self._contents(section)
        if r.pos != contents + size:
            r.check_size(contents, size)
        return before if place is None else place

    def _contents(self, section: int) -> None:
        r, module = self.r, self.module
        if section in ENTRIES:
            name, entry = ENTRIES[section]
            entries = r.vector(entry)
            setattr(module, name, entries)
        elif section == s.FUNCTION:
            entries = self.types = r.indices()
        elif section == s.START:
            module.start = item.start(r)
            return
        else:
            self.data_count = r.u32()
            return
        if not entries:
            self.empty.append(section)

    def _join_functions(self) -> None:
        """Give each function the type that the function section has for it."""
        funcs = self.module.funcs
        if len(self.types) != len(funcs):
            text = "function and code section have inconsistent lengths"
            text += f": {len(self.types)} and {len(funcs)}"
            raise Malformed(text, offset=len(self.r.data))
        for func, x in zip(funcs, self.types, strict=True):
            func.type = x

    def _check_data_count(self) -> None:
        """The count is that of the data section, and given where code uses data indices."""
        count, datas = self.data_count, len(self.module.datas)
        self.module.data_count = count is not None
        if count is None:
            self._check_no_data_index()
        elif count != datas:
            text = f"data count and data section have inconsistent lengths: {count} and {datas}"
            raise Malformed(text, offset=len(self.r.data))

    def _check_no_data_index(self) -> None:
        if s.USES_DATA.isdisjoint([instr.op for instr in self.r.spellings.values()]):
            return
        for func in self.module.funcs:
            for i, instr in enumerate(func.body.instrs):
                if instr.op in s.USES_DATA:
                    text = f"data count section required by {instr.op}"
                    raise Malformed(text, offset=func.body.positions[i], instruction=instr.op.name)
