"""What the entries of each section say (section "Binary Format", "Modules")."""

from __future__ import annotations

from array import array

from refwasm.binary.decode_instructions import CLOSING, CodeReader, read_expression
from refwasm.binary.decode_types import (
    externtype,
    globaltype,
    memtype,
    peek,
    reftype,
    tabletype,
    tagtype,
    valtype,
    zero_byte,
)
from refwasm.binary.reader import Reader
from refwasm.errors import Malformed
from refwasm.syntax import modules as m
from refwasm.syntax.features import Older, lacking
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import Func, Kind, Mode
from refwasm.syntax.types import FUNC, FUNCREF, RefType, ValType

TABLE_WITH_INIT = 0x40
REF_FUNC = b"\xd2"
FUNCTIONS = RefType(False, FUNC)  # functions given by index are not null
# The features with which each kind of segment came.
_BULK, _REFS = "bulk-memory", "reference-types"
NEEDED = ((), (_BULK,), (_BULK,), (_REFS,), (_REFS,), (_BULK, _REFS), (_REFS,), (_REFS,))
KINDS = {kind.value: kind for kind in Kind}
TAG = Kind.TAG.value


def import_(r: Reader) -> m.Import:
    """An import."""
    offset = r.pos
    return m.Import(r.name(), r.name(), externtype(r), offset)


def table(r: CodeReader) -> m.Table:
    """A table, and what its elements begin as."""
    offset = r.pos
    if peek(r) != TABLE_WITH_INIT:
        return m.Table(tabletype(r), None, offset)
    if "function-references" not in r.features:
        error = Malformed(f"malformed reference type {TABLE_WITH_INIT:02x}", offset=offset)
        raise lacking(error, "function-references")
    r.pos += 1
    zero_byte(r)
    return m.Table(tabletype(r), read_expression(r), offset)


def memory(r: Reader) -> m.Memory:
    """A memory."""
    offset = r.pos
    return m.Memory(memtype(r), offset)


def tag(r: Reader) -> m.Tag:
    """A tag."""
    offset = r.pos
    return m.Tag(tagtype(r), offset)


def global_(r: CodeReader) -> m.Global:
    """A global."""
    offset = r.pos
    return m.Global(globaltype(r), read_expression(r), offset)


def export(r: Reader) -> m.Export:
    """An export."""
    offset = r.pos
    name = r.name()
    kind = r.byte()
    tag_off = kind == TAG and "exceptions" not in r.features
    if kind not in KINDS or tag_off:
        error = Malformed(f"malformed export kind {kind:02x}", offset=r.pos - 1)
        raise lacking(error, "exceptions") if tag_off else error
    return m.Export(name, KINDS[kind], r.u32(), offset)


def start(r: Reader) -> m.Start:
    """The start function."""
    offset = r.pos
    return m.Start(r.u32(), offset)


def code(r: CodeReader) -> Func:
    """The locals and the body of a function, whose type the function section has.

    Spec: binary-code
    """
    offset = r.pos
    size = r.length()
    begin = r.pos
    runs = r.vector(_local)
    if runs and sum([n for n, _ in runs]) >= 2**32:
        raise Malformed("too many locals: their number exceeds 32 bits", offset=begin)
    body = read_expression(r, limit=begin + size)
    r.check_size(begin, size)
    return Func(0, runs, body, offset)


def _local(r: Reader) -> tuple[int, ValType]:
    """A run of locals of one type.

    Spec: binary-local
    """
    return r.u32(), valtype(r)


def elem(r: CodeReader) -> m.Elem:
    """An element segment.

    Spec: binary-elem
    """
    offset = r.pos
    form = r.u32()
    if not r.regular and Older.SEGMENT_INDEX in r.features:
        at = m.Active(form, read_expression(r))
        return m.Elem(FUNCTIONS, r.vector(_function), at, offset)
    _check_form(r, form, 0b111, "elements", offset)
    mode = _mode(r, form)
    if form & 0b100:
        t = reftype(r) if form & 0b011 else FUNCREF
        return m.Elem(t, r.vector(read_expression), mode, offset, form)
    if form & 0b011:
        _elemkind(r)
    return m.Elem(FUNCTIONS, r.vector(_function), mode, offset, form)


def _check_form(r: Reader, form: int, most: int, what: str, offset: int) -> None:
    """Refuse a segment whose flags nothing defines, or a feature that is off."""
    if form > most:
        raise Malformed(f"malformed {what} segment kind {form}", offset=offset)
    for name in NEEDED[form]:
        if name not in r.features:
            raise lacking(Malformed(f"malformed {what} segment kind {form}", offset=offset), name)


def _mode(r: CodeReader, form: int) -> m.SegmentMode:
    """The mode that a segment's flags tell, with what belongs to it."""
    if form & 0b001:
        return Mode.DECLARATIVE if form & 0b010 else Mode.PASSIVE
    x = r.u32() if form & 0b010 else 0
    return m.Active(x, read_expression(r))


def _elemkind(r: Reader) -> None:
    """The kind of the items given by index: functions.

    Spec: binary-elemkind
    """
    kind = r.byte()
    if kind != 0:
        raise Malformed(f"malformed element kind {kind:02x}", offset=r.pos - 1)


def _function(r: CodeReader) -> Expr:
    """A function's index, which abbreviates a reference to it; the same object for the same bytes.

    Segments of thousands of functions are common: an expression for each occurrence is too much.
    """
    begin = r.pos
    r.u32()
    spelling = r.data[begin : r.pos]
    e = r.functions.get(spelling)
    if e is None:
        instrs = [r.spellings[REF_FUNC + spelling], CLOSING]
        r.functions[spelling] = e = Expr(instrs, array("Q", (begin, begin)))
    return e


def data(r: CodeReader) -> m.Data:
    """A data segment."""
    offset = r.pos
    form = r.u32()
    if not r.regular and Older.SEGMENT_INDEX in r.features:
        at = m.Active(form, read_expression(r))
        return m.Data(r.take(r.length()), at, offset)
    _check_form(r, form, 0b010, "data", offset)
    mode = _mode(r, form)
    return m.Data(r.take(r.length()), mode, offset, form)
