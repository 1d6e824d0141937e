"""Instructions without what they enclose: keyword and immediates (section "Instructions").

Which immediates follow a keyword is the table's statement; here stands how each kind is written, and
what may be left out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from refwasm.errors import shown
from refwasm.generated.keywords import KEYWORDS
from refwasm.syntax.features import lacking
from refwasm.syntax.instructions import BlockType, Catch, Immediate, Instr, MemArg, Op
from refwasm.syntax.types import ValType
from refwasm.text.numbers import NAT, NUMBER
from refwasm.text.parse_types import functype, heaptype, reftype, results, typeuse
from refwasm.text.parser import Parser
from refwasm.text.scope import CATEGORIES

Args = tuple[Immediate, ...]
Reader = Callable[[Parser], Instr]

# What brought several tables and memories, and with them indices.
SEVERAL = {"tableidx": "reference-types", "memidx": "multi-memory"}


def blocktype(p: Parser) -> BlockType:
    """Spec: text-blocktype"""
    if p.tokens[p.i] != "(":
        return None
    at = p.i + 1
    typed = p.tokens[at] == "type"
    ts1, ts2 = ((), ()) if typed else functype(p, None)
    if not typed and not ts1 and len(ts2) <= 1:
        return ts2[0] if ts2 else None
    if "multi-value" not in p.features:
        raise lacking(p.unexpected("at most one result", at), "multi-value")
    return typeuse(p, None) if typed else p.types.function(ts1, ts2)


def catches(p: Parser) -> tuple[Catch, ...]:
    """Spec: text-catch"""
    found: list[Catch] = []
    while p.tokens[p.i] == "(":
        kind = p.tokens[p.i + 1]
        if kind not in ("catch", "catch_ref", "catch_all", "catch_all_ref"):
            break
        p.i += 2
        x = p.index(p.spaces["tagidx"]) if kind in ("catch", "catch_ref") else None
        found.append(Catch(kind, x, p.label()))
        p.close()
    return tuple(found)


def memarg(p: Parser, bits: int) -> MemArg:
    """The memory, offset and alignment; by default memory 0 at 0, naturally aligned.

    Spec: text-memarg
    """
    x = optional(p, "memidx") if p.has_index() else 0
    return offset_and_align(p, x, bits)


def optional(p: Parser, kind: str) -> int:
    """The index of a table or memory that might have been left out, as it once had to be.

    Spec: text-tableidx, text-memidx
    """
    name = SEVERAL[kind]
    if name not in p.features:
        raise lacking(p.unexpected(f"no index of a {p.spaces[kind].category}"), name)
    return p.index(p.spaces[kind])


def offset_and_align(p: Parser, x: int, bits: int) -> MemArg:
    """What follows the index `x` of a memory.

    Spec: text-memarg
    """
    offset = p.assigned("offset=", 64 if "memory64" in p.features else 32) or 0
    align = p.assigned("align=", 64)
    if align is None:
        return MemArg(x, bits.bit_length() - 4, offset)
    if align.bit_count() != 1:
        raise p.error("alignment must be a power of two", p.i - 1)
    return MemArg(x, align.bit_length() - 1, offset)


def memarg_lane(p: Parser, bits: int) -> Args:
    """A memory argument and a lane: of two numbers the first is the memory's index.

    Spec: text-memarg, text-laneidx
    """
    x = 0
    following = p.tokens[p.i + 1]
    if p.tokens[p.i][0] == "$" or (
        p.has_index() and (following.startswith(("offset=", "align=")) or NAT.match(following))
    ):
        x = optional(p, "memidx")
    return offset_and_align(p, x, bits), p.natural(8)


def shuffle(p: Parser) -> Args:
    """Spec: text-laneidx"""
    lanes: list[int] = []
    at = p.i
    while NUMBER.fullmatch(p.tokens[p.i]):
        if not NAT.fullmatch(p.tokens[p.i]):
            raise p.error(f"i8 constant out of range: {shown(p.tokens[p.i])}")
        lanes.append(p.natural(8))
    if len(lanes) != 16:
        raise p.error(f"invalid lane length: {len(lanes)} of 16", at)
    return (tuple(lanes),)


def vector(p: Parser) -> int:
    """The shape and the lanes of a vector, as 128 bits.

    Spec: text-vec
    """
    return vector_of(p.lanes(p.shape()))


def vector_of(lanes: list[int]) -> int:
    """The vector of `lanes`, which share its 128 bits, lowest first."""
    width = 128 // len(lanes)
    bits = 0
    for lane in reversed(lanes):
        bits = bits << width | lane
    return bits


def resulttypes(p: Parser) -> tuple[ValType, ...] | None:
    """Spec: text-select"""
    if not p.opens("result"):
        return None
    return tuple(results(p))


def _labels(p: Parser) -> Args:
    """Spec: text-br_table"""
    ls = [p.label()]
    while p.has_index():
        ls.append(p.label())
    return tuple(ls[:-1]), ls[-1]


def _optional(kind: str, p: Parser) -> int:
    """An index that is 0 if left out.

    Spec: text-tableidx, text-memidx
    """
    return optional(p, kind) if p.has_index() else 0


def _optional_pair(kind: str, p: Parser) -> Args:
    """Two indices that are both 0 if left out.

    Spec: text-tableidx, text-memidx
    """
    if not p.has_index():
        return 0, 0
    return optional(p, kind), p.index(p.spaces[kind])


def _segment(kind1: str, kind2: str, p: Parser) -> Args:
    """A segment after the table or memory, which is 0 if left out.

    Spec: text-table.init, text-memory.init
    """
    following = p.tokens[p.i + 1]
    both = following[0] == "$" or NAT.fullmatch(following) is not None
    x = optional(p, kind1) if both else 0
    return x, p.index(p.spaces[kind2])


def _call_indirect(p: Parser) -> Args:
    """Spec: text-call_indirect"""
    return _optional("tableidx", p), typeuse(p, None)


def _field(p: Parser) -> Args:
    """Spec: text-fieldidx"""
    x = p.index(p.spaces["typeidx"])
    return x, p.field(x)


def _index(kind: str, p: Parser) -> int:
    return p.index(p.spaces[kind])


def _number(kind: str, p: Parser) -> int:
    return p.number(kind)


# How a single immediate of each kind is written.
ONE: dict[str, Callable[[Parser], Immediate]] = {
    **{kind: partial(_index, kind) for kind in CATEGORIES},
    **{kind: partial(_number, kind) for kind in ("i32", "i64", "f32", "f64")},
    "labelidx": Parser.label,
    "laneidx": lambda p: p.natural(8),
    "u32": lambda p: p.natural(32),
    "v128": vector,
    "heaptype": heaptype,
    "reftype": reftype,
    "resulttypes": resulttypes,
    "blocktype": blocktype,
    "catches": catches,
}
# How all immediates together are written, where that is not one after the other.
ALL: dict[tuple[str, ...], Callable[[Parser], Args]] = {
    ("tableidx",): lambda p: (_optional("tableidx", p),),
    ("memidx",): lambda p: (_optional("memidx", p),),
    ("tableidx", "tableidx"): partial(_optional_pair, "tableidx"),
    ("memidx", "memidx"): partial(_optional_pair, "memidx"),
    ("tableidx", "elemidx"): partial(_segment, "tableidx", "elemidx"),
    ("memidx", "dataidx"): partial(_segment, "memidx", "dataidx"),
    ("tableidx", "typeidx"): _call_indirect,
    ("typeidx", "fieldidx"): _field,
    ("labelidxs", "labelidx"): _labels,
    ("laneidxs",): shuffle,
}


def _arguments(op: Op) -> Callable[[Parser], Args]:
    """What reads the immediates of `op`."""
    kinds = tuple(kind for _, kind in op.immediates)
    if kinds in ALL:
        return ALL[kinds]
    if kinds and kinds[0].startswith("memarg("):
        bits = int(kinds[0][len("memarg(") : -1])
        if len(kinds) == 2:
            return lambda p: memarg_lane(p, bits)
        return lambda p: (memarg(p, bits),)
    readers = [ONE[kind] for kind in kinds]
    if len(readers) == 1:
        first = readers[0]
        return lambda p: (first(p),)
    return lambda p: tuple(read(p) for read in readers)


def _reader(op: Op) -> Reader:
    """What reads the rest of an instruction of `op`."""
    read = _arguments(op)
    return lambda p: p.instr(op, read(p))


def _by_nullability(op: Op, op_null: Op) -> Reader:
    """What reads a reference type where there is a row for each nullability.

    Spec: text-instr-ref
    """

    def read(p: Parser) -> Instr:
        rt = reftype(p)
        return p.instr(op_null if rt.null else op, (rt.heap,))

    return read


def _by_presence(op: Op, op_with: Op) -> Reader:
    """What reads result types where there is a row without and one with them.

    Spec: text-select
    """

    def read(p: Parser) -> Instr:
        at = p.i + 1
        ts = resulttypes(p)
        if ts is None:
            return p.instr(op, ())
        if lacks := op_with.lacks(p.features.on):
            raise lacking(p.unexpected("an instruction", at), lacks)
        return p.instr(op_with, (ts,))

    return read


def _readers() -> dict[str, Reader]:
    readers: dict[str, Reader] = {}
    for keyword, ops in KEYWORDS.items():
        if len(ops) == 2 and ops[1].name.endswith(" null"):
            readers[keyword] = _by_nullability(*ops)
        elif len(ops) == 2:
            readers[keyword] = _by_presence(*ops)
        elif ops[0].immediates and not (ops[0].opens or ops[0].closes):
            readers[keyword] = _reader(ops[0])
    return readers


READERS = _readers()  # of instructions with immediates that enclose nothing
PLAIN = {  # instructions without immediates
    keyword: Instr(ops[0], ())
    for keyword, ops in KEYWORDS.items()
    if len(ops) == 1 and not (ops[0].immediates or ops[0].closes)
}
BLOCKS = {keyword: ops[0] for keyword, ops in KEYWORDS.items() if ops[0].opens}
CLOSERS = {keyword: ops[0] for keyword, ops in KEYWORDS.items() if ops[0].closes}
_CLOSING = {op: _reader(op) for op in CLOSERS.values() if op.immediates}
_CLOSED = {op: Instr(op, ()) for op in CLOSERS.values() if not op.immediates}


def closing(p: Parser, op: Op) -> Instr:
    """The rest of an instruction that ends a block or a branch of one."""
    return _CLOSING[op](p) if op.immediates else _CLOSED[op]
