"""Number literals to bit patterns, rounded once from the exact value (section "Numbers").

Every function answers None where a literal is well-formed but out of range.
"""

from __future__ import annotations

import re
from fractions import Fraction

from refwasm.numerics.floats import bits_of_float, fround_exact
from refwasm.regex import possessive
from refwasm.text.strings import HEXNUM

_NUM = "[0-9]++" + possessive("_[0-9]++", "*")
_FRACTION = possessive(rf"(?P<decdot>\.)(?P<decfrac>{_NUM})?", "?")
_HEXFRACTION = possessive(rf"(?P<hexdot>\.)(?P<hexfrac>{HEXNUM})?", "?")
NAT = re.compile(f"{_NUM}|0x{HEXNUM}")
NUMBER = re.compile(
    rf"""(?P<sign>[+-]?)(?:
      0x(?P<hex>{HEXNUM}){_HEXFRACTION}{possessive(f"[pP](?P<hexexp>[+-]?{_NUM})", "?")}
    | (?P<dec>{_NUM}){_FRACTION}{possessive(f"[eE](?P<decexp>[+-]?{_NUM})", "?")}
    | (?P<inf>inf)
    | nan{possessive(f":0x(?P<payload>{HEXNUM})", "?")})""",
    re.VERBOSE,
)

FRACTION_BITS = {32: 23, 64: 52}

# Digits that can decide; what follows can only break a tie, which a single one does as well.
DIGITS = 1100


def natural(literal: str, below: int) -> int | None:
    """The value of an unsigned `literal`, which must be less than `below`.

    Spec: text-int
    """
    digits = literal.replace("_", "")
    if digits[:2] == "0x":
        value = int(digits, 16)
    else:
        digits = digits.lstrip("0")
        value = int(digits or "0") if len(digits) < 40 else below
    return value if value < below else None


def integer_bits(literal: str, N: int) -> int | None:
    """The integer `literal`, signed or not, as N bits.

    Spec: text-int
    """
    sign = literal[0] if literal[0] in "+-" else ""
    digits = literal[len(sign) :]
    if not NAT.fullmatch(digits):
        return None
    if sign:
        value = natural(digits, 2 ** (N - 1) + (sign == "-"))
        return value if sign == "+" or value is None else -value % 2**N
    return natural(digits, 2**N)


def float_bits(literal: str, N: int) -> int | None:
    """The `literal`, of any form a number may have, as the nearest float of N bits, ties to even.

    Spec: text-float
    """
    found = NUMBER.fullmatch(literal)
    assert found is not None
    fraction_bits = FRACTION_BITS[N]
    infinity = (1 << N - 1) - (1 << fraction_bits)
    sign: int = (found["sign"] == "-") << (N - 1)
    if found["inf"]:
        return sign | infinity
    if not found["dec"] and not found["hex"]:
        payload = found["payload"]
        value = int(payload.replace("_", ""), 16) if payload else 1 << (fraction_bits - 1)
        return sign | infinity | value if 0 < value < 1 << fraction_bits else None
    if found["dec"] and N == 64:  # Python's own conversion rounds correctly
        z = float(literal.lstrip("+-"))
    elif found["dec"]:
        z = fround_exact(N, _value(found["dec"], found["decfrac"], found["decexp"], 10, 10))
    else:
        z = fround_exact(N, _value(found["hex"], found["hexfrac"], found["hexexp"], 16, 2))
    magnitude = bits_of_float(N, z)
    return sign | magnitude if magnitude < infinity else None


def _value(
    whole: str, fraction: str | None, exponent: str | None, radix: int, base: int
) -> Fraction:
    """The exact value, or one that every format rounds alike.

    Spec: text-float
    """
    fraction = (fraction or "").replace("_", "")
    digits = (whole.replace("_", "") + fraction).lstrip("0")
    if not digits:
        return Fraction(0)
    scale = 4 if radix > base else 1
    e = _exponent(exponent) - scale * len(fraction)
    if len(digits) > DIGITS:
        e += scale * (len(digits) - DIGITS - 1)
        digits = digits[:DIGITS] + ("1" if digits[DIGITS:].strip("0") else "0")
    # Beyond these bounds every format rounds to infinity or zero.
    e = max(-4 * DIGITS - 1200, min(e, 1200))
    return int(digits, radix) * Fraction(base) ** e


def _exponent(digits: str | None) -> int:
    """The exponent, clamped far beyond any format's range."""
    if digits is None:
        return 0
    sign = -1 if digits[0] == "-" else 1
    digits = digits.lstrip("+-").replace("_", "").lstrip("0")
    return sign * (int(digits or "0") if len(digits) < 18 else 10**18)
