"""Keywords and opcodes that SpecTec pairs: its binary and its text grammar make the same of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from codegen.grammar import ITERATIONS, Group, Item, Part, Production
from codegen.spectec_data import BODY, COMPONENTS, COMPUTED, INSTRUCTIONS, KINDS

Opcode = tuple[int, ...]  # a byte, or the prefix and a number

_REFERENCE = re.compile(r"\bREF (NULL |<null> )?<heaptype>")
_KIND = re.compile(r"<([^>]+)>")


@dataclass(frozen=True)
class Form:
    """A production, in terms that the two grammars share."""

    literals: tuple[str, ...]
    kinds: tuple[str, ...]  # of the immediates, in the order of this format
    result: str
    nullable: bool | None  # of the reference type in an immediate, where the format fixes it
    place: str

    @property
    def abstract(self) -> tuple[str, ...]:
        """The kinds of the immediates, in the order of the abstract syntax."""
        return tuple(kind for kind in _KIND.findall(self.result) if kind != BODY)

    @property
    def opcode(self) -> Opcode:
        """The opcode that a production of the binary format begins with."""
        numbers = [int(literal, 0) for literal in self.literals if not literal.startswith('"')]
        return tuple(numbers[:2] if self.prefixed else numbers[:1])

    @property
    def prefixed(self) -> bool:
        """Whether a number in decimal follows the first byte: the rest of the opcode."""
        return len(self.literals) > 1 and not self.literals[1].startswith("0x")


@dataclass
class Pair:
    """An opcode with all that the two grammars say of it, normally one of each."""

    opcode: Opcode
    keywords: set[str] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)
    abstract: set[tuple[str, ...]] = field(default_factory=set)
    binary: set[tuple[str, ...]] = field(default_factory=set)
    text: set[tuple[str, ...]] = field(default_factory=set)
    nullable: set[bool | None] = field(default_factory=set)


@dataclass(frozen=True)
class Pairs:
    """All pairs by opcode, and the productions of either grammar that have no counterpart."""

    pairs: dict[Opcode, Pair]
    unpaired: tuple[Form, ...]


def forms(productions: Iterable[Production]) -> list[Form]:
    """The productions that are instructions."""
    return [_form(production) for production in productions if production.grammar in INSTRUCTIONS]


def pair(binary: list[Form], text: list[Form]) -> Pairs:
    """Join productions whose results are the same, and their literals one to one."""
    by_result: dict[str, list[Form]] = {}
    for form in text:
        by_result.setdefault(form.result, []).append(form)
    pairs: dict[Opcode, Pair] = {}
    paired: set[Form] = set()
    for form in binary:
        for other in by_result.get(form.result, ()) if form.opcode else ():
            rest = form.literals[len(form.opcode) :]
            codes = [form.opcode, *((int(c, 0),) for c in rest if not c.startswith('"'))]
            if len(codes) == len(other.literals):
                paired |= {form, other}
                _add(pairs, form, other, codes)
    unpaired = (form for form in (*binary, *text) if form not in paired)
    return Pairs(pairs, tuple(unpaired))


def _add(pairs: dict[Opcode, Pair], binary: Form, text: Form, codes: list[Opcode]) -> None:
    for code, literal in zip(codes, text.literals, strict=True):
        pairs.setdefault(code, Pair(code)).keywords.add(literal.strip('"'))
    found = pairs[codes[0]]
    found.rules.add(binary.result.partition(" ")[0].lower())
    found.abstract |= {binary.abstract, text.abstract}
    found.binary.add(binary.kinds)
    found.text.add(text.kinds)
    found.nullable.add(binary.nullable)


def _form(production: Production) -> Form:
    literals: list[str] = []
    kinds: list[str] = []
    meanings = dict.fromkeys(production.absent, "")
    shape = ""
    for item, following in zip(production.items, (*production.items[1:], None), strict=True):
        if item.literal is not None and _is_shape(item, following):
            shape = item.literal.strip('"') + " "
        elif item.literal is not None:
            literals.append(item.literal)
        else:
            kind = _kind(item, shape)
            shape = ""
            kinds += [kind] if kind not in ("", BODY) else []
            meanings |= _meanings(item, kind)
    words = " ".join(_words(production.result, meanings))
    reference = _REFERENCE.search(words)
    null = reference[1] if reference else "<null> "
    return Form(
        tuple(literals),
        tuple(kinds),
        _REFERENCE.sub("<reftype>", words),
        None if null == "<null> " else null is not None,
        production.place,
    )


def _is_shape(item: Item, following: Item | None) -> bool:
    """Whether the literal says how the numbers after it are to be read."""
    literal = str(item.literal).strip('"')
    return following is not None and f"{literal} {_plain(following)}" in KINDS


def _plain(item: Item) -> str:
    return re.sub(r"\b[BT](?=\w)|_+(?=\W|$)", "", item.grammar) + item.iteration


def _kind(item: Item, shape: str) -> str:
    plain = shape + _plain(item)
    return KINDS.get(plain, plain)


def _meanings(item: Item, kind: str) -> dict[str, str]:
    """What the names bound by an item stand for on the right side."""
    kind = kind.partition("(")[0]
    if len(item.names) == 1:
        return {item.names[0]: kind}
    return dict(zip(item.names, COMPONENTS.get(kind, ()), strict=False))


def _words(parts: Iterable[Part], meanings: dict[str, str]) -> Iterator[str]:
    """The words of a result without punctuation, names replaced by what they stand for."""
    rest = list(parts)
    while rest:
        part = rest.pop(0)
        if isinstance(part, Group):
            rest[:0] = part.parts
        elif part.text in COMPUTED or part.text.startswith("$") and len(part.text) > 1:
            yield f"<{COMPUTED.get(part.text, part.text)}>"
            del rest[:1]
        elif part.text in ITERATIONS:
            del rest[: part.text == "^"]
        elif part.text in meanings:
            if meanings[part.text]:
                yield f"<{meanings[part.text]}>"
        elif part.text not in ("`", "$", "eps"):
            yield part.text
