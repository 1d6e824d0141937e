"""Every growing input at its full size: `python -m tests.hostile.full [PART OF A NAME]`.

Prints time, and memory by size of input, of reading, encoding, decoding again and validating; 1 if any
takes longer than 10 s, or more than 200 bytes for each of the input, or ends otherwise than it should. Each has a process of its own.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from tests.hostile.binaries import BINARIES
from tests.hostile.outcome import outcome
from tests.hostile.texts import TEXTS

SECONDS = 10
MEMORY = 200  # bytes for each of the input
SPARE = 1 << 23  # bytes that an input of any size may need
INPUTS = TEXTS | {f"binary: {name}": growing for name, growing in BINARIES.items()}


class Measured(NamedTuple):
    """What one input took."""

    name: str
    size: int  # bytes or characters
    seconds: float
    memory: int  # bytes, above what was there before
    outcome: str

    @property
    def good(self) -> bool:
        bounded = self.seconds < SECONDS and self.memory < MEMORY * self.size + SPARE
        return bounded and self.outcome.startswith(INPUTS[self.name].expected)


def measure(name: str) -> Measured:
    """Run the input called `name` at its full size."""
    source = INPUTS[name].make(INPUTS[name].limit)
    before = peak()
    start = time.process_time()
    try:
        found = outcome(source)
    except Exception:  # noqa: BLE001 - what else may happen is what this looks for
        found = "failed: " + traceback.format_exc(limit=-2).replace("\n", " ")[-300:]
    return Measured(name, len(source), time.process_time() - start, peak() - before, found)


def peak() -> int:
    """The most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(part: str) -> int:
    """Measure the inputs whose name holds `part`."""
    names = [name for name in INPUTS if part in name]
    bad = 0
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(mp_context=context, max_tasks_per_child=1) as pool:
        for m in pool.map(measure, names):
            bad += not m.good
            print(
                f"{' ' if m.good else '!'} {m.name:32} {m.size / 1e6:6.2f} MB {m.seconds:6.2f} s"
                f" {m.memory / 1e6:7.0f} MB {m.memory / m.size:6.0f} x  {m.outcome[:80]}",
                flush=True,
            )
    print(f"{len(names)} inputs, {bad} bad")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
