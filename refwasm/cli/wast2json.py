"""`refwasm wast2json`: a script as JSON and modules, for whoever reads no text."""

from __future__ import annotations

from pathlib import Path

import click

from refwasm.cli.collector import seldom_collected
from refwasm.cli.editions import with_features
from refwasm.cli.files import STANDARD, InputError, located, read_bytes, write_bytes
from refwasm.errors import Malformed
from refwasm.script.json import Document, document_of
from refwasm.script.parse import parse_script
from refwasm.source import Source, printable
from refwasm.syntax.features import Features
from refwasm.text.lexer import decode_source


@click.command(short_help="Write a script as JSON and modules.")
@click.argument("file", type=Path)
@click.option(
    "--output",
    "-o",
    type=Path,
    help="The JSON to write, with the modules beside it; here, named like FILE, by default.",
)
@with_features
@seldom_collected()
def command(features: Features, file: Path, output: Path | None) -> None:
    """Write the script in FILE (- is standard input) as JSON, in the form of WABT's wast2json."""
    data = read_bytes(file)
    if output == STANDARD:
        raise click.UsageError("the modules need a folder; name a file with -o")
    output = output or Path("script.json" if file == STANDARD else f"{file.stem}.json")
    try:
        text = decode_source(data)
        commands = parse_script(text, features=features)
    except Malformed as e:
        raise InputError(located(file, data, e)) from e
    source = Source(printable(str(file)), text)
    document = document_of(source, commands, stem_of(output), features=features)
    write_document(output, document)


def write_document(output: Path, document: Document) -> None:
    """Write the JSON `output` and the modules beside it. Raises FileError."""
    for name, data in document.files.items():
        write_bytes(output.with_name(name), data)
    write_bytes(output, document.text().encode())


def stem_of(output: Path) -> str:
    """How the names of the modules of the JSON `output` begin, which any reader of JSON can read."""
    return printable(output.stem).replace("\\", "_")
