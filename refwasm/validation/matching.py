"""Subtyping on closed types (section "Matching")."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.syntax.deftypes import DefType
from refwasm.syntax.types import (
    ANY,
    ARRAY,
    BOT,
    BOTHEAP,
    EQ,
    EXN,
    EXTERN,
    FUNC,
    I31,
    NOEXN,
    NOEXTERN,
    NOFUNC,
    NONE,
    STRUCT,
    AbsHeapType,
    ArrayType,
    CompType,
    ExternType,
    FieldType,
    FuncType,
    FuncUse,
    GlobalType,
    HeapType,
    Limits,
    MemType,
    RefType,
    StorageType,
    StructType,
    TableType,
    TagType,
    ValType,
)

# Of each abstract heap type, the top of its hierarchy.
TOP = {
    **dict.fromkeys((ANY, EQ, I31, STRUCT, ARRAY, NONE), ANY),
    **dict.fromkeys((FUNC, NOFUNC), FUNC),
    **dict.fromkeys((EXN, NOEXN), EXN),
    **dict.fromkeys((EXTERN, NOEXTERN), EXTERN),
    BOTHEAP: BOTHEAP,
}
BOTTOMS = frozenset((NONE, NOFUNC, NOEXN, NOEXTERN))
# Of each abstract heap type that is not a bottom, what lies above it.
ABOVE: dict[AbsHeapType, frozenset[AbsHeapType]] = {
    EQ: frozenset((ANY,)),
    I31: frozenset((EQ, ANY)),
    STRUCT: frozenset((EQ, ANY)),
    ARRAY: frozenset((EQ, ANY)),
}
# Of each sort of defined type, the least abstract heap type above it.
ABSTRACT: dict[type[CompType], AbsHeapType] = {
    FuncType: FUNC,
    StructType: STRUCT,
    ArrayType: ARRAY,
}


def top_of(ht: HeapType) -> AbsHeapType:
    """The top of the hierarchy of the closed heap type `ht`."""
    return TOP[_abstract(ht)]


def _abstract(ht: HeapType) -> AbsHeapType:
    if isinstance(ht, DefType):
        return ABSTRACT[type(ht.comp)]
    assert isinstance(ht, AbsHeapType), "heap types are closed by now"
    return ht


def match_heaptype(ht1: HeapType, ht2: HeapType) -> bool:
    """Whether `ht1` is a subtype of `ht2`, or equal.

    Spec: match-heaptype
    """
    if ht1 is ht2 or ht1 is BOTHEAP:
        return True
    if isinstance(ht2, DefType):
        if isinstance(ht1, DefType):
            return match_deftype(ht1, ht2)
        return ht1 in BOTTOMS and top_of(ht1) is top_of(ht2)
    t = _abstract(ht1)
    if t in BOTTOMS:
        return ht2 is not BOTHEAP and TOP[t] is top_of(ht2)
    return t is ht2 or ht2 in ABOVE.get(t, ())


def match_deftype(dt1: DefType, dt2: DefType) -> bool:
    """Whether `dt1` equals `dt2` or is declared below it.

    Spec: match-deftype
    """
    return dt1 is dt2 or (dt1.depth >= dt2.depth and dt1.ancestor(dt2.depth) == dt2)


def match_reftype(rt1: RefType, rt2: RefType) -> bool:
    """Whether `rt1` is a subtype of `rt2`, or equal.

    Spec: match-reftype
    """
    return (rt2.null or not rt1.null) and match_heaptype(rt1.heap, rt2.heap)


def match_storagetype(zt1: StorageType, zt2: StorageType) -> bool:
    """Whether `zt1` is a subtype of `zt2`, or equal.

    Spec: match-storagetype
    """
    if zt1 is zt2 or zt1 is BOT:
        return True
    return isinstance(zt1, RefType) and isinstance(zt2, RefType) and match_reftype(zt1, zt2)


def match_valtype(t1: ValType, t2: ValType) -> bool:
    """Whether `t1` is a subtype of `t2`, or equal.

    Spec: match-valtype
    """
    return match_storagetype(t1, t2)


def match_resulttype(ts1: Sequence[ValType], ts2: Sequence[ValType]) -> bool:
    """Whether the sequences are equally long and match type by type.

    Spec: match-resulttype
    """
    return len(ts1) == len(ts2) and all(map(match_storagetype, ts1, ts2))


def match_fieldtype(ft1: FieldType, ft2: FieldType) -> bool:
    """Whether `ft1` is a subtype of `ft2`: the same type where it may be written.

    Spec: match-fieldtype
    """
    if ft1.mutable != ft2.mutable or not match_storagetype(ft1.storage, ft2.storage):
        return False
    return not ft1.mutable or match_storagetype(ft2.storage, ft1.storage)


def match_comptype(ct1: CompType, ct2: CompType) -> bool:
    """Whether `ct1` may stand for `ct2`: functions contravariantly, structures by their prefix.

    Spec: match-comptype
    """
    match ct1, ct2:
        case FuncType(), FuncType():
            return match_resulttype(ct2.params, ct1.params) and match_resulttype(
                ct1.results, ct2.results
            )
        case StructType(fts1), StructType(fts2):
            return len(fts1) >= len(fts2) and all(map(match_fieldtype, fts1, fts2))
        case ArrayType(ft1), ArrayType(ft2):
            return match_fieldtype(ft1, ft2)
    return False


def match_limits(lim1: Limits, lim2: Limits) -> bool:
    """Whether every size within `lim1` is within `lim2`.

    Spec: match-limits
    """
    if lim1.min < lim2.min:
        return False
    return lim2.max is None or (lim1.max is not None and lim1.max <= lim2.max)


def match_externtype(xt1: ExternType, xt2: ExternType) -> bool:
    """Whether an item of the closed type `xt1` can be imported as `xt2`.

    Spec: match-externtype
    """
    match xt1, xt2:
        case FuncUse(DefType() as dt1), FuncUse(DefType() as dt2):
            return match_deftype(dt1, dt2)
        case TagType(DefType() as dt1), TagType(DefType() as dt2):
            return dt1 == dt2
        case GlobalType(mut1, t1), GlobalType(mut2, t2):
            return match_fieldtype(FieldType(mut1, t1), FieldType(mut2, t2))
        case MemType(), MemType():
            return xt1.addr is xt2.addr and match_limits(xt1.limits, xt2.limits)
        case TableType(), TableType():
            same = match_reftype(xt1.elem, xt2.elem) and match_reftype(xt2.elem, xt1.elem)
            return same and xt1.addr is xt2.addr and match_limits(xt1.limits, xt2.limits)
    return False
