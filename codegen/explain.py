"""`--explain`: a row, what is derived from it, and the code that the emitters make of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codegen.action import parse_action
from codegen.effects import effects
from codegen.output import generate
from codegen.table import EDITIONS, PROPOSAL, Row, Table


def explain(table: Table, row: Row) -> str:
    """Everything that there is to know about `row`."""
    opcode = f"0x{row.code:02X}" if row.prefix is None else f"0x{row.prefix:02X} {row.code}"
    facts = {
        "opcode": opcode,
        "rule": row.rule,
        "feature": f"{' and '.join(filter(None, (row.feature, row.also)))}, {f'since {row.since}' if row.since in EDITIONS else PROPOSAL}",
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
    """The parts of a generated file that are about `row`, and the functions that they name."""
    source, tree = text.splitlines(), ast.parse(text)
    shown: list[tuple[ast.AST, ast.AST]] = []
    for statement in tree.body:
        if _defined(statement) in (row.ident, row.function, f"{row.function}_"):
            shown.append((statement, statement))
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            shown += _entries(row, statement.value)
    named = {n.id for piece in shown for part in piece for n in _names(part)}
    functions = [f for f in tree.body if isinstance(f, ast.FunctionDef) and f.name in named]
    shown += [(f, f) for f in functions if (f, f) not in shown]
    for first, last in shown:
        start, end = getattr(first, "lineno", 1), getattr(last, "end_lineno", 1)
        yield "\n".join(source[start - 1 : end])


def _defined(statement: ast.stmt) -> str | None:
    match statement:
        case ast.FunctionDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case _:
            return None


def _entries(row: Row, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The innermost entries of dictionaries in `value` that mention the row."""
    for node in ast.walk(value):
        if isinstance(node, ast.Dict):
            for key, item in zip(node.keys, node.values, strict=True):
                inner = any(isinstance(n, ast.Dict) for n in ast.walk(item))
                if key is not None and not inner and (_mentions(row, key) or _mentions(row, item)):
                    yield key, item


def _mentions(row: Row, node: ast.expr) -> bool:
    if any(name.id in (row.ident, row.function) for name in _names(node)):
        return True
    return any(isinstance(n, ast.Attribute) and n.attr == row.ident for n in ast.walk(node))


def _names(node: ast.AST) -> Iterator[ast.Name]:
    return (inner for inner in ast.walk(node) if isinstance(inner, ast.Name))
