"""Long sequences of types as single items, so that using one again costs the same however long it is.

A module can name a type of a thousand results at each of a thousand sites. The operand stack then
holds a thousand `Run`s, not a million types. Short sequences are their own items.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import TypeAlias, TypeVar

from refwasm.syntax.types import ResultType, StorageType, ValType
from refwasm.validation.matching import match_valtype

LONG = 32  # types that are worth a run


class Run:
    """The types from `start` up to `stop` of `types`, which are not copied; at least one."""

    __slots__ = ("start", "stop", "types")

    def __init__(self, types: ResultType, start: int, stop: int):
        self.types = types
        self.start = start
        self.stop = stop


Item: TypeAlias = ValType | Run
Items: TypeAlias = tuple[Item, ...]
T = TypeVar("T")


def items(ts: ResultType) -> Items:
    """`ts` as items."""
    return ts if len(ts) < LONG else (Run(ts, 0, len(ts)),)


def count(ts: Sequence[object]) -> int:
    """How many types `ts` are."""
    n = len(ts)
    for t in ts:
        if type(t) is Run:
            n += t.stop - t.start - 1
    return n


def each(ts: Iterable[StorageType | Run]) -> Iterator[StorageType]:
    """The types that `ts` are, one by one."""
    for t in ts:
        if isinstance(t, Run):
            yield from t.types[t.start : t.stop]
        else:
            yield t


def tail(ts: Sequence[T], n: int) -> tuple[T | Run, ...]:
    """The last `n` types of `ts`, or all if there are fewer."""
    found: list[T | Run] = []
    for t in reversed(ts):
        if n <= 0:
            break
        if isinstance(t, Run):
            start = max(t.start, t.stop - n)
            n -= t.stop - start
            found.append(t if start == t.start else Run(t.types, start, t.stop))
        else:
            n -= 1
            found.append(t)
    return tuple(reversed(found))


def drop(ts: list[Item], n: int) -> None:
    """Take the last `n` types from `ts`, or all if there are fewer."""
    while n and ts:
        t = ts.pop()
        if isinstance(t, Run) and t.stop - t.start > n:
            ts.append(Run(t.types, t.start, t.stop - n))
            return
        n -= t.stop - t.start if isinstance(t, Run) else 1


def without_top(ts: Items, n: int) -> Items:
    """`ts` without its last `n` types."""
    rest = list(ts)
    drop(rest, n)
    return tuple(rest)


class Matcher:
    """Matches sequences, and remembers of long ones which of their types do not match."""

    def __init__(self) -> None:
        # By the identity of two sequences and how much further the second is read: the positions in
        # the first whose types do not match. The sequences are there to stay alive.
        self._known: dict[tuple[int, int, int], tuple[list[int], ResultType, ResultType]] = {}
        self._equal: dict[ValType, ResultType] = {}

    def match(self, ts1: Sequence[Item], ts2: Sequence[Item]) -> bool:
        """Whether the types of `ts1` match those of `ts2`, as far down from the last as both go.

        Spec: match-resulttype
        """
        rest1, rest2 = list(ts1), list(ts2)
        while rest1 and rest2:
            t1, t2 = rest1.pop(), rest2.pop()
            n = 1
            if isinstance(t1, Run) and isinstance(t2, Run):
                n = min(t1.stop - t1.start, t2.stop - t2.start)
                same = t1.types is t2.types and t1.stop == t2.stop
                matching = same or self._match_runs(t1, t2, n)
            elif isinstance(t1, Run):
                assert not isinstance(t2, Run)
                matching = match_valtype(t1.types[t1.stop - 1], t2)
            elif isinstance(t2, Run):
                matching = match_valtype(t1, t2.types[t2.stop - 1])
            else:
                matching = match_valtype(t1, t2)
            if not matching:
                return False
            for t, rest in ((t1, rest1), (t2, rest2)):
                if isinstance(t, Run) and t.stop - t.start > n:
                    rest.append(Run(t.types, t.start, t.stop - n))
        return True

    def _match_runs(self, run1: Run, run2: Run, n: int) -> bool:
        """Whether the last `n` types of the runs match."""
        ts1, ts2 = run1.types, run2.types
        # Where all types that are wanted are one, it does not matter which of them is compared.
        equal = self._equal.get(ts2[0]) is ts2
        shift = 0 if equal else run2.stop - run1.stop
        key = id(ts1), id(ts2), shift
        if key not in self._known:
            both = range(max(0, -shift), len(ts1) if equal else min(len(ts1), len(ts2) - shift))
            wanted = repeat(ts2[0]) if equal else ts2[both.start + shift :]
            pairs = zip(both, ts1[both.start :], wanted, strict=False)
            wrong = [k for k, t1, t2 in pairs if not match_valtype(t1, t2)]
            self._known[key] = wrong, ts1, ts2
        wrong = self._known[key][0]
        return bisect_left(wrong, run1.stop - n) == bisect_left(wrong, run1.stop)

    def repeat(self, t: ValType, n: int) -> Items:
        """`n` times `t`: runs of it are parts of one sequence."""
        if n < LONG:
            return (t,) * n
        found = self._equal.get(t, ())
        if len(found) < n:
            found = self._equal[t] = (t,) * max(n, 2 * len(found))
        return (Run(found, 0, n),)
