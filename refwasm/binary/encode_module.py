"""Modules to bytes (section "Binary Format", "Modules")."""

from __future__ import annotations

from refwasm.binary import encode_sections as item
from refwasm.binary import sections as s
from refwasm.binary.encode_sections import Encoder
from refwasm.binary.encode_types import name, rectype, vector
from refwasm.binary.layout import layout_of
from refwasm.binary.leb128 import unsigned
from refwasm.customs.kind import Layout
from refwasm.customs.kind_name import write_names
from refwasm.customs.registry import encode_custom
from refwasm.syntax.modules import Custom, Func, Module


def encode_module(module: Module, *, names: bool = False) -> bytes:
    """The binary of `module`.

    With `names`, its names become a name section, in place of any that it holds as it was found.
    Spec: binary-module
    """
    customs = _with_names(module) if names else module.customs
    parts = [s.MAGIC, s.VERSION]
    encoder = Encoder()
    contents = _contents(module, encoder)
    layout = layout_of(module, encoder)
    parts += [_custom(custom, layout) for custom in customs if custom.after == 0]
    if module.data_count or encoder.ops & s.USES_DATA:
        contents[s.DATA_COUNT] = unsigned(len(module.datas))
    for section in s.ORDER:
        data = contents.get(section, b"")
        if data and (data != s.NO_ENTRIES or section in (*module.empty, *s.WITHOUT_ENTRIES)):
            parts.append(_section(section, data))
        place = s.PLACE[section]
        parts += [_custom(custom, layout) for custom in customs if custom.after == place]
    return b"".join(parts)


def _contents(module: Module, encoder: Encoder) -> dict[int, bytes]:
    """The contents of each section, whether it is needed or not."""
    return {
        s.TYPE: vector(rectype, module.types),
        s.IMPORT: vector(item.import_, module.imports),
        s.FUNCTION: vector(_functype, module.funcs),
        s.TABLE: vector(encoder.table, module.tables),
        s.MEMORY: vector(item.memory, module.mems),
        s.TAG: vector(item.tag, module.tags),
        s.GLOBAL: vector(encoder.global_, module.globals),
        s.EXPORT: vector(item.export, module.exports),
        s.START: b"" if module.start is None else unsigned(module.start.func),
        s.ELEMENT: vector(encoder.elem, module.elems),
        s.CODE: vector(encoder.code, module.funcs),
        s.DATA: vector(encoder.data, module.datas),
    }


def _functype(func: Func) -> bytes:
    return unsigned(func.type)


def _section(section: int, data: bytes) -> bytes:
    return bytes([section]) + unsigned(len(data)) + data


def _custom(custom: Custom, layout: Layout) -> bytes:
    return _section(s.CUSTOM, name(custom.name) + encode_custom(custom, layout))


def _with_names(module: Module) -> tuple[Custom, ...]:
    """The custom sections, the name section made anew and last."""
    others = tuple(custom for custom in module.customs if custom.name != s.NAME)
    data = write_names(module.names)
    return (*others, Custom(s.NAME, data, len(s.ORDER))) if data else others
