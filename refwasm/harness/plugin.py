"""Scripts as pytest items: one per script, run by refwasm, reported per assertion.

`pytest -p refwasm.harness.plugin FILE...` runs them; `refwasm conform` does so with xdist and reads
what the workers wrote to the folder of the run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from refwasm.errors import Malformed
from refwasm.harness.journal import Journal
from refwasm.harness.suite import script_name
from refwasm.harness.watch import Watch
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.run import run_script
from refwasm.source import Source

SHOWN = 10  # failures that a failing item prints; the report has them all


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of this plugin."""
    group = parser.getgroup("refwasm", "WebAssembly scripts")
    group.addoption("--refwasm-suite", type=Path, help="the folder that names of scripts start from")
    group.addoption("--refwasm-run", type=Path, help="the folder for results, as JSON lines")
    group.addoption("--refwasm-timeout", type=float, default=30, help="seconds for each command")


def pytest_configure(config: pytest.Config) -> None:
    """Results go to a folder of the run's own unless one is given."""
    if config.getoption("--refwasm-run") is None:
        config.option.refwasm_run = Path(tempfile.mkdtemp(prefix="refwasm-run-"))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> WastFile | None:
    """Every `.wast` file is collected."""
    if file_path.suffix == ".wast":
        return WastFile.from_parent(parent, path=file_path)
    return None


class WastFile(pytest.File):
    """A script, which is one item."""

    def collect(self) -> Iterator[pytest.Item]:
        yield WastItem.from_parent(self, name=self.path.stem)


class WastFailure(Exception):
    """Commands of a script did not pass."""

    def __init__(self, name: str, failed: list[Result]):
        super().__init__(name)
        self.name = name
        self.failed = failed

    def __str__(self) -> str:
        shown = [
            f"{self.name}:{r.line}: {r.kind}: {r.status.value}: expected {r.expected}, got {r.got}"
            for r in self.failed[:SHOWN]
        ]
        if len(self.failed) > SHOWN:
            shown.append(f"... and {len(self.failed) - SHOWN} more")
        return "\n".join(shown)


class WastItem(pytest.Item):
    """A script to run; it fails if any of its commands does not pass."""

    def runtest(self) -> None:
        root = self.config.getoption("--refwasm-suite") or self.config.rootpath
        name = script_name(root, self.path)
        journal = Journal(self.config.getoption("--refwasm-run"), name)
        results = run_item(self.path, journal, self.config.getoption("--refwasm-timeout"))
        failed = [r for r in results if r.status is not Status.PASS]
        if failed:
            raise WastFailure(name, failed)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        if isinstance(excinfo.value, WastFailure):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.name


def run_item(path: Path, journal: Journal, timeout: float) -> list[Result]:
    """Run the script at `path`, or what is left of it if a process died under it before."""
    source = Source(journal.name, path.read_bytes().decode("utf-8", "surrogateescape"))
    try:
        commands = parse_script(source.text)
    except Malformed as e:
        line = source.line_column(e.offset or 0)[0]
        broken = Result(journal.name, 0, line, "script", Status.FAIL, "a script", e.message)
        return list(journal.append(iter([broken])))
    lines = [(source.line_column(c.offset)[0], c.keyword) for c in commands]
    before = journal.recover(lines)
    deadly = {r.index for r in before if r.status in (Status.CRASH, Status.TIMEOUT)}
    journal.path.touch()
    with journal.hang.open("w", encoding="utf-8") as log, Watch(timeout, log) as watch:
        run = run_script(
            journal.name,
            source,
            commands,
            NativeEngine(),
            done=len(before),
            skip=deadly,
            guard=watch,
        )
        after = list(journal.append(run))
    return before + after


class Scheduling(Protocol):
    """What this needs of xdist's scheduler."""

    def mark_test_pending(self, item: str) -> None:
        """Run `item` again."""


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(
    crashitem: str, report: pytest.TestReport, sched: Scheduling
) -> None:
    """A worker died: what is left of its script runs again, the journal knows from where."""
    sched.mark_test_pending(crashitem)
