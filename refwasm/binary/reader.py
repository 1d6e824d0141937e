"""Bytes on the way to syntax: a position that moves over them.

Whatever is read may run over the end of its section, up to the end of the bytes; only then is the
section's size compared. The official suite expects the errors that this order gives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Self, TypeVar

from refwasm.binary.leb128 import END, read_signed, read_unsigned
from refwasm.errors import Malformed
from refwasm.syntax.features import DEFAULT, Features, Older

T = TypeVar("T")


class Reader:
    """`data`, read up to `pos`, by the rules of `features`."""

    __slots__ = ("data", "features", "pos")

    def __init__(self, data: bytes, pos: int = 0, features: Features = DEFAULT):
        self.data = data
        self.features = features
        self.pos = pos

    def byte(self) -> int:
        """The next byte."""
        pos = self.pos
        if pos >= len(self.data):
            raise Malformed(END, offset=pos)
        self.pos = pos + 1
        return self.data[pos]

    def take(self, n: int) -> bytes:
        """The next `n` bytes."""
        start, end = self.pos, self.pos + n
        if n < 0 or end > len(self.data):
            raise Malformed(END, offset=len(self.data))
        self.pos = end
        return self.data[start:end]

    def fixed(self, n: int) -> int:
        """The next `n` bytes as an unsigned integer, little-endian."""
        return int.from_bytes(self.take(n), "little")

    def unsigned(self, bits: int) -> int:
        """An unsigned integer of `bits` bits, of variable length."""
        pos = self.pos
        if bits > 7 and pos < len(self.data) and self.data[pos] < 0x80:
            self.pos = pos + 1
            return self.data[pos]
        n, self.pos = read_unsigned(self.data, pos, bits)
        return n

    def signed(self, bits: int) -> int:
        """A signed integer of `bits` bits, of variable length."""
        n, self.pos = read_signed(self.data, self.pos, bits)
        return n

    def u32(self) -> int:
        """An index, a count, a size."""
        pos = self.pos
        if pos < len(self.data) and self.data[pos] < 0x80:
            self.pos = pos + 1
            return self.data[pos]
        return self.unsigned(32)

    def length(self) -> int:
        """A count of things that take a byte each at least, so that the bytes left bound it."""
        start, whole = self.pos, len(self.data)
        if start < whole and self.data[start] < 0x80:
            self.pos = start + 1
            n = self.data[start]
        else:
            n = self.unsigned(32)
        left = whole - start  # the count included: one too many ends unexpectedly
        if n > left and (Older.LENGTHS_OF_WHOLE not in self.features or n > whole):
            raise Malformed(f"length out of bounds: {n}, with {left} bytes left", offset=start)
        return n

    def vector(self, item: Callable[[Self], T]) -> tuple[T, ...]:
        """A list of what `item` reads.

        Spec: binary-list
        """
        n = self.length()
        if n == 1:
            return (item(self),)
        return tuple([item(self) for _ in range(n)]) if n else ()

    def indices(self) -> tuple[int, ...]:
        """A list of indices."""
        n = self.length()
        short = self.data[self.pos : self.pos + n]
        if len(short) == n and short.isascii():  # each of them one byte, its own value
            self.pos += n
            return tuple(short)
        return tuple([self.u32() for _ in range(n)])

    def name(self) -> str:
        """A name.

        Spec: binary-name
        """
        start, data = self.pos, self.data
        try:
            if start < len(data) and (n := data[start]) < 0x80 and start + n < len(data):
                self.pos = start + 1 + n
                return data[start + 1 : self.pos].decode()
            return self.take(self.length()).decode()
        except UnicodeDecodeError as error:
            raise Malformed(f"malformed UTF-8 encoding: {error.reason}", offset=start) from None

    def check_size(self, start: int, size: int) -> None:
        """Reject contents that began at `start` unless they took exactly `size` bytes."""
        if self.pos != start + size:
            took = self.pos - start
            text = f"section size mismatch: {size} bytes declared, {took} read"
            raise Malformed(text, offset=start)
