"""What runs kernels: refwasm, and peers that happen to be installed."""

from __future__ import annotations

import importlib
import importlib.metadata
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from refwasm.binary.decode_module import decode_module
from refwasm.embedding import func_invoke, instance_export, store_init
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import HostFunc, WasmFunc
from refwasm.runtime.instantiate import instantiate
from refwasm.validation.modules import validate_module

Run: TypeAlias = Callable[[int], int | float]


@dataclass(frozen=True, slots=True)
class Engine:
    """`load` makes the exported function `run` of a module callable."""

    name: str
    version: str
    load: Callable[[bytes], Run]


def load_refwasm(binary: bytes) -> Run:
    """Decoded, validated, instantiated on the interpreter tier."""
    tier, store = Interpreter(), store_init()
    instance = instantiate(store, validate_module(decode_module(binary)), (), tier)
    func = instance_export(instance, "run")
    assert isinstance(func, WasmFunc | HostFunc)

    def run(n: int) -> int | float:
        (result,) = func_invoke(store, func, [n], tier)
        assert isinstance(result, int | float)
        return result

    return run


def load_pywasm(binary: bytes) -> Run:
    """By pywasm 2, which is not typed."""
    pywasm = importlib.import_module("pywasm")
    runtime = pywasm.Runtime()
    instance = runtime.instance(pywasm.ModuleDesc.from_reader(io.BytesIO(binary)))

    def run(n: int) -> int | float:
        (result,) = runtime.invocate(instance, "run", [n])
        assert isinstance(result, int | float)
        return result

    return run


PEERS = {"pywasm": load_pywasm}


def find_peers() -> tuple[list[Engine], list[str]]:
    """The peers that are here, and of each that is not, why."""
    found, missing = [], []
    for name, load in PEERS.items():
        try:
            found.append(Engine(name, importlib.metadata.version(name), load))
        except importlib.metadata.PackageNotFoundError:
            missing.append(f"{name}, which is not installed (`tox run -e bench` installs it).")
    return found, missing
