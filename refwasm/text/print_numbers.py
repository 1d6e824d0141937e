"""Number literals from bit patterns, exactly (section "Numbers")."""

from __future__ import annotations

from refwasm.numerics.floats import float_of_bits
from refwasm.text.numbers import FRACTION_BITS, float_bits

DIGITS_32 = 9  # as many as an f32 can need


def signed_literal(N: int, i: int) -> str:
    """The N-bit integer `i`, signed."""
    return str(i - (i >> N - 1 << N))


def float_literal(N: int, bits: int) -> str:
    """The shortest decimal, or the NaN with its payload, that reads as the float with these `bits`.

    Spec: text-float
    """
    fraction_bits = FRACTION_BITS[N]
    sign = "-" if bits >> N - 1 else ""
    magnitude = bits & (1 << N - 1) - 1
    infinity = (1 << N - 1) - (1 << fraction_bits)
    if magnitude == infinity:
        return sign + "inf"
    if magnitude > infinity:
        payload = magnitude - infinity
        canonical = payload == 1 << fraction_bits - 1
        return sign + ("nan" if canonical else f"nan:{payload:#x}")
    return sign + _decimal(N, magnitude)


def _decimal(N: int, magnitude: int) -> str:
    """The shortest decimal of a float that is finite and not negative."""
    z = float_of_bits(N, magnitude)
    if N == 64:
        return repr(z).removesuffix(".0")
    for digits in range(1, DIGITS_32):
        literal = f"{z:.{digits}g}"
        if float_bits(literal, N) == magnitude:
            return literal
    return f"{z:.{DIGITS_32}g}"


def vector_literal(bits: int) -> str:
    """The vector of these `bits`, by four lanes.

    Spec: text-vec
    """
    lanes = (bits >> shift & 0xFFFFFFFF for shift in (0, 32, 64, 96))
    return "i32x4 " + " ".join(f"{lane:#010x}" for lane in lanes)
