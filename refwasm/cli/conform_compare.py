"""`refwasm conform compare`: what changed from one report to another."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from refwasm.cli.files import STANDARD, check_writable, write_bytes
from refwasm.cli.reports import read_report
from refwasm.harness.compare import compare
from refwasm.harness.report import changes


@click.command(short_help="Say what changed from one report to another.")
@click.argument("old", type=Path)
@click.argument("new", type=Path)
@click.option("--markdown", type=Path, help="Also write it as Markdown, for a comment.")
def command(old: Path, new: Path, markdown: Path | None) -> None:
    """Say what is better, worse, new and gone in the report NEW, of what `refwasm conform --json` wrote to OLD.

    Exit code: 0 nothing is worse, 1 something is that no expectation covers, 2 one is no report, or a
    file cannot be written.
    """
    if markdown:
        check_writable(markdown)
    comparison = compare(read_report(old), read_report(new))
    click.echo(changes.render(comparison), nl=False, err=markdown == STANDARD)
    if markdown:
        write_bytes(markdown, changes.markdown(comparison).encode("utf-8", "backslashreplace"))
    sys.exit(0 if comparison.ok else 1)
