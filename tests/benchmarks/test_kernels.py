"""Kernels find what plain Python finds, on each tier."""

from __future__ import annotations

import pytest

from benchmarks import plain
from benchmarks.engines import load_refwasm
from benchmarks.kernels import KERNELS, SOURCES, Kernel
from benchmarks.tiny import TINY, different, rate, same
from refwasm.compile.tiers import TIERS

ARGUMENTS = {
    "fib": (0, 1, 2, 10),
    "loop": (0, 1, 100),
    "dispatch": (0, 1, 300),
    "sieve": (0, 2, 3, 100),
    "sha256": (0, 55, 56, 64, 130),
    "mandelbrot": (1, 2, 9),
    "matrix": (1, 2, 5),
    "lz": (0, 3, 4, 700),
    "bytecode": (0, 1, 2, 10),
    "simd": (0, 1, 40),
    "trees": (0, 1, 12),
    "throw": (0, 1, 12),
    "tiny": (0, 3),
}


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("kernel", [*KERNELS, TINY], ids=lambda kernel: kernel.name)
def test_value(kernel: Kernel, tier: str) -> None:
    run = load_refwasm(kernel.binary(), tier=tier)
    for n in ARGUMENTS[kernel.name]:
        kernel.check(n, run(n))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (plain.fib(10), 55),
        (plain.loop(1), 1082269761),
        (plain.dispatch(1), 2**32 - 1),
        (plain.sieve(100), 25),
        (plain.sha256(0), 0xE3B0C44298FC1C14),
        (plain.mandelbrot(1), 1),
        (plain.matrix(2), 0x400A000000000000),
        (plain.bytecode(3), 0 + 1 + 7),
        (plain.trees(9), sum((0, 2, 8, 24, 64, 160, 384, 896, 8))),
        (plain.throw(4), 0 + 2 + 2 + 6),
    ],
)
def test_plain_python(value: int, expected: int) -> None:
    assert value == expected


def test_the_compressor_of_plain_python_can_be_undone() -> None:
    n = 3000
    words = plain.words(n)
    out = bytearray()
    packed = plain.pack(words)
    k = 0
    while k < len(packed):
        if packed[k] < 128:
            out.append(packed[k])
            k += 1
            continue
        distance = int.from_bytes(packed[k + 1 : k + 3], "little")
        for _ in range(packed[k] - 124):
            out.append(out[-distance])
        k += 3
    assert out == words
    assert len(packed) < n / 2
    assert plain.lz(n) >> 32 == len(packed)


def test_every_source_is_a_kernel() -> None:
    names = {path.stem for path in SOURCES.iterdir()}
    assert names == {kernel.name for kernel in KERNELS} | {TINY.name}


def test_what_the_pages_say_of_the_kernels() -> None:
    assert sum(kernel.scalar for kernel in KERNELS) == 9
    assert all(kernel.few < kernel.n for kernel in KERNELS)


@pytest.mark.parametrize(("result", "same"), [(-1, True), (2**64 - 1, True), (1, False)])
def test_check(result: int, same: bool) -> None:
    kernel = Kernel("k", "", 1, 1, lambda n: -n)
    if same:
        kernel.check(1, result)
    else:
        with pytest.raises(ValueError, match=r"^k\(1\) is 18446744073709551615, not 1$"):
            kernel.check(1, result)


def test_tiny_modules() -> None:
    assert len(TINY.binary()) == 170
    assert rate("interpret", same(2)) > 0
    assert rate("interpret", different(2)) > 0


def test_different_tiny_modules_differ() -> None:
    binaries = [binary for binary, _ in different(3)]
    assert len(set(binaries)) == 3
