"""Figures of rounds, and what becomes JSON."""

from __future__ import annotations

import json

from benchmarks.model import (
    Figure,
    Table,
    document,
    geometric,
    highest,
    least,
    lowest,
    machine,
    ratio,
)


def test_lowest() -> None:
    assert lowest("f", "s", [3, 1, 2], "<= 4") == Figure("f", "s", 1, 1, 2, 3, "<= 4")


def test_highest() -> None:
    assert highest("f", "MB/s", [3, 1, 2]) == Figure("f", "MB/s", 3, 1, 2, 3)


def test_ratio_is_of_the_best_and_of_each_round() -> None:
    assert ratio("f", [1, 2, 4], [8, 10, 12]) == Figure("f", "x", 8, 3, 5, 8)


def test_geometric_mean_of_each_number() -> None:
    figures = [Figure("a", "x", 2, 1, 4, 8), Figure("b", "x", 8, 4, 9, 2)]
    assert geometric("m", figures, ">= 1") == Figure("m", "x", 4, 2, 6, 4, ">= 1")


def test_least_by_the_best() -> None:
    figures = [Figure("a", "x", 2, 1, 4, 8), Figure("b", "x", 8, 0.5, 9, 2)]
    assert least("l", figures) == Figure("l", "x", 2, 1, 4, 8)


def test_nothing_stands_for_what_is_not_there() -> None:
    assert geometric("m", [Figure("a", "x", 2, 1, 4, 8), None]) is None
    assert least("m", [Figure("a", "x", 2, 1, 4, 8), None]) is None
    assert geometric("m", []) is None


def test_document() -> None:
    table = Table("t", "T", "how", (lowest("f", "s", [1]),), ("a peer",))
    found = json.loads(json.dumps(document(machine(2), 1, [table])))
    assert {*found} == {
        "format",
        "refwasm",
        "python",
        "build",
        "platform",
        "cores",
        "rounds",
        "tables",
    }
    (figure,) = found["tables"][0]["figures"]
    assert figure == {"name": "f", "unit": "s", "best": 1, "minimum": 1, "median": 1, "maximum": 1,
                      "bar": ""}  # fmt: skip
