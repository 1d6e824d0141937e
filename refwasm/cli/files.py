"""Reading what the user names, and saying in one line what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from refwasm.binary.decode_module import decode_module
from refwasm.errors import Malformed, WasmError
from refwasm.source import Source, byte_place
from refwasm.syntax.modules import Module
from refwasm.text.lexer import decode_source
from refwasm.text.parse_module import parse_module


class InputError(click.ClickException):
    """One line about the user's input; exit code 1."""

    exit_code = 1

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


def read_bytes(path: Path) -> bytes:
    """The contents of the file at `path`. Raises InputError."""
    try:
        return path.read_bytes()
    except OSError as e:
        raise InputError(f"{path}: {e.strerror}") from e


def is_binary(data: bytes) -> bool:
    """Whether `data` is meant as a binary: it begins like one, or holds a NUL, which no text does."""
    return data.startswith(b"\0asm"[: max(1, min(4, len(data)))]) or b"\0" in data[:16]


@contextmanager
def placed(path: Path, data: bytes) -> Iterator[None]:
    """Turn an error about the module in `data` into a line that begins with its place."""
    try:
        yield
    except WasmError as e:
        kind = type(e).__name__.lower()
        where = str(path)
        if e.offset is not None:
            if is_binary(data):
                where = byte_place(where, e.offset)
            else:
                where = Source(where, data.decode("utf-8", "replace")).place(e.offset)
        at = f" (at {e.instruction})" if e.instruction else ""
        raise InputError(f"{where}: {kind}: {e.message}{at}") from e


def read_module(path: Path) -> tuple[Module, bytes]:
    """The module in the file at `path`, binary or text, and the file's bytes. Raises InputError."""
    data = read_bytes(path)
    with placed(path, data):
        return (decode_module(data) if is_binary(data) else parse_text(data)), data


def parse_text(data: bytes) -> Module:
    """The module that the text `data` holds. Raises Malformed."""
    if not data.strip():
        raise Malformed("unexpected end: the file is empty", offset=0)
    return parse_module(decode_source(data))
