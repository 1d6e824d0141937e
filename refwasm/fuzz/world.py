"""What the bodies of a random module find: types, memories, tables, globals, tags, segments."""

from __future__ import annotations

from collections.abc import Sequence

from refwasm.fuzz.chance import Chance
from refwasm.fuzz.options import Options
from refwasm.fuzz.rows import Premises, Rows, Site, flat
from refwasm.fuzz.types import NUMBERS, random_types
from refwasm.generated import opcodes as o
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.instructions import BlockType, Expr, Instr, Op
from refwasm.syntax.modules import (
    Active,
    Data,
    Elem,
    Export,
    Func,
    Global,
    Kind,
    Memory,
    Mode,
    Module,
    SegmentMode,
    Table,
    Tag,
)
from refwasm.syntax.types import (
    ANY,
    ANYREF,
    ARRAY,
    EQ,
    EXTERN,
    EXTERNREF,
    F32,
    F64,
    FUNC,
    FUNCREF,
    I31,
    I32,
    I64,
    STRUCT,
    V128,
    ArrayType,
    FuncType,
    GlobalType,
    HeapType,
    Limits,
    MemType,
    NumType,
    RefType,
    ResultType,
    StructType,
    TableType,
    TagType,
    ValType,
)
from refwasm.validation.matching import match_deftype, match_resulttype, match_valtype
from refwasm.validation.modules import ValidModule, validate_module
from refwasm.validation.types import defaultable, unpacked

END = Instr(o.END, ())
CONVERT = Instr(o.EXTERN_CONVERT_ANY, ())
CONST: dict[ValType, Op] = {
    I32: o.I32_CONST,
    I64: o.I64_CONST,
    F32: o.F32_CONST,
    F64: o.F64_CONST,
    V128: o.V128_CONST,
}
CALLS = (o.CALL, o.CALL_REF, o.CALL_INDIRECT)
FUEL, TRAIL = 0, 1  # globals: calls and rounds of loops that are left; what has had effects


class World:
    """A module but for its bodies, which many modules may share.

    `signatures` are the types of its functions: first those that have effects, one for each number
    type, then the random ones. `types` are the types in use, closed, the likely ones repeatedly.
    """

    def __init__(self, seed: int, options: Options):
        self.options = options
        self.features = options.features
        self.chance = Chance(seed)
        written = random_types(self.chance, options)
        count = max(1, options.functions)
        self.signatures = [written.known[FuncType((t,), (t,))] for t in NUMBERS]
        self.signatures += self.chance.some(written.bodies, count, count)
        if "function-references" in self.features:
            some = self.chance.some(self.signatures, 3, 3)
            written.values += [RefType(self.chance.odds(0.6), x) for x in some]
        self.groups = tuple(written.groups)
        self._close()
        close = self.C.close
        self.types = [close(t) for t in written.values]
        self.index: dict[DefType, int] = {}
        for x, deftype in enumerate(self.C.types):
            self.index.setdefault(deftype, x)
        self.C.refs = set(range(len(self.signatures)))
        self.C.funcs.extend(self.C.types[x] for x in self.signatures)
        self.module = self._items(written.tags)
        self._learn(validate_module(self.module, features=self.features))
        self.functypes: list[tuple[int, ResultType, ResultType]] = []
        for x in written.functions:
            ts1, ts2 = self.C.functype(x)
            self.functypes.append((x, flat(ts1), flat(ts2)))
        self.rows = Rows(self.C, self.types, self.open)
        self.references = [t for t in self.rows.pool if isinstance(t, RefType)]
        self.aggregates = [
            t
            for t in self.references
            if isinstance(t.heap, DefType) and not isinstance(t.heap.comp, FuncType)
        ]
        self._writable: dict[ValType, list[int]] = {}
        self._non_null: dict[RefType, RefType] = {}
        self._callers: dict[ValType, list[list[Site]]] = {}
        self._blocktypes: dict[ResultType, list[tuple[BlockType, ResultType]]] = {}
        self.rows.prefer(self._promising)

    def _close(self) -> None:
        """A context with the types."""
        valid = validate_module(Module(types=self.groups), features=self.features)
        self.C = Premises(self.features)
        self.C.types.extend(valid.types)

    def _learn(self, valid: ValidModule) -> None:
        """The context of the bodies."""
        C = self.C
        C.tables.extend(valid.tables)
        C.mems.extend(valid.mems)
        C.globals.extend(valid.globals)
        C.tags.extend(valid.tags)
        C.elems.extend(C.reftype(elem.type) for elem in self.module.elems)
        C.datas = len(self.module.datas)

    def writable(self, t: ValType) -> list[int]:
        """The globals that a `t` may be written to, other than the fuel."""
        found = self._writable.get(t)
        if found is None:
            found = self._writable[t] = [
                x
                for x, gt in enumerate(self.C.globals)
                if x != FUEL and gt.mutable and match_valtype(t, gt.type)
            ]
        return found

    def _promising(self, site: Site) -> bool:
        """Whether `site` can do anything but trap."""
        op, args = site.instr
        if op is o.CALL_INDIRECT:
            x, y = args
            assert isinstance(x, int) and isinstance(y, int)
            return bool(self.callees(x, y))
        ts = site.params if op.rule != "ref.cast" else site.results or ()
        return not any(isinstance(t, RefType) and self.non_null(t).null for t in ts)

    def non_null(self, t: RefType) -> RefType:
        """`t` without null, if it then has values that can be made."""
        found = self._non_null.get(t)
        if found is None:
            makes = bool(self._reference(t.heap, Chance(0)))
            found = self._non_null[t] = self.C.reftype(RefType(not makes, t.heap))
        return found

    def inhabited(self, t: ValType) -> bool:
        """Whether values of type `t` can be made."""
        return not isinstance(t, RefType) or t.null or not self.non_null(t).null

    def callers(self, t: ValType) -> list[list[Site]]:
        """The calls whose first result is a `t`, by row."""
        found = self._callers.get(t)
        if found is None:
            rows = self.rows.producers(t)
            found = self._callers[t] = [sites for sites in rows if sites[0].instr.op in CALLS]
        return found

    def blocktypes(self, ts: ResultType) -> list[tuple[BlockType, ResultType]]:
        """The types of blocks that give `ts`, and what such a block takes."""
        found = self._blocktypes.get(ts)
        if found is None:
            found = [(x, ts1) for x, ts1, ts2 in self.functypes if ts2 == ts]
            if "multi-value" not in self.features:
                found = []
            if len(ts) < 2:
                short = self.open(ts[0]) if ts else None
                found = [*found, *[(short, ())] * (1 + len(found))]
            self._blocktypes[ts] = found
        return found

    def callees(self, x: int, y: int) -> list[int]:
        """The slots of table `x` that began with a function of type `y`."""
        C = self.C
        slots = enumerate(self.slots.get(x, ()))
        return [i for i, f in slots if match_deftype(C.funcs[f], C.types[y])]

    def leading_to(self, ts: ResultType) -> list[int]:
        """The functions whose results match `ts`."""
        return [
            x for x in range(len(self.C.funcs)) if match_resulttype(flat(self.C.func(x)[1]), ts)
        ]

    def types_leading_to(self, ts: ResultType) -> list[int]:
        """The function types whose results match `ts`."""
        return [x for x, _, ts2 in self.functypes if match_resulttype(ts2, ts)]

    # Items

    def _items(self, tags: Sequence[int]) -> Module:
        mems = self._memories()
        tables = self._tables()
        types = [TagType(x) for x in tags]
        datas = [self._data(Active(0, self._at(mems[0].type.addr, 16)))]
        if "bulk-memory" in self.features:
            datas += [self._data(Mode.PASSIVE), self._data(Mode.PASSIVE)]
        bodies = [Func(x, (), Expr([Instr(o.UNREACHABLE, ()), END])) for x in self.signatures]
        exports = [
            Export(f"{letter}{x}", kind, x)
            for letter, kind, n in (
                ("f", Kind.FUNC, len(bodies)),
                ("m", Kind.MEMORY, len(mems)),
                ("t", Kind.TABLE, len(tables)),
            )
            for x in range(n)
        ]
        globals = self._globals()
        exports += [Export(f"g{x}", Kind.GLOBAL, x) for x in range(len(globals))]
        exports += [Export(f"e{x}", Kind.TAG, x) for x in range(len(types))]
        return Module(
            types=self.groups,
            tags=tuple(map(Tag, types)),
            globals=tuple(globals),
            mems=tuple(mems),
            tables=tuple(tables),
            funcs=tuple(bodies),
            datas=tuple(datas),
            elems=tuple(self._elems(tables)),
            exports=tuple(exports),
            data_count="bulk-memory" in self.features,
        )

    def _memories(self) -> list[Memory]:
        first, second = I32, I32
        if "memory64" in self.features:
            first, second = (I64, I32) if self.chance.odds(0.25) else (I32, I64)
        found = [Memory(MemType(first, Limits(1, 3)))]
        if "multi-memory" in self.features:
            found.append(Memory(MemType(second, Limits(self.chance.below(2), 2))))
        return found

    def _tables(self) -> list[Table]:
        def table(at: NumType, rt: RefType) -> Table:
            least = 6 + self.chance.below(5)
            return Table(TableType(at, Limits(least, least + self.chance.below(8)), rt), None)

        found = [table(I32, FUNCREF)]
        if "reference-types" in self.features:
            found.append(table(I32, EXTERNREF))
        if "function-references" in self.features:
            at = I64 if "memory64" in self.features else I32
            found.append(table(at, RefType(True, self.chance.pick(self.signatures))))
        if "gc" in self.features:
            found.append(table(self.chance.pick((I32, found[-1].type.addr)), ANYREF))
        return found

    def _globals(self) -> list[Global]:
        found = [GlobalType(True, I32), GlobalType(True, I64)]
        found += [GlobalType(True, t) for t in NUMBERS]
        for t in dict.fromkeys(self.types):
            found += [GlobalType(self.chance.odds(0.85), self.open(t))] * self.chance.odds(0.6)
        return [Global(gt, Expr([*self.leaf(self.C.close(gt.type)), END])) for gt in found]

    def _data(self, mode: SegmentMode) -> Data:
        return Data(bytes(self.chance.below(256) for _ in range(8 + self.chance.below(40))), mode)

    def _at(self, at: NumType, i: int) -> Expr:
        return Expr([Instr(CONST[at], (i,)), END])

    def _elems(self, tables: Sequence[Table]) -> list[Elem]:
        """Functions for the tables, all functions declared, and segments that bodies copy from.

        `slots` says at which index of a table which functions begin.
        """
        some = self.chance.some
        everybody = range(len(self.signatures))
        self.slots: dict[int, Sequence[int]] = {}
        found = []
        for x, table in enumerate(tables):
            elem = table.type.elem
            if elem == FUNCREF or isinstance(elem.heap, int):
                good = [y for y in everybody if elem == FUNCREF or self._is(y, elem.heap)]
                self.slots[x] = some(good, 5, 6)
                mode = Active(x, self._at(table.type.addr, 0))
                found.append(self._functions(elem, self.slots[x], mode))
        if "reference-types" in self.features:
            found.append(self._functions(FUNCREF, everybody, Mode.DECLARATIVE))
        if "bulk-memory" in self.features:
            found.append(self._functions(FUNCREF, some(everybody, 3, 6), Mode.PASSIVE))
        if "bulk-memory" in self.features and "gc" in self.features:
            for rt in (ANYREF, RefType(False, STRUCT), EXTERNREF):
                inits = [Expr([*self.leaf(rt), END]) for _ in range(3 + self.chance.below(3))]
                found.append(Elem(rt, tuple(inits), Mode.PASSIVE))
        return found

    def _is(self, y: int, ht: HeapType) -> bool:
        """Whether function `y` is of the heap type `ht`, an index."""
        assert isinstance(ht, int)
        return match_deftype(self.C.funcs[y], self.C.types[ht])

    def _functions(self, rt: RefType, xs: Sequence[int], mode: SegmentMode) -> Elem:
        rt = RefType(False, FUNC) if rt == FUNCREF else rt  # as segments of 1.0 have it
        return Elem(rt, tuple(Expr([Instr(o.REF_FUNC, (x,)), END]) for x in xs), mode)

    # Types and constants

    def open(self, t: ValType) -> ValType:
        """`t` as syntax: with indices."""
        if isinstance(t, RefType) and isinstance(t.heap, DefType):
            return RefType(t.null, self.index[t.heap])
        return t

    def leaf(self, t: ValType, chance: Chance | None = None) -> list[Instr]:
        """A constant expression that gives a `t`, without its end."""
        chance = chance or self.chance
        if not isinstance(t, RefType):
            return [Instr(CONST[t], (chance.number(t),))]  # type: ignore[arg-type]  # no bottom
        if t.null and chance.odds(0.3):
            return [self.null(t)]
        return self._reference(self._defined(t.heap), chance) or [self.null(t)]

    def null(self, t: RefType) -> Instr:
        """The null of type `t`."""
        ht = self.open(t).heap  # type: ignore[union-attr]  # a reference stays one
        return Instr(o.REF_NULL, (ht,))

    def _defined(self, ht: HeapType) -> HeapType:
        return self.C.types[ht] if isinstance(ht, int) else ht

    def _reference(self, ht: HeapType, chance: Chance) -> list[Instr]:
        """A constant expression for a reference to `ht` that is not null; nothing if there is none."""
        features = self.features
        if isinstance(ht, DefType):
            return self._instance(ht, chance)
        if ht is FUNC:
            return [Instr(o.REF_FUNC, (chance.below(len(self.signatures)),))]
        if "gc" not in features:
            return []
        if ht in (ANY, EQ, I31):
            return [Instr(o.I32_CONST, (chance.integer(32),)), Instr(o.REF_I31, ())]
        if ht is EXTERN:
            return [*self._reference(chance.pick((I31, STRUCT)), chance), CONVERT]
        sort = StructType if ht is STRUCT else ArrayType if ht is ARRAY else None
        good = [dt for dt in self.C.types if sort and isinstance(dt.comp, sort)]
        return self._instance(chance.pick(good), chance) if good else []

    def _instance(self, deftype: DefType, chance: Chance) -> list[Instr]:
        x = self.index[deftype]
        match deftype.comp:
            case FuncType():
                good = [y for y, dt in enumerate(self.C.funcs) if match_deftype(dt, deftype)]
                return [Instr(o.REF_FUNC, (chance.pick(good),))] if good else []
            case StructType(fields):
                zts = tuple(f.storage for f in fields)
                if all(map(defaultable, zts)) and chance.odds(0.7):
                    return [Instr(o.STRUCT_NEW_DEFAULT, (x,))]
                args = [i for t in map(unpacked, zts) for i in self._field(t, chance)]
                return [*args, Instr(o.STRUCT_NEW, (x,))]
            case ArrayType(f):
                n = chance.below(6)
                args = [i for _ in range(n) for i in self._field(unpacked(f.storage), chance)]
                return [*args, Instr(o.ARRAY_NEW_FIXED, (x, n))]

    def _field(self, t: ValType, chance: Chance) -> list[Instr]:
        """A constant for a field, null where it can be: types may be recursive."""
        nullable = isinstance(t, RefType) and t.null
        return [self.null(t)] if nullable else self.leaf(t, chance)  # type: ignore[arg-type]  # so it is
