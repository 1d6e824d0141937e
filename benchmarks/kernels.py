"""Kernels of our own: each a text of one exported function `run`, and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks import plain
from refwasm.binary.encode_module import encode_module
from refwasm.text.parse_module import parse_module

SOURCES = Path(__file__).with_name("wat")


@dataclass(frozen=True, slots=True)
class Kernel:
    """`run(n)` of the source `name` gives `expected(n)`, modulo 2^64.

    Quick subjects run it for `n`, slow ones, some hundred times as slow, for `few`.
    """

    name: str
    about: str
    n: int
    few: int
    expected: Callable[[int], int]
    scalar: bool = True

    def text(self) -> str:
        """The source."""
        return (SOURCES / f"{self.name}.wat").read_text("utf-8")

    def binary(self) -> bytes:
        """The module, encoded by refwasm."""
        return encode_module(parse_module(self.text()))

    def value(self, n: int) -> int:
        """What `run(n)` gives, in the unsigned reading."""
        return _value(self.expected, n)

    def check(self, n: int, result: int) -> None:
        """Raises ValueError unless `result` is what `run(n)` gives, in any reading."""
        if result % 2**64 != self.value(n):
            raise ValueError(f"{self.name}({n}) is {self.value(n)}, not {result % 2**64}")


@cache
def _value(expected: Callable[[int], int], n: int) -> int:
    return expected(n) % 2**64


KERNELS = (
    Kernel("fib", "recursion", 29, 19, plain.fib),
    Kernel("loop", "a loop of 64-bit integers", 1_200_000, 40_000, plain.loop),
    Kernel("dispatch", "calls through a table", 700_000, 15_000, plain.dispatch),
    Kernel("sieve", "bytes of memory", 1_000_000, 30_000, plain.sieve),
    Kernel("sha256", "rotations and sums", 120_000, 2_000, plain.sha256),
    Kernel("mandelbrot", "floats in locals", 350, 40, plain.mandelbrot),
    Kernel("matrix", "floats in memory", 110, 24, plain.matrix),
    Kernel("lz", "a compressor", 250_000, 8_000, plain.lz),
    Kernel("bytecode", "an interpreter, by br_table", 900, 60, plain.bytecode),
    Kernel("simd", "vectors", 20_000, 500, plain.simd, scalar=False),
    Kernel("trees", "structures that are collected", 4_000, 300, plain.trees, scalar=False),
    Kernel("throw", "exceptions", 300_000, 5_000, plain.throw, scalar=False),
)
