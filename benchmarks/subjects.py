"""Who runs kernels: the tiers of refwasm, and the peers that happen to be here."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.commands import Script, script_json, script_wast, seconds
from benchmarks.kernels import Kernel
from benchmarks.measure import CommandError, run, run_python

REFERENCE = "REFWASM_REFERENCE"  # names the reference interpreter's command
OURS = "compile"  # the tier that the others are compared with


class Refused(Exception):
    """The subject does not run the module; what it says."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`measure(kernel, n, folder)` is what `run(n)` takes, in seconds of the processor.

    It may write to `folder`. Raises Refused, and ValueError if the result is wrong.
    """

    name: str
    measure: Callable[[Kernel, int, Path], float]
    slow: bool = False
    version: str = ""


def in_python(engine: str, kernel: Kernel, n: int, folder: Path, *, python: str) -> float:
    """The measure of what `engine_child` runs, under `python`."""
    module = folder / f"{kernel.name}.wasm"
    module.write_bytes(kernel.binary())
    arguments = ("-m", "benchmarks.engine_child", engine, str(module.resolve()), str(n))
    try:
        found = json.loads(run_python(*arguments, python=python))
    except CommandError as e:
        raise Refused(str(e)) from e
    if "refused" in found:
        raise Refused(found["refused"])
    kernel.check(n, found["result"])
    return float(found["seconds"])


def in_command(
    kernel: Kernel, n: int, folder: Path, *, command: tuple[str, ...], script: Script
) -> float:
    """The measure of a command that runs scripts."""
    try:
        return seconds(command, script, kernel, n, folder)
    except CommandError as e:
        raise Refused(str(e)) from e


def tier(name: str, python: str = sys.executable, *, slow: bool = False) -> Subject:
    """A tier of refwasm."""
    return Subject(name, partial(in_python, name, python=python), slow)


def find_peers() -> tuple[list[Subject], list[str]]:
    """The peers that are here, and of each that is not, why."""
    found, missing = [], []
    for look in (
        find_wabt,
        find_reference,
        partial(find_package, "pywasm", slow=True),
        partial(find_package, "wasm3", package="pywasm3"),
        partial(find_package, "wasmtime"),
    ):
        peer = look()
        if isinstance(peer, Subject):
            found.append(peer)
        else:
            missing.append(peer)
    return found, missing


def find_package(name: str, *, package: str = "", slow: bool = False) -> Subject | str:
    """An engine in a package of Python's, which is called like it or `package`."""
    try:
        version = importlib.metadata.version(package or name)
    except importlib.metadata.PackageNotFoundError:
        return (
            f"{package or name}, which is not installed (`tox run -e bench` tries to install it)."
        )
    return Subject(name, partial(in_python, name, python=sys.executable), slow, version)


def find_wabt() -> Subject | str:
    """WABT's interpreter."""
    command = shutil.which("spectest-interp")
    if command is None:
        return "WABT, whose spectest-interp is not on the PATH."
    whole = (command, "--enable-all")
    measure = partial(in_command, command=whole, script=script_json)
    return Subject("WABT", measure, version=_version(command))


def find_reference() -> Subject | str:
    """The reference interpreter, written in OCaml."""
    command = os.environ.get(REFERENCE)
    if not command:
        return f"the reference interpreter, whose command {REFERENCE} does not name."
    if shutil.which(command) is None:
        return f"the reference interpreter: {REFERENCE} names no command."
    measure = partial(in_command, command=(command,), script=script_wast)
    return Subject("reference", measure, slow=True, version=_version(command, "-v"))


def _version(command: str, option: str = "--version") -> str:
    """What looks like a version in what `command` says of itself."""
    try:
        found = re.search(r"\d+(\.\d+)+", run((command, option), timeout=10))
    except CommandError:
        return ""
    return found[0] if found else ""
