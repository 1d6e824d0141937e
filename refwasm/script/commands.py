"""Scripts as data: the commands of a `.wast` file (chapter "Scripts" of the interpreter's manual)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from refwasm.errors import Malformed
from refwasm.syntax.modules import Module
from refwasm.syntax.types import HeapType, NumType

# Constants


@dataclass(frozen=True, slots=True)
class NumConst:
    """A number of type `t`, as its unsigned bit pattern."""

    t: NumType
    bits: int


@dataclass(frozen=True, slots=True)
class VecConst:
    """A vector, as its unsigned bit pattern."""

    bits: int


@dataclass(frozen=True, slots=True)
class NullConst:
    """`(ref.null ht)`; as a pattern without a type, any null."""

    heap: HeapType | None


@dataclass(frozen=True, slots=True)
class HostConst:
    """`(ref.extern n)`, or `(ref.host n)` where `extern` is false: the host's value number `n`."""

    n: int
    extern: bool


Const: TypeAlias = NumConst | VecConst | NullConst | HostConst

# Patterns of results


@dataclass(frozen=True, slots=True)
class NanPattern:
    """Any canonical NaN, or any arithmetic one, of type `t`; None is the type that the result has."""

    t: NumType | None
    canonical: bool


@dataclass(frozen=True, slots=True)
class LanesPattern:
    """A vector by lanes of `shape` (such as "f32x4"), each a constant, a NaN pattern, or any (None)."""

    shape: str
    lanes: tuple[int | NanPattern | None, ...]  # ints are bit patterns of the lane's width


@dataclass(frozen=True, slots=True)
class RefPattern:
    """Any reference, not null, that belongs to `heap`: `(ref.func)`, `(ref.struct)`, ..."""

    heap: HeapType


@dataclass(frozen=True, slots=True)
class Either:
    """Any of `options`."""

    options: tuple[Pattern, ...]


Pattern: TypeAlias = Const | NanPattern | LanesPattern | RefPattern | Either

# Modules. What a definition quotes is read when it is run, so that its errors are its own.


@dataclass(frozen=True, slots=True)
class TextModule:
    """`(module ...)`, already parsed; or, if that failed, the error it failed with."""

    module: Module | Malformed


@dataclass(frozen=True, slots=True)
class BinaryModule:
    data: bytes


@dataclass(frozen=True, slots=True)
class QuotedModule:
    """The text of `(module quote ...)`: the bytes between the quotes, joined."""

    text: bytes


Definition: TypeAlias = TextModule | BinaryModule | QuotedModule

# Actions


@dataclass(frozen=True, slots=True)
class Invoke:
    module: str | None  # identifier, without `$`; None is the current instance
    name: str
    args: tuple[Const, ...]


@dataclass(frozen=True, slots=True)
class Get:
    module: str | None
    name: str


Action: TypeAlias = Invoke | Get

# Commands. All carry `offset`, in characters, and `keyword`, the directive as the report names it.


@dataclass(frozen=True, slots=True)
class ModuleCommand:
    """Defines a module and, unless `definition_only`, makes an instance of it.

    A script may be the fields of a module alone; then `phrases` is how many there are, which is what a
    count of the script's top-level phrases counts.
    """

    keyword = "module"
    offset: int
    name: str | None
    definition: Definition
    definition_only: bool
    phrases: int = 1


@dataclass(frozen=True, slots=True)
class InstanceCommand:
    """`(module instance $name $module)`: another instance of a module defined before."""

    keyword = "instance"
    offset: int
    name: str | None
    module: str | None


@dataclass(frozen=True, slots=True)
class Register:
    keyword = "register"
    offset: int
    name: str
    module: str | None


@dataclass(frozen=True, slots=True)
class ActionCommand:
    """An action outside an assertion: it must return."""

    keyword = "action"
    offset: int
    action: Action


@dataclass(frozen=True, slots=True)
class AssertReturn:
    keyword = "assert_return"
    offset: int
    action: Action
    results: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class AssertFails:
    """`assert_trap`, `assert_exhaustion` or `assert_exception` (without a text) of an action."""

    offset: int
    keyword: str
    action: Action
    text: str


@dataclass(frozen=True, slots=True)
class AssertModule:
    """An assertion that a module is refused.

    `keyword`: assert_malformed, assert_invalid, assert_malformed_custom, assert_invalid_custom,
    assert_unlinkable, or assert_trap (instantiation traps). `instance` names a module defined before
    (`(assert_trap (module instance ...))`), else `definition` holds it.
    """

    offset: int
    keyword: str
    definition: Definition | None
    instance: InstanceCommand | None
    text: str


Command: TypeAlias = (
    ModuleCommand | InstanceCommand | Register | ActionCommand
    | AssertReturn | AssertFails | AssertModule
)  # fmt: skip
