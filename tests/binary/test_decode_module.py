"""Modules from bytes: what is well-formed, and the text and place of what is not."""

from __future__ import annotations

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.errors import Malformed
from refwasm.generated.opcodes import END, I32_CONST, REF_FUNC
from refwasm.syntax import types as t
from refwasm.syntax.instructions import Expr, Instr
from refwasm.syntax.modules import Active, Custom, Kind, Mode, Module

from .build import (
    CODE_OFFSET,
    EMPTY_TYPE,
    PREAMBLE,
    custom,
    leb,
    module,
    section,
    sized,
    with_code,
)

END_UNEXPECTED = "unexpected end of section or function"


def h(text: str) -> bytes:
    return bytes.fromhex(text)


def test_empty() -> None:
    assert decode_module(memoryview(PREAMBLE)) == Module()


@pytest.mark.parametrize(
    ("data", "text", "offset"),
    [
        (b"", "unexpected end", 0),
        (b"\x00as", "unexpected end", 3),
        (b"\x00asm\x01\x00", "unexpected end", 6),
        (b"asm\x00", "magic header not detected", 0),
        (h("0061736d 02000000"), "unknown binary version 02 00 00 00", 4),
        (h("0061736d 0d000100"), "unknown binary version: this is a component, not a core", 4),
        (module(h("0e 01 00")), "malformed section id 0e", 8),
        (module(h("80 01 00")), "malformed section id 80", 8),
        (module(h("01")), END_UNEXPECTED, 9),
        (module(h("01 05 00")), "length out of bounds", 9),
        (module(section(2), section(1)), "unexpected content after last section", 11),
        (module(section(1), section(1)), "unexpected content after last section", 11),
        (module(section(6), section(13)), "unexpected content after last section", 11),
        (module(section(10), h("0c 01 00")), "unexpected content after last section", 11),
        (module(h("01 02 00 00")), "section size mismatch", 10),
        (module(h("01 01 01"), section(2)), "malformed definition type 02", 11),
        (module(h("01 01 02")), "length out of bounds", 10),
        (module(h("00 00")), END_UNEXPECTED, 10),
        (module(h("00 01 05"), b"\x00" * 9), END_UNEXPECTED, 20),
        (module(custom(b"\xff", b"")), "malformed UTF-8 encoding", 10),
        (module(section(3, b"\x00")), "function and code section have inconsistent lengths", 12),
        (module(section(10, h("02 00 0b"))), "function and code section have inconsistent", 14),
        (module(h("0c 01 01")), "data count and data section have inconsistent lengths", 11),
        (module(h("0c 01 00"), section(11, h("01 00"))), "data count and data section have", 16),
    ],
)  # fmt: skip
def test_malformed_module(data: bytes, text: str, offset: int) -> None:
    check(data, text, offset)


def check(data: bytes, text: str, offset: int) -> None:
    with pytest.raises(Malformed) as caught:
        decode_module(data)
    assert caught.value.message.startswith(text)
    assert caught.value.offset == offset
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("number", "entry", "text", "offset"),
    [
        (1, "61", "malformed definition type 61", 0),
        (1, "e0 7f", "integer representation too long", 1),
        (1, "60 01 40 00", "malformed reference type 40", 2),
        (1, "60 01 ff 00", "integer representation too long", 3),
        (1, "5f 01 76 00", "malformed storage type 76", 2),
        (1, "5e 7f 02", "malformed mutability 02", 2),
        (1, "5e 63 7f 00", "malformed heap type 7f", 2),
        (1, "5e 63 ff 00", END_UNEXPECTED, 4),
        (1, "50 01 80 80 80 80 10", "integer too large", 6),
        (2, "00 00 05", "malformed import kind 05", 2),
        (2, "01 ff 00 00", "malformed UTF-8 encoding", 0),
        (2, "00 00 03 7f 07", "malformed mutability 07", 4),
        (2, "00 00 04 01 00", "zero byte expected", 3),
        (4, "7f 00 00", "malformed reference type 7f", 0),
        (4, "70 08 00", "malformed limits flags 08", 1),
        (4, "40 01 70 00 00", "zero byte expected", 1),
        (5, "02 00", "malformed limits flags 02", 0),
        (5, "81 00 00", "malformed limits flags 81", 0),
        (5, "00 80 80 80 80 80 80 80 80 80 02", "integer too large", 10),
        (6, "7f 02 41 00 0b", "malformed mutability 02", 1),
        (6, "7f 00 41 00", END_UNEXPECTED, 4),
        (6, "7f 00 41 00 05 0b", "END opcode expected", 4),
        (7, "00 05 00", "malformed export kind 05", 1),
        (9, "08", "malformed elements segment kind 8", 0),
        (9, "01 01 00", "malformed element kind 01", 1),
        (9, "05 7f 00", "malformed reference type 7f", 1),
        (9, "05 70 01 f3 00 0b", "illegal opcode f3", 3),
        (11, "03", "malformed data segment kind 3", 0),
        (11, "01 05 00", "length out of bounds", 1),
        (13, "01 00", "zero byte expected", 0),
    ],
)
def test_malformed_entry(number: int, entry: str, text: str, offset: int) -> None:
    check(module(section(number, h(entry))), text, len(PREAMBLE) + 3 + offset)


@pytest.mark.parametrize(
    ("code", "text", "offset"),
    [
        ("00", END_UNEXPECTED, 2),
        ("00 0b 0b", "section size mismatch", 1),
        ("00 41 01 1a", END_UNEXPECTED, 5),
        ("02 ff ff ff ff 0f 7f 01 7e 0b", "too many locals", 1),
        ("01 80 80 80 80 10 7f 0b", "integer too large", 6),
        ("01 01 40 0b", "malformed reference type 40", 3),
        ("00 20 80", END_UNEXPECTED, 4),
    ],
)
def test_malformed_code(code: str, text: str, offset: int) -> None:
    check(with_code(h(code)), text, CODE_OFFSET + offset)


@pytest.mark.parametrize(
    ("following", "text", "offset"),
    [
        ("00 01 01 01 0b", "END opcode expected", 4),  # its size is the opcode of `else`
        ("00 01 01 01 01 01 01 01 01 01 0b", "section size mismatch", 2),  # ... of `end`
        ("00 0b", END_UNEXPECTED, 7),  # ... of `block`
    ],
)
def test_code_without_end_reads_on(following: str, text: str, offset: int) -> None:
    check(with_code(h("00 01"), h(following)), text, CODE_OFFSET + offset)


@pytest.mark.parametrize("code", ["00 fc 09 00 0b", "00 41 00 41 00 41 00 fc 08 00 00 0b"])
def test_data_index_needs_the_count(code: str) -> None:
    data = with_code(h(code))
    for _ in range(2):  # whatever is kept of the first time
        check(data, "data count section required", CODE_OFFSET + 2 + code.index("fc") // 3 - 1)
    at = data.index(b"\x0a")
    counted = data[:at] + h("0c 01 00") + data[at:]
    assert decode_module(counted).data_count


@pytest.mark.parametrize("results", [0, 1, 8, 9])
@pytest.mark.parametrize("params", [0, 1, 8, 9, 200])
def test_function_types_of_few_and_of_many_types(params: int, results: int) -> None:
    numbers = {0x7C: t.F64, 0x7D: t.F32, 0x7E: t.I64, 0x7F: t.I32}
    codes = [bytes(k for _, k in zip(range(n), [*numbers] * n)) for n in (params, results)]
    data = b"\x60" + b"".join(leb(len(ts)) + ts for ts in codes)
    (rectype,) = decode_module(module(section(1, data))).types
    ts1, ts2 = (tuple(numbers[code] for code in ts) for ts in codes)
    assert rectype == t.RecType((t.SubType(True, (), t.FuncType(ts1, ts2)),))
    assert rectype.offset == 11 + (len(data) > 126)


@pytest.mark.parametrize("n", [0, 1, 127, 128, 300])
def test_names_of_any_length(n: int) -> None:
    name = "n" * n
    data = module(section(7, leb(n) + name.encode() + b"\x00\x00"))
    assert decode_module(data).exports[0].name == name


def test_everything() -> None:
    data = module(
        custom(b"first", b"\x01"),
        section(1, h("60 01 7f 02 7e 7d"), h("4e 02 50 00 5f 01 63 01 01 4f 01 01 5e 78 00")),
        section(2, sized(b"m") + sized(b"f") + h("00 00")),
        section(3, b"\x00"),
        section(4, h("70 00 01"), h("40 00 63 6e 05 01 02 d0 6e 0b")),
        custom(b"second", b""),
        section(5, h("01 01 02"), h("04 ff ff ff ff ff ff ff ff ff 01")),
        section(13, h("00 00")),
        section(6, h("7f 01 41 7f 0b")),
        section(7, sized(b"e") + h("04 00")),
        h("08 01 00"),
        section(9, h("00 41 00 0b 01 00"), h("07 6f 01 d0 6f 0b"), h("02 01 41 01 0b 00 00")),
        h("0c 01 02"),
        section(10, sized(h("02 01 7f 03 7e 0b"))),
        section(11, h("02 01 42 00 0b 02 61 62"), h("01 00")),
        custom(b"last", b"xyz"),
    )
    m = decode_module(data)
    zero = Expr([Instr(I32_CONST, (0,)), Instr(END, ())])
    assert str(m.types[0].subtypes[0].comp) == "[i32] -> [i64 f32]"
    assert m.types[1] == t.RecType(
        (
            t.SubType(False, (), t.StructType((t.FieldType(True, t.RefType(True, 1)),))),
            t.SubType(True, (1,), t.ArrayType(t.FieldType(False, t.I8))),
        )
    )
    assert (m.imports[0].module, m.imports[0].item, m.imports[0].type) == ("m", "f", t.FuncUse(0))
    assert m.tables[0].type == t.TableType(t.I32, t.Limits(1, None), t.FUNCREF)
    assert m.tables[0].init is None and m.tables[1].init is not None
    assert m.tables[1].type == t.TableType(t.I64, t.Limits(1, 2), t.ANYREF)
    assert m.mems[0].type == t.MemType(t.I32, t.Limits(1, 2))
    assert m.mems[1].type == t.MemType(t.I64, t.Limits(2**64 - 1, None))
    assert m.tags[0].type == t.TagType(0)
    assert m.globals[0].type == t.GlobalType(True, t.I32)
    assert m.globals[0].init.instrs[0] == Instr(I32_CONST, (2**32 - 1,))
    assert (m.exports[0].name, m.exports[0].kind, m.exports[0].index) == ("e", Kind.TAG, 0)
    assert m.start is not None and m.start.func == 0
    assert [e.mode for e in m.elems] == [
        Active(0, zero),
        Mode.DECLARATIVE,
        Active(1, Expr([Instr(I32_CONST, (1,)), Instr(END, ())])),
    ]
    assert m.elems[0].init[0].instrs == [Instr(REF_FUNC, (0,)), Instr(END, ())]
    assert [e.type for e in m.elems] == [t.RefType(False, t.FUNC), t.EXTERNREF] + [
        t.RefType(False, t.FUNC)
    ]
    assert [d.init for d in m.datas] == [b"ab", b""]
    assert m.datas[1].mode is Mode.PASSIVE and m.data_count
    assert (m.funcs[0].type, m.funcs[0].locals) == (0, ((1, t.I32), (3, t.I64)))
    assert [(c.name, c.data, c.after) for c in m.customs] == [
        ("first", b"\x01", 0),
        ("second", b"", 4),
        ("last", b"xyz", 13),
    ]


def test_places() -> None:
    data = with_code(h("00 41 80 01 1a 0b"))
    func = decode_module(data).funcs[0]
    assert func.offset == CODE_OFFSET
    assert list(func.body.positions) == [CODE_OFFSET + i for i in (2, 5, 6)]


def test_count_of_locals_stays_a_count() -> None:
    runs = b"\x03" + leb(2**31) + b"\x7f" + leb(2**31 - 1) + b"\x7e" + b"\x00\x7d"
    func = decode_module(with_code(runs + b"\x0b")).funcs[0]
    assert func.locals == ((2**31, t.I32), (2**31 - 1, t.I64), (0, t.F32))


def test_custom_is_data() -> None:
    (found,) = decode_module(module(custom(b"x", bytes(range(256))))).customs
    assert found == Custom("x", bytes(range(256)), 0)


def test_empty_sections_are_remembered() -> None:
    data = module(h("01 01 00"), h("03 02 80 00"), h("0a 01 00"))
    assert decode_module(data).empty == (1, 3, 10)
    assert decode_module(module(section(1, EMPTY_TYPE))).empty == ()
