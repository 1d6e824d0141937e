"""Figures, and the tables that they stand in."""

from __future__ import annotations

import platform
import statistics
import sysconfig
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import refwasm

FORMAT = 2  # of the JSON


@dataclass(frozen=True, slots=True)
class Figure:
    """What the rounds measured: the best of them, and how they lie; `bar` is what was promised."""

    name: str
    unit: str
    best: float
    minimum: float
    median: float
    maximum: float
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures on one subject; `how` they were measured, and what is `missing`."""

    name: str
    title: str
    how: str
    figures: tuple[Figure, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a line of a grid: for each column a figure, where there is one."""

    name: str
    cells: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Figures of one kind by row and column; `summary` is of rows, `missing` what is not there."""

    name: str
    title: str
    how: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    summary: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()


def lowest(name: str, unit: str, values: Sequence[float], bar: str = "") -> Figure:
    """A figure of which less is better."""
    return _figure(name, unit, min(values), values, bar)


def highest(name: str, unit: str, values: Sequence[float], bar: str = "") -> Figure:
    """A figure of which more is better."""
    return _figure(name, unit, max(values), values, bar)


def ratio(name: str, ours: Sequence[float], theirs: Sequence[float], bar: str = "") -> Figure:
    """How many times as long they took: the best of each compared, and round by round."""
    rounds = [their / our for our, their in zip(ours, theirs, strict=True)]
    return _figure(name, "x", min(theirs) / min(ours), rounds, bar)


def geometric(name: str, figures: Sequence[Figure | None], bar: str = "") -> Figure | None:
    """The geometric mean of `figures`, if all of them are there."""
    there = [f for f in figures if f is not None]
    if not there or len(there) < len(figures):
        return None
    best, low, median, high = (
        statistics.geometric_mean(values)
        for values in zip(*((f.best, f.minimum, f.median, f.maximum) for f in there), strict=True)
    )
    return Figure(name, there[0].unit, best, low, median, high, bar)


def least(name: str, figures: Sequence[Figure | None], bar: str = "") -> Figure | None:
    """The least of `figures`, if all of them are there."""
    there = [f for f in figures if f is not None]
    if not there or len(there) < len(figures):
        return None
    return replace(min(there, key=lambda f: f.best), name=name, bar=bar)


def _figure(name: str, unit: str, best: float, values: Sequence[float], bar: str) -> Figure:
    return Figure(name, unit, best, min(values), statistics.median(values), max(values), bar)


def machine(cores: int) -> dict[str, str | int]:
    """Where the figures were taken."""
    return {
        "refwasm": refwasm.__version__,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "build": build(),
        "platform": f"{platform.system()} {platform.machine()}",
        "cores": cores,
    }


def build() -> str:
    """How this Python says that it was made; Debian's is profile-guided and does not say so."""
    optimised = "--enable-optimizations" in str(sysconfig.get_config_var("CONFIG_ARGS"))
    return "profile-guided" if optimised else "not said to be profile-guided"


def document(
    about: dict[str, str | int], rounds: int, tables: Sequence[Table | Grid]
) -> dict[str, object]:
    """All of it, ready for JSON."""
    return {"format": FORMAT, **about, "rounds": rounds, "tables": [asdict(t) for t in tables]}
