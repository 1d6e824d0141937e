"""Figures of rounds, and what becomes JSON."""

from __future__ import annotations

import json

from benchmarks.model import Figure, Table, document, highest, lowest, machine, ratio


def test_lowest() -> None:
    assert lowest("f", "s", [3, 1, 2], "<= 4") == Figure("f", "s", 1, 1, 2, 3, "<= 4")


def test_highest() -> None:
    assert highest("f", "MB/s", [3, 1, 2]) == Figure("f", "MB/s", 3, 1, 2, 3)


def test_ratio_is_of_the_best_and_of_each_round() -> None:
    assert ratio("f", [1, 2, 4], [8, 10, 12]) == Figure("f", "x", 8, 3, 5, 8)


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
