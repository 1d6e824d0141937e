"""Random choices and random values, biased towards the edges of each type."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from refwasm.syntax.types import F32, F64, I8, I16, I32, I64, NumType, PackedType, VecType

T = TypeVar("T")

# Bit patterns of floats: zeros, ones, subnormals, the largest, infinities, NaNs quiet and signalling
# with payloads, and where integers and the next narrower format end.
FLOATS = {
    F32: (
        0x00000000, 0x80000000, 0x3F800000, 0xBF800000, 0x00000001, 0x80000001, 0x007FFFFF,
        0x00800000, 0x7F7FFFFF, 0xFF7FFFFF, 0x7F800000, 0xFF800000, 0x7FC00000, 0xFFC00000,
        0x7F800001, 0xFFA12345, 0x7FC0BEEF, 0x3F000000, 0xBF000000, 0x3FC00000, 0x40490FDB,
        0x4B000001, 0x4B800000, 0x4EFFFFFF, 0x4F000000, 0xCF000000, 0xCF000001, 0x4F7FFFFF,
        0x4F800000, 0x5EFFFFFF, 0x5F000000, 0xDF000000, 0x5F7FFFFF, 0x5F800000, 0xBF7FFFFF,
    ),
    F64: (
        0x0000000000000000, 0x8000000000000000, 0x3FF0000000000000, 0xBFF0000000000000,
        0x0000000000000001, 0x800FFFFFFFFFFFFF, 0x0010000000000000, 0x7FEFFFFFFFFFFFFF,
        0xFFEFFFFFFFFFFFFF, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000,
        0xFFF8000000000000, 0x7FF0000000000001, 0xFFF4123456789ABC, 0x7FF80000DEADBEEF,
        0x3FE0000000000000, 0xBFE0000000000000, 0x3FF8000000000000, 0x400921FB54442D18,
        0x41DFFFFFFFC00000, 0x41E0000000000000, 0xC1E0000000000000, 0xC1E0000000200000,
        0x41EFFFFFFFE00000, 0x41F0000000000000, 0x43DFFFFFFFFFFFFF, 0x43E0000000000000,
        0xC3E0000000000000, 0x43EFFFFFFFFFFFFF, 0x43F0000000000000, 0x4330000000000001,
        0x36A0000000000000, 0x3690000000000001, 0x47EFFFFFE0000000, 0x47EFFFFFF0000000,
        0xBFEFFFFFFFFFFFFF,
    ),
}  # fmt: skip

LANES: tuple[NumType | PackedType, ...] = (I8, I16, I32, I64, F32, F64)


class Chance:
    """A stream of choices that depends on `seed` alone, whatever the version of Python.

    Of Python's generator it uses what is promised never to change: seeding by an integer, `random`.
    """

    __slots__ = ("random",)

    def __init__(self, seed: int):
        self.random = Random(seed).random

    def below(self, n: int) -> int:
        """An integer from 0 to `n` - 1."""
        return int(self.random() * n)

    def odds(self, p: float) -> bool:
        """True with probability `p`."""
        return self.random() < p

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`."""
        return items[int(self.random() * len(items))]

    def some(self, items: Sequence[T], least: int, most: int) -> tuple[T, ...]:
        """`least` to `most` of `items`, any of them repeatedly."""
        return tuple([self.pick(items) for _ in range(least + self.below(most - least + 1))])

    def bits(self, n: int) -> int:
        """`n` random bits."""
        found = 0
        for _ in range(0, n, 32):
            found = found << 32 | int(self.random() * 2**32)
        return found >> -n % 32

    def integer(self, N: int) -> int:
        """An integer of `N` bits, unsigned."""
        match self.below(8):
            case 0 | 1 | 2:
                return self.below(9)
            case 3:
                return (1 << N) - 1 - self.below(3)
            case 4:
                return (1 << N - 1) - 1 + self.below(3)
            case 5:
                return ((1 << self.below(N)) + self.below(3) - 1) % (1 << N)
            case 6:
                return self.pick((0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000)) % (
                    1 << N
                )
            case _:
                return self.bits(N)

    def float(self, t: NumType) -> int:
        """The bit pattern of a float of type `t`."""
        return self.pick(FLOATS[t]) if self.odds(0.8) else self.bits(t.bits)

    def vector(self) -> int:
        """128 bits, as lanes of one shape."""
        t = self.pick(LANES)
        N = t.bits
        lanes = [self.number(t) for _ in range(128 // N)]
        if self.odds(0.3):
            lanes = [lanes[0]] * len(lanes)
        return sum(lane << N * k for k, lane in enumerate(lanes))

    def number(self, t: NumType | VecType | PackedType) -> int:
        """The bit pattern of a value of type `t`."""
        if isinstance(t, VecType):
            return self.vector()
        if isinstance(t, NumType) and t in FLOATS:
            return self.float(t)
        return self.integer(t.bits)
