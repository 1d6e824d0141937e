"""Kernels of our own: each a text of one exported function `run`, and its value in plain Python."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from refwasm.binary.encode_module import encode_module
from refwasm.text.parse_module import parse_module

SOURCES = Path(__file__).with_name("wat")


@dataclass(frozen=True, slots=True)
class Kernel:
    """`run(n)` of the source `name` gives `expected(n)`, of `bits` bits or else a float."""

    name: str
    n: int
    expected: Callable[[int], int | float]
    bits: int | None = 32
    bar: str = ""  # for how many times pywasm's speed

    def binary(self) -> bytes:
        """The module, encoded by refwasm."""
        text = (SOURCES / f"{self.name}.wat").read_text("utf-8")
        return encode_module(parse_module(text))

    def check(self, n: int, result: float) -> None:
        """`result` is what `run(n)` must give, whether an engine reads integers signed or not."""
        expected = self.expected(n)
        if isinstance(expected, int) and isinstance(result, int) and self.bits:
            expected, result = expected % 2**self.bits, result % 2**self.bits
        if result != expected:
            raise ValueError(f"{self.name}({n}) is {expected}, not {result}")


def fib(n: int) -> int:
    """The `n`th number of Fibonacci."""
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def count(n: int) -> int:
    """The sum of the numbers below `n`."""
    return sum(range(n))


def sieve(n: int) -> int:
    """How many primes are below `n`."""
    return sum(all(i % j for j in range(2, int(i**0.5) + 1)) for i in range(2, n))


def sha256(n: int) -> int:
    """The first 8 bytes of the hash of `n` bytes that count up."""
    return int.from_bytes(hashlib.sha256(bytes(i % 256 for i in range(n))).digest()[:8], "big")


def matrix(n: int) -> float:
    """The sum of the elements of a product; no sum on the way is rounded."""
    r = range(n)
    return float(sum((i + k / 2) * (k - j / 4) for i in r for j in r for k in r))


KERNELS = (
    Kernel("fib", 24, fib, bar=">= 8"),
    Kernel("count", 50_000, count, bar=">= 8"),
    Kernel("sieve", 8_000, sieve),
    Kernel("sha256", 1_000, sha256, bits=64),
    Kernel("matrix", 16, matrix, bits=None),
)
