"""Ending commands that take too long, without a cost to those that do not."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import threading
import time
from types import TracebackType
from typing import IO

from refwasm.script.run import CommandTimeout

TICK = 0.05  # seconds between two looks at the clock
HUNG, DESERTED = 70, 71  # exit codes


class Watch:
    """Throws `CommandTimeout` into the thread that entered it when a command exceeds `limit` seconds.

    A command stuck in C code does not see that; `grace` seconds later the process ends, and what is
    written to `log` (an open file) tells whoever restarts it why. `whole` is the limit for all commands
    together. The process also ends when `log` is removed: nobody waits for results any more.
    """

    def __init__(self, limit: float, whole: float, log: IO[str]):
        self.limit = min(limit, whole)
        self.grace = min(10.0, max(2.0, limit))
        self.whole = whole
        self.log = log
        self._started: float | None = None
        self._thrown = False
        self._lock = threading.Lock()
        self._over = threading.Event()

    def __enter__(self) -> Watch:
        self._entered = time.monotonic()
        self._target = threading.get_ident()
        self._arm()
        self._thread = threading.Thread(target=self._watch, name="refwasm-watch", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        faulthandler.cancel_dump_traceback_later()

    def begin(self) -> None:
        """A command starts."""
        self._thrown = False
        self._started = time.monotonic()

    def end(self) -> None:
        """It is over: nothing is thrown after this returns, though perhaps here."""
        with self._lock:
            self._started = None
        if self._thrown:
            # What is pending is raised where the interpreter looks for it: at calls and in loops.
            for _ in range(3):
                time.sleep(0)

    def expired(self) -> bool:
        """Whether the time of all commands together is over."""
        return time.monotonic() - self._entered > self.whole

    def _watch(self) -> None:
        armed = time.monotonic()
        while not self._over.wait(TICK):
            now = time.monotonic()
            if now - armed > self.grace / 8:
                self._arm()
                armed = now
            if not os.path.exists(self.log.name):
                os._exit(DESERTED)
            with self._lock:
                if self._started is not None:
                    self._judge(now - self._started)

    def _arm(self) -> None:
        """End the process if nobody comes here in time: C code holds the interpreter's lock."""
        faulthandler.dump_traceback_later(self.limit + self.grace, exit=True, file=self.log)

    def _judge(self, elapsed: float) -> None:
        """Act on a command that has been running for `elapsed` seconds."""
        if elapsed > self.limit + self.grace:
            print("a command went on after its time was over", file=self.log, flush=True)
            os._exit(HUNG)
        if elapsed > self.limit and not self._thrown:
            self._thrown = True
            self._throw()

    def _throw(self) -> None:
        """Have `CommandTimeout` raised in the thread watched."""
        thread, error = ctypes.c_ulong(self._target), ctypes.py_object(CommandTimeout)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, error)
