"""A body as it grows: instructions, locals, labels; and the simplest ways to make and use values."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.fuzz.chance import Chance
from refwasm.fuzz.rows import OF_VALUE, Site
from refwasm.fuzz.world import CONST, END, FUEL, World
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Immediate, Instr, MemArg, Op
from refwasm.syntax.types import (
    F32,
    F64,
    I32,
    I64,
    V128,
    FuncType,
    NumType,
    ResultType,
    ValType,
    VecType,
)
from refwasm.validation.locals import Locals
from refwasm.validation.matching import match_valtype
from refwasm.validation.types import defaultable

OF_KIND: dict[str, NumType | VecType] = {
    "i32": I32, "i64": I64, "f32": F32, "f64": F64, "v128": V128,
}  # fmt: skip
AND = {I32: o.I32_AND, I64: o.I64_AND}
OR = {I32: o.I32_OR, I64: o.I64_OR}
STORE: dict[ValType, Op] = {
    I32: o.I32_STORE,
    I64: o.I64_STORE,
    F32: o.F32_STORE,
    F64: o.F64_STORE,
    V128: o.V128_STORE,
}

# Rows whose NaNs the standard leaves open, by the operators that choose them, and how to tell one.
OPEN_NANS = tuple(
    f"op-{name}"
    for name in ("fadd", "fsub", "fmul", "fdiv", "fmin", "fmax", "fsqrt", "fceil", "ffloor",
                 "ftrunc", "fnearest", "promote", "demote", "frelaxed_madd", "frelaxed_nmadd",
                 "frelaxed_min", "frelaxed_max")
)  # fmt: skip
CANONICAL = {32: 0x7FC00000, 64: 0x7FF8000000000000}
EQUAL = {F32: o.F32_EQ, F64: o.F64_EQ, 32: o.F32X4_EQ, 64: o.F64X2_EQ}


class Emitter:
    """The body of function `x`, written so far; `left` is about how many instructions may follow.

    `labels` are the types that branches carry, of the function first; None where none may lead.
    """

    def __init__(self, world: World, x: int, chance: Chance):
        self.world = world
        self.chance = chance
        self.random = chance.random
        self.C = world.C
        comp = self.C.funcs[x].comp
        assert isinstance(comp, FuncType)
        self.type = comp
        self.code: list[Instr] = []
        self.labels: list[ResultType | None] = [comp.results]
        self.left = 0
        self.fuelled = False  # it calls, or goes back
        self.C.labels = self.labels
        self.C.return_type = comp.results
        self.locals: list[ValType] = list(comp.params)
        self.extra: list[ValType] = []  # locals that only this class writes
        self._readable: dict[ValType, list[int]] = {}

    def declare(self, types: Sequence[ValType]) -> None:
        """The locals, besides parameters."""
        params = self.type.params
        self.locals = [*params, *types]
        self.C.locals = Locals(params, [(1, t) for t in types])

    def another(self, t: ValType) -> int:
        """One more local, of which nothing else knows."""
        self.extra.append(t)
        return len(self.locals) + len(self.extra) - 1

    def runs(self) -> tuple[tuple[int, ValType], ...]:
        """The declared locals as the module has them."""
        found: list[tuple[int, ValType]] = []
        for t in (*self.locals[len(self.type.params) :], *self.extra):
            t = self.world.open(t)
            if found and found[-1][1] == t:
                found[-1] = found[-1][0] + 1, t
            else:
                found.append((1, t))
        return tuple(found)

    # Instructions

    def emit(self, op: Op, *args: Immediate) -> None:
        """One instruction."""
        self.code.append(Instr(op, args))
        self.left -= 1

    def const(self, t: ValType, c: int) -> None:
        self.emit(CONST[t], c)

    def site(self, site: Site) -> None:
        """The instruction of `site`, with new values for its immediates."""
        instr = site.instr
        op = instr.op
        self.left -= 1
        if site.varies:
            kinds = [kind for _, kind in op.immediates]
            instr = Instr(op, tuple(map(self._value, kinds, instr.args)))
        self.code.append(instr)
        if "call" in op.rule:
            self.fuelled = True
        if not self.world.options.nans and op.spec[-1] in OPEN_NANS:
            self._canonical(op)

    def _value(self, kind: str, default: Immediate) -> Immediate:
        chance = self.chance
        if kind == "laneidxs":
            return tuple([chance.below(32) for _ in range(16)])
        if kind in OF_VALUE:
            return chance.number(OF_KIND[kind])
        if isinstance(default, MemArg):
            natural = (int(kind[7:-1]) // 8).bit_length() - 1
            offset = chance.pick((0, 0, 0, 1, 4, 8, chance.below(64)))
            if chance.odds(0.04):
                offset = chance.pick((65520, 65528, 65535, 65536, chance.integer(32)))
            return MemArg(default.x, chance.below(natural + 1), offset)
        return default

    def _canonical(self, op: Op) -> None:
        """Replace NaNs by the canonical one."""
        t = F32 if op.name[:3] == "f32" else F64
        if op.name[3] == "x":
            x = self.another(V128)
            nan = CANONICAL[t.bits]
            self.emit(o.LOCAL_TEE, x)
            self.emit(o.V128_CONST, sum(nan << k for k in range(0, 128, t.bits)))
            self.emit(o.LOCAL_GET, x)
            self.emit(o.LOCAL_GET, x)
            self.emit(EQUAL[t.bits])
            self.emit(o.V128_BITSELECT)
        else:
            x = self.another(t)
            self.emit(o.LOCAL_TEE, x)
            self.const(t, CANONICAL[t.bits])
            self.emit(o.LOCAL_GET, x)
            self.emit(o.LOCAL_GET, x)
            self.emit(EQUAL[t])
            self.emit(o.SELECT)

    # Values

    def readable(self, t: ValType) -> list[int]:
        """The locals whose values are of type `t`, and always there."""
        found = self._readable.get(t)
        if found is None:
            n = len(self.type.params)
            found = self._readable[t] = [
                x
                for x, t1 in enumerate(self.locals)
                if match_valtype(t1, t) and (x < n or defaultable(t1))
            ]
        return found

    def leaf(self, t: ValType) -> None:
        """A constant."""
        instrs = self.world.leaf(t, self.chance)
        self.code += instrs
        self.left -= len(instrs)

    def simple(self, t: ValType) -> None:
        """A local, or a constant."""
        if self.random() < 0.65:
            xs = self.readable(t)
            if xs:
                self.emit(o.LOCAL_GET, self.chance.pick(xs))
                return
        self.leaf(t)

    def consume(self, ts: ResultType) -> None:
        """Use what is on the stack, mostly so that it can be seen later."""
        for t in reversed(ts):
            r = self.random()
            if r < 0.5:
                xs = [x for x, t1 in enumerate(self.locals) if match_valtype(t, t1)]
                if xs:
                    x = self.chance.pick(xs)
                    self.emit(o.LOCAL_SET, x)
                    self.C.locals.set(x)
                    continue
            if r < 0.88:
                ys = self.world.writable(t)
                if ys:
                    self.emit(o.GLOBAL_SET, self.chance.pick(ys))
                    continue
            self.emit(o.DROP)

    # Fuel

    def spend(self) -> None:
        """One unit less of fuel."""
        self.emit(o.GLOBAL_GET, FUEL)
        self.const(I32, 1)
        self.emit(o.I32_SUB)
        self.emit(o.GLOBAL_SET, FUEL)

    def unless_fuelled(self, results: ResultType, op: Op, *args: Immediate) -> None:
        """Where there is no fuel any more, leave by `op` with constants; else one unit less."""
        self.emit(o.GLOBAL_GET, FUEL)
        self.emit(o.I32_EQZ)
        self.emit(o.IF, None)
        for t in results:
            self.leaf(t)
        self.emit(op, *args)
        self.emit(o.END)
        self.spend()

    def finish(self) -> list[Instr]:
        """The whole body, after a look at its fuel."""
        body = self.code
        if self.fuelled:
            self.code = []
            self.unless_fuelled(self.type.results, o.RETURN)
            body = self.code + body
        body.append(END)
        return body
