"""The recursion limit while compiled code runs: for host functions, other threads, and afterwards."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable

import pytest

from refwasm import embedding as wasm
from refwasm.compile.tiers import TIERS
from refwasm.errors import Exhaustion
from refwasm.interpret.control import CROSSINGS
from refwasm.runtime.instances import HostFunc
from refwasm.runtime.instantiate import Tier
from refwasm.runtime.room import Room, frames_now
from refwasm.syntax.types import FuncType

DEEP = wasm.module_validate(
    wasm.module_parse("""(module (import "" "host" (func $host))
  (func $down (export "down") (param i32)
    (if (local.get 0)
      (then (call $down (i32.sub (local.get 0) (i32.const 1))))
      (else (call $host)))))""")
)


def down(tier: Tier, host: Callable[[], object], calls: int) -> None:
    """Call `host` below so many calls."""
    store = wasm.store_init()
    func = wasm.func_alloc(store, FuncType((), ()), lambda args: [host()][:0])  # type: ignore[arg-type,return-value]  # no results
    instance = wasm.module_instantiate(store, DEEP, [func], tier)
    wasm.func_invoke(store, wasm.instance_export(instance, "down"), [calls], tier)  # type: ignore[arg-type]  # a function


def through_c() -> object:
    """Recursion that has frames of C's and of Python's in turn, without an end."""
    return sorted([1], key=lambda x: through_c())  # type: ignore[arg-type,return-value]  # never compared


def in_c() -> object:
    """Recursion in C alone, deeper than its stack."""
    nested: list[object] = []
    for _ in range(100_000):
        nested = [nested]
    return repr(nested)


@pytest.mark.parametrize("host", [through_c, in_c])
@pytest.mark.parametrize("calls", [3, 1000])
@pytest.mark.parametrize("tier", TIERS)
def test_a_host_function_that_recurses(tier: str, calls: int, host: Callable[[], object]) -> None:
    """Ends as it does without any WebAssembly around: the machine's stack does not overflow."""
    before = sys.getrecursionlimit()
    with pytest.raises(Exhaustion):
        down(TIERS[tier](), host, calls)
    assert sys.getrecursionlimit() == before


@pytest.mark.parametrize("tier", TIERS)
def test_a_host_function_may_use_what_is_usual(tier: str) -> None:
    def recurse(n: int) -> int:
        return n and recurse(n - 1) + 1

    down(TIERS[tier](), lambda: recurse(500), 8000)


@pytest.mark.parametrize("frames", [1, 2, 5, 8])
@pytest.mark.parametrize("tier", TIERS)
def test_recursion_through_the_host_ends_at_the_same_call(tier: str, frames: int) -> None:
    """However many frames of Python's the host function has, within reason."""
    machine, store = TIERS[tier](), wasm.store_init()
    counted = []

    def again(n: int) -> None:
        if n > 1:
            again(n - 1)
        else:
            counted.append(1)
            wasm.func_invoke(store, wasm.instance_export(instance, "down"), [0], machine)  # type: ignore[arg-type]  # a function

    func = wasm.func_alloc(store, FuncType((), ()), lambda args: [again(frames)][:0])  # type: ignore[func-returns-value]  # no results
    instance = wasm.module_instantiate(store, DEEP, [func], machine)
    with pytest.raises(Exhaustion, match="^call stack exhausted$"):
        wasm.func_invoke(store, wasm.instance_export(instance, "down"), [0], machine)  # type: ignore[arg-type]  # a function
    assert len(counted) == CROSSINGS


def test_threads_do_not_lower_each_others_limit() -> None:
    """One is deep while the other comes and goes."""
    before = sys.getrecursionlimit()
    below, over = threading.Event(), threading.Event()
    ended: list[str] = []

    def wait() -> None:
        below.set()
        over.wait(20)

    def deep() -> None:
        down(TIERS["compile"](), wait, 5000)
        ended.append("deep")

    def deep_after_that() -> None:
        wait()
        down(TIERS["compile"](), lambda: None, 5000)

    for work in (deep, lambda: down(TIERS["compile"](), deep_after_that, 1)):
        below.clear()
        over.clear()
        thread = threading.Thread(target=work)
        thread.start()
        below.wait(20)
        down(TIERS["compile"](), lambda: None, 10)
        over.set()
        thread.join()
    assert ended == ["deep"]
    assert sys.getrecursionlimit() == before


def test_limits_in_turn() -> None:
    """A host function's limit comes back when what it called has ended; the first one's at the end."""
    room, before = Room(), sys.getrecursionlimit()
    seen = []
    outer = room.enter(10_000)
    seen.append(sys.getrecursionlimit())

    def host() -> None:
        low = sys.getrecursionlimit()
        inner = room.enter(10_000)
        seen.append(sys.getrecursionlimit())
        room.leave(inner)
        assert sys.getrecursionlimit() == low

    room.host(host, 5, 1)
    room.host(host, 500, 1)
    assert seen == [80_000] * 3 == [sys.getrecursionlimit()] * 3
    room.leave(outer)
    assert sys.getrecursionlimit() == before
    small = room.enter(1)
    room.host(host, 1, 1)
    room.leave(small)
    assert sys.getrecursionlimit() == before


def test_how_deep_it_is() -> None:
    def below(n: int) -> int:
        return below(n - 1) if n else frames_now()

    assert below(100) - below(50) == 50
    limit = sys.getrecursionlimit()
    assert frames_now() < limit == sys.getrecursionlimit()


@pytest.mark.parametrize("tier", TIERS)
def test_a_host_function_goes_with_its_instance(tier: str) -> None:
    """Though the tier lives on, and the function refers to the instance."""
    machine = TIERS[tier]()
    gone: list[weakref.ref[HostFunc]] = []

    def once() -> None:
        store = wasm.store_init()
        held: list[object] = []
        func = wasm.func_alloc(store, FuncType((), ()), lambda args: held[:0])  # type: ignore[arg-type,return-value]  # no results
        instance = wasm.module_instantiate(store, DEEP, [func], machine)
        held.append(instance)
        wasm.func_invoke(store, wasm.instance_export(instance, "down"), [3], machine)  # type: ignore[arg-type]  # a function
        gone.append(weakref.ref(func))

    once()
    gc.collect()
    assert gone[0]() is None
