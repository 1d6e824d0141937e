"""`refwasm run`: instantiate a module and call a function."""

from __future__ import annotations

from pathlib import Path

import click

from refwasm.cli.files import InputError, placed, read_module
from refwasm.errors import WasmError
from refwasm.runtime.instances import FuncInst
from refwasm.script.commands import NumConst
from refwasm.script.engine import Undefined
from refwasm.script.native import NativeEngine
from refwasm.script.run import describe
from refwasm.script.values import show
from refwasm.syntax import types as T
from refwasm.text.numbers import NUMBER, float_bits, integer_bits
from refwasm.validation.modules import validate_module


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("file", type=Path)
@click.option("--invoke", metavar="NAME", help="The exported function to call.")
@click.argument("args", nargs=-1)
def command(file: Path, invoke: str | None, args: tuple[str, ...]) -> None:
    """Instantiate the module in FILE and call a function; print its results, one a line.

    ARGS are numbers as the text format writes them. Without --invoke only the start function runs. The
    module may import what the official test suite's `spectest` module has.
    """
    module, data = read_module(file)
    engine = NativeEngine()
    with placed(file, data):
        valid = validate_module(module)
    try:
        instance = engine.instantiate(valid)
        if invoke is None:
            return
        func = instance.exports.get(invoke)
        if not isinstance(func, FuncInst):
            names = [name for name, item in instance.exports.items() if isinstance(item, FuncInst)]
            raise InputError(f"{file}: no function {invoke!r}; it has {', '.join(names) or 'none'}")
        functype = func.type.comp
        assert isinstance(functype, T.FuncType)
        if len(args) != len(functype.params):
            raise InputError(f"{file}: {invoke} : {functype} takes {len(functype.params)} arguments")
        consts = [argument(arg, t) for arg, t in zip(args, functype.params, strict=True)]
        results = engine.invoke(instance, invoke, consts)
    except (WasmError, Undefined) as e:
        message = describe(e) if isinstance(e, WasmError) else str(e)
        raise InputError(f"{file}: {message}") from e
    for result in results:
        click.echo(show(result))


def argument(literal: str, t: T.ValType) -> NumConst:
    """The number that `literal` writes, of type `t`. Raises InputError."""
    if not isinstance(t, T.NumType):
        raise InputError(f"an argument of type {t} cannot be written here")
    bits = None
    if NUMBER.fullmatch(literal):
        bits = (integer_bits if t in (T.I32, T.I64) else float_bits)(literal, t.bits)
    if bits is None:
        raise InputError(f"{literal}: not a number of type {t}")
    return NumConst(t, bits)
