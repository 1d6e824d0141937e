"""What the emitters make of the table, and the files that hold it."""

from __future__ import annotations

import importlib
from itertools import zip_longest
from pathlib import Path

from codegen.emit import EMITTERS, FAST
from codegen.table import Table
from codegen.templates import specialize
from codegen.writer import MARK


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


def stray(root: Path, contents: dict[str, str]) -> list[str]:
    """The files beside those in `contents` that nothing generates; their paths.

    Not what Python or the system keeps there: hidden files, `__pycache__`.
    """
    found = set()
    for folder in {(root / target).parent for target in contents}:
        for path in folder.rglob("*"):
            within = path.relative_to(folder).parts
            kept = any(part.startswith(".") or part == "__pycache__" for part in within)
            if not kept and not path.is_dir():
                found.add(path.relative_to(root).as_posix())
    return sorted(found - contents.keys())


def remove(root: Path, strays: list[str]) -> list[str]:
    """Remove those of `strays` that say they were generated; their paths."""
    old = [target for target in strays if MARK in (root / target).read_bytes()]
    for target in old:
        (root / target).unlink()
    return old


def first_difference(root: Path, contents: dict[str, str]) -> str | None:
    """The first file and line that differ from what the table gives, or file too many, or None."""
    for target, text in contents.items():
        path = root / target
        if not path.exists():
            return f"{target}: missing; run `python -m codegen`"
        found = path.read_bytes().decode(errors="replace")
        if found != text:
            lines = zip_longest(found.splitlines(), text.splitlines())
            line = next((n for n, (a, b) in enumerate(lines, start=1) if a != b), 1)
            return f"{target}:{line}: not what the table gives; run `python -m codegen`"
    for target in stray(root, contents):
        return f"{target}: nothing generates it; run `python -m codegen`"
    return None
