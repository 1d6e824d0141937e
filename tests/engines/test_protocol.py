"""Values and answers of the driver protocol: back and forth, and what is refused."""

from __future__ import annotations

import json

import pytest

from refwasm.engines import protocol
from refwasm.engines.protocol import Garbled, decode, decode_value, encode_value, parse
from refwasm.script.commands import HostConst, NullConst, NumConst, VecConst
from refwasm.script.values import ABOVE, RefValue, Value
from refwasm.syntax import types as T

VALUES: list[Value] = [
    NumConst(T.I32, 0xFFFFFFFF),
    NumConst(T.I64, 1),
    NumConst(T.F32, 0x7FA00001),
    NumConst(T.F64, 0xFFF0000000000001),
    VecConst(0x0102030405060708090A0B0C0D0E0F10),
    *(NullConst(heap) for heap in protocol.HEAPS.values()),
    *(RefValue(heap) for heap in ABOVE),
    HostConst(0, extern=True),
    HostConst(7, extern=False),
]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_values_survive(value: Value) -> None:
    assert decode_value(json.loads(json.dumps(encode_value(value)))) == value


def test_how_values_look() -> None:
    assert encode_value(NumConst(T.I32, 42)) == {"type": "i32", "bits": "0x0000002a"}
    assert encode_value(NullConst(None)) == {"type": "ref", "heap": "any", "null": True}
    assert decode_value({"type": "v128", "bits": "0x5"}) == VecConst(5)
    assert decode_value({"type": "i64", "bits": "0xFFFFFFFFFFFFFFFF"}) == NumConst(T.I64, 2**64 - 1)


NO_VALUES = [
    None,
    5,
    {},
    {"type": "i8", "bits": "0x1"},
    {"type": ["i32"], "bits": "0x1"},
    {"type": "i32"},
    {"type": "i32", "bits": 5},
    {"type": "i32", "bits": "5"},
    {"type": "i32", "bits": "0x"},
    {"type": "i32", "bits": "0x-5"},
    {"type": "i32", "bits": "0x1_0"},
    {"type": "i32", "bits": "0x100000000"},
    {"type": "i32", "bits": "0xg"},
    {"type": "v128", "bits": "0x1" + "0" * 32},
    {"type": "ref"},
    {"type": "ref", "heap": "things"},
    {"type": "ref", "heap": "eq"},
    {"type": "ref", "heap": "none"},
    {"type": "ref", "heap": "func", "null": 1},
    {"type": "ref", "heap": "func", "host": 1},
    {"type": "ref", "heap": "extern", "host": -1},
    {"type": "ref", "heap": "extern", "host": True},
]


@pytest.mark.parametrize("found", NO_VALUES, ids=str)
def test_no_values(found: protocol.Json) -> None:
    with pytest.raises(Garbled):
        decode_value(found)


@pytest.mark.parametrize(
    ("do", "line"),
    [
        ("invoke", b""),
        ("invoke", b"\xff"),
        ("invoke", b"[]"),
        ("invoke", b"{"),
        ("invoke", b"[" * 100_000),
        ("invoke", b"{}"),
        ("invoke", b'{"outcome":"ok"}'),
        ("invoke", b'{"outcome":["trap"]}'),
        ("invoke", b'{"outcome":"trap","text":5}'),
        ("module", b'{"outcome":"trap"}'),
    ],
)
def test_no_answers(do: str, line: bytes) -> None:
    with pytest.raises(Garbled):
        decode(do, line)


RETURNED = b'{"outcome":"return"}'
NUMBERED = b'{"outcome":"return","id":%s}'


@pytest.mark.parametrize("id_", [b"6", b"8", b"true", b'"7"', b"[7]", b"7.5"])
def test_an_answer_to_something_else(id_: bytes) -> None:
    with pytest.raises(Garbled, match="not 7"):
        decode("invoke", NUMBERED % id_, 7)


def test_an_answer_may_lack_its_id_until_there_was_one() -> None:
    for fine in (RETURNED, NUMBERED % b"null", NUMBERED % b"7"):
        assert decode("invoke", fine, 7).outcome == "return"
    assert decode("invoke", NUMBERED % b"7", 7, repeats=True).outcome == "return"
    assert decode("invoke", b'{"outcome":"error"}', 7, repeats=True).outcome == "error"
    with pytest.raises(Garbled, match="no id in the answer to request 7"):
        decode("invoke", RETURNED, 7, repeats=True)


def test_answers() -> None:
    answer = decode("invoke", b'{"outcome":"trap","text":"unreachable","more":1}')
    assert (answer.outcome, answer.text, answer.rest["more"]) == ("trap", "unreachable", 1)
    for do in protocol.OUTCOMES:
        assert decode(do, b'{"outcome":"unsupported","text":"no"}').text == "no"


@pytest.mark.parametrize(
    "change",
    [{"protocol": 2}, {"name": None}, {"text": "no"}, {"passes": "i32"}, {"can": [1]}],
    ids=str,
)
def test_who_does_not_say_hello_properly(change: dict[str, object]) -> None:
    fine = {"outcome": "ok", "protocol": 1, "name": "x", "version": "1"}
    said = protocol.hello(decode("hello", json.dumps(fine).encode()))
    assert (said.passes, said.text, said.can) == (frozenset(), False, frozenset())
    with pytest.raises(Garbled):
        protocol.hello(decode("hello", json.dumps({**fine, **change}).encode()))


def test_requests_are_lines() -> None:
    line = protocol.encode({"do": "get", "name": "a\nb\u2028é"})
    assert line.count(b"\n") == 1
    assert parse(line)["name"] == "a\nb\u2028é"


def test_half_a_surrogate_pair_is_escaped() -> None:
    assert parse(protocol.encode({"text": "é\ud800"})) == {"text": "é\ud800"}
