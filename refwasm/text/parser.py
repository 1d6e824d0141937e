"""A cursor that knows the module it is in: its identifiers, types and distinct instructions."""

from __future__ import annotations

from refwasm.customs.kind import Binding
from refwasm.errors import shown
from refwasm.syntax.instructions import Immediate, Instr, Op
from refwasm.text.cursor import Cursor
from refwasm.text.lexer import Tokens
from refwasm.text.numbers import NAT
from refwasm.text.scope import CATEGORIES, Space, Types

# The fields of `Names`, by what messages call the members of an index space.
BINDINGS = {
    "type": "types",
    "function": "funcs",
    "table": "tables",
    "memory": "mems",
    "global": "globals",
    "tag": "tags",
    "elem segment": "elems",
    "data segment": "datas",
}


class Parser(Cursor):
    """Reads one module; `spaces` are by the kind of immediate that refers to them."""

    __slots__ = (
        *("_instrs", "_local_names", "annotated", "bindings", "depth", "labels", "spaces", "types"),
    )

    def __init__(self, tokens: Tokens, start: int = 0):
        super().__init__(tokens)
        self.i = start
        self.spaces = {kind: Space(category) for kind, category in CATEGORIES.items()}
        self.types = Types()
        self.labels: dict[str, list[int]] = {}  # by identifier, the depths at which it is bound
        self.depth = 0
        self.annotated = tokens.annotated
        self.bindings: dict[int, Binding] = {}  # what an annotation before a token stands at
        self._local_names: list[tuple[int, int]] = []
        self._instrs: dict[tuple[Op, tuple[Immediate, ...]], Instr] = {}

    def instr(self, op: Op, args: tuple[Immediate, ...]) -> Instr:
        """The instruction of `op` and `args`, the same object each time."""
        found = self._instrs.get((op, args))
        if found is None:
            found = self._instrs[op, args] = Instr(op, args)
        return found

    def bind(self, space: Space) -> int:
        """The next index of `space`, bound to the identifier that follows, if one does.

        Spec: text-context
        """
        name = self.identifier()
        x = space.count
        if name is not None:
            self.bind_name(space, name, x, self.i - 1)
        space.count += 1
        if self.i in self.annotated and space.category in BINDINGS:
            self.bindings[self.i] = Binding(BINDINGS[space.category], x)
        return x

    def note_local(self, at: int, x: int) -> None:
        """Keep that an annotation at token `at` stands at the parameter or local number `x`."""
        if at in self.annotated:
            self._local_names.append((at, x))

    def take_locals(self) -> list[tuple[int, int]]:
        """What was kept since this was last asked."""
        kept, self._local_names = self._local_names, []
        return kept

    def bind_name(self, space: Space, name: str, x: int, at: int) -> None:
        """Bind `name`, which is token `at`, to the index `x`."""
        if name in space.ids:
            raise self.error(f"duplicate {space.category} {shown(name)}", at)
        space.ids[name] = x

    def index(self, space: Space) -> int:
        """An index into `space`, by number or by identifier.

        Spec: text-index
        """
        token = self.tokens[self.i]
        x = space.ids.get(token)
        if x is None:
            if token[0] == "$":
                raise self.error(f"unknown {space.category} {shown(token)}")
            if not (token.isdigit() and len(token) < 10):
                return self.natural(32) if NAT.fullmatch(token) else self._no_index(space)
            x = int(token)
        self.i += 1
        return x

    def has_index(self) -> bool:
        """Whether an index follows."""
        token = self.tokens[self.i]
        return token[0] == "$" or NAT.fullmatch(token) is not None

    def label(self) -> int:
        """A label, by number or by identifier, counted from the innermost block.

        Spec: text-labelidx
        """
        token = self.tokens[self.i]
        if token[0] == "$":
            depths = self.labels.get(token)
            if not depths:
                raise self.error(f"unknown label {shown(token)}")
            self.i += 1
            return self.depth - depths[-1]
        return self.natural(32)

    def enter(self, label: str | None) -> None:
        """Begin a block with `label`."""
        self.depth += 1
        if label is not None:
            self.labels.setdefault(label, []).append(self.depth)

    def leave(self, label: str | None) -> None:
        """End the innermost block, whose label is `label`."""
        self.depth -= 1
        if label is not None:
            self.labels[label].pop()

    def field(self, x: int) -> int:
        """A field of the structure type `x`, by number or by identifier.

        Spec: text-fieldidx
        """
        if self.tokens[self.i][0] != "$":
            return self.natural(32)
        if x not in self.types.fields:
            raise self.error(f"unknown field {shown(self.tokens[self.i])}")
        return self.index(self.types.fields[x])

    def _no_index(self, space: Space) -> int:
        raise self.unexpected(f"an index of a {space.category}")
