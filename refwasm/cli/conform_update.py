"""`refwasm conform update`: expectations as a report is."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from refwasm.cli.conform import command as conform
from refwasm.cli.files import FileError, check_writable, read_bytes, write_bytes
from refwasm.cli.reports import read_report
from refwasm.harness.expect import ExpectError
from refwasm.harness.update import updated


@click.command(
    short_help="Rewrite expectations so that a report is as expected.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("file", type=Path)
@click.argument("run", nargs=-1, type=click.UNPROCESSED, metavar="[OPTIONS AND PATHS OF A RUN]")
@click.option(
    "--from", "report", type=Path, help="The report, as --json wrote it; else scripts run."
)
def command(file: Path, run: tuple[str, ...], report: Path | None) -> None:
    """Rewrite the expectations in FILE so that a report is as expected.

    Comments, order and reasons of entries that still hold are kept, what fails no more is removed, what
    fails now is added. Exit code: 0, or 2 where a file cannot be read or written, 3 where results are missing.
    """
    check_writable(file)
    if report and run:
        raise click.UsageError("--from a report, or a run: not both")
    text = read_bytes(file) if file.exists() else b""
    try:
        with tempfile.TemporaryDirectory() as folder:
            found = read_report(report or ran(file, run, Path(folder)))
        new = updated(text.decode("utf-8"), str(file), found)
    except ExpectError as e:
        raise FileError(str(e)) from e
    except UnicodeDecodeError as e:
        raise FileError(f"{file}: not UTF-8") from e
    if new.text.encode() != text:
        write_bytes(file, new.text.encode())
    click.echo(
        f"{file}: {new.kept} kept, {new.changed} changed, {new.removed} removed, {new.added} added"
    )
    sys.exit(3 if found.lost else 0)


def ran(file: Path, arguments: tuple[str, ...], folder: Path) -> Path:
    """The report on a run with `arguments` and the expectations in `file`, if it is there."""
    report = folder / "report.json"
    expect = ("--expect", str(file)) if file.exists() else ()
    try:
        conform.main(
            [*expect, "--json", str(report), *arguments], "refwasm conform", standalone_mode=False
        )
    except SystemExit as e:
        if not report.exists():
            sys.exit(e.code)
    return report
