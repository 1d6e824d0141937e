"""Adapters: what is to be known of an engine, as a module of functions.

Who adds an engine writes a Python file with `get_name`, `get_version` and one of the ways to run. The
names are those of the adapters of the WASI test suite, where it has such a function.
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import os
import shlex
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from refwasm.generated.features import FEATURES
from refwasm.script.results import bounded

T = TypeVar("T")

PACKAGE = "refwasm.engines.adapters"

TIMEOUT = 20.0  # seconds that an engine has to tell its version
LINES, WIDTH = 3, 240  # of what it says when it fails: so many at the beginning and at the end

# The ways to run, of which an adapter has one. What each is given and gives:
WAYS = {
    "make_engine": "(*, features: Features) -> Engine, which runs commands in this process; with a "
    "parameter `trace: bool` if it can tell which instructions ran",
    "compute_driver_argv": "() -> list[str], a process that speaks the driver protocol",
    "compute_script_argv": "(script: str) -> list[str], which runs a whole script",
    "compute_json_argv": "(json: str) -> list[str], which runs what `refwasm wast2json` writes",
    "compute_argv": "(test_path: str, args: list[str], function: str) -> list[str], one invocation",
}
# What those are given that give a command, where it is not run.
SAMPLES: dict[str, tuple[object, ...]] = {
    "compute_driver_argv": (),
    "compute_script_argv": ("script.wast",),
    "compute_json_argv": ("script.json",),
    "compute_argv": ("m.wasm", [], "f"),
}


GIVEN: list[str] = []  # the words after the program that `binary` found last in a variable


class Absent(Exception):
    """The engine is not on this machine; the text says what was looked for."""


class Unfit(Exception):
    """The engine is on this machine and does not start; the text is the evidence."""


class AdapterError(Exception):
    """There is no such adapter, the file is none, or a function of it fails."""


class Adapter:
    """The functions of the adapter `module`, with what is so where it does not say."""

    def __init__(self, label: str, module: ModuleType):
        self.label = label  # what the user called it
        self.module = module
        ways = [way for way in WAYS if callable(getattr(module, way, None))]
        needed = ("get_name", "get_version")
        missing = [name for name in needed if not callable(getattr(module, name, None))]
        if missing or len(ways) != 1:
            wanted = ", ".join(missing) or f"one of {', '.join(WAYS)}"
            raise AdapterError(f"{label}: an adapter must define {wanted}")
        self.way = ways[0]
        self._version: str | Absent | Unfit = ""
        self.flags: tuple[str, ...] = ()  # that the environment gives it, once it told its version

    @property
    def name(self) -> str:
        """What reports call the engine."""
        return self.ask("get_name", text)

    def version(self) -> str:
        """What the engine says of itself; it is asked once. Raises Absent, where its program is not there, and Unfit."""
        if not self._version:
            GIVEN.clear()
            try:
                self._version = self._asked_version()
            except (Absent, Unfit) as e:
                self._version = e
            self.flags = tuple(GIVEN)
        if isinstance(self._version, Exception):
            raise self._version
        return self._version

    def _asked_version(self) -> str:
        try:
            said = self.ask("get_version", text)
        except FileNotFoundError as e:
            raise Absent(f"{self.label}: {e.strerror or e}") from e
        except OSError as e:
            raise Unfit(f"{self.label}: {e.strerror or e}") from e
        self.find()
        return said

    def find(self) -> None:
        """Look for the program that runs the engine, as far as that is known without a script. Raises Absent."""
        if self.way not in SAMPLES:
            return
        try:
            program, *_ = self.argv(self.way, *SAMPLES[self.way])
        except (AdapterError, OSError):
            return  # the sample does not do
        if shutil.which(program) is None:
            raise Absent(f"no program {program}")

    def features(self) -> frozenset[str]:
        """The features that the engine has; of one that cannot be asked nobody knows that it lacks any."""
        if not hasattr(self.module, "get_features"):
            return frozenset(FEATURES)
        try:
            names = self.ask("get_features", names_in)
        except (Absent, Unfit):
            return frozenset(FEATURES)
        if wrong := names - FEATURES.keys():
            raise AdapterError(f"{self.label}: no such feature: {', '.join(sorted(wrong))}")
        return names

    @property
    def tracing(self) -> bool:
        """Whether it can tell which instructions ran."""
        make = getattr(self.module, "make_engine", None)
        return make is not None and "trace" in inspect.signature(make).parameters

    def texts(self) -> bool:
        """Whether failures must begin with the words that scripts assert."""
        return hasattr(self.module, "compares_texts") and self.ask("compares_texts", bool)

    def argv(self, function: str, *args: object) -> list[str]:
        """The command that `function` computes. Raises Absent, AdapterError."""
        return self.ask(function, words, *args)

    def ask(self, function: str, meant: Callable[[object], T], *args: object) -> T:
        """What `meant` makes of what `function` gives for `args`.

        Raises Absent, Unfit and OSError as the function does; whatever else it raises is an AdapterError, as is
        a TypeError of `meant`.
        """
        try:
            return meant(getattr(self.module, function)(*args))
        except (Absent, Unfit, OSError):
            raise
        except (Exception, SystemExit) as e:
            raise AdapterError(f"{self.label}: {function}: {described(e)}") from e

    def check(self) -> None:
        """Find out before a run that it does not tell what it must. Raises AdapterError."""
        try:
            self.name, self.texts()
            self.version()
            self.features()
        except (Absent, Unfit):
            pass  # reports say so
        except OSError as e:
            raise AdapterError(f"{self.label}: {described(e)}") from e


def described(e: BaseException) -> str:
    """The class and the message of `e`."""
    return bounded(f"{type(e).__name__}: {e}")


def text(given: object) -> str:
    """`given`, which is a text. Raises TypeError."""
    if not isinstance(given, str):
        raise TypeError(f"{given!r} is no text")
    return bounded(given)


def words(given: object) -> list[str]:
    """`given`, which is a command: words, not none. Raises TypeError."""
    found = list(given) if isinstance(given, Sequence) and not isinstance(given, str) else []
    if not found or not all(isinstance(word, str | os.PathLike) for word in found):
        raise TypeError(f"{given!r} is no list of words")
    return [*map(os.fspath, found)]


def texts(given: object) -> list[str]:
    """`given`, which is a list of texts. Raises TypeError."""
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise TypeError(f"{given!r} is no list of texts")
    return [*map(text, given)]


def names_in(given: object) -> frozenset[str]:
    """`given`, which is some texts. Raises TypeError."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise TypeError(f"{given!r} are no names")
    return frozenset(map(text, given))


def built_in() -> tuple[str, ...]:
    """The names of the adapters that refwasm has."""
    folder = Path(__file__).parent / "adapters"
    stems = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    return tuple(stem.replace("_", "-") for stem in stems)


def load(name: str) -> Adapter:
    """The adapter that refwasm has under `name`, or that the Python file `name` is.

    Raises AdapterError.
    """
    if not name.endswith(".py"):
        if name not in built_in():
            known = ", ".join(built_in())
            raise AdapterError(f"no engine {name!r}: it is one of {known}, or a Python file")
        return Adapter(name, importlib.import_module(f"{PACKAGE}.{name.replace('-', '_')}"))
    path = Path(name)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader, "the name ends in .py"
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as e:
        raise AdapterError(f"{name}: {described(e)}") from e
    return Adapter(name, module)


def binary(variable: str, name: str) -> list[str]:
    """How an engine's command begins: as `tool` says, of which all after the program are the engine's flags."""
    found = tool(variable, name)
    GIVEN[:] = found[1:]
    return found


def tool(variable: str, name: str) -> list[str]:
    """How a command begins: the words of the environment's `variable`, or else the program `name`.

    Words are cut as a shell does. Raises Absent if the program is not there.
    """
    words = split(os.environ.get(variable, "")) or [name]
    found = shutil.which(words[0])
    if found is None:
        raise Absent(f"no program {words[0]} (${variable} may name one)")
    return [found, *words[1:]]


def split(command: str) -> list[str]:
    """The words of `command`; on Windows a backslash is a part of a path."""
    if os.name != "nt":
        return shlex.split(command)
    return [word.strip('"') for word in shlex.split(command, posix=False)]


def first_line(words: Sequence[str]) -> str:
    """The first line that the command `words` prints, for `get_version`. Raises Absent, Unfit."""
    return printed(words).splitlines()[0].strip()


def printed(words: Sequence[str]) -> str:
    """What the command `words` prints, which ends soon and well. Raises Absent, Unfit."""
    from refwasm.engines.batch import run
    from refwasm.engines.process import EngineDied

    program = words[0]
    if shutil.which(program) is None:
        raise Absent(f"no program {program}")
    try:
        output = run(words, timeout=TIMEOUT)
    except EngineDied as e:
        raise Unfit(str(e)) from e
    said = output.stdout or output.stderr
    if output.code != 0 or not said:
        raise Unfit("; ".join([f"{' '.join(words)}: {output.ending()}", *ends(output.stderr)]))
    return said


def ends(said: str) -> list[str]:
    """The first lines of `said` and the last, which is what an engine said when it failed."""
    lines = [line.strip()[:WIDTH] for line in said.splitlines() if line.strip()]
    return lines if len(lines) <= 2 * LINES else [*lines[:LINES], "...", *lines[-LINES:]]
