"""`refwasm engines`: which engines can be measured here, and whether drivers keep to the protocol."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import wrap

import click

from refwasm.cli.editions import seconds
from refwasm.cli.files import OneLine
from refwasm.engines.adapter import Absent, AdapterError, Unfit, built_in, load
from refwasm.engines.check import Verdict, check
from refwasm.engines.requirements import REQUIREMENTS
from refwasm.harness.report.headings import count
from refwasm.source import printable

WIDTH = 79
MARGIN = 7
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
    except Unfit as e:
        return f"does not start: {e}"


@command.command("check", short_help="Whether a driver keeps to the driver protocol.")
@click.argument("name")
@seconds("--timeout", 60, "Seconds for each answer.")
def check_command(name: str, timeout: float) -> None:
    """Try each requirement of the driver protocol on the driver of NAME, an engine or a Python file.

    For each: ok, FAILED with what came instead, or - where the engine lacks what it takes. Without a
    proper hello the others are not tried. Exit code 1 if any failed.
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
    verdicts: list[Verdict] = []
    for verdict in check(argv, REQUIREMENTS, timeout=timeout):
        for line in shown(verdict, verdicts):
            click.echo(line)
        verdicts.append(verdict)
    for line in wrap(summary(verdicts), WIDTH):
        click.echo(line)
    sys.exit(1 if any(v.met is False for v in verdicts) else 0)


def shown(verdict: Verdict, earlier: Sequence[Verdict]) -> Iterator[str]:
    """The lines that say `verdict`, after those `earlier`: what came instead is said once."""
    said = f" ({verdict.why})" if verdict.met is None else ""
    yield from _wrapped(f"{verdict.requirement}{said}", f"{WORDS[verdict.met]:<7}", MARGIN)
    if verdict.met is False:
        again = any(v.met is False and v.why == verdict.why for v in earlier)
        why = verdict.why.replace("; standard error: ", "; standard error:\n")
        for line in ["as above"] if again else why.split("\n"):
            indent = MARGIN + 2 + len(line) - len(line.lstrip())
            yield from _wrapped(line.strip(), " " * indent, indent)


def _wrapped(text: str, first: str, indent: int) -> list[str]:
    """`text` after `first`, with further lines so far to the right."""
    return wrap(
        printable(text), WIDTH, initial_indent=first, subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )  # fmt: skip


def summary(verdicts: Sequence[Verdict]) -> str:
    """How many requirements are met."""
    counts = Counter(v.met for v in verdicts)
    untried = len(REQUIREMENTS) - len(verdicts)
    parts = [f"{counts[True]} of {len(REQUIREMENTS)} requirements are met"]
    parts += [f"{counts[False]} not"] if counts[False] else []
    parts += (
        [count(counts[None], "needs what it lacks", "need what it lacks")] if counts[None] else []
    )
    parts += [f"{untried} not tried, since it never said a proper hello"] if untried else []
    return f"{'FAILED' if counts[False] else 'ok'}: {', '.join(parts)}"
