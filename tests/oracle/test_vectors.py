"""The shipped vectors, each instruction at least once, with every nondeterministic row observed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import refwasm
from refwasm.interpret.machine import Interpreter
from refwasm.interpret.observe import Observer
from refwasm.oracle.allowed import allowed
from refwasm.oracle.sources import OBSERVED, Sources
from refwasm.runtime.instances import ModuleInst
from refwasm.script.commands import Const
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.script.run import run_script
from refwasm.script.values import Value, matches
from refwasm.source import Source

VECTORS = sorted((Path(refwasm.__file__).parent / "vectors").glob("*.wast"))


class Observed(NativeEngine):
    """Requires of each result that it is among what is allowed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.sources = Sources()
        self.tier = Interpreter(trace=True)
        self.tier.trace = Observer(OBSERVED, self.sources.see)

    def invoke(self, instance: ModuleInst, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        self.sources.begin(kept=False)
        values = super().invoke(instance, name, args)
        patterns = [allowed(value, self.sources) for value in values]
        assert all(map(matches, values, patterns))
        assert self.sources.now or patterns == [allowed(value, Sources()) for value in values]
        return values


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_our_results_are_allowed(path: Path) -> None:
    text = path.read_text("utf-8")
    results = list(run_script("s", Source("s", text), parse_script(text), Observed()))
    assert [(r.line, r.got) for r in results if r.status is not Status.PASS] == []
