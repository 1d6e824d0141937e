"""The context `C` against which the table's premises are evaluated (section "Contexts")."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from refwasm.errors import Invalid, require
from refwasm.syntax.features import DEFAULT, Features, Older
from refwasm.syntax.instructions import Catch, Instr
from refwasm.syntax.types import EXN, HeapType, RefType, ValType
from refwasm.validation.code import Handler, Static, Target
from refwasm.validation.locals import NONE, Locals
from refwasm.validation.messages import mismatch, show
from refwasm.validation.module_context import ModuleContext
from refwasm.validation.runs import Item, Items, count, each, tail, without_top
from refwasm.validation.stack import Frame, Stack
from refwasm.validation.types import with_heap

EXNREF = RefType(False, EXN)


class Typing(NamedTuple):
    """The type of an instruction at a place; without `results`, the rest of the stack is anything.

    `opens` says what a block takes and what a branch to it carries; `sets` which local is set.
    """

    params: Items
    results: Items | None
    statics: tuple[Static, ...] = ()
    opens: tuple[Items, Items] | None = None
    sets: int | None = None


EMPTY = Typing((), ())


class Clause(NamedTuple):
    """A clause of `try_table` whose target's place is not known yet."""

    kind: str
    x: int | None
    frame: Frame


# Where an instruction may branch to.
Branch: TypeAlias = Frame | Target | tuple[Frame, ...]
Key: TypeAlias = tuple[Items, Items, tuple[Static, ...]]
# The types of an instruction without premises, ready for the stack: what it pops, how many items that
# are, what it pushes, by how many operands the stack grows, and the statics.
Known: TypeAlias = tuple[list[Item], int, list[Item], int, tuple[Static, ...]]


class Context(ModuleContext):
    """The module's context and that of the body being checked.

    `site` is the index of the instruction; what is found out about it is kept in `branches`,
    `clauses` and `statics`. `placed` says whether the premises evaluated last depend on the place.
    """

    def __init__(self, features: Features = DEFAULT) -> None:
        super().__init__(features)
        self.stack = Stack(self.types)
        self.locals = NONE
        self.return_type: Items = ()
        self.site = 0
        self.placed = False
        self.branches: dict[int, Branch] = {}
        self.clauses: dict[int, tuple[Frame, tuple[Clause, ...]]] = {}
        self.statics: dict[int, tuple[Static, ...]] = {}
        self.pending: tuple[Clause, ...] | None = None  # of the block about to be opened
        # As `Guard` has it, by the sites of blocks with catch blocks or a delegate.
        self.guards: dict[int, tuple[int, list[Handler], int | None]] = {}
        self.catching: list[int] = []  # sites of the blocks whose catch blocks this is in
        self.kept = 0  # how many exceptions are caught at once
        self._holders: dict[int, int] = {}  # the locals of caught exceptions by those sites
        self.typing = EMPTY  # of the instruction at `site`
        # By the identity of instructions, which front ends share; `_alive` keeps that theirs.
        self.known: dict[int, Known] = {}
        self.blocks: dict[int, Typing] = {}
        self._alive: list[Instr] = []
        self.shared: dict[Key, Known] = {}  # equal ones are one object
        # By what they depend on, of instructions which are typed alike wherever that is the same.
        self.alike: dict[tuple[object, ...], tuple[Known | None, Typing]] = {}
        self._of_function: list[int] = []

    def enter(self, results: Items, locals: Locals) -> None:
        """Begin another body."""
        self.stack.frames.clear()
        self.locals = locals
        self.return_type = results
        self.branches, self.clauses, self.statics = {}, {}, {}
        if self.guards:
            self.guards, self._holders, self.kept = {}, {}, 0
            self.catching.clear()
        for key in self._of_function:
            del self.known[key]
        self._of_function.clear()

    def remember(self, instr: Instr, known: Known) -> None:
        """Remember the type of `instr`, which holds everywhere in the module."""
        self.known[id(instr)] = known
        self._alive.append(instr)

    def remember_in_function(self, instr: Instr, known: Known) -> None:
        """Remember the type of `instr` until the next body is entered."""
        self.known[id(instr)] = known
        self._alive.append(instr)
        self._of_function.append(id(instr))

    def remember_block(self, instr: Instr, typing: Typing) -> None:
        """Remember the type of `instr`, which opens a block."""
        self.blocks[id(instr)] = typing
        self._alive.append(instr)

    # Premises

    def label(self, l: int) -> Items:
        """The types that a branch to `l` carries; this instruction may branch there.

        Spec: valid-br
        """
        self.placed = True
        frame = self.branches[self.site] = self.stack.label(l)
        return frame.label

    def label_with_ref(self, l: int) -> tuple[Items, RefType]:
        """The same, of a label whose last type is a reference, apart."""
        ts = self.label(l)
        last = next(each(tail(ts, 1)), None)
        if not isinstance(last, RefType):
            text = f"instruction requires reference type but label has {show(self.types, ts)}"
            raise Invalid(f"type mismatch: {text}")
        return without_top(ts, 1), last

    def catches(self, cs: tuple[Catch, ...]) -> None:
        """The values that each clause catches may be carried to its label.

        Spec: valid-catch
        """
        self.placed = True
        clauses = []
        for c in cs:
            ts = () if c.x is None else self.tag(c.x)
            if c.kind.endswith("_ref"):
                ts = (*ts, EXNREF)
            frame = self.stack.label(c.l)
            if not self.stack.match(ts, frame.label):
                raise mismatch(self.types, "catch handler", frame.label, "label", ts)
            clauses.append(Clause(c.kind, c.x, frame))
        self.pending = tuple(clauses)

    def parameters(self) -> Items:
        """What the innermost block takes."""
        return self.stack.frames[-1].params

    def catch(self, x: int) -> Items:
        """The values of tag `x`, with which the branch begins that handles its exceptions."""
        ts = self.tag(x)
        self._catch("catch", x, ts)
        return ts

    def catch_all(self) -> None:
        """The branch handles all exceptions."""
        self._catch("catch_all", None, ())

    def _catch(self, kind: str, x: int | None, ts: Items) -> None:
        frame = self.stack.frames[-1]
        local = self.locals.count + len(self.catching)
        handler = Handler(kind, x, Target(self.site + 1, count(ts), frame.base), local)
        self.guards.setdefault(frame.site, (self.site, [], None))[1].append(handler)
        self._holders[frame.site] = local
        self.catching.append(frame.site)
        self.kept = max(self.kept, len(self.catching))

    def delegate(self, l: int) -> None:
        """Exceptions of the innermost block are thrown in the block that `l` is outside of it."""
        site = self.stack.frames[-1].site
        self.guards[site] = self.site, [], self.stack.label(l, 1).site

    def caught(self, l: int) -> int:
        """The local that holds what the catch block `l` caught."""
        self.placed = True
        local = self._holders.get(self.stack.label(l).site)
        if local is None:
            raise Invalid(f"invalid rethrow label {l}")
        return local

    def results(self) -> Items:
        """The results of the function."""
        self.placed = True
        return self.return_type

    def match_results(self, ts: Items) -> None:
        """`ts` may be returned from the function."""
        self.placed = True
        if not self.stack.match(ts, self.return_type):
            required, found = show(self.types, self.return_type), show(self.types, ts)
            text = f"current function requires result type {required} but callee returns {found}"
            raise Invalid(f"type mismatch: {text}")

    def local(self, x: int) -> ValType:
        """The type of local `x`."""
        self.placed = True
        return self.locals.type(x)

    def initialized(self, x: int) -> ValType:
        """The type of local `x`, which has a value."""
        t = self.local(x)
        require(self.locals.is_set(x), f"uninitialized local {x}")
        return t

    def repeat(self, t: ValType, n: int) -> Items:
        """`n` times `t`, as far as the stack has operands.

        One more than there are is found missing, or stands for all where the stack is polymorphic.
        """
        operands = self.stack.operands
        if n > len(operands) + 1 and n > (most := count(operands) + 1):
            self.placed = True
            n = most
        return self.stack.repeat(t, n)

    # Types found on the stack, below `depth` other operands

    def any_valtype(self, depth: int) -> ValType:
        """Any type."""
        self.placed = True
        return self.stack.peek(depth)

    def any_numvectype(self, *depths: int) -> ValType:
        """A number or vector type, the same at `depths`."""
        self.placed = True
        return self.stack.peek_numvec(depths)

    def any_reftype(self, depth: int) -> RefType:
        """A reference type."""
        self.placed = True
        return self.stack.peek_ref(depth)

    def any_reftype_of(self, ht: HeapType, depth: int) -> RefType:
        """A reference to `ht`, as nullable as what is there."""
        return with_heap(self.any_reftype(depth), ht)

    def any_labels(self, ls: tuple[int, ...], depth: int) -> Items:
        """Types that all of the labels `ls` accept; this instruction may branch there.

        Spec: valid-br_table
        """
        self.placed = True
        blocks = self.stack.frames
        if max(ls) >= len(blocks):
            raise Invalid(f"unknown label {next(l for l in ls if l >= len(blocks))}")
        frames = self.branches[self.site] = tuple([blocks[-1 - l] for l in ls])
        ts = self.stack.peek_many(depth, count(frames[-1].label))
        if Older.EQUAL_LABELS in self.features:
            ts = frames[-1].label
        # Many labels have the same types, which need to be compared once.
        for label in {id(frame.label): frame.label for frame in frames}.values():
            self.stack.match_label(ts, label)
        return ts
