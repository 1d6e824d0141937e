"""Identifiers and what they stand for (section "Contexts")."""

from __future__ import annotations

from dataclasses import dataclass, field

from refwasm.syntax.types import CompType, FuncType, RecType, ResultType, SubType


@dataclass(slots=True)
class Space:
    """An index space: the indices of its identifiers, which keep their `$`, and how many there are."""

    category: str
    ids: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def names(self) -> dict[int, str]:
        """The identifiers by index, without their `$`."""
        return {x: name[1:] for name, x in self.ids.items()}


# What messages call the members of a space, by the kind of immediate that refers to it.
CATEGORIES = {
    "typeidx": "type",
    "funcidx": "function",
    "tableidx": "table",
    "memidx": "memory",
    "globalidx": "global",
    "tagidx": "tag",
    "elemidx": "elem segment",
    "dataidx": "data segment",
    "localidx": "local",
}


@dataclass(slots=True)
class Types:
    """The types of a module, those that type uses add included."""

    groups: list[RecType] = field(default_factory=list)
    comps: list[CompType] = field(default_factory=list)  # by type index
    fields: dict[int, Space] = field(default_factory=dict)  # of structures, by type index
    functions: dict[tuple[ResultType, ResultType], int] = field(default_factory=dict)

    def define(self, group: RecType) -> None:
        """Append `group`; a function type alone in its group may serve type uses.

        Spec: text-typeuse-abbrev
        """
        if len(group.subtypes) == 1:
            subtype = group.subtypes[0]
            if subtype.final and not subtype.supers and isinstance(subtype.comp, FuncType):
                key = (subtype.comp.params, subtype.comp.results)
                self.functions.setdefault(key, len(self.comps))
        self.groups.append(group)
        self.comps += (subtype.comp for subtype in group.subtypes)

    def function(self, params: ResultType, results: ResultType) -> int:
        """The index of the function type, which is appended unless there is one.

        Spec: text-typeuse-abbrev
        """
        x = self.functions.get((params, results))
        if x is None:
            x = len(self.comps)
            self.define(RecType((SubType(True, (), FuncType(params, results)),)))
        return x
