"""Input that means harm: an error with its place or a module, in time and memory of its size."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Callable

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.errors import Malformed
from refwasm.generated.opcodes import OPS
from refwasm.syntax.features import EDITIONS
from refwasm.syntax.instructions import Expr, Instr
from refwasm.syntax.modules import Func, Module
from refwasm.syntax.types import I32
from tests.customs.test_kind_name import ALL

from .build import custom, leb, module, samples, section, sized, with_code

END = bytes([0x0B])


def sample() -> bytes:
    """A module with something of everything."""
    own = [op for op in OPS if op.since in EDITIONS and not op.closes]
    instrs = [samples(op)[0] for op in own if op.code % 3 == 0]
    closing = [Instr(op, ()) for op in OPS if op.name == "end"]
    ends = closing * (sum(instr.op.opens for instr in instrs) + 1)
    code = Module(funcs=(Func(0, ((1, I32),), Expr(instrs + ends)),), data_count=True)
    h = bytes.fromhex
    others = (
        section(1, h("60 01 7f 02 7e 7d"), h("4e 02 50 00 5f 01 63 01 01 4f 01 01 5e 78 00")),
        section(2, h("01 6d 01 66 00 00"), h("01 6d 01 67 03 7f 01")),
        section(4, h("70 00 01"), h("40 00 63 6e 05 01 02 d0 6e 0b")),
        section(5, h("01 01 02"), h("04 ff ff ff ff ff ff ff ff ff 01")),
        section(13, h("00 00")),
        section(6, h("7f 01 41 7f 0b")),
        section(7, h("01 65 04 00")),
        section(9, h("00 41 00 0b 02 00 01"), h("07 6f 01 d0 6f 0b"), h("02 01 41 01 0b 00 00")),
        section(11, h("02 01 42 00 0b 02 61 62"), h("01 00")),
    )
    m = decode_module(module(*others))
    m.funcs, m.data_count, m.names = code.funcs, True, ALL
    return encode_module(m, names=True)


SAMPLE = sample()


def outcome(data: bytes) -> bool:
    """Whether `data` is a module; if so, it survives going both ways."""
    try:
        m = decode_module(data)
    except Malformed as error:
        assert error.offset is not None and 0 <= error.offset <= len(data)
        assert "\n" not in error.message
        return False
    again = decode_module(encode_module(m))
    assert again == m
    assert [(c.name, c.after) for c in again.customs] == [(c.name, c.after) for c in m.customs]
    return True


def test_sample_is_a_module() -> None:
    assert outcome(SAMPLE) and encode_module(decode_module(SAMPLE)) == SAMPLE


def test_truncated_anywhere() -> None:
    whole = [n for n in range(len(SAMPLE)) if outcome(SAMPLE[:n])]
    assert whole and len(whole) < 12  # where a section ends and nothing is promised


@pytest.mark.parametrize("seed", range(4))
def test_bytes_changed(seed: int) -> None:
    rng = random.Random(seed)
    results = []
    for _ in range(500):
        data = bytearray(SAMPLE)
        for _ in range(rng.choice((1, 1, 2, 3))):
            at = rng.randrange(8, len(data))
            data[at] = rng.choice((rng.randrange(256), data[at] ^ 1 << rng.randrange(8), 0xFF, 0))
        results.append(outcome(bytes(data)))
    assert any(results) and not all(results)


DEEP = 30_000


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        (b"\x02\x40", END),
        (b"\x03\x40", END),
        (b"\x41\x00\x04\x40", END),
        (b"\x04\x40\x05", END),
        (b"\x1f\x40\x00", END),
        (b"\x02\x80\x80\x80\x80\x00", END),
        (b"\x0e\x02\x00\x00\x00", b""),
        (b"", END),
        (b"\x02\x40", b""),
        (b"\x02\x40", b"\x05"),
    ],
)
def test_depth_costs_what_length_costs(opening: bytes, closing: bytes) -> None:
    data = with_code(b"\x00" + opening * DEEP + closing * DEEP + END)
    start = time.process_time()
    outcome(data)
    assert time.process_time() - start < 10


def peak(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_four_billion_locals_take_no_memory() -> None:
    data = with_code(b"\x01" + leb(2**32 - 1) + b"\x7f\x0b")
    assert peak(lambda: encode_module(decode_module(data))) < 100_000


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13])
def test_counts_are_bounded_by_bytes(number: int) -> None:
    data = module(bytes([number]) + sized(leb(2**32 - 1) + b"\x00" * 8), custom(b"", b"\x00" * 99))

    def work() -> None:
        with pytest.raises(Malformed, match="length out of bounds"):
            decode_module(data)

    assert peak(work) < 100_000


@pytest.mark.parametrize(
    ("number", "entry"),
    [
        (1, "60 00 00"),
        (2, "00 00 00 00"),
        (5, "00 00"),
        (6, "7f 00 0b"),
        (7, "00 00 00"),
        (9, "05 70 00"),
        (11, "01 00"),
    ],
)
def test_memory_is_that_of_the_bytes(number: int, entry: str) -> None:
    data = module(section(number, *[bytes.fromhex(entry)] * 20_000))
    assert peak(lambda: decode_module(data)) < 300 * len(data)


def test_elements_by_index_share_their_expressions() -> None:
    data = module(section(9, b"\x01\x00" + leb(50_000) + b"\x00" * 50_000))
    assert peak(lambda: decode_module(data)) < 40 * len(data)
