"""Which features engines have that run whole scripts, or single invocations."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from refwasm.engines.abilities import abilities
from refwasm.engines.adapter import Absent, Adapter, load
from refwasm.engines.batch import Output
from refwasm.engines.probe import PROBES
from refwasm.engines.scripts import Said
from refwasm.generated.features import FEATURES
from tests.engines.test_scripts import Fake


def refusing(fake: Fake, *features: str) -> Adapter:
    """The adapter of an engine that refuses the modules that need `features`."""

    def read(output: Output, file: str) -> Said:
        lines = fake.seen[-1].splitlines()
        wrong = [f"(module {PROBES[feature]})" for feature in features]
        found = [(n, "no") for n, line in enumerate(lines, 1) if line in wrong]
        return Said(found[:1], complete=not found)

    fake.define("read_output", read)
    return Adapter("fake", fake.module)


@pytest.mark.parametrize("lacks", [(), ("gc",), ("simd", "relaxed-simd", "legacy-exceptions")])
def test_an_engine_shows_what_it_lacks(lacks: tuple[str, ...], tmp_path: Path) -> None:
    fake = Fake(tmp_path)
    assert abilities(refusing(fake, *lacks)) == frozenset(FEATURES) - set(lacks)
    assert len(fake.seen) == 1 + len(lacks)


def test_what_runs_nothing_is_not_judged(tmp_path: Path) -> None:
    assert abilities(refusing(Fake(tmp_path), *PROBES)) == frozenset(FEATURES)


def test_an_absent_engine_is_not_judged(tmp_path: Path) -> None:
    def absent(script: str) -> list[str]:
        raise Absent("no program")

    fake = Fake(tmp_path)
    fake.define("compute_script_argv", absent)
    assert abilities(Adapter("fake", fake.module)) == frozenset(FEATURES)


def test_what_the_adapter_says_counts(tmp_path: Path) -> None:
    fake = Fake(tmp_path)
    fake.define("get_features", lambda: ["mvp"])
    assert abilities(Adapter("fake", fake.module)) == {"mvp"}
    assert fake.seen == []
    assert abilities(load("refwasm")) == frozenset(FEATURES)


def test_an_engine_of_single_invocations_shows_it_too(tmp_path: Path) -> None:
    """Its command accepts what holds no vector instruction."""
    checks = "import sys, pathlib; sys.exit(b'\\xfd' in pathlib.Path(sys.argv[1]).read_bytes())"
    fake = Fake(tmp_path, way="compute_argv")
    fake.define("compute_validate_argv", lambda path: [sys.executable, "-c", checks, path])
    found = abilities(Adapter("fake", fake.module))
    assert found == frozenset(FEATURES) - {"simd", "relaxed-simd"}
    del fake.module.compute_validate_argv
    assert abilities(Adapter("fake", fake.module)) == frozenset(FEATURES)
