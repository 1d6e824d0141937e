"""Tables and grids as text, 80 columns wide."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

from benchmarks.model import Figure, Grid, Row, Table

WIDTH = 80
NAMES = 10  # columns for the names of a grid's rows


def render_table(table: Table) -> str:
    """`table` as lines: what it is, how it was measured, its figures, what is missing."""
    lines = _head(table)
    if table.figures:
        headings = ("best", "min", "median", "max")
        lines.append(f"{'':32}" + "".join(f"{h:>9}" for h in headings) + f"  {'bar'}")
        lines += map(_line, table.figures)
    return _join([*lines, *_missing(table)])


def render_grid(grid: Grid) -> str:
    """`grid` as lines; the bars stand below what they are of."""
    lines = _head(grid)
    lines.append(_cells("", grid.columns, grid.columns))
    lines += [_cells(row.name, grid.columns, _values(row)) for row in grid.rows]
    lines.append("")
    for row in grid.summary:
        lines.append(_cells(row.name, grid.columns, _values(row)))
        bars = [cell.bar if cell else "" for cell in row.cells]
        if any(bars):
            lines.append(_cells("  bar", grid.columns, bars))
    return _join([*lines, *_missing(grid)])


def _head(table: Table | Grid) -> list[str]:
    return [table.title, "-" * len(table.title), *textwrap.wrap(table.how, WIDTH)]


def _missing(table: Table | Grid) -> list[str]:
    return [
        line
        for text in table.missing
        for line in textwrap.wrap(f"Not measured: {text}", WIDTH, subsequent_indent="    ")
    ]


def _join(lines: Sequence[str]) -> str:
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _cells(name: str, columns: Sequence[str], values: Sequence[str]) -> str:
    """A line of a grid. Its first words may take the place of empty cells."""
    cells = [f"{value:>{max(len(c), 6)}}" for c, value in zip(columns, values, strict=True)]
    line = f"{'':{NAMES}} {' '.join(cells)}"
    return name + line[len(name) :]


def _values(row: Row) -> list[str]:
    return [
        _number(cell.best, 4) if cell else "" if k == 0 else "-" for k, cell in enumerate(row.cells)
    ]


def _line(figure: Figure) -> str:
    name = f"{figure.name}, {figure.unit}"
    values = (figure.best, figure.minimum, figure.median, figure.maximum)
    return f"{name:32.32}" + "".join(f"{_number(v):>9}" for v in values) + f"  {figure.bar}"


def _number(value: float, most: int = 6) -> str:
    """Three digits that count, without an exponent, and at most so many decimals."""
    decimals = 2 - math.floor(math.log10(value)) if value > 0 else 0
    return f"{value:.{min(max(decimals, 0), most)}f}"


def render_machine(about: dict[str, str | int], rounds: int) -> str:
    """Where the tables come from."""
    text = (
        f"refwasm {about['refwasm']}, {about['python']} (build {about['build']}), "
        f"{about['platform']}, {about['cores']} cores; {rounds} rounds. Of each figure the best "
        "round, then the least, the median and the greatest; of a ratio, best against best, then "
        "round by round."
    )
    return textwrap.fill(text, WIDTH) + "\n"
