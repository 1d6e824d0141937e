"""Types of WebAssembly 3.0 (section "Types"), as a module writes them and as validation closes them.

A heap type names a defined type in one of two ways: by an index into the module's types (syntax),
or by the `DefType` itself (closed, after validation; see `syntax/deftypes.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from refwasm.syntax.deftypes import DefType


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """A type that is one object, compared by identity: the constant below that is called like it."""

    name: str

    def __str__(self) -> str:
        return self.name

    def __reduce__(self) -> str:
        return self.name.upper()


@dataclass(frozen=True, slots=True, eq=False)
class NumType(_Named):
    """A number type; `bits` is its width N."""

    bits: int


@dataclass(frozen=True, slots=True, eq=False)
class VecType(_Named):
    """The vector type; `bits` is its width."""

    bits: int


@dataclass(frozen=True, slots=True, eq=False)
class PackedType(_Named):
    """A packed type, the storage of a field narrower than a value; `bits` is its width."""

    bits: int


class AbsHeapType(_Named):
    """An abstract heap type."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class BotType:
    """The bottom of all value types: what the stack yields in unreachable code."""

    def __str__(self) -> str:
        return "bot"

    def __reduce__(self) -> str:
        return "BOT"


I32 = NumType("i32", 32)
I64 = NumType("i64", 64)
F32 = NumType("f32", 32)
F64 = NumType("f64", 64)
V128 = VecType("v128", 128)
I8 = PackedType("i8", 8)
I16 = PackedType("i16", 16)
BOT = BotType()

ANY = AbsHeapType("any")
EQ = AbsHeapType("eq")
I31 = AbsHeapType("i31")
STRUCT = AbsHeapType("struct")
ARRAY = AbsHeapType("array")
NONE = AbsHeapType("none")
FUNC = AbsHeapType("func")
NOFUNC = AbsHeapType("nofunc")
EXN = AbsHeapType("exn")
NOEXN = AbsHeapType("noexn")
EXTERN = AbsHeapType("extern")
NOEXTERN = AbsHeapType("noextern")
BOTHEAP = AbsHeapType("botheap")  # below every heap type; only validation makes it

HeapType: TypeAlias = "AbsHeapType | int | DefType"


@dataclass(frozen=True, slots=True)
class RefType:
    """A reference to `heap`, which may be null if `null`."""

    null: bool
    heap: HeapType

    def __str__(self) -> str:
        if self.null and isinstance(self.heap, AbsHeapType):
            return SHORTHAND.get(self.heap.name, f"(ref null {self.heap})")
        return f"(ref null {self.heap})" if self.null else f"(ref {self.heap})"


# The abbreviations that the text format has for nullable abstract references.
SHORTHAND = {
    "any": "anyref",
    "eq": "eqref",
    "i31": "i31ref",
    "struct": "structref",
    "array": "arrayref",
    "none": "nullref",
    "func": "funcref",
    "nofunc": "nullfuncref",
    "exn": "exnref",
    "noexn": "nullexnref",
    "extern": "externref",
    "noextern": "nullexternref",
}

FUNCREF = RefType(True, FUNC)
EXTERNREF = RefType(True, EXTERN)
EXNREF = RefType(True, EXN)
ANYREF = RefType(True, ANY)
EQREF = RefType(True, EQ)
I31REF = RefType(True, I31)
STRUCTREF = RefType(True, STRUCT)
ARRAYREF = RefType(True, ARRAY)

NUMVECS = frozenset((I32, I64, F32, F64, V128))  # the types that name no other

ValType: TypeAlias = NumType | VecType | RefType | BotType
StorageType: TypeAlias = ValType | PackedType
ResultType: TypeAlias = tuple[ValType, ...]


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field of a structure, or the elements of an array."""

    mutable: bool
    storage: StorageType

    def __str__(self) -> str:
        return f"(mut {self.storage})" if self.mutable else f"{self.storage}"


@dataclass(frozen=True, slots=True)
class FuncType:
    """A function from `params` to `results`."""

    params: ResultType
    results: ResultType

    def __str__(self) -> str:
        return f"{result_type(self.params)} -> {result_type(self.results)}"


@dataclass(frozen=True, slots=True)
class StructType:
    """A structure of `fields`."""

    fields: tuple[FieldType, ...]

    def __str__(self) -> str:
        return "(struct" + "".join(f" (field {f})" for f in self.fields) + ")"


@dataclass(frozen=True, slots=True)
class ArrayType:
    """An array of elements of one field type."""

    field: FieldType

    def __str__(self) -> str:
        return f"(array {self.field})"


CompType: TypeAlias = FuncType | StructType | ArrayType


@dataclass(frozen=True, slots=True)
class SubType:
    """A composite type with its declared supertypes; a final one has no subtypes."""

    final: bool
    supers: tuple[int, ...]  # type indices; validation allows at most one
    comp: CompType


@dataclass(frozen=True, slots=True)
class RecType:
    """A recursion group: its members may refer to each other, by module type index.

    `offset` is where its definition begins, in bytes or characters.
    """

    subtypes: tuple[SubType, ...]
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Limits:
    """A range of sizes, in pages or elements as the type that holds it says; no `max` is no bound."""

    min: int
    max: int | None

    def __str__(self) -> str:
        return f"{self.min}" if self.max is None else f"{self.min} {self.max}"


@dataclass(frozen=True, slots=True)
class MemType:
    """A memory, addressed by `addr` (i32 or i64), `limits` in pages of 65536 bytes."""

    addr: NumType
    limits: Limits

    def __str__(self) -> str:
        return f"{'i64 ' if self.addr is I64 else ''}{self.limits}"


@dataclass(frozen=True, slots=True)
class TableType:
    """A table of references `elem`, addressed by `addr` (i32 or i64), `limits` in elements."""

    addr: NumType
    limits: Limits
    elem: RefType

    def __str__(self) -> str:
        return f"{'i64 ' if self.addr is I64 else ''}{self.limits} {self.elem}"


@dataclass(frozen=True, slots=True)
class GlobalType:
    """A global of type `type`, which instructions may write if `mutable`."""

    mutable: bool
    type: ValType

    def __str__(self) -> str:
        return f"(mut {self.type})" if self.mutable else f"{self.type}"


@dataclass(frozen=True, slots=True)
class TagType:
    """A tag, whose function type (an index, or the closed type) gives the exception's values."""

    type: int | DefType

    def __str__(self) -> str:
        return f"{self.type}"


@dataclass(frozen=True, slots=True)
class FuncUse:
    """The type of an imported function: an index, or the closed type."""

    type: int | DefType

    def __str__(self) -> str:
        return f"{self.type}"


ExternType: TypeAlias = FuncUse | TableType | MemType | GlobalType | TagType


def result_type(ts: ResultType) -> str:
    """A sequence of types as messages print it: `[i32 f64]`."""
    return "[" + " ".join(map(str, ts)) + "]"
