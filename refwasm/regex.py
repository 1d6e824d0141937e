"""Repetitions that never give back what they matched, for every Python that this project runs on.

CPython before 3.11.5 forgets where it was when a possessive group fails midway (its issue 106052); there
an atomic group around a greedy one says the same, but holds a state per repetition until it ends.
"""

from __future__ import annotations

import sys

SOUND = sys.version_info >= (3, 11, 5)


def possessive(body: str, times: str) -> str:
    """`body` repeated `times` (`*`, `?`, `{0,3}`), as often as it matches and no less."""
    return f"(?:{body}){times}+" if SOUND else f"(?>(?:{body}){times})"


def possessive_bytes(body: bytes, times: bytes) -> bytes:
    """The same for expressions over bytes."""
    return b"(?:%s)%s+" % (body, times) if SOUND else b"(?>(?:%s)%s)" % (body, times)
