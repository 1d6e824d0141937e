"""What maps say of scripts, kept from one run to the next in the user's cache folder.

A file holds what is known of one script; its name is the digest of all that this depends on: the script's
bytes, refwasm's own sources, the features. So nothing in it is ever out of date, and old files are removed
when all of them take too much room.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
import tempfile
import zlib
from contextlib import suppress
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from refwasm.engines.cache import cache_folder
from refwasm.syntax.features import DEFAULT, Features

LIMIT = (
    64 << 20
)  # bytes that all files together may take; one map of the whole suite takes less than 2 MB
SUFFIX = ".json.gz"


class Cache:
    """The files in `folder`, which is made when something is put there."""

    def __init__(
        self, folder: Path | None = None, features: Features = DEFAULT, limit: int = LIMIT
    ):
        self.folder = folder or cache_folder() / "map"
        self.limit = limit
        on = " ".join(sorted(features.on))
        self._basis = f"{sources()} {features.edition} {on}"

    def path(self, script: str) -> Path:
        """Where it is kept what is known of the script with the digest `script`."""
        return self.folder / (
            hashlib.sha256(f"{self._basis} {script}".encode()).hexdigest() + SUFFIX
        )

    def get(self, script: str) -> dict[str, object] | None:
        """What is known of the script with the digest `script`; a file that is broken knows nothing."""
        path = self.path(script)
        try:
            found = json.loads(gzip.decompress(path.read_bytes()))
            os.utime(path)  # it was of use
        except (OSError, ValueError, EOFError, zlib.error):
            return None
        return found if isinstance(found, dict) else None

    def put(self, script: str, known: dict[str, object]) -> None:
        """Keep what is `known` of the script with the digest `script`, if it can be written."""
        data = gzip.compress(json.dumps(known).encode(), mtime=0)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                os.replace(name, self.path(script))
            except BaseException:
                with suppress(OSError):
                    os.unlink(name)
                raise

    def trim(self) -> None:
        """Remove the files that were not of use for longest, until the rest is within the limit."""
        with suppress(OSError):
            files = [(path.stat(), path) for path in self.folder.iterdir()]
            left = sum(stat.st_size for stat, _ in files)
            for stat, path in sorted(files, key=lambda file: (file[0].st_mtime_ns, file[1].name)):
                if left <= self.limit:
                    return
                left -= stat.st_size
                path.unlink(missing_ok=True)


@cache
def sources() -> str:
    """The digest of refwasm's own Python files."""
    digest = hashlib.sha256(sys.version.encode())
    for name, file in sorted(_files(resources.files("refwasm"), "")):
        data = file.read_bytes()
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    """The Python files below `folder`, by path; not the commands and the renderers, which map nothing."""
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        name = prefix + item.name
        if item.is_dir():
            if name not in ("cli", "harness/report", "vectors", "engines", "oracle", "fuzz"):
                found += _files(item, name + "/")
        elif name.endswith(".py"):
            found.append((name, item))
    return found
