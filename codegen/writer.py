"""Source text in the making: indentation, and lines of at most 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

MARK = b"Written by `python -m codegen`"  # somewhere in all that is generated
WIDTH = 100
INDENT = "    "


def header(what: str, emitter: str) -> str:
    """The docstring at the head of a generated Python file, with the imports that all have."""
    return (
        f'"""{what}\n\n'
        f"Written by `python -m codegen` ({emitter}) from opcodes.yaml. Do not edit.\n"
        '"""\n\nfrom __future__ import annotations\n'
    )


class Writer:
    """Lines of Python."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._depth = 0

    def line(self, text: str = "") -> None:
        """One line, or several, at the present depth."""
        for part in text.split("\n"):
            self._lines.append(INDENT * self._depth + part if part else "")

    @contextmanager
    def block(self, opening: str, closing: str | None = None) -> Iterator[None]:
        """Lines one level deeper, after `opening` and before `closing`."""
        self.line(opening)
        self._depth += 1
        yield
        self._depth -= 1
        if closing is not None:
            self.line(closing)

    def items(self, opening: str, items: Iterable[str], closing: str) -> None:
        """`items` between brackets, on one line if they fit, otherwise filled into several."""
        parts = [f"{item}," for item in items]
        whole = opening + " ".join(parts).removesuffix(",") + closing
        if len(whole) + len(INDENT) * self._depth <= WIDTH:
            self.line(whole)
            return
        with self.block(opening, closing):
            row = ""
            for part in parts:
                if row and len(INDENT) * self._depth + len(row) + 1 + len(part) > WIDTH:
                    self.line(row)
                    row = ""
                row = f"{row} {part}" if row else part
            self.line(row)

    def text(self) -> str:
        """What was written, ending in one line break."""
        return "\n".join(self._lines).rstrip("\n") + "\n"


def literal(value: str) -> str:
    """`value` as a Python literal in double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def tuple_of(items: Iterable[str]) -> str:
    """A Python tuple display of `items`."""
    parts = list(items)
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"
