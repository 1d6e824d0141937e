"""Places in the files that people wrote: what an offset means to a reader."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the name under which its errors are reported."""

    name: str
    text: str = field(repr=False)
    _lines: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def line_column(self, offset: int) -> tuple[int, int]:
        """The line and the column, both from 1, of the character at `offset`."""
        if not self._lines:
            self._lines.append(0)
            at = self.text.find("\n")
            while at >= 0:
                self._lines.append(at + 1)
                at = self.text.find("\n", at + 1)
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def place(self, offset: int) -> str:
        """`name:line:column` of the character at `offset`."""
        line, column = self.line_column(offset)
        return f"{self.name}:{line}:{column}"


def printable(text: str) -> str:
    """`text` on one line; what no terminal shows, and what is no character, is written as an escape."""
    return text if text.isprintable() else "".join(map(_shown, text))


@lru_cache(1024)
def _shown(c: str) -> str:
    return c if c.isprintable() else escaped(c)


@lru_cache(1024)
def escaped(c: str) -> str:
    """The escape that Python has for the character `c`."""
    return c.encode("unicode_escape").decode()


def byte_place(name: str, offset: int) -> str:
    """`name:0xoffset` of the byte at `offset` of a binary."""
    return f"{name}:{offset:#x}"
