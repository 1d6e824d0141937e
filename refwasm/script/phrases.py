"""Pieces of a script's text: its commands, and the modules and actions that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from refwasm.script.commands import Command
from refwasm.text.lexer import END, tokenize


def chunks(text: str, commands: Sequence[Command]) -> list[str]:
    """What each command is in `text`, with the blanks and comments up to the next one.

    Whatever precedes the first command belongs to it.
    """
    starts = [0, *(command.offset for command in commands[1:]), len(text)]
    return [text[i:j] for i, j in pairwise(starts)] if commands else []


def held(chunk: str) -> str:
    """The first phrase in the command that `chunk` is: the module or the action of an assertion."""
    tokens = tokenize(chunk)
    first = tokens.texts.index("(", tokens.texts.index("(") + 1)
    last = _closing(tokens.texts, first)
    return chunk[tokens.offsets[first] : tokens.offsets[last] + 1]


def module_text(chunk: str) -> str:
    """The module that the command is, or holds, as a text of its own."""
    tokens = tokenize(chunk)
    first = tokens.texts.index("module") - 1
    last = _closing(tokens.texts, first)
    start, end = tokens.offsets[first], tokens.offsets[last] + 1
    if tokens.texts[first + 2] != "definition":
        return chunk[start:end]
    word = tokens.offsets[first + 2]
    return chunk[start:word] + chunk[word + len("definition") : end]


def _closing(tokens: Sequence[str], first: int) -> int:
    """The number of the `)` that closes the `(` at number `first`, or of the end."""
    depth = 0
    for i in range(first, len(tokens)):
        depth += (tokens[i] == "(") - (tokens[i] == ")")
        if not depth or tokens[i] == END:
            return i
    raise AssertionError("tokens end in END")
