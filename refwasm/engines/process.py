"""An engine's process: asked by lines, answered by lines, never waited for without end.

Threads read its output, since that works on every system; what it says on standard error is evidence.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import IO, NoReturn

from refwasm.script.engine import Broken
from refwasm.script.results import Status
from refwasm.script.run import CommandTimeout

LONGEST = 64 << 20  # bytes of an answer, and twice that of answers that nobody took yet
KEPT = 4096  # bytes of standard error
SHOWN = 200  # bytes of a line that makes no sense
CHUNK = 1 << 16
SLICE = 0.1  # seconds that pass at most until what a watch throws into this thread is seen
ENDING = 2.0  # seconds that a process has to end by itself


class EngineDied(Broken):
    """The process ended, or closed its output."""

    status = Status.CRASH


class EngineHung(Broken):
    """It did not answer in time."""

    status = Status.TIMEOUT


class EngineGarbled(Broken):
    """It answered what makes no sense."""

    status = Status.GARBLED


class _Over(Exception):
    """No line will follow; the text says why, unless the output just ended."""


class Process:
    """A running `argv`, in a group of its own where systems have these, so that all it started ends
    with it. It has `timeout` seconds for each answer. Raises EngineDied if it cannot be started.
    """

    def __init__(self, argv: Sequence[str], *, timeout: float):
        self.timeout = timeout
        self.answered = False
        self._gone = False
        try:
            self._process = subprocess.Popen(
                argv,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                start_new_session=os.name != "nt",
            )
        except (OSError, ValueError) as e:
            why = e.strerror if isinstance(e, OSError) else e
            raise EngineDied(f"{argv[0]} cannot be started: {why}", started=False) from None
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._input = self._process.stdin
        self._lines: SimpleQueue[bytes | _Over] = SimpleQueue()
        self._waiting = 0  # bytes of the lines that nobody took yet
        self._lock = threading.Lock()
        self._errors = bytearray()
        self._threads = [
            _start(self._read_lines, self._process.stdout),
            _start(self._read_errors, self._process.stderr),
        ]

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        return self._process.poll()

    def ask(self, line: bytes) -> bytes:
        """The answer to `line`, both with their ends. Raises Broken; then the process is gone."""
        return self.ask_all([line])[0]

    def ask_all(self, lines: Sequence[bytes]) -> list[bytes]:
        """The answers to `lines`, which are sent without waiting for any."""
        try:
            self.check_quiet()
            self._send(b"".join(lines))
            return [self._answer() for _ in lines]
        except CommandTimeout:
            self._fail(EngineHung, "no answer in time")
        except BaseException:
            self.kill()
            raise

    def check_quiet(self) -> None:
        """Check that nothing came that nobody asked for, as far as it is here yet. Raises Broken."""
        if not self._lines.empty():
            line = self._lines.get()
            if isinstance(line, _Over):
                self._lost(line)
            self.garbled(line, "an answer that nobody asked for")

    def garbled(self, line: bytes, why: str) -> NoReturn:
        """End the process: its answer `line` makes no sense."""
        self._fail(EngineGarbled, f"{why}: {_shown(line)}")

    def close(self) -> None:
        """Let it end; what does not is ended."""
        with suppress(OSError, ValueError):
            self._input.close()
        self._ended(ENDING)
        self.kill()

    def kill(self) -> None:
        """End it and all that it started, at once."""
        if self._gone:
            return
        self._gone = True
        if os.name == "nt":
            if self._process.poll() is None:
                _kill_tree(self._process)
        else:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        with suppress(OSError, ValueError):
            self._input.close()
        for thread in self._threads:
            thread.join(ENDING)

    # Asking

    def _send(self, data: bytes) -> None:
        """Write `data`, in a thread where that may have to wait for an engine that does not read."""
        if _at_once(self._input, len(data)):
            self._write(data)
        else:
            _start(self._write, data)

    def _write(self, data: bytes) -> None:
        with suppress(OSError, ValueError):  # it is gone, as whoever waits for the answer will see
            view = memoryview(data)
            while view:
                view = view[self._input.write(view) :]

    def _answer(self) -> bytes:
        end = time.monotonic() + self.timeout
        ended = False
        while True:
            left = end - time.monotonic()
            try:
                line = self._lines.get(timeout=max(0.0, min(left, SLICE)))
            except Empty:
                if left <= 0:
                    self._fail(EngineHung, f"no answer in {self.timeout:g} s")
                if ended:  # since the last look, yet something that it started keeps the pipe open
                    self._lost(_Over())
                ended = self._process.poll() is not None
                continue
            if isinstance(line, _Over):
                self._lost(line)
            with self._lock:
                self._waiting -= len(line)
            self.answered = True
            return line

    def _lost(self, over: _Over) -> NoReturn:
        """There are no more lines."""
        if over.args:
            self._fail(EngineGarbled, str(over))
        self._ended(ENDING)
        code = self.exit_code
        self._fail(EngineDied, "closed its output" if code is None else exit_words(code))

    def _ended(self, seconds: float) -> None:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def _fail(self, kind: type[Broken], what: str) -> NoReturn:
        """End the process and raise what is known."""
        self.kill()
        with self._lock:
            said = self._errors[-KEPT:].decode("utf-8", "backslashreplace").strip()
        evidence = f"{what}; standard error: {said}" if said else what
        raise kind(evidence, started=self.answered) from None

    # Reading, in threads

    def _read_lines(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError), pipe:
            self._cut(pipe)
        self._lines.put(_Over())

    def _cut(self, pipe: IO[bytes]) -> None:
        """Hand on the lines that come, until there are none or too much."""
        begun: list[bytes] = []  # a line that has not ended yet
        size = 0
        while chunk := pipe.read(CHUNK):
            *whole, rest = chunk.split(b"\n")
            for piece in whole:
                self._put(b"".join([*begun, piece, b"\n"]))
                begun, size = [], 0
            if rest:
                begun.append(rest)
                size += len(rest)
            with self._lock:
                waiting = self._waiting
            if size > LONGEST or waiting > 2 * LONGEST:
                line = b"".join(begun) if begun else chunk
                self._lines.put(_Over(f"more than {LONGEST} bytes of an answer: {_shown(line)}"))
                return
        if begun:
            self._keep(f"\n(half a line of output: {_shown(b''.join(begun))})".encode())

    def _put(self, line: bytes) -> None:
        with self._lock:
            self._waiting += len(line)
        self._lines.put(line)

    def _read_errors(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError), pipe:
            while chunk := pipe.read(CHUNK):
                self._keep(chunk)

    def _keep(self, data: bytes) -> None:
        """Remember the end of what there is on standard error."""
        with self._lock:
            self._errors += data
            del self._errors[:-KEPT]


def _shown(line: bytes) -> str:
    """How `line` begins, in quotes."""
    begins = repr(line[:SHOWN].decode("utf-8", "backslashreplace").rstrip())
    return f"{begins}..." if len(line) > SHOWN else begins


def exit_words(code: int) -> str:
    """How the process with the exit code `code` ended; a signal's number is negative."""
    if code >= 0:
        return f"exited with {code}" if code < 1 << 16 else f"exited with {code:#x}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"


def _start(run: Callable[..., None], *args: object) -> threading.Thread:
    thread = threading.Thread(target=run, args=args, daemon=True)
    thread.start()
    return thread


def _at_once(pipe: IO[bytes], size: int) -> bool:
    """Whether `size` bytes can be written to `pipe` without waiting, as far as the system tells."""
    if os.name == "nt" or size > select.PIPE_BUF:
        return False
    try:
        return bool(select.select([], [pipe], [], 0)[1])
    except (OSError, ValueError):  # it is closed, or has a number that select does not take
        return False


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    """End `process` and what it started, where there are no groups that a signal reaches."""
    with suppress(OSError):
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607 - the system's own
            capture_output=True,
            check=False,
        )
    process.kill()
