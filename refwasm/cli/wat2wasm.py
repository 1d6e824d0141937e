"""`refwasm wat2wasm`: text to binary."""

from __future__ import annotations

from pathlib import Path

import click

from refwasm.binary.encode_module import encode_module
from refwasm.cli.collector import seldom_collected
from refwasm.cli.editions import with_features
from refwasm.cli.files import STANDARD, placed, read_module, refuse_annotations, write_bytes
from refwasm.customs.registry import check_customs
from refwasm.syntax.features import Features
from refwasm.validation.modules import validate_module


@click.command(short_help="Write a module as a binary.")
@click.argument("file", type=Path)
@click.option(
    "--output",
    "-o",
    type=Path,
    help="The binary to write, - for standard output; FILE with .wasm by default.",
)
@click.option("--debug-names", is_flag=True, help="Write the identifiers as a name section.")
@click.option("--no-check", is_flag=True, help="Do not validate the module.")
@with_features
@seldom_collected()
def command(
    features: Features, file: Path, output: Path | None, debug_names: bool, no_check: bool
) -> None:
    """Write the module in FILE (- is standard input) as a binary."""
    module, data = read_module(file, features)
    if output is None:
        output = STANDARD if file == STANDARD else file.with_suffix(".wasm")
        if output == file and file != STANDARD:
            raise click.UsageError(f"{file} would be replaced by itself; name the output with -o")
    with placed(file, data):
        refuse_annotations(module, data)
        if not no_check:
            validate_module(module, features=features)
            check_customs(module)
    write_bytes(output, encode_module(module, names=debug_names))
