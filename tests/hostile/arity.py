"""Binaries that use a type of `n` operands at `n` sites, which must not cost `n` times `n`."""

from __future__ import annotations

from collections.abc import Callable

from tests.binary.build import leb, module, section, sized
from tests.hostile.texts import DEEP, Growing

END = b"\x0b"
UNREACHABLE = b"\x00"
NONE, TAKES, GIVES, PASSES, ARRAY, STRUCT = (leb(x) for x in range(6))  # types
CALL_GIVES, CALL_TAKES = b"\x10\x00", b"\x10\x01"
BLOCK, IN_BLOCK = b"\x02\x40", b"\x02" + GIVES
I32_CONST, DROP = b"\x41\x00", b"\x1a"


def using(body: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """A module with types of `n` operands, a function that gives and one that takes them, and `body`."""

    def make(n: int) -> bytes:
        many = leb(n) + b"\x7f" * n
        types = [b"\x60\x00\x00", b"\x60" + many + b"\x00", b"\x60\x00" + many]
        types += [b"\x60" + many + many, b"\x5e\x7f\x00", b"\x5f" + leb(n) + b"\x7f\x00" * n]
        codes = [UNREACHABLE, b"", body(n) + UNREACHABLE]
        return module(
            section(1, *types),
            section(3, GIVES, TAKES, GIVES),
            section(4, b"\x70\x00\x01"),
            section(13, b"\x00" + TAKES),
            section(10, *[sized(b"\x00" + code + END) for code in codes]),
        )

    return make


def often(part: bytes, before: bytes = b"", after: bytes = b"") -> Callable[[int], bytes]:
    """A body that has `part` at `n` sites."""
    return using(lambda n: before + part * n + after)


def numbered(part: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """The same, where `part` differs."""
    return using(lambda n: b"".join(map(part, range(n, 0, -1))))


BODIES = {
    "blocks": often(IN_BLOCK + UNREACHABLE + END),
    "calls": often(CALL_GIVES),
    "indirect calls": often(I32_CONST + b"\x11" + GIVES + b"\x00"),
    "calls that drop": often(IN_BLOCK + CALL_GIVES + DROP + I32_CONST + b"\x0c\x00" + END),
    "calls that take": often(CALL_GIVES + CALL_TAKES),
    "loops": often(b"\x03" + PASSES + END, CALL_GIVES),
    "ifs": often(I32_CONST + b"\x04" + PASSES + END, CALL_GIVES),
    "ifs with else": often(I32_CONST + b"\x04" + PASSES + b"\x05" + END, CALL_GIVES),
    "branches": often(BLOCK + CALL_GIVES + b"\x0c\x01" + END, IN_BLOCK, UNREACHABLE + END),
    "conditional branches": often(I32_CONST + b"\x0d\x00", IN_BLOCK + CALL_GIVES, END),
    "branches on null": often(b"\xd0\x6e\xd5\x00" + DROP, IN_BLOCK + CALL_GIVES, END),
    "branch tables": often(I32_CONST + b"\x0e\x01\x00\x00", IN_BLOCK + CALL_GIVES, END),
    "a branch table": using(
        lambda n: (
            IN_BLOCK * n
            + (CALL_GIVES + I32_CONST + b"\x0e" + leb(n) + b"".join(map(leb, range(n))) + b"\x00")
            + (END + UNREACHABLE) * n
        )
    ),
    "dead branch tables": often(I32_CONST + b"\x0e\x01\x00\x00", IN_BLOCK + UNREACHABLE, END),
    "returns": often(BLOCK + CALL_GIVES + b"\x0f" + END),
    "tail calls": often(BLOCK + b"\x12\x00" + END),
    "throws": often(BLOCK + CALL_GIVES + b"\x08\x00" + END),
    "handlers": using(
        lambda n: IN_BLOCK + b"\x1f\x40" + leb(n) + b"\x00\x00\x00" * n + END + UNREACHABLE + END
    ),
    "structures": often(CALL_GIVES + b"\xfb\x00" + STRUCT + DROP),
    "fields": numbered(lambda i: b"\xd0" + STRUCT + b"\xfb\x02" + STRUCT + leb(i - 1) + DROP),
    "arrays": numbered(
        lambda i: IN_BLOCK + CALL_GIVES + b"\xfb\x08" + ARRAY + leb(i) + UNREACHABLE + END
    ),
}
ARITY = {f"arity, {name}": Growing(make, DEEP, "valid") for name, make in BODIES.items()}
