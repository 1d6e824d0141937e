"""What there is in a module that may have a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from refwasm.customs.kind import Binding
from refwasm.syntax.modules import Module
from refwasm.syntax.types import (
    CompType,
    FuncType,
    FuncUse,
    GlobalType,
    MemType,
    StructType,
    TableType,
    TagType,
)

IMPORTED = {
    "funcs": FuncUse,
    "tables": TableType,
    "mems": MemType,
    "globals": GlobalType,
    "tags": TagType,
}
SPACES = (*IMPORTED, "elems", "datas")


def imported(module: Module, space: str) -> int:
    """How many of the items of the index space `space` are imported."""
    t = IMPORTED.get(space)
    return 0 if t is None else sum(isinstance(i.type, t) for i in module.imports)


def can_be_named(module: Module, *, annotated: bool = False) -> Callable[[Binding], bool]:
    """Tells what `module` has; with `annotated`, what an annotation can stand at."""
    sizes = {space: imported(module, space) + len(getattr(module, space)) for space in SPACES}
    comps: list[CompType] = [t.comp for group in module.types for t in group.subtypes]
    sizes["types"] = len(comps)
    uses = [i.type.type for i in module.imports if isinstance(i.type, FuncUse)]
    first = len(uses)

    def exists(binding: Binding) -> bool:
        space, x, y = binding
        match space:
            case "module":
                return True
            case "locals":
                assert y is not None, binding
                return (x >= first or not annotated) and x < sizes["funcs"] and y < locals_of(x)
            case "labels":
                return False
            case "fields":
                comp = comps[x] if x < len(comps) else None
                return isinstance(comp, StructType) and y is not None and y < len(comp.fields)
        return x < sizes[space]

    @cache
    def locals_of(x: int) -> int:
        """How many locals the function `x` has."""
        if x < first:
            t, n = uses[x], 0
        else:
            func = module.funcs[x - first]
            t, n = func.type, sum(count for count, _ in func.locals)
        comp = comps[t] if isinstance(t, int) and t < len(comps) else None
        return n + len(comp.params) if isinstance(comp, FuncType) else 0

    return exists
