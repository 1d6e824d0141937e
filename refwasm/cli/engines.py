"""`refwasm engines`: which engines can be measured here, and whether drivers keep to the protocol."""

from __future__ import annotations

import sys

import click

from refwasm.cli.editions import seconds
from refwasm.cli.files import OneLine
from refwasm.engines.adapter import Absent, AdapterError, built_in, load
from refwasm.engines.check import check
from refwasm.engines.requirements import REQUIREMENTS
from refwasm.source import printable

WORDS = {True: "ok", False: "FAILED", None: "-"}


@click.group(invoke_without_command=True, short_help="List the engines that can be measured here.")
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the engines that refwasm has adapters for: the version of each, or why it is not there.

    `refwasm conform --engine NAME` measures one.
    """
    if ctx.invoked_subcommand is None:
        for name in built_in():
            click.echo(printable(f"{name:<16} {_state(name)}"))


def _state(name: str) -> str:
    """The version of the engine, or the reason why there is none."""
    try:
        return load(name).version()
    except Absent as e:
        return f"absent: {e}"


@command.command("check", short_help="Whether a driver keeps to the driver protocol.")
@click.argument("name")
@seconds("--timeout", 60, "Seconds for each answer.")
def check_command(name: str, timeout: float) -> None:
    """Try each requirement of the driver protocol on the driver of NAME, an engine or a Python file.

    A line each: ok, FAILED with what came instead, or - where the engine lacks what it takes. Exit
    code 1 if any failed.
    """
    try:
        adapter = load(name)
        if adapter.way != "compute_driver_argv":
            raise click.UsageError(f"{name} is not run by a driver")
        argv = adapter.argv("compute_driver_argv")
    except AdapterError as e:
        raise click.UsageError(str(e)) from e
    except Absent as e:
        raise OneLine(f"{name}: absent: {e}") from e
    failed = False
    for verdict in check(argv, REQUIREMENTS, timeout=timeout):
        why = f" ({verdict.why})" if verdict.why else ""
        click.echo(printable(f"{WORDS[verdict.met]:<7}{verdict.requirement}{why}"))
        failed = failed or verdict.met is False
    sys.exit(1 if failed else 0)
