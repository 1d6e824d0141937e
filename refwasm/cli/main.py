"""`refwasm`: the commands, and what their exit codes mean.

0 all as expected, 1 failures or a bad module, 2 wrong usage, 3 the harness or the machine failed.
"""

from __future__ import annotations

import errno
import importlib
import os
import sys

import click

import refwasm

# The module of each command, imported when the command is used: starting stays fast.
COMMANDS = {
    "conform": "refwasm.cli.conform",
    "features": "refwasm.cli.features",
    "run": "refwasm.cli.run",
    "suite": "refwasm.cli.suite",
    "validate": "refwasm.cli.validate",
    "wasm2wat": "refwasm.cli.wasm2wat",
    "wast": "refwasm.cli.wast",
    "wat2wasm": "refwasm.cli.wat2wasm",
}
MACHINE_FAILED = 3
INTERRUPTED = 130  # as shells report it


class LazyGroup(click.Group):
    """Finds a command in the module that `COMMANDS` names for it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command `cmd_name`, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(refwasm.__version__, prog_name="refwasm")
def group() -> None:
    """WebAssembly 3.0: run it, check it, and measure engines against it."""


def main() -> None:
    """Run the command that the arguments name, and exit."""
    try:
        code = group.main(prog_name="refwasm", standalone_mode=False) or 0
        sys.stdout.flush()
    except click.UsageError as e:
        command = e.ctx.command_path if e.ctx else "refwasm"
        code = fail(f"{e.format_message()} (`{command} --help` says more)", e.exit_code)
    except click.ClickException as e:
        e.show()
        code = e.exit_code
    except (KeyboardInterrupt, click.Abort):
        code = fail("interrupted", INTERRUPTED)
    except MemoryError:
        code = fail("out of memory", MACHINE_FAILED)
    except OSError as e:  # of the output: whoever reads a file says which
        gone = e.errno == errno.EPIPE  # as with `| head`: nobody is left to tell
        code = 1 if gone else fail(f"cannot write: {e.strerror}", MACHINE_FAILED)
        silence()
    sys.exit(code)


def fail(message: str, code: int) -> int:
    """Say `message`; `code` is handed back."""
    click.echo(f"refwasm: {message}", err=True)
    return code


def silence() -> None:
    """Drop what could not be written, so that Python does not try again when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
