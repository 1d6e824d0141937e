"""Tables and grids as text."""

from __future__ import annotations

import pytest

from benchmarks.model import Figure, Grid, Row, Table
from benchmarks.text import WIDTH, render_grid, render_machine, render_table


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


def figure(value: float, bar: str = "") -> Figure:
    return Figure("f", "x", value, value, value, value, bar)


def test_grid() -> None:
    rows = (
        Row("fib", (figure(0.25), figure(12.34), figure(0.0001234))),
        Row("trees", (figure(0.5), figure(123.4), None)),
    )
    summary = (Row("geometric mean of 1", (None, figure(12.3, ">= 8"), figure(1))),)
    columns = ("seconds", "WABT", "reference")
    assert render_grid(Grid("g", "Title", "How.", columns, rows, summary, ("a peer.",))) == (
        "Title\n"
        "-----\n"
        "How.\n"
        "           seconds   WABT reference\n"
        "fib          0.250   12.3    0.0001\n"
        "trees        0.500    123         -\n"
        "\n"
        "geometric mean of 1  12.3      1.00\n"
        "  bar                >= 8\n"
        "Not measured: a peer.\n"
    )


def test_grid_of_all_fits_a_terminal() -> None:
    columns = ("seconds", "interpret", "auto", "WABT", "reference", "pywasm", "wasm3", "wasmtime")
    row = Row("mandelbrot", tuple(map(figure, (0.1234, 1234.5, 0.00001, 1, 12.3, 200, 3, 4))))
    lines = render_grid(Grid("g", "T", "how " * 50, columns, (row,))).splitlines()
    assert max(map(len, lines)) <= WIDTH


def test_machine() -> None:
    about: dict[str, str | int] = {"refwasm": "1", "python": "CPython 3.11", "build": "odd",
                                   "platform": "Linux x", "cores": 2}  # fmt: skip
    text = render_machine(about, 5)
    assert text.startswith("refwasm 1, CPython 3.11 (build odd), Linux x, 2 cores; 5 rounds.")
    assert max(map(len, text.splitlines())) <= WIDTH
