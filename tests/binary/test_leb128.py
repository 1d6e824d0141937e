"""Integers of variable length."""

from __future__ import annotations

import pytest

from refwasm.binary.leb128 import END, read_signed, read_unsigned, signed, unsigned
from refwasm.errors import Malformed

EDGES = [2**k + d for k in (0, 6, 7, 8, 13, 14, 31, 32, 33, 63, 64) for d in (-1, 0, 1)]
LONG, LARGE = "integer representation too long", "integer too large"


@pytest.mark.parametrize("bits", [7, 8, 32, 64])
def test_unsigned_both_ways(bits: int) -> None:
    for n in [n for n in EDGES if 0 <= n < 2**bits]:
        spelling = unsigned(n)
        assert read_unsigned(b"x" + spelling + b"\xff", 1, bits) == (n, 1 + len(spelling))
        assert len(spelling) == max(1, -(-n.bit_length() // 7))


@pytest.mark.parametrize("bits", [7, 32, 33, 64])
def test_signed_both_ways(bits: int) -> None:
    edges = [sign * n for n in EDGES for sign in (1, -1)]
    for n in [n for n in edges if -(2 ** (bits - 1)) <= n < 2 ** (bits - 1)]:
        spelling = signed(n)
        assert read_signed(b"x" + spelling + b"\xff", 1, bits) == (n, 1 + len(spelling))
        assert len(spelling) == ((n if n >= 0 else ~n).bit_length() + 7) // 7


@pytest.mark.parametrize(
    ("data", "bits", "value"),
    [
        ("8000", 32, 0),
        ("ff80808000", 32, 127),
        ("ffffffff0f", 32, 2**32 - 1),
        ("8080808000", 32, 0),
        ("ffffffffffffffffff01", 64, 2**64 - 1),
        ("ff01", 8, 255),
    ],
)
def test_unsigned_padded(data: str, bits: int, value: int) -> None:
    assert read_unsigned(bytes.fromhex(data), 0, bits) == (value, len(data) // 2)


@pytest.mark.parametrize(
    ("data", "bits", "value"),
    [
        ("ff7f", 32, -1),
        ("ffffffff7f", 32, -1),
        ("8080808078", 32, -(2**31)),
        ("ffffffff07", 32, 2**31 - 1),
        ("ffffffff0f", 33, 2**32 - 1),
        ("ffffffffffffffffff7f", 64, -1),
        ("8080808080808080807f", 64, -(2**63)),
    ],
)
def test_signed_padded(data: str, bits: int, value: int) -> None:
    assert read_signed(bytes.fromhex(data), 0, bits) == (value, len(data) // 2)


@pytest.mark.parametrize(
    ("data", "bits", "text", "offset"),
    [
        ("", 32, END, 0),
        ("8080", 32, END, 2),
        ("808080808000", 32, LONG, 5),
        ("8080808010", 32, LARGE, 4),
        ("ffffffff1f", 32, LARGE, 4),
        ("80808080808080808002", 64, LARGE, 9),
        ("8080808080808080808000", 64, LONG, 10),
        ("8002", 8, LARGE, 1),
        ("808000", 8, LONG, 2),
    ],
)
def test_unsigned_malformed(data: str, bits: int, text: str, offset: int) -> None:
    with pytest.raises(Malformed, match=text) as caught:
        read_unsigned(bytes.fromhex(data), 0, bits)
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("data", "bits", "text", "offset"),
    [
        ("", 32, END, 0),
        ("808080808000", 32, LONG, 5),
        ("8080808008", 32, LARGE, 4),
        ("ffffffff6f", 32, LARGE, 4),
        ("8080808070", 32, LARGE, 4),
        ("8080808010", 33, LARGE, 4),
        ("80808080808080808001", 64, LARGE, 9),
        ("ffffffffffffffffff7e", 64, LARGE, 9),
        ("ff7f", 7, LONG, 1),
    ],
)
def test_signed_malformed(data: str, bits: int, text: str, offset: int) -> None:
    with pytest.raises(Malformed, match=text) as caught:
        read_signed(bytes.fromhex(data), 0, bits)
    assert caught.value.offset == offset
