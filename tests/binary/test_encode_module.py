"""Modules to bytes: the binary's own forms where it had a choice, otherwise the shortest."""

from __future__ import annotations

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.generated.opcodes import DATA_DROP, END, I32_CONST, OPS, REF_FUNC, REF_NULL
from refwasm.syntax import types as t
from refwasm.syntax.instructions import Expr, Instr
from refwasm.syntax.modules import Active, Data, Elem, Func, Mode, Module, SegmentMode

from .build import EVERYTHING, custom, module, samples, section, sized, with_code


def h(text: str) -> bytes:
    return bytes.fromhex(text)


def expr(*instrs: Instr) -> Expr:
    return Expr([*instrs, Instr(END, ())])


ZERO = expr(Instr(I32_CONST, (0,)))
FUNCTION = expr(Instr(REF_FUNC, (0,)))
NULL = expr(Instr(REF_NULL, (t.FUNC,)))
NOT_NULL = t.RefType(False, t.FUNC)


@pytest.mark.parametrize(
    "data",
    [
        module(),
        module(section(1), section(3), section(10)),
        module(*(section(n) for n in (1, 2, 3, 4, 5, 13, 6, 7, 9, 10, 11))),
        module(h("0c 01 00")),
        module(h("0c 01 00"), section(11)),
        module(h("08 01 00")),
        module(*(section(9, h(e)) for e in ("00 41 00 0b 01 00",))),
        module(section(9, h("02 00 41 00 0b 00 01 00"), h("00 41 00 0b 00"))),
        module(section(9, h("01 00 01 00"), h("03 00 00"), h("05 64 70 01 d2 00 0b"))),
        module(section(9, h("04 41 00 0b 01 d0 70 0b"), h("06 00 41 00 0b 70 00"))),
        module(section(9, h("05 70 00"), h("07 64 70 01 d2 00 0b"), h("05 64 70 01 0b"))),
        module(section(11, h("00 41 00 0b 00"), h("01 01 61"), h("02 00 41 00 0b 00"))),
        module(section(4, h("70 00 01"), h("40 00 70 00 01 d0 70 0b"))),
        module(section(1, h("4e 02 60 00 00 50 00 5f 00"), h("4f 01 00 60 00 00"), h("4e 00"))),
        module(custom(b"a", b""), section(1), custom(b"b", b"x"), custom(b"b", b"y"), section(5)),
        with_code(h("02 01 7f 01 7f 0b")),
        with_code(h("00 41 00 28 40 00 07 41 00 28 00 07 41 00 28 41 02 07 0b")),
        with_code(h("00 04 40 05 0b 04 40 0b 0b")),
    ],
)
def test_same_bytes(data: bytes) -> None:
    assert encode_module(decode_module(data)) == data


@pytest.mark.parametrize(
    ("data", "shortest"),
    [
        (module(h("01 81 80 00 00")), module(section(1))),
        (
            module(section(1, h("4e 01 4f 00 60 01 63 70 00"))),
            module(section(1, h("60 01 70 00"))),
        ),
        (with_code(h("80 00 41 80 80 00 1a 0b")), with_code(h("00 41 00 1a 0b"))),
        (with_code(h("00 fc 80 00 0b")), with_code(h("00 fc 00 0b"))),
    ],
)
def test_shortest_bytes(data: bytes, shortest: bytes) -> None:
    m = decode_module(data)
    assert encode_module(m) == shortest
    assert decode_module(shortest) == m


@pytest.mark.parametrize(
    ("mode", "type_", "init", "form", "written"),
    [
        (Active(0, ZERO), NOT_NULL, (FUNCTION,), None, 0),
        (Mode.PASSIVE, NOT_NULL, (FUNCTION,), None, 1),
        (Active(1, ZERO), NOT_NULL, (), None, 2),
        (Mode.DECLARATIVE, NOT_NULL, (FUNCTION,), None, 3),
        (Active(0, ZERO), t.FUNCREF, (FUNCTION,), None, 4),
        (Mode.PASSIVE, t.FUNCREF, (NULL,), None, 5),
        (Active(1, ZERO), t.FUNCREF, (NULL,), None, 6),
        (Active(0, ZERO), t.EXTERNREF, (), None, 6),
        (Active(0, ZERO), NOT_NULL, (expr(),), None, 6),
        (Mode.DECLARATIVE, t.FUNCREF, (NULL,), None, 7),
        (Active(0, ZERO), NOT_NULL, (FUNCTION,), 2, 2),
        (Active(0, ZERO), NOT_NULL, (FUNCTION,), 6, 6),
        (Active(0, ZERO), t.FUNCREF, (NULL,), 6, 6),
        (Mode.PASSIVE, NOT_NULL, (FUNCTION,), 5, 5),
        (Active(0, ZERO), NOT_NULL, (FUNCTION,), 3, 0),  # no longer fits
        (Active(1, ZERO), NOT_NULL, (FUNCTION,), 0, 2),
        (Mode.PASSIVE, t.FUNCREF, (NULL,), 1, 5),
    ],
)
def test_elem_form(
    mode: SegmentMode, type_: t.RefType, init: tuple[Expr, ...], form: int | None, written: int
) -> None:
    m = Module(elems=(Elem(type_, init, mode, form=form),))
    data = encode_module(m)
    assert data[11] == written
    assert decode_module(data) == m


@pytest.mark.parametrize(
    ("mode", "form", "written"),
    [
        (Active(0, ZERO), None, 0),
        (Mode.PASSIVE, None, 1),
        (Active(1, ZERO), None, 2),
        (Active(0, ZERO), 2, 2),
        (Active(0, ZERO), 1, 0),
        (Mode.PASSIVE, 0, 1),
    ],
)
def test_data_form(mode: SegmentMode, form: int | None, written: int) -> None:
    m = Module(datas=(Data(b"ab", mode, form=form),))
    data = encode_module(m)
    assert data[11] == written
    assert decode_module(data) == m


def test_data_count_where_needed() -> None:
    func = Func(0, (), expr(Instr(DATA_DROP, (0,))))
    m = Module(funcs=(func,), datas=(Data(b"", Mode.PASSIVE),))
    data = encode_module(m)
    assert h("0c 01 01") in data and decode_module(data) == m
    assert h("0c 01 01") not in encode_module(Module(datas=m.datas))
    assert h("0c 01 01") in encode_module(Module(datas=m.datas, data_count=True))


def test_forgotten_sections_do_not_come_back() -> None:
    m = decode_module(module(section(5)))
    assert encode_module(Module(mems=m.mems)) == module()


def test_module_of_every_instruction() -> None:
    instrs = [instr for op in OPS if not op.closes for instr in samples(op)]
    ends = [Instr(END, ())] * sum(instr.op.opens for instr in instrs)
    m = Module(funcs=(Func(0, (), Expr(instrs + ends + [Instr(END, ())])),), data_count=True)
    data = encode_module(m)
    assert decode_module(data, features=EVERYTHING) == m
    assert encode_module(decode_module(data, features=EVERYTHING)) == data


def test_types() -> None:
    value_types = (t.I32, t.I64, t.F32, t.F64, t.V128)
    heap_types = (
        t.ANY, t.EQ, t.I31, t.STRUCT, t.ARRAY, t.NONE, t.FUNC, t.NOFUNC, t.EXN, t.NOEXN, t.EXTERN,
        t.NOEXTERN, 0, 64, 2**31,
    )  # fmt: skip
    refs = tuple(t.RefType(null, heap) for null in (True, False) for heap in heap_types)
    storage: tuple[t.StorageType, ...] = (*refs, t.I8, t.I16)
    fields = tuple(t.FieldType(m, z) for m in (True, False) for z in storage)
    comps = (t.FuncType((*value_types, *refs), refs[::-1]), t.StructType(fields)) + tuple(
        t.ArrayType(field) for field in fields
    )
    subtypes = tuple(
        t.SubType(f, s, c) for f in (True, False) for s in ((), (7, 300)) for c in comps
    )
    m = Module(types=(*(t.RecType((s,)) for s in subtypes), t.RecType(subtypes), t.RecType(())))
    assert decode_module(encode_module(m)) == m


def test_sizes_of_functions_are_those_of_code() -> None:
    data = with_code(*[h("00") + b"\x01" * n + h("0b") for n in (0, 126, 127, 20000)])
    assert encode_module(decode_module(data)) == data
    assert len(sized(b"x" * 128)) == 130
