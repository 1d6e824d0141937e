"""Scripts read back from JSON, as refwasm, WABT and wasm-tools write it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from refwasm.script.commands import (
    Action,
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    BinaryModule,
    Command,
    Definition,
    Either,
    Get,
    InstanceCommand,
    Invoke,
    ModuleCommand,
    Pattern,
    QuotedModule,
    Register,
)
from refwasm.script.json_values import Json, objects, read_const, read_pattern, text
from refwasm.source import Source

FAILING = ("assert_trap", "assert_exhaustion", "assert_exception")
REFUSED = (
    *("assert_malformed", "assert_invalid", "assert_malformed_custom", "assert_invalid_custom"),
    *("assert_unlinkable", "assert_uninstantiable"),
)


class NoScript(Exception):
    """The JSON is no script; the text says where it goes wrong."""


def read_json(path: Path) -> tuple[Source, list[Command]]:
    """The script that the JSON at `path` is, its modules beside it. Raises NoScript, OSError.

    The source has nothing but lines, so that commands have those of the script.
    """
    try:
        document = json.loads(path.read_bytes())
        name, listed = text(document["source_filename"]), objects(document["commands"])
    except (ValueError, KeyError, TypeError) as e:
        raise NoScript(f"{path.name}: {type(e).__name__}: {e}") from e
    commands = []
    for i, item in enumerate(listed):
        try:
            commands.append(_command(item, lambda file: (path.parent / file).read_bytes()))
        except (ValueError, KeyError, TypeError) as e:
            raise NoScript(f"{path.name}: command {i}: {type(e).__name__}: {e}") from e
    lines = max([command.offset for command in commands], default=0)
    return Source(name, "\n" * (lines + 1)), commands


Load = Callable[[str], bytes]


def _command(item: Mapping[str, Json], load: Load) -> Command:
    """The command that `item` is."""
    line = item["line"]
    if not isinstance(line, int) or line < 1:
        raise ValueError(f"no line: {line!r}")
    at = line - 1
    match kind := text(item["type"]):
        case "module" | "module_definition":
            only = kind != "module" or item.get("definition") == "true"
            return ModuleCommand(at, _variable(item, "name"), _definition(item, load), only)
        case "module_instance":
            return InstanceCommand(at, _variable(item, "instance"), _variable(item, "module"))
        case "register":
            return Register(at, text(item["as"]), _variable(item, "name"))
        case "action":
            return ActionCommand(at, _action(item))
        case "assert_return":
            return AssertReturn(at, _action(item), _results(item))
        case _ if kind in FAILING:
            return AssertFails(at, kind, _action(item), text(item.get("text", "")))
        case _ if kind in REFUSED:
            keyword = "assert_trap" if kind == "assert_uninstantiable" else kind
            if "filename" in item:
                definition = _definition(item, load)
                return AssertModule(at, keyword, definition, None, text(item["text"]))
            instance = InstanceCommand(at, None, _variable(item, "module"))
            return AssertModule(at, keyword, None, instance, text(item["text"]))
        case _:
            raise ValueError(f"no such command: {kind}")


def _variable(item: Mapping[str, Json], key: str) -> str | None:
    """An identifier without its `$`, which some writers leave out."""
    return text(item[key]).removeprefix("$") if key in item else None


def _definition(item: Mapping[str, Json], load: Load) -> Definition:
    data = load(text(item["filename"]))
    return QuotedModule(data) if item.get("module_type") == "text" else BinaryModule(data)


def _action(item: Mapping[str, Json]) -> Action:
    (action,) = objects([item["action"]])
    module, name = _variable(action, "module"), text(action["field"])
    if action["type"] == "get":
        return Get(module, name)
    return Invoke(module, name, tuple(read_const(arg) for arg in objects(action["args"])))


def _results(item: Mapping[str, Json]) -> tuple[Pattern, ...]:
    if "either" in item:
        return (Either(tuple(read_pattern(option) for option in objects(item["either"]))),)
    return tuple(read_pattern(result) for result in objects(item["expected"]))
