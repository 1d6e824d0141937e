"""Whether the time of an invocation is over.

One thread looks when that may be, at all clocks that were used since it looked last, so that an invocation
costs next to nothing.
"""

from __future__ import annotations

import os
import time
from collections.abc import MutableMapping
from threading import Condition, RLock, Thread
from weakref import WeakSet

PIECE = 4096  # units that are handed out at once
THREAD = "refwasm-clock"
LATEST = 0.25  # seconds until the thread looks again


class Clock:
    """When the time is over, `late` is true, here and in `names`, and `piece` is empty.

    To look up a name costs less than anything else that another thread can change.
    """

    def __init__(self, names: MutableMapping[str, object]) -> None:
        self.piece: list[None] = []
        self.end: float | None = None  # by the monotonic clock, while it runs
        self.watched = self.used = False  # by the thread; since it looked
        self._names = names
        self.tell(late=False)

    def start(self, seconds: float) -> None:
        """From now on there are so many seconds."""
        with WATCHER.lock:
            if self.late:
                self.tell(late=False)
            if len(self.piece) < PIECE:
                self.piece = [None] * PIECE
            self.end = time.monotonic() + seconds
            self.used = True
            WATCHER.watch(self)

    def stop(self) -> None:
        """What remains of the time does not matter any more."""
        with WATCHER.lock:
            self.end = None

    def tell(self, *, late: bool) -> None:
        """Say whether the time is over."""
        self.late = self._names["late"] = late
        if late:
            self.end = None
            self.piece.clear()


class Watcher:
    """The thread, while there is one, and the clocks that it looks at; who changes these has the `lock`."""

    def __init__(self) -> None:
        self._clocks: WeakSet[Clock] = WeakSet()
        self.renew()

    def renew(self) -> None:
        """Begin anew, as in the child of a fork, which has no thread but that which forked."""
        self.lock = RLock()
        self._sooner = Condition(self.lock)
        self._there = False  # the thread
        self._next = 0.0  # when it looks again
        if any(clock.end is not None for clock in self._clocks):
            self._begin()

    def watch(self, clock: Clock) -> None:
        """Look at `clock`, whose end is known, in time."""
        if not clock.watched:
            clock.watched = True
            self._clocks.add(clock)
        if not self._there:
            self._begin()
        elif clock.end is not None and clock.end < self._next:
            self._sooner.notify()

    def _begin(self) -> None:
        Thread(target=self._run, name=THREAD, daemon=True).start()
        self._there = True

    def _run(self) -> None:
        with self.lock:
            while self._clocks:
                now = time.monotonic()
                self._next = self._look(now)
                self._sooner.wait(self._next - now)
            self._there = False

    def _look(self, now: float) -> float:
        """Tell the clocks whose time is over, and forget those that nobody uses; when to look again."""
        following = now + LATEST
        for clock in list(self._clocks):
            if clock.end is None and not clock.used:
                clock.watched = False
                self._clocks.discard(clock)
            elif clock.end is not None and clock.end <= now:
                clock.tell(late=True)
            elif clock.end is not None:
                following = min(following, clock.end)
            clock.used = False
        return following


WATCHER = Watcher()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=WATCHER.renew)
