"""Files that are read, and one line where they cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.files import TableError, read_python, read_text


def test_text_is_utf8(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("ä\r\n".encode())
    assert read_text(path) == "ä\r\n"
    path.write_bytes(b"a\nb\xe4\nc")
    with pytest.raises(TableError) as error:
        read_text(path)
    assert str(error.value) == "x.txt:2: -: not UTF-8: invalid continuation byte"


@pytest.mark.parametrize("text", ["x = 1\ndef f(:\n", "x = 1\n  y = 2\n", "x = 1\n\0"])
def test_what_is_not_python(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=r"^x\.py:[12]: -: not Python: "):
        read_python(path)


def test_a_message_is_one_line_of_some_length() -> None:
    assert str(TableError(Path("t"), 1, "a\nb", "c\n\x1bä\u2028")) == r"t:1: a\nb: c\n\x1bä\u2028"
    assert len(str(TableError(Path("t"), 1, "a", "b" * 10000))) < 220
