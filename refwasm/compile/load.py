"""From source to a Python function, in the namespace of its module's instance."""

from __future__ import annotations

import linecache
from itertools import count
from typing import Any
from weakref import finalize

from refwasm.compile.entry import Call
from refwasm.compile.translate import Source
from refwasm.errors import WasmError
from refwasm.runtime.instances import ModuleInst
from refwasm.validation.code import Code

PLACES = "places"  # in a namespace: the body and the sites of lines, by the name of a file
_serial = count()


def bind(source: Source, module: ModuleInst, namespace: dict[str, Any]) -> None:
    """Have `namespace` hold the items of `module` that `source` names, functions to call apart."""
    for name in source.names:
        space = name.rstrip("0123456789")
        if name in namespace or space in ("call", "entry"):
            continue
        if space == "known":
            namespace[name] = {}
        else:
            namespace[name] = getattr(module, f"{space}s")[int(name[len(space) :])]


def load(source: Source, name: str, namespace: dict[str, Any], code: Code) -> Call:
    """The function `name` that `source` defines; a traceback finds its lines while it lives.

    Raises RecursionError, MemoryError or SyntaxError if CPython cannot compile it.
    """
    file = f"<wasm {name} {next(_serial)}>"
    compiled = compile(source.text, file, "exec", dont_inherit=True)
    namespace.update(source.constants)
    exec(compiled, namespace)  # noqa: S102 - what this module is for
    function: Call = namespace.pop(name)
    namespace[PLACES][file] = code, source.lines
    linecache.cache[file] = (len(source.text), None, _shown(source, code), file)
    finalize(function, linecache.cache.pop, file, None).atexit = False
    return function


def _shown(source: Source, code: Code) -> list[str]:
    """The lines of `source` as tracebacks show them: with the instruction that each is of."""
    lines = source.text.splitlines()
    return [
        f"{line}\n" if site < 0 else f"{line}  # {code.instrs[site].op.name}\n"
        for line, site in zip(lines, source.lines, strict=True)
    ]


def locate(error: WasmError) -> None:
    """Tell `error` at which instruction of compiled code it arose, if it does not know."""
    if error.instruction is not None:
        return
    place = _place(error)
    if error.__context__ is not None:  # an access of memory, of which it was made
        place = _place(error.__context__) or place
    if place is not None:
        code, site = place
        error.instruction = code.instrs[site].op.name
        error.offset = code.positions[site] if code.positions else None


def _place(error: BaseException) -> tuple[Code, int] | None:
    """The innermost body and site of an instruction in the traceback of `error`."""
    found = None
    traceback = error.__traceback__
    while traceback is not None:
        frame = traceback.tb_frame
        known = frame.f_globals.get(PLACES, {}).get(frame.f_code.co_filename)
        if known is not None and known[1][traceback.tb_lineno - 1] >= 0:
            found = known[0], known[1][traceback.tb_lineno - 1]
        traceback = traceback.tb_next
    return found
