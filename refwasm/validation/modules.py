"""Modules: every field in its context (section "Modules")."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from refwasm.errors import Invalid, require, shown
from refwasm.generated.opcodes import REF_FUNC
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.features import DEFAULT, Features, lacking
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import (
    SPACES,
    Active,
    Data,
    Elem,
    Export,
    Func,
    Global,
    Kind,
    Module,
    Start,
    Table,
)
from refwasm.syntax.types import (
    I32,
    I64,
    ExternType,
    FuncType,
    FuncUse,
    GlobalType,
    Limits,
    MemType,
    RecType,
    TableType,
    TagType,
    ValType,
)
from refwasm.syntax.wording import reword
from refwasm.validation.code import Code
from refwasm.validation.context import Context
from refwasm.validation.functions import validate_constant, validate_function
from refwasm.validation.matching import match_reftype
from refwasm.validation.messages import mismatch, text
from refwasm.validation.rectypes import add_rectype
from refwasm.validation.types import nullable


@dataclass(slots=True)
class ValidModule:
    """A module that is valid, its types closed and its bodies as `Code`.

    Index spaces hold the imports first; `codes` and the lists of constant expressions are parallel
    to what the module itself defines.
    """

    module: Module
    features: Features = DEFAULT
    types: list[DefType] = field(default_factory=list)
    funcs: list[DefType] = field(default_factory=list)
    tables: list[TableType] = field(default_factory=list)
    mems: list[MemType] = field(default_factory=list)
    globals: list[GlobalType] = field(default_factory=list)
    tags: list[DefType] = field(default_factory=list)
    imports: list[ExternType] = field(default_factory=list)
    exports: dict[str, ExternType] = field(default_factory=dict)
    codes: list[Code] = field(default_factory=list)
    global_inits: list[Code] = field(default_factory=list)
    table_inits: list[Code | None] = field(default_factory=list)  # None is null
    data_offsets: list[Code | None] = field(default_factory=list)  # None where not active
    elem_offsets: list[Code | None] = field(default_factory=list)  # None where not active
    elem_inits: list[tuple[Code, ...]] = field(default_factory=list)

    def code(self, i: int) -> Code:
        """The code of the `i`th function that the module defines."""
        return self.codes[i]


def validate_module(m: Module, *, features: Features = DEFAULT) -> ValidModule:
    """`m` with what validation found out about it; `Invalid` if it breaks a rule.

    Spec: valid-module
    """
    validation = _Validation(m, features)
    try:
        return validation.run()
    except Invalid as error:
        if error.offset is None:
            error.offset = validation.at
        reword(error, features)
        raise


# What makes an external type of the type that the context has of an item, for what is not one by itself.
EXTERN: dict[Kind, Callable[[DefType], ExternType]] = {Kind.FUNC: FuncUse, Kind.TAG: TagType}

# The greatest size by address type, and what is said of a greater one.
MEMORIES = {
    I32: (1 << 16, "memory size must be at most 65536 pages (4GiB)"),
    I64: (1 << 48, "memory size must be at most 2^48 pages (256 TiB) for i64"),
}
TABLES = {
    I32: ((1 << 32) - 1, "table size must be at most 2^32-1 for i32"),
    I64: ((1 << 64) - 1, "table size must be at most 2^64-1 for i64"),
}


def _check_limits(limits: Limits, most: int, text: str) -> None:
    """Spec: valid-limits"""
    require(limits.min <= most, text)
    if limits.max is not None:
        require(limits.max <= most, text)
        require(limits.min <= limits.max, "size minimum must not be greater than maximum")


def _declared(m: Module) -> set[int]:
    """The functions that occur outside of bodies, which makes them references that may be made."""
    found = {export.index for export in m.exports if export.kind is Kind.FUNC}
    for expr in _constants(m):
        for op, args in expr.instrs:
            if op is REF_FUNC:
                x = args[0]
                assert isinstance(x, int)
                found.add(x)
    return found


def _constants(m: Module) -> Iterator[Expr]:
    for g in m.globals:
        yield g.init
    for table in m.tables:
        if table.init is not None:
            yield table.init
    for elem in m.elems:
        yield from elem.init
        if isinstance(elem.mode, Active):
            yield elem.mode.at


class _Validation:
    """A module being validated, field by field.

    Errors without a place of their own are at `at`.
    """

    def __init__(self, m: Module, features: Features):
        self.m = m
        self.at: int | None = None
        self.C = C = Context(features)
        self.valid = ValidModule(m, features, C.types, C.funcs, C.tables, C.mems, C.globals, C.tags)
        # Front ends may share equal constant expressions, as elements of segments do.
        self.constants: dict[tuple[int, int], Code] = {}  # by identity: types are closed

    def run(self) -> ValidModule:
        """Validate all fields, each once what it may refer to is there."""
        m, C, valid = self.m, self.C, self.valid
        C.refs = _declared(m)
        for rectype in m.types:
            self.at = rectype.offset
            add_rectype(C, rectype)
            self.check_arity(rectype)
        for i in m.imports:
            self.at = i.offset
            valid.imports.append(self.import_(i.type))
        C.imported_globals = len(C.globals)
        for tag in m.tags:
            self.at = tag.offset
            C.tags.append(self.tagtype(tag.type))
        for func in m.funcs:
            self.at = func.offset
            C.funcs.append(self.functype(func.type))
        for mem in m.mems:
            self.at = mem.offset
            C.mems.append(self.memtype(mem.type))
        for table in m.tables:
            self.at = table.offset
            self.table(table)
        for g in m.globals:
            self.at = g.offset
            self.global_(g)
        C.datas = len(m.datas)
        for data in m.datas:
            self.at = data.offset
            valid.data_offsets.append(self.data(data))
        for elem in m.elems:
            self.at = elem.offset
            self.elem(elem)
        for func in m.funcs:
            self.at = func.offset
            valid.codes.append(self.function(func))
        if m.start is not None:
            self.at = m.start.offset
            self.start(m.start)
        for export in m.exports:
            self.at = export.offset
            self.export(export)
        self.at = None
        self.check_counts()
        return valid

    # What older editions do not allow

    def check_arity(self, rectype: RecType) -> None:
        """Functions have at most one result, without multi-value."""
        if "multi-value" not in self.C.features.on:
            for subtype in rectype.subtypes:
                if isinstance(subtype.comp, FuncType) and len(subtype.comp.results) > 1:
                    error = Invalid("invalid result arity: a function has several results")
                    raise lacking(error, "multi-value")

    def check_counts(self) -> None:
        """There is at most one table, one memory, without what brought several."""
        C = self.C
        if len(C.tables) > 1 and "reference-types" not in C.features:
            raise lacking(Invalid(f"multiple tables: {len(C.tables)}"), "reference-types")
        if len(C.mems) > 1 and "multi-memory" not in C.features:
            raise lacking(Invalid(f"multiple memories: {len(C.mems)}"), "multi-memory")

    # Types

    def functype(self, x: int | DefType) -> DefType:
        """The function type with index `x`."""
        assert isinstance(x, int)
        return self.C.function_type(x)

    def tagtype(self, tt: TagType) -> DefType:
        """The type of a tag, which has no results.  Spec: valid-tagtype"""
        dt = self.functype(tt.type)
        assert isinstance(dt.comp, FuncType)
        require(not dt.comp.results, "non-empty tag result type")
        return dt

    def globaltype(self, gt: GlobalType) -> GlobalType:
        """`gt`, closed.  Spec: valid-globaltype"""
        t = self.C.close(gt.type)
        return gt if t is gt.type else GlobalType(gt.mutable, t)

    def memtype(self, mt: MemType) -> MemType:
        """`mt`, whose limits are within what its address type can reach.  Spec: valid-memtype"""
        _check_limits(mt.limits, *MEMORIES[mt.addr])
        return mt

    def tabletype(self, tt: TableType) -> TableType:
        """`tt`, closed, and its limits within its address type.  Spec: valid-tabletype"""
        _check_limits(tt.limits, *TABLES[tt.addr])
        rt = self.C.reftype(tt.elem)
        return tt if rt is tt.elem else TableType(tt.addr, tt.limits, rt)

    # Fields

    def import_(self, xt: ExternType) -> ExternType:
        """`xt`, closed, of an item that is now part of the context.  Spec: valid-import"""
        C = self.C
        match xt:
            case FuncUse(x):
                C.funcs.append(self.functype(x))
                return FuncUse(C.funcs[-1])
            case TagType():
                C.tags.append(self.tagtype(xt))
                return TagType(C.tags[-1])
            case TableType():
                C.tables.append(self.tabletype(xt))
                return C.tables[-1]
            case MemType():
                C.mems.append(self.memtype(xt))
                return C.mems[-1]
            case GlobalType():
                C.globals.append(self.globaltype(xt))
                return C.globals[-1]

    def constant(self, expr: Expr, t: ValType) -> Code:
        """The code of the constant expression `expr` of type `t`."""
        key = id(expr), id(t)
        found = self.constants.get(key)
        if found is None:
            found = self.constants[key] = validate_constant(self.C, expr, t)
        return found

    def table(self, table: Table) -> None:
        """Spec: valid-table"""
        tt = self.tabletype(table.type)
        rt = tt.elem
        if table.init is None and not rt.null:
            raise mismatch(self.C.types, "instruction", (rt,), "stack", (nullable(rt),))
        init = None if table.init is None else self.constant(table.init, rt)
        self.valid.table_inits.append(init)
        self.C.tables.append(tt)

    def global_(self, g: Global) -> None:
        """Spec: valid-global"""
        gt = self.globaltype(g.type)
        self.valid.global_inits.append(self.constant(g.init, gt.type))
        self.C.globals.append(gt)

    def data(self, data: Data) -> Code | None:
        """The offset of an active segment.  Spec: valid-data"""
        if not isinstance(data.mode, Active):
            return None
        return self.constant(data.mode.at, self.C.mem(data.mode.x))

    def elem(self, elem: Elem) -> None:
        """Spec: valid-elem"""
        rt = self.C.reftype(elem.type)
        self.valid.elem_inits.append(tuple([self.constant(e, rt) for e in elem.init]))
        offset = None
        if isinstance(elem.mode, Active):
            at, rt2 = self.C.table(elem.mode.x)
            if not match_reftype(rt, rt2):
                one, other = text(self.C.types, rt), text(self.C.types, rt2)
                wrong = f"element segment's type {one} does not match table's element type {other}"
                raise Invalid(f"type mismatch: {wrong}")
            offset = self.constant(elem.mode.at, at)
        self.valid.elem_offsets.append(offset)
        self.C.elems.append(rt)

    def function(self, func: Func) -> Code:
        """Spec: valid-func"""
        ft = self.C.types[func.type].comp
        assert isinstance(ft, FuncType)
        # A run of none declares no local, so its type need not exist.
        runs = [(n, self.C.close(t)) for n, t in func.locals if n] if func.locals else ()
        return validate_function(self.C, ft, runs, func.body)

    def start(self, start: Start) -> None:
        """Spec: valid-start"""
        ts1, ts2 = self.C.func(start.func)
        require(not ts1 and not ts2, "start function must not have parameters or results")

    def export(self, export: Export) -> None:
        """Spec: valid-export"""
        kind, x, exports = export.kind, export.index, self.valid.exports
        space = getattr(self.C, SPACES[kind])
        if x >= len(space):
            raise Invalid(f"unknown {kind.name.lower().replace('func', 'function')} {x}")
        if export.name in exports:
            raise Invalid(f'duplicate export name "{shown(export.name)}"')
        exports[export.name] = EXTERN[kind](space[x]) if kind in EXTERN else space[x]
