"""YAML with line numbers, as strict as the table wants it: a key stated twice is an error."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import yaml

from codegen.files import TableError, read_text

Value: TypeAlias = "None | bool | int | str | list[Value] | dict[str, Value]"
Place: TypeAlias = "tuple[str | int, ...]"  # keys and indices from the top to a value

# The loader in C is eight times as fast; not every wheel of PyYAML has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20  # collections within each other
_LARGEST = 2**64


class Document:
    """A YAML file: `value`, and the line on which each of its parts begins."""

    def __init__(self, path: Path):
        self.path = path
        self.value: Value = None
        self._lines: dict[Place, int] = {}
        text = read_text(path)
        try:
            self._check_events(text)
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise TableError(path, mark.line + 1 if mark else 1, "-", f"{error.problem}") from None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise TableError(path, line, "-", f"{error.reason}") from None
        if node is None:
            raise TableError(path, 1, "-", "states nothing")
        self.value = self._read(node, ())

    def line(self, place: Place) -> int:
        """Where the value at `place` begins, or the nearest one around it."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1)

    def row(self, place: Place) -> str:
        """The key of the row at `place`, or the name of the feature or the rule."""
        match place:
            case (_, "instructions" | "features", str(key), *_):
                return key
            case (int(i), *_) if isinstance(self.value, list):
                rule = self.value[i]
                return str(rule.get("rule", "-")) if isinstance(rule, dict) else "-"
            case _:
                return "-"

    def _check_events(self, text: str) -> None:
        """Refuse what the table does not use: tags, anchors, aliases, depth without end."""
        depth = 0
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            wrong = ""
            if depth > _DEEPEST:
                wrong = f"more than {_DEEPEST} collections within each other"
            elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
                wrong = f"'{event.anchor}': anchors and aliases are not used here"
            elif tag := getattr(event, "tag", None):
                wrong = f"'{tag}': tags are not used here"
            if wrong:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise TableError(self.path, line, "-", wrong)

    def _read(self, node: yaml.Node, place: Place) -> Value:
        self._lines.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.SequenceNode):
            return [self._read(item, (*place, i)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._read_mapping(node, place)
        return self._scalar(node, place)

    def _read_mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise TableError(self.path, line, "-", "a key is no word")
            key = str(key_node.value)
            if key in found:
                first = self._lines[(*place, key)]
                raise TableError(self.path, line, key, f"stated twice, first on line {first}")
            self._lines[(*place, key)] = line
            found[key] = self._read(value_node, (*place, key))
        return found

    def _scalar(self, node: yaml.Node, place: Place) -> Value:
        try:
            value = yaml.SafeLoader("").construct_object(node)
        except (yaml.YAMLError, ValueError):
            value = ...  # of no type below
        match value:
            case None | bool() | str():
                return value
            case int() if abs(value) < _LARGEST:
                return value
        wrong = f"'{node.value}' is neither text nor an integer below 2**64"
        raise TableError(self.path, node.start_mark.line + 1, self.row(place), wrong)
