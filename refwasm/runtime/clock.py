"""Whether the time of an invocation is over.

A thread looks when that may be, and is kept for the invocations that follow soon, so that one costs next
to nothing.
"""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from threading import RLock, Thread
from weakref import ref

PIECE = 4096  # units that are handed out at once
THREAD = "refwasm-clock"
SOONEST, LATEST = 0.001, 0.25  # seconds until the thread looks again


class Clock:
    """When the time is over, `late` is true, here and in `names`, and `piece` is empty.

    To look up a name costs less than anything else that another thread can change.
    """

    def __init__(self, names: MutableMapping[str, object]) -> None:
        self.piece: list[None] = []
        self._names = names
        self._tell(late=False)
        self._end: float | None = None  # by the monotonic clock, while it runs
        self._wait = SOONEST
        self._used = False  # since the thread looked
        self._thread: Thread | None = None
        self._lock = RLock()

    def start(self, seconds: float) -> None:
        """From now on there are so many seconds."""
        with self._lock:
            if self.late:
                self._tell(late=False)
            if len(self.piece) < PIECE:
                self.piece = [None] * PIECE
            self._end = time.monotonic() + seconds
            self._wait = min(max(SOONEST, seconds), LATEST)
            self._used = True
            if self._thread is None or not self._thread.is_alive():  # it does not survive a fork
                self._thread = Thread(target=_look, name=THREAD, args=(ref(self),), daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """What remains of the time does not matter any more."""
        with self._lock:
            self._end = None

    def look(self) -> float | None:
        """When to look again, in seconds; None if nobody has used it since the last time."""
        with self._lock:
            if self._end is None and not self._used:
                self._thread = None
                return None
            self._used = False
            left = self._wait if self._end is None else self._end - time.monotonic()
            if left <= 0:
                self._end = None
                self._tell(late=True)
                self.piece.clear()
            return min(left, self._wait) if left > 0 else self._wait

    def _tell(self, *, late: bool) -> None:
        self.late = self._names["late"] = late


def _look(clock: ref[Clock]) -> None:
    """Look at the clock until nobody uses it."""
    while (there := clock()) is not None and (left := there.look()) is not None:
        del there
        time.sleep(left)
