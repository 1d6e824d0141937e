"""The standard's conversions between integers and floats, exact."""

from fractions import Fraction

from codegen.vectors.float_maths import (
    F32,
    F64,
    Format,
    Result,
    is_infinite,
    is_nan,
    magnitude,
    nan,
    rounded,
    sign,
    signed_bits,
    value,
)
from codegen.vectors.integer_maths import clamp, signed, wrap

INVALID = "invalid conversion to integer"
OVERFLOW = "integer overflow"


def bounds(N: int, sx: str) -> tuple[int, int]:
    """The least and the greatest integer of N bits, signed (`s`) or not (`u`)."""
    return (-(2 ** (N - 1)), 2 ** (N - 1) - 1) if sx == "s" else (0, 2**N - 1)


def trunc(F: Format, N: int, sx: str, z: int) -> int | str:
    """`z` without its fraction as an N-bit integer, or the text of the trap."""
    low, high = bounds(N, sx)
    if is_nan(F, z):
        return INVALID
    if is_infinite(F, z) or not low <= int(value(F, z)) <= high:
        return OVERFLOW
    return wrap(N, int(value(F, z)))


def trunc_sat(F: Format, N: int, sx: str, z: int) -> int:
    """The N-bit integer closest to `z` without its fraction; 0 for a NaN."""
    low, high = bounds(N, sx)
    if is_nan(F, z):
        return 0
    if is_infinite(F, z):
        return wrap(N, low if sign(F, z) else high)
    return wrap(N, clamp(int(value(F, z)), low, high))


def convert(F: Format, N: int, sx: str, i: int) -> int:
    """The float nearest to the integer `i`."""
    return rounded(F, Fraction(signed(N, i) if sx == "s" else i))


def change_format(source: Format, target: Format, z: int) -> Result:
    """`z` in another format, rounded once (demotion and promotion)."""
    if is_nan(source, z):
        return nan(source, z)
    if is_infinite(source, z):
        return signed_bits(target, sign(source, z), target.infinity)
    return rounded(target, value(source, z), sign(source, z))


def demote(z: int) -> Result:
    """f64 to f32."""
    return change_format(F64, F32, z)


def promote(z: int) -> Result:
    """f32 to f64, exact."""
    return change_format(F32, F64, z)


def is_subnormal(F: Format, z: int) -> bool:
    """Whether `z` is nonzero and below the least normal number."""
    return 0 < magnitude(F, z) < 1 << F.p
