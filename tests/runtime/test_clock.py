"""The time of an invocation: told once it is over and not before."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable

import pytest

from refwasm.runtime.clock import PIECE, THREAD, Clock

SOON = 0.02  # seconds
PATIENCE = 10


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether it is so, at last."""
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.005)
    return holds()


def looking() -> int:
    """How many threads look at clocks."""
    return [thread.name for thread in threading.enumerate()].count(THREAD)


def test_it_is_late_when_the_time_is_over() -> None:
    names: dict[str, object] = {}
    clock = Clock(names)
    assert names == {"late": False}
    clock.start(SOON)
    assert len(clock.piece) == PIECE
    begun = time.monotonic()
    assert eventually(lambda: names["late"] is True)
    assert time.monotonic() - begun < PATIENCE / 2
    assert clock.late
    assert clock.piece == []
    clock.start(PATIENCE)
    assert (clock.late, names, len(clock.piece)) == (False, {"late": False}, PIECE)
    clock.stop()


def test_it_is_not_late_after_the_end() -> None:
    names: dict[str, object] = {}
    clock = Clock(names)
    clock.start(SOON)
    clock.stop()
    time.sleep(3 * SOON)
    assert not clock.late
    assert names == {"late": False}


def test_a_short_time_after_a_long_one_is_not_missed() -> None:
    clock = Clock({})
    clock.start(SOON)
    clock.stop()
    for _ in range(3):
        clock.start(SOON)
        begun = time.monotonic()
        assert eventually(lambda: clock.late)
        assert SOON <= time.monotonic() - begun < PATIENCE / 2
        clock.stop()


def test_invocations_share_a_thread_that_ends_when_there_are_no_more() -> None:
    assert eventually(lambda: not looking())
    clock = Clock({})
    for _ in range(50):
        clock.start(60)
        clock.stop()
    assert looking() == 1
    assert eventually(lambda: not looking())
    clock.start(SOON)
    assert eventually(lambda: clock.late)


def test_clocks_share_a_thread() -> None:
    clocks = [Clock({}) for _ in range(20)]
    for clock in clocks:
        clock.start(60)
    assert looking() == 1
    clocks[7].start(SOON)
    assert eventually(lambda: clocks[7].late)
    assert [clock.late for clock in clocks].count(True) == 1
    for clock in clocks:
        clock.stop()
    assert eventually(lambda: not looking())


FORKS = """
import os, sys, time
from refwasm.runtime.clock import Clock
clock = Clock({})
clock.start(0.05)
child = os.fork()
end = time.monotonic() + 10
while not clock.late and time.monotonic() < end:
    time.sleep(0.005)
if not child:
    os._exit(not clock.late)
sys.exit(not clock.late or os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_fork_has_its_own_thread() -> None:
    assert (
        subprocess.run([sys.executable, "-W", "ignore", "-c", FORKS], check=False).returncode == 0
    )


def test_it_is_not_kept() -> None:
    clock = Clock({})
    there = weakref.ref(clock)
    clock.start(60)
    del clock
    gc.collect()
    assert eventually(lambda: there() is None)
    assert eventually(lambda: not looking())
