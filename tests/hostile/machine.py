"""Modules at work: texts to instances, by the embedding interface."""

from __future__ import annotations

import resource
from collections.abc import Sequence
from pathlib import Path

from refwasm import embedding as e
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import ExternVal, FuncInst, ModuleInst, Store
from refwasm.runtime.values import Value
from tests.hostile.outcome import Input, read


class Machine:
    """A store and the reference tier."""

    def __init__(self) -> None:
        self.store: Store = e.store_init()
        self.tier = Interpreter()

    def instance(self, source: Input, *imports: ExternVal) -> ModuleInst:
        """A new instance of the module `source`."""
        module = e.module_validate(read(source))
        return e.module_instantiate(self.store, module, imports, self.tier)

    def function(self, source: Input, *imports: ExternVal) -> FuncInst:
        """The function that the module `source` exports as `f`."""
        return self.exported(self.instance(source, *imports), "f")

    def exported(self, instance: ModuleInst, name: str) -> FuncInst:
        item = e.instance_export(instance, name)
        assert isinstance(item, FuncInst)
        return item

    def call(self, func: FuncInst, *args: Value) -> Sequence[Value]:
        """What `func` returns."""
        return e.func_invoke(self.store, func, args, self.tier)


def resident() -> int:
    """The memory that this process occupies now, in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()
