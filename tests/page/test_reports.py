"""The page on other reports: nine engines, expectations that came to nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refwasm.harness.report import badge, markdown
from refwasm.harness.report.html import render
from tests.harness.report.samples import SAMPLES
from tests.page.browser import Page


@pytest.mark.parametrize("width", [390, 768, 1180, 1200, 1280, 1366, 1440, 1920])
def test_the_list_of_nine_engines_is_not_cut(page: Page, nine: Path, width: int) -> None:
    page.size(width, 800, mobile=width < 700)
    page.open(nine)
    for name in ("instructions", "scripts-body")[: 1 if width < 1180 else 2]:
        assert page.js(f"byId('{name}').scrollWidth <= byId('{name}').clientWidth"), name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_unsupported_is_no_failure_among_the_scripts(page: Page, nine: Path, scheme: str) -> None:
    """Neither in colour nor in sign, nor to who hears it, and the legend says so."""
    page.media(prefers_color_scheme=scheme)
    page.open(nine)
    column = page.js("measured.findIndex(e => e.label === 'wasmi')") + 1
    texts = page.js(
        "[...document.querySelectorAll('.scripts .folder')].map("
        f"line => [...line.cells[{column}].querySelectorAll('.piece')].map(e => [e.className, e.textContent]))"
    )
    said = {tuple(piece) for pieces in texts for piece in pieces}
    assert ("piece unsupported", "\u2013\xa0369 unsupported") in said
    assert not any("failed" in kind + text for kind, text in said)
    colours = "(k => getComputedStyle(document.querySelector('.scripts .piece.' + k)).color)('{}')"
    found = {page.js(colours.format(kind)) for kind in ("passed", "failed", "unsupported")}
    assert len(found) == 3
    legend = page.js("document.querySelector('#scripts-body .legend').innerText").split()
    assert legend == ["12", "passed", "\xd7", "3", "failed", "\u2013", "3", "unsupported"]


def test_the_share_is_that_of_every_form(tab: Page, tmp_path: Path) -> None:
    """Of assertions: the module that passes does not count."""
    report = SAMPLES["beside"]()
    file = tmp_path / "report.html"
    file.write_text(render(report), "utf-8")
    tab.fresh()
    tab.open(file)
    cards = (
        "[...document.querySelectorAll('#engines .card:has(.of) .name')].map(e => e.textContent)"
    )
    assert tab.js(cards) == ["refwasm 100 % of assertions", "other 0.0 % of assertions"]
    lines = markdown.render(report).splitlines()
    head, *rows = [line.split(" | ") for line in lines if line.startswith("| ")][:4]
    shares = [row[head.index("share of assertions")] for row in rows[1:]]
    assert shares == ["100 %", "0.0 %"]
    said = [json.loads(badge.render(report, label))["message"] for label in ("refwasm", "other")]
    assert said == ["100% of assertions", "0.0% of assertions"]


def test_what_is_expected_in_vain_comes_first(tab: Page, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(SAMPLES["expected"]()), "utf-8")
    tab.fresh()
    tab.open(file)
    lines = tab.js("[...document.querySelectorAll('#stale li')].map(e => e.textContent)")
    assert lines == list(SAMPLES["expected"]().stale)
    assert tab.js("byId('stale').getBoundingClientRect().bottom < innerHeight / 2")
    assert "1 of them since they passed" in tab.js("byId('engines').innerText")
    file.write_text(render(SAMPLES["failing"]()), "utf-8")
    tab.open(file)
    assert tab.js("byId('stale').hidden")


def test_an_engine_that_does_not_start(tab: Page, tmp_path: Path) -> None:
    """It cannot be chosen, and what it said is there."""
    file = tmp_path / "report.html"
    file.write_text(render(SAMPLES["unfit"]()), "utf-8")
    tab.fresh()
    tab.open(file)
    [card] = tab.js("[...document.querySelectorAll('#engines .absent')].map(e => e.textContent)")
    assert card.startswith("other does not start wasm-run -W odd --version: exit code 2")
    assert tab.js("measured.length") == 1
