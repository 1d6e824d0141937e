"""`refwasm run`: instantiate a module and call a function."""

from __future__ import annotations

from pathlib import Path

import click

from refwasm.cli.collector import seldom_collected
from refwasm.cli.editions import Execution, with_execution, with_features
from refwasm.cli.files import InputError, placed, read_module
from refwasm.errors import Malformed, WasmError
from refwasm.runtime.functions import functype
from refwasm.runtime.instances import FuncInst, ModuleInst
from refwasm.script.commands import Const, NumConst
from refwasm.script.engine import Undefined
from refwasm.script.native import NativeEngine, takes
from refwasm.script.parse_values import const
from refwasm.script.run import describe
from refwasm.script.values import Value, show
from refwasm.syntax import types as T
from refwasm.syntax.features import Features
from refwasm.text.cursor import Cursor
from refwasm.text.lexer import END, tokenize
from refwasm.text.numbers import NAT, NUMBER, float_bits, integer_bits
from refwasm.validation.modules import validate_module

SHOWN = 10  # names of exports in a message
LONGEST = 40  # characters of an argument in a message


@click.command(
    short_help="Instantiate a module and call a function.",
    context_settings={"ignore_unknown_options": True},  # negative numbers are none
)
@click.argument("file", type=Path)
@click.option("--invoke", metavar="NAME", help="The exported function to call.")
@click.argument("args", nargs=-1)
@with_execution
@with_features
def command(
    features: Features,
    execution: Execution,
    file: Path,
    invoke: str | None,
    args: tuple[str, ...],
) -> None:
    """Instantiate the module in FILE (- is standard input) and call a function.

    Its results are printed, one a line. ARGS are numbers as the text format writes them, or constants
    such as "(v128.const i64x2 1 2)". Without --invoke only the start function runs. The module may
    import what the official test suite's `spectest` module has.
    """
    for word in (*args, *([] if file.exists() else [str(file)])):
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    if args and invoke is None:
        raise click.UsageError("arguments, but no --invoke NAME to give them to")
    with seldom_collected():
        module, data = read_module(file, features)
        with placed(file, data):
            valid = validate_module(module, features=features)
    engine = NativeEngine(**execution._asdict(), features=features)
    try:
        instance = engine.instantiate(valid)
        results = call(engine, instance, invoke, args) if invoke is not None else ()
    except WasmError as e:
        raise InputError(f"{file}: {describe(e)}") from e
    except Undefined as e:
        raise click.UsageError(f"{file}: {e}") from e
    for result in results:
        click.echo(show(result))


def call(
    engine: NativeEngine, instance: ModuleInst, name: str, args: tuple[str, ...]
) -> tuple[Value, ...]:
    """The results of the exported function `name`. Raises WasmError, Undefined, UsageError."""
    func = instance.exports.get(name)
    if not isinstance(func, FuncInst):
        names = [repr(n) for n, item in instance.exports.items() if isinstance(item, FuncInst)]
        more = [f"and {len(names) - SHOWN} more"] if len(names) > SHOWN else []
        offered = ", ".join(names[:SHOWN] + more)
        raise Undefined(f"no function {shown(name)}; it exports {offered or 'none'}")
    params = functype(func).params
    if len(args) != len(params):
        wanted = takes(len(params))
        raise Undefined(f"{shown(name)} : {functype(func)} {wanted}, not {len(args)}")
    consts = [argument(arg, t) for arg, t in zip(args, params, strict=True)]
    return engine.invoke(instance, name, consts)


def argument(literal: str, t: T.ValType) -> Const:
    """The value that `literal` writes, for a parameter of type `t`. Raises UsageError."""
    if literal.startswith("("):
        return constant(literal)
    if not isinstance(t, T.NumType):
        form = "(v128.const ...)" if isinstance(t, T.VecType) else "(ref.null ...) or the like"
        raise click.UsageError(f"{shown(literal)}: write an argument of type {t} as {form}")
    integer = t in (T.I32, T.I64)
    bits = None
    if (NAT if integer else NUMBER).fullmatch(literal.lstrip("+-") if integer else literal):
        bits = (integer_bits if integer else float_bits)(literal, t.bits)
    if bits is None:
        raise click.UsageError(f"{shown(literal)}: not a number of type {t}")
    return NumConst(t, bits)


def constant(literal: str) -> Const:
    """The constant that `literal` writes as a script does. Raises UsageError."""
    cursor = Cursor(tokenize(literal))
    try:
        value = const(cursor)
        if cursor.tokens[cursor.i] != END:
            raise cursor.unexpected("one constant")
    except Malformed as e:
        raise click.UsageError(f"{shown(literal)}: {e.message}") from e
    return value


def shown(word: str) -> str:
    """`word` in quotes, as a message has it."""
    return repr(word if len(word) <= LONGEST else word[: LONGEST - 3] + "...")
