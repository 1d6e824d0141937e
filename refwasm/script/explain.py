"""One command of a script, and why refwasm ends it as it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from refwasm.errors import Trap, WasmError
from refwasm.runtime.instances import ModuleInst
from refwasm.script.commands import (
    AssertFails,
    AssertModule,
    AssertReturn,
    BinaryModule,
    Command,
    Const,
    Definition,
    ModuleCommand,
    QuotedModule,
)
from refwasm.script.native import NativeEngine
from refwasm.script.results import Result
from refwasm.script.rules import segment_rule
from refwasm.script.run import describe, run_script
from refwasm.script.traced import Step, steps_of, watched
from refwasm.script.values import Value, show_all
from refwasm.source import Source, byte_place
from refwasm.syntax.features import DEFAULT, Features
from refwasm.text.lexer import decode_source
from refwasm.validation.modules import ValidModule


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `command` of a script asserts, and what came of it.

    `module` is the command that defines the module it is about; `steps` are the last instructions, each
    with its place; `place` is where the error arose. `expected` and `got` are there whether or not it passed.
    """

    command: Command
    module: Command | None
    result: Result
    expected: str
    got: str
    place: str
    steps: tuple[tuple[str, Step], ...]


class _Engine(NativeEngine):
    """refwasm, which remembers what it did last and what instances are made of."""

    def __init__(self, features: Features):
        super().__init__(features=features)
        self.outcome: tuple[Value, ...] | WasmError | None = None
        self.definition: Definition | None = None  # of the module that the last answer is about
        self.modules: dict[int, tuple[ValidModule, Definition]] = {}  # by identity
        self.instances: dict[int, tuple[ModuleInst, Definition]] = {}

    def forget(self) -> None:
        """Nothing was done last."""
        self.outcome = self.definition = None

    def define(self, definition: Definition, *, customs: bool = False) -> ValidModule:
        self.outcome, self.definition = None, definition
        try:
            module = super().define(definition, customs=customs)
        except WasmError as error:
            self.outcome = error
            raise
        self.modules[id(module)] = module, definition
        return module

    def instantiate(self, module: ValidModule) -> ModuleInst:
        self.outcome, self.definition = None, self.modules[id(module)][1]
        try:
            instance = super().instantiate(module)
        except WasmError as error:
            self.outcome = error
            raise
        self.instances[id(instance)] = instance, self.definition
        return instance

    def invoke(self, instance: ModuleInst, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        self.outcome, self.definition = None, self.instances[id(instance)][1]
        try:
            self.outcome = super().invoke(instance, name, args)
        except WasmError as error:
            self.outcome = error
            raise
        return self.outcome

    def get(self, instance: ModuleInst, name: str) -> Value:
        self.outcome, self.definition = None, self.instances[id(instance)][1]
        value = super().get(instance, name)
        self.outcome = (value,)
        return value


def explain(
    source: Source,
    commands: Sequence[Command],
    index: int,
    *,
    last: int,
    features: Features = DEFAULT,
) -> Explanation:
    """Why the command at `index` of a script ends as it does, with the `last` instructions.

    Those before it run for their effects.
    """
    engine = _Engine(features)
    command = commands[index]
    results = run_script(source.name, source, commands[: index + 1], engine)
    for _ in range(index):
        next(results)
    engine.forget()
    with watched(engine, last) as watch:
        result = next(results)
    about, outcome = engine.definition, engine.outcome
    module = next((c for c in commands if about is not None and _definition(c) is about), None)
    error = outcome if isinstance(outcome, WasmError) else None
    if isinstance(error, Trap):
        result = replace(result, rule=segment_rule(error))
    steps = []
    for step in steps_of(watch):
        of = engine.instances.get(id(step.instance), (None, about))[1]
        steps.append((place(source, of, step.offset), step))
    return Explanation(
        command=command,
        module=module,
        result=result,
        expected=expectation(command) or result.expected or "success",
        got=describe(error) if error else _shown(outcome) or result.got or "success",
        place=place(source, about, error.offset) if error else "",
        steps=tuple(steps),
    )


def place(source: Source, definition: Definition | None, offset: int | None) -> str:
    """The place at `offset` of the module that `definition` holds; empty if it is not known."""
    match definition:
        case _ if offset is None or definition is None:
            return ""
        case BinaryModule():
            return byte_place("byte", offset).replace(":", " ")
        case QuotedModule(text):
            line, column = Source("", decode_source(text)).line_column(offset)
            return f"quoted {line}:{column}"
        case _:
            line, column = source.line_column(offset)
            return f"{line}:{column}"


def expectation(command: Command) -> str:
    """What `command` asserts, in the words of reports."""
    match command:
        case AssertReturn(results=results):
            return show_all(results)
        case AssertFails(_, keyword, _, text) | AssertModule(_, keyword, _, _, text):
            kind = keyword.removeprefix("assert_")
            return f"{kind}: {text}" if text else kind
        case _:
            return ""


def _shown(outcome: tuple[Value, ...] | WasmError | None) -> str:
    return show_all(outcome) if isinstance(outcome, tuple) else ""


def _definition(command: Command) -> Definition | None:
    return command.definition if isinstance(command, ModuleCommand | AssertModule) else None
