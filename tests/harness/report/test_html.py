"""The report as a page: its form, and that it holds what the report holds. `tests/page` opens it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from refwasm.harness.model import Report
from refwasm.harness.report import html
from refwasm.harness.report.html import PAGES, embedded, render
from refwasm.script.results import Status
from tests.harness.report.samples import SAMPLES
from tests.page.synthetic import ENGINES, synthetic

EMPTY = {"meta", "link", "input", "br"}
# Attributes that load something, where they do.
LOADING = {"src", "srcset", "data", "poster", "action", "background", "style", "onclick", "onload"}


class Reader(HTMLParser):
    """Reads a page as browsers do, and insists that tags are closed in turn."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}  # of scripts and styles, by id or tag
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style"):
            name = self.tags[-1][1].get("id") or self.open[-1]
            self.texts[name] = self.texts.get(name, "") + data

    def report(self) -> Any:
        return json.loads(self.texts["report"])

    def evidence(self) -> Any:
        return json.loads(gzip.decompress(base64.b64decode(self.texts["evidence"])))


@pytest.fixture(scope="module")
def many() -> Report:
    """Six engines, thousands of commands that did not pass."""
    return synthetic(5_000)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_is_well_formed_and_its_names_are_unique(name: str) -> None:
    reader = Reader(render(SAMPLES[name]()))
    assert not reader.open
    names = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(names) == len(set(names))
    referred = {
        attributes[key]
        for _, attributes in reader.tags
        for key in ("aria-labelledby", "aria-controls", "for", "form")
        if key in attributes
    }
    assert referred <= {*names, "detail-heading"}  # the script makes that one
    assert render(SAMPLES[name]()) == render(SAMPLES[name]())


def test_scripts_look_up_only_what_the_page_has() -> None:
    reader = Reader(render(SAMPLES["beside"]()))
    names = {attributes.get("id") for _, attributes in reader.tags}
    sought = set(re.findall(r'byId\("([\w-]+)"\)', reader.texts["script"]))
    assert sought - names == {"detail-heading"}


def test_nothing_outside_is_loaded() -> None:
    page = render(SAMPLES["beside"]())
    reader = Reader(page)
    for tag, attributes in reader.tags:
        assert not LOADING & attributes.keys(), tag
        assert tag not in ("img", "iframe", "object", "embed", "base", "video", "audio")
        if tag == "link":
            assert attributes == {"rel": "icon", "href": "data:,"}
    assert "@import" not in reader.texts["style"] and "url(" not in reader.texts["style"]
    assert not re.search(
        r"\b(fetch|XMLHttpRequest|import|eval|innerHTML)\b", reader.texts["script"]
    )
    links = set(re.findall(r"\w+://[^\s\"'<>\\]+", page))
    assert links == set(PAGES.values())


def test_the_policy_allows_these_texts_and_nothing_else() -> None:
    reader = Reader(render(SAMPLES["beside"]()))
    policy = next(a["content"] for t, a in reader.tags if a.get("http-equiv"))
    for name in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(reader.texts[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in str(policy)
    assert "default-src 'none'" in str(policy) and "unsafe" not in str(policy)


def test_no_text_ends_its_block() -> None:
    words = "</script><!-- <script> ]]> \u2028\u2029 &amp; \\u003c é 𝄞"
    plain = embedded({"a": words})
    assert not set("<>&\u2028\u2029") & set(plain)
    assert json.loads(plain) == {"a": words}
    report = SAMPLES["failing"]()
    [engine] = report.engines
    failures = tuple(replace(r, got=words, expected=words) for r in engine.failures)
    subject = replace(engine.subject, version=words, lost={words: words})
    hostile = replace(
        report,
        run=replace(report.run, suite=words, notice=words),
        engines=(replace(engine, subject=subject, failures=failures),),
        sources={"core/a.wast": {2: words}},
    )
    reader = Reader(render(hostile))
    assert not reader.open
    assert reader.report()["run"]["notice"] == words
    assert reader.report()["engines"][0]["lost"] == {words: words}
    assert words in reader.evidence()["texts"]
    assert "script" in reader.texts and "é" not in reader.texts["script"]


def test_a_lone_surrogate_does_not_stop_it() -> None:
    report = SAMPLES["failing"]()
    [engine] = report.engines
    failures = tuple(replace(r, got="\ud800") for r in engine.failures)
    page = render(replace(report, engines=(replace(engine, failures=failures),)))
    assert page.encode() and Reader(page).evidence()


def test_the_overview_says_what_the_report_says(many: Report) -> None:
    found = Reader(render(many)).report()
    assert [row["key"] for row in found["rows"]] == [row.key for row in many.rows]
    assert found["engines"][-1]["absent"] == many.engines[-1].subject.absent
    assert found["engines"][-1]["scripts"] == []
    for engine, said in zip(many.engines, found["engines"], strict=True):
        for name in ("passed", "failed", "unsupported", "implicated"):
            assert said["instructions"][name] == [getattr(i, name) for i in engine.instructions]
        assert said["lacks"] == list(engine.subject.lacks)
        scripts = {found["scripts"][s[0]]: (s[1], s[3]) for s in said["scripts"]}
        assert scripts == {
            s.name: (s.assertions, {k.value: n for k, n in s.statuses.items()})
            for s in engine.scripts
        }


def test_instructions_that_nothing_tells() -> None:
    [engine] = Reader(render(SAMPLES["fast"]())).report()["engines"]
    assert engine["instructions"]["passed"] == []


def test_every_command_that_did_not_pass_can_be_found(many: Report) -> None:
    evidence = Reader(render(many)).evidence()
    texts, commands = evidence["texts"], evidence["commands"]
    rows = [row.key for row in many.rows]
    for engine, columns in zip(many.engines, evidence["results"], strict=True):
        found = [
            (
                *(texts[commands["script"][c]], commands["line"][c], texts[commands["kind"][c]]),
                *(texts[columns[name][n]] for name in ("status", "expected", "got", "excuse")),
                [rows[place] for place in evidence["sets"][columns["set"][n]]],
            )
            for n, c in enumerate(columns["command"])
        ]
        assert found == [
            (
                *(r.script, r.line, r.kind, r.status.value, r.expected, r.got, r.excuse),
                [*r.instructions],
            )
            for r in engine.failures
        ]
    assert {
        script: {int(line): texts[text] for line, text in lines.items()}
        for script, lines in evidence["sources"].items()
    } == many.sources


def test_it_is_small(many: Report) -> None:
    failures = sum(len(engine.failures) for engine in many.engines)
    assert failures > 1_000 and len(many.engines) == len(ENGINES) + 1
    assert len(render(many).encode()) < 200 * failures


def test_source_lines_go_first_if_it_would_be_too_much(
    many: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "LIMIT", 60_000)
    evidence = Reader(render(many)).evidence()
    assert evidence["sources"] == {}
    assert evidence["note"] == "The lines of the scripts would not fit into this page."
    assert len(evidence["results"][1]["command"]) == len(many.engines[1].failures)


def test_long_evidence_is_cut() -> None:
    report = SAMPLES["failing"]()
    [engine] = report.engines
    failures = (replace(engine.failures[0], got="x" * 100_000, status=Status.GARBLED),)
    page = render(replace(report, engines=(replace(engine, failures=failures),)))
    assert "x" * 998 + "..." + "x" * 998 in Reader(page).evidence()["texts"]


@pytest.mark.parametrize(
    ("limit", "plain", "note"),
    [
        (4_000_000, 25_000_000, ""),
        (100_000, 25_000_000, "The lines of the scripts would not fit into this page."),
        (40_000, 25_000_000, "Only 300 commands of each engine would fit into this page. "
            "Texts are cut to 20 characters. The lines of the scripts would not fit into this page."),
        (4_000_000, 10_000, "Only 300 commands of each engine would fit into this page. "
            "Texts are cut to 20 characters. The lines of the scripts would not fit into this page."),
    ],
)  # fmt: skip
def test_less_is_shown_until_it_fits(
    many: Report, monkeypatch: pytest.MonkeyPatch, limit: int, plain: int, note: str
) -> None:
    """Failures first, of each engine as many; what is left out is said."""
    monkeypatch.setattr(html, "LIMIT", limit)
    monkeypatch.setattr(html, "PLAIN", plain)
    sizes = [len(e.failures) for e in many.engines if len(e.failures) < 300]
    last = html.Extent(False, 20, sum(sizes) + 300 * (len(many.engines) - len(sizes)))
    monkeypatch.setattr(html, "EXTENTS", (*html.EXTENTS[:2], last))
    evidence = Reader(render(many)).evidence()
    assert evidence["note"] == note
    if "300" in note:
        shown = [len(columns["command"]) for columns in evidence["results"]]
        assert shown == [min(300, len(e.failures)) for e in many.engines]
        statuses = [evidence["texts"][n] for n in evidence["results"][5]["status"]]
        failed = sum(r.status is not Status.UNSUPPORTED for r in many.engines[5].failures)
        assert statuses.count("unsupported") == 300 - failed
        assert max(map(len, evidence["texts"])) < 60


def test_instructions_that_the_table_has_not_are_left_out() -> None:
    """A report read back may name rows of another table."""
    report = SAMPLES["failing"]()
    [engine] = report.engines
    failures = (replace(engine.failures[0], instructions=("no.such", "unreachable")),)
    page = render(replace(report, engines=(replace(engine, failures=failures),)))
    assert Reader(page).evidence()["sets"] == [[0]]


def test_that_lines_are_missing_is_said() -> None:
    report = SAMPLES["failing"]()
    assert Reader(render(report)).evidence()["note"] == (
        "The report has no lines of 4 scripts that did not pass whole."
    )
    assert Reader(render(SAMPLES["beside"]())).evidence()["note"] == ""
