"""Sequences of types as runs behave like the types that they are."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from refwasm.syntax.types import ANYREF, BOT, EQREF, F64, I31REF, I32, ResultType, ValType
from refwasm.validation.matching import match_valtype
from refwasm.validation.runs import (
    LONG,
    Item,
    Matcher,
    Run,
    count,
    drop,
    each,
    items,
    tail,
    without_top,
)

TYPES: list[ValType] = [I32, F64, ANYREF, EQREF, I31REF, BOT]


def flat(ts: Sequence[Item]) -> list[ValType]:
    """The types of `ts`."""
    return [t for t in each(ts) if isinstance(t, ValType)]


def some(rng: random.Random, n: int, among: Sequence[ValType]) -> ResultType:
    """`n` types."""
    return tuple(rng.choice(among) for _ in range(n))


def sequence(rng: random.Random, known: Sequence[ResultType], matcher: Matcher) -> list[Item]:
    """Single types, parts of `known`, and repetitions."""
    found: list[Item] = []
    for _ in range(rng.randrange(5)):
        match rng.randrange(4):
            case 0:
                found += some(rng, rng.randrange(3), TYPES)
            case 1:
                found += matcher.repeat(rng.choice(TYPES), rng.randrange(2 * LONG))
            case _:
                ts = rng.choice(known)
                start = rng.randrange(len(ts))
                found.append(Run(ts, start, rng.randrange(start, len(ts)) + 1))
    return found


def test_short_sequences_are_their_own_items() -> None:
    assert items((I32,) * (LONG - 1)) == (I32,) * (LONG - 1)
    assert len(items((I32,) * LONG)) == 1
    assert count(items((I32,) * LONG)) == LONG


@pytest.mark.parametrize("seed", range(20))
def test_parts(seed: int) -> None:
    rng = random.Random(seed)
    matcher = Matcher()
    known = [some(rng, rng.randrange(1, 90), TYPES) for _ in range(3)]
    for _ in range(50):
        ts = sequence(rng, known, matcher)
        plain = flat(ts)
        n = rng.randrange(len(plain) + 3)
        assert count(ts) == len(plain)
        assert flat(tail(ts, n)) == plain[max(len(plain) - n, 0) :]
        rest = plain[: max(len(plain) - n, 0)]
        assert flat(without_top(tuple(ts), n)) == rest
        drop(ts, n)
        assert flat(ts) == rest


@pytest.mark.parametrize("seed", range(20))
def test_matching(seed: int) -> None:
    rng = random.Random(seed)
    matcher = Matcher()
    # References that mostly match, so that both answers come up.
    known = [some(rng, 60, [I31REF] * 40 + [EQREF]), some(rng, 70, [ANYREF] * 60 + [EQREF])]
    known.append((I31REF,) * 50)
    seen = set()
    for _ in range(300):
        ts1, ts2 = sequence(rng, known, matcher), sequence(rng, known, matcher)
        below = zip(reversed(flat(ts1)), reversed(flat(ts2)), strict=False)
        expected = all(match_valtype(t1, t2) for t1, t2 in below)
        seen.add(expected)
        assert matcher.match(ts1, ts2) is expected
    assert seen == {True, False}
