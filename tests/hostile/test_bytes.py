"""Binaries with something broken on purpose."""

from __future__ import annotations

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.sections import ORDER, START
from tests.binary.build import custom, leb, module, section, sized, with_code
from tests.hostile.binaries import ALL, BROKEN_NAMES, FUNC, leb_of_length
from tests.hostile.outcome import outcome

TOO_LONG = "malformed: integer representation too long"
TOO_LARGE = "malformed: integer too large"


@pytest.mark.parametrize("length", range(1, 14))
@pytest.mark.parametrize(
    ("opcode", "bits"), [(b"\x41", 32), (b"\x42", 64), (b"\x0c", 32), (b"\x02", 33)]
)
def test_integers_of_every_length(opcode: bytes, bits: int, length: int) -> None:
    after = b"\x1a\x0b" if opcode < b"\x43" and opcode > b"\x40" else b"\x0b\x0b"
    found = outcome(with_code(b"\x00" + opcode + leb_of_length(0, length) + after))
    fits = length <= -(-bits // 7)
    assert found.startswith(TOO_LONG) != fits


@pytest.mark.parametrize("byte", [0x08, 0x10, 0x40, 0x70, 0x0F, 0x7F])
def test_last_bytes_of_integers(byte: int) -> None:
    found = outcome(with_code(b"\x00\x41\x80\x80\x80\x80" + bytes([byte]) + b"\x1a\x0b"))
    assert (found == "valid") == (byte == 0x7F) or found.startswith(TOO_LARGE)
    assert outcome(with_code(b"\x00\x0c\x80\x80\x80\x80" + bytes([byte]) + b"\x0b")) != "valid"


@pytest.mark.parametrize("number", [n for n in ORDER if n != START])
@pytest.mark.parametrize("count", [1, 2, 100, 2**31, ALL - 1, ALL])
def test_counts_without_entries(number: int, count: int) -> None:
    data = module(bytes([number]) + sized(leb(count)))
    assert outcome(data).startswith("malformed: ")


@pytest.mark.parametrize("number", range(16))
@pytest.mark.parametrize("size", [1, 2**31, ALL])
def test_sizes_without_bytes(number: int, size: int) -> None:
    assert outcome(module(bytes([number]) + leb(size))).startswith("malformed: ")


@pytest.mark.parametrize("number", range(256))
def test_every_section_id(number: int) -> None:
    assert outcome(module(bytes([number]) + b"\x01\x00"))


@pytest.mark.parametrize("prefix", [b"", b"\xfb", b"\xfc", b"\xfd", b"\xfe"])
def test_every_opcode(prefix: bytes) -> None:
    for code in range(512 if prefix else 256):
        opcode = prefix + (leb(code) if prefix else bytes([code]))
        for immediates in (b"", b"\x00", b"\x00" * 3, b"\x00" * 17, b"\xff" * 20, b"\x40", b"\x05"):
            assert outcome(with_code(b"\x00" + opcode + immediates + b"\x0b"))


@pytest.mark.parametrize("data", BROKEN_NAMES, ids=bytes.hex)
def test_names_never_make_a_module_wrong(data: bytes) -> None:
    assert outcome(module(FUNC, section(10, b"\x02\x00\x0b"), custom(b"name", data))) == "valid"
    for cut in range(len(data)):
        assert outcome(module(custom(b"name", data[:cut]))) == "valid"


@pytest.mark.parametrize("size", [0, 1, 3, 4, 7])
def test_before_the_first_section(size: int) -> None:
    assert outcome(module()[:size]).startswith("malformed: ")


def test_memory_views_are_read() -> None:
    data = with_code(b"\x00\x0b")
    assert decode_module(memoryview(data)) == decode_module(data)
