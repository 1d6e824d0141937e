"""From source to a Python function, in the namespace of its module's instance."""

from __future__ import annotations

import linecache
from itertools import count
from types import CodeType
from typing import Any

from refwasm.compile.entry import Call
from refwasm.compile.translate import Source
from refwasm.runtime.instances import ModuleInst

_serial = count()


def shown(source: Source, name: str) -> CodeType:
    """The compiled source; a traceback finds its lines.

    Raises RecursionError, MemoryError or SyntaxError if CPython cannot compile it.
    """
    file = f"<wasm {name} {next(_serial)}>"
    code = compile(source.text, file, "exec", dont_inherit=True)
    lines = source.text.splitlines(keepends=True)
    linecache.cache[file] = (len(source.text), None, lines, file)
    return code


def bind(source: Source, module: ModuleInst, namespace: dict[str, Any]) -> None:
    """Have `namespace` hold the items of `module` that `source` names, functions to call apart."""
    for name in source.names:
        space = name.rstrip("0123456789")
        if space != "call" and name not in namespace:
            namespace[name] = getattr(module, f"{space}s")[int(name[len(space) :])]


def load(source: Source, name: str, namespace: dict[str, Any]) -> Call:
    """The function `name` that `source` defines."""
    namespace.update(source.constants)
    exec(shown(source, name), namespace)  # noqa: S102 - what this module is for
    function: Call = namespace.pop(name)
    return function
