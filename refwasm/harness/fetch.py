"""`refwasm suite fetch`: bringing the pinned suite here, whole or not at all."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
import urllib.request
from collections import defaultdict
from pathlib import Path, PurePosixPath
from urllib.error import URLError

from refwasm.harness.pinned import Folder, Pinned, differences

PUBLIC = "https://github.com"
MAX_ARCHIVE = 256 * 2**20  # bytes; the largest archive that is pinned has some 30 MB
MAX_FILE = 16 * 2**20  # bytes; the largest script has 3 MB


class FetchError(Exception):
    """The suite could not be brought here; what was there before still is."""


def fetch(pinned: Pinned, target: Path, *, mirror: str = PUBLIC, timeout: float = 60) -> int:
    """Make `target` the pinned suite and return the number of its files.

    Each commit comes as the archive `<mirror>/<owner>/<name>/archive/<commit>.tar.gz`; `timeout` is in
    seconds, for each wait on the network. The files go to a folder beside `target`, are verified
    there, and only then take its place. Raises FetchError.
    """
    commits: defaultdict[tuple[str, str], list[Folder]] = defaultdict(list)
    for folder in pinned.folders:
        commits[folder.repository, folder.commit].append(folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as e:
        raise FetchError(f"cannot write beside {target}: {e}") from e
    try:
        for (repository, commit), folders in commits.items():
            address = f"{mirror}{repository.removeprefix(PUBLIC)}/archive/{commit}.tar.gz"
            _download(address, work / "archive", timeout)
            _unpack(work / "archive", folders, work / "suite")
        wrong = differences(pinned, work / "suite")
        if wrong:
            more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            raise FetchError(f"{mirror} does not have what is pinned: {wrong[0]}{more}")
        if target.exists():
            target.rename(work / "old")
        (work / "suite").rename(target)
    except (OSError, tarfile.TarError, EOFError) as e:
        raise FetchError(f"cannot fetch from {mirror}: {e}") from e
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return len(pinned.digests)


def _download(address: str, to: Path, timeout: float) -> None:
    """The bytes at `address`, in the file `to`. Raises OSError, FetchError."""
    size = 0
    try:
        with urllib.request.urlopen(address, timeout=timeout) as response, to.open("wb") as out:
            while chunk := response.read(2**16):
                size += len(chunk)
                if size > MAX_ARCHIVE:
                    raise FetchError(f"{address} is larger than {MAX_ARCHIVE} bytes")
                out.write(chunk)
    except URLError as e:
        raise FetchError(f"cannot fetch {address}: {e.reason}") from e


def _unpack(archive: Path, folders: list[Folder], root: Path) -> None:
    """Write the scripts of `folders` below `root`; names in the archive never leave it."""
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            path = PurePosixPath(*PurePosixPath(member.name).parts[1:])
            if not member.isfile() or path.suffix != ".wast" or ".." in path.parts:
                continue
            for folder in folders:
                if path.is_relative_to(folder.path) and member.size <= MAX_FILE:
                    to = root / folder.folder / path.relative_to(folder.path)
                    to.parent.mkdir(parents=True, exist_ok=True)
                    content = tar.extractfile(member)
                    assert content is not None
                    to.write_bytes(content.read())
