"""Fetching the suite, from archives made here."""

from __future__ import annotations

import hashlib
import io
import socket
import tarfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from refwasm.harness import fetch as fetching
from refwasm.harness.fetch import FetchError, fetch, fetch_within
from refwasm.harness.pinned import Folder, Pinned, differences

SCRIPTS = {"core/a.wast": b"(module)", "core/deep/b.wast": b";; b", "more/c.wast": b";; c"}
SPEC = {"README": b"no script", "test/core/a.wast": b"(module)", "test/core/deep/b.wast": b";; b"}
MORE = {"c.wast": b";; c", "unpinned.wast": b";; d"}
PINNED = Pinned(
    "r",
    (
        Folder("core", f"{fetching.PUBLIC}/org/spec", "test/core", "c1"),
        Folder("more", f"{fetching.PUBLIC}/org/more", ".", "c2"),
    ),
    {name: hashlib.sha256(content).hexdigest() for name, content in SCRIPTS.items()},
)


def archive(members: dict[str, bytes]) -> bytes:
    """A compressed archive, all names below one folder as the public repositories do it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(f"spec-c1/{name}" if not name.startswith("!") else name[1:])
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return out.getvalue()


class Mirror:
    """Archives below a folder."""

    def __init__(self, root: Path):
        self.root = root
        self.address = root.as_uri()
        self.put("spec", "c1", archive(SPEC))
        self.put("more", "c2", archive(MORE))

    def put(self, name: str, commit: str, data: bytes) -> None:
        """Have `data` as the archive of a commit."""
        path = self.root / "org" / name / "archive" / f"{commit}.tar.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.fixture
def mirror(tmp_path: Path) -> Mirror:
    """A mirror that has what is pinned."""
    return Mirror(tmp_path / "mirror")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the suite shall go."""
    return tmp_path / "cache" / "suite"


def assert_nothing_else(target: Path) -> None:
    """Nothing half-done is left beside `target`."""
    assert [p.name for p in target.parent.glob("*")] in ([], [target.name])
    assert [p.name for p in target.parent.glob(".*")] == []


def test_fetch(mirror: Mirror, target: Path) -> None:
    assert fetch(PINNED, target, mirror=mirror.address) == 3
    assert differences(PINNED, target) == []
    assert_nothing_else(target)


def test_fetch_replaces_what_is_damaged(mirror: Mirror, target: Path) -> None:
    fetch(PINNED, target, mirror=mirror.address)
    (target / "core" / "a.wast").write_text("changed")
    (target / "core" / "added.wast").write_text("added")
    fetch(PINNED, target, mirror=mirror.address)
    assert differences(PINNED, target) == []
    assert_nothing_else(target)


def symlink() -> bytes:
    """An archive whose script is a link to another place."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        info = tarfile.TarInfo("spec-c1/test/core/a.wast")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(info)
    return out.getvalue()


SOUND = archive(SPEC)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cannot fetch"),
        (b"<html>", "not a gzip file"),
        (SOUND[:-30], "cannot fetch"),
        (SOUND[:60] + bytes(20) + SOUND[80:], "cannot fetch"),
        (archive({}), "lacks 2 scripts, core/a.wast for one"),
        (archive({**SPEC, "test/core/a.wast": b"other"}), "a.wast is not what is pinned"),
        (archive({"test/core/../core/a.wast": b"(module)"}), "lacks 2 scripts"),
        (archive({"!/test/core/a.wast": b"(module)"}), "lacks"),
        (symlink(), "lacks 2 scripts"),
    ],
    ids=["empty", "html", "short", "zeros", "nothing", "other", "dots", "absolute", "link"],
)
def test_nothing_changes_unless_all_is_right(
    mirror: Mirror, target: Path, data: bytes, why: str
) -> None:
    fetch(PINNED, target, mirror=mirror.address)
    (target / "core" / "a.wast").write_text("as it was")
    mirror.put("spec", "c1", data)
    with pytest.raises(FetchError, match=why):
        fetch(PINNED, target, mirror=mirror.address)
    assert (target / "core" / "a.wast").read_text() == "as it was"
    assert_nothing_else(target)


@pytest.mark.parametrize("hostile", ["../../x.wast", "!../../x.wast", "test/core/../../../x.wast"])
def test_names_in_the_archive_lead_nowhere_else(
    mirror: Mirror, target: Path, tmp_path: Path, hostile: str
) -> None:
    mirror.put("spec", "c1", archive({hostile: b"bad", **SPEC}))
    fetch(PINNED, target, mirror=mirror.address)
    assert differences(PINNED, target) == []
    assert not list(tmp_path.rglob("x.wast"))


@pytest.mark.parametrize("limit", ["MAX_ARCHIVE", "MAX_UNPACKED"])
def test_what_is_too_large(
    mirror: Mirror, target: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(fetching, limit, 10)
    with pytest.raises(FetchError, match="more than 10 bytes|larger than 10 bytes"):
        fetch(PINNED, target, mirror=mirror.address)
    assert not target.exists()


@pytest.mark.parametrize("address", ["file:///nowhere", "nonsense", "http://[", "gopher://x"])
def test_a_mirror_that_is_none(target: Path, address: str) -> None:
    with pytest.raises(FetchError, match="cannot fetch from"):
        fetch(PINNED, target, mirror=address)
    assert not target.exists()


def test_a_folder_of_somebody_else_is_not_replaced(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.txt").write_text("dear")
    with pytest.raises(FetchError, match="is no suite, it holds thesis.txt: name a folder"):
        fetch(PINNED, tmp_path / "home", mirror=mirror.address)
    (tmp_path / "mixed" / "core").mkdir(parents=True)
    (tmp_path / "mixed" / "core" / "mine.txt").write_text("dear")
    with pytest.raises(FetchError, match=r"is no suite, it holds core/mine\.txt"):
        fetch(PINNED, tmp_path / "mixed", mirror=mirror.address)
    with pytest.raises(FetchError, match="Not a directory"):
        fetch(PINNED, tmp_path / "home" / "thesis.txt", mirror=mirror.address)
    assert (tmp_path / "home" / "thesis.txt").read_text() == "dear"


def test_the_folder_where_one_is_is_not_replaced(
    mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here" / "core").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "core")
    for target in (Path(), Path(".."), tmp_path / "here"):
        with pytest.raises(FetchError, match="is where you are, and would be replaced"):
            fetch(PINNED, target, mirror=mirror.address)
    assert Path.cwd() == tmp_path / "here" / "core"
    fetch(PINNED, Path("../../there"), mirror=mirror.address)
    assert differences(PINNED, tmp_path / "there") == []


def test_a_folder_that_cannot_be_made(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FetchError):
        fetch(PINNED, tmp_path / "file" / "suite", mirror=mirror.address)


def test_many_fetch_at_once(mirror: Mirror, target: Path) -> None:
    failed: list[FetchError] = []

    def work() -> None:
        try:
            fetch(PINNED, target, mirror=mirror.address)
        except FetchError as e:
            failed.append(e)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert differences(PINNED, target) == []
    assert_nothing_else(target)


def test_what_a_killed_fetch_left_goes_with_time(
    mirror: Mirror, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = target.parent / f".{target.name}-x1"
    left.mkdir(parents=True)
    fetch(PINNED, target, mirror=mirror.address)
    assert left.exists()
    monkeypatch.setattr(fetching, "STALE", -1)
    fetch(PINNED, target, mirror=mirror.address)
    assert_nothing_else(target)


def test_another_fetch_ends_while_this_one_looks_at_what_it_left(
    mirror: Mirror, target: Path
) -> None:
    target.parent.mkdir(parents=True)
    (target.parent / f".{target.name}-x2").symlink_to("gone")  # named, and not there
    fetch(PINNED, target, mirror=mirror.address)
    assert differences(PINNED, target) == []


def test_a_fetch_is_given_up_in_time(target: Path) -> None:
    """The server sends a byte at a time, so no single wait is long."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        over = threading.Event()

        def drip() -> None:
            connection, _ = server.accept()
            with connection, suppress(OSError):  # the client goes away
                connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
                while not over.wait(0.05):
                    connection.send(b"x")

        thread = threading.Thread(target=drip)
        thread.start()
        start = time.monotonic()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(FetchError, match="did not give it within 0.3 s"):
            fetch_within(0.3, PINNED, target, mirror=address)
        assert time.monotonic() - start < 10
        over.set()
        thread.join()
    assert not target.exists()


def test_fetch_within_time(mirror: Mirror, target: Path) -> None:
    fetch_within(20, PINNED, target, mirror=mirror.address)
    assert differences(PINNED, target) == []
    with pytest.raises(FetchError, match="cannot fetch from file:///nowhere"):
        fetch_within(20, PINNED, target, mirror="file:///nowhere")
