"""`refwasm suite`: where the official test suite is, bringing it here, and writing it as data."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from refwasm.cli.collector import seldom_collected
from refwasm.cli.editions import seconds, with_features
from refwasm.cli.files import WriteError
from refwasm.cli.main import Group
from refwasm.cli.wast2json import entries_of, with_map
from refwasm.source import printable
from refwasm.syntax.features import Features


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


@command.command(short_help="Write the suite as JSON and modules.")
@click.argument("target", metavar="DIR", type=Path)
@click.argument("paths", metavar="[PATHS]...", nargs=-1)
@click.option("--suite", type=Path, help="The folder to look at first.")
@with_map
@with_features
@seldom_collected()
def export(
    features: Features,
    target: Path,
    paths: tuple[str, ...],
    suite: Path | None,
    known: Path | None,
) -> None:
    """Write the suite, or the scripts and folders PATHS of it, to DIR, in the form of wast2json.

    DIR/index.json lists what is there. The exit code is 1 if a script cannot be read.
    """
    from refwasm.harness import export as exporting
    from refwasm.harness.suite import SuiteError, find_suite, revision_of, scripts_below

    try:
        found = find_suite(suite, paths)
        scripts = scripts_below(found, paths, features)
    except SuiteError as e:
        raise click.UsageError(str(e)) from e
    revision = revision_of(found.root, scripts)
    try:
        done = exporting.export(
            found.root,
            scripts,
            target,
            revision=revision,
            features=features,
            entries=entries_of(known),
        )
    except OSError as e:
        raise WriteError(f"{e.filename or target}: cannot write: {e.strerror}") from e
    for script in done.unread:
        click.echo(printable(f"{script['script']}: malformed: {script['reason']}"), err=True)
    commands = sum(int(script["commands"]) for script in done.scripts)
    click.echo(f"{len(done.scripts)} scripts of {revision}, {commands} commands, in {target}")
    sys.exit(1 if done.unread else 0)
