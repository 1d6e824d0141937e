"""The bars of coverage, and that nothing is taken out of what they measure."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.bars import BARS, KEYS, main

ROOT = Path(__file__).parents[1]
EXCLUDED = re.compile(r"#\s*pragma:\s*no\s", re.IGNORECASE)


def report(**changes: tuple[int, int]) -> str:
    """What `coverage json` writes: all that ran, save in the folders of `changes`."""
    files = {}
    for bar in BARS:
        ran, total = changes.get(bar.folder.rpartition("/")[2], (200, 200))
        summary = dict.fromkeys((key for keys in KEYS.values() for key in keys), 1)
        summary |= zip(KEYS[bar.of], (ran, total), strict=True)
        files[f"{bar.folder}/x.py"] = {"summary": summary}
    return json.dumps({"files": files})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, 0),
        ({"generated": (199, 200)}, 1),
        ({"numerics": (999, 1000)}, 1),
        ({"validation": (190, 200)}, 0),
        ({"validation": (189, 200)}, 1),
        ({"runtime": (189, 200)}, 1),
        ({"interpret": (189, 200)}, 1),
        ({"interpret": (0, 0)}, 1),
    ],
    ids=str,
)
def test_bars(
    changes: dict[str, tuple[int, int]],
    code: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "coverage.json").write_text(report(**changes))
    assert main(str(tmp_path / "coverage.json")) == code
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [bar.folder for bar in BARS]
    wrong = [line.split()[0] for line in lines if line.endswith("not met")]
    assert wrong == [f"refwasm/{name}" for name in changes] * code


def test_a_package_that_nobody_measured_meets_no_bar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "coverage.json").write_text('{"files": {}}')
    assert main(str(tmp_path / "coverage.json")) == 1
    assert capsys.readouterr().out.count("not met") == len(BARS)


def test_no_line_is_excluded() -> None:
    sources = [p for name in ("refwasm", "codegen") for p in (ROOT / name).rglob("*.py")]
    assert sources
    assert not [p for p in sources if EXCLUDED.search(p.read_text("utf-8"))]
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["coverage"]
    assert settings["run"]["branch"]
    assert not {"exclude_also", "exclude_lines", "omit"} & (
        settings["report"].keys() | settings["run"]
    )
