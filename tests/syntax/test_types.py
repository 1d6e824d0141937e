"""Types that are one object each."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy

import pytest

from refwasm.syntax import types as T

NAMED = (*["I32", "I64", "F32", "F64", "V128", "I8", "I16", "ANY", "EQ", "I31", "STRUCT", "ARRAY", "NONE", "FUNC", "NOFUNC", "EXN", "NOEXN"],
         "EXTERN", "NOEXTERN", "BOTHEAP", "BOT")  # fmt: skip


@pytest.mark.parametrize("name", NAMED)
def test_a_copy_is_the_object_itself(name: str) -> None:
    t = getattr(T, name)
    assert (str(t), t.__reduce__()) == (name.lower(), name)
    assert pickle.loads(pickle.dumps(t)) is t
    assert copy(t) is t
    assert deepcopy(t) is t
    assert not hasattr(t, "__dict__")
    with pytest.raises((AttributeError, TypeError)):
        t.name = "other"


def test_they_are_compared_by_identity() -> None:
    assert T.NumType("i32", 32) != T.I32
    assert T.AbsHeapType("func") != T.FUNC
    assert len({T.I32, T.NumType("i32", 32)}) == 2
    assert not isinstance(T.I8, T.NumType)
