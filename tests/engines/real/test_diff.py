"""Random modules: refwasm and the engines without known differences; docs/engines.md has those of wazero."""

from __future__ import annotations

from functools import partial

import pytest

from refwasm.diff.campaign import Tally, campaign, seeds
from refwasm.engines.make import make_engine
from refwasm.fuzz.module import Modules
from refwasm.fuzz.options import Options
from refwasm.syntax.features import DEFAULT, Features
from tests.engines.real.conftest import present

MODULES = 50


@pytest.mark.parametrize("name", ["node", "wasmtime"])
def test_no_difference(name: str) -> None:
    adapter = present(name)
    features = Features(DEFAULT.edition, (DEFAULT.on & adapter.features()) - {"relaxed-simd"})
    make = partial(make_engine, adapter, features=features, timeout=60, trace=False)
    trials = seeds(Modules(Options(features, nans=False)), 5000, MODULES)
    tally = Tally()
    found = [*campaign(trials, {name: make}, tally, features=features)]
    assert [(finding.trial.seed, finding.what) for finding in found] == []
    assert tally.modules == MODULES
