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
