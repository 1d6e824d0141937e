"""What is measured: engines under names that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from refwasm.engines.abilities import abilities
from refwasm.engines.adapter import Absent, Adapter, Unfit
from refwasm.harness.model import EVERYTHING, NOT_RUN, Subject
from refwasm.script.results import UNSTARTED, Result, bounded
from refwasm.syntax.features import Features


def labels(engines: Iterable[Adapter]) -> dict[str, Adapter]:
    """Each of `engines` under its name, with a number where two have the same."""
    found: dict[str, Adapter] = {}
    for adapter in engines:
        label, n = adapter.name, 1
        while label in found:
            n += 1
            label = f"{adapter.name} {n}"
        found[label] = adapter
    return found


class Presence(NamedTuple):
    """The version of an engine, or why there is none: it is not on this machine, or there and does not start."""

    version: str = ""
    absent: str = ""
    unfit: str = ""

    @property
    def missing(self) -> str:
        """What follows its name where nothing can run on it."""
        if self.absent:
            return f"is absent: {self.absent}"
        return f"does not start: {self.unfit}" if self.unfit else ""


def presence(adapter: Adapter) -> Presence:
    """Whether the engine of `adapter` can be measured."""
    try:
        return Presence(adapter.version())
    except Absent as e:
        return Presence(absent=bounded(str(e)))
    except Unfit as e:
        return Presence(unfit=bounded(str(e)))


def unstarted(scripts: Iterable[Sequence[Result]]) -> str:
    """Why the engine never answered in any of these results, if it did not start each time that it was to."""
    every = [r for results in scripts for r in results if r.kind != "script" and not r.follows]
    asked = [r for r in every if r.status not in NOT_RUN]
    if not all(r.unstarted for r in asked):
        return ""
    return next((r.got.removeprefix(f"{UNSTARTED}: ") for r in asked), "")


def labelled(engines: Sequence[Adapter], features: Features) -> dict[str, tuple[Adapter, Subject]]:
    """Each of `engines` under its label, and what it is."""
    found: dict[str, tuple[Adapter, Subject]] = {}
    for label, adapter in labels(engines).items():
        version, absent, unfit = there = presence(adapter)
        has = features.on if there.missing else abilities(adapter)
        found[label] = (
            adapter,
            Subject(
                label=label,
                name=adapter.name,
                version=version,
                way=adapter.way,
                lacks=tuple(sorted(features.on - has)),
                absent=absent,
                flags=adapter.flags,
                lost={EVERYTHING: unfit} if unfit else {},
            ),
        )
    return found
