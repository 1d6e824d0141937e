"""What is measured: engines under names that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refwasm.engines.abilities import abilities
from refwasm.engines.adapter import Absent, Adapter, Unfit
from refwasm.harness.model import EVERYTHING, Subject
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
        version = absent = unfit = ""
        try:
            version = adapter.version()
        except Absent as e:
            absent = str(e)
        except Unfit as e:
            unfit = str(e)
        has = features.on if absent or unfit else abilities(adapter)
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
