"""`refwasm engines`: the list, and the conformance test for drivers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import refwasm as package
from refwasm.engines import requirements
from tests.cli.conftest import Refwasm, one_line
from tests.engines.test_process import ROGUE


def test_engines_are_listed_with_versions_or_reasons(
    refwasm: Refwasm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("NODE", "no-such-program")
    done = refwasm("engines")
    assert (done.stderr, done.returncode) == (b"", 0)
    listed = dict(line.split(maxsplit=1) for line in done.stdout.decode().splitlines())
    assert listed["refwasm"] == package.__version__
    assert listed["node"] == "absent: no program no-such-program ($NODE may name one)"
    monkeypatch.setenv("NODE", f"'{sys.executable}' --no-such-option")
    done = refwasm("engines")
    listed = dict(line.split(maxsplit=1) for line in done.stdout.decode().splitlines())
    assert listed["node"].startswith("does not start: ")


def adapter(folder: Path, body: str) -> str:
    """The file of an adapter whose driver is given by `body`."""
    path = folder / "mine.py"
    path.write_text(
        "from refwasm.engines.adapter import Absent\n"
        "def get_name(): return 'mine'\ndef get_version(): return '1'\n"
        f"def compute_driver_argv(): {body}\n"
    )
    return str(path)


def test_a_driver_is_checked(
    refwasm: Refwasm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = (requirements.says_hello, requirements.reads_text, requirements.ends_with_its_input)
    monkeypatch.setattr("refwasm.cli.engines.REQUIREMENTS", chosen)
    done = refwasm("engines", "check", adapter(tmp_path, f"return {ROGUE!r}"))
    assert done.stdout.decode().splitlines() == [
        "ok     says hello: the protocol's version, a name, a version; integers pass",
        "-      reads modules as text, if it says so (it reads no text)",
        "ok     ends when its input does",
        "ok: 2 of 3 requirements are met, 1 needs what it lacks",
    ]
    assert done.returncode == 0
    done = refwasm("engines", "check", adapter(tmp_path, f"return {[*ROGUE, 'i32']!r}"))
    first, why, *_, last = done.stdout.decode().splitlines()
    assert (first[:17], why.strip()) == ("FAILED says hello", "does not pass i64")
    assert last.startswith("FAILED: 1 of 3 requirements are met, 1 not, 1 need")
    assert done.returncode == 1


def test_what_is_said_of_a_driver_fits_a_terminal(
    refwasm: Refwasm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Evidence has lines of its own, and is said once."""
    chosen = (requirements.says_hello, *[requirements.goes_on_after_nonsense] * 2)
    monkeypatch.setattr("refwasm.cli.engines.REQUIREMENTS", chosen)
    done = refwasm("engines", "check", adapter(tmp_path, f"return {ROGUE!r}"))
    said = done.stdout.decode()
    lines = said.splitlines()
    assert max(map(len, lines)) <= 79
    assert lines[2] == "         crash: exited with 1; standard error:"
    assert (said.count("Traceback"), lines.count("         as above")) == (1, 1)


def test_who_says_no_hello_is_asked_nothing_else(refwasm: Refwasm, tmp_path: Path) -> None:
    dead = [sys.executable, "-S", "-c", "import nothing_there"]
    done = refwasm("engines", "check", adapter(tmp_path, f"return {dead!r}"))
    lines = done.stdout.decode().splitlines()
    assert [line for line in lines if line.startswith("FAILED ")] == lines[:1]
    assert "ModuleNotFoundError: No module named 'nothing_there'" in lines[-3].strip()
    assert " ".join(lines[-2:]).endswith("not tried, since it never said a proper hello")
    assert done.returncode == 1


def test_what_cannot_be_checked(refwasm: Refwasm, tmp_path: Path) -> None:
    for name, code in (("refwasm", 2), ("nonesuch", 2), (str(tmp_path / "none.py"), 2)):
        done = refwasm("engines", "check", name)
        assert done.returncode == code
        assert one_line(done)
    done = refwasm("engines", "check", adapter(tmp_path, "raise Absent('not here')"))
    assert done.returncode == 1
    assert "absent: not here" in one_line(done)
