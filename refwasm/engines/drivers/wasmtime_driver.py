"""A driver for wasmtime's Python package: it answers the requests of docs/driver-protocol.md.

The package passes integers exactly, and gives a host's object back as it took it; refwasm sends
everything else through wrapper modules. It is run by itself, and imports nothing of refwasm.
"""

from __future__ import annotations

import base64
import ctypes
import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from importlib.metadata import version
from typing import TypedDict, TypeVar

import wasmtime

# What wasmtime has switches for; a version that lacks one is asked for the rest.
FEATURES = ("tail_call", "multi_memory", "memory64", "relaxed_simd", "threads", "exceptions",
            "function_references", "gc", "wide_arithmetic")  # fmt: skip

CHUNK = 1 << 16
KEPT = 8  # modules that are not compiled again

WIDTHS = {"i32": 32, "i64": 64}

T = TypeVar("T")
Answer = dict[str, object]


class Value(TypedDict, total=False):
    type: str
    bits: str
    heap: str
    null: bool
    host: int


Request = TypedDict(
    "Request",
    {
        "do": str,
        "id": int,
        "module": str,
        "wasm": str,
        "text": str,
        "instance": str,
        "as": str,
        "name": str,
        "args": Sequence[Value],
        "offset": int,
        "length": int,
    },
    total=False,
)


class Failed(Exception):
    """The outcome other than success, and the engine's text."""


class WrongRequest(Exception):
    """The request names what is not there."""


class Driver:
    """An engine with all features, and everything that was made since the last reset."""

    def __init__(self) -> None:
        config = wasmtime.Config()
        for feature in FEATURES:
            if hasattr(wasmtime.Config, f"wasm_{feature}"):
                setattr(config, f"wasm_{feature}", True)
        config.shared_memory = True
        config.parallel_compilation = False  # modules are small
        self.engine = wasmtime.Engine(config)
        # Wrappers are often the same from reset to reset.
        self.compiled = lru_cache(KEPT)(partial(wasmtime.Module, self.engine))
        self.reset({})

    def hello(self, request: Request) -> Answer:
        return {
            "protocol": 1,
            "name": "wasmtime",
            "version": version("wasmtime"),
            "passes": ["i32", "i64", "hostref"],
            "text": True,
            "can": ["memory", "reset"],
        }

    def reset(self, request: Request) -> Answer:
        self.store = wasmtime.Store(self.engine)
        self.modules: dict[str, wasmtime.Module] = {}
        self.instances: dict[str, Mapping[str, object]] = {}  # what they export
        self.registered: dict[str, Mapping[str, object]] = {}
        return {}

    def module(self, request: Request) -> Answer:
        wasm = request["text"] if "text" in request else base64.b64decode(request["wasm"])
        try:
            self.modules[request["module"]] = self.compiled(wasm)
        except wasmtime.WasmtimeError as e:
            raise Failed("refused", str(e)) from e
        return {}

    def instantiate(self, request: Request) -> Answer:
        module = known(self.modules, request["module"])
        imports = []
        for item in module.imports:
            found = self.registered.get(item.module, {}).get(item.name)
            if found is None:
                raise Failed("unlinkable", f"unknown import {item.module}.{item.name}")
            imports.append(found)
        try:
            instance = wasmtime.Instance(self.store, module, imports)
        except (wasmtime.Trap, wasmtime.WasmtimeError) as e:
            if "incompatible import type" in str(e):
                raise Failed("unlinkable", str(e)) from e
            raise aborted(e) from e
        self.instances[request["instance"]] = instance.exports(self.store)
        return {}

    def register(self, request: Request) -> Answer:
        self.registered[request["as"]] = known(self.instances, request["instance"])
        return {}

    def invoke(self, request: Request) -> Answer:
        func = self.exported(request, wasmtime.Func)
        args = list(map(to_native, request["args"]))
        params, types = func.type(self.store).params, func.type(self.store).results
        if len(args) != len(params):
            raise WrongRequest(f"{request['name']} takes {len(params)} arguments")
        try:
            results = func(self.store, *args)
        except (wasmtime.Trap, wasmtime.WasmtimeError) as e:
            raise aborted(e) from e
        return returned(types, results if len(types) > 1 else [results] * len(types))

    def get(self, request: Request) -> Answer:
        item = self.exported(request, wasmtime.Global)
        return returned([item.type(self.store).content], [item.value(self.store)])

    def memory(self, request: Request) -> Answer:
        memory = self.exported(request, (wasmtime.Memory, wasmtime.SharedMemory))
        if isinstance(memory, wasmtime.Memory):
            contents = bytes(memory.read(self.store))
        else:
            contents = ctypes.string_at(memory.data_ptr(), memory.data_len())
        hexadecimal = hashlib.sha256(contents).hexdigest()
        answer: Answer = {"pages": len(contents) // 65536, "sha256": hexadecimal}
        if "length" in request:
            part = contents[request["offset"] :][: request["length"]]
            answer["bytes"] = base64.b64encode(part).decode()
        return answer

    def exported(self, request: Request, kind: type[T] | tuple[type[T], ...]) -> T:
        """The export of that kind which the request names."""
        item = known(self.instances, request["instance"]).get(request["name"])
        if not isinstance(item, kind):
            raise WrongRequest(f"no such export: {request['name']}")
        return item


def known(found: Mapping[str, T], name: str) -> T:
    if name not in found:
        raise WrongRequest(f"there is no {name}")
    return found[name]


def aborted(e: wasmtime.Trap | wasmtime.WasmtimeError) -> Failed:
    """How execution ended that did not return; the last line of the message says it."""
    text = str(e).rstrip().rpartition("\n")[2].strip().removeprefix("wasm trap: ")
    if text == "thrown Wasm exception":
        return Failed("exception", text)
    overflow = wasmtime.TrapCode.STACK_OVERFLOW
    trap = isinstance(e, wasmtime.Trap) and e.trap_code is not overflow
    return Failed("trap" if trap else "exhaustion", text)


def to_native(value: Value) -> int | wasmtime.Val:
    if value["type"] == "ref":
        return wasmtime.Val.externref(None if value.get("null") else value["host"])
    return int(value["bits"], 16)


def from_native(t: wasmtime.ValType, value: int | None) -> Value:
    if value is not None and (width := WIDTHS.get(str(t))):
        return {"type": str(t), "bits": hex(value % 2**width)}
    here: Value = {"null": True} if value is None else {"host": value}
    return {"type": "ref", "heap": "extern", **here}


def returned(types: Sequence[wasmtime.ValType], values: Sequence[int | None]) -> Answer:
    return {"outcome": "return", "values": list(map(from_native, types, values))}


HANDLERS = ("hello", "module", "instantiate", "register", "invoke", "get", "memory", "reset")


def answer(driver: Driver, request: Request) -> Answer:
    try:
        if request["do"] not in HANDLERS:
            return {"outcome": "unsupported", "text": f"no request {request['do']}"}
        found: Answer = getattr(driver, request["do"])(request)
    except Failed as e:
        outcome, text = e.args
        return {"outcome": outcome, "text": text}
    except Exception as e:  # noqa: BLE001 - whoever asked is told
        return {"outcome": "error", "text": f"{type(e).__name__}: {e}"}
    return {"outcome": "ok", **found}


def reply(driver: Driver, line: bytes | bytearray) -> Answer:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as e:
        return {"outcome": "error", "text": str(e)}
    found = answer(driver, request)
    if isinstance(request, dict) and "id" in request:
        found["id"] = request["id"]
    return found


def main() -> None:
    driver = Driver()
    begun = bytearray()
    while chunk := os.read(0, CHUNK):
        begun += chunk
        if b"\n" in chunk:
            *lines, begun = begun.split(b"\n")
            for line in lines:
                sys.stdout.write(json.dumps(reply(driver, line)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
