"""Running one script where the process may die: every command ends with a result in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TypeAlias, TypeVar

from refwasm.engines.adapter import Adapter, described
from refwasm.engines.make import make_engine
from refwasm.engines.scripts import WHOLE_SCRIPTS, run_whole
from refwasm.errors import Malformed
from refwasm.harness.journal import Journal
from refwasm.harness.watch import Watch
from refwasm.script.commands import Command
from refwasm.script.engine import Engine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.run import CommandTimeout
from refwasm.script.through import run_through
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT, Features
from refwasm.text.lexer import decode_source

M = TypeVar("M")
I = TypeVar("I")  # an instance

# In place of a first line, once a process died while it read the script: something else may have
# ended it, so reading is tried twice.
AGAIN = "again"

# How a command may end that must not run again when the script goes on.
DEADLY = (Status.CRASH, Status.TIMEOUT, Status.GARBLED)

# Times as long as the engine itself has: who asks it sees that it is late, and ends it.
PATIENT = 3

MakeEngine: TypeAlias = Callable[[], Engine[M, I]]


def run_item(
    path: Path,
    journal: Journal,
    adapter: Adapter,
    *,
    timeout: float,
    whole: float,
    features: Features = DEFAULT,
    lacking: Mapping[int, str] | None = None,
    trace: bool = True,
) -> list[Result]:
    """Run the script at `path`, or what is left of it if a process died under it before.

    `timeout` is in seconds, for each command (for each process where an engine runs whole scripts);
    `whole` for all of them together. `lacking` are the commands that the engine cannot run, by index,
    each with the reason. With `trace`, an engine that can tells which instructions ran.
    """
    if journal.path.exists() and not journal.lines():
        if journal.path.stat().st_size or journal.hung():
            return unread(journal, journal.died(0, 1, "script"))
        journal.path.write_text(AGAIN)
    journal.path.touch()
    with journal.hang.open("a", encoding="utf-8") as log:
        script = read_script(journal.name, path, Watch(whole, whole, log), features)
        if isinstance(script, Result):
            return unread(journal, script)
        limit = timeout if adapter.way == "make_engine" else PATIENT * timeout
        try:
            if adapter.way in WHOLE_SCRIPTS:
                return run_at_once(
                    journal, *script, adapter, log, timeout, whole, features, lacking
                )
            with Watch(limit, whole, log) as watch:
                engine = partial(
                    make_engine, adapter, features=features, timeout=timeout, trace=trace
                )
                return list(run_commands(journal, *script, engine, watch, lacking or {}))
        except (Exception, SystemExit) as e:  # noqa: BLE001 - of an adapter or engine: the report names it
            return broken(journal, *script, described(e))


def run_at_once(
    journal: Journal,
    source: Source,
    commands: Sequence[Command],
    adapter: Adapter,
    log: IO[str],
    timeout: float,
    whole: float,
    features: Features,
    lacking: Mapping[int, str] | None,
) -> list[Result]:
    """The results of a script that the engine runs as a whole; it sees to its own time."""
    before = journal.recover([(source.line_column(c.offset)[0], c.keyword) for c in commands])
    late = PATIENT * (timeout + whole)
    with Watch(late, late, log):
        results = run_whole(
            adapter,
            journal.name,
            source,
            commands,
            timeout=timeout,
            whole=whole,
            features=features,
            lacking=lacking,
            done=len(before),
        )
        return [*before, *journal.append(results)]


def run_commands(
    journal: Journal,
    source: Source,
    commands: Sequence[Command],
    engine: MakeEngine[M, I],
    watch: Watch,
    lacking: Mapping[int, str],
) -> Iterator[Result]:
    """The results that the journal has, then those of the commands that are left."""
    before = journal.recover([(source.line_column(c.offset)[0], c.keyword) for c in commands])
    yield from before
    deadly = {r.index for r in before if r.status in DEADLY}
    yield from journal.append(
        run_through(
            journal.name,
            source,
            commands,
            engine,
            done=len(before),
            skip=deadly,
            guard=watch,
            lacking=lacking,
        )
    )


def broken(
    journal: Journal, source: Source, commands: Sequence[Command], evidence: str
) -> list[Result]:
    """The results of a script whose engine failed outside its commands, each as `evidence` says."""
    before = journal.read()
    rest = (
        Result(
            *(journal.name, index, source.line_column(command.offset)[0], command.keyword),
            *(Status.ERROR, "an answer", evidence),
        )
        for index, command in enumerate(commands[len(before) :], len(before))
    )
    return [*before, *journal.append(rest)]


def read_script(
    name: str, path: Path, watch: Watch, features: Features
) -> tuple[Source, list[Command]] | Result:
    """The script at `path`, or the result of not being able to read it."""
    status, line = Status.FAIL, 1
    try:
        data = path.read_bytes()
        source = Source(name, data.decode("utf-8", "replace"))
        with watch:
            watch.begin()
            commands = parse_script(decode_source(data), features=features)
            watch.end()
    except Malformed as e:
        got, line = f"malformed: {e.message}", source.line_column(e.offset or 0)[0]
    except OSError as e:
        status, got = Status.ERROR, f"{name}: {e.strerror}"
    except CommandTimeout:
        status, got = Status.TIMEOUT, "none in time"
    except Exception as e:  # noqa: BLE001 - a bug: the report names it, and the run goes on
        status, got = Status.ERROR, f"{type(e).__name__}: {e}"
    else:
        return source, commands
    return Result(name, 0, line, "script", status, "a script", got)


def unread(journal: Journal, result: Result) -> list[Result]:
    """The journal of a script that could not be read: `result` alone."""
    return anew(journal, [result])


def anew(journal: Journal, results: Sequence[Result]) -> list[Result]:
    """The journal with `results` alone."""
    journal.begin(len(results))
    return list(journal.append(results))
