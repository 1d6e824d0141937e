"""What the entries of each section say, as bytes (section "Binary Format", "Modules").

Where the format offers several forms, the one that the binary used is kept if it still fits, and
otherwise the shortest is taken.
"""

from __future__ import annotations

from refwasm.binary import encode_types as t
from refwasm.binary.decode_sections import FUNCTIONS, TABLE_WITH_INIT
from refwasm.binary.leb128 import unsigned
from refwasm.generated.encoder import ROWS
from refwasm.generated.opcodes import REF_FUNC
from refwasm.syntax import modules as m
from refwasm.syntax.instructions import Expr, Instr, Op
from refwasm.syntax.modules import Active, Mode
from refwasm.syntax.types import FUNCREF, RefType, ValType


class Encoder:
    """Writes bodies; keeps the bytes of each instruction it met.

    By identity, which decoder and parser make one per module, for what is equal may differ in bytes.
    """

    def __init__(self) -> None:
        self.spellings: dict[int, bytes] = {}
        self.ops: set[Op] = set()

    def expression(self, e: Expr) -> bytes:
        """An expression.

        Spec: binary-expr
        """
        return b"".join(self.spelled(e))

    def spelled(self, e: Expr) -> list[bytes]:
        """The bytes of each instruction."""
        known = self.spellings
        return [known.get(id(instr)) or self._spell(instr) for instr in e.instrs]

    def _spell(self, instr: Instr) -> bytes:
        self.ops.add(instr.op)
        opcode, immediates = ROWS[instr.op]
        self.spellings[id(instr)] = spelling = opcode + immediates(instr.args)
        return spelling

    def table(self, table: m.Table) -> bytes:
        """A table."""
        if table.init is None:
            return t.tabletype(table.type)
        head = bytes([TABLE_WITH_INIT, 0])
        return head + t.tabletype(table.type) + self.expression(table.init)

    def global_(self, g: m.Global) -> bytes:
        """A global."""
        return t.globaltype(g.type) + self.expression(g.init)

    def code(self, func: m.Func) -> bytes:
        """A function's locals and body, their size first.

        Spec: binary-code
        """
        body = local_runs(func) + self.expression(func.body)
        return unsigned(len(body)) + body

    def elem(self, elem: m.Elem) -> bytes:
        """An element segment.

        Spec: binary-elem
        """
        form = elem_form(elem)
        parts = [unsigned(form), self._mode(elem.mode, form)]
        if form & 0b100:
            parts.append(t.storagetype(elem.type) if form & 0b011 else b"")
            parts.append(t.vector(self.expression, elem.init))
        else:
            parts.append(b"\x00" if form & 0b011 else b"")
            parts.append(t.vector(_function, elem.init))
        return b"".join(parts)

    def data(self, data: m.Data) -> bytes:
        """A data segment."""
        form = data_form(data)
        head = unsigned(form) + self._mode(data.mode, form)
        return head + unsigned(len(data.init)) + data.init

    def _mode(self, mode: m.SegmentMode, form: int) -> bytes:
        if not isinstance(mode, Active):
            return b""
        x = unsigned(mode.x) if form & 0b010 else b""
        return x + self.expression(mode.at)


def import_(i: m.Import) -> bytes:
    """An import."""
    return t.name(i.module) + t.name(i.item) + t.externtype(i.type)


def memory(mem: m.Memory) -> bytes:
    """A memory."""
    return t.limits(mem.type.addr, mem.type.limits)


def tag(tag: m.Tag) -> bytes:
    """A tag."""
    return t.tagtype(tag.type)


def export(export: m.Export) -> bytes:
    """An export."""
    return t.name(export.name) + bytes([export.kind.value]) + unsigned(export.index)


def local_runs(func: m.Func) -> bytes:
    """The locals of a function, with which its code begins."""
    return t.vector(_local, func.locals)


def _local(run: tuple[int, ValType]) -> bytes:
    return unsigned(run[0]) + t.storagetype(run[1])


def _function(e: Expr) -> bytes:
    (x,) = e.instrs[0].args
    assert isinstance(x, int), x
    return unsigned(x)


def elem_form(elem: m.Elem) -> int:
    """The flags of `elem`: the binary's own if they fit, otherwise the least that do."""
    forms = [form for form in range(8) if _elem_fits(elem, form)]
    return elem.form if elem.form in forms else forms[0]


def _elem_fits(elem: m.Elem, form: int) -> bool:
    by_index = not form & 0b100
    if by_index and not (elem.type == FUNCTIONS and all(map(_is_function, elem.init))):
        return False
    implied: RefType | None = None if form & 0b011 else FUNCTIONS if by_index else FUNCREF
    return _mode_fits(elem.mode, form) and implied in (None, elem.type)


def _mode_fits(mode: m.SegmentMode, form: int) -> bool:
    """Whether the lower two flags of `form` can say `mode`."""
    match mode:
        case Active(x, _):
            return form & 0b011 == 0b010 or (form & 0b011 == 0b000 and x == 0)
        case Mode.PASSIVE:
            return form & 0b011 == 0b001
        case Mode.DECLARATIVE:
            return form & 0b011 == 0b011


def _is_function(e: Expr) -> bool:
    """Whether `e` is what a function's index abbreviates."""
    return len(e.instrs) == 2 and e.instrs[0].op is REF_FUNC


def data_form(data: m.Data) -> int:
    """The flags of `data`: the binary's own if they fit, otherwise the least that do."""
    forms = [form for form in range(3) if _mode_fits(data.mode, form)]
    return data.form if data.form in forms else forms[0]
