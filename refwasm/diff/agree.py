"""Whether what two engines said is the same, or may be different."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.diff.sides import REFUSALS, RETURN, Part, Said
from refwasm.engines.driver import Digest
from refwasm.oracle.sources import GROWTH, NAN, Sources
from refwasm.script.commands import Either, NullConst, NumConst, Pattern, RefPattern
from refwasm.script.values import RefValue, Value, matches


def agree(a: Said, b: Said, allowed: Sequence[Pattern] = (), *, texts: bool = False) -> bool:
    """Whether two engines ended a step alike.

    The values may differ where both are among those `allowed`. With `texts`, failures must have the same.
    """
    if a.kind != b.kind:
        kinds = {a.kind, b.kind}
        return "refused" in kinds and kinds <= {*REFUSALS}
    if a.kind != RETURN:
        return not texts or a.text == b.text
    if len(a.values) != len(b.values):
        return False
    if all(map(same, a.values, b.values)):
        return True
    return len(allowed) == len(a.values) and all(
        all(map(matches, said.values, allowed)) for said in (a, b)
    )


def says_ungrown(said: Said, allowed: Sequence[Pattern]) -> bool:
    """Whether an engine says that a growth failed, by a value that is `allowed` for that."""
    return any(
        isinstance(may, Either) and isinstance(value, NumConst) and value != may.options[0]
        for value, may in zip(said.values, allowed, strict=False)
    )


def as_grown(part: Part | None, grown: Part | None) -> bool:
    """Whether a memory or table is seen to be as large as one that has `grown`."""
    if isinstance(part, Digest) and isinstance(grown, Digest):
        return part.pages == grown.pages
    return part is not None and part == grown


def same(a: Value, b: Value) -> bool:
    """Whether two values are the same, as far as what engines tell of references goes."""
    if isinstance(a, NullConst):
        return isinstance(b, NullConst)
    if isinstance(b, RefValue):
        a, b = b, a
    if isinstance(a, RefValue):
        return matches(b, RefPattern(a.heap)) or (
            isinstance(b, RefValue) and matches(a, RefPattern(b.heap))
        )
    return a == b


def same_part(a: Part | None, b: Part | None, may: Pattern | None = None) -> bool:
    """Whether a part of the state is the same, or one of the engines does not show it.

    Values of globals may differ where both match `may`.
    """
    if a is None or b is None or a == b:
        return True
    if isinstance(a, tuple | Digest) or isinstance(b, tuple | Digest):
        return False
    return same(a, b) or (may is not None and matches(a, may) and matches(b, may))


def doubt(sources: Sources) -> str:
    """Why conforming engines may differ by now in more than what is allowed for each value; empty if they may not.

    A NaN is no reason as long as nobody looked at its bits. That a growth may fail is none: an engine that ran out
    of memory says so by the result.
    """
    for source in (*sources.earlier, *sources.now):
        if source.kind != GROWTH and (source.kind != NAN or sources.spread):
            what = "the bits of a NaN" if source.kind == "nan" else "a relaxed result"
            return f"{source} gave {what}, which the standard leaves open"
    return ""
