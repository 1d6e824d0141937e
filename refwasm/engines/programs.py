"""The drivers that refwasm ships, and those among them that are built when they are needed first."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from refwasm.engines.adapter import Absent
from refwasm.engines.cache import cache_folder

DRIVERS = Path(__file__).parent / "drivers"

TIMEOUT = 600.0  # seconds; what it needs is fetched first
SUFFIX = ".exe" if os.name == "nt" else ""


def built(source: Path, go: Sequence[str]) -> Path:
    """The program of the module in the folder `source`, built by the command `go` unless it is there.

    Raises Absent if it cannot be built.
    """
    digest = sha256()
    for path in sorted(source.iterdir()):
        digest.update(path.read_bytes())
    target = cache_folder() / "drivers" / f"{source.name}-{digest.hexdigest()[:16]}{SUFFIX}"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            made = Path(folder, target.name)
            _build(source, made, go)
            made.replace(target)
    return target


def _build(source: Path, target: Path, go: Sequence[str]) -> None:
    try:
        done = subprocess.run(
            [*go, "build", "-o", str(target), "."],
            cwd=source,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as e:
        raise Absent(f"{source.name}: {e}") from e
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Absent(f"{source.name} cannot be built: {' '.join(words[-1:])}")
