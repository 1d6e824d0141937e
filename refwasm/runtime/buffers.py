"""Zeroed bytes that cost nothing until they are touched, and grow without being copied.

`struct` checks bounds against the length of the object it is given, so that length is the memory's
size and nothing more. Where the system can move a mapping (Linux), the object is the mapping, resized;
elsewhere it is a view of the first bytes of a larger reservation, and a longer view takes its place.
"""

from __future__ import annotations

import mmap
import os
import platform
import sys
from typing import TypeAlias

Buffer: TypeAlias = "mmap.mmap | memoryview | bytearray"  # a bytearray where there are few bytes

CHUNK = 1 << 20  # bytes; what is copied or filled at a time

# Without reservation, the system does not refuse what is larger than its free memory.
_GENERIC = platform.machine() in ("x86_64", "aarch64", "riscv64")
_NORESERVE = getattr(mmap, "MAP_NORESERVE", 0x4000 if sys.platform == "linux" and _GENERIC else 0)

_MOVES = sys.platform in ("linux", "android")  # the system can move a mapping to where it fits

# Windows charges a reservation against the page file at once, so there it grows by doubling.
LEAST_RESERVATION = 1 << 32 if os.name == "posix" else 0


def zeros(n: int, *, touched: int = 0) -> Buffer:
    """`n` zero bytes, which may be touched at once if they are at most `touched`.

    To map a page and to free it takes several times as long as to clear it.
    Raises MemoryError if the host cannot address them.
    """
    return bytearray(n) if n <= touched else _mapping(n)


def _mapping(n: int) -> mmap.mmap:
    try:
        if sys.platform == "win32":
            return mmap.mmap(-1, n)
        # Growing a *shared* anonymous mapping would give pages that fault when touched.
        return mmap.mmap(-1, n, flags=mmap.MAP_PRIVATE | mmap.MAP_ANON | _NORESERVE)
    except (OSError, OverflowError, ValueError) as e:
        raise MemoryError(f"cannot map {n} bytes") from e


def grown(buffer: Buffer, n: int, most: int) -> Buffer:
    """`buffer` with zero bytes appended up to length `n`; it may become `most` bytes long.

    What was taken of `buffer` before (a memoryview) may from then on show a stale copy.
    Raises MemoryError, and then leaves `buffer` as it was.
    """
    return moved(buffer, n) if _MOVES else reserved(buffer, n, most)


def moved(buffer: Buffer, n: int) -> Buffer:
    """`grown` where the system can move a mapping."""
    if isinstance(buffer, mmap.mmap):
        try:
            buffer.resize(n)
        except BufferError:  # someone holds a view of it
            pass
        except (OSError, OverflowError, ValueError) as e:
            raise MemoryError(f"cannot map {n} bytes") from e
        else:
            return buffer
    after = zeros(n)
    _copy(buffer, after)
    return after


def reserved(buffer: Buffer, n: int, most: int) -> Buffer:
    """`grown` where it cannot: by a view of more of what is reserved, or a new reservation."""
    whole = buffer.obj if isinstance(buffer, memoryview) else None
    if not isinstance(whole, mmap.mmap) or n > len(whole):
        whole = _reservation(n, most)
        _copy(buffer, whole)
    return memoryview(whole)[:n]


def _reservation(n: int, most: int) -> mmap.mmap:
    """At least `n` bytes, and as many more as can be had, up to `most`."""
    try:
        return _mapping(min(most, max(2 * n, LEAST_RESERVATION)))
    except MemoryError:
        return _mapping(n)


def _copy(source: Buffer, target: Buffer) -> None:
    """Copy `source` to the front of `target`, leaving untouched what stays zero."""
    zero = bytes(CHUNK)
    with memoryview(source) as old, memoryview(target) as new:
        for at in range(0, len(old), CHUNK):
            piece = old[at : at + CHUNK]
            if piece != zero[: len(piece)]:
                new[at : at + len(piece)] = piece
