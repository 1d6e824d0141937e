"""Stands in for an engine's command that does one invocation: `caller.py MODULE FUNCTION ARG...`.

With `--check MODULE` it validates. It is refwasm; what the function is called may make it misbehave.
"""

import os
import signal
import sys
import time
from pathlib import Path

from refwasm import embedding as wasm
from refwasm.errors import WasmError
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import WasmFunc

first, *rest = sys.argv[1:]
try:
    module = wasm.module_validate(
        wasm.module_decode(Path(rest[0] if first == "--check" else first).read_bytes())
    )
    if first == "--check":
        sys.exit(0)
    name, *args = rest
    if name == "crash":
        os.kill(os.getpid(), signal.SIGTERM)
    if name == "hang":
        time.sleep(60)
    if name == "garbage":
        print("what?")
        sys.exit(0)
    store, tier = wasm.store_init(), Interpreter()
    instance = wasm.module_instantiate(store, module, [], tier)
    func = wasm.instance_export(instance, name)
    assert isinstance(func, WasmFunc)
    values = [float(arg) if "." in arg or "inf" in arg else int(arg) % 2**32 for arg in args]
    print(*wasm.func_invoke(store, func, values, tier), sep="\n")
except WasmError as e:
    sys.exit(f"error: {e}")
