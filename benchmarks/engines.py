"""What runs a kernel in a process of Python: the tiers of refwasm, and packages beside it."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from refwasm.binary.decode_module import decode_module
from refwasm.compile.tiers import TIERS
from refwasm.embedding import func_invoke, instance_export, store_init
from refwasm.runtime.instances import HostFunc, WasmFunc
from refwasm.runtime.instantiate import instantiate
from refwasm.validation.modules import validate_module

Run: TypeAlias = Callable[[int], int]


def load_refwasm(binary: bytes, *, tier: str) -> Run:
    """The function `run`: decoded, validated, instantiated."""
    executor, store = TIERS[tier](), store_init()
    instance = instantiate(store, validate_module(decode_module(binary)), (), executor)
    func = instance_export(instance, "run")
    assert isinstance(func, WasmFunc | HostFunc)

    def run(n: int) -> int:
        (result,) = func_invoke(store, func, [n], executor)
        assert isinstance(result, int)
        return result

    return run


# None of these packages is typed.


def load_pywasm(binary: bytes) -> Run:
    """By pywasm 2."""
    pywasm = importlib.import_module("pywasm")
    runtime = pywasm.Runtime()
    instance = runtime.instance(pywasm.ModuleDesc.from_reader(io.BytesIO(binary)))
    return lambda n: int(runtime.invocate(instance, "run", [n])[0])


def load_wasm3(binary: bytes) -> Run:
    """By pywasm3."""
    environment = importlib.import_module("wasm3").Environment()
    runtime = environment.new_runtime(2**16)
    runtime.load(environment.parse_module(binary))
    run = runtime.find_function("run")
    return lambda n: int(run(n))


def load_wasmtime(binary: bytes) -> Run:
    """By wasmtime, with all that these kernels need."""
    wasmtime = importlib.import_module("wasmtime")
    config = wasmtime.Config()
    config.wasm_function_references = config.wasm_gc = config.wasm_exceptions = True
    engine = wasmtime.Engine(config)
    store = wasmtime.Store(engine)
    instance = wasmtime.Instance(store, wasmtime.Module(engine, binary), [])
    run = instance.exports(store)["run"]
    return lambda n: int(run(store, n))


# By the names of the tiers, and of the peers.
ENGINES: dict[str, Callable[[bytes], Run]] = {
    **{tier: partial(load_refwasm, tier=tier) for tier in TIERS},
    "pywasm": load_pywasm,
    "wasm3": load_wasm3,
    "wasmtime": load_wasmtime,
}
