"""refwasm/generated/interpreter.py: how each row executes, as a function bound to its site.

Operands are registers of the running frame, whose numbers the maker of a row gets; immediates,
statics, and what they select from the module instance, are bound when the maker is called: as
defaults of parameters, which take fewer objects than variables of an enclosing function, and less time.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy

from codegen.action import Action, Sort, parse_action
from codegen.effects import is_constant
from codegen.files import TableError
from codegen.library import Library, names_in
from codegen.signature import NotationError
from codegen.table import Row, Table
from codegen.writer import INDENT, WIDTH, Writer, header

TARGET = "refwasm/generated/interpreter.py"
# The types of immediates; those of all other kinds are ints.
TYPES = {
    "labelidx": "Block",
    "labelidxs": "tuple[Block, ...]",
    "laneidxs": "tuple[int, ...]",
    "memarg": "MemArg",
    "heaptype": "HeapType",
    "reftype": "RefType",
    "resulttypes": "ResultType",
}
ORIGINS = {
    "refwasm.errors": ("trap", "trap_if"),
    "refwasm.interpret.blocks": ("Block", "End", "Form", "Registers", "Static", "Step"),
    "refwasm.interpret.control": ("invoke", "leave", "tail_invoke", "throw"),
    "refwasm.runtime.instances": ("ModuleInst",),
    "refwasm.syntax.instructions": ("MemArg", "Op"),
    "refwasm.syntax.types": ("HeapType", "RefType", "ResultType"),
}
RESERVED = {"R", "d", "here", "module", "step", "end", "o"}


def emit(table: Table) -> str:
    """The makers of all rows, and the table of their forms."""
    body = Writer()
    forms = []
    for row in table.rows:
        try:
            maker = _Maker(parse_action(row), table.library)
            maker.write(body)
            forms.append((f"o.{row.ident}: Form(", list(maker.form())))
        except NotationError as error:
            raise TableError(table.path, row.line, row.key, str(error)) from None
    with body.block("\n\nFORMS: dict[Op, Form] = {", "}"):
        for opening, arguments in forms:
            line = f"{opening}{', '.join(arguments)}),"
            if len(INDENT + line) <= WIDTH:
                body.line(line)
            else:
                _display(body, opening, arguments, "),")
    out = Writer()
    out.line(header("How each instruction executes.", "codegen/emit/interpreter.py"))
    _imports(out, names_in(body.text()), table.library)
    out.line("\n# What validation proved of the types of fields and elements is beyond mypy.")
    out.line('# mypy: disable-error-code="arg-type"')
    out.line(body.text())
    return out.text()


def _imports(out: Writer, used: set[str], library: Library) -> None:
    """Import what `used` mentions."""
    names: dict[str, set[str]] = defaultdict(set, {"refwasm.generated": {"opcodes as o"}})
    for module, known in ORIGINS.items():
        names[module] |= used & set(known)
    for name in used & library.public.keys():
        definition = library.public[name]
        if definition.arity is not None:
            names[f"refwasm.{definition.module.replace('/', '.')}"].add(name)
    for module in sorted(names):
        if names[module]:
            imported = sorted(names[module], key=lambda name: (not name[0].isupper(), name))
            line = f"from {module} import {', '.join(imported)}"
            if len(line) <= WIDTH:
                out.line(line)
            else:
                _display(out, f"from {module} import (", imported, ")")


def _display(out: Writer, opening: str, items: Sequence[str], closing: str) -> None:
    """`items` each on its own line between brackets, as the formatter has them."""
    with out.block(opening, closing):
        out.line("\n".join(f"{item}," for item in items))


class _Maker:
    """The maker of one row: what it binds, and the lines of the function that it returns."""

    def __init__(self, action: Action, library: Library):
        self.action = action
        self.row: Row = action.row
        self.library = library
        # Some rows have the names of the functions that they call, or of others.
        known = {*library.public, *ORIGINS["refwasm.interpret.control"]}
        self.name = f"{self.row.function}_" if self.row.function in known else self.row.function
        self.bound: dict[str, str] = {}  # names, and what a maker looks up for them
        self.lines: list[str] = []
        self.sorts = {name: action.sort(name, library) for name in action.names}
        for name, sort in self.sorts.items():
            if name in RESERVED and sort is not Sort.ENVIRONMENT:
                raise NotationError(f"exec: '{name}' is a name of generated code")
        self.ends = bool(action.control) or self.row.signature.polymorphic
        self.carried = 0  # what a branch carries besides the operands below
        self.constant = is_constant(action, library)
        self._statements(action.body, "")
        if action.result is not None:
            value = self._text(action.result)
            self.lines.append(f"return {value}" if self.constant else f"R[d] = {value}")
        self.onward = self.ends and not self.row.signature.polymorphic
        if self.onward and self.lines[-1][:7] != "return ":
            self.bound["after"] = "here.after"
            self.lines.append("return after")
        self.onward &= "after" in self.bound or "invoke" in action.control
        everything = "\n".join((*self.bound.values(), *self.lines))
        self.target = "R[d] = " in everything  # the first register above what the row pops
        self.module = "module." in everything

    def _text(self, node: ast.expr | ast.stmt) -> str:
        text = ast.unparse(ast.fix_missing_locations(_Terms(self).visit(deepcopy(node))))
        return text if '"' in text else text.replace("'", '"')

    def _statements(self, statements: Sequence[ast.stmt], indent: str) -> None:
        for statement in statements:
            match statement:
                case ast.Expr(ast.Call(ast.Name(name), arguments)) if name in self.action.control:
                    self.lines += (indent + line for line in self._control(name, arguments))
                case ast.If(test, body, orelse):
                    self.lines.append(f"{indent}if {self._text(test)}:")
                    self._statements(body, f"{indent}    ")
                    if orelse:
                        self.lines.append(f"{indent}else:")
                        self._statements(orelse, f"{indent}    ")
                case _:
                    self.lines.append(indent + self._text(statement))

    def _control(self, name: str, arguments: Sequence[ast.expr]) -> Iterator[str]:
        """The statements for an intrinsic."""
        texts = [self._text(argument) for argument in arguments]
        match name, texts:
            case "br", [label]:
                yield f"return {label}"
            case "br", [label, extra]:
                self.carried = 1
                yield f"R[d] = {extra}"
                yield f"return {label}"
            case "skip", [condition]:
                self.bound["target"] = "here.skip"
                if condition != "True":
                    yield f"if {condition}:"
                yield "return target" if condition == "True" else "    return target"
            case (("invoke" | "tail_invoke" | "leave"), _):
                yield f"return {name}({', '.join(('here', 'R', *texts))})"
            case "throw", [exception]:
                yield f"{name}({exception})"
            case _:
                raise NotationError(f"exec: '{name}' cannot have {len(texts)} arguments")

    def parameters(self) -> Iterator[str]:
        """The maker's parameters, in the order in which a site gives them."""
        if self.target:
            yield "d: int"
        for operand in self.row.signature.params:
            if operand.name is not None:
                yield f"{operand.name}: {'slice' if operand.many else 'int'}"
        for immediate in self.row.immediates:
            yield f"{immediate.name}: {TYPES.get(immediate.kind, 'int')}"
        for name in self.action.statics:
            if self.sorts[name] is Sort.STATIC:
                yield f"{name}: Static"
        if self.module:
            yield "module: ModuleInst"
        if self.ends:
            yield "here: Block"

    def defaults(self) -> Iterator[str]:
        """The parameters of the function made that hold what is bound, each with its default."""
        used = names_in("\n".join(self.lines))
        for parameter in self.parameters():
            name = parameter.partition(":")[0]
            if name in used:
                yield f"{parameter} = {name}"
        for name, text in self.bound.items():
            kind = "Block | None" if text.startswith("here.") else "Static"
            yield f"{name}: {kind} = {text}"

    def form(self) -> Iterator[str]:
        """The arguments of the row's `Form`."""
        named = [o for o in self.row.signature.params if o.name is not None]
        if self.row.exec:
            kind = "value" if self.constant else "end" if self.ends else "step"
            yield f"{kind}={self.name}"
        if single := sum(not operand.many for operand in named):
            yield f"operands={single}"
        for position, operand in enumerate(named):
            if operand.many:
                if position > 0:
                    raise NotationError("stack: a sequence stands below all other operands")
                yield f"length={self.action.statics.index(str(operand.name))}"
        for flag in ("target", "module", "onward"):
            if getattr(self, flag):
                yield f"{flag}=True"
        if self.carried:
            yield f"carried={self.carried}"
        if "skip" in self.action.control:
            yield "skips=True"
        if "tail_invoke" in self.action.control:
            yield "tail=True"

    def write(self, out: Writer) -> None:
        """The maker's definition; a row that does nothing has none."""
        if not self.row.exec:
            return
        kind = "Static" if self.constant else "End" if self.ends else "Step"
        parameters = ", ".join(self.parameters())
        opening = f"def {self.name}({parameters}) -> {kind}:"
        if len(opening) > WIDTH:
            opening = f"def {self.name}(\n    {parameters}\n) -> {kind}:"
        with out.block(f"\n\n{opening}"):
            anchor = f"   [exec-{self.row.execution}]" if self.row.ruled else ""
            out.line(f'"""{" : ".join(filter(None, (self.row.key, self.row.stack)))}{anchor}"""')
            if self.constant:
                for name, text in self.bound.items():
                    out.line(f"{name} = {text}")
                out.line("\n".join(self.lines))
                return
            inner, result = ("end", "Block | None") if self.ends else ("step", "None")
            self._write_function(out, inner, result)
            out.line(f"\nreturn {inner}")

    def _write_function(self, out: Writer, name: str, result: str) -> None:
        """The definition of what the maker returns."""
        parameters = ["R: Registers", *self.defaults()]
        line = ", ".join(parameters)
        opening = f"def {name}({line}) -> {result}:"
        if len(INDENT + opening) > WIDTH:
            if len(INDENT * 2 + line) > WIDTH:
                line = f",\n{INDENT}".join(parameters) + ","
            opening = f"def {name}(\n{INDENT}{line}\n) -> {result}:"
        with out.block(f"\n{opening}"):
            out.line("\n".join(self.lines))


class _Terms(ast.NodeTransformer):
    """Terms of an action to terms of generated code."""

    def __init__(self, maker: _Maker):
        self.maker = maker

    def visit_Name(self, node: ast.Name) -> ast.expr:
        match self.maker.sorts[node.id]:
            case Sort.OPERAND | Sort.SEQUENCE:
                return ast.Subscript(ast.Name("R", node.ctx), node, node.ctx)
            case Sort.ENVIRONMENT:
                return ast.parse(f"module.{node.id}", mode="eval").body
            case _:
                return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        match node.value:
            case ast.Name("locals"):
                return ast.Subscript(ast.Name("R", ast.Load()), self.visit(node.slice), node.ctx)
            case ast.Name(name) if self._is_fixed(node.slice) and not self.maker.constant:
                if self.maker.sorts[name] is Sort.ENVIRONMENT:
                    index = ast.unparse(node.slice)
                    thing = f"{name.removesuffix('s')}_{index.rpartition('.')[2]}"
                    return self._bind(thing, f"module.{name}[{index}]", node.ctx)
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if self._is_fixed(node) and not self.maker.constant:
            return self._bind(node.attr, ast.unparse(node), node.ctx)
        return self.generic_visit(node)

    def _is_fixed(self, node: ast.expr) -> bool:
        """Whether `node` is an immediate, a static, or an attribute of one."""
        while isinstance(node, ast.Attribute):
            node = node.value
        if not isinstance(node, ast.Name):
            return False
        return self.maker.sorts[node.id] in (Sort.IMMEDIATE, Sort.STATIC)

    def _bind(self, name: str, text: str, ctx: ast.expr_context) -> ast.Name:
        if self.maker.bound.setdefault(name, text) != text or name in self.maker.sorts:
            raise NotationError(f"exec: '{name}' would stand for two things")
        return ast.Name(name, ctx)
