"""The types of what the actions of a script give: found from the script alone, without running it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from refwasm.errors import WasmError
from refwasm.script.commands import Action, Command, Get, ModuleCommand
from refwasm.script.links import Link, read
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.features import Features
from refwasm.syntax.types import ExternType, FuncType, FuncUse, GlobalType, ValType
from refwasm.validation.modules import validate_module


class ResultTypes:
    """Those of the script `commands`, of which `links` are the links."""

    def __init__(self, commands: Sequence[Command], links: Sequence[Link], features: Features):
        self.commands = commands
        self.links = links
        self.features = features
        self._exports: dict[
            int, Mapping[str, ExternType]
        ] = {}  # by the command that defines a module

    def of(self, action: Action, link: Link) -> tuple[ValType, ...] | None:
        """The types of what `action` gives; None if they cannot be known."""
        item = self.exports(link).get(action.name)
        if isinstance(action, Get):
            return (item.type,) if isinstance(item, GlobalType) else None
        if isinstance(item, FuncUse) and isinstance(item.type, DefType):
            assert isinstance(item.type.comp, FuncType), "functions have the types of functions"
            return item.type.comp.results
        return None

    def exports(self, link: Link) -> Mapping[str, ExternType]:
        """The types of what the instance of `link` exports; none if that cannot be known."""
        if link.instance is None:
            return {}
        i = self.links[link.instance].module
        i = link.instance if i is None else i
        if i not in self._exports:
            self._exports[i] = _exports(self.commands[i], self.features)
        return self._exports[i]


def _exports(command: Command, features: Features) -> Mapping[str, ExternType]:
    if not isinstance(command, ModuleCommand):
        return {}
    module = read(command.definition, features)
    try:
        return {} if module is None else validate_module(module, features=features).exports
    except WasmError:
        return {}
