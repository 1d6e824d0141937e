"""Is every wrong order of evaluation visible? `python -m tests.bodies.mutants`: rows made wrong, one at a time.

A *mutant* is a row whose template says that it has no effect, or that its operands are evaluated in
order, where that is not so. It is *seen* by a random module on which the
tiers then differ. `mutants.json` holds for each the first seed that sees it.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing as mp
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from refwasm.compile.rows import _total
from refwasm.compile.template import Effect, Template
from refwasm.compile.tiers import LIMITS
from refwasm.compile.translate import translate
from refwasm.fuzz.rows import OPS
from refwasm.generated import opcodes as o
from refwasm.generated.compiler import TEMPLATES
from refwasm.interpret.machine import Interpreter
from refwasm.runtime.instances import FuncInst, ModuleInst, Store, WasmFunc
from refwasm.runtime.instantiate import instantiate
from refwasm.syntax.instructions import Op
from refwasm.validation.modules import validate_module
from tests.bodies.check import Check

SEEDS = 1280  # those of `test_agreement`
SEEN = Path(__file__).with_name("mutants.json")
NAMED = {op.name: op for op in OPS}

TYPE = "depends on what never changes"
NAME = "the first operand is a name, so the second alone is evaluated here"
FRESH = "gives another object whenever it runs, which nobody sees before it is used"
# Mutants that are right, and why.
EQUIVALENT = {
    "f32.div ordered": NAME,
    "f32.store ordered": NAME,
    "f64.div ordered": NAME,
    "ref.eq total": TYPE,
    "ref.test total": TYPE,
    "ref.test null total": TYPE,
    "struct.new total": FRESH,
    "struct.new_default total": FRESH,
    "array.new total": FRESH,
    "array.new_default total": FRESH,
    "array.new_fixed total": FRESH,
}


def mutants() -> dict[str, tuple[Op, Template]]:
    """All mutants by name, the equivalent ones too."""
    found = {}
    for op, template in TEMPLATES.items():
        if template.effect and not (template.steps or template.statements or op is o.LOCAL_GET):
            found[f"{op.name} total"] = op, replace(template, effect=Effect.TOTAL, sure=None)
        if not template.ordered:
            found[f"{op.name} ordered"] = op, replace(template, ordered=True)
    return found


@contextmanager
def mutated(op: Op, template: Template) -> Iterator[None]:
    """While the row `op` is made as `template` says."""
    right = TEMPLATES[op]
    TEMPLATES[op] = template
    _total.cache_clear()
    try:
        yield
    finally:
        TEMPLATES[op] = right
        _total.cache_clear()


@dataclass(slots=True)
class Sight:
    """Which modules of `check` see a mutant."""

    check: Check = field(default_factory=Check)
    differing: int = 0  # modules that the mutant compiled otherwise, when one was last looked for
    _kept: dict[int, ModuleInst] = field(default_factory=dict)
    _right: dict[tuple[int, int], str] = field(default_factory=dict)

    def first(self, name: str, seeds: Sequence[int]) -> int | None:
        """The first of `seeds` that sees the mutant `name`."""
        self.differing = 0
        return next((seed for seed in seeds if self.sees(name, seed)), None)

    def sees(self, name: str, seed: int) -> bool:
        """Whether module `seed` sees the mutant `name`."""
        op, template = mutants()[name]
        inst = self._instance(seed)
        having = [f for f in inst.funcs if _has(f, op)]
        right = [self._source(seed, f) for f in having]
        with mutated(op, template):
            if right == [_source(f) for f in having]:
                return False
            self.differing += 1
            return bool(self.check.judge(seed).fault)

    def _instance(self, seed: int) -> ModuleInst:
        found = self._kept.get(seed)
        if found is None:
            features = self.check.options(seed).features
            valid = validate_module(self.check.module(seed), features=features)
            found = self._kept[seed] = instantiate(Store(), valid, (), Interpreter())
        return found

    def _source(self, seed: int, func: FuncInst) -> str:
        assert isinstance(func, WasmFunc)
        key = seed, func.index
        if key not in self._right:
            self._right[key] = _source(func)
        return self._right[key]


def _has(func: FuncInst, op: Op) -> bool:
    return isinstance(func, WasmFunc) and any(instr.op is op for instr in func.code.instrs)


def _source(func: FuncInst) -> str:
    """What `func` is compiled to."""
    assert isinstance(func, WasmFunc)
    inst = func.module
    return translate(func.code, inst.funcs, inst.types, 1, "f", LIMITS).text


def _seeing(asked: tuple[str, int]) -> tuple[str, int | None, int]:
    name, count = asked
    return name, SIGHT.first(name, range(count)), SIGHT.differing


SIGHT = Sight()  # of a process


def main(args: list[str] | None = None) -> int:
    """1 if a mutant is not seen that should be."""
    parser = argparse.ArgumentParser("python -m tests.bodies.mutants", description=__doc__)
    parser.add_argument("names", nargs="*", help="mutants, `i32.div_u total` say; all if none")
    parser.add_argument("--count", type=int, default=SEEDS, help="seeds that are tried")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--write", action="store_true", help=f"write {SEEN.name}")
    asked = parser.parse_args(args)
    names = asked.names or [name for name in mutants() if name not in EQUIVALENT]
    found: dict[str, int] = {}
    with mp.get_context("spawn").Pool(asked.jobs) as pool:
        for name, seed, tried in pool.imap_unordered(
            _seeing, [(name, asked.count) for name in names]
        ):
            said = "not seen" if seed is None else f"seed {seed}"
            print(f"{name}: {said}, in {tried} modules that it changes", flush=True)
            if seed is not None:
                found[name] = seed
    if asked.write:
        SEEN.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{len(found)} of {len(names)} seen")
    return int(len(found) < len(names))


if __name__ == "__main__":
    sys.exit(main())
