"""What the emitters make of the table, and the files that hold it."""

from __future__ import annotations

import importlib
from itertools import zip_longest
from pathlib import Path

from codegen.emit import EMITTERS, FAST
from codegen.table import Table
from codegen.templates import specialize


def generate(table: Table) -> dict[str, str]:
    """What each generated file should hold, by its path in the checkout."""
    templates = specialize(table)
    made = [(name, table) for name in EMITTERS] + [(name, templates) for name in FAST]
    contents = {}
    for name, source in made:
        module = importlib.import_module(f"codegen.emit.{name}")
        contents[module.TARGET] = module.emit(source)
    return contents


def write(root: Path, contents: dict[str, str]) -> list[str]:
    """Write the files whose content differs; their paths."""
    changed = []
    for target, text in contents.items():
        path = root / target
        if not path.exists() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            changed.append(target)
    return changed


def first_difference(root: Path, contents: dict[str, str]) -> str | None:
    """The first file and line that differ from what the table gives, or None."""
    for target, text in contents.items():
        path = root / target
        if not path.exists():
            return f"{target}: missing; run `python -m codegen`"
        found = path.read_bytes().decode(errors="replace")
        if found != text:
            lines = zip_longest(found.splitlines(), text.splitlines())
            line = next((n for n, (a, b) in enumerate(lines, start=1) if a != b), 1)
            return f"{target}:{line}: not what the table gives; run `python -m codegen`"
    return None
