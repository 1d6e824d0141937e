"""A module's whole trial at once: all requests are sent together, and one process serves all modules."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from refwasm.diff.plan import commands
from refwasm.diff.sides import (
    RETURN,
    UNDEFINED,
    UNSUPPORTED,
    Item,
    Part,
    Said,
    Side,
    view,
)
from refwasm.diff.viewer import ORIGIN, viewer
from refwasm.engines import protocol
from refwasm.engines.dialogue import HELLO
from refwasm.engines.driver import Digest, DriverEngine
from refwasm.engines.protocol import Answer, Garbled, Object
from refwasm.engines.wrapper import ORIGIN as WRAPPED
from refwasm.engines.wrapper import Wrapper, wrap
from refwasm.script.commands import BinaryModule, Const, Invoke
from refwasm.script.engine import Engine, Unsupported
from refwasm.script.native import NativeEngine
from refwasm.script.values import Value
from refwasm.syntax.modules import Kind, Module

WORDS = {Kind.GLOBAL: "global", Kind.MEMORY: "memory", Kind.TABLE: "table"}
MODULE, INSTANCE = "m", "i"
WRAPPER, VIEWER = "w", "v"


@dataclass(frozen=True, slots=True)
class Trial:
    """A module, which is valid, its binary, and the calls to make; `seed` is what it is known by."""

    seed: int
    module: Module
    binary: bytes
    calls: Sequence[Invoke]

    def items(self) -> list[Item]:
        """The state that can be seen."""
        return [Item(None, WORDS[e.kind], e.name) for e in self.module.exports if e.kind in WORDS]


@dataclass(slots=True)
class Outcome:
    """What an engine said of a trial: of the module, of each call, and of the state that was left."""

    said: list[Said] = field(default_factory=list)
    state: dict[Item, Part | None] = field(default_factory=dict)


def run_direct(trial: Trial, engine: Engine[Any, Any]) -> Outcome:
    """The outcome of `trial` on an engine that is new. Raises Broken."""
    side = Side("", engine)
    outcome = Outcome()
    tables = None if isinstance(engine, NativeEngine) else viewer(trial.module)
    for command in commands(BinaryModule(trial.binary), trial.calls):
        outcome.said.append(side.do(command))
        if outcome.said[0].kind != RETURN:
            return outcome
    for item in trial.items():
        outcome.state[item] = side.look(item, tables)
    return outcome


Read: TypeAlias = Callable[[Answer], None]
Asked: TypeAlias = list[tuple[Object, Read]]


class Pipeline:
    """A driver's process that is asked everything about a module in one go."""

    def __init__(self, engine: DriverEngine):
        self.engine = engine
        self._world: tuple[object, ...] = ()  # what wrapper and viewer depend on
        self._wrapper: Wrapper | None = None
        self._viewer: bytes | None = None

    def run(self, trial: Trial) -> Outcome:
        """The outcome of `trial`. Raises Broken."""
        self._know(trial.module)
        outcome = Outcome()
        asked = [
            *self._forget(),
            *self._make(trial, outcome),
            *self._ask(trial, outcome),
            (HELLO, _ignore),
        ]
        for (_, read), answer in zip(
            asked, self.engine.ask_all(*(request for request, _ in asked)), strict=True
        ):
            try:
                read(answer)
            except Garbled as e:
                self.engine.garbled(answer, e)
        if outcome.said[0].kind != RETURN:
            return Outcome(outcome.said[:1])
        return outcome

    def _know(self, module: Module) -> None:
        """Make the wrapper and the viewer, unless those of the last module fit."""
        functions = tuple(func.type for func in module.funcs)
        own = (module.globals, module.tables, functions)
        world = (module.types, module.imports, module.exports, *own)
        if world != self._world:
            self._world = world
            self._wrapper = wrap(module, self.engine.hello.passes)
            self._viewer = viewer(module)

    def _forget(self) -> Asked:
        if "reset" in self.engine.hello.can:
            return [({"do": "reset"}, _ignore)]
        self.engine.reset()
        return []

    def _make(self, trial: Trial, outcome: Outcome) -> Asked:
        """Define and instantiate the module, and what helps to see it."""
        made: list[Answer] = []

        def both(answer: Answer) -> None:
            made.append(answer)
            first = next((a for a in made if a.outcome != protocol.OK), answer)
            outcome.said[:1] = [_said(first)]

        asked: Asked = [*_define(MODULE, INSTANCE, trial.binary, both)]
        helpers = ((WRAPPED, WRAPPER, self._wrapper and self._wrapper.binary),)
        for origin, name, binary in (*helpers, (ORIGIN, VIEWER, self._viewer)):
            if binary:
                request: Object = {"do": "register", "instance": INSTANCE, "as": origin}
                asked += [(request, _ignore), *_define(name, name, binary, _ignore)]
        return asked

    def _ask(self, trial: Trial, outcome: Outcome) -> Asked:
        """Call the functions, then look at the state."""
        asked: Asked = []
        outcome.said += [Said(UNSUPPORTED, text="not asked")] * (1 + len(trial.calls))
        for index, call in enumerate(trial.calls, 1):
            asked += self._call(index, call, outcome)
        for item in trial.items():
            asked.append(self._look(item, outcome))
        return asked

    def _call(self, index: int, call: Invoke, outcome: Outcome) -> Asked:
        stand_in = self._wrapper and self._wrapper.stand_ins.get(call.name)

        def read(answer: Answer) -> None:
            outcome.said[index] = _said(answer, stand_in.values if stand_in else _same)

        try:
            args = stand_in.args(call.args) if stand_in else call.args
        except Unsupported as e:
            outcome.said[index] = Said(UNSUPPORTED, text=str(e))
            return []
        return [(_invoke(WRAPPER if stand_in else INSTANCE, call.name, args), read)]

    def _look(self, item: Item, outcome: Outcome) -> tuple[Object, Read]:
        stand_in = self._wrapper and self._wrapper.stand_ins.get(item.name)

        def read(answer: Answer) -> None:
            outcome.state[item] = _part(answer, item, stand_in.values if stand_in else _same)

        match item.kind:
            case "memory":
                return {"do": "memory", "instance": INSTANCE, "name": item.name}, read
            case "table":
                return _invoke(VIEWER, item.name, ()), read
            case _ if stand_in:
                return _invoke(WRAPPER, item.name, ()), read
            case _:
                return {"do": "get", "instance": INSTANCE, "name": item.name}, read


Values: TypeAlias = Callable[[Sequence[Value]], tuple[Value, ...]]


def _same(values: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(values)


def _ignore(answer: Answer) -> None:
    """What depends on it says enough if it failed."""


def _define(module: str, instance: str, binary: bytes, read: Read) -> Asked:
    return [
        ({"do": "module", "module": module, "wasm": b64encode(binary).decode()}, read),
        ({"do": "instantiate", "instance": instance, "module": module}, read),
    ]


def _invoke(instance: str, name: str, args: Sequence[Const]) -> Object:
    encoded = [protocol.encode_value(arg) for arg in args]
    return {"do": "invoke", "instance": instance, "name": name, "args": encoded}


def _said(answer: Answer, values: Values = _same) -> Said:
    """What the answer says of a step. Raises Garbled."""
    match answer.outcome:
        case protocol.OK:
            return Said(RETURN, text="success")
        case protocol.RETURN:
            return Said(RETURN, _values(answer, values))
        case protocol.WRONG:
            return Said(UNDEFINED, text=answer.text)
        case kind:
            return Said(kind, text=answer.text)


def _values(answer: Answer, values: Values) -> tuple[Value, ...]:
    found = protocol.values(answer.rest)
    try:
        return values(found)
    except (AssertionError, IndexError) as e:
        raise Garbled("not the values that a stand-in gives") from e


def _part(answer: Answer, item: Item, values: Values) -> Part | None:
    """What the answer says of a part of the state. Raises Garbled."""
    if answer.outcome not in (protocol.OK, protocol.RETURN):
        return None
    if item.kind == "memory":
        pages = protocol.natural(answer.rest, "pages")
        return Digest(pages, protocol.string(answer.rest, "sha256").lower())
    found = _values(answer, values)
    if len(found) != 1:
        raise Garbled(f"{len(found)} values instead of one")
    return view(found[0]) if item.kind == "table" else found[0]
