"""`refwasm validate`: whether modules are well-formed and valid."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from refwasm.cli.collector import seldom_collected
from refwasm.cli.editions import with_features
from refwasm.cli.files import OneLine, placed, read_module
from refwasm.syntax.features import Features
from refwasm.validation.modules import validate_module


@click.command(short_help="Decode or parse modules and validate them.")
@click.argument("files", nargs=-1, required=True, type=Path)
@with_features
@seldom_collected()
def command(features: Features, files: tuple[Path, ...]) -> None:
    """Decode or parse FILES (- is standard input) and validate them; a line for each refused."""
    code = 0
    for path in files:
        try:
            module, data = read_module(path, features)
            with placed(path, data):
                validate_module(module, features=features)
        except OneLine as e:
            e.show()
            code = max(code, e.exit_code)
    sys.exit(code)
