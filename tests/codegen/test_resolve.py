"""Names, arities, and the subset of Python that `exec` may use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.library import Library, read_library
from codegen.resolve import resolve
from codegen.table import Table, TableError

Load = Callable[..., Table]

GOOD = """\
- rule: r
  feature: three
  immediates: "x:typeidx l:labelidx"
  binary: "l x"
  where: ["at, ts = C.table(x)", "require(at)"]
  any: "rt:reftype us:labels(ls(l))"
  stack: "*ts *args:ts i:at r:(ref null x) -> i32"
  opens: {label: ts}
  exec: |
    trap_if(r is None, 'null')
    n = idiv_s(32, i, len(args))
    if n == 0: br(l, r)
    each(idiv_s, mems[x].data, at)
  instructions:
    i32.good: {opcode: 0x01}
"""
FUNCTIONS = '''
def idiv_s(N: int, i1: int, i2: int) -> int:
    """The quotient."""

def each(f: Callable[[int, int, int], int], *vs: int) -> int:
    """All."""

def iclz(N: int, i: int) -> int:
    """Zeros."""
'''
TYPES = """
class Context:
    def table(self, x: int) -> tuple[str, str]: ...

def require(condition: bool) -> None: ...

def ls(l: int) -> int: ...
"""


@pytest.fixture
def types(tmp_path: Path) -> Library:
    path = tmp_path / "refwasm" / "validation" / "context.py"
    path.parent.mkdir(parents=True)
    path.write_text(TYPES, encoding="utf-8")
    return read_library(tmp_path, ("validation",))


def test_a_row_that_uses_everything(load: Load, types: Library) -> None:
    resolve(load(GOOD, FUNCTIONS), types)


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("C.table(x)", "C.tabel(x)", "where: 'C.tabel' is not a function"),
        ("C.table(x)", "C.table(x, l)", "where: 'C.table' takes 1 arguments, not 2"),
        ("C.table(x)", "C.table(y)", "where: 'y' is not known"),
        ("require(at)", "require(i)", "where: 'i' is not known"),
        ("require(at)", "at", "where: 'at' is neither an assignment nor a call"),
        ("require(at)", "assert at", "where: 'assert at' is neither an assignment nor a call"),
        ("require(at)", "require(", "where: 'require(' is not Python: '(' was never closed"),
        ("at, ts =", "at, l =", "'l' is bound twice"),
        ("rt:reftype", "rt:reftypo", "any: 'reftypo' is not known"),
        ("labels(ls(l))", "labels(l, l)", "any: 'labels' takes 1 arguments, not 2"),
        ("i:at", "i:ta", "stack: 'ta' is not known"),
        ("(ref null x)", "(ref null y)", "stack: 'y' is not known"),
        ("i:at", "mems:at", "'mems' has a meaning of its own"),
        ("i:at", "if:at", "'if' cannot be a name"),
        ("{label: ts}", "{label: tz}", "opens: 'tz' is not known"),
        ('binary: "l x"', 'binary: "l l"', "binary: 'l l' is not an order of the immediates"),
        ("-> i32", "->_y i32", "stack: 'y' is not known"),
        ("idiv_s(32", "idiv_x(32", "exec: 'idiv_x' is not known"),
        ("idiv_s(32, i", "idiv_s(i", "exec: 'idiv_s' takes 3 arguments, not 2"),
        ("idiv_s(32, i", "idiv_s(*args, i", "exec: Starred is outside the subset of Python"),
        ("len(args)", "len(obj=args)", "exec: keyword is outside the subset of Python"),
        ("require(at)", "require(*at)", "where: 'require(*at)' has other than plain arguments"),
        ("trap_if(r is None, 'null')", "trap_if(True)", "exec: 'trap_if' takes 2 arguments, not 1"),
        ("br(l, r)", "br()", "exec: 'br' takes 1 or more arguments, not 0"),
        ("br(l, r)", "r.go()", "exec: 'r.go' is not a function"),
        ("each(idiv_s", "each(iclz", "exec: 'iclz' is not a function of 3 arguments, which 'each'"),
        ("each(idiv_s", "each(3", "exec: '3' is not a function of 3 arguments, which 'each' takes"),
        ("    each(", "    n = each(", "exec: does not end in an expression, the result"),
        ("    each(", "    [n]\n    each(", "exec: List is outside the subset of Python"),
        ("    each(", "    n\n    n\n    each(", "exec: more than 6 statements"),
        ("    each(", "    C.table(x)\n    each(", "exec: 'C' is not known"),
        ("    n =", "    mems =", "'mems' has a meaning of its own"),
        ("    n =", "    i =", "'i' is bound twice"),
        ("    n =", "    _n =", "'_n' cannot be a name"),
    ],
)
def test_what_is_wrong_is_named(load: Load, types: Library, old: str, new: str, wrong: str) -> None:
    assert old in GOOD
    with pytest.raises(TableError) as error:
        resolve(load(GOOD.replace(old, new, 1), FUNCTIONS), types)
    assert str(error.value).startswith(f"opcodes.yaml:{error.value.line}: i32.good: {wrong}")
    assert error.value.line == 15 + new.count("\n")


def test_the_table_resolves(table: Table) -> None:
    resolve(table, read_library(table.path.parent, ("syntax", "validation")))
