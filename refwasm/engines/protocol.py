"""The driver protocol as data: requests, answers, and values between JSON and scripts.

A line of JSON asks, a line of JSON answers, in order. `docs/driver-protocol.md` is the text for whoever
writes a driver; this is strict with what comes from one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from refwasm.script.commands import Const, HostConst, NullConst, NumConst, VecConst
from refwasm.script.results import bounded
from refwasm.script.values import ABOVE, RefValue, Value
from refwasm.syntax import types as T

VERSION = 1

Json: TypeAlias = "None | bool | int | float | str | Sequence[Json] | Mapping[str, Json]"
Object: TypeAlias = Mapping[str, Json]

NUMBERS = {str(t): t for t in (T.I32, T.I64, T.F32, T.F64)}
HEAPS = {str(t): t for t in (
    T.ANY, T.EQ, T.I31, T.STRUCT, T.ARRAY, T.NONE, T.FUNC, T.NOFUNC, T.EXN, T.NOEXN, T.EXTERN, T.NOEXTERN
)}  # fmt: skip

OK, RETURN = "ok", "return"
UNSUPPORTED, WRONG = "unsupported", "error"  # which any request may be answered

# How an engine may fail, by what was asked of it.
MODULE_FAILS = ("malformed", "invalid", "refused", "exhaustion")
RUN_FAILS = ("trap", "exception", "exhaustion")

# The outcomes of each request, apart from those two; the first is that of success.
OUTCOMES: dict[str, tuple[str, ...]] = {
    "hello": (OK,),
    "module": (OK, *MODULE_FAILS),
    "instantiate": (OK, "unlinkable", *RUN_FAILS),
    "register": (OK,),
    "invoke": (RETURN, *RUN_FAILS),
    "get": (RETURN,),
    "memory": (OK,),
    "reset": (OK,),
}


class Garbled(Exception):
    """A line makes no sense as an answer, or an object none as a value; the text says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a driver answered: the outcome, the engine's own text, the whole object and its line."""

    outcome: str
    text: str
    rest: Object
    line: bytes


@dataclass(frozen=True, slots=True)
class Hello:
    """What a driver says of itself, first of all."""

    name: str
    version: str
    passes: frozenset[str]  # types of values that the engine's interface carries exactly
    text: bool  # whether it reads modules in the text format
    can: frozenset[str]  # the requests it knows of those that it need not know
    repeats: bool  # whether its answers have the ids of their requests


# Requests


def encode(request: Object) -> bytes:
    """The line for `request`; half of a surrogate pair, which has no UTF-8, is escaped."""
    text = json.dumps(request, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="backslashreplace") + b"\n"


# Answers


def decode(do: str, line: bytes, number: int | None = None, *, repeats: bool = False) -> Answer:
    """The answer in `line` to the request `do`, which has the id `number` if any. Raises Garbled.

    So has the answer of a driver that `repeats` ids, but for an error: what cannot be read has no id.
    """
    fields = parse(line)
    found = fields.get("id")
    if found is None:
        if repeats and fields.get("outcome") != WRONG:
            raise Garbled(f"no id in the answer to request {number}")
    elif isinstance(found, bool) or found != number:
        raise Garbled(f"an answer to request {found!r}, not {number}")
    outcome = fields.get("outcome")
    if outcome not in (*OUTCOMES[do], UNSUPPORTED, WRONG):
        raise Garbled(f"{outcome!r} is no outcome of {do!r}")
    assert isinstance(outcome, str)
    failed = outcome not in (OK, RETURN)
    return Answer(outcome, bounded(string(fields, "text", "")) if failed else "", fields, line)


def parse(line: bytes) -> Object:
    """The JSON object in `line`. Raises Garbled."""
    try:
        found = json.loads(line.decode())
    except UnicodeDecodeError:
        raise Garbled("not UTF-8") from None
    except (ValueError, RecursionError):
        raise Garbled("not JSON") from None
    if not isinstance(found, dict):
        raise Garbled("not a JSON object")
    return found


def string(fields: Object, key: str, default: str | None = None) -> str:
    """The string under `key`. Raises Garbled."""
    found = fields.get(key, default)
    if not isinstance(found, str):
        raise Garbled(f'"{key}" is no string')
    return found


def natural(fields: Object, key: str) -> int:
    """The number, not negative, under `key`. Raises Garbled."""
    found = fields.get(key)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise Garbled(f'"{key}" is no natural number')
    return found


def strings(fields: Object, key: str) -> frozenset[str]:
    """The strings in the list under `key`, if there is one. Raises Garbled."""
    found = fields.get(key, [])
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise Garbled(f'"{key}" is no list of strings')
    return frozenset(found)


def hello(answer: Answer) -> Hello:
    """What the driver says of itself. Raises Garbled."""
    rest = answer.rest
    if rest.get("protocol") != VERSION:
        raise Garbled(f'"protocol" is {rest.get("protocol")!r}, not {VERSION}')
    text = rest.get("text", False)
    if not isinstance(text, bool):
        raise Garbled('"text" is neither true nor false')
    return Hello(
        string(rest, "name"),
        string(rest, "version"),
        strings(rest, "passes"),
        text,
        strings(rest, "can"),
        rest.get("id") is not None,
    )


def values(fields: Object, key: str = "values") -> tuple[Value, ...]:
    """The values in the list under `key`. Raises Garbled."""
    found = fields.get(key)
    if not isinstance(found, list):
        raise Garbled(f'"{key}" is no list')
    return tuple(map(decode_value, found))


# Values


def encode_value(value: Value) -> dict[str, Json]:
    """`value` as JSON: numbers by their bits, references by what they are."""
    match value:
        case NumConst(t, bits):
            return {"type": str(t), "bits": _hex(bits, t.bits)}
        case VecConst(bits):
            return {"type": "v128", "bits": _hex(bits, 128)}
        case NullConst(heap):
            name = str(heap) if isinstance(heap, T.AbsHeapType) else "any"
            return {"type": "ref", "heap": name, "null": True}
        case HostConst(n, extern):
            return {"type": "ref", "heap": "extern" if extern else "any", "host": n}
        case RefValue(heap):
            return {"type": "ref", "heap": str(heap)}


def _hex(bits: int, width: int) -> str:
    return f"{bits:#0{width // 4 + 2}x}"


def decode_value(found: Json) -> Value:
    """The value that the JSON `found` stands for. Raises Garbled."""
    if not isinstance(found, dict):
        raise Garbled(f"{found!r} is no value")
    t = found.get("type")
    if t == "v128":
        return VecConst(_bits(found, 128))
    if t == "ref":
        return _reference(found)
    if not isinstance(t, str) or t not in NUMBERS:
        raise Garbled(f"{t!r} is no type of a value")
    return NumConst(NUMBERS[t], _bits(found, NUMBERS[t].bits))


def _bits(found: Object, width: int) -> int:
    text = string(found, "bits")
    digits = text.removeprefix("0x")
    if digits == text or not digits.isascii() or not digits.isalnum():
        raise Garbled(f"{text!r} is no bit pattern")
    try:
        bits = int(digits, 16)
    except ValueError:
        raise Garbled(f"{text!r} is no bit pattern") from None
    if bits >> width:
        raise Garbled(f"{text!r} has more than {width} bits")
    return bits


def _reference(found: Object) -> Const | RefValue:
    name = string(found, "heap")
    if name not in HEAPS:
        raise Garbled(f"{name!r} is no abstract heap type")
    null = found.get("null", False)
    if not isinstance(null, bool):
        raise Garbled('"null" is neither true nor false')
    if null:
        return NullConst(HEAPS[name])
    if "host" in found:
        if name not in ("extern", "any"):
            raise Garbled(f"the host's values are references to extern or any, not {name}")
        return HostConst(natural(found, "host"), extern=name == "extern")
    if HEAPS[name] not in ABOVE:
        raise Garbled(f"no value has {name} for its most specific type; say any if unknown")
    return RefValue(HEAPS[name])
