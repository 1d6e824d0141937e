"""How much of the code the tests must run: `python -m tests.bars FILE`, with the file of `coverage json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Bar(NamedTuple):
    """At least `percent` of the lines, or of the branches, below `folder`."""

    folder: str
    of: str
    percent: int


BARS = (
    Bar("refwasm/generated", "lines", 100),
    Bar("refwasm/numerics", "lines", 100),
    Bar("refwasm/validation", "branches", 95),
    Bar("refwasm/runtime", "branches", 95),
    Bar("refwasm/interpret", "branches", 95),
)
KEYS = {
    "lines": ("covered_lines", "num_statements"),
    "branches": ("covered_branches", "num_branches"),
}


def measured(files: dict[str, dict[str, dict[str, int]]], bar: Bar) -> tuple[int, int]:
    """How many there are below the folder of `bar`, those that ran first. Paths may have backslashes."""
    names = [name for name in files if name.replace("\\", "/").startswith(f"{bar.folder}/")]
    ran, total = (sum(files[name]["summary"][key] for name in names) for key in KEYS[bar.of])
    return ran, total


def verdicts(files: dict[str, dict[str, dict[str, int]]]) -> Iterator[tuple[bool, str]]:
    """Whether each bar is met, and a line on it. What was not measured at all meets none."""
    for bar in BARS:
        ran, total = measured(files, bar)
        good = total > 0 and ran * 100 >= bar.percent * total
        text = f"{bar.folder:<20} {ran:>5} of {total:>5} {bar.of:<8}  at least {bar.percent} %"
        yield good, text if good else f"{text}: not met"


def main(path: str) -> int:
    """Print all bars; 1 if one is not met."""
    found = list(verdicts(json.loads(Path(path).read_text("utf-8"))["files"]))
    print(*(text for _, text in found), sep="\n")
    return 0 if all(good for good, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
