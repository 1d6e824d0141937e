"""Random bodies: statements around expressions and blocks, in several shapes."""

from __future__ import annotations

from refwasm.fuzz.blocks import Blocks
from refwasm.fuzz.chance import Chance
from refwasm.fuzz.emit import AND, STORE
from refwasm.fuzz.options import SHAPES
from refwasm.fuzz.rows import Site, fatal, first
from refwasm.fuzz.types import NUMBERS
from refwasm.fuzz.world import FUEL, World
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Expr, MemArg
from refwasm.syntax.modules import Func
from refwasm.syntax.types import I32, V128, NumType, RefType, ValType


class Body(Blocks):
    """A body of statements, then its results."""

    def __init__(self, world: World, x: int, chance: Chance):
        super().__init__(world, x, chance)
        leaving = {o.BR, o.BR_TABLE}
        placed = [op for op in self.rows.of_place if op is not o.RETHROW]
        self.going = [op for op in placed if op in leaving or op.rule.startswith("return")]
        self.kept = 0  # bytes of memory that are written in one place only
        self.staying = [op for op in placed if op not in self.going]

    def write(self, index: int) -> Func:
        """The function, of type `index`."""
        chance, options = self.chance, self.world.options
        shape = options.shape
        if shape == "mixed":
            shape = SHAPES[1 + chance.below(4)] if chance.odds(0.08) else "mixed"
        self.declare(self._locals(shape))
        for x in range(len(self.type.params), min(len(self.locals), 40)):
            t = self.locals[x]
            if isinstance(t, RefType) and self.world.inhabited(t) and self.random() < 0.6:
                self.leaf(self.world.non_null(t))
                self.emit(o.LOCAL_SET, x)
                self.C.locals.set(x)
        size = max(4, int(options.size * (0.2 + 1.2 * self.random())))
        match shape:
            case "straight":
                self.left = size * 8
                while self.left > 0:
                    self.assign(1 + chance.below(2))
            case "nested":
                self.left = size * 2
                self.nest(5 + chance.below(30))
            case "deep":
                self.left = size * 3
                for t in chance.some(self.world.types[:8], 1, 3):
                    self.deep(t, 10 + chance.below(40))
                    self.consume((t,))
            case _:
                self.left = size
        d = 1 + chance.below(4)
        if chance.odds(0.5):
            self.ordered()
        while self.left > 0:
            self.statement(d)
        self.record()
        if chance.odds(0.6):
            self.ordered()
        self.left = size // 3
        self.exprs(self.type.results, min(d, 2))
        code = self.finish()
        return Func(index, self.runs(), Expr(code))

    def _locals(self, shape: str) -> list[ValType]:
        """Two of each number type, and some others; many, where that is the shape."""
        types = self.world.types
        own: list[ValType] = [*NUMBERS, *NUMBERS]
        if "simd" in self.world.features:
            own += [V128, V128]
        if "gc" in self.world.features:
            own += self.chance.some(self.world.aggregates, 3, 3)
        return [*own, *self.chance.some(types, 0, 200 if shape == "wide" else 5)]

    def record(self) -> None:
        """Write some locals to memory, where they can be seen."""
        at = self.C.mems[0].addr
        for x, t in enumerate(self.locals[:24]):
            if not isinstance(t, RefType) and self.random() < 0.5:
                self.const(at, 512 + 16 * x)
                self.emit(o.LOCAL_GET, x)
                self.emit(STORE[t], MemArg(0, 0, 0))

    # Wrong orders

    def ordered(self) -> None:
        """Something of which the order is seen, mostly for some amounts of fuel only: it may trap."""
        always = self.random() < 0.1
        if not always:
            self.emit(o.GLOBAL_GET, FUEL)
            self.const(I32, 1 << self.chance.below(3))
            self.emit(o.I32_AND)
            self.emit(o.IF, None)
            self.labels.append(())
        r = self.random()
        if r < 0.35:
            self.late()
        elif r < 0.45:
            self.changed()
        else:
            self.clash()
        if not always:
            self.labels.pop()
            self.emit(o.END)

    def late(self) -> None:
        """A row that traps, then something that would be seen, then the use of its value."""
        site = self.chance.pick(self.chance.pick(self.rows.trapping))
        self.failing(site)
        x = self.chance.below(len(NUMBERS))
        self.simple(NUMBERS[x])
        self.emit(o.CALL, x)
        self.emit(o.DROP)
        self.consume(site.results or ())

    def changed(self) -> None:
        """A row that only reads, then one that changes what it read, then the value is stored."""
        site = self.chance.pick(self.chance.pick(self.rows.reading))
        writer = self._like(site, self.chance.pick(self.rows.writers(site.instr.op)))
        [t] = site.results or ()
        if t not in STORE:
            return
        self._address()
        self.site(site)
        for t1, hint in zip(writer.params, writer.hints, strict=True):
            if hint == "growth":
                assert isinstance(t1, NumType)
                self.const(t1, 1)
            else:
                self.leaf(t1)
        self.site(writer)
        self.consume(writer.results or ())
        self.emit(STORE[t], MemArg(0, 0, 0))

    def clash(self) -> None:
        """A row of which two operands trap, or one and the row itself, mostly by different texts."""
        site = self.chance.pick(self.chance.pick(self.rows.several))
        n = len(site.params)
        first = self.chance.below(n - 1)
        second = first + 1 + self.chance.below(n - 1 - first)
        ways = fatal(site)
        for k, t in enumerate(site.params):
            if k in ways and self.random() < 0.3:
                self.wrong(t, site.hints[k])
            elif k in (first, second):
                self.trap(t)
            else:
                self.simple(t)
        self.site(site)
        self.consume(site.results or ())

    # Statements

    def statement(self, d: int) -> None:
        """Something that leaves the stack as it was."""
        if self.left <= 0:
            return
        self.left -= 1
        r = self.random()
        if r < 0.30:
            self.seen(self.chance.pick(self.chance.pick(self.rows.steady)), d)
        elif r < 0.52:
            self.disturbed(self.chance.pick(self.chance.pick(self.rows.giving)), d)
        elif r < 0.66:
            self.assign(d)
        elif r < 0.77:
            self.block((), d - 1)
        elif r < 0.83:
            self._several(d)
        elif r < 0.94:
            self.place(self.chance.pick(self.staying), d)
        else:
            self._leaving(d)

    def seen(self, site: Site, d: int) -> None:
        """A row whose results are written where nothing else writes, if they can be stored."""
        results = site.results or ()
        if len(results) == 1 and results[0] in STORE and self.random() < 0.6:
            self._address()
            self.apply(site, d)
            self.emit(STORE[results[0]], MemArg(0, 0, 0))
        else:
            self.apply(site, d)
            self.consume(results)

    def _address(self) -> None:
        self.kept += 16
        self.const(self.C.mems[0].addr, 4096 + self.kept)

    def disturbed(self, site: Site, d: int) -> None:
        """A row, then what may change that on which it depends, or stop, then the use of its value."""
        results = site.results or ()
        store = len(results) == 1 and results[0] in STORE
        if store:
            self._address()
        self.apply(site, d)
        r = self.random()
        if r < 0.6:
            writers = self.rows.writers(site.instr.op)
            if writers:
                writer = self._like(site, self.chance.pick(writers))
                self.apply(writer, 1)
                self.consume(writer.results or ())
            else:
                self.assign(1)
        elif r < 0.75:
            self.call(self.chance.pick(NUMBERS), 1)
            self.emit(o.DROP)
        elif r < 0.85:
            self.assign(1)
        elif r < 0.92:
            self._leaving(1)
        else:
            self.statement(d - 1)
        if store:
            self.emit(STORE[results[0]], MemArg(0, 0, 0))
        else:
            self.consume(results)

    def _like(self, site: Site, sites: list[Site]) -> Site:
        """One of `sites`, mostly of the same item of the module, or type, as `site`."""
        x = first(site)
        alike = [other for other in sites if first(other) == x]
        return self.chance.pick(alike if alike and self.random() < 0.8 else sites)

    def assign(self, d: int) -> None:
        """A value for a local."""
        if self.locals:
            x = self.chance.below(len(self.locals))
            if self.world.inhabited(self.locals[x]):
                self.expr(self.locals[x], d)
                self.emit(o.LOCAL_SET, x)
                self.C.locals.set(x)

    def _several(self, d: int) -> None:
        """A block of any type."""
        _, _, ts = self.chance.pick(self.world.functypes)
        if all(map(self.world.inhabited, ts)) and self.world.blocktypes(ts):
            self.block(ts, d - 1)
            self.consume(ts)

    def _leaving(self, d: int) -> None:
        """The rest is left, under some condition."""
        self.expr(I32, d)
        self.emit(o.IF, None)
        self.inside((), (), (), d - 1)
        self.labels.append(())
        self.leave(d)
        if self.random() < 0.3:
            self.statement(d - 1)
        self.labels.pop()
        self.emit(o.END)

    def leave(self, d: int) -> None:
        """An instruction after which nothing of the block runs."""
        r = self.random()
        if r < 0.8:
            op = self.chance.pick(self.going)
            if self.place(op, d):
                return
        if r < 0.97 and self.place(o.BR, d):
            return
        sites = self.chance.pick(self.rows.leaving)
        self.apply(self.chance.pick(sites), d)

    # Shapes

    def nest(self, n: int) -> None:
        """`n` blocks in one another, with branches out of the innermost by any number of levels."""
        if n <= 0 or self.left <= 0:
            for _ in range(3):
                self.expr(I32, 1)
                self.emit(o.IF, None)
                self.labels.append(())
                self.place(o.BR_TABLE, 1)
                self.labels.pop()
                self.emit(o.END)
            return
        _, _, ts = self.chance.pick(self.world.functypes)
        types = self.world.blocktypes(ts)
        if not types or not all(map(self.world.inhabited, ts)):
            ts, types = (), self.world.blocktypes(())
        bt, params = self.chance.pick(types)
        self.exprs(params, 1)
        self.emit(o.BLOCK, bt)
        self.labels.append(ts)
        self.consume(params)
        if self.random() < 0.5:
            self.place(self.chance.pick(self.staying), 1)
        self.nest(n - 1)
        self.statement(1)
        self.exprs(ts, 1)
        self.labels.pop()
        self.emit(o.END)
        self.consume(ts)

    def deep(self, t: ValType, d: int) -> None:
        """An expression of `d` rows in one another."""
        producers = [sites for sites in self.rows.producers(t) if sites[0].params]
        if d <= 0 or not producers:
            self.expr(t, 1)
            return
        site = self.chance.pick(self.chance.pick(producers))
        way = self.chance.below(len(site.params))
        for k, t1 in enumerate(site.params):
            if k == way and site.hints[k]:
                self.deep(t1, d - 1)
                if site.hints[k] != "number":
                    assert isinstance(t1, NumType)
                    self.const(t1, 15)
                    self.emit(AND[t1])
            elif k == way:
                self.deep(t1, d - 1)
            else:
                self.operand(t1, site.hints[k], 1)
        self.site(site)
        self.consume((site.results or ())[1:])
