"""`refwasm wasm2wat`: a module as text."""

from __future__ import annotations

from pathlib import Path

import click

from refwasm.cli.collector import seldom_collected
from refwasm.cli.editions import with_features
from refwasm.cli.files import STANDARD, placed, read_module, refuse_annotations, write_bytes
from refwasm.syntax.features import Features
from refwasm.text.print_module import print_module


@click.command(short_help="Write a module as text.")
@click.argument("file", type=Path)
@click.option(
    "--output",
    "-o",
    type=Path,
    default=STANDARD,
    help="The text to write; standard output by default.",
)
@click.option("--fold", is_flag=True, help="Write operands inside the instructions that take them.")
@click.option("--no-names", is_flag=True, help="Write indices, whatever names the module holds.")
@with_features
@seldom_collected()
def command(features: Features, file: Path, output: Path, fold: bool, no_names: bool) -> None:
    """Write the module in FILE (- is standard input), binary or text, as text."""
    module, data = read_module(file, features)
    with placed(file, data):
        refuse_annotations(module, data)
        text = print_module(module, folded=fold, names=not no_names)
    write_bytes(output, text.encode())
