"""Partial evaluation of the functions that the table names, by a closed list of rewrites.

1. *bind*: a width or a function that is passed takes the parameter's place.
2. *fold*: operators and conditions of constants are evaluated, and what they rule out goes; `% 2**k`
   becomes `& 2**k - 1`.
3. *look up*: `TABLE[32]` becomes the name `TABLE_32`.
4. *lift*: a `try` whose handler only traps is its body; whoever pastes it guards the whole.
5. *inline*: a function of one `return`, after assignments of names used in it, takes the place of
   its call; so does a procedure of one statement. Choosing between two procedures is an expression.
6. *walrus*: an argument that is no atom is bound at its first use, if that is always evaluated.
7. *rotate*: `i >> k | i << N - k` becomes `i * (2**N + 1) >> k`.
8. *at once*: sums and differences of lanes become those of vectors.

What they do not cover stays a call, of a *kernel* if widths or functions are passed: the same function
with those bound. Numerics have no effects but traps, so an argument that cannot trap may be evaluated
late, or never.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from codegen.evaluation import Put, copied, most_uses, uses
from codegen.folding import COMPARE, folded, folds, rotated
from codegen.lanes import at_once
from codegen.library import Library
from codegen.sources import Source, Sources

INLINED = ("refwasm.numerics.", "refwasm.runtime.memories", "refwasm.runtime.tables")
GUARD = "OUTSIDE"  # what a lifted handler catches
ATOMS = (ast.Name, ast.Constant)
BLOCKS = ("body", "orelse", "finalbody")  # where statements hold others
LEAVING = (ast.Return, ast.Raise)  # nothing after them runs

Bindings = Mapping[str, ast.expr]


class Stays(Exception):
    """A call that no rewrite covers."""


class Specializer:
    """What was specialised so far: `kernels` by name, in the order of their definition."""

    def __init__(self, sources: Sources, library: Library):
        self.sources = sources
        self.library = library
        self.kernels: dict[str, ast.FunctionDef] = {}
        self.tables: dict[str, tuple[str, int]] = {}  # TABLE_32: (TABLE, 32)
        self._fresh = 0
        modules = {s.module for s in sources.functions.values()}
        self.inlined = {m for m in modules if m.startswith(INLINED)}

    def expression(self, node: ast.expr, bindings: Bindings) -> ast.expr:
        """`node` specialised; names without a binding stay."""
        new = _Rewriter(self, bindings).visit(copied(node))
        assert isinstance(new, ast.expr)
        return new

    def call(self, name: str, args: list[ast.expr]) -> ast.expr:
        """The call of the function `name`: inlined if the rewrites cover it."""
        source = self.sources.functions.get(name)
        if source is None or source.module not in self.inlined:
            return _call(name, args)
        try:
            return self._inline(self._reduced(source, args), source, args)
        except Stays:
            return self._kernel_call(name, source, args)

    def procedure(self, node: ast.expr, bindings: Bindings) -> ast.stmt:
        """The statement that does what calling `node` for its effect does."""
        match node:
            case ast.Call(ast.Name(name), args) if name in self.sources.functions:
                done = [self.expression(arg, bindings) for arg in args]
                try:
                    return self._procedure(self.sources.functions[name], done)
                except Stays:
                    return ast.Expr(self._kernel_call(name, self.sources.functions[name], done))
            case _:
                return ast.Expr(self.expression(node, bindings))

    def untrapped(self, node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
        """For the call of a function of numerics that may trap: when it does, and its value else."""
        match node:
            case ast.Call(ast.Name(name), args) if self._base(name) == name:
                source = self.sources.functions[name]
                body = self._reduced(source, args)
                match body:
                    case [ast.Expr(ast.Call(ast.Name("trap_if"), [trap, _])), *rest]:
                        try:
                            value = self._inline(rest, source, args)
                        except Stays:
                            return None
                        return self._with_arguments(trap, source, args), value
        return None

    # Inlining

    def _inline(self, body: list[ast.stmt], source: Source, args: list[ast.expr]) -> ast.expr:
        """What `body`, of the function `source`, returns, as an expression."""
        *assignments, last = body
        if not isinstance(last, ast.Return) or last.value is None:
            raise Stays
        expression = at_once(last.value) or last.value
        for assignment in reversed(assignments):
            match assignment:
                case ast.Assign([ast.Name(name)], value) | ast.AnnAssign(
                    ast.Name(name), _, ast.expr() as value
                ):
                    expression = self._assigned(name, value, expression)
                case _:
                    raise Stays
        return self._with_arguments(expression, source, args)

    def _procedure(self, source: Source, args: list[ast.expr]) -> ast.stmt:
        """The one statement that `source` comes down to."""
        body = self._reduced(source, args)
        if len(body) != 1:
            raise Stays
        match body[0]:
            case ast.Expr(value):
                return ast.Expr(self._with_arguments(value, source, args))
            case ast.Assign([ast.Subscript(target, index)], value):
                whole = ast.Tuple([value, target, index], ast.Load())
                done = self._with_arguments(whole, source, args)
                assert isinstance(done, ast.Tuple)
                value, target, index = done.elts
                return ast.Assign([ast.Subscript(target, index, ast.Store())], value)
            case ast.If(test, [ast.Expr(then)], [ast.Expr(other)]):
                chosen = ast.IfExp(test, then, other)
                return ast.Expr(self._with_arguments(chosen, source, args))
            case _:
                raise Stays

    def _reduced(self, source: Source, args: list[ast.expr]) -> list[ast.stmt]:
        """The statements of `source` that constants among `args` do not rule out; lifted."""
        bound = {p: a for p, a in zip(source.parameters, args, strict=True) if self._static(a)}
        rewriter = _Rewriter(self, {**source.constants, **bound})
        return list(self._statements(source.body, rewriter, lift=True))

    def _statements(
        self, body: Sequence[ast.stmt], rewriter: _Rewriter, *, lift: bool
    ) -> Iterator[ast.stmt]:
        """`body` specialised, without the branches that constants rule out and what they leave behind."""
        for statement in body:
            for made in self._statement(statement, rewriter, lift=lift):
                yield made
                if isinstance(made, LEAVING):
                    return

    def _statement(self, statement: ast.stmt, rewriter: _Rewriter, *, lift: bool) -> list[ast.stmt]:
        def block(body: Sequence[ast.stmt]) -> list[ast.stmt]:
            return list(self._statements(body, rewriter, lift=lift))

        match statement:
            case ast.Expr(ast.Call(ast.Name("trap_if"), [condition, text])) if not lift:
                trap = ast.Expr(_call("trap", [copied(text)]))
                return block([ast.If(condition, [trap], [])])
            case ast.If(test, then, other):
                test = rewriter.visit(copied(test))
                if isinstance(test, ast.Constant):
                    return block(then if test.value else other)
                return [ast.If(test, block(then) or [ast.Pass()], block(other))]
            case ast.Try(inside, [handler], [], []) if lift and _only_traps(handler):
                return block(inside)
            case ast.Expr(value) if lift:
                return [ast.Expr(value)]
            case _:
                new = rewriter.visit(copied(statement))
                for holder in (new, *getattr(new, "handlers", ())):
                    for name in BLOCKS:
                        if inside := getattr(holder, name, []):
                            setattr(holder, name, block(inside) or [ast.Pass()])
                return [new]

    def _with_arguments(
        self, expression: ast.expr, source: Source, args: list[ast.expr]
    ) -> ast.expr:
        """`expression` with `args` in place of the parameters of `source`."""
        if any(isinstance(node, ast.ListComp) for node in ast.walk(expression)):
            raise Stays  # its variables might have the names of what is put into it
        bound: dict[str, ast.expr] = dict(source.constants)
        lets: list[tuple[str, ast.expr]] = []
        for parameter, arg in zip(source.parameters, args, strict=True):
            if self._static(arg) or isinstance(arg, ATOMS):
                bound[parameter] = arg
            else:
                self._fresh += 1
                bound[parameter] = ast.Name(f"_p{self._fresh}", ast.Load())
                lets.append((f"_p{self._fresh}", arg))
        for name in {n.id for n in ast.walk(expression) if isinstance(n, ast.Name)} - bound.keys():
            if name.startswith("_") and name in self.sources.origins:
                raise Stays  # private to its module
        expression = self.expression(expression, bound)
        for name, arg in reversed(lets):
            expression = self._let(name, arg, expression)
        return expression

    def _assigned(self, name: str, value: ast.expr, body: ast.expr) -> ast.expr:
        """`body` after `name = value`."""
        found = list(uses(body, name))
        if not found or found[0]:
            raise Stays
        self._fresh += 1
        walrus = f"_w{self._fresh}" if len(found) > 1 else None
        return Put(name, value, walrus).visit(body)  # type: ignore[no-any-return]  # an expression

    def _let(self, name: str, value: ast.expr, body: ast.expr) -> ast.expr:
        found = list(uses(body, name))
        total = self.total(value)
        if (not found and total) or (len(found) == 1 and (total or not found[0])):
            return Put(name, value).visit(body)  # type: ignore[no-any-return]  # an expression
        if found and not found[0]:
            self._fresh += 1
            return Put(name, value, f"_w{self._fresh}").visit(body)  # type: ignore[no-any-return]  # an expression
        if total and most_uses(body, name) <= 1:
            return Put(name, value).visit(body)  # type: ignore[no-any-return]  # an expression
        raise Stays

    def total(self, node: ast.expr) -> bool:
        """Whether evaluating `node` neither traps nor depends on what may change."""
        for inner in ast.walk(node):
            match inner:
                case ast.Call(ast.Name(name)):
                    base = self._base(name)
                    if base is None and name not in TOTAL:
                        return False
                    if base is not None and self.library.traps([base]):
                        return False
                case ast.Call() | ast.Subscript() | ast.Attribute():
                    return False
                case _:
                    pass
        return True

    def _base(self, name: str) -> str | None:
        """The function of numerics that `name` is, or is a kernel of."""
        if name in self.kernels:
            return str(getattr(self.kernels[name], "origin", name))
        source = self.sources.functions.get(name)
        return name if source and source.module.startswith("refwasm.numerics") else None

    # Kernels

    def _static(self, node: ast.expr) -> bool:
        """Whether `node` is a width or a function."""
        if isinstance(node, ast.Name):
            return node.id in self.sources.functions
        return isinstance(node, ast.Constant) and isinstance(node.value, int)

    def _kernel_call(self, name: str, source: Source, args: list[ast.expr]) -> ast.expr:
        numerics = source.module.startswith("refwasm.numerics")
        fixed = [
            p.arg in ("M", "N") or "Callable" in _text(p.annotation) for p in source.node.args.args
        ]
        bound = {
            p: a
            for p, a, f in zip(source.parameters, args, fixed, strict=True)
            if f and self._static(a)
        }
        if not numerics or not bound or any(isinstance(a, ast.Starred) for a in args):
            return _call(name, args)
        kernel = "_".join((name, *(_text(a) for a in bound.values())))
        if kernel not in self.kernels:
            self._define(kernel, name, source, bound)
        rest = [a for p, a in zip(source.parameters, args, strict=True) if p not in bound]
        return _call(kernel, rest)

    def _define(self, kernel: str, name: str, source: Source, bound: Bindings) -> None:
        node = copied(source.node)
        rewriter = _Rewriter(self, {**source.constants, **bound})
        node.body = list(self._statements(source.body, rewriter, lift=False))
        node.name = kernel
        node.args.args = [a for a in node.args.args if a.arg not in bound]
        node.decorator_list = []
        node.origin = name  # type: ignore[attr-defined]  # what it is a kernel of
        self.kernels[kernel] = ast.fix_missing_locations(node)


TOTAL = frozenset(("abs", "copysign", "float", "round", "isnan", "isfinite", "fround32"))


class _Rewriter(ast.NodeTransformer):
    """Binds, folds, looks up, and has calls inlined, innermost first."""

    def __init__(self, specializer: Specializer, bindings: Bindings):
        self.specializer = specializer
        self.bindings = bindings

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if isinstance(node.ctx, ast.Load) and node.id in self.bindings:
            return copied(self.bindings[node.id])
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        own = {n.id for g in node.generators for n in ast.walk(g.target) if isinstance(n, ast.Name)}
        bindings = {name: value for name, value in self.bindings.items() if name not in own}
        inner = _Rewriter(self.specializer, bindings)
        first, *others = node.generators
        first.iter = self.visit(first.iter)
        for generator in others:
            generator.iter = inner.visit(generator.iter)
        for generator in node.generators:
            conditions = [inner.visit(condition) for condition in generator.ifs]
            generator.ifs = [c for c in conditions if not (isinstance(c, ast.Constant) and c.value)]
        node.elt = inner.visit(node.elt)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        plain = not node.keywords and not any(isinstance(a, ast.Starred) for a in node.args)
        if isinstance(node.func, ast.Name) and plain:
            return self.specializer.call(node.func.id, node.args)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.BinOp(ast.Constant(int(a)), op, ast.Constant(int(b))) if folds(a, op, b):
                return folded(a, op, b)
            case ast.BinOp(left, ast.Mod(), ast.Constant(int(n))) if n > 0 and n & (n - 1) == 0:
                return ast.BinOp(left, ast.BitAnd(), ast.Constant(n - 1))
            case ast.BinOp(ast.Constant(float(a)), ast.Pow(), ast.Constant(int(b))):
                return ast.Constant(a**b)
        return rotated(node) or node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.UnaryOp(ast.USub(), ast.UnaryOp(ast.USub(), ast.Constant(int()) as inner)):
                return inner
            case ast.UnaryOp(ast.Not(), ast.Constant(value)):
                return ast.Constant(not value)
            case _:
                return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Compare(ast.Constant(int(a)), [op], [ast.Constant(int(b))]) if (
                type(op) in COMPARE
            ):
                return ast.Constant(COMPARE[type(op)](a, b))
            case _:
                return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        decides = isinstance(node.op, ast.Or)
        rest: list[ast.expr] = []
        for value in node.values:
            if not isinstance(value, ast.Constant):
                rest.append(value)
            elif bool(value.value) is decides:
                return ast.BoolOp(node.op, [*rest, value]) if rest else value
        if not rest:
            return ast.Constant(not decides)
        return rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        test = self.visit(node.test)
        if isinstance(test, ast.Constant):
            return self.visit(node.body if test.value else node.orelse)  # type: ignore[no-any-return]  # an expression
        return ast.IfExp(test, self.visit(node.body), self.visit(node.orelse))

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Subscript(ast.Name(table), ast.Constant(int(key))) if (
                table in self.specializer.sources.tables
            ):
                name = f"{table}_{key}"
                self.specializer.tables[name] = (table, key)
                return ast.Name(name, ast.Load())
            case _:
                return node


def _only_traps(handler: ast.ExceptHandler) -> bool:
    """Whether the handler of what is outside does nothing but trap, or say that it cannot be."""
    if not isinstance(handler.type, ast.Name) or handler.type.id != GUARD:
        return False
    match handler.body:
        case [ast.Expr(ast.Call(ast.Name("trap")))]:
            return True
        case [ast.Expr(ast.Call(ast.Name("trap_if"))), ast.Raise(None)]:
            return True
        case _:
            return False


def _call(name: str, args: list[ast.expr]) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), args, [])


def _text(node: ast.AST | None) -> str:
    return "" if node is None else ast.unparse(ast.fix_missing_locations(node))
