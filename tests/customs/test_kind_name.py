"""`name`: sections read leniently and written in order; annotations where names may stand."""

from __future__ import annotations

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.customs.kind_name import read_names, write_names
from refwasm.customs.registry import check_customs, refuse_faults
from refwasm.errors import Invalid, Malformed
from refwasm.syntax.modules import Custom, Module
from refwasm.syntax.names import Names
from refwasm.text.parse_module import parse_module
from refwasm.text.print_module import print_module
from tests.binary.build import custom, module

ALL = Names(
    module="m\u00e9",
    funcs={0: "f", 2: "", 300: "g"},
    locals={0: {0: "x", 5: "y"}, 2: {}},
    labels={1: {0: "l"}},
    types={0: "t"},
    tables={1: "tab"},
    mems={0: "mem"},
    globals={0: "glob"},
    elems={0: "el"},
    datas={3: "d"},
    fields={0: {1: "f"}},
    tags={0: "tag"},
)


def read(data: bytes) -> Names:
    names = Names()
    assert read_names(data, names) == []
    return names


def test_both_ways() -> None:
    data = write_names(ALL)
    assert read(data) == ALL
    assert data.startswith(bytes.fromhex("00 04 03 6d c3a9 01"))


def test_none_is_nothing() -> None:
    assert write_names(Names()) == b""
    assert encode_module(Module(), names=True) == module()


@pytest.mark.parametrize(
    ("data", "names", "faults"),
    [
        ("01 04 01 00 01 66", Names(funcs={0: "f"}), []),
        ("02 06 01 07 01 00 01 78", Names(locals={7: {0: "x"}}), []),
        ("01 04 01 00 01 ff 02 01 00", Names(), [(4, "malformed UTF-8 encoding")]),
        ("00 02 01 6d 01 03 02 00 00", Names(module="m"), [(9, "unexpected end")]),
        ("63 02 00 00", Names(), [(0, "invalid name subsection id")]),
        ("01 01 00 00 02 01 6d", Names(module="m"), [(3, "invalid name subsection id")]),
        ("00 01 00 00 02 01 6d", Names(module="m"), [(3, "invalid name subsection id")]),
        ("00 02 01 6d 01 ff", Names(module="m"), [(6, "unexpected end")]),
        ("00 02 01 6d 01 05 00", Names(module="m"), [(7, "unexpected end")]),
        ("01 06 ff ff ff ff 0f 00", Names(), [(2, "length out of bounds")]),
        ("00 03 01 6d ff", Names(module="m"), [(4, "name subsection size mismatch")]),
        ("01 05 02 01 00 00 00", Names(funcs={0: "", 1: ""}), [(2, "indices out of order")]),
        ("01 05 02 00 00 00 00", Names(funcs={0: ""}), [(2, "multiple names of one index")]),
        ("02 05 02 00 00 00 00", Names(locals={0: {}}), [(2, "multiple names of one index")]),
    ],
)
def test_what_cannot_be_read_is_passed_over_and_told(
    data: str, names: Names, faults: list[tuple[int, str]]
) -> None:
    contents = bytes.fromhex(data)
    binary = module(custom(b"name", contents))
    decoded = decode_module(binary)
    assert decoded.names == names
    assert decoded.customs == (Custom("name", contents, 0),)
    base = len(binary) - len(contents)
    assert len(decoded.faults) == len(faults)
    for fault, (offset, text) in zip(decoded.faults, faults, strict=True):
        assert fault.message.startswith(f"custom @name: {text}")
        assert fault.offset == base + offset


def test_kept_as_found_unless_asked() -> None:
    data = module(custom(b"name", bytes.fromhex("00 02 01 6d ff")), custom(b"other", b"x"))
    decoded = decode_module(data)
    assert encode_module(decoded) == data
    decoded.names.module = "n"
    assert encode_module(decoded) == data
    assert encode_module(decoded, names=True) == module(
        custom(b"other", b"x"), custom(b"name", bytes.fromhex("00 02 01 6e"))
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('(module (@name "M"))', Names(module="M")),
        ('(module $m (@name "M"))', Names(module="M")),
        ('(@name "M") (func)', Names(module="M")),
        ('(func $f (@name "F")) (func (@name ""))', Names(funcs={0: "F", 1: ""})),
        ('(import "" "" (func (@name "F")))', Names(funcs={0: "F"})),
        ('(func (@name "F") (import "" ""))', Names(funcs={0: "F"})),
        ('(func (@name "F") if end)', Names(funcs={0: "F"})),
        ('(func (param $x (@name "X") i32))', Names(locals={0: {0: "X"}})),
        (
            '(func (param i32 i32) (param (@name "X") i32) (local i32) (local (@name "Y") i32))',
            Names(locals={0: {2: "X", 4: "Y"}}),
        ),
        (
            '(type (func (param i64 i64))) (func) (func (type 0) (local (@name "Y") i32))',
            Names(locals={1: {2: "Y"}}),
        ),
        ('(type $t (@name "T") (func))', Names(types={0: "T"})),
        ('(rec (type (func)) (type (@name "T") (func)))', Names(types={1: "T"})),
        (
            '(type (struct (field i32 i32) (field $x (@name "X") i32) (field (@name "Y") i8)))',
            Names(fields={0: {2: "X", 3: "Y"}}),
        ),
        ('(tag (@name "T"))', Names(tags={0: "T"})),
        ('(import "" "" (tag $t (@name "T")))', Names(tags={0: "T"})),
        ('(memory (@name "M") 1)', Names(mems={0: "M"})),
        ('(table $t (@name "M") 1 funcref)', Names(tables={0: "M"})),
        ('(global (@name "G") i32 (i32.const 0))', Names(globals={0: "G"})),
        ('(elem (@name "E") func)', Names(elems={0: "E"})),
        ('(data $d (@name "D"))', Names(datas={0: "D"})),
    ],
)
def test_annotations(text: str, names: Names) -> None:
    m = parse_module(text)
    refuse_faults(m)
    check_customs(m)
    assert m.customs == (Custom("name", write_names(names), 13),)
    assert decode_module(encode_module(m)) == m
    assert decode_module(encode_module(m)).names == names
    for printed in (print_module(m), print_module(m, folded=True), print_module(m, names=False)):
        assert "@name" in printed and "@custom" not in printed
        assert parse_module(printed) == m


def test_annotations_count_more_than_identifiers() -> None:
    names = parse_module(
        '(func $f (@name "F") (param $x i32) (local $y (@name "Y") i32)) (func $g)'
    ).names
    assert (names.funcs, names.locals) == ({0: "F", 1: "g"}, {0: {0: "x", 1: "Y"}})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(@name)", "@name annotation: string expected"),
        ('(@name "\\ff")', "@name annotation: malformed UTF-8 encoding"),
        ('(@name "a" b)', "@name annotation: unexpected token"),
        ('(@name "a") (@name "b")', "@name annotation: multiple module"),
        ('(func (@name "a") (@name "b"))', "@name annotation: multiple function names"),
        ('(func) (@name "a")', "misplaced @name annotation"),
        ('(func nop (@name "a"))', "misplaced @name annotation"),
        ('(func (@name "a") $f)', "misplaced @name annotation"),
        ('(func (param (@name "a") i32 i32))', "misplaced @name annotation"),
        ('(func (local (@name "a") i32 i32))', "misplaced @name annotation"),
        ('(func (param) (result (@name "a") i32))', "misplaced @name annotation"),
        ('(type (func (param (@name "a") i32)))', "misplaced @name annotation"),
        ('(type (struct (field (@name "a") i32 i32)))', "misplaced @name annotation"),
        ('(func block (param (@name "a") i32) end)', "misplaced @name annotation"),
        ('(func $f) (start $f (@name "a"))', "misplaced @name annotation"),
        ('(module (@name "a") $m)', "misplaced @name annotation"),
        ('((@name "a") module)', "misplaced @name annotation"),
        ('(module) (@name "a")', "misplaced @name annotation"),
        ('(module (@name "a") binary "\\00asm\\01\\00\\00\\00")', "misplaced @name annotation"),
    ],
)
def test_faults(text: str, message: str) -> None:
    m = parse_module(text)
    with pytest.raises(Malformed) as caught:
        refuse_faults(m)
    assert caught.value.message.startswith(message)
    assert caught.value.offset == text.rindex("(@")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (Names(funcs={2: "f"}), "invalid function index 2"),
        (Names(locals={1: {2: "x"}}), "invalid local index 2 for function 1"),
        (Names(locals={0: {1: "x"}}), "invalid local index 1 for function 0"),
        (Names(locals={2: {0: "x"}}), "invalid local index 0 for function 2"),
        (Names(types={2: "t"}), "invalid type index 2"),
        (Names(fields={1: {1: "t"}}), "invalid field index 1 for type 1"),
        (Names(fields={0: {0: "t"}}), "invalid field index 0 for type 0"),
        (Names(tags={0: "t"}), "invalid tag index 0"),
    ],
)
def test_names_of_what_is_not_there_are_invalid(names: Names, message: str) -> None:
    text = """(type (func (param i32))) (type (struct (field i32)))
    (import "" "" (func (type 0))) (func (type 0) (local i32))"""
    m = parse_module(text)
    m.customs = (Custom("name", write_names(names), 13, 7),)
    with pytest.raises(Invalid, match=f"^custom @name: {message}$") as caught:
        check_customs(m)
    assert caught.value.offset == 7
    assert parse_module(print_module(m)) == m


@pytest.mark.parametrize(
    "names",
    [
        Names(locals={0: {0: "x"}}),  # of an import
        Names(labels={1: {0: "l"}}),
        Names(locals={1: {}}),
    ],
)
def test_names_that_no_annotation_gives_are_printed_as_bytes(names: Names) -> None:
    m = parse_module('(import "" "" (func (param i32))) (func block end)')
    m.customs = (Custom("name", write_names(names), 13),)
    check_customs(m)
    printed = print_module(m)
    assert '(@custom "name" (after last) ' in printed and "@name" not in printed
    assert parse_module(printed) == m
    assert parse_module(printed).names == names
