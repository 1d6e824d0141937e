"""From `Code` to the source of a Python function: one pass over the instructions."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from refwasm.compile.limits import Beyond, Limits, require_size
from refwasm.compile.operands import Operand, variable
from refwasm.compile.states import States
from refwasm.compile.structure import Frame, Rest
from refwasm.compile.template import Template
from refwasm.generated import opcodes as o
from refwasm.generated.compiler import TEMPLATES
from refwasm.runtime.instances import FuncInst
from refwasm.runtime.meter import ROUNDS, Paying
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.instructions import Instr, Op
from refwasm.syntax.types import F32, F64, FuncType, RefType, ValType
from refwasm.validation.code import Code, Target

DEAD = Frame(None, -1)  # a block that is not reached


@dataclass(slots=True)
class Source:
    """The source of a function; the names it takes from the module, and constants."""

    text: str
    lines: list[int]  # the site of the instruction that each line is of; -1 for none
    names: set[str] = field(default_factory=set)  # `mem0`, `call7`
    constants: dict[str, Any] = field(default_factory=dict)
    tail: bool = False  # it may return a `Tail`


def translate(
    code: Code,
    functions: Sequence[FuncInst],
    types: list[DefType],
    depth: int,
    name: str,
    limits: Limits,
    *,
    paying: Paying | None = None,
    rest: Rest | None = None,
    marking: bool = False,
) -> Source:
    """The source of `name`, for `code`, which is entered if at most `depth` frames are below.

    With `paying` it uses units. Raises Beyond if it cannot be had. `functions` are those that it may call.
    With `rest` it is what remains of a call, and takes a tuple of all locals and operands. With
    `marking` the text has marks, and is the same otherwise.
    """
    require_size(code, limits)
    body = _Body(code, name, functions, types, limits, paying, rest)
    if marking:
        body.marking, body.room = True, sys.maxsize
    return body.source(depth, name)


class _Body(States):
    """A body in translation."""

    def __init__(
        self,
        code: Code,
        prefix: str,
        functions: Sequence[FuncInst],
        types: list[DefType],
        limits: Limits,
        paying: Paying | None,
        rest: Rest | None,
    ):
        super().__init__(code, prefix, limits, paying, rest)
        self.functions = functions
        self.types = types
        self.tail = False
        self._sequence: list[Operand] = []
        self._round = 0  # of those of a short loop for which it uses a unit

    def source(self, depth: int, name: str) -> Source:
        """The whole."""
        self.tail = any(
            instr.op.rule.startswith("return_call") and not self.repeats(instr)
            for instr in self.code.instrs
        )
        self.indent = "  "
        for i, instr in enumerate(self.code.instrs):
            self.site = i
            if i in self.plan.states:
                self.begin_state(i)
            self._instruction(i, instr)
        params = [f"l{k}" for k in range(len(self.code.type.params))]
        head = self._head(depth, name, params)
        if self.flags:
            head.append(" br = 0")
        body, at = self.assemble()
        foot = []
        if any(".data" in line for line in body):
            head.append(" try:")
            foot = [" except OUTSIDE as error:", "  raise outside(error) from None"]
        else:
            head.append(" if True:")
        sites = [-1] * len(head) + at + [-1] * len(foot)
        text = "\n".join(chain(head, body, foot)) + "\n"
        return Source(text, sites, self.names, self.constants, self.tail)

    def _head(self, depth: int, name: str, params: list[str]) -> list[str]:
        """The definition, the budget of calls, and the locals."""
        if self.rest is not None:
            names = self.registers(self.rest.entry)
            return [f"def {name}(args, d):", *([f" {', '.join(names)}, = args"] if names else [])]
        if self.tail:
            head = [f"def {name}(args, d):", f" if d >= {depth}: exhausted()"]
            if params:
                head.append(f" {', '.join(params)}, = args")
        else:
            head = [f"def {name}({', '.join((*params, 'd'))}):", f" if d >= {depth}: exhausted()"]
        head += [f" {line}" for line in self._blank()]
        return head

    def _blank(self) -> Iterator[str]:
        """Lines that give the locals the values that they have at first."""
        x = len(self.code.type.params)
        for count, t in self.code.locals:
            if count:
                yield f"{' = '.join(f'l{k}' for k in range(x, x + count))} = {_zero(t)}"
            x += count

    def _instruction(self, i: int, instr: Instr) -> None:
        op = instr.op
        if i == self.last:
            self.finish()
        elif op.closes:
            self._close(i, op)
        elif self.code.heights[i] < 0:
            if op.opens:
                self.frames.append(DEAD)
        elif op.opens:
            self.open(i, instr)
        elif op is o.LOCAL_GET:
            self.stack.append(variable(f"l{instr.args[0]}"))
        elif op in (o.LOCAL_SET, o.LOCAL_TEE):
            self.set_local(f"l{instr.args[0]}", tee=op is o.LOCAL_TEE)
        elif op is o.DROP:
            self.drop()
        elif op is o.BR_TABLE:
            self.br_table(i)
        elif (template := TEMPLATES.get(op)) is not None:
            if i in self.paid:
                self.use_unit()
            self.row(i, instr, template)
        if self.live:
            self.begin()

    def _close(self, i: int, op: Op) -> None:
        """A block ends, or a branch of it."""
        if op.continues:
            if self.frames[-1] is not DEAD:
                self.otherwise(i)
        elif self.frames[-1] is DEAD:
            self.frames.pop()
        else:
            self.end(i)

    # Control

    def steps(
        self,
        i: int,
        template: Template,
        names: dict[str, Operand],
        fixed: dict[str, str],
        height: int,
    ) -> None:
        """The intrinsics of a row, and what it pushes."""
        for step in template.steps:
            args = [self.paste(arg, names, fixed) for arg in step.args]
            condition = self.paste(step.condition, names, fixed) if step.condition else ""
            if step.condition == "{c} != 0":
                condition = names["c"].condition
            del self.stack[height:]
            match step.intrinsic:
                case "br":
                    target = self.code.targets[i]
                    assert isinstance(target, Target)
                    self.branch_if(condition, target, args[1:])
                case "invoke":
                    self._invoke(i, args[0], template, names)
                case "tail_invoke":
                    self._tail_invoke(i, args[0], template, names)
                case "leave":
                    self.go_back()
                case "throw":
                    self.line(f"raise UncaughtException({args[0]})")
                    self.live = False
                case _:
                    raise Beyond(step.intrinsic)
        if template.value:
            self.stack.append(names[template.value.strip("{}=")])

    def branch_if(self, condition: str, target: Target, extra: list[str]) -> None:
        """A branch to `target`; in a short loop the rounds for which it uses a unit follow each other."""
        begin, last = target.site - 1, self.site
        if self.short.get(begin) != last or self._round == ROUNDS - 1:
            super().branch_if(condition, target, extra)
            return
        self.line(f"if {condition or True}:")
        self.indent += " "
        self.resume(target.height)
        self._round += 1
        for site in range(begin + 1, last + 1):
            self.site = site
            self._instruction(site, self.code.instrs[site])
        self._round -= 1
        self.indent = self.indent[:-1]
        self.resume(self.code.heights[last + 1])

    def _invoke(self, i: int, f: str, template: Template, names: dict[str, Operand]) -> None:
        """A call; its results are in slots."""
        args = [operand.text for operand in self._sequence]
        functype = self._functype(i)
        n = len(functype.results)
        height = len(self.stack)
        callee = self._callee(i, f, template, names)
        slots = [f"s{height + k}" for k in range(n)]
        call = f"{callee}({', '.join((*args, 'd + 1'))})"
        if n == 0:
            self.line(call)
        else:
            for slot in slots[1:]:
                self.assign(slot, slot)
            self.assign(slots[0], call) if n == 1 else self._assign_all(slots, call)
        self.stack += map(variable, slots)

    def _assign_all(self, slots: list[str], call: str) -> None:
        self.assign(slots[0], slots[0])
        self.line(f"{', '.join(slots)} = {call}")

    def _callee(self, i: int, f: str, template: Template, names: dict[str, Operand]) -> str:
        """What is called for the function `f`, a name or an expression."""
        name = _named(f)
        if name:
            self.names.add(f"call{name[4:]}")
            return f"call{name[4:]}"
        return f"{self._entry(i, f, template, names)}.call"

    def _entry(self, i: int, f: str, template: Template, names: dict[str, Operand]) -> str:
        """The entry of the function `f`; one that an operand tells was mostly entered before."""
        name = _named(f)
        if name:
            self.names.add(f"entry{name[4:]}")
            return f"entry{name[4:]}"
        operand = names[template.operands[0]]
        found = first = operand.text
        if not operand.atom:
            found = self._fresh()
            first = f"({found} := {first})"
        if not f.startswith("function_at("):
            return f"(known.get({first}) or entry_of({found}, known))"
        x, y = self.code.instrs[i].args
        self.names.add(f"known{y}")
        at = f"table{x}.elems[{found}] if {first} < len(table{x}.elems) else None"
        return f"(known{y}.get({at}) or entry_at(table{x}, {found}, type{y}, known{y}))"

    def _functype(self, i: int) -> FuncType:
        op, args = self.code.instrs[i]
        x = args[-1]
        assert isinstance(x, int)
        deftype = self.functions[x].type if op is o.CALL else self.types[x]
        assert isinstance(deftype.comp, FuncType)
        return deftype.comp

    def _tail_invoke(self, i: int, f: str, template: Template, names: dict[str, Operand]) -> None:
        """A tail call; one of the function itself begins it again."""
        args = [operand.text for operand in self._sequence]
        if f == self.own:
            moves = [(f"l{k}", arg) for k, arg in enumerate(args) if arg != f"l{k}"]
            if moves:
                self.line(
                    f"{', '.join(x for x, _ in moves)} = {', '.join(f'({a})' for _, a in moves)}"
                )
            for line in (*self._blank(), "at = 0"):
                self.line(line)
            self.go(self.machine)
        else:
            entry = self._entry(i, f, template, names)
            self.line(f"return Tail(({entry}, ({''.join(a + ', ' for a in args)})))")
        self.live = False

    def prepare(self, template: Template, n: int) -> None:
        """Spill what cannot be pasted; what calls is found before its arguments are evaluated."""
        if template.sequence and template.operands and template.steps:
            for k in range(len(self.stack) - len(template.operands) - n, len(self.stack)):
                if self.stack[k].effect:
                    self.spill(k)
        super().prepare(template, n)
        if template.sequence and template.effect and template.steps:
            base = len(self.stack) - len(template.operands) - n
            for k in range(base, base + n):
                if self.stack[k].effect:
                    self.spill(k)
        height = len(self.stack) - len(template.operands)
        self._sequence = self.stack[height - n : height]


def _named(f: str) -> str:
    """The name of the function `f`, if it is known by one: that of `func7` or `function(func7)`."""
    name = f.removeprefix("function(").removesuffix(")")
    return name if name.startswith("func") and name[4:].isdigit() else ""


def _zero(t: ValType) -> str:
    """What a local of type `t` holds before it is set."""
    return "None" if isinstance(t, RefType) else "0.0" if t in (F32, F64) else "0"
