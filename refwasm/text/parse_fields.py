"""Module fields (section "Modules").

Every function begins after the keyword of a field, and after its identifier where it may have one,
and ends after its `)`.
"""

from __future__ import annotations

from itertools import groupby

from refwasm.customs.kind import Binding
from refwasm.generated.opcodes import I32_CONST, I64_CONST, REF_FUNC
from refwasm.syntax.features import Older
from refwasm.syntax.instructions import Expr
from refwasm.syntax.modules import (
    Active,
    Data,
    Elem,
    Export,
    Func,
    Global,
    Import,
    Kind,
    Memory,
    Mode,
    SegmentMode,
    Start,
    Table,
    Tag,
)
from refwasm.syntax.types import (
    FUNC,
    I32,
    ExternType,
    FuncUse,
    Limits,
    MemType,
    NumType,
    RefType,
    TableType,
    TagType,
    ValType,
)
from refwasm.text.builder import Builder
from refwasm.text.parse_instructions import END_INSTR, Body, expr, single_expr
from refwasm.text.parse_types import (
    Named,
    addrtype,
    declarations,
    declared_function,
    globaltype,
    memtype,
    reftype,
    tabletype,
    typeuse,
)
from refwasm.text.parser import Parser
from refwasm.text.scope import Space
from refwasm.text.words import REFTYPES

PAGE = 65536  # bytes
KINDS = {
    "func": (Kind.FUNC, "funcidx"),
    "table": (Kind.TABLE, "tableidx"),
    "memory": (Kind.MEMORY, "memidx"),
    "global": (Kind.GLOBAL, "globalidx"),
    "tag": (Kind.TAG, "tagidx"),
}


def externtype(p: Parser, word: str) -> ExternType:
    """The type of an import of sort `word`.

    Spec: text-externtype
    """
    match word:
        case "func":
            return FuncUse(typeuse(p, []))
        case "table":
            return tabletype(p)
        case "memory":
            return memtype(p)
        case "global":
            return globaltype(p)
        case _:
            return TagType(typeuse(p, []))


def import_(b: Builder, offset: int) -> None:
    """Spec: text-import"""
    p = b.p
    module, item = p.name(), p.name()
    if p.tokens[p.i] != "(" or p.tokens[p.i + 1] not in KINDS:
        raise p.unexpected("an external type", p.i + (p.tokens[p.i] == "("))
    word = p.tokens[p.i + 1]
    p.i += 2
    p.identifier()
    b.add_import(KINDS[word][0], Import(module, item, externtype(p, word), offset))
    p.close()
    p.close()


def inline(b: Builder, word: str, offset: int) -> bool:
    """The exports and the import that a definition of sort `word` may hold; whether it is an import.

    Spec: text-func-abbrev, text-table-abbrev, text-mem-abbrev, text-global-abbrev, text-tag-abbrev
    """
    p = b.p
    kind, _ = KINDS[word]
    while p.opens("export"):
        place = p.offsets[p.i]
        p.i += 2
        b.exports.append(Export(p.name(), kind, b.next_index(kind), place))
        p.close()
    if not p.accept_open("import"):
        return False
    module, item = p.name(), p.name()
    p.close()
    b.add_import(kind, Import(module, item, externtype(p, word), offset))
    p.close()
    return True


def func(b: Builder, offset: int) -> None:
    """Spec: text-func"""
    if inline(b, "func", offset):
        return
    p = b.p
    at = p.i
    params: Named = []
    p.take_locals()
    type_ = typeuse(p, params)
    annotated = p.take_locals()
    named: Named = []
    ts = declarations(p, "local", 0, named)
    after = p.take_locals()
    # Whether an explicit type exists matters only where names have to be given to indices.
    first = len(declared_function(p, type_, at + 2).params) if named or after else 0
    annotated += ((token, first + x) for token, x in after)
    for token, x in annotated:
        p.bindings[token] = Binding("locals", b.next_index(Kind.FUNC), x)
    locals_ = p.spaces["localidx"] = Space("local")
    for x, name, place in params:
        p.bind_name(locals_, name, x, place)
    for x, name, place in named:
        p.bind_name(locals_, name, first + x, place)
    body = Body(p)
    body.sequence()
    b.name_locals(locals_.names(), body.names)
    b.funcs.append(Func(type_, runs(ts), body.expr(), offset))
    p.close()


def runs(ts: list[ValType]) -> tuple[tuple[int, ValType], ...]:
    """Maximal runs of equal types."""
    return tuple((len(list(group)), t) for t, group in groupby(ts))


def table(b: Builder, offset: int) -> None:
    """Spec: text-table"""
    if inline(b, "table", offset):
        return
    p = b.p
    x = b.next_index(Kind.TABLE)
    before = p.i
    at = addrtype(p)
    if "0" <= p.tokens[p.i][0] <= "9":
        p.i = before
        type_ = tabletype(p)
        init = None if p.tokens[p.i] == ")" else table_init(p)
        b.tables.append(Table(type_, init, offset))
        p.close()
        return
    rt = reftype(p)
    p.open("elem")
    inits = elem_exprs(p) if p.tokens[p.i] == "(" else elem_indices(p)
    p.close()
    n = len(inits)
    b.tables.append(Table(TableType(at, Limits(n, n), rt), None, offset))
    b.elems.append(Elem(rt, inits, Active(x, zero(p, at)), offset))
    p.close()


def table_init(p: Parser) -> Expr:
    """What the elements of a table begin as.

    Spec: text-table
    """
    if "function-references" not in p.features:
        raise p.lacks("function-references", "`)`")
    return expr(p)


def memory(b: Builder, offset: int) -> None:
    """Spec: text-mem"""
    if inline(b, "memory", offset):
        return
    p = b.p
    before = p.i
    at = addrtype(p)
    if p.accept_open("data"):
        init = p.strings()
        p.close()
        n = -(-len(init) // PAGE)
        x = b.next_index(Kind.MEMORY)
        b.mems.append(Memory(MemType(at, Limits(n, n)), offset))
        b.datas.append(Data(init, Active(x, zero(p, at)), offset))
    else:
        p.i = before
        b.mems.append(Memory(memtype(p), offset))
    p.close()


def global_(b: Builder, offset: int) -> None:
    """Spec: text-global"""
    if inline(b, "global", offset):
        return
    type_ = globaltype(b.p)
    b.globals.append(Global(type_, expr(b.p), offset))
    b.p.close()


def tag(b: Builder, offset: int) -> None:
    """Spec: text-tag"""
    if inline(b, "tag", offset):
        return
    b.tags.append(Tag(TagType(typeuse(b.p, [])), offset))
    b.p.close()


def export(b: Builder, offset: int) -> None:
    """Spec: text-export"""
    p = b.p
    name = p.name()
    if p.tokens[p.i] != "(" or p.tokens[p.i + 1] not in KINDS:
        raise p.unexpected("an external index", p.i + (p.tokens[p.i] == "("))
    kind, space = KINDS[p.tokens[p.i + 1]]
    p.i += 2
    b.exports.append(Export(name, kind, p.index(p.spaces[space]), offset))
    p.close()
    p.close()


def start(b: Builder, offset: int) -> None:
    """Spec: text-start"""
    if b.start is not None:
        raise b.p.error("multiple start sections")
    b.start = Start(b.p.index(b.p.spaces["funcidx"]), offset)
    b.p.close()


def elem(b: Builder, offset: int) -> None:
    """Spec: text-elem"""
    p = b.p
    mode: SegmentMode = Mode.PASSIVE
    bare = False  # whether indices may stand without `func` before them
    if Older.SEGMENT_INDEX in p.features:
        mode, bare = indexed(p, "table"), True
        if p.tokens[p.i] == "func" or p.tokens[p.i] in REFTYPES:
            name = "bulk-memory" if p.tokens[p.i] == "func" else "reference-types"
            raise p.lacks(name, "indices of functions")
    elif p.accept("declare"):
        mode = Mode.DECLARATIVE
    elif p.tokens[p.i] == "(" and p.tokens[p.i + 1] != "ref":
        bare = not p.opens("table")
        x = used(p, "table", "tableidx")
        mode = Active(x, offset_expr(p))
    check_mode(p, mode)
    if p.accept("func") or bare and p.tokens[p.i] not in REFTYPES and p.tokens[p.i] != "(":
        rt, inits = RefType(False, FUNC), elem_indices(p)
    else:
        rt = reftype(p)
        inits = elem_exprs(p)
    b.elems.append(Elem(rt, inits, mode, offset))
    p.close()


def data(b: Builder, offset: int) -> None:
    """Spec: text-data"""
    p = b.p
    mode: SegmentMode = Mode.PASSIVE
    if Older.SEGMENT_INDEX in p.features:
        mode = indexed(p, "memory")
    elif p.tokens[p.i] == "(":
        x = used(p, "memory", "memidx")
        mode = Active(x, offset_expr(p))
    check_mode(p, mode)
    b.datas.append(Data(p.strings(), mode, offset))
    p.close()


def indexed(p: Parser, word: str) -> Active:
    """Where a segment goes, as 1.0 writes it: an index, which may be left out, and an offset."""
    space = p.spaces[KINDS[word][1]]
    x = p.index(space) if p.has_index() else 0
    if p.tokens[p.i] != "(" or p.opens(word):
        raise p.lacks("bulk-memory", "an offset", p.i + p.opens(word))
    return Active(x, offset_expr(p))


def check_mode(p: Parser, mode: SegmentMode) -> None:
    """Segments that are passive came with bulk-memory."""
    if mode is Mode.PASSIVE and "bulk-memory" not in p.features:
        raise p.lacks("bulk-memory", "an offset")


def used(p: Parser, word: str, kind: str) -> int:
    """The index in `(word x)`, 0 if that is left out.

    Spec: text-tableuse, text-memuse
    """
    if not p.accept_open(word):
        return 0
    x = p.index(p.spaces[kind])
    p.close()
    return x


def offset_expr(p: Parser) -> Expr:
    """Spec: text-offsetexpr"""
    return enclosed_expr(p, "offset")


def enclosed_expr(p: Parser, word: str) -> Expr:
    """`(word instr*)`, or one folded instruction for short.

    Spec: text-offsetexpr, text-elemexpr
    """
    if not p.accept_open(word):
        return single_expr(p)
    e = expr(p)
    p.close()
    return e


def elem_exprs(p: Parser) -> tuple[Expr, ...]:
    """Spec: text-elemexpr"""
    es: list[Expr] = []
    while p.tokens[p.i] == "(":
        es.append(enclosed_expr(p, "item"))
    return tuple(es)


def elem_indices(p: Parser) -> tuple[Expr, ...]:
    """Functions by index, short for expressions; for each function the same one, at its first place.

    Spec: text-elemlist
    """
    functions: dict[int, Expr] = {}
    xs: list[int] = []
    while p.tokens[p.i] != ")":
        at = p.i
        x = p.index(p.spaces["funcidx"])
        xs.append(x)
        if x not in functions:
            body = Body(p)
            body.emit(p.instr(REF_FUNC, (x,)), at)
            body.emit(END_INSTR, at)
            functions[x] = Expr(body.instrs, body.positions)
    return tuple([functions[x] for x in xs])


def zero(p: Parser, at: NumType) -> Expr:
    """The constant 0 of address type `at`.

    Spec: text-table-abbrev, text-mem-abbrev
    """
    body = Body(p)
    body.emit(p.instr(I32_CONST if at is I32 else I64_CONST, (0,)), p.i)
    return body.expr()
