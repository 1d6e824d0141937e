"""An engine behind the driver protocol runs scripts as one in this process does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from refwasm.engines.driver import DriverEngine, _gives
from refwasm.engines.process import EngineGarbled
from refwasm.engines.wrapper import ORIGIN, wrap
from refwasm.script.commands import BinaryModule, NumConst, QuotedModule
from refwasm.script.engine import Undefined, Unsupported
from refwasm.script.native import NativeEngine, load
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.run import run_script
from refwasm.script.through import run_through
from refwasm.source import Source
from refwasm.syntax.types import I32
from tests.engines.test_process import ROGUE

ORACLE = [sys.executable, "-m", "refwasm", "oracle"]


NARROW = [sys.executable, str(Path(__file__).parent / "narrow_oracle.py")]


@pytest.fixture(scope="module")
def engine() -> Iterator[DriverEngine]:
    engine = DriverEngine(ORACLE, timeout=60, texts=True)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def narrow() -> Iterator[DriverEngine]:
    engine = DriverEngine(NARROW, timeout=60, texts=True)
    yield engine
    engine.close()


def run(engine: DriverEngine, text: str) -> list[Result]:
    """The results of the script `text`, which is the first that the engine knows of."""
    engine.reset()
    return list(run_script("s", Source("s", text), parse_script(text), engine))


SCRIPTS = {
    "values": """(module
        (func (export "f") (param i32 i64 f32 f64 v128 externref anyref)
            (result i32 i64 f32 f64 v128 externref anyref)
            (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4) (local.get 5)
            (local.get 6))
        (global (export "g") f32 (f32.const nan:0x200001)))
        (assert_return (invoke "f" (i32.const -1) (i64.const -1) (f32.const nan:0x200001)
            (f64.const -nan:0x1) (v128.const i64x2 1 -1) (ref.extern 5) (ref.host 6))
            (i32.const -1) (i64.const -1) (f32.const nan:0x200001) (f64.const -nan:0x1)
            (v128.const i64x2 1 -1) (ref.extern 5) (ref.host 6))
        (assert_return (get "g") (f32.const nan:0x200001))
        (assert_return (get "f") (i32.const 1)) (assert_return (get "none") (i32.const 1))
        (assert_return (invoke "none")) (assert_return (invoke "g") (f32.const 0))
        (assert_return (invoke "f")) (invoke "f" (i32.const 0))""",
    "references": """(module (type $s (struct)) (type $a (array i8)) (func $f (export "func") (result funcref)
            (ref.func $f))
        (func (export "struct") (result anyref) (struct.new $s))
        (func (export "array") (result eqref) (array.new_fixed $a 0))
        (func (export "i31") (result i31ref) (ref.i31 (i32.const 5)))
        (func (export "null") (result (ref null $s)) (ref.null $s))
        (func (export "extern") (result externref) (extern.convert_any (struct.new $s))))
        (assert_return (invoke "func") (ref.func)) (assert_return (invoke "struct") (ref.struct))
        (assert_return (invoke "array") (ref.array)) (assert_return (invoke "i31") (ref.i31))
        (assert_return (invoke "null") (ref.null)) (assert_return (invoke "extern") (ref.extern))
        (assert_return (invoke "i31") (ref.struct))""",
    "failures": """(assert_malformed (module quote "(func") "unexpected")
        (assert_malformed (module binary "\\00asm") "unexpected end")
        (assert_malformed (module quote "(func))") "other words")
        (assert_invalid (module (func (result i32))) "type mismatch")
        (assert_unlinkable (module (import "a" "b" (func))) "unknown import")
        (assert_trap (module (func $f (unreachable)) (start $f)) "unreachable")
        (module (tag $t) (func (export "trap") (unreachable)) (func (export "throw") (throw $t))
            (func $r (export "deep") (call $r)))
        (assert_trap (invoke "trap") "unreachable") (assert_exception (invoke "throw"))
        (assert_exhaustion (invoke "deep") "call stack exhausted") (assert_trap (invoke "throw") "x")
        (assert_exhaustion (invoke "trap") "call stack exhausted")""",
    "linking": """(module $a (memory (export "m") 1) (func (export "f") (result i32) (i32.load (i32.const 0))))
        (register "a" $a) (register "\\u{1f600} \\u{2028}" $a)
        (module (import "a" "m" (memory 1)) (import "\\u{1f600} \\u{2028}" "f" (func $f (result i32)))
            (func (export "set") (param i32) (i32.store (i32.const 0) (local.get 0)))
            (export "\\u{e9}" (func $f)))
        (invoke "set" (i32.const 7)) (assert_return (invoke $a "f") (i32.const 7))
        (assert_return (invoke "\\u{e9}") (i32.const 7)) (module definition $d (func (export "x")))
        (module instance $i $d) (invoke $i "x") (register "b" $none)""",
    "spectest": """(module (import "spectest" "global_f32" (global $g f32)) (import "spectest" "memory" (memory 1 2))
            (import "spectest" "print_i32" (func $p (param i32))) (start $s) (import "spectest" "table64" (table i64 10 20 funcref))
            (func $s (call $p (i32.const 1))) (export "g" (global $g)))
        (assert_return (get "g") (f32.const 666.6))""",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_go_as_in_this_process(engine: DriverEngine, name: str) -> None:
    text = SCRIPTS[name]
    ours = run_script("s", Source("s", text), parse_script(text), NativeEngine(trace=True))
    expected = [(r.line, r.status, r.expected, r.got) for r in ours]
    assert [(r.line, r.status, r.expected, r.got) for r in run(engine, text)] == expected
    assert any(status is Status.PASS for _, status, _, _ in expected)


@pytest.mark.parametrize("name", ["values", "references", "linking", "spectest"])
def test_scripts_go_as_well_through_wrappers(narrow: DriverEngine, name: str) -> None:
    text = SCRIPTS[name]
    ours = run_script("s", Source("s", text), parse_script(text), NativeEngine(trace=True))
    expected = [(r.line, r.status, r.expected, r.got) for r in ours]
    assert [(r.line, r.status, r.expected, r.got) for r in run(narrow, text)] == expected


def test_who_reads_no_text_is_asked_about_binaries_alone(narrow: DriverEngine) -> None:
    narrow.reset()
    narrow.instantiate(narrow.define(QuotedModule(b'(module (func (export "f")))')))
    with pytest.raises(Unsupported, match="reads no text"):
        narrow.define(QuotedModule(b"(module"))


def test_a_script_may_use_the_name_that_wrappers_use(narrow: DriverEngine) -> None:
    text = f"""(module (func (export "f") (result i32) (i32.const 1))) (register "{ORIGIN}")
        (module (func (export "g") (result f32) (f32.const 2)))
        (assert_return (invoke "g") (f32.const 2))
        (module (import "{ORIGIN}" "f" (func (result i32))) (export "f" (func 0)))
        (assert_return (invoke "f") (i32.const 1))"""
    assert {r.status for r in run(narrow, text)} == {Status.PASS}


def test_texts_that_are_not_utf_8(engine: DriverEngine) -> None:
    with pytest.raises(Unsupported, match="UTF-8"):
        engine.define(QuotedModule(b'(module (func (export "\xff")))'))


def test_who_cannot_reset_is_started_anew() -> None:
    forgetless = DriverEngine([*ROGUE, "i32,i64,v128,ref,f32,f64", "fixed"])
    instance = forgetless.instantiate(forgetless.define(BinaryModule(b"")))
    for _ in range(2):
        assert forgetless.invoke(instance, "fine", ()) == (NumConst(I32, 1),)
        forgetless.reset()
    forgetless.close()


def test_memories(engine: DriverEngine) -> None:
    engine.reset()
    text = '(module (memory (export "m") 1) (data (i32.const 0) "abc"))'
    instance = engine.instantiate(engine.define(QuotedModule(text.encode())))
    state = engine.memory(instance, "m")
    assert (state.pages, len(state.sha256)) == (1, 64)
    with pytest.raises(Undefined):
        engine.memory(instance, "none")


def test_what_is_not_asked(engine: DriverEngine) -> None:
    with pytest.raises(Unsupported, match="custom"):
        engine.define(BinaryModule(b""), customs=True)
    assert engine.executed() == ()
    assert engine.hello.name == "refwasm"


def rogue(text: str, *, timeout: float = 20) -> list[Result]:
    """The results of a script on a driver that does as functions are called."""
    source, commands = Source("s", text), parse_script(text)
    return list(run_through("s", source, commands, lambda: DriverEngine(ROGUE, timeout=timeout)))


def test_a_script_goes_on_after_what_the_engine_did_not_survive() -> None:
    exports = " ".join(
        f'(func (export "{name}") (result i32) (i32.const 0))'
        for name in ("fine", "die", "garbage", "half", "flood")
    )
    call = '(assert_return (invoke "{}") (i32.const {}))'
    steps = [("fine", 1), ("die", 0), ("garbage", 0), ("half", 0), ("flood", 2), ("fine", 3)]
    text = f"(module {exports})" + "".join(call.format(*step) for step in steps)
    results = rogue(text)
    assert [r.status.value for r in results] == [
        *("pass", "pass", "crash", "garbled", "crash", "pass", "pass")
    ]
    assert [r.got for r in results if r.got] == [
        "exited with 3; standard error: my last words",
        "not JSON: 'Segmentation what?'",
        """exited with 0; standard error: (half a line of output: '{"outcome":')""",
    ]


@pytest.mark.parametrize("results", ["i64", "i32 i32", "v128", "externref", "(ref null func)", ""])
def test_answers_of_the_wrong_type_are_garbled(results: str) -> None:
    """Of a driver that says that whatever it is asked for is one i32."""
    engine = DriverEngine([*ROGUE, "i32,i64,v128,externref,funcref"])
    text = f'(module (func (export "f") (result {results}) (unreachable)))'
    instance = engine.instantiate(engine.define(QuotedModule(text.encode())))
    with pytest.raises(EngineGarbled):
        engine.invoke(instance, "f", ())
    engine.close()


def test_what_crosses_beside_the_number_of_a_reference_may_be_anything() -> None:
    """An interface that passes the host's references alone says nothing of others."""
    text = b'(module (func (export "f") (result i32 externref) (unreachable)))'
    wrapper = wrap(load(QuotedModule(text)), {"i32", "i64", "hostref"})
    assert wrapper is not None
    assert _gives(wrapper.stand_ins["f"]) == [I32, I32, None]


def test_a_driver_without_manners() -> None:
    for program, status in (("print('hi')", "garbled"), ("1/0", "crash")):
        argv = [sys.executable, "-S", "-c", f"input(); {program}"]
        source, commands = Source("s", "(module) (module)"), parse_script("(module) (module)")
        results = list(run_through("s", source, commands, lambda argv=argv: DriverEngine(argv)))  # type: ignore[misc]  # bound at once
        assert [r.status.value for r in results] == [status, "skipped"]


ONE_I32 = "(result i32) (i32.const 0)"
ANSWERS = "".join(f'(func (export "{name}") {ONE_I32})' for name in ("fine", "again"))


def calls(*steps: tuple[str, int]) -> str:
    """A script of calls, and what they give."""
    made = (f'(assert_return (invoke "{name}") (i32.const {n}))' for name, n in steps)
    return f"(module {ANSWERS}) {' '.join(made)}"


def garbling(text: str, *words: str) -> list[tuple[str, str]]:
    """How the commands of a script end on a driver that gives an answer once more, and the evidence."""
    argv = [*ROGUE, "i32,i64,f32,f64,v128,ref", *words]
    source, commands = Source("s", text), parse_script(text)
    results = run_through("s", source, commands, lambda: DriverEngine(argv, timeout=20))
    return [(r.status.value, r.got) for r in results]


def test_an_answer_too_many_is_none_to_the_next_request() -> None:
    """The command after it is garbled; from then on the one that gives too many is known, and left out."""
    found = garbling(
        calls(("fine", 1), ("again", 2), ("fine", 3), ("fine", 2), ("again", 3), ("fine", 3)), "ids"
    )
    passed = ("pass", "")
    assert [found[i] for i in (0, 1, 2, 4, 6)] == [passed] * 5
    assert [found[i][0] for i in (3, 5)] == ["garbled"] * 2
    assert found[3][1].startswith("an answer to request 5, not 6: ")
    assert '"bits": "0x2"' in found[3][1]


@pytest.mark.parametrize(
    "script",
    [calls(("again", 1)), calls(("again", 1), ("fine", 1)), '(module) (register "again")'],
    ids=["last", "before", "ok"],
)
def test_an_answer_too_many_without_an_id_is_found_at_the_end(script: str) -> None:
    """A call that follows has the value of the one before."""
    *before, (status, evidence) = garbling(script)
    assert {s for s, _ in before} == {"pass"}
    assert status == "garbled"
    assert "an answer too many" in evidence or "nobody asked" in evidence  # if it is there already


def test_once_garbled_a_driver_is_looked_at_after_every_command() -> None:
    found = garbling(calls(("garbage", 0), ("fine", 1), ("again", 2), ("fine", 2)))
    assert [status for status, _ in found] == ["pass", "garbled", "pass", "garbled", "pass"]


def test_who_repeats_ids_repeats_them_always() -> None:
    engine = DriverEngine([*ROGUE, "i32,i64", "ids", "shy"])
    with pytest.raises(EngineGarbled, match="no id in the answer to request 2"):
        engine.define(BinaryModule(b""))


@pytest.mark.parametrize("words", [(), ("fixed",)])
def test_what_came_too_many_is_found_at_a_reset(words: tuple[str, ...]) -> None:
    engine = DriverEngine([*ROGUE, "i32,i64,f32,f64,v128,ref", *words])
    instance = engine.instantiate(engine.define(BinaryModule(b"")))
    engine.invoke(instance, "again", ())
    with pytest.raises(EngineGarbled, match="an answer too many"):
        engine.reset()


def test_who_was_asked_nothing_has_nothing_to_settle() -> None:
    DriverEngine(["no-such-engine"]).settle()


def test_errors_of_the_driver_are_those_of_the_script() -> None:
    engine = DriverEngine(ROGUE)
    instance = engine.instantiate(engine.define(BinaryModule(b"whatever")))
    assert engine.invoke(instance, "fine", ()) == (NumConst(I32, 1),)
    with pytest.raises(EngineGarbled, match="'ok' is no outcome of 'get'"):
        engine.get(instance, "g")
