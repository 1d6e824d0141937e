"""Random modules: a world, and bodies for its functions."""

from __future__ import annotations

from dataclasses import replace

from refwasm.fuzz.body import Body
from refwasm.fuzz.chance import Chance
from refwasm.fuzz.options import Options
from refwasm.fuzz.types import NUMBERS
from refwasm.fuzz.world import CONST, END, TRAIL, World
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Expr, Instr, MemArg
from refwasm.syntax.modules import Func, Module

SHARING = 16  # modules of neighbouring seeds have one world


class Modules:
    """The random modules of `options`; each depends on its seed alone."""

    def __init__(self, options: Options):
        self.options = options
        self._number = -1
        self._world: World | None = None

    def world(self, seed: int) -> World:
        """The world of module `seed`."""
        number = seed // SHARING
        if self._world is None or number != self._number:
            self._number, self._world = number, World(number * 2 + 1, self.options)
        return self._world

    def module(self, seed: int) -> Module:
        """Module `seed`."""
        world = self.world(seed)
        chance = Chance(seed * 2)
        bodies = []
        for x, index in enumerate(world.signatures):
            if x < len(NUMBERS):
                bodies.append(effect(world, x))
            else:
                bodies.append(Body(world, x, chance).write(index))
        return replace(world.module, funcs=tuple(bodies))


def random_module(seed: int, options: Options | None = None) -> Module:
    """A valid module that depends on `seed` and `options` alone.

    Its functions end while the global "g0", which counts calls and rounds of loops, is small.
    """
    return Modules(options or Options()).module(seed)


def effect(world: World, x: int) -> Func:
    """A function that gives what it takes, and leaves a trail in a global and in memory."""
    at = world.C.mems[0].addr
    code = [
        Instr(CONST[at], (8 + x,)),
        Instr(o.GLOBAL_GET, (TRAIL,)),
        Instr(o.I64_CONST, (31,)),
        Instr(o.I64_MUL, ()),
        Instr(o.I64_CONST, (x + 1,)),
        Instr(o.I64_ADD, ()),
        Instr(o.GLOBAL_SET, (TRAIL,)),
        Instr(o.GLOBAL_GET, (TRAIL,)),
        Instr(o.I64_STORE8, (MemArg(0, 0, 0),)),
        Instr(o.LOCAL_GET, (0,)),
        END,
    ]
    return Func(world.signatures[x], (), Expr(code))
