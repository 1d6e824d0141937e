"""Modules: fields in any order, over identifiers that may be bound after their use."""

from __future__ import annotations

from collections.abc import Callable

from refwasm.syntax.modules import Module
from refwasm.text import parse_fields
from refwasm.text.builder import Builder
from refwasm.text.lexer import END, Tokens, tokenize
from refwasm.text.parse_fields import KINDS
from refwasm.text.parse_types import rectype
from refwasm.text.parser import Parser

Field = Callable[[Builder, int], None]
FIELDS: dict[str, Field] = {
    "import": parse_fields.import_,
    "func": parse_fields.func,
    "table": parse_fields.table,
    "memory": parse_fields.memory,
    "global": parse_fields.global_,
    "tag": parse_fields.tag,
    "export": parse_fields.export,
    "start": parse_fields.start,
    "elem": parse_fields.elem,
    "data": parse_fields.data,
}
SEGMENTS = {"elem": "elemidx", "data": "dataidx"}
# Definitions that may hold a segment without a name of its own.
INLINE_SEGMENTS = {"table": "elem", "memory": "data"}


def parse_module(text: str, *, annotations: frozenset[str] = frozenset()) -> Module:
    """The module that `text` is: `(module ...)`, or the fields of one.

    Spec: text-module
    """
    tokens = tokenize(text, annotations=annotations)
    p = Parser(tokens)
    if p.accept_open("module"):
        module = parse_fields_of(p, p.identifier())
        p.close()
    else:
        module = parse_fields_of(p, None)
    if p.tokens[p.i] != END:
        raise p.unexpected("the end of the text")
    return module


def parse_module_at(tokens: Tokens, i: int) -> tuple[Module, int]:
    """The module whose fields begin at token `i`, and the number of the token after them."""
    p = Parser(tokens, i)
    module = parse_fields_of(p, None)
    return module, p.i


def parse_fields_of(p: Parser, name: str | None) -> Module:
    """The module whose fields begin at the next token.

    Spec: text-module
    """
    b = Builder(p)
    types: list[tuple[int, int]] = []
    others: list[tuple[str, int, int]] = []
    while p.tokens[p.i] == "(":
        at = p.i
        word = p.tokens[at + 1]
        p.i += 2
        if word in ("type", "rec"):
            types.append((at, p.spaces["typeidx"].count))
            _bind_types(p, at, word)
        else:
            _bind(p, word)
            others.append((word, at, p.i))
        p.i = p.skip(at)
    end = p.i
    for at, x in types:
        p.i = at
        p.types.define(rectype(p, x))
    for word, at, i in others:
        p.i = i
        if word not in FIELDS:
            raise p.unexpected("a module field", at + 1)
        FIELDS[word](b, p.offsets[at])
    p.i = end
    return b.module(name)


def _bind_types(p: Parser, at: int, word: str) -> None:
    """Bind the identifiers of a type definition, or of those in a recursion group.

    Spec: text-context
    """
    space = p.spaces["typeidx"]
    if word == "type":
        p.bind(space)
        return
    while p.tokens[p.i] == "(":
        at = p.i
        p.i += 2
        p.bind(space)
        p.i = p.skip(at)


def _bind(p: Parser, word: str) -> None:
    """Bind the identifier of the field `word`, and go past it.

    Spec: text-context
    """
    if word in KINDS:
        p.bind(p.spaces[KINDS[word][1]])
        if word in INLINE_SEGMENTS and _holds_segment(p, INLINE_SEGMENTS[word]):
            p.spaces[SEGMENTS[INLINE_SEGMENTS[word]]].count += 1
    elif word in SEGMENTS:
        p.bind(p.spaces[SEGMENTS[word]])
    elif word == "import":
        at = p.i + 2
        if p.tokens[at] == "(" and p.tokens[at + 1] in KINDS:
            i, p.i = p.i, at + 2
            p.bind(p.spaces[KINDS[p.tokens[at + 1]][1]])
            p.i = i


def _holds_segment(p: Parser, word: str) -> bool:
    """Whether the definition whose identifier was read holds `(word ...)` after its type."""
    i = p.i
    while p.tokens[i] == "(" and p.tokens[i + 1] == "export":
        i = p.skip(i)
    i += p.tokens[i] in ("i32", "i64")
    if word == "elem":
        i = p.skip(i) if p.tokens[i] == "(" and p.tokens[i + 1] == "ref" else i + 1
    return p.tokens[i] == "(" and p.tokens[i + 1] == word
