"""One of the engines that are compared: what it says of each step, and the state that can be seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from refwasm.diff.components import Component, Components
from refwasm.diff.viewer import ORIGIN, number_of, viewer
from refwasm.engines.driver import Digest, DriverEngine
from refwasm.errors import UncaughtException, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.interpret.observe import Observer, Seen
from refwasm.oracle.digests import memory_digest
from refwasm.oracle.sources import OBSERVED, Sources
from refwasm.runtime.instances import ExternVal, GlobalInst, MemInst, ModuleInst, TableInst
from refwasm.runtime.instantiate import link
from refwasm.script.commands import (
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    BinaryModule,
    Command,
    Const,
    InstanceCommand,
    ModuleCommand,
    Register,
)
from refwasm.script.engine import Answering, Engine, Undefined, Unsupported
from refwasm.script.native import NativeEngine
from refwasm.script.run import ScriptRunner
from refwasm.script.values import Value, show, show_all
from refwasm.syntax.features import DEFAULT, Features
from refwasm.validation.modules import ValidModule

RETURN, UNSUPPORTED, UNDEFINED, EXHAUSTION = "return", "unsupported", "undefined", "exhaustion"
REFUSALS = ("malformed", "invalid", "refused")
CALLS = (ActionCommand, AssertReturn, AssertFails)  # which give values


@dataclass(frozen=True, slots=True)
class Said:
    """How a step ended: `kind` is "return", or the class of the failure, of which `text` tells more."""

    kind: str
    values: tuple[Value, ...] = ()
    text: str = ""

    def __str__(self) -> str:
        if self.kind == RETURN:
            return self.text or show_all(self.values)
        return f"{self.kind}: {self.text}" if self.text else self.kind


class Item(NamedTuple):
    """A part of the state: a global, memory or table that the instance `instance` exports."""

    instance: str | None  # its name in the script; None is the current one
    kind: str
    name: str

    def __str__(self) -> str:
        of = f" of ${self.instance}" if self.instance else ""
        return f'the {self.kind} "{self.name}"{of}'


class Visible(NamedTuple):
    """What `item` names in refwasm, with the viewer of tables and the component that it belongs to."""

    item: Item
    export: ExternVal
    tables: bytes | None
    component: Component


class View(NamedTuple):
    """What a table holds, by the number that its viewer gives."""

    number: int


Part: TypeAlias = "Value | Digest | View"


def show_part(part: Part) -> str:
    """A part of the state, in words."""
    match part:
        case Digest(pages, sha256):
            return f"{pages} page{'' if pages == 1 else 's'}, SHA-256 {sha256[:16]}..."
        case View(number):
            return f"contents {number:#018x}"
        case value:
            return show(value)


def failed(error: WasmError) -> Said:
    """What `error` says."""
    kind = "exception" if isinstance(error, UncaughtException) else type(error).__name__.lower()
    return Said(kind, text=error.message)


class Side:
    """An engine that runs a script of which the assertions do not matter, only the actions."""

    def __init__(self, label: str, engine: Engine[Any, Any]):
        self.label = label
        self.engine = engine
        self.runner = ScriptRunner(engine)
        self._viewers: dict[int, tuple[Any, Any]] = {}  # by the identity of what is viewed

    def do(self, command: Command) -> Said:
        """What comes of `command`, and of nothing else. Raises Broken."""
        said = self._said(command)
        if isinstance(self.engine, Answering):
            self.engine.settle()
        return said

    def _said(self, command: Command) -> Said:
        try:
            values = self._done(command)
            return Said(RETURN, values, "" if isinstance(command, CALLS) else "success")
        except WasmError as e:
            return failed(e)
        except Unsupported as e:
            return Said(UNSUPPORTED, text=str(e))
        except Undefined as e:
            return Said(UNDEFINED, text=str(e))

    def _done(self, command: Command) -> tuple[Value, ...]:
        match command:
            case ActionCommand(_, action) | AssertReturn(_, action) | AssertFails(_, _, action):
                return self.runner.act(action)
            case ModuleCommand():
                self.runner.define(command)
            case InstanceCommand():
                self.runner.instantiate(command)
            case Register(_, name, module):
                self.engine.register(name, self.runner.instance(module))
            case AssertModule():
                self._refused(command)
        return ()

    def _refused(self, command: AssertModule) -> None:
        """Define what the assertion is about, and make an instance where it is about that."""
        if command.instance is not None:
            module = self.runner.module(command.instance.module)
        else:
            assert command.definition is not None
            customs = command.keyword.endswith("_custom")
            module = self.engine.define(command.definition, customs=customs)
        if command.keyword in ("assert_unlinkable", "assert_trap"):
            self.engine.instantiate(module)

    def look(self, item: Item, tables: bytes | None) -> Part | None:
        """A part of the state, if the engine can show it; `tables` is the viewer of its module."""
        try:
            instance = self.runner.instance(item.instance)
            match item.kind:
                case "global":
                    return self.engine.get(instance, item.name)
                case "memory":
                    return self._memory(instance, item.name)
                case _:
                    return self._table(instance, item.name, tables)
        except (WasmError, Unsupported, Undefined):
            return None

    def _memory(self, instance: Any, name: str) -> Digest | None:  # noqa: ANN401 - the engine's own
        if isinstance(self.engine, DriverEngine):
            return self.engine.memory(instance, name)
        if isinstance(instance, ModuleInst):
            memory = instance.exports[name]
            assert isinstance(memory, MemInst)
            found = memory_digest(memory)
            return Digest(int(str(found["pages"])), str(found["sha256"]))
        return None

    def _table(self, instance: Any, name: str, tables: bytes | None) -> View | None:  # noqa: ANN401 - the engine's own
        if isinstance(instance, ModuleInst):
            table = instance.exports[name]
            assert isinstance(table, TableInst)
            return View(number_of(table))
        if tables is None:
            return None
        if id(instance) not in self._viewers:
            self.engine.register(ORIGIN, instance)
            made = self.engine.instantiate(self.engine.define(BinaryModule(tables)))
            self._viewers[id(instance)] = instance, made
        [number] = self.engine.invoke(self._viewers[id(instance)][1], name, ())
        return view(number)


def view(value: Value) -> View:
    """What the viewer says by `value`."""
    return View(getattr(value, "bits", 0))


class Reference(NativeEngine):
    """refwasm's interpreter, which knows what other engines may do otherwise, and what there is to see.

    `component` is that of the step under way; its `sources` are those of the step and of earlier ones.
    """

    def __init__(self, *, fuel: int | None, features: Features = DEFAULT, detail: bool = True):
        super().__init__(fuel=fuel, features=features)
        self.component = Component()
        self._components = Components()
        self._stepping = False
        self._modules: dict[int, tuple[ModuleInst, bytes | None]] = {}  # instances, with viewers
        if detail:
            assert isinstance(self.tier, Interpreter)
            self.tier.trace = Observer(OBSERVED, self._see)

    @contextmanager
    def step(self) -> Iterator[None]:
        """Another step is under way."""
        self.component, self._stepping = Component(), True
        try:
            yield
        finally:
            self._stepping = False

    @property
    def sources(self) -> Sources:
        """What other engines may have done otherwise."""
        return self.component.sources

    def _see(self, seen: Seen) -> None:
        self.sources.see(seen)

    def _enter(self, component: Component) -> None:
        """The step is one of `component`; what is looked at after a step is none."""
        if self._stepping:
            self.component = component
            self.sources.begin(kept=component.stateful)

    def instantiate(self, module: ValidModule) -> ModuleInst:
        component = self._components.joined(link(module, self.registry))
        self._enter(component)
        instance = super().instantiate(module)
        self._components.add(instance, component)
        self._modules[id(instance)] = instance, viewer(module.module)
        return instance

    def invoke(self, instance: ModuleInst, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        self._enter(self._components.of(instance))
        return super().invoke(instance, name, args)

    def get(self, instance: ModuleInst, name: str) -> Value:
        self._enter(self._components.of(instance))
        return super().get(instance, name)

    def items(self, instances: Mapping[str | None, ModuleInst]) -> Iterator[Visible]:
        """What can be seen of `instances`."""
        named = {id(instance) for name, instance in instances.items() if name is not None}
        kinds = ((GlobalInst, "global"), (MemInst, "memory"), (TableInst, "table"))
        for at, instance in instances.items():
            if at is None and id(instance) in named:
                continue
            tables = self._modules[id(instance)][1] if id(instance) in self._modules else None
            for name, export in instance.exports.items():
                for kind, word in kinds:
                    if isinstance(export, kind):
                        of = self._components.of(instance)
                        yield Visible(Item(at, word, name), export, tables, of)
