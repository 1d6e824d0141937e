"""`refwasm conform map`: what each command of the suite exercises and needs, as a file."""

from __future__ import annotations

from pathlib import Path

import click

from refwasm.cli.editions import seconds, with_features
from refwasm.cli.files import STANDARD, FileError, check_writable, write_bytes
from refwasm.syntax.features import Features


@click.command(short_help="Write the map of the suite: instructions and features per command.")
@click.argument("paths", nargs=-1)
@click.option(
    "--output", "-o", type=Path, required=True, help="The file; with gzip if it ends in .gz."
)
@click.option("--suite", type=Path, help="The suite's folder; else $REFWASM_SUITE, the cache, ...")
@click.option("--workers", "-n", type=click.IntRange(1), help="Processes; by default one a core.")
@click.option(
    "--fresh", is_flag=True, help="Run all scripts, whatever the user's cache has of them."
)
@seconds("--timeout", 30, "Seconds for each command of a script.")
@seconds("--script-timeout", 600, "Seconds for each script.")
@with_features
def command(
    features: Features,
    paths: tuple[str, ...],
    output: Path,
    suite: Path | None,
    workers: int | None,
    fresh: bool,
    timeout: float,
    script_timeout: float,
) -> None:
    """Write the map of the scripts in PATHS, of the edition's suite without any.

    It says of each command which instructions it exercises, which features it needs, and by which trap or
    rule it ends, so that results of engines that do not tell can be reported per instruction.
    """
    try:
        from refwasm.harness.conform import HarnessError, Limits
        from refwasm.harness.suite_map import suite_map
    except ImportError as e:
        raise FileError(f"{e.name} is missing: pip install 'refwasm[conform]'") from e
    from refwasm.harness.map_cache import Cache
    from refwasm.harness.suite import SuiteError, find_suite, scripts_below

    check_writable(output)
    try:
        found = find_suite(suite, paths)
        scripts = scripts_below(found, paths, features)
    except SuiteError as e:
        raise click.UsageError(str(e)) from e
    try:
        made = suite_map(
            found,
            scripts,
            cache=None if fresh else Cache(features=features),
            workers=workers,
            limits=Limits(timeout, script_timeout),
            features=features,
        )
    except HarnessError as e:
        click.echo(f"the harness failed: {e}", err=True)
        raise SystemExit(3) from e
    write_bytes(output, made.encoded(zipped=output.suffix == ".gz"))
    if output != STANDARD:
        commands = sum(map(len, made.entries.values()))
        click.echo(f"{output}: {commands} commands of {len(made.entries)} scripts of {made.suite}")
