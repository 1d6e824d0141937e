"""Which features an engine has: what its adapter says, or else what the engine itself shows."""

from __future__ import annotations

from refwasm.engines.adapter import Absent, Adapter
from refwasm.engines.probe import PROBES
from refwasm.engines.scripts import WHOLE_SCRIPTS, run_whole
from refwasm.generated.features import FEATURES
from refwasm.script.parse import parse_script
from refwasm.script.results import Status
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, features_of

TIMEOUT = 30.0  # seconds for each run
SCRIPT = "\n".join(f"(module {probe})" for probe in PROBES.values())


def abilities(adapter: Adapter) -> frozenset[str]:
    """The features of the engine of `adapter`.

    One that runs whole scripts is given a script with a module for each, unless the adapter says. Of an
    engine that runs none of them, or that is absent, nobody knows that it lacks any.
    """
    if adapter.way not in WHOLE_SCRIPTS or hasattr(adapter.module, "get_features"):
        return adapter.features()
    features = features_of("3", [f"+{name}" for name in FEATURES.keys() - DEFAULT.on])
    source = Source("features.wast", SCRIPT)
    commands = parse_script(SCRIPT, features=features)
    try:
        results = list(
            run_whole(adapter, source.name, source, commands, timeout=TIMEOUT, features=features)
        )
    except Absent:
        return frozenset(FEATURES)
    named = zip(PROBES, results, strict=True)
    lacks = {feature for feature, result in named if result.status is not Status.PASS}
    return frozenset(FEATURES) if "mvp" in lacks else frozenset(FEATURES) - lacks
