"""Editions of WebAssembly and its features: what is on, and in which words the rest is refused.

An edition is the features that it has, and some rules and words of its own (`Older`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from refwasm.errors import WasmError
from refwasm.generated.features import FEATURES

EDITIONS = ("1", "2", "3")

E = TypeVar("E", bound=WasmError)


class FeatureError(ValueError):
    """There is no such edition or feature."""


class Older(Enum):
    """Rules that only older editions have: the last of them; the features that replaced the rule, so that
    it does not hold where one of them is on; what it says.
    """

    SEGMENT_INDEX = (
        "1",
        ("reference-types", "bulk-memory"),
        "segments begin with an index of a table or memory; they have no name and no kind",
    )
    SEGMENTS_FIT_FIRST = (
        "1",
        ("bulk-memory",),
        "segments that do not fit are errors of linking, found before any is written",
    )
    LENGTHS_OF_WHOLE = (
        "1",
        (),
        "counts are bounded by the size of the binary, not by the bytes left",
    )
    EQUAL_LABELS = (
        "1",
        ("reference-types",),
        "all labels of br_table have equal types, even where nothing is reached",
    )
    RESULT_BEFORE_PARAMETER = "1", (), "a type whose results precede parameters is told so"

    def __init__(self, last: str, ends: tuple[str, ...], about: str):
        self.last = last
        self.ends = ends
        self.about = about


@dataclass(frozen=True, slots=True)
class Features:
    """The rules of `edition` ("1", "2" or "3") with the features `on`; see `features_of`."""

    edition: str
    on: frozenset[str]

    def __contains__(self, item: str | Older) -> bool:
        """Whether the feature is on, or the rule holds."""
        if isinstance(item, str):
            return item in self.on
        return self.edition <= item.last and self.on.isdisjoint(item.ends)

    def changes(self) -> tuple[str, ...]:
        """What `features_of` is told besides the edition: `+name`, `-name`."""
        usual = features_of(self.edition).on
        return (*(f"+{n}" for n in FEATURES if n in self.on - usual),
                *(f"-{n}" for n in FEATURES if n in usual - self.on))  # fmt: skip

    @property
    def current(self) -> bool:
        """Whether this is 3.0 with nothing taken away."""
        return self is DEFAULT or (self.edition == "3" and self.on >= CURRENT)


def off(name: str) -> str:
    """What ends the message about something that needs the feature `name`, which is off."""
    return f"[{name}]"


def lacking(error: E, name: str) -> E:
    """`error`, which there would not be if the feature `name` were on."""
    error.message += f" {off(name)}"
    return error


CURRENT = frozenset(name for name, (since, _, _) in FEATURES.items() if since in EDITIONS)
DEFAULT = Features("3", CURRENT)


def features_of(edition: str = "3", changes: Iterable[str] = ()) -> Features:
    """`edition` ("1.0" or "1", ...) with `changes`, each `+name` or `-name`. Raises FeatureError.

    What is switched on brings what it needs; what is switched off takes along what needs it.
    """
    given, edition = edition, edition.removesuffix(".0")
    if edition not in EDITIONS:
        raise FeatureError(f"no edition {given}: there are 1.0, 2.0 and 3.0")
    on = {
        name for name, (since, _, _) in FEATURES.items() if since in EDITIONS and since <= edition
    }
    for change in changes:
        sign, name = change[:1], change[1:]
        if sign not in ("+", "-") or name not in FEATURES:
            raise FeatureError(f"no feature {change}: write +NAME or -NAME; NAME is any of "
                               + ", ".join(FEATURES))  # fmt: skip
        if sign == "+":
            on |= closed(name)
        else:
            on -= dependents(name)
    return Features(edition, frozenset(on))


def split(changes: str) -> list[str]:
    """The changes in a list with commas, as command lines have it."""
    return [change.strip() for change in changes.split(",") if change.strip()]


def closed(name: str) -> set[str]:
    """The feature `name` and all that it needs."""
    return {name}.union(*map(closed, FEATURES[name][1]))


def dependents(name: str) -> set[str]:
    """The feature `name` and all that need it."""
    return {other for other in FEATURES if name in closed(other)}
