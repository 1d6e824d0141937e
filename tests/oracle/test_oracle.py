"""The oracle in this process: answers, details, and that nothing makes it fail."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest

from refwasm.engines import protocol
from refwasm.errors import Crash, Exhaustion
from refwasm.oracle.oracle import Oracle
from refwasm.script.native import NativeEngine

F32 = {"one": "0x3f800000", "inf": "0x7f800000", "-inf": "0xff800000", "snan": "0x7fa00000"}


def f32(name: str) -> dict[str, str]:
    return {"type": "f32", "bits": F32.get(name, name)}


def i32(bits: str) -> dict[str, str]:
    return {"type": "i32", "bits": bits}


def v128(bits: str) -> dict[str, str]:
    return {"type": "v128", "bits": bits}


def oracle(text: str, **options: Any) -> Oracle:
    """An oracle with an instance `i` of the module `text`, which tells details."""
    made = Oracle(**options)
    assert made.answer({"do": "hello", "detail": made._session.knows_details})["outcome"] == "ok"
    assert made.answer({"do": "module", "module": "m", "text": text}) == {"outcome": "ok"}
    assert made.answer({"do": "instantiate", "instance": "i", "module": "m"})["outcome"] == "ok"
    return made


def invoke(made: Oracle, name: str, *args: object) -> dict[str, Any]:
    return made.answer({"do": "invoke", "instance": "i", "name": name, "args": [*args]})  # type: ignore[list-item]  # JSON


ADD = """(func (export "add") (param f32 f32) (result f32) (f32.add (local.get 0) (local.get 1)))
(func (export "trick") (param f32 f32) (result i32)
    (i32.reinterpret_f32 (f32.div (local.get 0) (local.get 1))))
(func (export "neg") (param f32) (result f32) (f32.neg (local.get 0)))"""


def test_where_nothing_is_left_open() -> None:
    made = oracle(f"(module {ADD})")
    for answer in (invoke(made, "add", f32("one"), f32("one")), invoke(made, "neg", f32("snan"))):
        assert answer["allowed"] == answer["values"]
        assert answer["tainted"] == []


def test_nans() -> None:
    made = oracle(f"(module {ADD})")
    answer = invoke(made, "add", f32("inf"), f32("-inf"))
    assert answer["values"] == [f32("0x7fc00000")]
    assert answer["allowed"] == [{"type": "f32", "nan": "canonical"}]
    [source] = answer["tainted"]
    assert (source["instruction"], source["kind"]) == ("f32.add", "nan")
    answer = invoke(made, "add", f32("snan"), f32("one"))
    assert answer["allowed"] == [{"type": "f32", "nan": "arithmetic"}]


VECTORS = """(module
    (func (export "f32x4") (param v128 v128) (result v128) (f32x4.add (local.get 0) (local.get 1)))
    (func (export "f64x2") (param v128 v128) (result v128) (f64x2.add (local.get 0) (local.get 1)))
    (func $f (export "ref") (result funcref externref) (ref.func $f) (ref.null extern)))"""


def test_nans_among_lanes() -> None:
    made = oracle(VECTORS)
    answer = invoke(
        made, "f32x4", v128("0x7f800000000000003f800000"), v128("0xff8000000000000000000000")
    )
    assert answer["allowed"] == [{
        "type": "v128", "shape": "f32x4",
        "lanes": ["0x3f800000", "0x00000000", "nan:canonical", "0x00000000"],
    }]  # fmt: skip
    answer = invoke(made, "f64x2", v128("0x7ff0000000000001"), v128("0x0"))
    [pattern] = answer["allowed"]
    assert (pattern["shape"], pattern["lanes"]) == ("f64x2", ["nan:arithmetic", "0x" + "0" * 16])
    assert invoke(made, "f64x2", v128("0x1"), v128("0x0"))["tainted"] == []


def test_references() -> None:
    answer = invoke(oracle(VECTORS), "ref")
    assert answer["allowed"] == answer["values"]
    assert [value["heap"] for value in answer["values"]] == ["func", "extern"]


def test_a_null_of_another_hierarchy_is_of_a_wrong_type() -> None:
    made = oracle('(module (func (export "f") (param externref)))')
    null = {"type": "ref", "null": True}
    assert invoke(made, "f", {**null, "heap": "noextern"})["outcome"] == "return"
    answer = invoke(made, "f", {**null, "heap": "func"})
    assert answer["outcome"] == invoke(made, "f", i32("0x1"))["outcome"] == "error"
    assert answer["text"] == ("wrong type of argument: (ref.null func) for a parameter externref")


def test_bits_of_a_nan_that_went_elsewhere() -> None:
    """The value is not open by itself; what it came from is named."""
    answer = invoke(oracle(f"(module {ADD})"), "trick", f32("0x0"), f32("0x0"))
    assert answer["allowed"] == answer["values"] == [i32("0x7fc00000")]
    assert [s["instruction"] for s in answer["tainted"]] == ["f32.div"]


@pytest.mark.parametrize(
    ("state", "kept"),
    [
        ("", False),
        ("(global i32 (i32.const 0))", False),
        ("(global (mut i32) (i32.const 0))", True),
        ("(memory 0)", True),
        ("(table 0 funcref)", True),
        ('(data "x")', True),
    ],
)
def test_what_a_step_leaves_taints_the_next_ones(state: str, kept: bool) -> None:
    made = oracle(f"(module {state} {ADD})")
    invoke(made, "add", f32("inf"), f32("-inf"))
    answer = invoke(made, "add", f32("one"), f32("one"))
    assert [s["earlier"] for s in answer["tainted"]] == [True] * kept


def test_growth() -> None:
    made = oracle("""(module (memory (export "m") 1 3) (table $t 1 2 funcref)
        (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
        (func (export "table") (result i32) (table.grow (ref.null func) (i32.const 1))))""")
    answer = invoke(made, "grow", i32("0x1"))
    assert answer["allowed"] == [{"either": [i32("0x00000001"), i32("0xffffffff")]}]
    assert [s["kind"] for s in answer["tainted"]] == ["growth"]
    assert answer["digests"]["memories"][0]["pages"] == 2
    answer = invoke(made, "grow", i32("0x9"))  # more than it declares: it must fail
    assert answer["allowed"] == [i32("0xffffffff")]
    assert [s for s in answer["tainted"] if "earlier" not in s] == []
    answer = invoke(made, "table")
    assert answer["digests"]["tables"][0]["size"] == 2
    assert "either" in answer["allowed"][0]


RELAXED = {
    "i8x16.relaxed_swizzle": ["0x01", "0x10"],
    "i32x4.relaxed_laneselect": ["0x1", "0x2", "0x80000000"],
    "i16x8.relaxed_q15mulr_s": ["0x8000", "0x8000"],
    "i16x8.relaxed_dot_i8x16_i7x16_s": ["0x01", "0x80"],
    "f32x4.relaxed_min": ["0x80000000", "0x0"],
    "f64x2.relaxed_max": ["0x7ff8000000000000", "0x0"],
    "f64x2.relaxed_madd": ["0x3ff0000000000001", "0x3ff0000000000001", "0xbff0000000000002"],
    "i32x4.relaxed_trunc_f32x4_s": ["0x7fc00000"],
}


@pytest.mark.parametrize("row", RELAXED)
def test_relaxed_instructions(row: str) -> None:
    """With operands that leave a choice there is one, and none with zeros."""
    operands = RELAXED[row]
    params = " ".join(["v128"] * len(operands))
    gets = " ".join(f"(local.get {i})" for i in range(len(operands)))
    made = oracle(f'(module (func (export "f") (param {params}) (result v128) ({row} {gets})))')
    answer = invoke(made, "f", *map(v128, operands))
    assert answer["allowed"] != answer["values"]
    assert "relaxed" in [s["kind"] for s in answer["tainted"]]
    answer = invoke(made, "f", *(v128("0x0") for _ in operands))
    assert (answer["allowed"], answer["tainted"]) == (answer["values"], [])


def test_failures() -> None:
    made = oracle("""(module (tag $t) (func (export "trap") (unreachable)) (func (export "throw") (throw $t))
        (func $f (export "deep") (call $f)) (func (export "fine")))""")
    answer = invoke(made, "trap")
    assert (answer["outcome"], answer["text"]) == ("trap", "unreachable")
    assert answer["instruction"] == "unreachable"
    assert invoke(made, "throw")["outcome"] == "exception"
    assert "poisoned" not in invoke(made, "fine")
    assert invoke(made, "deep")["outcome"] == "exhaustion"
    assert invoke(made, "fine")["poisoned"] is True


ANY: list[dict[str, Any]] = [
    {"do": "hello"},
    {"do": "module", "module": "n", "text": "(module)"},
    {"do": "module", "module": "n", "text": "(modul)"},
    {"do": "instantiate", "instance": "j", "module": "m"},
    {"do": "register", "instance": "i", "as": "x"},
    {"do": "invoke", "instance": "i", "name": "none"},
    {"do": "get", "instance": "i", "name": "g"},
    {"do": "memory", "instance": "i", "name": "m"},
    {"do": "dance"},
]


def test_all_is_poisoned_from_an_exhaustion_to_the_reset() -> None:
    made = oracle("""(module (func $f (export "deep") (call $f)) (memory (export "m") 0)
        (global (export "g") i32 (i32.const 1)))""")
    assert not any("poisoned" in made.answer(request) for request in ANY)
    assert invoke(made, "deep")["poisoned"] is True
    assert all(made.answer(request)["poisoned"] is True for request in ANY)
    assert b'"poisoned":true' in made.answer_line(b"nonsense")
    assert made.answer({"do": "reset"}) == {"outcome": "ok"}
    assert invoke(made, "deep") == {"outcome": "error", "text": "no instance 'i'"}


@pytest.mark.parametrize("request_", [*ANY, {"do": "reset"}], ids=str)
def test_answers_have_the_id_of_their_request(request_: dict[str, Any]) -> None:
    made = oracle("(module)")
    assert made.answer({**request_, "id": 7})["id"] == 7
    assert "id" not in made.answer(request_)


def test_a_module_too_large_to_read_poisons_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhaust(*args: object) -> None:
        raise Exhaustion("too large")

    made = Oracle()
    monkeypatch.setattr(NativeEngine, "define", exhaust)
    request: dict[str, Any] = {"do": "module", "module": "m", "text": "(module)"}
    assert made.answer(request) == {
        "outcome": "exhaustion", "text": "too large", "poisoned": True,
    }  # fmt: skip
    assert made.answer({"do": "hello"})["poisoned"] is True


def test_fuel_is_exhausted_without_a_word_about_bugs() -> None:
    made = oracle('(module (func (export "f") (loop (br 0))))', fuel=1000)
    answer = invoke(made, "f")
    assert (answer["outcome"], answer["text"]) == ("exhaustion", "out of fuel")
    assert answer["poisoned"] is True


def test_digests_tell_states_apart() -> None:
    made = oracle("""(module (memory (export "m") 1) (table (export "t") 2 funcref)
        (global (export "g") (mut i64) (i64.const 5)) (global (mut f32) (f32.const 1))
        (elem declare func $f)
        (func $f (export "f") (table.set (i32.const 0) (ref.func $f)))
        (func (export "back") (table.set (i32.const 0) (ref.null func)))
        (func (export "store") (i32.store8 (i32.const 9) (i32.const 1))))""")
    before = invoke(made, "back")["digests"]
    assert before["globals"][0] == {
        "names": ["g"],
        "value": {"type": "i64", "bits": "0x0000000000000005"},
    }
    assert before["globals"][1]["names"] == []
    after = invoke(made, "f")["digests"]
    assert after["tables"] != before["tables"]
    assert after["memories"] == before["memories"]
    assert invoke(made, "back")["digests"] == before
    assert invoke(made, "store")["digests"]["memories"] != before["memories"]


def test_details_of_one_step() -> None:
    made = Oracle()
    text = '(module (func (export "f")))'
    made.answer({"do": "module", "module": "m", "text": text})
    request: dict[str, Any] = {"do": "instantiate", "instance": "i", "module": "m"}
    assert made.answer(request) == {"outcome": "ok"}
    assert "tainted" in made.answer({**request, "detail": True})


def test_the_fast_tier_knows_no_details() -> None:
    made = oracle('(module (func (export "f")))', tier="compile")
    assert invoke(made, "f") == {"outcome": "return", "values": []}
    assert made.answer({"do": "hello", "detail": True})["outcome"] == "unsupported"
    request: dict[str, Any] = {"do": "invoke", "instance": "i", "name": "f", "detail": True}
    assert made.answer(request)["outcome"] == "unsupported"


def test_parts_of_memories_leave_them_free_to_grow() -> None:
    made = oracle("""(module (memory (export "m") 1) (data (i32.const 65534) "ab")
        (func (export "grow") (result i32) (memory.grow (i32.const 1))))""")
    request: dict[str, Any] = {
        "do": "memory",
        "instance": "i",
        "name": "m",
        "offset": 65534,
        "length": 2,
    }
    assert made.answer(request)["bytes"] == b64encode(b"ab").decode()
    assert invoke(made, "grow")["values"] == [i32("0x00000001")]
    assert made.answer({**request, "offset": 131072})["outcome"] == "error"


WRONG: list[dict[str, Any]] = [
    {},
    {"do": 5},
    {"do": "dance"},
    {"do": "hello", "detail": 1},
    {"do": "module", "module": "m"},
    {"do": "module", "module": "m", "wasm": "%"},
    {"do": "module", "module": 1, "wasm": ""},
    {"do": "instantiate", "instance": "j", "module": "none"},
    {"do": "register", "instance": "i"},
    {"do": "invoke", "instance": "i", "name": "none"},
    {"do": "invoke", "instance": "i", "name": "f", "args": [{"type": "ref", "heap": "func"}]},
    {"do": "invoke", "instance": "i", "name": "f", "args": 5},
    {"do": "invoke", "instance": "i", "name": "f", "detail": "yes"},
    {"do": "get", "instance": "i", "name": "f"},
    {"do": "memory", "instance": "i", "name": "f"},
    {"do": "\ud800"},
    {"do": "module", "module": "m", "text": "\ud800"},
    {"do": "invoke", "instance": "i", "name": "\ud800"},
    {"do": "invoke", "instance": "i", "name": "f", "args": [{"type": "\ud800"}]},
    {"do": "register", "instance": "i", "as": "\ud800"},
]


@pytest.mark.parametrize("request_", WRONG, ids=str)
def test_wrong_requests(request_: dict[str, Any]) -> None:
    made = oracle('(module (func (export "f") (param i32)))')
    answer = made.answer(request_)
    assert answer["outcome"] == "error"
    assert answer["text"]
    assert "internal" not in str(answer["text"])
    assert protocol.encode(answer)
    assert invoke(made, "f", i32("0x1"))["outcome"] == "return"


@pytest.mark.parametrize("line", [b"", b"\n", b"\xff", b"[]", b"[" * 100_000, b"{"])
def test_lines_that_are_no_requests(line: bytes) -> None:
    assert b'"outcome":"error"' in Oracle().answer_line(line)


def test_a_bug_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    made = oracle('(module (func (export "f")))')

    def crash(*args: object) -> None:
        raise Crash("oops")

    monkeypatch.setattr(NativeEngine, "invoke", crash)
    assert invoke(made, "f") == {"outcome": "error", "text": "internal error: Crash: oops"}
