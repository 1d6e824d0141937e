"""Modules (section "Modules"). Equality disregards places and names, which carry no meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from refwasm.errors import Malformed
from refwasm.syntax.instructions import Expr
from refwasm.syntax.names import Names
from refwasm.syntax.types import (
    ExternType,
    GlobalType,
    MemType,
    RecType,
    RefType,
    TableType,
    TagType,
    ValType,
)

# Of everything with an `offset`: where its definition begins, in bytes or characters.


class Kind(Enum):
    """The sort of an external item; values are the binary's codes."""

    FUNC = 0
    TABLE = 1
    MEMORY = 2
    GLOBAL = 3
    TAG = 4


# The index space of each sort, as the fields of modules, of contexts and of instances are called.
SPACES = {
    Kind.FUNC: "funcs",
    Kind.TABLE: "tables",
    Kind.MEMORY: "mems",
    Kind.GLOBAL: "globals",
    Kind.TAG: "tags",
}


@dataclass(slots=True)
class Import:
    """`item` of `module`, of external type `type` (indices refer to the importing module)."""

    module: str
    item: str
    type: ExternType
    offset: int = field(default=0, compare=False)


@dataclass(slots=True)
class Tag:
    type: TagType
    offset: int = field(default=0, compare=False)


@dataclass(slots=True)
class Global:
    type: GlobalType
    init: Expr
    offset: int = field(default=0, compare=False)


@dataclass(slots=True)
class Memory:
    type: MemType
    offset: int = field(default=0, compare=False)


@dataclass(slots=True)
class Table:
    """A table whose elements begin as the value of `init`; None stands for a null of its type."""

    type: TableType
    init: Expr | None
    offset: int = field(default=0, compare=False)


@dataclass(slots=True)
class Func:
    """A function of type index `type`; `locals` are runs (count, type) after the parameters."""

    type: int
    locals: tuple[tuple[int, ValType], ...]
    body: Expr
    offset: int = field(default=0, compare=False)


@dataclass(slots=True)
class Active:
    """Copied into memory or table `x` at the offset that `at` computes, during instantiation."""

    x: int
    at: Expr


class Mode(Enum):
    """The modes of a segment that is not active."""

    PASSIVE = "passive"
    DECLARATIVE = "declare"


SegmentMode: TypeAlias = Active | Mode


@dataclass(slots=True)
class Data:
    init: bytes
    mode: SegmentMode
    offset: int = field(default=0, compare=False)
    form: int | None = field(default=None, compare=False)  # flags the binary used, if it was one


@dataclass(slots=True)
class Elem:
    type: RefType
    init: tuple[Expr, ...]
    mode: SegmentMode
    offset: int = field(default=0, compare=False)
    form: int | None = field(default=None, compare=False)  # flags the binary used, if it was one


@dataclass(slots=True)
class Start:
    func: int
    offset: int = field(default=0, compare=False)


@dataclass(slots=True)
class Export:
    name: str
    kind: Kind
    index: int
    offset: int = field(default=0, compare=False)


class Content:
    """What a custom section says, where its bytes depend on how the rest is encoded.

    The kinds of sections that have such contents (`customs/kind_*.py`) define subclasses.
    """

    __slots__ = ()


@dataclass(slots=True)
class Custom:
    """A custom section: its contents, and after which section it stands (0 is before all).

    `after` counts the binary's section ids in their prescribed order, see `binary/sections.py`.
    """

    name: str
    data: bytes | Content
    after: int = field(compare=False)
    offset: int = field(default=0, compare=False)


@dataclass(slots=True)
class Module:
    """A module; each index space holds the imports of its kind first, in order."""

    types: tuple[RecType, ...] = ()
    imports: tuple[Import, ...] = ()
    tags: tuple[Tag, ...] = ()
    globals: tuple[Global, ...] = ()
    mems: tuple[Memory, ...] = ()
    tables: tuple[Table, ...] = ()
    funcs: tuple[Func, ...] = ()
    datas: tuple[Data, ...] = ()
    elems: tuple[Elem, ...] = ()
    start: Start | None = None
    exports: tuple[Export, ...] = ()
    customs: tuple[Custom, ...] = ()
    names: Names = field(default_factory=Names, compare=False)
    data_count: bool = field(default=False, compare=False)  # the binary had that section
    empty: tuple[int, ...] = field(default=(), compare=False)  # ids of sections without entries
    # What is wrong with custom sections and annotations, which nobody has to look at.
    faults: tuple[Malformed, ...] = field(default=(), compare=False)
