"""Modules to text, which reads as the same module (section "Modules")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from refwasm.binary.layout import layout_of
from refwasm.customs.kind import Binding, Site
from refwasm.customs.registry import Notes
from refwasm.generated.opcodes import REF_FUNC
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import Active, Data, Elem, Export, Import, Kind, Mode, Module
from refwasm.syntax.types import (
    FUNC,
    FuncUse,
    GlobalType,
    MemType,
    RefType,
    TableType,
    TagType,
)
from refwasm.text.print_functions import func_text
from refwasm.text.print_instructions import Words, enclosed, inline
from refwasm.text.print_names import FIELDS, Scope, identifiers
from refwasm.text.print_types import (
    externtype,
    given,
    globaltype,
    memtype,
    storagetype,
    subtype,
    tabletype,
    typeuse,
)
from refwasm.text.strings import quoted, quoted_name

CHUNK = 64  # bytes of a string on a line
KINDS = {
    Kind.FUNC: ("func", "funcidx"),
    Kind.TABLE: ("table", "tableidx"),
    Kind.MEMORY: ("memory", "memidx"),
    Kind.GLOBAL: ("global", "globalidx"),
    Kind.TAG: ("tag", "tagidx"),
}
IMPORTS = {
    FuncUse: Kind.FUNC,
    TableType: Kind.TABLE,
    MemType: Kind.MEMORY,
    GlobalType: Kind.GLOBAL,
    TagType: Kind.TAG,
}


def print_module(module: Module, *, folded: bool = False, names: bool = True) -> str:
    """The text of `module`: with `names` by the identifiers that its names make, else by indices.

    Instructions stand one to a line, or `folded`. Raises `Exhaustion` for a function whose locals are
    too many to write out.
    Spec: text-module
    """
    return "".join(_Printer(module, folded=folded, names=names).module_())


class _Printer:
    """The parts of a module's text; definitions are counted, so they have to be made in order."""

    def __init__(self, module: Module, *, folded: bool, names: bool):
        self.m = module
        self.s = Scope(module, names=names)
        self.w = Words(self.s)
        self.folded = folded
        self.name = module.names.module if names else None
        self.counts = dict.fromkeys(FIELDS, 0)
        notes = Notes(module, layout_of(module))
        self.after = notes.after
        self.notes: dict[Binding, str] = {}
        self.inner: dict[tuple[str, int], dict[int, str]] = defaultdict(dict)
        self.hints: dict[int, dict[int, list[str]]] = defaultdict(dict)
        for at, texts in notes.at.items():
            if isinstance(at, Site):
                self.hints[at.x][at.i] = texts
            elif at.y is None:
                self.notes[at] = " ".join(texts)
            else:
                self.inner[at.space, at.x][at.y] = " ".join(texts)

    def module_(self) -> Iterator[str]:
        """Everything, in the order of the binary's sections."""
        identifier = identifiers({0: self.name}).get(0) if self.name else None
        yield f"(module {given(identifier, self.notes.get(Binding('module')))}".rstrip()
        yield from self._types()
        yield from map(self._import, self.m.imports)
        yield from self._definitions()
        yield from map(self._export, self.m.exports)
        if self.m.start is not None:
            yield f"\n  (start {self.s.index('funcidx', self.m.start.func)})"
        for elem in self.m.elems:
            yield self._field("elem", "elemidx", self._elem(elem))
        for func in self.m.funcs:
            x = self.counts["funcidx"]
            yield f"\n  (func {self._bound('funcidx')}"
            notes, hints = self.inner["locals", x], self.hints[x]
            yield from func_text(self.w, func, x, notes, hints, fold=self.folded)
            yield ")"
        for data in self.m.datas:
            yield self._field("data", "dataidx", self._data(data))
        yield from ("\n  " + text for text in self.after)
        yield ")\n"

    def _definitions(self) -> Iterator[str]:
        """What has an index space of its own, other than functions."""
        s, m = self.s, self.m
        for table in m.tables:
            init = "" if table.init is None else inline(self.w, table.init)
            yield self._field("table", "tableidx", f"{tabletype(s, table.type)} {init}")
        for mem in m.mems:
            yield self._field("memory", "memidx", memtype(mem.type))
        for tag in m.tags:
            yield self._field("tag", "tagidx", typeuse(s, tag.type.type))
        for g in m.globals:
            init = inline(self.w, g.init)
            yield self._field("global", "globalidx", f"{globaltype(s, g.type)} {init}")

    def _bound(self, kind: str) -> str:
        """The next definition of its kind: its identifier, else its index as a comment."""
        x = self.counts[kind]
        self.counts[kind] += 1
        identifier = self.s.spaces[kind].get(x) or f"(;{x};)"
        return given(identifier, self.notes.get(Binding(FIELDS[kind], x)))

    def _field(self, word: str, kind: str, text: str) -> str:
        return f"\n  ({word} {self._bound(kind)}{text.rstrip()})"

    def _types(self) -> Iterator[str]:
        """Spec: text-rectype"""
        for group in self.m.types:
            grouped = len(group.subtypes) != 1
            if grouped:
                yield "\n  (rec"
            for t in group.subtypes:
                x = self.counts["typeidx"]
                bound = self._bound("typeidx")
                text = subtype(self.s, t, x, self.inner["fields", x])
                yield f"\n{'    ' if grouped else '  '}(type {bound}{text})"
            if grouped:
                yield ")"

    def _import(self, i: Import) -> str:
        """Spec: text-import"""
        word, kind = KINDS[IMPORTS[type(i.type)]]
        described = f"({word} {self._bound(kind)}{externtype(self.s, i.type)})"
        return f"\n  (import {quoted_name(i.module)} {quoted_name(i.item)} {described})"

    def _export(self, e: Export) -> str:
        """Spec: text-export"""
        word, kind = KINDS[e.kind]
        return f"\n  (export {quoted_name(e.name)} ({word} {self.s.index(kind, e.index)}))"

    def _elem(self, elem: Elem) -> str:
        """Spec: text-elem"""
        mode = elem.mode
        head = "declare " if mode is Mode.DECLARATIVE else ""
        if isinstance(mode, Active):
            head = self._active(mode, "table", "tableidx")
        if elem.type == RefType(False, FUNC) and all(map(_is_function, elem.init)):
            indices = [self.s.index("funcidx", x) for x in map(_function, elem.init)]
            return head + " ".join(["func", *indices])
        items = [enclosed(self.w, "item", e) for e in elem.init]
        return head + " ".join([storagetype(self.s, elem.type), *items])

    def _data(self, data: Data) -> str:
        """Spec: text-data"""
        chunks = [quoted(data.init[i : i + CHUNK]) for i in range(0, len(data.init), CHUNK)]
        strings = "".join(["\n    " + chunk for chunk in chunks]) if chunks[1:] else "".join(chunks)
        if isinstance(data.mode, Active):
            return self._active(data.mode, "memory", "memidx") + (strings or '""')
        return strings or '""'

    def _active(self, mode: Active, word: str, kind: str) -> str:
        """The table or memory, unless it is the first, and the offset.

        Spec: text-tableuse, text-memuse, text-offsetexpr
        """
        use = f"({word} {self.s.index(kind, mode.x)}) " if mode.x or self.s.has(kind, 0) else ""
        return f"{use}{enclosed(self.w, 'offset', mode.at)} "


def _is_function(e: Expr) -> bool:
    """Whether `e` is what a function's index abbreviates."""
    return len(e.instrs) == 2 and e.instrs[0].op is REF_FUNC


def _function(e: Expr) -> int:
    (x,) = e.instrs[0].args
    assert isinstance(x, int), x
    return x
