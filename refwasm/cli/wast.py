"""`refwasm wast`: run scripts, here and now, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from refwasm.cli.editions import Execution, with_execution, with_features
from refwasm.cli.files import InputError, OneLine, located, read_bytes
from refwasm.errors import Malformed
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status, to_json
from refwasm.script.run import run_script
from refwasm.source import Source
from refwasm.syntax.features import Features
from refwasm.text.lexer import decode_source


@click.command(short_help="Run scripts, here and now.")
@click.argument("files", nargs=-1, required=True, type=Path)
@click.option("--json", "as_json", is_flag=True, help="Print every result as a line of JSON.")
@with_execution
@with_features
def command(
    features: Features, execution: Execution, files: tuple[Path, ...], as_json: bool
) -> None:
    """Run the scripts FILES (- is standard input); a line for each command that does not pass.

    With --json the interpreter runs them, since it alone tells which instructions ran.
    """
    failed = passed = code = 0
    for path in files:
        try:
            for result in results_of(path, execution, trace=as_json, features=features):
                good = result.status is Status.PASS
                passed, failed = passed + good, failed + (not good)
                if as_json:
                    click.echo(to_json(result))
                elif not good:
                    click.echo(line_of(result))
        except OneLine as e:
            e.show()
            code = max(code, e.exit_code)
    if not as_json:
        click.echo(f"{passed} command{'' if passed == 1 else 's'} passed, {failed} failed")
    sys.exit(max(code, 1 if failed else 0))


def results_of(
    path: Path, execution: Execution, *, trace: bool, features: Features
) -> Iterator[Result]:
    """The results of the script at `path`, as they come. Raises FileError, InputError."""
    data = read_bytes(path)
    try:
        text = decode_source(data)
        commands = parse_script(text, features=features)
    except Malformed as e:
        raise InputError(located(path, data, e)) from e
    engine = NativeEngine(trace=trace, **execution._asdict(), features=features)
    try:
        yield from run_script(str(path), Source(str(path), text), commands, engine)
    finally:
        engine.close()


def line_of(r: Result) -> str:
    """A result that is no pass, for people."""
    return f"{r.script}:{r.line}: {r.kind}: {r.status.value}: expected {r.expected}, got {r.got}"
