"""What the tiers make of a module: results, errors, and the whole state that is left behind."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import TypeAlias

from refwasm.compile.tiers import Compiler
from refwasm.errors import UncaughtException, WasmError
from refwasm.fuzz.chance import Chance
from refwasm.fuzz.types import NUMBERS
from refwasm.interpret.machine import Interpreter
from refwasm.numerics.floats import float_of_bits
from refwasm.runtime.aggregates import ArrayInst, StructInst, array_new_fixed, struct_new
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.instances import HostFunc, ModuleInst, Store, WasmFunc
from refwasm.runtime.instantiate import instantiate
from refwasm.runtime.values import I31, HostRef, Value
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.types import (
    F32,
    F64,
    ArrayType,
    FuncType,
    NumType,
    PackedType,
    RefType,
    StorageType,
    StructType,
    VecType,
)
from refwasm.validation.matching import match_deftype
from refwasm.validation.modules import ValidModule

Tier: TypeAlias = Interpreter | Compiler
Make = Callable[..., Tier]
Shape: TypeAlias = object  # of a value: equal for equal values of different instances

ROUNDS = 2  # how often each function is invoked


def argument(t: StorageType, inst: ModuleInst, chance: Chance) -> Value:
    """A value of type `t`."""
    match t:
        case NumType() if t in (F32, F64):
            return float_of_bits(t.bits, chance.number(t))
        case NumType() | VecType():
            return chance.number(t)
        case PackedType(bits=bits):
            return chance.integer(bits)
        case RefType(null=True) if chance.odds(0.3):
            return None
        case RefType(null=null, heap=ht):
            found = _reference(ht, inst, chance)
            assert null or found is not None
            return found
        case _:
            raise AssertionError(t)


def _reference(ht: object, inst: ModuleInst, chance: Chance) -> Value:
    """A reference to `ht`, null if there is no other."""
    if isinstance(ht, DefType):
        match ht.comp:
            case FuncType():
                good = [f for f in inst.funcs if match_deftype(f.type, ht)]
                return chance.pick(good) if good else None
            case StructType(fields):
                return struct_new(ht, (), [_part(f.storage, inst, chance) for f in fields])
            case ArrayType(f):
                n = chance.below(4)
                return array_new_fixed(ht, f.storage, [_part(f.storage, inst, chance)] * n)
    match str(ht):
        case "func":
            return chance.pick(inst.funcs)
        case "any" | "eq" | "i31":
            return I31(chance.bits(31))
        case "extern":
            return HostRef(chance.below(3))
        case "struct" | "array" as sort:
            of = StructType if sort == "struct" else ArrayType
            return _reference(
                next(dt for dt in inst.types if isinstance(dt.comp, of)), inst, chance
            )
        case _:
            return None


def _part(zt: StorageType, inst: ModuleInst, chance: Chance) -> Value:
    """A value for a field, null where it can be."""
    return None if isinstance(zt, RefType) and zt.null else argument(zt, inst, chance)


def shape(value: Value, inst: ModuleInst, depth: int = 3) -> Shape:
    """`value` without identities: floats by their bits, references by what they refer to."""
    match value:
        case float():
            return struct.pack("<d", value)
        case int() | None | I31() | HostRef():
            return value
        case WasmFunc(index=x):
            return "func", x
        case StructInst(type=dt):
            n = len(value) if depth else 0
            return "struct", dt.digest, [shape(value[k], inst, depth - 1) for k in range(n)]
        case ArrayInst(type=dt, elements=elements):
            inner = [shape(v, inst, depth - 1) for v in elements[:8]] if depth else None
            return "array", dt.digest, len(elements), inner
        case ExnInst(tag=tag, args=args):
            return "exn", inst.tags.index(tag), [shape(v, inst, depth - 1) for v in args]
        case HostFunc():
            return "host"


def state(inst: ModuleInst) -> dict[str, Shape]:
    """All that code can change, by what an export would be called."""
    found: dict[str, Shape] = {}
    for x, g in enumerate(inst.globals):
        found[f"g{x}"] = shape(g.value, inst)
    for x, table in enumerate(inst.tables):
        elems = [shape(r, inst) for r in table.elems]
        rest = shape(table.rest, inst)
        found[f"t{x}"] = elems + [rest] * (table.size - len(elems))
    for x, mem in enumerate(inst.mems):
        found[f"m{x}"] = bytes(mem.data)
    found["elems"] = [len(elem.refs) for elem in inst.elems]
    found["datas"] = [len(data.data) for data in inst.datas]
    return found


class Run:
    """A module in a tier: its functions are invoked one after the other, their effects carried on."""

    def __init__(self, tier: Tier, valid: ValidModule, seed: int):
        self.tier = tier
        self.inst = instantiate(Store(), valid, (), tier)
        self.chance = Chance(seed)

    def calls(self) -> list[int]:
        """The functions to invoke, in order; the first ones are the generator's own."""
        return [x for _ in range(ROUNDS) for x in range(len(NUMBERS), len(self.inst.funcs))]

    def call(self, x: int) -> Shape:
        """What function `x` gives, or raises, for arguments and an amount of fuel at random."""
        inst, chance = self.inst, self.chance
        func = inst.funcs[x]
        comp = func.type.comp
        assert isinstance(comp, FuncType)
        inst.globals[0].value = chance.pick((3, 10, 30, 60))
        args = [argument(t, inst, chance) for t in comp.params]
        try:
            return [shape(v, inst) for v in self.tier.invoke(func, args)]
        except UncaughtException as error:
            assert isinstance(error.exception, ExnInst)
            return *_told(error), shape(error.exception, inst)
        except WasmError as error:
            return _told(error)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other tier has to judge it
            return "crash", f"{type(error).__name__}: {error}"


def _told(error: WasmError) -> tuple[Shape, ...]:
    """What `error` tells, and of which place."""
    return type(error).__name__, error.message, error.instruction, error.offset


def difference(valid: ValidModule, seed: int, make: Make, other: Make) -> str | None:
    """Where two tiers disagree about a module, or None; a crash is a disagreement."""
    one, two = Run(make(), valid, seed), Run(other(), valid, seed)
    for x in one.calls():
        here, there = one.call(x), two.call(x)
        if here != there or (isinstance(here, tuple) and here[0] == "crash"):
            return f"f{x}: {here!r:.200} and {there!r:.200}"
        g1 = [g.value for g in one.inst.globals[:2]]
        g2 = [g.value for g in two.inst.globals[:2]]
        if g1 != g2:
            return f"f{x}: globals {g1} and {g2}"
    s1, s2 = state(one.inst), state(two.inst)
    for name, here in s1.items():
        if here != s2[name]:
            if isinstance(here, bytes):
                return f"{name}: {_bytes(here, s2[name])}"
            return f"{name}: {here!r:.200} and {s2[name]!r:.200}"
    return None


def _bytes(here: bytes, there: Shape) -> str:
    assert isinstance(there, bytes)
    if len(here) != len(there):
        return f"{len(here)} and {len(there)} bytes"
    at = next(i for i, pair in enumerate(zip(here, there)) if pair[0] != pair[1])
    return f"at {at}: {here[at : at + 16].hex()} and {there[at : at + 16].hex()}"
