"""Instructions without what they enclose: keyword and immediates (section "Instructions").

The counterpart of `parse_immediates`: how each kind is written, and what is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from refwasm.generated.keywords import KEYWORDS
from refwasm.generated.opcodes import OPS
from refwasm.syntax.instructions import Catch, Immediate, Instr, MemArg, Op
from refwasm.syntax.types import AbsHeapType, NumType, RefType, VecType
from refwasm.text.print_names import FIELDS, Scope
from refwasm.text.print_numbers import float_literal, signed_literal, vector_literal
from refwasm.text.print_types import heaptype, storagetype, typeuse

Args = tuple[Immediate, ...]
Writer = Callable[[Scope, Args], str]
One = Callable[[Scope, Immediate], str]


def _int(arg: object) -> int:
    """An index or a number; the row says that it is one, which the type checker cannot know."""
    assert isinstance(arg, int), arg
    return arg


def _tuple(arg: object) -> tuple[object, ...]:
    assert isinstance(arg, tuple), arg
    return arg


def _reftype(s: Scope, rt: Immediate) -> str:
    """Spec: text-reftype"""
    assert isinstance(rt, RefType), rt
    return storagetype(s, rt)


def _heaptype(s: Scope, ht: Immediate) -> str:
    """Spec: text-heaptype"""
    assert isinstance(ht, AbsHeapType | int), ht
    return heaptype(s, ht)


def _valtype(s: Scope, t: object) -> str:
    """Spec: text-valtype"""
    assert isinstance(t, NumType | VecType | RefType), t
    return storagetype(s, t)


def _blocktype(s: Scope, bt: Immediate) -> str:
    """Spec: text-blocktype"""
    if bt is None:
        return ""
    return typeuse(s, bt) if isinstance(bt, int) else f"(result {_valtype(s, bt)})"


def _resulttypes(s: Scope, ts: Immediate) -> str:
    """Spec: text-select"""
    return "(" + " ".join(["result", *(_valtype(s, t) for t in _tuple(ts))]) + ")"


def _catches(s: Scope, clauses: Immediate) -> str:
    """Clauses, whose labels do not count the block that they belong to.

    Spec: text-catch
    """
    return " ".join([_catch(s, clause) for clause in _tuple(clauses)])


def _catch(s: Scope, clause: object) -> str:
    assert isinstance(clause, Catch), clause
    tag = "" if clause.x is None else s.index("tagidx", clause.x) + " "
    return f"({clause.kind} {tag}{s.label(clause.l)})"


def _index(kind: str, s: Scope, x: Immediate) -> str:
    return s.index(kind, _int(x))


def _label(s: Scope, l: object) -> str:
    return s.label(_int(l))


def _float(N: int, s: Scope, bits: Immediate) -> str:
    return float_literal(N, _int(bits))


def _integer(N: int, s: Scope, i: Immediate) -> str:
    return signed_literal(N, _int(i))


def _number(s: Scope, n: object) -> str:
    return str(_int(n))


def _vector(s: Scope, bits: Immediate) -> str:
    return vector_literal(_int(bits))


def _memarg(bits: int, s: Scope, m: Immediate) -> str:
    """The memory, offset and alignment, where they are not memory 0, 0 and natural.

    Spec: text-memarg
    """
    assert isinstance(m, MemArg), m
    parts = [s.index("memidx", m.x)] if m.x or s.has("memidx", 0) else []
    if m.offset:
        parts.append(f"offset={m.offset}")
    if m.align != bits.bit_length() - 4:
        parts.append(f"align={1 << m.align}")
    return " ".join(parts)


# How a single immediate of each kind is written.
ONE: dict[str, One] = {
    **{kind: partial(_index, kind) for kind in (*FIELDS, "localidx")},
    "labelidx": _label,
    "laneidx": _number,
    "u32": _number,
    "i32": partial(_integer, 32),
    "i64": partial(_integer, 64),
    "f32": partial(_float, 32),
    "f64": partial(_float, 64),
    "v128": _vector,
    "heaptype": _heaptype,
    "reftype": _reftype,
    "resulttypes": _resulttypes,
    "blocktype": _blocktype,
    "catches": _catches,
}


def _optional(kind: str, s: Scope, args: Args) -> str:
    """Indices that are left out if all are 0.

    Spec: text-tableidx, text-memidx
    """
    if not any(args) and not s.has(kind, 0):
        return ""
    return " ".join([s.index(kind, _int(x)) for x in args])


def _segment(kind1: str, kind2: str, s: Scope, args: Args) -> str:
    """A segment after the table or memory, which is left out if it is 0.

    Spec: text-table.init, text-memory.init
    """
    return f"{_optional(kind1, s, args[:1])} {s.index(kind2, _int(args[1]))}".lstrip()


def _call_indirect(s: Scope, args: Args) -> str:
    """Spec: text-call_indirect"""
    return f"{_optional('tableidx', s, args[:1])} {typeuse(s, args[1])}".lstrip()


def _field(s: Scope, args: Args) -> str:
    """Spec: text-fieldidx"""
    x, y = map(_int, args)
    return f"{s.index('typeidx', x)} {s.field(x, y)}"


def _labels(s: Scope, args: Args) -> str:
    """Spec: text-br_table"""
    return " ".join([_label(s, l) for l in (*_tuple(args[0]), args[1])])


def _shuffle(s: Scope, args: Args) -> str:
    """Spec: text-laneidx"""
    return " ".join([_number(s, lane) for lane in _tuple(args[0])])


# How all immediates together are written, where that is not one after the other.
ALL: dict[tuple[str, ...], Writer] = {
    ("tableidx",): partial(_optional, "tableidx"),
    ("memidx",): partial(_optional, "memidx"),
    ("tableidx", "tableidx"): partial(_optional, "tableidx"),
    ("memidx", "memidx"): partial(_optional, "memidx"),
    ("tableidx", "elemidx"): partial(_segment, "tableidx", "elemidx"),
    ("memidx", "dataidx"): partial(_segment, "memidx", "dataidx"),
    ("tableidx", "typeidx"): _call_indirect,
    ("typeidx", "fieldidx"): _field,
    ("labelidxs", "labelidx"): _labels,
    ("laneidxs",): _shuffle,
}
# Immediates that are written in different ways in different places.
LOCAL = frozenset({"localidx", "labelidx", "catches"})


def _one(kind: str) -> One:
    if kind.startswith("memarg("):
        return partial(_memarg, int(kind[len("memarg(") : -1]))
    return ONE[kind]


def _writer(op: Op) -> Writer:
    """What writes the immediates of `op`."""
    kinds = tuple(kind for _, kind in op.immediates)
    if kinds in ALL:
        return ALL[kinds]
    ops = KEYWORDS[op.keyword]
    if len(ops) == 2 and ops[1].name.endswith(" null"):
        return partial(_by_nullability, op is ops[1])
    ones = [_one(kind) for kind in kinds]
    return lambda s, args: " ".join(
        filter(None, [w(s, a) for w, a in zip(ones, args, strict=True)])
    )


def _by_nullability(null: bool, s: Scope, args: Args) -> str:
    """A reference type where there is a row for each nullability.

    Spec: text-instr-ref
    """
    (ht,) = args
    assert isinstance(ht, AbsHeapType | int), ht
    return storagetype(s, RefType(null, ht))


WRITERS = {op: _writer(op) for op in OPS if op.immediates}
DEPENDENT = frozenset(
    op for op in OPS if any(k in LOCAL or k == "labelidxs" for _, k in op.immediates)
)


def plain(s: Scope, instr: Instr) -> str:
    """Keyword and immediates of an instruction that opens no block."""
    op = instr.op
    if not op.immediates:
        return op.keyword
    return f"{op.keyword} {WRITERS[op](s, instr.args)}".rstrip()


def head(s: Scope, instr: Instr) -> str:
    """Keyword, label and immediates of an instruction that opens a block, which is entered."""
    immediates = WRITERS[instr.op](s, instr.args)  # their labels are those outside the block
    label = s.enter_block()
    return " ".join(filter(None, [instr.op.keyword, label, immediates]))
