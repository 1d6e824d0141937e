"""Decode and validate the module that is named, once, and write what it took, as JSON."""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from refwasm.binary.decode_module import decode_module
from refwasm.validation.modules import validate_module


def peak() -> int:
    """The most bytes of memory that this process has had; 0 if the system does not tell."""
    try:
        # On Linux, `ru_maxrss` begins with the peak of the process that started this one.
        found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
        if found:
            return int(found[1]) * 1024
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
        1 if sys.platform == "darwin" else 1024
    )


def main(path: str) -> None:
    """Measure the module at `path`."""
    data = Path(path).read_bytes()
    before = peak()
    start = time.process_time()
    module = decode_module(data)
    middle = time.process_time()
    valid = validate_module(module)
    end = time.process_time()
    measured = {
        "size": len(data),
        "instructions": sum(len(code.instrs) for code in valid.codes),
        "decode": middle - start,
        "validate": end - middle,
        "peak": peak() - before,
    }
    print(json.dumps(measured))


if __name__ == "__main__":
    main(sys.argv[1])
