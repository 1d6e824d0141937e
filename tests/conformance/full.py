"""All properties for every module of the suite: `python -m tests.conformance.full [PREFIX...]`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from refwasm.errors import WasmError
from refwasm.script.commands import ModuleCommand
from tests.conformance.properties import (
    Property,
    goes_both_ways,
    refused_as_invalid,
    refused_as_malformed,
)
from tests.conformance.suite import HERE, MISSING, OTHERS, SCRIPTS, cases, commands

PROPERTIES: tuple[Property, ...] = (goes_both_ways, refused_as_malformed, refused_as_invalid)
OTHER_EDITIONS: tuple[Property, ...] = (goes_both_ways,)  # what they refuse is theirs to say


class Outcome(NamedTuple):
    """What one script has, and what is wrong with it."""

    commands: int
    assertions: int
    modules: Counter[str]  # by the keyword of their command
    problems: list[str]


def count(script: str) -> tuple[int, int]:
    """The top-level commands of `script`, and how many of them are assertions."""
    _, found = commands(script)
    phrases = sum(c.phrases if isinstance(c, ModuleCommand) else 1 for c in found)
    return phrases, sum(c.keyword.startswith("assert_") for c in found)


def problems(script: str) -> Iterator[str]:
    """Everything that does not hold for a module of `script`."""
    properties = OTHER_EDITIONS if script in OTHERS else PROPERTIES
    for case in cases(script):
        for holds in properties:
            wrong = holds(case)
            if wrong is not None:
                yield f"{case.place}: {case.keyword}: {wrong}"


def check(script: str) -> Outcome:
    """The outcome of `script`."""
    try:
        modules = Counter(case.keyword for case in cases(script))
        return Outcome(*count(script), modules, list(problems(script)))
    except WasmError as error:
        return Outcome(0, 0, Counter(), [f"{script}: {error.message} at {error.offset}"])


def main(prefixes: list[str]) -> int:
    """Print what does not hold, and how much was looked at; 1 if anything does not hold."""
    if not HERE:
        sys.exit(MISSING)
    chosen = [s for s in SCRIPTS if s.startswith(tuple(prefixes) or "")]
    start = time.perf_counter()
    with ProcessPoolExecutor() as pool:
        outcomes = list(pool.map(check, chosen, chunksize=4))
    wrong = [problem for outcome in outcomes for problem in outcome.problems]
    modules: Counter[str] = sum((o.modules for o in outcomes), Counter())
    print(*wrong, sep="\n")
    print(
        f"{len(chosen)} scripts, {sum(o.commands for o in outcomes)} commands,"
        f" {sum(o.assertions for o in outcomes)} assertions; modules: {modules.total()}"
        f" ({', '.join(f'{n} {word}' for word, n in modules.most_common())});"
        f" {len(wrong)} problems; {time.perf_counter() - start:.0f} s"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
