"""The standard's float operators, exact: a value is its bit pattern, arithmetic goes by fractions.

A result is a bit pattern, or `nan:canonical` / `nan:arithmetic` where the standard leaves a choice.
"""

from collections.abc import Callable
from fractions import Fraction
from math import isqrt
from typing import NamedTuple

CANONICAL = "nan:canonical"
ARITHMETIC = "nan:arithmetic"
Result = int | str


class Format(NamedTuple):
    """An IEEE 754 binary format: all bits, and how many of them are fraction."""

    N: int
    p: int

    @property
    def bias(self) -> int:
        """What is added to an exponent to store it."""
        return int(2 ** (self.N - self.p - 2)) - 1

    @property
    def infinity(self) -> int:
        """The bits of +inf."""
        return (2 * self.bias + 1) << self.p

    @property
    def nan(self) -> int:
        """The bits of the positive canonical NaN."""
        return self.infinity + (1 << self.p - 1)

    @property
    def sign_bit(self) -> int:
        """The bits of -0."""
        return 1 << self.N - 1


F32 = Format(32, 23)
F64 = Format(64, 52)
FORMATS = {"f32": F32, "f64": F64}


def sign(F: Format, z: int) -> int:
    """1 where the sign bit is set."""
    return z >> F.N - 1


def magnitude(F: Format, z: int) -> int:
    """The bits without the sign."""
    return z & F.sign_bit - 1


def is_nan(F: Format, z: int) -> bool:
    """Whether `z` is any NaN."""
    return magnitude(F, z) > F.infinity


def is_infinite(F: Format, z: int) -> bool:
    """Whether `z` is an infinity of either sign."""
    return magnitude(F, z) == F.infinity


def is_zero(F: Format, z: int) -> bool:
    """Whether `z` is a zero of either sign."""
    return magnitude(F, z) == 0


def value(F: Format, z: int) -> Fraction:
    """The exact value of a finite `z`."""
    exponent, fraction = divmod(magnitude(F, z), 1 << F.p)
    whole = fraction + (1 << F.p if exponent else 0)
    exact = whole * Fraction(2) ** (max(exponent, 1) - F.bias - F.p)
    return -exact if sign(F, z) else exact


def exponent_of(q: Fraction) -> int:
    """The e for which 2**e <= q < 2**(e+1)."""
    e = q.numerator.bit_length() - q.denominator.bit_length()
    return e if Fraction(2) ** e <= q else e - 1


def rounded(F: Format, q: Fraction, zero_sign: int = 0) -> int:
    """The bits of the value nearest to `q`, ties to even; `zero_sign` for an exact zero."""
    if q == 0:
        return zero_sign << F.N - 1
    e = max(exponent_of(abs(q)), 1 - F.bias)
    whole = round(abs(q) / Fraction(2) ** (e - F.p))
    return signed_bits(F, q < 0, min(((e + F.bias - 1) << F.p) + whole, F.infinity))


def signed_bits(F: Format, negative: bool | int, bits: int) -> int:
    """`bits` with the sign bit set where `negative`."""
    return bits + F.sign_bit if negative else bits


def nan(F: Format, *operands: int) -> str:
    """What NaN may come out: canonical unless an operand is a NaN of another payload."""
    nans = [magnitude(F, z) for z in operands if is_nan(F, z)]
    return CANONICAL if all(z == F.nan for z in nans) else ARITHMETIC


def any_nan(F: Format, *operands: int) -> bool:
    """Whether an operand is a NaN."""
    return any(is_nan(F, z) for z in operands)


def neg(F: Format, z: int) -> int:
    """`z` with its sign flipped, NaN or not."""
    return z ^ F.sign_bit


def add(F: Format, a: int, b: int) -> Result:
    """Sum; opposite infinities give NaN, opposite zeros and cancellation +0."""
    if any_nan(F, a, b) or (is_infinite(F, a) and b == neg(F, a)):
        return nan(F, a, b)
    if is_infinite(F, a) or is_infinite(F, b):
        return a if is_infinite(F, a) else b
    return rounded(F, value(F, a) + value(F, b), sign(F, a) & sign(F, b))


def sub(F: Format, a: int, b: int) -> Result:
    """Difference."""
    return nan(F, a, b) if is_nan(F, b) else add(F, a, neg(F, b))


def mul(F: Format, a: int, b: int) -> Result:
    """Product; zero times infinity gives NaN."""
    negative = sign(F, a) ^ sign(F, b)
    if any_nan(F, a, b):
        return nan(F, a, b)
    if is_infinite(F, a) or is_infinite(F, b):
        return nan(F) if is_zero(F, a) or is_zero(F, b) else signed_bits(F, negative, F.infinity)
    return rounded(F, value(F, a) * value(F, b), negative)


def div(F: Format, a: int, b: int) -> Result:
    """Quotient; 0/0 and inf/inf give NaN, anything else over zero an infinity."""
    negative = sign(F, a) ^ sign(F, b)
    both_zero = is_zero(F, a) and is_zero(F, b)
    if any_nan(F, a, b) or both_zero or (is_infinite(F, a) and is_infinite(F, b)):
        return nan(F, a, b)
    if is_infinite(F, a) or is_zero(F, b):
        return signed_bits(F, negative, F.infinity)
    return (
        signed_bits(F, negative, 0)
        if is_infinite(F, b)
        else rounded(F, value(F, a) / value(F, b), negative)
    )


def fused(F: Format, a: int, b: int, c: int) -> Result:
    """a * b + c with one rounding (operands finite or NaN)."""
    if any_nan(F, a, b, c):
        return nan(F, a, b, c)
    product_sign = sign(F, a) ^ sign(F, b)
    exact = value(F, a) * value(F, b) + value(F, c)
    return rounded(F, exact, product_sign & sign(F, c))


def sqrt(F: Format, z: int) -> Result:
    """Square root, correctly rounded by an integer root of the scaled value."""
    if is_nan(F, z) or (sign(F, z) and not is_zero(F, z)):
        return nan(F, z)
    if is_zero(F, z) or is_infinite(F, z):
        return z
    unit = Fraction(2) ** (exponent_of(value(F, z)) // 2 - F.p)
    scaled = value(F, z) / unit**2
    root = isqrt(int(scaled))
    return rounded(F, (root + (scaled > (root + Fraction(1, 2)) ** 2)) * unit)


def order_key(F: Format, z: int) -> Fraction:
    """A fraction that orders all numbers, infinities beyond the finite ones."""
    if is_infinite(F, z):
        return Fraction(2) ** (F.bias + 2) * (-1 if sign(F, z) else 1)
    return value(F, z)


def lt(F: Format, a: int, b: int) -> bool:
    """Whether a < b; never for a NaN, nor for zeros of either sign."""
    return not any_nan(F, a, b) and order_key(F, a) < order_key(F, b)


def eq(F: Format, a: int, b: int) -> bool:
    """Whether a = b; never for a NaN, always for two zeros."""
    return not any_nan(F, a, b) and order_key(F, a) == order_key(F, b)


def minimum(F: Format, a: int, b: int) -> Result:
    """The smaller; -0 is smaller than +0, a NaN wins."""
    if any_nan(F, a, b):
        return nan(F, a, b)
    if is_zero(F, a) and is_zero(F, b):
        return a | b
    return a if lt(F, a, b) else b


def maximum(F: Format, a: int, b: int) -> Result:
    """The larger; +0 is larger than -0, a NaN wins."""
    if any_nan(F, a, b):
        return nan(F, a, b)
    if is_zero(F, a) and is_zero(F, b):
        return a & b
    return b if lt(F, a, b) else a


def integral(step: Callable[[Fraction], int]) -> Callable[[Format, int], Result]:
    """The float operator that rounds to an integer by `step`, keeping the sign of zero."""

    def operator(F: Format, z: int) -> Result:
        if is_nan(F, z):
            return nan(F, z)
        if is_infinite(F, z):
            return z
        return rounded(F, Fraction(step(value(F, z))), sign(F, z))

    return operator


UNARY: dict[str, Callable[[Format, int], Result]] = {
    "abs": magnitude,
    "neg": neg,
    "ceil": integral(lambda q: -(-q.numerator // q.denominator)),
    "floor": integral(lambda q: q.numerator // q.denominator),
    "trunc": integral(int),
    "nearest": integral(round),
    "sqrt": sqrt,
}

BINARY: dict[str, Callable[[Format, int, int], Result]] = {
    "add": add,
    "sub": sub,
    "mul": mul,
    "div": div,
    "min": minimum,
    "max": maximum,
    "copysign": lambda F, a, b: signed_bits(F, sign(F, b), magnitude(F, a)),
    "pmin": lambda F, a, b: b if lt(F, b, a) else a,
    "pmax": lambda F, a, b: b if lt(F, a, b) else a,
}

COMPARE: dict[str, Callable[[Format, int, int], bool]] = {
    "eq": eq,
    "ne": lambda F, a, b: not eq(F, a, b),
    "lt": lt,
    "gt": lambda F, a, b: lt(F, b, a),
    "le": lambda F, a, b: lt(F, a, b) or eq(F, a, b),
    "ge": lambda F, a, b: lt(F, b, a) or eq(F, a, b),
}
