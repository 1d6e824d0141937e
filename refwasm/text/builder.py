"""A module while its fields are read."""

from __future__ import annotations

from refwasm.syntax.modules import (
    Data,
    Elem,
    Export,
    Func,
    Global,
    Import,
    Kind,
    Memory,
    Module,
    Start,
    Table,
    Tag,
)
from refwasm.syntax.names import NameMap, Names
from refwasm.text.parser import Parser


class Builder:
    """Collects definitions; each index space holds the imports of its kind first."""

    def __init__(self, p: Parser):
        self.p = p
        self.imports: list[Import] = []
        self.tags: list[Tag] = []
        self.globals: list[Global] = []
        self.mems: list[Memory] = []
        self.tables: list[Table] = []
        self.funcs: list[Func] = []
        self.datas: list[Data] = []
        self.elems: list[Elem] = []
        self.start: Start | None = None
        self.exports: list[Export] = []
        self.names = Names()
        self._imported = dict.fromkeys(Kind, 0)

    def add_import(self, kind: Kind, import_: Import) -> None:
        """Append an import, which no definition may precede.

        Spec: text-module
        """
        defined = (
            (self.funcs, "function"),
            (self.tables, "table"),
            (self.mems, "memory"),
            (self.globals, "global"),
            (self.tags, "tag"),
        )
        for definitions, word in defined:
            if definitions:
                error = self.p.error(f"import after {word} definition")
                error.offset = import_.offset
                raise error
        self._imported[kind] += 1
        self.imports.append(import_)

    def next_index(self, kind: Kind) -> int:
        """The index of the next definition of `kind`."""
        match kind:
            case Kind.FUNC:
                defined = len(self.funcs)
            case Kind.TABLE:
                defined = len(self.tables)
            case Kind.MEMORY:
                defined = len(self.mems)
            case Kind.GLOBAL:
                defined = len(self.globals)
            case Kind.TAG:
                defined = len(self.tags)
        return self._imported[kind] + defined

    def name_locals(self, locals_: NameMap, labels: NameMap) -> None:
        """Keep the identifiers in the body of the next function."""
        if locals_:
            self.names.locals[self.next_index(Kind.FUNC)] = locals_
        if labels:
            self.names.labels[self.next_index(Kind.FUNC)] = labels

    def module(self, name: str | None) -> Module:
        """The module, whose identifier is `name`."""
        spaces = self.p.spaces
        names = self.names
        names.module = name[1:] if name else None
        named: tuple[tuple[NameMap, str], ...] = (
            (names.types, "typeidx"),
            (names.funcs, "funcidx"),
            (names.tables, "tableidx"),
            (names.mems, "memidx"),
            (names.globals, "globalidx"),
            (names.elems, "elemidx"),
            (names.datas, "dataidx"),
            (names.tags, "tagidx"),
        )
        for given, kind in named:
            given.update(spaces[kind].names())
        fields = ((x, space.names()) for x, space in self.p.types.fields.items())
        names.fields = {x: found for x, found in fields if found}
        return Module(
            types=tuple(self.p.types.groups),
            imports=tuple(self.imports),
            tags=tuple(self.tags),
            globals=tuple(self.globals),
            mems=tuple(self.mems),
            tables=tuple(self.tables),
            funcs=tuple(self.funcs),
            datas=tuple(self.datas),
            elems=tuple(self.elems),
            start=self.start,
            exports=tuple(self.exports),
            names=names,
        )
