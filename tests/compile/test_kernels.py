"""Operators with their widths bound, where no instruction leads."""

from __future__ import annotations

from fractions import Fraction

import pytest

from refwasm.generated.kernels import fround_exact_32
from refwasm.numerics.floats import fround_exact


@pytest.mark.parametrize(
    "r",
    [2**2000, -(2**2000), Fraction(2**2000, 3), Fraction(1, 2**2000), Fraction(-1, 3), 2**24 + 1],
)
def test_numbers_beyond_any_float(r: Fraction | int) -> None:
    assert fround_exact_32(r) == fround_exact(32, r)
