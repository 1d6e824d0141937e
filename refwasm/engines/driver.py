"""An engine behind a driver: its process speaks the driver protocol (`docs/driver-protocol.md`)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.engines import protocol
from refwasm.engines.dialogue import Dialogue
from refwasm.engines.protocol import Answer, Garbled, Object
from refwasm.engines.spectest import spectest_binary
from refwasm.engines.wrapper import ORIGIN, StandIn, wrap
from refwasm.errors import Invalid, Malformed
from refwasm.script.commands import (
    BinaryModule,
    Const,
    Definition,
    HostConst,
    NullConst,
    NumConst,
    QuotedModule,
    TextModule,
    VecConst,
)
from refwasm.script.engine import Undefined, Unsupported
from refwasm.script.native import check_arguments, load
from refwasm.script.values import RefValue, Value
from refwasm.syntax import types as T
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.modules import Module
from refwasm.validation.modules import ValidModule, validate_module

EVERYTHING = frozenset({"i32", "i64", "f32", "f64", "v128", "ref"})
SPECTEST = "spectest"


@dataclass(slots=True, eq=False)
class Loaded:
    """A module that the engine accepted."""

    id: str
    source: bytes  # the binary or the text, as it was sent
    binary: bool
    valid: ValidModule | None = None  # what refwasm finds in it, once somebody asked
    asked: bool = False


@dataclass(slots=True, eq=False)
class Instance:
    """An instance that the engine made."""

    id: str
    module: Loaded
    stand_ins: dict[str, StandIn] | None = None  # None: nobody asked yet
    wrapper: str = ""  # the instance of the wrapper, if there is one


@dataclass(frozen=True, slots=True)
class Digest:
    """The state of a memory: its size in pages, and the SHA-256 of its bytes in hexadecimal."""

    pages: int
    sha256: str


class DriverEngine(Dialogue):
    """The engine that the process `argv` is, with `timeout` seconds for each answer.

    `features` are those that modules are read with. `texts` is whether the engine's messages begin as scripts say.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        timeout: float = 30,
        features: Features = DEFAULT,
        texts: bool = False,
    ):
        super().__init__(argv, timeout=timeout)
        self.features = features
        self.texts = texts
        self._made = 0  # modules and instances
        self._registered: dict[str, str] = {}

    # What scripts need

    def define(self, definition: Definition, *, customs: bool = False) -> Loaded:
        if customs:
            raise Unsupported("looks at no custom sections")
        source, binary = self._source(definition)
        loaded = Loaded(self._name("m"), source, binary)
        self.check(self.ask(self._module(loaded)))
        return loaded

    def instantiate(self, module: Loaded) -> Instance:
        if SPECTEST not in self._registered and SPECTEST.encode() in module.source:
            self._provide_spectest()
        instance = Instance(self._name("i"), module)
        self.check(self.ask({"do": "instantiate", "instance": instance.id, "module": module.id}))
        return instance

    def register(self, name: str, instance: Instance) -> None:
        self.check(self.ask({"do": "register", "instance": instance.id, "as": name}))
        self._registered[name] = instance.id

    def invoke(self, instance: Instance, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        functype = self._functype(instance, name)
        if functype is None:
            return self._invoke(instance.id, name, args, None)
        check_arguments(name, args, functype)
        stand_in = self._stand_in(instance, name)
        if stand_in is None:
            return self._invoke(instance.id, name, args, functype.results)
        return stand_in.values(
            self._invoke(instance.wrapper, name, stand_in.args(args), _gives(stand_in))
        )

    def get(self, instance: Instance, name: str) -> Value:
        valid = self._valid(instance.module)
        if valid is None:
            return self._values(self.ask(self._get(instance, name)), (None,))[0]
        t = valid.exports.get(name)
        if not isinstance(t, T.GlobalType):
            raise Undefined(f'no exported global "{name}"')
        stand_in = self._stand_in(instance, name)
        if stand_in is None:
            return self._values(self.ask(self._get(instance, name)), (t.type,))[0]
        return stand_in.values(self._invoke(instance.wrapper, name, (), _gives(stand_in)))[0]

    def executed(self) -> tuple[str, ...]:
        """No driver tells."""
        return ()

    # What else there is

    def memory(self, instance: Instance, name: str) -> Digest:
        """The state of an exported memory. Raises Unsupported, Undefined."""
        answer = self.ask({"do": "memory", "instance": instance.id, "name": name})
        self.check(answer)
        try:
            pages, sha256 = (
                protocol.natural(answer.rest, "pages"),
                protocol.string(answer.rest, "sha256"),
            )
        except Garbled as e:
            self.garbled(answer, e)
        return Digest(pages, sha256.lower())

    def reset(self) -> None:
        """Forget all modules and instances; by a new process, if the driver cannot."""
        self._registered.clear()
        super().reset()

    # Modules

    def _source(self, definition: Definition) -> tuple[bytes, bool]:
        """What to send of `definition`, and whether it is a binary. Raises Malformed, Unsupported."""
        match definition:
            case BinaryModule(data):
                return data, True
            case QuotedModule(text) if self.hello.text:
                return text, False
            case QuotedModule():
                try:
                    return encode_module(load(definition, features=self.features)), True
                except Malformed:
                    raise Unsupported("reads no text") from None
            case TextModule():
                return encode_module(load(definition, features=self.features)), True

    def _module(self, loaded: Loaded) -> Object:
        """The request that defines it. Raises Unsupported."""
        if loaded.binary:
            wasm = b64encode(loaded.source).decode()
            return {"do": "module", "module": loaded.id, "wasm": wasm}
        try:
            return {"do": "module", "module": loaded.id, "text": loaded.source.decode()}
        except UnicodeDecodeError:
            raise Unsupported("the protocol passes no text that is not UTF-8") from None

    def _valid(self, loaded: Loaded) -> ValidModule | None:
        """What refwasm finds in the module, unless all passes or it finds that it is none."""
        if not loaded.asked:
            loaded.asked = True
            if not self.hello.passes >= EVERYTHING:
                try:
                    loaded.valid = validate_module(self._read(loaded), features=self.features)
                except (Malformed, Invalid):
                    loaded.valid = None
        return loaded.valid

    def _read(self, loaded: Loaded) -> Module:
        if loaded.binary:
            return decode_module(loaded.source, features=self.features)
        return load(QuotedModule(loaded.source), features=self.features)

    def _functype(self, instance: Instance, name: str) -> T.FuncType | None:
        """The type of an exported function, if types are known. Raises Undefined."""
        valid = self._valid(instance.module)
        if valid is None:
            return None
        use = valid.exports.get(name)
        if not isinstance(use, T.FuncUse):
            raise Undefined(f'no exported function "{name}"')
        assert not isinstance(use.type, int), "validation closes it"
        assert isinstance(use.type.comp, T.FuncType)
        return use.type.comp

    def _stand_in(self, instance: Instance, name: str) -> StandIn | None:
        """What to call in place of the export `name`, of a wrapper that is made when first needed."""
        if instance.stand_ins is None:
            valid = self._valid(instance.module)
            assert valid is not None
            wrapper = wrap(valid.module, self.hello.passes)
            if wrapper is not None:
                instance.wrapper = self._wrapped(instance, wrapper.binary)
            instance.stand_ins = wrapper.stand_ins if wrapper else {}
        return instance.stand_ins.get(name)

    def _wrapped(self, instance: Instance, binary: bytes) -> str:
        """A new instance of a wrapper for `instance`. Raises Unsupported."""
        loaded = Loaded(self._name("m"), binary, binary=True)
        made = self._name("i")
        answers = self.ask_all(
            {"do": "register", "instance": instance.id, "as": ORIGIN},
            self._module(loaded),
            {"do": "instantiate", "instance": made, "module": loaded.id},
        )
        if ORIGIN in self._registered:
            self.ask({"do": "register", "instance": self._registered[ORIGIN], "as": ORIGIN})
        for answer in answers:
            if answer.outcome != protocol.OK:
                why = f"{answer.outcome}: {answer.text}"
                raise Unsupported(f"takes no wrapper for values that its interface lacks: {why}")
        return made

    def _provide_spectest(self) -> None:
        """Instantiate and register the module, the smaller one if the engine refuses the whole."""
        whole, on = self.features.on, self.features.on - {"memory64"}
        for features in (whole, on):
            loaded = Loaded(self._name("m"), spectest_binary(features), binary=True)
            made = self._name("i")
            answers = self.ask_all(
                self._module(loaded),
                {"do": "instantiate", "instance": made, "module": loaded.id},
                {"do": "register", "instance": made, "as": SPECTEST},
            )
            if all(answer.outcome == protocol.OK for answer in answers):
                break
        self._registered[SPECTEST] = made

    # Requests

    def _name(self, kind: str) -> str:
        self._made += 1
        return f"{kind}{self._made}"

    def _get(self, instance: Instance, name: str) -> Object:
        return {"do": "get", "instance": instance.id, "name": name}

    def _invoke(
        self,
        instance: str,
        name: str,
        args: Sequence[Const],
        results: Sequence[T.ValType | None] | None,
    ) -> tuple[Value, ...]:
        encoded = [protocol.encode_value(arg) for arg in args]
        answer = self.ask({"do": "invoke", "instance": instance, "name": name, "args": encoded})
        return self._values(answer, results)

    def _values(
        self, answer: Answer, types: Sequence[T.ValType | None] | None
    ) -> tuple[Value, ...]:
        """The values of the answer, which must be of `types` as far as these are known."""
        self.check(answer)
        try:
            values = protocol.values(answer.rest)
            if types is not None and len(values) != len(types):
                raise Garbled(f"{len(values)} values instead of {len(types)}")
            for value, t in zip(values, types or (), strict=False):
                if t is not None and not _is_of(value, t):
                    raise Garbled(f"a value that is no {t}")
        except Garbled as e:
            self.garbled(answer, e)
        return values


def _gives(stand_in: StandIn) -> Sequence[T.ValType | None]:
    """The types of the results of a stand-in; None for a reference, of which not all is said."""
    gives = [t for way in stand_in.results for t in way.gives]
    return [None if isinstance(t, T.RefType) else t for t in gives]


def _is_of(value: Value, t: T.ValType) -> bool:
    """Whether `value` is one of type `t`, as far as what is known of a reference tells."""
    match value:
        case NumConst(t1):
            return t1 is t
        case VecConst():
            return t is T.V128
        case NullConst():
            return isinstance(t, T.RefType) and t.null
        case HostConst() | RefValue():
            return isinstance(t, T.RefType)
