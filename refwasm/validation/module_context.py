"""The module's part of the context in which instructions are valid (section "Contexts").

Of everything here, the types are closed: no index is left in them. Premises of the table call these
methods through `validation/context.py`; those that fail raise `Invalid`.
"""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.errors import Invalid, require
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.features import DEFAULT, Features, lacking
from refwasm.syntax.instructions import BlockType, MemArg
from refwasm.syntax.types import (
    FUNCREF,
    ArrayType,
    FieldType,
    FuncType,
    GlobalType,
    HeapType,
    MemType,
    NumType,
    PackedType,
    RefType,
    ResultType,
    StorageType,
    StructType,
    TableType,
    ValType,
)
from refwasm.validation.matching import match_reftype, match_storagetype
from refwasm.validation.messages import text
from refwasm.validation.runs import Items, items
from refwasm.validation.types import defaultable


class ModuleContext:
    """The index spaces, and the functions that the module declares as references."""

    def __init__(self, features: Features = DEFAULT) -> None:
        self.features = features
        self.types: list[DefType] = []
        self.funcs: list[DefType] = []
        self.tables: list[TableType] = []
        self.mems: list[MemType] = []
        self.globals: list[GlobalType] = []
        self.tags: list[DefType] = []
        self.elems: list[RefType] = []
        self.datas = 0  # how many
        self.refs: set[int] = set()
        self.imported_globals = 0
        self.constant = False  # what is being checked is a constant expression
        # By what they consist of, to which Python finds the hash without a call.
        self._closed: dict[tuple[bool, HeapType], RefType] = {}
        self._references: dict[int, RefType] = {}  # to functions, by the identity of their type
        self._functypes: dict[DefType, tuple[Items, Items]] = {}
        self._items: dict[int, tuple[Items, Items]] = {}  # the same, by the identity of the type

    # Types

    def type(self, x: int) -> DefType:
        """The defined type with index `x`."""
        if x >= len(self.types):
            raise Invalid(f"unknown type {x}")
        return self.types[x]

    def close(self, t: ValType) -> ValType:
        """`t` without indices, the same object for equal types.

        Spec: aux-clostype
        """
        return self.reftype(t) if isinstance(t, RefType) else t

    def reftype(self, rt: RefType) -> RefType:
        """`rt` without indices."""
        if isinstance(rt.heap, int):
            return self.reftype_of(rt.null, rt.heap)
        return self._closed.setdefault((rt.null, rt.heap), rt)

    def reftype_of(self, null: bool, ht: HeapType) -> RefType:
        """A reference to `ht`, which may be an index."""
        found = self._closed.get((null, ht))
        if found is None:
            closed = self.type(ht) if isinstance(ht, int) else ht
            found = self._closed.setdefault((null, closed), RefType(null, closed))
            self._closed[null, ht] = found
        return found

    def function_type(self, x: int) -> DefType:
        """The defined type with index `x`, which is a function type."""
        dt = self.type(x)
        if not isinstance(dt.comp, FuncType):
            raise Invalid(f"non-function type {x}")
        return dt

    def functype(self, x: int) -> tuple[Items, Items]:
        """The parameters and results of the function type with index `x`."""
        return self._items_of(self.function_type(x))

    def _items_of(self, dt: DefType) -> tuple[Items, Items]:
        """The parameters and results of the function type `dt`, the same objects each time."""
        found = self._items.get(id(dt))
        if found is None:
            assert isinstance(dt.comp, FuncType)
            found = items(dt.comp.params), items(dt.comp.results)
            found = self._items[id(dt)] = self._functypes.setdefault(dt, found)
        return found

    def blocktype(self, bt: BlockType) -> tuple[Items, Items]:
        """The function type for which `bt` stands.

        Spec: valid-blocktype
        """
        if bt is None:
            return (), ()
        return self.functype(bt) if isinstance(bt, int) else ((), (self.close(bt),))

    def result(self, ts: ResultType) -> ValType:
        """The only type of `ts`."""
        require(len(ts) == 1, "invalid result arity other than 1 is not (yet) allowed")
        return self.close(ts[0])

    def struct(self, x: int) -> tuple[StorageType, ...]:
        """The storage types of the structure type with index `x`."""
        return tuple(ft.storage for ft in self._structtype(x).fields)

    def _structtype(self, x: int) -> StructType:
        ct = self.type(x).comp
        if not isinstance(ct, StructType):
            raise Invalid(f"non-structure type {x}")
        return ct

    def _field(self, x: int, i: int) -> FieldType:
        fields = self._structtype(x).fields
        require(i < len(fields), f"unknown field {i}")
        return fields[i]

    def field(self, x: int, i: int) -> StorageType:
        """The storage type of field `i` of the structure type with index `x`."""
        return self._field(x, i).storage

    def mutable_field(self, x: int, i: int) -> StorageType:
        """The same, of a field that may be written."""
        ft = self._field(x, i)
        require(ft.mutable, "immutable field")
        return ft.storage

    def _arraytype(self, x: int) -> FieldType:
        ct = self.type(x).comp
        if not isinstance(ct, ArrayType):
            raise Invalid(f"non-array type {x}")
        return ct.field

    def array(self, x: int) -> StorageType:
        """The storage type of the elements of the array type with index `x`."""
        return self._arraytype(x).storage

    def mutable_array(self, x: int) -> StorageType:
        """The same, of an array that may be written."""
        ft = self._arraytype(x)
        require(ft.mutable, "immutable array")
        return ft.storage

    def numeric_array(self, x: int) -> StorageType:
        """The same, of an array whose elements are made of bytes."""
        zt = self._arraytype(x).storage
        require(not isinstance(zt, RefType), "array type is not numeric or vector")
        return zt

    # Other index spaces

    def func(self, x: int) -> tuple[Items, Items]:
        """The parameters and results of function `x`."""
        if x >= len(self.funcs):
            raise Invalid(f"unknown function {x}")
        return self._items_of(self.funcs[x])

    def ref_func(self, x: int) -> RefType:
        """The type of a reference to function `x`, which must be declared.

        Spec: valid-ref.func
        """
        if x >= len(self.funcs):
            raise Invalid(f"unknown function {x}")
        if x not in self.refs:
            raise Invalid(f"undeclared function reference {x}")
        dt = self.funcs[x]
        found = self._references.get(id(dt))
        if found is None:
            found = self._references[id(dt)] = self.reftype_of(False, dt)
        return found

    def table(self, x: int) -> tuple[NumType, RefType]:
        """The address type and the element type of table `x`."""
        if x >= len(self.tables):
            raise Invalid(f"unknown table {x}")
        tt = self.tables[x]
        return tt.addr, tt.elem

    def function_table(self, x: int) -> NumType:
        """The address type of table `x`, whose elements must be functions."""
        at, rt = self.table(x)
        if not match_reftype(rt, FUNCREF):
            wanted = "instruction requires table of function type but table has element type"
            raise Invalid(f"type mismatch: {wanted} {text(self.types, rt)}")
        return at

    def mem(self, x: int) -> NumType:
        """The address type of memory `x`."""
        if x >= len(self.mems):
            raise Invalid(f"unknown memory {x}")
        return self.mems[x].addr

    def memarg(self, m: MemArg, bits: int) -> NumType:
        """The address type of the memory at which `m` accesses `bits` bits.

        Spec: valid-memarg
        """
        at = self.mem(m.x)
        # A hint can be too large to be a power that anyone should compute.
        natural = m.align < 8 and 8 << m.align <= bits
        require(natural, "alignment must not be larger than natural")
        require(m.offset < 1 << at.bits, "offset out of range")
        return at

    def global_get(self, x: int) -> ValType:
        """The type of global `x`, which may be read here."""
        if x >= len(self.globals):
            raise Invalid(f"unknown global {x}")
        if self.constant and x >= self.imported_globals and "gc" not in self.features:
            raise lacking(Invalid(f"unknown global {x}"), "gc")
        gt = self.globals[x]
        require(not (self.constant and gt.mutable), "constant expression required")
        return gt.type

    def global_set(self, x: int) -> ValType:
        """The type of global `x`, which may be written."""
        if x >= len(self.globals):
            raise Invalid(f"unknown global {x}")
        gt = self.globals[x]
        require(gt.mutable, "immutable global")
        return gt.type

    def tag(self, x: int) -> Items:
        """The types of the values that tag `x` carries."""
        require(x < len(self.tags), f"unknown tag {x}")
        return self._items_of(self.tags[x])[0]

    def elem(self, x: int) -> RefType:
        """The type of element segment `x`."""
        require(x < len(self.elems), f"unknown elem segment {x}")
        return self.elems[x]

    def data(self, x: int) -> None:
        """There is a data segment `x`."""
        require(x < self.datas, f"unknown data segment {x}")

    # Conditions

    def match(self, zt1: StorageType, zt2: StorageType) -> None:
        """`zt1` is a subtype of `zt2`."""
        if not match_storagetype(zt1, zt2):
            found, wanted = text(self.types, zt1), text(self.types, zt2)
            raise Invalid(f"type mismatch: type {found} does not match {wanted}")

    def match_storage(self, zt1: StorageType, zt2: StorageType) -> None:
        """An array of `zt1` may be copied into one of `zt2`."""
        require(match_storagetype(zt1, zt2), "array types do not match")

    def packed(self, zt: StorageType, expected: bool) -> None:
        """`zt` is packed, or is not."""
        if isinstance(zt, PackedType) is not expected:
            raise Invalid(f"type mismatch: storage is {'un' * expected}packed, {zt}")

    def defaultable(self, zts: Sequence[StorageType]) -> None:
        """All of `zts` have default values."""
        require(all(map(defaultable, zts)), "field type is not defaultable")

    def lane(self, l: int, n: int) -> None:
        """`l` is one of `n` lanes."""
        require(l < n, "invalid lane index")

    def lanes(self, ls: Sequence[int], n: int) -> None:
        """All of `ls` are among `n` lanes."""
        require(max(ls) < n, "invalid lane index")
