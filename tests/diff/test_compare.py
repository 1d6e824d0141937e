"""The same steps on several engines: what is a difference, and what is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from refwasm.diff.compare import Comparison, compare
from refwasm.diff.sides import Item
from refwasm.errors import Unlinkable
from refwasm.numerics.floats import float_of_bits
from refwasm.runtime.instances import GlobalInst, MemInst, ModuleInst, TableInst
from refwasm.script.commands import Const, NumConst
from refwasm.script.engine import Broken, Unsupported
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.values import Value
from refwasm.syntax.types import F32, I32
from refwasm.validation.modules import ValidModule

SCRIPT = """\
(module
  (memory (export "m") 1) (table (export "t") 2 funcref) (global (export "g") (mut i32) (i32.const 0))
  (func $f (export "f") (param i32) (result i32)
    (global.set 0 (local.get 0)) (i32.store (i32.const 8) (local.get 0)) (local.get 0))
  (func (export "nan") (result f32) (f32.div (f32.const 0) (f32.const 0)))
  (func (export "bits") (result i32) (i32.reinterpret_f32 (f32.div (f32.const 0) (f32.const 0))))
  (global $n (export "n") (mut f32) (f32.const 0))
  (func (export "keep") (result f32) (global.set $n (f32.div (f32.const 0) (f32.const 0))) (global.get $n))
  (func (export "store") (f32.store (i32.const 0) (f32.div (f32.const 0) (f32.const 0))))
  (func (export "trap") (unreachable))
  (func $deep (export "deep") (call $deep)))
"""
F1, F2, F3 = (f'(invoke "f" (i32.const {n}))' for n in (1, 2, 3))

Invoke = Callable[[NativeEngine, ModuleInst, str, Sequence[Const]], tuple[Value, ...]]


class Odd(NativeEngine):
    """refwasm, where `odd` runs instead of a call of `name` after the first `left` calls of that."""

    def __init__(self, name: str, odd: Invoke, left: int = 0):
        super().__init__()
        self.name = name
        self.odd = odd
        self.left = left

    def invoke(self, instance: ModuleInst, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        self.left -= name == self.name
        if name != self.name or self.left >= 0:
            return super().invoke(instance, name, args)
        return self.odd(self, instance, name, args)


def gives(t: Any, bits: int) -> Invoke:
    return lambda *_: (NumConst(t, bits),)


def compared(actions: str, engine: NativeEngine) -> Comparison:
    commands = parse_script(SCRIPT + actions)
    return compare(commands, {"refwasm": None, "odd": engine}, fuel=100_000)


def test_equal_engines() -> None:
    found = compared(F1 + '(invoke "trap")' + F2 + '(invoke "nan")', NativeEngine(tier="compile"))
    assert not found.over
    assert found.compared == 5


def test_a_wrong_value_at_its_step() -> None:
    found = compared(F1 + F2 + F3, Odd("f", gives(I32, 7), left=1))
    assert found.compared == 2
    assert found.difference is not None
    assert found.difference.index == 2
    assert found.difference.said == {"refwasm": "(i32.const 2)", "odd": "(i32.const 7)"}


def test_no_trap() -> None:
    found = compared('(invoke "trap")', Odd("trap", lambda *_: ()))
    assert found.difference is not None
    assert found.difference.said == {"refwasm": "trap: unreachable", "odd": "nothing"}


def test_assertions_do_not_matter() -> None:
    found = compared(f"(assert_return {F1} (i32.const 9))", NativeEngine())
    assert not found.over
    assert found.compared == 2


@pytest.mark.parametrize("bits", [0x7FC00000, 0xFFC00000])
def test_any_nan_that_is_allowed(bits: int) -> None:
    found = compared('(invoke "nan")' + F1, Odd("nan", gives(F32, bits)))
    assert not found.over
    assert found.compared == 3


def test_a_number_where_only_nan_is_allowed_stops_at_the_doubt() -> None:
    """A program might have looked at the bits of the NaN; so this is where comparing ends."""
    found = compared('(invoke "bits")' + F1, Odd("bits", gives(I32, 0xFFC00000)))
    assert found.difference is None
    assert "f32.div" in found.open[0]
    assert found.compared == 1


@pytest.mark.parametrize("bits", [0x3F800000, 0x7F800000, 0x7F800001, 0x7FC00001])
def test_another_value_in_the_place_of_a_nan_is_a_difference(bits: int) -> None:
    """Nobody looked at its bits, and an operator that had no NaN gives a canonical one."""
    found = compared('(invoke "nan")' + F1, Odd("nan", gives(F32, bits)))
    assert found.difference is not None


@pytest.mark.parametrize(("bits", "differs"), [(0xFFC00000, False), (0x3F800000, True)])
def test_a_nan_in_a_global(bits: int, differs: bool) -> None:
    def odd(engine: NativeEngine, instance: ModuleInst, *_: object) -> tuple[Value, ...]:
        kept = instance.exports["n"]
        assert isinstance(kept, GlobalInst)
        kept.value = float_of_bits(32, bits)
        return (NumConst(F32, 0x7FC00000),)

    found = compared('(invoke "keep")' + F1, Odd("keep", odd))
    assert (found.difference is not None) == differs
    if found.difference:
        assert found.difference.item == Item(None, "global", "n")


def test_bits_of_a_nan_in_a_memory_stop_at_the_doubt() -> None:
    def odd(engine: NativeEngine, instance: ModuleInst, *_: object) -> tuple[Value, ...]:
        memory = instance.exports["m"]
        assert isinstance(memory, MemInst)
        memory.data[:4] = b"\0\0\xc0\xff"
        return ()

    found = compared('(invoke "store")', Odd("store", odd))
    assert found.difference is None
    assert "f32.div" in found.open[0]


OTHER = """\
(module $b {} (memory (export "b") 1)
  (func (export "seven") (result i32) (i32.store (i32.const 8) (i32.const 7)) (i32.const 7)))
"""
BITS = '(invoke $a "bits")'


@pytest.mark.parametrize(
    ("linked", "differs"),
    [
        ("", True),
        ('(func (import "spectest" "print"))', True),
        ('(func (import "a" "f") (param i32) (result i32))', False),
        ('(memory (import "a" "m") 1)', False),
        ('(table (import "a" "t") 2 funcref)', False),
        ('(global (import "a" "g") (mut i32))', False),
        ('(memory (import "c" "again") 1)', False),
    ],
)
@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_bits_of_a_nan_are_no_doubt_about_what_is_not_linked(
    linked: str, differs: bool, first: bool
) -> None:
    """Whether the instances are linked when the bits get somewhere, or later."""
    again = '(module $c (import "a" "m" (memory 1)) (export "again" (memory 0)))'
    links = f'(register "a" $a) {again} (register "c" $c) {OTHER.format(linked)}'
    steps = BITS + links if first else links + BITS
    commands = parse_script(
        SCRIPT.replace("(module", "(module $a", 1) + steps + '(invoke $b "seven")'
    )
    odd = Odd("seven", gives(I32, 8))
    found = compare(commands, {"refwasm": None, "odd": odd}, fuel=100_000)
    assert (found.difference is not None, bool(found.open)) == (differs, not differs)


def test_what_is_not_linked_is_compared_after_the_doubt() -> None:
    commands = parse_script(
        SCRIPT.replace("(module", "(module $a", 1)
        + OTHER.format("")
        + BITS
        + '(invoke $b "seven") (invoke $a "f" (i32.const 1)) (invoke $b "seven")'
    )

    class Both(Odd):
        """Other bits of the NaN, and a wrong number at last."""

        def invoke(
            self, instance: ModuleInst, name: str, args: Sequence[Const]
        ) -> tuple[Value, ...]:
            assert name != "f", "nobody is asked any more"
            got = super().invoke(instance, name, args)
            return (NumConst(I32, 0xFFC00000),) if name == "bits" else got

    wrong = Both("seven", gives(I32, 8), left=1)
    found = compare(commands, {"refwasm": None, "odd": wrong}, fuel=100_000)
    assert found.open == [
        "they may differ by step 3: f32.div at 0x181 gave the bits of a NaN, which the standard leaves open"
    ]
    assert found.apart == {4: "linked with what may differ since step 3"}
    assert found.difference is not None
    assert found.difference.index == 5
    assert found.compared == 3


def test_a_module_that_keeps_nothing_is_in_doubt_for_one_step() -> None:
    text = """(module
      (func (export "bits") (result i32) (i32.reinterpret_f32 (f32.div (f32.const 0) (f32.const 0))))
      (func (export "f") (result i32) (i32.const 1)))
      (invoke "bits") (invoke "f")"""

    class Both(Odd):
        def invoke(
            self, instance: ModuleInst, name: str, args: Sequence[Const]
        ) -> tuple[Value, ...]:
            return (NumConst(I32, 0xFFC00000 if name == "bits" else 2),)

    found = compare(parse_script(text), {"refwasm": None, "odd": Both("", gives(I32, 0))}, fuel=9)
    assert "f32.div" in found.apart[1]
    assert found.difference is not None
    assert (found.difference.index, found.open) == (2, [])


def test_who_made_no_instance_of_what_may_differ() -> None:
    """From then on names mean other things."""
    commands = parse_script(
        SCRIPT.replace("(module", "(module $a", 1)
        + BITS
        + '(register "a" $a) (module (import "a" "m" (memory 1)) (func (export "f"))) (invoke "f")'
    )

    class Picky(Odd):
        def instantiate(self, module: ValidModule) -> ModuleInst:
            if module.module.imports:
                raise Unlinkable("no")
            return super().instantiate(module)

    engines = {"refwasm": None, "odd": Picky("bits", gives(I32, 0xFFC00000))}
    found = compare(commands, engines, fuel=100_000)
    assert found.difference is None
    assert found.stopped == "they may differ by step 4: linked with what may differ since step 2"


GROWING = """\
(module
  (memory (export "m") 1) (table (export "t") 2 funcref)
  (func (export "memory") (result i32) (memory.grow (i32.const 1)))
  (func (export "table") (result i32) (table.grow (ref.null func) (i32.const 1)))
  (func (export "none") (result i32) (memory.grow (i32.const 0)))
  (func (export "size") (result i32) (memory.size)))
(module $b (func (export "one") (result i32) (i32.const 1)))
(module $c (memory (export "c") 1) (func (export "hidden") (result i32) (memory.grow (i32.const 1))))
"""
FAILED = 0xFFFFFFFF


class Growing(NativeEngine):
    """refwasm, which says that a growth failed; before that it does what it was asked if it is a `liar`."""

    def __init__(self, *, liar: bool, wrong: int = 1):
        super().__init__()
        self.liar = liar
        self.wrong = wrong

    def invoke(self, instance: ModuleInst, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        if name == "one":
            return (NumConst(I32, self.wrong),)
        if self.liar or name == "size":
            got = super().invoke(instance, name, args)
        return got if name == "size" else (NumConst(I32, FAILED),)


@pytest.mark.parametrize("what", ["memory", "table"])
def test_what_grew_though_the_engine_says_that_it_did_not(what: str) -> None:
    commands = parse_script(GROWING.replace("(module", "(module $a", 1) + f'(invoke $a "{what}")')
    found = compare(commands, {"refwasm": None, "odd": Growing(liar=True)}, fuel=100)
    assert found.difference is not None
    assert (found.difference.index, found.compared) == (3, 3)
    assert found.difference.item == Item("a", what, what[0])
    grown = found.difference.said["refwasm"]
    assert found.difference.said["odd"] == f"{grown}, though it says that this did not grow"


@pytest.mark.parametrize(("what", "op"), [("memory", "memory.grow"), ("table", "table.grow")])
def test_a_growth_that_failed(what: str, op: str) -> None:
    """What is not linked with it is compared."""
    script = GROWING.replace("(module", "(module $a", 1)
    commands = parse_script(
        script + f'(invoke $a "{what}") (invoke $a "size") (invoke $b "one") (invoke $c "hidden")'
    )
    found = compare(commands, {"refwasm": None, "odd": Growing(liar=False)}, fuel=100)
    assert not found.over
    assert found.open[0].startswith(f"they may differ by step 4: {op} at 0x")
    assert found.open[0].endswith(" may fail, and did, as odd says")
    assert (found.compared, [*found.apart], len(found.open)) == (4, [4], 2)
    found = compare(commands, {"refwasm": None, "odd": Growing(liar=False, wrong=2)}, fuel=100)
    assert found.difference is not None
    assert found.difference.index == 5


def test_a_growth_by_nothing_shows_nothing() -> None:
    commands = parse_script(GROWING.replace("(module", "(module $a", 1) + '(invoke $a "none")')
    found = compare(commands, {"refwasm": None, "odd": Growing(liar=True)}, fuel=100)
    assert not found.over
    assert (found.compared, len(found.open)) == (3, 1)


def test_a_memory_that_is_not_linked_with_bits_of_a_nan() -> None:
    def odd(engine: NativeEngine, instance: ModuleInst, *_: object) -> tuple[Value, ...]:
        memory = instance.exports["b"]
        assert isinstance(memory, MemInst)
        memory.data[9] = 1
        return (NumConst(I32, 7),)

    commands = parse_script(
        SCRIPT.replace("(module", "(module $a", 1) + BITS + OTHER.format("") + '(invoke $b "seven")'
    )
    found = compare(commands, {"refwasm": None, "odd": Odd("seven", odd)}, fuel=100_000)
    assert found.difference is not None
    assert found.difference.item == Item("b", "memory", "b")


def test_what_the_nan_is_not_about_is_a_difference_before_it() -> None:
    found = compared(F1 + '(invoke "nan")', Odd("f", gives(I32, 0)))
    assert found.difference is not None


def test_a_memory() -> None:
    def odd(engine: NativeEngine, instance: ModuleInst, *_: object) -> tuple[Value, ...]:
        memory = instance.exports["m"]
        assert isinstance(memory, MemInst)
        got = NativeEngine.invoke(engine, instance, "f", (NumConst(I32, 2),))
        memory.data[100] = 1
        return got

    found = compared(F1 + F2 + F3, Odd("f", odd, left=1))
    assert found.difference is not None
    assert found.difference.index == 2
    assert found.difference.item == Item(None, "memory", "m")
    assert found.difference.said["odd"].startswith("1 page, SHA-256 ")


def test_a_global_and_a_table() -> None:
    def odd(engine: NativeEngine, instance: ModuleInst, *_: object) -> tuple[Value, ...]:
        table = instance.exports["t"]
        assert isinstance(table, TableInst)
        got = NativeEngine.invoke(engine, instance, "f", (NumConst(I32, 2),))
        table.elems[1:] = [instance.funcs[0]]
        return got

    found = compared(F2, Odd("f", odd))
    assert found.difference is not None
    assert found.difference.item == Item(None, "table", "t")
    found = compared(F2, Odd("f", lambda *_: (NumConst(I32, 2),)))
    assert found.difference is not None
    assert str(found.difference.item) in ('the global "g"', 'the memory "m"')


def test_exhaustion_is_no_difference() -> None:
    found = compared('(invoke "deep")' + F1, Odd("deep", lambda *_: ()))
    assert found.difference is None
    assert found.stopped.startswith("refwasm says exhaustion")


def test_what_an_engine_cannot_do() -> None:
    def unsupported(*_: object) -> tuple[Value, ...]:
        raise Unsupported("no numbers")

    found = compared(F1 + F2, Odd("f", unsupported, left=1))
    assert not found.over
    assert found.apart == {2: "odd: unsupported: no numbers"}
    found = compared(F1 + '(get "g")', Odd("f", unsupported))
    assert found.stopped == "they may differ by step 3: odd did not do step 2: no numbers"


def test_an_engine_that_breaks() -> None:
    def die(*_: object) -> tuple[Value, ...]:
        raise Broken("killed")

    found = compared(F1 + F2, Odd("f", die, left=1))
    assert found.death is not None
    assert (found.death.index, found.death.label, found.death.evidence) == (2, "odd", "killed")


def test_an_engine_that_breaks_when_it_is_looked_at() -> None:
    class Blind(NativeEngine):
        def get(self, instance: ModuleInst, name: str) -> Value:
            raise Broken("killed")

    found = compared(F1, Blind())
    assert found.death is not None
    assert (found.death.index, found.death.evidence) == (0, "killed")
    assert not found.difference


def test_two_others_and_what_refwasm_says() -> None:
    commands = parse_script(SCRIPT + F1)
    engines = {"a": Odd("f", gives(I32, 4)), "b": Odd("f", gives(I32, 5))}
    found = compare(commands, engines, fuel=None)
    assert found.difference is not None
    said = {"a": "(i32.const 4)", "b": "(i32.const 5)", "refwasm": "(i32.const 1)"}
    assert found.difference.said == said
