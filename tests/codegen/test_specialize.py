"""Partial evaluation: each rewrite on a small function, and agreement with what it is made of."""

from __future__ import annotations

import ast
import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from codegen.demand import (
    EXACT,
    FLOATS,
    WIDTHS,
    bounded,
    demands,
    enough,
    loosened,
)
from codegen.library import read_library
from codegen.sources import read_sources
from codegen.specialize import Specializer
from codegen.table import Row, Table, load_table
from refwasm.compile.operands import Operand, Operands
from refwasm.compile.template import Effect
from refwasm.errors import Trap
from refwasm.generated import opcodes as o
from refwasm.generated.compiler import TEMPLATES
from refwasm.generated.kernels import NAMES
from refwasm.numerics import conversions, floats, integers, relaxed, vectors
from refwasm.numerics.floats import bits_of_float, float_of_bits

ROOT = Path(__file__).parents[2]
PLAIN = {
    **vars(integers), **vars(floats), **vars(conversions), **vars(relaxed), **vars(vectors),
}  # fmt: skip

SOURCE = '''
def double(N: int, i: int) -> int:
    """Twice."""
    return (i + i) % 2**N

def read(N: int, i: int) -> int:
    return i if i < 1 << N - 1 else i - (1 << N)

def either(N: int, i1: int, i2: int) -> int:
    if N == 8:
        return i1
    return i2

def named(N: int, i: int) -> int:
    j: int = i * 3
    return j if j > 2 else N

def late(N: int, i: int, c: int) -> int:
    return i if c else 0

def traps(N: int, i: int) -> int:
    trap_if(i == 0, "zero")
    return i % 2**N

def sometimes(N: int, i: int, c: int) -> int:
    j = traps(N, i)
    return j if c else 0

def lanewise(M: int, f: Callable[[int, int], int], v: int) -> int:
    return sum([f(M, i) for i in TABLE[M](v)])

TABLE = {8: list, 16: tuple}
'''

DEAD = """
def f(N: int, i: int) -> int:
    try:
        if N == 64:
            return 1
        i = i + 1
    except OverflowError:
        if N != 64:
            return 2
        return 3
    for j in range(i):
        if not N == 8:
            i = 0
        else:
            i = j
    trap_if(N == 64 and i == 0, "wide")
    trap_if(i == 0 and N == 64, "wide, last")
    if i == 1:
        if N == 64:
            i = 2
    if N < 64:
        return i if N == 8 else sum([j for j in range(N) if N == 8 if j > i])
    return 4
"""
LIVE = """\
try:
    i = i + 1
except OverflowError:
    return 2
for j in range(i):
    i = {loop}
if i == 0 and False:
    trap('wide, last')
if i == 1:
    pass
return {result}"""


@pytest.fixture
def small(tmp_path: Path) -> Specializer:
    (tmp_path / "refwasm" / "numerics").mkdir(parents=True)
    (tmp_path / "refwasm" / "numerics" / "some.py").write_text(SOURCE)
    return Specializer(read_sources(tmp_path), read_library(tmp_path))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2**5 - 1", "31"),
        ("i % 2**5", "i & 31"),
        ("i % 24", "i % 24"),
        ("a if 1 < 2 else b", "a"),
        ("1 == 2 or x", "x"),
        ("i % 0 + 7 % 0 + 7 // 0", "i % 0 + 7 % 0 + 7 // 0"),
        ("1 << -1", "1 << -1"),
        ("2**2**2**2**2", "2 ** 65536"),
        ("2**-1", "2 ** (-1)"),
        ("double(8, i)", "i + i & 255"),
        ("double(8, i - 1)", "(_w := (i - 1)) + _w & 255"),
        ("double(8, double(8, i))", "(_w := (i + i & 255)) + _w & 255"),
        ("read(8, i & 3)", "_w if (_w := (i & 3)) < 128 else _w - 256"),
        ("either(8, a, b)", "a"),
        ("either(16, a, b)", "b"),
        ("named(4, i)", "_w if (_w := (i * 3)) > 2 else 4"),
        ("late(8, i + 1, c)", "i + 1 if c else 0"),
        ("late(8, traps(8, i), c)", "late_8(traps_8(i), c)"),
        ("sometimes(8, i, c)", "sometimes_8(i, c)"),
        ("either(8, a, traps(8, b))", "either_8(a, traps_8(b))"),
        ("double(8, traps(8, i))", "(_w := traps_8(i)) + _w & 255"),
        ("lanewise(8, double, v)", "lanewise_8_double(v)"),
        ("unknown(8, i)", "unknown(8, i)"),
        ("i << k % 4 | i >> 4 - k % 4", "i * 17 >> 4 - (k & 3)"),
        ("i >> k % 4 | i << 4 - k % 4", "i * 17 >> (k & 3)"),
        ("i >> k % 5 | i << 4 - k % 5", "i * 17 >> k % 5"),
        ("i >> k % 6 | i << 4 - k % 6", "i >> k % 6 | i << 4 - k % 6"),
        ("i >> k | i << 4 - k", "i >> k | i << 4 - k"),
        ("i >> k % 4 | i >> 4 - k % 4", "i >> (k & 3) | i >> 4 - (k & 3)"),
        ("i >> k % 4 | j << 4 - k % 4", "i >> (k & 3) | j << 4 - (k & 3)"),
    ],
)
def test_rewrites(small, text, expected) -> None:
    node = ast.parse(text, mode="eval").body
    text = ast.unparse(ast.fix_missing_locations(small.expression(node, {})))
    assert re.sub(r"_w\d+", "_w", text) == expected


def test_kernels_have_widths_and_functions_bound(small) -> None:
    small.expression(ast.parse("lanewise(8, double, v)", mode="eval").body, {})
    assert ast.unparse(small.kernels["lanewise_8_double"].body[0]) == (
        "return sum([i + i & 255 for i in TABLE_8(v)])"
    )
    assert small.tables == {"TABLE_8": ("TABLE", 8)}


def test_a_trap_of_a_kernel_is_a_statement(small) -> None:
    small.expression(ast.parse("traps(8, i)", mode="eval").body, {})
    assert ast.unparse(small.kernels["traps_8"].body[0]) == "if i == 0:\n    trap('zero')"


@pytest.mark.parametrize(
    ("N", "loop", "result"),
    [(8, "j", "i"), (16, "0", "sum([j for j in range(16) if False if j > i])")],
)
def test_a_kernel_has_no_branch_that_its_widths_rule_out(
    tmp_path: Path, N: int, loop: str, result: str
) -> None:
    (tmp_path / "refwasm" / "numerics").mkdir(parents=True)
    (tmp_path / "refwasm" / "numerics" / "some.py").write_text(DEAD)
    specializer = Specializer(read_sources(tmp_path), read_library(tmp_path))
    specializer.expression(ast.parse(f"f({N}, i)", mode="eval").body, {})
    body = "\n".join(map(ast.unparse, specializer.kernels[f"f_{N}"].body))
    assert body == LIVE.format(loop=loop, result=result)


def test_no_generated_branch_is_dead() -> None:
    for name in ("kernels", "compiler"):
        text = (ROOT / "refwasm" / "generated" / f"{name}.py").read_text("utf-8")
        assert not re.search(r"\bif (not )?(True|False|\d+)\b", text)


# Agreement at small widths: the rewrites are those of 32 and 64.

OPERATORS = [
    name
    for name, function in vars(integers).items()
    if name[0] == "i" and callable(function) and function.__module__ == integers.__name__
    and name not in ("iextend_s", "iq15mulrsat_s")
]  # fmt: skip


@cache
def whole() -> Specializer:
    return Specializer(read_sources(ROOT), read_library(ROOT))


def outcome(function, *args) -> object:
    try:
        return function(*args)
    except Trap as trap:
        return str(trap)


@pytest.mark.parametrize("name", OPERATORS)
@pytest.mark.parametrize("N", [1, 3, 4])
def test_integer_operators_agree_on_all_inputs(name, N) -> None:
    specializer = Specializer(whole().sources, whole().library)
    n = len(specializer.sources.functions[name].parameters) - 1
    N = min(N, 3) if n == 3 else N
    args = [ast.Name(f"a{k}", ast.Load()) for k in range(n)]
    # A compound argument takes other ways than a name.
    compound = [ast.BinOp(a, ast.BitOr(), ast.Constant(0)) for a in args]
    made = [specializer.call(name, [ast.Constant(N), *a]) for a in (args, compound)]
    names = {**NAMES, **PLAIN}
    for kernel in specializer.kernels.values():
        exec(ast.unparse(kernel), names)
    parameters = ", ".join(a.id for a in args)
    special = [eval(f"lambda {parameters}: {ast.unparse(m)}", names) for m in made]
    plain = PLAIN[name]
    for values in product(range(2**N), repeat=n):
        expected = outcome(plain, N, *values)
        assert [outcome(f, *values) for f in special] == [expected] * 2, values


@pytest.mark.parametrize("name", OPERATORS)
@pytest.mark.parametrize("N", [1, 3, 4])
def test_loose_integers_do_where_no_more_is_demanded(monkeypatch, name, N) -> None:
    """All inputs, and what is congruent to them where the demand on an operand allows."""
    specializer = Specializer(whole().sources, whole().library)
    parameters = specializer.sources.functions[name].parameters[1:]
    N = min(N, 3) if len(parameters) == 3 else N
    monkeypatch.setitem(WIDTHS, "iN", N)
    made = specializer.call(name, [ast.Constant(N), *(ast.Name(p, ast.Load()) for p in parameters)])
    loose = loosened(made, "iN")
    names = {**NAMES, **PLAIN}
    for kernel in specializer.kernels.values():
        exec(ast.unparse(kernel), names)
    free = {p for p in parameters if enough(demands(made).get(p, EXACT), "iN")}
    freer = {p for p in parameters if enough(demands(loose, N).get(p, EXACT), "iN")}
    strict, looser = (
        eval(f"lambda {', '.join(parameters)}: {ast.unparse(text)}", names)
        for text in (made, loose)
    )
    sure = [p for p in freer if bounded(loose, set(parameters).difference(freer) | {p})]
    for values in product(range(2**N), repeat=len(parameters)):
        expected = outcome(PLAIN[name], N, *values)
        if isinstance(expected, str):
            continue
        for steps in product((0, -1, 3), repeat=len(parameters)):
            others = [v + (s << N) for v, s in zip(values, steps, strict=True)]
            moved = {p for p, s in zip(parameters, steps, strict=True) if s}
            if moved <= free:
                assert outcome(strict, *others) == expected, (values, others)
            if moved <= freer:
                found = outcome(looser, *others)
                assert found % 2**N == expected % 2**N, (values, others)
                assert not set(sure).difference(moved) or found == expected, (values, others)


# Agreement of templates with the rows' own texts.

INTS = {N: sorted({0, 1, 2, 7, 31, 32, 33, 63, 64, 127, 128, 255, 2**15, 2**16 - 1,
                   2 ** (N - 1) - 1, 2 ** (N - 1), 2 ** (N - 1) + 1, 2**N - 2, 2**N - 1})
        for N in (32, 64)}  # fmt: skip
F64 = [0, 1, 0x3FF << 52, 0xBFF << 52, 1 << 63, 0x7FF << 52, 0xFFF << 52, 0x7FF8 << 48,
       0x7FF4 << 48, 0xFFF0 << 48 | 1, 0x41DFFFFFFFC00000, 0x41E0000000000000, 0xC1E0000000200000,
       0x43E0000000000000, 0x3FE0000000000001, 0x7FEFFFFFFFFFFFFF, 0x000FFFFFFFFFFFFF,
       0x4330000000000001, 0x4008000000000000, 0x36A0000000000000]  # fmt: skip
F32 = [0, 1, 0x3F800000, 0xBF800000, 1 << 31, 0x7F800000, 0xFF800000, 0x7FC00000, 0x7FA00000,
       0xFF800001, 0x4F000000, 0xCF000000, 0x5F000000, 0x3F000001, 0x7F7FFFFF, 0x007FFFFF,
       0x4B000001, 0x40400000, 0x3FC00000]  # fmt: skip
V128 = [0, 2**128 - 1, 0x0123456789ABCDEF_FEDCBA9876543210, 0x80008000_7FFF7FFF_0001FFFF_80000000,
        0x7F800000_FFC00000_7FA00001_3FC00000, 0x7FF0000000000001_BFF8000000000000,
        0x807F0180_FF00FE01_00020304_05060708]  # fmt: skip
VALUES = {
    "i32": INTS[32], "i64": INTS[64], "v128": V128,
    "f32": [float_of_bits(32, i) for i in F32], "f64": [float_of_bits(64, i) for i in F64],
}  # fmt: skip


@cache
def table() -> Table:
    return load_table(ROOT / "opcodes.yaml")


NUMERIC = [
    op.name for op, template in TEMPLATES.items()
    if template.operands and template.value and not template.statements and not template.steps
    and template.effect is not Effect.WRITES and set(op.stack.replace(":", " ").split()) <= {
        "i", "i1", "i2", "z", "z1", "z2", "c", "v", "v1", "v2", "v3", "->", *VALUES}
    and all(kind == "laneidx" for _, kind in op.immediates)
]  # fmt: skip


def test_all_numeric_rows_are_among_them() -> None:
    assert len(NUMERIC) > 360


def bits(value: object, t: str) -> object:
    if isinstance(value, float):
        return bits_of_float(32 if t == "f32" else 64, value)
    return type(value), value


def compiled(row: Row, *, atoms: bool):
    """The template of `row` as a function; operands are names, or expressions."""
    template = TEMPLATES[getattr(o, row.ident)]
    operands = {
        name: Operand(name if atoms else f"[{name}][0]", atom=atoms or name in template.atoms)
        for name in template.operands
    }
    text = Operands(1000).paste(template.value, operands, {i.name: "1" for i in row.immediates})
    return eval(f"lambda {', '.join(template.operands)}: {text}", dict(NAMES))


@pytest.mark.parametrize("key", NUMERIC)
def test_templates_agree_with_the_rows_on_edge_values(key) -> None:
    row = table().row(key)
    operands = [(str(p.name), p.type) for p in row.signature.params]
    parameters = ", ".join(name for name, _ in operands)
    fixed = {i.name: 1 for i in row.immediates}
    plain = eval(f"lambda {parameters}: {row.exec}", {**PLAIN, **fixed})
    special = [compiled(row, atoms=True), compiled(row, atoms=False)]
    result = row.signature.results[0].type
    for values in product(*(VALUES[t] for _, t in operands)):
        expected = bits(outcome(plain, *values), result)
        assert [bits(outcome(f, *values), result) for f in special] == [expected] * 2, values


LOOSE = [
    key for key in NUMERIC
    for template in [TEMPLATES[getattr(o, table().row(key).ident)]] if template.free or template.loose
]  # fmt: skip
NANS = [float_of_bits(64, i) for i in (0xFFF8 << 48, 0x7FF4 << 48 | 5)]


def test_many_rows_have_loose_forms() -> None:
    assert len(LOOSE) > 80
    assert {"i32.add", "i64.shl", "i32.wrap_i64", "i32.xor", "f64.mul", "f64.lt"} <= set(LOOSE)


def others(value: object, t: str) -> list[object]:
    """What is as good as a value where not all of it is demanded."""
    if isinstance(value, int):
        return [value - 2 ** WIDTHS[t], value + 5 * 2 ** WIDTHS[t]]
    return list[object](NANS if value != value else [value])


def forms(row: Row, loose: set[str], slack: int):
    """The value as a function, and the loose one, if there is one; `x_i1` is the loose `i1`."""
    template = TEMPLATES[getattr(o, row.ident)]
    names = {
        name: Operand(name, loose=f"x_{name}" if name in loose else "", slack=slack)
        for name in template.operands
    }
    texts = Operands(1000).value(template, names, {i.name: "1" for i in row.immediates})[:2]
    parameters = ", ".join(f"{name}, x_{name}" for name in template.operands)
    return [eval(f"lambda {parameters}: {text}", dict(NAMES)) for text in texts if text]


@pytest.mark.parametrize("key", LOOSE)
def test_loose_forms_agree_with_the_rows_on_edge_values(key) -> None:
    row = table().row(key)
    operands = [(str(p.name), p.type) for p in row.signature.params]
    result = row.signature.results[0].type
    fixed = {i.name: 1 for i in row.immediates}
    plain = eval(f"lambda {', '.join(n for n, _ in operands)}: {row.exec}", {**PLAIN, **fixed})
    subsets = [{name} for name, _ in operands] + [{name for name, _ in operands}]
    made = [forms(row, subset, slack) for subset in subsets for slack in (0, 1000)]
    for values in product(*(VALUES[t][:13] for _, t in operands)):
        expected = outcome(plain, *values)
        loosened = [others(v, t) for v, (_, t) in zip(values, operands, strict=True)]
        for looser in zip(*((some * 2)[:2] for some in loosened), strict=True):
            args = [a for pair in zip(values, looser, strict=True) for a in pair]
            for strict, *loose in made:
                assert bits(outcome(strict, *args), result) == bits(expected, result), args
                for f in loose:
                    found = outcome(f, *args)
                    if result in FLOATS:
                        assert bits(found, result) == bits(expected, result) or (
                            found != found and expected != expected
                        ), args
                    else:
                        assert isinstance(found, int)
                        assert isinstance(expected, int)
                        assert (found - expected) % 2 ** WIDTHS[result] == 0, args
