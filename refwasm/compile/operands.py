"""The operand stack of a body in translation: expressions that are not evaluated yet.

An operand is *pasted* into what uses it, or *spilled*: assigned to the slot of its height. What may
trap, or depends on what may change, keeps its place among its likes; an expression of locals may be
evaluated any time before they are assigned to.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from refwasm.compile.limits import Beyond
from refwasm.compile.template import Effect, Hole, Template, pieces

LOOK = 3  # 2**3 operands are looked at in the time in which a character is written and compiled
SIZE = 24  # rows in one expression: Python's parser and compiler are recursive
SLACK = 256  # bits that a loose integer has more than its type, at most

NOTHING: frozenset[str] = frozenset()
ZERO = " != 0"  # as in templates: a test of an operand
_SIGNED = re.compile(r"\((\d+) if (\d+) < (\d+) else (\d+) - (\d+)\)")


class Operand(NamedTuple):
    """An expression; `truth` is a condition of which it is 1 or 0.

    `loose` is another one, if there is any, for where not all of the value is demanded: an integer
    that is congruent to it, with about `slack` bits more, or a float that is NaN where it is.
    """

    text: str
    effect: Effect = Effect.TOTAL
    reads: frozenset[str] = NOTHING
    atom: bool = True
    truth: str = ""
    size: int = 0
    loose: str = ""
    slack: int = 0

    @property
    def pasted(self) -> str:
        """The text as part of another."""
        return self.text if self.atom else f"({self.text})"

    @property
    def condition(self) -> str:
        """A text that is true if the operand, an i32, is not zero."""
        return self.truth or self.text


def variable(name: str) -> Operand:
    """The operand that is a local or a slot."""
    return Operand(name, reads=frozenset((name,)))


class Operands:
    """The stack, and the lines that were written so far; `site` is that of the instruction now.

    What was written, and what was looked at to write it, takes from `room`. While `marking`, the values
    of rows that may trap have marks around them.
    """

    def __init__(self, room: int) -> None:
        self.room = room
        self.stack: list[Operand] = []
        self.slots: list[Operand] = []
        self.lines: list[str] = []
        self.sites: list[int] = []  # of the instruction that each line is of
        self.site = 0
        self.indent = ""
        self.marking = False
        self._bound = 0

    def line(self, text: str, *, site: int | None = None) -> None:
        """One line, of the instruction at `site` if it is not of the one now."""
        line = self.indent + text
        self.lines.append(line)
        self.sites.append(self.site if site is None else site)
        self.spend(len(line))

    def spend(self, n: int) -> None:
        """Raise Beyond if `n` more is too much for the size of the body."""
        self.room -= n
        if self.room < 0:
            raise Beyond("a long text")

    def assign(self, name: str, text: str) -> None:
        """Assign to `name`, after spilling the operands that still need its value."""
        self.spend(len(self.stack) >> LOOK)
        for k, operand in enumerate(self.stack):
            if name in operand.reads and operand.text != f"s{k}":
                self.spill(k)
        if name != text:
            self.line(f"{name} = {text}")

    def spill(self, k: int) -> None:
        """Have the operand at height `k` in its slot."""
        operand, slot = self.stack[k], self.slot(k)
        if operand.text == slot.text:
            return
        if operand.effect:
            self.settle(k)
        self.stack[k] = slot
        self.assign(slot.text, operand.text)

    def slot(self, k: int) -> Operand:
        """The operand that is in the slot of height `k`."""
        while k >= len(self.slots):
            self.slots.append(variable(f"s{len(self.slots)}"))
        return self.slots[k]

    def settle(self, below: int) -> None:
        """Spill what has to be evaluated before anything else happens, below height `below`."""
        self.spend(below >> LOOK)
        for k in range(below):
            if self.stack[k].effect:
                self.spill(k)

    def spill_all(self) -> None:
        """Spill everything."""
        self.spend(len(self.stack) >> LOOK)
        for k, operand in enumerate(self.stack):
            if operand is not self.slot(k):
                self.spill(k)

    def pop(self, n: int) -> list[Operand]:
        """The top `n` operands, bottom to top."""
        if n == 0:
            return []
        popped = self.stack[-n:]
        del self.stack[-n:]
        return popped

    def prepare(self, template: Template, n: int) -> None:
        """Spill what cannot be pasted among the top operands, of which the first `n` are a sequence."""
        height = len(self.stack)
        base = height - len(template.operands) - n
        if template.effect is Effect.WRITES or template.statements or template.steps:
            self.settle(base)
        size = sum(operand.size for operand in self.stack[base:])
        for k in range(base, height):
            operand = self.stack[k]
            named = k >= base + n and template.operands[k - base - n] in template.atoms
            moved = operand.effect and not template.ordered
            if moved or (not operand.atom and (named or size > SIZE)):
                self.spill(k)

    def paste(self, text: str, names: dict[str, Operand], fixed: dict[str, str]) -> str:
        """`text` with operands and other names in its holes."""
        parts: list[str] = []
        own: dict[str, str] = {}
        cut = pieces(text)
        firsts = {piece.name for piece in cut if isinstance(piece, Hole) and piece.first}
        for name in firsts:
            if not names[name].atom:
                own[name] = self._fresh()
        tested = 0  # characters of the next piece that stand for a test of the operand before
        for position, piece in enumerate(cut):
            if isinstance(piece, str):
                parts.append(piece[tested:])
                tested = 0
                continue
            name = piece.name
            if name in own:
                parts.append(f"({own[name]} := {names[name].text})" if piece.first else own[name])
            elif name in names:
                following = cut[position + 1] if position + 1 < len(cut) else ""
                condition = _condition(names[name], parts[-1] if parts else "", following)
                if condition:
                    tested = len(ZERO)
                parts.append(condition or _put(names[name], following))
            elif name in fixed:
                following = cut[position + 1] if position + 1 < len(cut) else ""
                ends = isinstance(following, str) and following[:1] in (")", "]", ",")
                if fixed[name] == "0" and ends and parts and parts[-1] == " + ":
                    parts.pop()  # an offset of nothing
                else:
                    parts.append(fixed[name])
            else:
                own[name] = self._fresh()
                parts.append(own[name])
        return _SIGNED.sub(_fold, "".join(parts))

    def value(
        self, template: Template, names: dict[str, Operand], fixed: dict[str, str]
    ) -> tuple[str, str, int]:
        """What a row pushes: its text, a loose one if there is any, and the slack of that."""
        form = template.loose
        if form is None:
            return self.paste(template.value, loosened(names, template.free), fixed), "", 0
        slack = form.slack + sum(names[name].slack for name in form.free)
        if slack > SLACK:
            names = {name: operand._replace(loose="") for name, operand in names.items()}
            slack = form.slack
        loose = self.paste(form.text, loosened(names, form.free), fixed)
        if form.mask and template.value != form.text:
            return loose + form.mask, loose, slack
        free = [name for name in form.free if names[name].loose]
        if form.mask and (not free or form.bounds.difference(free)):
            return loose, "", 0
        if form.mask and len(free) == len(template.operands):
            return f"({loose}){form.mask}", loose, slack
        return self.paste(template.value, loosened(names, template.free), fixed), loose, slack

    def _fresh(self) -> str:
        self._bound += 1
        return f"w{self._bound}"

    def begin(self) -> None:
        """Names that expressions bound may be taken again, if no operand has one."""
        if not self.stack:
            self._bound = 0


def _condition(operand: Operand, before: str, following: str | Hole) -> str:
    """What is true where the test of `operand` that begins here is; nothing, if there is none."""
    if (
        isinstance(following, Hole)
        or before[-3:] not in ("", "if ")
        or following[5:6] not in ("", " ")
    ):
        return ""
    if following.startswith(ZERO):
        return f"({operand.condition})" if operand.truth or before else ""
    return f"not ({operand.truth})" if operand.truth and following.startswith(" == 0") else ""


def loosened(names: dict[str, Operand], free: frozenset[str]) -> dict[str, Operand]:
    """`names` with those operands loose that may be."""
    if not any(names[name].loose for name in free):
        return names
    return {
        name: Operand(operand.loose, atom=operand.loose.isidentifier(), slack=operand.slack)
        if name in free and operand.loose
        else operand
        for name, operand in names.items()
    }


def _put(operand: Operand, following: str | Hole) -> str:
    """The operand as part of a text; a number before a dot would take it for its own."""
    if operand.text.isdigit() and isinstance(following, str) and following.startswith("."):
        return f"({operand.text})"
    return operand.pasted


def _fold(match: re.Match[str]) -> str:
    """The signed reading of a constant."""
    i, again, half, last, whole = match.groups()
    if not i == again == last:
        return match[0]
    return f"({int(i) if int(i) < int(half) else int(i) - int(whole)})"
