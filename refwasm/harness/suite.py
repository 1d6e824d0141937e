"""Finding the scripts to run."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from refwasm.harness.fetch import FetchError, fetch
from refwasm.harness.pinned import Pinned, read_pinned


class SuiteError(Exception):
    """The paths given name no suite or no script."""


@dataclass(frozen=True, slots=True)
class Suite:
    """Scripts below `root`; `revision` names them in reports, `notice` is what to tell the user."""

    root: Path
    revision: str
    notice: str = ""


def cache_folder() -> Path:
    """Where `refwasm suite fetch` keeps the suite, by the habits of the platform."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "refwasm"


def cached_suite(pinned: Pinned) -> Path:
    """The folder of the pinned revision in the cache, there or not."""
    return cache_folder() / f"suite-{pinned.revision}"


def find_suite(given: Path | None, *, timeout: float = 10) -> Suite:
    """The suite that `given`, the environment, the cache or the neighbourhood offers.

    If there is none, it is fetched; if that fails within `timeout` seconds, the shipped vectors stand in
    and `notice` says so. Raises SuiteError if `given` or $REFWASM_SUITE is no folder.
    """
    for origin, path in (("--suite", given), ("REFWASM_SUITE", os.environ.get("REFWASM_SUITE"))):
        if path:
            if not Path(path).is_dir():
                raise SuiteError(f"{origin}: {path} is not a folder")
            return Suite(Path(path), revision_of(Path(path)))
    pinned = read_pinned()
    cached = cached_suite(pinned)
    beside = Path(__file__).resolve().parents[3] / "shared" / "spec-suite"
    for path in (cached, beside):
        if (path / "core").is_dir():
            return Suite(path, revision_of(path))
    try:
        fetch(pinned, cached, timeout=timeout)
    except FetchError as e:
        notice = (
            f"The official suite is not here ({e}). These are the vectors that refwasm ships;"
            " `refwasm suite fetch` brings the official suite."
        )
        return Suite(shipped_vectors(), "vectors", notice)
    return Suite(cached, pinned.revision)


def shipped_vectors() -> Path:
    """The folder of the scripts that come with refwasm."""
    return Path(str(resources.files("refwasm") / "vectors"))


def revision_of(root: Path) -> str:
    """The pinned revision if the suite at `root` is that one to the byte; else `unpinned`."""
    pinned = read_pinned()
    return "unpinned" if differences(pinned, root) else pinned.revision


def scripts_below(suite: Suite, paths: tuple[str, ...]) -> list[Path]:
    """The scripts that `paths` name, each a file or a folder, below the suite's root or here.

    Without paths, those of the current edition: `core` if the suite has it, else everything. The longest
    come first, since they end last. Raises SuiteError.
    """
    if not paths:
        paths = ("core",) if (suite.root / "core").is_dir() else (".",)
    found: dict[Path, int] = {}
    for given in paths:
        path = next((p for p in (suite.root / given, Path(given)) if p.exists()), None)
        if path is None:
            raise SuiteError(f"{given}: no such script or folder, neither here nor in {suite.root}")
        scripts = [path] if path.is_file() else sorted(path.rglob("*.wast"))
        if not scripts:
            raise SuiteError(f"{given}: no .wast script in this folder")
        found.update((script.resolve(), script.stat().st_size) for script in scripts)
    return sorted(found, key=lambda script: (-found[script], script))


def script_name(suite_root: Path, script: Path) -> str:
    """How reports call `script`: its path below the suite's root, or as it is."""
    script, root = script.resolve(), suite_root.resolve()
    return script.relative_to(root).as_posix() if script.is_relative_to(root) else script.name
