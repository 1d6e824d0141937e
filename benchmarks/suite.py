"""The table of the official suite: the whole of it, on all cores."""

from __future__ import annotations

from functools import partial

from benchmarks.measure import CommandError, run_python, timed
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
    taken = []
    last = ""
    try:
        for _ in range(rounds):
            command = ("-m", "refwasm", "conform", "--suite", root, *paths)
            elapsed, said = timed(partial(run_python, *command))
            last = said.strip().rpartition("\n")[2]
            taken.append(elapsed)
    except CommandError as e:
        return Table("suite", "The official suite", "", missing=(str(e),))
    how = f"The whole process, one worker per core. The last run said: {last}"
    bar = "<= 40" if paths == PATHS else ""
    figure = lowest(f"refwasm conform {' '.join(paths)}", "s", taken, bar)
    return Table("suite", "The official suite", how, (figure,))
