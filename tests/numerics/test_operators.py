"""The numeric modules as a whole: one function for every operator that an instruction names."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from inspect import getmembers, isfunction
from pathlib import Path

import pytest

from refwasm.numerics import conversions, floats, integers, relaxed, vectors

INDEX = Path(__file__).parents[2] / "spec" / "instructions.csv"
FUNCTIONS = {
    name: f
    for module in (integers, floats, conversions, relaxed, vectors)
    for name, f in getmembers(module, isfunction)
    if f.__module__ == module.__name__
}


def anchor(f: Callable[..., object]) -> str:
    found = re.search(r"Spec: (\S+)$", (f.__doc__ or "").strip())
    return found[1] if found else ""


def test_every_operator_of_the_index_has_a_function() -> None:
    with INDEX.open(encoding="utf-8") as lines:
        operators = {row["operator"] for row in csv.DictReader(lines)} - {""}
    assert len(operators) == 80
    assert operators - {anchor(f) for f in FUNCTIONS.values()} == set()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_names_its_place_in_the_standard(name: str) -> None:
    assert re.match(r"(op|aux|exec)-\w", anchor(FUNCTIONS[name]))
