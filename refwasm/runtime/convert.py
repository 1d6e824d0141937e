"""Values at the border to the host: which Python objects are values of a type, or become one."""

from __future__ import annotations

from math import inf, isnan

from refwasm.errors import EmbeddingError
from refwasm.numerics.floats import bits_of_float, fround
from refwasm.runtime.casts import TYPED, ref_test
from refwasm.runtime.exceptions import ExnInst
from refwasm.runtime.values import I31, HostRef, Value
from refwasm.syntax import types as T

REFERENCES = (*TYPED, ExnInst, I31, HostRef)


def is_value(t: T.ValType, v: object) -> bool:
    """Whether `v` is a value of the closed type `t`, as execution holds it.  Spec: valid-val"""
    match t:
        case T.NumType(name="i32" | "i64", bits=bits) | T.VecType(bits=bits):
            return isinstance(v, int) and 0 <= v < 2**bits
        case T.NumType(name="f32"):
            return isinstance(v, float) and _is_f32(v)
        case T.NumType():
            return isinstance(v, float)
        case T.RefType():
            return (v is None or isinstance(v, REFERENCES)) and ref_test(v, t)
        case T.BotType():
            return False


def _is_f32(v: float) -> bool:
    """Whether `v` is what an f32 can represent, a NaN by its payload."""
    return isnan(v) and bits_of_float(64, v) % 2**29 == 0 or fround(32, v) == v


def check_value(t: T.ValType, v: Value) -> Value:
    """`v` itself. Raises EmbeddingError unless it is a value of the closed type `t`.  Spec: valid-val"""
    if not is_value(t, v):
        raise EmbeddingError(f"not a value of type {t}: {v!r}")
    return v


def to_value(t: T.ValType, v: object) -> Value:
    """What Python object `v` becomes as a value of the closed type `t`.

    Negative integers are taken modulo 2**N, numbers rounded to f32 or f64, and any other object
    than a reference wrapped for the host. Raises EmbeddingError for what fits none of these.
    """
    if is_value(t, v):
        return v  # type: ignore[return-value]  # as just checked
    match t, v:
        case T.NumType(name="i32" | "i64", bits=N), int() if -(2 ** (N - 1)) <= v < 0:
            return v % (1 << N)
        case T.NumType(name="f32" | "f64", bits=N), int() | float():
            return fround(N, _double(v))
        case T.RefType(heap=T.EXTERN | T.ANY), _ if v is not None:
            return HostRef(v)
    raise EmbeddingError(f"not a value of type {t}: {v!r}")


def _double(v: float) -> float:
    """`v` as a double, infinite if too large."""
    try:
        return float(v)
    except OverflowError:
        return inf if v > 0 else -inf
