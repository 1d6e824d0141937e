"""What the commands of a script refer to: found from the script alone, without running it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from refwasm.errors import WasmError
from refwasm.script.commands import (
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
from refwasm.script.native import load
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.modules import Module

HOST = "spectest"  # may be imported from without having been registered


@dataclass(frozen=True, slots=True)
class Link:
    """The indices of the commands that one command builds on.

    `instance` made the instance that it uses, `module` defined the module that it makes an instance
    of, and `imports` registered what that module imports. `missing` says what is not there, as running
    the script would; or else it is empty.
    """

    instance: int | None = None
    module: int | None = None
    imports: tuple[int, ...] = ()
    missing: str = ""


def links(commands: Sequence[Command], *, features: Features = DEFAULT) -> list[Link]:
    """The link of each command."""
    linker = _Linker(features)
    return [linker.link(i, command) for i, command in enumerate(commands)]


class _Linker:
    """Names as they are bound while the commands are read in their order; None is the current one."""

    def __init__(self, features: Features):
        self.features = features
        self.modules: dict[str | None, int] = {}
        self.instances: dict[str | None, int] = {}
        self.registered: dict[str, int] = {}
        self.imported: dict[int, frozenset[str] | None] = {}  # by the command that defines a module

    def link(self, i: int, command: Command) -> Link:
        """The link of command number `i`; what it binds is bound."""
        match command:
            case ModuleCommand(name=name, definition=definition, definition_only=only):
                self.imported[i] = imported(definition, self.features)
                self.modules.update({None: i, name: i})
                if only:
                    return Link()
                self.instances.update({None: i, name: i})
                return Link(imports=self.registers(self.imported[i]))
            case InstanceCommand(name=name, module=module):
                link = self.instantiated(module)
                self.instances.update({None: i, name: i})
                return link
            case Register(name=name, module=module):
                link = self.used(module)
                self.registered[name] = i
                return link
            case ActionCommand(action=action) | AssertReturn(action=action):
                return self.used(action.module)
            case AssertFails(action=action):
                return self.used(action.module)
            case AssertModule(instance=InstanceCommand(module=module)):
                return self.instantiated(module)
            case AssertModule(keyword=keyword, definition=definition):
                if keyword not in ("assert_unlinkable", "assert_trap"):
                    return Link()
                assert definition is not None, "there is no instance"
                return Link(imports=self.registers(imported(definition, self.features)))

    def used(self, name: str | None) -> Link:
        """The link of what uses the instance `name`."""
        if name in self.instances:
            return Link(instance=self.instances[name])
        return Link(missing=f"no instance ${name} defined" if name else "no instance defined")

    def instantiated(self, name: str | None) -> Link:
        """The link of what makes an instance of the module `name`."""
        if name not in self.modules:
            return Link(missing=f"no module ${name} defined" if name else "no module defined")
        module = self.modules[name]
        return Link(module=module, imports=self.registers(self.imported[module]))

    def registers(self, names: frozenset[str] | None) -> tuple[int, ...]:
        """The commands that registered `names`; all there are if it is not known what is imported."""
        wanted = self.registered.keys() if names is None else self.registered.keys() & names
        return tuple(sorted(self.registered[name] for name in wanted))


def imported(definition: Definition, features: Features) -> frozenset[str] | None:
    """The names of the modules that `definition` imports from; None if it cannot be read."""
    module = read(definition, features)
    return None if module is None else frozenset(im.module for im in module.imports) - {HOST}


def read(definition: Definition, features: Features = DEFAULT) -> Module | None:
    """The module that `definition` holds, if it is well-formed."""
    try:
        return load(definition, features=features)
    except WasmError:
        return None
