"""Random modules on engines: who is there is measured, who is not is said."""

from __future__ import annotations

import pytest

from benchmarks import drivers
from benchmarks.measure import CommandError


def test_who_is_there_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drivers, "ENGINES", ("refwasm-compile", "nobody"))
    monkeypatch.setattr(drivers, "MODULES", 2)
    monkeypatch.setattr(drivers, "SINGLE", 1)
    table = drivers.table(1)
    names = [figure.name for figure in table.figures]
    beside = "- beside a process for each"
    assert names == ["driver of refwasm-compile", beside, "refwasm diff", beside]
    assert all(figure.best > 0 for figure in table.figures)
    (said,) = table.missing
    assert said.startswith("nobody: ")


def test_nobody_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drivers, "ENGINES", ("nobody",))
    table = drivers.table(1)
    assert not table.figures
    assert len(table.missing) == 1


def test_an_engine_that_breaks_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*words: str) -> str:
        raise CommandError("ended with 3: no")

    monkeypatch.setattr(drivers, "ENGINES", ("refwasm-compile",))
    monkeypatch.setattr(drivers, "MODULES", 2)
    monkeypatch.setattr(drivers, "SINGLE", 1)
    monkeypatch.setattr(drivers, "run_python", fails)
    table = drivers.table(1)
    assert (table.figures, table.missing) == ((), ("ended with 3: no",))
