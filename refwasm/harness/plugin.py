"""The pytest plugin: scripts as items, one per script and engine, reported per assertion.

pytest finds it by its entry point, so it does nothing before an option asks for it. `pytest --refwasm-suite
DIR --refwasm-engine NAME` runs the scripts of a suite beside what else is collected; with `--refwasm-engine`
or `-p refwasm.harness.plugin`, `.wast` files among the tests are collected, too. What is red is what it is to
`refwasm conform`, which uses the plugin
with xdist and reads what the workers wrote to the folder of the run; it hands the scripts over in a
file, since the names of files are more than arguments of pytest can say.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

PLUGIN = "refwasm.harness.plugin"  # also the name of the entry point
ENGINE = "refwasm"
ITEM = "refwasm:"  # begins the names of items that no file on pytest's command line led to
RUN = "refwasm-run"  # what a worker is told the folder by
NAME = "refwasm-script"  # the properties of an item's report that name the script
LABEL = "refwasm-engine"  # and the engine


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of this plugin."""
    group = parser.getgroup("refwasm", "WebAssembly scripts")
    group.addoption(
        "--refwasm-suite", type=Path, metavar="DIR", help="run the scripts of the suite in DIR"
    )
    group.addoption(
        "--refwasm-path",
        action="append",
        default=[],
        metavar="PATH",
        help="a script or folder of the suite, if not all of the edition's; may be repeated",
    )
    group.addoption(
        "--refwasm-map",
        type=Path,
        metavar="FILE",
        help="what `refwasm conform map` wrote: what needs features that the engine lacks is left out",
    )
    group.addoption(
        "--refwasm-expect",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="which commands fail, and why, as for `refwasm conform`; may be repeated",
    )
    group.addoption(
        "--refwasm-strict",
        action="store_true",
        help="fail if anything was unsupported or skipped, or failed as expected",
    )
    group.addoption("--refwasm-scripts", type=Path, help="a file that lists the scripts to run")
    group.addoption("--refwasm-run", type=Path, help="the folder for results, as JSON lines")
    group.addoption("--refwasm-timeout", type=float, default=30, help="seconds for each command")
    group.addoption("--refwasm-whole", type=float, default=600, help="seconds for each script")
    group.addoption("--refwasm-spec", default="3.0", help="the edition: 1.0, 2.0, 3.0")
    group.addoption("--refwasm-features", default="", help="changes in it: +name,-name")
    group.addoption(
        "--refwasm-engine",
        action="append",
        metavar="NAME|FILE",
        help="an engine that runs them: a name that `refwasm engines` lists, or a Python file; may be repeated",
    )


def active(config: pytest.Config) -> bool:
    """Whether an option asks for scripts."""
    options = ("suite", "engine", "scripts")
    asked = any(config.getoption(f"--refwasm-{name}") is not None for name in options)
    return asked or PLUGIN in config.getoption("plugins")


def pytest_configure(config: pytest.Config) -> None:
    """Results go to a folder of the run's own unless one is given; workers use their controller's."""
    if not active(config):
        return
    from refwasm.harness.asked import ASKED, asked_of
    from refwasm.harness.journal import run_folder

    config.option.refwasm_engine = config.getoption("--refwasm-engine") or [ENGINE]
    if config.getoption("--refwasm-scripts") is None:
        config.stash[ASKED] = asked_of(config)
        if not hasattr(config, "workerinput"):
            from refwasm.harness.verdict import Verdict

            config.pluginmanager.register(Verdict(config))
    given: dict[str, str] = getattr(config, "workerinput", {})
    if RUN in given:
        config.option.refwasm_run = Path(given[RUN])
    elif config.getoption("--refwasm-run") is None:
        folder = run_folder()
        config.option.refwasm_run = folder
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


class Node(Protocol):
    """What this needs of xdist's handle on a worker."""

    config: pytest.Config
    workerinput: dict[str, str]


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Node) -> None:
    """A worker is about to start: tell it the folder of the run."""
    if active(node.config):
        node.workerinput[RUN] = str(node.config.getoption("--refwasm-run"))


class Listed(NamedTuple):
    """A script to run: where it is, what reports call it, and the engine, by label and by name or file.

    `lacking` are the commands that the engine cannot run, by index, each with the reason. `trace` is
    whether the engine shall tell which instructions ran, if it can.
    """

    path: str
    name: str
    label: str
    engine: str
    lacking: Mapping[int, str]
    trace: bool


def write_list(file: Path, scripts: Iterable[Listed]) -> None:
    """Write `scripts` to `file`, for `--refwasm-scripts`."""
    file.write_text(json.dumps(list(scripts)))


def read_list(file: Path) -> Iterator[Listed]:
    """What `write_list` wrote."""
    for path, name, label, engine, lacking, trace in json.loads(file.read_text()):
        reasons = {int(i): why for i, why in lacking.items()}
        yield Listed(path, name, label, engine, reasons, trace)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> bool | None:
    """If there is a list of scripts, it is all that is collected."""
    if session.config.getoption("--refwasm-scripts") is None:
        return None
    session.perform_collect([])
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the scripts of the list, by number, in its order; or those of the suite, by name.

    Those that were found among the tests, too, run as the suite's.
    """
    file: Path | None = config.getoption("--refwasm-scripts")
    suite: Path | None = config.getoption("--refwasm-suite")
    if file is None and suite is None:
        return
    from refwasm.harness.wast_items import WastItem, of_suite

    if file:
        listed = enumerate(read_list(file))
        items[:] = [WastItem.listed(session, f"{ITEM}{n}", script) for n, script in listed]
    elif suite:
        scripts = list(of_suite(session))
        theirs = {Path(item.what.path).resolve() for item in scripts}
        kept = [i for i in items if not (isinstance(i, WastItem) and i.path.resolve() in theirs)]
        items[:] = [*kept, *scripts]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Every `.wast` file is collected."""
    if file_path.suffix != ".wast" or not active(parent.config):
        return None
    from refwasm.harness.wast_items import WastFile

    return WastFile.from_parent(parent, path=file_path)


class Scheduling(Protocol):
    """What this needs of xdist's scheduler."""

    def mark_test_pending(self, item: str) -> None:
        """Run `item` again."""


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(crashitem: str, report: pytest.TestReport, sched: Scheduling) -> None:
    """A worker died: what is left of its script runs again, the journal knows from where."""
    file, _, name = crashitem.partition("::")
    if file.endswith(".wast") or name.startswith(ITEM):
        sched.mark_test_pending(crashitem)
