"""Places of a module that stands within another text."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Protocol

from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import Active, Module


class _Definition(Protocol):
    offset: int


def at_one_place(module: Module, offset: int) -> Module:
    """`module`, all of it made to stand at `offset`."""
    definitions: list[Sequence[_Definition]] = [
        *(module.imports, module.tags, module.globals, module.mems, module.tables),
        *(module.funcs, module.datas, module.elems, module.exports, module.customs),
        [module.start] if module.start else [],
    ]
    for definition in chain.from_iterable(definitions):
        definition.offset = offset
    for e in _expressions(module):
        e.positions = array("Q", [offset]) * len(e.instrs)
    for fault in module.faults:
        fault.offset = offset
    module.types = tuple(replace(group, offset=offset) for group in module.types)
    return module


def _expressions(module: Module) -> Iterator[Expr]:
    """All expressions of `module`."""
    for func in module.funcs:
        yield func.body
    for global_ in module.globals:
        yield global_.init
    for table in module.tables:
        if table.init is not None:
            yield table.init
    for elem in module.elems:
        yield from elem.init
        if isinstance(elem.mode, Active):
            yield elem.mode.at
    for data in module.datas:
        if isinstance(data.mode, Active):
            yield data.mode.at
