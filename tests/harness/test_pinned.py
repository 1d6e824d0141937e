"""The pinned suite."""

from __future__ import annotations

from pathlib import Path

from refwasm.harness.pinned import Pinned, differences, read_pinned


def test_what_is_pinned() -> None:
    pinned = read_pinned()
    assert len(pinned.digests) == 510
    assert all(len(d) == 64 for d in pinned.digests.values())
    assert any(f.commit.startswith(pinned.revision) for f in pinned.folders)
    tops = {f.folder for f in pinned.folders}
    assert all(any(name.startswith(f"{top}/") for top in tops) for name in pinned.digests)


def test_differences(tmp_path: Path) -> None:
    names = ("a/same.wast", "a/changed.wast", "b/missing.wast", "b/folder.wast")
    digest = "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"  # of "foo\n"
    pinned = Pinned("r", (), dict.fromkeys(names, digest))
    (tmp_path / "a").mkdir()
    (tmp_path / "b" / "folder.wast").mkdir(parents=True)
    (tmp_path / "a" / "same.wast").write_text("foo\n")
    (tmp_path / "a" / "changed.wast").write_text("bar\n")
    (tmp_path / "a" / "added.wast").write_text("foo\n")
    (tmp_path / "a" / "README").write_text("foo\n")
    expected = ["a/added.wast", "a/changed.wast", "b/folder.wast", "b/missing.wast"]
    assert differences(pinned, tmp_path) == expected
