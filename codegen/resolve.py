"""Every name in a row's texts resolves, every call fits, and `exec` keeps to its subset of Python.

What the names may be: operands, immediates, statics, the environment, functions of refwasm/numerics
and refwasm/runtime, intrinsics; in the validator's texts its context `C` and functions on types.
"""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from codegen.library import Arity, Library
from codegen.signature import NotationError
from codegen.table import Row, Table, TableError

ENVIRONMENT = frozenset(
    ("locals", "globals", "mems", "tables", "funcs", "types", "tags", "datas", "elems", "module")
)
_MANY = 1 << 30
INTRINSICS = {
    "br": Arity(1, _MANY),
    "skip": Arity(1, 1),
    "invoke": Arity(2, 2),
    "tail_invoke": Arity(2, 2),
    "leave": Arity(0, 0),
    "throw": Arity(1, 1),
    "trap": Arity(1, 1),
    "trap_if": Arity(2, 2),
}
BUILTINS = {"int": Arity(1, 1), "len": Arity(1, 1)}
# What `any` may declare: patterns alone, and those with arguments.
PATTERNS = {"valtype", "numvectype", "reftype"}
PATTERN_CALLS = {"labels": Arity(1, 1), "reftype_of": Arity(1, 1)}
HEAP_TYPES = {
    "any", "eq", "i31", "struct", "array", "none", "func", "nofunc", "exn", "noexn", "extern",
    "noextern",
}  # fmt: skip
VALUE_TYPES = {"i32", "i64", "f32", "f64", "v128", *(f"{heap}ref" for heap in HEAP_TYPES)}
_REFERENCE = re.compile(r"^\(ref (?:null )?(\w+)\)$")

_SUBSET = (
    ast.Module, ast.Expr, ast.Assign, ast.If, ast.Name, ast.Constant, ast.Attribute, ast.Subscript,
    ast.Call, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Tuple,
    ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop,
)  # fmt: skip
_STATEMENTS = 6
_DEEPEST = 50  # levels of a tree


@dataclass
class Scope:
    """What a text may mention: plain names, and what can be called or passed."""

    names: set[str]
    calls: dict[str, Arity]
    library: Library = field(default_factory=Library)

    def arity(self, name: str) -> Arity | None:
        """How many arguments the callable `name` takes; None if there is none."""
        if name in self.calls:
            return self.calls[name]
        definition = self.library.public.get(name)
        return definition.arity if definition else None


def resolve(table: Table, types: Library) -> None:
    """Check all rows; `types` is what the validator's texts call: refwasm/validation and below."""
    for row in table.rows:
        try:
            _check_row(row, table.library, types)
        except NotationError as error:
            raise TableError(table.path, row.line, row.key, str(error)) from None


def _check_row(row: Row, library: Library, types: Library) -> None:
    operands = [o.name for o in row.signature.params if o.name]
    immediates = [i.name for i in row.immediates]
    bound = _check_premises(row, Scope({"C", *immediates}, {}, types))
    found = [name for name, _ in row.any]
    _check_bindings([*operands, *immediates, *bound, *found])
    _check_types(row, Scope({*immediates, *bound, *found}, {}, types))
    _check_orders(row, immediates)
    names = {*operands, *immediates, *bound, *found, *ENVIRONMENT}
    _check_exec(row, Scope(names, INTRINSICS | BUILTINS, library))


def _check_bindings(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise NotationError(f"'{name}' is bound twice")
        if keyword.iskeyword(name) or name.startswith("_"):
            raise NotationError(f"'{name}' cannot be a name")
        if name in ENVIRONMENT or name in INTRINSICS or name in BUILTINS:
            raise NotationError(f"'{name}' has a meaning of its own")
        seen.add(name)


def _check_premises(row: Row, scope: Scope) -> list[str]:
    """The names that `where` binds, one premise after the other."""
    bound: list[str] = []
    for premise in row.where:
        statement = _parse(premise, "where")
        match statement.body:
            case [ast.Assign() | ast.Expr(ast.Call())]:
                pass
            case _:
                raise NotationError(f"where: '{premise}' is neither an assignment nor a call")
        _check_names(statement, scope, "where")
        targets = [n.id for n in _names(statement) if isinstance(n.ctx, ast.Store)]
        bound += targets
        scope.names |= set(targets)
    return bound


def _check_types(row: Row, scope: Scope) -> None:
    """Names in `any`, in the stack type, and in `opens`."""
    for _, pattern in row.any:
        patterns = Scope(scope.names | PATTERNS | HEAP_TYPES, PATTERN_CALLS, scope.library)
        _check_names(_parse(pattern, "any"), patterns, "any")
    known = Scope(scope.names | VALUE_TYPES | HEAP_TYPES, {}, scope.library)
    for operand in (*row.signature.params, *row.signature.results):
        reference = _REFERENCE.match(operand.type)
        source = reference[1] if reference else operand.type
        _check_names(_parse(source, "stack"), known, "stack")
    if row.signature.sets and row.signature.sets not in scope.names:
        raise NotationError(f"stack: '{row.signature.sets}' is not known")
    for source in (row.opens or {}).values():
        _check_names(_parse(source, "opens"), known, "opens")


def _check_orders(row: Row, immediates: list[str]) -> None:
    """The binary order names all immediates, each once."""
    if row.binary is not None:
        order = row.binary.removeprefix("cast(").removesuffix(")").split()
        if sorted(order) != sorted(immediates):
            raise NotationError(f"binary: '{row.binary}' is not an order of the immediates")


def _check_exec(row: Row, scope: Scope) -> None:
    if not row.exec:
        return
    tree = _parse(row.exec, "exec")
    for node in ast.walk(tree):
        if not isinstance(node, _SUBSET):
            raise NotationError(f"exec: {type(node).__name__} is outside the subset of Python")
    if sum(isinstance(node, ast.stmt) for node in ast.walk(tree)) > _STATEMENTS:
        raise NotationError(f"exec: more than {_STATEMENTS} statements")
    stored = {n.id for n in _names(tree) if isinstance(n.ctx, ast.Store)}
    _check_bindings([*(scope.names - ENVIRONMENT), *stored])
    scope.names |= stored
    _check_names(tree, scope, "exec")
    single = [o for o in row.signature.results if not o.many]
    if single and not isinstance(tree.body[-1], ast.Expr):
        raise NotationError("exec: does not end in an expression, the result")


def _parse(source: str, where: str) -> ast.Module:
    try:
        tree = ast.parse(source.strip())
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        wrong = error.msg if isinstance(error, SyntaxError) else str(error) or "nests too deep"
        raise NotationError(f"{where}: '{source}' is not Python: {wrong}") from None
    level: list[ast.AST] = [tree]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    if level:
        raise NotationError(f"{where}: '{source}' nests too deep")
    return tree


def _names(tree: ast.AST) -> Iterator[ast.Name]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Name))


def _check_names(tree: ast.Module, scope: Scope, where: str) -> None:
    """All names mentioned are known, and all calls of known things fit."""
    for name in _names(tree):
        stored = isinstance(name.ctx, ast.Store)
        if not stored and name.id not in scope.names and scope.arity(name.id) is None:
            raise NotationError(f"{where}: '{name.id}' is not known")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            _check_call(node, scope, where)


def _check_call(call: ast.Call, scope: Scope, where: str) -> None:
    if call.keywords or any(isinstance(argument, ast.Starred) for argument in call.args):
        raise NotationError(f"{where}: '{ast.unparse(call)}' has other than plain arguments")
    name, arity = _called(call, scope)
    if arity is None:
        raise NotationError(f"{where}: '{name}' is not a function")
    if not arity.takes(len(call.args)):
        raise NotationError(f"{where}: '{name}' takes {arity} arguments, not {len(call.args)}")
    definition = scope.library.public.get(name)
    for position, count in definition.callables if definition else ():
        passed = call.args[position]
        taken = scope.arity(passed.id) if isinstance(passed, ast.Name) else None
        if taken is None or not taken.takes(count):
            wrong = f"'{ast.unparse(passed)}' is not a function of {count} arguments"
            raise NotationError(f"{where}: {wrong}, which '{name}' takes")


def _called(call: ast.Call, scope: Scope) -> tuple[str, Arity | None]:
    """What is called: a function, or a method of the validator's context."""
    match call.func:
        case ast.Name(name):
            return name, scope.arity(name)
        case ast.Attribute(ast.Name("C"), method) if "C" in scope.names:
            return f"C.{method}", scope.library.method("Context", method)
        case other:
            return ast.unparse(other), None
