"""The adapter of an engine whose host functions take the process down or never return."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import time
from collections.abc import Callable, Sequence

from refwasm.runtime.functions import func_deftype
from refwasm.runtime.instances import HostFunc
from refwasm.runtime.values import Value
from refwasm.script.native import NativeEngine
from refwasm.syntax.features import Features


def loop() -> None:
    """Never return, in Python."""
    while True:
        pass


def sleep() -> None:
    """Never return, in C code that lets other threads run."""
    time.sleep(60)


def stuck() -> None:
    """Never return, in C code that holds the interpreter's lock."""
    ctypes.PyDLL(None).sleep(60)


def bug() -> None:
    """Fail as a mistake of refwasm's would."""
    raise KeyError("oops")


DEEDS: dict[str, Callable[[], object]] = {
    "exit": lambda: os._exit(3),
    "segfault": faulthandler._sigsegv,  # type: ignore[attr-defined]  # there for tests like these
    "loop": loop,
    "sleep": sleep,
    "stuck": stuck,
    "bug": bug,
}


def host(deed: Callable[[], object]) -> HostFunc:
    """`deed` as a function without parameters and results."""

    def call(args: Sequence[Value]) -> Sequence[Value]:
        deed()
        return ()

    return HostFunc(func_deftype((), ()), call)


def get_name() -> str:
    return "deadly"


def get_version() -> str:
    return "0"


def compares_texts() -> bool:
    return True


def make_engine(*, features: Features, trace: bool) -> NativeEngine:
    """The engine."""
    native = NativeEngine(trace=trace, features=features)
    native.registry["deadly"] = {name: host(deed) for name, deed in DEEDS.items()}
    return native
