"""Expressions: sequences of plain, block and folded instructions (section "Instructions").

What is open is on an explicit stack, so nesting costs memory, never Python's stack. A folded
instruction waits there until its operands are complete; a block is emitted when it opens.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from refwasm.errors import shown
from refwasm.generated.opcodes import ELSE, END
from refwasm.syntax.instructions import Expr, Instr, Op
from refwasm.syntax.names import NameMap
from refwasm.text.parse_immediates import BLOCKS, PLAIN, READERS, blocktype, catches
from refwasm.text.parser import Parser

END_INSTR = Instr(END, ())
ELSE_INSTR = Instr(ELSE, ())

# What may stand inside an open instruction.
NOTHING = 0  # only `(else` or `)`
FOLDED = 1  # only folded instructions
ANY = 2


class Open(NamedTuple):
    """An instruction that is not complete yet: `what` it is, at token `at`."""

    what: str
    inside: int
    instr: Instr
    label: str | None
    at: int


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
        """A block instruction without parentheses, its `else` or its `end`.

        Spec: text-blockinstr
        """
        op = BLOCKS.get(word)
        if op is not None:
            block = self.head(op, at)
            self.begin(block._replace(what="if" if word == "if" else "block"))
            return
        top = self.stack[-1] if self.stack else None
        if top is not None and word == "else" and top.what == "if":
            self.stack[-1] = top._replace(what="block")
            self.emit(ELSE_INSTR, at)
        elif top is not None and word == "end" and top.what in ("if", "block"):
            self.stack.pop()
            self.p.leave(top.label)
            self.emit(END_INSTR, at)
        else:
            raise self.p.unexpected("an instruction", at)
        label = self.p.identifier()
        if label is not None and label != top.label:
            raise self.p.error(f"mismatching label {shown(label)}", self.p.i - 1)

    def folded_block(self, at: int, word: str) -> None:
        """A block instruction in parentheses, or `(then` of one.

        Spec: text-foldedinstr
        """
        op = BLOCKS.get(word)
        top = self.stack[-1] if self.stack else None
        if word == "then" and top is not None and top.what == "condition":
            self.stack[-1] = top._replace(what="then", inside=NOTHING)
            self.begin(top._replace(what="arm", inside=ANY))
        elif op is None:
            raise self.p.unexpected("an instruction", at)
        elif word == "if":
            self.stack.append(self.head(op, at)._replace(what="condition", inside=FOLDED))
        else:
            self.begin(self.head(op, at))

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
            case "then" | "else":
                self.emit(END_INSTR, p.i)
            case "condition":
                raise p.unexpected("`(then`")
            case _:
                raise p.unexpected("`end`")
        p.i += 1

    def special(self, at: int, token: str) -> None:
        """`(else` after `(then ...)`, or an error.

        Spec: text-foldedinstr
        """
        top = self.stack[-1] if self.stack else None
        if token != "(" or top is None:
            raise self.p.unexpected("a folded instruction or `)`", at)
        if top.what != "then" or self.p.tokens[at + 1] != "else":
            raise self.p.unexpected("`else`" if top.what == "then" else "`)`", at + 1)
        self.emit(ELSE_INSTR, at + 1)
        self.p.i = at + 2
        self.stack[-1] = top._replace(what="else")
        self.enter(top._replace(what="arm", inside=ANY))

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
