"""Commands that run a kernel by a script: WABT's interpreter, and the reference interpreter."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from benchmarks.kernels import Kernel
from benchmarks.measure import processors, run

# Writes to a folder what has a command check `run(n)` of a kernel, and gives the script.
Script: TypeAlias = Callable[[Kernel, int, Path], Path]


def script_json(kernel: Kernel, n: int, folder: Path) -> Path:
    """For WABT, whose interpreter reads scripts as JSON."""
    module = folder / f"{kernel.name}.wasm"
    module.write_bytes(kernel.binary())
    action = {"type": "invoke", "field": "run", "args": [{"type": "i32", "value": str(n)}]}
    expected = [{"type": "i64", "value": str(kernel.value(n))}]
    commands = [
        {"type": "module", "line": 1, "filename": module.name},
        {"type": "assert_return", "line": 2, "action": action, "expected": expected},
    ]
    path = folder / f"{kernel.name}-{n}.json"
    path.write_text(json.dumps({"source_filename": "", "commands": commands}), "utf-8")
    return path


def script_wast(kernel: Kernel, n: int, folder: Path) -> Path:
    """As text."""
    binary = "".join(f"\\{byte:02x}" for byte in kernel.binary())
    path = folder / f"{kernel.name}-{n}.wast"
    path.write_text(
        f'(module binary "{binary}")\n'
        f'(assert_return (invoke "run" (i32.const {n})) (i64.const {kernel.value(n)}))\n',
        "utf-8",
    )
    return path


def seconds(
    command: tuple[str, ...], script: Script, kernel: Kernel, n: int, folder: Path
) -> float:
    """What `run(n)` takes of the processor: the command with it, less the command with `run(1)`.

    Raises CommandError.
    """
    whole, start = (
        processors(partial(run, (*command, str(script(kernel, argument, folder)))))[0]
        for argument in (n, 1)
    )
    return max(whole - start, 1e-6)
