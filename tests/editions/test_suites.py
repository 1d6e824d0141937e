"""The suites of older editions, a sample: `refwasm conform --spec 1.0` and `--spec 2.0` run them whole."""

from __future__ import annotations

import pytest

from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.script.run import run_script
from refwasm.source import Source
from refwasm.syntax.features import features_of
from tests.conformance.suite import ROOT, SCRIPTS, needs_suite, sample

SMALL = 60_000  # bytes of a script; the larger ones are variations
EDITIONS = [s for s in SCRIPTS if s.startswith("editions/") and (ROOT / s).stat().st_size < SMALL]
# Where the editions differ most.
TELLING = [
    f"editions/{edition}/{name}.wast"
    for edition in ("1.0", "2.0")
    for name in (
        "binary",
        "binary-leb128",
        "custom",
        "data",
        "elem",
        "imports",
        "linking",
        "memory",
    )
]


@needs_suite
@pytest.mark.parametrize("script", sorted({*TELLING, *sample(EDITIONS, 6)}))
def test_every_command_passes(script: str) -> None:
    features = features_of(script.split("/")[1])
    source = Source(script, (ROOT / script).read_text("utf-8"))
    commands = parse_script(source.text, features=features)
    engine = NativeEngine(features=features)
    results = list(run_script(script, source, commands, engine))
    assert len(results) == len(commands)
    assert not [r for r in results if r.status is not Status.PASS]
