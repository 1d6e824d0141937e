"""Engines that run whole scripts, as texts or as JSON: a result for every command."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from refwasm.engines.adapter import Adapter, AdapterError, described
from refwasm.engines.batch import Output, run
from refwasm.engines.minimal import Cutter, Dependences, Form
from refwasm.engines.process import EngineDied
from refwasm.engines.settling import Attempt, Settling, Verdict
from refwasm.script.commands import AssertReturn, Command, ModuleCommand
from refwasm.script.json import Document, document_of
from refwasm.script.json_values import Json
from refwasm.script.links import Link
from refwasm.script.result_types import ResultTypes
from refwasm.script.results import Result, Status
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.types import result_type

WHOLE_SCRIPTS = ("compute_script_argv", "compute_json_argv")  # the ways to run of such engines

LEAST = "(module)\n"  # in place of a script without commands, which engines refuse
PLAIN = re.compile(r"[A-Za-z0-9_.-]+\.wast")
LONGEST = 400  # characters of what an engine says of a command
NOISE = re.compile(r"failed to run script file \S+|failed directive on|Error:|Caused by:|-->|\b0:")
BACKTRACE = re.compile(r"\n\s*(?:stack )?backtrace:", re.IGNORECASE)


class Said(NamedTuple):
    """What an engine says of a script: the lines that failed, and whether it ran the others as well."""

    failures: Sequence[tuple[int, str]]
    complete: bool


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
        by_json, lacks = adapter.way == "compute_json_argv", dict(lacking or {})
        if by_json or hasattr(adapter.module, "lacks"):
            document = document_of(source, commands, "module", features=features)
            lacks = unread(adapter, document) | lacks
        attempt: Attempt
        if by_json:
            attempt = ByJson(adapter, document, Path(folder)).attempt
        else:
            attempt = ByText(adapter, name, source, commands, Path(folder)).attempt
        settled = Settling(commands, dependences, attempt, timeout=timeout, end=start + whole)
        settled.settle(lacks, miscounted(adapter, commands, dependences.links, features))
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


def unread(adapter: Adapter, document: Document) -> dict[int, str]:
    """The commands of `document` that the engine has no form for, with the reasons."""
    if not hasattr(adapter.module, "lacks"):
        return {}
    commands = enumerate(document.commands)
    found = {i: adapter.ask("lacks", str, command) for i, command in commands}
    return {i: why for i, why in found.items() if why}


def miscounted(
    adapter: Adapter, commands: Sequence[Command], links: Sequence[Link], features: Features
) -> dict[int, str]:
    """The assertions on more or fewer results than there are, if the engine takes those as true, with what there is."""
    if not hasattr(adapter.module, "counts_results") or adapter.ask("counts_results", bool):
        return {}
    types, found = ResultTypes(commands, links, features), {}
    for i, command in enumerate(commands):
        if isinstance(command, AssertReturn):
            there = types.of(command.action, links[i])
            if there is not None and len(there) != len(command.results):
                found[i] = f"values of type {result_type(there)}, which the engine does not count"
    return found


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
        self.path.write_bytes((cut.text if kept else LEAST).encode())
        return _attempt(self.adapter, self.path, self.path.name, cut.at, timeout)


class ByJson:
    """Runs parts of a script that are JSON; a line is the number of a command, from 1."""

    def __init__(self, adapter: Adapter, document: Document, folder: Path):
        self.adapter = adapter
        self.document = document
        self.path = folder / "script.json"
        for name, data in document.files.items():
            (folder / name).write_bytes(data)

    def attempt(self, kept: Sequence[int], forms: Mapping[int, Form], timeout: float) -> Verdict:
        """Run the commands `kept`."""
        shown = [(i, self.shown(i, forms.get(i, Form.WHOLE))) for i in kept]
        commands = [command | {"line": i + 1} for i, command in shown if command]
        self.path.write_bytes(Document("script.wast", commands).text().encode())
        wanted = frozenset(kept)
        return _attempt(
            self.adapter,
            self.path,
            "script.wast",
            lambda line: line - 1 if line - 1 in wanted else None,
            timeout,
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


def _attempt(
    adapter: Adapter, path: Path, file: str, at: Callable[[int], int | None], timeout: float
) -> Verdict:
    """What the engine says of the script at `path`, where `at` knows which command a line of `file` is."""
    try:
        argv = adapter.argv(adapter.way, str(path))
        return _verdict(adapter, _run(argv, path, timeout), at, file)
    except EngineDied as e:
        return Verdict(status=e.status, got=str(e))
    except (AdapterError, OSError) as e:
        return Verdict(status=Status.ERROR, got=described(e))


def _run(argv: Sequence[str], path: Path, timeout: float) -> Output:
    """What `argv` says of the script at `path`, whose folder means nothing to anybody. Raises EngineDied."""
    folder = f"{path.parent}{os.sep}"
    output = run(argv, timeout=timeout)
    stdout, stderr = (text.replace(folder, "") for text in (output.stdout, output.stderr))
    return replace(output, stdout=stdout, stderr=stderr)


def _verdict(
    adapter: Adapter, output: Output, at: Callable[[int], int | None], file: str
) -> Verdict:
    """What `output` says, where `at` knows which command a line is. Raises AdapterError."""
    if output.code is None:
        return Verdict(status=Status.TIMEOUT, got=output.evidence())
    if output.died:
        return Verdict(status=Status.CRASH, got=output.evidence())
    own = hasattr(adapter.module, "read_output")
    said = (
        adapter.ask("read_output", said_by, output, file) if own else read_output_of(output, file)
    )
    if said is None or output.cut:
        return Verdict(status=Status.GARBLED, got=output.evidence())
    failed = {i: text for line, text in said.failures if (i := at(line)) is not None}
    if len(failed) < len({line for line, _ in said.failures}):
        return Verdict(status=Status.GARBLED, got=output.evidence())
    if failed or said.complete:
        return Verdict(failed, said.complete)
    return Verdict(got=output.evidence())


def said_by(given: object) -> Said | None:
    """`given` by an adapter's reader: None, or whatever has the two parts. Raises TypeError."""
    if given is None:
        return None
    if not isinstance(given, tuple) or len(given) != len(Said._fields):
        raise TypeError(f"{given!r} is neither None nor failures and whether all ran")
    failures, complete = given
    return Said([(int(line), str(text)) for line, text in failures], bool(complete))


def read_output_of(output: Output, file: str) -> Said:
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
