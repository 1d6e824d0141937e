"""`python -m codegen`: opcodes.yaml in, refwasm/generated out."""

from __future__ import annotations

import argparse
import os
import sys
from difflib import get_close_matches
from pathlib import Path

from codegen.crosscheck import crosscheck, read_index
from codegen.explain import explain
from codegen.grammar import GrammarError
from codegen.library import read_library
from codegen.output import first_difference, generate, remove, stray, write
from codegen.resolve import resolve
from codegen.spectec import compare, read_spectec
from codegen.table import Table, TableError, load_table

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """The command; 1 if the table is wrong, or differs from the index or from the files.

    Or if one of them cannot be read, or written.
    """
    options = _parser().parse_args(arguments)
    try:
        return _run(options, root)
    except (TableError, GrammarError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        path = os.path.relpath(error.filename, root) if error.filename else "-"
        print(f"{Path(path).as_posix()}: {error.strerror or error}", file=sys.stderr)
    return 1


def _run(options: argparse.Namespace, root: Path) -> int:
    table = load_table(root / "opcodes.yaml")
    resolve(table, read_library(root, ("syntax", "validation")))
    if options.explain is not None:
        return _explain(table, options.explain)
    if options.spectec is not None:
        return _spectec(table, options.spectec)
    result = crosscheck(table, read_index(root / "spec" / "instructions.csv"))
    for difference in result.differences:
        print(difference, file=sys.stderr)
    print(result)
    if result.differences or options.crosscheck:
        return 1 if result.differences else 0
    return _check(root, generate(table)) if options.check else _write(root, generate(table))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="compare with the files; write none")
    choice.add_argument(
        "--crosscheck", action="store_true", help="only compare with spec/instructions.csv"
    )
    choice.add_argument(
        "--spectec", metavar="DIR", type=Path, help="only compare with a checkout of the standard"
    )
    choice.add_argument("--explain", metavar="ROW", help="show a row and what is made of it")
    return parser


def _explain(table: Table, key: str) -> int:
    try:
        row = table.row(key)
    except KeyError:
        near = get_close_matches(key, [row.key for row in table.rows])
        hint = f"; there is {', '.join(near)}" if near else ""
        print(f"{table.path.name}: no row '{key}'{hint}", file=sys.stderr)
        return 1
    print(explain(table, row), end="")
    return 0


def _spectec(table: Table, directory: Path) -> int:
    result = compare(table, read_spectec(directory))
    for difference in result.differences:
        print(difference, file=sys.stderr)
    for line in result.apart:
        print(f"not compared: {line}")
    print(result)
    return 1 if result.differences else 0


def _check(root: Path, contents: dict[str, str]) -> int:
    difference = first_difference(root, contents)
    print(difference or f"{len(contents)} files are up to date")
    return 1 if difference else 0


def _write(root: Path, contents: dict[str, str]) -> int:
    changed = write(root, contents)
    for target in changed:
        print(f"wrote {target}")
    strays = stray(root, contents)
    removed = remove(root, strays)
    for target in removed:
        print(f"removed {target}")
    left = [target for target in strays if target not in removed]
    for target in left:
        wrong = "nothing generates it, nor does it say so: left for you to remove"
        print(f"{target}: {wrong}", file=sys.stderr)
    print(f"{len(contents)} files, {len(changed)} changed")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
