"""Modules: fields in any order, over identifiers that may be bound after their use."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from refwasm.binary.decode_module import decode_module
from refwasm.binary.layout import layout_of
from refwasm.customs.registry import IDS, parse_customs
from refwasm.errors import Malformed
from refwasm.syntax.features import DEFAULT, Features, Older
from refwasm.syntax.modules import Module
from refwasm.syntax.wording import in_words_of
from refwasm.text import parse_fields
from refwasm.text.annotations import Annotation
from refwasm.text.builder import Builder
from refwasm.text.lexer import END, Tokens, decode_source, tokenize
from refwasm.text.marks import Field, marks_of
from refwasm.text.parse_fields import KINDS
from refwasm.text.parse_types import rectype
from refwasm.text.parser import Parser
from refwasm.text.places import at_one_place

FIELDS: dict[str, Callable[[Builder, int], None]] = {
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


def parse_module(text: str, *, features: Features = DEFAULT) -> Module:
    """The module that `text` is: `(module ...)`, the fields of one, or one in a script's other forms.

    Annotations of the kinds that are known become custom sections and names; what is wrong with
    them, the module's `faults`.
    Spec: text-module
    """
    tokens = tokenize(text, annotations=IDS, features=features)
    p = Parser(tokens)
    wrapped = p.accept_open("module")
    name = None
    if wrapped:
        p.accept("definition")
        name = p.identifier()
    first = p.i - (name is not None)
    contained = parse_contained(p) if wrapped else None
    module = contained or parse_fields_of(p, name, tokens.annotations)
    inside = range(first, 0 if contained else p.i + 1)
    if wrapped:
        module.faults += tuple(
            Malformed(f"misplaced @{a.name} annotation", offset=a.offset)
            for a in tokens.annotations
            if a.at not in inside
        )
        p.close()
    if p.tokens[p.i] != END:
        raise p.unexpected("the end of the text")
    return module


def parse_contained(p: Parser) -> Module | None:
    """The module whose bytes or text are in the strings that follow, if `binary` or `quote` does.

    Spec: the interpreter's manual, section "Scripts"
    """
    offset = p.offsets[p.i]
    if p.accept("binary"):
        kind, data = "binary", p.strings()
    elif p.accept("quote"):
        kind, data = "text", p.strings()
    else:
        return None
    try:
        if kind == "binary":
            module = decode_module(data, features=p.features)
        else:
            module = parse_module(decode_source(data), features=p.features)
    except Malformed as error:
        raise Malformed(
            f"{error.message}, at {error.offset} of the {kind}", offset=offset
        ) from None
    return at_one_place(module, offset)


def parse_module_at(tokens: Tokens, i: int, name: str | None) -> tuple[Module, int]:
    """The module `name` whose fields begin at token `i`, and the number of the token after them."""
    p = Parser(tokens, i)
    module = parse_fields_of(p, name, tokens.annotations)
    return module, p.i


def parse_fields_of(p: Parser, name: str | None, annotations: list[Annotation]) -> Module:
    """The module `name` whose fields begin at the next token.

    Spec: text-module
    """
    with in_words_of(p.features):
        return _fields(p, name, annotations)


def _fields(p: Parser, name: str | None, annotations: list[Annotation]) -> Module:
    b = Builder(p)
    first = p.i
    fields = _survey(p)
    end = p.i
    for field in fields:
        if field.word in ("type", "rec"):
            p.i = field.first
            p.types.define(rectype(p, field.index))
    for field in fields:
        p.i = field.head
        if field.word in FIELDS:
            FIELDS[field.word](b, p.offsets[field.first])
        elif field.word not in ("type", "rec"):
            raise p.unexpected("a module field", field.first + 1)
    p.i = end
    module = b.module(name)
    low = bisect_left(annotations, first - (name is not None), key=lambda a: a.at)
    high = bisect_right(annotations, end, key=lambda a: a.at)
    if low < high:
        marks = marks_of(annotations[low:high], p, first, fields, module)
        parse_customs(marks, module, layout_of(module))
    return module


def _survey(p: Parser) -> list[Field]:
    """The fields from here on, their identifiers bound and their contents not yet read.

    Spec: text-context
    """
    fields: list[Field] = []
    while p.tokens[p.i] == "(":
        at = p.i
        word = p.tokens[at + 1]
        p.i += 2
        if word in ("type", "rec"):
            index = p.spaces["typeidx"].count
            _bind_types(p, word)
        else:
            index = _bind(p, word)
        head = p.i
        p.i = p.skip(at)
        fields.append(Field(word, index, at, head, p.i))
    return fields


def _bind_types(p: Parser, word: str) -> None:
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


def _bind(p: Parser, word: str) -> int:
    """The index of the field `word`, whose identifier is bound and passed; 0 if it has none.

    Spec: text-context
    """
    if word in KINDS:
        x = p.bind(p.spaces[KINDS[word][1]])
        if word in INLINE_SEGMENTS and _holds_segment(p, INLINE_SEGMENTS[word]):
            p.spaces[SEGMENTS[INLINE_SEGMENTS[word]]].count += 1
        return x
    if word in SEGMENTS and Older.SEGMENT_INDEX not in p.features:
        return p.bind(p.spaces[SEGMENTS[word]])
    at = p.i + 2
    if word == "import" and p.tokens[at] == "(" and p.tokens[at + 1] in KINDS:
        i, p.i = p.i, at + 2
        p.bind(p.spaces[KINDS[p.tokens[at + 1]][1]])
        p.i = i
    return 0


def _holds_segment(p: Parser, word: str) -> bool:
    """Whether the definition whose identifier was read holds `(word ...)` after its type."""
    i = p.i
    while p.tokens[i] == "(" and p.tokens[i + 1] == "export":
        i = p.skip(i)
    i += p.tokens[i] in ("i32", "i64")
    if word == "elem":
        i = p.skip(i) if p.tokens[i] == "(" and p.tokens[i + 1] == "ref" else i + 1
    return p.tokens[i] == "(" and p.tokens[i + 1] == word
