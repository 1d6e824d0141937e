"""Programs that are built from source when they are needed, once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from refwasm.engines.adapter import Absent
from refwasm.engines.programs import DRIVERS, built

# Stands for `go`: writes the file after -o, and says where it was called.
BUILDS = "import sys, pathlib; pathlib.Path(sys.argv[3]).write_bytes(pathlib.Path('main.go').read_bytes())"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("refwasm.engines.programs.cache_folder", lambda: tmp_path / "cache")
    folder = tmp_path / "engine"
    folder.mkdir()
    (folder / "main.go").write_text("one")
    return folder


def test_a_program_is_built_once_for_each_source(source: Path) -> None:
    first = built(source, [sys.executable, "-c", BUILDS])
    assert first.read_text() == "one"
    assert built(source, ["nobody asks"]) == first
    (source / "main.go").write_text("two")
    second = built(source, [sys.executable, "-c", BUILDS])
    assert second != first
    assert second.read_text() == "two"


@pytest.mark.parametrize(
    ("go", "why"),
    [
        ([sys.executable, "-c", "import sys; sys.exit('no network')"], "built: no network"),
        (["no such program at all"], "no such program at all"),
    ],
    ids=["fails", "absent"],
)
def test_what_cannot_be_built_is_absent(source: Path, go: list[str], why: str) -> None:
    with pytest.raises(Absent, match=why):
        built(source, go)
    assert list((source.parent / "cache" / "drivers").iterdir()) == []


def test_the_drivers_are_there() -> None:
    names = {path.name for path in DRIVERS.iterdir()}
    assert {"node.mjs", "wasmtime_driver.py", "wazero"} <= names
