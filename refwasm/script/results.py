"""The result of one command of a script, and its line of JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum

LONGEST = 2000  # characters of what an engine says
UNSTARTED = "the engine did not start"
UNMADE = re.compile(r"no (?:module|instance)(?: \$.*)? defined", re.DOTALL)
SURROGATES = re.compile("[\ud800-\udfff]")  # no text in UTF-8 has them


def bounded(text: str, most: int = LONGEST) -> str:
    """`text` without its middle if it is too long for a report, and with U+FFFD for lone surrogates."""
    if len(text) > most:
        half = most // 2 - 2
        text = f"{text[:half]}...{text[-half:]}"
    return text if text.isascii() else SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


class Status(Enum):
    """How a command ended."""

    PASS = "pass"
    FAIL = "fail"  # it ran, and did not do what it asserts
    TEXT = "text"  # it failed as it asserts, with a message that begins in other words
    ERROR = "error"  # refwasm itself failed: a bug
    TIMEOUT = "timeout"
    CRASH = "crash"  # the process died under it
    GARBLED = "garbled"  # the engine's answer makes no sense
    UNEXPECTED = "unexpected"  # it passed, though an expectation says that it fails
    UNSUPPORTED = "unsupported"  # the engine says that it cannot run this
    SKIPPED = "skipped"

    # There is one of each, and they are counted by the hundred thousand: that of Enum is a function of Python's.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the command at `index` (from 0) of `script`.

    `script` is the path below the suite's root, with `/`; `line` counts from 1; `seconds` is wall time.
    `instructions` are the keys of the rows that ran, or at which the module was rejected; `trap` is the
    text of the trap that was seen, if any, and `site` the key of the row that was under way when the
    command's error arose. `rule` is the anchor or the premise by which a module was rejected, and
    `features` are those that the command needs, as far as they are known. `phrases` is how many of the
    script's top-level phrases the command is. `engine` is the name under which the report has the
    engine, and `excuse` the reason of the expectation that covers a failure.
    """

    script: str
    index: int
    line: int
    kind: str
    status: Status
    expected: str = ""
    got: str = ""
    instructions: tuple[str, ...] = ()
    trap: str = ""
    site: str = ""
    phrases: int = 1
    seconds: float = 0.0
    rule: str = ""
    features: tuple[str, ...] = ()
    engine: str = ""
    excuse: str = ""

    def __post_init__(self) -> None:
        """Engines may say anything, of any length."""
        for name in ("expected", "got", "trap"):
            said = getattr(self, name)
            if len(said) > LONGEST or not said.isascii():
                object.__setattr__(self, name, bounded(said))

    @property
    def follows(self) -> bool:
        """Whether it failed for no reason of its own: the module or instance that it uses is not there."""
        return UNMADE.fullmatch(self.got) is not None

    @property
    def unstarted(self) -> bool:
        """Whether nothing came of it since the engine never answered anything."""
        return self.got.startswith(UNSTARTED) and self.status is not Status.PASS

    @property
    def is_assertion(self) -> bool:
        """Whether the command is an assertion, by the name of its directive."""
        return self.kind.startswith("assert_")


def to_json(result: Result) -> str:
    """`result` as one line of JSON."""
    return json.dumps(
        {
            "script": result.script,
            "index": result.index,
            "line": result.line,
            "kind": result.kind,
            "status": result.status.value,
            "expected": result.expected,
            "got": result.got,
            "instructions": result.instructions,
            "trap": result.trap,
            "site": result.site,
            "phrases": result.phrases,
            "seconds": result.seconds,
            "rule": result.rule,
            "features": result.features,
            "engine": result.engine,
            "excuse": result.excuse,
        }
    )


def from_json(line: str) -> Result:
    """The result that `to_json` wrote; raises ValueError or KeyError on anything else."""
    fields = json.loads(line)
    fields["status"] = Status(fields["status"])
    for name in ("instructions", "features"):
        fields[name] = tuple(fields[name])
    return Result(**fields)
