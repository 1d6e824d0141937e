"""Sums and differences of all lanes at once."""

from __future__ import annotations

import ast
from itertools import product

import pytest

from codegen.lanes import FORMS, LANEWISE, at_once
from refwasm.numerics.integers import iadd, isub
from refwasm.numerics.vectors import ivbinop, vector


@pytest.mark.parametrize("M", [8, 16, 32, 64])
@pytest.mark.parametrize(("f", "sign"), [(iadd, "+"), (isub, "-")])
def test_no_lane_touches_its_neighbour(M, f, sign) -> None:
    each = f"i1 {sign} i2 & {2**M - 1}"
    text = FORMS[LANEWISE.format(M=M, each=each)]
    function = eval(f"lambda v1, v2: {text}")
    edges = [0, 1, 2 ** (M - 1) - 1, 2 ** (M - 1), 2**M - 1]
    for i1, i2, j1, j2 in product(edges, repeat=4):
        v1, v2 = (vector(M, [i, j] * (64 // M)) for i, j in ((i1, j1), (i2, j2)))
        assert function(v1, v2) == ivbinop(M, f, v1, v2)


def test_other_expressions_stay() -> None:
    assert at_once(ast.parse("v1 + v2", mode="eval").body) is None
