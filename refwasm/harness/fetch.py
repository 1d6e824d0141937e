"""`refwasm suite fetch`: bringing the pinned suite here, whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tarfile
import tempfile
import threading
import time
import urllib.request
import zlib
from collections import defaultdict
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.error import URLError

from refwasm.harness.pinned import Folder, Pinned, differences

PUBLIC = "https://github.com"
MAX_ARCHIVE = 256 * 2**20  # bytes; the largest archive that is pinned has some 30 MB
MAX_UNPACKED = 2**30  # bytes, all members of an archive together
MAX_FILE = 16 * 2**20  # bytes; the largest script has 3 MB
STALE = 3600  # seconds until what a killed fetch left is removed


class FetchError(Exception):
    """The suite could not be brought here; what was there before still is."""


def never() -> bool:
    """Nobody gives up."""
    return False


def fetch(
    pinned: Pinned,
    target: Path,
    *,
    mirror: str = PUBLIC,
    timeout: float = 60,
    given_up: Callable[[], bool] = never,
) -> int:
    """Make `target` the pinned suite and return the number of its files.

    Each commit comes as the archive `<mirror>/<owner>/<name>/archive/<commit>.tar.gz`; `timeout` is in
    seconds, for each wait on the network. Archives come to nameless files, the scripts in them to a
    folder beside `target`, which takes its place once it is verified. Raises FetchError.
    """
    _refuse_other(pinned, target)
    wanted: defaultdict[tuple[str, str], list[Folder]] = defaultdict(list)
    for folder in pinned.folders:
        wanted[folder.repository, folder.commit].append(folder)
    try:
        scripts: dict[str, bytes] = {}
        for (repository, commit), folders in wanted.items():
            address = f"{mirror}{repository.removeprefix(PUBLIC)}/archive/{commit}.tar.gz"
            with tempfile.TemporaryFile() as archive:
                _download(address, archive, timeout, given_up)
                scripts |= _scripts(address, archive, folders, pinned)
        missing = pinned.digests.keys() - scripts.keys()
        if missing:
            raise FetchError(f"{mirror} lacks {len(missing)} scripts, {min(missing)} for one")
        _install(pinned, scripts, target, given_up)
    except (OSError, HTTPException, ValueError, tarfile.TarError, zlib.error, EOFError) as e:
        reason = e.reason if isinstance(e, URLError) else e
        raise FetchError(f"cannot fetch from {mirror}: {reason}") from e
    return len(scripts)


def fetch_within(seconds: float, pinned: Pinned, target: Path, *, mirror: str = PUBLIC) -> None:
    """`fetch`, given up after `seconds` in total, whatever it waits for. Raises FetchError."""
    stop = threading.Event()
    failed: list[FetchError] = []

    def work() -> None:
        try:
            fetch(pinned, target, mirror=mirror, timeout=seconds, given_up=stop.is_set)
        except FetchError as e:
            failed.append(e)

    # Nothing ends a wait for the name server; a daemon may be left waiting for it.
    thread = threading.Thread(target=work, name="refwasm-fetch", daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    finally:
        stop.set()
    late = thread.is_alive()
    thread.join(0.5)  # to clear up what it was writing
    if late:
        raise FetchError(f"{mirror} did not give it within {seconds:g} s")
    if failed:
        raise failed[0]


def _refuse_other(pinned: Pinned, target: Path) -> None:
    """Refuse to replace the folder we are in, and one with anything but a suite. Raises FetchError."""
    ours = {path.partition("/")[0] for path in pinned.digests}
    try:
        if not target.exists():
            return
        next(target.iterdir(), None)  # that it is a folder, and readable
        files = (path for path in target.rglob("*") if not path.is_dir())
        names = (path.relative_to(target).as_posix() for path in files)
        other = [n for n in names if n.partition("/")[0] not in ours or not n.endswith(".wast")]
    except OSError as e:
        raise FetchError(f"{target}: {e.strerror}") from e
    if other:
        raise FetchError(f"{target} is no suite, it holds {min(other)}: name a folder of its own")
    if Path.cwd().is_relative_to(target.resolve()):
        raise FetchError(f"{target} is where you are, and would be replaced: name another folder")


def _download(address: str, to: IO[bytes], timeout: float, given_up: Callable[[], bool]) -> None:
    """Copy the bytes at `address` to the file `to`. Raises OSError, FetchError."""
    with urllib.request.urlopen(address, timeout=timeout) as response:
        while chunk := response.read(2**16):
            to.write(chunk)
            if to.tell() > MAX_ARCHIVE:
                raise FetchError(f"{address} is larger than {MAX_ARCHIVE} bytes")
            if given_up():
                raise FetchError("given up")
    to.seek(0)


def _scripts(
    address: str, archive: IO[bytes], folders: list[Folder], pinned: Pinned
) -> dict[str, bytes]:
    """The pinned scripts in `folders` of an archive, by path below the suite's root; others are not read.

    Raises FetchError if one is not as pinned.
    """
    found = {}
    unpacked = 0
    with tarfile.open(fileobj=archive, mode="r:gz") as tar:
        for member in tar:
            unpacked += member.size
            if unpacked > MAX_UNPACKED:
                raise FetchError(f"{address} unpacks to more than {MAX_UNPACKED} bytes")
            path = PurePosixPath(*PurePosixPath(member.name).parts[1:])
            for folder in folders:
                name = f"{folder.folder}/{path.as_posix().removeprefix(folder.path + '/')}"
                below = path.is_relative_to(folder.path) and name in pinned.digests
                if below and member.isreg() and member.size <= MAX_FILE:
                    content = tar.extractfile(member)
                    assert content is not None
                    found[name] = content.read()
                    if hashlib.sha256(found[name]).hexdigest() != pinned.digests[name]:
                        raise FetchError(f"{address}: {path} is not what is pinned")
    return found


def _install(
    pinned: Pinned, scripts: dict[str, bytes], target: Path, given_up: Callable[[], bool]
) -> None:
    """Write `scripts` beside `target`, then put them in its place. Raises OSError, FetchError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}-"
    for left in target.parent.glob(f"{prefix}*"):
        with contextlib.suppress(FileNotFoundError):  # that fetch has ended meanwhile
            if time.time() - left.stat().st_mtime > STALE:
                shutil.rmtree(left, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    try:
        for name, content in scripts.items():
            path = work / "suite" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            if given_up():
                raise FetchError("given up")
        _replace(pinned, work / "suite", target, work / "old")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _replace(pinned: Pinned, new: Path, target: Path, old: Path) -> None:
    """Move `new` to `target`, unless somebody else has just done so."""
    if not differences(pinned, target):
        return
    try:
        with contextlib.suppress(FileNotFoundError):
            target.rename(old)
        new.rename(target)
    except OSError:
        if not target.exists() and old.exists():
            old.rename(target)
        if differences(pinned, target):
            raise
