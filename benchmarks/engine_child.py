"""Run a module in an engine, in a process of its own, and write what a call takes, as JSON.

`python -m benchmarks.engine_child ENGINE FILE N`: `run(N)` again and again for a fifth of a second,
after a call that has everything prepared. With `refused`, the engine does not run the module.
"""

from __future__ import annotations

import gc
import json
import math
import sys
import time
from pathlib import Path

from benchmarks.engines import ENGINES

FIRST = 10  # the argument of the first call
LEAST = 0.2  # seconds


def measure(engine: str, binary: bytes, n: int) -> dict[str, float | int | str]:
    """Seconds of processor of the quickest call, and its result."""
    try:
        run = ENGINES[engine](binary)
        run(FIRST)
    except Exception as e:  # noqa: BLE001 - whatever an engine raises on what it does not know
        return {"refused": f"{e}".strip().rpartition("\n")[2] or type(e).__name__}
    gc.collect()
    best, total = math.inf, 0.0
    while total < LEAST:
        start = time.process_time()
        result = run(n)
        taken = time.process_time() - start
        best, total = min(best, taken), total + taken
    return {"seconds": best, "result": result}


if __name__ == "__main__":
    name, file, argument = sys.argv[1:]
    print(json.dumps(measure(name, Path(file).read_bytes(), int(argument))))
