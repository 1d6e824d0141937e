r"""Scripts as JSON with their modules beside it, in the form of WABT's `wast2json`.

Keys come in WABT's order and strings have no escape but `\u00xx`, since WABT's own reader wants
both. Directives that WABT does not have are as `wasm-tools json-from-wast` writes them, or else as the
standard names them. `docs/engines.md` lists them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from refwasm.binary.encode_module import encode_module
from refwasm.errors import Malformed
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
    InstanceCommand,
    Invoke,
    ModuleCommand,
    NanPattern,
    Pattern,
    QuotedModule,
    Register,
    TextModule,
)
from refwasm.script.json_values import Json, write_value
from refwasm.script.links import Link, links, read
from refwasm.script.phrases import chunks, module_text
from refwasm.script.result_types import ResultTypes
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.types import F32, F64, ValType


class Entry(Protocol):
    """What is known of a command besides: the features that it needs, the instructions that run."""

    @property
    def features(self) -> Sequence[str]: ...

    @property
    def instructions(self) -> Sequence[str]: ...


@dataclass(slots=True)
class Document:
    """The JSON of a script, and the modules that it names, by the names of their files."""

    source_filename: str
    commands: list[dict[str, Json]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    def text(self) -> str:
        """The JSON, a command on each line."""
        commands = ", \n".join(f"  {_dump(command)}" for command in self.commands)
        return (
            f'{{"source_filename": {_dump(self.source_filename)},\n "commands": [\n{commands}]}}\n'
        )


def document_of(
    source: Source,
    commands: Sequence[Command],
    stem: str,
    *,
    features: Features = DEFAULT,
    entries: Sequence[Entry] | None = None,
) -> Document:
    """The script `commands` of `source`, its modules in files whose names begin with `stem`.

    With `entries`, one for each command, each says what it needs and what runs.
    """
    writer = _Writer(source, commands, stem, features)
    document = writer.write()
    for command, entry in zip(document.commands, entries or (), strict=bool(entries)):
        command["features"] = list(entry.features)
        command["instructions"] = list(entry.instructions)
    return document


class _Writer:
    """Writes one script."""

    def __init__(self, source: Source, commands: Sequence[Command], stem: str, features: Features):
        self.source = source
        self.commands = commands
        self.stem = stem
        self.features = features
        self.chunks = chunks(source.text, commands)
        self.links = links(commands, features=features)
        self.types = ResultTypes(commands, self.links, features)
        self.document = Document(source.name)

    def write(self) -> Document:
        """All of it."""
        for i, (command, link) in enumerate(zip(self.commands, self.links, strict=True)):
            self.document.commands.append(self.command(i, command, link))
        return self.document

    def command(self, i: int, command: Command, link: Link) -> dict[str, Json]:
        """Command number `i`."""
        line = self.source.line_column(command.offset)[0]
        match command:
            case ModuleCommand(name=name, definition=definition, definition_only=only):
                kind = "module_definition" if only else "module"
                named = _variable("name", name)
                return _begun(kind, line) | named | self.defined(i, definition)
            case InstanceCommand(name=name, module=module):
                named = _variable("instance", name) | _variable("module", module)
                return _begun("module_instance", line) | named
            case Register(name=name, module=module):
                return _begun("register", line) | _variable("name", module) | {"as": name}
            case ActionCommand(action=action):
                types = self.types_of(action, link)
                return _acting("action", line, action) | {"expected": _typed(types)}
            case AssertReturn(action=action, results=results):
                if NanPattern(None, True) in results or NanPattern(None, False) in results:
                    results = _with_types(results, self.types_of(action, link))
                return _acting(command.keyword, line, action) | _expected(results)
            case AssertFails(keyword=keyword, action=action, text=text):
                said: dict[str, Json] = {} if keyword == "assert_exception" else {"text": text}
                types = self.types_of(action, link)
                return _acting(keyword, line, action) | said | {"expected": _typed(types)}
            case AssertModule():
                return self.refused(i, command, line)

    def defined(self, i: int, definition: Definition) -> dict[str, Json]:
        """The file of what a module command defines, a binary if it can be one."""
        module = None if isinstance(definition, BinaryModule) else read(definition, self.features)
        if module is not None:
            return {"filename": self.file("wasm", encode_module(module))}
        if isinstance(definition, BinaryModule):
            return {"filename": self.file("wasm", definition.data)}
        return {"filename": self.file("wat", self.text(i, definition)), "module_type": "text"}

    def refused(self, i: int, command: AssertModule, line: int) -> dict[str, Json]:
        """An assertion about a module, or about an instance of one."""
        keyword = command.keyword
        kind = "assert_uninstantiable" if keyword == "assert_trap" else keyword
        start = _begun(kind, line)
        if command.instance is not None:
            return start | _variable("module", command.instance.module) | {"text": command.text}
        definition = command.definition
        assert definition is not None, "there is no instance"
        as_binary = _binary(definition, customs=keyword.endswith("_custom"))
        if as_binary is None:
            file, form = self.file("wat", self.text(i, definition)), "text"
        else:
            file, form = self.file("wasm", as_binary), "binary"
        return start | {"filename": file, "text": command.text, "module_type": form}

    def text(self, i: int, definition: Definition) -> bytes:
        """What command number `i` quotes or writes out."""
        if isinstance(definition, QuotedModule):
            return definition.text
        return module_text(self.chunks[i]).encode()

    def file(self, extension: str, data: bytes) -> str:
        """The name of a new file, which holds `data`."""
        name = f"{self.stem}.{len(self.document.files)}.{extension}"
        self.document.files[name] = data
        return name

    def types_of(self, action: Action, link: Link) -> tuple[ValType, ...]:
        """The types of what `action` yields; none if they cannot be known."""
        return self.types.of(action, link) or ()


def _binary(definition: Definition, *, customs: bool) -> bytes | None:
    """What is asserted to be refused, as a binary; None where only the text can show why it is.

    With `customs`, it may be for annotations, which a binary does not have.
    """
    match definition:
        case BinaryModule(data):
            return data
        case TextModule(module) if not isinstance(module, Malformed) and not customs:
            return encode_module(module)
        case _:
            return None


def _begun(kind: str, line: int) -> dict[str, Json]:
    return {"type": kind, "line": line}


def _variable(key: str, name: str | None) -> dict[str, Json]:
    return {} if name is None else {key: "$" + name}


def _acting(kind: str, line: int, action: Action) -> dict[str, Json]:
    """The beginning of a command that does `action`."""
    doing = "invoke" if isinstance(action, Invoke) else "get"
    shown: dict[str, Json] = {"type": doing, **_variable("module", action.module)}
    shown["field"] = action.name
    if isinstance(action, Invoke):
        shown["args"] = [write_value(arg) for arg in action.args]
    return _begun(kind, line) | {"action": shown}


def _typed(types: Sequence[ValType]) -> list[Json]:
    return [{"type": str(t)} for t in types]


def _with_types(results: Sequence[Pattern], types: Sequence[ValType]) -> tuple[Pattern, ...]:
    """`results`, where NaNs of whichever type have the one that they must have."""
    given = {"f32": F32, "f64": F64}
    found = [given.get(str(t)) for t in types] or [None] * len(results)
    return tuple(
        NanPattern(t, r.canonical) if isinstance(r, NanPattern) and r.t is None else r
        for r, t in zip(results, found, strict=False)
    )


def _expected(results: Sequence[Pattern]) -> dict[str, Json]:
    """The results; where the only one is a choice, as WABT writes that."""
    match results:
        case (Either(options),):
            return {"either": [write_value(option) for option in options]}
        case _:
            return {"expected": [write_value(result) for result in results]}


def _dump(value: Json) -> str:
    """`value` as JSON on one line."""
    match value:
        case str():
            return '"' + "".join(map(_character, value)) + '"'
        case int():
            return f"{value}"
        case Mapping():
            return "{" + ", ".join(f'"{key}": {_dump(item)}' for key, item in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(_dump, value)) + "]"


def _character(c: str) -> str:
    return f"\\u{ord(c):04x}" if c < " " or c in '"\\' else c
