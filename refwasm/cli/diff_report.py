"""What came of comparing engines, for people: at most 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from refwasm.cli.explain import WIDTH, trace
from refwasm.diff.compare import Comparison, Difference
from refwasm.diff.plan import written
from refwasm.script.commands import (
    ActionCommand,
    AssertFails,
    AssertReturn,
    Command,
    Get,
    Invoke,
    Register,
)
from refwasm.script.explain import explain
from refwasm.source import Source
from refwasm.syntax.features import Features
from refwasm.text.strings import quoted_name

NAMED = 3  # steps that were not compared, of which the reason is said


def report(
    found: Comparison,
    labels: Sequence[str],
    source: Source,
    commands: Sequence[Command],
    last: int,
    features: Features,
) -> Iterator[str]:
    """The lines, with the `last` instructions that led to a difference or to the end of an engine."""
    total = len(commands)
    who = ", ".join(labels)
    if found.difference:
        index = found.difference.index
        yield f"DIFFERENT at {place(source, commands, index)} of {total}: {who}"
        yield from ("", *folded(step(commands[index]), "  "))
        yield from entries(found.difference)
        yield from led(source, commands, index, last, features)
    elif found.death:
        death = found.death
        yield f"BROKEN at {place(source, commands, death.index)} of {total}: {death.label}"
        yield from ("", *folded(step(commands[death.index]), "  "))
        yield from folded(f"{death.label}: {death.evidence}", "    ")
        yield from led(source, commands, death.index, last, features)
    else:
        steps = f"{found.compared} of {total} step{'' if total == 1 else 's'}"
        yield f"EQUAL in {steps}: {who}"
    stops = [*found.open, *([found.stopped] if found.stopped else [])]
    for why in stops[:NAMED]:
        yield from folded(f"stopped: {why}", "")
    if stops[NAMED:]:
        yield f"stopped: {len(stops) - NAMED} more"
    apart = [*found.apart.items()]
    for index, why in apart[:NAMED]:
        yield from folded(f"not compared: {place(source, commands, index)}: {why}", "")
    if apart[NAMED:]:
        yield f"not compared: {len(apart) - NAMED} more"


def place(source: Source, commands: Sequence[Command], index: int) -> str:
    """Which step it is: its number, and in a script its line."""
    offsets = {command.offset for command in commands}
    line = f" (line {source.line_column(commands[index].offset)[0]})" if len(offsets) > 1 else ""
    return f"step {index + 1}{line}"


def step(command: Command) -> str:
    """What a step does."""
    match command:
        case ActionCommand(_, action) | AssertReturn(_, action) | AssertFails(_, _, action):
            match action:
                case Invoke():
                    return written(action)
                case Get(module, name):
                    return f"(get {f'${module} ' if module else ''}{quoted_name(name)})"
        case Register(_, name):
            return f"(register {quoted_name(name)})"
        case _:
            return f"({command.keyword} ...)"


def entries(difference: Difference) -> Iterator[str]:
    """What each engine said."""
    if difference.item:
        yield from folded(f"differ in {difference.item}:", "  ")
    width = max(map(len, difference.said))
    for label, said in difference.said.items():
        yield from wrap(
            said, WIDTH, initial_indent=f"    {label:<{width}}  ",
            subsequent_indent=" " * (min(width, 30) + 6), break_on_hyphens=False,
        ) or [f"    {label}"]  # fmt: skip


def led(
    source: Source, commands: Sequence[Command], index: int, last: int, features: Features
) -> Iterator[str]:
    """The instructions that led to the end of a step, as refwasm executes it."""
    found = explain(source, commands, index, last=last, features=features)
    if found.steps:
        yield from ("", "the last instructions in refwasm: operands -> results")
        yield from trace(found)


def folded(text: str, indent: str) -> list[str]:
    """`text` on lines that are not too long."""
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")
