"""Which features the commands of a script need: the least set with which they end as with all, found by
trying.

A module needs what it takes to be found valid, or to be refused as malformed or invalid for a reason of its
own rather than for want of a feature; in which words does not matter. An action needs what the module of its
instance does, and those that it is linked with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from refwasm.errors import Invalid, Malformed
from refwasm.generated.features import FEATURES
from refwasm.script.commands import (
    Action,
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    Command,
    Definition,
    InstanceCommand,
    ModuleCommand,
    Register,
)
from refwasm.script.native import define
from refwasm.script.parse import parse_script
from refwasm.syntax.features import DEFAULT, Features, closed, dependents

Names: TypeAlias = frozenset[str]  # of features
Outcome: TypeAlias = tuple[str, str]  # class and text of the error, empty for a valid module

LEAST: Names = frozenset({"mvp"})
NAMED = re.compile(r"\[([\w-]+)\]$")  # the feature that is off, as messages end (`features.off`)


class Needs(NamedTuple):
    """What a module needs, and from which modules it imports."""

    on: Names
    imports: tuple[str, ...] = ()


def needed(
    text: str, commands: Sequence[Command], features: Features = DEFAULT
) -> Iterator[tuple[str, ...]]:
    """What each of `commands` of the script `text` needs of `features`, beyond the first edition."""
    script = _Script(features)
    for command, after in zip_longest(commands, commands[1:]):
        assert command is not None, "the others are fewer"
        end = after.offset if after else len(text)
        on = script.of(command, text[command.offset : end])
        yield tuple(name for name in FEATURES if name in on - LEAST)


def least(outcome: Callable[[Names], Outcome], most: Names) -> Names:
    """The least subset of the features `most` with which the class of `outcome` is the same as with all.

    It grows by the feature that an error names; where none is named, features are taken from all of them.
    """
    wanted, _ = outcome(most)
    on = LEAST & most
    while True:
        kind, text = outcome(on)
        lacks = missing(text, most - on)
        if kind == wanted and not lacks:
            return on
        if not lacks:
            return _without(outcome, most)
        on |= closed(lacks) & most


def _without(outcome: Callable[[Names], Outcome], most: Names) -> Names:
    """The same, by leaving out one feature after the other, the latest first."""
    wanted, _ = outcome(most)
    on = most
    for name in reversed(FEATURES):
        less = on - dependents(name)
        if less != on and name not in LEAST:
            kind, text = outcome(less)
            on = less if kind == wanted and not missing(text, most - less) else on
    return on


def missing(text: str, off: Names) -> str:
    """The feature of `off` for want of which a module is refused, as `text` says; empty if there is none."""
    found = NAMED.search(text)
    return found[1] if found and found[1] in off else ""


class _Script:
    """The names of a script under way, as `ScriptRunner` binds them; None is the current one."""

    def __init__(self, features: Features):
        self.features = features
        self.modules: dict[str | None, Needs] = {}
        self.instances: dict[str | None, Names] = {}
        self.registered: dict[str, Names] = {}

    def of(self, command: Command, text: str) -> Names:
        """What `command`, written `text`, needs."""
        match command:
            case ModuleCommand(_, name, _, definition_only):
                needs = self.module(command, text)
                self.modules.update(dict.fromkeys({None, name}, needs))
                if not definition_only:
                    self.instances.update(dict.fromkeys({None, name}, self.linked(needs)))
                return needs.on if definition_only else self.linked(needs)
            case InstanceCommand(_, name, module):
                on = self.linked(self.modules.get(module, Needs(LEAST)))
                self.instances.update(dict.fromkeys({None, name}, on))
                return on
            case Register(_, name, module):
                self.registered[name] = self.instances.get(module, LEAST)
                return self.registered[name]
            case ActionCommand(_, action) | AssertReturn(_, action) | AssertFails(_, _, action):
                return self.action(action)
            case AssertModule(_, _, _, InstanceCommand(_, _, module)):
                return self.linked(self.modules.get(module, Needs(LEAST)))
            case AssertModule():
                return self.linked(self.module(command, text))

    def action(self, action: Action) -> Names:
        """What the instance of `action` needs."""
        return self.instances.get(action.module, LEAST)

    def linked(self, needs: Needs) -> Names:
        """What an instance needs of a module with these `needs`."""
        return needs.on.union(*(self.registered.get(name, LEAST) for name in needs.imports))

    def module(self, command: ModuleCommand | AssertModule, text: str) -> Needs:
        """What the definition in `command`, written `text`, needs."""
        imports: tuple[str, ...] = ()

        def outcome(on: Names) -> Outcome:
            nonlocal imports
            whole = on == self.features.on
            features = Features(self.features.edition, on)
            customs = command.keyword.endswith("_custom")
            try:
                definition = command.definition if whole else defined(text, features)
                assert definition is not None
                valid = define(definition, customs=customs, features=features)
            except (Malformed, Invalid) as e:
                return type(e).__name__, e.message
            imports = tuple({im.module: None for im in valid.module.imports})
            return "", ""

        return Needs(least(outcome, self.features.on), imports)


def defined(text: str, features: Features) -> Definition:
    """The definition in the one command that is written `text`. Raises Malformed."""
    command = parse_script(text, features=features)[0]
    assert isinstance(command, ModuleCommand | AssertModule)
    assert command.definition is not None
    return command.definition
