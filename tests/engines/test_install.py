"""How the tests of real engines get theirs: by a cargo that stands for the real one."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from refwasm.engines.adapter import Absent
from tests.engines.real import install

# Writes down what it is asked, refuses what names no version as `SAYS` tells, and else makes the program.
CARGO = r"""
import json, os, pathlib, sys
with open("log", "a") as log:
    log.write(json.dumps([sys.argv[1:], os.environ["CARGO_PROFILE_RELEASE_OPT_LEVEL"]]) + "\n")
if "@" not in sys.argv[-1]:
    sys.exit(os.environ["SAYS"])
program = pathlib.Path(sys.argv[sys.argv.index("--root") + 1], "bin", "engine")
program.parent.mkdir(parents=True)
program.touch()
"""
TOO_NEW = (
    "error: cannot install package `engine-cli 7.5.0`, it requires rustc 1.96 or newer, "
    "while the currently active rustc version is 1.95.0\n`engine-cli 7.4.2` supports rustc 1.95"
)


@pytest.fixture(autouse=True)
def cargo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cargo that is found."""
    source = tmp_path / "cargo.py"
    source.write_text(CARGO)
    words = f'"{sys.executable}" -I -S "{source}"'
    if os.name == "nt":
        (tmp_path / "cargo.bat").write_text(f"@{words} %*\n")
    else:
        (tmp_path / "cargo").write_text(f'#!/bin/sh\nexec {words} "$@"\n')
        (tmp_path / "cargo").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CARGO_PROFILE_RELEASE_OPT_LEVEL", raising=False)
    monkeypatch.chdir(tmp_path)


def asked() -> list[list[object]]:
    """What cargo was asked, and how well it was to compile."""
    return [json.loads(line) for line in Path("log").read_text().splitlines()]


def test_an_older_release_where_the_newest_wants_a_newer_compiler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYS", TOO_NEW)
    (program,) = install.cargo("engine-cli", "engine", "--features", "wast")(tmp_path)
    assert Path(program).with_suffix("").exists()
    words = ["install", "--quiet", "--locked", "--root", str(tmp_path / "engine-cli")]
    words += ["--features", "wast"]
    assert asked() == [[[*words, "engine-cli"], "1"], [[*words, "engine-cli@7.4.2"], "1"]]


def test_any_other_failure_is_the_reason_for_its_absence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYS", "error: no network")
    with pytest.raises(Absent, match="cargo failed: error: no network"):
        install.cargo("engine-cli", "engine")(tmp_path)
    assert len(asked()) == 1


def test_the_environment_says_how_well_to_compile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYS", TOO_NEW)
    monkeypatch.setenv("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3")
    install.cargo("engine-cli", "engine")(tmp_path)
    assert asked()[1][1] == "3"


def test_what_is_there_and_why_the_rest_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAYS", "error: no network")
    monkeypatch.setenv("NOTHING", "refwasm")
    engines = {
        "refwasm": ("NOTHING", install.system("not asked")),
        "wasmi": ("WASMI_OF_TEST", install.cargo("engine-cli", "engine")),
    }
    monkeypatch.setattr(install, "ENGINES", engines)
    install.main(tmp_path)
    found = json.loads((tmp_path / install.NAME).read_text())
    assert found["absent"] == {"wasmi": "cargo failed: error: no network"}
    assert found["present"].keys() == {"refwasm"}
    assert "wasmi          ABSENT: cargo failed" in capsys.readouterr().out
