"""Real modules, out of packages of the npm registry, brought by npm and kept in the user's cache."""

from __future__ import annotations

import hashlib
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import CommandError, run
from refwasm.engines.cache import cache_folder


class PackageError(Exception):
    """The module cannot be had; why."""


@dataclass(frozen=True, slots=True)
class Package:
    """A version of a package, and the module in it: its path, and its digest."""

    name: str
    version: str
    member: str
    sha256: str
    speed: str = ""  # what was promised of decoding and validating it

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"


PACKAGES = (
    Package(
        "sql.js",
        "1.16.0",
        "package/dist/sql-wasm.wasm",
        "43bbcdd44287e5a2db3b6b5af34b1a3485a7a441285d247976c1ebe3c61f8dbf",
        ">= 1.5",
    ),
    Package(
        "esbuild-wasm",
        "0.28.2",
        "package/esbuild.wasm",
        "b1831a5c0f6cf688034fb94d0419812f165ea316a3380d3fc00a151e562d2eaf",
        ">= 1",
    ),
)


def find_module(package: Package, folder: Path | None = None) -> Path:
    """The module as a file, fetched unless the cache has it. Raises PackageError."""
    folder = folder or cache_folder() / "benchmarks"
    path = folder / f"{package.name}-{package.version}.wasm"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            _pack(package, Path(scratch)).replace(path)
    return path


def _pack(package: Package, scratch: Path) -> Path:
    """The module as a file in `scratch`."""
    if shutil.which("npm") is None:
        raise PackageError(f"{package}: npm is not installed")
    try:
        run(("npm", "pack", "--silent", str(package)), folder=scratch, timeout=300)
        with tarfile.open(next(scratch.glob("*.tgz"))) as archive:
            member = archive.extractfile(package.member)
            assert member is not None
            data = member.read()
    except (CommandError, StopIteration, tarfile.TarError, KeyError, OSError) as e:
        raise PackageError(f"{package}: {e}") from e
    if hashlib.sha256(data).hexdigest() != package.sha256:
        raise PackageError(f"{package}: {package.member} is not the module that was pinned")
    path = scratch / "module"
    path.write_bytes(data)
    return path
