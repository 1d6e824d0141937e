"""The types of references at run time (section "Values" of the chapter on execution)."""

from __future__ import annotations

from refwasm.runtime.aggregates import ArrayInst, StructInst
from refwasm.runtime.effects import reads
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.instances import HostFunc, WasmFunc
from refwasm.runtime.values import I31, HostRef, Ref
from refwasm.syntax import types as T
from refwasm.syntax.deftypes import DefType
from refwasm.validation.matching import match_deftype

ANY = (StructInst, ArrayInst, I31, HostRef)
MEMBERS: dict[T.AbsHeapType, tuple[type, ...]] = {
    T.ANY: ANY,
    T.EQ: (StructInst, ArrayInst, I31),
    T.I31: (I31,),
    T.STRUCT: (StructInst,),
    T.ARRAY: (ArrayInst,),
    T.NONE: (),
    T.FUNC: (WasmFunc, HostFunc),
    T.NOFUNC: (),
    T.EXN: (ExnInst,),
    T.NOEXN: (),
    T.EXTERN: ANY,  # converted, they stay the same objects
    T.NOEXTERN: (),
}
TYPED = (StructInst, ArrayInst, WasmFunc, HostFunc)


@reads
def ref_test(r: Ref, rt: T.RefType) -> bool:
    """Whether `r`, which is of the hierarchy of `rt`, matches the closed type `rt`.

    Spec: exec-ref.test
    """
    if r is None:
        return rt.null
    if isinstance(rt.heap, DefType):
        return isinstance(r, TYPED) and match_deftype(r.type, rt.heap)
    assert isinstance(rt.heap, T.AbsHeapType)
    return isinstance(r, MEMBERS[rt.heap])


@reads
def ref_eq(r1: Ref, r2: Ref) -> int:
    """1 if both are null, the same object, or the same small integer, else 0.  Spec: exec-ref.eq"""
    return 1 if r1 is r2 or (isinstance(r1, I31) and r1 == r2) else 0


def ref_type(r: Ref) -> T.RefType:
    """The least type of `r`; a converted reference counts as what it was before.

    Spec: embed-ref-type
    """
    match r:
        case None:
            return T.RefType(True, T.BOTHEAP)
        case I31():
            return T.RefType(False, T.I31)
        case StructInst() | ArrayInst() | WasmFunc() | HostFunc():
            return T.RefType(False, r.type)
        case ExnInst():
            return T.RefType(False, T.EXN)
        case _:
            return T.RefType(False, T.ANY)
