"""What a row touches, derived from its action; what it may trap with, `Table.traps` derives."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codegen.action import Action, Sort
from codegen.library import Definition, Library
from codegen.resolve import BUILTINS

# What never changes once a module is instantiated is not a resource.
RESOURCES = frozenset(("locals", "globals", "mems", "tables", "datas", "elems"))
HEAP = "heap"  # structures, arrays, exceptions: reached through operands
WORDS = {"mems": "memory", "datas": "data segments", "elems": "element segments"}


@dataclass(frozen=True)
class Effects:
    """The resources that an action may read and write, and the intrinsics it ends in."""

    reads: frozenset[str]
    writes: frozenset[str]
    control: frozenset[str]
    traps: frozenset[str]

    @property
    def pure(self) -> bool:
        """Whether the result depends on operands and immediates alone, and nothing else happens."""
        return not (self.reads or self.writes or self.control or self.traps)

    def __str__(self) -> str:
        if self.pure:
            return "none"
        parts = {"reads": self.reads, "writes": self.writes, "control": self.control}
        return "; ".join(f"{what} {_listed(of)}" for what, of in parts.items() if of)


def effects(action: Action, library: Library, traps: tuple[str, ...] = ()) -> Effects:
    """The effects of `action`.

    A function of refwasm/runtime may do anything to what it gets, unless it is marked as reading.
    """
    nodes = [n for s in action.body for n in ast.walk(s)]
    nodes += ast.walk(action.result) if action.result else ()
    writes = {name for node in nodes for name in _stored(node)}
    called = [f for name in action.names if (f := _runtime(action, name, library))]
    touched = RESOURCES & set(action.names)
    barrier = not all(function.reads for function in called)
    if barrier:
        writes |= touched - {"locals"} | {HEAP}
    reached = barrier or any(function.refs for function in called)
    reads = touched | ({HEAP} if reached else set())
    stores_only = {"locals", "globals"} & writes if not _loads(nodes) else set()
    return Effects(
        frozenset(reads - stores_only), frozenset(writes), action.control, frozenset(traps)
    )


def is_constant(action: Action, library: Library) -> bool:
    """Whether the result is the same whenever the instruction runs: no operands, no resources."""
    if action.body or action.result is None or action.row.signature.params:
        return False
    touched = effects(action, library)
    return not (touched.reads or touched.writes)


def _runtime(action: Action, name: str, library: Library) -> Definition | None:
    """The function called `name`, if it is one that may have effects: not one of numerics."""
    if action.sort(name, library) is not Sort.FUNCTION or name in BUILTINS:
        return None
    definition = library.public[name]
    return None if definition.module.startswith("numerics/") else definition


def _stored(node: ast.AST) -> Iterator[str]:
    """The resource that an assignment writes: the root of its target."""
    for target in node.targets if isinstance(node, ast.Assign) else ():
        root: ast.expr = target
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        if root is not target and isinstance(root, ast.Name | ast.Call):
            yield root.id if isinstance(root, ast.Name) else HEAP


def _listed(resources: frozenset[str]) -> str:
    return ", ".join(sorted(WORDS.get(name, name) for name in resources))


def _loads(nodes: list[ast.AST]) -> bool:
    """Whether some resource is read: it occurs outside the target of an assignment."""
    targets = [t for node in nodes if isinstance(node, ast.Assign) for t in node.targets]
    within = {id(inner) for target in targets for inner in ast.walk(target)}
    return any(
        isinstance(node, ast.Name) and node.id in RESOURCES and id(node) not in within
        for node in nodes
    )
