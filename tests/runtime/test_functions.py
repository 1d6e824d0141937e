"""References to functions and exceptions, and what host functions may return."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from refwasm.errors import Crash, HostError, Trap, WasmError
from refwasm.runtime.exceptions import exception, thrown
from refwasm.runtime.functions import call_host, func_deftype, function, function_at, functype
from refwasm.runtime.instances import HostFunc, TagInst
from refwasm.runtime.tables import alloc_table, table_set
from refwasm.runtime.values import HostRef, Value
from refwasm.syntax.types import (
    EXTERNREF,
    F32,
    FUNCREF,
    I32,
    I64,
    FuncType,
    Limits,
    ResultType,
    SubType,
    TableType,
)

from .types import NULLARY, UNARY, closed

FUNC = HostFunc(UNARY, lambda args: args)


def test_function() -> None:
    assert function(FUNC) is FUNC
    with pytest.raises(Trap, match="^null function reference$"):
        function(None)


def test_function_at() -> None:
    table = alloc_table(TableType(I32, Limits(4, None), FUNCREF), None, 100)
    table_set(table, 1, FUNC)
    assert function_at(table, 1, UNARY) is FUNC
    for i, deftype, text in (
        (4, UNARY, "undefined element 4"),
        (2**64 - 1, UNARY, "undefined element"),
        (0, UNARY, "uninitialized element 0"),
        (3, UNARY, "uninitialized element 3"),
        (1, NULLARY, "indirect call type mismatch"),
    ):
        with pytest.raises(Trap, match=f"^{text}"):
            function_at(table, i, deftype)


def test_function_at_takes_subtypes() -> None:
    base, sub = closed(
        SubType(False, (), FuncType((), ())),
        SubType(False, (0,), FuncType((), ())),
    )
    table = alloc_table(TableType(I32, Limits(2, None), FUNCREF), HostFunc(sub, tuple), 100)
    table_set(table, 1, HostFunc(base, tuple))
    assert function_at(table, 0, base) is function_at(table, 0, sub)
    with pytest.raises(Trap, match="^indirect call type mismatch"):
        function_at(table, 1, sub)


def test_functions_are_equal_only_to_themselves() -> None:
    assert HostFunc(UNARY, tuple) != HostFunc(UNARY, tuple)
    assert len({HostFunc(UNARY, tuple), HostFunc(UNARY, tuple)}) == 2


def test_func_deftype_is_the_type_that_modules_have() -> None:
    assert func_deftype((I32,), (I32,)) == UNARY
    assert functype(FUNC) == FuncType((I32,), (I32,))


@pytest.mark.parametrize(
    ("results", "returned", "values"),
    [
        ((), None, []),
        ((), (), []),
        ((I32, F32), (1, 0.5), [1, 0.5]),
        ((EXTERNREF,), [HostRef("x")], [HostRef("x")]),
        ((FUNCREF, FUNCREF), [None, FUNC], [None, FUNC]),
    ],
)
def test_host_results(
    results: ResultType, returned: Sequence[Value] | None, values: list[Value]
) -> None:
    assert call_host(HostFunc(func_deftype((), results), lambda args: returned), ()) == values


@pytest.mark.parametrize(
    ("results", "returned", "text"),
    [
        ((I32,), None, "returned 0 values, its type has 1"),
        ((), (1,), "returned 1 values, its type has 0"),
        ((I32,), (-1,), "returned -1, which is no i32"),
        ((I64,), (1.0,), "returned 1.0, which is no i64"),
        ((F32,), (0.1,), "returned 0.1, which is no f32"),
        ((EXTERNREF,), ("x",), "returned 'x', which is no externref"),
        ((I32,), 5, "returned 5, which is no sequence"),
    ],
)
def test_wrong_host_results_name_the_function(
    results: ResultType, returned: Sequence[Value] | None, text: str
) -> None:
    def mistaken(args: Sequence[Value]) -> Sequence[Value] | None:
        return returned

    with pytest.raises(HostError, match=f"host function .*mistaken : .*{text}"):
        call_host(HostFunc(func_deftype((), results), mistaken), ())
    assert issubclass(HostError, Crash) and not issubclass(HostError, WasmError)


@pytest.mark.parametrize("error", [Trap("mine"), KeyError("k"), KeyboardInterrupt()])
def test_what_the_host_raises_passes_through(error: BaseException) -> None:
    def failing(args: Sequence[Value]) -> Sequence[Value]:
        raise error

    with pytest.raises(type(error)) as caught:
        call_host(HostFunc(NULLARY, failing), ())
    assert caught.value is error


def test_arguments_arrive() -> None:
    seen: list[Value] = []
    add: Callable[[Sequence[Value]], None] = seen.extend
    call_host(HostFunc(func_deftype((I32, I64), ()), add), (1, 2))
    assert seen == [1, 2]


def test_exceptions() -> None:
    tag = TagInst(UNARY)
    exn = exception(tag, [1])
    assert thrown(exn) is exn
    assert exn.tag is tag and exn.args == (1,)
    assert exception(tag, [1]) != exn
    with pytest.raises(Trap, match="^null exception reference$"):
        thrown(None)
