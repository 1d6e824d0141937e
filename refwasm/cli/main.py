"""`refwasm`: the commands, and what their exit codes mean.

0 all as expected, 1 failures or a bad module, 2 wrong usage, 3 the harness or the machine failed.
"""

from __future__ import annotations

import errno
import importlib
import io
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

import click

import refwasm
from refwasm.source import printable

# The module of each command, imported when the command is used: starting stays fast.
COMMANDS = {
    "conform": "refwasm.cli.conform",
    "diff": "refwasm.cli.diff",
    "engines": "refwasm.cli.engines",
    "explain": "refwasm.cli.explain",
    "features": "refwasm.cli.features",
    "oracle": "refwasm.cli.oracle",
    "run": "refwasm.cli.run",
    "suite": "refwasm.cli.suite",
    "validate": "refwasm.cli.validate",
    "wasm2wat": "refwasm.cli.wasm2wat",
    "wast": "refwasm.cli.wast",
    "wast2json": "refwasm.cli.wast2json",
    "wat2wasm": "refwasm.cli.wat2wasm",
}
WRONG_USAGE = 2
MACHINE_FAILED = 3
INTERRUPTED = 130  # as shells report it
ENDING = ("SIGTERM", "SIGHUP")  # end a command as Ctrl-C does, so that it clears up


class Group(click.Group):
    """Commands; without any the help is shown, and the usage was wrong."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of the arguments."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(WRONG_USAGE)
        return super().parse_args(ctx, args)


class LazyGroup(Group):
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
    for number in filter(None, (getattr(signal, name, None) for name in ENDING)):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, interrupted)
    try:
        check_streams()
        code = group.main(prog_name="refwasm", standalone_mode=False) or 0
        sys.stdout.flush()
    except click.UsageError as e:
        given = [word for word in sys.argv[1:2] if word in COMMANDS]
        command = e.ctx.command_path if e.ctx else " ".join(["refwasm", *given])
        code = fail(f"{e.format_message()} (`{command} --help` says more)", e.exit_code)
    except click.ClickException as e:
        e.show()
        code = e.exit_code
    except (KeyboardInterrupt, click.Abort):
        code = fail("interrupted", INTERRUPTED)
    except ModuleNotFoundError as e:
        code = fail(f"{e.name} is missing: pip install {e.name}", MACHINE_FAILED)
    except MemoryError:
        code = fail("out of memory", MACHINE_FAILED)
    except OSError as e:  # of the output: whoever reads a file says which
        gone = e.errno == errno.EPIPE  # as with `| head`: nobody is left to tell
        code = 1 if gone else fail(f"cannot write: {e.strerror}", MACHINE_FAILED)
        silence()
    sys.exit(code)


def interrupted(number: int, frame: FrameType | None) -> NoReturn:
    """A signal came that ends the process."""
    raise KeyboardInterrupt


def check_streams() -> None:
    """Let any text be printed. Raises OSError if standard output was closed from the start."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY))
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def fail(message: str, code: int) -> int:
    """Say `message` in one line; `code` is handed back."""
    click.echo(printable(f"refwasm: {message}"), err=True)
    return code


def silence() -> None:
    """Drop what could not be written, so that Python does not try again when it exits."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
