"""The state of an instance, short enough to compare: what its memories, globals and tables hold."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby

from refwasm.engines.protocol import Json, encode_value
from refwasm.runtime.instances import ExternVal, MemInst, ModuleInst, TableInst
from refwasm.runtime.memories import memory_size
from refwasm.script.native import from_native


def digests(instance: ModuleInst) -> dict[str, Json]:
    """Of all memories, tables and globals in the order of their indices, with the names of exports."""
    names = _names(instance)
    return {
        "memories": [{**names[id(item)], **memory_digest(item)} for item in instance.mems],
        "tables": [{**names[id(item)], **table_digest(item)} for item in instance.tables],
        "globals": [
            {**names[id(item)], "value": encode_value(from_native(item.value, item.type.type))}
            for item in instance.globals
        ],
    }


def _names(instance: ModuleInst) -> defaultdict[int, dict[str, list[str]]]:
    """The names under which each item is exported."""
    found: defaultdict[int, dict[str, list[str]]] = defaultdict(lambda: {"names": []})
    item: ExternVal
    for name, item in instance.exports.items():
        found[id(item)]["names"].append(name)
    return found


def memory_digest(memory: MemInst) -> dict[str, Json]:
    """The size of `memory` in pages, and the SHA-256 of its bytes."""
    return {"pages": memory_size(memory), "sha256": sha256(memory.data).hexdigest()}


def table_digest(table: TableInst) -> dict[str, Json]:
    """The number of elements, and the SHA-256 of what they are: a line for each run of equal ones.

    A line is how many there are, a space, and the value as the protocol writes it.
    """
    found = sha256()
    for count, value in _merged(_runs(table)):
        found.update(f"{count} {value}\n".encode())
    return {"size": table.size, "sha256": found.hexdigest()}


def _runs(table: TableInst) -> Iterator[tuple[int, str]]:
    for value, run in groupby(_shown(table, table.elems)):
        yield len([*run]), value
    if rest := table.size - len(table.elems):
        [value] = _shown(table, [table.rest])
        yield rest, value


def _merged(runs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """`runs`, neighbours of equal value as one."""
    for value, same in groupby(runs, key=lambda run: run[1]):
        yield sum(count for count, _ in same), value


def _shown(table: TableInst, elems: Iterable[object]) -> Iterator[str]:
    for elem in elems:
        value = encode_value(from_native(elem, table.type.elem))  # type: ignore[arg-type]  # of a table
        yield json.dumps(value, separators=(",", ":"))
