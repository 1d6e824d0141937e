"""Modules to validate: from text, or from instructions."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest

from refwasm.errors import Invalid
from refwasm.generated.opcodes import END
from refwasm.syntax.features import DEFAULT, Features
from refwasm.syntax.instructions import Expr, Immediate, Instr, Op
from refwasm.syntax.modules import Func, Module
from refwasm.syntax.types import FuncType, RecType, SubType, ValType
from refwasm.text.parse_module import parse_module
from refwasm.validation.code import Code
from refwasm.validation.modules import ValidModule, validate_module


def valid(text: str, features: Features = DEFAULT) -> ValidModule:
    """The module with the fields `text`, valid."""
    return validate_module(parse_module(f"(module {text})", features=features), features=features)


def code(text: str, features: Features = DEFAULT) -> Code:
    """The code of the first function of the module with the fields `text`."""
    return valid(text, features).code(0)


def rejection(text: str, features: Features = DEFAULT) -> Invalid:
    """The error that the module with the fields `text` causes."""
    text = text if text.startswith("(module") else f"(module {text})"
    module = parse_module(text, features=features)
    with pytest.raises(Invalid) as caught:
        validate_module(module, features=features)
    return caught.value


def at(op: Op, *args: Immediate) -> Instr:
    """An instruction."""
    return Instr(op, args)


def only(*subtypes: SubType) -> tuple[RecType, ...]:
    """Each of `subtypes` in a group of its own."""
    return tuple(RecType((subtype,)) for subtype in subtypes)


PLAIN = SubType(True, (), FuncType((), ()))


def with_body(
    instrs: Sequence[Instr],
    locals: tuple[tuple[int, ValType], ...] = (),
    types: tuple[RecType, ...] = (RecType((PLAIN,)),),
) -> Module:
    """A module with one function, of type 0, whose body is `instrs` and its end."""
    body = [*instrs, at(END)]
    return Module(types=types, funcs=(Func(0, locals, Expr(body, array("Q", range(len(body))))),))
