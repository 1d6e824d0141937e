"""Figures, and the tables that they stand in."""

from __future__ import annotations

import platform
import statistics
import sysconfig
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import refwasm

FORMAT = 1  # of the JSON


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


def _figure(name: str, unit: str, best: float, values: Sequence[float], bar: str) -> Figure:
    return Figure(name, unit, best, min(values), statistics.median(values), max(values), bar)


def machine(cores: int) -> dict[str, str | int]:
    """Where the figures were taken."""
    # Debian's Python is built with profile-guided optimisation, others often are not.
    optimised = "--enable-optimizations" in str(sysconfig.get_config_var("CONFIG_ARGS"))
    return {
        "refwasm": refwasm.__version__,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "build": "profile-guided" if optimised else "plain",
        "platform": f"{platform.system()} {platform.machine()}",
        "cores": cores,
    }


def document(
    about: dict[str, str | int], rounds: int, tables: Sequence[Table]
) -> dict[str, object]:
    """All of it, ready for JSON."""
    return {"format": FORMAT, **about, "rounds": rounds, "tables": [asdict(t) for t in tables]}
