"""What relaxed instructions may give: our own result is among it, and the shipped vectors agree."""

from __future__ import annotations

from fractions import Fraction
from math import copysign, inf, isnan, nan
from random import Random

import pytest

from refwasm.generated.interpreter import FORMS
from refwasm.numerics.floats import float_of_bits, fround_exact
from refwasm.oracle.relaxed import alternatives, fma
from refwasm.oracle.sources import RELAXATIONS
from refwasm.script.commands import VecConst
from refwasm.script.values import matches
from refwasm.syntax.instructions import Op

BYTES = (0, 1, 0x7F, 0x80, 0xFF, 0x3F, 0xBF, 0xC0)


def result(op: Op, vs: list[int]) -> int:
    """What the row gives in our profile."""
    form = FORMS[op]
    assert form.step is not None
    registers: list[int] = [0, *vs]
    form.step(0, *range(1, len(vs) + 1))(registers)
    return registers[0]


@pytest.mark.parametrize("op", sorted(RELAXATIONS, key=str), ids=str)
def test_our_own_result_is_allowed(op: Op) -> None:
    random = Random(op.name)
    for _ in range(200):
        vs = [
            int.from_bytes(bytes(random.choices(BYTES, k=16)), "little")
            for _ in range(FORMS[op].operands)
        ]
        own = VecConst(result(op, vs))
        found = alternatives(op, vs)
        assert any(matches(own, pattern) for pattern in found)


FUSED = [
    (0x3FF0000000000001, 0x3FF0000000000001, 0xBFF0000000000002),
    (0x3FF0000000000000, 0x3FF0000000000000, 0xBFF0000000000000),
]


@pytest.mark.parametrize("bits", FUSED)
def test_fused(bits: tuple[int, int, int]) -> None:
    z1, z2, z3 = (float_of_bits(64, i) for i in bits)
    exact = Fraction(z1) * Fraction(z2) + Fraction(z3)
    assert fma(64, z1, z2, z3) == fround_exact(64, exact)


def test_fused_with_what_is_not_finite() -> None:
    assert fma(32, inf, 1.0, 1.0) == inf
    assert isnan(fma(32, inf, 0.0, 1.0))
    assert isnan(fma(32, nan, 0.0, 1.0))
    assert copysign(1, fma(64, -0.0, 1.0, -0.0)) == -1
    big = float_of_bits(64, 0x7FE0000000000000)
    assert fma(64, big, 2.0, -big) == big  # in two steps this overflows
