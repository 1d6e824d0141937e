"""Which instructions the modules of a script hold, whether or not they ever run."""

from __future__ import annotations

from collections.abc import Iterator

from refwasm.errors import Malformed
from refwasm.generated.opcodes import OPS
from refwasm.script.commands import AssertModule, Command, ModuleCommand
from refwasm.script.native import load
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import Active, Module

INSTANTIATED = ("assert_trap", "assert_unlinkable")  # the directives of modules that are valid


def held(command: Command, features: Features = DEFAULT) -> tuple[str, ...]:
    """The keys of the instructions in the module that `command` defines, in the table's order; none if it is refused."""
    match command:
        case ModuleCommand(definition=definition):
            pass
        case AssertModule(keyword=keyword, definition=definition) if keyword in INSTANTIATED:
            pass
        case _:
            return ()
    try:
        module = None if definition is None else load(definition, features=features)
    except Malformed:
        return ()
    keys = {i.op.name for expr in expressions(module or Module()) for i in expr.instrs}
    return tuple(op.name for op in OPS if op.name in keys)


def expressions(module: Module) -> Iterator[Expr]:
    """The bodies and the constant expressions of `module`."""
    yield from (func.body for func in module.funcs)
    yield from (item.init for item in module.globals)
    yield from (table.init for table in module.tables if table.init is not None)
    yield from (expr for elem in module.elems for expr in elem.init)
    modes = (*(elem.mode for elem in module.elems), *(data.mode for data in module.datas))
    yield from (mode.at for mode in modes if isinstance(mode, Active))
