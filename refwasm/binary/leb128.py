"""Integers of variable length, seven bits to a byte, the lowest first (section "Integers")."""

from __future__ import annotations

from refwasm.errors import Malformed

END = "unexpected end of section or function"


def read_unsigned(data: bytes, pos: int, bits: int) -> tuple[int, int]:
    """The unsigned integer below 2**bits at `pos`, and the position after it.

    Spec: binary-uint
    """
    n = shift = 0
    while shift < bits:
        if pos >= len(data):
            raise Malformed(END, offset=pos)
        byte = data[pos]
        if shift + 7 > bits and byte & 0x7F >= 1 << bits - shift:
            raise Malformed(f"integer too large: it exceeds {bits} bits", offset=pos)
        n |= (byte & 0x7F) << shift
        pos += 1
        if byte < 0x80:
            return n, pos
        shift += 7
    raise Malformed(_too_long(bits), offset=pos)


def read_signed(data: bytes, pos: int, bits: int) -> tuple[int, int]:
    """The signed integer in two's complement of `bits` bits at `pos`, and the position after it.

    Spec: binary-sint
    """
    n = shift = 0
    while shift < bits:
        if pos >= len(data):
            raise Malformed(END, offset=pos)
        byte = data[pos]
        unused = -1 << bits - shift - 1 & 0x7F if shift + 7 > bits else 0
        if byte & unused not in (0, unused):
            raise Malformed(f"integer too large: it exceeds {bits} bits", offset=pos)
        n |= (byte & 0x7F) << shift
        pos += 1
        shift += 7
        if byte < 0x80:
            return (n - (1 << shift) if byte & 0x40 else n), pos
    raise Malformed(_too_long(bits), offset=pos)


def _too_long(bits: int) -> str:
    return f"integer representation too long: {bits} bits fit into {-(-bits // 7)} bytes"


def unsigned(n: int) -> bytes:
    """The shortest spelling of the unsigned integer `n`."""
    if n < 0x80:
        return n.to_bytes()
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def signed(n: int) -> bytes:
    """The shortest spelling of the signed integer `n`."""
    out = bytearray()
    while not -0x40 <= n < 0x40:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n & 0x7F)
    return bytes(out)
