"""The map of a suite's scripts: what the cache has of it, and what a run on the tier that traces tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from refwasm.harness.attribution import Map, make_map
from refwasm.harness.conform import Limits, available_cores, conform
from refwasm.harness.map_cache import Cache
from refwasm.harness.suite import Suite, revision_of, script_name
from refwasm.script.results import Result
from refwasm.syntax.features import DEFAULT, Features


def suite_map(
    suite: Suite,
    scripts: Sequence[Path],
    *,
    cache: Cache | None = None,
    workers: int | None = None,
    limits: Limits | None = None,
    features: Features = DEFAULT,
) -> Map:
    """The map of `scripts` of `suite`, in `workers` processes where something has to be run.

    Raises HarnessError, KeyboardInterrupt.
    """
    names = {path: script_name(suite.root, path) for path in scripts}

    def run(left: Sequence[Path]) -> Mapping[Path, Sequence[Result]]:
        found: dict[str, Sequence[Result]] = {}

        def done(label: str, name: str, results: Sequence[Result]) -> None:
            found[name] = results

        conform(
            suite, left, workers=workers, limits=limits or Limits(), features=features, done=done
        )
        return {path: found.get(names[path], ()) for path in left}

    return make_map(
        revision_of(suite.root, scripts),
        names,
        run,
        cache=cache,
        features=features,
        workers=workers or available_cores(),
    )
