"""`refwasm validate`: whether modules are well-formed and valid."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from refwasm.cli.files import InputError, placed, read_module
from refwasm.validation.modules import validate_module


@click.command()
@click.argument("files", nargs=-1, required=True, type=Path)
def command(files: tuple[Path, ...]) -> None:
    """Decode or parse FILES and validate them; one line for each that is refused."""
    refused = 0
    for path in files:
        try:
            module, data = read_module(path)
            with placed(path, data):
                validate_module(module)
        except InputError as e:
            e.show()
            refused += 1
    sys.exit(1 if refused else 0)
