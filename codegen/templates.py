"""What the fast tier pastes for each row, specialised from its `exec`, and the kernels that it needs."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from codegen.action import CONTROL, Action, Sort, parse_action
from codegen.demand import (
    EXACT,
    WIDTHS,
    bounded,
    demanded,
    demands,
    enough,
    length,
    loosened,
)
from codegen.effects import effects, is_constant
from codegen.evaluation import copied, uses
from codegen.files import TableError
from codegen.resolve import BUILTINS, ENVIRONMENT
from codegen.signature import NotationError
from codegen.sources import read_sources
from codegen.specialize import Specializer
from codegen.table import Row, Table

_NAME = re.compile(r"(?<![\w.\"'])([A-Za-z_]\w*)\b(?![\"'])")
_KEYWORDS = {"if", "else", "and", "or", "not", "is", "in", "for", "None", "True", "False"}


@dataclass
class Loose:
    """A value that is as good as a row's where not all of it is demanded."""

    text: str
    free: list[str]  # the operands that may be loose in it
    mask: str  # what makes a loose integer strict
    bounds: list[str]  # the operands of which one that is strict makes it so, too
    slack: int  # how many bits more it has


@dataclass
class Pasted:
    """A row as the fast tier has it."""

    row: Row
    statements: list[str] = field(default_factory=list)
    steps: list[tuple[str, str, list[str]]] = field(default_factory=list)
    value: str = ""
    truth: str = ""
    ordered: bool = True
    atoms: set[str] = field(default_factory=set)
    effect: str = "TOTAL"
    constant: bool = False
    free: list[str] = field(default_factory=list)
    loose: Loose | None = None
    sure: tuple[str, str, str] | None = None  # an operand, when it traps, the value otherwise


@dataclass(frozen=True)
class Templates:
    """All rows that do something, and what specialised them: it has the kernels that they need."""

    rows: tuple[Pasted, ...]
    specializer: Specializer

    def mentioned(self) -> set[str]:
        """The functions and tables that the templates name."""
        names: set[str] = set()
        for pasted in self.rows:
            texts = [*pasted.statements, pasted.value]
            texts += [t for c, _, args in pasted.steps for t in (c, *args)]
            for text in texts:
                names |= set(_NAME.findall(re.sub(r"\{\w+=?\}|\"[^\"]*\"", "0", text)))
        return names - _KEYWORDS - BUILTINS.keys()


def specialize(table: Table) -> Templates:
    """The templates of `table`, made from the functions of the package refwasm beside it."""
    specializer = Specializer(read_sources(table.path.resolve().parent), table.library)
    made = []
    for row in table.rows:
        try:
            action = parse_action(row)
            if row.exec:
                made.append(_Paster(action, specializer, table).pasted)
        except NotationError as error:
            raise TableError(table.path, row.line, row.key, str(error)) from None
    return Templates(tuple(made), specializer)


class _Paster:
    """One row: names of the environment and of immediates become holes, then all is specialised."""

    def __init__(self, action: Action, specializer: Specializer, table: Table):
        self.action = action
        self.row = action.row
        self.specializer = specializer
        self.pasted = Pasted(action.row)
        self.sorts = {name: action.sort(name, table.library) for name in action.names}
        operands = [o for o in self.row.signature.params if o.name and not o.many]
        self.operands = [str(o.name) for o in operands]
        self.types = {str(o.name): o.type for o in operands}
        self.holes = _Holes(self.sorts)
        self.parts: list[ast.AST] = []  # in the order in which they are evaluated
        self._statements()
        if action.result is not None:
            self._value(action.result)
        found = effects(action, table.library, table.traps(self.row))
        self.pasted.constant = is_constant(action, table.library)
        if found.writes:
            self.pasted.effect = "WRITES"
        elif found.reads or found.traps or "trap" in action.names:
            self.pasted.effect = "READS"
        self._order()
        self.pasted.free = self._free(ast.Tuple([*self.parts], ast.Load()))  # type: ignore[list-item]  # only walked
        self._loosen()
        self._text()

    def _special(self, node: ast.expr) -> ast.expr:
        return self.specializer.expression(self.holes.visit(copied(node)), {})

    def _statements(self) -> None:
        for statement in self.action.body:
            match statement:
                case ast.Expr(ast.Call(ast.Name(name), args)) if name in CONTROL:
                    self._step(None, name, args)
                case ast.If(test, [ast.Expr(ast.Call(ast.Name(name), args))], []) if (
                    name in CONTROL
                ):
                    self._step(self._special(test), name, args)
                case ast.Expr(ast.Call(ast.Name("trap_if"), [test, text])):
                    trap = ast.Expr(ast.Call(ast.Name("trap", ast.Load()), [text], []))
                    self.parts.append(ast.If(self._special(test), [trap], []))
                case ast.Expr(value):
                    self.parts.append(self.specializer.procedure(self.holes.visit(value), {}))
                case ast.Assign([target], value):
                    new = ast.Assign([self._special(target)], self._special(value))
                    self.parts.append(new)
                case _:
                    raise NotationError(f"exec: '{ast.unparse(statement)}' cannot be compiled")

    def _step(self, test: ast.expr | None, name: str, args: list[ast.expr]) -> None:
        whole = ast.Tuple([*([test] if test else []), *map(self._special, args)], ast.Load())
        self.parts.append(whole)
        self.pasted.steps.append(("?" if test else "", name, []))

    def _value(self, node: ast.expr) -> None:
        special = self._special(node)
        self.parts.append(special)
        if len(self.parts) == 1 and (found := self.specializer.untrapped(self.holes.visit(node))):
            trap, value = found
            constant, *more = set(_evaluated(trap, set(self.operands)))
            others = [name for name in self.operands if name != constant]
            if not more and all(list(uses(value, name)) == [False] for name in others):
                texts = [_Text(part, self).part(part) for part in found]
                self.pasted.sure = (constant, texts[0], texts[1])

    def _order(self) -> None:
        """Which operands have to be names, and whether all are evaluated in order."""
        whole = ast.Tuple([*self.parts], ast.Load())  # type: ignore[list-item]  # only walked
        found = {name: list(uses(whole, name)) for name in self.operands}
        several = len(self.parts) > 1
        for name, conditional in found.items():
            if len(conditional) > 1 and (several or conditional[0]):
                self.pasted.atoms.add(name)
        first = [c[0] if c else True for c in found.values()]
        order = Counter[str]()
        seen: list[str] = []
        for name in _evaluated(whole, set(self.operands)):
            order[name] += 1
            if order[name] == 1:
                seen.append(name)
        self.pasted.ordered = not any(first) and seen == self.operands

    def _free(self, node: ast.AST, demand: float = EXACT) -> list[str]:
        """The operands that may be loose in `node`, of which no more than `demand` is demanded."""
        found = demands(node, demand)
        return [
            name
            for name, type_ in self.types.items()
            if name not in self.pasted.atoms and enough(found.get(name, EXACT), type_)
        ]

    def _loosen(self) -> None:
        """The loose form of the value, if there is one."""
        results = self.row.signature.results
        if len(self.parts) != 1 or self.action.result is None or len(results) != 1:
            return
        [value], type_ = self.parts, results[0].type
        demand = demanded(type_)
        if demand is None or not isinstance(value, ast.expr):
            return
        loose = loosened(copied(value), type_)
        free = self._free(loose, demand)
        if ast.dump(loose) == ast.dump(value) and set(free) <= set(self.pasted.free):
            return
        mask, slack, bounds = "", 0, []
        if type_ in WIDTHS:
            mask = f" & {(1 << WIDTHS[type_]) - 1}"
            widths = {name: WIDTHS.get(t, 0) for name, t in self.types.items()}
            slack = max(length(loose, widths) - WIDTHS[type_], 0)
            others = set(self.operands).difference(free)
            bounds = [name for name in free if bounded(loose, others | {name})]
        text = _Text(loose, self).part(loose)
        whole = _Text(copied(value), self)
        masked = whole.part(whole.part_node)
        if mask and masked.endswith(mask):
            text = masked.removesuffix(mask)  # in parentheses, if need be
        self.pasted.loose = Loose(text, free, mask, bounds, slack)

    def _text(self) -> None:
        values = [p for p in self.parts if isinstance(p, ast.expr)]
        steps = iter(self.pasted.steps)
        self.pasted.steps = []
        for part in self.parts:
            text = _Text(part, self)
            if isinstance(part, ast.stmt):
                self.pasted.statements.append(text.whole())
            elif part is values[-1] and self.action.result is not None:
                self._pushed(part, text)
            else:
                assert isinstance(part, ast.Tuple)
                condition, name, _ = next(steps)
                texts = [text.part(e) for e in part.elts]
                if condition:
                    condition = texts.pop(0)
                self.pasted.steps.append((condition, name, texts))

    def _pushed(self, node: ast.expr, text: _Text) -> None:
        match node:
            case ast.IfExp(test, ast.Constant(1), ast.Constant(0)):
                self.pasted.truth = text.part(test)
                self.pasted.value = f"1 if {self.pasted.truth} else 0"
            case _:
                self.pasted.value = text.part(node)


class _Text:
    """A part as text; the first of several uses of an operand is marked."""

    def __init__(self, part: ast.AST, paster: _Paster):
        self.paster = paster
        self.part_node = part
        self.names: dict[str, str] = {}
        several = len(paster.parts) > 1
        for name in paster.operands:
            pastable = not several and name not in paster.pasted.atoms
            if pastable and sum(1 for _ in uses(part, name)) > 1:
                _mark(part, name)

    def whole(self) -> str:
        """The statement, on one line."""
        if isinstance(self.part_node, ast.If):
            [inner] = self.part_node.body
            return f"if {self.part(self.part_node.test)}: {self.part(inner)}"
        return self.part(self.part_node)

    def part(self, node: ast.AST) -> str:
        """An expression within it."""
        source = ast.unparse(ast.fix_missing_locations(node)).replace("'", '"')
        return _NAME.sub(self._hole, source)

    def _hole(self, match: re.Match[str]) -> str:
        name = match[1]
        if name.startswith("_w"):
            return "{" + self.names.setdefault(name, f"_{len(self.names) + 1}") + "}"
        if name.endswith("__first"):
            return "{" + name.removesuffix("__first") + "=}"
        sort = self.paster.sorts.get(name)
        hole = "__" in name or sort in (
            Sort.OPERAND, Sort.SEQUENCE, Sort.IMMEDIATE, Sort.STATIC,
        )  # fmt: skip
        return "{" + name + "}" if hole else name


def _mark(node: ast.AST, name: str) -> None:
    """Rename the first use of `name` in the order of evaluation."""
    for inner in _evaluated_nodes(node):
        if inner.id == name:
            inner.id = f"{name}__first"
            return


def _evaluated(node: ast.AST, names: set[str]) -> Iterator[str]:
    return (n.id for n in _evaluated_nodes(node) if n.id in names)


def _evaluated_nodes(node: ast.AST) -> Iterator[ast.Name]:
    """The names in `node`, as their evaluation begins."""
    match node:
        case ast.Name():
            yield node
        case ast.IfExp(test, body, orelse):
            for arm in (test, body, orelse):
                yield from _evaluated_nodes(arm)
        case ast.Assign(targets, value):
            for part in (value, *targets):
                yield from _evaluated_nodes(part)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _evaluated_nodes(child)


class _Holes(ast.NodeTransformer):
    """Items of the environment, and attributes of immediates and statics, as plain names."""

    def __init__(self, sorts: dict[str, Sort]):
        self.sorts = sorts

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        match node:
            case ast.Subscript(ast.Name(name), index) if name in ENVIRONMENT:
                where = ast.unparse(index).replace(".", "__")
                return ast.Name(f"{name}__{where}", node.ctx)
            case _:
                self.generic_visit(node)
                return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        match node:
            case ast.Attribute(ast.Name(name), attribute) if self.sorts.get(name) in (
                Sort.IMMEDIATE,
                Sort.STATIC,
            ):
                return ast.Name(f"{name}__{attribute}", node.ctx)
            case _:
                self.generic_visit(node)
                return node
