"""Dividing the scripts of a run among machines."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

ROOM = 1.05  # times its share that a part may hold before a script goes elsewhere


class ShardError(ValueError):
    """The text names no part of a run."""


class Shard(NamedTuple):
    """The part `number`, from 1, of a run in `of` parts."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


def read_shard(text: str) -> Shard:
    """The part that `text` names, as "3/8". Raises ShardError."""
    match = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text)
    if match:
        shard = Shard(int(match[1]), int(match[2]))
        if 1 <= shard.number <= shard.of:
            return shard
    raise ShardError(f"{text!r} is no part of a run, as 3/8 is the third of eight")


def part(sizes: Mapping[str, int], shard: Shard) -> set[str]:
    """The names of the scripts in `shard`, of all those whose `sizes` are given.

    Each script has an order of its own in which it prefers parts, and is in the first with room, the largest
    choosing first; so parts are alike in size, and a script that is added moves few others (V. Mirrokni,
    M. Thorup, M. Zadimoghaddam, "Consistent hashing with bounded loads", 2018).
    """
    room = ROOM * sum(sizes.values()) / shard.of
    loads = dict.fromkeys(range(1, shard.of + 1), 0)
    found = set()
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        preferred = sorted(loads, key=lambda n: _preference(name, n))
        fits = (n for n in preferred if loads[n] + sizes[name] <= room)
        chosen = next(fits, None) or min(preferred, key=lambda n: loads[n])
        loads[chosen] += sizes[name]
        if chosen == shard.number:
            found.add(name)
    return found


def _preference(name: str, number: int) -> bytes:
    return hashlib.sha256(f"{number}\n{name}".encode()).digest()
