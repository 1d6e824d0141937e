"""The table of budgets: what fuel or a deadline costs the fast tier, in shapes that use many units and in the kernels."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from benchmarks.kernels import KERNELS
from benchmarks.model import Table, ratio
from refwasm import embedding as wasm
from refwasm.compile.tiers import Compiler
from refwasm.runtime.instances import FuncInst

BAR = "<= 1.1"  # of programs; the other shapes do hardly anything but use units
PARAM = "(param i32) (result i32)"
LESS = "(i32.sub (local.get 0) (i32.const 1))"
AGAIN = "(local.tee $n (i32.sub (local.get $n) (i32.const 1)))"
NEXT = "(func $next (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))"
RUN = '(func (export "run") (param $n i32) (result i32) (local $x i32)'
CALL = "(local.set $x (call $next (local.get $x)))"


def turn(name: str, other: str) -> str:
    """One of two functions that call each other."""
    call = f"(call {other} {LESS})"
    return (
        f"(func {name} {PARAM} (if (result i32) (local.get 0) (then {call}) (else (i32.const 1))))"
    )


# Modules whose `run` takes a number of rounds.
SHAPES: dict[str, tuple[str, int]] = {
    "empty loop": (f"{RUN} (loop (br_if 0 {AGAIN})) (local.get $x))", 500_000),
    "loops of 1 round": (
        f"{RUN} (loop $o (loop (nop)) (br_if $o {AGAIN})) (local.get $x))",
        200_000,
    ),
    "loops of 3 rounds": (
        f"{RUN} (loop $o (local.set $x (i32.const 3)) (loop $i (br_if $i (local.tee $x"
        f" (i32.sub (local.get $x) (i32.const 1))))) (br_if $o {AGAIN})) (local.get $x))",
        150_000,
    ),
    "loops of 8 rounds": (
        f"{RUN} (local $y i32) (loop $o (local.set $x (i32.const 8)) (loop $i (local.set $y"
        " (i32.add (local.get $y) (i32.mul (local.get $x) (local.get $n)))) (br_if $i"
        " (local.tee $x (i32.sub (local.get $x) (i32.const 1)))))"
        f" (br_if $o {AGAIN})) (local.get $y))",
        30_000,
    ),
    "calls in a loop": (f"{NEXT} {RUN} (loop {CALL} (br_if 0 {AGAIN})) (local.get $x))", 200_000),
    "calls in branches": (
        f"{NEXT} {RUN} (loop (if (i32.and (local.get $n) (i32.const 1)) (then {CALL})"
        f" (else {CALL})) (br_if 0 {AGAIN})) (local.get $x))",
        200_000,
    ),
    "calls by turns": (
        f"{turn('$e', '$o')} {turn('$o', '$e')} {RUN} (loop (drop (call $e (i32.const 500)))"
        f" (br_if 0 {AGAIN})) (local.get $x))",
        400,
    ),
    "calls of itself": (
        f"(func $f {PARAM} (if (result i32) (local.get 0) (then (i32.add (i32.const 1) (call $f {LESS})))"
        f" (else (i32.const 0)))) {RUN} (loop (drop (call $f (i32.const 500))) (br_if 0 {AGAIN})) (local.get $x))",
        400,
    ),
    "tail calls of itself": (
        f'(func $run (export "run") {PARAM} (if (local.get 0) (then (return_call $run {LESS}))) (i32.const 0))',
        200_000,
    ),
}
PROGRAMS = {kernel.name: (kernel.text(), kernel.few) for kernel in KERNELS}
LEAST = 0.05  # seconds that are measured at once
BUDGETS: Mapping[str, Callable[[], Compiler]] = {
    "": Compiler,
    "fuel": lambda: Compiler(fuel=10**12),
    "deadline": lambda: Compiler(deadline=1000.0),
    "both": lambda: Compiler(fuel=10**12, deadline=1000.0),
}


def table(rounds: int) -> Table:
    """How many times as long each shape takes with a budget."""
    figures = []
    for shape, (text, n) in (SHAPES | PROGRAMS).items():
        calls = {budget: load(text, make()) for budget, make in BUDGETS.items()}
        taken: dict[str, list[float]] = {budget: [] for budget in BUDGETS}
        often = max(1, round(LEAST / seconds(calls[""], n, 1)))
        for _ in range(2 * rounds):
            for budget, call in calls.items():
                taken[budget].append(seconds(call, n, often))
        plain = taken.pop("")
        figures += [
            ratio(f"{shape}, {budget}", plain, values, BAR if shape in PROGRAMS else "")
            for budget, values in taken.items()
        ]
    how = (
        "The tier `compile` runs each shape with and without a budget by turns, in one process; a figure is "
        "how many times as long it takes with one, best against best, seconds of the processor."
    )
    return Table("metered", "Fuel and deadlines", how, tuple(figures))


def seconds(call: Callable[[int], object], n: int, often: int) -> float:
    """How long `call` takes for `n`, so often, of the processor; something in any case."""
    start = time.process_time()
    for _ in range(often):
        call(n)
    return time.process_time() - start or 1e-6


def load(text: str, machine: Compiler) -> Callable[[int], object]:
    """The function `run` of the module `text` on `machine`, which has compiled it."""
    store = wasm.store_init()
    module = wasm.module_validate(
        wasm.module_parse(text if "(module" in text else f"(module {text})")
    )
    run = wasm.instance_export(wasm.module_instantiate(store, module, [], machine), "run")
    assert isinstance(run, FuncInst)

    def call(n: int) -> object:
        return wasm.func_invoke(store, run, [n], machine)

    call(1)
    return call
