"""Where instructions stand in the code of a function, which custom sections refer to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from refwasm.binary.encode_sections import Encoder, local_runs
from refwasm.binary.reader import Reader
from refwasm.customs.bindings import imported
from refwasm.customs.kind import Layout
from refwasm.syntax.modules import Func, Module


def _layout(module: Module, starts: Layout) -> Layout:
    """`starts` by number of the defined function, made to take a function's index, and to remember."""
    first = imported(module, "funcs")

    @cache
    def of(x: int) -> Sequence[int] | None:
        return starts(x - first) if 0 <= x - first < len(module.funcs) else None

    return of


def layout_in(data: bytes, module: Module) -> Layout:
    """The layout of `module`, which was decoded from `data`."""

    def starts(i: int) -> list[int]:
        func = module.funcs[i]
        r = Reader(data, func.offset)
        r.u32()
        return [position - r.pos for position in func.body.positions]

    return _layout(module, starts)


def layout_of(module: Module, encoder: Encoder | None = None) -> Layout:
    """The layout that `module` has when `encoder` has written it."""
    encoder = encoder or Encoder()

    def starts(i: int) -> list[int]:
        func: Func = module.funcs[i]
        sizes = map(len, encoder.spelled(func.body))
        return list(accumulate(sizes, initial=len(local_runs(func))))[:-1]

    return _layout(module, starts)
