"""The host module `spectest` as a binary: no engine and no driver has to provide it."""

from __future__ import annotations

from collections.abc import Container

from refwasm.binary.encode_module import encode_module
from refwasm.generated import opcodes as o
from refwasm.script.spectest import GLOBALS, MEMORIES, PARAMS, TABLES
from refwasm.syntax import types as T
from refwasm.syntax.instructions import Expr, Instr, Op
from refwasm.syntax.modules import Export, Func, Global, Kind, Memory, Module, Table

CONST: dict[T.NumType, Op] = {
    T.I32: o.I32_CONST,
    T.I64: o.I64_CONST,
    T.F32: o.F32_CONST,
    T.F64: o.F64_CONST,
}
END = Instr(o.END, ())


def spectest_binary(features: Container[str]) -> bytes:
    """The module that exports what `script/spectest.py` says, as far as `features` have it."""
    wide = "memory64" in features
    tables = {name: t for name, t in TABLES.items() if wide or t.addr is T.I32}
    mems = {name: t for name, t in MEMORIES.items() if wide or t.addr is T.I32}
    if "reference-types" not in features:
        tables = dict([*tables.items()][:1])
    spaces = (
        (Kind.FUNC, PARAMS),
        (Kind.GLOBAL, GLOBALS),
        (Kind.TABLE, tables),
        (Kind.MEMORY, mems),
    )
    return encode_module(
        Module(
            types=tuple(_type(params) for params in PARAMS.values()),
            globals=tuple(
                Global(T.GlobalType(False, c.t), Expr([Instr(CONST[c.t], (c.bits,)), END]))
                for c in GLOBALS.values()
            ),
            mems=tuple(map(Memory, mems.values())),
            tables=tuple(Table(t, None) for t in tables.values()),
            funcs=tuple(Func(i, (), Expr([END])) for i in range(len(PARAMS))),
            exports=tuple(
                Export(name, kind, i) for kind, space in spaces for i, name in enumerate(space)
            ),
        )
    )


def _type(params: T.ResultType) -> T.RecType:
    return T.RecType((T.SubType(True, (), T.FuncType(params, ())),))
