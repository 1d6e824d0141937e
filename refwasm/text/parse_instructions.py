"""Expressions: sequences of plain, block and folded instructions (section "Instructions").

What is open is on an explicit stack, so nesting costs memory, never Python's stack. A folded
instruction waits there until its operands are complete; a block is emitted when it opens.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from refwasm.errors import shown
from refwasm.generated.opcodes import END
from refwasm.syntax.instructions import Expr, Instr, Op
from refwasm.syntax.names import NameMap
from refwasm.text.parse_immediates import (
    BLOCKS,
    CLOSERS,
    PLAIN,
    READERS,
    blocktype,
    catches,
    closing,
)
from refwasm.text.parser import Parser

END_INSTR = Instr(END, ())

# What may stand inside an open instruction.
NOTHING = 0  # only arms or `)`
FOLDED = 1  # only folded instructions
ANY = 2

# The blocks that have arms when folded: the first one's word, and what may stand before it.
ARMS = {"if": ("then", FOLDED), "try": ("do", NOTHING)}


class Open(NamedTuple):
    """An instruction that is not complete yet: `what` it is, at token `at`.

    A folded block with arms is "new" before the first, has "arms" until a `)`, or until it has
    "ended" with the last. `instr` is the one that began the branch.
    """

    what: str
    inside: int
    instr: Instr
    label: str | None
    at: int


def _closes(op: Op, block: Open) -> bool:
    """Whether `op` may end the branch of `block` that is read."""
    return not op.after or block.instr.op.name in op.after


def _first(block: Open) -> str:
    """The word of the first arm of `block`."""
    return ARMS[block.instr.op.keyword][0]


class Body:
    """The instructions of one expression, while they are read."""

    __slots__ = ("instrs", "labels", "names", "p", "positions", "stack")

    def __init__(self, p: Parser):
        self.p = p
        self.instrs: list[Instr] = []
        self.positions: array[int] = array("Q")
        self.stack: list[Open] = []
        self.names: NameMap = {}
        self.labels = 0  # how many blocks there were

    def emit(self, instr: Instr, at: int) -> None:
        """Append `instr`, which token `at` stands for."""
        self.instrs.append(instr)
        self.positions.append(self.p.offsets[at])

    def sequence(self, *, single: bool = False) -> None:
        """Instructions up to a `)` that is not theirs; or one folded instruction if `single`.

        Spec: text-instrs, text-foldedinstr
        """
        p, stack, tokens = self.p, self.stack, self.p.tokens
        while True:
            at = p.i
            token = tokens[at]
            inside = stack[-1].inside if stack else FOLDED if single else ANY
            if token == "(" and inside:
                self.folded(at, tokens[at + 1])
            elif token == ")" and stack:
                self.close()
            elif inside == ANY:
                if token == ")" and not single:
                    return
                self.bare(at, token)
            else:
                self.special(at, token)
            if single and not stack:
                return

    def folded(self, at: int, word: str) -> None:
        """An instruction in parentheses, and all of it if it has no operands.

        Spec: text-foldedinstr
        """
        p = self.p
        p.i = at + 2
        instr = PLAIN.get(word)
        if instr is None:
            read = READERS.get(word)
            if read is None:
                self.folded_block(at + 1, word)
                return
            instr = read(p)
        if p.tokens[p.i] == ")":
            p.i += 1
            self.instrs.append(instr)
            self.positions.append(p.offsets[at + 1])
        else:
            self.stack.append(Open("folded", FOLDED, instr, None, at + 1))

    def bare(self, at: int, word: str) -> None:
        """An instruction without parentheses.

        Spec: text-plaininstr, text-blockinstr
        """
        self.p.i = at + 1
        instr = PLAIN.get(word)
        if instr is None:
            read = READERS.get(word)
            if read is None:
                self.bare_block(at, word)
                return
            instr = read(self.p)
        self.instrs.append(instr)
        self.positions.append(self.p.offsets[at])

    def bare_block(self, at: int, word: str) -> None:
        """A block instruction without parentheses, or what ends it or a branch of it.

        Spec: text-blockinstr
        """
        op = BLOCKS.get(word)
        if op is not None:
            self.begin(self.head(op, at)._replace(what="block"))
            return
        top = self.stack[-1] if self.stack else None
        op = CLOSERS.get(word)
        if top is None or top.what != "block" or op is None or not _closes(op, top):
            raise self.p.unexpected("an instruction", at)
        if not op.continues:
            self.stack.pop()
            self.p.leave(top.label)
        instr = closing(self.p, op)
        self.emit(instr, at)
        if op.continues:
            self.stack[-1] = top._replace(instr=instr)
        label = None if op.immediates else self.p.identifier()
        if label is not None and label != top.label:
            raise self.p.error(f"mismatching label {shown(label)}", self.p.i - 1)

    def folded_block(self, at: int, word: str) -> None:
        """A block instruction in parentheses, or the first arm of one.

        Spec: text-foldedinstr
        """
        op = BLOCKS.get(word)
        top = self.stack[-1] if self.stack else None
        if op is None:
            self.first(top, at, word)
        elif word in ARMS:
            self.stack.append(self.head(op, at)._replace(what="new", inside=ARMS[word][1]))
        else:
            self.begin(self.head(op, at))

    def first(self, top: Open | None, at: int, word: str) -> None:
        """The first arm of a folded block, or an error.

        Spec: text-foldedinstr
        """
        expected = _first(top) if top is not None and top.what == "new" else None
        if top is None or word != expected:
            raise self.p.unexpected(f"`({expected}`" if expected else "an instruction", at)
        self.stack[-1] = top._replace(what="arms", inside=NOTHING)
        self.begin(top._replace(what="arm", inside=ANY))

    def head(self, op: Op, at: int) -> Open:
        """A block instruction from after its keyword to its body.

        Spec: text-blockinstr
        """
        p = self.p
        label = p.identifier()
        bt = blocktype(p)
        args = (bt,) if len(op.immediates) == 1 else (bt, catches(p))
        return Open("parens", ANY, p.instr(op, args), label, at)

    def begin(self, block: Open) -> None:
        """Emit the instruction of `block`, and open it; labels are numbered in this order."""
        if block.label is not None:
            self.names[self.labels] = block.label[1:]
        self.labels += 1
        self.emit(block.instr, block.at)
        self.enter(block)

    def enter(self, block: Open) -> None:
        """Open `block`."""
        self.stack.append(block)
        self.p.enter(block.label)

    def close(self) -> None:
        """The `)` of what is open.

        Spec: text-foldedinstr
        """
        p = self.p
        top = self.stack.pop()
        match top.what:
            case "folded":
                self.emit(top.instr, top.at)
            case "parens":
                p.leave(top.label)
                self.emit(END_INSTR, p.i)
            case "arm":
                p.leave(top.label)
            case "arms":
                self.emit(END_INSTR, p.i)
            case "ended":
                pass
            case "new":
                raise p.unexpected(f"`({_first(top)}`")
            case _:
                raise p.unexpected("`end`")
        p.i += 1

    def special(self, at: int, token: str) -> None:
        """An arm where nothing but arms may stand, or an error.

        Spec: text-foldedinstr
        """
        p = self.p
        top = self.stack[-1] if self.stack else None
        if token != "(" or top is None:
            raise p.unexpected("a folded instruction or `)`", at)
        word = p.tokens[at + 1]
        p.i = at + 2
        if top.what == "new":
            self.first(top, at + 1, word)
            return
        op = CLOSERS.get(word)
        if top.what != "arms" or op is None or not (op.after and _closes(op, top)):
            raise p.unexpected("another arm or `)`" if top.what == "arms" else "`)`", at + 1)
        instr = closing(p, op)
        self.emit(instr, at + 1)
        if op.continues:
            self.stack[-1] = top._replace(instr=instr)
            self.enter(top._replace(what="arm", inside=ANY))
        else:
            self.stack[-1] = top._replace(what="ended")
            p.close()

    def expr(self) -> Expr:
        """What was read, ended at the next token."""
        self.emit(END_INSTR, self.p.i)
        return Expr(self.instrs, self.positions)


def expr(p: Parser) -> Expr:
    """An expression up to the `)` around it.

    Spec: text-expr
    """
    body = Body(p)
    body.sequence()
    return body.expr()


def single_expr(p: Parser) -> Expr:
    """An expression of one folded instruction.

    Spec: text-foldedinstr
    """
    body = Body(p)
    body.sequence(single=True)
    return body.expr()
