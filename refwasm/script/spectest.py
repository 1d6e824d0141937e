"""The host module `spectest`, which scripts may import from without registering it."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.numerics.floats import bits_of_float, float_of_bits, fround
from refwasm.runtime.functions import func_deftype
from refwasm.runtime.instances import ExternVal, GlobalInst, HostFunc, Store
from refwasm.runtime.memories import alloc_mem
from refwasm.runtime.tables import alloc_table
from refwasm.runtime.values import Value
from refwasm.script.commands import NumConst
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

# What the module exports, by name. Its functions have no results and do nothing; its globals are
# immutable, and given by their bits; the elements of its tables are null.

PARAMS: dict[str, tuple[NumType, ...]] = {
    "print": (),
    "print_i32": (I32,),
    "print_i64": (I64,),
    "print_f32": (F32,),
    "print_f64": (F64,),
    "print_i32_f32": (I32, F32),
    "print_f64_f64": (F64, F64),
}
GLOBALS: dict[str, NumConst] = {
    "global_i32": NumConst(I32, 666),
    "global_i64": NumConst(I64, 666),
    "global_f32": NumConst(F32, bits_of_float(32, fround(32, 666.6))),
    "global_f64": NumConst(F64, bits_of_float(64, 666.6)),
}
TABLES: dict[str, TableType] = {
    "table": TableType(I32, Limits(10, 20), FUNCREF),
    "table64": TableType(I64, Limits(10, 20), FUNCREF),
}
MEMORIES: dict[str, MemType] = {"memory": MemType(I32, Limits(1, 2))}


def spectest(store: Store) -> dict[str, ExternVal]:
    """Fresh exports of the module, by name; what its functions print goes nowhere."""
    exports: dict[str, ExternVal] = {
        name: HostFunc(func_deftype(params, ()), _print) for name, params in PARAMS.items()
    }
    for name, const in GLOBALS.items():
        t, bits = const.t, const.bits
        value = bits if t in (I32, I64) else float_of_bits(t.bits, bits)
        exports[name] = GlobalInst(GlobalType(False, t), value)
    for name, tabletype in TABLES.items():
        exports[name] = alloc_table(tabletype, None, store.max_table)
    for name, memtype in MEMORIES.items():
        exports[name] = alloc_mem(memtype, store.max_memory)
    return exports


def _print(args: Sequence[Value]) -> Sequence[Value]:
    return ()
