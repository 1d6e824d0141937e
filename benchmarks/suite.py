"""The table of the official suite: the whole of it, on all cores."""

from __future__ import annotations

from functools import partial

from benchmarks.measure import CommandError, processors, run_python, timed
from benchmarks.model import Table, lowest
from refwasm.harness.suite import SuiteError, find_suite

PATHS = ("core",)


def table(rounds: int) -> Table:
    """How long `refwasm conform` takes on the suite."""
    name, title = "suite", "The official suite"
    try:
        found = find_suite(None)
    except SuiteError as e:
        return Table(name, title, "", missing=(str(e),))
    if found.notice:
        return Table(name, title, "", missing=(found.notice,))
    return measure(str(found.root), PATHS, rounds)


def measure(root: str, paths: tuple[str, ...], rounds: int) -> Table:
    """The same for the scripts of `paths` below `root`."""
    taken, busy = [], []
    last = ""
    try:
        for _ in range(rounds):
            command = ("-m", "refwasm", "conform", "--suite", root, *paths)
            elapsed, (used, said) = timed(partial(processors, partial(run_python, *command)))
            last = said.strip().rpartition("\n")[2]
            taken.append(elapsed)
            busy.append(used)
    except CommandError as e:
        return Table("suite", "The official suite", "", missing=(str(e),))
    how = f"The whole process, one worker per core. The last run said: {last}"
    bar = "<= 10" if paths == PATHS else ""
    figures = (
        lowest(f"refwasm conform {' '.join(paths)}", "s", taken, bar),
        lowest("processors, all workers", "s", busy),
    )
    return Table("suite", "The official suite", how, figures)
