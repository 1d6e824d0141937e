"""Running a script through to its end, whatever becomes of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from refwasm.script.commands import Command
from refwasm.script.engine import Engine, I, M
from refwasm.script.results import UNSTARTED, Result, Status
from refwasm.script.run import Guard, Stopped, run_script
from refwasm.source import Source


def run_through(
    name: str,
    source: Source,
    commands: Sequence[Command],
    engine: Callable[[], Engine[M, I]],
    *,
    done: int = 0,
    skip: Iterable[int] = (),
    guard: Guard | None = None,
    lacking: Mapping[int, str] | None = None,
) -> Iterator[Result]:
    """The results of `run_script`, on an `engine` that is made anew when one broke.

    What ran before runs again then, except the commands under which an engine broke. If one does not
    even start, the rest is skipped. What is garbled may come of an earlier command, so the next engine is
    looked at after every one.
    """
    deadly = set(skip)
    wary = False
    while done < len(commands):
        made = engine()
        try:
            for result in run_script(
                name,
                source,
                commands,
                made,
                done=done,
                skip=deadly,
                guard=guard,
                lacking=lacking,
                wary=wary,
            ):
                done = result.index + 1
                yield result
        except Stopped as e:
            if not e.broken.started:
                yield from _skipped(name, source, commands, max(done, e.index + 1))
                return
            deadly.add(e.index)
            wary = wary or e.broken.status is Status.GARBLED
        else:
            return
        finally:
            made.close()


def _skipped(name: str, source: Source, commands: Sequence[Command], done: int) -> Iterator[Result]:
    """Results of the commands from `done` on, which nothing can run."""
    for index in range(done, len(commands)):
        line, _ = source.line_column(commands[index].offset)
        kind = commands[index].keyword
        yield Result(name, index, line, kind, Status.SKIPPED, "", UNSTARTED)
