"""Kernels give the values that plain Python gives."""

from __future__ import annotations

import pytest

from benchmarks.engines import load_refwasm
from benchmarks.kernels import KERNELS, Kernel, count, fib, matrix, sha256, sieve
from benchmarks.small import TINY, run_tiny

ARGUMENTS = {
    "fib": (0, 1, 2, 10),
    "count": (1, 2, 100),
    "sieve": (0, 2, 3, 100),
    "sha256": (0, 55, 56, 64, 130),
    "matrix": (1, 2, 5),
    "tiny": (0, 3),
}


@pytest.mark.parametrize("kernel", [*KERNELS, TINY], ids=lambda kernel: kernel.name)
def test_value(kernel: Kernel) -> None:
    run = load_refwasm(kernel.binary())
    for n in ARGUMENTS[kernel.name]:
        kernel.check(n, run(n))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (fib(10), 55),
        (count(5), 10),
        (sieve(100), 25),
        (sha256(0), 0xE3B0C44298FC1C14),
        (matrix(2), 3.25),
        (TINY.expected(0), 285),
    ],
    ids=ARGUMENTS,
)
def test_plain_python(value: float, expected: float) -> None:
    assert value == expected


@pytest.mark.parametrize(
    ("bits", "expected", "result", "same"),
    [
        (32, 2**32 - 1, -1, True),
        (32, 2**32 + 5, 5, True),
        (64, 2**32 + 5, 5, False),
        (64, 2**64 - 1, -1, True),
        (None, 1.5, 1.5, True),
        (None, 1.5, 1.25, False),
    ],
)
def test_check(bits: int | None, expected: float, result: float, same: bool) -> None:
    kernel = Kernel("k", 1, lambda n: expected, bits)
    if same:
        kernel.check(1, result)
    else:
        with pytest.raises(ValueError, match=r"^k\(1\) is "):
            kernel.check(1, result)


def test_tiny_modules() -> None:
    run_tiny(2)
