"""Results on disk while a run is under way: one file of JSON lines per script, appended as they come."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from refwasm.script.results import Result, Status, from_json, to_json


@dataclass(frozen=True, slots=True)
class Journal:
    """The results of the script `name`, in the folder `run` of the run that it belongs to."""

    run: Path
    name: str

    @property
    def path(self) -> Path:
        """The file of JSON lines."""
        stem = self.name.replace("/", "-")[-80:]
        return self.run / f"{stem}-{hashlib.sha256(self.name.encode()).hexdigest()[:12]}.jsonl"

    @property
    def hang(self) -> Path:
        """Where the watch writes why it ended the process."""
        return self.path.with_suffix(".hang")

    def read(self) -> Iterator[Result]:
        """The results so far; a last line cut short by a crash is none."""
        if self.path.exists():
            for line in self.path.read_text("utf-8").splitlines(keepends=True):
                if line.endswith("\n"):
                    yield from_json(line)

    def append(self, results: Iterator[Result]) -> Iterator[Result]:
        """Write each result before it is passed on."""
        with self.path.open("a", encoding="utf-8") as out:
            for result in results:
                out.write(to_json(result) + "\n")
                out.flush()
                yield result

    def recover(self, lines: list[tuple[int, str]]) -> list[Result]:
        """The results so far, and one for the command that took the process down, if any did.

        `lines` are the line and the directive of each command of the script.
        """
        if not self.path.exists():
            return []
        results = list(self.read())
        self.path.write_text("".join(to_json(r) + "\n" for r in results), "utf-8")
        if len(results) == len(lines):
            return results
        index = len(results)
        line, kind = lines[index]
        hung = self.hang.exists() and self.hang.stat().st_size > 0
        status = Status.TIMEOUT if hung else Status.CRASH
        got = "the process had to be ended" if hung else "the process died"
        died = Result(self.name, index, line, kind, status, "an answer", got)
        self.hang.unlink(missing_ok=True)
        return [*results, *self.append(iter([died]))]
