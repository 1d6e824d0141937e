"""`refwasm wast`: run scripts, here and now, one after the other."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from refwasm.cli.files import InputError, read_bytes
from refwasm.errors import Malformed
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Status, to_json
from refwasm.script.run import run_script
from refwasm.source import Source


@click.command()
@click.argument("files", nargs=-1, required=True, type=Path)
@click.option("--json", "as_json", is_flag=True, help="Print every result as a line of JSON.")
def command(files: tuple[Path, ...], as_json: bool) -> None:
    """Run the scripts FILES; one line for each command that does not pass."""
    failed = passed = 0
    for path in files:
        source = Source(str(path), read_bytes(path).decode("utf-8", "surrogateescape"))
        try:
            commands = parse_script(source.text)
        except Malformed as e:
            raise InputError(f"{source.place(e.offset or 0)}: malformed: {e.message}") from e
        for result in run_script(str(path), source, commands, NativeEngine()):
            good = result.status is Status.PASS
            passed, failed = passed + good, failed + (not good)
            if as_json:
                click.echo(to_json(result))
            elif not good:
                what = f"{result.kind}: {result.status.value}"
                why = f"expected {result.expected}, got {result.got}"
                click.echo(f"{path}:{result.line}: {what}: {why}")
    if not as_json:
        click.echo(f"{passed} commands passed, {failed} failed")
    sys.exit(1 if failed else 0)
