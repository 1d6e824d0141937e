"""What to do with a module: calls of all that it exports, with arguments that its types admit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from refwasm.engines.wrapper import exported
from refwasm.fuzz.chance import FLOATS, Chance
from refwasm.numerics.floats import bits_of_float
from refwasm.script.commands import (
    ActionCommand,
    Command,
    Const,
    Definition,
    HostConst,
    Invoke,
    ModuleCommand,
    NullConst,
    NumConst,
    VecConst,
)
from refwasm.script.values import show
from refwasm.syntax import types as T
from refwasm.syntax.modules import Kind, Module
from refwasm.text.strings import quoted, quoted_name

SMALL = 9  # numbers below this are arguments of the first round
LINE = 24  # bytes of a module on a line of a script


def invocations(module: Module, seed: int) -> list[Invoke]:
    """Two calls of each function that `module`, which is valid, exports: with small numbers, with any.

    The arguments depend on `seed`. What takes a reference that no script can write is not called.
    """
    chance = Chance(seed)
    functions = {n: x for n, x in exported(module).items() if x.kind is Kind.FUNC}
    found = []
    for small in (True, False):
        for name, function in functions.items():
            args = [argument(t, module, chance, small=small) for t in function.params]
            given = tuple(arg for arg in args if arg is not None)
            if len(given) == len(args):
                found.append(Invoke(None, name, given))
    return found


def argument(t: T.ValType, module: Module, chance: Chance, *, small: bool) -> Const | None:
    """A value of type `t`, whose indices are those of `module`; None if a script can write none."""
    match t:
        case T.NumType() if small:
            n = chance.below(SMALL)
            return NumConst(t, bits_of_float(t.bits, float(n)) if t in FLOATS else n)
        case T.NumType():
            return NumConst(t, chance.number(t))
        case T.RefType(heap=heap) if heap in (T.EXTERN, T.ANY) and chance.odds(0.7):
            return HostConst(chance.below(SMALL), extern=heap is T.EXTERN)
        case T.RefType(null, heap):
            return NullConst(_abstract(heap, module)) if null else None
        case _:
            return VecConst(chance.vector())


def _abstract(heap: T.HeapType, module: Module) -> T.HeapType:
    """`heap`, or the bottom type below it if it is an index."""
    if not isinstance(heap, int):
        return heap
    comps = [subtype.comp for rectype in module.types for subtype in rectype.subtypes]
    return T.NOFUNC if isinstance(comps[heap], T.FuncType) else T.NONE


def commands(definition: Definition, calls: Iterable[Invoke]) -> list[Command]:
    """A script: the module that `definition` holds, then `calls`."""
    module = ModuleCommand(0, None, definition, definition_only=False)
    return [module, *(ActionCommand(0, call) for call in calls)]


def script(binary: bytes, calls: Sequence[Invoke]) -> str:
    """The text of `commands(BinaryModule(binary), calls)`."""
    return "\n".join([*_module(binary), *map(written, calls), ""])


def _module(binary: bytes) -> Iterator[str]:
    yield "(module binary"
    yield from (f"  {quoted(binary[i : i + LINE])}" for i in range(0, len(binary), LINE))
    yield ")"


def written(call: Invoke) -> str:
    """`call` as a script writes it."""
    module = f" ${call.module}" if call.module else ""
    args = "".join(f" {show(arg)}" for arg in call.args)
    return f"(invoke{module} {quoted_name(call.name)}{args})"
