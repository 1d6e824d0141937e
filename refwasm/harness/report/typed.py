"""JSON as the dataclasses of the model, by the types that their fields are annotated with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from math import isfinite
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from refwasm.harness.spectrum import Spectrum
from refwasm.script.results import Status

R = TypeVar("R")
Reader = Callable[[object], Any]


class Mistyped(ValueError):
    """What is given has not the type it must have; the text begins with the keys that lead to it."""


def made(kind: type[R], given: object) -> R:
    """The `kind` that `given` stands for. A key without a field says nothing. Raises Mistyped."""
    found: R = _reader(cast(Hashable, kind))(given)
    return found


@cache
def _reader(kind: Hashable) -> Reader:
    """What makes a `kind` of JSON."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_fields(kind)
    origin = get_origin(kind)
    inner = [_reader(argument) for argument in get_args(kind) if argument is not ...]
    if origin is tuple:
        return _list_of(*inner)
    if origin is Counter:
        return _counter_of(*inner)
    assert origin is dict, kind
    key, value = inner
    return _dict_of(_line if key is _natural else key, value)


def _of_fields(kind: type) -> Reader:
    types = get_type_hints(kind)
    readers = [(f.name, _reader(types[f.name])) for f in fields(kind)]
    needed = {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}

    def read(given: object) -> object:
        found = _expect(given, dict, "object")
        if missing := needed - found.keys():
            raise Mistyped(f"no {min(missing)}")
        return kind(**{k: _below(k, reader, found[k]) for k, reader in readers if k in found})

    return read


def _list_of(item: Reader) -> Reader:
    def read(given: object) -> tuple[Any, ...]:
        found = _expect(given, list, "list")
        return tuple(_below(i, item, each) for i, each in enumerate(found))

    return read


def _dict_of(key: Reader, value: Reader) -> Reader:
    def read(given: object) -> dict[Any, Any]:
        found = _expect(given, dict, "object")
        return {_below(k, key, k): _below(k, value, each) for k, each in found.items()}

    return read


def _counter_of(key: Reader) -> Reader:
    counts = _dict_of(key, _natural)
    return lambda given: Counter({k: n for k, n in counts(given).items() if n})


def _below(key: object, reader: Callable[[object], R], given: object) -> R:
    """What `reader` makes of what is `given` under `key`."""
    try:
        return reader(given)
    except Mistyped as e:
        text = str(e)
        raise Mistyped(f"{key}.{text}" if text.partition(":")[1] else f"{key}: {text}") from None


def _expect(given: object, kind: type[R], word: str) -> R:
    """`given`, which must be a `kind`."""
    if not isinstance(given, kind):
        raise Mistyped(f"no {word}")
    return given


def _string(given: object) -> str:
    return _expect(given, str, "string")


def _truth(given: object) -> bool:
    return _expect(given, bool, "truth value")


def _natural(given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or given < 0:
        raise Mistyped("no natural number")
    return given


def _number(given: object) -> float:
    if isinstance(given, float | int) and not isinstance(given, bool):
        try:
            if isfinite(given):
                return float(given)
        except OverflowError:
            pass
    raise Mistyped("no number")


def _line(given: object) -> int:
    """The number of a line, as the key that it is."""
    digits = _expect(given, str, "line")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 18:
        raise Mistyped("no line")
    return int(digits)


def _status(given: object) -> Status:
    try:
        return Status(given)
    except ValueError:
        raise Mistyped("no status") from None


@dataclass(frozen=True, slots=True)
class _Together:
    """An entry of a spectrum: how many commands failed that exercised these instructions, no others."""

    commands: int
    instructions: tuple[str, ...]


def _spectrum(given: object) -> Spectrum:
    """A spectrum, of which the JSON has not what follows from the rest."""
    found = made(_Spectrum, given)
    together = Counter({frozenset(one.instructions): one.commands for one in found.together})
    failed: Counter[str] = Counter()
    for keys, n in together.items():
        failed.update(dict.fromkeys(keys, n))
    return Spectrum(failed, found.passed, together)


@dataclass(frozen=True, slots=True)
class _Spectrum:
    passed: Counter[str]
    together: tuple[_Together, ...]


_PLAIN: dict[Hashable, Reader] = {
    str: _string,
    bool: _truth,
    int: _natural,
    float: _number,
    Status: _status,
    Spectrum: _spectrum,
}
