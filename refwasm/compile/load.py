"""From source to a Python function, in the namespace of its module's instance."""

from __future__ import annotations

import linecache
from itertools import count
from typing import Any
from weakref import finalize

from refwasm.compile.entry import Call
from refwasm.compile.places import PLACES, Lines, Shown
from refwasm.compile.translate import Source
from refwasm.runtime.instances import ModuleInst

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


def load(source: Source, name: str, namespace: dict[str, Any], lines: Lines) -> Call:
    """The function `name` that `source` defines; a traceback finds its lines while it lives.

    Raises RecursionError, MemoryError or SyntaxError if CPython cannot compile it.
    """
    file = f"<wasm {name} {next(_serial)}>"
    compiled = compile(source.text, file, "exec", dont_inherit=True)
    namespace.update(source.constants)
    exec(compiled, namespace)  # noqa: S102 - what this module is for
    function: Call = namespace.pop(name)
    namespace[PLACES][file] = lines
    shown: Any = Shown(lines)  # where a list is expected
    linecache.cache[file] = (len(source.text), None, shown, file)
    finalize(function, linecache.cache.pop, file, None).atexit = False
    return function
