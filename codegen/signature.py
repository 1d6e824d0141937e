"""The notations within a row: immediates, stack types, operands declared by a pattern.

Types stay source text, for they are evaluated by the validator: `i32`, `(ref null x)`, `unpacked(zt)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Immediate:
    """An immediate: `m:memarg(8)` is ("m", "memarg", "8")."""

    name: str
    kind: str
    arg: str | None = None

    @property
    def kind_text(self) -> str:
        """The kind as the table writes it, argument included."""
        return self.kind if self.arg is None else f"{self.kind}({self.arg})"


@dataclass(frozen=True)
class Operand:
    """An operand or result: `*args:ts1` is ("args", "ts1", True)."""

    name: str | None
    type: str
    many: bool = False

    def __str__(self) -> str:
        name = f"{self.name}:" if self.name else ""
        return f"{'*' if self.many else ''}{name}{self.type}"


@dataclass(frozen=True)
class Signature:
    """A stack type; `sets` is the local that the standard's arrow marks as initialised."""

    params: tuple[Operand, ...] = ()
    results: tuple[Operand, ...] = ()
    polymorphic: bool = False
    sets: str | None = None


class NotationError(ValueError):
    """A notation within a row is wrong; the message says how."""


_ARROW = re.compile(r"^(?P<params>.*?)->(?:_(?P<sets>[a-z]\w*))?(?P<results>.*)$")
_IMMEDIATE = re.compile(r"^(?P<name>[a-z]\w*):(?P<kind>\w+)(?:\((?P<arg>.+)\))?$")
_OPERAND = re.compile(r"^(?P<many>\*?)(?:(?P<name>[a-z]\w*):)?(?P<type>[a-z(][^:]*)$")
_PATTERN = re.compile(r"^(?P<name>[a-z]\w*):(?P<pattern>.+)$")


def split(text: str) -> list[str]:
    """The words of `text`, separated by blanks outside parentheses."""
    words: list[str] = []
    depth, word = 0, ""
    for c in text:
        depth += (c == "(") - (c == ")")
        if depth < 0:
            break
        if c == " " and depth == 0:
            words.append(word)
            word = ""
        else:
            word += c
    if depth != 0:
        raise NotationError(f"unbalanced parentheses in '{text}'")
    return [w for w in (*words, word) if w]


def parse_immediates(text: str) -> tuple[Immediate, ...]:
    """The immediates of `"m:memarg(8) l:laneidx"`."""
    found = []
    for word in split(text):
        match = _IMMEDIATE.match(word)
        if match is None:
            raise NotationError(f"'{word}' is not an immediate, name:kind")
        found.append(Immediate(match["name"], match["kind"], match["arg"]))
    return tuple(found)


def parse_patterns(text: str) -> tuple[tuple[str, str], ...]:
    """The declarations of `any`: `"rt:reftype"` is (("rt", "reftype"),)."""
    found = []
    for word in split(text):
        match = _PATTERN.match(word)
        if match is None:
            raise NotationError(f"'{word}' is not a declaration, name:pattern")
        found.append((match["name"], match["pattern"]))
    return tuple(found)


def _parse_operand(word: str) -> Operand:
    match = _OPERAND.match(word)
    if match is None:
        raise NotationError(f"'{word}' is not an operand, name:type")
    return Operand(match["name"], match["type"], bool(match["many"]))


def parse_signature(text: str) -> Signature:
    """The stack type of `"*args:ts1 i:at -> *ts2"`."""
    match = _ARROW.match(text)
    if match is None:
        raise NotationError(f"stack '{text}' has no arrow")
    params = tuple(_parse_operand(word) for word in split(match["params"]))
    words = split(match["results"])
    polymorphic = "..." in words
    if polymorphic and words != ["..."]:
        raise NotationError("'...' stands alone after the arrow")
    for operand in params:
        if operand.name is None and not operand.many:
            raise NotationError(f"operand '{operand}' has no name")
    results = () if polymorphic else tuple(_parse_operand(word) for word in words)
    for result in results:
        if result.name is not None:
            raise NotationError(f"result '{result}' has a name")
    return Signature(params, results, polymorphic, match["sets"])
