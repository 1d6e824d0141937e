"""Types (section "Types")."""

from __future__ import annotations

from refwasm.customs.kind import Binding
from refwasm.errors import shown
from refwasm.syntax.features import Older
from refwasm.syntax.types import (
    FUNCREF,
    I32,
    I64,
    ArrayType,
    CompType,
    FieldType,
    FuncType,
    GlobalType,
    HeapType,
    Limits,
    MemType,
    NumType,
    RecType,
    RefType,
    ResultType,
    StorageType,
    StructType,
    SubType,
    TableType,
    ValType,
)
from refwasm.text.parser import Parser
from refwasm.text.scope import Space
from refwasm.text.words import HEAPTYPES, REFTYPES, STORAGETYPES, VALTYPES

Named = list[tuple[int, str, int]]  # parameters or locals with identifiers: (index, it, its token)


def heaptype(p: Parser) -> HeapType:
    """Spec: text-heaptype"""
    ht = HEAPTYPES.get(p.tokens[p.i])
    if ht is None:
        if not p.has_index():
            raise p.unexpected("a heap type")
        if "function-references" not in p.features:
            raise p.lacks("function-references", "a heap type")
        return p.index(p.spaces["typeidx"])
    p.i += 1
    return ht


def reftype(p: Parser) -> RefType:
    """Spec: text-reftype"""
    rt = REFTYPES.get(p.tokens[p.i])
    if rt is not None:
        p.i += 1
        return rt
    if not p.accept_open("ref"):
        raise p.unexpected("a reference type", p.i + (p.tokens[p.i] == "("))
    rt = RefType(p.accept("null"), heaptype(p))
    p.close()
    return rt


def valtype(p: Parser) -> ValType:
    """Spec: text-valtype"""
    t = VALTYPES.get(p.tokens[p.i])
    if t is None:
        return reftype(p)
    if t == FUNCREF and "reference-types" not in p.features:
        raise p.lacks("reference-types", "a number type")
    p.i += 1
    return t


def storagetype(p: Parser) -> StorageType:
    """Spec: text-storagetype"""
    zt = STORAGETYPES.get(p.tokens[p.i])
    if zt is None:
        return reftype(p)
    p.i += 1
    return zt


def valtypes(p: Parser) -> list[ValType]:
    """Value types up to a `)`, which is passed.

    Spec: text-list
    """
    ts: list[ValType] = []
    while not p.accept(")"):
        ts.append(valtype(p))
    return ts


def declarations(p: Parser, word: str, first: int, named: Named | None) -> list[ValType]:
    """The types of `(word t*)` and `(word $x t)`, repeated; identifiers go to `named`, if it is there.

    Spec: text-param, text-local
    """
    ts: list[ValType] = []
    while p.accept_open(word):
        name = p.identifier() if named is not None else None
        at, x = p.i, first + len(ts)
        if name is None:
            ts += valtypes(p)
        else:
            assert named is not None
            named.append((x, name, at - 1))
            ts.append(valtype(p))
            p.close()
        if named is not None and first + len(ts) == x + 1:
            p.note_local(at, x)
    return ts


def results(p: Parser) -> list[ValType]:
    """Spec: text-result"""
    return declarations(p, "result", 0, None)


def functype(p: Parser, named: Named | None) -> tuple[ResultType, ResultType]:
    """Parameters and results, without parentheses around them.

    Spec: text-functype
    """
    if p.tokens[p.i] != "(":
        return (), ()
    ts1 = declarations(p, "param", 0, named)
    return tuple(ts1), tuple(results(p))


def typeuse(p: Parser, named: Named | None) -> int:
    """The index of a function type, which is added to the module's types if only written out.

    Spec: text-typeuse
    """
    if not p.accept_open("type"):
        return p.types.function(*functype(p, named))
    at = p.i
    x = p.index(p.spaces["typeidx"])
    p.close()
    ts1, ts2 = functype(p, named)
    if (ts1 or ts2) and declared_function(p, x, at) != FuncType(ts1, ts2):
        if p.opens("param"):
            raise p.unexpected("no parameter after results", p.i + 1)
        raise p.error("inline function type does not match the explicit one", at)
    return x


def declared_function(p: Parser, x: int, at: int) -> FuncType:
    """The function type of index `x`, given by token `at`; types that type uses add count only once added.

    Spec: text-typeuse
    """
    if x >= len(p.types.comps):
        raise p.error(f"unknown type {shown(p.tokens[at])}", at)
    comp = p.types.comps[x]
    if not isinstance(comp, FuncType):
        raise p.error(f"non-function type {shown(p.tokens[at])}", at)
    return comp


def fieldtype(p: Parser) -> FieldType:
    """Spec: text-fieldtype"""
    if p.accept_open("mut"):
        zt = storagetype(p)
        p.close()
        return FieldType(True, zt)
    return FieldType(False, storagetype(p))


def structtype(p: Parser, x: int) -> StructType:
    """The structure type of index `x`, after its keyword.

    Spec: text-structtype
    """
    space = p.types.fields[x] = Space("field")
    fields: list[FieldType] = []
    while p.accept_open("field"):
        named = p.tokens[p.i][0] == "$"
        if named:
            p.bind(space)
        at, y = p.i, len(fields)
        if named:
            fields.append(fieldtype(p))
            p.close()
        while not named and not p.accept(")"):
            fields.append(fieldtype(p))
        space.count = len(fields)
        if at in p.annotated and len(fields) == y + 1:
            p.bindings[at] = Binding("fields", x, y)
    return StructType(tuple(fields))


def comptype(p: Parser, x: int) -> CompType:
    """Spec: text-comptype"""
    comp: CompType
    if p.accept_open("func"):
        comp = FuncType(*functype(p, []))
        if p.opens("param") and Older.RESULT_BEFORE_PARAMETER in p.features:
            raise p.error("result before parameter")
    elif p.accept_open("struct"):
        comp = structtype(p, x)
    elif p.accept_open("array"):
        comp = ArrayType(fieldtype(p))
    else:
        raise p.unexpected("a composite type", p.i + (p.tokens[p.i] == "("))
    p.close()
    return comp


def subtype(p: Parser, x: int) -> SubType:
    """Spec: text-subtype"""
    if not p.accept_open("sub"):
        return SubType(True, (), comptype(p, x))
    final = p.accept("final")
    supers: list[int] = []
    while p.tokens[p.i] != "(":
        supers.append(p.index(p.spaces["typeidx"]))
    t = SubType(final, tuple(supers), comptype(p, x))
    p.close()
    return t


def typedef(p: Parser, x: int) -> SubType:
    """Spec: text-typedef"""
    p.open("type")
    p.identifier()
    t = subtype(p, x)
    p.close()
    return t


def rectype(p: Parser, x: int) -> RecType:
    """The recursion group whose first type has index `x`.

    Spec: text-rectype
    """
    offset = p.offsets[p.i]
    if not p.accept_open("rec"):
        return RecType((typedef(p, x),), offset)
    subtypes: list[SubType] = []
    while not p.accept(")"):
        subtypes.append(typedef(p, x + len(subtypes)))
    return RecType(tuple(subtypes), offset)


def addrtype(p: Parser) -> NumType:
    """Spec: text-addrtype"""
    if "memory64" not in p.features:
        if p.tokens[p.i] in ("i32", "i64"):
            raise p.lacks("memory64", "limits")
        return I32
    match p.tokens[p.i]:
        case "i32":
            p.i += 1
        case "i64":
            p.i += 1
            return I64
        case "f32" | "f64":
            raise p.error("malformed address type")
    return I32


def limits(p: Parser) -> Limits:
    """Spec: text-limits"""
    bits = 64 if "memory64" in p.features else 32
    n = p.natural(bits)
    token = p.tokens[p.i]
    return Limits(n, p.natural(bits) if "0" <= token[0] <= "9" else None)


def memtype(p: Parser) -> MemType:
    """Spec: text-memtype"""
    at = addrtype(p)
    return MemType(at, limits(p))


def tabletype(p: Parser) -> TableType:
    """Spec: text-tabletype"""
    at = addrtype(p)
    lim = limits(p)
    return TableType(at, lim, reftype(p))


def globaltype(p: Parser) -> GlobalType:
    """Spec: text-globaltype"""
    if not p.accept_open("mut"):
        return GlobalType(False, valtype(p))
    t = valtype(p)
    p.close()
    return GlobalType(True, t)
