"""Results on disk while a run is under way: one file of JSON lines per script, appended as they come.

The first line says how many commands the script has; a result each follows, in their order. So a file
tells whoever comes next, after a crash of the process, where to go on.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from refwasm.script.results import Result, Status, from_json, to_json

FOLDER = "refwasm-run-"  # begins the names of the folders of runs
STALE = (
    24 * 3600
)  # seconds without a new script until the folder of a run that was killed is removed


def run_folder() -> Path:
    """A new folder for a run, which whoever asks removes; those that killed runs left are, here."""
    for left in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        with suppress(OSError):  # somebody else removes it
            if time.time() - left.stat().st_mtime > STALE:
                shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=FOLDER))


@dataclass(frozen=True, slots=True)
class Journal:
    """The results of the script `name` on the engine `label`, in the folder `run` of their run."""

    run: Path
    name: str
    label: str = ""

    @property
    def path(self) -> Path:
        """The file of JSON lines."""
        stem = self.name.replace("/", "-")[-80:]
        digest = hashlib.sha256(f"{self.label}\n{self.name}".encode()).hexdigest()
        return self.run / f"{stem}-{digest[:12]}.jsonl"

    @property
    def hang(self) -> Path:
        """Where the watch writes why it ended the process."""
        return self.path.with_suffix(".hang")

    def lines(self) -> list[str]:
        """What is written so far; a last line cut short by a crash is none."""
        if not self.path.exists():
            return []
        return self.path.read_bytes().decode().split("\n")[:-1]

    def read(self) -> list[Result]:
        """The results so far."""
        return [from_json(line) for line in self.lines()[1:]]

    def complete(self) -> bool:
        """Whether there is a result for every command."""
        lines = self.lines()
        return bool(lines) and len(lines) - 1 == json.loads(lines[0])["commands"]

    def begin(self, commands: int) -> None:
        """Say how many commands there are."""
        header = json.dumps({"script": self.name, "commands": commands})
        self.path.write_text(header + "\n", "utf-8", newline="\n")

    def append(self, results: Iterable[Result]) -> Iterator[Result]:
        """Write each result before it is passed on."""
        with self.path.open("a", encoding="utf-8", newline="\n") as out:
            for result in results:
                labelled = replace(result, engine=self.label)
                out.write(to_json(labelled) + "\n")
                out.flush()
                yield labelled

    def recover(self, commands: list[tuple[int, str]]) -> list[Result]:
        """The results so far, and one for the command that took the process down.

        `commands` are the line and the directive of each. Without results, this is the beginning.
        """
        if not self.lines():
            self.begin(len(commands))
            return []
        os.truncate(self.path, self.path.read_bytes().rfind(b"\n") + 1)
        results = self.read()
        if len(results) == len(commands):
            return results
        line, kind = commands[len(results)]
        return [*results, *self.append([self.died(len(results), line, kind)])]

    def hung(self) -> bool:
        """Whether the watch ended the process."""
        return self.hang.exists() and self.hang.stat().st_size > 0

    def died(self, index: int, line: int, kind: str) -> Result:
        """The result of the command under way when the process ended."""
        hung = self.hung()
        status = Status.TIMEOUT if hung else Status.CRASH
        got = "none, and the process had to be ended" if hung else "the process died"
        if hung:
            os.truncate(self.hang, 0)
        return Result(self.name, index, line, kind, status, "an answer", got, engine=self.label)
