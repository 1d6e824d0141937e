"""The pinned suite: where each file comes from, and the digest it must have."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folder:
    """`path` of `repository` (an address) at `commit`, which stands as `folder` in the suite."""

    folder: str
    repository: str
    path: str
    commit: str


@dataclass(frozen=True, slots=True)
class Pinned:
    """The suite as `spec/PINNED.toml` and `spec/suite.sha256` state it."""

    revision: str
    folders: tuple[Folder, ...]
    digests: dict[str, str]  # by path below the suite's root, SHA-256 in hexadecimal


def read_pinned() -> Pinned:
    """The statement that this refwasm ships."""
    spec = resources.files("refwasm") / "spec"
    if not spec.is_dir():  # a checkout
        spec = resources.files("refwasm") / ".." / "spec"
    toml = tomllib.loads((spec / "PINNED.toml").read_text("utf-8"))
    repositories = toml["repositories"]
    folders = tuple(
        Folder(f["folder"], repositories[f["repository"]], f["path"], f["commit"])
        for f in toml["folders"]
    )
    digests = {}
    for line in (spec / "suite.sha256").read_text("utf-8").splitlines():
        digest, _, path = line.partition("  ")
        digests[path] = digest
    return Pinned(toml["revision"], folders, digests)


def is_pinned(pinned: Pinned, name: str, path: Path) -> bool:
    """Whether the file at `path` is what is pinned as `name`, to the byte."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == pinned.digests.get(name)
    except OSError:
        return False


def differences(pinned: Pinned, root: Path) -> list[str]:
    """The pinned files that are missing below `root` or differ, and `.wast` files not pinned."""
    wrong = [name for name in pinned.digests if not is_pinned(pinned, name, root / name)]
    found = (path.relative_to(root).as_posix() for path in root.rglob("*.wast"))
    return sorted(wrong + [path for path in found if path not in pinned.digests])
