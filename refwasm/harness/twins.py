"""Scripts that two reports name differently, since they stood in another folder of another machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
from pathlib import PurePosixPath, PureWindowsPath
from typing import TypeVar

from refwasm.harness.model import EngineReport, Report

V = TypeVar("V")


def twins(old: Iterable[str], new: Iterable[str]) -> dict[str, str]:
    """The names among `new` of scripts that have another in `old`.

    Only scripts outside the suite, whose names are absolute, are the same under two names: those whose
    paths end alike, each in more parts than in any other.
    """
    gone, come = (sorted({*a} - {*b}) for a, b in ((old, new), (new, old)))
    tails = {
        (a, b): n
        for a in gone
        for b in come
        if (_absolute(a) or _absolute(b)) and (n := _common(a, b))
    }
    best: dict[str, list[int]] = {}
    for pair, n in tails.items():
        for name in pair:
            best.setdefault(name, []).append(n)
    return {
        a: b
        for (a, b), n in tails.items()
        if all(max(best[name]) == n and best[name].count(n) == 1 for name in (a, b))
    }


def _absolute(name: str) -> bool:
    return PurePosixPath(name).is_absolute() or PureWindowsPath(name).is_absolute()


def _common(a: str, b: str) -> int:
    """How many parts at their ends two paths have in common."""
    pairs = zip(reversed(a.split("/")), reversed(b.split("/")), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def renamed(report: Report, names: Mapping[str, str]) -> Report:
    """`report` with scripts under other names."""
    return replace(
        report,
        engines=tuple(_renamed(engine, names) for engine in report.engines),
        commands=_keys(report.commands, names),
        sources=_keys(report.sources, names),
    )


def _renamed(engine: EngineReport, names: Mapping[str, str]) -> EngineReport:
    return replace(
        engine,
        subject=replace(engine.subject, lost=_keys(engine.subject.lost, names)),
        scripts=tuple(replace(s, name=names.get(s.name, s.name)) for s in engine.scripts),
        failures=tuple(replace(r, script=names.get(r.script, r.script)) for r in engine.failures),
    )


def _keys(found: Mapping[str, V], names: Mapping[str, str]) -> dict[str, V]:
    return {names.get(name, name): value for name, value in found.items()}
