"""Tables as text, 80 columns wide."""

from __future__ import annotations

import math
import textwrap

from benchmarks.model import Figure, Table

WIDTH = 80


def render_table(table: Table) -> str:
    """`table` as lines: what it is, how it was measured, its figures, what is missing."""
    lines = [table.title, "-" * len(table.title), *textwrap.wrap(table.how, WIDTH)]
    if table.figures:
        headings = ("best", "min", "median", "max")
        lines.append(f"{'':32}" + "".join(f"{h:>9}" for h in headings) + f"  {'bar'}")
        lines += map(_line, table.figures)
    for text in table.missing:
        lines += textwrap.wrap(f"Not measured: {text}", WIDTH, subsequent_indent="    ")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _line(figure: Figure) -> str:
    name = f"{figure.name}, {figure.unit}"
    values = (figure.best, figure.minimum, figure.median, figure.maximum)
    return f"{name:32.32}" + "".join(f"{_number(v):>9}" for v in values) + f"  {figure.bar}"


def _number(value: float) -> str:
    """Three digits that count, without an exponent."""
    decimals = 2 - math.floor(math.log10(value)) if value > 0 else 0
    return f"{value:.{min(max(decimals, 0), 6)}f}"


def render_machine(about: dict[str, str | int], rounds: int) -> str:
    """Where the tables come from."""
    text = (
        f"refwasm {about['refwasm']}, {about['python']} ({about['build']} build), "
        f"{about['platform']}, {about['cores']} cores; {rounds} rounds. Of each figure the best "
        "round, then the least, the median and the greatest; of a ratio, best against best, then "
        "round by round."
    )
    return textwrap.fill(text, WIDTH) + "\n"
