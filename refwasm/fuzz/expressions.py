"""Expressions at random: rows with their operands, each of which may have effects, or trap."""

from __future__ import annotations

from abc import ABC, abstractmethod

from refwasm.errors import Invalid
from refwasm.fuzz.chance import Chance
from refwasm.fuzz.emit import AND, OR, Emitter
from refwasm.fuzz.rows import Site, fatal, site_of
from refwasm.fuzz.world import World
from refwasm.generated import opcodes as o
from refwasm.generated.validator import TYPING
from refwasm.syntax.instructions import Immediate, Instr, Op
from refwasm.syntax.types import F32, I32, NumType, RefType, ResultType, ValType


class Expressions(Emitter, ABC):
    """Expressions of a wanted type, `d` rows deep at most."""

    def __init__(self, world: World, x: int, chance: Chance):
        super().__init__(world, x, chance)
        self.rows = world.rows

    def expr(self, t: ValType, d: int) -> None:
        """Something that gives a `t`."""
        if d <= 0 or self.left <= 0:
            self.simple(t)
            return
        r = self.random()
        if r < 0.20:
            self.simple(t)
        elif r < 0.62:
            self.row(t, d)
        elif r < 0.70:
            self.tee(t, d)
        elif r < 0.77:
            self.call(t, d)
        elif r < 0.86:
            self.block((t,), d - 1)
        elif r < 0.96:
            self.statement(d - 1)
            self.expr(t, d - 1)
        elif r < 0.97:
            self.leave(d - 1)
            self.simple(t)
        else:
            self.global_(t)

    def exprs(self, ts: ResultType, d: int) -> None:
        """What gives `ts`, one by one or all at once."""
        if len(ts) > 1 and self.left > 0 and self.random() < 0.3 and self.world.blocktypes(ts):
            self.block(ts, d - 1)
            return
        for t in ts:
            self.expr(t, d)

    def global_(self, t: ValType) -> None:
        sites = [s for s in self.rows.sites.get(o.GLOBAL_GET, ()) if s.results == (t,)]
        if sites:
            self.site(self.chance.pick(sites))
        else:
            self.simple(t)

    def tee(self, t: ValType, d: int) -> None:
        """A `local.tee`, of a local that operands before may have read."""
        xs = [x for x, t1 in enumerate(self.locals) if t1 == t]
        self.expr(t, d - 1)
        if xs:
            x = self.chance.pick(xs)
            self.emit(o.LOCAL_TEE, x)
            self.C.locals.set(x)

    def row(self, t: ValType, d: int) -> None:
        """A row that gives a `t`, each as likely as any other."""
        producers = self.rows.producers(t)
        if not producers:
            self.simple(t)
            return
        site = self.chance.pick(self.chance.pick(producers))
        self.apply(site, d)
        assert site.results is not None
        self.consume(site.results[1:])

    def call(self, t: ValType, d: int) -> None:
        """A call that gives a `t`; it may write what operands before have read."""
        good = self.world.callers(t)
        if not good:
            self.row(t, d)
            return
        site = self.chance.pick(self.chance.pick(good))
        self.apply(site, d)
        assert site.results is not None
        self.consume(site.results[1:])

    def apply(self, site: Site, d: int) -> None:
        """The instruction of `site` after its operands."""
        op = site.instr.op
        if op is o.CALL_INDIRECT or op is o.RETURN_CALL_INDIRECT:
            self.exprs(site.params[:-1], d - 1)
            self.slot(site, d)
        elif (
            op.rule == "ref.cast"
            and site.results
            and self.world.inhabited(site.results[0])
            and self.random() < 0.8
        ):
            self.operand(site.results[0], "", d - 1)
        else:
            for t, hint in zip(site.params, site.hints, strict=True):
                self.operand(t, hint, d - 1)
        self.site(site)

    def slot(self, site: Site, d: int) -> None:
        """An index into a table, mostly one where a function of the type wanted was at first."""
        x, y = site.instr.args
        assert isinstance(x, int) and isinstance(y, int)
        t = site.params[-1]
        good = self.world.callees(x, y)
        if good and self.random() < 0.85:
            assert isinstance(t, NumType)
            if self.random() < 0.3:
                self.statement(d - 2)
            self.const(t, self.chance.pick(good))
        else:
            self.operand(t, "slot", d - 1)

    def operand(self, t: ValType, hint: str, d: int) -> None:
        """An operand, mostly a value with which the row does not trap."""
        if isinstance(t, RefType) and t.null and self.random() < 0.85:
            self.expr(self.world.non_null(t), d)
            return
        if not hint or (hint != "length" and self.random() < 0.06):
            self.expr(t, d)
            return
        assert isinstance(t, NumType)
        chance = self.chance
        match hint:
            case "index":
                if self.random() < 0.03:
                    self.const(t, chance.pick((65535, 65536, 65532, 65528, 65520, 131071)))
                elif self.random() < 0.4:
                    self.const(t, 8 + chance.below(3))  # where calls write
                else:
                    self.masked(t, d, (0x1F, 0x3F, 7, 0xFFF))
            case "slot":
                self.masked(t, d, (7, 3, 1, 1))
            case "length":
                self.masked(t, d, (7, 3, 31))
            case "growth":
                self.masked(t, d, (1, 1, 3))
            case "divisor":
                if self.random() < 0.12:
                    self.const(t, chance.pick((0, 0, 2**t.bits - 1)))
                    return
                self.expr(t, d)
                if self.random() < 0.9:
                    self.const(t, 1 + 2 * chance.below(8))
                    self.emit(OR[t])
            case "number":
                self.masked(I32, d, (0xFF, 0xFFFF, 7))
                self.emit(o.F32_CONVERT_I32_S if t is F32 else o.F64_CONVERT_I32_S)

    def masked(self, t: NumType, d: int, masks: tuple[int, ...]) -> None:
        """An integer of `t` with no more bits than one of `masks`."""
        mask = self.chance.pick(masks)
        if self.random() < 0.5:
            self.const(t, self.chance.below(mask + 1))
        else:
            self.expr(t, d)
            self.const(t, mask)
            self.emit(AND[t])

    # Rows that trap

    def failing(self, site: Site) -> None:
        """The instruction of `site`, whose operands are simple, and one is such that it traps."""
        ways = fatal(site)
        way = self.chance.pick(ways) if ways else -1
        for k, t in enumerate(site.params):
            if k == way:
                self.wrong(t, site.hints[k])
            else:
                self.operand(t, site.hints[k], 0)
        self.site(site)

    def wrong(self, t: ValType, hint: str) -> None:
        """An operand with which its row traps."""
        if isinstance(t, RefType):
            self.code.append(self.world.null(t))
        elif hint == "number":
            self.const(t, 0x7FC00000 if t is F32 else 0x7FF8000000000000)
        else:
            assert isinstance(t, NumType)
            self.const(t, 0 if hint == "divisor" else 2**t.bits - 1)

    def trap(self, t: ValType) -> None:
        """Something that would give a `t`, and traps."""
        sites = self.rows.failing(t)
        if not sites:
            self.simple(t)
            return
        site = self.chance.pick(self.chance.pick(sites))
        self.failing(site)
        self.consume((site.results or ())[1:])

    # Rows that depend on the place

    def place(self, op: Op, d: int) -> bool:
        """A row whose immediates name labels or locals, if there are any that are valid here."""
        found = self._placed(op)
        if found is None:
            return False
        site, sets = found
        self.apply(site, d)
        if sets is not None:
            self.C.locals.set(sets)
        if site.results:
            self.consume(site.results)
        return True

    def _placed(self, op: Op) -> tuple[Site, int | None] | None:
        """A site of `op` that is valid here, and the local that it sets."""
        C = self.C
        for _ in range(8):
            args = tuple([self._immediate(op, kind) for _, kind in op.immediates])
            if None in args:
                return None
            C.found = I32
            if self.world.references:
                C.found = self.chance.pick(self.world.references)
            try:
                typing = TYPING[op](C, *args)
            except Invalid:
                continue
            site = site_of(Instr(op, args), typing, False)
            if all(map(self.world.inhabited, site.params)):
                return site, typing.sets
        return None

    def _immediate(self, op: Op, kind: str) -> Immediate:
        chance = self.chance
        match kind:
            case "labelidx":
                return self._label(op)
            case "labelidxs":
                return tuple([self._label(op) for _ in range(chance.below(6))])
            case "localidx":
                return chance.below(len(self.locals)) if self.locals else None
            case "reftype":
                return self.world.open(chance.pick(self.world.references))
            case "funcidx":
                good = self.world.leading_to(self.type.results)
                return chance.pick(good) if good else None
            case "typeidx":
                types = self.world.types_leading_to(self.type.results)
                return chance.pick(types) if types else None
            case _:
                space = self.rows.space(op, kind)
                return chance.pick(space) if space else None

    def _label(self, op: Op) -> int:
        """A label; for branches by a reference rather one that takes a reference."""
        n = len(self.labels)
        if op.rule.startswith("br_on") and self.random() < 0.8:
            good = [
                n - 1 - k for k, ts in enumerate(self.labels) if ts and isinstance(ts[-1], RefType)
            ]
            if good:
                return self.chance.pick(good)
        return self.chance.below(n) if self.random() < 0.6 else self.chance.below(min(n, 2))

    @abstractmethod
    def statement(self, d: int) -> None:
        """Something that leaves the stack as it was."""

    @abstractmethod
    def leave(self, d: int) -> None:
        """An instruction after which nothing of the block runs."""

    @abstractmethod
    def block(self, ts: ResultType, d: int) -> None:
        """A block that gives `ts`."""
