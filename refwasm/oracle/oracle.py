"""The oracle: requests of the driver protocol, answered by refwasm in this process."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Callable
from hashlib import sha256

import refwasm
from refwasm.engines import protocol
from refwasm.engines.driver import EVERYTHING
from refwasm.engines.protocol import OK, OUTCOMES, RETURN, UNSUPPORTED, WRONG, Garbled, Json, Object
from refwasm.errors import UncaughtException, WasmError
from refwasm.runtime.instances import MemInst, ModuleInst
from refwasm.runtime.memories import memory_size
from refwasm.script.commands import BinaryModule, Const, Definition, QuotedModule
from refwasm.script.engine import Undefined, Unsupported
from refwasm.script.native import NativeEngine
from refwasm.script.values import RefValue
from refwasm.syntax.features import DEFAULT, Features
from refwasm.validation.modules import ValidModule

Fields = dict[str, Json]


class Oracle:
    """Answers requests as a driver does; it keeps what it is told until it is reset.

    `tier`, `fuel` and `deadline` are those of `NativeEngine`.
    """

    def __init__(
        self,
        *,
        tier: str = "interpret",
        fuel: int | None = None,
        deadline: float | None = None,
        features: Features = DEFAULT,
    ):
        self._make = lambda: NativeEngine(
            tier=tier, fuel=fuel, deadline=deadline, features=features
        )
        self._do: dict[str, Callable[[Object], Fields]] = {
            "hello": self._hello,
            "module": self._module,
            "instantiate": self._instantiate,
            "register": self._register,
            "invoke": self._invoke,
            "get": self._get,
            "memory": self._memory,
            "reset": self._reset,
        }
        self._forget()

    def answer_line(self, line: bytes) -> bytes:
        """The line that answers `line`, whatever that is."""
        try:
            answer = self.answer(protocol.parse(line))
        except Garbled as e:
            answer = {"outcome": WRONG, "text": str(e)}
        return protocol.encode(answer)

    def answer(self, request: Object) -> Fields:
        """The answer to `request`, whatever that is."""
        try:
            do = protocol.string(request, "do")
            if do not in self._do:
                raise Garbled(f"no request {do!r}: it is one of {', '.join(self._do)}")
            return self._do[do](request)
        except (Garbled, Undefined) as e:
            return {"outcome": WRONG, "text": str(e)}
        except Unsupported as e:
            return {"outcome": UNSUPPORTED, "text": str(e)}
        except WasmError as e:
            return self._failed(do, e)
        except Exception as e:  # noqa: BLE001 - a bug: whoever asks is told, and may go on
            return {"outcome": WRONG, "text": f"internal error: {type(e).__name__}: {e}"}

    def _failed(self, do: str, e: WasmError) -> Fields:
        kind = "exception" if isinstance(e, UncaughtException) else type(e).__name__.lower()
        assert kind in OUTCOMES[do], kind
        return {"outcome": kind, "text": e.message}

    # Requests

    def _hello(self, request: Object) -> Fields:
        return {
            "outcome": OK,
            "protocol": protocol.VERSION,
            "name": "refwasm",
            "version": refwasm.__version__,
            "passes": sorted(EVERYTHING),
            "text": True,
            "can": ["memory", "reset"],
        }

    def _module(self, request: Object) -> Fields:
        name = protocol.string(request, "module")
        self._modules.pop(name, None)
        self._modules[name] = self._engine.define(_definition(request))
        return {"outcome": OK}

    def _instantiate(self, request: Object) -> Fields:
        name, module = protocol.string(request, "instance"), protocol.string(request, "module")
        if module not in self._modules:
            raise Undefined(f"no module {module!r}")
        self._instances.pop(name, None)
        self._instances[name] = self._engine.instantiate(self._modules[module])
        return {"outcome": OK}

    def _register(self, request: Object) -> Fields:
        self._engine.register(protocol.string(request, "as"), self._instance(request))
        return {"outcome": OK}

    def _invoke(self, request: Object) -> Fields:
        name, instance = protocol.string(request, "name"), self._instance(request)
        results = self._engine.invoke(instance, name, _args(request))
        return {"outcome": RETURN, "values": [*map(protocol.encode_value, results)]}

    def _get(self, request: Object) -> Fields:
        name, instance = protocol.string(request, "name"), self._instance(request)
        value = self._engine.get(instance, name)
        return {"outcome": RETURN, "values": [protocol.encode_value(value)]}

    def _memory(self, request: Object) -> Fields:
        name, instance = protocol.string(request, "name"), self._instance(request)
        memory = instance.exports.get(name)
        if not isinstance(memory, MemInst):
            raise Undefined(f'no exported memory "{name}"')
        answer: Fields = {"outcome": OK, **digest(memory)}
        if "offset" in request or "length" in request:
            offset = protocol.natural(request, "offset")
            end = offset + protocol.natural(request, "length")
            if end > len(memory.data):
                raise Undefined(f"the memory ends at {len(memory.data)}")
            with memoryview(memory.data) as data:
                answer["bytes"] = b64encode(bytes(data[offset:end])).decode()
        return answer

    def _reset(self, request: Object) -> Fields:
        self._forget()
        return {"outcome": OK}

    def _forget(self) -> None:
        self._engine = self._make()
        self._modules: dict[str, ValidModule] = {}
        self._instances: dict[str, ModuleInst] = {}

    def _instance(self, request: Object) -> ModuleInst:
        name = protocol.string(request, "instance")
        if name not in self._instances:
            raise Undefined(f"no instance {name!r}")
        return self._instances[name]


def digest(memory: MemInst) -> Fields:
    """The size of `memory` in pages, and the SHA-256 of its bytes."""
    return {"pages": memory_size(memory), "sha256": sha256(memory.data).hexdigest()}


def _definition(request: Object) -> Definition:
    """The module that `request` holds, as text or as a binary."""
    if "text" in request:
        return QuotedModule(protocol.string(request, "text").encode())
    try:
        return BinaryModule(b64decode(protocol.string(request, "wasm"), validate=True))
    except (NoBase64, ValueError):
        raise Garbled('"wasm" is no base64') from None


def _args(request: Object) -> list[Const]:
    """The arguments that `request` holds, which are none unless it says so."""
    found = protocol.values(request, "args") if "args" in request else ()
    args: list[Const] = []
    for value in found:
        if isinstance(value, RefValue):
            raise Garbled("an argument is a number, a null, or a reference of the host's")
        args.append(value)
    return args
