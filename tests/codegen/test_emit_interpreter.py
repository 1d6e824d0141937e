"""Exact output of the interpreter's emitter on small tables, and its refusals."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest

from codegen.emit.interpreter import emit
from codegen.files import TableError
from codegen.table import Table

Load = Callable[..., Table]

FUNCTIONS = """
def idiv_s(N: int, i1: int, i2: int) -> int: ...
def i32_or(N: int, i1: int, i2: int) -> int: ...
"""


def made(text: str) -> str:
    """The makers and forms of generated text, without its imports."""
    return text.partition("\n\n\n")[2]


BINOP = """\
- rule: binop
  feature: one
  stack: "i1:{t} i2:{t} -> {t}"
  exec: "{fn}({N}, i1, i2)"
  instructions: {i32.div_s: {opcode: 1, t: i32, fn: idiv_s}, i32.or: {opcode: 2, t: i32, fn: i32_or}}
"""

WHOLE = '''\
"""How each instruction executes.

Written by `python -m codegen` (codegen/emit/interpreter.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from refwasm.generated import opcodes as o
from refwasm.interpret.blocks import Form, Registers, Step
from refwasm.numerics.integers import i32_or, idiv_s
from refwasm.syntax.instructions import Op

# What validation proved of the types of fields and elements is beyond mypy.
# mypy: disable-error-code="arg-type"


def i32_div_s(d: int, i1: int, i2: int) -> Step:
    """i32.div_s : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = idiv_s(32, R[i1], R[i2])

    return step


def i32_or_(d: int, i1: int, i2: int) -> Step:
    """i32.or : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = i32_or(32, R[i1], R[i2])

    return step


FORMS: dict[Op, Form] = {
    o.I32_DIV_S: Form(step=i32_div_s, operands=2, target=True),
    o.I32_OR: Form(step=i32_or_, operands=2, target=True),
}
'''


def test_a_whole_file(load: Load) -> None:
    assert emit(load(BINOP, FUNCTIONS)) == WHOLE


ROWS = {
    "nothing": (
        'stack: "v:t ->", any: "t:valtype"',
        "FORMS: dict[Op, Form] = {\n    o.A: Form(operands=1),\n}\n",
    ),
    "what is the same at each site": (
        'immediates: "x:funcidx", stack: "-> funcref", exec: "funcs[x]"',
        '''\
def a(x: int, module: ModuleInst) -> Static:
    """a : -> funcref   [exec-r]"""
    return module.funcs[x]


FORMS: dict[Op, Form] = {
    o.A: Form(value=a, module=True),
}
''',
    ),
    "environment and immediates are bound once": (
        'immediates: "m:memarg(8)", stack: "i:i32 -> i32", '
        'exec: "idiv_s(8, mems[m.x], i + m.offset)"',
        '''\
def a(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """a : i:i32 -> i32   [exec-r]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = idiv_s(8, mem_x, R[i] + offset)

    return step


FORMS: dict[Op, Form] = {
    o.A: Form(step=a, operands=1, target=True, module=True),
}
''',
    ),
    "a branch that may go on": (
        'immediates: "l:labelidx", where: ["ts = C.label(l)"], stack: "*ts c:i32 -> *ts", '
        'exec: "if c != 0: br(l, c)"',
        '''\
def a(d: int, c: int, l: Block, here: Block) -> End:
    """a : *ts c:i32 -> *ts   [exec-r]"""

    def end(
        R: Registers, d: int = d, c: int = c, l: Block = l, after: Block | None = here.after
    ) -> Block | None:
        if R[c] != 0:
            R[d] = R[c]
            return l
        return after

    return end


FORMS: dict[Op, Form] = {
    o.A: Form(end=a, operands=1, target=True, onward=True, carried=1),
}
''',
    ),
    "a way over instructions": (
        'stack: "c:i32 ->", exec: "skip(c == 0)"',
        '''\
def a(c: int, here: Block) -> End:
    """a : c:i32 ->   [exec-r]"""

    def end(
        R: Registers, c: int = c, target: Block | None = here.skip, after: Block | None = here.after
    ) -> Block | None:
        if R[c] == 0:
            return target
        return after

    return end


FORMS: dict[Op, Form] = {
    o.A: Form(end=a, operands=1, onward=True, skips=True),
}
''',
    ),
    "a call": (
        'immediates: "x:funcidx", where: ["ts1, ts2 = C.func(x)"], stack: "*args:ts1 -> *ts2", '
        'exec: "invoke(funcs[x], args)"',
        '''\
def a(args: slice, x: int, module: ModuleInst, here: Block) -> End:
    """a : *args:ts1 -> *ts2   [exec-r]"""

    def end(
        R: Registers, args: slice = args, here: Block = here, func_x: Static = module.funcs[x]
    ) -> Block | None:
        return invoke(here, R, func_x, R[args])

    return end


FORMS: dict[Op, Form] = {
    o.A: Form(end=a, length=0, module=True, onward=True),
}
''',
    ),
}


def row(fields: str) -> str:
    return f"- {{rule: r, feature: one, {fields}, instructions: {{a: {{opcode: 0}}}}}}\n"


@pytest.mark.parametrize(("fields", "output"), ROWS.values(), ids=ROWS.keys())
def test_rows(load: Load, fields: str, output: str) -> None:
    assert made(emit(load(row(fields), FUNCTIONS))) == output


def test_every_row_that_does_something_has_a_maker(table: Table) -> None:
    functions = [n for n in ast.parse(emit(table)).body if isinstance(n, ast.FunctionDef)]
    keys = [str(ast.get_docstring(n)).split("   ")[0].split(" : ")[0] for n in functions]
    assert keys == [row.key for row in table.rows if row.exec]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ('stack: "d:i32 -> i32", exec: "d"', "exec: 'd' is a name of generated code"),
        ('stack: "i:i32 ->", exec: "br(i, i, i)"', "exec: 'br' cannot have 3 arguments"),
        ('stack: "i:i32 -> i32", exec: "i +"', "exec: 'i +' is not Python: invalid syntax"),
        ('stack: "i:i32 -> i32", exec: "j"', "exec: 'j' is not known"),
        (
            'immediates: "m:memarg(8) offset:u32", stack: "-> i32", '
            'exec: "globals[offset].value + m.offset"',
            "exec: 'offset' would stand for two things",
        ),
        (
            'stack: "i:i32 *vs:ts ->", where: ["ts = C.f()"], exec: "idiv_s(1, i, vs)"',
            "stack: a sequence stands below all other operands",
        ),
    ],
)
def test_refusals(load: Load, fields: str, wrong: str) -> None:
    with pytest.raises(TableError) as caught:
        emit(load(row(fields), FUNCTIONS))
    assert str(caught.value) == f"opcodes.yaml:1: a: {wrong}"
