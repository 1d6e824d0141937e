"""The main job: run scripts in parallel under pytest and xdist, and make the report."""

from __future__ import annotations

import contextlib
import io
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import refwasm
from refwasm.harness.journal import Journal
from refwasm.harness.model import Report, Run, make_report
from refwasm.harness.suite import Suite, script_name

RESTARTS = 1000  # workers that may die before the run is given up


class HarnessError(Exception):
    """The harness itself failed; what it says is pytest's own output."""


@dataclass(slots=True)
class Progress:
    """A pytest plugin of the controller: calls `done` with the name of each script that ends."""

    done: Callable[[str], None]
    output: list[str] = field(default_factory=list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A script ended, or died and will run again."""
        if report.when == "call":
            self.done(report.nodeid)


def conform(
    suite: Suite,
    scripts: list[Path],
    *,
    workers: int | None = None,
    timeout: float = 30,
    done: Callable[[str], None] = lambda name: None,
) -> Report:
    """Run `scripts` of `suite` in `workers` processes (as many as there are cores) and report.

    `timeout` is in seconds, for each command of a script; `done` hears of each script that ends.
    Raises HarnessError.
    """
    workers = workers or available_cores()
    start = time.perf_counter()
    folder = Path(tempfile.mkdtemp(prefix="refwasm-run-"))
    try:
        _pytest(suite, scripts, folder, workers, timeout, Progress(done))
        names = [script_name(suite.root, script) for script in scripts]
        journals = [Journal(folder, name) for name in names]
        run = Run(
            suite=suite.revision,
            notice=suite.notice,
            engine="refwasm",
            version=refwasm.__version__,
            python=platform.python_version(),
            platform=f"{platform.system()} {platform.machine()}",
            workers=workers,
            seconds=time.perf_counter() - start,
            lost=tuple(j.name for j in journals if not j.path.exists()),
        )
        return make_report(run, (result for j in journals for result in j.read()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _pytest(
    suite: Suite, scripts: list[Path], folder: Path, workers: int, timeout: float, plugin: Progress
) -> None:
    """Run pytest over `scripts`, quietly: what matters is in the journals. Raises HarnessError."""
    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\n")
    args = [
        *("-c", str(settings), f"--rootdir={suite.root}", "-p", "refwasm.harness.plugin"),
        *("-p", "no:cacheprovider", "-q", "--tb=short", "--dist=load", "--maxschedchunk=1"),
        *("-n", str(workers), f"--max-worker-restart={RESTARTS}"),
        *(f"--refwasm-suite={suite.root}", f"--refwasm-run={folder}"),
        f"--refwasm-timeout={timeout}",
        *map(str, scripts),
    ]
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        code = pytest.main(args, plugins=[plugin])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise HarnessError(output.getvalue().strip() or f"pytest ended with {code}")
