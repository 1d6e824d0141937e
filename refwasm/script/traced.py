"""A run of refwasm with the last instructions that led to its end; what they took and gave as scripts see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

from refwasm.errors import WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.interpret.watch import Ran, Watch
from refwasm.runtime import values as V
from refwasm.runtime.instances import ModuleInst, WasmFunc
from refwasm.script.commands import Const
from refwasm.script.native import NativeEngine, from_native
from refwasm.script.values import Value, show
from refwasm.syntax.instructions import Instr
from refwasm.syntax.modules import Module
from refwasm.syntax.types import ValType
from refwasm.text.print_immediates import plain
from refwasm.text.print_names import Scope
from refwasm.validation.context import Context
from refwasm.validation.operands import operand_types

LAST = 20  # instructions, if nothing else is said

# What an invocation came to: its results, or the error that ended it.
Outcome: TypeAlias = tuple[Value, ...] | WasmError


@dataclass(frozen=True, slots=True)
class Step:
    """An instruction that ran: the key of its row, its text, and its offset in the file, if known.

    `function` is the index of the function and its name, if it has one; `depth` counts the frames, from 1.
    What a call or a branch hands on are no results. `done` is false of what ended in an error. `instance`
    is the one to which the function belongs.
    """

    key: str
    text: str
    offset: int | None
    function: str
    depth: int
    operands: tuple[Value, ...]
    results: tuple[Value, ...]
    done: bool
    instance: ModuleInst | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        taken = "".join(f" {show(value)}" for value in self.operands)
        given = "".join(f" {show(value)}" for value in self.results)
        return f"{self.text}{':' if taken else ''}{taken}{f' ->{given}' if given else ''}"


def traced_invoke(
    engine: NativeEngine,
    instance: ModuleInst,
    name: str,
    args: Sequence[Const],
    *,
    last: int = LAST,
) -> tuple[Outcome, list[Step]]:
    """What calling the function that `instance` exports as `name` came to, and the `last` instructions.

    Raises Undefined.
    """
    with watched(engine, last) as watch:
        try:
            outcome: Outcome = engine.invoke(instance, name, args)
        except WasmError as error:
            outcome = error
    return outcome, steps_of(watch)


@contextmanager
def watched(engine: NativeEngine, last: int = LAST) -> Iterator[Watch]:
    """Meanwhile `engine` keeps the `last` instructions; it executes on the interpreter tier."""
    tier = engine.tier
    watching = Interpreter(steps=last)
    engine.tier = watching
    assert watching.watched is not None
    try:
        yield watching.watched
    finally:
        engine.tier = tier


def steps_of(watch: Watch) -> list[Step]:
    """What `watch` kept."""
    types: dict[int, list[tuple[ValType, ...]]] = {}
    functions: dict[int, str] = {}
    steps = []
    for ran in watch.steps:
        body = id(ran.code)
        if body not in types:
            types[body] = operand_types(context(ran.module), ran.code)
            functions[body] = function_of(ran)
        before, after = (types[body][i : i + 1] for i in (ran.site, ran.site + 1))
        positions = ran.code.positions
        steps.append(
            Step(
                key=ran.instr.op.name,
                text=written(ran.instr),
                offset=positions[ran.site] if ran.site < len(positions) else None,
                function=functions[body],
                depth=ran.depth,
                operands=typed(ran.operands, before),
                results=typed(ran.results, after),
                done=ran.done,
                instance=ran.module,
            )
        )
    return steps


def written(instr: Instr) -> str:
    """`instr` as the text format writes it, indices as numbers."""
    return plain(Scope(Module(), names=False), instr)


def typed(values: tuple[V.Value, ...], types: Sequence[tuple[ValType, ...]]) -> tuple[Value, ...]:
    """The top operands `values` as scripts see them; `types` are those of all operands, if anything is."""
    ts = types[0][len(types[0]) - len(values) :] if types else ()
    return tuple(map(from_native, values, ts))


def function_of(ran: Ran) -> str:
    """The index of the function to which the body of `ran` belongs, and its name."""
    for x, func in enumerate(ran.module.funcs):
        if isinstance(func, WasmFunc) and func.code is ran.code:
            name = ran.module.names.funcs.get(x)
            return f"{x} ${name}" if name else f"{x}"
    return "constant"


def context(module: ModuleInst) -> Context:
    """The context in which the bodies of `module` are valid."""
    C = Context()
    C.types += module.types
    C.funcs += [func.type for func in module.funcs]
    C.tables += [table.type for table in module.tables]
    C.mems += [mem.type for mem in module.mems]
    C.globals += [global_.type for global_ in module.globals]
    C.tags += [tag.type for tag in module.tags]
    C.elems += [elem.type for elem in module.elems]
    C.datas = len(module.datas)
    C.refs = set(range(len(module.funcs)))
    return C
