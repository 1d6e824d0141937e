"""What the kernels find, in plain Python: nothing of refwasm is at work here."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable


def fib(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def loop(n: int) -> int:
    x, total = 1, 0
    for _ in range(n):
        x ^= x << 13 & 2**64 - 1
        x ^= x >> 7
        x ^= x << 17 & 2**64 - 1
        total += x
    return total


def dispatch(n: int) -> int:
    steps: tuple[Callable[[int, int], int], ...] = (
        lambda v, i: v + i,
        lambda v, i: i - v,
        lambda v, i: v ^ 0x5BD1E995,
        lambda v, i: v * 0x01000193,
        lambda v, i: v % 2**16 + i,
        lambda v, i: (v | i) - 1,
        lambda v, i: v << 5 | v >> 27,
        lambda v, i: v * v + i,
    )
    v = 1
    for i in range(n):
        v = steps[v % 8](v, i) % 2**32
    return v


def sieve(n: int) -> int:
    return sum(all(i % j for j in range(2, int(i**0.5) + 1)) for i in range(2, n))


def sha256(n: int) -> int:
    digest = hashlib.sha256(bytes(i % 256 for i in range(n))).digest()
    return int.from_bytes(digest[:8], "big")


def mandelbrot(n: int) -> int:
    width = 3 / n
    return sum(_escape(j * width - 2, i * width - 1.5) for i in range(n) for j in range(n))


def _escape(x: float, y: float) -> int:
    point = 0j
    for steps in range(50):
        if point.real**2 + point.imag**2 > 4:
            return steps
        a, b = point.real, point.imag
        point = complex(a * a - b * b + x, 2 * a * b + y)
    return 50


def matrix(n: int) -> int:
    r = range(n)
    total = sum((i + k / 2) * (k - j / 4) for i in r for j in r for k in r)
    (bits,) = struct.unpack("<q", struct.pack("<d", total))
    return int(bits)


def lz(n: int) -> int:
    out = pack(words(n))
    h = 0x811C9DC5
    for byte in out:
        h = (h ^ byte) * 0x01000193 % 2**32
    return len(out) << 32 | h


def words(n: int) -> bytes:
    """What is compressed."""
    data = bytearray()
    seed = 12345
    while len(data) < n:
        seed = (seed * 1103515245 + 12345) % 2**32
        word = seed >> 16 & 31
        data += bytes(97 + (7 * word + left**2) % 26 for left in range(4 + word % 8, 0, -1))
    return bytes(data[:n])


def pack(data: bytes) -> bytes:
    """`data`, compressed."""
    out = bytearray()
    heads: dict[int, int] = {}
    i, n = 0, len(data)
    while i < n:
        length = 0
        if i + 4 <= n:
            head = int.from_bytes(data[i : i + 4], "little") * 0x9E3779B1 % 2**32 >> 18
            j = heads.get(head, i)
            heads[head] = i
            if 0 < i - j <= 0xFFFF:
                length = _same(data, i, j)
        if length >= 4:
            out += bytes((124 + length,)) + (i - j).to_bytes(2, "little")
            i += length
        else:
            out.append(data[i])
            i += 1
    return bytes(out)


def _same(data: bytes, i: int, j: int) -> int:
    pairs = zip(data[i : i + 131], data[j : j + 131], strict=False)
    return next((k for k, (a, b) in enumerate(pairs) if a != b), min(131, len(data) - i))


def bytecode(n: int) -> int:
    total = 0
    for x in range(1, n + 1):
        while x != 1:
            x = 3 * x + 1 if x % 2 else x // 2
            total += 1
    return total


def simd(n: int) -> int:
    v = list(range(1, 9))
    memory = [bytes(16)] * 16
    sums, floats = [0] * 4, [0.0] * 4
    for i in range(n):
        v = [(25173 * lane + 13849) % 2**16 for lane in v]
        data = struct.pack("<8H", *v)
        most = bytes(map(max, (memory[i % 16] + data)[4:20], data))
        memory[i % 16] = most
        products = list(map(int.__mul__, struct.unpack("<8h", most), struct.unpack("<8h", data)))
        sums = [s + a + b for s, a, b in zip(sums, products[::2], products[1::2], strict=True)]
        tops = (lane >> 20 for lane in struct.unpack("<4I", most))
        floats = [_f32(f * 0.5 + top) for f, top in zip(floats, tops, strict=True)]
    bits = struct.unpack("<4I", struct.pack("<4f", *floats))
    lanes: list[int] = [(s + b) % 2**32 for s, b in zip(sums, bits, strict=True)]
    return lanes[0] + lanes[2] + (lanes[1] + lanes[3] << 32)


def _f32(x: float) -> float:
    (rounded,) = struct.unpack("<f", struct.pack("<f", x))
    return float(rounded)


def trees(n: int) -> int:
    return sum(i << i % 8 for i in range(n))


def throw(n: int) -> int:
    return sum(2 * i if i % 2 else i for i in range(n))
