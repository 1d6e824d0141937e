"""The name section (appendix "Custom Sections", "Name Section").

Names carry no meaning, so nothing in them makes a module malformed: a subsection that cannot be
read, or is unknown, is passed over.
"""

from __future__ import annotations

from refwasm.binary.reader import Reader
from refwasm.errors import Malformed
from refwasm.syntax.names import IndirectNameMap, NameMap, Names

MODULE = 0
# Subsections by the fields of `Names`. The standard has 1, 2, 4, 10, 11; tools agree on the rest.
MAPS = {
    1: "funcs",
    4: "types",
    5: "tables",
    6: "mems",
    7: "globals",
    8: "elems",
    9: "datas",
    11: "tags",
}
INDIRECT_MAPS = {2: "locals", 3: "labels", 10: "fields"}


def read_names(data: bytes, names: Names) -> None:
    """Add to `names` what the contents of a name section say.

    Spec: binary-namesec
    """
    r = Reader(data)
    try:
        while r.pos < len(data):
            section = r.byte()
            _subsection(section, r.take(r.u32()), names)
    except Malformed:
        return


def _subsection(section: int, data: bytes, names: Names) -> None:
    r = Reader(data)
    try:
        if section == MODULE:
            names.module = r.name()
        elif section in MAPS:
            getattr(names, MAPS[section]).update(_namemap(r))
        elif section in INDIRECT_MAPS:
            getattr(names, INDIRECT_MAPS[section]).update(_indirectnamemap(r))
    except Malformed:
        return


def _namemap(r: Reader) -> NameMap:
    return dict(r.vector(_nameassoc))


def _nameassoc(r: Reader) -> tuple[int, str]:
    return r.u32(), r.name()


def _indirectnamemap(r: Reader) -> IndirectNameMap:
    return dict(r.vector(_indirectnameassoc))


def _indirectnameassoc(r: Reader) -> tuple[int, NameMap]:
    return r.u32(), _namemap(r)
