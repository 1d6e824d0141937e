"""`refwasm suite`: where the official test suite is, and bringing it here."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from refwasm.cli.editions import seconds
from refwasm.cli.main import Group


@click.group(cls=Group)
def command() -> None:
    """The official test suite."""


@command.command(short_help="Bring the official suite here.")
@click.option("--mirror", help="Where the archives are, instead of the public repositories.")
@click.option("--to", type=Path, help="The folder to fill; the cache by default.")
@seconds("--timeout", 60, "Seconds for each wait on the network.")
def fetch(mirror: str | None, to: Path | None, timeout: float) -> None:
    """Fetch the pinned revision and verify every file; on any failure nothing changes."""
    from refwasm.harness import fetch as fetching
    from refwasm.harness.pinned import read_pinned
    from refwasm.harness.suite import cached_suite

    pinned = read_pinned()
    target = to or cached_suite(pinned)
    try:
        files = fetching.fetch(pinned, target, mirror=mirror or fetching.PUBLIC, timeout=timeout)
    except fetching.FetchError as e:
        click.echo(f"{e}; nothing was changed", err=True)
        sys.exit(1)
    click.echo(f"{files} scripts of revision {pinned.revision} in {target}")


@command.command(short_help="Say which folder is used.")
@click.option("--suite", type=Path, help="The folder to look at first.")
def where(suite: Path | None) -> None:
    """Print the folder that `refwasm conform` would use, and its revision."""
    from refwasm.harness.report.text import wrapped
    from refwasm.harness.suite import SuiteError, find_suite, revision_of, scripts_below

    try:
        found = find_suite(suite)
        revision = revision_of(found.root, scripts_below(found, ()))
    except SuiteError as e:
        raise click.UsageError(str(e)) from e
    for text in filter(None, (found.notice, found.reason)):
        for line in wrapped(text):
            click.echo(line, err=True)
    click.echo(f"{found.root} ({revision})")
