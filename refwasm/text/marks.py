"""What annotations stand at: a module, what it defines, or an instruction (section "Annotations")."""

from __future__ import annotations

from dataclasses import dataclass

from refwasm.customs.bindings import imported
from refwasm.customs.kind import Binding, Mark, Site
from refwasm.syntax.modules import Module
from refwasm.text.annotations import Annotation
from refwasm.text.parser import Parser


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


class Sites:
    """Finds the instructions of `module` by the offset of their keyword."""

    def __init__(self, module: Module):
        self._module = module
        self._first = imported(module, "funcs")
        self._numbers: dict[int, dict[int, int]] = {}

    def defines(self, x: int) -> bool:
        """Whether the function `x` has a body."""
        return x >= self._first

    def find(self, x: int, offset: int) -> Site | None:
        """The instruction at `offset` in the function `x`."""
        if x not in self._numbers:
            body = self._module.funcs[x - self._first].body
            self._numbers[x] = {
                at: i for i, at in enumerate(body.positions) if not body.instrs[i].op.closes
            }
        i = self._numbers[x].get(offset)
        return None if i is None else Site(x, i)


def marks_of(
    annotations: list[Annotation], p: Parser, first: int, fields: list[Field], module: Module
) -> dict[str, list[Mark]]:
    """The `annotations`, in order, of a `module` whose fields begin at token `first`, by their ids."""
    sites = Sites(module)
    marks: dict[str, list[Mark]] = {}
    position = 0
    for a in annotations:
        while position < len(fields) and fields[position].end <= a.at:
            position += 1
        field = fields[position] if position < len(fields) else None
        nested = field is not None and field.first < a.at
        binding = p.bindings.get(a.at)
        if a.at == first and not nested:
            binding = Binding("module")
        func = site = None
        if nested and field is not None and field.word == "func" and sites.defines(field.index):
            func = field.index
            site = sites.find(func, p.offsets[a.at + (p.tokens[a.at] == "(")])
        mark = Mark(a.items, a.offset, nested, func, binding, site)
        marks.setdefault(a.name, []).append(mark)
    return marks
