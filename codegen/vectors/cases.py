"""Operands worth trying: edges of each width and format, and fixed ways to pair them."""

from collections.abc import Sequence

from codegen.vectors.float_maths import Format


def integers(N: int) -> list[int]:
    """Edge values of N bits: around zero, around both ends, and two mixed patterns."""
    top = 2 ** (N - 1)
    mixed = int("0123456789abcdef"[-N // 4 :], 16)
    return [0, 1, 2**N - 1, top, top - 1, mixed, top + 1, 2 * top // 3, 7]


def floats(F: Format) -> list[int]:
    """Zeros, ones, halves, least and greatest, infinities and NaNs, as bits."""
    one = F.bias << F.p
    half = (F.bias - 1) << F.p
    positive = [
        0,
        one,
        F.infinity,
        half,
        F.infinity - 1,  # greatest
        1,  # least subnormal
        1 << F.p,  # least normal
        one + (1 << F.p) + (1 << F.p - 1),  # 3
        one + 1,  # next above 1
        one + (1 << F.p - 2),  # 1.25
    ]
    signed = [z for plus in positive for z in (plus, plus + F.sign_bit)]
    return [*signed, F.nan, F.nan + F.sign_bit, F.infinity + (1 << F.p - 2)]


def rounding(F: Format) -> list[int]:
    """Values around the steps of ceil, floor, trunc and nearest."""
    one = F.bias << F.p
    wide = (F.bias + F.p) << F.p  # 2**p, the first without a fraction
    steps = [
        one - 1,
        one + (1 << F.p - 1),  # 1.5
        one + (1 << F.p) + (1 << F.p - 2),  # 2.5
        one + (1 << F.p) + (1 << F.p - 2) - 1,
        one + (1 << F.p) + (1 << F.p - 2) + 1,
        wide - 1,
        wide - 3,
        wide,
        wide + 1,
    ]
    return [z for plus in steps for z in (plus, plus + F.sign_bit)]


def pairs(edges: Sequence[int], count: int) -> list[tuple[int, int]]:
    """`count` pairs of edges: each with itself, then each with others at growing distance."""
    n = len(edges)
    return [(edges[k % n], edges[(k + (k // n) * 5 % n) % n]) for k in range(count)]


def float_pairs(F: Format) -> list[tuple[int, int]]:
    """Pairs that meet every branch of the float operators: rounding, overflow, zeros, NaNs."""
    one, inf, top = F.bias << F.p, F.infinity, F.infinity - 1
    minus, three, small = F.sign_bit, one + (1 << F.p) + (1 << F.p - 1), 1
    signalling = F.infinity + 1
    return [
        (0, 0),
        (0, minus),
        (minus, 0),
        (minus, minus),
        (one, three),
        (three, one + minus),
        (one, one + minus),
        (three, three),
        (one, (F.bias - F.p - 1) << F.p),  # half a unit in the last place: a tie
        (one + 1, (F.bias - F.p - 1) << F.p),
        (one + 1, one + 3),
        (top, top),
        (top, top + minus),
        (top, (2 * F.bias - F.p - 1) << F.p),  # the least that overflows a sum
        (small, small),
        (small, one + minus),
        (1 << F.p, (F.bias - 1) << F.p),
        (small, top),
        (inf, inf),
        (inf, inf + minus),
        (inf, 0),
        (minus, inf + minus),
        (one, inf),
        (three + minus, 0),
        (0, three + minus),
        (F.nan, one),
        (inf, F.nan + minus),
        (signalling, F.nan),
        (three, signalling + minus),
    ]
