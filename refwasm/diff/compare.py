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

from refwasm.diff.agree import agree, as_grown, doubt, same_part, says_ungrown
from refwasm.diff.components import Component
from refwasm.diff.sides import (
    CALLS,
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
    """What came of comparing: `compared` steps were alike, `apart` are those of which that cannot be said, with why.

    `open` has why conforming engines may differ from some step on, for instances that are linked with each other: of these
    nothing more was compared. At most one of the rest ended all: a difference, the death of an engine, or
    `stopped`, a reason after which a difference would mean nothing.
    """

    compared: int = 0
    apart: dict[int, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
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
        component, calls = self.reference.component, isinstance(command, CALLS)
        if component.since and calls:
            self.found.apart[index] = _linked(component)
            return
        if verdict.kind == EXHAUSTION:
            self.found.stopped = f"refwasm says {verdict}: from here on nothing is certain"
            return
        said = self._each(index, verdict, lambda side: side.do(command))
        if said is None or self._exhausted(said):
            return
        effect = command.keyword not in WITHOUT_EFFECT
        if self._lacking(index, said, effect=effect):
            return
        doubts = len(self.found.open)
        self._compare_said(index, verdict, said, component, binds=not calls)
        if not self.found.over and effect and verdict.kind in (RETURN, "trap", "exception"):
            self._compare_state(index)
        if not self.found.over and index not in self.found.apart:
            self.found.compared += len(self.found.open) == doubts

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

    def _lacking(self, index: int, said: Mapping[str, Said], *, effect: bool) -> bool:
        """Whether one of them cannot do the step, or what it builds on."""
        lacking = {label: s for label, s in said.items() if s.kind == UNSUPPORTED}
        if not lacking and self.uncertain:
            lacking = {label: s for label, s in said.items() if s.kind == UNDEFINED}
        if not lacking:
            return False
        label, why = next(iter(lacking.items()))
        self.found.apart[index] = f"{label}: {why}"
        if effect:
            self.uncertain = f"{label} did not do step {index + 1}: {why.text}"
        return True

    def _compare_said(
        self,
        index: int,
        verdict: Said,
        said: Mapping[str, Said],
        component: Component,
        *,
        binds: bool,
    ) -> None:
        """Compare what came of the step; if it `binds` names, these may mean different things afterwards."""
        may = [allowed(value, component.sources) for value in verdict.values]
        ungrown = [label for label, s in said.items() if says_ungrown(s, may)]
        if not self._agree(said, may):
            if binds:
                why = _linked(component) if component.since else doubt(component.sources)
                self.uncertain = self.uncertain or why
            shown = {label: str(s) for label, s in said.items()}
            self._differ(index, shown, str(verdict), component)
        elif component.since:
            self.found.apart[index] = _linked(component)
        elif ungrown:
            self._check_ungrown(index, ungrown, component)

    def _agree(self, said: Mapping[str, Said], may: Sequence[Pattern]) -> bool:
        return all(agree(a, b, may, texts=self.texts) for a, b in pairwise(said.values()))

    def _compare_state(self, index: int) -> None:
        """Compare all that can be seen of the instances at hand."""
        for item, _, tables, component in self.reference.items(self.judge.runner.instances):
            if component.since:
                continue
            mine = self.judge.look(item, tables)
            parts = self._each(index, mine, partial(Side.look, item=item, tables=tables))
            if parts is None:
                return
            sources = component.sources
            shown = {label: part for label, part in parts.items() if part is not None}
            may = (
                None if mine is None or isinstance(mine, tuple | Digest) else allowed(mine, sources)
            )
            if not all(same_part(a, b, may) for a, b in pairwise(shown.values())):
                said = {label: show_part(part) for label, part in shown.items()}
                self._differ(index, said, _shown(mine), component, item)
            if self.found.over:
                return

    def _check_ungrown(self, index: int, labels: Sequence[str], component: Component) -> None:
        """Those of `labels` say that a growth failed, as any may. What they show must not have grown then."""
        growths = component.sources.growths
        for item, export, tables, _ in self.reference.items(self.judge.runner.instances):
            # With several growths, nothing tells which of them failed.
            if len(growths) > 1 or growths[0].item is not export or not growths[0].n:
                continue
            mine = self.judge.look(item, tables)
            parts = self._each(index, mine, partial(Side.look, item=item, tables=tables))
            if parts is None:
                return
            wrong = [label for label in labels if as_grown(parts[label], mine)]
            if wrong:
                said = {label: _shown(part) for label, part in parts.items()}
                said |= {
                    label: f"{said[label]}, though it says that this did not grow"
                    for label in wrong
                }
                self.found.difference = Difference(index, self._beside(said, _shown(mine)), item)
                return
        why = f"{growths[0].source} may fail, and did, as {' and '.join(labels)} says"
        self._doubt(index, "they", why, component)

    def _differ(
        self,
        index: int,
        said: dict[str, str],
        reference: str,
        component: Component,
        item: Item | None = None,
    ) -> None:
        """They differ, which is a difference unless conforming engines may."""
        about = f"{item}" if item else "they"
        if self.uncertain:
            self.found.stopped = f"{about} may differ by step {index + 1}: {self.uncertain}"
        elif why := doubt(component.sources):
            self._doubt(index, about, why, component)
        else:
            self.found.difference = Difference(index, self._beside(said, reference), item)

    def _doubt(self, index: int, about: str, why: str, component: Component) -> None:
        """From here on conforming engines may differ in `component`; only in this step, if that keeps nothing."""
        if component.stateful:
            component.since = index + 1
            self.found.open.append(f"{about} may differ by step {index + 1}: {why}")
        else:
            self.found.apart[index] = f"{about} may differ: {why}"

    def _beside(self, said: dict[str, str], reference: str) -> dict[str, str]:
        """What is `said`, and what refwasm says if it is not among those."""
        return said if self.judge in self.sides else {**said, REFERENCE: reference}


def _linked(component: Component) -> str:
    """Why steps of `component` are not compared."""
    return f"linked with what may differ since step {component.since}"


def _shown(part: Part | None) -> str:
    return "not seen" if part is None else show_part(part)
