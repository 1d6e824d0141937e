"""The pytest items of scripts: one per script and engine, which fails if any of its commands does not pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from refwasm.engines.adapter import Adapter, load
from refwasm.harness.asked import ASKED, Asked, chosen
from refwasm.harness.item import run_item
from refwasm.harness.journal import Journal
from refwasm.harness.model import NOT_RUN
from refwasm.harness.plugin import ITEM, LABEL, NAME, Listed
from refwasm.harness.report.outcomes import is_red
from refwasm.harness.suite import script_name
from refwasm.script.results import Result, Status
from refwasm.source import printable

SHOWN = 10  # commands that an item prints; a report has them all


def of_suite(session: pytest.Session) -> Iterator[WastItem]:
    """The scripts of the suite that the options ask for, by name, on each engine."""
    for name, path in session.config.stash[ASKED].scripts.items():
        yield from AskedItem.of(session, f"{ITEM}{name}", name, path)


class WastFile(pytest.File):
    """A script, which is one item for each engine."""

    def collect(self) -> Iterator[pytest.Item]:
        """The items."""
        root = self.config.stash[ASKED].root
        yield from AskedItem.of(self, self.path.stem, script_name(root, self.path), self.path)


class WastFailure(Exception):
    """Commands of a script did not pass."""

    def __init__(self, name: str, failed: Sequence[Result]):
        super().__init__(name)
        self.name = name
        self.failed = failed

    def __str__(self) -> str:
        return "\n".join(shown(self.name, self.failed))


def shown(name: str, results: Sequence[Result]) -> Iterator[str]:
    """The first of `results`, of the script `name`, a line for each."""
    for r in results[:SHOWN]:
        said = [f"{name}:{r.line}", r.kind, r.status.value]
        if r.status in NOT_RUN:
            said.append(r.got)
        else:
            said.append(f"expected {r.expected}, got {r.got}")
            said += [f"an expectation says so: {r.excuse}"] if r.excuse else []
        yield printable(": ".join(said))
    if len(results) > SHOWN:
        yield f"... and {len(results) - SHOWN} more"


class WastItem(pytest.Item):
    """A script to run, as a list says; it fails if any of its commands does not pass."""

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
        results = self.results(self.what.lacking)
        failed = [
            r for r in results if r.status is not Status.PASS and r.index not in self.what.lacking
        ]
        if failed:
            raise WastFailure(self.what.name, failed)

    def results(self, lacking: Mapping[int, str]) -> list[Result]:
        """The results of the script, of which the commands `lacking` are not run."""
        option = self.config.getoption
        what = self.what
        self.user_properties += [(NAME, what.name), (LABEL, what.label)]
        return run_item(
            Path(what.path),
            Journal(option("--refwasm-run"), what.name, what.label),
            adapter(what.engine),
            features=chosen(self.config),
            timeout=option("--refwasm-timeout"),
            whole=option("--refwasm-whole"),
            lacking=lacking,
            trace=what.trace,
        )

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


class AskedItem(WastItem):
    """A script that the options ask for, judged as `refwasm conform` does: what is unsupported is no failure.

    It is skipped if none of its commands ran, also since the engine is absent or does not start.
    """

    @classmethod
    def of(
        cls, parent: pytest.Session | pytest.File, item: str, name: str, path: Path
    ) -> Iterator[WastItem]:
        """The items called `item` of a script: with the engine's label, if there are several."""
        engines = parent.config.stash[ASKED].engines
        for label, engine in engines.items():
            listed = Listed(str(path), name, label, engine.label, {}, True)
            suffix = f"[{label}]" if len(engines) > 1 else ""
            made: WastItem = cls.from_parent(parent, name=item + suffix, listed=listed)
            yield made

    @property
    def asked(self) -> Asked:
        """What the options say."""
        return self.config.stash[ASKED]

    def runtest(self) -> None:
        """Run the script."""
        _, name, label, *_ = self.what
        path = Path(self.what.path)
        if missing := self.asked.presence(label).missing:
            self.user_properties += [(NAME, name), (LABEL, label)]
            pytest.skip(f"{label} {missing}")
        found = self.results(self.asked.unfit(label, name, path))
        found = self.asked.judged(label, name, path, found)
        other = [r for r in found if r.status is not Status.PASS]
        if failed := other if self.asked.strict else [r for r in other if is_red(r)]:
            raise WastFailure(name, failed)
        if other:
            self.add_report_section("call", "refwasm", "\n".join(shown(name, other)))
        if found and all(r.status in NOT_RUN for r in found):
            pytest.skip("; ".join(dict.fromkeys(f"{r.status.value}: {r.got}" for r in found)))


@cache
def adapter(name: str) -> Adapter:
    """The adapter of the engine `name`."""
    return load(name)
