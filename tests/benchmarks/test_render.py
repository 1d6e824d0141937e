"""Tables as text."""

from __future__ import annotations

import pytest

from benchmarks.model import Figure, Table
from benchmarks.render import WIDTH, render_machine, render_table


def test_table() -> None:
    figures = (Figure("fib(24)", "s", 0.25, 0.25, 0.5, 123.4, "<= 1"),)
    assert render_table(Table("t", "Title", "How.", figures, ("npm is not here.",))) == (
        "Title\n"
        "-----\n"
        "How.\n"
        "                                     best      min   median      max  bar\n"
        "fib(24), s                          0.250    0.250    0.500      123  <= 1\n"
        "Not measured: npm is not here.\n"
    )


@pytest.mark.parametrize("value", [1e-5, 0.0123456, 1, 99.99, 123456.7], ids=str)
def test_fits_a_terminal(value: float) -> None:
    figure = Figure("a long name " * 5, "MB/s", value, value, value, value, ">= 100")
    lines = render_table(Table("t", "T", "how " * 50, (figure,), ("missing " * 30,))).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert not any("e" in line[32:] for line in lines if line.startswith("a long"))


def test_machine() -> None:
    about: dict[str, str | int] = {"refwasm": "1", "python": "CPython 3.11", "build": "plain",
                                   "platform": "Linux x", "cores": 2}  # fmt: skip
    text = render_machine(about, 5)
    assert text.startswith("refwasm 1, CPython 3.11 (plain build), Linux x, 2 cores; 5 rounds.")
    assert max(map(len, text.splitlines())) <= WIDTH
