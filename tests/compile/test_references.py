"""Functions called by reference are remembered; structures are told by identity at first."""

from __future__ import annotations

import pytest

from refwasm.compile import tiers
from refwasm.compile.tiers import Compiler
from refwasm.errors import Trap
from tests.interpret.modules import export

CALLS = """
 (type $t (func (result i32))) (type $other (func (result i64))) (table 6 10 funcref)
 (elem (i32.const 0) func $a $b $c $d)
 (func $a (type $t) (i32.const 10)) (func $b (type $t) (i32.const 20))
 (func $c (type $t) (i32.const 30)) (func $d (type $other) (i64.const 40))
 (func (export "f") (param i32) (result i32) (call_indirect (type $t) (local.get 0)))
"""


@pytest.mark.parametrize("known", [2, 10_000])
def test_remembered_functions_are_found_by_what_the_table_holds(known, monkeypatch) -> None:
    monkeypatch.setattr(tiers, "KNOWN", known)
    tier = Compiler()
    f = export(tier, "f", CALLS)
    for _ in range(2):
        assert [tier.invoke(f, [i]) for i in range(3)] == [[10], [20], [30]]
        for i, text in (
            (3, "indirect call type mismatch"),
            (5, "uninitialized element 5"),
            (6, "undefined element 6"),
            (2**32 - 1, "undefined element 4294967295"),
        ):
            with pytest.raises(Trap, match=text):
                tier.invoke(f, [i])
        elems = f.module.tables[0].elems
        elems[0], elems[1] = elems[1], elems[0]
        assert [tier.invoke(f, [i]) for i in range(2)] == [[20], [10]]
        elems[0], elems[1] = elems[1], elems[0]
    namespace = tier.enter(f).namespace
    assert len(namespace["known0"]) == min(known, 3) - (known == 2)


STRUCTURES = """
 (type $p (sub (struct (field i32)))) (type $q (sub $p (struct (field i32) (field i32))))
 (type $r (sub (struct (field f32))))
 (func $any (param i32) (result structref)
  (if (i32.eq (local.get 0) (i32.const 1)) (then (return (struct.new $p (i32.const 7)))))
  (if (i32.eq (local.get 0) (i32.const 2)) (then (return (struct.new $q (i32.const 8) (i32.const 9)))))
  (if (i32.eq (local.get 0) (i32.const 3)) (then (return (struct.new $r (f32.const 1)))))
  (ref.null struct))
 (func (export "f") (param i32) (result i32)
  (i32.add (i32.mul (i32.const 10) (ref.test (ref $p) (call $any (local.get 0))))
   (ref.test (ref null $q) (call $any (local.get 0)))))
 (func (export "g") (param i32) (result i32)
  (struct.get $p 0 (ref.cast (ref null $p) (call $any (local.get 0)))))
"""


def test_structures_are_of_their_type_and_of_those_above() -> None:
    tier = Compiler()
    f = export(tier, "f", STRUCTURES)
    assert [tier.invoke(f, [i]) for i in range(4)] == [[1], [10], [11], [0]]
    g = export(tier, "g", STRUCTURES)
    assert [tier.invoke(g, [i]) for i in (1, 2)] == [[7], [8]]
    with pytest.raises(Trap, match="null structure reference"):
        tier.invoke(g, [0])
    with pytest.raises(Trap, match="cast failure"):
        tier.invoke(g, [3])
