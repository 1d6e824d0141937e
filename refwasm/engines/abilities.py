"""Which features an engine has: what its adapter says, or else what the engine itself shows."""

from __future__ import annotations

from refwasm.engines.adapter import Absent, Adapter
from refwasm.engines.make import make_engine
from refwasm.engines.probe import PROBES
from refwasm.engines.scripts import WHOLE_SCRIPTS, run_whole
from refwasm.generated.features import FEATURES
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.through import run_through
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, features_of

TIMEOUT = 30.0  # seconds for each run
SCRIPT = "\n".join(f"(module {probe})" for probe in PROBES.values())


def abilities(adapter: Adapter) -> frozenset[str]:
    """The features of the engine of `adapter`.

    One that runs whole scripts, or single invocations, is given a module for each, unless the adapter
    says. Of an engine that accepts none of them, or that is absent, nobody knows that it lacks any.
    """
    asked = (*WHOLE_SCRIPTS, "compute_argv")
    if adapter.way not in asked or hasattr(adapter.module, "get_features"):
        return adapter.features()
    try:
        named = zip(PROBES, probed(adapter), strict=True)
    except Absent:
        return frozenset(FEATURES)
    lacks = {feature for feature, result in named if result.status is not Status.PASS}
    return frozenset(FEATURES) if "mvp" in lacks else frozenset(FEATURES) - lacks


def probed(adapter: Adapter) -> list[Result]:
    """What becomes of the modules. Raises Absent."""
    features = features_of("3", [f"+{name}" for name in FEATURES.keys() - DEFAULT.on])
    source = Source("features.wast", SCRIPT)
    commands = parse_script(SCRIPT, features=features)
    if adapter.way in WHOLE_SCRIPTS:
        given = run_whole(
            adapter, source.name, source, commands, timeout=TIMEOUT, features=features
        )
    else:
        given = run_through(
            source.name,
            source,
            commands,
            lambda: make_engine(adapter, features=features, timeout=TIMEOUT),
        )
    return list(given)
