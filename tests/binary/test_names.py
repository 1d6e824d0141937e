"""The name section: read leniently, written in order."""

from __future__ import annotations

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.decode_names import read_names
from refwasm.binary.encode_module import encode_module
from refwasm.binary.encode_names import write_names
from refwasm.syntax.modules import Custom, Module
from refwasm.syntax.names import Names

from .build import custom, module

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
    read_names(data, names)
    return names


def test_both_ways() -> None:
    data = write_names(ALL)
    assert read(data) == ALL
    assert data.startswith(bytes.fromhex("00 04 03 6d c3a9 01"))


def test_none_is_nothing() -> None:
    assert write_names(Names()) == b""
    assert encode_module(Module(), names=True) == module()


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ("01 04 01 00 01 66", Names(funcs={0: "f"})),
        ("01 04 01 00 01 ff 00 02 01 6d", Names(module="m")),  # not UTF-8
        ("01 03 02 00 00 00 02 01 6d", Names(module="m")),  # one of two is missing
        ("63 02 00 00 00 02 01 6d", Names(module="m")),  # an unknown subsection
        ("00 02 01 6d 01 ff", Names(module="m")),  # no size
        ("00 02 01 6d 01 05 00", Names(module="m")),  # too large a size
        ("01 06 ff ff ff ff 0f 00", Names()),  # too large a count
        ("02 06 01 07 01 00 01 78", Names(locals={7: {0: "x"}})),
    ],
)
def test_what_cannot_be_read_is_passed_over(data: str, names: Names) -> None:
    decoded = decode_module(module(custom(b"name", bytes.fromhex(data))))
    assert decoded.names == names
    assert decoded.customs == (Custom("name", bytes.fromhex(data), 0),)


def test_kept_as_found_unless_asked() -> None:
    data = module(custom(b"name", bytes.fromhex("00 02 01 6d ff")), custom(b"other", b"x"))
    decoded = decode_module(data)
    assert encode_module(decoded) == data
    decoded.names.module = "n"
    assert encode_module(decoded) == data
    assert encode_module(decoded, names=True) == module(
        custom(b"other", b"x"), custom(b"name", bytes.fromhex("00 02 01 6e"))
    )
