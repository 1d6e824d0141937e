"""The watch over commands."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

from refwasm.harness.watch import DESERTED, TICK, Watch
from refwasm.script.run import CommandTimeout


def test_a_command_in_time_is_left_alone(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as log, Watch(5, 5, log) as watch:
        watch.begin()
        time.sleep(2 * TICK)
        watch.end()
    assert (tmp_path / "log").read_text() == ""


def test_a_command_that_takes_too_long(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as log, Watch(0.1, 5, log) as watch:
        with pytest.raises(CommandTimeout):
            while_true(watch)
        watch.end()
        time.sleep(4 * TICK)  # nothing is thrown any more
        watch.begin()
        watch.end()


def while_true(watch: Watch) -> None:
    """A command that never ends."""
    watch.begin()
    while True:
        pass


def test_what_is_thrown_at_the_last_moment_is_raised_before_the_next_command(
    tmp_path: Path,
) -> None:
    with (tmp_path / "log").open("w") as log, Watch(5, 5, log) as watch:
        for _ in range(100):
            with pytest.raises(CommandTimeout):
                throw_and_end(watch)
            watch.end()


def throw_and_end(watch: Watch) -> None:
    """A command that is over when its time is."""
    watch.begin()
    watch._thrown = True
    watch._throw()
    watch.end()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps files that are open")
def test_nobody_waits_for_results(tmp_path: Path) -> None:
    program = f"""
import os, time
from refwasm.harness.watch import Watch
path = {str(tmp_path / "log")!r}
with open(path, "w") as log, Watch(60, 60, log) as watch:
    watch.begin()
    os.unlink(path)
    time.sleep(60)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], timeout=50, check=False
    )
    assert done.returncode == DESERTED


def test_limits() -> None:
    log = StringIO()
    assert (Watch(30, 600, log).limit, Watch(30, 600, log).grace) == (30, 10)
    assert (Watch(0.1, 600, log).grace, Watch(30, 5, log).limit) == (2, 5)
