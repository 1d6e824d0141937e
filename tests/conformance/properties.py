"""What must hold for every module of the suite; each property tells what is wrong, or nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.errors import Invalid, Malformed
from refwasm.generated.opcodes import OPS
from refwasm.script.commands import BinaryModule
from refwasm.syntax.modules import Module
from refwasm.syntax.types import ValType
from refwasm.text.parse_module import parse_module
from refwasm.text.print_module import print_module
from refwasm.validation.modules import validate_module
from tests.conformance.suite import Case

Property = Callable[[Case], "str | None"]
CUSTOM = ("assert_malformed_custom", "assert_invalid_custom")  # may be wrong in other ways as well

# Where an integer of variable length may be longer than it needs: its last byte adds nothing. Bytes
# that are no such integer can look the same, so this only tells where it cannot be.
PADDED = re.compile(rb"[\x80-\xff]\x00|[\xc0-\xff]\x7f")
OTHER_SPELLINGS = re.compile(rb"\x4e\x01|\x4f\x00")  # of what has a shorter one: types alone
ROWS = {op.name for op in OPS}


def goes_both_ways(case: Case) -> str | None:
    """What is read survives encoding and decoding, and so do its bytes where they are minimal."""
    try:
        module = case.load()
    except Malformed:
        return None
    encoded = encode_module(module)
    again = decode_module(encoded)
    if again != module:
        return f"decoding what was encoded gives another module: {difference(module, again)}"
    if encode_module(again) != encoded:
        return "encoding twice gives other bytes"
    if isinstance(case.definition, BinaryModule):
        return same_bytes(case.definition.data, encoded, module)
    return None


def reads_as_printed(case: Case) -> str | None:
    """What is read and printed, in every way, reads as the same, names among it."""
    try:
        module = written_out(case.load())
    except Malformed:
        return None
    flat, folded = print_module(module), print_module(module, folded=True)
    for text in (flat, folded, print_module(module, names=False)):
        again = written_out(parse_module(text))
        if again != module:
            return f"what was printed reads as another module: {difference(module, again)}"
    if print_module(parse_module(flat)) != flat:
        return "what was printed is printed in another way"
    return None


def written_out(module: Module) -> Module:
    """`module` with locals in maximal runs, which is all that a text can say of them."""
    return replace(module, funcs=tuple(replace(f, locals=merged(f.locals)) for f in module.funcs))


def merged(runs: tuple[tuple[int, ValType], ...]) -> tuple[tuple[int, ValType], ...]:
    """Maximal runs of equal types."""
    found: list[tuple[int, ValType]] = []
    for n, t in runs:
        if n and found and found[-1][1] == t:
            found[-1] = (found[-1][0] + n, t)
        elif n:
            found.append((n, t))
    return tuple(found)


def same_bytes(data: bytes, encoded: bytes, module: Module) -> str | None:
    """Whether a binary comes out as it went in, unless it says something at greater length."""
    if encoded == data:
        return None
    at = len(os.path.commonprefix([data, encoded]))
    if len(encoded) < len(data) and may_be_longer(data, module):
        return None
    return f"other bytes, from {at:#x} on: {data[at : at + 8].hex()} became {encoded[at : at + 8].hex()}"


def may_be_longer(data: bytes, module: Module) -> bool:
    """Whether `data` may be longer than it has to."""
    return bool(module.customs or PADDED.search(data) or OTHER_SPELLINGS.search(data))


def difference(a: Module, b: Module) -> str:
    """The first field in which two modules differ."""
    for name in Module.__slots__:
        one, other = getattr(a, name), getattr(b, name)
        if one != other:
            return f"{name}: {str(one)[:200]} and {str(other)[:200]}"
    return "nothing visible"


def refused_as_malformed(case: Case) -> str | None:
    """A module asserted malformed is, with that text and a place; no other is."""
    asserted = case.keyword == "assert_malformed"
    try:
        case.load()
    except Malformed as error:
        if not asserted:
            return f"malformed: {error.message}"
        return wrong_text(case, error) or wrong_place(case, error)
    return f"not malformed: {case.expected}" if asserted else None


def refused_as_invalid(case: Case) -> str | None:
    """A module asserted invalid is, with that text and a place; no other that can be read is."""
    asserted = case.keyword == "assert_invalid"
    if case.keyword in CUSTOM:
        return None
    try:
        module = case.load()
    except Malformed:
        return None
    try:
        validate_module(module)
    except Invalid as error:
        if not asserted:
            return f"invalid: {error.message}"
        return wrong_text(case, error) or wrong_place(case, error) or wrong_site(module, error)
    return f"not invalid: {case.expected}" if asserted else None


def wrong_text(case: Case, error: Malformed | Invalid) -> str | None:
    if error.message.startswith(case.expected) and "\n" not in error.message:
        return None
    return f"expected {case.expected!r}, got {error.message!r}"


def wrong_place(case: Case, error: Malformed | Invalid) -> str | None:
    if error.offset is None:
        return f"no place: {error.message}"
    if case.size is not None and not 0 <= error.offset <= case.size:
        return f"a place outside: {error.offset} of {case.size}"
    return None


def wrong_site(module: Module, error: Invalid) -> str | None:
    """Within a body, the place is that of an instruction, and it is named."""
    if error.instruction is None:
        return None
    if error.instruction not in ROWS:
        return f"no such instruction: {error.instruction}"
    bodies = [func.body for func in module.funcs] + [g.init for g in module.globals]
    sites = [
        instr.op.name
        for body in bodies
        for instr, offset in zip(body.instrs, body.positions, strict=True)
        if offset == error.offset
    ]
    if sites and error.instruction not in sites:
        return f"at {error.offset} there is {sites[0]}, not {error.instruction}"
    return None
