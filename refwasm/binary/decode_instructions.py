"""Instructions and expressions from bytes (section "Binary Format", "Instructions")."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from itertools import accumulate

from refwasm.binary.reader import Reader
from refwasm.binary.sections import USES_DATA
from refwasm.errors import Malformed
from refwasm.generated import opcodes
from refwasm.generated.decoder import PREFIXED, REGULAR, ROWS
from refwasm.generated.opcodes import OPS
from refwasm.regex import possessive_bytes
from refwasm.syntax.features import DEFAULT, Features, off
from refwasm.syntax.instructions import Expr, Instr, Op

# A run is bounded so that its pieces take little memory, however long the body.
SPELLING = re.compile(b"(?:%s)" % REGULAR)
RUN = re.compile(possessive_bytes(REGULAR, b"{1,4096}"))
END = bytes([opcodes.END.code])
ALONE = re.compile(b"(%s)%s" % (REGULAR, END))  # what most constant expressions are
NESTING = bytes(op.code for op in OPS if op.opens or op.closes)  # none has a prefix
BODY = 0  # what an expression itself opens, among the opcodes of blocks
CODES = {op.name: op.code for op in OPS if op.opens or op.continues}
AFTER = {op: bytes(CODES[name] for name in op.after) for op in OPS if op.after}


# Short instructions that modules have in common, each one object in all of them.
COMMON: dict[bytes, Instr] = {}
MOST, LONGEST = 4096, 3  # instructions, bytes of each
FEW = 256  # instructions of a run that are looked for there first


class Spellings(dict[bytes, Instr]):
    """The instructions of a module by their bytes, each one object.

    All that use data segments are here, other common ones need not be.
    """

    def __missing__(self, spelling: bytes) -> Instr:
        self[spelling] = instr = COMMON.get(spelling) or _instruction(spelling)
        if len(spelling) <= LONGEST and len(COMMON) < MOST and instr.op not in USES_DATA:
            COMMON[spelling] = instr
        return instr


@lru_cache(4096)
def _instruction(spelling: bytes) -> Instr:
    """The instruction that `spelling` is, by the rules of the current edition."""
    r = Reader(spelling)
    instr = read_instruction(r)
    assert r.pos == len(spelling), spelling
    return instr


def read_instruction(r: Reader) -> Instr:
    """The instruction at the reader's position.

    Spec: binary-instr
    """
    start = r.pos
    code = r.byte()
    if code in PREFIXED:
        number = r.u32()
        row = PREFIXED[code].get(number)
        text = f"{code:02x} {number:02x}"
    else:
        row = ROWS.get(code)
        text = f"{code:02x}"
    if row is None:
        raise Malformed(f"illegal opcode {text}", offset=start)
    op, immediates = row
    if lacks := op.lacks(r.features.on):
        raise Malformed(f"illegal opcode {text} {off(lacks)}", offset=start)
    try:
        return Instr(op, immediates(r))
    except Malformed as error:
        error.instruction = op.name
        raise


CLOSING = Spellings()[END]


class CodeReader(Reader):
    """A reader that keeps every instruction it meets, and every function of element segments."""

    __slots__ = ("functions", "regular", "spellings")

    def __init__(self, data: bytes, features: Features = DEFAULT):
        super().__init__(data, 0, features)
        self.regular = features.current  # whether the expressions of spellings hold
        self.spellings = Spellings()
        self.functions: dict[bytes, Expr] = {}


def read_expression(r: CodeReader, limit: int = 0) -> Expr:
    """The instructions up to the `end` that closes them.

    Up to `limit`, where the caller expects the last one to end, they are read in runs. Depth of
    nesting costs a byte per open block.
    Spec: binary-expr
    """
    spellings = r.spellings
    if not limit and r.regular and (found := _alone(r)) is not None:
        return found
    instrs: list[Instr] = []
    positions = array("Q")
    opened = bytearray([BODY])
    limit = limit if r.regular else 0
    while opened:
        first = len(instrs)
        run = RUN.match(r.data, r.pos, limit) if r.pos < limit else None
        if run is None:
            positions.append(r.pos)
            instrs.append(_single(r))
            nesting = [first] if instrs[first].op.opens or instrs[first].op.closes else []
        else:
            pieces = SPELLING.findall(r.data, r.pos, run.end())
            if len(pieces) <= FEW:
                common = COMMON.get
                read = [common(piece) or spellings[piece] for piece in pieces]
            else:
                read = [spellings[piece] for piece in pieces]
            instrs += read
            positions.extend(accumulate(map(len, pieces[:-1]), initial=r.pos))
            nesting = [i for i, (op, _) in enumerate(read, first) if op.opens or op.closes]
            r.pos = run.end()
        for i in nesting:
            op = instrs[i].op
            if op.opens:
                opened.append(op.code)
                continue
            branch = opened.pop()
            if op.continues or op.after:
                _go_on(opened, op, branch, positions[i])
            if not opened:
                r.pos = positions[i] + 1
                del instrs[i + 1 :], positions[i + 1 :]
                break
    return Expr(instrs, positions)


def _alone(r: CodeReader) -> Expr | None:
    """A single instruction that is not part of a block, and an `end`, if they come next."""
    start = r.pos
    alone = ALONE.match(r.data, start)
    if alone is None or (spelling := alone[1])[0] in NESTING:
        return None
    end = start + len(spelling)
    r.pos = end + 1
    instr = COMMON.get(spelling) or r.spellings[spelling]
    return Expr([instr, CLOSING], array("Q", (start, end)))


def _single(r: CodeReader) -> Instr:
    """One instruction, the same object for the same bytes."""
    start = r.pos
    instr = read_instruction(r)
    return r.spellings.setdefault(r.data[start : r.pos], instr)


def _go_on(opened: bytearray, op: Op, branch: int, position: int) -> None:
    """After `branch`, the last of those `opened`, comes what `op` begins, if it may."""
    if op.after and branch not in AFTER[op]:
        raise Malformed(f"END opcode expected, not {op}", offset=position, instruction=op.name)
    if op.continues:
        opened.append(op.code)
