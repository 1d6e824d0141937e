"""Subtyping: the hierarchies of heap types, and structured types by their parts."""

from __future__ import annotations

import pytest

from refwasm.syntax import types as s
from refwasm.syntax.types import HeapType
from refwasm.validation.matching import match_externtype, match_heaptype, match_valtype
from tests.validation.build import valid

# Each heap type, and what lies directly above it.
ABOVE: dict[str, tuple[str, ...]] = {
    "any": (),
    "eq": ("any",),
    "i31": ("eq",),
    "struct": ("eq",),
    "array": ("eq",),
    "$s": ("struct",),
    "$s2": ("$s",),
    "$a": ("array",),
    "none": ("i31", "$s2", "$a"),
    "func": (),
    "$f": ("func",),
    "nofunc": ("$f",),
    "exn": (),
    "noexn": ("exn",),
    "extern": (),
    "noextern": ("extern",),
}
TYPES = """
    (type $s (sub (struct (field i32)))) (type $s2 (sub $s (struct (field i32) (field f64))))
    (type $a (array i8)) (type $f (func))
"""
DEFINED = dict(zip(("$s", "$s2", "$a", "$f"), valid(TYPES).types, strict=True))


def heap(name: str) -> HeapType:
    return DEFINED[name] if name in DEFINED else getattr(s, name.upper())


def supertypes(name: str) -> set[str]:
    found = {name}
    for above in ABOVE[name]:
        found |= supertypes(above)
    return found


@pytest.mark.parametrize("name", ABOVE)
def test_heap_types_match_what_lies_above_them(name: str) -> None:
    found = {other for other in ABOVE if match_heaptype(heap(name), heap(other))}
    assert found == supertypes(name)


@pytest.mark.parametrize("name", ABOVE)
def test_the_bottom_matches_all_and_nothing_else_matches_it(name: str) -> None:
    assert match_heaptype(s.BOTHEAP, heap(name))
    assert not match_heaptype(heap(name), s.BOTHEAP)


REF, NULL = s.RefType(False, s.EQ), s.RefType(True, s.EQ)
VALUES = [
    (s.I32, s.I32, True),
    (s.I32, s.I64, False),
    (s.V128, s.V128, True),
    (s.BOT, s.I32, True),
    (s.BOT, REF, True),
    (s.I32, s.BOT, False),
    (s.I32, REF, False),
    (REF, s.I32, False),
    (REF, NULL, True),
    (NULL, REF, False),
    (NULL, s.ANYREF, True),
    (s.ANYREF, NULL, False),
]


@pytest.mark.parametrize(("t1", "t2", "matches"), VALUES)
def test_value_types(t1: s.ValType, t2: s.ValType, matches: bool) -> None:
    assert match_valtype(t1, t2) is matches


SUBTYPES = [
    ("(func)", "(func)", True),
    ("(func (param anyref))", "(func (param eqref))", True),
    ("(func (param eqref))", "(func (param anyref))", False),
    ("(func (result eqref))", "(func (result anyref))", True),
    ("(func (result anyref))", "(func (result eqref))", False),
    ("(func (param i32))", "(func)", False),
    ("(struct)", "(struct)", True),
    ("(struct (field i32) (field i8))", "(struct (field i32))", True),
    ("(struct)", "(struct (field i32))", False),
    ("(struct (field i8))", "(struct (field i16))", False),
    ("(struct (field i8))", "(struct (field i32))", False),
    ("(struct (field eqref))", "(struct (field anyref))", True),
    ("(struct (field (mut eqref)))", "(struct (field (mut anyref)))", False),
    ("(struct (field (mut eqref)))", "(struct (field (mut eqref)))", True),
    ("(struct (field (mut i32)))", "(struct (field i32))", False),
    ("(array (ref eq))", "(array eqref)", True),
    ("(array eqref)", "(array (ref eq))", False),
    ("(array i32)", "(struct (field i32))", False),
]


@pytest.mark.parametrize(("sub", "super_", "matches"), SUBTYPES)
def test_declared_subtypes(sub: str, super_: str, matches: bool) -> None:
    text = f"(type $t (sub {super_})) (type (sub $t {sub}))"
    if matches:
        assert valid(text).types[1].parent == valid(text).types[0]
    else:
        with pytest.raises(Exception, match="sub type 1 does not match super type 0"):
            valid(text)


# Whether an item of the first type may be imported as the second.
EXTERNAL = [
    ("(memory 1 2)", "(memory 1 2)", True),
    ("(memory 2)", "(memory 1)", True),
    ("(memory 1)", "(memory 2)", False),
    ("(memory 1)", "(memory 1 5)", False),
    ("(memory 1 4)", "(memory 1 5)", True),
    ("(memory 1 6)", "(memory 1 5)", False),
    ("(memory i64 1)", "(memory 1)", False),
    ("(table 1 funcref)", "(table 1 funcref)", True),
    ("(table 1 (ref null $f))", "(table 1 funcref)", False),
    ("(table i64 1 funcref)", "(table 1 funcref)", False),
    ("(global i32)", "(global i32)", True),
    ("(global (mut i32))", "(global i32)", False),
    ("(global (ref $f))", "(global funcref)", True),
    ("(global (mut (ref $f)))", "(global (mut funcref))", False),
    ("(func (type $g))", "(func (type $f))", True),
    ("(func (type $f))", "(func (type $g))", False),
    ("(tag (type $f))", "(tag (type $f))", True),
    ("(tag (type $g))", "(tag (type $f))", False),
    ("(tag (type $f))", "(func (type $f))", False),
]


@pytest.mark.parametrize(("given", "wanted", "matches"), EXTERNAL)
def test_external_types(given: str, wanted: str, matches: bool) -> None:
    types = "(type $f (sub (func))) (type $g (sub $f (func)))"
    xts = valid(f'{types} (import "" "" {given}) (import "" "" {wanted})').imports
    assert match_externtype(xts[0], xts[1]) is matches
