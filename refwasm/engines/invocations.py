"""Engines that do one invocation by a command line: what of a script can be asked of them.

Every invocation is a process of its own, with a fresh instance. So the module must import nothing, nothing
may have happened to the instance before, and arguments and results must be numbers.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import NoReturn

from refwasm.binary.encode_module import encode_module
from refwasm.engines.adapter import Absent, Adapter, AdapterError, texts
from refwasm.engines.batch import Output, run
from refwasm.engines.process import EngineDied, EngineGarbled, EngineHung
from refwasm.errors import Exhaustion, Malformed, Refused, Trap, UncaughtException, WasmError
from refwasm.numerics.floats import float_of_bits
from refwasm.script.commands import BinaryModule, Const, Definition, NumConst
from refwasm.script.engine import Undefined, Unsupported
from refwasm.script.native import load
from refwasm.script.values import Value
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.modules import Module
from refwasm.syntax.types import I32, I64, ExternType, FuncType, FuncUse, NumType, ValType
from refwasm.text.numbers import float_bits, integer_bits
from refwasm.validation.modules import validate_module

VALIDATE = "compute_validate_argv"

# What engines print.
INTEGER = re.compile(r"-?[0-9]+")
DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?")
INFINITY = re.compile(r"([+-]?)(?i:inf|infinity)")
NAN = re.compile(r"[+-]?(?i:nan)(\W.*)?")
EXHAUSTED = re.compile("stack (exhausted|overflow)", re.IGNORECASE)
THROWN = re.compile("uncaught exception", re.IGNORECASE)


@dataclass(slots=True)
class Defined:
    """A module that the engine accepts, as far as it can be asked; `why` it cannot be run, if so."""

    path: str
    module: Module | None
    exports: Mapping[str, ExternType]
    why: str = ""


@dataclass(slots=True)
class Fresh:
    """What stands for an instance; `used` once an action may have changed it."""

    defined: Defined
    used: bool = False


class InvocationEngine:
    """Runs commands by the command line of `adapter`; each process has `timeout` seconds."""

    texts = False

    def __init__(self, adapter: Adapter, *, timeout: float, features: Features = DEFAULT):
        self.adapter = adapter
        self.timeout = timeout
        self.features = features
        self.folder = tempfile.TemporaryDirectory(prefix="refwasm-modules-")
        self.number = 0

    def define(self, definition: Definition, *, customs: bool = False) -> Defined:
        if customs:
            raise Unsupported("custom sections cannot be asked for")
        data = self.binary(definition)
        path = Path(self.folder.name, f"m{self.number}.wasm")
        self.number += 1
        path.write_bytes(data)
        asked = hasattr(self.adapter.module, VALIDATE)
        if asked:
            self.validate(str(path))
        try:
            module = load(BinaryModule(data), features=self.features)
            exports = validate_module(module, features=self.features).exports
        except WasmError as e:
            if not asked:
                raise Unsupported("no command validates modules") from e
            return Defined(str(path), None, {}, f"refwasm refuses the module: {e}")
        why = "a command line gives no imports" if module.imports else ""
        return Defined(str(path), module, exports, why)

    def binary(self, definition: Definition) -> bytes:
        """The bytes of `definition`, which refwasm must be able to read unless they are given."""
        if isinstance(definition, BinaryModule):
            return definition.data
        try:
            return encode_module(load(definition, features=self.features))
        except Malformed as e:
            raise Unsupported("reads no text") from e

    def validate(self, path: str) -> None:
        """Ask the engine whether the module at `path` is one. Raises Refused."""
        output = self.finished(self.adapter.argv(VALIDATE, path))
        if output.code:
            raise Refused(output.evidence())

    def instantiate(self, module: Defined) -> Fresh:
        if module.module and module.module.start:
            module.why = module.why or "the start function cannot be observed"
        return Fresh(module)

    def register(self, name: str, instance: Fresh) -> None:
        """Nothing imports from it: modules with imports are not run."""

    def invoke(self, instance: Fresh, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        if instance.defined.why:
            raise Unsupported(instance.defined.why)
        if instance.used:
            raise Unsupported("a process does not know what happened before")
        types = results_of(instance.defined.exports, name)
        if "\0" in name:
            raise Unsupported("a command line has no place for U+0000")
        words = [word_of(arg) for arg in args]
        instance.used = has_state(instance.defined.module)
        argv = self.adapter.argv("compute_argv", instance.defined.path, words, name)
        output = self.finished(argv)
        if output.code:
            raise failure(output)
        found = self.results(output)
        if len(found) != len(types):
            raise EngineGarbled(f"{len(types)} results expected; {output.evidence()}")
        try:
            return tuple(map(value_of, found, types))
        except ValueError as e:
            raise EngineGarbled(f"no number: {e}") from e

    def results(self, output: Output) -> list[str]:
        """The results as words. Raises EngineGarbled where the adapter cannot read them."""
        if not hasattr(self.adapter.module, "read_results"):
            return output.stdout.split()
        try:
            found = self.adapter.ask("read_results", texts, output.stdout)
            return [word.strip() for word in found]
        except (AdapterError, Absent, OSError) as e:
            raise EngineGarbled(f"{e}; {output.evidence()}") from e

    def get(self, instance: Fresh, name: str) -> NoReturn:
        raise Unsupported("a command line reads no globals")

    def finished(self, argv: Sequence[str]) -> Output:
        """What the command `argv` says. Raises Broken."""
        output = run(argv, timeout=self.timeout)
        if output.code is None:
            raise EngineHung(output.evidence())
        if output.died:
            raise EngineDied(output.evidence())
        return output

    def executed(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        self.folder.cleanup()


def failure(output: Output) -> WasmError:
    """How an invocation failed, by what its process said: a trap, unless that says something else."""
    evidence = output.evidence()
    if EXHAUSTED.search(output.stderr):
        return Exhaustion(evidence)
    if not THROWN.search(output.stderr):
        return Trap(evidence)
    thrown: WasmError = UncaughtException(None)
    thrown.message = evidence
    return thrown


def has_state(module: Module | None) -> bool:
    """Whether an action may change what a later one sees."""
    return module is None or bool(module.mems or module.tables or module.globals)


def results_of(exports: Mapping[str, ExternType], name: str) -> tuple[NumType, ...]:
    """The types of the results of the exported function `name`, all numbers."""
    item = exports.get(name)
    if not isinstance(item, FuncUse) or not isinstance(item.type, DefType):
        raise Undefined(f'no exported function "{name}"')
    comp = item.type.comp
    assert isinstance(comp, FuncType), "functions have the types of functions"
    return tuple(map(_number, comp.results))


def _number(t: ValType) -> NumType:
    if not isinstance(t, NumType):
        raise Unsupported(f"a command line prints no {t}")
    return t


def word_of(arg: Const) -> str:
    """`arg` as a word of a command line: signed integers, floats in decimals that are exact."""
    if not isinstance(arg, NumConst):
        raise Unsupported("a command line takes numbers alone")
    if arg.t in (I32, I64):
        return f"{arg.bits - (arg.bits >> arg.t.bits - 1 << arg.t.bits)}"
    number = float_of_bits(arg.t.bits, arg.bits)
    if isnan(number):
        raise Unsupported("a command line takes no bits of a NaN")
    return repr(number)


def value_of(word: str, t: NumType) -> NumConst:
    """The number of type `t` that an engine printed as `word`, an integer signed or not. Raises ValueError."""
    if t in (I32, I64):
        bits = integer_bits(word, t.bits) if INTEGER.fullmatch(word) else None
    elif NAN.fullmatch(word):
        raise Unsupported("a command line prints no bits of a NaN")
    elif found := INFINITY.fullmatch(word):
        bits = float_bits(f"{found[1]}inf", t.bits)
    else:
        bits = float_bits(word, t.bits) if DECIMAL.fullmatch(word) else None
    if bits is None:
        raise ValueError(f"{word!r} is no {t}")
    return NumConst(t, bits)
