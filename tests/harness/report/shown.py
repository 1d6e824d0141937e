"""What each form of a report shows of an engine's instructions, read without the code that writes it."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from itertools import dropwhile, takewhile
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

FEWEST = "the fewest that explain all failures"
RESULTS = ("fail", "text", "crash", "error")  # as test reports name those of commands


class Shown(NamedTuple):
    """The instructions in the order of suspicion, as far as the form has one, and those that it blames."""

    order: list[str]
    blamed: set[str]


def by_score(scores: Mapping[str, float]) -> list[str]:
    """The instructions that have a score, the highest first."""
    return sorted((key for key, n in scores.items() if n), key=lambda key: -scores[key])


# Tables of text, for a terminal


def read_text(text: str, label: str, head: str = "instructions failing") -> Shown:
    """The report on a terminal; one on several engines has a part for each, which begins with its label."""
    rows = rows_below(text, head)
    part = text.partition(f"\n== {label}")[2] or text
    return Shown(rows, set(listed(part, FEWEST)))


def read_beside(text: str, label: str) -> Shown:
    """The engines beside each other on a terminal."""
    return read_text(text, label, "`lacks`")


def rows_below(text: str, head: str) -> list[str]:
    """The first cells of the rows below the line that begins with `head`."""
    lines = [*dropwhile(lambda line: not line.startswith(head), text.splitlines())][1:]
    table = takewhile(lambda line: line and not line.startswith(("...", "the fewest")), lines)
    return [re.split(r"\s{2,}", row)[0] for row in table if not row.startswith(" ")]


def listed(text: str, head: str) -> list[str]:
    """The words after the colon behind `head`, whose lines go on indented."""
    lines = [*dropwhile(lambda line: not line.startswith(head), text.splitlines())]
    rest = takewhile(lambda line: line.startswith("    "), lines[1:])
    joined = " ".join([*lines[:1], *(line.strip() for line in rest)])
    return [word for word in joined.partition(": ")[2].split(", ") if word]


# Data


def read_json(text: str, label: str) -> Shown:
    """The report as JSON."""
    [engine] = [e for e in json.loads(text)["engines"] if e["subject"]["label"] == label]
    scores = {i["key"]: i["implicated"] for i in engine["instructions"]}
    return Shown(by_score(scores), set(engine["explained"]))


def read_csv(text: str, label: str) -> Shown:
    """The report as CSV."""
    rows = [r for r in csv.DictReader(io.StringIO(text, newline="")) if r["engine"] == label]
    scores = {row["instruction"]: float(row["implicated"]) for row in rows}
    return Shown(by_score(scores), {row["instruction"] for row in rows if row["explains"] == "yes"})


class Block(HTMLParser):
    """The text of the element with a name, of a page."""

    def __init__(self, page: str, name: str):
        super().__init__()
        self.name = name
        self.inside = False
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = ("id", self.name) in attrs

    def handle_data(self, data: str) -> None:
        self.text += data if self.inside else ""


def read_html(text: str, label: str) -> Shown:
    """The data of which the page makes what it shows."""
    report = json.loads(Block(text, "report").text)
    [engine] = [e for e in report["engines"] if e["label"] == label]
    keys = [row["key"] for row in report["rows"]]
    scores = dict(zip(keys, engine["instructions"]["implicated"], strict=True))
    return Shown(by_score(scores), {keys[place] for place in engine["explained"]})


# Markdown


def read_markdown(text: str, label: str) -> Shown:
    """The table of instructions of a summary, or of a comment; those that are to blame are in bold."""
    rows = [*markdown_rows(text, "instruction")]
    keys = [re.sub(r"</?code>|\*\*", "", cells[0]) for cells in rows]
    bold = {key for key, cells in zip(keys, rows, strict=True) if cells[0].startswith("**")}
    return Shown([html.unescape(key) for key in keys], {html.unescape(key) for key in bold})


def markdown_rows(text: str, first: str) -> Iterator[list[str]]:
    """The cells of the table whose first column is called `first`."""
    lines = dropwhile(lambda line: not line.startswith(f"| {first} |"), text.splitlines())
    for line in [*takewhile(lambda line: line.startswith("|"), lines)][2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


# Test reports, whose messages begin with the instructions to blame


def read_junit(text: str, label: str) -> Shown:
    """The report as JUnit XML, of which no case is an instruction."""
    [suite] = [s for s in ET.fromstring(text) if s.get("name") == label]
    found = suite.findall("properties/property[@name='explained']")
    order = [key for p in found for key in (p.get("value") or "").split(", ")]
    told = [e for case in suite.findall("testcase") for e in red(case)]
    named = in_messages(e.get("message") or "" for e in told)
    return Shown(order, {*order, *named})


def read_instructions(text: str, label: str) -> Shown:
    """The report as JUnit XML, of which each case is an instruction."""
    [suite] = [s for s in ET.fromstring(text) if s.get("name") == label]
    failing = [c.get("name") or "" for c in suite.findall("testcase") if red(c)]
    return Shown(failing, {*failing, *read_junit(text, label).blamed})


def red(case: ET.Element) -> list[ET.Element]:
    """What makes `case` fail."""
    return [e for e in case if e.tag in ("failure", "error")]


def read_ctrf(text: str, label: str) -> Shown:
    """The report in the Common Test Report Format."""
    results: dict[str, Any] = json.loads(text)["results"]
    order = results["environment"]["extra"]["refwasm"].get("explained", {}).get(label, [])
    tests = [t for t in results["tests"] if t["labels"]["engine"] == label]
    tags = {tag for test in tests for tag in test.get("tags", ())}
    named = in_messages(t.get("message", "") for t in tests if t["status"] == "failed")
    return Shown(order, {*order, *tags, *named})


def in_messages(messages: Iterable[str]) -> set[str]:
    """The instructions with which the messages of failures begin."""
    named = set()
    for message in messages:
        before = re.split(rf"(?:^|: )\w+: (?:{'|'.join(RESULTS)})", message)[0]
        named |= {key for key in before.split(", ") if key and key != "..."}
    return named
