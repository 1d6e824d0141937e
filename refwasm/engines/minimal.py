"""The least of a script that one of its commands needs: cut out of the script's own text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from refwasm.script.commands import (
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    Command,
    InstanceCommand,
    Invoke,
    ModuleCommand,
    Register,
)
from refwasm.script.links import Link, links, read
from refwasm.script.phrases import chunks, held
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.modules import Module

FRESH = re.compile(r"(?:^|\n)[ \t]*\Z")  # the end of a text after which a line begins


class Form(IntEnum):
    """How a command is kept for its effects, once it failed as it is; each if those before fail."""

    WHOLE = 0
    ACTION = 1  # what the assertion does, without the assertion
    TRAPPING = 2  # the same, asserted to trap, whatever the text
    NOTHING = 3


class Dependences:
    """Which commands of a script may make a difference to which others.

    Commands belong together if instances, modules and registrations lead from one to the other.
    """

    def __init__(self, commands: Sequence[Command], *, features: Features = DEFAULT):
        self.commands = commands
        self.links = links(commands, features=features)
        self.groups = list(range(len(commands)))  # a smaller index of the same group, or its own
        for i, link in enumerate(self.links):
            for j in (link.instance, link.module, *link.imports):
                if j is not None:
                    self.groups[self.group(i)] = self.group(j)
        still = {i for i, command in enumerate(commands) if _is_still(command, features)}
        self.effective = [
            _has_effect(c, k, still) for c, k in zip(commands, self.links, strict=True)
        ]

    def group(self, i: int) -> int:
        """The index that stands for the group of command `i`."""
        while self.groups[i] != i:
            self.groups[i] = i = self.groups[self.groups[i]]
        return i

    def needed(self, wanted: Collection[int], among: Iterable[int]) -> list[int]:
        """`wanted`, and those `among` earlier commands that may make a difference to them, in order."""
        last: dict[int, int] = {}
        for i in wanted:
            group = self.group(i)
            last[group] = max(i, last.get(group, -1))
        before = {i for i in among if self.effective[i] and i < last.get(self.group(i), -1)}
        return sorted(before.union(wanted))

    def builds_on(self, i: int) -> list[int]:
        """The commands that cannot run once command `i`, which binds a module or an instance, failed."""
        lost = {i}
        for j, link in enumerate(self.links):
            if link.instance in lost or link.module in lost:
                lost.add(j)
        return sorted(lost - {i})


def _is_still(command: Command, features: Features) -> bool:
    """Whether instances of what `command` defines have no state that an action might change."""
    if not isinstance(command, ModuleCommand):
        return False
    module = read(command.definition, features)
    state = module and (
        *(*module.imports, *module.mems, *module.tables, *module.globals),
        *(*module.datas, *module.elems),
    )
    return isinstance(module, Module) and not state


def _has_effect(command: Command, link: Link, still: Collection[int]) -> bool:
    """Whether `command` binds something, or may change the state of an instance."""
    match command:
        case ModuleCommand() | InstanceCommand() | Register():
            return True
        case AssertModule():
            return command.keyword in ("assert_unlinkable", "assert_trap")
        case ActionCommand() | AssertReturn() | AssertFails():
            return isinstance(command.action, Invoke) and link.instance not in still


@dataclass(frozen=True, slots=True)
class Cut:
    """A text made of commands of a script, and on which line each of them begins."""

    text: str
    lines: tuple[int, ...]
    indices: tuple[int, ...]

    def at(self, line: int) -> int | None:
        """The command that stands on `line`."""
        i = bisect_right(self.lines, line) if line <= self.text.count("\n") + 1 else 0
        return self.indices[i - 1] if i else None


class Cutter:
    """Cuts texts out of the script `commands` of `source`."""

    def __init__(self, source: Source, commands: Sequence[Command]):
        self.commands = commands
        self.chunks = chunks(source.text, commands)

    def cut(self, kept: Sequence[int], forms: Mapping[int, Form] | None = None) -> Cut:
        """The text of the commands `kept`, in the form that `forms` gives them.

        Lines stay where they are, except that each command begins a line of its own.
        """
        parts: list[str] = []
        lines: list[int] = []
        fresh, line, wanted = True, 1, set(kept)
        for i, chunk in enumerate(self.chunks):
            if i in wanted:
                if not fresh:
                    parts.append("\n")
                    line += 1
                head = self.commands[0].offset if i == 0 else 0
                lines.append(line + chunk.count("\n", 0, head))
                shown = self.shown(i, (forms or {}).get(i, Form.WHOLE))
            else:
                shown = "\n" * chunk.count("\n")
            parts.append(shown)
            line += shown.count("\n")
            fresh = bool(FRESH.search(shown)) if shown.strip(" \t") else fresh
        return Cut("".join(parts), tuple(lines), tuple(sorted(wanted)))

    def shown(self, i: int, form: Form) -> str:
        """The text of command `i`."""
        chunk = self.chunks[i]
        if form is Form.WHOLE:
            return chunk
        action = held(chunk) if form is not Form.NOTHING else ""
        text = f'(assert_trap {action} "")' if form is Form.TRAPPING else action
        return text + "\n" * (chunk.count("\n") - action.count("\n"))


def minimal(source: Source, commands: Sequence[Command], i: int) -> str:
    """A script that runs command `i` and what of the earlier ones may make a difference to it."""
    needed = Dependences(commands).needed([i], range(i))
    lines = Cutter(source, commands).cut(needed).text.splitlines()
    return "\n".join(line for line in lines if line.strip()) + "\n"
