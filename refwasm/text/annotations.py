"""Annotations: taken out of the tokens, and kept for those who ask (section "Annotations")."""

from __future__ import annotations

from dataclasses import dataclass

from refwasm.errors import Malformed
from refwasm.text.strings import canonical, string_name


@dataclass(frozen=True, slots=True)
class Annotation:
    """`(@name items...)` before token number `at`; items are tokens, parentheses included."""

    name: str
    items: tuple[str, ...]
    at: int
    offset: int


def extract(
    texts: list[str], offsets: list[int], wanted: frozenset[str]
) -> tuple[list[str], list[int], list[Annotation]]:
    """The tokens outside annotations, and the annotations whose name is `wanted`.

    Spec: text-annot
    """
    kept: list[Annotation] = []
    clean: list[str] = []
    places: list[int] = []
    i, n = 0, len(texts)
    faults: dict[str, str | None] = {}
    while i < n:
        token = texts[i]
        if not token.startswith("(@"):
            clean.append(token)
            places.append(offsets[i])
            i += 1
            continue
        end, fault = _end(texts, i, faults)
        if fault:
            clean.append("\0" + fault)
            places.append(offsets[i if end == n else end])
        elif (name := _name(token)) in wanted:
            items = tuple(canonical(t) if '"' in t else t for t in texts[i + 1 : end])
            kept.append(Annotation(name, items, len(clean), offsets[i]))
        i = end + 1
    return clean, places, kept


def _end(texts: list[str], i: int, faults: dict[str, str | None]) -> tuple[int, str | None]:
    """Where the annotation that begins at `i` ends, and what is wrong with it, there."""
    depth = 0
    for j in range(i, len(texts)):
        token = texts[j]
        if token == ")":
            depth -= 1
            if depth == 0:
                return j, None
            continue
        if token[0] == "(":
            depth += 1
        if token not in faults:
            faults[token] = _fault(token)
        # Inside an annotation, `(@` with nothing after it is just two reserved tokens.
        if (fault := faults[token]) and (j == i or token != "(@"):
            return j, fault
    return len(texts), "unclosed annotation"


def _fault(token: str) -> str | None:
    """Why `token` may not stand in an annotation, where any reserved token may."""
    if token.startswith("(@"):
        try:
            return None if _name(token) else "empty annotation id"
        except Malformed as error:
            return error.message
    if '"' not in token and len(token) > 1:
        return None
    fault = canonical(token)
    if fault[0] != "\0" or fault.startswith("\0unknown operator"):
        return None
    return fault[1:]


def _name(token: str) -> str:
    """The name that follows `(@`."""
    return string_name(token[2:]) if token.startswith('(@"') else token[2:]
