"""`refwasm conform`: the main job."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from refwasm.cli.editions import seconds, with_features, with_tier
from refwasm.cli.files import STANDARD, FileError
from refwasm.cli.reports import Wanted, with_files
from refwasm.harness import stream as lines
from refwasm.harness.shard import ShardError, part, read_shard
from refwasm.harness.suite import Suite, SuiteError, named, script_name, scripts_below
from refwasm.script.results import Result
from refwasm.syntax.features import Features

# What `refwasm conform NAME` does in place of a run, by the module of the command.
SUBCOMMANDS: dict[str, str] = {
    "compare": "refwasm.cli.conform_compare",
    "map": "refwasm.cli.conform_map",
    "merge": "refwasm.cli.conform_merge",
    "render": "refwasm.cli.conform_render",
    "update": "refwasm.cli.conform_update",
}


class Conform(click.Command):
    """A run, or what the first argument names; a path of that name is written `./NAME`."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - what click passes on
    ) -> click.Context:
        """The context of the command that is meant."""
        if args and args[0] in SUBCOMMANDS:
            name = args.pop(0)
            command: click.Command = importlib.import_module(SUBCOMMANDS[name]).command
            return command.make_context(f"{info_name} {name}", args, parent, **extra)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever the command gives back
        """Run the command that is meant."""
        return super().invoke(ctx) if ctx.command is self else ctx.command.invoke(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The subcommands."""
        rows = [
            (name, importlib.import_module(module).command.get_short_help_str(60))
            for name, module in SUBCOMMANDS.items()
        ]
        if rows:
            with formatter.section("Or, as the first argument"):
                formatter.write_dl(rows)


@click.command(cls=Conform, short_help="Run scripts of the suite and report per instruction.")
@click.argument("paths", nargs=-1)
@click.option("--suite", type=Path, help="The suite's folder; else $REFWASM_SUITE, the cache, ...")
@click.option("--workers", "-n", type=click.IntRange(1), help="Processes; by default one a core.")
@seconds("--timeout", 30, "Seconds for each command of a script.")
@seconds("--script-timeout", 600, "Seconds for each script.")
@with_files
@click.option(
    "--expect",
    type=Path,
    multiple=True,
    metavar="FILE",
    help="Which commands fail, and why (docs/expectations.md); may be repeated.",
)
@click.option(
    "--results",
    type=Path,
    help="Also write a line of JSON for each result, as it comes; a report can be made of them.",
)
@click.option("--strict", is_flag=True, help="Fail if anything was unsupported or skipped.")
@click.option(
    "--engine",
    "engines",
    multiple=True,
    metavar="NAME|FILE",
    help="An engine to measure, of `refwasm engines` or an adapter of yours; may be repeated.",
)
@click.option(
    "--map",
    "map_file",
    type=Path,
    help="What `refwasm conform map` wrote: which instructions commands exercise. Else it is made, once.",
)
@click.option(
    "--shard", metavar="I/N", help="Run part I of N; `refwasm conform merge` joins the reports."
)
@with_tier
@with_features
def command(
    features: Features,
    paths: tuple[str, ...],
    suite: Path | None,
    workers: int | None,
    timeout: float,
    script_timeout: float,
    expect: tuple[Path, ...],
    results: Path | None,
    strict: bool,
    engines: tuple[str, ...],
    map_file: Path | None,
    shard: str | None,
    tier: str,
    wanted: Wanted,
) -> None:
    """Run the scripts in PATHS, files or folders of the suite, and report per instruction.

    Without PATHS, the suite of the current edition; without an engine, refwasm's interpreter tier, or
    that of --tier. `{engine}` in a file's name makes a file for each engine. Exit code: 0 all passed,
    1 failures or nothing to run, 2 usage, 3 results are missing, since the harness failed or an engine that is
    there does not start, or a file could not be written.
    """
    try:
        from refwasm.harness.conform import HarnessError, Limits, conform
    except ImportError as e:
        raise FileError(f"{e.name} is missing: pip install 'refwasm[conform]'") from e
    from refwasm.engines.adapter import AdapterError, load
    from refwasm.harness.attribution import MapError
    from refwasm.harness.expect import ExpectError
    from refwasm.harness.expect import load as load_expected
    from refwasm.harness.report import text
    from refwasm.harness.suite import find_suite
    from refwasm.harness.suite_map import known

    if "" in paths:
        raise click.UsageError("an empty PATH names nothing")
    wanted = wanted._replace(results=results)
    wanted.check()
    if engines and tier != "interpret":
        raise click.UsageError(f"--tier {tier}: with --engine, name {TIERS[tier]} as one of them")
    try:
        found = find_suite(suite, paths)
        whole = scripts = scripts_below(found, paths, features)
        if shard:
            shard, scripts = share(found, whole, shard)
        expected = [entry for path in expect for entry in load_expected(path)]
        known_scripts = every_script(found, features) if expected else []
        adapters = [load(engine) for engine in engines or [TIERS[tier]]]
        for adapter in adapters:
            adapter.check()
    except (SuiteError, ShardError, AdapterError) as e:
        raise click.UsageError(str(e)) from e
    except ExpectError as e:
        raise FileError(str(e)) from e
    head = text.head(found.notice)
    wanted.say(head)
    sys.stdout.flush()
    for line in text.wrapped(found.reason):
        click.echo(line, err=True)
    limits = Limits(timeout, script_timeout)
    stream = Stream(results)
    by_name = {script_name(found.root, script): script for script in scripts}
    try:
        entries = known(
            found,
            scripts,
            map_file,
            adapters,
            workers=workers,
            limits=limits,
            features=features,
            making=say_making,
        )
        with progress(len(scripts) * len(adapters)) as advance:

            def done(label: str, name: str, ended: Sequence[Result]) -> None:
                if results:
                    stream.write(lines.ended(label, name, ended, text_of(by_name[name])))
                advance()

            report = conform(
                found,
                scripts,
                workers=workers,
                engines=adapters,
                limits=limits,
                features=features,
                entries=entries,
                shard=shard or "",
                whole=whole,
                expected=expected,
                known=known_scripts,
                apart=list(found.root.rglob("*.wast")) if expected else (),
                paths=[script_name(found.root, p) for p in named(found, paths, features).values()],
                begun=lambda *what: stream.write(lines.begin(*what)),
                done=done,
            )
            stream.write(lines.end(report))
    except MapError as e:
        raise FileError(str(e)) from e
    except HarnessError as e:
        click.echo(f"the harness failed: {e}", err=True)
        sys.exit(3)
    try:
        wanted.say(text.render(report).removeprefix(head))
    finally:
        kept = wanted.write(report)
        kept &= stream.kept()
    idle = bool(shard) and not scripts  # there are fewer scripts than parts
    right = report.complete if strict else report.ok
    sys.exit(3 if report.lost or not kept else 0 if right or idle else 1)


# The adapter of each tier.
TIERS = {"interpret": "refwasm", "compile": "refwasm-compile", "auto": "refwasm-auto"}


def share(suite: Suite, scripts: Sequence[Path], text: str) -> tuple[str, list[Path]]:
    """The part of a run that `text` names, and those of `scripts` that are in it. Raises ShardError."""
    shard = read_shard(text)
    names = {script_name(suite.root, script): script for script in scripts}
    mine = part({name: script.stat().st_size for name, script in names.items()}, shard)
    return str(shard), [script for name, script in names.items() if name in mine]


def every_script(suite: Suite, features: Features) -> list[Path]:
    """The scripts of the edition, whichever run."""
    try:
        return scripts_below(suite, (), features)
    except SuiteError:
        return []


def text_of(script: Path) -> str:
    """The text of `script`; none if it cannot be read."""
    try:
        return script.read_text("utf-8", "replace")
    except OSError:
        return ""


def say_making(scripts: int) -> None:
    """Tell why the run begins later."""
    click.echo(f"finding out, once, what the commands of {scripts} scripts exercise", err=True)


class Stream:
    """Writes results to the file at `path`, if there is one, so that a reader sees them now.

    Standard output is what it is now: pytest gets another one.
    """

    def __init__(self, path: Path | None):
        self.path = path
        self.output = sys.stdout
        self.error: OSError | None = None  # the first; the run goes on without the file
        self._try(lambda: path and path != STANDARD and path.write_bytes(b""))

    def write(self, lines: str) -> None:
        """Append `lines`."""
        self._try(lambda: self._append(lines))

    def kept(self) -> bool:
        """Whether everything was written; says so otherwise."""
        if self.error:
            FileError(f"{self.path}: cannot write: {self.error.strerror}").show()
        return not self.error

    def _append(self, lines: str) -> None:
        if self.path == STANDARD:
            click.echo(lines, self.output, nl=False)
        elif self.path:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(lines)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            if not self.error:
                act()
        except OSError as e:
            self.error = e


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar of scripts on standard error, if that is a terminal; what is yielded moves it."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("scripts"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(file=sys.stderr)  # this very file: pytest's output is kept from others
    with Progress(*columns, console=console, transient=True, redirect_stdout=False,
                  redirect_stderr=False) as bar:  # fmt: skip
        task = bar.add_task("scripts", total=total)
        yield lambda: bar.advance(task)
