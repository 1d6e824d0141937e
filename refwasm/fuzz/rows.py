"""Which instructions a module can have, by what they give: the rows of the table, with immediates.

Immediates that name something are tried all; the generated validator says which are valid and what
the types then are. So a new row is found here as soon as it is in the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

from refwasm.errors import Invalid, require
from refwasm.generated import opcodes
from refwasm.generated.validator import SIGNATURE, TYPING
from refwasm.syntax.features import Features
from refwasm.syntax.instructions import Immediate, Instr, MemArg, Op
from refwasm.syntax.types import (
    ANY,
    ARRAY,
    BOT,
    EQ,
    EXN,
    EXTERN,
    FUNC,
    I31,
    NOEXN,
    NOEXTERN,
    NOFUNC,
    NONE,
    STRUCT,
    AbsHeapType,
    ArrayType,
    FuncType,
    NumType,
    RefType,
    ResultType,
    StructType,
    ValType,
)
from refwasm.validation.context import Context, Typing
from refwasm.validation.matching import match_resulttype, match_valtype
from refwasm.validation.runs import Items, each

WITH_GC = (ANY, EQ, I31, STRUCT, ARRAY, NONE, FUNC, NOFUNC, EXN, NOEXN, EXTERN, NOEXTERN)
OPS: tuple[Op, ...] = tuple(op for op in vars(opcodes).values() if isinstance(op, Op))

# Kinds of immediates that depend on the place: rows that have one are for bodies to complete.
OF_PLACE = ("blocktype", "catches", "labelidx", "labelidxs", "localidx")
# Kinds whose values matter to no premise, chosen anew at each site.
OF_VALUE = ("i32", "i64", "f32", "f64", "v128", "laneidxs")

_NAMED = re.compile(r"(\*?)(\w+):((?:\w+)?\([^()]*\)|\S+)")


class Site(NamedTuple):
    """A row with immediates, its types, and how each operand is best made; see `hints`."""

    instr: Instr
    params: ResultType
    results: ResultType | None
    hints: tuple[str, ...]
    varies: bool  # it has immediates that are chosen anew


class Premises(Context):
    """The context of no particular place: what is found on the stack is `found`."""

    found: ValType = BOT
    asked = False
    labels: Sequence[ResultType | None] = ()

    def any_valtype(self, depth: int) -> ValType:
        self.asked = True
        return self.found

    def any_numvectype(self, *depths: int) -> ValType:
        self.asked = True
        require(not isinstance(self.found, RefType), "type mismatch")
        return self.found

    def any_reftype(self, depth: int) -> RefType:
        self.asked = True
        if not isinstance(self.found, RefType):
            raise Invalid("type mismatch")
        return self.found

    def repeat(self, t: ValType, n: int) -> ResultType:
        return (t,) * n

    def label(self, l: int) -> ResultType:
        """The types of label `l`, if it may be branched to."""
        ts = self.labels[-1 - l] if l < len(self.labels) else None
        if ts is None:
            raise Invalid("unknown label")
        return ts

    def any_labels(self, ls: tuple[int, ...], depth: int) -> ResultType:
        ts = self.label(ls[-1])
        require(all(match_resulttype(ts, self.label(l)) for l in ls), "type mismatch")
        return ts


def heaptypes(features: Features) -> tuple[AbsHeapType, ...]:
    """The abstract heap types that `features` have."""
    if "gc" in features:
        return WITH_GC
    return (FUNC, EXTERN, EXN) if "exceptions" in features else (FUNC, EXTERN)


def hints(op: Op, params: ResultType) -> tuple[str, ...]:
    """How the operands of `op` are best made: most values of an address would trap, say.

    `index` is an integer that is small, or some address; `length` always a small one; `growth`
    mostly within the maximum; `divisor` seldom zero; `number` a float that an integer can
    represent; `` anything.
    """
    named = [name for star, name, _ in _NAMED.findall(op.stack.partition("->")[0]) if not star]
    found = [""] * len(params)
    for k, name in enumerate(reversed(named), 1):
        t = params[-k] if k <= len(params) else None
        if not isinstance(t, NumType):
            continue
        integer = t.name[0] == "i"
        if "integer divide by zero" in op.traps:
            found[-k] = "divisor" if k == 1 else ""
        elif integer and name in ("i", "j", "n", "i1", "i2") and op.traps:
            found[-k] = "index" if op.rule[0] in "mlsv" else "slot"
        elif integer and name == "n" and op.rule.startswith("array.new"):
            found[-k] = "length"
        elif integer and name == "n" and op.rule.endswith(".grow"):
            found[-k] = "growth"
        elif op.traps and not integer and op.rule == "cvtop":
            found[-k] = "number"
    return tuple(found)


def resource(op: Op) -> str:
    """What `op` has to do with, besides its operands: the first word of rows that may change it."""
    if any(kind.startswith("memarg") for _, kind in op.immediates):
        return "memory"
    return op.name.partition(".")[0]


def flat(ts: Items) -> ResultType:
    """The types that `ts` are."""
    return tuple(each(ts))  # type: ignore[arg-type]  # value types among items are value types


def site_of(instr: Instr, typing: Typing, varies: bool) -> Site:
    """The site of `instr`, whose types are `typing`."""
    params = flat(typing.params)
    results = None if typing.results is None else flat(typing.results)
    return Site(instr, params, results, hints(instr.op, params), varies)


KEPT = ("memory", "table", "global")
RESOURCES = (*KEPT, "struct", "array")
FATAL = ("index", "slot", "divisor", "number")  # hints of operands that can be made to trap


def fatal(site: Site) -> list[int]:
    """The operands of which one value is known to make `site` trap."""
    null = any(text.startswith("null") for text in site.instr.op.traps)
    return [
        k
        for k, (t, hint) in enumerate(zip(site.params, site.hints, strict=True))
        if hint in FATAL or (null and isinstance(t, RefType) and t.null)
    ]


def first(site: Site) -> Immediate:
    """The item or type that `site` names first."""
    args = site.instr.args
    return args[0].x if args and isinstance(args[0], MemArg) else args[0] if args else None


class Rows:
    """All sites of the context `C`, whose value types in use are `pool`; `written` is one as syntax."""

    def __init__(self, C: Premises, pool: Sequence[ValType], written: Callable[[ValType], ValType]):
        self.C = C
        self.pool = list(dict.fromkeys(pool))
        self.sites: dict[Op, list[Site]] = {}
        named = range(len(C.types)) if "function-references" in C.features else ()
        self.spaces: dict[str, Sequence[Immediate]] = {
            "funcidx": range(len(C.funcs)),
            "tableidx": range(len(C.tables)),
            "tagidx": range(len(C.tags)),
            "globalidx": range(1, len(C.globals)),  # the first is the fuel
            "elemidx": range(len(C.elems)),
            "memidx": range(len(C.mems)),
            "dataidx": range(C.datas),
            "heaptype": (*heaptypes(C.features), *named),
            "fieldidx": range(8),
            "laneidx": range(16),
            "u32": range(4),
            "resulttypes": [(written(t),) for t in self.pool],
        }
        self.sorts = {
            sort: [x for x, dt in enumerate(C.types) if isinstance(dt.comp, of)]
            for sort, of in (("struct", StructType), ("array", ArrayType), ("", FuncType))
        }
        self.of_place: list[Op] = []
        for op in OPS:
            if not op.lacks(C.features.on) and not op.opens and not op.closes:
                self._add(op)
        self._producers: dict[ValType, list[list[Site]]] = {}
        self._failing: dict[ValType, list[list[Site]]] = {}

    def prefer(self, promising: Callable[[Site], bool]) -> None:
        """Leave only one in ten sites of a row that are not `promising`, if there are others."""
        for op, sites in self.sites.items():
            good = [site for site in sites if promising(site)]
            if good:
                poor = [site for site in sites if not promising(site)]
                self.sites[op] = good + poor[: 1 + len(good) // 10]
        self.leaving = [s for s in self.sites.values() if s[0].results is None]
        self.steady = [s for s in self.sites.values() if s[0].results is not None]
        giving = [s for s in self.steady if s[0].results]
        moved = [s for s in giving if s[0].instr.op.traps or resource(s[0].instr.op) in RESOURCES]
        self.giving = giving + moved * 3
        self.trapping = [good for s in self.steady if (good := [x for x in s if fatal(x)])]
        self.several = [s for s in self.steady if len(s[0].params) > 1]
        self._writers: dict[str, list[list[Site]]] = {}
        for sites in self.steady:
            op = sites[0].instr.op
            if not sites[0].results or op.rule.endswith(".grow"):
                self._writers.setdefault(resource(op), []).append(sites)

        self.reading = [  # what depends on the store alone
            s for s in giving if not s[0].params and resource(s[0].instr.op) in KEPT
        ]

    def writers(self, op: Op) -> list[list[Site]]:
        """Rows that may change that on which `op` depends."""
        found = self._writers.get(resource(op), [])
        if op.rule.endswith(".size"):
            return [sites for sites in found if sites[0].instr.op.rule.endswith(".grow")]
        return found

    def _add(self, op: Op) -> None:
        kinds = [kind for _, kind in op.immediates]
        if "dataidx" in kinds and "bulk-memory" not in self.C.features:
            return  # the count of segments, which this needs in a binary, came with that
        if any(kind in OF_PLACE for kind in kinds) or op.rule.startswith("return"):
            self.of_place.append(op)
            return
        found = self._found(op, kinds)
        if found:
            self.sites[op] = found

    def _found(self, op: Op, kinds: list[str]) -> list[Site]:
        varies = any(kind in OF_VALUE or kind.startswith("memarg") for kind in kinds)
        if op in SIGNATURE:
            params, results = SIGNATURE[op]
            return [Site(Instr(op, (0,) * len(kinds)), params, results, hints(op, params), varies)]
        found: list[Site] = []
        for args in product(*(self.space(op, kind) for kind in kinds)):
            self.C.asked = False
            self.C.found = self.pool[0]
            self._try(op, args, varies, found)
            if self.C.asked:
                for t in self.pool[1:]:
                    self.C.found = t
                    self._try(op, args, varies, found)
        return found

    def space(self, op: Op, kind: str) -> Sequence[Immediate]:
        """What an immediate of `op` may be; types of the sort that its name speaks of."""
        if kind == "typeidx":
            return self.sorts.get(op.name.partition(".")[0], self.sorts[""])
        if kind.startswith("memarg"):
            return [MemArg(x, 0, 0) for x in range(len(self.C.mems))]
        if kind == "laneidxs":
            return [tuple(range(16))]
        return self.spaces[kind]

    def _try(self, op: Op, args: tuple[Immediate, ...], varies: bool, found: list[Site]) -> None:
        try:
            typing = TYPING[op](self.C, *args)
        except Invalid:
            return
        site = site_of(Instr(op, args), typing, varies)
        if all(map(inhabited, site.params)):
            found.append(site)

    def failing(self, t: ValType) -> list[list[Site]]:
        """Those of the producers of `t` that can be made to trap."""
        found = self._failing.get(t)
        if found is None:
            good = ([s for s in sites if fatal(s)] for sites in self.producers(t))
            found = self._failing[t] = [sites for sites in good if sites]
        return found

    def producers(self, t: ValType) -> list[list[Site]]:
        """The sites whose first result is a `t`, by row."""
        found = self._producers.get(t)
        if found is None:
            good = (
                [s for s in sites if s.results and match_valtype(s.results[0], t)]
                for sites in self.sites.values()
            )
            found = self._producers[t] = [sites for sites in good if sites]
        return found


def inhabited(t: ValType) -> bool:
    """Whether bodies can make a value of type `t`."""
    return not isinstance(t, RefType) or t.null or t.heap not in NEVER


NEVER = frozenset((NONE, NOFUNC, NOEXN, NOEXTERN, EXN))
