"""refwasm/generated/kernels.py: functions of refwasm/numerics with their widths bound.

`NAMES` holds all that templates mention: kernels, functions that stay as they are, packers of `struct`.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections import defaultdict
from collections.abc import Iterator

from codegen.evaluation import copied
from codegen.specialize import Specializer
from codegen.templates import Templates
from codegen.writer import INDENT, WIDTH, Writer, header

TARGET = "refwasm/generated/kernels.py"
_WORDS = re.compile(r'(?:"[^"]*"|[^ "])+ ?')
PRAGMAS = """
# fmt: off
# ruff: noqa: PLR0124, FURB136, C416 - as in the functions that these are made of
# mypy: disable-error-code="no-any-return,arg-type,assignment"
"""


def emit(templates: Templates) -> str:
    """The kernels, in the order of their names, and the names that templates use."""
    names, specializer = templates.mentioned(), templates.specializer
    body = Writer()
    for name in sorted(specializer.kernels):
        node = _tidied(specializer, name)
        body.line("\n\n" + ast.unparse(ast.fix_missing_locations(node)))
    kernels = body.text()
    used = names | {n.id for n in ast.walk(ast.parse(kernels)) if isinstance(n, ast.Name)}
    out = Writer()
    out.line(header("Numeric operators with their widths bound.", "codegen/emit/kernels.py"))
    _imports(out, used, specializer)
    out.line(PRAGMAS.rstrip())
    out.line()
    for name in sorted(specializer.tables.keys() & used):
        table_name, key = specializer.tables[name]
        out.line(f"{name} = {table_name}[{key}]")
    for line in kernels.replace("'", '"').split("\n"):
        out.line(wrapped(line))
    with out.block("\n\nNAMES: dict[str, object] = {", "}"):
        for name in sorted(names):
            out.line(f'"{name}": {name},')
    return out.text()


def wrapped(line: str) -> str:
    """`line` broken at spaces within brackets, so that it fits."""
    if len(line) <= WIDTH:
        return line
    depth, quoted, at = 0, False, 0
    for k, c in enumerate(line[:WIDTH]):
        quoted ^= c == '"'
        depth += 0 if quoted else (c in "([{") - (c in ")]}")
        if c == " " and depth > 0 and not quoted:
            at = k
    if at == 0:
        raise ValueError(f"no place to break: {line}")
    indent = line[: len(line) - len(line.lstrip())]
    first, rest = line[:at], line[at + 1 :]
    return "\n".join((first, *_continued(rest, indent + INDENT)))


def _continued(rest: str, indent: str) -> Iterator[str]:
    """The rest of a broken line, which is within brackets, filled into lines."""
    row = indent
    for word in _WORDS.findall(rest):
        if len(row) + len(word) > WIDTH and row != indent:
            yield row.rstrip()
            row = indent
        row += word
    yield row


def _tidied(specializer: Specializer, name: str) -> ast.FunctionDef:
    node = copied(specializer.kernels[name])
    origin = getattr(specializer.kernels[name], "origin", name)
    words = name.removeprefix(f"{origin}_").replace("_", " ")
    node.body.insert(0, ast.Expr(ast.Constant(f"`{origin}`, given {words}.")))
    fresh: dict[str, str] = {}
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id.startswith("_w"):
            inner.id = fresh.setdefault(inner.id, f"_{len(fresh) + 1}")
    return node


def _imports(out: Writer, used: set[str], specializer: Specializer) -> None:
    origins = specializer.sources.origins
    tables = {specializer.tables[name][0] for name in used & specializer.tables.keys()}
    modules: dict[str, set[str]] = defaultdict(set)
    for name in (used | tables) - specializer.kernels.keys() - specializer.tables.keys():
        builtin = name in vars(builtins) and name not in specializer.sources.functions
        if name in origins and not builtin:
            modules[origins[name]].add(name)
    if "Callable" in used or "Sequence" in used:
        modules["collections.abc"] |= {"Callable", "Sequence"} & used
        for origin in list(modules):
            if origin != "collections.abc":
                modules[origin] -= {"Callable", "Sequence"}
    ordered = sorted(modules, key=lambda m: (m.startswith("refwasm"), m))
    previous = ""
    for module in ordered:
        if not modules[module]:
            continue
        if module.startswith("refwasm") and previous and not previous.startswith("refwasm"):
            out.line()
        previous = module
        names = sorted(modules[module], key=lambda n: (not n.isupper(), not n[0].isupper(), n))
        line = f"from {module} import {', '.join(names)}"
        if len(line) <= WIDTH:
            out.line(line)
        else:
            with out.block(f"from {module} import (", ")"):
                for name in names:
                    out.line(f"{name},")
