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
GRACE = 10  # seconds until a command that ignores the exception takes the process down


class Watch:
    """Throws `CommandTimeout` into the thread that entered it when a command exceeds `limit` seconds.

    A command stuck in C code does not see that; `GRACE` seconds later the process ends, and the traceback
    in `log` (an open file) tells whoever restarts it why.
    """

    def __init__(self, limit: float, log: IO[str]):
        self.limit = limit
        self.log = log
        self._started: float | None = None
        self._thrown = False
        self._lock = threading.Lock()
        self._over = threading.Event()

    def __enter__(self) -> Watch:
        self._target = threading.get_ident()
        self._thread = threading.Thread(target=self._watch, name="refwasm-watch", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        faulthandler.cancel_dump_traceback_later()

    def begin(self, index: int) -> None:
        """The command at `index` starts."""
        self._thrown = False
        self._started = time.monotonic()

    def end(self) -> None:
        """It is over: nothing is thrown after this returns."""
        with self._lock:
            self._started = None

    def _watch(self) -> None:
        armed = 0.0
        while not self._over.wait(TICK):
            now = time.monotonic()
            if now - armed > 1:
                faulthandler.dump_traceback_later(self.limit + GRACE, exit=True, file=self.log)
                armed = now
            with self._lock:
                if self._started is not None:
                    self._judge(now - self._started)

    def _judge(self, elapsed: float) -> None:
        """Act on a command that has been running for `elapsed` seconds."""
        if elapsed > self.limit + GRACE:
            print("a command went on after its time was over", file=self.log, flush=True)
            os._exit(70)
        if elapsed > self.limit and not self._thrown:
            self._thrown = True
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self._target), ctypes.py_object(CommandTimeout)
            )
