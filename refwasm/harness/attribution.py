"""The map of a suite: which instructions each command exercises, which features it needs, by which trap or
rule it ends. It comes from a traced run of refwasm, and tells as much about engines that cannot trace.

As a file it is JSON of the form that `report/map.schema.json` describes. Scripts are known by name and
by the digest of their bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

import refwasm
from refwasm.errors import Malformed
from refwasm.generated.features import FEATURES
from refwasm.generated.opcodes import OPS
from refwasm.harness.map_cache import Cache
from refwasm.harness.spectrum import COMMON, FAILED
from refwasm.harness.table import table_revision
from refwasm.script.holds import held
from refwasm.script.needs import needed
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.syntax.features import DEFAULT, Features
from refwasm.text.lexer import decode_source

SHOWN = 3  # names that are wrong
FEATURE = {op.name: op.feature for op in OPS}

# What engines say of modules: that instantiation failed, that they are refused; and in that the names of instructions that are
# no words of English.
MADE = re.compile(
    r"(unlinkable|trap|exception|exhaustion)\b|.*\b(imports?|out of bounds|unreachable)\b"
)
REFUSED = re.compile(r"(malformed|invalid|refused)\b")
WORD = re.compile(r"[a-z]\w*(?:[._]\w+)+")
FORMAT = 1  # rises when a key changes its meaning or goes

# A command that ended so may end otherwise the next time.
ENDED = (Status.TIMEOUT, Status.CRASH, Status.SKIPPED)


class MapError(Exception):
    """The file is no map, or cannot be read."""


class Entry(NamedTuple):
    """What is known of a command; the fields are those of `Result`."""

    line: int
    kind: str
    instructions: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    trap: str = ""
    site: str = ""
    rule: str = ""
    holds: tuple[str, ...] = ()  # the instructions in the module that it defines


Entries: TypeAlias = tuple[Entry, ...]
# The results of scripts on the tier that traces, by the scripts' paths.
Run: TypeAlias = Callable[[Sequence[Path]], Mapping[Path, Sequence[Result]]]


@dataclass(frozen=True, slots=True)
class Map:
    """What is known of the commands of scripts, by name; `digests` tell one version of a script from another."""

    suite: str  # revision
    table: str  # revision of the table of instructions
    version: str  # of refwasm
    spec: str = "3.0"
    changes: tuple[str, ...] = ()  # to the features of the edition
    entries: dict[str, Entries] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def of(self, script: str, digest: str = "") -> Entries | None:
        """The entries of the commands of `script`, if it is here with that digest, where one is given."""
        if digest and self.digests.get(script) != digest:
            return None
        return self.entries.get(script)

    def save(self, path: Path) -> None:
        """Write the map to `path`, with gzip if it ends in `.gz`. Raises OSError."""
        path.write_bytes(self.encoded(zipped=path.suffix == ".gz"))

    def encoded(self, *, zipped: bool) -> bytes:
        """The map as JSON; the same map gives the same bytes."""
        data = json.dumps(self.to_json(), ensure_ascii=False, separators=(",", ":")).encode()
        return gzip.compress(data, mtime=0) if zipped else data

    def to_json(self) -> dict[str, object]:
        """What the file holds."""
        return {
            "format": FORMAT,
            "suite": self.suite,
            "table": self.table,
            "refwasm": self.version,
            "spec": self.spec,
            "features": self.changes,
            "scripts": {
                name: {"sha256": self.digests[name], **script_to_json(self.entries[name])}
                for name in sorted(self.entries)
            },
        }

    @staticmethod
    def load(path: Path) -> Map:
        """The map in the file at `path`. Raises MapError."""
        try:
            data = path.read_bytes()
            if data[:2] == b"\x1f\x8b":
                data = gzip.decompress(data)
            found = json.loads(data)
            if found["format"] != FORMAT:
                raise MapError(f"{path}: a map of format {found['format']}, not {FORMAT}")
            scripts = found["scripts"]
            made = Map(
                suite=found["suite"],
                table=found["table"],
                version=found["refwasm"],
                spec=found["spec"],
                changes=tuple(found["features"]),
                entries={name: script_from_json(script) for name, script in scripts.items()},
                digests={name: script["sha256"] for name, script in scripts.items()},
            )
            made.check(path)
        except OSError as e:
            raise MapError(f"{path}: cannot read: {e.strerror or e}") from e
        except (
            ValueError,
            KeyError,
            TypeError,
            IndexError,
            AttributeError,
            EOFError,
            RecursionError,
            zlib.error,
        ) as e:
            raise MapError(f"{path}: not a map of a suite") from e
        return made

    def check(self, path: Path) -> None:
        """Check that this refwasm made the map in the file at `path`. Raises MapError."""
        if (self.table, self.version) != (table_revision(), refwasm.__version__):
            by = f"refwasm {self.version}, table {self.table}"
            raise MapError(f"{path}: a map by {by}: make it again with `refwasm conform map`")
        entries = [entry for script in self.entries.values() for entry in script]
        sets = {entry.instructions for entry in entries} | {entry.holds for entry in entries}
        keys = {key for names in sets for key in names}
        needs = {name for names in {entry.features for entry in entries} for name in names}
        for what, unknown in (
            ("instruction", (keys | {e.site for e in entries if e.site}) - {op.name for op in OPS}),
            ("feature", needs - FEATURES.keys()),
        ):
            if unknown:
                raise MapError(f"{path}: no such {what}: {', '.join(sorted(unknown)[:SHOWN])}")


def script_to_json(entries: Entries) -> dict[str, object]:
    """The entries of a script; sets of names that occur often are written once."""
    sets: dict[tuple[str, ...], int] = {(): 0}
    commands = []
    for entry in entries:
        command: dict[str, object] = {"line": entry.line, "kind": entry.kind}
        for key in ("instructions", "features", "holds"):
            if names := getattr(entry, key):
                command[key] = sets.setdefault(names, len(sets))
        texts = {"trap": entry.trap, "site": entry.site, "rule": entry.rule}
        commands.append(command | {key: text for key, text in texts.items() if text})
    return {"sets": [*sets], "commands": commands}


def script_from_json(script: dict[str, object]) -> Entries:
    """What `script_to_json` wrote. Raises ValueError, KeyError, TypeError or IndexError on anything else."""
    sets, commands = script["sets"], script["commands"]
    if not isinstance(sets, list) or not isinstance(commands, list):
        raise TypeError("sets and commands are lists")
    names = [tuple(map(str, keys)) for keys in sets]
    return tuple(
        Entry(
            line=int(command["line"]),
            kind=str(command["kind"]),
            instructions=names[command.get("instructions", 0)],
            features=names[command.get("features", 0)],
            trap=str(command.get("trap", "")),
            site=str(command.get("site", "")),
            rule=str(command.get("rule", "")),
            holds=names[command.get("holds", 0)],
        )
        for command in commands
    )


def attributed(
    results: Iterable[Result], entries: Entries | None, *, traced: bool = False
) -> list[Result]:
    """The results of a script, and of each what `entries` know and the engine did not tell.

    One that `traced` told which instructions ran; others tell at most where it ended. Of a module that was
    refused, they may be any that it holds, see `suspects`. A trap is told of a command that passed, which saw
    it then. Entries of another version of the script tell nothing, nor do any where the engine did not start.
    """
    return [_attributed(r, entries, traced=traced) for r in results]


def _attributed(result: Result, entries: Entries | None, *, traced: bool) -> Result:
    if entries is None or result.index >= len(entries) or result.unstarted:
        return result
    entry = entries[result.index]
    if (entry.line, entry.kind) != (result.line, result.kind):
        return result
    passed = result.status is Status.PASS
    ran = result.instructions
    if not traced:
        refused = suspects(result, entry.holds)
        known = entry.instructions if refused is None else refused
        ran = (*known, *(key for key in ran if key not in known))
    return replace(
        result,
        instructions=ran,
        site=result.site or (entry.site if passed or not result.instructions else ""),
        rule=result.rule or (entry.rule if passed else ""),
        trap=result.trap or (entry.trap if passed else ""),
        features=result.features or entry.features,
    )


def suspects(result: Result, holds: Sequence[str]) -> tuple[str, ...] | None:
    """Those of the instructions that the module of `result` holds for which it may have been refused, if it was.

    Where the engine names some of them, or a feature that some came with, it is those; what nearly every
    function has is none otherwise.
    """
    made = MADE.match(result.got) or not (result.kind == "module" or REFUSED.match(result.got))
    if made or result.follows or result.status not in FAILED:
        return None
    said = result.got.lower()
    words = {*WORD.findall(said)}
    features = {name for name in FEATURES if name in re.sub(r"[ _]", "-", said)}
    named = [key for key in holds if key.split()[0] in words]
    of_features = [key for key in holds if FEATURE[key] in features]
    return tuple(named or of_features or [key for key in holds if key not in COMMON])


def lacking(entries: Iterable[Entry | Static], features: Iterable[str]) -> dict[int, str]:
    """The commands, by index, that need more than `features`, each with what is missing."""
    have = frozenset(features)
    found: dict[int, str] = {}
    for index, entry in enumerate(entries):
        missing = [name for name in entry.features if name not in have]
        if missing:
            found[index] = f"needs {', '.join(missing)}"
    return found


def make_map(
    suite: str,
    scripts: Mapping[Path, str],
    run: Run,
    *,
    cache: Cache | None = None,
    features: Features = DEFAULT,
) -> Map:
    """The map of `scripts`, each by the name that reports have for it, of the revision `suite`.

    What `cache` has is taken from there; the other scripts are run by `run`.
    """
    digests = {path: digest(path.read_bytes()) for path in scripts}
    known: dict[Path, Entries] = {}
    for path, sha256 in digests.items():
        found = cached(cache, sha256)
        if found is not None:
            known[path] = found
    left = [path for path in scripts if path not in known]
    if left:
        results = run(left)
        for path in left:
            entries = entries_of(results.get(path, ()), static(path, features))
            known[path] = entries
            if cache is not None and not any(r.status in ENDED for r in results.get(path, ())):
                cache.put(digests[path], script_to_json(entries))
        if cache is not None:
            cache.trim()
    return Map(
        suite=suite,
        table=table_revision(),
        version=refwasm.__version__,
        spec=f"{features.edition}.0",
        changes=features.changes(),
        entries={name: known[path] for path, name in scripts.items()},
        digests={name: digests[path] for path, name in scripts.items()},
    )


def cached(cache: Cache | None, sha256: str) -> Entries | None:
    """The entries that `cache` has of the script with that digest; what is broken there is none."""
    found = cache.get(sha256) if cache else None
    if found is None:
        return None
    try:
        return script_from_json(found)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def entries_of(results: Sequence[Result], known: Sequence[Static]) -> Entries:
    """What the results of a script on the tier that traces say, and what is `known` of its commands without a run."""
    return tuple(
        Entry(
            line=r.line,
            kind=r.kind,
            instructions=r.instructions,
            features=known[r.index].features if r.index < len(known) else (),
            trap=r.trap,
            site=r.site,
            rule=r.rule,
            holds=known[r.index].holds if r.index < len(known) else (),
        )
        for r in results
    )


class Static(NamedTuple):
    """The features that a command needs, and the instructions in the module that it defines."""

    features: tuple[str, ...]
    holds: tuple[str, ...]


def static(path: Path, features: Features) -> list[Static]:
    """What is known of the commands of the script at `path` without a run; nothing if it cannot be read."""
    try:
        text = decode_source(path.read_bytes())
        commands = parse_script(text, features=features)
    except Malformed:
        return []
    needs = needed(text, commands, features)
    return [Static(of, held(c, features)) for of, c in zip(needs, commands, strict=True)]


def digest(data: bytes) -> str:
    """What tells scripts with different bytes apart."""
    return hashlib.sha256(data).hexdigest()
