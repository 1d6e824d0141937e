"""Instructions: every row both ways, and the two ways of reading a body against each other."""

from __future__ import annotations

import random

import pytest

from refwasm.binary import decode_instructions
from refwasm.binary.decode_instructions import (
    RUN,
    SPELLING,
    CodeReader,
    Spellings,
    read_expression,
)
from refwasm.binary.encode_sections import Encoder
from refwasm.errors import Malformed
from refwasm.generated.encoder import ROWS
from refwasm.generated.opcodes import END, NOP, OPS
from refwasm.syntax.features import EDITIONS
from refwasm.syntax.instructions import Expr, Instr, Op

from .build import EVERYTHING, samples

IRREGULAR = {"labelidxs", "catches"}  # lists, whose length precedes them
# What begins a branch that an instruction may end.
OPENERS = {op: next(o for o in OPS if o.name == op.after[0]) for op in OPS if op.after}


def ids(op: Op) -> str:
    return op.name


def body(op: Op) -> Expr:
    """An expression that holds all samples of `op`, each closed if it opens a block."""
    instrs = [] if op is END else samples(op)
    if op.after:
        opener = samples(OPENERS[op])[0]
        instrs = [i for instr in instrs for i in (opener, instr)]
    opened = sum(instr.op.opens for instr in instrs)
    closed = sum(instr.op.closes and not instr.op.continues for instr in instrs)
    return Expr(instrs + [Instr(END, ())] * (opened - closed + 1))


def test_rows_are_the_table() -> None:
    assert tuple(ROWS) == OPS


@pytest.mark.parametrize("op", OPS, ids=ids)
def test_both_ways(op: Op) -> None:
    expr = body(op)
    data = Encoder().expression(expr)
    at_once, singly = CodeReader(data, EVERYTHING), CodeReader(data, EVERYTHING)
    result = read_expression(at_once, limit=len(data))
    again = read_expression(singly)
    assert result == again == expr
    assert result.positions == again.positions
    assert at_once.pos == singly.pos == len(data)


@pytest.mark.parametrize("op", OPS, ids=ids)
def test_opcode_is_the_op(op: Op) -> None:
    opcode, _ = ROWS[op]
    if op.prefix is None:
        assert opcode == bytes([op.code])
    else:
        assert opcode[0] == op.prefix
        assert sum((byte & 0x7F) << 7 * i for i, byte in enumerate(opcode[1:])) == op.code


def is_regular(op: Op) -> bool:
    return op.since in EDITIONS and IRREGULAR.isdisjoint(kind for _, kind in op.immediates)


@pytest.mark.parametrize("op", OPS, ids=ids)
def test_usual_spellings_are_regular(op: Op) -> None:
    opcode, immediates = ROWS[op]
    spellings = [opcode + immediates(instr.args) for instr in samples(op)]
    assert any(map(SPELLING.fullmatch, spellings)) == is_regular(op)


@pytest.mark.parametrize("op", OPS, ids=ids)
def test_what_is_regular_is_well_formed(op: Op) -> None:
    """Whatever the expressions cut out is an instruction, to its last byte."""
    rng = random.Random(op.name)
    opcode, _ = ROWS[op]
    edges = (0x00, 0x0F, 0x10, 0x3F, 0x40, 0x63, 0x64, 0x70, 0x7F, 0x80, 0xFF)
    cut = 0
    for _ in range(300):
        data = opcode + bytes(
            rng.choice(edges) if rng.random() < 0.8 else rng.randrange(256) for _ in range(24)
        )
        if piece := SPELLING.match(data):
            assert Spellings()[piece[0]].op is op
            cut += 1
    assert (cut > 0) == is_regular(op)


def test_equal_bytes_are_one_object() -> None:
    r = CodeReader(bytes.fromhex("20 01 20 01 0e 01 00 00 0e 01 00 00 01 01 0b"))
    local, again, table, table_again, nop, nop_again, _ = read_expression(r, 15).instrs
    assert local is again and table is table_again and nop is nop_again
    assert nop == Instr(NOP, ())


def test_few_instructions_are_kept_for_all_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[bytes, Instr] = {}
    monkeypatch.setattr(decode_instructions, "COMMON", kept)
    monkeypatch.setattr(decode_instructions, "MOST", 3)
    data = bytes.fromhex("fc 09 00 41 ff ff 00 20 00 20 01 20 02 20 03 20 00 0b")
    one, other = (read_expression(CodeReader(data), len(data)).instrs for _ in range(2))
    assert one == other
    assert [*kept] == [b"\x20\x00", b"\x20\x01", b"\x20\x02"]
    assert one[2] is other[2] is one[6]


@pytest.mark.parametrize("n", [4095, 4096, 4097, 9000])
def test_long_bodies_are_cut_in_runs(n: int) -> None:
    data = b"\x41\x05\x1a" * n + b"\x0b"
    expr = read_expression(CodeReader(data), limit=len(data))
    assert len(expr.instrs) == 2 * n + 1
    assert list(expr.positions[:3]) == [0, 2, 3] and expr.positions[-1] == 3 * n
    first = RUN.match(data)
    assert first and first.end() <= 4096 * 2


@pytest.mark.parametrize(
    ("data", "text", "offset", "instruction"),
    [
        ("", "unexpected end of section or function", 0, None),
        ("01", "unexpected end of section or function", 1, None),
        ("02 40 0b", "unexpected end of section or function", 3, None),
        ("01 ff 0b", "illegal opcode ff", 1, None),
        ("06 0b", "illegal opcode 06", 0, None),
        ("01 fb 1f 0b", "illegal opcode fb 1f", 1, None),
        ("fc 12 0b", "illegal opcode fc 12", 0, None),
        ("fd 9a 01 0b", "illegal opcode fd 9a", 0, None),
        ("fd 94 02 0b", "illegal opcode fd 114", 0, None),
        ("fc 80 80 80 80 10", "integer too large", 5, None),
        ("05 0b", "END opcode expected", 0, "else"),
        ("02 40 05 0b 0b", "END opcode expected", 2, "else"),
        ("04 40 05 05 0b 0b", "END opcode expected", 3, "else"),
        ("20 80 80 80 80 10 0b", "integer too large", 5, "local.get"),
        ("20 80 80 80 80 80 00 0b", "integer representation too long", 6, "local.get"),
        ("41 ff ff ff ff 4f 0b", "integer too large", 5, "i32.const"),
        ("28 80 01 00 0b", "malformed memop flags 0x80", 1, "i32.load"),
        ("28 00 80 80 80 80 80 80 80 80 80 02", "integer too large", 11, "i32.load"),
        ("02 41 0b", "malformed reference type 41", 1, "block"),
        ("02 c0 7f 0b", "integer representation too long", 2, "block"),
        ("02 63 7f 0b", "malformed heap type 7f", 2, "block"),
        ("1c 01 40 0b", "malformed reference type 40", 2, "select t"),
        ("d0 7f 0b", "malformed heap type 7f", 1, "ref.null"),
        ("fb 18 04 00 70 70 0b", "malformed br_on_cast flags 04", 2, "br_on_cast"),
        ("1f 40 01 04 00 0b 0b", "malformed catch clause 04", 3, "try_table"),
        ("0e ff ff ff ff 0f 00 0b", "length out of bounds", 1, "br_table"),
        ("43 00 00 00", "unexpected end of section or function", 4, "f32.const"),
        ("fd 0c 00 0b", "unexpected end of section or function", 4, "v128.const"),
    ],
)
@pytest.mark.parametrize("at_once", [False, True])
def test_malformed(
    data: str, text: str, offset: int, instruction: str | None, at_once: bool
) -> None:
    r = CodeReader(bytes.fromhex(data))
    with pytest.raises(Malformed) as caught:
        read_expression(r, limit=len(r.data) if at_once else 0)
    assert caught.value.message.startswith(text)
    assert (caught.value.offset, caught.value.instruction) == (offset, instruction)


@pytest.mark.parametrize(
    ("data", "offset", "instruction"),
    [
        ("07 00 0b", 0, "catch"),
        ("18 00 0b", 0, "delegate"),
        ("19 0b", 0, "catch_all"),
        ("04 40 07 00 0b 0b", 2, "catch"),
        ("06 40 05 0b 0b", 2, "else"),
        ("06 40 07 00 05 0b 0b", 4, "else"),
        ("06 40 19 07 00 0b 0b", 3, "catch"),
        ("06 40 19 19 0b 0b", 3, "catch_all"),
        ("06 40 19 18 00 0b", 3, "delegate"),
        ("06 40 07 00 18 00 0b", 4, "delegate"),
        ("02 40 06 40 18 00 19 0b 0b", 6, "catch_all"),
    ],
)
def test_a_branch_ends_with_what_may_end_it(data: str, offset: int, instruction: str) -> None:
    with pytest.raises(Malformed) as caught:
        read_expression(CodeReader(bytes.fromhex(data), EVERYTHING))
    assert caught.value.message.startswith("END opcode expected")
    assert (caught.value.offset, caught.value.instruction) == (offset, instruction)


@pytest.mark.parametrize("op", [op for op in OPS if op.since not in EDITIONS], ids=ids)
def test_what_proposals_bring_is_illegal_unless_asked_for(op: Op) -> None:
    opcode, _ = ROWS[op]
    with pytest.raises(Malformed) as caught:
        read_expression(CodeReader(opcode + b"\x0b" * 5))
    assert caught.value.message == f"illegal opcode {opcode.hex(' ')} [{op.feature}]"
    assert caught.value.offset == 0
