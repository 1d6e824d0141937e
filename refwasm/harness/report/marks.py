"""Markdown as GitHub and GitLab read it: text that stays text, tables, and documents that are not too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from refwasm.source import printable

COMMENT = 65_000  # bytes; GitHub takes a comment of 65 536 characters
SUMMARY = 980_000  # bytes; GitHub takes 1 MiB of a step, so that both fit

MARKUP = re.compile(r"[^\w .,/()=+\-'\"]|_")


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document: rows between a head and a foot. Rows are left out where room is short."""

    head: str
    rows: Sequence[str] = ()
    foot: str = ""
    more: int = 0  # rows that are left out in any case


def section(
    head: str, things: Sequence[T], told: Callable[[T], str], foot: str = "\n", *, most: int = 100
) -> Section:
    """A section with a row for each of the first of `things`."""
    rows = [told(thing) for thing in things[:most]]
    return Section(head, rows, foot, len(things) - len(rows))


def text(words: str) -> str:
    """`words` on one line, none of which is markup: a reader's own entities do for what might be."""
    line = printable(" ".join(words.split()))
    return MARKUP.sub(lambda m: f"&#{ord(m[0])};", line)


def code(words: str, most: int = 200) -> str:
    """`words`, cut to `most` characters, as code: no name in it is mentioned, nothing becomes a link."""
    cut = words if len(words) <= most else words[: most - 3] + "..."
    return f"<code>{text(cut)}</code>" if cut.strip() else ""


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |\n"


def names(keys: Sequence[str]) -> Section:
    """`keys` as code, some on a row."""
    some = [", ".join(map(code, keys[i : i + 8])) for i in range(0, len(keys), 8)]
    return Section("", [f"{line},\n" for line in some[:-1]] + [f"{line}\n" for line in some[-1:]])


def table(*columns: str) -> str:
    """The head of a table; a column whose name begins with a blank is one of numbers."""
    rules = ("---:" if column.startswith(" ") else "---" for column in columns)
    return row(column.strip() for column in columns) + row(rules)


def collapsed(summary: str, section: Section) -> Section:
    """`section` behind `summary`, which opens it."""
    head = f"<details><summary>{summary}</summary>\n\n{section.head}"
    return Section(head, section.rows, f"{section.foot}\n</details>\n\n", section.more)


def bounded(sections: Sequence[Section], limit: int) -> str:
    """`sections` in at most `limit` bytes: rows of later ones are left out first, then whole sections."""
    kept: list[Section] = []
    left = limit - len(LEFT_OUT)
    for section in sections:
        left -= _size(section.head) + _size(section.foot) + _size(_more(10**9))
        if left < 0:
            break
        kept.append(section)
    left = max(left, 0)
    parts: list[str] = []
    for section in kept:
        shown: list[str] = []
        for line in section.rows:
            left -= _size(line)
            if left < 0:
                break
            shown.append(line)
        left = max(left, 0)
        missing = section.more + len(section.rows) - len(shown)
        parts += [section.head, *shown, _more(missing) if missing else "", section.foot]
    return "".join(parts) + (LEFT_OUT if len(kept) < len(sections) else "")


LEFT_OUT = "\nThe rest is too long to be shown here.\n"


def _more(missing: int) -> str:
    return f"\n... and {missing} more\n"


def _size(words: str) -> int:
    return len(words.encode())
