"""Blocks at random: of every kind, with parameters and results, and branches out of them."""

from __future__ import annotations

from refwasm.fuzz.expressions import Expressions
from refwasm.fuzz.rows import flat
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import BlockType, Catch, Op
from refwasm.syntax.types import EXNREF, I32, ResultType
from refwasm.validation.matching import match_resulttype


class Blocks(Expressions):
    """Blocks that give wanted types."""

    def block(self, ts: ResultType, d: int) -> None:
        """A block that gives `ts`."""
        found = self.world.blocktypes(ts)
        if not found or self.left <= 0 or len(self.labels) > 60:
            for t in ts:
                self.simple(t)
            return
        bt, params = self.chance.pick(found)
        r = self.random()
        if r < 0.04:
            self.switch(bt, params, ts, d)
        elif r < 0.3:
            self.plain(bt, params, ts, d)
        elif r < 0.62:
            self.if_(bt, params, ts, d)
        elif r < 0.80:
            self.loop(bt, params, ts, d)
        else:
            self.guarded(ts, d)

    def inside(self, params: ResultType, ts: ResultType, label: ResultType | None, d: int) -> None:
        """What a block holds, or a branch of one, without its end."""
        mark = self.C.locals.mark()
        self.labels.append(label)
        if params and (params != ts or self.random() < 0.5):
            self.consume(params)
            params = ()
        for _ in range(self.chance.pick((0, 1, 1, 2, 3))):
            if self.left > 0:
                self.statement(d)
        if params != ts or not ts:
            if self.random() < 0.08:
                self.leave(d)
                if self.random() < 0.4:
                    self.exprs(ts, 1)
            else:
                self.exprs(ts, d)
        self.labels.pop()
        self.C.locals.reset(mark)

    def plain(self, bt: BlockType, params: ResultType, ts: ResultType, d: int) -> None:
        self.exprs(params, d)
        self.emit(o.BLOCK, bt)
        self.inside(params, ts, ts, d)
        self.emit(o.END)

    def switch(self, bt: BlockType, params: ResultType, ts: ResultType, d: int) -> None:
        """Blocks that begin one within the other, around a choice of one; a case after each end."""
        if params:
            self.plain(bt, params, ts, d)
            return
        n = 2 + self.chance.below(6)
        for _ in range(n):
            self.emit(o.BLOCK, bt)
            self.labels.append(ts)
        self.exprs(ts, 1)
        self.expr(I32, 1)
        self.const(I32, 7)
        self.emit(o.I32_AND)
        table = list(range(n))
        if self.random() < 0.3:
            table += [self.chance.below(n), self.chance.below(n)]
        *ls, default = table
        self.emit(o.BR_TABLE, tuple(ls), default)
        for left in reversed(range(n)):
            self.labels.pop()
            self.emit(o.END)
            if left:
                self._case(ts, left - 1, d)

    def _case(self, ts: ResultType, outermost: int, d: int) -> None:
        """A case: it ends in a branch, mostly out of the outermost block, or goes on to the next."""
        mark = self.C.locals.mark()
        self.consume(ts)
        for _ in range(self.chance.below(3)):
            self.statement(d)
        r = self.random()
        if r < 0.3:
            self.leave(d)
        else:
            self.exprs(ts, d)
            if r < 0.95:
                self.emit(o.BR, outermost)
        self.C.locals.reset(mark)

    def if_(self, bt: BlockType, params: ResultType, ts: ResultType, d: int) -> None:
        self.exprs(params, d)
        self.expr(I32, d)
        self.emit(o.IF, bt)
        self.inside(params, ts, ts, d)
        if params != ts or self.random() < 0.5:
            self.emit(o.ELSE)
            self.inside(params, ts, ts, d)
        self.emit(o.END)

    # Loops

    def loop(self, bt: BlockType, params: ResultType, ts: ResultType, d: int) -> None:
        """A loop that ends: by a count, or for want of fuel."""
        if self.random() < 0.4:
            self._counted(bt, params, ts, d)
        else:
            self._fuelled(bt, params, ts, d)

    def _counted(self, bt: BlockType, params: ResultType, ts: ResultType, d: int) -> None:
        """A loop to which nothing else goes back."""
        counter = self.another(I32)
        self.const(I32, 1 + self.chance.below(4))
        self.emit(o.LOCAL_SET, counter)
        self.exprs(params, d)
        self.emit(o.LOOP, bt)
        self.inside(params, params, None, d)
        self.emit(o.LOCAL_GET, counter)
        self.const(I32, 1)
        self.emit(o.I32_SUB)
        self.emit(o.LOCAL_TEE, counter)
        self.emit(o.BR_IF, 0)
        self.consume(params)
        mark = self.C.locals.mark()
        self.labels.append(None)
        for t in ts:
            self.expr(t, min(d, 1))
        self.labels.pop()
        self.C.locals.reset(mark)
        self.emit(o.END)

    def _fuelled(self, bt: BlockType, params: ResultType, ts: ResultType, d: int) -> None:
        """A loop to which any branch may go back; a block around it is left without fuel."""
        around = [bt for bt, ts1 in self.world.blocktypes(ts) if not ts1]
        if not around:
            self._counted(bt, params, ts, d)
            return
        self.emit(o.BLOCK, around[0])
        self.labels.append(ts)
        self.exprs(params, d)
        self.emit(o.LOOP, bt)
        self.unless_fuelled(ts, o.BR, 2)
        mark = self.C.locals.mark()
        self.labels.append(params)
        self.consume(params)
        for _ in range(self.chance.pick((1, 2, 3))):
            self.statement(d)
        if self.random() < 0.6:
            self.exprs(params, min(d, 1))
            self.expr(I32, d)
            self.emit(o.BR_IF, 0)
            self.consume(params)
        self.exprs(ts, d)
        self.labels.pop()
        self.C.locals.reset(mark)
        self.emit(o.END)
        self.labels.pop()
        self.emit(o.END)

    # Exceptions

    def guarded(self, ts: ResultType, d: int) -> None:
        """A block that gives `ts` and handles exceptions, if the features have any."""
        bt = next((bt for bt, ts1 in self.world.blocktypes(ts) if not ts1), ...)
        if bt is ... or "exceptions" not in self.world.features:
            found = self.world.blocktypes(ts)
            self.plain(*self.chance.pick(found), ts, d)
        elif "legacy-exceptions" in self.world.features and self.random() < 0.5:
            self._legacy(bt, ts, d)
        else:
            self._try_table(bt, ts, d)

    def _clause(self) -> tuple[str, int | None, ResultType]:
        """A clause, and what its label has to take."""
        kind = self.chance.pick(("catch", "catch_ref", "catch_all", "catch_all_ref"))
        x = None if "all" in kind else self.chance.below(len(self.C.tags))
        ts = () if x is None else flat(self.C.tag(x))
        return kind, x, (*ts, EXNREF) if "ref" in kind else ts

    def _try_table(self, bt: BlockType, ts: ResultType, d: int) -> None:
        """Its own handler is the rest of the block around; others are labels further out."""
        kind, x, caught = self._clause()
        own = [bt for bt, ts1 in self.world.blocktypes(caught) if not ts1]
        self.emit(o.BLOCK, bt)
        self.labels.append(ts)
        clauses = []
        if own:
            self.emit(o.BLOCK, own[0])
            self.labels.append(caught)
            clauses.append(Catch(kind, x, 0))
        for _ in range(self.chance.below(3)):
            kind, x, wanted = self._clause()
            n = len(self.labels)
            good = [
                n - 1 - k
                for k, label in enumerate(self.labels)
                if label is not None and match_resulttype(wanted, label)
            ]
            if good:
                clauses.insert(self.chance.below(2), Catch(kind, x, self.chance.pick(good)))
        self.emit(o.TRY_TABLE, bt, tuple(clauses))
        self.labels.append(ts)
        if self.random() < 0.5:
            self.throw(d)
        self.labels.pop()
        self.inside((), ts, ts, d)
        self.emit(o.END)
        if own:
            self.emit(o.BR, 1)
            self.labels.pop()
            self.emit(o.END)
            self.consume(caught)
            self.exprs(ts, d)
        self.labels.pop()
        self.emit(o.END)

    def throw(self, d: int) -> None:
        """An exception, under some condition."""
        sites = self.rows.sites.get(o.THROW)
        if sites:
            self.expr(I32, d)
            self.emit(o.IF, None)
            self.labels.append(())
            self.apply(self.chance.pick(sites), d)
            self.labels.pop()
            self.emit(o.END)

    def _legacy(self, bt: BlockType, ts: ResultType, d: int) -> None:
        self.emit(o.TRY, bt)
        self.labels.append(ts)
        self.throw(d)
        self.labels.pop()
        self.inside((), ts, ts, d)
        if self.random() < 0.25:
            self.emit(o.DELEGATE, self.chance.below(len(self.labels)))
            return
        arms: list[tuple[Op, int | None]] = [
            (o.CATCH, x) for x in self.chance.some(range(len(self.C.tags)), 0, 2)
        ]
        if self.random() < 0.6:
            arms.append((o.CATCH_ALL, None))
        for op, x in arms:
            self.emit(op, *(() if x is None else (x,)))
            mark = self.C.locals.mark()
            self.consume(() if x is None else flat(self.C.tag(x)))
            self.labels.append(ts)
            self.statement(d)
            if self.random() < 0.3:
                self.expr(I32, d)
                self.emit(o.IF, None)
                self.emit(o.RETHROW, 1)
                self.emit(o.END)
            self.exprs(ts, d)
            self.labels.pop()
            self.C.locals.reset(mark)
        self.emit(o.END)
