"""The official suite as test material: where it is, and every module that its scripts hold."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.errors import Malformed
from refwasm.script.commands import (
    AssertModule,
    BinaryModule,
    Command,
    Definition,
    ModuleCommand,
    QuotedModule,
    TextModule,
)
from refwasm.script.parse import parse_script
from refwasm.source import Source
from refwasm.syntax.modules import Module
from refwasm.text.lexer import decode_source
from refwasm.text.parse_module import parse_module

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "spec-suite"
ROOT = Path(os.environ.get("REFWASM_SUITE") or BESIDE)
HERE = (ROOT / "core").is_dir()
MISSING = "no official suite: $REFWASM_SUITE names none, and ../shared/spec-suite is not there"
needs_suite = pytest.mark.skipif(not HERE, reason=MISSING)
FULL = bool(os.environ.get("REFWASM_FULL"))  # everything, not a sample that stays the same
SCRIPTS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.wast")) if HERE else []
CURRENT = [name for name in SCRIPTS if name.startswith(("core/", "custom/"))]
OTHERS = [name for name in SCRIPTS if name not in set(CURRENT)]  # of older editions and proposals
LEGACY = [name for name in OTHERS if name.startswith("legacy/")]


def sample(scripts: list[str], every: int) -> list[str]:
    """Each `every`th of `scripts`, or all of them in a full run."""
    return scripts if FULL else scripts[::every]


@contextmanager
def uncovered() -> Iterator[None]:
    """What runs here is not measured: it shows that the code is right, the code's own tests run it.

    Measuring takes several times as long as what is measured.
    """
    trace = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(trace)


@dataclass(frozen=True, slots=True)
class Case:
    """A module of a script: where it stands, what the script says of it, and what it is."""

    place: str
    keyword: str  # that of its command: module, assert_invalid, ...
    expected: str  # the text of its failure, where it should fail
    definition: Definition

    def load(self) -> Module:
        """The module. Raises Malformed."""
        match self.definition:
            case TextModule(Malformed() as error):
                raise error
            case TextModule(Module() as module):
                return module
            case BinaryModule(data):
                return decode_module(data)
            case QuotedModule(text):
                return parse_module(decode_source(text))
        raise AssertionError(self.definition)

    @property
    def size(self) -> int | None:
        """How long its source is, in the units of offsets, if it stands apart from the script."""
        match self.definition:
            case BinaryModule(data):
                return len(data)
            case QuotedModule(text):
                return len(text.decode(errors="replace"))
        return None


def commands(script: str) -> tuple[Source, list[Command]]:
    """The text and the commands of `script`."""
    text = decode_source((ROOT / script).read_bytes())
    return Source(script, text), parse_script(text)


def cases(script: str) -> Iterator[Case]:
    """Every module that `script` holds, in order."""
    source, found = commands(script)
    for command in found:
        place = source.place(command.offset)
        match command:
            case ModuleCommand(definition=definition):
                yield Case(place, command.keyword, "", definition)
            case AssertModule(definition=definition) if definition is not None:
                yield Case(place, command.keyword, command.text, definition)
