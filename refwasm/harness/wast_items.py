"""The pytest items of scripts: one per script, which fails if any of its commands does not pass."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from refwasm.engines.abilities import abilities
from refwasm.engines.adapter import Adapter, load
from refwasm.harness.attribution import Map, MapError, digest, lacking
from refwasm.harness.item import run_item
from refwasm.harness.journal import Journal
from refwasm.harness.plugin import LABEL, NAME, Listed, chosen
from refwasm.harness.suite import Suite, SuiteError, script_name, scripts_below
from refwasm.script.results import Result, Status
from refwasm.source import printable

SHOWN = 10  # failures that a failing item prints; the report has them all


def of_suite(config: pytest.Config, root: Path) -> Iterator[Listed]:
    """The scripts of the suite in `root` that the options ask for, by name."""
    engine, features = config.getoption("--refwasm-engine"), chosen(config)
    given: Path | None = config.getoption("--refwasm-map")
    try:
        paths = scripts_below(Suite(root), config.getoption("--refwasm-path"), features)
        found = Map.load(given) if given else None
    except (SuiteError, MapError) as e:
        raise pytest.UsageError(str(e)) from e
    has = abilities(adapter(engine)) if found else features.on
    for name, path in sorted((script_name(root, path), path) for path in paths):
        entries = found.of(name, digest(path.read_bytes())) if found else None
        yield Listed(str(path), name, engine, engine, lacking(entries or (), has), trace=True)


class WastFile(pytest.File):
    """A script, which is one item."""

    def collect(self) -> Iterator[pytest.Item]:
        """The item."""
        root = self.config.getoption("--refwasm-suite") or self.config.rootpath
        name = script_name(root, self.path)
        engine = self.config.getoption("--refwasm-engine")
        listed = Listed(str(self.path), name, engine, engine, {}, True)
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
            trace=what.trace,
        )
        failed = [r for r in results if r.status is not Status.PASS and r.index not in what.lacking]
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


@cache
def adapter(name: str) -> Adapter:
    """The adapter of the engine `name`."""
    return load(name)
