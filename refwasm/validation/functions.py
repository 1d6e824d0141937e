"""Bodies: one loop over the instructions makes `Code` (sections "Instruction Sequences", "Expressions").

The type of an instruction is found once for all its sites wherever it depends on no place (see
`Context.remember`); then a site costs a look-up and a comparison of the stack's top.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from refwasm.errors import Invalid
from refwasm.generated.opcodes import IF, LOOP
from refwasm.generated.validator import OF_LABEL, OF_STACK, SIGNATURE, TYPING
from refwasm.syntax.features import lacking
from refwasm.syntax.instructions import Expr, Instr, Op
from refwasm.syntax.types import EXNREF, NUMVECS, FuncType, ValType
from refwasm.validation.code import Code, Guard, Handler, Static, Target, single
from refwasm.validation.context import Branch, Context, Key, Known, Typing
from refwasm.validation.locals import NONE, Locals
from refwasm.validation.runs import Items, count, items
from refwasm.validation.stack import Frame


def _known(params: Items, results: Items, values: tuple[Static, ...] = ()) -> Known:
    return list(params), len(params), list(results), count(results) - count(params), values


OF_LOCAL = {op for op in TYPING if op.immediates and op.immediates[0][1] == "localidx"}
FIXED = {op: _known(ts1, ts2) for op, (ts1, ts2) in SIGNATURE.items()}
# The type of a constant expression of one instruction whose signature is fixed.
CONSTANTS = {
    op: FuncType((), ts2) for op, (ts1, ts2) in SIGNATURE.items() if not ts1 and op.constant
}

# What holds in all modules, as it is of numbers and vectors alone: a part of what `Context` has under
# the same names. Each holds at most `MOST` keys, of at most `FEW` types.
SHARED: dict[Key, Known] = {}
ALIKE: dict[tuple[object, ...], tuple[Known, Typing]] = {}
MOST, FEW = 1024, 8


def validate_function(
    C: Context, ft: FuncType, runs: Sequence[tuple[int, ValType]], body: Expr
) -> Code:
    """The code of a function of type `ft` with locals `runs`, already closed.

    Spec: valid-func
    """
    results = items(ft.results)
    try:
        C.enter(results, Locals(ft.params, runs))
        return _code(C, ft, tuple(runs), body, array("i"))
    except OverflowError:  # types of many results can make a stack of 2^31 operands
        C.enter(results, Locals(ft.params, runs))
        return _code(C, ft, tuple(runs), body, array("q"))


def validate_constant(C: Context, expr: Expr, t: ValType) -> Code:
    """The code of a constant expression that gives a `t`.

    Spec: valid-constant
    """
    on, instrs = C.features.on, expr.instrs
    for site, (op, _) in enumerate(instrs):
        if op.constant not in on:
            error = Invalid("constant expression required")
            if op.constant:
                error = lacking(error, op.constant)
            raise _placed(error, expr, site)
    ft = CONSTANTS.get(instrs[0].op)
    if ft is not None and ft.results[0] is t and len(instrs) == 2:
        return single(ft, instrs, expr.positions)
    C.constant = True
    try:
        ft = FuncType((), (t,))
        if len(instrs) == 2 and (alone := _alone(C, ft, expr)) is not None:
            return alone
        C.enter((t,), NONE)
        return _code(C, ft, (), expr, array("i"))
    finally:
        C.constant = False


def _alone(C: Context, ft: FuncType, expr: Expr) -> Code | None:
    """The code of `expr` if it is one instruction that takes nothing and gives what it should."""
    op, args = expr.instrs[0]
    if op not in TYPING:
        return None
    try:
        typing = TYPING[op](C, *args)
    except Invalid as error:
        raise _placed(error, expr, 0) from None
    if typing.params or typing.results is None or not C.stack.match(typing.results, ft.results):
        return None
    return single(ft, expr.instrs, expr.positions, typing.statics)


def _code(
    C: Context,
    ft: FuncType,
    runs: tuple[tuple[int, ValType], ...],
    expr: Expr,
    heights: array[int],
) -> Code:
    C.stack.open(Frame(None, -1, (), C.return_type, C.return_type, 0, False, 0))
    check_body(C, expr, heights)
    targets: dict[int, Target | tuple[Target, ...]] = {}
    for site, to in C.branches.items():
        targets[site] = _target(to)
    handlers: dict[int, Guard] = {}
    for site, (frame, clauses) in C.clauses.items():
        catches = [Handler(c.kind, c.x, c.frame.branch()) for c in clauses]
        handlers[site] = Guard(frame.end - 1, tuple(catches))
    for site, (end, blocks, delegate) in C.guards.items():
        handlers[site] = Guard(end, tuple(blocks), delegate)
    if C.kept:
        runs = (*runs, (C.kept, EXNREF))
    return Code(
        ft, runs, expr.instrs, expr.positions, heights, C.statics, targets, handlers, max(heights)
    )


def _target(to: Branch) -> Target | tuple[Target, ...]:
    """Where `to` is, now that all ends are known."""
    match to:
        case Frame():
            return to.branch()
        case Target():
            return to
        case _:
            return tuple([frame.target or frame.branch() for frame in to])


def _placed(error: Invalid, expr: Expr, site: int) -> Invalid:
    """`error` with the place and the row of instruction `site`."""
    error.offset = expr.positions[site] if site < len(expr.positions) else None
    error.instruction = expr.instrs[site].op.name
    return error


def check_body(C: Context, expr: Expr, heights: array[int]) -> None:
    """Check all instructions in order; the operand count before each goes to `heights`.

    Front ends give each body its `end`, what is built in memory may have none, or too many.
    """
    stack = C.stack
    operands = stack.operands
    instrs = expr.instrs
    known_of = C.known.get
    statics = C.statics
    append = heights.append
    height = 0
    site = 0
    try:
        # What is learned at one site is known at the next: `map` asks when the loop gets there.
        for site, known in enumerate(map(known_of, map(id, instrs))):
            append(height)
            if known is None:
                instr = instrs[site]
                op = instr.op
                if (known := FIXED.get(op)) is not None:
                    C.remember(instr, known)
            if known is None:
                C.site = site
                if op.closes:
                    height = _close(C, instr, heights)
                    operands = stack.operands
                    if not stack.frames and site + 1 < len(instrs):
                        raise Invalid("instructions after the end of the body")
                    continue
                if (known := _learn(C, instr)) is None:
                    height = _step(C, op, height)
                    operands = stack.operands
                    continue
            params, n, results, growth, values = known
            if not n:
                operands += results
            elif operands[-n:] == params:
                operands[-n:] = results
            else:
                stack.pop(params)
                operands += results
            height += growth
            if values:
                statics[site] = values
        if stack.frames:
            raise Invalid("the body has no end")
    except Invalid as error:
        raise _placed(error, expr, site) from None


def _learn(C: Context, instr: Instr) -> Known | None:
    """The type of `instr` if that holds elsewhere, remembered; None if it depends on the place.

    Then `C.typing` is what it is here.
    """
    op = instr.op
    if op.opens and (found := C.blocks.get(id(instr))) is not None:
        C.typing = found
        return None
    if op in OF_LOCAL and (t := C.locals.type_if_set(_index(instr))) is not None:
        known = _alike(C, instr, (op, t))
        assert known is not None
        C.remember_in_function(instr, known)
        return known
    if op in OF_LABEL:
        return _alike(C, instr, (op, C.label(_index(instr))))
    if op in OF_STACK:
        return _alike(C, instr, (op, *map(C.stack.peek, OF_STACK[op])))
    C.placed = False
    typing = C.typing = TYPING[op](C, *instr.args)
    if C.placed or typing.results is None:
        return None
    if typing.opens is not None:
        C.remember_block(instr, typing)
        return None
    known = _share(C, typing)
    C.remember(instr, known)
    return known


def _alike(C: Context, instr: Instr, key: tuple[object, ...]) -> Known | None:
    """The same, of an instruction whose type depends on nothing but `key`."""
    found = ALIKE.get(key) or C.alike.get(key)
    if found is None:
        typing = TYPING[instr.op](C, *instr.args)
        known = None if typing.results is None else _share(C, typing)
        found = C.alike[key] = known, typing
        if known is not None and _everywhere(typing) and len(ALIKE) < MOST:
            ALIKE[key] = known, typing
    C.typing = found[1]
    return found[0]


def _index(instr: Instr) -> int:
    """The first immediate of `instr`, a local or a label."""
    x = instr.args[0]
    assert isinstance(x, int)
    return x


def _share(C: Context, typing: Typing) -> Known:
    """`typing`, which is not polymorphic and has no effect on blocks or locals, for the stack."""
    assert typing.results is not None
    key = typing.params, typing.results, typing.statics
    known = SHARED.get(key) or C.shared.get(key)
    if known is None:
        known = C.shared[key] = _known(*key)
        if _everywhere(typing) and len(SHARED) < MOST:
            SHARED[key] = known
    return known


def _everywhere(typing: Typing) -> bool:
    """Whether `typing` means the same in every module: it is short, and without references."""
    types = (*typing.params, *(typing.results or ()))
    return len(types) <= FEW and not typing.statics and NUMVECS.issuperset(types)


def _step(C: Context, op: Op, height: int) -> int:
    """Check an instruction whose type here is `C.typing`; the number of operands after it."""
    params, results, values, opens, sets = typing = C.typing
    stack = C.stack
    if n := len(params):
        if tuple(stack.operands[-n:]) == params:
            del stack.operands[-n:]
        else:
            stack.pop(params)
    if values:
        C.statics[C.site] = values
    if sets is not None:
        C.locals.set(sets)
    if results is None:
        _make_polymorphic(C)
        return height
    if opens is not None:
        return _open(C, op, typing, height - count(params))
    stack.operands += results
    return height - count(params) + count(results)


def _make_polymorphic(C: Context) -> None:
    """No execution goes on after this instruction."""
    frame = C.stack.frames[-1]
    frame.operands.clear()
    if not frame.polymorphic:
        frame.polymorphic = True
        frame.since = C.site


def _open(C: Context, op: Op, typing: Typing, base: int) -> int:
    """Enter the block that `op` opens, above `base` operands; the number of operands in all."""
    assert typing.opens is not None and typing.results is not None
    params, label = typing.opens
    outer = C.stack.frames[-1]
    dead = outer.dead or outer.polymorphic
    frame = Frame(op, C.site, params, typing.results, label, base, dead, C.locals.mark())
    C.stack.open(frame)
    if C.pending is not None:
        C.clauses[C.site] = frame, C.pending
        C.pending = None
    return base + count(params)


def _close(C: Context, instr: Instr, heights: array[int]) -> int:
    """Leave a block, or begin another branch of it; the number of operands then."""
    op, args = instr
    stack = C.stack
    frame = stack.frames[-1]
    if tuple(frame.operands) != frame.results:
        stack.check_end(frame)
    if C.catching and C.catching[-1] == frame.site:
        C.catching.pop()
    operands = (TYPING[op](C, *args).results or ()) if op.after else ()
    continues = op.continues
    if not continues:
        stack.close()
    if frame.polymorphic and not frame.dead:
        start, end = frame.since + 1, C.site + 1
        heights[start:end] = array(heights.typecode, [-1]) * (end - start)
    C.locals.reset(frame.mark)
    if continues:
        if frame.op is IF:
            C.branches[frame.site] = Target(C.site + 1, count(operands), frame.base)
        C.branches[C.site] = frame
        stack.reopen(frame, op, operands)
        return frame.base + count(operands)
    if frame.op is IF:
        C.branches[frame.site] = frame
    frame.end = C.site + 1 if stack.frames else C.site
    if frame.op is LOOP:
        frame.end = frame.site + 1  # where a branch to it leads
    return frame.base + count(frame.results)
