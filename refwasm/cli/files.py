"""Reading what the user names, writing what he asks for, and saying in one line what is wrong."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from refwasm.binary.decode_module import decode_module
from refwasm.customs.registry import refuse_faults
from refwasm.errors import Malformed, WasmError
from refwasm.source import Source, byte_place, printable
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.modules import Module
from refwasm.syntax.wording import in_words_of
from refwasm.text.lexer import decode_source
from refwasm.text.parse_module import parse_module

STANDARD = Path("-")  # standard input or output


class OneLine(click.ClickException):
    """One line for the user, without a word around it."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it."""
        click.echo(printable(self.message), err=True)


class InputError(OneLine):
    """The module or script is not as it should be."""

    exit_code = 1


class FileError(OneLine):
    """A file that was named cannot be read or written."""

    exit_code = 2


class WriteError(FileError):
    """A file could not be written when there was something to write."""

    exit_code = 3


def read_bytes(path: Path) -> bytes:
    """The contents of the file at `path`, or of standard input for `-`. Raises FileError."""
    try:
        return sys.stdin.buffer.read() if path == STANDARD else path.read_bytes()
    except OSError as e:
        raise FileError(f"{path}: cannot read: {e.strerror}") from e


def write_bytes(path: Path, data: bytes) -> None:
    """Make `data` the whole contents of the file at `path`, or write it to standard output for `-`.

    An existing file is replaced only when all of `data` is on disk. Raises FileError; for standard
    output OSError.
    """
    if path == STANDARD:
        sys.stdout.buffer.write(data)
        return
    check_writable(path)
    try:
        if path.exists() and not path.is_file():  # a device
            path.write_bytes(data)
            return
        target = path.resolve()
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as e:
        raise WriteError(f"{path}: cannot write: {e.strerror}") from e


def _umask() -> int:
    """The permissions that new files shall not have."""
    mask = os.umask(0o22)
    os.umask(mask)
    return mask


def check_writable(path: Path) -> None:
    """Find out whether `path` cannot be written, before a long run. Raises FileError."""
    folder = path.resolve().parent
    if path == STANDARD:
        return
    if path.is_dir():
        raise FileError(f"{path}: cannot write: it is a folder")
    if not folder.is_dir():
        raise FileError(f"{path}: cannot write: there is no folder {folder}")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise FileError(f"{path}: cannot write: Permission denied")


def is_binary(data: bytes, path: Path | None = None) -> bool:
    """Whether `data`, of the file at `path`, is meant as a binary: that is called `.wasm`, it begins like one, or
    it holds a NUL, which no text does.
    """
    if path is not None and path.suffix == ".wasm":
        return True
    return data.startswith(b"\0asm"[: max(1, min(4, len(data)))]) or b"\0" in data[:16]


def located(path: Path, data: bytes, e: WasmError) -> str:
    """`e`, about the module or script in `data`, as a line that begins with its place."""
    where = "standard input" if path == STANDARD else str(path)
    if e.offset is not None:
        if is_binary(data, path):
            where = byte_place(where, e.offset)
        else:
            where = Source(where, data.decode("utf-8", "replace")).place(e.offset)
    at = f" (at {e.instruction})" if e.instruction else ""
    return f"{where}: {type(e).__name__.lower()}: {e.message}{at}"


@contextmanager
def placed(path: Path, data: bytes) -> Iterator[None]:
    """Turn an error about the module in `data` into a line that begins with its place."""
    try:
        yield
    except WasmError as e:
        raise InputError(located(path, data, e)) from e


def read_module(path: Path, features: Features = DEFAULT) -> tuple[Module, bytes]:
    """The module in the file at `path`, binary or text, and the file's bytes.

    Raises FileError, InputError.
    """
    data = read_bytes(path)
    with placed(path, data):
        if is_binary(data, path):
            return decode_module(data, features=features), data
        return parse_text(data, features), data


def refuse_annotations(module: Module, data: bytes) -> None:
    """Refuse annotations that are wrong, which would be lost; a binary keeps its bytes in any case.

    Raises Malformed.
    """
    if not is_binary(data):
        refuse_faults(module)


def parse_text(data: bytes, features: Features = DEFAULT) -> Module:
    """The module that the text `data` holds. Raises Malformed."""
    if not data.strip():
        raise Malformed("unexpected end: the file is empty", offset=0)
    with in_words_of(features):
        return parse_module(decode_source(data), features=features)
