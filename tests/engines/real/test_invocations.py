"""Engines by a command for each invocation: scripts that ask for every kind of answer such a command has."""

from __future__ import annotations

from collections import Counter

import pytest

from refwasm.engines.abilities import abilities
from refwasm.script.results import Status
from tests.conformance.suite import needs_suite
from tests.engines.real.conftest import present
from tests.engines.real.scripts import results

# With how many commands at least pass by wasmer.
SCRIPTS = {
    "core/exceptions/throw.wast": 13,
    "core/fac.wast": 8,
    "core/float_literals.wast": 101,
    "core/forward.wast": 5,
    "core/int_literals.wast": 31,
    "core/switch.wast": 28,
}

pytestmark = needs_suite


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("name", ["wasmer-run", "wasmedge"])
def test_nothing_fails(name: str, script: str) -> None:
    engine = present(name)
    found = list(results(engine, script, abilities(engine)))
    wrong = [r for r in found if r.status not in (Status.PASS, Status.UNSUPPORTED)]
    assert wrong == []
    if name == "wasmer-run":
        assert Counter(r.status for r in found)[Status.PASS] >= SCRIPTS[script]
