"""The types of a random module: structures, arrays and functions, and the value types in use."""

from __future__ import annotations

from dataclasses import dataclass, field

from refwasm.fuzz.chance import Chance
from refwasm.fuzz.options import Options
from refwasm.syntax.types import (
    ANY,
    ANYREF,
    ARRAYREF,
    EQ,
    EQREF,
    EXN,
    EXNREF,
    EXTERN,
    EXTERNREF,
    F32,
    F64,
    FUNC,
    FUNCREF,
    I8,
    I16,
    I31,
    I31REF,
    I32,
    I64,
    NOEXTERN,
    NOFUNC,
    NONE,
    STRUCT,
    STRUCTREF,
    V128,
    ArrayType,
    CompType,
    FieldType,
    FuncType,
    NumType,
    RecType,
    RefType,
    ResultType,
    StorageType,
    StructType,
    SubType,
    ValType,
)

NUMBERS: tuple[NumType, ...] = (I32, I64, F32, F64)


@dataclass(slots=True)
class Types:
    """Types as a module writes them.

    `values` are those in use, the likely ones repeatedly; `functions` the indices of the function
    types, `bodies` of those that functions may have; `tags` of those that tags have.
    """

    groups: list[RecType] = field(default_factory=list)
    values: list[ValType] = field(default_factory=list)
    functions: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    count: int = 0
    known: dict[FuncType, int] = field(default_factory=dict)

    def add(self, *subtypes: SubType) -> int:
        """The index of the first of a new recursion group."""
        self.groups.append(RecType(subtypes))
        self.count += len(subtypes)
        return self.count - len(subtypes)

    def function(self, params: ResultType, results: ResultType) -> int:
        """The index of a function type, which is added if need be."""
        ft = FuncType(params, results)
        if ft not in self.known:
            self.known[ft] = self.add(_final(ft))
            self.functions.append(self.known[ft])
        return self.known[ft]


def random_types(chance: Chance, options: Options) -> Types:
    """Types of every sort that the features have."""
    types = Types()
    features = options.features
    types.values += [I32] * 6 + [I64] * 4 + [F32] * 3 + [F64] * 3
    if "simd" in features:
        types.values += [V128] * 4
    if "reference-types" in features:
        types.values += [FUNCREF, EXTERNREF]
    if "function-references" in features:
        types.values += [RefType(False, FUNC), RefType(False, FUNC)]
    if "gc" in features:
        _aggregates(chance, types)
    if "exceptions" in features:
        types.values.append(EXNREF)
    _functions(chance, options, types)
    return types


def _final(comp: CompType) -> SubType:
    return SubType(True, (), comp)


def _aggregates(chance: Chance, types: Types) -> None:
    """Structures, one below another and one that refers to itself, and arrays of all sorts."""
    plain: list[StorageType] = [t for t in types.values if not isinstance(t, RefType)]
    storage: list[StorageType] = [*plain, I8, I16, ANYREF, FUNCREF, EXTERNREF, RefType(False, I31)]

    def fields(*sure: StorageType) -> tuple[FieldType, ...]:
        zts = (*sure, *chance.some(storage, 0, 2))
        return tuple(FieldType(chance.odds(0.8), zt) for zt in zts)

    base = fields(I32, I8)
    s = types.add(SubType(False, (), StructType(base)))
    t = types.add(SubType(False, (s,), StructType((*base, *fields(I64, I16, ANYREF)))))
    u = types.count
    types.add(
        _final(StructType((FieldType(True, RefType(True, u)), *fields(F32, RefType(True, u + 1))))),
        _final(ArrayType(FieldType(True, RefType(True, u)))),
    )
    elements: tuple[StorageType, ...] = (I8, I16, chance.pick(plain), chance.pick(plain))
    arrays = [
        types.add(_final(ArrayType(FieldType(chance.odds(0.85), zt))))
        for zt in (*elements, ANYREF, FUNCREF, chance.pick(storage))
    ]
    types.values += [ANYREF, EQREF, I31REF, STRUCTREF, ARRAYREF, RefType(False, I31)]
    types.values += [RefType(False, ht) for ht in (ANY, EQ, STRUCT, EXTERN)]
    types.values += [RefType(True, ht) for ht in (NONE, NOFUNC, NOEXTERN)]
    types.values += [RefType(null, x) for x in (s, t, u) for null in (True, False)]
    types.values += [RefType(chance.odds(0.5), x) for x in (u + 1, *arrays)]


def _functions(chance: Chance, options: Options, types: Types) -> None:
    """Types of functions, blocks and tags."""
    features = options.features
    pool = list(types.values)
    several = "multi-value" in features
    for t in NUMBERS:
        types.function((t,), (t,))
    results: list[ResultType] = [(), (), *[(t,) for t in chance.some(pool, 5, 5)]]
    if several:
        results += [chance.some(pool, 2, 4) for _ in range(4)]
    for ts in (*results, *chance.some(results, 4, 4)):
        types.bodies.append(types.function(chance.some(pool, 0, 4), ts))
    if options.numbers:
        types.bodies = [
            types.function(chance.some(NUMBERS, 0, 4), chance.some(NUMBERS, 0, 1 + several))
            for _ in range(6)
        ]
    if several:
        for ts in chance.some(results, 3, 3):
            types.function(chance.some(pool, 1, 2), ts)
            types.function(ts, ts)
        if "gc" in features:  # labels to which casts branch
            refs = [t for t in pool if isinstance(t, RefType) and t.null and t is not EXNREF]
            for _ in range(3):
                types.function((), (*chance.some(pool, 1, 2), chance.pick(refs)))
    if "exceptions" in features:
        for ts in ((), (I32,), chance.some(pool, 1, 3)):
            types.tags.append(types.function(ts, ()))
            if len(ts) + 1 > 1 and several:  # labels to which handlers branch
                types.function((), ts)
                types.function((), (*ts, RefType(True, EXN)))
