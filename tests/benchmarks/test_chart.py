"""Pictures of grids."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from benchmarks.chart import LEFT, MARKS, RIGHT, WIDTH, decades, render_chart
from benchmarks.model import Figure, Grid, Row

SVG = "{http://www.w3.org/2000/svg}"


def figure(value: float) -> Figure:
    return Figure("f", "x", value, value, value, value)


def picture() -> ET.Element:
    rows = (
        Row("fib", (figure(1), figure(3), figure(0.5), figure(200))),
        Row("<simd>", (figure(1), figure(3), None, figure(2))),
    )
    mean = Row("geometric mean of 1", (None, figure(3), figure(0.5), figure(200)))
    columns = ("seconds", "auto", "WABT", "pywasm")
    return ET.fromstring(render_chart(Grid("kernels", "T & U", "", columns, rows, (mean, mean))))


def test_a_mark_for_each_figure_of_a_peer() -> None:
    titles = [mark.findtext(f"{SVG}title") for mark in picture().iter(f"{SVG}path")]
    assert titles == [
        "WABT",
        "pywasm",
        "fib, WABT: 0.5",
        "fib, pywasm: 200",
        "<simd>, pywasm: 2",
        "geometric mean of 1, WABT: 0.5",
        "geometric mean of 1, pywasm: 200",
    ]


def test_marks_stand_on_the_scale() -> None:
    xs = {}
    for mark in picture().iter(f"{SVG}path"):
        found = re.match(r"translate\(([\d.]+) ", mark.attrib["transform"])
        assert found
        xs[mark.findtext(f"{SVG}title")] = float(found[1])
    lines = [float(line.attrib["x1"]) for line in picture().iter(f"{SVG}line")]
    assert lines == pytest.approx(
        [LEFT + k / 4 * (WIDTH - LEFT - RIGHT) for k in range(5)], abs=0.1
    )
    assert lines[0] < xs["fib, WABT: 0.5"] < lines[1] < xs["<simd>, pywasm: 2"] < lines[2]
    assert lines[3] < xs["fib, pywasm: 200"] < lines[4]


def test_it_says_what_it_shows() -> None:
    texts = [text.text for text in picture().iter(f"{SVG}text")]
    assert {"fib", "<simd>", "geometric mean", "1/10", "1x", "100x", "WABT"} <= {*texts}
    assert "refwasm's fast tier beside others. T & U" in texts
    assert "prefers-color-scheme:dark" in str(picture().findtext(f"{SVG}style"))


@pytest.mark.parametrize(
    ("values", "expected"), [([0.5, 200], (-1, 3)), ([1], (0, 1)), ([10, 100], (1, 2))]
)
def test_decades(values: list[float], expected: tuple[int, int]) -> None:
    assert decades(values) == expected


def test_marks_differ() -> None:
    assert len({colour for colour, _ in MARKS.values()}) == len(MARKS)
    assert len({path for _, path in MARKS.values()}) == len(MARKS)
