"""The page in a browser: search, filters, mouse, keyboard, addresses, light and dark, widths, paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from refwasm.harness.report.html import render
from tests.harness.report.samples import SAMPLES
from tests.page.browser import Page

NAMES = "[...document.querySelectorAll('#instructions tbody .link')].map(e => e.textContent)"
CASES = "[...document.querySelectorAll('#failures .cases > li')].map(e => e.innerText)"
FOUND = "byId('count').textContent"
OPEN = "document.querySelector('#detail-heading')?.textContent ?? ''"
CELL = "document.querySelector('[data-place=\"' + placeOf.get({0}) + '\"]')"


def cell(name: str) -> str:
    """The cell of an instruction, as JavaScript."""
    return CELL.format(json.dumps(name))


def search(page: Page, query: str) -> list[str]:
    """The names of the instructions that are left when `query` is typed."""
    page.key("/")
    page.js("byId('query').select()")
    page.type(query)
    page.wait(f"state.q === {json.dumps(query)}")
    names: list[str] = page.js(NAMES)
    return names


def choose(page: Page, name: str, value: str) -> None:
    page.js(
        f"byId('{name}').value = {json.dumps(value)};"
        f"byId('{name}').dispatchEvent(new Event('change', {{bubbles: true}}))"
    )


def test_it_opens_soon_and_whole(page: Page, file: Path) -> None:
    assert file.stat().st_size < 5_000_000
    times = []
    for _ in range(3):
        page.open(file)
        times.append(page.seconds())
    assert min(times) < 2
    assert page.js("commands.length") > 3_000
    assert page.js("cells.length") == page.js("rows.length")
    assert page.js("document.querySelectorAll('#failures .cases > li').length") == 25


def test_nothing_moves_when_the_evidence_comes(page: Page) -> None:
    moved = page.js(
        "new Promise(done => new PerformanceObserver(list => done(list.getEntries()"
        ".reduce((sum, e) => sum + e.value, 0))).observe({type: 'layout-shift', buffered: true})"
        " || setTimeout(() => done(0), 300))"
    )
    assert moved < 0.01


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("i32.div_s", ["i32.div_s"]),
        ("fd 0e", ["i8x16.swizzle"]),
        ("0x6d", ["i32.div_s"]),
        ("FD 100", ["i8x16.relaxed_swizzle"]),
        ("unaligned nonsense", []),
        ("op-idiv", ["i32.div_s", "i32.div_u", "i64.div_s", "i64.div_u"]),
        ("divide by zero i64", ["i64.div_s", "i64.div_u", "i64.rem_s", "i64.rem_u"]),
    ],
)
def test_search(page: Page, query: str, names: list[str]) -> None:
    assert sorted(search(page, query)) == names
    assert page.js(FOUND).startswith(f"{len(names)} of ")
    assert page.js(f"{cell('nop')}.classList.contains('out')")
    assert page.js(f"{cell(names[0])}.classList.contains('out')") is False if names else True
    page.key("Escape")
    assert page.js("state.q") == "" and len(page.js(NAMES)) == page.js("rows.length")
    assert page.js(FOUND) == ""


def test_search_for_a_feature_a_script_and_evidence(page: Page) -> None:
    assert set(search(page, "relaxed-simd")) == set(
        page.js("rows.filter(r => r.feature === 'relaxed-simd').map(r => r.key)")
    )
    names = search(page, "memory.grow.wast")
    assert "memory.grow" in names and "i32.const" in names and "nop" not in names
    assert page.js("document.querySelectorAll('#scripts-body .script:not([hidden])').length") == 1
    page.click("#tab-failures")
    assert all("core/memory.grow.wast" in text for text in page.js(CASES))
    got = page.js("commands.flatMap(c => c.results).find(r => r.got.startsWith('(i32')).got")
    search(page, got)
    assert [got in text for text in page.js(CASES)] == [True]


def test_filters(page: Page) -> None:
    choose(page, "feature", "gc")
    assert len(page.js(NAMES)) == page.js("rows.filter(r => r.feature === 'gc').length")
    choose(page, "status", "failed")
    names = page.js(NAMES)
    assert "array.get_s" in names and len(names) < page.js(
        "rows.filter(r => r.feature === 'gc').length"
    )
    assert page.js(
        f"{json.dumps(names)}.every(n => measured.some(e => statusOf(e, placeOf.get(n)) === 'failed'))"
    )
    choose(page, "feature", "")
    choose(page, "folder", "core/simd")
    choose(page, "status", "")
    assert "f32x4.min" in page.js(NAMES) and "i64.rem_u" not in page.js(NAMES)
    page.click("#tab-failures")
    assert all("core/simd/" in text for text in page.js(CASES))
    page.click("#clear")
    choose(page, "status", "differs")
    assert "struct.new" in page.js(NAMES) and "nop" not in page.js(NAMES)
    page.click("#clear")
    assert page.js("byId('status').value") == "" and page.js("byId('clear').disabled")


@pytest.mark.parametrize("engine", ["", "refwasm"])
def test_a_folder_leaves_what_its_scripts_exercise(page: Page, engine: str) -> None:
    """Whether that passed or not."""
    page.js(f"update({{engine: '{engine}'}})")
    choose(page, "folder", "core/gc")
    names = page.js(NAMES)
    gc = page.js("rows.filter(r => r.feature === 'gc').map(r => r.key)")
    assert set(gc) <= set(names) and "i32.const" in names
    assert not {"nop", "f32x4.min", "i64.rem_u"} & set(names)
    assert page.js(FOUND).startswith(f"{len(names)} of 499 instructions exercised in core/gc")
    assert "Figures are those of the whole run" in page.js("byId('instructions').innerText")


def test_an_instruction_by_mouse(page: Page) -> None:
    place = page.js("placeOf.get('i64.rem_u')")
    page.click(f"td[data-place='{place}']")
    assert page.js(OPEN) == "i64.rem_u"
    text = page.js("byId('detail').innerText")
    for words in ("i1:i64 i2:i64 -> i64", "mvp", "“integer divide by zero” seen", "82"):
        assert words in text
    links = page.js("[...document.querySelectorAll('#detail dd a')].map(a => a.href)")
    assert "https://webassembly.github.io/spec/core/exec/numerics.html#op-irem" in links
    figures = page.js("[...document.querySelectorAll('#detail .figures tbody tr')].length")
    assert figures == 6
    first = page.js("document.querySelector('#detail .cases > li').innerText")
    for words in (".wast:", "assert_", "beta", "expected", "got", "(assert_return (invoke"):
        assert words in first
    page.click("#close")
    assert page.js("byId('detail').hidden") and page.js("byId('lists').hidden") is False


def test_the_list_is_sorted_by_what_is_clicked(page: Page) -> None:
    assert page.js(NAMES)[0] == "i8x16.swizzle"
    scores = page.js("sorted(shownEngines()).map(p => highest(shownEngines(), p))")
    assert scores == sorted(scores, reverse=True)
    page.click("[data-sort=name]")
    names = page.js(NAMES)
    assert names == sorted(names)
    assert page.js("document.activeElement.dataset.sort") == "name"
    page.click("[data-sort=name]")
    assert page.js(NAMES) == sorted(names, reverse=True)
    page.click("[data-sort=opcode]")
    assert page.js(NAMES)[:2] == ["unreachable", "nop"]
    page.click("#instructions tbody .link")
    assert page.js(OPEN) == "unreachable"


def test_the_map_by_keyboard(page: Page) -> None:
    page.js("cells[current].focus()")
    at = "rows[placeAt(document.activeElement)].key"
    steps = [("ArrowRight", "nop"), ("ArrowDown", "call_indirect"), ("ArrowLeft", "call"),
             ("ArrowUp", "unreachable"), ("End", "return"), ("PageDown", "struct.new"),
             ("PageDown", "i32.trunc_sat_f32_s"), ("PageDown", "v128.load"),
             ("PageUp", "i32.trunc_sat_f32_s"), ("ArrowUp", "array.new_fixed")]  # fmt: skip
    steps[-1] = ("ArrowUp", page.js("rows.find(r => r.opcode === 'FB 10').key"))
    for key, name in steps:
        page.key(key)
        assert page.js(at) == name, key
    page.key("Home", control=True)
    assert page.js(at) == "unreachable"
    assert page.js("document.querySelectorAll('.grid [tabindex=\"0\"]').length") == 1
    assert "unreachable" in page.js("byId('readout').textContent")
    page.key("Enter")
    assert page.js(OPEN) == "unreachable"
    assert page.js("document.activeElement.id") == "detail-heading"
    page.key("Escape")
    assert page.js("byId('detail').hidden") and page.js(at) == "unreachable"
    page.key(" ")
    assert page.js(OPEN) == "unreachable"


def test_tabs_and_more_by_keyboard(page: Page) -> None:
    page.js("byId('tab-instructions').focus()")
    page.key("ArrowRight")
    assert page.js("document.activeElement.id") == "tab-failures"
    assert page.js("byId('failures').hidden") is False
    page.js("document.querySelector('#failures .more').focus()")
    page.key("Enter")
    items = "document.querySelectorAll('#failures .cases > li')"
    assert page.js(f"{items}.length") == 50
    assert page.js(f"document.activeElement === {items}[25]")


def test_a_slash_can_be_typed_into_the_search(page: Page) -> None:
    search(page, "core/simd")
    assert page.js("byId('query').value") == "core/simd"


def test_engines(page: Page) -> None:
    assert page.js(f"{cell('memory.grow')}.className").startswith("cell mixed")
    assert re.fullmatch(
        r"memory.grow, 40: refwasm, .* epsilon: passed; gamma: failed in \d+ assertions, implicated 0.\d\d",
        page.js(f"{cell('memory.grow')}.getAttribute('aria-label')"),
    )
    page.click("#engines input[value=gamma]")
    assert page.js(f"{cell('memory.grow')}.className") == "cell failed explains"
    assert page.js(f"{cell('i64.rem_u')}.className") in ("cell passed", "cell failed")
    assert page.js(f"{cell('struct.new')}.className") == "cell unsupported"
    assert page.js("location.hash") == "#engine=gamma"
    page.click("#engines input[value=refwasm]")
    assert page.js("document.querySelectorAll('.grid .failed').length") == 0
    page.js("document.querySelector('#engines input[value=refwasm]').focus()")
    page.key("ArrowRight")
    assert page.js("state.engine") == "alpha"
    text = page.js("byId('engines').innerText + byId('run').innerText")
    for words in ("zeta", "not measured", "no program wasm-run", "the process died twice"):
        assert words in text
    assert "1 instruction explains all failures" in text and "br_table" in text


def test_excused_failures_are_told(page: Page) -> None:
    search(page, "known: issue 7")
    page.click("#tab-failures")
    assert page.js(CASES) and all("excused" in text for text in page.js(CASES))


def test_addresses(page: Page, file: Path) -> None:
    page.open(file, "#engine=beta&i=i64.rem_u&q=rem&sort=name")
    assert page.js(OPEN) == "i64.rem_u" and page.js("byId('query').value") == "rem"
    assert page.js("document.querySelector('#engines input:checked').value") == "beta"
    page.open(file, "#engine=nothing&i=no.such&script=no.such&status=other")
    assert page.js("state.engine + state.i") == ""
    page.open(file)
    place = page.js("placeOf.get('nop')")
    page.click(f"td[data-place='{place}']")
    assert page.js("location.hash") == "#i=nop"
    page.js("history.back()")
    page.wait("state.i === ''")
    assert page.js("byId('detail').hidden")
    page.js("history.forward()")
    page.wait("state.i === 'nop'")
    page.js("location.hash = '#i=drop'")
    page.wait(f"({OPEN}) === 'drop'")


def test_scripts(page: Page) -> None:
    fold = "[...document.querySelectorAll('.fold')].find(b => b.textContent.startsWith('core/gc'))"
    page.js(f"{fold}.click()")
    assert page.js(f"{fold}.getAttribute('aria-expanded')") == "true"
    assert page.js("document.querySelectorAll('.script:not([hidden])').length") == 32
    page.js("document.querySelector('.script:not([hidden]) .link').click()")
    assert page.js(OPEN).startswith("core/gc/")
    assert page.js("state.script") == page.js(OPEN)
    assert "Unsupported or skipped" in page.js("byId('detail').innerText")
    page.click("#engines input[value=delta]")
    heads = page.js("[...document.querySelectorAll('.scripts thead th')].map(e => e.textContent)")
    assert heads[:4] == ["folder", "commands", "assertions", "pass"]


def test_texts_are_never_markup(page: Page) -> None:
    search(page, "<!--")
    page.click("#tab-failures")
    assert any("</script><!-- \u2028 <b>&amp;" in text for text in page.js(
        "[...document.querySelectorAll('#failures pre')].map(e => e.textContent)"))  # fmt: skip
    assert page.js("document.querySelectorAll('#failures b').length") == 0


def luminance(page: Page) -> float:
    colour = page.js("getComputedStyle(document.documentElement).backgroundColor")
    return sum(int(part) for part in colour[4:-1].split(","))


def test_light_and_dark(page: Page) -> None:
    light = luminance(page)
    page.media(prefers_color_scheme="dark")
    dark = luminance(page)
    assert dark < 150 < 600 < light
    assert page.js("byId('theme').getAttribute('aria-pressed')") == "true"
    page.click("#theme")
    assert luminance(page) == light
    page.media(prefers_color_scheme="light")
    page.click("#theme")
    assert luminance(page) == dark


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1366, 1920])
def test_every_width(page: Page, file: Path, width: int) -> None:
    page.size(width, 800, mobile=width < 700)
    for address in ("", "#engine=epsilon&list=failures", "#i=i32.div_s", "#script=core/throw.wast"):
        page.open(file, address)
        assert page.js("document.documentElement.scrollWidth <= innerWidth"), address


def test_the_whole_map_is_seen_on_a_laptop(page: Page) -> None:
    bottom = page.js("Math.max(...cells.map(cell => cell.getBoundingClientRect().bottom))")
    assert bottom <= page.js("innerHeight")


def test_on_paper(page: Page, tmp_path: Path) -> None:
    assert page.pdf().startswith(b"%PDF")
    page.media("print")
    seen = "({0}).checkVisibility()"
    for name in ("query", "theme", "tab-failures", "clear"):
        assert page.js(seen.format(f"byId('{name}')")) is False
    for name in ("instructions", "failures", "map", "scripts-body", "run"):
        assert page.js(seen.format(f"byId('{name}')"))
    page.media(prefers_color_scheme="light")


def test_a_browser_that_cannot_unpack(page: Page, file: Path) -> None:
    given = page.do(
        "Page.addScriptToEvaluateOnNewDocument", source="delete window.DecompressionStream"
    )
    page.open(file, "#i=i64.rem_u")
    page.do("Page.removeScriptToEvaluateOnNewDocument", identifier=given["identifier"])
    assert "cannot unpack" in page.js("byId('detail').innerText + byId('failures').innerText")
    assert page.js(f"{cell('i64.rem_u')}.className").startswith("cell mixed")


@pytest.mark.parametrize("name", SAMPLES)
def test_samples(tab: Page, tmp_path: Path, name: str) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(SAMPLES[name]()), "utf-8")
    tab.fresh()
    tab.open(file)
    assert tab.errors == []
    tab.js("openInstruction(0)")
    assert tab.js(OPEN) == "unreachable"
    assert tab.errors == []


def tree(page: Page) -> list[tuple[str, str]]:
    """The roles and names that assistive technology is given."""
    nodes: list[dict[str, Any]] = page.do("Accessibility.getFullAXTree")["nodes"]
    return [
        (n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes if not n["ignored"]
    ]


def test_roles_and_names(page: Page) -> None:
    found = tree(page)
    for role, name in [
        ("heading", "Conformance by instruction"),
        ("grid", "One-byte opcodes"),
        ("grid", "Opcodes after FD"),
        ("columnheader", "low digit F"),
        ("gridcell", "nop, 01: passed"),
        ("search", "Search and filters"),
        ("searchbox", "Search instructions, failures and scripts"),
        ("tab", "Instructions"),
        ("tabpanel", "Instructions"),
        ("region", "Scripts"),
    ]:
        assert (role, name) in found, (role, name)
    assert all(name for role, name in found if role in ("button", "combobox", "radio", "link"))
    assert page.js("byId('count').getAttribute('aria-live')") == "polite"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_rules_of_accessibility(
    page: Page, file: Path, axe: Callable[[Page], list[str]], scheme: str
) -> None:
    page.media(prefers_color_scheme=scheme)
    for address in (
        "",
        "#engine=gamma&list=failures",
        "#i=i64.rem_u&q=rem",
        "#script=core/throw.wast",
    ):
        page.open(file, address)
        assert axe(page) == []
