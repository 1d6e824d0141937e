"""Exceptions: their instances, and references to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from refwasm.errors import trap_if
from refwasm.runtime.effects import reads
from refwasm.runtime.instances import TagInst
from refwasm.runtime.values import Ref, Value


@dataclass(slots=True, eq=False, repr=False)
class ExnInst:
    """An exception with the tag that it was thrown with, and its values.  Spec: syntax-exninst"""

    tag: TagInst
    args: tuple[Value, ...]


def exception(tag: TagInst, args: Sequence[Value]) -> ExnInst:
    """A new exception.  Spec: exec-throw"""
    return ExnInst(tag, tuple(args))


@reads
def thrown(r: Ref) -> ExnInst:
    """The exception that `r` refers to.  Spec: exec-throw_ref"""
    trap_if(r is None, "null exception reference")
    assert isinstance(r, ExnInst)
    return r
