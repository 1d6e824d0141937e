"""Functions: type, locals, body (section "Functions")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat

from refwasm.errors import Exhaustion
from refwasm.syntax.modules import Func
from refwasm.syntax.types import ValType
from refwasm.text.print_folded import folded
from refwasm.text.print_instructions import Words, flat, line
from refwasm.text.print_names import Scope
from refwasm.text.print_types import given, storagetype, types, typeuse

MOST_LOCALS = 1_000_000  # of a function: the text has no short way to write them


def func_text(
    w: Words,
    func: Func,
    x: int,
    notes: Mapping[int, str],
    hints: Mapping[int, list[str]],
    *,
    fold: bool,
) -> Iterator[str]:
    """The function `x` after its identifier, with annotations of locals and of instructions.

    Spec: text-func
    """
    s = w.s
    functype = s.functype(func.type)
    count = sum(n for n, _ in func.locals)
    if count > MOST_LOCALS:
        text = f"too many locals to write out: function {x} has {count}"
        raise Exhaustion(text, offset=func.offset)
    yield typeuse(s, func.type)
    ts = list(chain.from_iterable(repeat(t, n) for n, t in func.locals))
    if functype is None:  # nobody knows which locals the indices mean
        s.enter_function(x, 0)
        first = results = 0
    else:
        first, results = len(functype.params), len(functype.results)
        s.enter_function(x, first + count)
        yield from declarations(s, "param", 0, functype.params, notes)
        yield types(s, "result", functype.results)
    if ts:
        yield line(2, "".join(declarations(s, "local", first, ts, notes)).lstrip())
    if fold:
        yield from folded(w, func.body, 2, results, hints)
    else:
        yield from flat(w, func.body, 2, hints)
    s.leave_function()


def declarations(
    s: Scope, word: str, first: int, ts: Sequence[ValType], notes: Mapping[int, str]
) -> Iterator[str]:
    """Parameters or locals, of which those that have a name stand alone.

    Spec: text-param, text-local
    """
    unnamed: list[ValType] = []
    for y, t in enumerate(ts, first):
        name = given(s.spaces["localidx"].get(y), notes.get(y))
        if not name:
            unnamed.append(t)
            continue
        yield types(s, word, unnamed)
        unnamed = []
        yield f" ({word} {name}{storagetype(s, t)})"
    yield types(s, word, unnamed)
