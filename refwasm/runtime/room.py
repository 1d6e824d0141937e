"""Room on Python's stack: the recursion limit, which is the process's, while WebAssembly runs.

Compiled code needs a frame of Python's for each call, interpreted code some for each call through the
host, so the limit is raised while any thread runs it.
The limit also bounds recursion through C, where it keeps the machine's stack from overflowing: before 3.12 it
is the only one, and that of 3.13.0 alone is too high for some builds. Hence it is lowered again while a host
function runs, unless another thread is inside, too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from threading import Lock, get_ident
from typing import TypeVar

R = TypeVar("R")

FRAMES = 8  # of Python's that a call takes at most, where tiers meet
HOST = 16  # that a function of the host's takes, as a rule, where it calls back
SHALLOW = 100  # calls; up to here that estimate is good enough


class Room:
    """The limit of this process, and the threads that run WebAssembly."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside: dict[int, int] = {}  # invocations, by thread; none that is zero
        self._usual = 0  # the limit before the first of them

    def enter(self, calls: int) -> int:
        """An invocation begins that may have `calls` active at once; what is given `leave` wants."""
        needed, thread = calls * FRAMES, get_ident()
        with self._lock:
            before = sys.getrecursionlimit()
            if not self._inside:
                self._usual = before
            self._inside[thread] = self._inside.get(thread, 0) + 1
            if before < needed:
                sys.setrecursionlimit(needed)
        return before

    def leave(self, before: int) -> None:
        """It ended."""
        thread = get_ident()
        with self._lock:
            left = self._inside.pop(thread) - 1
            if left:
                self._inside[thread] = left
            if not self._inside:
                sys.setrecursionlimit(self._usual)
            elif [*self._inside] == [thread]:  # a host function of this thread made it
                sys.setrecursionlimit(before)

    def host(self, call: Callable[[], R], calls: int, through: int) -> R:
        """What the host's `call` gives, made with at most `calls` active; its own recursion is bounded.

        `through` of the calls that are active are the host's.
        """
        if len(self._inside) > 1:
            return call()
        before = sys.getrecursionlimit()
        depth = calls * FRAMES if calls <= SHALLOW else frames_now()
        lower = self._usual + depth + through * HOST
        if lower >= before:
            return call()
        sys.setrecursionlimit(lower)
        try:
            return call()
        finally:
            sys.setrecursionlimit(before)


def frames_now() -> int:
    """How many frames count against the limit here: a limit that is too low is refused with the number."""
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(1)
    except RecursionError as e:
        _, depth = re.findall(r"\d+", str(e))
        return int(depth)
    sys.setrecursionlimit(limit)
    return 1


ROOM = Room()
