"""What the options of the pytest plugin ask for: engines, what they are not asked, how results are judged."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from refwasm.engines.abilities import abilities
from refwasm.engines.adapter import Adapter, AdapterError, load
from refwasm.harness.attribution import (
    Entries,
    Map,
    MapError,
    Static,
    attributed,
    cached,
    digest,
    lacking,
    static,
)
from refwasm.harness.expect import Expected, ExpectError
from refwasm.harness.expect import load as load_expected
from refwasm.harness.judge import judged, skipped, texts_of
from refwasm.harness.map_cache import Cache
from refwasm.harness.subjects import Presence, labels, presence
from refwasm.harness.suite import Suite, SuiteError, script_name, scripts_below
from refwasm.script.results import Result
from refwasm.syntax.features import FeatureError, Features, features_of, split


@dataclass(slots=True)
class Asked:
    """The engines by their labels, with the expectations that concern each."""

    root: Path  # of the suite, or else of the tests
    scripts: dict[str, Path]  # of the suite, by name
    features: Features
    engines: dict[str, Adapter]
    expected: dict[str, list[Expected]]
    map: Map | None
    strict: bool
    _presence: dict[str, Presence] = field(default_factory=dict)
    _able: dict[str, frozenset[str]] = field(default_factory=dict)

    def presence(self, label: str) -> Presence:
        """Whether the engine is on this machine and starts."""
        if label not in self._presence:
            self._presence[label] = presence(self.engines[label])
        return self._presence[label]

    def unfit(self, label: str, name: str, path: Path) -> dict[int, str]:
        """The commands of a script that the engine is not asked, by index, each with the reason."""
        if label not in self._able:
            self._able[label] = abilities(self.engines[label])
        has = self.features.on & self._able[label]
        found = lacking(self._known(name, path), has) if has != self.features.on else {}
        return found | skipped(self._expected(label, name), path, self.features)

    def judged(self, label: str, name: str, path: Path, results: Sequence[Result]) -> list[Result]:
        """The results of a script on an engine as expectations say."""
        entries = self._mapped(name, path)
        found = attributed(results, entries, traced=self.engines[label].tracing)
        said = self._expected(label, name)
        return judged(found, said, texts_of(path, found)) if said else found

    def _expected(self, label: str, name: str) -> list[Expected]:
        return [entry for entry in self.expected[label] if entry.holds_for(name)]

    def _known(self, name: str, path: Path) -> Entries | Sequence[Static]:
        """What is known of the commands of a script: by the map, the cache, or without a run."""
        found = self._mapped(name, path)
        try:
            if found is None:
                found = cached(Cache(features=self.features), digest(path.read_bytes()))
            return static(path, self.features) if found is None else found
        except OSError:
            return ()

    def _mapped(self, name: str, path: Path) -> Entries | None:
        try:
            return self.map.of(name, digest(path.read_bytes())) if self.map else None
        except OSError:
            return None


ASKED = pytest.StashKey[Asked]()


def asked_of(config: pytest.Config) -> Asked:
    """What the options say. Raises UsageError."""
    option = config.getoption
    given: Path | None = option("--refwasm-map")
    root: Path | None = option("--refwasm-suite")
    try:
        engines = labels([load(name) for name in option("--refwasm-engine")])
        expected = [e for path in option("--refwasm-expect") for e in load_expected(path)]
        found = Map.load(given) if given else None
        features = chosen(config)
        paths = scripts_below(Suite(root), option("--refwasm-path"), features) if root else []
    except (FeatureError, AdapterError, ExpectError, MapError, SuiteError) as e:
        raise pytest.UsageError(str(e)) from e
    here = f"{platform.system()} {platform.machine()}"
    concerned = {
        label: [e for e in expected if e.concerns((label, adapter.name), here)]
        for label, adapter in engines.items()
    }
    for label, entries in concerned.items():
        for entry in entries:
            if entry.instructions and not (found or engines[label].tracing):
                said = f"which instructions run in {label} takes --refwasm-map"
                raise pytest.UsageError(f"{entry.place}: {said}")
    return Asked(
        root=root or config.rootpath,
        scripts=dict(sorted((script_name(root, path), path) for path in paths)) if root else {},
        features=features,
        engines=engines,
        expected=concerned,
        map=found,
        strict=option("--refwasm-strict"),
    )


def chosen(config: pytest.Config) -> Features:
    """What the options say of edition and features. Raises FeatureError."""
    changes = split(config.getoption("--refwasm-features"))
    return features_of(config.getoption("--refwasm-spec"), changes)
