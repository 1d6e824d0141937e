"""Texts that the suites of older editions expect in other words than today's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from refwasm.errors import WasmError
from refwasm.syntax.features import Features

# The last edition that says it otherwise, how a message begins today, and how it began then.
OLDER_WORDS = (
    ("2", "immutable global", "global is immutable"),
    ("2", "malformed definition type", "malformed function type"),
    ("2", "i8 constant out of range", "malformed lane index"),
    ("1", "malformed function type", "invalid function type"),
    ("1", "malformed reference type", "invalid value type"),
    ("1", "malformed UTF-8 encoding", "invalid UTF-8 encoding"),
    ("1", "malformed section id", "invalid section id"),
    ("1", "malformed import kind", "invalid import kind"),
    ("1", "malformed export kind", "invalid export kind"),
    ("1", "malformed mutability", "invalid mutability"),
    ("1", "malformed memop flags", "invalid memop flags"),
    ("1", "unexpected content after last section", "junk after last section"),
    ("1", "zero byte expected", "zero flag expected"),
)


@contextmanager
def in_words_of(features: Features) -> Iterator[None]:
    """Let errors begin with the words of the edition that `features` belong to."""
    try:
        yield
    except WasmError as error:
        reword(error, features)
        raise


def reword(error: WasmError, features: Features) -> None:
    """Let the message of `error` begin with the words of the edition that `features` belong to."""
    for last, today, then in OLDER_WORDS:
        if features.edition <= last and error.message.startswith(today):
            error.message = then + error.message.removeprefix(today)
