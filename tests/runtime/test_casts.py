"""Tests of references against types, and their equality."""

from __future__ import annotations

import pytest

from refwasm.runtime.aggregates import ArrayInst, StructInst, array_new, ref_i31, struct_new
from refwasm.runtime.casts import ref_eq, ref_test, ref_type
from refwasm.runtime.exceptions import exception
from refwasm.runtime.instances import HostFunc, TagInst
from refwasm.runtime.values import HostRef, Ref
from refwasm.syntax import types as T
from refwasm.syntax.deftypes import DefType

from .types import NULLARY, UNARY, array_of, chain, closed, struct_of

STRUCT: Ref = struct_new(struct_of(), (), ())
ARRAY: Ref = array_new(array_of(T.I8), T.I8, 0, 1)
I31 = ref_i31(5)
FUNC = HostFunc(UNARY, lambda args: args)
EXN = exception(TagInst(NULLARY), ())
HOST = HostRef("h")
TYPES = {
    "any": (T.ANY, {"struct", "array", "i31", "host"}),
    "eq": (T.EQ, {"struct", "array", "i31"}),
    "i31": (T.I31, {"i31"}),
    "struct": (T.STRUCT, {"struct"}),
    "array": (T.ARRAY, {"array"}),
    "none": (T.NONE, set()),
    "func": (T.FUNC, {"func"}),
    "nofunc": (T.NOFUNC, set()),
    "exn": (T.EXN, {"exn"}),
    "noexn": (T.NOEXN, set()),
    "extern": (T.EXTERN, {"struct", "array", "i31", "host"}),
    "noextern": (T.NOEXTERN, set()),
}
REFERENCES: dict[str, Ref] = {
    "struct": STRUCT,
    "array": ARRAY,
    "i31": I31,
    "func": FUNC,
    "exn": EXN,
    "host": HOST,
}


@pytest.mark.parametrize("name", TYPES)
def test_abstract_types(name: str) -> None:
    heap, members = TYPES[name]
    for null in (False, True):
        rt = T.RefType(null, heap)
        assert {k for k, r in REFERENCES.items() if ref_test(r, rt)} == members
        assert ref_test(None, rt) is null


def test_every_abstract_type_is_told() -> None:
    abstract = {t for t in vars(T).values() if isinstance(t, T.AbsHeapType)} - {T.BOTHEAP}
    assert abstract == {heap for heap, _ in TYPES.values()}


def test_defined_types_by_equivalence() -> None:
    rt = T.RefType(False, array_of(T.I8))  # another object, equal
    assert ref_test(ARRAY, rt)
    assert not ref_test(STRUCT, rt)
    assert not ref_test(I31, rt)
    assert ref_test(FUNC, T.RefType(False, UNARY))
    assert not ref_test(FUNC, T.RefType(False, NULLARY))


def test_a_group_makes_a_difference() -> None:
    empty = T.SubType(True, (), T.StructType(()))
    first, second = closed(empty, empty)
    s = struct_new(first, (), ())
    assert ref_test(s, T.RefType(False, first))
    assert not ref_test(s, T.RefType(False, second))
    assert not ref_test(STRUCT, T.RefType(False, first))


@pytest.mark.parametrize("own", [0, 1, 7, 99])
def test_declared_supertypes(own: int) -> None:
    types = chain(100)
    s = struct_new(types[own], (), ())
    assert [ref_test(s, T.RefType(False, t)) for t in types] == [k <= own for k in range(100)]


def test_a_deep_hierarchy_takes_few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    types, steps = chain(5000), 0

    class Counted(DefType):
        __slots__ = ()

        def __getattribute__(self, name: str) -> object:
            nonlocal steps
            steps += name in ("jump", "parent")
            return super().__getattribute__(name)

    for t in types:
        t.__class__ = Counted
    s = struct_new(types[-1], (), ())
    for k in (0, 1, 2500, 4998):
        steps = 0
        assert ref_test(s, T.RefType(False, types[k]))
        assert steps < 60


@pytest.mark.parametrize(
    ("r1", "r2", "equal"),
    [
        (None, None, 1),
        (None, I31, 0),
        (ref_i31(5), ref_i31(5), 1),
        (ref_i31(5), ref_i31(6), 0),
        (STRUCT, STRUCT, 1),
        (STRUCT, struct_new(struct_of(), (), ()), 0),
        (ARRAY, ARRAY, 1),
        (ARRAY, array_new(array_of(T.I8), T.I8, 0, 1), 0),
        (STRUCT, ARRAY, 0),
    ],
)
def test_ref_eq(r1: Ref, r2: Ref, equal: int) -> None:
    assert ref_eq(r1, r2) == ref_eq(r2, r1) == equal


def test_least_types() -> None:
    assert isinstance(STRUCT, StructInst) and isinstance(ARRAY, ArrayInst)
    assert ref_type(None) == T.RefType(True, T.BOTHEAP)
    assert ref_type(STRUCT) == T.RefType(False, STRUCT.type)
    assert ref_type(ARRAY) == T.RefType(False, ARRAY.type)
    assert ref_type(FUNC) == T.RefType(False, UNARY)
    assert ref_type(I31) == T.RefType(False, T.I31)
    assert ref_type(EXN) == T.RefType(False, T.EXN)
    assert ref_type(HOST) == T.RefType(False, T.ANY)
