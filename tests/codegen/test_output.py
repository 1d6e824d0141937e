"""Writing what changed, and naming what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.output import first_difference, write

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
