"""Where instructions stand in code."""

from __future__ import annotations

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.binary.layout import layout_in, layout_of
from refwasm.text.parse_module import parse_module

SOURCE = """(import "" "" (func)) (func (local i32 i64) (drop (i32.const 1000)) (block (nop)))
(func (f64.const 0) (drop))"""


def test_both_count_from_the_locals() -> None:
    module = parse_module(SOURCE)
    data = encode_module(module)
    decoded = decode_module(data)
    for layout in (layout_of(module), layout_of(decoded), layout_in(data, decoded)):
        assert layout(0) is None and layout(3) is None
        assert list(layout(1) or ()) == [5, 8, 9, 11, 12, 13]
        assert list(layout(2) or ()) == [1, 10, 11]
