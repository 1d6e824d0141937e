"""Clocks: a call in this process, a command in a process of its own."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent


class CommandError(Exception):
    """A command that was to be measured failed; the last line that it wrote."""


def timed(call: Callable[[], T]) -> tuple[float, T]:
    """The seconds that `call` takes, and its result."""
    gc.collect()
    start = time.perf_counter()
    result = call()
    return time.perf_counter() - start, result


def processors(call: Callable[[], T]) -> tuple[float, T]:
    """The seconds of processors that the processes which `call` starts and awaits take together.

    Where the system does not tell, the seconds that pass.
    """
    try:
        import resource
    except ImportError:
        return timed(call)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = call()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, result


def run_python(*arguments: str, python: str = sys.executable) -> str:
    """What a new Python writes when it runs with `arguments`. Raises CommandError."""
    return run((python, *arguments))


def run(command: Sequence[str], *, folder: Path = ROOT, timeout: float = 900) -> str:
    """What `command` writes. Raises CommandError."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=folder,
            timeout=timeout,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as e:
        raise CommandError(f"{command[0]}: {e}") from e
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).rpartition("\n")[2]
        raise CommandError(f"{Path(command[0]).name} ended with {done.returncode}: {said}")
    return done.stdout


def numbers(text: str) -> dict[str, float]:
    """The numbers by name that a child wrote as JSON."""
    found: object = json.loads(text)
    assert isinstance(found, dict)
    return {str(name): float(value) for name, value in found.items()}
