"""Which features an engine has, found out by asking it."""

from __future__ import annotations

import sys

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.engines.adapter import Absent, Unfit
from refwasm.engines.probe import PROBES, probe, probed, said_version
from refwasm.errors import WasmError
from refwasm.generated.features import FEATURES
from refwasm.syntax.features import Features, features_of
from refwasm.validation.modules import validate_module


def accepted(binary: bytes, features: Features) -> bool:
    try:
        validate_module(decode_module(binary, features=features), features=features)
    except WasmError:
        return False
    return True


def test_every_feature_but_that_of_the_text_has_a_probe() -> None:
    assert PROBES.keys() == FEATURES.keys() - {"annotations"}


@pytest.mark.parametrize("feature", PROBES)
def test_a_probe_needs_its_feature(feature: str) -> None:
    everything = features_of("3", [f"+{name}" for name in FEATURES])
    assert accepted(probe(feature), everything)
    if feature != "mvp":
        without = features_of("3", [*everything.changes(), f"-{feature}"])
        assert not accepted(probe(feature), without)


@pytest.mark.parametrize("feature", PROBES)
def test_a_probe_needs_nothing_else(feature: str) -> None:
    alone = features_of("1", (f"+{feature}",))
    assert accepted(probe(feature), alone)


def driver(body: str) -> list[str]:
    """A driver that answers each `request` by `body`."""
    head = "import json, sys\nfor line in sys.stdin:\n    request = json.loads(line)\n"
    return [sys.executable, "-c", head + f"    {body}\n"]


REFUSES = """print(json.dumps({"outcome": "refused" if request.get("module") == "gc" else "ok", "version": "7"}))"""


def test_a_feature_whose_probe_is_refused_is_lacking() -> None:
    assert probed(driver(REFUSES)) == FEATURES.keys() - {"gc"}


def test_what_a_driver_did_not_answer_it_does_not_lack() -> None:
    assert probed(driver(f"{REFUSES}; sys.exit(1)")) == FEATURES.keys()


def test_the_version_is_the_drivers_word() -> None:
    assert said_version(driver(REFUSES)) == "7"


@pytest.mark.parametrize(
    ("argv", "kind", "why"),
    [
        (driver("sys.exit('no such package')"), Unfit, "does not answer; no such package"),
        (driver("print('welcome', flush=True)"), Unfit, "does not answer as it should"),
        (driver("print('[]', flush=True)"), Unfit, "does not answer as it should"),
        (driver('print(\'{"outcome":"ok"}\\n\' * 2)'), Unfit, "does not answer as it should"),
        (
            driver('print(\'{"outcome":"ok","id":0}\', flush=True)'),
            Unfit,
            "does not answer as it should",
        ),
        (["no such program at all"], Absent, "no such program at all"),
    ],
    ids=["silent", "garbled", "wrong", "twice", "shifted", "absent"],
)
def test_an_engine_that_cannot_be_asked(argv: list[str], kind: type[Exception], why: str) -> None:
    with pytest.raises(kind, match=why):
        probed(argv)
