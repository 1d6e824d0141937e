"""Where an engine differs from the standard, by engine: the commands, and why.

Commands that need a feature which the engine lacks are not run, and do not stand here; those stand here
that see what one of them would have done.
"""

from __future__ import annotations

from typing import NamedTuple


class Difference(NamedTuple):
    script: str
    lines: tuple[int, ...]
    why: str


LIMIT = "a limit of the implementation's"
ELEMENTS = "an active element segment that does not fit is left out, without a trap"
CONSTANT = "constant expressions may read mutable globals"
RECURSIVE = "types do not refer to themselves"
UNSEEN = "another module, which needs multi-memory, did not write before"

OLDER = (
    Difference("core/multi-memory/linking0.wast", (42,), UNSEEN),
    Difference("core/multi-memory/load1.wast", (25, 26, 27, 28, 29), UNSEEN),
)
DIFFERENCES: dict[str, tuple[Difference, ...]] = {
    "node": (
        Difference("core/memory64/memory64.wast", (8, 9), LIMIT),
        Difference("core/memory64/table64.wast", (9,), LIMIT),
        Difference("core/table.wast", (9,), LIMIT),
        *OLDER,
    ),
    "wasmtime": (),
    "wazero": (
        Difference("core/data.wast", (496, 522), CONSTANT),
        Difference(
            "core/elem.wast",
            (593, 602, 611, 620, 627, 635, 644, 652, 661, 669, 678, 686),
            ELEMENTS,
        ),
        Difference("core/elem.wast", (815, 841), CONSTANT),
        Difference("core/global.wast", (376,), CONSTANT),
        Difference("core/linking.wast", (378, 401, 566), ELEMENTS),
        Difference("core/table.wast", (9,), LIMIT),
        Difference("core/type-equivalence.wast", (38,), RECURSIVE),
        *OLDER,
    ),
}


def known(engine: str) -> set[tuple[str, int]]:
    """The scripts and lines of the commands that are known to fail on `engine`."""
    return {(d.script, line) for d in DIFFERENCES[engine] for line in d.lines}
