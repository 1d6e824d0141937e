"""Markdown, as a parser of CommonMark with tables reads it."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from refwasm.harness.report.markdown import render
from refwasm.harness.report.marks import SUMMARY, Section, bounded, code, row, table, text
from tests.harness.report.samples import SAMPLES

TAGS = {"h2", "h3", "p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "ul", "li",
        "details", "summary"}  # fmt: skip


class Page(HTMLParser):
    """The tags, the cells of each row of a table, and the pieces of code of a page."""

    def __init__(self, markdown: str):
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.codes: list[str] = []
        self.seen: set[str] = set()
        self.feed(MarkdownIt("commonmark").enable("table").render(markdown))
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag == "code":
            self.codes.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data
        if "code" in self.open:
            self.codes[-1] += data


@pytest.mark.parametrize("name", SAMPLES)
def test_form(name: str) -> None:
    page = Page(render(SAMPLES[name]()))
    assert page.seen <= TAGS


@pytest.mark.parametrize("name", ["beside", "expected"])
def test_gold(name: str, gold: Callable[[str, str], None]) -> None:
    gold(f"report-{name}.md", render(SAMPLES[name]()))


def test_names_are_not_markup() -> None:
    page = Page(render(SAMPLES["expected"]()))
    assert 'core/<b>|`a`&"x\\x01.wast:2' in page.codes
    assert "a|b`c`\\x00</failure>]]> last" in page.codes


@pytest.mark.parametrize(
    "words",
    ["| a |", "`a``", "<b>", "&lt;", "*a*", "__init__", "[a](b)", "![a](b)", "\\", "~~a~~", "# a",
     "@all", "#7", ":tada:", "$x$", "http://a.b", "<!--", "</details>", "a\tb\nc", "\x1b[0m"],
)  # fmt: skip
def test_text_stays_text(words: str) -> None:
    page = Page(table("a", "b") + row((text(words), code(words))))
    [_, [plain, coded]] = page.rows
    said = " ".join(words.split()).replace("\x1b", "\\x1b")
    assert plain == coded == said
    assert page.codes == [said]


def test_no_name_is_mentioned_and_nothing_refers() -> None:
    assert not set("@#:$|`<[") & set(text("@a #1 :b: $c$ | ` < [").replace("&#", ""))


@pytest.mark.parametrize("limit", [100, 700, 1500, 4000, 9000, SUMMARY])
@pytest.mark.parametrize("name", ["failing", "many", "expected"])
def test_bound(name: str, limit: int) -> None:
    markdown = render(SAMPLES[name](), limit=limit)
    assert len(markdown.encode()) <= limit
    Page(markdown)  # nothing is left open


def test_what_is_left_out_is_counted() -> None:
    sections = [Section("head\n", ["one\n", "two\n", "three\n"], "foot\n", 4)]
    everything = "head\none\ntwo\nthree\n\n... and 4 more\nfoot\n"
    assert bounded(sections, 200) == everything
    assert bounded(sections, 85) == "head\none\ntwo\n\n... and 5 more\nfoot\n"
    assert bounded(sections * 2, 85).endswith("The rest is too long to be shown here.\n")


def test_changes_come_first() -> None:
    markdown = render(SAMPLES["beside"](), [Section("### Worse\n\n", ["- this\n"], "\n")])
    assert markdown.index("### Worse") < markdown.index("| engine |")
