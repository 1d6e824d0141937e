"""`refwasm diff`: engines beside each other, step by step."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from refwasm.cli.diff_random import Wishes, run_random
from refwasm.cli.diff_report import report
from refwasm.cli.editions import seconds, with_features
from refwasm.cli.files import FileError, OneLine, is_binary, located, parse_text, read_bytes
from refwasm.cli.run import argument
from refwasm.diff.compare import REFERENCE, compare
from refwasm.diff.plan import commands, invocations
from refwasm.engines.adapter import Adapter, AdapterError, load
from refwasm.engines.make import make_engine
from refwasm.errors import Malformed, WasmError
from refwasm.harness.subjects import presence
from refwasm.script.commands import BinaryModule, Command, Definition, Invoke, TextModule
from refwasm.script.engine import Engine
from refwasm.script.native import define, takes
from refwasm.script.parse import parse_script
from refwasm.script.traced import LAST
from refwasm.source import Source, printable
from refwasm.syntax import types as T
from refwasm.syntax.features import Features
from refwasm.text.lexer import decode_source
from refwasm.validation.modules import ValidModule

ENGINE_FAILED = 3


class EngineAbsent(OneLine):
    """An engine that is to be compared is not there, or does not start."""

    exit_code = ENGINE_FAILED


@click.command(
    short_help="Compare engines step by step, or on random modules.",
    context_settings={"ignore_unknown_options": True},  # negative numbers are none
)
@click.argument("file", type=Path, required=False)
@click.option("--engine", "names", multiple=True, required=True, metavar="NAME|FILE.py",
              help="An engine, of `refwasm engines` or an adapter of yours; repeated, or refwasm beside it.")  # fmt: skip
@click.option(
    "--invoke", metavar="NAME", help="The exported function to call; else all are called."
)
@click.argument("args", nargs=-1)
@click.option("--last", type=click.IntRange(1, 100_000), default=LAST, show_default=True,
              help="How many instructions to show that led to a difference.")  # fmt: skip
@click.option("--fuel", type=click.IntRange(min=0), default=1_000_000, show_default=True, metavar="N",
              help="Rounds of loops and calls that refwasm does in a step; then comparing ends.")  # fmt: skip
@seconds("--timeout", 60, "Seconds for each answer of an engine.")
@click.option("--random", "count", type=click.IntRange(1), metavar="N",
              help="In place of FILE: N random modules, refwasm against each engine.")  # fmt: skip
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True,
              help="The first random module; or what arguments depend on.")  # fmt: skip
@click.option("--size", type=click.IntRange(1, 10_000), default=12, show_default=True,
              help="Instructions of a random function, about.")  # fmt: skip
@click.option("--functions", type=click.IntRange(1, 1000), default=2, show_default=True,
              help="Functions of a random module.")  # fmt: skip
@click.option("--save", type=Path, metavar="DIR",
              help="Write random modules that are found there, with scripts that show it again.")  # fmt: skip
@with_features
def command(
    features: Features,
    file: Path | None,
    names: tuple[str, ...],
    invoke: str | None,
    args: tuple[str, ...],
    last: int,
    fuel: int,
    timeout: float,
    count: int | None,
    seed: int,
    size: int,
    functions: int,
    save: Path | None,
) -> None:
    """Do the same steps on engines, and show the first on which they do not agree.

    FILE is a script, or a module of which every exported function is called, or the one that --invoke
    names with ARGS. Values, ends and visible state are compared after each step; what the standard leaves
    open is no difference. Exit code: 0 no difference, 1 a difference, 2 usage, 3 an engine absent or dead.
    """
    for word in (*args, *([] if file is None or file.exists() else [str(file)])):
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    if (file is None) == (count is None):
        raise click.UsageError("name a FILE, or --random N modules, one of the two")
    adapters = present(names)
    if count is not None:
        wishes = Wishes(count, seed, size, functions, save, timeout, last)
        sys.exit(run_random(adapters, features, wishes))
    assert file is not None
    if args and invoke is None:
        raise click.UsageError("arguments, but no --invoke NAME to give them to")
    source, steps = steps_of(file, invoke, args, seed, features)
    engines = made(adapters, features, timeout)
    found = compare(steps, engines, fuel=fuel, features=features)
    for line in report(found, [*engines], source, steps, last, features):
        click.echo(printable(line) if line else "")
    if found.death:
        sys.exit(ENGINE_FAILED)
    sys.exit(1 if found.difference else 0)


def present(names: Sequence[str]) -> list[Adapter]:
    """The adapters called `names`. Raises UsageError, EngineAbsent."""
    if len({*names}) < len(names):
        raise click.UsageError("an engine is named twice")
    try:
        adapters = [load(name) for name in names]
    except AdapterError as e:
        raise click.UsageError(str(e)) from e
    for adapter in adapters:
        try:
            missing = presence(adapter).missing
        except AdapterError as e:
            raise click.UsageError(str(e)) from e
        if missing:
            raise EngineAbsent(f"{adapter.label} {missing}")
    return adapters


def made(
    adapters: Sequence[Adapter], features: Features, timeout: float
) -> Mapping[str, Engine[Any, Any] | None]:
    """The engines to compare; of one alone refwasm's interpreter is the other. Raises UsageError."""
    make = partial(make_engine, features=features, timeout=timeout, trace=False)
    try:
        engines = {a.label: None if a.label == REFERENCE else make(a) for a in adapters}
    except AdapterError as e:
        raise click.UsageError(str(e)) from e
    if len(engines) > 1:
        return engines
    if REFERENCE in engines:
        raise click.UsageError("refwasm is the same as refwasm: name another engine")
    return {REFERENCE: None, **engines}


def steps_of(
    path: Path, invoke: str | None, args: Sequence[str], seed: int, features: Features
) -> tuple[Source, list[Command]]:
    """The steps that the file at `path` stands for, and the text that they are places in.

    Of a module that refwasm refuses, whether the others refuse it. Raises FileError, UsageError.
    """
    data = read_bytes(path)
    script = path.suffix == ".wast"
    if script and invoke is not None:
        raise click.UsageError("--invoke is for modules: a script says itself what to call")
    try:
        text = "" if is_binary(data, path) and not script else decode_source(data)
        source = Source(str(path), text)
        if script:
            return source, parse_script(text, features=features)
        definition: Definition = BinaryModule(data)
        if text:
            definition = TextModule(parse_text(data, features))
    except Malformed as e:
        raise FileError(located(path, data, e)) from e
    try:
        valid = define(definition, features=features)
    except WasmError:
        return source, commands(definition, [])
    if invoke is None:
        return source, commands(definition, invocations(valid.module, seed))
    return source, commands(definition, [Invoke(None, invoke, consts(valid, invoke, args))])


def consts(valid: ValidModule, name: str, args: Sequence[str]) -> tuple[Any, ...]:
    """What `args` write for the parameters of the exported function `name`. Raises UsageError."""
    use = valid.exports.get(name)
    if not isinstance(use, T.FuncUse) or isinstance(use.type, int):
        raise click.UsageError(f"no exported function {name!r}")
    functype = use.type.comp
    assert isinstance(functype, T.FuncType)
    if len(args) != len(functype.params):
        raise click.UsageError(f"{name!r} {takes(len(functype.params))}, not {len(args)}")
    return tuple(argument(arg, t) for arg, t in zip(args, functype.params, strict=True))
