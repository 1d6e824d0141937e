"""The report for a terminal, against gold files (`pytest --refresh-gold` writes them)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from refwasm.harness.report.text import WIDTH, render
from refwasm.harness.suite import NOTICE
from tests.harness.report.samples import SAMPLES


@pytest.mark.parametrize("name", SAMPLES)
def test_text(name: str, gold: Callable[[str, str], None]) -> None:
    text = render(SAMPLES[name]())
    assert max(map(len, text.splitlines())) <= WIDTH
    gold(f"report-{name}.txt", text)


def test_a_notice_comes_first_and_last() -> None:
    lines = render(SAMPLES["unfetched"]()).splitlines()
    assert lines[0] == lines[-1] == NOTICE
