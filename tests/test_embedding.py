"""The embedding interface: each of its functions, and where the standard has it fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from refwasm import embedding as e
from refwasm.errors import (
    EmbeddingError,
    Exhaustion,
    Invalid,
    Malformed,
    Trap,
    UncaughtException,
    Unlinkable,
    WasmError,
)
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.instances import ExternVal, HostFunc, MemInst, ModuleInst, Store, WasmFunc
from refwasm.runtime.values import HostRef, Value
from refwasm.syntax import types as T

STORE = e.store_init()
BINARY = T.FuncType((T.I32, T.I32), (T.I32,))
FUNC = e.func_alloc(STORE, BINARY, lambda args: args[:1])
MEM = T.MemType(T.I32, T.Limits(1, 2))
TABLE = T.TableType(T.I32, T.Limits(2, 3), T.FUNCREF)
IMMUTABLE, MUTABLE = T.GlobalType(False, T.I32), T.GlobalType(True, T.I32)


def instance(text: str, *imports: ExternVal) -> ModuleInst:
    module = e.module_validate(e.module_parse(text))
    return e.module_instantiate(e.store_init(), module, imports, Interpreter())


def exported(inst: ModuleInst, name: str) -> WasmFunc | HostFunc:
    func = e.instance_export(inst, name)
    assert isinstance(func, WasmFunc | HostFunc)
    return func


def test_from_bytes_to_a_result() -> None:
    data = bytes.fromhex(
        "0061736d01000000 01070160027f7f017f 03020100 07070103616464 0000 0a09010700200020016a0b"
    )
    module = e.module_validate(e.module_decode(data))
    assert e.module_imports(module) == []
    assert e.module_exports(module) == [("add", T.FuncUse(e.func_type(STORE, FUNC)))]
    store, tier = e.store_init(), Interpreter()
    inst = e.module_instantiate(store, module, [], tier)
    assert e.func_invoke(store, exported(inst, "add"), [2**32 - 1, 3], tier) == [2]


def test_imports_and_exports_in_order() -> None:
    module = e.module_validate(
        e.module_parse(
            '(module (import "m" "f" (func (param i32 i32) (result i32)))'
            ' (import "n" "m" (memory 1 2)) (export "x" (memory 0)) (export "a" (func 0)))'
        )
    )
    func = T.FuncUse(FUNC.type)
    assert e.module_imports(module) == [("m", "f", func), ("n", "m", MEM)]
    assert e.module_exports(module) == [("x", MEM), ("a", func)]


FAILING: list[tuple[Callable[[], object], type[WasmError]]] = [
    (lambda: e.module_decode(b"\0asm"), Malformed),
    (lambda: e.module_parse("(module (func"), Malformed),
    (lambda: e.module_validate(e.module_parse("(module (func i32.add))")), Invalid),
    (lambda: instance('(module (import "m" "f" (func)))'), Unlinkable),
    (lambda: instance('(module (import "m" "f" (func)))', FUNC), Unlinkable),
    (lambda: instance("(module (func unreachable) (start 0))"), Trap),
    (lambda: instance("(module (tag) (func (throw 0)) (start 0))"), UncaughtException),
    (lambda: e.instance_export(instance("(module)"), "f"), EmbeddingError),
    (lambda: e.func_invoke(STORE, FUNC, [1], Interpreter()), EmbeddingError),
    (lambda: e.func_invoke(STORE, FUNC, [1, -1], Interpreter()), EmbeddingError),
    (lambda: e.func_invoke(STORE, FUNC, [1, 1.0], Interpreter()), EmbeddingError),
    (lambda: e.table_alloc(STORE, TABLE, HostRef(1)), EmbeddingError),
    (lambda: e.table_read(STORE, e.table_alloc(STORE, TABLE, None), 2), Trap),
    (lambda: e.table_read(STORE, e.table_alloc(STORE, TABLE, None), -1), EmbeddingError),
    (lambda: e.table_write(STORE, e.table_alloc(STORE, TABLE, None), 2, None), Trap),
    (
        lambda: e.table_write(STORE, e.table_alloc(STORE, TABLE, None), 0, HostRef(1)),
        EmbeddingError,
    ),
    (lambda: e.table_grow(STORE, e.table_alloc(STORE, TABLE, None), 2, None), EmbeddingError),
    (lambda: e.mem_read(STORE, e.mem_alloc(STORE, MEM), 65536), Trap),
    (lambda: e.mem_read(STORE, e.mem_alloc(STORE, MEM), -1), EmbeddingError),
    (lambda: e.mem_write(STORE, e.mem_alloc(STORE, MEM), 65536, 0), Trap),
    (lambda: e.mem_write(STORE, e.mem_alloc(STORE, MEM), 0, 256), EmbeddingError),
    (lambda: e.mem_grow(STORE, e.mem_alloc(STORE, MEM), 2), EmbeddingError),
    (lambda: e.mem_alloc(e.store_init(max_memory=65535), MEM), Exhaustion),
    (lambda: e.table_alloc(e.store_init(max_table=1), TABLE, None), Exhaustion),
    (lambda: e.global_alloc(STORE, MUTABLE, None), EmbeddingError),
    (lambda: e.global_write(STORE, e.global_alloc(STORE, MUTABLE, 1), 2**32), EmbeddingError),
    (lambda: e.global_write(STORE, e.global_alloc(STORE, IMMUTABLE, 1), 2), EmbeddingError),
    (lambda: e.exn_alloc(STORE, e.tag_alloc(STORE, T.TagType(FUNC.type)), [1]), EmbeddingError),
    (lambda: e.exn_alloc(STORE, e.tag_alloc(STORE, T.TagType(FUNC.type)), [1, -1]), EmbeddingError),
    (lambda: e.val_default(T.RefType(False, T.FUNC)), EmbeddingError),
    (lambda: e.val_default(T.BOT), EmbeddingError),
]


@pytest.mark.parametrize(("attempt", "error"), FAILING)
def test_failing(attempt: Callable[[], object], error: type[WasmError]) -> None:
    with pytest.raises(WasmError) as caught:
        attempt()
    assert type(caught.value) is error


def test_host_functions_are_called_from_wasm_and_from_outside() -> None:
    calls: list[Sequence[Value]] = []

    def host(args: Sequence[Value]) -> Sequence[Value]:
        calls.append(tuple(args))
        return (7,)

    func = e.func_alloc(STORE, BINARY, host)
    inst = instance(
        '(module (import "m" "f" (func $f (param i32 i32) (result i32)))'
        ' (func (export "g") (result i32) (call $f (i32.const 1) (i32.const 2))))',
        func,
    )
    tier = Interpreter()
    assert e.func_invoke(STORE, exported(inst, "g"), [], tier) == [7]
    assert e.func_invoke(STORE, func, [3, 4], tier) == [7]
    assert calls == [(1, 2), (3, 4)]
    assert e.func_type(STORE, func).comp == BINARY


def test_tables() -> None:
    table = e.table_alloc(STORE, TABLE, FUNC)
    e.table_write(STORE, table, 1, None)
    e.table_grow(STORE, table, 1, FUNC)
    assert [e.table_read(STORE, table, i) for i in range(3)] == [FUNC, None, FUNC]
    assert e.table_size(STORE, table) == 3
    assert e.table_type(STORE, table) == T.TableType(T.I32, T.Limits(3, 3), T.FUNCREF)


def test_memories() -> None:
    mem = e.mem_alloc(STORE, MEM)
    e.mem_grow(STORE, mem, 1)
    e.mem_write(STORE, mem, 131071, 255)
    assert e.mem_read(STORE, mem, 131071) == 255
    assert e.mem_size(STORE, mem) == 2
    assert e.mem_type(STORE, mem) == T.MemType(T.I32, T.Limits(2, 2))


def test_memories_are_shared_with_instances() -> None:
    mem = e.mem_alloc(STORE, MEM)
    inst = instance(
        '(module (import "m" "m" (memory 1 2)) (export "m" (memory 0)) (data (i32.const 9) "x"))',
        mem,
    )
    assert e.mem_read(STORE, mem, 9) == ord("x")
    assert isinstance(item := e.instance_export(inst, "m"), MemInst) and item is mem


def test_globals() -> None:
    g = e.global_alloc(STORE, MUTABLE, 1)
    e.global_write(STORE, g, 2)
    assert e.global_read(STORE, g) == 2
    assert e.global_type(STORE, g) == MUTABLE


def test_exceptions() -> None:
    tag = e.tag_alloc(STORE, T.TagType(FUNC.type))
    exn = e.exn_alloc(STORE, tag, [1, 2])
    assert e.exn_tag(STORE, exn) is tag
    assert e.exn_read(STORE, exn) == (1, 2)
    assert e.tag_type(STORE, tag) == T.TagType(FUNC.type)
    assert e.ref_type(STORE, exn) == T.RefType(False, T.EXN)


def test_an_exception_reaches_the_embedder() -> None:
    inst = instance(
        '(module (tag $t (export "t") (param i32)) (func (export "f") (throw $t (i32.const 5))))'
    )
    with pytest.raises(UncaughtException) as caught:
        e.func_invoke(STORE, exported(inst, "f"), [], Interpreter())
    exn = caught.value.exception
    assert isinstance(exn, ExnInst)
    assert e.exn_tag(STORE, exn) is e.instance_export(inst, "t")
    assert e.exn_read(STORE, exn) == (5,)


@pytest.mark.parametrize(
    ("t", "v"), [(T.I32, 0), (T.I64, 0), (T.F32, 0.0), (T.F64, 0.0), (T.V128, 0), (T.FUNCREF, None)]
)
def test_defaults(t: T.ValType, v: Value) -> None:
    assert e.val_default(t) == v
    assert type(e.val_default(t)) is type(v)


def test_matching() -> None:
    least, most = T.RefType(False, FUNC.type), T.FUNCREF
    assert e.match_valtype(least, most) and not e.match_valtype(most, least)
    two = T.MemType(T.I32, T.Limits(2, 2))
    assert e.match_externtype(two, MEM) and not e.match_externtype(MEM, two)


def test_stores_do_not_share_their_limits() -> None:
    assert e.store_init(max_memory=1).max_memory == 1
    assert e.store_init().max_memory is None
    assert e.store_init(max_table=1).max_table == 1
    assert e.store_init().max_table == Store().max_table
