"""What is measured: engines under names that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refwasm.engines.abilities import abilities
from refwasm.engines.adapter import Absent, Adapter
from refwasm.harness.model import Subject
from refwasm.script.results import bounded
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


def labelled(engines: Sequence[Adapter], features: Features) -> dict[str, tuple[Adapter, Subject]]:
    """Each of `engines` under its label, and what it is."""
    found: dict[str, tuple[Adapter, Subject]] = {}
    for label, adapter in labels(engines).items():
        version = absent = ""
        try:
            version = adapter.version()
        except Absent as e:
            absent = bounded(str(e))
        found[label] = (
            adapter,
            Subject(
                label=label,
                name=adapter.name,
                version=version,
                way=adapter.way,
                lacks=tuple(sorted(features.on - abilities(adapter))),
                absent=absent,
            ),
        )
    return found
