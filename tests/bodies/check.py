"""One random module after the other: which options each has, and whether the tiers agree about it."""

from __future__ import annotations

import traceback
from array import array
from dataclasses import dataclass, field, replace
from functools import partial

from refwasm.compile.limits import Limits
from refwasm.compile.tiers import Compiler
from refwasm.compile.worth import Patience
from refwasm.errors import WasmError
from refwasm.fuzz.module import SHARING, Modules
from refwasm.fuzz.options import Options
from refwasm.fuzz.types import NUMBERS
from refwasm.interpret.machine import Interpreter
from refwasm.syntax.features import features_of
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import Module
from refwasm.validation.modules import validate_module
from tests.bodies.compare import Make, Tier, difference

LEGACY = features_of("3", ["+legacy-exceptions"])
# What modules are made with, in turn for each world.
PLANS = (
    Options(),
    Options(features=LEGACY),
    Options(),
    Options(nans=False),
    Options(),
    Options(features=features_of("2")),
    Options(),
    Options(features=features_of("3", ["-gc"]), numbers=True),
)
# The tiers that are held against the interpreter, in turn for each module; some write blocks in other
# forms than bodies of this size usually need, some go over to compiled code at outer or inner loops.
TIERS: tuple[Make, ...] = (
    Compiler,
    partial(Compiler, limits=Limits(loops=0, levels=20, targets=1)),
    Compiler,
    partial(Compiler, limits=Limits(loops=3, levels=22)),
    Compiler,
    partial(Compiler, auto=True),
    partial(Compiler, auto=True, patience=Patience(calls=1, inner=0)),
    partial(Compiler, auto=True, patience=Patience(calls=9, inner=-9)),
)
# Units of fuel that each invocation has, in turn for each module.
BUDGETS: tuple[int | None, ...] = (None, None, 3, None, 12)


def placed(module: Module) -> Module:
    """`module` with places: each instruction has its number in the body."""
    bodies = [(func, func.body.instrs) for func in module.funcs]
    return replace(
        module,
        funcs=tuple(
            replace(func, body=Expr(instrs, array("Q", range(len(instrs)))))
            for func, instrs in bodies
        ),
    )


@dataclass(slots=True)
class Verdict:
    """Of a module: how many random bodies it has, and what is wrong."""

    bodies: int
    fault: str = ""


@dataclass(slots=True)
class Check:
    """Modules by seed, made as `plans` say: do `tiers` agree with the interpreter about them?"""

    plans: tuple[Options, ...] = PLANS
    tiers: tuple[Make, ...] = TIERS
    made: dict[Options, Modules] = field(default_factory=dict)

    def options(self, seed: int) -> Options:
        """With what module `seed` is made."""
        return self.plans[seed // SHARING % len(self.plans)]

    def module(self, seed: int) -> Module:
        """Module `seed`."""
        options = self.options(seed)
        if options not in self.made:
            self.made[options] = Modules(options)
        return self.made[options].module(seed)

    def fault(self, module: Module, seed: int) -> str:
        """What is wrong with `module`, empty if nothing."""
        valid = validate_module(placed(module), features=self.options(seed).features)
        made: list[Tier] = []
        fuel = BUDGETS[seed % len(BUDGETS)]

        def make() -> Tier:
            made.append(self.tiers[seed % len(self.tiers)](fuel=fuel))
            return made[-1]

        if found := difference(valid, seed, partial(Interpreter, fuel=fuel), make):
            return found
        unfit = [reason for tier in made if isinstance(tier, Compiler) for reason in tier.fallbacks]
        return next((f"not compiled: {reason}" for reason in unfit if "Error" in reason), "")

    def judge(self, seed: int) -> Verdict:
        """The verdict on module `seed`."""
        try:
            module = self.module(seed)
            return Verdict(len(module.funcs) - len(NUMBERS), self.fault(module, seed))
        except WasmError as error:
            return Verdict(0, f"{type(error).__name__}: {error} (at {error.instruction})")
        except Exception:  # noqa: BLE001 - whatever it is, the run goes on and tells of it
            return Verdict(0, traceback.format_exc(limit=-3))
