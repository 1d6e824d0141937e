"""Python's collector of cycles, in a process that is the command line's own."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the collector look for garbage after 100 000 new objects, where it does after 700.

    What is read of a module lives on, and to look through millions of such objects again and again
    takes a fifth of the time. The setting is the process's, for all its threads: no library's to change.
    """
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 10)
    try:
        yield
    finally:
        gc.set_threshold(*before)
