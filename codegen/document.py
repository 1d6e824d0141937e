"""YAML with line numbers, in which a key stated twice is an error."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import yaml

Value: TypeAlias = "None | bool | int | float | str | list[Value] | dict[str, Value]"
Place: TypeAlias = "tuple[str | int, ...]"  # keys and indices from the top to a value

# The loader in C is eight times as fast; not every wheel of PyYAML has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TableError(Exception):
    """The table is wrong: `file:line: row: what is wrong`."""

    def __init__(self, path: Path, line: int, row: str, wrong: str):
        super().__init__(f"{path.name}:{line}: {row}: {wrong}")
        self.line = line
        self.row = row
        self.wrong = wrong


class Document:
    """A YAML file: `value`, and the line on which each of its parts begins."""

    def __init__(self, path: Path):
        self.path = path
        self._lines: dict[Place, int] = {}
        try:
            node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise TableError(path, mark.line + 1 if mark else 1, "-", f"{error.problem}") from None
        self.value: Value = [] if node is None else self._read(node, ())

    def line(self, place: Place) -> int:
        """Where the value at `place` begins, or the nearest one around it."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1)

    def _read(self, node: yaml.Node, place: Place) -> Value:
        self._lines.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.SequenceNode):
            return [self._read(item, (*place, i)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._read_mapping(node, place)
        return _scalar(node)

    def _read_mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in found:
                first = self._lines[(*place, key)]
                raise TableError(self.path, line, key, f"stated twice, first on line {first}")
            self._lines[(*place, key)] = line
            found[key] = self._read(value_node, (*place, key))
        return found


def _scalar(node: yaml.Node) -> Value:
    value: Value = yaml.SafeLoader("").construct_object(node)
    return value
