"""`python -m codegen [--check]`: opcodes.yaml in, refwasm/generated out."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from codegen.emit import EMITTERS
from codegen.table import Table, TableError, load_table

ROOT = Path(__file__).resolve().parent.parent


def generate(table: Table) -> dict[str, str]:
    """What each generated file should hold, by its path in the checkout."""
    modules = [importlib.import_module(f"codegen.emit.{name}") for name in EMITTERS]
    return {module.TARGET: module.emit(table) for module in modules}


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


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    parser.parse_args()
    try:
        table = load_table(ROOT / "opcodes.yaml")
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    for target in write(ROOT, generate(table)):
        print(f"wrote {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
