"""`refwasm conform render`: a report on disk in other forms."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from refwasm.cli.reports import Wanted, read_report, with_files
from refwasm.harness.report import text


@click.command(short_help="Render a report on disk in other forms.")
@click.argument("report", type=Path)
@with_files
def command(report: Path, wanted: Wanted) -> None:
    """Render the REPORT that `refwasm conform --json` wrote; without a file to write, for a terminal.

    What `--results` wrote is a report, too, of a run that was cut short as well: what is missing is lost.

    `{engine}` in a file's name makes a file for each engine. Exit code: 0 all is written, 2 it is no
    report, 3 a file cannot be written.
    """
    wanted.check()
    found = read_report(report)
    if not wanted.files:
        click.echo(text.render(found), nl=False)
    if not wanted.write(found):
        sys.exit(3)
