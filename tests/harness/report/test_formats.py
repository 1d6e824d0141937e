"""The forms in which a report can be written."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from refwasm.harness.report import html, junit, text
from refwasm.harness.report.cases import PER
from refwasm.harness.report.formats import FORMATS, chosen, files
from refwasm.harness.report.json import read
from tests.harness.report.large import hostile, large
from tests.harness.report.samples import SAMPLES


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_form_is_a_function_of_the_report(name: str, form: str) -> None:
    render = FORMATS[form].render
    assert render(SAMPLES[name]()) == render(SAMPLES[name]()) != ""


def test_what_is_a_case() -> None:
    report = SAMPLES["beside"]()
    texts = {per: chosen(junit_per=per)["junit"].render(report) for per in ("kind", "assertion")}
    assert "at line" in texts["assertion"]
    assert "at line" not in texts["kind"]


def test_a_file_for_each_engine() -> None:
    report = SAMPLES["many"]()
    assert [path for path, _ in files(report, Path("a.json"))] == [Path("a.json")]
    found = list(files(report, Path("badges/{engine}.json")))
    assert found[1][0] == Path("badges/an-engine-with-a-long-name-1.json")
    assert [part.engines for _, part in found] == [(engine,) for engine in report.engines]


def test_a_large_report_keeps_to_the_limits_of_readers() -> None:
    report = large(60, 40)
    written = FORMATS["json"].render(report)
    assert FORMATS["json"].render(read(written)) == written
    assert len(FORMATS["markdown"].render(report).encode()) < 1 << 20
    for per in PER:
        root = ET.fromstring(chosen(junit_per=per)["junit"].render(report))
        assert len(list(root.iter())) < 250_000


def test_a_hostile_report_keeps_to_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine engines on which everything fails, with texts of 10 kB; limits in proportion."""
    monkeypatch.setattr(html, "LIMIT", 100_000)
    monkeypatch.setattr(html, "PLAIN", 600_000)
    monkeypatch.setattr(junit, "BYTES", 700_000)
    monkeypatch.setattr(junit, "ELEMENTS", 4_000)
    report = hostile(8, 40, 40)
    forms = {name: form.render for name, form in FORMATS.items()}
    forms |= {per: chosen(junit_per=per)["junit"].render for per in PER}
    written = {n: render(report).encode("utf-8", "backslashreplace") for n, render in forms.items()}
    assert read(written["json"]).engines == report.engines
    assert len(written["markdown"]) < 1 << 20
    assert len(written["html"]) < 1_000_000
    assert len(written["csv"]) < 2_000_000
    for per in PER:
        assert len(written[per]) < 700_000
        assert len(list(ET.fromstring(written[per]).iter())) < 4_000
    told = text.render(report)
    assert max(map(len, told.splitlines())) <= text.WIDTH and len(told) < 100_000
