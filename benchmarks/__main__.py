"""`python -m benchmarks`: measure, print the tables, and write them with `--json` and `--svg`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks import beside, drivers, metered, modules, startup, suite, tiny
from benchmarks.chart import render_chart
from benchmarks.measure import CommandError, run_python
from benchmarks.model import Grid, Table, document, machine
from benchmarks.text import render_grid, render_machine, render_table
from refwasm.harness.conform import available_cores

TABLES: dict[str, Callable[[int], Table]] = {
    "modules": modules.table,
    "tiny": tiny.table,
    "startup": startup.table,
    "suite": suite.table,
    "metered": metered.table,
    "random": drivers.table,
}
PARTS = ("kernels", *TABLES)


def main(arguments: Sequence[str]) -> None:
    """Measure what `arguments` ask for."""
    options = parse(arguments)
    about = machine(available_cores())
    print(render_machine(about, options.rounds), flush=True)
    done = []
    for table in measured(options):
        print(render_grid(table) if isinstance(table, Grid) else render_table(table), flush=True)
        done.append(table)
    if options.json:
        text = json.dumps(document(about, options.rounds, done), indent=1)
        options.json.write_text(text + "\n", "utf-8")
    if options.svg:
        options.svg.write_text(render_chart(next(t for t in done if isinstance(t, Grid))), "utf-8")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only",
        action="append",
        choices=PARTS,
        metavar="PART",
        help=f"a part, again for another: {', '.join(PARTS)}",
    )
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="5, of which the best")
    parser.add_argument(
        "--python", metavar="PATH", help="run the kernels under this Python as well"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the tables as JSON")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="also draw the kernels")
    options = parser.parse_args(arguments)
    if options.rounds < 1:
        parser.error("--rounds: at least 1")
    options.only = options.only or PARTS
    if options.svg and "kernels" not in options.only:
        parser.error("--svg: draws the kernels")
    for name in ("json", "svg"):
        file = getattr(options, name)
        if file is not None and (file.is_dir() or not file.parent.is_dir()):
            parser.error(f"--{name}: cannot write {file}")
    if options.python:
        try:
            run_python("-c", "", python=options.python)
        except CommandError as e:
            parser.error(f"--python: {e}")
    return options


def measured(options: argparse.Namespace) -> Iterator[Table | Grid]:
    """The tables, as they are made."""
    if "kernels" in options.only:
        yield from beside.grids(options.rounds, options.python)
    for name, table in TABLES.items():
        if name in options.only:
            yield table(options.rounds)


if __name__ == "__main__":
    main(sys.argv[1:])
