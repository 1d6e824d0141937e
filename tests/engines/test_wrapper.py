"""What cannot pass an engine's interface goes through a wrapper, and comes out as it went in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.engines.wrapper import ORIGIN, exported, wrap
from refwasm.script.commands import Const, HostConst, NullConst, NumConst, TextModule, VecConst
from refwasm.script.engine import Unsupported
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.script.run import run_script
from refwasm.script.values import RefValue, Value
from refwasm.source import Source
from refwasm.syntax import types as T
from refwasm.syntax.modules import Module
from refwasm.text.parse_module import parse_module
from tests.conformance.suite import ROOT, needs_suite, sample, uncovered
from tests.engines.narrow import NarrowEngine

INTEGERS = frozenset({"i32", "i64"})
HOSTS = INTEGERS | {"hostref"}

EVERYTHING = """(module
  (rec (type $f (func (param f32))) (type $pair (struct (field (ref null $pair)))))
  (type $bytes (array i8))
  (type $deep (sub (struct)))
  (type $deeper (sub $deep (struct (field i32))))
  (tag $e)
  (elem declare func $void)
  (func $void (export "void"))
  (func (export "i32") (param i32) (result i32) (local.get 0))
  (func (export "f32") (param f32) (result f32) (local.get 0))
  (func (export "f64") (param f64) (result f64) (local.get 0))
  (func (export "v128") (param v128) (result v128) (local.get 0))
  (func (export "many") (param i32 v128 f32 externref) (result externref f64 v128 i32)
    (local.get 3) (f64.promote_f32 (local.get 2)) (local.get 1) (local.get 0))
  (func (export "extern") (param externref) (result externref) (local.get 0))
  (func (export "extern there") (param (ref extern)) (result (ref extern)) (local.get 0))
  (func (export "any") (param anyref) (result anyref) (local.get 0))
  (func (export "any there") (param (ref any)) (result (ref any)) (local.get 0))
  (func (export "no extern") (param nullexternref) (result nullexternref) (local.get 0))
  (func (export "none") (param nullref) (result nullref) (local.get 0))
  (func (export "func") (param funcref) (result funcref) (local.get 0))
  (func (export "exn") (param exnref) (result exnref) (local.get 0))
  (func (export "pair") (param (ref null $pair)) (result (ref null $pair)) (local.get 0))
  (func (export "typed") (param (ref null $f)) (result (ref null $f)) (local.get 0))
  (func (export "there") (param (ref struct)) (result i32) (i32.const 1))
  (func (export "a function") (result (ref func)) (ref.func $void))
  (func (export "an exception") (result exnref)
    (block (result exnref) (try_table (catch_all_ref 0) (throw $e)) (unreachable)))
  (func $pair (export "a pair") (result (ref $pair)) (struct.new_default $pair))
  (func (export "any pair") (result anyref) (call $pair))
  (func (export "equal pair") (result eqref) (call $pair))
  (func (export "struct") (result structref) (call $pair))
  (func (export "deeper") (result (ref $deep)) (struct.new_default $deeper))
  (func $array (export "an array") (result (ref $bytes)) (array.new_default $bytes (i32.const 2)))
  (func (export "any array") (result anyref) (call $array))
  (func (export "equal array") (result eqref) (call $array))
  (func $i31 (export "an i31") (result i31ref) (ref.i31 (i32.const 5)))
  (func (export "any i31") (result anyref) (call $i31))
  (func (export "equal i31") (result eqref) (call $i31))
  (func (export "extern pair") (result externref) (extern.convert_any (call $pair)))
  (func (export "traps") (param f32) (result f32) (unreachable))
  (global (export "a float") f32 (f32.const nan:0x1234))
  (global (export "a vector") (mut v128) (v128.const i64x2 -1 2))
  (global (export "a null") (ref null $pair) (ref.null none))
  (global (export "an integer") i64 (i64.const -7)))"""

HOST = HostConst(5, extern=True)
INNER = HostConst(5, extern=False)
NAN = NumConst(T.F32, 0xFFA0_0001)
WIDE = NumConst(T.F64, 0x7FF0_0000_0000_0001)
VECTOR = VecConst(0xFEDC_BA98_7654_3210_0123_4567_89AB_CDEF)


def module() -> Module:
    return parse_module(EVERYTHING)


@pytest.fixture(params=[HOSTS, INTEGERS], ids=["hosts", "integers"])
def passes(request: pytest.FixtureRequest) -> frozenset[str]:
    names: frozenset[str] = request.param
    return names


def invoked(passes: frozenset[str], name: str, *args: Const) -> tuple[Value, ...]:
    """What the function yields by way of the wrapper."""
    engine = NarrowEngine(passes)
    return engine.invoke(engine.instantiate(engine.define(TextModule(module()))), name, args)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("void", ()),
        ("i32", (NumConst(T.I32, 2**31),)),
        ("f32", (NAN,)),
        ("f64", (WIDE,)),
        ("v128", (VECTOR,)),
        ("no extern", (NullConst(T.NOEXTERN),)),
        ("none", (NullConst(T.NONE),)),
        ("func", (NullConst(T.FUNC),)),
        ("exn", (NullConst(T.EXN),)),
        ("extern", (NullConst(T.EXTERN),)),
        ("any", (NullConst(T.ANY),)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_values_come_back(passes: frozenset[str], name: str, args: tuple[Const, ...]) -> None:
    assert invoked(passes, name, *args) == args


@pytest.mark.parametrize(
    ("name", "arg"),
    [("extern", HOST), ("extern there", HOST), ("any", INNER), ("any there", INNER)],
)
def test_references_of_the_host_come_back_where_they_pass(name: str, arg: Const) -> None:
    assert invoked(HOSTS, name, arg) == (arg,)
    with pytest.raises(Unsupported, match="does not pass"):
        invoked(INTEGERS, name, arg)


def test_several_values() -> None:
    args = NumConst(T.I32, 1), VECTOR, NumConst(T.F32, 0x3F80_0000), HOST
    one = NumConst(T.F64, 0x3FF0_0000_0000_0000)
    assert invoked(HOSTS, "many", *args) == (HOST, one, VECTOR, args[0])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a function", RefValue(T.FUNC)),
        ("an exception", RefValue(T.EXN)),
        ("a pair", RefValue(T.STRUCT)),
        ("any pair", RefValue(T.STRUCT)),
        ("equal pair", RefValue(T.STRUCT)),
        ("struct", RefValue(T.STRUCT)),
        ("deeper", RefValue(T.STRUCT)),
        ("an array", RefValue(T.ARRAY)),
        ("any array", RefValue(T.ARRAY)),
        ("equal array", RefValue(T.ARRAY)),
        ("an i31", RefValue(T.I31)),
        ("any i31", RefValue(T.I31)),
        ("equal i31", RefValue(T.I31)),
        ("extern pair", RefValue(T.EXTERN)),
    ],
)
def test_what_a_reference_is(passes: frozenset[str], name: str, value: Value) -> None:
    assert invoked(passes, name) == (value,)


@pytest.mark.parametrize("name", ["pair", "typed"])
def test_null_of_a_defined_type(passes: frozenset[str], name: str) -> None:
    assert invoked(passes, name, NullConst(None)) == (NullConst(None),)


def test_what_a_script_cannot_write_is_no_argument(passes: frozenset[str]) -> None:
    with pytest.raises(Unsupported, match="does not pass"):
        invoked(passes, "there", HOST)


def test_globals(passes: frozenset[str]) -> None:
    engine = NarrowEngine(passes)
    instance = engine.instantiate(engine.define(TextModule(module())))
    names = ("a float", "a vector", "a null", "an integer")
    assert [engine.get(instance, name) for name in names] == [
        NumConst(T.F32, 0x7F80_1234),
        VecConst(2 << 64 | 2**64 - 1),
        NullConst(None),
        NumConst(T.I64, 2**64 - 7),
    ]
    assert engine.wrappers == 1


def test_what_passes_is_not_wrapped() -> None:
    everything = {"i32", "i64", "f32", "f64", "v128", "ref"}
    assert wrap(module(), everything) is None
    wrapper = wrap(module(), everything - {"v128"})
    assert wrapper
    assert wrapper.stand_ins.keys() == {"v128", "many", "a vector"}
    externs = wrap(module(), INTEGERS | {"externref"})
    assert externs
    assert "extern" not in externs.stand_ins
    assert "extern there" in externs.stand_ins


def test_a_wrapper_begins_with_the_types_of_the_original() -> None:
    original = module()
    wrapper = wrap(original, INTEGERS)
    assert wrapper
    written = decode_module(wrapper.binary)
    assert written.types[: len(original.types)] == original.types
    assert {i.module for i in written.imports} == {ORIGIN}
    assert {i.item for i in written.imports} == wrapper.stand_ins.keys()
    items = exported(original)
    assert items.keys() == {e.name for e in original.exports}


IMPORTS = """(module
  (type $t (func (param f32))) (type $u (sub (func (result v128))))
  (import "M" "f" (func $f (type $t)))
  (import "M" "m" (memory 1))
  (import "M" "g" (global $g f64))
  (func $h (type $u) (v128.const i64x2 1 1))
  (export "f" (func $f)) (export "h" (func $h)) (export "g" (global $g)) (export "m" (memory 0)))"""


def test_what_was_imported_is_wrapped_as_well() -> None:
    host = '(module (func (export "f") (param f32)) (memory (export "m") 1) (global (export "g") f64 (f64.const 1)))'
    script = (
        f'{host} (register "M") {IMPORTS} (assert_return (invoke "f" (f32.const 1)))'
        '(assert_return (invoke "h") (v128.const i64x2 1 1)) (assert_return (get "g") (f64.const 1))'
    )
    results = run_script("s", Source("s", script), parse_script(script), NarrowEngine(INTEGERS))
    assert {r.status for r in results} == {Status.PASS}


SCRIPTS = (
    sorted(
        path.relative_to(ROOT).as_posix()
        for pattern in ("simd/*", "gc/*", "exceptions/*", "ref_*", "br_on_*", "relaxed-simd/*")
        for path in ROOT.glob(f"core/{pattern}.wast")
    )
)  # fmt: skip


@needs_suite
@pytest.mark.parametrize("name", sample(SCRIPTS, 4))
def test_scripts_do_not_notice(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    with uncovered():
        assert statuses(text, lambda: NarrowEngine(HOSTS)) == statuses(text, NativeEngine)


def statuses(text: str, make: Callable[[], NarrowEngine | NativeEngine]) -> list[Status]:
    """How each command of the script `text` ends."""
    engine = make()
    return [r.status for r in run_script("s", Source("s", text), parse_script(text), engine)]  # type: ignore[misc]  # either engine
