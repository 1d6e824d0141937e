"""Functions: references to them, and calls of the host's."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.errors import HostError, trap, trap_if
from refwasm.runtime.convert import is_value
from refwasm.runtime.effects import reads
from refwasm.runtime.instances import FuncInst, HostFunc, TableInst, WasmFunc
from refwasm.runtime.values import Ref, Value
from refwasm.syntax.deftypes import DefType, close_rectype
from refwasm.syntax.types import FuncType, RecType, ResultType, SubType
from refwasm.validation.matching import match_deftype

FUNCTIONS = (WasmFunc, HostFunc)  # a union would be made anew at each test


@reads
def function(f: Ref) -> FuncInst:
    """The function that `f` refers to.  Spec: exec-call_ref"""
    trap_if(f is None, "null function reference")
    assert isinstance(f, FUNCTIONS)
    return f


@reads
def function_at(table: TableInst, i: int, deftype: DefType) -> FuncInst:
    """The function at `i`, if its type matches `deftype`.  Spec: exec-call_indirect"""
    trap_if(i >= table.size, f"undefined element {i}")
    f = table.elems[i] if i < len(table.elems) else table.rest
    if f is None:
        trap(f"uninitialized element {i}")
    assert isinstance(f, FUNCTIONS)
    trap_if(not match_deftype(f.type, deftype), "indirect call type mismatch")
    return f


def func_deftype(params: ResultType, results: ResultType) -> DefType:
    """The closed type of functions from `params` to `results`, which are closed.

    Spec: aux-roll-rectype
    """
    rectype = RecType((SubType(True, (), FuncType(params, results)),))
    return close_rectype(rectype, 0, ())[0]


def functype(f: FuncInst) -> FuncType:
    """The expansion of the type of `f`.  Spec: aux-expand-deftype"""
    comp = f.type.comp
    assert isinstance(comp, FuncType)
    return comp


def call_host(f: HostFunc, args: Sequence[Value]) -> list[Value]:
    """The results of `f` for `args`, checked against its type; what it raises passes through.

    Raises HostError, which names the function, if the host breaks the type.
    Spec: exec-invoke-host
    """
    results = f.call(args)
    ts = functype(f).results
    try:
        vs = [] if results is None else list(results)
    except TypeError:
        raise HostError(f"{host_name(f)} returned {results!r}, which is no sequence") from None
    if len(vs) != len(ts):
        raise HostError(f"{host_name(f)} returned {len(vs)} values, its type has {len(ts)}")
    for t, v in zip(ts, vs, strict=True):
        if not is_value(t, v):
            raise HostError(f"{host_name(f)} returned {v!r}, which is no {t}")
    return vs


def host_name(f: HostFunc) -> str:
    """What to call `f` in a message: its Python name and its type."""
    name = getattr(f.call, "__qualname__", None) or repr(f.call)
    return f"host function {name} : {f.type}"
