"""Identifiers for indices: a module's names, made valid and unique (section "Identifiers")."""

from __future__ import annotations

import re

from refwasm.customs.bindings import can_be_named
from refwasm.customs.kind import Binding
from refwasm.syntax.modules import Module
from refwasm.syntax.names import NameMap
from refwasm.syntax.types import CompType, FuncType, FuncUse, TagType
from refwasm.text.lexer import IDCHAR
from refwasm.text.strings import quoted_name

PLAIN = re.compile(f"{IDCHAR}++")
# The fields of `Names`, by the kinds of immediates that refer to what they name.
FIELDS = {
    "typeidx": "types",
    "funcidx": "funcs",
    "tableidx": "tables",
    "memidx": "mems",
    "globalidx": "globals",
    "tagidx": "tags",
    "elemidx": "elems",
    "dataidx": "datas",
}


def identifiers(names: NameMap) -> NameMap:
    """An identifier for each index that has a name, unlike all others; nothing for empty names.

    Spec: text-id
    """
    taken = set(names.values())
    given: set[str] = set()
    tried: dict[str, int] = {}
    found: NameMap = {}
    for x, name in sorted(names.items()):
        if not name:
            continue
        unique = name
        while unique in given:
            tried[name] = tried.get(name, 0) + 1
            unique = f"{name}_{tried[name]}"
            if unique in taken:
                unique = name
        given.add(unique)
        found[x] = "$" + (unique if PLAIN.fullmatch(unique) else quoted_name(unique))
    return found


class Scope:
    """What indices mean where something is printed: identifiers by kind, and the types of things."""

    def __init__(self, module: Module, *, names: bool):
        exists = can_be_named(module)
        self.module = module
        self.comps: list[CompType] = [t.comp for group in module.types for t in group.subtypes]
        imports = [i.type for i in module.imports]
        self.funcs = [t.type for t in imports if isinstance(t, FuncUse)]
        self.funcs += [func.type for func in module.funcs]
        self.tags = [t.type for t in imports if isinstance(t, TagType)]
        self.tags += [tag.type.type for tag in module.tags]
        self.spaces: dict[str, NameMap] = {"localidx": {}}
        self.fields: dict[int, NameMap] = {}
        self.labels: list[str | None] = []  # of the open blocks, innermost last
        self._names = names
        self._labels: NameMap = {}
        self._blocks = 0
        for kind, field in FIELDS.items():
            given: NameMap = getattr(module.names, field) if names else {}
            self.spaces[kind] = identifiers(
                {x: name for x, name in given.items() if exists(Binding(field, x))}
            )
        for x, of in module.names.fields.items() if names else ():
            self.fields[x] = identifiers(
                {y: name for y, name in of.items() if exists(Binding("fields", x, y))}
            )

    def index(self, kind: str, x: int) -> str:
        """An index, by its identifier if it has one."""
        return self.spaces[kind].get(x) or str(x)

    def has(self, kind: str, x: int) -> bool:
        """Whether an index has an identifier."""
        return x in self.spaces[kind]

    def field(self, x: int, y: int) -> str:
        """The field `y` of the type `x`."""
        return self.fields.get(x, {}).get(y) or str(y)

    def label(self, l: int) -> str:
        """A label, counted from the innermost block."""
        depth = len(self.labels) - 1 - l
        return (self.labels[depth] if depth >= 0 else None) or str(l)

    def functype(self, x: object) -> FuncType | None:
        """The function type of index `x`, if it is one."""
        comp = self.comps[x] if isinstance(x, int) and x < len(self.comps) else None
        return comp if isinstance(comp, FuncType) else None

    def enter_function(self, x: int, locals_: int) -> None:
        """Go to the body of the function `x`, which has so many locals."""
        names = self.module.names
        of = names.locals.get(x) if self._names else None
        known = identifiers({y: n for y, n in of.items() if y < locals_}) if of else {}
        self.spaces["localidx"] = known
        labels = names.labels.get(x) if self._names else None
        self._labels = identifiers(labels) if labels else {}
        self._blocks = 0
        self.labels = [None]

    def leave_function(self) -> None:
        """Go outside functions."""
        self.spaces["localidx"] = {}
        self._labels = {}
        self.labels = [None]

    def enter_block(self) -> str | None:
        """Go into the next block; its label's identifier."""
        label = self._labels.get(self._blocks)
        self._blocks += 1
        self.labels.append(label)
        return label

    def leave_block(self) -> None:
        """Go out of the innermost block."""
        self.labels.pop()
