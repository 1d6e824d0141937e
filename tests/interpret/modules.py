"""Modules from their text, instantiated, and their functions as Python's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refwasm.interpret.machine import Interpreter
from refwasm.runtime.functions import func_deftype
from refwasm.runtime.instances import (
    ExternVal,
    HostFunc,
    ModuleInst,
    Store,
    WasmFunc,
)
from refwasm.runtime.instantiate import Tier, instantiate
from refwasm.runtime.values import Value
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.types import ResultType
from refwasm.text.parse_module import parse_module
from refwasm.validation.modules import validate_module


def instance(
    tier: Tier, text: str, *imports: ExternVal, features: Features = DEFAULT
) -> ModuleInst:
    """An instance of the module that `text` holds, between the parentheses of `module`."""
    module = parse_module(f"(module {text})", features=features)
    return instantiate(Store(), validate_module(module, features=features), imports, tier)


def export(
    tier: Tier, name: str, text: str, *imports: ExternVal, features: Features = DEFAULT
) -> WasmFunc:
    """The function exported as `name`."""
    return wasm(instance(tier, text, *imports, features=features), name)


def wasm(inst: ModuleInst, name: str = "f") -> WasmFunc:
    """The function that `inst` exports as `name`."""
    func = inst.exports[name]
    assert isinstance(func, WasmFunc)
    return func


def run(text: str, *args: Value, tier: Interpreter | None = None) -> list[Value]:
    """The results of the function exported as "f"."""
    tier = tier or Interpreter()
    return tier.invoke(export(tier, "f", text), args)


def host(
    params: ResultType, results: ResultType, call: Callable[[Sequence[Value]], Sequence[Value]]
) -> HostFunc:
    """A host function."""
    return HostFunc(func_deftype(params, results), call)
