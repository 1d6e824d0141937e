"""Names for indices, which the text writes as identifiers and the binary in its name section."""

from __future__ import annotations

from dataclasses import dataclass, field

NameMap = dict[int, str]
IndirectNameMap = dict[int, NameMap]


@dataclass(slots=True)
class Names:
    """Names by index space, without the `$` of identifiers (section "Name Section")."""

    module: str | None = None
    funcs: NameMap = field(default_factory=dict)
    locals: IndirectNameMap = field(default_factory=dict)  # by function index
    labels: IndirectNameMap = field(default_factory=dict)  # by function index
    types: NameMap = field(default_factory=dict)
    tables: NameMap = field(default_factory=dict)
    mems: NameMap = field(default_factory=dict)
    globals: NameMap = field(default_factory=dict)
    elems: NameMap = field(default_factory=dict)
    datas: NameMap = field(default_factory=dict)
    fields: IndirectNameMap = field(default_factory=dict)  # by type index
    tags: NameMap = field(default_factory=dict)
