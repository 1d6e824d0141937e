"""The locals of a function: their types, and which of them are set (section "Local Types").

Runs of equal locals stay runs, so that 2^32-1 of them take no more space than one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from refwasm.errors import Invalid
from refwasm.syntax.types import ResultType, ValType
from refwasm.validation.types import defaultable


class Locals:
    """Parameters, which are set, then runs (count, type); those without default begin unset."""

    def __init__(self, params: ResultType, runs: Sequence[tuple[int, ValType]]):
        self.params = params
        self._types: list[ValType] = []
        self._ends: list[int] = []
        self.count = len(params)
        for n, t in runs:
            self.count += n
            self._types.append(t)
            self._ends.append(self.count)
        self._set: set[int] = set()
        self._log: list[int] = []  # what is set and has no default, in order

    def type(self, x: int) -> ValType:
        """The type of local `x`."""
        if x < len(self.params):
            return self.params[x]
        run = bisect_right(self._ends, x)
        if run == len(self._types):
            raise Invalid(f"unknown local {x}")
        return self._types[run]

    def type_if_set(self, x: int) -> ValType | None:
        """The type of local `x` if it has a value from the start."""
        t = self.type(x)
        return t if x < len(self.params) or defaultable(t) else None

    def is_set(self, x: int) -> bool:
        """Whether local `x` certainly has a value here."""
        return x in self._set or self.type_if_set(x) is not None

    def set(self, x: int) -> None:
        """Local `x` has a value from here to the end of the block."""
        if not self.is_set(x):
            self._set.add(x)
            self._log.append(x)

    def mark(self) -> int:
        """A point to which `reset` can go back."""
        return len(self._log)

    def reset(self, mark: int) -> None:
        """Forget what was set since `mark`."""
        while len(self._log) > mark:
            self._set.discard(self._log.pop())


NONE = Locals((), ())
