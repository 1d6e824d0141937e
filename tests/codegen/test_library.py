"""Functions read as source: arity, anchors, and the traps that they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.library import Library, names_in, read_library, traps_in

NUMERICS = '''
from refwasm.errors import trap_if

ZERO = "integer divide by zero"
BY_WIDTH = {32: indirect}


def idiv(N: int, i1: int, i2: int = 1) -> int:
    """The quotient.  Spec: op-idiv"""
    trap_if(i2 == 0, ZERO)
    return i1 // i2


def lanewise(f: Callable[[int, int], int], *vs: int) -> int:
    """No anchor."""
    return BY_WIDTH[32](f, vs)


def indirect(f, vs):
    """First Spec: op-a, then  Spec: op-b"""
    raise Trap(f"uninitialized element {vs}")
'''
RUNTIME = '''
from refwasm.numerics.integers import ZERO, idiv as quotient


class Memory(Base):
    """Bytes."""

    size: int
    name: str = ""

    def read(self, ea: int) -> int:
        trap("out of bounds memory access")


class Base:
    def __init__(self, size: int) -> None: ...

    def peek(self) -> int: ...


@reads
def iload(mem: Memory, ea: int) -> int:
    return mem.read(ea)


@reads
def of(r: Ref | None) -> int:
    return 0


def both(mem: Memory) -> int:
    return quotient(32, iload(mem, 0))


def shared() -> int:
    trap(ZERO)


def forever() -> int:
    return forever()
'''


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for module, text in (("numerics/integers", NUMERICS), ("runtime/memories", RUNTIME)):
        path = tmp_path / "refwasm" / f"{module}.py"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return read_library(tmp_path)


@pytest.mark.parametrize(
    ("names", "traps"),
    [
        ([], set()),
        (["unknown"], set()),
        (["forever"], set()),
        (["idiv"], {"integer divide by zero"}),
        (["lanewise"], {"uninitialized element"}),
        (["iload"], {"out of bounds memory access"}),
        (["shared"], {"integer divide by zero"}),
        (["both"], {"out of bounds memory access", "integer divide by zero"}),
    ],
)
def test_traps_are_found_through_calls_variables_and_methods(
    library: Library, names: list[str], traps: set[str]
) -> None:
    assert library.traps(names) == traps


@pytest.mark.parametrize(
    ("name", "arity"),
    [
        ("idiv", "2 to 3"),
        ("lanewise", "1 or more"),
        ("indirect", "2"),
        ("Memory", "1 to 2"),
        ("Base", "1"),
        ("forever", "0"),
    ],
)
def test_arity(library: Library, name: str, arity: str) -> None:
    assert str(library.public[name].arity) == arity


def test_methods_are_found_in_a_class_and_its_bases(library: Library) -> None:
    assert str(library.method("Memory", "read")) == "1"
    assert str(library.method("Memory", "peek")) == "0"
    assert library.method("Base", "read") is None
    assert library.method("Nothing", "read") is None


@pytest.mark.parametrize(
    ("name", "anchor"),
    [("idiv", "op-idiv"), ("lanewise", None), ("indirect", "op-b"), ("unknown", None)],
)
def test_the_last_anchor_of_a_docstring_counts(
    library: Library, name: str, anchor: str | None
) -> None:
    assert library.anchor(name) == anchor


def test_parameters_that_are_functions(library: Library) -> None:
    assert library.public["lanewise"].callables == ((0, 2),)


@pytest.mark.parametrize(
    ("name", "marks"),
    [("iload", (True, False)), ("of", (True, True)), ("both", (False, False))],
)
def test_what_only_reads(library: Library, name: str, marks: tuple[bool, bool]) -> None:
    found = library.public[name]
    assert (found.reads, found.refs) == marks


def test_names_and_traps_of_a_text() -> None:
    text = "trap_if(a.b, 'x')\nf(c[0]) if d else trap('y')"
    assert names_in(text) == {"trap_if", "a", "f", "c", "d", "trap"}
    assert sorted(traps_in(text)) == ["x", "y"]
