"""Binaries that grow with `n`: what they are, and what must become of them."""

from __future__ import annotations

from collections.abc import Callable

from tests.binary.build import custom, leb, module, section, sized, with_code
from tests.hostile.arity import ARITY
from tests.hostile.texts import DEEP, MISMATCH, WIDE, Growing

MILLION = 1_000_000
ALL = 2**32 - 1
END = b"\x0b"
OPEN_STRUCT = b"\x50\x00\x5f\x00"  # sub, no supertypes, struct without fields


def body(opening: bytes, closing: bytes = b"", middle: bytes = b"") -> Callable[[int], bytes]:
    """A function that opens and closes `n` times."""
    return lambda n: with_code(b"\x00" + opening * n + middle + closing * n + END)


def entries(number: int, entry: Callable[[int], bytes], *before: bytes) -> Callable[[int], bytes]:
    """A section of `n` entries, after those `before`."""
    return lambda n: module(*before, section(number, *[entry(i) for i in range(n)]))


def names(subsection: int, data: bytes) -> bytes:
    """A name section of one subsection."""
    return custom(b"name", bytes([subsection]) + sized(data))


TYPE = section(1, b"\x60\x00\x00")
FUNC = TYPE + section(3, b"\x00")
CODE = section(10, sized(b"\x00" + END))

BINARIES = ARITY | {
    "block": Growing(body(b"\x02\x40", END), DEEP, "valid"),
    "loop": Growing(body(b"\x03\x40", END), DEEP, "valid"),
    "if": Growing(body(b"\x41\x00\x04\x40", END), DEEP, "valid"),
    "else": Growing(body(b"\x41\x00\x04\x40\x05", END), DEEP, "valid"),
    "try_table": Growing(body(b"\x1f\x40\x00", END), DEEP, "valid"),
    "unclosed": Growing(body(b"\x02\x40"), WIDE, "malformed: unexpected end"),
    "ends": Growing(body(END), WIDE, "malformed: section size mismatch"),
    "elses": Growing(body(b"\x05"), WIDE, "malformed: END opcode expected"),
    "operators": Growing(body(b"\x41\x00", b"\x6a", b"\x41\x00\x1a"), WIDE // 2, MISMATCH),
    "labels": Growing(
        lambda n: with_code(b"\x00\x41\x00\x0e" + leb(n) + b"\x00" * (n + 1) + END),
        MILLION,
        "valid",
    ),
    "long labels": Growing(
        lambda n: with_code(b"\x00\x41\x00\x0e" + leb(n) + b"\x80\x80\x00" * (n + 1) + END),
        WIDE,
        "valid",
    ),
    "label out of range": Growing(
        lambda n: with_code(b"\x00\x41\x00\x0e" + leb(n) + b"\x7f" * (n + 1) + END),
        WIDE,
        "invalid: unknown label",
    ),
    "runs of locals": Growing(
        lambda n: with_code(leb(n) + b"\x01\x7f\x01\x7e" * (n // 2) + b"\x01\x7f" * (n % 2) + END),
        WIDE,
        "valid",
    ),
    "empty runs": Growing(lambda n: with_code(leb(n) + b"\x00\x7f" * n + END), WIDE, "valid"),
    "all locals, often": Growing(
        lambda n: with_code(*[b"\x01" + leb(ALL) + b"\x7f" + END] * n), DEEP, "valid"
    ),
    "references to be set": Growing(
        lambda n: with_code(b"\x01" + leb(ALL) + b"\x64\x70" + b"\x02\x40" * n + END * n + END),
        DEEP,
        "valid",
    ),
    "functions": Growing(lambda n: with_code(*[b"\x00" + END] * n), 250_000, "valid"),
    "types": Growing(entries(1, lambda i: b"\x60\x00\x00"), 250_000, "valid"),
    "distinct types": Growing(
        entries(
            1,
            lambda i: (
                b"\x60"
                + leb(20)
                + f"{i:020b}".replace("0", "\x7f").replace("1", "\x7e").encode()
                + b"\x00"
            ),
        ),
        100_000,
        "valid",
    ),
    "chain of subtypes": Growing(
        entries(1, lambda i: b"\x50\x01" + leb(i - 1) + b"\x5f\x00" if i else OPEN_STRUCT),
        DEEP,
        "valid",
    ),
    "a group": Growing(
        lambda n: module(section(1, b"\x4e" + leb(n) + OPEN_STRUCT * n)), DEEP, "valid"
    ),
    "supertypes": Growing(
        lambda n: module(section(1, OPEN_STRUCT, b"\x50" + leb(n) + b"\x00" * n + b"\x5f\x00")),
        WIDE,
        "invalid: ",
    ),
    "imports": Growing(entries(2, lambda i: b"\x00\x00\x00\x00", TYPE), 500_000, "valid"),
    "memories": Growing(entries(5, lambda i: b"\x00\x01"), 500_000, "valid"),
    "tables": Growing(entries(4, lambda i: b"\x70\x00\x01"), 500_000, "valid"),
    "large tables": Growing(entries(4, lambda i: b"\x70\x00" + leb(10_000_000)), 100_000, "valid"),
    "large memories": Growing(entries(5, lambda i: b"\x00" + leb(65536)), 100_000, "valid"),
    "exports": Growing(
        lambda n: module(
            FUNC, section(7, *[sized(b"%d" % i) + b"\x00\x00" for i in range(n)]), CODE
        ),
        500_000,
        "valid",
    ),
    "same exports": Growing(
        lambda n: module(FUNC, section(7, *[b"\x01a\x00\x00"] * n), CODE),
        MILLION,
        "invalid: duplicate export name",
    ),
    "segments": Growing(entries(11, lambda i: b"\x01\x00"), 500_000, "valid"),
    "elements": Growing(entries(9, lambda i: b"\x05\x70\x00"), 500_000, "valid"),
    "an element": Growing(
        lambda n: module(FUNC, section(9, b"\x01\x00" + leb(n) + b"\x00" * n), CODE),
        MILLION,
        "valid",
    ),
    "custom sections": Growing(lambda n: module(custom(b"", b"") * n), 500_000, "valid"),
    "name sections": Growing(
        lambda n: module(names(1, leb(1) + b"\x00\x01a") * n), WIDE // 5, "valid"
    ),
    "names": Growing(lambda n: module(names(1, leb(n) + b"\x00\x01a" * n)), MILLION, "valid"),
    "names of locals": Growing(
        lambda n: module(names(2, leb(n) + b"\x00\x01\x00\x01a" * n)), WIDE, "valid"
    ),
    "a long name": Growing(lambda n: module(names(0, sized(b"a" * n))), 10_000_000, "valid"),
    "sections out of order": Growing(
        lambda n: module(section(1) * n), MILLION, "malformed: unexpected content"
    ),
    "padding": Growing(body(b"\x41\x80\x80\x80\x80\x00\x1a", b""), WIDE, "valid"),
    "padding without end": Growing(
        body(b"\x80" * 9, b"", b"\x41" + b"\x80" * 99), WIDE, "malformed: integer representation"
    ),
    "one long constant": Growing(
        lambda n: with_code(b"\x00\x41" + b"\x80" * n + END),
        MILLION,
        "malformed: integer representation",
    ),
}


def leb_of_length(n: int, length: int) -> bytes:
    """`n`, padded to `length` bytes."""
    return bytes([n >> 7 * i & 0x7F | 0x80 for i in range(length - 1)]) + bytes(
        [n >> 7 * (length - 1) & 0x7F]
    )


BROKEN_NAMES = [
    b"",
    b"\x00",
    b"\x01\xff\xff\xff\xff\x0f",
    b"\x01\x05\xff\xff\xff\xff\x0f",
    b"\x01\x02\x01\x00",
    b"\x01\x04\x01\x00\x01\xff",
    b"\x01\x07\x02\x00\x01a\x00\x01b",
    b"\x00\x03\x05ab",
    b"\x00\x02\x01\xff",
    b"\x02\x05\x01\x00\xff\xff\x03",
    b"\x02\x01\x01",
    b"\x03\x06\x01\xff\xff\xff\xff\x0f",
    b"\x0a\x02\x01\x00",
    b"\x63\x01\x00",
    b"\xff\x00",
    b"\x80\x80\x80\x80\x80\x80",
    b"\x01\x05\x01\xff\xff\xff\xff",
    b"\x01\x01\x00\x00\x02\x01a\x01\x04\x01\x00\x01b",
]
