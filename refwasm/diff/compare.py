"""The same steps on several engines, until they do not agree.

refwasm's interpreter runs along, even if it is not among those compared: it knows which results are
allowed, and where resources ran out, after which nothing is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

from refwasm.diff.agree import agree, doubt, same_part
from refwasm.diff.sides import (
    EXHAUSTION,
    RETURN,
    UNDEFINED,
    UNSUPPORTED,
    Item,
    Part,
    Reference,
    Said,
    Side,
    show_part,
)
from refwasm.engines.driver import Digest
from refwasm.oracle.allowed import allowed
from refwasm.oracle.sources import Sources
from refwasm.script.commands import Command, Pattern
from refwasm.script.engine import Broken, Engine
from refwasm.script.run import WITHOUT_EFFECT
from refwasm.syntax.features import DEFAULT, Features

REFERENCE = "refwasm"
S = TypeVar("S")  # what a side says


@dataclass(frozen=True, slots=True)
class Difference:
    """The step at `index`, of which the engines say different things, by their labels.

    It is about what came of the step, or else about the state that it left, of which `item` is a part.
    """

    index: int
    said: Mapping[str, str]
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Death:
    """The engine `label` broke under the step at `index`, with `evidence`."""

    index: int
    label: str
    evidence: str
    started: bool


@dataclass(slots=True)
class Comparison:
    """What came of comparing: `compared` steps were alike, `apart` are those that some cannot do, with why.

    At most one of the rest ended it: a difference, the death of an engine, or `stopped`, a reason after
    which a difference would mean nothing.
    """

    compared: int = 0
    apart: dict[int, str] = field(default_factory=dict)
    difference: Difference | None = None
    death: Death | None = None
    stopped: str = ""

    @property
    def over(self) -> bool:
        return bool(self.difference or self.death or self.stopped)


def compare(
    commands: Sequence[Command],
    engines: Mapping[str, Engine[Any, Any] | None],
    *,
    fuel: int | None,
    features: Features = DEFAULT,
) -> Comparison:
    """Run `commands` on `engines`, by their labels; None stands for refwasm's interpreter.

    refwasm has `fuel` for each step. The engines are closed.
    """
    compared = _Compared(engines, Reference(fuel=fuel, features=features))
    try:
        for index, command in enumerate(commands):
            compared.step(index, command)
            if compared.found.over:
                break
    finally:
        for engine in engines.values():
            if engine is not None:
                engine.close()
    return compared.found


class _Compared:
    """The engines under way."""

    def __init__(self, engines: Mapping[str, Engine[Any, Any] | None], reference: Reference):
        self.reference = reference
        self.judge = Side(REFERENCE, reference)
        self.sides = [
            self.judge if engine is None else Side(label, engine)
            for label, engine in engines.items()
        ]
        self.labels = [*engines]
        self.texts = all(side.engine.texts for side in self.sides)
        self.found = Comparison()
        self.uncertain = ""  # why a difference means nothing any more

    def step(self, index: int, command: Command) -> None:
        """One command, and the state after it."""
        with self.reference.step():
            verdict = self.judge.do(command)
        if verdict.kind == EXHAUSTION:
            self.found.stopped = f"refwasm says {verdict}: from here on nothing is certain"
            return
        said = self._each(index, verdict, lambda side: side.do(command))
        if said is None or self._exhausted(said):
            return
        effect = command.keyword not in WITHOUT_EFFECT
        lacking = {label: s for label, s in said.items() if s.kind == UNSUPPORTED}
        if not lacking and self.found.apart:
            lacking = {label: s for label, s in said.items() if s.kind == UNDEFINED}
        if lacking:
            label, why = next(iter(lacking.items()))
            self.found.apart[index] = f"{label}: {why}"
            if effect:
                self.uncertain = f"{label} did not do step {index + 1}: {why.text}"
            return
        sources = self.reference.sources
        may = [allowed(value, sources) for value in verdict.values]
        if not self._agree(said, may):
            shown = {label: str(s) for label, s in said.items()}
            self._differ(index, shown, str(verdict), sources)
        elif effect and verdict.kind in (RETURN, "trap", "exception"):
            self._compare_state(index)
        if not self.found.over:
            self.found.compared += 1

    def _each(self, index: int, mine: S, ask: Callable[[Side], S]) -> dict[str, S] | None:
        """What each says who is asked, refwasm having said `mine`; None if one of them broke."""
        said = {}
        for label, side in zip(self.labels, self.sides, strict=True):
            try:
                said[label] = mine if side is self.judge else ask(side)
            except Broken as e:
                self.found.death = Death(index, label, str(e), e.started)
                return None
        return said

    def _exhausted(self, said: Mapping[str, Said]) -> bool:
        for label, s in said.items():
            if s.kind == EXHAUSTION:
                self.found.stopped = f"{label} says {s}: from here on nothing is certain"
                return True
        return False

    def _agree(self, said: Mapping[str, Said], may: Sequence[Pattern]) -> bool:
        return all(agree(a, b, may, texts=self.texts) for a, b in pairwise(said.values()))

    def _compare_state(self, index: int) -> None:
        """Compare all that can be seen of the instances at hand."""
        for item, tables, sources in self.reference.items(self.judge.runner.instances):
            mine = self.judge.look(item, tables)
            parts = self._each(index, mine, partial(Side.look, item=item, tables=tables))
            if parts is None:
                return
            shown = {label: part for label, part in parts.items() if part is not None}
            may = (
                None if mine is None or isinstance(mine, tuple | Digest) else allowed(mine, sources)
            )
            if not all(same_part(a, b, may) for a, b in pairwise(shown.values())):
                said = {label: show_part(part) for label, part in shown.items()}
                self._differ(index, said, _shown(mine), sources, item)
                return

    def _differ(
        self,
        index: int,
        said: dict[str, str],
        reference: str,
        sources: Sources,
        item: Item | None = None,
    ) -> None:
        """They differ, which is a difference unless conforming engines may."""
        why = doubt(sources) or self.uncertain
        if why:
            about = f"{item}" if item else "they"
            self.found.stopped = f"{about} may differ by step {index + 1}: {why}"
            return
        if self.judge not in self.sides:
            said = {**said, REFERENCE: reference}
        self.found.difference = Difference(index, said, item)


def _shown(part: Part | None) -> str:
    return "not seen" if part is None else show_part(part)
