"""`refwasm conform`: the main job."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from refwasm.cli.files import InputError


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--suite", type=Path, help="The folder of the suite; else $REFWASM_SUITE, the cache, ...")
@click.option("--workers", "-n", type=click.IntRange(1), help="Processes; as many as cores by default.")
@click.option("--timeout", type=click.FloatRange(0.1), default=30, show_default=True,
              help="Seconds for each command of a script.")  # fmt: skip
@click.option("--json", "json_file", type=Path, help="Also write the whole report as JSON.")
@click.option("--strict", is_flag=True, help="Fail if anything was unsupported or skipped.")
def command(
    paths: tuple[str, ...],
    suite: Path | None,
    workers: int | None,
    timeout: float,
    json_file: Path | None,
    strict: bool,
) -> None:
    """Run the scripts in PATHS, files or folders of the suite, and report per instruction.

    Without PATHS, the suite of the current edition. Exit code: 0 all passed, 1 failures, 2 usage, 3 the
    harness failed.
    """
    try:
        from refwasm.harness.conform import HarnessError, conform
    except ImportError as e:
        raise InputError(f"{e.name} is missing: pip install 'refwasm[conform]'") from e
    from refwasm.harness.report import json, text
    from refwasm.harness.suite import SuiteError, find_suite, scripts_below

    try:
        found = find_suite(suite)
        scripts = scripts_below(found, paths)
    except SuiteError as e:
        raise click.UsageError(str(e)) from e
    if found.notice:
        click.echo(found.notice, err=True)
    columns = (TextColumn("scripts"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("scripts", total=len(scripts))
        try:
            report = conform(
                found,
                scripts,
                workers=workers,
                timeout=timeout,
                done=lambda name: progress.advance(task),
            )
        except HarnessError as e:
            click.echo(f"the harness failed: {e}", err=True)
            sys.exit(3)
    click.echo(text.render(report), nl=False)
    if json_file:
        write(json_file, json.render(report))
    sys.exit(3 if report.run.lost else 0 if report.complete or (report.ok and not strict) else 1)


def write(path: Path, content: str) -> None:
    """Write a report; if that fails, the run was not in vain: say so and exit with 3."""
    try:
        path.write_text(content, "utf-8")
    except OSError as e:
        click.echo(f"{path}: cannot write the report: {e.strerror}", err=True)
        sys.exit(3)
