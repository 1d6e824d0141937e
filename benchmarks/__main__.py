"""`python -m benchmarks [TABLE...]`: measure, print the tables, and write them with `--json`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import execution, front, small, suite
from benchmarks.model import Table, document, machine
from benchmarks.render import render_machine, render_table
from refwasm.harness.conform import available_cores


def main(arguments: Sequence[str]) -> None:
    """Measure what `arguments` ask for."""
    tables: dict[str, Callable[[argparse.Namespace], Table]] = {
        "execution": lambda options: execution.table(options.rounds),
        "front": lambda options: front.table(options.rounds, large=options.large),
        "small": lambda options: small.table(options.rounds),
        "suite": lambda options: suite.table(options.rounds),
    }
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("tables", nargs="*", metavar="TABLE", help=f"all of {', '.join(tables)}")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="5, of which the best")
    parser.add_argument("--large", action="store_true", help="also a module of 14 MB")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the tables as JSON")
    options = parser.parse_args(arguments)
    if unknown := sorted({*options.tables} - tables.keys()):
        parser.error(f"no table {', '.join(unknown)}; there are {', '.join(tables)}")
    if options.rounds < 1:
        parser.error("--rounds: at least 1")
    about = machine(available_cores())
    print(render_machine(about, options.rounds), flush=True)
    done = []
    for name in options.tables or tables:
        done.append(tables[name](options))
        print(render_table(done[-1]), flush=True)
    if options.json:
        options.json.write_text(json.dumps(document(about, options.rounds, done), indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
