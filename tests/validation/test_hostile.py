"""Deep and large input: time grows with size, memory with what is there, and nothing recurses."""

from __future__ import annotations

import tracemalloc

import pytest

from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Instr
from refwasm.syntax.modules import Export, Func, Kind
from refwasm.syntax.types import FUNC, I32, ArrayType, FieldType, FuncType, RefType, SubType
from refwasm.validation.modules import validate_module
from tests.validation.build import PLAIN, at, only, with_body

N = 30_000
CONST, END = at(o.I32_CONST, 0), at(o.END)
ARRAY = only(PLAIN, SubType(True, (), ArrayType(FieldType(True, I32))))
DEEP: dict[str, list[Instr]] = {
    "blocks": [at(o.BLOCK, None)] * N + [END] * N,
    "loops": [at(o.LOOP, None)] * N + [END] * N,
    "ifs": [CONST, at(o.IF, None)] * N + [END] * N,
    "elses": [CONST, at(o.IF, None), at(o.ELSE)] * N + [END] * N,
    "dead blocks": [at(o.UNREACHABLE), at(o.BLOCK, None)] * N + [END] * N,
    "labels": [
        *[at(o.BLOCK, None)] * N, CONST, at(o.BR_TABLE, tuple(range(N)), N), *[END] * N,
    ],
    "equal labels": [CONST, at(o.BR_TABLE, (0,) * N, 0)] * 5,
    "operands": [CONST] * N + [at(o.DROP)] * N,
    "unknown operands": [at(o.UNREACHABLE), at(o.BR_ON_NULL, 0)] * N + [at(o.DROP)] * N,
}  # fmt: skip


@pytest.mark.parametrize("name", DEEP)
def test_deep_bodies_are_valid(name: str) -> None:
    assert validate_module(with_body(DEEP[name])).code(0).heights


def test_locals_of_blocks_are_reset() -> None:
    body = [x for i in range(N) for x in (at(o.BLOCK, None), at(o.UNREACHABLE), at(o.LOCAL_SET, i))]
    found = validate_module(
        with_body(body + [END] * N, locals=((2**32 - 1, RefType(False, FUNC)),))
    )
    assert len(found.code(0).heights) == 4 * N + 1


def test_locals_take_no_space() -> None:
    body = [at(o.LOCAL_GET, 2**32 - 2), at(o.DROP)]
    tracemalloc.start()
    validate_module(with_body(body, locals=((2**31, RefType(True, FUNC)), (2**31 - 1, I32))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200_000


def test_runs_of_no_locals_need_no_type() -> None:
    module = with_body([at(o.LOCAL_GET, 0), at(o.DROP)], locals=((0, RefType(True, 9)), (1, I32)))
    assert validate_module(module).code(0).locals == ((1, I32),)


def test_operands_that_nobody_gave_take_no_space() -> None:
    body = [at(o.UNREACHABLE), at(o.ARRAY_NEW_FIXED, 1, 2**32 - 1), at(o.DROP)]
    assert validate_module(with_body(body, types=ARRAY)).code(0).max_height == 0


def test_many_functions_and_exports() -> None:
    module = with_body([])
    (func,) = module.funcs
    module.funcs = tuple(Func(0, (), func.body) for _ in range(20_000))
    module.exports = tuple(Export(f"{i}", Kind.FUNC, i) for i in range(20_000))
    assert len(validate_module(module).exports) == 20_000


def test_long_types_are_compared_once_for_all_labels() -> None:
    wide = only(SubType(True, (), FuncType((), (I32,) * 10_000)))
    body = [at(o.UNREACHABLE), at(o.BR_TABLE, (0,) * N, 0)]
    assert validate_module(with_body(body, types=wide)).code(0).heights[2] == -1
