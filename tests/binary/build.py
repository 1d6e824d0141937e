"""Binaries for tests, written down plainly, and a sample of every instruction."""

from __future__ import annotations

from refwasm.binary import sections as s
from refwasm.generated.features import FEATURES
from refwasm.syntax.features import features_of
from refwasm.syntax.instructions import Catch, Immediate, Instr, MemArg, Op
from refwasm.syntax.types import ANY, FUNCREF, I32, I64, V128, RefType

PREAMBLE = b"\x00asm\x01\x00\x00\x00"
EMPTY_TYPE = b"\x60\x00\x00"


def leb(n: int) -> bytes:
    """`n`, seven bits at a time."""
    out = []
    while n > 0x7F:
        out.append(n % 128 + 128)
        n //= 128
    return bytes([*out, n])


def sized(data: bytes) -> bytes:
    return leb(len(data)) + data


def vec(*items: bytes) -> bytes:
    return leb(len(items)) + b"".join(items)


def section(number: int, *items: bytes) -> bytes:
    """The section that lists `items`."""
    return bytes([number]) + sized(vec(*items))


def custom(name: bytes, data: bytes) -> bytes:
    return bytes([s.CUSTOM]) + sized(sized(name) + data)


def module(*sections: bytes) -> bytes:
    return PREAMBLE + b"".join(sections)


def with_code(*codes: bytes) -> bytes:
    """A module of functions without parameters, whose locals and bodies are `codes`."""
    return module(
        section(s.TYPE, EMPTY_TYPE),
        section(s.FUNCTION, *[b"\x00"] * len(codes)),
        section(s.CODE, *map(sized, codes)),
    )


# Editions and proposals.
EVERYTHING = features_of("3", [f"+{name}" for name in FEATURES])

CODE_OFFSET = len(with_code(b"")) - 1  # where the first function's size stands, if sizes are bytes

SAMPLES: dict[str, tuple[Immediate, ...]] = {
    "labelidxs": ((), (0,), (1, 200, 3), tuple(range(150))),
    "catches": (
        (),
        (Catch("catch", 1, 2), Catch("catch_ref", 300, 0)),
        (Catch("catch_all", None, 5), Catch("catch_all_ref", None, 128)),
    ),
    "resulttypes": ((), (I32,), (RefType(False, 70),), (V128, FUNCREF)),
    "blocktype": (None, 0, 63, 64, 2**32 - 1, I64, FUNCREF, RefType(True, 3), RefType(False, ANY)),
    "heaptype": (ANY, 0, 63, 64, 2**32 - 1),
    "reftype": (FUNCREF, RefType(False, 9), RefType(True, 900), RefType(False, ANY)),
    "memarg": (MemArg(0, 0, 0), MemArg(0, 3, 2**64 - 1), MemArg(2, 63, 300), MemArg(500, 1, 0)),
    "laneidxs": (tuple(range(16)), (255, *range(100, 115))),
    "laneidx": (0, 127, 128, 255),
    "i32": (0, 63, 64, 2**31 - 1, 2**31, 2**32 - 1),
    "i64": (0, 2**33, 2**63 - 1, 2**63, 2**64 - 1),
    "f32": (0, 0x7FA0_0001, 2**32 - 1),
    "f64": (0, 0x7FF4_0000_0000_0001, 2**64 - 1),
    "v128": (0, 2**128 - 1, 0x0B0B_0B0B),
}
INDICES: tuple[Immediate, ...] = (0, 1, 127, 128, 2**28, 2**32 - 1)


def samples(op: Op) -> list[Instr]:
    """Instructions of `op`, with every sample of every immediate."""
    kinds = [kind.partition("(")[0] for _, kind in op.immediates]
    values = [SAMPLES.get(kind, INDICES) for kind in kinds]
    number = max(map(len, values), default=1)
    # Of several immediates, each in its own order, so that they differ.
    return [
        Instr(op, tuple(v[(i * (k + 1)) % len(v)] for k, v in enumerate(values)))
        for i in range(number)
    ]
