"""The functions that the table names, read as source: their parameters, anchors, and traps.

Nothing of refwasm is imported, so that its generated half can be missing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from codegen.files import read_python

_ANCHOR = re.compile(r"\bSpec: ([\w.-]+)")
_INFINITE = 1 << 30

Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class Arity:
    """How many positional arguments a callable takes."""

    least: int
    most: int

    def takes(self, n: int) -> bool:
        """Whether a call with `n` arguments fits."""
        return self.least <= n <= self.most

    def __str__(self) -> str:
        if self.most >= _INFINITE:
            return f"{self.least} or more"
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


@dataclass(frozen=True)
class Definition:
    """A function, a method, or a variable of a module, and what it leads to."""

    module: str  # as a path below refwasm: "numerics/integers"
    name: str
    arity: Arity | None = None  # of functions and classes
    anchor: str | None = None
    traps: frozenset[str] = frozenset()  # the texts of its own
    uses: frozenset[Key] = frozenset()  # (module, name) of what it mentions
    methods: frozenset[str] = frozenset()  # the names of methods that it calls, of whatever class
    bases: tuple[str, ...] = ()  # of a class
    callables: tuple[tuple[int, int], ...] = ()  # (position, arguments) of its function parameters
    reads: bool = False  # marked by @reads
    refs: bool = False  # takes a reference, by which it reaches structures and arrays

    @property
    def key(self) -> Key:
        """What names it in a library."""
        return self.module, self.name


@dataclass(frozen=True)
class Library:
    """All definitions of some packages, by module and name; `public` by name alone."""

    definitions: dict[Key, Definition] = field(default_factory=dict)
    public: dict[str, Definition] = field(default_factory=dict)

    def traps(self, names: Iterable[str]) -> set[str]:
        """The texts with which the functions `names`, or what they call, may trap."""
        found: set[str] = set()
        pending = [self.public[name] for name in names if name in self.public]
        seen: set[Key] = set()
        while pending:
            definition = pending.pop()
            if definition.key not in seen:
                seen.add(definition.key)
                found |= definition.traps
                pending += [self.definitions[k] for k in definition.uses if k in self.definitions]
                pending += [m for name in definition.methods for m in self.methods(name)]
        return found

    def methods(self, name: str) -> list[Definition]:
        """The methods called `name` of all classes."""
        return [d for (_, n), d in self.definitions.items() if n.endswith(f".{name}")]

    def method(self, owner: str, name: str) -> Arity | None:
        """How many arguments the method `name` of the class `owner` takes; None if there is none.

        Base classes of `owner` count, as far as they are in the library.
        """
        for definition in self.methods(name):
            if definition.name == f"{owner}.{name}":
                return definition.arity
        bases = self.public[owner].bases if owner in self.public else ()
        return next((a for base in bases if (a := self.method(base, name))), None)

    def anchor(self, name: str) -> str | None:
        """The anchor that ends the docstring of the function `name`."""
        return self.public[name].anchor if name in self.public else None


def read_library(root: Path, packages: tuple[str, ...] = ("numerics", "runtime")) -> Library:
    """The definitions of `packages` below `root`/refwasm, as far as they exist."""
    modules = [
        _Module(f"{package}/{path.stem}", read_python(path))
        for package in packages
        for path in sorted((root / "refwasm" / package).glob("*.py"))
    ]
    texts = {key: text for module in modules for key, text in module.texts()}
    library = Library()
    for module in modules:
        for definition in module.definitions(texts):
            library.definitions[definition.key] = definition
            if "." not in definition.name and definition.arity is not None:
                library.public.setdefault(definition.name, definition)
    return library


class _Module:
    """A module's tree and the names that it knows."""

    def __init__(self, module: str, tree: ast.Module):
        self.module = module
        self.tree = tree
        self.names: dict[str, Key] = {}
        self._texts: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("refwasm."):
                origin = str(node.module).removeprefix("refwasm.").replace(".", "/")
                for alias in node.names:
                    self.names[alias.asname or alias.name] = (origin, alias.name)
        for statement in tree.body:
            self.names |= {name: (module, name) for name, _ in _bound(statement)}

    def texts(self) -> Iterator[tuple[Key, str]]:
        """The variables of the module that are constant texts."""
        for statement in self.tree.body:
            for name, value in _bound(statement):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield (self.module, name), value.value

    def definitions(self, texts: dict[Key, str]) -> Iterator[Definition]:
        """Everything defined at the top of the module, and the methods of its classes."""
        self._texts = {name: texts[key] for name, key in self.names.items() if key in texts}
        for statement in self.tree.body:
            if isinstance(statement, ast.ClassDef):
                yield from self._class(statement)
            else:
                for name, _ in _bound(statement):
                    yield self._definition(name, statement)

    def _class(self, node: ast.ClassDef) -> Iterator[Definition]:
        methods = [s for s in node.body if isinstance(s, ast.FunctionDef)]
        init = next((m for m in methods if m.name == "__init__"), None)
        fields = [s for s in node.body if isinstance(s, ast.AnnAssign)]
        least = sum(s.value is None for s in fields)
        arity = _arity(init, 1) if init else Arity(least, len(fields))
        bases = tuple(base.id for base in node.bases if isinstance(base, ast.Name))
        yield Definition(self.module, node.name, arity, _anchor(node), bases=bases)
        for method in methods:
            yield self._definition(f"{node.name}.{method.name}", method, skipped=1)

    def _definition(self, name: str, node: ast.stmt, *, skipped: int = 0) -> Definition:
        uses = frozenset(self._uses(node))
        if not isinstance(node, ast.FunctionDef):
            return Definition(self.module, name, uses=uses)
        calls = (call.func for call in ast.walk(node) if isinstance(call, ast.Call))
        return Definition(
            self.module,
            name,
            _arity(node, skipped),
            _anchor(node),
            frozenset(self._traps(node)),
            uses,
            frozenset(func.attr for func in calls if isinstance(func, ast.Attribute)),
            callables=tuple(_callables(node)),
            reads=any(isinstance(d, ast.Name) and d.id == "reads" for d in node.decorator_list),
            refs=any(_takes_ref(parameter) for parameter in node.args.args),
        )

    def _uses(self, node: ast.stmt) -> Iterator[Key]:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Name) and inner.id in self.names:
                yield self.names[inner.id]

    def _traps(self, node: ast.stmt) -> Iterator[str]:
        for inner in ast.walk(node):
            if (text := trap_text(inner)) is not None:
                if isinstance(text, ast.Name):
                    yield self._texts.get(text.id, text.id)
                else:
                    yield _leading(text)


def trap_text(node: ast.AST) -> ast.expr | None:
    """The text of a call of `trap`, `trap_if`, or `Trap`; None for anything else."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return None
    index = {"trap": 0, "Trap": 0, "trap_if": 1}.get(node.func.id)
    return node.args[index] if index is not None and index < len(node.args) else None


def names_in(source: str) -> set[str]:
    """The names that Python text mentions."""
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}


def traps_in(source: str) -> Iterator[str]:
    """The texts with which Python text traps by itself."""
    for node in ast.walk(ast.parse(source)):
        if (text := trap_text(node)) is not None:
            yield _leading(text)


def _leading(text: ast.expr) -> str:
    """The constant text that `text` begins with; the suite compares prefixes."""
    if isinstance(text, ast.JoinedStr):
        text = text.values[0]
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        return text.value.rstrip()
    return ast.unparse(text)


def _bound(statement: ast.stmt) -> Iterator[tuple[str, ast.expr | None]]:
    """The names that a statement at the top of a module binds, save by importing."""
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name, None
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                for inner in ast.walk(target):
                    if isinstance(inner, ast.Name):
                        yield inner.id, value
        case ast.AnnAssign(target=ast.Name(id=name), value=value):
            yield name, value
        case _:
            pass


def _arity(function: ast.FunctionDef, skipped: int) -> Arity:
    arguments = function.args
    most = len(arguments.posonlyargs) + len(arguments.args) - skipped
    return Arity(most - len(arguments.defaults), _INFINITE if arguments.vararg else most)


def _callables(function: ast.FunctionDef) -> Iterator[tuple[int, int]]:
    """The positions of parameters annotated `Callable[[...], ...]`, and how many arguments."""
    for position, parameter in enumerate(function.args.args):
        match parameter.annotation:
            case ast.Subscript(ast.Name("Callable"), ast.Tuple([ast.List(arguments), _])):
                yield position, len(arguments)


def _takes_ref(parameter: ast.arg) -> bool:
    annotation = ast.walk(parameter.annotation) if parameter.annotation else ()
    return any(isinstance(node, ast.Name) and node.id == "Ref" for node in annotation)


def _anchor(node: ast.FunctionDef | ast.ClassDef) -> str | None:
    found = _ANCHOR.findall(ast.get_docstring(node) or "")
    return str(found[-1]) if found else None
