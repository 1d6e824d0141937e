"""An engine whose interface passes integers and the host's references alone, to wrap."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from refwasm.engines.wrapper import ORIGIN, Exported, Wrapper, exported, wrap
from refwasm.runtime.instances import ModuleInst
from refwasm.script.commands import BinaryModule, Const, Definition, HostConst, NullConst, NumConst
from refwasm.script.engine import Undefined
from refwasm.script.native import NativeEngine
from refwasm.script.values import Value
from refwasm.syntax import types as T
from refwasm.syntax.features import DEFAULT, Features
from refwasm.validation.modules import ValidModule


@dataclass(slots=True)
class Wrapped:
    """An instance, what it exports, and its wrapper once it was needed."""

    origin: ModuleInst
    exports: dict[str, Exported]
    wrapper: Wrapper | None
    instance: ModuleInst | None = field(default=None)


class NarrowEngine:
    """refwasm behind an interface that passes `passes`; what it cannot pass goes through wrappers."""

    texts = True

    def __init__(self, passes: Container[str], *, features: Features = DEFAULT):
        self.passes = passes
        self.inner = NativeEngine(features=features)
        self.modules: dict[int, ValidModule] = {}
        self.wrappers = 0

    def define(self, definition: Definition, *, customs: bool = False) -> ValidModule:
        return self.inner.define(definition, customs=customs)

    def instantiate(self, module: ValidModule) -> Wrapped:
        instance = self.inner.instantiate(module)
        return Wrapped(instance, exported(module.module), wrap(module.module, self.passes))

    def register(self, name: str, instance: Wrapped) -> None:
        self.inner.register(name, instance.origin)

    def invoke(self, instance: Wrapped, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        wrapper = instance.wrapper
        if wrapper is None or name not in wrapper.stand_ins:
            return self._invoke(instance.origin, name, args)
        stand_in = wrapper.stand_ins[name]
        if len(args) != len(stand_in.params):
            raise Undefined("not so many")
        return stand_in.values(self._invoke(self._wrapping(instance), name, stand_in.args(args)))

    def get(self, instance: Wrapped, name: str) -> Value:
        wrapper = instance.wrapper
        if wrapper is None or name not in wrapper.stand_ins:
            return self.inner.get(instance.origin, name)
        (value,) = wrapper.stand_ins[name].values(self._invoke(self._wrapping(instance), name, ()))
        return value

    def _wrapping(self, instance: Wrapped) -> ModuleInst:
        if instance.instance is None:
            assert instance.wrapper
            self.wrappers += 1
            self.inner.register(ORIGIN, instance.origin)
            module = self.inner.define(BinaryModule(instance.wrapper.binary))
            instance.instance = self.inner.instantiate(module)
        return instance.instance

    def _invoke(self, instance: ModuleInst, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        """Invoke, and see to it that only integers and the host's references pass."""
        for arg in args:
            assert self._crosses(arg), arg
        values = self.inner.invoke(instance, name, args)
        return tuple(self._crossed(value) for value in values)

    def _crossed(self, value: Value) -> Value:
        if self._crosses(value):
            return value
        assert "hostref" in self.passes, value
        return NullConst(T.EXTERN)  # as an interface does that knows the host's references alone

    def _crosses(self, value: Value) -> bool:
        match value:
            case NumConst(t):
                return t in (T.I32, T.I64)
            case HostConst(_, extern):
                return extern and "hostref" in self.passes
            case NullConst(heap):
                return heap is T.EXTERN and "hostref" in self.passes
            case _:
                return False

    def executed(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        """Nothing outlives the engine."""
