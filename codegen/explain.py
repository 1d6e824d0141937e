"""`--explain`: a row, what is derived from it, and the code that the emitters make of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codegen.action import parse_action
from codegen.effects import effects
from codegen.output import generate
from codegen.table import Row, Table


def explain(table: Table, row: Row) -> str:
    """Everything that there is to know about `row`."""
    opcode = f"0x{row.code:02X}" if row.prefix is None else f"0x{row.prefix:02X} {row.code}"
    facts = {
        "opcode": opcode,
        "rule": f"{row.rule}, since {row.since}",
        "immediates": " ".join(f"{i.name}:{i.kind_text}" for i in row.immediates),
        "where": "; ".join(row.where),
        "any": " ".join(f"{name}:{pattern}" for name, pattern in row.any),
        "type": row.stack,
        "constant": "yes" if row.constant else "no",
        "exec": row.exec.replace("\n", "\n            "),
        "traps": "; ".join(table.traps(row)),
        "effects": str(effects(parse_action(row), table.library)),
        "spec": " ".join(table.spec(row)),
    }
    lines = [f"{row.key}   ({table.path.name}:{row.line})"]
    lines += [f"{name:<12}{value}" for name, value in facts.items() if value]
    for target, text in generate(table).items():
        pieces = list(_pieces(row, text)) if target.endswith(".py") else []
        if pieces:
            lines += ["", f"# {target}", *pieces]
    return "\n".join(lines) + "\n"


def _pieces(row: Row, text: str) -> Iterator[str]:
    """The parts of a generated file that are about `row`."""
    source = text.splitlines()
    for statement in ast.parse(text).body:
        if _defined(statement) in (row.ident, row.function):
            yield _lines(source, statement, statement)
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            for first, last in _entries(row, statement.value):
                yield _lines(source, first, last)


def _defined(statement: ast.stmt) -> str | None:
    match statement:
        case ast.FunctionDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case _:
            return None


def _entries(row: Row, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The entries of dictionaries in `value` that mention the row."""
    for node in ast.walk(value):
        if isinstance(node, ast.Dict):
            for key, item in zip(node.keys, node.values, strict=True):
                if key is not None and (_mentions(row, key) or _mentions(row, item)):
                    yield key, item


def _mentions(row: Row, node: ast.expr) -> bool:
    return any(
        (isinstance(inner, ast.Name) and inner.id in (row.ident, row.function))
        or (isinstance(inner, ast.Attribute) and inner.attr == row.ident)
        for inner in ast.walk(node)
    )


def _lines(source: list[str], first: ast.AST, last: ast.AST) -> str:
    start, end = getattr(first, "lineno", 1), getattr(last, "end_lineno", 1)
    return "\n".join(source[start - 1 : end])
