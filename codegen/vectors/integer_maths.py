"""The standard's integer operators on Python ints; values are unsigned, `0 <= i < 2**N`."""

from collections.abc import Callable

Unary = Callable[[int, int], int]
Binary = Callable[[int, int, int], int]


def signed(N: int, i: int) -> int:
    """The two's complement reading of `i`."""
    return i - int(2**N) if i >= 2 ** (N - 1) else i


def wrap(N: int, i: int) -> int:
    """The representative of `i` modulo 2**N."""
    return i % int(2**N)


def clamp(i: int, low: int, high: int) -> int:
    """`i`, or the end of [low, high] that it lies beyond."""
    return max(low, min(high, i))


def saturate_s(N: int, i: int) -> int:
    """The N-bit value closest to `i` in the signed reading."""
    return wrap(N, clamp(i, -(2 ** (N - 1)), 2 ** (N - 1) - 1))


def saturate_u(N: int, i: int) -> int:
    """The N-bit value closest to `i` in the unsigned reading."""
    return clamp(i, 0, 2**N - 1)


def extend(M: int, N: int, i: int) -> int:
    """The sign extension of the low M bits of `i` to N bits."""
    return wrap(N, signed(M, wrap(M, i)))


def divide_toward_zero(i: int, j: int) -> int:
    """The quotient without its fraction."""
    return abs(i) // abs(j) * (1 if (i < 0) == (j < 0) else -1)


def div_s(N: int, i: int, j: int) -> int | str:
    """Signed quotient, or the text of the trap."""
    if j == 0:
        return "integer divide by zero"
    quotient = divide_toward_zero(signed(N, i), signed(N, j))
    return "integer overflow" if quotient == 2 ** (N - 1) else wrap(N, quotient)


def div_u(N: int, i: int, j: int) -> int | str:
    """Unsigned quotient, or the text of the trap."""
    return i // j if j else "integer divide by zero"


def rem_s(N: int, i: int, j: int) -> int | str:
    """Signed remainder (sign of the dividend), or the text of the trap."""
    if j == 0:
        return "integer divide by zero"
    si, sj = signed(N, i), signed(N, j)
    return wrap(N, si - sj * divide_toward_zero(si, sj))


def rem_u(N: int, i: int, j: int) -> int | str:
    """Unsigned remainder, or the text of the trap."""
    return i % j if j else "integer divide by zero"


def bits(N: int, i: int) -> str:
    """The N binary digits of `i`."""
    return format(i, f"0{N}b")


def rotate_left(N: int, i: int, k: int) -> int:
    """`i` with its first `k` (modulo N) digits moved to the end."""
    digits, k = bits(N, i), k % N
    return int(digits[k:] + digits[:k], 2)


def q15_multiply(N: int, i: int, j: int) -> int:
    """Fixed-point product: (i * j + 2**14) / 2**15 rounded down, saturated."""
    return saturate_s(N, (signed(N, i) * signed(N, j) + 2**14) // 2**15)


UNARY: dict[str, Unary] = {
    "clz": lambda N, i: N - i.bit_length(),
    "ctz": lambda N, i: len(bits(N, i)) - len(bits(N, i).rstrip("0")),
    "popcnt": lambda N, i: bits(N, i).count("1"),
    "neg": lambda N, i: wrap(N, -i),
    "abs": lambda N, i: wrap(N, abs(signed(N, i))),
    "not": lambda N, i: 2**N - 1 - i,
}

BINARY: dict[str, Binary] = {
    "add": lambda N, i, j: wrap(N, i + j),
    "sub": lambda N, i, j: wrap(N, i - j),
    "mul": lambda N, i, j: wrap(N, i * j),
    "and": lambda N, i, j: i & j,
    "or": lambda N, i, j: i | j,
    "xor": lambda N, i, j: i ^ j,
    "andnot": lambda N, i, j: i & (2**N - 1 - j),
    "min_s": lambda N, i, j: wrap(N, min(signed(N, i), signed(N, j))),
    "min_u": lambda N, i, j: min(i, j),
    "max_s": lambda N, i, j: wrap(N, max(signed(N, i), signed(N, j))),
    "max_u": lambda N, i, j: max(i, j),
    "add_sat_s": lambda N, i, j: saturate_s(N, signed(N, i) + signed(N, j)),
    "add_sat_u": lambda N, i, j: saturate_u(N, i + j),
    "sub_sat_s": lambda N, i, j: saturate_s(N, signed(N, i) - signed(N, j)),
    "sub_sat_u": lambda N, i, j: saturate_u(N, i - j),
    "avgr_u": lambda N, i, j: (i + j + 1) // 2,
    "q15mulr_sat_s": q15_multiply,
}

SHIFT: dict[str, Binary] = {
    "shl": lambda N, i, k: wrap(N, i * 2 ** (k % N)),
    "shr_s": lambda N, i, k: wrap(N, signed(N, i) // 2 ** (k % N)),
    "shr_u": lambda N, i, k: i // 2 ** (k % N),
    "rotl": rotate_left,
    "rotr": lambda N, i, k: rotate_left(N, i, N - k % N),
}

COMPARE: dict[str, Binary] = {
    "eq": lambda N, i, j: int(i == j),
    "ne": lambda N, i, j: int(i != j),
    "lt_s": lambda N, i, j: int(signed(N, i) < signed(N, j)),
    "lt_u": lambda N, i, j: int(i < j),
    "gt_s": lambda N, i, j: int(signed(N, i) > signed(N, j)),
    "gt_u": lambda N, i, j: int(i > j),
    "le_s": lambda N, i, j: int(signed(N, i) <= signed(N, j)),
    "le_u": lambda N, i, j: int(i <= j),
    "ge_s": lambda N, i, j: int(signed(N, i) >= signed(N, j)),
    "ge_u": lambda N, i, j: int(i >= j),
}

PARTIAL: dict[str, Callable[[int, int, int], int | str]] = {
    "div_s": div_s,
    "div_u": div_u,
    "rem_s": rem_s,
    "rem_u": rem_u,
}
