"""Which instructions explain the failures: scores from what ran in commands that failed and that passed.

*Implicated* is Ochiai's coefficient, failed / sqrt(all failures * commands that exercise it) (R. Abreu,
P. Zoeteweij, A. van Gemund, "An evaluation of similarity coefficients for software fault localization",
2006). Where one change breaks many instructions, each is in few of the failures; so the coefficient is that
within the failures of one instruction of the explanation, the greatest of these (J. Jones, J. Bowring,
M. Harrold, "Debugging in Parallel", 2007); and for those that the explanation does not need, half of it, or
half of what that one instruction has if this is less.

A command exercises what ran in it, and what wrote before, in the same script, to the parts of the store
that it reads: `table.set` goes wrong where `table.get` runs.

Where a module is refused, this one failure exercised what the module holds, or what the engine names of it; the commands
that fail since it is not there say nothing more.

The *explanation* is a set of them such that each failure exercised one: the hitting set of least weight.
Smallest alone would be the one that runs everywhere, so an instruction weighs what it takes to tell
which of the commands that exercise it fail: with f failures among n of them, n times the entropy of
f/n, in bits, and `PRIOR` for naming it. This is the likelihood by which multiple faults are ranked where
a component's health is estimated from the spectrum (R. Abreu, P. Zoeteweij, A. van Gemund,
"Spectrum-based multiple fault localization", 2009).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import log2, sqrt
from typing import NamedTuple

from refwasm.generated.opcodes import OPS
from refwasm.script.results import Result, Status

FAILED = frozenset(Status) - {Status.PASS, Status.UNSUPPORTED, Status.SKIPPED}
RIGHT = frozenset({Status.PASS, Status.UNEXPECTED})  # the engine did what the command says

READS = {op.name: op.reads for op in OPS if op.reads}
WRITES = {op.name: op.writes for op in OPS if op.writes}
REFUSALS = ("assert_malformed", "assert_invalid")  # the directives of modules that nothing runs of

# What nearly every function has: it marks blocks, and moves what others work on.
COMMON = frozenset(op.name for op in OPS if op.name.endswith(".const")) | {
    *("nop", "block", "loop", "else", "end", "drop", "local.get", "local.set", "local.tee")
}

PRIOR = 9.0  # bits: one of some 500 rows
BRANCHES = 2_000  # steps of the exact search until the greedy answer stands


@dataclass(frozen=True, slots=True)
class Spectrum:
    """How many commands failed and passed, by instruction; and which instructions failed together."""

    failed: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    together: Counter[frozenset[str]] = field(default_factory=Counter)

    @property
    def failures(self) -> int:
        """The commands that failed and of which it is known what they exercised."""
        return self.together.total()


class Explanation(NamedTuple):
    """Instructions such that each failure exercised one of them, the most suspicious first.

    Their weight is at most `bound` times the least; 1 is exact. What no instruction ran in is not
    explained.
    """

    instructions: tuple[str, ...]
    bound: float = 1.0


def spectrum(results: Iterable[Result]) -> Spectrum:
    """What `results`, those of each script in their order, say of their instructions."""
    passing: Counter[tuple[str, ...]] = Counter()
    failing: Counter[tuple[str, ...]] = Counter()
    for result, exercised in observed(results):
        if result.status in RIGHT and not result.kind.startswith(REFUSALS):
            passing[exercised] += 1
        elif result.status in FAILED and not result.follows:
            failing[exercised] += 1
    found = Spectrum()
    for counts, sets in ((found.passed, passing), (found.failed, failing)):
        for keys, n in sets.items():
            counts.update(dict.fromkeys(keys, n))
    for keys, n in failing.items():
        if keys:
            found.together[frozenset(keys)] += n
    return found


def observed(results: Iterable[Result]) -> Iterator[tuple[Result, tuple[str, ...]]]:
    """Each of `results` with the instructions that it exercises."""
    script = ""
    writers: dict[str, dict[str, None]] = {}  # by part of the store
    for result in results:
        if result.script != script:
            script = result.script
            writers.clear()
        keys = result.instructions
        if result.kind.startswith(REFUSALS) or _ran_not(result):
            yield result, keys
            continue
        exercised = dict.fromkeys(keys)
        for key in keys:
            for part in READS.get(key, ()):
                exercised.update(writers.get(part, {}))
        for key in keys:
            for part in WRITES.get(key, ()):
                writers.setdefault(part, {})[key] = None
        yield result, tuple(exercised)


def _ran_not(result: Result) -> bool:
    """Whether nothing ran, as far as is known: a module is not there, or was refused."""
    return result.status in FAILED and (result.follows or result.kind == "module")


def implicated(spectrum: Spectrum, explained: Iterable[str]) -> dict[str, float]:
    """How well each instruction that failed explains failures, from 0 to 1.

    `explained` divides the failures into groups; for what it does not name there is another explanation, so
    that counts half as much as what is named, at most, unless nothing tells it from that, not even how common it is.
    """
    named = frozenset(explained)
    scores = dict.fromkeys(sorted(spectrum.failed), 0.0)
    for chosen, failed in _groups(spectrum.together, named).items():
        total = failed[chosen]
        seen = total, spectrum.failed[chosen], spectrum.passed[chosen]
        most = _ochiai(total, *seen)
        for key, n in failed.items():
            counts = n, spectrum.failed[key], spectrum.passed[key]
            score = _ochiai(total, *counts)
            if key not in named and (counts != seen or key in COMMON):
                score = min(score, most) / 2
            scores[key] = max(scores[key], round(score, 4))
    return scores


def _groups(
    together: Mapping[frozenset[str], int], named: frozenset[str]
) -> dict[str, dict[str, int]]:
    """How many of the failures that exercised each of `named` exercised each instruction."""
    found: dict[str, defaultdict[str, int]] = {key: defaultdict(int) for key in named}
    for keys, n in together.items():
        for chosen in keys & named:
            failed = found[chosen]
            for key in keys:
                failed[key] += n
    return {chosen: failed for chosen, failed in found.items() if failed}


def _ochiai(total: int, n: int, failed: int, passed: int) -> float:
    """The coefficient of what `n` of `total` failures exercise, and as many that failed and passed at all."""
    return n / sqrt(total * (failed + passed))


def weight(failed: int, passed: int) -> float:
    """The bits in which an instruction explains which commands fail that exercise it."""
    n = failed + passed
    return PRIOR - sum(k * log2(k / n) for k in (failed, passed) if k)


def rank(key: str) -> tuple[bool, str]:
    """Where `key` stands among those that explain as well: what is common last, else by name."""
    return key in COMMON, key


def explanation(spectrum: Spectrum) -> Explanation:
    """The instructions that explain all failures, by the least weight; equal ones by `rank`."""
    weights = {key: weight(n, spectrum.passed[key]) for key, n in spectrum.failed.items()}
    sets = minimal(spectrum.together)
    hits = dict.fromkeys(sorted(weights), 0)
    for i, keys in enumerate(sets):
        for key in keys:
            hits[key] |= 1 << i
    hits = undominated(hits, weights)
    everything = (1 << len(sets)) - 1
    greedy = cover(everything, hits, weights)
    best = _Search(hits, weights, sets, greedy)
    exact = best.run()
    most = max((mask.bit_count() for mask in hits.values()), default=0)
    bound = 1.0 if exact else sum(1 / k for k in range(1, most + 1))
    order = sorted(best.found, key=lambda key: (-spectrum.failed[key], weights[key], rank(key)))
    return Explanation(tuple(order), round(bound, 2))


def minimal(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Those of `sets` that hold no other: whatever hits these hits all."""
    distinct = sorted(set(sets), key=lambda keys: (len(keys), sorted(keys)))
    sizes = Counter(key for keys in distinct for key in keys)
    found: list[frozenset[str]] = []
    rarest: defaultdict[str, list[frozenset[str]]] = defaultdict(
        list
    )  # those found that are smaller, by a key of theirs
    for _, group in groupby(distinct, len):
        least = [
            keys
            for keys in group
            if not any(other <= keys for key in keys for other in rarest[key])
        ]
        for keys in least:
            rarest[min(keys, key=lambda key: (sizes[key], key))].append(keys)
        found += least
    return found


def undominated(hits: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, int]:
    """`hits` without what another hits too that weighs no more."""
    found: dict[str, int] = {}
    for key in sorted(hits, key=lambda key: (weights[key], -hits[key].bit_count(), rank(key))):
        if hits[key] and not any(hits[key] | mask == mask for mask in found.values()):
            found[key] = hits[key]
    return found


def cover(
    everything: int, hits: Mapping[str, int], weights: Mapping[str, float]
) -> tuple[str, ...]:
    """A cover of `everything` by the cheapest per new set hit, within H(d) of the least weight.

    d is the most sets that one hits (V. Chvatal, "A greedy heuristic for the set-covering problem", 1979).
    """
    chosen: list[str] = []
    while everything:
        key = min(
            (key for key, mask in hits.items() if mask & everything),
            key=lambda key: (weights[key] / (hits[key] & everything).bit_count(), rank(key)),
        )
        chosen.append(key)
        everything &= ~hits[key]
    return tuple(chosen)


class _Search:
    """Branch and bound over the sets that are not hit yet."""

    def __init__(
        self,
        hits: Mapping[str, int],
        weights: Mapping[str, float],
        sets: Sequence[frozenset[str]],
        found: Sequence[str],
    ):
        self.weights = weights
        self.hits = hits
        self.everything = (1 << len(sets)) - 1
        self.found = tuple(found)
        self.least = sum(weights[key] for key in found)
        self.left = BRANCHES
        place = {key: n for n, key in enumerate(hits)}
        self.hitting = [
            sorted(keys & hits.keys(), key=place.__getitem__) for keys in sets
        ]  # by set, the cheapest first, as `undominated` orders them
        sizes: defaultdict[int, int] = defaultdict(int)
        for i, keys in enumerate(self.hitting):
            sizes[len(keys)] |= 1 << i
        self.alike = [sizes[n] for n in sorted(sizes)]  # sets that as many hit, the fewest first

    def run(self) -> bool:
        """Find the cover of least weight; whether the search came to its end."""
        pending: list[tuple[int, tuple[str, ...], float]] = [(self.everything, (), 0.0)]
        while pending and self.left:
            self.left -= 1
            unhit, chosen, spent = pending.pop()
            if spent + self.rest(unhit) >= self.least:
                continue
            if not unhit:
                self.found, self.least = chosen, spent
                continue
            fewest = next(some for sets in self.alike if (some := unhit & sets))
            for key in reversed(self.hitting[first(fewest)]):
                pending.append((unhit & ~self.hits[key], (*chosen, key), spent + self.weights[key]))
        return not pending

    def rest(self, unhit: int) -> float:
        """What hitting `unhit` weighs at least: the cheapest of sets of which no key hits two."""
        total = 0.0
        while unhit:
            i = first(unhit)
            total += self.weights[self.hitting[i][0]]
            for key in self.hitting[i]:
                unhit &= ~self.hits[key]
        return total


def first(sets: int) -> int:
    """The number of the first of `sets`."""
    return (sets & -sets).bit_length() - 1
