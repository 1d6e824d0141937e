"""Writing what changed, and naming what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.output import first_difference, remove, stray, write
from codegen.writer import MARK, header

ROOT = Path(__file__).parents[2]
CONTENTS = {"a/x.py": "1\n2\n3\n", "a/y.md": "text\n"}


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    assert write(tmp_path, CONTENTS) == ["a/x.py", "a/y.md"]
    assert write(tmp_path, CONTENTS) == []
    (tmp_path / "a/x.py").write_text("1\n", encoding="utf-8")
    stamp = (tmp_path / "a/y.md").stat().st_mtime_ns
    assert write(tmp_path, CONTENTS) == ["a/x.py"]
    assert (tmp_path / "a/x.py").read_bytes() == b"1\n2\n3\n"
    assert (tmp_path / "a/y.md").stat().st_mtime_ns == stamp


@pytest.mark.parametrize(
    ("name", "found", "difference"),
    [
        ("a/x.py", "1\n2\n3\n", None),
        ("a/x.py", "1\n!\n3\n", "a/x.py:2: not what the table gives"),
        ("a/x.py", "1\n2\n3\n4\n", "a/x.py:4: not what the table gives"),
        ("a/x.py", "1\n2\n", "a/x.py:3: not what the table gives"),
        ("a/y.md", "", "a/y.md:1: not what the table gives"),
        ("a/x.py", None, "a/x.py: missing"),
    ],
)
def test_the_first_difference_is_named(
    tmp_path: Path, name: str, found: str | None, difference: str | None
) -> None:
    write(tmp_path, CONTENTS)
    if found is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(found, encoding="utf-8")
    expected = f"{difference}; run `python -m codegen`" if difference else None
    assert first_difference(tmp_path, CONTENTS) == expected


def test_line_breaks_count(tmp_path: Path) -> None:
    write(tmp_path, CONTENTS)
    (tmp_path / "a/y.md").write_bytes(b"text\r\n")
    assert first_difference(tmp_path, CONTENTS) is not None


@pytest.mark.parametrize("name", ["a/old.py", "a/old", "a/b/old.py"])
def test_a_file_too_many_is_named(tmp_path: Path, name: str) -> None:
    write(tmp_path, CONTENTS)
    (tmp_path / "a/b/__pycache__").mkdir(parents=True)
    for kept in ("a/.DS_Store", "a/b/__pycache__/x.pyc", "elsewhere.py"):
        (tmp_path / kept).touch()
    assert (stray(tmp_path, CONTENTS), first_difference(tmp_path, CONTENTS)) == ([], None)
    (tmp_path / name).touch()
    expected = f"{name}: nothing generates it; run `python -m codegen`"
    assert (stray(tmp_path, CONTENTS), first_difference(tmp_path, CONTENTS)) == ([name], expected)


def test_only_what_says_that_it_is_generated_is_removed(tmp_path: Path) -> None:
    write(tmp_path, CONTENTS)
    (tmp_path / "a/old.py").write_text(header("Old.", "codegen/emit/old.py"), encoding="utf-8")
    (tmp_path / "a/own.py").write_text("own = 1\n", encoding="utf-8")
    assert remove(tmp_path, ["a/old.py", "a/own.py"]) == ["a/old.py"]
    assert stray(tmp_path, CONTENTS) == ["a/own.py"]


def test_all_that_is_generated_says_so() -> None:
    for path in (ROOT / "refwasm" / "generated").glob("*.*"):
        assert MARK in path.read_bytes(), path
