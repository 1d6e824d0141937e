"""The map of a suite's scripts: what the cache has of it, and what a run on the tier that traces tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from refwasm.engines.adapter import Adapter
from refwasm.harness.attribution import Entries, Map, cached, digest, make_map
from refwasm.harness.conform import Limits, conform
from refwasm.harness.map_cache import Cache
from refwasm.harness.suite import Suite, revision_of, script_name
from refwasm.script.results import Result
from refwasm.syntax.features import DEFAULT, Features


def known(
    suite: Suite,
    scripts: Sequence[Path],
    given: Path | None,
    engines: Sequence[Adapter],
    *,
    workers: int | None = None,
    limits: Limits | None = None,
    features: Features = DEFAULT,
    making: Callable[[int], None] = lambda n: None,
) -> dict[str, Entries]:
    """What a map knows of `scripts` as they are now, by name.

    The map is that in the file `given`, or else what the cache has; what it lacks is made if one of `engines`
    cannot tell itself which instructions run, after `making` was told how many scripts that are. Raises
    MapError, HarnessError, KeyboardInterrupt.
    """
    cache = Cache(features=features)
    names = {path: script_name(suite.root, path) for path in scripts}
    digests = {path: digest(path.read_bytes()) for path in scripts}
    found = Map.load(given) if given else None
    entries = {
        path: found.of(name, digests[path]) if found else cached(cache, digests[path])
        for path, name in names.items()
    }
    left = [path for path, of in entries.items() if of is None]
    if left and not given and not all(engine.tracing for engine in engines):
        making(len(left))
        made = suite_map(
            suite, left, cache=cache, workers=workers, limits=limits, features=features
        )
        entries |= {path: made.of(names[path]) for path in left}
    return {names[path]: of for path, of in entries.items() if of is not None}


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
    )
