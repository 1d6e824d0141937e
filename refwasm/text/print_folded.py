"""Bodies of folded instructions (section "Folded Instructions").

How instructions are grouped changes nothing: read again they are the same sequence. So operands are
counted no further than types are known, and what gives not exactly one value stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from refwasm.generated.opcodes import END, IF, OPS
from refwasm.syntax.instructions import Expr, Instr, Op
from refwasm.syntax.types import FuncType, StructType
from refwasm.text.print_immediates import head
from refwasm.text.print_instructions import Words, line
from refwasm.text.print_names import Scope

WIDTH = 80  # of an instruction with its operands on one line
FIRST_ARM = {"if": "then", "try": "do"}


@dataclass(slots=True)
class Node:
    """An instruction with its operands, and its arms if it is a block; it gives `results` values."""

    text: str
    results: int
    notes: list[str]
    operands: list[Node] = field(default_factory=list)
    arms: list[tuple[str, list[Node]]] | None = None  # with what begins them, if anything does
    carries: int = 0  # how many values a branch to its label carries

    def is_leaf(self) -> bool:
        return not self.operands and self.arms is None and not self.notes


def _count(side: str) -> tuple[int, bool]:
    """How many operands there are on a side of a stack type, and whether a sequence is among them."""
    depth = single = 0
    many = False
    for word in side.split():
        if depth == 0:
            many |= word.startswith("*")
            single += word[0] not in "*." and not word.startswith("->")
        depth += word.count("(") - word.count(")")
    return single, many


def _sides(op: Op) -> tuple[tuple[int, bool], tuple[int, bool]]:
    """The operands and the results of `op`."""
    left, _, right = op.stack.partition("->")
    if right.startswith("_"):  # a local that is set
        right = right.partition(" ")[2]
    return _count(left), _count(right)


SIDES = {op: _sides(op) for op in OPS if not (op.opens or op.closes)}
# Rules whose label takes one value more than the sequence they have.
ONE_MORE = frozenset({"br_on_non_null", "br_on_cast", "br_on_cast_fail"})


class Tree:
    """The instructions of a body, grouped."""

    def __init__(self, w: Words, e: Expr, results: int, notes: Mapping[int, list[str]]):
        self.s = w.s
        self.roots: list[Node] = []
        self._w = w
        self._results = results
        self._open: list[Node] = []
        self._arm = self.roots
        for i, instr in enumerate(e.instrs[:-1]):
            self._add(instr, notes.get(i, []) if notes else [])

    def _add(self, instr: Instr, notes: list[str]) -> None:
        op = instr.op
        if op.opens:
            self._begin(instr, notes)
        elif op.continues:
            self._begin_arm(self._w.word(instr))
        elif op.closes:
            self.s.leave_block()
            if op is not END:
                self._begin_arm(self._w.word(instr))
            self._open.pop()
            arms = self._open[-1].arms if self._open else None
            self._arm = arms[-1][1] if arms else self.roots
        else:
            operands, results = self._arity(instr)
            node = Node(self._w.word(instr), results, notes)
            node.operands = self._take(operands)
            self._arm.append(node)

    def _begin(self, instr: Instr, notes: list[str]) -> None:
        """Open a block; of its operands only the condition of an `if` belongs to it."""
        params, results = _block(self.s, instr)
        carries = params if instr.op.keyword == "loop" else results
        node = Node(head(self.s, instr), results, notes, arms=[], carries=carries)
        if instr.op is IF:
            node.operands = self._take(1)
        self._arm.append(node)
        self._open.append(node)
        self._begin_arm(FIRST_ARM.get(instr.op.keyword, ""))

    def _begin_arm(self, word: str) -> None:
        """Begin the next arm of the innermost block."""
        self._arm = []
        arms = self._open[-1].arms
        assert arms is not None
        arms.append((word, self._arm))

    def _take(self, n: int) -> list[Node]:
        """Up to `n` operands of those that come last."""
        arm = self._arm
        at = len(arm)
        while at > 0 and len(arm) - at < n and arm[at - 1].results == 1:
            at -= 1
        operands = arm[at:]
        del arm[at:]
        return operands

    def _arity(self, instr: Instr) -> tuple[int, int]:
        """How many operands an instruction takes, and how many results it has, as far as is known."""
        (operands, many), (results, many_results) = SIDES[instr.op]
        if not many:
            return operands, results
        params, given = self._sequences(instr)
        return operands + params, results + (given if many_results else 0)

    def _sequences(self, instr: Instr) -> tuple[int, int]:
        """How long the sequences in the type of an instruction are, on either side."""
        s = self.s
        kind, x = ("", None) if not instr.args else (instr.op.immediates[-1][1], instr.args[-1])
        if instr.op.rule in ONE_MORE:
            kind, x = "labelidx", instr.args[0]
        if kind == "u32":
            return (x, 0) if isinstance(x, int) else (0, 0)
        if kind == "labelidx" and isinstance(x, int):
            n = self._label(x) - (instr.op.rule in ONE_MORE)
            return n, n
        if kind == "":
            return self._results, 0
        if isinstance(x, int) and kind in ("funcidx", "tagidx"):
            typed = s.funcs if kind == "funcidx" else s.tags
            return _comp(s, typed[x] if x < len(typed) else None)
        return _comp(s, x)

    def _label(self, l: int) -> int:
        """How many values a branch to `l` carries."""
        if l < len(self._open):
            return self._open[-1 - l].carries
        return self._results


def _comp(s: Scope, x: object) -> tuple[int, int]:
    """How many values the type of index `x` takes, and how many it gives."""
    match s.comps[x] if isinstance(x, int) and x < len(s.comps) else None:
        case FuncType(ts1, ts2):
            return len(ts1), len(ts2)
        case StructType(fields):
            return len(fields), 0
    return 0, 0


def _block(s: Scope, instr: Instr) -> tuple[int, int]:
    """How many parameters and results a block has."""
    bt = instr.args[0]
    if isinstance(bt, int):
        return _comp(s, bt)
    return 0, int(bt is not None)


def folded(
    w: Words, e: Expr, depth: int, results: int, notes: Mapping[int, list[str]]
) -> Iterator[str]:
    """The lines of `e`, which has so many results; `notes` are annotations by number of instruction.

    What is still to be printed is on a stack: nodes, and texts that come after them.
    """
    todo: list[tuple[int, Node | str]] = [
        (depth, node) for node in reversed(Tree(w, e, results, notes).roots)
    ]
    while todo:
        depth, item = todo.pop()
        if isinstance(item, str):
            yield item
            continue
        yield from (line(depth, note) for note in item.notes)
        short = _short(item)
        if short is not None:
            yield line(depth, short)
            continue
        yield line(depth, f"({item.text}")
        todo += reversed(_parts(item, depth))


def _parts(node: Node, depth: int) -> list[tuple[int, Node | str]]:
    """What follows the text of `node`."""
    parts: list[tuple[int, Node | str]] = [(depth + 1, operand) for operand in node.operands]
    for word, arm in node.arms or ():
        inner = depth + 1 + bool(word)
        parts += [(0, line(depth + 1, f"({word}"))] if word else []
        parts += ((inner, child) for child in arm)
        parts += [(0, ")")] if word else []
    return [*parts, (0, ")")]


def _short(node: Node) -> str | None:
    """`node` on one line, if it is a simple one that fits."""
    if node.arms is not None or not all(operand.is_leaf() for operand in node.operands):
        return None
    texts = [node.text, *(f"({operand.text})" for operand in node.operands)]
    if len(node.operands) > 1 and sum(map(len, texts)) > WIDTH:
        return None
    return "(" + " ".join(texts) + ")"
