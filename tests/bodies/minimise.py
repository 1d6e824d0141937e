"""A smaller module that shows the same fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import monotonic

from refwasm.errors import Invalid
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Expr, Instr
from refwasm.syntax.modules import Func, Module

Faulty = Callable[[Module], bool]

NOTHING = [Instr(o.UNREACHABLE, ()), Instr(o.END, ())]
DROP = [Instr(o.DROP, ())]
SHORT = [
    *(
        [Instr(op, (1,))]
        for op in (o.I32_CONST, o.I64_CONST, o.F32_CONST, o.F64_CONST, o.V128_CONST)
    ),
    DROP,
]


def minimise(module: Module, faulty: Faulty, seconds: float = 30.0) -> Module:
    """`module` with as little in its bodies as `seconds` allow, so that `faulty` still holds."""
    deadline = monotonic() + seconds

    def still(candidate: Module) -> bool:
        try:
            return monotonic() < deadline and faulty(candidate)
        except Invalid:
            return False

    for x in range(len(module.funcs)):
        smaller = _with_body(module, x, NOTHING)
        if still(smaller):
            module = smaller
    before = None
    while before != module and monotonic() < deadline:
        before = module
        for x, func in enumerate(module.funcs):
            if len(func.body.instrs) > 2:
                module = _shrunk(module, x, still)
    return module


def _with_body(module: Module, x: int, instrs: list[Instr]) -> Module:
    func = module.funcs[x]
    smaller = Func(func.type, func.locals, Expr(instrs))
    return replace(module, funcs=(*module.funcs[:x], smaller, *module.funcs[x + 1 :]))


def _shrunk(module: Module, x: int, still: Faulty) -> Module:
    """`module` with fewer instructions in body `x`: ever shorter runs are left out, or replaced."""
    size = len(module.funcs[x].body.instrs) // 2
    while size:
        at = 0
        while at < len(instrs := module.funcs[x].body.instrs) - 1:
            for candidate in _without(instrs, at, size):
                smaller = _with_body(module, x, candidate)
                if still(smaller):
                    module = smaller
                    break
            else:
                at += max(1, size // 2)
        size //= 2
    return module


def _without(instrs: list[Instr], at: int, size: int) -> Iterator[list[Instr]]:
    """`instrs` without the `size` ones from `at`, or with something shorter in their place; a block undone."""
    head, tail = instrs[:at], instrs[min(at + size, len(instrs) - 1) :]
    yield head + tail
    if 2 <= size <= 16 and at + size < len(instrs):  # else it would be no shorter
        for short in SHORT:
            yield head + short + tail
    if size == 1 and instrs[at].op is o.BR_IF:
        yield head + DROP + tail
    if size == 1 and instrs[at].op.opens:
        depth = 0
        for end in range(at, len(instrs)):
            depth += instrs[end].op.opens - (instrs[end].op is o.END)
            if depth == 0:
                inner, after = instrs[at + 1 : end], instrs[end + 1 :]
                yield head + inner + after
                if instrs[at].op is o.IF:
                    yield head + DROP + inner + after
                return
