"""Modules out of packages, with a stand-in for npm."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from benchmarks.packages import Package, PackageError, find_module

ABC = hashlib.sha256(b"abc").hexdigest()
PACKAGE = Package("one", "1.2", "package/a.wasm", ABC)
NPM = f"""#!{sys.executable}
import io, sys, tarfile
assert sys.argv[1:] == ["pack", "--silent", "one@1.2"], sys.argv
with tarfile.open("one-1.2.tgz", "w:gz") as archive:
    member = tarfile.TarInfo("package/a.wasm")
    member.size = 3
    archive.addfile(member, io.BytesIO(b"abc"))
"""
BROKEN = f"#!{sys.executable}\nimport sys\nsys.exit('no network')\n"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder where commands are found."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put_npm(tools: Path, text: str) -> None:
    npm = tools / "npm"
    npm.write_text(text)
    npm.chmod(0o755)


def test_fetched_once(tools: Path, tmp_path: Path) -> None:
    put_npm(tools, NPM)
    path = find_module(PACKAGE, tmp_path / "cache")
    assert path.read_bytes() == b"abc"
    assert [p.name for p in path.parent.iterdir()] == ["one-1.2.wasm"]
    (tools / "npm").unlink()
    assert find_module(PACKAGE, tmp_path / "cache") == path


@pytest.mark.parametrize(
    ("npm", "package", "text"),
    [
        (None, PACKAGE, "npm is not installed"),
        (BROKEN, PACKAGE, "npm ended with 1: no network"),
        (NPM, Package("one", "1.2", "package/b.wasm", ABC), "package/b.wasm"),
        (
            NPM,
            Package("one", "1.2", "package/a.wasm", ABC[::-1]),
            "is not the module that was pinned",
        ),
    ],
    ids=["no npm", "no network", "no module", "another module"],
)
def test_not_to_be_had(
    tools: Path, tmp_path: Path, npm: str | None, package: Package, text: str
) -> None:
    if npm:
        put_npm(tools, npm)
    with pytest.raises(PackageError, match=f"^one@1.2: .*{text}"):
        find_module(package, tmp_path / "cache")
    assert not list(tmp_path.glob("cache/*"))
