"""`refwasm`: the commands, and what their exit codes mean.

0 all as expected, 1 failures or a bad input, 2 wrong usage, 3 the harness itself failed.
"""

from __future__ import annotations

import importlib

import click

import refwasm

# The module of each command, imported when the command is used: starting stays fast.
COMMANDS = {
    "conform": "refwasm.cli.conform",
    "run": "refwasm.cli.run",
    "suite": "refwasm.cli.suite",
    "validate": "refwasm.cli.validate",
    "wast": "refwasm.cli.wast",
    "wat2wasm": "refwasm.cli.wat2wasm",
}


class LazyGroup(click.Group):
    """Finds a command in the module that `COMMANDS` names for it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup)
@click.version_option(refwasm.__version__, prog_name="refwasm")
def main() -> None:
    """WebAssembly 3.0: run it, check it, and measure engines against it."""
