"""A browser, and pages to open in it. Where there is no browser, tests that need one say so and skip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from refwasm.harness.report.html import render
from tests.page.browser import Page, browser, program
from tests.page.synthetic import ENGINES, MORE, synthetic


@pytest.fixture(scope="session")
def tab() -> Iterator[Page]:
    """A page of a browser."""
    path = program()
    if not path:
        pytest.skip("no chromium on this machine ($CHROMIUM may name one)")
    if not find_spec("websocket"):
        pytest.skip("websocket-client is not installed (tox run -e page installs it)")
    with browser(path) as page:
        yield page


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on six engines and as many commands as the whole suite has."""
    path: Path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render(synthetic()), "utf-8")
    return path


@pytest.fixture(scope="session")
def nine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same on nine engines."""
    path: Path = tmp_path_factory.mktemp("nine") / "report.html"
    path.write_text(render(synthetic(engines=(*ENGINES, *MORE))), "utf-8")
    return path


@pytest.fixture
def page(tab: Page, file: Path) -> Iterator[Page]:
    """That page, opened anew on a laptop's screen; it must have nothing to complain about."""
    tab.fresh()
    tab.open(file)
    yield tab
    assert tab.errors == []
    assert [url for url in tab.requests if not url.startswith(("file:", "data:", "about:"))] == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds fault with in a page, at the levels A and AA."""
    found = find_spec("axe_playwright_python")
    if not found or not found.origin:
        pytest.skip("axe-core is not installed (tox run -e page installs it)")
    script = Path(found.origin).with_name("axe.min.js").read_text("utf-8")

    def faults(page: Page) -> list[str]:
        page.do("Runtime.evaluate", expression=script)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found: list[str] = page.js(
            f"axe.run({{runOnly: {tags}}}).then(({{violations}}) => violations.flatMap(v =>"
            "v.nodes.map(n => v.id + ': ' + n.html.slice(0, 200) + ' ' + n.failureSummary)))"
        )
        return found

    return faults
