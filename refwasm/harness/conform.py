"""The main job: run scripts in parallel under pytest and xdist, and make the report."""

from __future__ import annotations

import contextlib
import io
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import xdist  # noqa: F401 - pytest finds it by name; who has none shall hear of it early

import refwasm
from refwasm.harness.journal import Journal, run_folder
from refwasm.harness.model import TRACED, Report, Run, make_report
from refwasm.harness.plugin import ENGINES, NAME, write_list
from refwasm.harness.suite import Suite, revision_of, script_name
from refwasm.script.results import Result
from refwasm.syntax.features import DEFAULT, Features

RESTARTS = 10_000  # workers that may die before the run is given up
AHEAD = 2  # scripts that xdist hands to each worker at once


class HarnessError(Exception):
    """The harness itself failed; what it says is pytest's own output."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long things may take, in seconds."""

    command: float = 30
    script: float = 600


def ignore(name: str, results: Sequence[Result]) -> None:
    """Nobody wants to know that a script ended."""


@dataclass(slots=True)
class Collector:
    """A pytest plugin of the controller: reads the journal of each script that ends."""

    folder: Path
    done: Callable[[str, Sequence[Result]], None]
    results: dict[str, list[Result]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)  # of the harness, by script

    def pytest_keyboard_interrupt(self) -> None:
        """Nobody waits for what is under way; workers end when they see that their folder is gone."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A script ended (or died and will run again, which is not reported as a call)."""
        name = dict(report.user_properties).get(NAME)
        if report.when != "call" or not isinstance(name, str):
            return
        try:
            journal = Journal(self.folder, name)
            self.results[name] = journal.read()
            if not journal.complete():
                self.errors[name] = report.longreprtext.strip().rpartition("\n")[2]
        except (OSError, ValueError, KeyError) as e:
            self.errors[name] = str(e)
        self.done(name, self.results.get(name, []))


def conform(
    suite: Suite,
    scripts: Sequence[Path],
    *,
    workers: int | None = None,
    limits: Limits = Limits(),
    tier: str = TRACED,
    engine: str = "",
    features: Features = DEFAULT,
    done: Callable[[str, Sequence[Result]], None] = ignore,
) -> Report:
    """Run `scripts` of `suite` in `workers` processes (as many as there are cores) and report.

    `done` hears of each script that ends. `engine` is the `module:function` that makes an engine for
    each script, in place of that of `tier`. Raises HarnessError, KeyboardInterrupt.
    """
    workers = min(workers or available_cores(), len(scripts))
    start = time.perf_counter()
    folder = run_folder()
    try:
        collector = Collector(folder, done)
        names = {script: script_name(suite.root, script) for script in scripts}
        listed = folder / "scripts.json"
        write_list(listed, ((script, names[script]) for script in deal(scripts, workers)))
        engine = engine or ENGINES[tier]
        _pytest([*_arguments(folder, listed, workers, limits, engine, features)], collector)
        lost = {
            name: "nothing came back" for name in names.values() if name not in collector.results
        }
        run = Run(
            suite=revision_of(suite.root, scripts),
            notice=suite.notice,
            engine="refwasm",
            version=refwasm.__version__,
            python=platform.python_version(),
            platform=f"{platform.system()} {platform.machine()}",
            workers=workers,
            seconds=time.perf_counter() - start,
            spec=f"{features.edition}.0",
            features=features.changes(),
            tier=tier,
            lost=lost | collector.errors,
        )
        return make_report(run, {n: collector.results.get(n, []) for n in names.values()})
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def deal(scripts: Sequence[Path], workers: int) -> list[Path]:
    """`scripts`, longest first, in the order in which xdist hands them out: the first `AHEAD` at once.

    So that no worker gets the two longest, each gets one from the front and one from further back.
    """
    if len(scripts) < AHEAD * workers:
        return list(scripts)
    first = scripts[:workers]
    second = reversed(scripts[workers : AHEAD * workers])
    pairs = [script for pair in zip(first, second, strict=True) for script in pair]
    return [*pairs, *scripts[AHEAD * workers :]]


def _arguments(
    folder: Path, scripts: Path, workers: int, limits: Limits, engine: str, features: Features
) -> tuple[str, ...]:
    """The command line for pytest, with the list `scripts`."""
    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\n")
    unused = [
        "cacheprovider",
        "faulthandler",
        "doctest",
        "unittest",
        "python",
        "junitxml",
        "tmpdir",
    ]
    return (
        *("-c", str(settings), f"--rootdir={folder}", "--noconftest"),
        *("-p", "xdist.plugin", "-p", "refwasm.harness.plugin"),
        *(f"-pno:{name}" for name in unused),
        *("-q", "--tb=short", "--capture=no", "--dist=load", "--maxschedchunk=1"),
        *("-n", str(workers), f"--max-worker-restart={RESTARTS}"),
        *(f"--refwasm-scripts={scripts}", f"--refwasm-run={folder}"),
        *(f"--refwasm-timeout={limits.command}", f"--refwasm-whole={limits.script}"),
        f"--refwasm-engine={engine}",
        *(
            f"--refwasm-spec={features.edition}",
            f"--refwasm-features={','.join(features.changes())}",
        ),
    )


def _pytest(arguments: list[str], collector: Collector) -> None:
    """Run pytest quietly: what matters is in the journals. Raises HarnessError, KeyboardInterrupt."""
    output = io.StringIO()
    with _own_environment(), contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        code = pytest.main(arguments, plugins=[collector])
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise HarnessError(output.getvalue().strip() or f"pytest ended with {code}")


@contextlib.contextmanager
def _own_environment() -> Iterator[None]:
    """Keep out plugins and options that the user has for tests of his own, and his arguments.

    xdist tells workers what they are, and can say text alone.
    """
    own = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTEST_PLUGINS": ""}
    before = {name: os.environ.get(name) for name in own}
    arguments = sys.argv
    os.environ.update(own)
    sys.argv = arguments[:1]
    try:
        yield
    finally:
        sys.argv = arguments
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
