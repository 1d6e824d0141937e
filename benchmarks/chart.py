"""A grid as a picture: for each row a mark per peer, on a logarithmic scale. SVG, light and dark."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from benchmarks.model import Grid

WIDTH, LEFT, RIGHT, TOP, LINE = 720, 118, 28, 62, 21
# A colour that can be told from the others and read on light and on dark, and a shape of 10 by 10.
MARKS = {
    "WABT": ("#1f7fd0", "M-5-5h10v10h-10z"),
    "reference": ("#d9691f", "M0-6L6 5H-6z"),
    "pywasm": ("#2a9d55", "M0-6L6 0L0 6L-6 0z"),
    "wasm3": ("#a05ac8", "M-6-5H6L0 6z"),
    "wasmtime": ("#c8456f", "M-5-2h3v-3h4v3h3v4h-3v3h-4v-3h-3z"),
}
STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#30363d}.q{fill:#6a737d}"
    "line{stroke:#8b949e;stroke-opacity:.35}.one{stroke-opacity:1;stroke-width:1.5}"
    "@media(prefers-color-scheme:dark){text{fill:#d0d7de}.q{fill:#9aa4ae}}"
)


def render_chart(grid: Grid) -> str:
    """`grid` as the text of an SVG file."""
    columns = [(k, name) for k, name in enumerate(grid.columns) if name in MARKS]
    rows = [*grid.rows, *grid.summary[:1]]
    values = [cell.best for row in rows for k, _ in columns if (cell := row.cells[k]) is not None]
    low, high = decades([*values, 1.0])
    height = TOP + LINE * len(rows) + 34
    text = f"How many times as fast as each peer the fast tier of refwasm runs each kernel. {grid.title}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{escape(text)}</title>",
        f"<style>{STYLE}</style>",
        _text(0, 15, f"refwasm's fast tier beside others. {grid.title}"),
        *_legend([name for _, name in columns]),
        *_scale(low, high, TOP + LINE * len(rows)),
    ]
    for j, row in enumerate(rows):
        y = TOP + LINE * j + LINE / 2
        parts.append(_text(LEFT - 12, y + 4, row.name.partition(" of ")[0], "end"))
        parts += [
            _mark(name, _x(cell.best, low, high), y, f"{row.name}, {name}: {cell.best:.3g}")
            for k, name in columns
            if (cell := row.cells[k]) is not None
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def decades(values: list[float]) -> tuple[int, int]:
    """The powers of ten between which `values` lie."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _x(value: float, low: int, high: int) -> float:
    return LEFT + (math.log10(value) - low) / (high - low) * (WIDTH - LEFT - RIGHT)


def _scale(low: int, high: int, bottom: float) -> Iterator[str]:
    """A line for each power of ten, and what the two directions mean."""
    for power in range(low, high + 1):
        x = _x(10.0**power, low, high)
        kind = ' class="one"' if power == 0 else ""
        yield f'<line{kind} x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}"/>'
        label = f"{10**power}x" if power >= 0 else f"1/{10**-power}"
        yield _text(x, bottom + 15, label, "middle", "q")
    one = _x(1.0, low, high)
    yield _text(one - 8, bottom + 30, "refwasm is slower", "end", "q")
    yield _text(one + 8, bottom + 30, "refwasm is faster", "start", "q")


def _legend(names: list[str]) -> Iterator[str]:
    x = float(LEFT)
    for name in names:
        yield _mark(name, x, 38, name)
        yield _text(x + 11, 42, name)
        x += 42 + 7 * len(name)


def _mark(name: str, x: float, y: float, title: str) -> str:
    colour, path = MARKS[name]
    return (
        f'<path fill="{colour}" transform="translate({x:.1f} {y:.1f})" d="{path}">'
        f"<title>{escape(title)}</title></path>"
    )


def _text(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    about = f' text-anchor="{anchor}"' if anchor != "start" else ""
    about += f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{about}>{escape(text)}</text>'
