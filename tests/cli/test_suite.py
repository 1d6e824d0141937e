"""`refwasm suite`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Refwasm, one_line


def test_where(refwasm: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "a.wast").touch()
    assert refwasm("suite", "where", "--suite", ".").stdout == b". (unpinned)\n"


def test_a_fetch_that_fails(refwasm: Refwasm, tmp_path: Path) -> None:
    done = refwasm("suite", "fetch", "--mirror", "file:///nowhere", "--to", "here")
    line = one_line(done)
    assert line.startswith("cannot fetch from file:///nowhere: ")
    assert line.endswith("; nothing was changed")
    assert done.returncode == 1
    assert not list(tmp_path.iterdir())
