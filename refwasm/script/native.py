"""refwasm as the engine that runs a script, in this process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from refwasm.binary.decode_module import decode_module
from refwasm.compile.tiers import TIERS
from refwasm.customs.registry import check_customs, refuse_faults
from refwasm.errors import Malformed
from refwasm.interpret.machine import Interpreter
from refwasm.numerics.floats import bits_of_float, float_of_bits
from refwasm.runtime import values as V
from refwasm.runtime.aggregates import ArrayInst, StructInst
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.instances import (
    ExternVal,
    FuncInst,
    GlobalInst,
    HostFunc,
    ModuleInst,
    Store,
    WasmFunc,
)
from refwasm.runtime.instantiate import instantiate, link
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
from refwasm.script.engine import Undefined
from refwasm.script.spectest import spectest
from refwasm.script.values import RefValue, Value, show
from refwasm.syntax import types as T
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.modules import Module
from refwasm.syntax.wording import in_words_of
from refwasm.text.lexer import decode_source
from refwasm.text.parse_module import parse_module
from refwasm.validation.matching import top_of
from refwasm.validation.modules import ValidModule, validate_module


def load(definition: Definition, *, features: Features = DEFAULT) -> Module:
    """The module that `definition` holds. Raises Malformed."""
    match definition:
        case TextModule(module):
            if isinstance(module, Malformed):
                raise module
            return module
        case BinaryModule(data):
            return decode_module(data, features=features)
        case QuotedModule(text):
            with in_words_of(features):
                return parse_module(decode_source(text), features=features)


def define(
    definition: Definition, *, customs: bool = False, features: Features = DEFAULT
) -> ValidModule:
    """The valid module that `definition` holds; `customs` also checks what it knows of those.

    Raises Malformed, Invalid.
    """
    module = load(definition, features=features)
    if customs:
        refuse_faults(module)
    valid = validate_module(module, features=features)
    if customs:
        check_customs(module)
    return valid


class NativeEngine:
    """A store of its own, the instances registered in it, and the tier that executes.

    With `trace`, the interpreter executes and `executed` tells what ran; else `tier` says which does.
    Each invocation has `fuel` units and `deadline` seconds.
    """

    texts = True

    def __init__(
        self,
        *,
        trace: bool = False,
        tier: str = "interpret",
        fuel: int | None = None,
        deadline: float | None = None,
        features: Features = DEFAULT,
    ):
        self.features = features
        make = partial(Interpreter, trace=True) if trace else TIERS[tier]
        self.tier = make(fuel=fuel, deadline=deadline)
        self.store = Store()
        self.registry: dict[str, dict[str, ExternVal]] = {"spectest": spectest(self.store)}

    def define(self, definition: Definition, *, customs: bool = False) -> ValidModule:
        return define(definition, customs=customs, features=self.features)

    def instantiate(self, module: ValidModule) -> ModuleInst:
        return instantiate(self.store, module, link(module, self.registry), self.tier)

    def register(self, name: str, instance: ModuleInst) -> None:
        self.registry[name] = instance.exports

    def invoke(self, instance: ModuleInst, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        func = instance.exports.get(name)
        if not isinstance(func, FuncInst):
            raise Undefined(f'no exported function "{name}"')
        functype = func.type.comp
        assert isinstance(functype, T.FuncType)
        check_arguments(name, args, functype)
        results = self.tier.invoke(func, [to_native(arg) for arg in args])
        return tuple(map(from_native, results, functype.results))

    def get(self, instance: ModuleInst, name: str) -> Value:
        item = instance.exports.get(name)
        if not isinstance(item, GlobalInst):
            raise Undefined(f'no exported global "{name}"')
        return from_native(item.value, item.type.type)

    def executed(self) -> tuple[str, ...]:
        return self.tier.executed()

    def close(self) -> None:
        """Nothing outlives the engine."""


def takes(n: int) -> str:
    """That a function has `n` parameters, in words."""
    return f"takes {n} argument{'' if n == 1 else 's'}"


def check_arguments(name: str, args: Sequence[Const], functype: T.FuncType) -> None:
    """Raise Undefined if the function `name`, of type `functype`, does not admit `args`."""
    if len(args) != len(functype.params):
        raise Undefined(f'"{name}" {takes(len(functype.params))}, not {len(args)}')
    for arg, t in zip(args, functype.params, strict=True):
        _check_argument(arg, t)


def _check_argument(arg: Const, t: T.ValType) -> None:
    """Refuse an argument that the parameter type `t` does not admit."""
    match arg:
        case NumConst(t1):
            fits = t is t1
        case VecConst():
            fits = t is T.V128
        case NullConst(heap):
            fits = isinstance(t, T.RefType) and t.null and _below_one_top(heap, t.heap)
        case HostConst(_, extern):
            fits = isinstance(t, T.RefType) and t.heap is (T.EXTERN if extern else T.ANY)
    if not fits:
        raise Undefined(f"wrong type of argument: {show(arg)} for a parameter {t}")


def _below_one_top(ht: T.HeapType | None, of: T.HeapType) -> bool:
    """Whether a null of `ht` is one of `of`; an index, which means nothing outside a module, may be any type."""
    return not isinstance(ht, T.AbsHeapType) or top_of(ht) is top_of(of)


def to_native(const: Const) -> V.Value:
    """The runtime's value for `const`."""
    match const:
        case NumConst(t, bits):
            return bits if t in (T.I32, T.I64) else float_of_bits(t.bits, bits)
        case VecConst(bits):
            return bits
        case NullConst():
            return None
        case HostConst(n):
            return V.HostRef(n)


def from_native(value: V.Value, t: T.ValType) -> Value:
    """What a script sees of the runtime's `value` of type `t`."""
    match t:
        case T.NumType():
            return NumConst(t, bits_of_float(t.bits, value) if t.name[0] == "f" else value)  # type: ignore[arg-type]  # as t says
        case T.VecType():
            return VecConst(value)  # type: ignore[arg-type]  # as t says
        case T.RefType(heap=heap):
            return _reference(value, heap)
        case T.BotType():
            raise AssertionError("no value has the bottom type")


def _reference(value: V.Value, heap: T.HeapType) -> Value:
    """What a script sees of a reference whose static heap type is `heap`."""
    if value is None:
        return NullConst(heap if isinstance(heap, T.AbsHeapType) else None)
    if isinstance(value, V.HostRef) and isinstance(value.value, int):
        return HostConst(value.value, extern=heap is T.EXTERN)
    if heap is T.EXTERN:
        return RefValue(T.EXTERN)
    match value:
        case V.I31():
            return RefValue(T.I31)
        case StructInst():
            return RefValue(T.STRUCT)
        case ArrayInst():
            return RefValue(T.ARRAY)
        case WasmFunc() | HostFunc():
            return RefValue(T.FUNC)
        case ExnInst():
            return RefValue(T.EXN)
        case _:
            return RefValue(T.ANY)


def compiled(*, features: Features = DEFAULT) -> NativeEngine:
    """The engine of the fast tier."""
    return NativeEngine(tier="compile", features=features)


def automatic(*, features: Features = DEFAULT) -> NativeEngine:
    """The engine that compiles what is worth it."""
    return NativeEngine(tier="auto", features=features)
