"""Processes that do their work and end."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from refwasm.engines import batch
from refwasm.engines.batch import Output, run
from refwasm.engines.process import EngineDied


def python(program: str, *arguments: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", program, *arguments]


def test_what_a_process_says() -> None:
    program = "import sys; print('out'); print('wrong', file=sys.stderr); sys.exit(3)"
    output = run(python(program), timeout=20)
    assert (output.code, output.stdout.split(), output.stderr.split()) == (3, ["out"], ["wrong"])
    assert not output.died
    assert output.evidence() == "exit code 3; wrong"


def test_bytes_that_are_no_text() -> None:
    assert run(python(r"import os; os.write(1, b'\xff!')"), timeout=20).stdout == "\\xff!"


def test_a_process_that_does_not_end_is_ended_with_those_that_it_started(tmp_path: Path) -> None:
    """The child would write after two seconds, and holds the output open."""
    left = tmp_path / "left"
    child = f"import time; time.sleep(2); open({str(left)!r}, 'w')"
    program = (
        "import subprocess, sys, time; print('begun', flush=True);"
        f"subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)"
    )
    start = time.monotonic()
    output = run(python(program), timeout=1)
    assert (output.code, output.stdout.strip()) == (None, "begun")
    assert time.monotonic() - start < 10
    time.sleep(max(0.0, start + 3.5 - time.monotonic()))
    assert not left.exists()


def test_more_than_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "LONGEST", 10)
    output = run(python("print('x' * 100_000)"), timeout=20)
    assert (output.stdout, output.cut, output.code) == ("x" * 10, True, 0)


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EngineDied, match="none cannot be started: ") as caught:
        run([str(tmp_path / "none")], timeout=1)
    assert not caught.value.started


@pytest.mark.parametrize(
    ("code", "died", "words"),
    [
        (0, False, "exit code 0"),
        (1, False, "exit code 1"),
        (101, True, "exit code 101"),
        (-6, True, "ended by SIGABRT"),
        (134, True, "ended by SIGABRT"),
        (0xC0000005, True, "ended with status 0xc0000005"),
        (255, True, "exit code 255"),
        (None, False, "did not end in time"),
    ],
)
def test_how_a_process_ended(code: int | None, died: bool, words: str) -> None:
    assert (Output(code).died, Output(code).ending()) == (died, words)


def test_evidence_is_what_was_said_last_and_not_too_long() -> None:
    said = "\n\n".join(f"line {i} {'x' * 1000}" for i in range(100))
    evidence = Output(1, stderr=said).evidence()
    assert "line 99" in evidence
    assert "line 10 " not in evidence
    assert len(evidence) < 2000
