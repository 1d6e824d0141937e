"""The host module `spectest`, which scripts may import from without registering it."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.numerics.floats import fround
from refwasm.runtime.functions import func_deftype
from refwasm.runtime.instances import ExternVal, GlobalInst, HostFunc, Store
from refwasm.runtime.memories import alloc_mem
from refwasm.runtime.tables import alloc_table
from refwasm.runtime.values import Value
from refwasm.syntax.types import (
    F32,
    F64,
    FUNCREF,
    I32,
    I64,
    GlobalType,
    Limits,
    MemType,
    NumType,
    TableType,
)

PARAMS: dict[str, tuple[NumType, ...]] = {
    "print": (),
    "print_i32": (I32,),
    "print_i64": (I64,),
    "print_f32": (F32,),
    "print_f64": (F64,),
    "print_i32_f32": (I32, F32),
    "print_f64_f64": (F64, F64),
}


def spectest(store: Store) -> dict[str, ExternVal]:
    """Fresh exports of the module, by name; what its functions print goes nowhere."""
    exports: dict[str, ExternVal] = {
        name: HostFunc(func_deftype(params, ()), _print) for name, params in PARAMS.items()
    }
    for t, value in ((I32, 666), (I64, 666), (F32, fround(32, 666.6)), (F64, 666.6)):
        exports[f"global_{t}"] = GlobalInst(GlobalType(False, t), value)
    for name, at in (("table", I32), ("table64", I64)):
        tabletype = TableType(at, Limits(10, 20), FUNCREF)
        exports[name] = alloc_table(tabletype, None, store.max_table)
    exports["memory"] = alloc_mem(MemType(I32, Limits(1, 2)), store.max_memory)
    return exports


def _print(args: Sequence[Value]) -> Sequence[Value]:
    return ()
