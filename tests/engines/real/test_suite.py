"""The official suite on engines behind drivers: what fails is known, and nothing wants for a way to pass."""

from __future__ import annotations

import pytest

from refwasm.engines.adapter import Adapter
from refwasm.script.results import Result, Status
from tests.conformance.suite import ROOT, needs_suite
from tests.engines.real.conftest import present
from tests.engines.real.differences import DIFFERENCES, known
from tests.engines.real.scripts import results

FOLDERS = sorted({path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("core/**/*.wast")})

pytestmark = needs_suite


def of_folder(engine: Adapter, folder: str) -> list[Result]:
    """The results of the scripts in `folder`."""
    features = engine.features()
    scripts = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / folder).glob("*.wast"))
    return [result for script in scripts for result in results(engine, script, features)]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("name", DIFFERENCES)
def test_what_fails_is_known(name: str, folder: str) -> None:
    found = of_folder(present(name), folder)
    failing = [
        r for r in found if r.status is not Status.PASS and r.status is not Status.UNSUPPORTED
    ]
    assert [r for r in failing if (r.script, r.line) not in known(name)] == []
    assert {r.status for r in failing} <= {Status.FAIL}


@pytest.mark.parametrize("name", ["node", "wasmtime"])
def test_every_assertion_about_vectors_is_run(name: str) -> None:
    """A text that is malformed aside, for an engine that reads no text."""
    engine = present(name)
    if "multi-memory" not in engine.features():
        pytest.skip(f"{name} {engine.version()} is too old for one script of core/simd")
    unrun = [r for r in of_folder(engine, "core/simd") if r.status is not Status.PASS]
    allowed = {"node": {("assert_malformed", "reads no text")}, "wasmtime": set[tuple[str, str]]()}
    assert {(r.kind, r.got) for r in unrun} <= allowed[name]
