"""SpecTec's files, as far as comparing needs them: productions of grammars and names of rules.

A production is `items => result`, read from its tokens; what a result means is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

_TOKEN = re.compile(
    r"""(?P<skipped> \s+ | ;;[^\n]* | \(;.*?;\) )
      | "(?:[^"\\\n]|\\.)*" | 0x[0-9A-Fa-f]+ | \d+ | \$?[A-Za-z_][\w.']*
      | \.\.\. | => | == | --+ | .""",
    re.VERBOSE | re.DOTALL,
)
_NUMBER = re.compile(r"0x[0-9A-Fa-f]+|\d+")
_NAME = re.compile(r"[A-Za-z_]")
_DEEPEST = 50
ITERATIONS = ("*", "?", "+", "^")


class GrammarError(Exception):
    """A file is not what SpecTec's files are: `file:line: what is wrong`."""


@dataclass(frozen=True)
class Token:
    """A word of a file, and where it stands."""

    text: str
    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True)
class Group:
    """What stands in parentheses."""

    parts: tuple[Part, ...]
    start: int
    end: int


Part: TypeAlias = "Token | Group"


@dataclass(frozen=True)
class Item:
    """A piece of a production's left side: a literal, or what is matched by another grammar."""

    literal: str | None = None  # a number, or a text in its quotes
    grammar: str = ""  # its name, with the argument that is not a context: "Blist(Btypeidx)"
    iteration: str = ""  # "*", "?", "^16"
    names: tuple[str, ...] = ()  # what the right side calls it; several for a tuple


@dataclass(frozen=True)
class Production:
    """An alternative of a grammar: what it matches, and what it makes of it."""

    grammar: str
    items: tuple[Item, ...]
    result: tuple[Part, ...]
    place: str  # file:line
    absent: frozenset[str] = frozenset()  # names of an optional part that this alternative lacks


@dataclass(frozen=True)
class Rule:
    """A rule: `Step_pure/binop-trap`, and the words of its conclusion."""

    relation: str
    name: str
    conclusion: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grammars:
    """The productions of a file, its abbreviations (`==`, which make nothing new) apart."""

    productions: tuple[Production, ...]
    abbreviations: int


def read_grammars(path: Path) -> Grammars:
    """All productions of the grammars in a file."""
    productions: list[Production] = []
    abbreviations = 0
    for statement in _statements(path, "grammar"):
        name, body = statement[1].text, _body(path, statement)
        for alternative in _alternatives(body):
            arrows = [t.text for t in alternative if t.text in ("=>", "==")]
            abbreviations += arrows[:1] == ["=="]
            if arrows[:1] == ["=>"]:
                productions += _productions(path, name, alternative)
    return Grammars(tuple(productions), abbreviations)


def read_rules(path: Path) -> list[Rule]:
    """The rules in a file."""
    rules = []
    for statement in _statements(path, "rule"):
        texts = [token.text for token in statement]
        if ":" in texts:
            colon = texts.index(":")
            relation, _, name = "".join(texts[1:colon]).partition("/")
            premise = (i for i, text in enumerate(texts) if text.startswith("--") and i > colon)
            rules.append(Rule(relation, name, tuple(texts[colon + 1 : next(premise, None)])))
    return rules


def _statements(path: Path, keyword: str) -> Iterator[list[Token]]:
    """The statements that begin with `keyword`; each begins in the first column."""
    statement: list[Token] = []
    for token in _tokens(path):
        if token.column == 0 and statement:
            yield from _begun(statement, keyword)
            statement = []
        statement.append(token)
    yield from _begun(statement, keyword)


def _begun(statement: list[Token], keyword: str) -> Iterator[list[Token]]:
    if len(statement) > 1 and statement[0].text == keyword:
        yield statement


def _tokens(path: Path) -> Iterator[Token]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GrammarError(f"{path}: cannot be read: {error}") from None
    line, line_start = 1, 0
    for match in _TOKEN.finditer(text):
        if match["skipped"] is None:
            column = match.start() - line_start
            yield Token(match[0], line, column, match.start(), match.end())
        if "\n" in match[0]:
            line += match[0].count("\n")
            line_start = match.start() + match[0].rindex("\n") + 1


def _body(path: Path, statement: list[Token]) -> list[Token]:
    """What follows the `=` of a grammar."""
    for i, token in enumerate(statement):
        if token.text == "=":
            return statement[i + 1 :]
    raise GrammarError(f"{path.name}:{statement[0].line}: a grammar without '='")


def _alternatives(body: list[Token]) -> Iterator[list[Token]]:
    """The parts between `|`; within a premise only one that begins a line separates."""
    alternative: list[Token] = []
    line, premise = 0, False
    for token in body:
        if token.text == "|" and (token.line != line or not premise):
            yield alternative
            alternative, premise = [], False
        else:
            alternative.append(token)
            premise = premise or token.text.startswith("--")
        line = token.line
    yield alternative


def _productions(path: Path, grammar: str, alternative: list[Token]) -> Iterator[Production]:
    """The production, twice if a part of it is optional: with that part, and without."""
    place = f"{path.name}:{alternative[0].line}"
    parts = _nested(place, alternative)
    texts = [part.text if isinstance(part, Token) else "" for part in parts]
    if "=>" not in texts:
        raise GrammarError(f"{place}: '=>' within parentheses")
    arrow = texts.index("=>")
    end = next((i for i, text in enumerate(texts) if i > arrow and text.startswith("--")), None)
    left, result = parts[:arrow], tuple(parts[arrow + 1 : end])
    for variant, absent in _variants(place, left):
        yield Production(grammar, tuple(_items(place, variant)), result, place, absent)


def _nested(place: str, tokens: Iterable[Token]) -> list[Part]:
    """The tokens, those in parentheses as groups."""
    stack: list[tuple[Token | None, list[Part]]] = [(None, [])]
    for token in tokens:
        if token.text == "(":
            stack.append((token, []))
        elif token.text == ")":
            if len(stack) == 1:
                raise GrammarError(f"{place}: a parenthesis is not opened")
            opened, parts = stack.pop()
            start = opened.start if opened else 0
            stack[-1][1].append(Group(tuple(parts), start, token.end))
        else:
            stack[-1][1].append(token)
        if len(stack) > _DEEPEST:
            raise GrammarError(f"{place}: parentheses nest too deep")
    if len(stack) > 1:
        raise GrammarError(f"{place}: a parenthesis is not closed")
    return stack[0][1]


def _variants(place: str, parts: list[Part]) -> Iterator[tuple[list[Part], frozenset[str]]]:
    """The parts without and with a group that is optional as a whole, and the names lacking."""
    for i, part in enumerate(parts[:-1]):
        pattern = [_text(p) for p in parts[i + 2 : i + 3]] == [":"]
        if isinstance(part, Group) and not pattern and _text(parts[i + 1]) == "?":
            names = (name for item in _items(place, part.parts) for name in item.names)
            yield parts[:i] + parts[i + 2 :], frozenset(names)
            yield [*parts[:i], *part.parts, *parts[i + 2 :]], frozenset()
            return
    yield parts, frozenset()


def _items(place: str, parts: Iterable[Part]) -> Iterator[Item]:
    """The items of a left side, one after the other."""
    rest = list(parts)
    while rest:
        part = rest.pop(0)
        if isinstance(part, Token) and part.text.startswith('"'):
            yield Item(literal=part.text)
        elif isinstance(part, Token) and _NUMBER.fullmatch(part.text):
            if rest and _text(rest[0]) == ":":
                del rest[0]
                _nonterminal(place, rest)
            yield Item(literal=part.text)
        elif _text(part) != "eps":
            yield from _matched(place, part, rest)


def _matched(place: str, part: Part, rest: list[Part]) -> Iterator[Item]:
    """A grammar's name with or without a binding, or a group of items."""
    before = len(rest)
    iteration = _iteration(rest)
    if rest and _text(rest[0]) == ":":
        del rest[0]
        grammar, iterated = _nonterminal(place, rest)
        yield Item(None, grammar, iterated, tuple(_bound(part)))
    elif isinstance(part, Group):
        for item in _items(place, part.parts):
            yield Item(item.literal, item.grammar, item.iteration + iteration, item.names)
    elif before == len(rest):
        rest.insert(0, part)
        yield Item(None, *_nonterminal(place, rest))
    else:
        yield Item(None, part.text, iteration)


def _nonterminal(place: str, rest: list[Part]) -> tuple[str, str]:
    """A grammar's name with its argument, and how often it stands."""
    if not rest or isinstance(rest[0], Group) or not _NAME.match(rest[0].text):
        raise GrammarError(f"{place}: the name of a grammar is missing")
    name = rest.pop(0)
    assert isinstance(name, Token)
    text = name.text
    if rest and isinstance(rest[0], Group) and rest[0].start == name.end:
        arguments = rest.pop(0)
        assert isinstance(arguments, Group)
        only = _text(arguments.parts[0]) if len(arguments.parts) == 1 else ""
        # Anything else is the context of names, which says nothing of what is matched.
        if only.isdecimal() or only[:1] in ("B", "T"):
            text = f"{text}({only})"
    return text, _iteration(rest)


def _iteration(rest: list[Part]) -> str:
    """The mark of repetition at the head of `rest`, which it loses."""
    if not rest or _text(rest[0]) not in ITERATIONS:
        return ""
    mark = _text(rest.pop(0))
    return mark + _text(rest.pop(0)) if mark == "^" and rest else mark


def _bound(part: Part) -> Iterator[str]:
    """The names in a pattern."""
    for inner in part.parts if isinstance(part, Group) else (part,):
        if isinstance(inner, Group):
            yield from _bound(inner)
        elif _NAME.match(inner.text):
            yield inner.text


def _text(part: Part) -> str:
    return part.text if isinstance(part, Token) else ""
