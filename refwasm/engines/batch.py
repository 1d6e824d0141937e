"""Processes that are started, do their work and end: what they said, and how they ended."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import IO

from refwasm.engines.process import EngineDied

LONGEST = 64 << 20  # bytes of output; what a process writes beyond is not kept
CHUNK = 1 << 16
ENDING = 5.0  # seconds that whoever was killed has to be gone
SLICE = 0.2  # seconds that pass at most until what a watch throws into this thread is seen
LINES, WIDTH = 6, 240  # of what a process said last, as evidence

# Exit codes of processes that did not end by themselves: those above this on Windows (an NTSTATUS),
# those above 128 by shells (a signal), and what Rust's panics end in.
NTSTATUS = 0x80000000
SIGNALLED = 128
PANIC = 101


@dataclass(frozen=True, slots=True)
class Output:
    """What a process said; `code` is None if it had to be ended since its time was over."""

    code: int | None
    stdout: str = ""
    stderr: str = ""
    cut: bool = False  # it said more than is kept

    @property
    def died(self) -> bool:
        """Whether the process was ended by the system, or by a check of its own that failed."""
        code = self.code
        return code is not None and (code < 0 or code == PANIC or code > SIGNALLED)

    def evidence(self) -> str:
        """How it ended and what it said last, on one line."""
        said = [line.rstrip() for line in (self.stderr or self.stdout).splitlines() if line.strip()]
        shown = [line[:WIDTH] for line in said[-LINES:]]
        return "; ".join([self.ending(), *map(str.strip, shown)])

    def ending(self) -> str:
        """How it ended."""
        code = self.code
        if code is None:
            return "did not end in time"
        if code >= NTSTATUS:
            return f"ended with status {code:#x}"
        number = -code if code < 0 else code - SIGNALLED if code > SIGNALLED else 0
        with suppress(ValueError):
            return f"ended by {signal.Signals(number).name}" if number else f"exit code {code}"
        return f"exit code {code}"


def run(argv: Sequence[str], *, timeout: float) -> Output:
    """Run `argv` to its end, at most for `timeout` seconds, and all that it started with it.

    Raises EngineDied if it cannot be started.
    """
    try:
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=os.name != "nt",
        )
    except (OSError, ValueError) as e:
        why = e.strerror if isinstance(e, OSError) else e
        raise EngineDied(f"{argv[0]} cannot be started: {why}", started=False) from None
    assert process.stdout and process.stderr
    readers = [_Reader(process.stdout), _Reader(process.stderr)]
    late = True
    try:
        late = not _wait(process, readers, time.monotonic() + timeout)
    finally:
        _end(process)
        for reader in readers:
            reader.join(ENDING)
    stdout, stderr = (reader.text() for reader in readers)
    return Output(
        code=None if late else process.returncode,
        stdout=stdout,
        stderr=stderr,
        cut=any(reader.cut for reader in readers),
    )


def _wait(process: subprocess.Popen[bytes], readers: Sequence[Thread], end: float) -> bool:
    """Whether the process ended, and nobody writes any more, before the clock says `end`."""
    for reader in readers:
        while reader.is_alive():
            left = end - time.monotonic()
            if left <= 0:
                return False
            reader.join(min(left, SLICE))
    try:
        process.wait(max(0.0, end - time.monotonic()))
    except subprocess.TimeoutExpired:
        return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the process and of those that it started."""
    if os.name == "nt":
        if process.poll() is None:
            kill = ["taskkill", "/F", "/T", "/PID", f"{process.pid}"]
            subprocess.run(kill, capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class _Reader(Thread):
    """Takes what comes out of a pipe, and keeps so much of it."""

    def __init__(self, pipe: IO[bytes]):
        super().__init__(daemon=True)
        self.pipe = pipe
        self.kept = bytearray()
        self.cut = False
        self.start()

    def run(self) -> None:
        """Read until nobody can write any more."""
        with suppress(OSError, ValueError), self.pipe:
            while chunk := self.pipe.read1(CHUNK):  # type: ignore[attr-defined]  # a pipe of Popen's is buffered
                room = LONGEST - len(self.kept)
                self.kept += chunk[:room]
                self.cut = self.cut or len(chunk) > room

    def text(self) -> str:
        """What came."""
        return bytes(self.kept).decode("utf-8", "backslashreplace")
