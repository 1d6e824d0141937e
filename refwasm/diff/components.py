"""Instances that may touch each other, and what conforming engines may do otherwise in them.

Values get from one instance to another by what one imports of the other, or both of a third: references come
from scripts as null or as the host's alone. So what is open in one component leaves no doubt about others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from refwasm.oracle.oracle import has_state
from refwasm.oracle.sources import Sources
from refwasm.runtime.instances import ExternVal, HostFunc, ModuleInst


@dataclass(slots=True, eq=False)
class Component:
    """Some instances, with the sources of their steps; `stateful` is whether a step can leave anything to later ones.

    `since` is the step, from 1, by which conforming engines may differ in it; 0 if they may not.
    """

    sources: Sources = field(default_factory=Sources)
    stateful: bool = False
    since: int = 0


class Components:
    """The components that there are, by instances and by what these import and export."""

    def __init__(self) -> None:
        self._of: dict[ModuleInst | ExternVal, Component] = {}

    def of(self, instance: ModuleInst) -> Component:
        """The component of `instance`."""
        return self._of[instance]

    def joined(self, imports: Iterable[ExternVal]) -> Component:
        """The component of an instance that imports `imports`; those that these belonged to are one now.

        Functions of the host keep nothing.
        """
        linked = [item for item in imports if not isinstance(item, HostFunc)]
        found = {self._of[item]: None for item in linked if item in self._of}
        first, *others = found or [Component()]
        for other in others:
            first.sources.join(other.sources)
            first.stateful |= other.stateful
            first.since = first.since or other.since
        for item, component in self._of.items():
            if component in others:
                self._of[item] = first
        self._of.update(dict.fromkeys(linked, first))
        return first

    def add(self, instance: ModuleInst, component: Component) -> None:
        """`instance` is a part of `component`, as is what it exports."""
        self._of[instance] = component
        self._of.update(dict.fromkeys(instance.exports.values(), component))
        component.stateful |= has_state(instance)
