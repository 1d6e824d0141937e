"""Instances for tests, made as modules and embedders make them."""

from __future__ import annotations

from refwasm.interpret.machine import Interpreter
from refwasm.runtime.functions import func_deftype
from refwasm.runtime.instances import (
    ExternVal,
    GlobalInst,
    HostFunc,
    MemInst,
    ModuleInst,
    Store,
    TableInst,
    WasmFunc,
)
from refwasm.runtime.instantiate import instantiate
from refwasm.runtime.memories import alloc_mem, memory_grow
from refwasm.runtime.tables import alloc_table, table_grow
from refwasm.runtime.values import Value
from refwasm.syntax import types as T
from refwasm.text.parse_module import parse_module
from refwasm.validation.modules import ValidModule, validate_module


def valid(text: str) -> ValidModule:
    return validate_module(parse_module(f"(module {text})"))


def instance(text: str, *imports: ExternVal, store: Store | None = None) -> ModuleInst:
    return instantiate(store or Store(), valid(text), imports, Interpreter())


def call(inst: ModuleInst, name: str, *args: Value) -> list[Value]:
    func = inst.exports[name]
    assert isinstance(func, WasmFunc | HostFunc)
    return Interpreter().invoke(func, args)


def memory(n: int, most: int | None = None, *, addr: T.NumType = T.I32) -> MemInst:
    return alloc_mem(T.MemType(addr, T.Limits(n, most)))


def table(
    n: int, most: int | None = None, *, elem: T.RefType = T.FUNCREF, addr: T.NumType = T.I32
) -> TableInst:
    return alloc_table(T.TableType(addr, T.Limits(n, most), elem), None, 10_000)


def host(params: T.ResultType, results: T.ResultType) -> HostFunc:
    return HostFunc(func_deftype(params, results), lambda args: args if results else ())


def glob(t: T.ValType, v: Value, *, mutable: bool = False) -> GlobalInst:
    return GlobalInst(T.GlobalType(mutable, t), v)


def grown(mem: MemInst, n: int) -> MemInst:
    memory_grow(mem, n)
    return mem


def grown_table(t: TableInst, n: int) -> TableInst:
    table_grow(t, n, None)
    return t
