"""What tables hold, by a module that looks and by refwasm itself."""

from __future__ import annotations

import pytest

from refwasm.diff.viewer import MOST, ORIGIN, number_of, viewer
from refwasm.runtime.instances import TableInst
from refwasm.script.commands import BinaryModule, NumConst, QuotedModule
from refwasm.script.native import NativeEngine
from refwasm.syntax.types import I64

TABLES = [
    "3 funcref) (elem (i32.const 1) $f",
    "i64 2 externref (extern.convert_any (ref.i31 (i32.const 1)))",
    "4 anyref) (elem (i32.const 0) anyref (ref.i31 (i32.const 1)) (struct.new $s) (array.new_fixed $a 0)",
    "4 eqref) (elem (i32.const 1) eqref (array.new_fixed $a 0) (struct.new $s)",
    "3 (ref null $ft)) (elem (i32.const 2) (ref null $ft) (ref.func $f)",
    f"{2 * MOST} (ref i31) (ref.i31 (i32.const 3))",
    "0 exnref",
]


@pytest.mark.parametrize("table", TABLES)
def test_both_say_the_same(table: str) -> None:
    text = f"""(module (type $s (struct)) (type $a (array i8)) (type $ft (func))
      (func $f (type $ft)) (table (export "t") {table}))"""
    engine = NativeEngine()
    module = engine.define(QuotedModule(text.encode()))
    instance = engine.instantiate(module)
    binary = viewer(module.module)
    assert binary is not None
    engine.register(ORIGIN, instance)
    looking = engine.instantiate(engine.define(BinaryModule(binary)))
    item = instance.exports["t"]
    assert isinstance(item, TableInst)
    expected = (NumConst(I64, number_of(item)),)
    assert engine.invoke(looking, "t", ()) == expected
    if item.size:
        first = item.elems[0] if item.elems else item.rest
        item.elems[0:1] = [instance.funcs[0] if first is None else None]
        assert number_of(item) != expected[0].bits


def test_without_tables_there_is_none() -> None:
    engine = NativeEngine()
    assert viewer(engine.define(QuotedModule(b"(module (table 1 funcref))")).module) is None
