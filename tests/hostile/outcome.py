"""What becomes of an input: a module, or an error of ours with a place; anything else is a bug."""

from __future__ import annotations

import time
from collections.abc import Callable

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.errors import Invalid, Malformed
from refwasm.syntax.modules import Module
from refwasm.text.parse_module import parse_module
from refwasm.validation.modules import validate_module

Input = str | bytes


def read(source: Input) -> Module:
    """The module of a text or a binary. Raises Malformed."""
    return parse_module(source) if isinstance(source, str) else decode_module(source)


def outcome(source: Input) -> str:
    """ "valid", or the class and the message of the error; also checks that a module goes both ways.

    Whatever else is raised goes through.
    """
    try:
        module = read(source)
    except Malformed as error:
        check_place(error, len(source))
        return f"malformed: {error.message}"
    encoded = encode_module(module)
    assert decode_module(encoded) == module
    try:
        validate_module(module)
    except Invalid as error:
        check_place(error, len(source))
        return f"invalid: {error.message}"
    return "valid"


def check_place(error: Malformed | Invalid, size: int) -> None:
    """An error has one line, of a length for people, and a place within the input."""
    assert error.offset is not None, error.message
    assert 0 <= error.offset <= size, error.message
    assert error.message, "an error without words"
    assert "\n" not in error.message
    assert len(error.message) < 1000, error.message[:100]


def seconds(work: Callable[[Input], object], source: Input) -> float:
    """The processor time that `work` takes for `source`, which a busy machine changes little."""
    start = time.process_time()
    work(source)
    return time.process_time() - start


def is_linear(work: Callable[[Input], object], small: Input, large: Input, times: int = 4) -> bool:
    """Whether `large`, which is `times` as much as `small`, takes clearly less than its square.

    What is too quick to tell counts as linear; the garbage collector's turn may need a second try.
    """
    bound = times * 2
    return any(seconds(work, large) < bound * max(seconds(work, small), 0.002) for _ in range(4))
