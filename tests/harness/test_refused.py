"""An engine that takes no module with some instruction: the report implicates it, not what else these modules do."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from refwasm.errors import Refused
from refwasm.harness.attribution import Map, attributed, make_map
from refwasm.harness.make import make_report
from refwasm.harness.model import EngineReport, Run, Subject
from refwasm.harness.spectrum import FAILED
from refwasm.harness.suite import shipped_vectors
from refwasm.script.commands import Definition
from refwasm.script.holds import expressions
from refwasm.script.native import NativeEngine
from refwasm.script.results import Result
from refwasm.script.run import run_script
from refwasm.validation.modules import ValidModule
from tests.harness.faults import read, run

SCRIPTS = sorted(shipped_vectors().glob("*.wast"))
ALONE = ["ref.cast", "br_on_null", "table.fill", "call_ref"]
BESIDE = ["i32.rotl", "f32x4.pmin"]  # in one module with others from which nothing tells them


class Refusing(NativeEngine):
    """An engine that takes no module with the instruction `key`, and says `text` of it."""

    texts = False

    def __init__(self, key: str, text: str):
        super().__init__()
        self.key = key
        self.text = text

    def define(self, definition: Definition, *, customs: bool = False) -> ValidModule:
        valid = super().define(definition, customs=customs)
        if any(i.op.name == self.key for e in expressions(valid.module) for i in e.instrs):
            raise Refused(self.text)
        return valid


@pytest.fixture(scope="module")
def known() -> Map:
    """The map of the vectors that refwasm ships."""
    return make_map(
        "", {path: path.name for path in SCRIPTS}, lambda paths: {p: [*run([p])] for p in paths}
    )


def reported(known: Map, key: str, text: str) -> EngineReport:
    """The report on an engine that refuses `key` so; what has no such module passes, as the map tells."""
    found: dict[str, Sequence[Result]] = {}
    for path in SCRIPTS:
        entries = known.of(path.name) or ()
        results = run_script(path.name, *read(path), Refusing(key, text))
        found[path.name] = attributed(results, entries)
    subject = Subject("refusing", "refusing", "", mapped=True)
    return make_report(Run("", "", "", "", "", 1, 0.0), [(subject, found)]).engines[0]


@pytest.mark.parametrize("key", ALONE)
def test_what_is_refused_is_implicated(known: Map, key: str) -> None:
    """Though commands fail that run anything in these modules."""
    engine = reported(known, key, "cannot be compiled")
    assert any(r.status in FAILED and r.follows for r in engine.failures)
    scores = {i.key: i.implicated for i in engine.instructions}
    assert engine.explained == (key,)
    assert scores[key] == max(scores.values())
    assert engine.unexplained == 0


@pytest.mark.parametrize("key", BESIDE)
def test_what_nothing_tells_apart_is_implicated_alike(known: Map, key: str) -> None:
    engine = reported(known, key, "cannot be compiled")
    scores = {i.key: i.implicated for i in engine.instructions}
    assert scores[key] == max(scores.values())
    assert scores["local.get"] < scores[key]
    assert reported(known, key, f"unknown instruction {key}").explained == (key,)
