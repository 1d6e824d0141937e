"""What relaxed vector instructions may give where their parameters are not those of our profile.

A parameter is the same at all times on one machine, hence for all lanes: so each function here gives a
lane for one choice of it.  Spec: relaxed-ops
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import copysign, isfinite, isnan

from refwasm.errors import Trap
from refwasm.numerics.conversions import extend_s, trunc_s, trunc_u
from refwasm.numerics.floats import bits_of_float, fround_exact
from refwasm.numerics.integers import iadd_sat_s, ibitselect, iq15mulrsat_s
from refwasm.numerics.relaxed import frelaxed_madd, frelaxed_max, frelaxed_min
from refwasm.numerics.vectors import flanes, lanes, vector
from refwasm.script.commands import LanesPattern, NanPattern
from refwasm.script.values import QUIET
from refwasm.syntax.instructions import Op
from refwasm.syntax.types import F32, F64

Lane = int | NanPattern | None
FLOATS = {32: F32, 64: F64}


def alternatives(op: Op, vs: Sequence[int]) -> list[LanesPattern]:
    """What the relaxed row `op` may give for the operands `vs`; one without a free lane if it has no choice.

    The bits of NaNs are no choice of relaxed instructions.
    """
    shape, _, name = op.name.partition(".")
    M = int(shape[1:].partition("x")[0])
    found = [
        LanesPattern(shape, tuple(choice))
        for choice in _choices(name.removeprefix("relaxed_"), M, vs)
    ]
    return list(dict.fromkeys(found))


def _choices(name: str, M: int, vs: Sequence[int]) -> list[list[Lane]]:
    """The lanes by each choice of the row's parameter, our own first."""
    if name in ("madd", "nmadd"):
        return _floats(M, (frelaxed_madd, fma), vs, negated=name == "nmadd")
    if name in ("min", "max"):
        own = frelaxed_min if name == "min" else frelaxed_max
        zero = -0.0 if name == "min" else 0.0
        others = (_first(own), _second(own), _other(own, zero))
        return _floats(M, (own, *others), vs)
    if name.startswith("trunc"):
        return _truncations(name, vs[0])
    if name == "q15mulr_s":
        pairs = [*zip(lanes(16, vs[0]), lanes(16, vs[1]), strict=True)]
        least = (0x8000, 0x8000)
        own_lanes = [iq15mulrsat_s(16, *pair) for pair in pairs]
        return [
            [*own_lanes],
            [0x8000 if p == least else i for p, i in zip(pairs, own_lanes, strict=True)],
        ]
    if name == "laneselect":
        triples = [*zip(*(lanes(M, v) for v in vs), strict=True)]
        top = [(1 << M) - 1 if i3 >> M - 1 else 0 for _, _, i3 in triples]
        return [
            [ibitselect(M, *triple) for triple in triples],
            [ibitselect(M, i1, i2, i) for (i1, i2, _), i in zip(triples, top, strict=True)],
        ]
    if name == "swizzle":
        source, at = lanes(8, vs[0]), lanes(8, vs[1])
        return [
            [source[j] if j < 16 else 0 for j in at],
            [source[j % 16] if j < 128 else 0 for j in at],
        ]
    assert name.startswith("dot"), name
    return [[*_dot(extend_s, vs)], [*_dot(lambda M, N, i: i, vs)]]


def _floats(
    M: int,
    ways: Sequence[Callable[..., float]],
    vs: Sequence[int],
    *,
    negated: bool = False,
) -> list[list[Lane]]:
    """The lanes by each of `ways`; where any is a NaN, its bits are free besides."""
    operands = [*zip(*(flanes(M, v) for v in vs), strict=True)]
    if negated:
        operands = [(-z1, *zs) for z1, *zs in operands]
    return [[_float(M, way(M, *zs)) for zs in operands] for way in ways]


def _float(M: int, z: float) -> Lane:
    """The lane `z`; a NaN that is quiet may be any, a signalling one can only be an operand's."""
    bits = bits_of_float(M, z)
    quiet = bits & QUIET[FLOATS[M]] == QUIET[FLOATS[M]]
    return NanPattern(FLOATS[M], canonical=False) if isnan(z) and quiet else bits


def fma(N: int, z1: float, z2: float, z3: float) -> float:
    """`z1 * z2 + z3`, rounded once.  Spec: op-fma"""
    twice = frelaxed_madd(N, z1, z2, z3)
    if not (isfinite(z1) and isfinite(z2) and isfinite(z3)):
        return twice
    exact = Fraction(z1) * Fraction(z2) + Fraction(z3)
    return fround_exact(N, exact) if exact else twice  # zeros have the sign that two steps give


def _special(z1: float, z2: float) -> bool:
    """Whether there is a choice: for a NaN, and for zeros of opposite signs."""
    return isnan(z1) or isnan(z2) or (z1 == z2 == 0 and copysign(1, z1) != copysign(1, z2))


def _first(own: Callable[[int, float, float], float]) -> Callable[[int, float, float], float]:
    return lambda N, z1, z2: z1 if _special(z1, z2) else own(N, z1, z2)


def _second(own: Callable[[int, float, float], float]) -> Callable[[int, float, float], float]:
    return lambda N, z1, z2: z2 if _special(z1, z2) else own(N, z1, z2)


def _other(
    own: Callable[[int, float, float], float], zero: float
) -> Callable[[int, float, float], float]:
    """The operand that is no NaN, and `zero` of two."""

    def choose(N: int, z1: float, z2: float) -> float:
        if not _special(z1, z2):
            return own(N, z1, z2)
        return z2 if isnan(z1) else z1 if isnan(z2) else zero

    return choose


def _truncations(name: str, v: int) -> list[list[Lane]]:
    """Truncated lanes, any where a float has no integer."""
    M = 64 if "f64x2" in name else 32
    trunc = trunc_s if "_s" in name.removeprefix("trunc") else trunc_u
    found: list[Lane] = []
    for z in flanes(M, v):
        try:
            found.append(trunc(M, 32, z))
        except Trap:
            found.append(None)
    return [found + [0] * (4 - len(found))]


def _dot(extend: Callable[[int, int, int], int], vs: Sequence[int]) -> tuple[int, ...]:
    """The dot product of bytes, the second ones extended by `extend`; added to `vs[2]` if it is there."""
    pairs = zip(lanes(8, vs[0]), lanes(8, vs[1]), strict=True)
    products = [extend_s(8, 16, i1) * extend(8, 16, i2) % (1 << 16) for i1, i2 in pairs]
    sums = [iadd_sat_s(16, i, j) for i, j in zip(products[::2], products[1::2], strict=True)]
    if len(vs) == 2:
        return tuple(sums)
    wide = [extend_s(16, 32, i) for i in sums]
    added = [i + j for i, j in zip(wide[::2], wide[1::2], strict=True)]
    total = [(i + j) % (1 << 32) for i, j in zip(added, lanes(32, vs[2]), strict=True)]
    return lanes(32, vector(32, total))
