"""`metadata.code.branch_hint`: which way a branch is likely to go (the proposal "Branch Hinting").

A section counts bytes, which change when a body is encoded in another way; so hints are held by the
number of the instruction.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from refwasm.binary.leb128 import unsigned
from refwasm.binary.reader import Reader
from refwasm.customs.bindings import imported
from refwasm.customs.kind import CustomKind, Layout, Mark, Note, Place, Placed, Site, wrong
from refwasm.errors import Invalid, Malformed, shown
from refwasm.generated.opcodes import BR_IF, IF
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import Content, Custom, Module
from refwasm.text.strings import string_bytes

ID = "metadata.code.branch_hint"
PLACE = Place(11, before=True)  # before the code
VALUES = {b"\x00": False, b"\x01": True}
TARGETS = (IF, BR_IF)


@dataclass(frozen=True, slots=True)
class BranchHints(Content):
    """By function's index, whether the condition at an instruction, by its number, is likely true."""

    funcs: tuple[tuple[int, tuple[tuple[int, bool], ...]], ...]


def parse(marks: Sequence[Mark], module: Module, faults: list[Malformed]) -> list[Placed]:
    """The section that all annotations together make."""
    hints: dict[int, dict[int, bool]] = {}
    for mark in marks:
        try:
            x, i, likely = _hint(mark)
            if i in hints.get(x, ()):
                raise wrong(ID, mark, "duplicate annotation")
            hints.setdefault(x, {})[i] = likely
        except Malformed as error:
            faults.append(error.with_traceback(None))
    if not hints:
        return []
    funcs = tuple((x, tuple(sorted(of.items()))) for x, of in sorted(hints.items()))
    return [Placed(Custom(ID, BranchHints(funcs), PLACE.after, marks[0].offset), PLACE)]


def _hint(mark: Mark) -> tuple[int, int, bool]:
    """The function, the number of the instruction, and whether the branch is likely."""
    for item in mark.items:
        if item[0] != '"':
            raise wrong(ID, mark, f"unexpected token `{shown(item)}`")
    if mark.func is None:
        raise wrong(ID, mark, "not in a function")
    try:
        value = VALUES.get(b"".join(map(string_bytes, mark.items)))
    except Malformed as error:
        raise wrong(ID, mark, error.message) from None
    if value is None:
        raise wrong(ID, mark, "invalid hint value")
    if mark.site is None:
        raise wrong(ID, mark, "invalid placement")
    return mark.site.x, mark.site.i, value


def decode(
    data: bytes, module: Module, layout: Layout, faults: list[Malformed]
) -> bytes | BranchHints:
    """The hints in a section; the bytes themselves if they are no such section."""
    r = Reader(data)
    try:
        funcs = r.vector(lambda r: _func(r, layout))
        if r.pos != len(data):
            raise Malformed("section size mismatch", offset=r.pos)
    except Malformed as error:
        faults.append(Malformed(f"@{ID} section: {error.message}", offset=error.offset))
        return data
    return BranchHints(funcs)


def _func(r: Reader, layout: Layout) -> tuple[int, tuple[tuple[int, bool], ...]]:
    """A function's index and its hints."""
    at = r.pos
    x = r.u32()
    starts = layout(x)
    if starts is None:
        raise Malformed(f"invalid function index {x}", offset=at)
    return x, r.vector(lambda r: _hint_at(r, starts))


def _hint_at(r: Reader, starts: Sequence[int]) -> tuple[int, bool]:
    """The number of the instruction at an offset, and whether the branch is likely."""
    at = r.pos
    start = r.u32()
    if r.u32() != 1:
        raise Malformed("missing reserved byte", offset=r.pos - 1)
    value = VALUES.get(r.take(1))
    if value is None:
        raise Malformed("invalid hint value", offset=r.pos - 1)
    i = bisect_left(starts, start)
    if i == len(starts) or starts[i] != start:
        raise Malformed(f"invalid offset {start}", offset=at)
    return i, value


def encode(content: Content, layout: Layout) -> bytes:
    """The section that says `content`, for code that is laid out as `layout` says."""
    assert isinstance(content, BranchHints), content
    parts = [unsigned(len(content.funcs))]
    for x, hints in content.funcs:
        starts = layout(x)
        assert starts is not None, x
        parts += (unsigned(x), unsigned(len(hints)))
        parts += (unsigned(starts[i]) + bytes([1, likely]) for i, likely in hints)
    return b"".join(parts)


def check(custom: Custom, module: Module) -> None:
    """Hints are on branches that depend on a condition, in order."""
    if not isinstance(custom.data, BranchHints):
        return
    before = -1
    first = imported(module, "funcs")
    for x, hints in custom.data.funcs:
        body = module.funcs[x - first].body
        last = -1
        for i, _ in hints:
            if x <= before or i <= last:
                raise _invalid(body, i, "invalid order")
            if body.instrs[i].op not in TARGETS:
                raise _invalid(body, i, "invalid target")
            last = i
        before = x


def _invalid(body: Expr, i: int, text: str) -> Invalid:
    instruction = body.instrs[i].op.name
    message = f"@{ID} annotation: {text}"
    return Invalid(message, offset=body.positions[i], instruction=instruction)


def notes(custom: Custom, module: Module) -> list[Note] | None:
    """An annotation for each hint, if they are such as annotations can make."""
    if not isinstance(custom.data, BranchHints):
        return None
    sites = [Site(x, i) for x, hints in custom.data.funcs for i, _ in hints]
    if sites != sorted(set(sites)) or not all(hints for _, hints in custom.data.funcs):
        return None
    if len({x for x, _ in custom.data.funcs}) != len(custom.data.funcs):
        return None
    found: list[Note] = []
    first = imported(module, "funcs")
    for x, hints in custom.data.funcs:
        body = module.funcs[x - first].body
        if any(body.instrs[i].op.closes for i, _ in hints):
            return None
        found += (Note(Site(x, i), f'(@{ID} "\\0{likely:d}")') for i, likely in hints)
    return found


KIND = CustomKind(ID, PLACE, parse, decode, encode, check, notes)
