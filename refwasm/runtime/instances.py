"""The store's contents: instances, each an object of its own (section "Runtime Structure").

An address of the standard is the Python object here, so equality of instances is identity, and what
nobody refers to any more is freed. No instance is held by anything but its users.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from refwasm.runtime.buffers import Buffer
from refwasm.runtime.values import Ref, Value
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.names import Names
from refwasm.syntax.types import GlobalType, MemType, RefType, TableType
from refwasm.validation.code import Code

PAGE = 65536  # bytes


@dataclass(slots=True, eq=False)
class Store:
    """The limits that hold for the instances allocated in it.  Spec: syntax-store"""

    max_memory: int | None = None  # bytes that any one memory may have
    max_table: int = 10_000_000  # elements that any one table may have; as in web browsers


@dataclass(slots=True, eq=False, repr=False)
class MemInst:
    """A memory; the minimum of its type is its size in pages.  Spec: syntax-meminst"""

    type: MemType
    data: Buffer  # replaced when the memory grows
    most: int  # pages that it may grow to, by its type, its address type and the store's limit


@dataclass(slots=True, eq=False, repr=False)
class TableInst:
    """A table; the minimum of its type is its size in elements.  Spec: syntax-tableinst

    All elements from `len(elems)` on are `rest`, so what was never written takes no space.
    """

    type: TableType
    elems: list[Ref]
    size: int
    rest: Ref
    most: int  # elements that it may grow to, by its type, its address type and the store's limit


@dataclass(slots=True, eq=False, repr=False)
class GlobalInst:
    """A global.  Spec: syntax-globalinst"""

    type: GlobalType
    value: Value


@dataclass(slots=True, eq=False, repr=False)
class TagInst:
    """A tag; two tags of one type are different.  Spec: syntax-taginst"""

    type: DefType


@dataclass(slots=True, eq=False, repr=False)
class ElemInst:
    """An element segment, empty once dropped.  Spec: syntax-eleminst"""

    type: RefType
    refs: list[Ref]


@dataclass(slots=True, eq=False, repr=False)
class DataInst:
    """A data segment, empty once dropped.  Spec: syntax-datainst"""

    data: bytes


@dataclass(slots=True, eq=False, repr=False)
class WasmFunc:
    """A function defined in a module.  Spec: syntax-funcinst"""

    type: DefType
    module: ModuleInst
    code: Code
    prepared: object | None = None  # what a tier makes of `code` at the first call
    index: int = -1  # among the functions of `module`


@dataclass(slots=True, weakref_slot=True, eq=False, repr=False)
class HostFunc:
    """A function of the host's; None as its result stands for no values.  Spec: syntax-hostfunc"""

    type: DefType
    call: Callable[[Sequence[Value]], Sequence[Value] | None]
    prepared: None = None  # a tier makes nothing of it, and need not ask whose function it calls


FuncInst: TypeAlias = WasmFunc | HostFunc
ExternVal: TypeAlias = FuncInst | TableInst | MemInst | GlobalInst | TagInst


@dataclass(slots=True, eq=False, repr=False)
class ModuleInst:
    """An instance of a module: what its indices stand for.  Spec: syntax-moduleinst"""

    types: list[DefType] = field(default_factory=list)
    funcs: list[FuncInst] = field(default_factory=list)
    tables: list[TableInst] = field(default_factory=list)
    mems: list[MemInst] = field(default_factory=list)
    globals: list[GlobalInst] = field(default_factory=list)
    tags: list[TagInst] = field(default_factory=list)
    elems: list[ElemInst] = field(default_factory=list)
    datas: list[DataInst] = field(default_factory=list)
    exports: dict[str, ExternVal] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    prepared: object = None  # what a tier keeps for it
