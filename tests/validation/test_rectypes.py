"""Recursion groups: which types are the same, and what a group may declare."""

from __future__ import annotations

import pytest

from refwasm.generated.opcodes import UNREACHABLE
from refwasm.syntax.modules import Module
from refwasm.syntax.types import (
    FieldType,
    FuncType,
    RecType,
    RefType,
    StructType,
    SubType,
)
from refwasm.validation.modules import validate_module
from tests.validation.build import at, only, valid, with_body

# Two groups of types in one module, and whether their last members are the same type.
PAIRS = [
    ("(type (func))", "(type (func))", True),
    ("(type (func))", "(type (sub (func)))", False),
    ("(type (func))", "(type (func (param i32)))", False),
    ("(type (struct (field i8)))", "(type (struct (field i8)))", True),
    ("(type (struct (field i8)))", "(type (struct (field i16)))", False),
    ("(type (struct (field i8)))", "(type (struct (field (mut i8))))", False),
    ("(rec (type (func)))", "(type (func))", True),
    ("(rec (type (struct)) (type (func)))", "(type (func))", False),
    ("(rec (type (struct)) (type (func)))", "(rec (type (struct)) (type (func)))", True),
    ("(rec (type (struct)) (type (struct)))", "(rec (type (func)) (type (struct)))", False),
    ("(type $a (struct (field (ref $a))))", "(type $b (struct (field (ref $b))))", True),
    ("(type $a (struct (field (ref $a))))", "(type $b (struct (field (ref $a))))", False),
    (
        "(rec (type $a (func (param (ref $b)))) (type $b (func (param (ref $a)))))",
        "(rec (type $c (func (param (ref $d)))) (type $d (func (param (ref $c)))))",
        True,
    ),
    (
        "(rec (type $a (func (param (ref $b)))) (type $b (func (param (ref $a)))))",
        "(rec (type $c (func (param (ref $c)))) (type $d (func (param (ref $d)))))",
        False,
    ),
    ("(type $a (sub (func))) (type (sub $a (func)))", "(type $b (sub (func))) (type (sub $b (func)))",
     True),
    ("(type $a (sub (func))) (type (sub $a (func)))", "(type (func))", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_equality_of_types(one: str, other: str, same: bool) -> None:
    first = len(valid(one).types)
    types = valid(f"{one} {other}").types
    assert (types[first - 1] == types[-1]) is same
    assert (hash(types[first - 1]) == hash(types[-1])) is same


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("(type (func (param i32 v128) (result f64)))", True),
        ("(type (sub (func)))", True),
        ("(type (func (param funcref)))", False),
        ("(type (func (result (ref 0))))", False),
        (f"(type (func (param{' i32' * 17})))", False),
        ("(type (struct))", False),
    ],
    ids=["numbers", "open", "reference", "itself", "long", "structure"],
)
def test_short_types_of_numbers_are_closed_once(text: str, same: bool) -> None:
    one, other = valid(text).types[0], valid(text).types[0]
    assert one == other
    assert (one is other) is same


def test_equality_does_not_depend_on_the_module() -> None:
    text = "(rec (type $a (struct (field (ref null $b)))) (type $b (sub (func (param (ref $a))))))"
    assert valid(text).types == valid(f"(type (func)) (type (struct)) {text}").types[2:]


CHAIN = 30_000


def chain(n: int) -> tuple[RecType, ...]:
    """`n` types, each a subtype of the one before."""
    supers = ((), *((x,) for x in range(n - 1)))
    return only(*(SubType(False, s, FuncType((), ())) for s in supers))


def test_long_chains_of_subtypes() -> None:
    types = validate_module(Module(types=chain(CHAIN))).types
    deep, root = types[-1], types[0]
    assert deep.depth == CHAIN - 1
    assert deep.ancestor(0) is root
    assert deep.ancestor(CHAIN // 2) is types[CHAIN // 2]
    for x in [*range(0, CHAIN, CHAIN // 100)] * 2:  # more than a type remembers
        assert deep.ancestor(x) is types[x]


def steps(depth: int) -> int:
    """How many steps lead from the end of a chain to its type at `depth`."""
    here, count = validate_module(Module(types=chain(1000))).types[-1], 0
    while here.depth > depth:
        assert here.parent is not None
        here = here.jump if here.jump.depth >= depth else here.parent
        count += 1
    return count


@pytest.mark.parametrize("depth", [0, 1, 333, 500, 997])
def test_ancestors_are_few_steps_away(depth: int) -> None:
    assert steps(depth) <= 3 * 10  # 2**10 > 1000


def test_large_groups() -> None:
    structs = [StructType((FieldType(False, RefType(True, CHAIN - x)),)) for x in range(CHAIN)]
    group = RecType((SubType(True, (), FuncType((), ())), *(SubType(True, (), s) for s in structs)))
    types = validate_module(with_body([at(UNREACHABLE)], types=(group,))).types
    assert len(set(types)) == CHAIN + 1


def test_types_that_refer_to_each_other_print() -> None:
    types = valid(
        "(rec (type $a (struct (field (ref $b)))) (type $b (func (param (ref $a)))))"
    ).types
    assert str(types[0]).startswith("(struct (field (ref type.")
    assert str(types[1]).startswith("[(ref type.")
