"""The scripts that refwasm ships pass as a whole on every tier, and together they run every instruction."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from refwasm.generated.opcodes import OPS
from refwasm.harness.suite import shipped_vectors
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.run import run_script
from refwasm.source import Source
from refwasm.syntax.features import features_of

FOLDER = shipped_vectors()
SCRIPTS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.wast"))


@cache
def results(script: str, *, fast: bool = False) -> list[Result]:
    """What became of each command of `script`, whose folder names the feature that it needs."""
    features = features_of("3", [f"+{name}" for name in Path(script).parts[:-1]])
    text = Path(FOLDER, script).read_text("utf-8")
    commands = parse_script(text, features=features)
    engine = (
        NativeEngine(tier="compile", features=features)
        if fast
        else NativeEngine(trace=True, features=features)
    )
    return list(run_script(script, Source(script, text), commands, engine))


@pytest.mark.parametrize("fast", [False, True], ids=["interpreted", "compiled"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_command_passes(script: str, fast: bool) -> None:
    found = results(script, fast=fast)
    assert found
    wrong = [(r.line, r.kind, r.expected, r.got) for r in found if r.status is not Status.PASS]
    assert not wrong


def test_every_instruction_runs_in_an_assertion_that_passes() -> None:
    passed = {
        name
        for script in SCRIPTS
        for result in results(script)
        if result.is_assertion and result.status is Status.PASS
        for name in result.instructions
    }
    assert {op.name for op in OPS} - passed == set()


def test_every_trap_is_seen() -> None:
    seen = [result.trap for script in SCRIPTS for result in results(script)]
    texts = {text for op in OPS for text in op.traps}
    assert texts and {t for t in texts if not any(s.startswith(t) for s in seen)} == set()
