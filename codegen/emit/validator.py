"""refwasm/generated/validator.py: the type of each row, as data or as a function of its context."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codegen.resolve import HEAP_TYPES, VALUE_TYPES
from codegen.signature import Operand
from codegen.table import Row, Table
from codegen.writer import Writer, header, tuple_of

TARGET = "refwasm/generated/validator.py"

# The Python types of immediates; all other kinds are ints.
IMMEDIATES = {
    "memarg": "MemArg",
    "blocktype": "BlockType",
    "heaptype": "HeapType",
    "reftype": "RefType",
    "resulttypes": "ResultType",
    "labelidxs": "tuple[int, ...]",
    "laneidxs": "tuple[int, ...]",
    "catches": "tuple[Catch, ...]",
}
_REFERENCE = re.compile(r"^\(ref (null )?(\w+)\)$")


def emit(table: Table) -> str:
    """The signatures that are fixed, a function for every other row, and what both bind."""
    fixed = [row for row in table.rows if is_fixed(row)]
    typed = [row for row in table.rows if not is_fixed(row) and (row.stack or not row.closes)]
    body = Writer()
    _signatures(body, fixed)
    for row in typed:
        body.line("\n")
        _typing(body, row)
    body.line("\n")
    _entries(body, "TYPING: dict[Op, Callable[..., Typing]]", ((r, r.function) for r in typed))
    body.line()
    _observed(body, typed)
    bound = ((row, _names(statics(row))) for row in typed if statics(row))
    _entries(body, "STATICS: dict[Op, tuple[str, ...]]", bound)
    out = Writer()
    out.line(header("When each instruction is valid.", "codegen/emit/validator.py"))
    _imports(out, body.text())
    out.line(body.text())
    return out.text()


def is_fixed(row: Row) -> bool:
    """Whether the type of `row` is the same everywhere."""
    if row.where or row.any or row.opens or row.closes or row.signature.polymorphic:
        return False
    return all(_constant(o) for o in (*row.signature.params, *row.signature.results))


def _constant(operand: Operand) -> bool:
    reference = _REFERENCE.match(operand.type)
    plain = reference[2] in HEAP_TYPES if reference else operand.type in VALUE_TYPES
    return plain and not operand.many


def statics(row: Row) -> tuple[str, ...]:
    """The names that `exec` uses and the premises bind, and sequences, which mean their lengths."""
    used = {node.id for node in ast.walk(ast.parse(row.exec)) if isinstance(node, ast.Name)}
    bound = [node.id for premise in row.where for node in ast.walk(ast.parse(premise))
             if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]  # fmt: skip
    bound += [name for name, _ in row.any]
    bound += [o.name for o in row.signature.params if o.many and o.name]
    return tuple(name for name in bound if name in used)


def _names(names: tuple[str, ...]) -> str:
    return tuple_of(f'"{name}"' for name in names)


def _signatures(out: Writer, rows: list[Row]) -> None:
    with out.block("SIGNATURE: dict[Op, tuple[ResultType, ResultType]] = {", "}"):
        for row in rows:
            params = tuple_of(_type(o.type) for o in row.signature.params)
            results = tuple_of(_type(o.type) for o in row.signature.results)
            out.line(f"o.{row.ident}: ({params}, {results}),")


def _entries(out: Writer, name: str, entries: Iterator[tuple[Row, str]]) -> None:
    with out.block(f"{name} = {{", "}"):
        for row, value in entries:
            out.line(f"o.{row.ident}: {value},")


def _observed(out: Writer, rows: list[Row]) -> None:
    """What the types of rows depend on, where that is little and depends on the place."""
    labels = [row for row in rows if len(row.where) == 1 and " = C.label(" in row.where[0]]
    out.line(
        "# Types that depend on the label alone, and on operands alone: those at these depths."
    )
    of_label = tuple_of(f"o.{row.ident}" for row in labels if not row.any)
    out.line(f"OF_LABEL: frozenset[Op] = frozenset({of_label})")
    of_stack = [row for row in rows if row.any and not row.where and "labels" not in row.any[0][1]]
    depths = ((row, tuple_of(str(d) for d in sorted(_depths(row)))) for row in of_stack)
    _entries(out, "OF_STACK: dict[Op, tuple[int, ...]]", depths)
    out.line()


def _depths(row: Row) -> set[int]:
    """How deep the operands are whose types are found on the stack."""
    names = {name for name, _ in row.any}
    operands = enumerate(reversed(row.signature.params))
    return {depth for depth, operand in operands if operand.type in names}


def _typing(out: Writer, row: Row) -> None:
    """The function that evaluates the premises of `row`."""
    parameters = [f"{i.name}: {IMMEDIATES.get(i.kind, 'int')}" for i in row.immediates]
    with out.block(f"def {row.function}({', '.join(['C: Context', *parameters])}) -> Typing:"):
        anchor = f"   [valid-{row.validation}]" if row.ruled else ""
        out.line(f'"""{row.key} : {row.stack}{anchor}"""')
        for premise in row.where:
            out.line(premise)
        for name, pattern in row.any:
            out.line(f"{name} = {_pattern(row, name, pattern)}")
        out.items("return Typing(", _arguments(row), ")")


def _arguments(row: Row) -> Iterator[str]:
    """What `Typing` is made of."""
    signature = row.signature
    yield _sequence(signature.params)
    yield "None" if signature.polymorphic else _sequence(signature.results)
    if names := statics(row):
        lengths = {o.name: f"count({_type(o.type)})" for o in signature.params if o.many}
        values = tuple_of(lengths.get(name, name) for name in names)
        yield values if not (row.opens or signature.sets) else f"statics={values}"
    if row.opens:
        takes = next(o.type for o in signature.params if o.many)
        yield f"opens=({_type(takes)}, {_type(row.opens['label'])})"
    if signature.sets:
        yield f"sets={signature.sets}"


def _sequence(operands: tuple[Operand, ...]) -> str:
    """A tuple of types."""
    if len(operands) == 1 and operands[0].many:
        return _type(operands[0].type)
    return tuple_of(f"{'*' * o.many}{_type(o.type)}" for o in operands)


def _pattern(row: Row, name: str, pattern: str) -> str:
    """The call that finds `name` on the stack: its pattern's arguments, then how deep it is."""
    depths = (
        str(depth)
        for depth, operand in enumerate(reversed(row.signature.params))
        if operand.type == name
    )
    call = ast.parse(pattern, mode="eval").body
    given = [_type(ast.unparse(a)) for a in call.args] if isinstance(call, ast.Call) else []
    word = pattern.partition("(")[0]
    return f"C.any_{word}({', '.join([*given, *depths])})"


def _type(source: str) -> str:
    """A type of the table as Python."""
    if reference := _REFERENCE.match(source):
        null, ht = bool(reference[1]), reference[2]
        if ht in HEAP_TYPES:
            return f"RefType({null}, {ht.upper()})"
        return f"C.reftype_of({null}, {ht})"
    return ast.unparse(_Constants().visit(ast.parse(source, mode="eval")))


class _Constants(ast.NodeTransformer):
    """Names of types in the standard become constants of refwasm/syntax/types.py."""

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """The constant, or the name as it is."""
        named = node.id in VALUE_TYPES or node.id in HEAP_TYPES
        return ast.Name(node.id.upper() if named else node.id, node.ctx)


ORIGINS = {
    "refwasm.syntax.instructions": ("BlockType", "Catch", "MemArg", "Op"),
    "refwasm.syntax.types": (
        *sorted(t.upper() for t in VALUE_TYPES | HEAP_TYPES), "HeapType", "RefType", "ResultType",
    ),
    "refwasm.validation.context": ("Context", "Typing"),
    "refwasm.validation.runs": ("count",),
    "refwasm.validation.types": (
        "all_unpacked", "difference", "narrower", "non_null", "nullable", "packed_fields", "top",
        "unpacked",
        "with_heap",
    ),
}  # fmt: skip


def _imports(out: Writer, text: str) -> None:
    """Import what `text` mentions."""
    used = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    out.line("from collections.abc import Callable\n")
    out.line("from refwasm.generated import opcodes as o")
    for module, names in ORIGINS.items():
        # Constants before classes, as ruff sorts them.
        found = sorted(set(names) & used, key=lambda name: (not name.isupper(), name))
        line = f"from {module} import {', '.join(found)}"
        if len(line) <= 100:
            out.line(line)
        else:
            with out.block(f"from {module} import (", ")"):
                out.line("\n".join(f"{name}," for name in found))
    out.line()
