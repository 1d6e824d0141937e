"""What ran that another conforming engine may do otherwise: the sources of nondeterminism.

There are three kinds (section "Profiles", and the instructions themselves). The bits of a NaN that an
operator gives, unless it only moves bits or changes a sign. A relaxed vector instruction, where its
operands leave a choice. The growth of a memory or table, which may fail wherever it is not certain to.
Where none of them ran, everything is determined: outcome, results, state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import isnan
from typing import NamedTuple

from refwasm.generated.opcodes import MEMORY_GROW, OPS, TABLE_GROW
from refwasm.interpret.observe import Seen
from refwasm.numerics.floats import bits_of_float
from refwasm.numerics.vectors import lanes
from refwasm.oracle.relaxed import alternatives
from refwasm.runtime.instances import MemInst, TableInst
from refwasm.runtime.values import Value
from refwasm.script.commands import LanesPattern
from refwasm.script.values import QUIET
from refwasm.syntax.instructions import Op
from refwasm.syntax.types import F32, F64

NAN, RELAXED, GROWTH = "nan", "relaxed", "growth"
KEPT = 100  # sources that are told apart; more of them say nothing new
WIDTHS = {"f32": 32, "f64": 64, "f32x4": 32, "f64x2": 64}
CANONICAL = {32: QUIET[F32], 64: QUIET[F64]}

# Operators on floats whose results have the bits of an operand, or are no floats.
MOVES = ("fneg", "fabs", "fcopysign", "fpmin", "fpmax", "feq", "fne", "flt", "fgt", "fle", "fge")


def _gives_nans(op: Op) -> bool:
    """Whether the row computes floats, so that a NaN may come of it.  Spec: aux-nans"""
    operators = [anchor.removeprefix("op-") for anchor in op.spec if anchor.startswith("op-")]
    floats = [o for o in operators if o[0] == "f" or o in ("demote", "promote")]
    return any(o not in MOVES for o in floats)


NANS = frozenset(op for op in OPS if _gives_nans(op))
RELAXATIONS = frozenset(op for op in OPS if op.feature == "relaxed-simd")
GROWTHS = frozenset((MEMORY_GROW, TABLE_GROW))
# Where the bits of a float get into what is none, or its sign into a number.
_LOOKS = re.compile(r"i\d+\.reinterpret_f|f\d+\.(store|copysign)$|f\d+x\d+\.(splat|replace_lane)$")
LOOKS = frozenset(op for op in OPS if _LOOKS.match(op.name))
OBSERVED = NANS | RELAXATIONS | GROWTHS | LOOKS


@dataclass(frozen=True, slots=True)
class Source:
    """An instruction at its place, of one of the three kinds."""

    instruction: str
    offset: int | None
    kind: str

    def __str__(self) -> str:
        return self.instruction + ("" if self.offset is None else f" at {self.offset:#x}")


class Growth(NamedTuple):
    """What an instruction made larger, by `n` pages or elements."""

    source: Source
    item: MemInst | TableInst
    n: int


@dataclass(slots=True)
class Sources:
    """Those of the step under way, and those of earlier steps that may have left something behind.

    `payloads` is whether a NaN may be other than canonical: an operand was, at some time; `spread` whether the
    bits of a NaN may have got elsewhere than into a NaN. `relaxed` and `grown` are results of this step, and what
    they may be elsewhere; `growths` are those that did not fail.
    """

    now: dict[Source, None] = field(default_factory=dict)
    earlier: dict[Source, None] = field(default_factory=dict)
    widths: set[int] = field(default_factory=set)  # of the NaNs that came about
    payloads: bool = False
    spread: bool = False
    relaxed: dict[int, list[LanesPattern]] = field(default_factory=dict)
    grown: set[int] = field(default_factory=set)
    growths: list[Growth] = field(default_factory=list)

    def begin(self, *, kept: bool) -> None:
        """A step begins; what those before did is forgotten unless `kept`."""
        if kept:
            self.earlier |= self.now
        else:
            self.earlier.clear()
            self.widths.clear()
            self.payloads = self.spread = False
        self.now.clear()
        self.relaxed.clear()
        self.grown.clear()
        self.growths.clear()

    def join(self, others: Sources) -> None:
        """What is in `others` may get here from now on, and what is here there."""
        self.earlier |= others.earlier | others.now
        self.widths |= others.widths
        self.payloads |= others.payloads
        self.spread |= others.spread

    def see(self, seen: Seen) -> None:
        """Judge an instruction that ran."""
        if seen.op in NANS:
            self._see_nans(seen)
        if seen.op in RELAXATIONS:
            self._see_relaxed(seen)
        if seen.op in GROWTHS:
            self._see_growth(seen)
        if seen.op in LOOKS:
            self.spread |= any(isinstance(v, float) and isnan(v) for v in seen.operands)

    def _add(self, seen: Seen, kind: str) -> Source:
        source = Source(seen.op.name, seen.offset, kind)
        if len(self.now) < KEPT:
            self.now[source] = None
        return source

    def _see_nans(self, seen: Seen) -> None:
        width = WIDTHS[seen.op.name.partition(".")[0]]
        if not any(_nans(seen.result, width)):
            return
        self._add(seen, NAN)
        self.widths.add(width)
        self.spread |= not isinstance(seen.result, float)
        other = "mote" in seen.op.name  # demotes or promotes
        of_operands = 96 - width if other else width
        bits = [b for v in seen.operands for b in _nans(v, of_operands)]
        if any(b & (1 << of_operands - 1) - 1 != CANONICAL[of_operands] for b in bits):
            self.payloads = True

    def _see_relaxed(self, seen: Seen) -> None:
        assert isinstance(seen.result, int)
        found = alternatives(seen.op, [v for v in seen.operands if isinstance(v, int)])
        if len(found) > 1 or None in found[0].lanes:
            self._add(seen, RELAXED)
            self.relaxed[seen.result] = found

    def _see_growth(self, seen: Seen) -> None:
        item = seen.held["mem_x" if seen.op is MEMORY_GROW else "table_x"]
        n, size = seen.operands[-1], seen.result
        assert isinstance(n, int)
        assert isinstance(size, int)
        assert isinstance(item, MemInst | TableInst)
        addresses = item.type.addr.bits
        failed = size == (1 << addresses) - 1
        most = 1 << addresses - 16 if isinstance(item, MemInst) else (1 << addresses) - 1
        if item.type.limits.max is not None:
            most = min(most, item.type.limits.max)
        if not failed or item.type.limits.min + n <= most:
            source = self._add(seen, GROWTH)
            self.grown.add(size)
            if not failed and len(self.growths) < KEPT:
                self.growths.append(Growth(source, item, n))


def _nans(value: Value, width: int) -> list[int]:
    """The bits of the NaNs in a float, or in the lanes of a vector, of `width` bits."""
    if isinstance(value, float):
        return [bits_of_float(width, value)] if isnan(value) else []
    assert isinstance(value, int)
    infinity = CANONICAL[width] & ~(CANONICAL[width] & -CANONICAL[width])
    magnitude = (1 << width - 1) - 1
    return [i for i in lanes(width, value) if i & magnitude > infinity]
