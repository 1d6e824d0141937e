"""Real modules, out of packages of the npm registry, brought by npm and kept in the user's cache."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import CommandError, run
from refwasm.harness.suite import cache_folder


class PackageError(Exception):
    """The module cannot be had; why."""


@dataclass(frozen=True, slots=True)
class Package:
    """A version of a package, and the module in it."""

    name: str
    version: str
    member: str

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"


SQL_JS = Package("sql.js", "1.16.0", "package/dist/sql-wasm.wasm")
ESBUILD = Package("esbuild-wasm", "0.28.2", "package/esbuild.wasm")


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
            path = scratch / "module"
            path.write_bytes(member.read())
    except (CommandError, StopIteration, tarfile.TarError, KeyError, OSError) as e:
        raise PackageError(f"{package}: {e}") from e
    return path
