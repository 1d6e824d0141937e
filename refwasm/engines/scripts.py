"""Engines that run whole scripts: a result for every command, by as few processes as that takes.

The whole script is run first. If that fails, what the engine names as failing is taken out and the rest
is run again, until all of the rest passes; where the engine names nothing, since it only has an exit
code, died or hung, halving finds the command. What the rest needs of a command that failed is kept: the
action without the assertion, as far as the engine runs that.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from refwasm.engines.adapter import Adapter
from refwasm.engines.batch import Output, run
from refwasm.engines.minimal import Cutter, Dependences, Form
from refwasm.script.commands import (
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    Command,
    InstanceCommand,
    ModuleCommand,
    Register,
)
from refwasm.script.json import Document, document_of
from refwasm.script.json_values import Json
from refwasm.script.results import Result, Status
from refwasm.script.run import LATE
from refwasm.script.values import show_all
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, Features

WHOLE_SCRIPTS = ("compute_script_argv", "compute_json_argv")  # the ways to run of such engines

PLAIN = re.compile(r"[A-Za-z0-9_.-]+\.wast")
LONGEST = 400  # characters of what an engine says of a command
NOISE = re.compile(r"failed to run script file \S+|failed directive on|Error:|Caused by:|-->|\b0:")
BACKTRACE = re.compile(r"\n\s*(?:stack )?backtrace:", re.IGNORECASE)
SUCCESS = "success"


class Said(NamedTuple):
    """What an engine says of a script: the lines that failed, and whether it ran the others as well."""

    failures: Sequence[tuple[int, str]]
    complete: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a part of a script.

    Commands in `failed` did, the others passed if it is `complete`. If it is not and nothing failed
    that is known, `status` and `got` say how it ended.
    """

    failed: Mapping[int, str] = field(default_factory=dict)
    complete: bool = False
    status: Status = Status.FAIL
    got: str = ""


Attempt = Callable[[Sequence[int], Mapping[int, Form], float], Verdict]


def run_whole(
    adapter: Adapter,
    name: str,
    source: Source,
    commands: Sequence[Command],
    *,
    timeout: float,
    whole: float = 600,
    features: Features = DEFAULT,
    lacking: Mapping[int, str] | None = None,
    done: int = 0,
) -> Iterator[Result]:
    """Run the script `commands`, which reports call `name`, by `adapter`; a result for each command.

    Each process has `timeout` seconds, all together `whole`. `lacking` are commands that the engine
    cannot run, with the reasons. Results begin with that of command `done`. Raises Absent.
    """
    start = time.monotonic()
    dependences = Dependences(commands, features=features)
    with tempfile.TemporaryDirectory(prefix="refwasm-script-") as folder:
        lacks = dict(lacking or {})
        if adapter.way == "compute_json_argv":
            document = document_of(source, commands, "module", features=features)
            by_json = ByJson(adapter, document, Path(folder))
            lacks = by_json.unread() | lacks
            attempt: Attempt = by_json.attempt
        else:
            attempt = ByText(adapter, name, source, commands, Path(folder)).attempt
        settled = Settling(commands, dependences, attempt, timeout=timeout, end=start + whole)
        settled.settle(lacks)
    share = round((time.monotonic() - start) / max(1, len(commands)), 6)
    for i, command in enumerate(commands):
        if i >= done:
            status, expected, got = settled.fates[i]
            yield Result(
                script=name,
                index=i,
                line=source.line_column(command.offset)[0],
                kind=command.keyword,
                status=status,
                expected=expected,
                got=got,
                phrases=command.phrases if isinstance(command, ModuleCommand) else 1,
                seconds=share,
            )


# Running a part of a script


class ByText:
    """Runs parts of a script that are texts."""

    def __init__(
        self,
        adapter: Adapter,
        name: str,
        source: Source,
        commands: Sequence[Command],
        folder: Path,
    ):
        self.adapter = adapter
        self.cutter = Cutter(source, commands)
        base = name.rpartition("/")[2]
        self.path = folder / (base if PLAIN.fullmatch(base) else "script.wast")

    def attempt(self, kept: Sequence[int], forms: Mapping[int, Form], timeout: float) -> Verdict:
        """Run the commands `kept`."""
        cut = self.cutter.cut(kept, forms)
        self.path.write_bytes(cut.text.encode())
        argv = self.adapter.module.compute_script_argv(str(self.path))
        output = _run(argv, self.path, timeout)
        return _verdict(self.adapter, output, cut.at, self.path.name)


class ByJson:
    """Runs parts of a script that are JSON; a line is the number of a command, from 1."""

    def __init__(self, adapter: Adapter, document: Document, folder: Path):
        self.adapter = adapter
        self.document = document
        self.path = folder / "script.json"
        for name, data in document.files.items():
            (folder / name).write_bytes(data)

    def unread(self) -> dict[int, str]:
        """The commands that the engine has no form for, with the reasons."""
        lacks = getattr(self.adapter.module, "lacks", lambda command: "")
        found = {i: str(lacks(command)) for i, command in enumerate(self.document.commands)}
        return {i: why for i, why in found.items() if why}

    def attempt(self, kept: Sequence[int], forms: Mapping[int, Form], timeout: float) -> Verdict:
        """Run the commands `kept`."""
        shown = [(i, self.shown(i, forms.get(i, Form.WHOLE))) for i in kept]
        commands = [command | {"line": i + 1} for i, command in shown if command]
        self.path.write_bytes(Document("script.wast", commands).text().encode())
        argv = self.adapter.module.compute_json_argv(str(self.path))
        wanted = frozenset(kept)
        return _verdict(
            self.adapter,
            _run(argv, self.path, timeout),
            lambda line: line - 1 if line - 1 in wanted else None,
            "script.wast",
        )

    def shown(self, i: int, form: Form) -> dict[str, Json]:
        """The JSON of command `i`."""
        command = self.document.commands[i]
        if form is Form.WHOLE:
            return command
        if form is Form.NOTHING:
            return {}
        trap = form is Form.TRAPPING
        head: dict[str, Json] = {"type": "assert_trap" if trap else "action", "line": 0}
        text: dict[str, Json] = {"text": ""} if trap else {}
        expected = [] if "text" not in command else command.get("expected", [])
        return head | {"action": command["action"]} | text | {"expected": expected}


def _run(argv: Sequence[str], path: Path, timeout: float) -> Output:
    """What `argv` says of the script at `path`, whose folder means nothing to anybody."""
    folder = f"{path.parent}{os.sep}"
    try:
        output = run(argv, timeout=timeout)
    except OSError as e:
        return Output(code=-1, stderr=f"{argv[0]} cannot be started: {e.strerror or e}")
    stdout, stderr = (text.replace(folder, "") for text in (output.stdout, output.stderr))
    return replace(output, stdout=stdout, stderr=stderr)


def _verdict(
    adapter: Adapter, output: Output, at: Callable[[int], int | None], file: str
) -> Verdict:
    """What `output` says, where `at` knows which command a line is."""
    if output.code is None:
        return Verdict(status=Status.TIMEOUT, got=output.evidence())
    if output.died:
        return Verdict(status=Status.CRASH, got=output.evidence())
    reads = getattr(adapter.module, "read_output", None)
    said = reads(output) if reads else read_output(output, file)
    if said is None or output.cut:
        return Verdict(status=Status.GARBLED, got=output.evidence())
    failed = {i: text for line, text in said.failures if (i := at(line)) is not None}
    if len(failed) < len({line for line, _ in said.failures}):
        return Verdict(status=Status.GARBLED, got=output.evidence())
    if failed or said.complete:
        return Verdict(failed, said.complete)
    return Verdict(got=output.evidence())


def read_output(output: Output, file: str) -> Said:
    """What most engines mean: exit code 0 is success, else the first place in `file` named failed."""
    if output.code == 0:
        return Said((), complete=True)
    place = re.compile(rf"{re.escape(file)}:(\d+)(?:[.:]\d+(?:-\d+\.\d+)?)?:?")
    for text in (output.stderr, output.stdout):
        if found := place.search(text):
            return Said([(int(found[1]), spoken(text, found))], complete=False)
    return Said((), complete=False)


def spoken(text: str, place: re.Match[str]) -> str:
    """What `text` says on one line, without `place`, without a backtrace, without common phrases."""
    cut = BACKTRACE.search(text)
    before, after = text[: place.start()], text[place.end() : cut.start() if cut else None]
    return " ".join(NOISE.sub(" ", f"{before} {after}").split())[:LONGEST]


# Settling what became of each command


class Settling:
    """What became of each command, as far as it is known."""

    def __init__(
        self,
        commands: Sequence[Command],
        dependences: Dependences,
        attempt: Attempt,
        *,
        timeout: float,
        end: float,
    ):
        self.commands = commands
        self.dependences = dependences
        self._attempt = attempt
        self.timeout = timeout
        self.end = end  # by the monotonic clock
        self.fates: dict[int, tuple[Status, str, str]] = {}
        self.forms: dict[int, Form] = {}  # of those that are not kept as they are
        self.sane = False  # the engine runs a script without commands

    def settle(self, lacking: Mapping[int, str]) -> None:
        """Find out about all of them."""
        for i, why in lacking.items():
            self.leave_out(i, Status.UNSUPPORTED, "", why)
        for i, link in enumerate(self.dependences.links):
            if link.missing and i not in self.fates:
                self.leave_out(i, Status.FAIL, SUCCESS, link.missing)
        while pending := self.pending():
            if time.monotonic() >= self.end:
                self.fates |= dict.fromkeys(pending, (Status.SKIPPED, "", LATE))
            else:
                self.step(pending)

    def pending(self) -> list[int]:
        """The commands of which nothing is known yet."""
        return [i for i in range(len(self.commands)) if i not in self.fates]

    def step(self, pending: list[int]) -> None:
        """Run `pending`, and settle one of them at least, or how one that failed is kept."""
        verdict = self.attempt(pending)
        if verdict.complete:
            self.accept(pending, verdict)
        elif verdict.failed:
            self.blame(verdict)
        else:
            self.search(pending, verdict)

    def attempt(self, wanted: Sequence[int]) -> Verdict:
        """Run `wanted` and what they need."""
        kept = self.dependences.needed(wanted, self.effects())
        limit = min(self.timeout, max(0.1, self.end - time.monotonic()))
        return self._attempt(kept, self.forms, limit)

    def effects(self) -> list[int]:
        """The settled commands that can run again for their effects."""
        return [i for i in self.fates if self.forms.get(i) is not Form.NOTHING]

    def accept(self, ran: Sequence[int], verdict: Verdict) -> None:
        """Settle those that `ran`, to the end: up to the first that binds something and failed."""
        for i in ran:
            if i not in self.fates:
                if i not in verdict.failed:
                    self.fates[i] = (Status.PASS, "", "")
                elif self.binds(i):
                    self.fail(i, Status.FAIL, verdict.failed[i])
                    return
                else:
                    self.fates[i] = (Status.FAIL, expectation(self.commands[i]), verdict.failed[i])

    def blame(self, verdict: Verdict) -> None:
        """Settle those that failed; what had failed before is kept in a lesser form."""
        for i, got in verdict.failed.items():
            if i in self.fates:
                form = self.forms.get(i, Form.WHOLE)
                self.forms[i] = Form(form + 1) if self.asserts_action(i) else Form.NOTHING
            else:
                self.fail(i, Status.FAIL, got)

    def search(self, pending: Sequence[int], verdict: Verdict) -> None:
        """Find by halving the first of `pending` with which the engine ends as `verdict` says."""
        if not self.sane:
            if not self.attempt([]).complete:
                said = (verdict.status, "an answer", verdict.got)
                self.fates |= dict.fromkeys(pending, said)
                return
            self.sane = True
        good, bad, last = 0, len(pending), verdict
        passed = Verdict(complete=True)
        while bad - good > 1 and time.monotonic() < self.end:
            middle = (good + bad) // 2
            verdict = self.attempt(pending[:middle])
            if verdict.complete:
                good, passed = middle, verdict
            elif verdict.failed:
                self.blame(verdict)
                return
            else:
                bad, last = middle, verdict
        if bad - good == 1:
            deadly = pending[good]
            self.accept(pending[:good], passed)
            if deadly not in self.fates:
                self.fail(deadly, last.status, last.got)

    def fail(self, i: int, status: Status, got: str) -> None:
        """Settle that command `i` failed, and those that need what it binds."""
        again = status is Status.FAIL and self.asserts_action(i)
        self.forms[i] = Form.ACTION if again else Form.NOTHING
        self.fates[i] = (status, expectation(self.commands[i]), got)
        if self.binds(i):
            for j in self.dependences.builds_on(i):
                if j not in self.fates:
                    self.forms[j] = Form.NOTHING
                    self.fates[j] = (Status.FAIL, SUCCESS, undefined(self.commands[j]))

    def leave_out(self, i: int, status: Status, expected: str, got: str) -> None:
        """Settle that command `i` is not run, and hence nothing that needs what it binds."""
        for j in (i, *(self.dependences.builds_on(i) if self.binds(i) else ())):
            if j not in self.fates:
                self.forms[j] = Form.NOTHING
                self.fates[j] = (status, expected, got)

    def binds(self, i: int) -> bool:
        """Whether command `i` binds a module or an instance."""
        return isinstance(self.commands[i], ModuleCommand | InstanceCommand)

    def asserts_action(self, i: int) -> bool:
        """Whether command `i` does something of which it asserts something."""
        return isinstance(self.commands[i], AssertReturn | AssertFails)


def expectation(command: Command) -> str:
    """What `command` expects, as reports say it."""
    match command:
        case AssertReturn(results=results):
            return show_all(results)
        case AssertFails(keyword=keyword, text=text) | AssertModule(keyword=keyword, text=text):
            return keyword.removeprefix("assert_") + (f": {text}" if text else "")
        case _:
            return SUCCESS


def undefined(command: Command) -> str:
    """What is said where nothing is bound to the name that `command` uses."""
    match command:
        case InstanceCommand(module=name) | AssertModule(instance=InstanceCommand(module=name)):
            kind = "module"
        case Register(module=name):
            kind = "instance"
        case ActionCommand(action=action) | AssertReturn(action=action):
            kind, name = "instance", action.module
        case AssertFails(action=action):
            kind, name = "instance", action.module
        case _:
            return ""
    return f"no {kind} ${name} defined" if name else f"no {kind} defined"
