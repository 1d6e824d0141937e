"""Every module of the suite reads again as it is printed; all of them with REFWASM_FULL set."""

from __future__ import annotations

import pytest

from tests.conformance.properties import reads_as_printed
from tests.conformance.suite import CURRENT, cases, needs_suite, sample, uncovered

CUSTOM = [script for script in CURRENT if script.startswith("custom/")]


@needs_suite
@pytest.mark.parametrize("script", [*sample(CURRENT, 12), *CUSTOM])
def test_modules_read_as_printed(script: str) -> None:
    with uncovered():
        wrong = [(case.place, reads_as_printed(case)) for case in cases(script)]
    assert not [found for found in wrong if found[1]]


@needs_suite
@pytest.mark.parametrize("script", CUSTOM)
def test_nothing_is_wrong_with_annotations_unless_asserted(script: str) -> None:
    for case in cases(script):
        assert bool(case.keyword == "assert_malformed_custom") == bool(case.load().faults)
