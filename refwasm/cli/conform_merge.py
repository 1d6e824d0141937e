"""`refwasm conform merge`: the reports on the parts of a run as one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from refwasm.cli.files import FileError
from refwasm.cli.reports import Wanted, read_report, with_files
from refwasm.harness.merge import MergeError, merged
from refwasm.harness.report import text


@click.command(short_help="Make one report of those on the parts of a run.")
@click.argument("reports", type=Path, nargs=-1, required=True)
@click.option("--output", "-o", type=Path, help="The same as --json.")
@click.option("--strict", is_flag=True, help="Fail if anything was unsupported or skipped.")
@with_files
def command(reports: tuple[Path, ...], output: Path | None, strict: bool, wanted: Wanted) -> None:
    """Merge REPORTS, what each `refwasm conform --shard I/N --json` wrote, and show the whole.

    Parts that are missing are named, their results count as lost. Exit code: 0 all passed, 1 failures,
    2 they do not belong together, 3 results are missing or a file could not be written.
    """
    if output:
        if "json" in wanted.files:
            raise click.UsageError("--output and --json are the same")
        wanted = wanted._replace(files={**wanted.files, "json": output})
    wanted.check()
    try:
        report = merged([(str(path), read_report(path)) for path in reports])
    except MergeError as e:
        raise FileError(str(e)) from e
    try:
        wanted.say(text.render(report))
    finally:
        kept = wanted.write(report)
    right = report.complete if strict else report.ok
    sys.exit(3 if report.lost or not kept else 0 if right else 1)
