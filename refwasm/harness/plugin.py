"""Scripts as pytest items: one per script, run by an engine, reported per assertion.

`pytest -p refwasm.harness.plugin FILE...` runs them. `refwasm conform` does so with xdist and reads what
the workers wrote to the folder of the run; it hands the scripts over in a file, since the names of
files are more than arguments of pytest can say.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

from refwasm.engines.adapter import Adapter, AdapterError, load
from refwasm.harness.item import run_item
from refwasm.harness.journal import Journal, run_folder
from refwasm.harness.suite import script_name
from refwasm.script.results import Result, Status
from refwasm.source import printable
from refwasm.syntax.features import FeatureError, Features, features_of, split

ENGINE = "refwasm"
SHOWN = 10  # failures that a failing item prints; the report has them all
RUN = "refwasm-run"  # what a worker is told the folder by
NAME = "refwasm-script"  # the properties of an item's report that name the script
LABEL = "refwasm-engine"  # and the engine


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of this plugin."""
    group = parser.getgroup("refwasm", "WebAssembly scripts")
    group.addoption(
        "--refwasm-suite", type=Path, help="the folder that names of scripts start from"
    )
    group.addoption("--refwasm-scripts", type=Path, help="a file that lists the scripts to run")
    group.addoption("--refwasm-run", type=Path, help="the folder for results, as JSON lines")
    group.addoption("--refwasm-timeout", type=float, default=30, help="seconds for each command")
    group.addoption("--refwasm-whole", type=float, default=600, help="seconds for each script")
    group.addoption("--refwasm-spec", default="3.0", help="the edition: 1.0, 2.0, 3.0")
    group.addoption("--refwasm-features", default="", help="changes in it: +name,-name")
    group.addoption(
        "--refwasm-engine",
        default=ENGINE,
        help="the engine that runs them: a name that `refwasm engines` lists, or a Python file",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Results go to a folder of the run's own unless one is given; workers use their controller's."""
    try:
        chosen(config)
        load(config.getoption("--refwasm-engine"))
    except (FeatureError, AdapterError) as e:
        raise pytest.UsageError(str(e)) from e
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
    node.workerinput[RUN] = str(node.config.getoption("--refwasm-run"))


class Listed(NamedTuple):
    """A script to run: where it is, what reports call it, and the engine, by label and by name or file.

    `lacking` are the commands that the engine cannot run, by index, each with the reason.
    """

    path: str
    name: str
    label: str
    engine: str
    lacking: Mapping[int, str]


def write_list(file: Path, scripts: Iterable[Listed]) -> None:
    """Write `scripts` to `file`, for `--refwasm-scripts`."""
    file.write_text(json.dumps(list(scripts)))


def read_list(file: Path) -> Iterator[Listed]:
    """What `write_list` wrote."""
    for path, name, label, engine, lacking in json.loads(file.read_text()):
        yield Listed(path, name, label, engine, {int(i): why for i, why in lacking.items()})


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> bool | None:
    """If there is a list of scripts, it is all that is collected."""
    if session.config.getoption("--refwasm-scripts") is None:
        return None
    session.perform_collect([])
    return True


def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the scripts of the list, by number, in its order."""
    file: Path | None = config.getoption("--refwasm-scripts")
    for number, listed in enumerate(read_list(file) if file else ()):
        items.append(WastItem.listed(session, str(number), listed))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> WastFile | None:
    """Every `.wast` file is collected."""
    if file_path.suffix == ".wast":
        return WastFile.from_parent(parent, path=file_path)
    return None


class WastFile(pytest.File):
    """A script, which is one item."""

    def collect(self) -> Iterator[pytest.Item]:
        """The item."""
        root = self.config.getoption("--refwasm-suite") or self.config.rootpath
        name = script_name(root, self.path)
        engine = self.config.getoption("--refwasm-engine")
        listed = Listed(str(self.path), name, engine, engine, {})
        yield WastItem.from_parent(self, name=self.path.stem, listed=listed)


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
        return "\n".join(map(printable, shown))


class WastItem(pytest.Item):
    """A script to run; it fails if any of its commands does not pass."""

    def __init__(self, *, listed: Listed, **kw: Any):  # noqa: ANN401 - what pytest passes on
        super().__init__(**kw)
        self.what = listed

    @classmethod
    def listed(cls, session: pytest.Session, name: str, listed: Listed) -> WastItem:
        """A script that stands in a list."""
        item: WastItem = cls.from_parent(session, name=name, listed=listed)
        return item

    def runtest(self) -> None:
        """Run the script."""
        option = self.config.getoption
        what = self.what
        self.user_properties += [(NAME, what.name), (LABEL, what.label)]
        results = run_item(
            Path(what.path),
            Journal(option("--refwasm-run"), what.name, what.label),
            adapter(what.engine),
            features=chosen(self.config),
            timeout=option("--refwasm-timeout"),
            whole=option("--refwasm-whole"),
            lacking=what.lacking,
        )
        failed = [r for r in results if r.status is not Status.PASS]
        if failed:
            raise WastFailure(what.name, failed)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        """What failed, without a traceback through the harness."""
        if isinstance(excinfo.value, WastFailure):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """What pytest prints as the place of the item."""
        return self.path, None, self.name


def chosen(config: pytest.Config) -> Features:
    """What the options say of edition and features. Raises FeatureError."""
    changes = split(config.getoption("--refwasm-features"))
    return features_of(config.getoption("--refwasm-spec"), changes)


@cache
def adapter(name: str) -> Adapter:
    """The adapter of the engine `name`."""
    return load(name)


class Scheduling(Protocol):
    """What this needs of xdist's scheduler."""

    def mark_test_pending(self, item: str) -> None:
        """Run `item` again."""


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(crashitem: str, report: pytest.TestReport, sched: Scheduling) -> None:
    """A worker died: what is left of its script runs again, the journal knows from where."""
    sched.mark_test_pending(crashitem)
