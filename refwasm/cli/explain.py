"""`refwasm explain`: one command of a script, and why it ends as it does."""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from textwrap import wrap
from typing import TypeAlias

import click

from refwasm.cli.editions import with_features
from refwasm.cli.files import InputError, located, read_bytes
from refwasm.errors import Malformed
from refwasm.generated.opcodes import OPS
from refwasm.harness.suite import SuiteError, find_suite
from refwasm.script.commands import Command, ModuleCommand
from refwasm.script.explain import Explanation, explain
from refwasm.script.needs import needed
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.script.traced import LAST, Step
from refwasm.script.values import show
from refwasm.source import Source, printable
from refwasm.syntax.features import Features
from refwasm.syntax.instructions import Op
from refwasm.text.lexer import decode_source

WIDTH = 79
DIGITS = 18  # of any number of a line
LINES = 12  # of the script that are shown for a module or a command
NAMED = {op.name: op for op in OPS}

Fields: TypeAlias = dict[str, object]


@click.command(short_help="Explain one command of a script: trace, rule, expected and got.")
@click.argument("where", metavar="SCRIPT:LINE")
@click.option("--last", type=click.IntRange(1, 100_000), default=LAST, show_default=True,
              help="How many instructions of the trace to show.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@with_features
def command(features: Features, where: str, last: int, as_json: bool) -> None:
    """Run the script up to the command on LINE, and show why refwasm ends that one as it does.

    SCRIPT is a file, or a path below the suite's root. Exit code: 0 it passes, 1 it does not.
    """
    name, _, number = where.rpartition(":")
    if not name or not number.isdecimal():
        raise click.UsageError(f"{where}: write SCRIPT:LINE")
    path = script_path(name)
    data = read_bytes(path)
    text = decode_source(data)
    try:
        commands = parse_script(text, features=features)
    except Malformed as e:
        raise InputError(located(path, data, e)) from e
    source = Source(name, text)
    lines = text.count("\n") + (not text.endswith("\n"))
    if len(number) > DIGITS or int(number) > lines:
        raise click.UsageError(f"{where}: the script has {lines} lines")
    starts = [source.line_column(c.offset)[0] for c in commands]
    index = bisect_right(starts, int(number)) - 1
    if index < 0:
        raise click.UsageError(f"{where}: there is no command on this line or before it")
    found = explain(source, commands, index, last=last, features=features)
    needs = next(islice(needed(text, commands, features), index, None))
    if as_json:
        click.echo(json.dumps(fields(found, source, commands, needs), indent=1))
    else:
        for line in render(found, source, commands, needs):
            click.echo(printable(line) if line else "")
    sys.exit(0 if found.result.status is Status.PASS else 1)


def script_path(name: str) -> Path:
    """The script called `name`, here or below the suite's root. Raises UsageError."""
    path = Path(name)
    if path.exists():
        return path
    try:
        return find_suite(None).root / name
    except SuiteError as e:
        raise click.UsageError(str(e)) from e


def fields(
    found: Explanation, source: Source, commands: Sequence[Command], needs: Sequence[str]
) -> Fields:
    """What is found, for programs."""
    result = found.result
    op = NAMED.get(result.site) or NAMED.get(last_of(found)[1])
    return {
        "script": source.name,
        "line": result.line,
        "kind": result.kind,
        "status": result.status.value,
        "source": excerpt(source, commands, found.command),
        "module": module_fields(found, source, commands),
        "features": [*needs],
        "expected": found.expected,
        "got": found.got,
        "place": found.place,
        "rule": result.rule,
        "instruction": None if op is None else instruction_fields(op),
        "steps": [step_fields(place, step) for place, step in found.steps],
    }


def module_fields(found: Explanation, source: Source, commands: Sequence[Command]) -> Fields | None:
    """The module that it is about."""
    if found.module is None:
        return None
    name = found.module.name if isinstance(found.module, ModuleCommand) else None
    line = source.line_column(found.module.offset)[0]
    return {"line": line, "name": name, "source": excerpt(source, commands, found.module)}


def instruction_fields(op: Op) -> Fields:
    """A row of the table."""
    return {"key": op.name, "type": op.stack, "anchors": [*op.spec], "traps": [*op.traps]}


def step_fields(place: str, step: Step) -> Fields:
    """An instruction of the trace."""
    return {
        "place": place,
        "function": step.function,
        "depth": step.depth,
        "key": step.key,
        "text": step.text,
        "operands": [*map(show, step.operands)],
        "results": [*map(show, step.results)],
        "done": step.done,
    }


def excerpt(source: Source, commands: Sequence[Command], shown: Command) -> list[str]:
    """The lines of the script on which `shown` is written."""
    later = next((c.offset for c in commands if c.offset > shown.offset), len(source.text))
    start = source.text.rfind("\n", 0, shown.offset) + 1
    return uncommented(source.text[start:later].rstrip().split("\n"))


def uncommented(lines: list[str]) -> list[str]:
    """`lines` without the comments and empty lines at their end, which belong to what follows."""
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith(";;")):
        lines.pop()
    return lines


def last_of(found: Explanation) -> tuple[str, str]:
    """The place and the key of the instruction that gave the results, if nothing went wrong."""
    if found.result.kind in ("assert_return", "invoke") and not found.result.site:
        for place, step in reversed(found.steps):
            if step.key != "end":
                return place, step.key
    return "", ""


def render(
    found: Explanation, source: Source, commands: Sequence[Command], needs: Sequence[str]
) -> Iterator[str]:
    """What is found, for people."""
    result = found.result
    yield f"{source.name}:{result.line}: {result.kind}: {result.status.value}"
    module = found.module
    if module is not None and module is not found.command:
        line = source.line_column(module.offset)[0]
        name = getattr(module, "name", None)
        yield from ("", f"the module{f' ${name}' if name else ''}, from line {line}")
        around = {int(p.partition(":")[0]) for p, _ in found.steps if p[:1].isdigit()}
        yield from numbered(line, excerpt(source, commands, module), around)
    yield from ("", "the command")
    yield from numbered(result.line, excerpt(source, commands, found.command), set())
    if found.steps:
        yield from ("", "the last instructions: operands -> results")
        yield from trace(found)
    yield ""
    yield from entry("expected", found.expected)
    yield from entry("got", found.got)
    site = f"{result.site} " if result.site else ""
    if found.place or site:
        yield from entry("at", f"{site}{found.place and f'({found.place})'}".strip())
    place, key = last_of(found)
    if key:
        yield from entry("last", f"{key} ({place})")
    yield from entry("rule", result.rule)
    if op := NAMED.get(result.site or key):
        yield from entry("its type", op.stack)
        yield from entry("standard", ", ".join(op.spec))
        yield from entry("may trap", "; ".join(op.traps))
    yield from entry("needs", ", ".join(needs) or "the first edition alone")


def entry(word: str, text: str) -> list[str]:
    """`text` under a heading at the left; nothing of one that is empty."""
    return wrap(
        printable(text), WIDTH, initial_indent=f"{word:<10}", subsequent_indent=" " * 10,
        break_on_hyphens=False,
    )  # fmt: skip


def numbered(first: int, lines: Sequence[str], around: set[int]) -> Iterator[str]:
    """`lines` of the script from number `first` on; of many those at their ends and `around` others."""
    shown = {0, 1, *range(len(lines) - 2, len(lines))}
    for number in sorted(around):
        if len(shown) < LINES:
            shown.update((number - first - 1, number - first, number - first + 1))
    if len(lines) <= LINES:
        shown = {*range(len(lines))}
    elif not around:
        shown = {*range(LINES - 1), len(lines) - 1}
    before = -1
    for i in sorted(i for i in shown if 0 <= i < len(lines)):
        if i > before + 1:
            yield f"{'...':>6}"
        text = lines[i].strip()
        margin = " " * min(8 + len(lines[i]) - len(lines[i].lstrip()), WIDTH // 2)
        yield from wrap(
            text, WIDTH, initial_indent=f"{first + i:>6}{margin[6:]}",
            subsequent_indent=f"{margin}    ", break_on_hyphens=False,
        ) or [f"{first + i:>6}"]  # fmt: skip
        before = i


def trace(found: Explanation) -> Iterator[str]:
    """A line for each instruction, indented by how many calls it is in; longer ones are wrapped."""
    function, least = "", min(step.depth for _, step in found.steps)
    places = max(len(place) for place, _ in found.steps)
    for place, step in found.steps:
        if step.function != function:
            function = step.function
            yield f"  function {function}" if function != "constant" else "  a constant expression"
        indent = "  " * min(step.depth - least, 10)
        ended = "" if step.done else "   <- here"
        yield from wrap(
            f"{step}{ended}", WIDTH, initial_indent=f"  {place:>{places}}  {indent}",
            subsequent_indent=f"  {'':>{places}}  {indent}    ", break_on_hyphens=False,
        )  # fmt: skip
