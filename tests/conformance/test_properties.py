"""That the properties see what is wrong."""

from __future__ import annotations

import pytest

from refwasm.errors import Invalid
from refwasm.script.commands import BinaryModule, Definition, QuotedModule
from refwasm.text.parse_module import parse_module
from tests.conformance.properties import (
    Property,
    goes_both_ways,
    refused_as_invalid,
    refused_as_malformed,
    same_bytes,
    wrong_site,
)
from tests.conformance.suite import Case

EMPTY = BinaryModule(b"\0asm\1\0\0\0")
SHORT = BinaryModule(b"\0asm\1\0\0\0\1\4\1\x60\0\0")
LONG = BinaryModule(b"\0asm\1\0\0\0\1\6\1\x60\x80\0\x80\0")
BROKEN = QuotedModule(b"(func")
WRONG = QuotedModule(b"(func i32.add)")
UTF8 = QuotedModule(b"\xff")


@pytest.mark.parametrize(
    ("holds", "keyword", "text", "definition", "wrong"),
    [
        (goes_both_ways, "module", "", EMPTY, None),
        (goes_both_ways, "module", "", SHORT, None),
        (goes_both_ways, "module", "", LONG, None),
        (refused_as_malformed, "module", "", EMPTY, None),
        (refused_as_malformed, "module", "", BROKEN, "malformed: unexpected token"),
        (refused_as_malformed, "assert_malformed", "unexpected token", BROKEN, None),
        (refused_as_malformed, "assert_malformed", "malformed UTF-8 encoding", UTF8, None),
        (refused_as_malformed, "assert_malformed", "magic", BROKEN, "expected 'magic'"),
        (refused_as_malformed, "assert_malformed", "magic", EMPTY, "not malformed: magic"),
        (refused_as_invalid, "module", "", EMPTY, None),
        (refused_as_invalid, "module", "", WRONG, "invalid: type mismatch"),
        (refused_as_invalid, "assert_invalid", "type mismatch", WRONG, None),
        (refused_as_invalid, "assert_invalid", "unknown", WRONG, "expected 'unknown'"),
        (refused_as_invalid, "assert_invalid", "unknown", EMPTY, "not invalid: unknown"),
    ],
)
def test_property(
    holds: Property, keyword: str, text: str, definition: Definition, wrong: str | None
) -> None:
    said = holds(Case("here", keyword, text, definition))
    assert (said is None) if wrong is None else (said is not None and said.startswith(wrong))


def test_other_bytes_are_seen() -> None:
    module = Case("here", "module", "", SHORT).load()
    assert same_bytes(SHORT.data, LONG.data, module) is not None
    assert same_bytes(SHORT.data, SHORT.data[:-1], module) is not None


@pytest.mark.parametrize(
    ("offset", "instruction", "fits"), [(6, "nop", True), (6, "drop", False), (6, "nope", False)]
)
def test_the_site_is_that_of_the_instruction(offset: int, instruction: str, fits: bool) -> None:
    module = parse_module("(func nop)")
    error = Invalid("type mismatch", offset=offset, instruction=instruction)
    assert (wrong_site(module, error) is None) == fits
