"""Every wrong order of evaluation of a row is seen by one of the bodies that the tiers are compared on."""

from __future__ import annotations

import json

import pytest

from tests.bodies.mutants import EQUIVALENT, SEEDS, SEEN, Sight, main, mutants
from tests.conformance.suite import uncovered

FOUND: dict[str, int] = json.loads(SEEN.read_text("utf-8"))
CHUNKS = 4


def test_all_are_known() -> None:
    """If this fails: `python -m tests.bodies.mutants --write`."""
    assert {*FOUND} == {*mutants()} - {*EQUIVALENT}
    assert {*EQUIVALENT} <= {*mutants()}
    assert max(FOUND.values()) < SEEDS


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_each_is_seen(chunk: int) -> None:
    """If this fails: `python -m tests.bodies.mutants --write`."""
    sight = Sight()
    names = sorted(FOUND, key=FOUND.__getitem__)[chunk::CHUNKS]
    with uncovered():
        assert [name for name in names if not sight.sees(name, FOUND[name])] == []


def test_the_command_says_what_is_not_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["i32.div_u total", "--count", "0"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "i32.div_u total: not seen, in 0 modules that it changes",
        "0 of 1 seen",
    ]
