"""The oracle: requests of the driver protocol, answered by refwasm in this process.

Asked for details it says besides what other conforming engines may do: `allowed` results, and `tainted`,
the instructions that ran whose effects may differ from engine to engine.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Callable
from functools import partial

import refwasm
from refwasm.engines import protocol
from refwasm.engines.driver import EVERYTHING
from refwasm.engines.protocol import OK, OUTCOMES, RETURN, UNSUPPORTED, WRONG, Garbled, Json, Object
from refwasm.errors import UncaughtException, WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.interpret.observe import Observer
from refwasm.oracle.allowed import allowed, encode_pattern
from refwasm.oracle.digests import digests, memory_digest
from refwasm.oracle.sources import OBSERVED, Source, Sources
from refwasm.runtime.instances import MemInst, ModuleInst
from refwasm.script.commands import BinaryModule, Const, Definition, QuotedModule
from refwasm.script.engine import Undefined, Unsupported
from refwasm.script.native import NativeEngine
from refwasm.script.values import RefValue, Value
from refwasm.syntax.features import DEFAULT, Features
from refwasm.validation.modules import ValidModule

Fields = dict[str, Json]
EXHAUSTION = "exhaustion"
STEPS = ("instantiate", "invoke", "get")  # which run something, or show what did


class _Session:
    """What there is since the last reset."""

    def __init__(self, tier: str, fuel: int | None, deadline: float | None, features: Features):
        self.engine = NativeEngine(tier=tier, fuel=fuel, deadline=deadline, features=features)
        self.modules: dict[str, ValidModule] = {}
        self.instances: dict[str, ModuleInst] = {}
        self.sources = Sources()
        self.stateful = False  # whether a step can leave anything to later ones
        self.poisoned = False  # something was exhausted, so nothing is certain any more
        self.results: tuple[Value, ...] = ()  # of the step under way
        if isinstance(self.engine.tier, Interpreter):
            self.engine.tier.trace = Observer(OBSERVED, self.sources.see)

    @property
    def knows_details(self) -> bool:
        return isinstance(self.engine.tier, Interpreter)


class Oracle:
    """Answers requests as a driver does; it keeps what it is told until it is reset.

    `tier`, `fuel` and `deadline` are those of `NativeEngine`; the interpreter alone knows details.
    """

    def __init__(
        self,
        *,
        tier: str = "interpret",
        fuel: int | None = None,
        deadline: float | None = None,
        features: Features = DEFAULT,
    ):
        self._make = partial(_Session, tier, fuel, deadline, features)
        self._detail = False  # of all steps
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
        self._session = self._make()

    def answer_line(self, line: bytes) -> bytes:
        """The line that answers `line`, whatever that is."""
        try:
            answer = self.answer(protocol.parse(line))
        except Garbled as e:
            answer = self._marked({"outcome": WRONG, "text": str(e)})
        return protocol.encode(answer)

    def answer(self, request: Object) -> Fields:
        """The answer to `request`, whatever that is."""
        answer = self._answered(request)
        return self._marked({**answer, "id": request["id"]} if "id" in request else answer)

    def _marked(self, answer: Fields) -> Fields:
        """`answer`, with a mark if it is of no use since something was exhausted."""
        poisoned = answer.get("outcome") == EXHAUSTION or self._session.poisoned
        self._session.poisoned = poisoned
        return {**answer, "poisoned": True} if poisoned else answer

    def _answered(self, request: Object) -> Fields:
        try:
            _check_unicode(request)
            do = protocol.string(request, "do")
            if do not in self._do:
                raise Garbled(f"no request {do!r}: it is one of {', '.join(self._do)}")
            return self._stepped(do, request) if do in STEPS else self._do[do](request)
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

    # Steps

    def _stepped(self, do: str, request: Object) -> Fields:
        """The answer to a request that runs something, with details if they are asked for."""
        detail = _flag(request, "detail", default=self._detail)
        if detail and not self._session.knows_details:
            raise Unsupported("the interpreter alone knows details")
        self._session.sources.begin(kept=self._session.stateful)
        self._session.results = ()
        try:
            answer = self._do[do](request)
        except WasmError as e:
            answer = self._failed(do, e)
            if e.instruction is not None:
                answer |= {"instruction": e.instruction, "offset": e.offset} if detail else {}
        if detail:
            answer |= self._details(request)
        return answer

    def _details(self, request: Object) -> Fields:
        """What else there is to say of a step."""
        sources = self._session.sources
        found: Fields = {
            "allowed": [encode_pattern(allowed(value, sources)) for value in self._session.results],
            "tainted": [
                *(_told(source, earlier=True) for source in sources.earlier),
                *(_told(source, earlier=False) for source in sources.now),
            ],
        }
        instance = self._session.instances.get(protocol.string(request, "instance"))
        return found if instance is None else {**found, "digests": digests(instance)}

    # Requests

    def _hello(self, request: Object) -> Fields:
        self._detail = _flag(request, "detail", default=False)
        if self._detail and not self._session.knows_details:
            raise Unsupported("the interpreter alone knows details")
        return {
            "outcome": OK,
            "protocol": protocol.VERSION,
            "name": "refwasm",
            "version": refwasm.__version__,
            "passes": sorted(EVERYTHING),
            "text": True,
            "can": ["memory", "reset", *(["detail"] if self._session.knows_details else [])],
        }

    def _module(self, request: Object) -> Fields:
        name = protocol.string(request, "module")
        self._session.modules.pop(name, None)
        self._session.modules[name] = self._session.engine.define(_definition(request))
        return {"outcome": OK}

    def _instantiate(self, request: Object) -> Fields:
        name, module = protocol.string(request, "instance"), protocol.string(request, "module")
        if module not in self._session.modules:
            raise Undefined(f"no module {module!r}")
        self._session.instances.pop(name, None)
        instance = self._session.instances[name] = self._session.engine.instantiate(
            self._session.modules[module]
        )
        self._session.stateful = self._session.stateful or has_state(instance)
        return {"outcome": OK}

    def _register(self, request: Object) -> Fields:
        self._session.engine.register(protocol.string(request, "as"), self._instance(request))
        return {"outcome": OK}

    def _invoke(self, request: Object) -> Fields:
        name, instance = protocol.string(request, "name"), self._instance(request)
        self._session.results = self._session.engine.invoke(instance, name, _args(request))
        return {"outcome": RETURN, "values": [*map(protocol.encode_value, self._session.results)]}

    def _get(self, request: Object) -> Fields:
        name, instance = protocol.string(request, "name"), self._instance(request)
        self._session.results = (self._session.engine.get(instance, name),)
        return {"outcome": RETURN, "values": [*map(protocol.encode_value, self._session.results)]}

    def _memory(self, request: Object) -> Fields:
        name, instance = protocol.string(request, "name"), self._instance(request)
        memory = instance.exports.get(name)
        if not isinstance(memory, MemInst):
            raise Undefined(f'no exported memory "{name}"')
        answer: Fields = {"outcome": OK, **memory_digest(memory)}
        if "offset" in request or "length" in request:
            offset = protocol.natural(request, "offset")
            end = offset + protocol.natural(request, "length")
            if end > len(memory.data):
                raise Undefined(f"the memory ends at {len(memory.data)}")
            with memoryview(memory.data) as data:
                answer["bytes"] = b64encode(bytes(data[offset:end])).decode()
        return answer

    def _reset(self, request: Object) -> Fields:
        self._session = self._make()
        return {"outcome": OK}

    def _instance(self, request: Object) -> ModuleInst:
        name = protocol.string(request, "instance")
        if name not in self._session.instances:
            raise Undefined(f"no instance {name!r}")
        return self._session.instances[name]


def has_state(i: ModuleInst) -> bool:
    """Whether execution can change anything of the instance `i`."""
    return bool(i.mems or i.tables or i.datas or i.elems or any(g.type.mutable for g in i.globals))


def _told(source: Source, *, earlier: bool) -> Json:
    told = {"instruction": source.instruction, "offset": source.offset, "kind": source.kind}
    return {**told, "earlier": True} if earlier else told


def _check_unicode(request: Object) -> None:
    """Check that the strings of `request` have a form in UTF-8, as names and texts of WebAssembly are. Raises Garbled."""
    for key, found in request.items():
        try:
            if isinstance(found, str):
                found.encode()
        except UnicodeEncodeError:
            raise Garbled(f"{key!r} has half of a surrogate pair") from None


def _flag(request: Object, key: str, *, default: bool) -> bool:
    found = request.get(key, default)
    if not isinstance(found, bool):
        raise Garbled(f'"{key}" is neither true nor false')
    return found


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
