"""Values as execution holds them (section "Values" of the chapter on execution).

An i32, i64 or v128 is an int in the unsigned reading; an f32 or f64 a float (see
`numerics/floats.py`); null is None; any other reference is the instance that it refers to.
A reference converted from or to `extern` stays the same object: its static type tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from refwasm.runtime.effects import reads
from refwasm.syntax import types as T

if TYPE_CHECKING:
    from refwasm.runtime.aggregates import ArrayInst, StructInst
    from refwasm.runtime.exceptions import ExnInst
    from refwasm.runtime.instances import HostFunc, WasmFunc


@dataclass(frozen=True, slots=True)
class I31:
    """A reference to the 31-bit integer `i`, in the unsigned reading."""

    i: int


@dataclass(frozen=True, slots=True)
class HostRef:
    """A reference to what only the host understands; equal if the host's values are."""

    value: object


Ref: TypeAlias = "WasmFunc | HostFunc | StructInst | ArrayInst | ExnInst | I31 | HostRef | None"
Value: TypeAlias = "int | float | Ref"


@reads
def default(t: T.StorageType) -> Value:
    """The value with which fields, elements and locals of type `t` begin, if `t` has one.

    Spec: aux-default
    """
    match t:
        case T.NumType(name=name):
            return 0 if name[0] == "i" else 0.0
        case T.VecType() | T.PackedType():
            return 0
        case T.RefType(null=null):
            assert null
            return None
        case T.BotType():
            raise AssertionError("no value has the bottom type")
