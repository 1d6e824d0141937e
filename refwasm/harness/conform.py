"""The main job: run scripts in parallel under pytest and xdist, and make the report."""

from __future__ import annotations

import contextlib
import io
import os
import platform
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest
import xdist  # noqa: F401 - pytest finds it by name; who has none shall hear of it early

import refwasm
from refwasm.engines.adapter import Adapter, load
from refwasm.harness.attribution import Entries, attributed, lacking
from refwasm.harness.expect import Expected
from refwasm.harness.journal import Journal, run_folder
from refwasm.harness.judge import judged, settle, skipped, texts_of, told_of
from refwasm.harness.make import make_report
from refwasm.harness.model import EVERYTHING, Report, Run, Subject
from refwasm.harness.plugin import LABEL, NAME, Listed, write_list
from refwasm.harness.subjects import labelled, unstarted
from refwasm.harness.suite import Suite, revision_of, script_name
from refwasm.harness.table import table_revision
from refwasm.harness.tally import Tally
from refwasm.harness.texts import sources, with_texts
from refwasm.script.results import Result
from refwasm.syntax.features import DEFAULT, Features

RESTARTS = 10_000  # workers that may die before the run is given up
AHEAD = 2  # scripts that xdist hands to each worker at once
TRACES = "refwasm"  # the engine that tells which instructions ran

Results: TypeAlias = dict[str, list[Result]]  # by script


class HarnessError(Exception):
    """The harness itself failed; what it says is pytest's own output."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long things may take, in seconds."""

    command: float = 30
    script: float = 600


def ignore(*what: object) -> None:
    """Nobody wants to know."""


@dataclass(slots=True)
class Collector:
    """A pytest plugin of the controller: reads the journal of each script that ends.

    What `entries` know of a script is told of its results on engines that did not trace it.
    """

    folder: Path
    done: Callable[[str, str, Sequence[Result]], None]
    entries: Mapping[str, Entries]
    traced: Container[tuple[str, str]]  # label and script
    expected: Mapping[str, Sequence[Expected]]  # by label
    paths: Mapping[str, Path]  # by script
    results: defaultdict[str, Results] = field(default_factory=lambda: defaultdict(dict))
    errors: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def pytest_keyboard_interrupt(self) -> None:
        """Nobody waits for what is under way; workers end when they see that their folder is gone."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A script ended (or died and will run again, which is not reported as a call)."""
        properties = dict(report.user_properties)
        name, label = properties.get(NAME), properties.get(LABEL)
        if report.when != "call" or not isinstance(name, str) or not isinstance(label, str):
            return
        try:
            journal = Journal(self.folder, name, label)
            found = attributed(
                journal.read(), self.entries.get(name), traced=(label, name) in self.traced
            )
            if said := [e for e in self.expected[label] if e.holds_for(name)]:
                found = judged(found, said, texts_of(self.paths[name], found))
            self.results[label][name] = found
            if not journal.complete():
                self.errors[label][name] = report.longreprtext.strip().rpartition("\n")[2]
        except (OSError, ValueError, KeyError) as e:
            self.errors[label][name] = str(e)
        self.done(label, name, self.results[label].get(name, []))


def conform(
    suite: Suite,
    scripts: Sequence[Path],
    *,
    engines: Sequence[Adapter] = (),
    workers: int | None = None,
    limits: Limits = Limits(),
    features: Features = DEFAULT,
    entries: Mapping[str, Entries] | None = None,
    shard: str = "",
    whole: Sequence[Path] = (),
    expected: Sequence[Expected] = (),
    known: Sequence[Path] = (),
    apart: Sequence[Path] = (),
    paths: Sequence[str] = (),
    begun: Callable[[Run, Sequence[Subject], Sequence[str]], None] = ignore,
    done: Callable[[str, str, Sequence[Result]], None] = ignore,
) -> Report:
    """Run `scripts` of `suite` on `engines`, in `workers` processes (as many as there are cores), and report.

    Without engines, refwasm's interpreter tier is measured. `entries` are what a map knows of scripts, by
    name: none of these is traced, and what an engine lacks the features for is not run. `shard` names the
    part of the scripts `whole` that `scripts` are, if they are one. `expected` is which commands fail, of a
    suite that has the scripts `known`, too, and those `apart`. `paths` are the folders and scripts that were
    asked for, by name. `begun` hears what will run, `done` the label of the engine, the
    script's name and the results of each script that ends. Raises HarnessError, KeyboardInterrupt.
    """
    start, started = time.perf_counter(), datetime.now(UTC)
    subjects = labelled(engines or [load(TRACES)], features)
    names = {script: script_name(suite.root, script) for script in scripts}
    present = {label: adapter for label, (adapter, s) in subjects.items() if not s.missing}
    workers = min(workers or available_cores(), max(1, len(scripts) * len(present)))
    here = f"{platform.system()} {platform.machine()}"
    meant = {
        label: [e for e in expected if e.concerns((label, subject.name), here)]
        for label, (_, subject) in subjects.items()
    }
    run = Run(
        suite=revision_of(suite.root, whole or scripts),
        notice=suite.notice,
        version=refwasm.__version__,
        python=platform.python_version(),
        platform=here,
        workers=workers,
        seconds=0.0,
        spec=f"{features.edition}.0",
        features=features.changes(),
        table=table_revision(),
        started=started.isoformat(timespec="seconds"),
        shard=shard,
        paths=tuple(paths),
    )
    folder = run_folder()
    try:
        listed = [
            _listed(
                *(script, names[script], adapter, subjects[label][1]),
                *(features, entries or {}, meant[label]),
            )
            for script in deal(scripts, workers)
            for label, adapter in present.items()
        ]
        traced = {(what.label, what.name) for what in listed if what.trace}
        collector = Collector(
            *(folder, done, entries or {}, traced, meant),
            {name: path for path, name in names.items()},
        )
        told = [
            replace(
                s, traced=any(k == label for k, _ in traced), mapped=bool(entries) and not s.missing
            )
            for label, (_, s) in subjects.items()
        ]
        told = [replace(s, mapped=s.mapped and not s.traced) for s in told]
        begun(run, told, [*names.values()])
        if listed:
            write_list(folder / "scripts.json", listed)
            _pytest([*_arguments(folder, workers, limits, features)], collector)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    found: list[tuple[Subject, Results]] = []
    stale: list[str] = []
    pending: list[Tally] = []
    every_name = {script_name(suite.root, path) for path in (*scripts, *whole, *known)}
    beside = {script_name(suite.root, path) for path in apart} - every_name
    for subject in told:
        label = subject.label
        results = collector.results[label]
        lost = dict.fromkeys(names.values() - results.keys(), "nothing came back")
        lost = dict(sorted((lost | collector.errors[label]).items()))
        every = {name: results.get(name, []) for name in names.values()}
        if subject.missing:
            lost = subject.lost
        elif unfit := unstarted(every.values()):
            lost = {EVERYTHING: unfit}
        else:
            seen = told_of(label, every, lost, meant[label], collector.paths, every_name, beside)
            stale += settle(every, seen)
            pending += [tally for tally in seen if shard and tally.partial]
        found.append((replace(subject, lost=lost), every))
    run = replace(run, seconds=time.perf_counter() - start)
    undecided = [result for tally in pending for result in tally.passing]
    report = make_report(run, found, sources(names, [rs for _, rs in found], undecided))
    return replace(
        report,
        commands=with_texts(report.commands, names),
        stale=tuple(dict.fromkeys(stale)),
        pending=tuple(pending),
    )


def _listed(
    script: Path,
    name: str,
    adapter: Adapter,
    subject: Subject,
    features: Features,
    entries: Mapping[str, Entries],
    expected: Sequence[Expected],
) -> Listed:
    """What a worker is told of `script` on one engine."""
    known = entries.get(name)
    unfit = {} if known is None else lacking(known, features.on - {*subject.lacks})
    unfit |= skipped([e for e in expected if e.holds_for(name)], script, features)
    trace = adapter.tracing and known is None
    return Listed(str(script), name, subject.label, adapter.label, unfit, trace)


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


def _arguments(folder: Path, workers: int, limits: Limits, features: Features) -> tuple[str, ...]:
    """The command line for pytest, with the list of scripts in `folder`."""
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
        *(f"--refwasm-scripts={folder / 'scripts.json'}", f"--refwasm-run={folder}"),
        *(f"--refwasm-timeout={limits.command}", f"--refwasm-whole={limits.script}"),
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
