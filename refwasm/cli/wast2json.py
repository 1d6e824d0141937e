"""`refwasm wast2json`: a script as JSON and modules, for whoever reads no text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from refwasm.cli.collector import seldom_collected
from refwasm.cli.editions import with_features
from refwasm.cli.files import STANDARD, FileError, InputError, located, read_bytes, write_bytes
from refwasm.errors import Malformed
from refwasm.script.json import Document, Entry, document_of
from refwasm.script.parse import parse_script
from refwasm.source import Source, printable
from refwasm.syntax.features import Features
from refwasm.text.lexer import decode_source

Run = Callable[..., None]


def with_map(run: Run) -> Run:
    """Give the command `run` the option `--map`, as `known`."""
    return click.option(
        "--map",
        "known",
        type=Path,
        help="Add features and instructions, from the file of `refwasm conform map`.",
    )(run)


@click.command(short_help="Write a script as JSON and modules.")
@click.argument("file", type=Path)
@click.option(
    "--output",
    "-o",
    type=Path,
    help="The JSON to write, with the modules beside it; here, named like FILE, by default.",
)
@with_map
@with_features
@seldom_collected()
def command(features: Features, file: Path, output: Path | None, known: Path | None) -> None:
    """Write the script in FILE (- is standard input) as JSON, in the form of WABT's wast2json."""
    data = read_bytes(file)
    entries = entries_of(known)
    if output == STANDARD:
        raise click.UsageError("the modules need a folder; name a file with -o")
    output = output or Path("script.json" if file == STANDARD else f"{file.stem}.json")
    try:
        text = decode_source(data)
        commands = parse_script(text, features=features)
    except Malformed as e:
        raise InputError(located(file, data, e)) from e
    source = Source(printable(str(file)), text)
    found = entries(None, hashlib.sha256(data).hexdigest())
    document = document_of(source, commands, stem_of(output), features=features, entries=found)
    write_document(output, document)


def entries_of(known: Path | None) -> Callable[[str | None, str], Sequence[Entry] | None]:
    """What the map in the file `known` says of the commands of a script, given the SHA-256 of its bytes.

    Nothing if there is no map; the function raises FileError if the map does not know the script.
    """
    if known is None:
        return lambda name, digest: None
    try:
        from refwasm.harness.attribution import Map, MapError
    except ImportError as e:
        raise FileError(f"{e.name} is missing: pip install 'refwasm[conform]'") from e
    try:
        held = Map.load(known)
    except MapError as e:
        raise FileError(str(e)) from e
    names = {digest: name for name, digest in held.digests.items()}

    def find(name: str | None, digest: str) -> Sequence[Entry]:
        if digest not in names:
            raise FileError(f"{known}: knows nothing of {name or 'this script'}")
        return held.entries[names[digest]]

    return find


def write_document(output: Path, document: Document) -> None:
    """Write the JSON `output` and the modules beside it. Raises FileError."""
    for name, data in document.files.items():
        write_bytes(output.with_name(name), data)
    write_bytes(output, document.text().encode())


def stem_of(output: Path) -> str:
    """How the names of the modules of the JSON `output` begin, which any reader of JSON can read."""
    return printable(output.stem).replace("\\", "_")
