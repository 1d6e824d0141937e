"""Where an error arose in compiled code, and what a traceback shows of it.

A line is of one instruction, but what others push may be pasted into it: each has a *span* of the line,
the text of its value. So the place of an error is the innermost span around the characters that Python
tells. Spans cost nothing before an error arises: then the source is made again, with marks in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from types import CodeType
from typing import NamedTuple, TypeAlias, overload
from weakref import ref

from refwasm.compile.template import BEGIN, FINISH
from refwasm.errors import WasmError
from refwasm.validation.code import Code

PLACES = "places"  # in a namespace: what is known of the code in a file, by its name
_MARK = re.compile(f"({BEGIN}[0-9]+ |{FINISH})")

Place: TypeAlias = tuple[Code, int]  # a body, and the site of an instruction in it


class Span(NamedTuple):
    """Characters of a line, from `start` to before `end`, that are of the instruction at `site`."""

    start: int
    end: int
    site: int


@dataclass(slots=True, eq=False, weakref_slot=True)
class Lines:
    """What is known of the lines of compiled `code`, whose source is `text`.

    `sites` tells for each line of which instruction it is, -1 for none; `again` gives the text with
    marks.
    """

    code: Code
    text: str
    sites: list[int]
    again: Callable[[], str]
    _spans: list[list[Span]] | None = None
    _known: dict[tuple[CodeType, int], int] = field(default_factory=dict)

    def site(self, code: CodeType, instruction: int, line: int) -> int:
        """The site of which `instruction` of Python's `code` is, in `line`; -1 if it is of none."""
        key = code, instruction
        if key not in self._known:
            position = next(islice(code.co_positions(), instruction // 2, None))
            self._known[key] = self._site(line, position[2], position[3])
        return self._known[key]

    def _site(self, line: int, start: int | None, end: int | None) -> int:
        if start is not None and end is not None:
            within = [s for s in self.spans()[line - 1] if s.start <= start and end <= s.end]
            if within:
                return min(within, key=lambda span: span.end - span.start).site
        return self.sites[line - 1]

    def spans(self) -> list[list[Span]]:
        """Of each line, the spans."""
        if self._spans is None:
            self._spans = [_spans(line) for line in self.again().splitlines()]
        return self._spans

    def shown(self) -> Iterator[str]:
        """Each line with its instructions."""
        for line, own, spans in zip(self.text.splitlines(), self.sites, self.spans(), strict=True):
            sites = dict.fromkeys(span.site for span in spans)
            if own >= 0:
                sites[own] = None
            names = ", ".join(self.code.instrs[site].op.name for site in sites)
            yield f"{line}  # {names}\n" if names else f"{line}\n"


class Shown(Sequence[str]):
    """Lines as tracebacks show them, made when they are asked for; it keeps nothing alive."""

    def __init__(self, lines: Lines):
        self._lines = ref(lines)
        self._made: list[str] = []

    def _all(self) -> list[str]:
        lines = self._lines()
        if not self._made and lines is not None:
            self._made = list(lines.shown())
        return self._made

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        return self._all()[index]


def _spans(marked: str) -> list[Span]:
    """The spans of a line with marks, those within others first."""
    found: list[Span] = []
    pending: list[tuple[int, int]] = []
    at = 0
    for piece in _MARK.split(marked):
        if piece[:1] == BEGIN:
            pending.append((at, int(piece[1:])))
        elif piece == FINISH:
            start, site = pending.pop()
            found.append(Span(start, at, site))
        else:
            at += len(piece)
    return found


def locate(error: WasmError) -> None:
    """Tell `error` at which instruction of compiled code it arose, if it does not know."""
    if error.instruction is not None:
        return
    place = _place(error)
    if place is not None:
        code, site = place
        error.instruction = code.instrs[site].op.name
        error.offset = code.positions[site] if code.positions else None


def _place(error: BaseException) -> Place | None:
    """The innermost body and site of an instruction in the traceback of `error`."""
    found = None
    traceback = error.__traceback__
    while traceback is not None:
        frame = traceback.tb_frame
        known = frame.f_globals.get(PLACES, {}).get(frame.f_code.co_filename)
        if isinstance(known, Lines) and known.sites[traceback.tb_lineno - 1] >= 0:
            found = known, frame.f_code, traceback.tb_lasti, traceback.tb_lineno
        traceback = traceback.tb_next
    if found is None:
        return None
    lines, code, instruction, line = found
    return lines.code, lines.site(code, instruction, line)
