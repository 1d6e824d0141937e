"""Reports on disk: the options that name files to write, and reading a report that was written."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import NamedTuple

import click

from refwasm.cli.files import STANDARD, FileError, check_writable, read_bytes, write_bytes
from refwasm.harness import stream
from refwasm.harness.model import Report
from refwasm.harness.report.cases import PER
from refwasm.harness.report.formats import ENGINE, FORMATS, chosen, files
from refwasm.harness.report.json import ReportError, read


class Wanted(NamedTuple):
    """The files that are to be written, by form, what is a case of JUnit, and where results go as they come."""

    files: Mapping[str, Path]
    junit_per: str
    results: Path | None = None

    def check(self) -> None:
        """Find out before a long run that a file cannot be written. Raises FileError, UsageError."""
        taken: dict[Path, str] = {}
        for name, path in self._named().items():
            check_writable(Path(str(path).replace(ENGINE, "engine")))
            where = path.resolve()
            if path.is_file() or not path.exists():
                if where in taken:
                    same = (
                        "both go to standard output" if path == STANDARD else "name the same file"
                    )
                    raise click.UsageError(f"--{taken[where]} and --{name} {same}")
                taken[where] = name

    def _named(self) -> dict[str, Path]:
        return {**self.files, **({"results": self.results} if self.results else {})}

    def say(self, text: str) -> None:
        """Print `text` for people: on standard error where a form has standard output for itself."""
        click.echo(text, nl=False, err=STANDARD in self._named().values())

    def write(self, report: Report) -> bool:
        """Write all files that can be written, and name the others; whether there are none."""
        formats = chosen(junit_per=self.junit_per)
        done = [
            _written(formats[name].render, part, file)
            for name, path in self.files.items()
            for file, part in files(report, path)
        ]
        return all(done)


def _written(render: Callable[[Report], str], report: Report, path: Path) -> bool:
    """Whether the file at `path` was written; the others shall be, whatever fails here."""
    try:
        data = render(report).encode("utf-8", "backslashreplace")
        write_bytes(path, data)
    except FileError as e:
        e.show()
    except OSError as e:
        FileError(f"standard output: cannot write: {e.strerror}").show()
    except Exception as e:  # noqa: BLE001 - a bug: this file is named, with the place of the bug
        place = traceback.extract_tb(e.__traceback__)[-1]
        words = f"{type(e).__name__}: {e} ({Path(place.filename).name}:{place.lineno})"
        FileError(f"{path}: cannot write: {words}").show()
    else:
        return True
    return False


def with_files(run: Callable[..., None]) -> Callable[..., None]:
    """Give the command `run` an option for each form of report, and what they say as `wanted`."""

    @wraps(run)
    def told(*args: object, junit_per: str, **kwargs: object) -> None:
        named = {name: kwargs.pop(f"{name}_file") for name in FORMATS}
        paths = {name: path for name, path in named.items() if isinstance(path, Path)}
        run(*args, wanted=Wanted(paths, junit_per), **kwargs)

    command = click.option(
        "--junit-per",
        type=click.Choice(PER),
        default=PER[0],
        show_default=True,
        help="What is a case: a script's commands of a kind, an instruction, an assertion.",
    )(told)
    for name, form in reversed(FORMATS.items()):
        words = f"Also write {form.help}."
        command = click.option(f"--{name}", f"{name}_file", type=Path, help=words)(command)
    return command


def read_report(path: Path) -> Report:
    """The report in the file at `path`, as --json writes it, or --results. Raises FileError."""
    data = read_bytes(path)
    try:
        return stream.read(data) if stream.is_stream(data) else read(data)
    except ReportError as e:
        raise FileError(f"{path}: {e}") from e
