"""What a script leaves behind on a tier: every value and error seen, and the state of every instance."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from refwasm.errors import WasmError
from refwasm.runtime.aggregates import ArrayInst, StructInst
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.instances import MemInst, ModuleInst, WasmFunc
from refwasm.runtime.values import I31, HostRef, Value
from refwasm.script import values
from refwasm.script.commands import Command, Const, Definition
from refwasm.script.native import NativeEngine
from refwasm.script.results import Result
from refwasm.script.run import describe, run_script
from refwasm.source import Source
from refwasm.syntax.features import Features
from refwasm.validation.modules import ValidModule

T = TypeVar("T")
WHOLE = 2**24  # bytes of a memory that are compared; of a larger one the first and the last so many


class Defined:
    """The modules of a script, each read and validated once for all tiers."""

    def __init__(self) -> None:
        self.found: dict[tuple[int, bool], ValidModule | WasmError] = {}

    def get(self, key: tuple[int, bool], make: Callable[[], ValidModule]) -> ValidModule:
        """What `make` gave, or raised, when it was asked first."""
        if key not in self.found:
            try:
                self.found[key] = make()
            except WasmError as error:
                self.found[key] = error
        made = self.found[key]
        if isinstance(made, WasmError):
            raise made
        return made


class Recorder(NativeEngine):
    """The engine, writing down what comes out of it."""

    def __init__(self, tier: str, features: Features, defined: Defined):
        super().__init__(tier=tier, features=features)
        self.defined = defined
        self.seen: list[str] = []
        self.instances: list[ModuleInst] = []

    def define(self, definition: Definition, *, customs: bool = False) -> ValidModule:
        make = super().define
        return self.defined.get(
            (id(definition), customs), lambda: make(definition, customs=customs)
        )

    def instantiate(self, module: ValidModule) -> ModuleInst:
        make = super().instantiate
        instance: ModuleInst = self.noted(lambda: make(module), lambda _: "an instance")
        self.instances.append(instance)
        return instance

    def invoke(
        self, instance: ModuleInst, name: str, args: Sequence[Const]
    ) -> tuple[values.Value, ...]:
        call = super().invoke
        return self.noted(lambda: call(instance, name, args), values.show_all)

    def get(self, instance: ModuleInst, name: str) -> values.Value:
        read = super().get
        return self.noted(lambda: read(instance, name), values.show)

    def noted(self, act: Callable[[], T], shown: Callable[[T], str]) -> T:
        """What `act` gives."""
        try:
            result = act()
        except WasmError as error:
            self.seen.append(describe(error))
            raise
        self.seen.append(shown(result))
        return result


class State:
    """The state of instances as lines of text; references become numbers, in the order in which they are met."""

    def __init__(self, instances: Sequence[ModuleInst]):
        self.modules = {id(instance): i for i, instance in enumerate(instances)}
        self.numbers: dict[int, int] = {}
        self.waiting: list[StructInst | ArrayInst | ExnInst] = []
        self.instances = instances

    def lines(self) -> Iterator[str]:
        """A line for each memory, table, global and segment, then for each aggregate that they reach."""
        for i, instance in enumerate(self.instances):
            for x, mem in enumerate(instance.mems):
                yield f"{i}: memory {x}: {len(mem.data)} {digest(mem)}"
            for x, table in enumerate(instance.tables):
                yield f"{i}: table {x}: {table.size} {self.several(table.elems)} {self.one(table.rest)}"
            for x, variable in enumerate(instance.globals):
                yield f"{i}: global {x}: {self.one(variable.value)}"
            for x, elem in enumerate(instance.elems):
                yield f"{i}: elem {x}: {self.several(elem.refs)}"
            for x, data in enumerate(instance.datas):
                yield f"{i}: data {x}: {data.data.hex()}"
        for aggregate in self.waiting:  # grows meanwhile
            yield f"#{self.numbers[id(aggregate)]}: {self.contents(aggregate)}"

    def contents(self, aggregate: StructInst | ArrayInst | ExnInst) -> str:
        """What `aggregate` holds."""
        match aggregate:
            case StructInst():
                return f"struct {self.several(aggregate[:])}"
            case ArrayInst(elements=list() as elements):
                return f"array {self.several(elements)}"
            case ArrayInst(elements=elements):
                return f"array {bytes(elements).hex()}"
            case ExnInst(args=args):
                return f"exception {self.several(args)}"

    def several(self, found: Sequence[Value]) -> str:
        """Values in a row."""
        return " ".join(map(self.one, found))

    def one(self, value: Value) -> str:
        """A value; a float by its bits."""
        match value:
            case float():
                return struct.pack("<d", value).hex()
            case None | int() | I31() | HostRef():
                return repr(value)
            case WasmFunc(module=module, index=index):
                return f"function {self.modules.get(id(module))}.{index}"
            case StructInst() | ArrayInst() | ExnInst():
                if id(value) not in self.numbers:
                    self.numbers[id(value)] = len(self.numbers)
                    self.waiting.append(value)
                return f"#{self.numbers[id(value)]}"
        return type(value).__name__


def digest(mem: MemInst) -> str:
    """The contents of a memory, in short."""
    size = len(mem.data)
    ends = [(0, size)] if size <= 2 * WHOLE else [(0, WHOLE), (size - WHOLE, size)]
    return " ".join(hashlib.sha256(mem.data[i:j]).hexdigest() for i, j in ends)


class Outcome(NamedTuple):
    """What a script did on a tier."""

    results: list[Result]
    seen: list[str]
    state: list[str]


def outcome(
    tier: str, script: Source, commands: Sequence[Command], features: Features, defined: Defined
) -> Outcome:
    """What `script` does on `tier`."""
    engine = Recorder(tier, features, defined)
    results = list(run_script(script.name, script, commands, engine))
    return Outcome(results, engine.seen, list(State(engine.instances).lines()))
