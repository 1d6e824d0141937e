"""The command line, in this process or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from refwasm.cli.main import main

Completed = subprocess.CompletedProcess[bytes]
Refwasm = Callable[..., Completed]


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, without a suite."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REFWASM_SUITE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def refwasm(
    alone: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Refwasm:
    """Run `refwasm` with the arguments given; `stdin` are bytes."""

    def run(*arguments: str, stdin: bytes = b"") -> Completed:
        monkeypatch.setattr(sys, "argv", ["refwasm", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            main()
        assert isinstance(end.value.code, int)
        return Completed(arguments, end.value.code, *capfdbinary.readouterr())

    return run


@pytest.fixture
def process(alone: Path) -> Refwasm:
    """Run `refwasm` as a process, with settings of `subprocess.run`."""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}

    def run(*arguments: object, stdin: bytes = b"", **settings: object) -> Completed:
        done: Completed = subprocess.run(
            [sys.executable, "-m", "refwasm", *map(str, arguments)],
            input=stdin,
            check=False,
            **{"capture_output": True, "timeout": 60, "env": env, **settings},  # type: ignore[call-overload]  # of subprocess.run
        )
        return done

    return run


def one_line(done: Completed) -> str:
    """The only line that was written to standard error."""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1, done.stderr.decode()
    return lines[0]
