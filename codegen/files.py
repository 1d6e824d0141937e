"""Files that are read, and what is wrong in them: always a line that begins with the place."""

from __future__ import annotations

import ast
from pathlib import Path

_LONGEST = 200  # characters of a message


class TableError(Exception):
    """The table, or what it is checked with, is wrong: `file:line: row: what is wrong`, one line."""

    def __init__(self, path: Path, line: int, row: str, wrong: str):
        super().__init__(_printable(f"{path.name}:{line}: {row}: {_shortened(wrong)}"))
        self.line = line
        self.row = row
        self.wrong = wrong


def read_text(path: Path) -> str:
    """The text in a file; TableError with the line of what is not UTF-8, OSError without a file."""
    octets = path.read_bytes()
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError as error:
        line = octets.count(b"\n", 0, error.start) + 1
        raise TableError(path, line, "-", f"not UTF-8: {error.reason}") from None


def read_python(path: Path) -> ast.Module:
    """The tree of a module; TableError with the line of what is not Python."""
    text = read_text(path)
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise TableError(path, error.lineno or 1, "-", f"not Python: {error.msg}") from None
    except ValueError as error:  # of null bytes, before Python 3.11.4
        line = text.partition("\0")[0].count("\n") + 1
        raise TableError(path, line, "-", f"not Python: {error}") from None


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def _shortened(text: str) -> str:
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} ... {text[-half:]}"
