"""The functions that are specialised, as trees, and where the names in them come from."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from codegen.files import read_python

PACKAGES = ("numerics", "runtime")


@dataclass(frozen=True)
class Source:
    """A function, and the constants of its module."""

    node: ast.FunctionDef
    module: str
    constants: Mapping[str, ast.Constant]

    @property
    def parameters(self) -> list[str]:
        """The names of its parameters."""
        return [a.arg for a in self.node.args.args]

    @property
    def body(self) -> list[ast.stmt]:
        """Its statements without the docstring and without assertions."""
        return [s for s in self.node.body if not _is_text(s)]


@dataclass
class Sources:
    """The functions of refwasm/numerics and refwasm/runtime, and where names come from."""

    functions: dict[str, Source] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    tables: set[str] = field(default_factory=set)  # dicts indexed by a width


def read_sources(root: Path, packages: Sequence[str] = PACKAGES) -> Sources:
    """The functions below `root`/refwasm."""
    found = Sources()
    paths = [root / "refwasm" / "errors.py"]
    paths += [p for name in packages for p in sorted((root / "refwasm" / name).glob("*.py"))]
    for path in paths:
        if path.exists():
            dotted = ".".join(path.relative_to(root).with_suffix("").parts)
            _read(found, dotted, read_python(path))
    return found


def _read(found: Sources, module: str, tree: ast.Module) -> None:
    constants: dict[str, ast.Constant] = {}
    for statement in tree.body:
        match statement:
            case ast.ImportFrom(module=str(origin), names=names) if "." not in origin:
                for alias in names:
                    found.origins.setdefault(alias.name, origin)
            case ast.Assign([ast.Name(name)], ast.Constant(str()) as value):
                constants[name] = value
            case ast.Assign([ast.Name(name)], ast.DictComp() | ast.Dict()):
                found.tables.add(name)
                found.origins.setdefault(name, module)
            case ast.Assign(targets):
                for target in targets:
                    for inner in ast.walk(target):
                        if isinstance(inner, ast.Name):
                            found.origins.setdefault(inner.id, module)
            case ast.FunctionDef(name=name):
                found.origins.setdefault(name, module)
                found.functions.setdefault(name, Source(statement, module, constants))
            case ast.ClassDef(name=name):
                found.origins.setdefault(name, module)


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
