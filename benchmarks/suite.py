"""The table of the official suite: the whole of it, on all cores."""

from __future__ import annotations

from functools import partial

from benchmarks.measure import CommandError, processors, run_python, timed
from benchmarks.model import Table, lowest
from refwasm.harness.suite import SuiteError, find_suite

PATHS = ("core",)
TIERS = ("interpret", "auto")  # the first also tells which instructions ran


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
    """The same for the scripts of `paths` below `root`, by tier."""
    taken: dict[str, list[float]] = {tier: [] for tier in TIERS}
    busy: dict[str, list[float]] = {tier: [] for tier in TIERS}
    last = ""
    try:
        for _ in range(rounds):
            for tier in TIERS:
                command = ("-m", "refwasm", "conform", "--tier", tier, "--suite", root, *paths)
                elapsed, (used, said) = timed(partial(processors, partial(run_python, *command)))
                last = said.strip().rpartition("\n")[2]
                taken[tier].append(elapsed)
                busy[tier].append(used)
    except CommandError as e:
        return Table("suite", "The official suite", "", missing=(str(e),))
    how = f"The whole process, one worker per core. The last run said: {last}"
    bars = {"auto": "<= 10"} if paths == PATHS else {}
    figures = []
    for tier in TIERS:
        figures.append(lowest(f"{' '.join(paths)}, {tier}", "s", taken[tier], bars.get(tier, "")))
        figures.append(lowest("- processors, all workers", "s", busy[tier]))
    return Table("suite", "The official suite", how, tuple(figures))
