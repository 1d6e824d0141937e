"""Bodies, one instruction per line (section "Instructions").

Nesting shows as indentation, up to a depth: with more, the text would grow with the square of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refwasm.syntax.instructions import Expr, Instr
from refwasm.text.print_immediates import DEPENDENT, head, plain
from refwasm.text.print_names import Scope

DEEPEST = 32


def line(depth: int, text: str) -> str:
    """`text` on a line of its own."""
    return "\n" + "  " * min(depth, DEEPEST) + text


class Words:
    """The text of instructions without blocks; what is the same everywhere is made once."""

    def __init__(self, s: Scope):
        self.s = s
        self._known: dict[int, str] = {}

    def word(self, instr: Instr) -> str:
        """Keyword and immediates."""
        word = self._known.get(id(instr))
        if word is None:
            word = plain(self.s, instr)
            if instr.op not in DEPENDENT:
                self._known[id(instr)] = word
        return word


def flat(w: Words, e: Expr, depth: int, notes: Mapping[int, list[str]]) -> Iterator[str]:
    """The lines of `e`, without its last `end`; `notes` are annotations by number of instruction."""
    s = w.s
    for i, instr in enumerate(e.instrs[:-1]):
        op = instr.op
        if notes and i in notes:
            yield from (line(depth, note) for note in notes[i])
        if op.opens:
            yield line(depth, head(s, instr))
            depth += 1
        elif op.continues:
            yield line(depth - 1, w.word(instr))
        elif op.closes:
            depth -= 1
            s.leave_block()
            yield line(depth, w.word(instr))
        else:
            yield line(depth, w.word(instr))


def inline(w: Words, e: Expr) -> str:
    """`e` on one line, in parentheses if it is a single instruction."""
    words = [text.strip() for text in flat(w, e, 0, {})]
    if is_single(e):
        return f"({words[0]})"
    return " ".join(words)


def is_single(e: Expr) -> bool:
    """Whether `e` is one instruction that encloses nothing."""
    return len(e.instrs) == 2


def enclosed(w: Words, word: str, e: Expr) -> str:
    """`(word e)`, or just the instruction if `e` is a single one.

    Spec: text-offsetexpr, text-elemexpr
    """
    return inline(w, e) if is_single(e) else f"({f'{word} {inline(w, e)}'.rstrip()})"
