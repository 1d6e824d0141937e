"""Expectations: files that say which commands of a suite an engine is known to fail, and why.

The form is that of the wasi-testsuite's expectation files, TOML with tables `[[suite]]` and `[[suite.test]]`; a suite is a
folder here, a test a script, and more keys select commands of it. See docs/expectations.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from refwasm.generated.opcodes import OPS
from refwasm.harness.spectrum import FAILED
from refwasm.script.results import Result, Status, bounded

VERSION = 1
FAILURES = {s.value: s for s in Status if s in FAILED - {Status.UNEXPECTED}}
TEST = re.compile(r"\s*\[\[\s*suite\s*\.\s*test\s*\]\]\s*(#.*)?")
KEYS = frozenset(
    ("name", "action", "expected", "line", "text", "kind", "instruction")
    + ("engine", "platform", "reason", "issue")
)
INHERITED = ("engine", "platform")  # a suite may say them of its tests
SYSTEMS = {"darwin": "macos"}


class ExpectError(ValueError):
    """The file cannot be read, or says what has no meaning; the text begins with the place."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What an entry at `place` says of commands of the scripts that are called like `script`.

    Where a selector is empty, all are meant. `statuses` are those in which they end; none if they pass, or
    `skip` says that they do not run.
    """

    place: str  # file and line
    script: str  # a pattern
    statuses: frozenset[Status] = frozenset()
    skip: bool = False
    lines: tuple[int, ...] = ()
    text: str = ""
    kinds: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    reason: str = ""
    issue: str = ""

    @property
    def excuse(self) -> str:
        """Why it fails, in one line."""
        issue = f"({self.issue})" if self.reason and self.issue else self.issue
        return bounded(" ".join(f"{self.reason} {issue}".split())) or self.place

    @property
    def exact(self) -> bool:
        """Whether it names commands one by one, so that each of them fails."""
        return bool(self.lines or self.text)

    def holds_for(self, script: str) -> bool:
        """Whether it says something of the script of this name."""
        return any(fnmatchcase(script, f"{self.script}{end}") for end in ("", ".wast"))

    def concerns(self, engine: Iterable[str], platform: str) -> bool:
        """Whether it says something of an engine with these names, on a `platform` as runs name it."""
        system, _, machine = platform.lower().partition(" ")
        system = SYSTEMS.get(system, system)
        here = (system, f"{system}-{machine}")
        return _any(self.engines, engine) and _any(self.platforms, here)

    def selects(self, result: Result, text: str) -> bool:
        """Whether it says something of the command with `result`, which has this `text`."""
        return (
            (not self.lines or result.line in self.lines)
            and (not self.text or words(self.text) in words(text))
            and _any(self.kinds, (result.kind,))
            and _any(self.instructions, result.instructions)
        )


def _any(patterns: Sequence[str], names: Iterable[str]) -> bool:
    return not patterns or any(fnmatchcase(n, p) for n in names for p in patterns)


def words(text: str) -> str:
    """`text` with one space in place of any."""
    return " ".join(text.split())


def load(path: Path) -> tuple[Expected, ...]:
    """The entries in the file at `path`, in their order. Raises ExpectError."""
    try:
        return tuple(read(path.read_text("utf-8"), str(path)))
    except OSError as e:
        raise ExpectError(f"{path}: cannot read: {e.strerror}") from e
    except UnicodeDecodeError as e:
        raise ExpectError(f"{path}: not UTF-8") from e


def read(text: str, name: str) -> Iterator[Expected]:
    """The entries in `text`, the contents of the file `name`. Raises ExpectError."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        found = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", str(e))
        what, line = (found[1], found[2]) if found else (str(e), None)
        said = f"{name}:{line or text.count(chr(10)) + 1}: {what}"
        raise ExpectError(said) from e
    if document.pop("version", VERSION) != VERSION:
        raise ExpectError(f"{name}: version: not {VERSION}")
    suites = _tables(document.pop("suite", []), f"{name}: suite")
    if document:
        raise ExpectError(f"{name}: {next(iter(document))} is no key of such a file")
    places = [n for n, line in enumerate(text.split("\n"), 1) if TEST.fullmatch(line.rstrip("\r"))]
    tests = [
        (suite, t)
        for suite in suites
        for t in _tables(suite.get("test", []), f"{name}: suite.test")
    ]
    if len(places) != len(tests):
        raise ExpectError(f"{name}: each test begins with a line [[suite.test]]")
    for suite in suites:
        odd = suite.keys() - {"name", "test", *INHERITED}
        if odd or not isinstance(suite.get("name", ""), str):
            raise ExpectError(f"{name}: a suite has a name, tests, engine and platform")
    for (suite, test), line in zip(tests, places, strict=True):
        inherited: dict[str, object] = {k: suite[k] for k in INHERITED if k in suite}
        yield _expected({**inherited, **test}, str(suite.get("name", ".")), f"{name}:{line}")


def _tables(value: object, what: str) -> list[dict[str, object]]:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    raise ExpectError(f"{what}: not a list of tables")


def _expected(test: Mapping[str, object], folder: str, place: str) -> Expected:
    """The entry `test` at `place`, of a script in `folder`. Raises ExpectError."""
    for key in test:
        if key not in KEYS:
            raise ExpectError(f"{place}: {key} is no key of a test")
    (name,) = _names(test, "name", place) or ("",)
    statuses = _names(test, "expected", place)
    actions = _names(test, "action", place)
    if not name:
        raise ExpectError(f"{place}: name: which script is meant?")
    if not (statuses or actions):
        raise ExpectError(f"{place}: what is expected? (expected or action)")
    known = {*FAILURES, Status.PASS.value}
    for word in statuses:
        if word not in known or (word == Status.PASS.value and len(statuses) > 1):
            raise ExpectError(f"{place}: expected: {word!r}, not pass or of {', '.join(FAILURES)}")
    if actions not in ((), ("skip",)):
        raise ExpectError(f"{place}: action: {actions[0]!r}, not 'skip'")
    instructions = _names(test, "instruction", place)
    for key in instructions:
        if not any(fnmatchcase(op.name, key) for op in OPS):
            raise ExpectError(f"{place}: instruction: there is none called {key!r}")
    if actions and instructions:
        raise ExpectError(f"{place}: which instructions run is not known of what is skipped")
    return Expected(
        place=place,
        script=name if folder in ("", ".") else f"{folder.rstrip('/')}/{name}",
        statuses=frozenset(FAILURES[s] for s in statuses if s in FAILURES),
        skip=bool(actions),
        lines=_lines(test.get("line", []), place),
        text=_text(test, "text", place),
        kinds=_names(test, "kind", place),
        instructions=instructions,
        engines=_names(test, "engine", place),
        platforms=_names(test, "platform", place),
        reason=_text(test, "reason", place),
        issue=_text(test, "issue", place),
    )


def _text(test: Mapping[str, object], key: str, place: str) -> str:
    value = test.get(key, "")
    if not isinstance(value, str):
        raise ExpectError(f"{place}: {key}: not a string")
    return value


def _names(test: Mapping[str, object], key: str, place: str) -> tuple[str, ...]:
    """A string or, of what may be several, a list of them."""
    value = test.get(key, [])
    several = [value] if isinstance(value, str) else value
    if key in ("name", "action") and value and not isinstance(value, str):
        raise ExpectError(f"{place}: {key}: not a string")
    if not isinstance(several, list) or not all(isinstance(v, str) and v for v in several):
        raise ExpectError(f"{place}: {key}: neither a string nor a list of them")
    return tuple(several)


def _lines(value: object, place: str) -> tuple[int, ...]:
    several = value if isinstance(value, list) else [value]
    if not all(type(n) is int and n > 0 for n in several):
        raise ExpectError(f"{place}: line: neither a number nor a list of them")
    return tuple(several)
