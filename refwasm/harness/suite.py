"""Finding the scripts to run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from refwasm.engines.cache import cache_folder
from refwasm.generated.features import FEATURES
from refwasm.harness.fetch import PUBLIC, FetchError, fetch_within
from refwasm.harness.pinned import Pinned, differences, is_pinned, read_pinned
from refwasm.source import printable
from refwasm.syntax.features import DEFAULT, EDITIONS, Features

NOTICE = "Only the vectors refwasm ships: `refwasm suite fetch` brings the official suite."


class SuiteError(Exception):
    """The paths given name no suite or no script."""


@dataclass(frozen=True, slots=True)
class Suite:
    """Scripts below `root`; `notice` is what a report says about them, first and last."""

    root: Path
    notice: str = ""
    reason: str = ""  # for the notice, said once


def cached_suite(pinned: Pinned) -> Path:
    """The folder of the pinned revision in the cache, there or not."""
    return cache_folder() / f"suite-{pinned.revision}"


def find_suite(
    given: Path | None, paths: Sequence[str] = (), *, mirror: str = PUBLIC, wait: float = 10
) -> Suite:
    """The suite that `given`, the environment, the cache or the neighbourhood offers.

    If there is none, it is fetched, unless all `paths` are here without it; if that fails within `wait`
    seconds, the shipped vectors stand in and `notice` says so. Raises SuiteError if `given` or
    $REFWASM_SUITE is no folder.
    """
    for origin, path in (("--suite", given), ("REFWASM_SUITE", os.environ.get("REFWASM_SUITE"))):
        if path:
            if not Path(path).is_dir():
                raise SuiteError(f"{origin}: {path} is not a folder")
            return Suite(Path(path))
    pinned = read_pinned()
    cached = cached_suite(pinned)
    if cached.is_dir() and not differences(pinned, cached):
        return Suite(cached)
    beside = Path(__file__).resolve().parents[3] / "shared" / "spec-suite"
    if (beside / "core").is_dir():
        return Suite(beside)
    if paths and all(Path(path).exists() for path in paths):
        return Suite(Path.cwd())
    try:
        fetch_within(wait, pinned, cached, mirror=mirror)
    except FetchError as e:
        return Suite(shipped_vectors(), NOTICE, f"The official suite is not here: {e}")
    return Suite(cached)


def shipped_vectors() -> Path:
    """The folder of the scripts that come with refwasm."""
    return Path(str(resources.files("refwasm") / "vectors"))


def revision_of(root: Path, scripts: Iterable[Path]) -> str:
    """What reports call `scripts` below `root`: the pinned revision if they are, to the byte."""
    if root == shipped_vectors():
        return "vectors"
    pinned = read_pinned()
    other = total = 0
    for script in scripts:
        total += 1
        other += not is_pinned(pinned, script_name(root, script), script)
    if not other:
        return pinned.revision
    return "unpinned" if other == total else f"{pinned.revision}, {other} of {total} scripts other"


def named(suite: Suite, paths: Sequence[str], features: Features = DEFAULT) -> dict[str, Path]:
    """The file or folder of each of `paths`, below the suite's root or here; without any, that of the edition.

    Raises SuiteError.
    """
    if not paths:
        current = "core" if (suite.root / "core").is_dir() else "."
        paths = (current if features.edition == "3" else f"editions/{features.edition}.0",)
    found: dict[str, Path] = {}
    for given in paths:
        path = next((p for p in (suite.root / given, Path(given)) if p.exists()), None)
        if path is None:
            raise SuiteError(f"{given}: no such script or folder, neither here nor in {suite.root}")
        found[given] = path
    return found


def proposals_off(features: Features) -> frozenset[str]:
    """The proposals that are not on: folders that are called so are left out of the folders they are in."""
    new = (name for name, (since, _, _) in FEATURES.items() if since not in EDITIONS)
    return frozenset(new) - features.on


def scripts_below(suite: Suite, paths: Sequence[str], features: Features = DEFAULT) -> list[Path]:
    """The scripts that `paths` name, each a file or a folder, below the suite's root or here.

    Without paths, those of the edition: of the current one `core` if the suite has it, else everything.
    A folder in one that is named like a proposal is left out unless its feature is on. The longest come
    first, since they end last. Raises SuiteError.
    """
    off = proposals_off(features)
    found: dict[Path, int] = {}
    for given, path in named(suite, paths, features).items():
        scripts = [path]
        if path.is_dir():
            below = (p for p in path.rglob("*.wast") if p.is_file())
            scripts = [p for p in below if off.isdisjoint(p.relative_to(path).parts)]
        if not scripts:
            raise SuiteError(f"{given}: no .wast script in this folder")
        if path.is_file() and path.suffix != ".wast":
            raise SuiteError(f"{given}: not a .wast script")
        found.update((script.resolve(), script.stat().st_size) for script in scripts)
    return sorted(found, key=lambda script: (-found[script], script))


def script_name(suite_root: Path, script: Path) -> str:
    """How reports call `script`: its path below the suite's root, or else from the root folder.

    Any name of a file becomes text, and no two become the same.
    """
    script, root = script.resolve(), suite_root.resolve()
    path = (script.relative_to(root) if script.is_relative_to(root) else script).as_posix()
    return printable(path.replace("\\", "\\\\"))
