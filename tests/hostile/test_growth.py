"""Inputs that grow: the right outcome, in time that grows no faster; at full size in `full.py`."""

from __future__ import annotations

import pytest

from tests.hostile.full import INPUTS
from tests.hostile.outcome import is_linear, outcome

PART = 400  # of the full size, so that all together are quick


@pytest.mark.parametrize("name", INPUTS)
def test_outcome_in_linear_time(name: str) -> None:
    make, limit, expected = INPUTS[name]
    small, large = make(limit // PART), make(4 * limit // PART)
    assert outcome(large).startswith(expected)
    assert is_linear(outcome, small, large)


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("n", [1, 2, 3])
def test_small_ones(name: str, n: int) -> None:
    assert outcome(INPUTS[name].make(n)).split(":")[0] in ("valid", "invalid", "malformed")
