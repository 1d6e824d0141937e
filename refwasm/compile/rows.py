"""Rows that only compute: their templates, with operands, immediates and statics put in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Any

from refwasm.compile.operands import NOTHING, Operand, Operands, loosened, variable
from refwasm.compile.template import BEGIN, FINISH, Effect, Sure, Template, pieces
from refwasm.generated.kernels import NAMES
from refwasm.generated.validator import STATICS
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.instructions import Instr
from refwasm.syntax.types import StructType
from refwasm.validation.code import Code

NOT_NULL = "({s} if {s=} is not None else struct({s}))"  # the structure `s`, or the trap


class Rows(Operands, ABC):
    """The operands of a body, and the names that its source uses."""

    def __init__(self, code: Code, prefix: str, room: int):
        super().__init__(room)
        self.code = code
        self.names: set[str] = set()  # of items of the module
        self.constants: dict[str, Any] = {}
        self.live = True
        self._prefix = prefix  # of the names of constants, which functions share
        self._known: dict[object, str] = {}

    def set_local(self, name: str, *, tee: bool) -> None:
        """Assign the top operand to a local."""
        self.settle(len(self.stack) - 1)
        [v] = self.pop(1)
        self.assign(name, v.text)
        if tee:
            self.stack.append(variable(name))

    def drop(self) -> None:
        if self.stack[-1].effect:
            self.settle(len(self.stack) - 1)
            self.line(self.stack[-1].text)
        self.pop(1)

    def row(self, i: int, instr: Instr, template: Template) -> None:
        """An instruction by its row's template."""
        if template.sure and self._surely(template.sure, template):
            template = _total(template)
        fixed = self._fixed(i, instr, template)
        if template.constant:
            self.stack.append(self._constant(template, fixed))
            return
        n = self._length(i, instr) if template.sequence else 0
        self.prepare(template, n)
        height = len(self.stack) - len(template.operands) - n
        operands = self.stack[height + n :]
        names = dict(zip(template.operands, operands, strict=True))
        if template.sequence:
            sequence = self.stack[height : height + n]
            names[template.sequence] = _tuple(sequence)
            operands = [*operands, *sequence]
        if template.steps:
            self.steps(i, template, names, fixed, height)
            return
        free = loosened(names, template.free)
        texts = [self.paste(text, free, fixed) for text in template.statements]
        truth = self.paste(template.truth, free, fixed) if template.truth else ""
        value, loose, slack = f"1 if {truth} else 0" if truth else "", "", 0
        if template.value and not truth:
            value, loose, slack = self.value(template, names, fixed)
        self.pop(len(operands))
        for text in texts:
            self.line(text)
        if value:
            made = Operand(value, truth=truth, loose=loose, slack=slack)
            self._push(template, made, operands)
        if not template.value and "trap(" in template.statements[0][:5]:
            self.live = False

    def _push(self, template: Template, value: Operand, operands: list[Operand]) -> None:
        """The value of a row."""
        if template.effect is Effect.WRITES:
            slot = f"s{len(self.stack)}"
            self.assign(slot, value.text)
            self.stack.append(variable(slot))
            return
        effect = max((o.effect for o in operands), default=Effect.TOTAL)
        if not template.statements:
            effect = max(effect, template.effect)
        reads = frozenset[str]().union(*(o.reads for o in operands))
        size = 1 + sum(o.size for o in operands)
        atom = value.text.isidentifier()
        if self.marking and template.effect and not template.statements:
            value = self._marked(value)
        self.stack.append(value._replace(effect=effect, reads=reads, size=size, atom=atom))

    def _marked(self, value: Operand) -> Operand:
        """`value` with marks around its texts: it is that of the instruction now."""
        text, truth, loose = (
            f"{BEGIN}{self.site} {text}{FINISH}" if text else ""
            for text in (value.text, value.truth, value.loose)
        )
        return value._replace(text=text, truth=truth, loose=loose)

    def _surely(self, sure: Sure, template: Template) -> bool:
        """Whether the operand that decides if a row traps is a constant with which it does not."""
        k = template.operands.index(sure.operand) - len(template.operands)
        constant = self.stack[k].text
        return constant.isdigit() and not eval(  # noqa: S307 - a template's
            self.paste(sure.trap, {sure.operand: self.stack[k]}, {}), {}
        )

    def paste(self, text: str, names: dict[str, Operand], fixed: dict[str, str]) -> str:
        """`text` with names in its holes; what a reference is, is asked without a call at first."""
        text = text.replace("struct({s})", NOT_NULL)
        for rt in ("rt", "t2"):
            test = f"ref_test({{r}}, {{{rt}}})"
            if test in text:
                heap = self.constants[fixed[rt]].heap
                if isinstance(heap, DefType) and isinstance(heap.comp, StructType):
                    exact = f"{{r=}}.__class__ is StructInst and {{r}}.type is {self.literal(heap)}"
                    text = text.replace(test, f"({exact} or {test})")
        return super().paste(text, names, fixed)

    def _length(self, i: int, instr: Instr) -> int:
        """How many operands the sequence of the instruction has; validation says it last."""
        n = self.code.statics[i][-1]
        assert isinstance(n, int)
        return n

    def _fixed(self, i: int, instr: Instr, template: Template) -> dict[str, str]:
        """Texts for immediates, statics, and what they select from the module."""
        known: dict[str, object] = {}
        for (name, _), value in zip(instr.op.immediates, instr.args, strict=True):
            known[name] = value
        known.update(zip(STATICS.get(instr.op, ()), self.code.statics.get(i, ()), strict=False))
        fixed = {}
        texts = (*template.statements, template.value, template.truth)
        steps = chain.from_iterable((s.condition, *s.args) for s in template.steps)
        for text in (*texts, *steps):
            for piece in pieces(text):
                if not isinstance(piece, str) and piece.name not in fixed:
                    found = self._named(piece.name, known)
                    if found is not None:
                        fixed[piece.name] = found
        return fixed

    def _named(self, name: str, known: dict[str, object]) -> str | None:
        """The text for a hole that is no operand."""
        if name in known:
            return self.literal(known[name])
        first, _, rest = name.partition("__")
        if not rest:
            return None
        if first in known:
            return self.literal(getattr(known[first], rest))
        x, _, attribute = rest.partition("__")
        index = getattr(known[x], attribute) if attribute else known[x]
        if first == "locals":
            return f"l{index}"
        found = f"{first[:-1]}{index}"
        self.names.add(found)
        return found

    def literal(self, value: object) -> str:
        """A text whose value is `value`: a number, or the name of a constant."""
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, float) and value - value == 0.0:
            return repr(value) if str(value)[0] != "-" else f"({value!r})"
        if value is None:
            return "None"
        key = (type(value), id(value) if isinstance(value, float) else value)
        name = self._known.get(key)
        if name is None:
            name = self._known[key] = f"k{self._prefix}_{len(self.constants)}"
            self.constants[name] = value
        return name

    def _constant(self, template: Template, fixed: dict[str, str]) -> Operand:
        """What is the same whenever it runs: a number, or what only the module has."""
        text = self.paste(template.value, {}, fixed)
        if any(name in text for name in self.names) or "struct" in text:
            return Operand(text, Effect.TOTAL, NOTHING, text.isidentifier())
        value = eval(text, dict(NAMES), self.constants)  # noqa: S307 - a template's
        return Operand(self.literal(value), Effect.TOTAL, NOTHING)

    @abstractmethod
    def steps(
        self,
        i: int,
        template: Template,
        names: dict[str, Operand],
        fixed: dict[str, str],
        height: int,
    ) -> None:
        """The intrinsics of a row, and what it pushes."""


def _tuple(operands: list[Operand]) -> Operand:
    """The operands as one, a tuple."""
    return Operand(f"({''.join(o.text + ', ' for o in operands)})")


@cache
def _total(template: Template) -> Template:
    """The template of a row that certainly does not trap."""
    assert template.sure is not None
    return replace(template, value=template.sure.value, effect=Effect.TOTAL, sure=None)
