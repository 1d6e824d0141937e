"""Integer operators: section "Integer Operations" of the standard's chapter on numerics.

`N` is a width in bits. `i` is an integer in the standard's unsigned reading, 0 <= i < 2**N;
`j` is an integer of mathematics, positive or negative. The powers of two that depend on a width are
written as shifts, which take a third of the time.
"""

# ruff: noqa: FURB136 - a call of min or max takes three times as long as a conditional expression

from __future__ import annotations

from refwasm.errors import trap_if


def signed(N: int, i: int) -> int:
    """`i` read as two's complement.  Spec: aux-signed"""
    return i if i < 1 << N - 1 else i - (1 << N)


def unsigned(N: int, j: int) -> int:
    """The `i` congruent to `j`; for `j` in range the inverse of `signed`.  Spec: aux-signed"""
    return j % (1 << N)


def truncz(j1: int, j2: int) -> int:
    """The quotient of `j1` by `j2`, rounded toward zero.  Spec: aux-trunc"""
    return j1 // j2 if (j1 < 0) == (j2 < 0) else -(-j1 // j2)


def sat_u(N: int, j: int) -> int:
    """`j` clamped to the unsigned range of `N` bits.  Spec: aux-sat"""
    return 0 if j < 0 else (1 << N) - 1 if j > (1 << N) - 1 else j


def sat_s(N: int, j: int) -> int:
    """`j` clamped to the signed range of `N` bits, still signed.  Spec: aux-sat"""
    return -(1 << N - 1) if j < -(1 << N - 1) else (1 << N - 1) - 1 if j >= 1 << N - 1 else j


def iadd(N: int, i1: int, i2: int) -> int:
    """The sum modulo 2**N.  Spec: op-iadd"""
    return (i1 + i2) % (1 << N)


def isub(N: int, i1: int, i2: int) -> int:
    """The difference modulo 2**N.  Spec: op-isub"""
    return (i1 - i2) % (1 << N)


def imul(N: int, i1: int, i2: int) -> int:
    """The product modulo 2**N.  Spec: op-imul"""
    return i1 * i2 % (1 << N)


def idiv_u(N: int, i1: int, i2: int) -> int:
    """The unsigned quotient, rounded toward zero.  Spec: op-idiv"""
    trap_if(i2 == 0, "integer divide by zero")
    return i1 // i2


def idiv_s(N: int, i1: int, i2: int) -> int:
    """The signed quotient, rounded toward zero.  Spec: op-idiv"""
    j1, j2 = signed(N, i1), signed(N, i2)
    trap_if(j2 == 0, "integer divide by zero")
    trap_if(j1 == -(1 << N - 1) and j2 == -1, "integer overflow")
    return unsigned(N, truncz(j1, j2))


def irem_u(N: int, i1: int, i2: int) -> int:
    """The remainder of the unsigned division.  Spec: op-irem"""
    trap_if(i2 == 0, "integer divide by zero")
    return i1 % i2


def irem_s(N: int, i1: int, i2: int) -> int:
    """The remainder of the signed division, with the sign of the dividend.  Spec: op-irem"""
    j1, j2 = signed(N, i1), signed(N, i2)
    trap_if(j2 == 0, "integer divide by zero")
    return unsigned(N, j1 - j2 * truncz(j1, j2))


def inot(N: int, i: int) -> int:
    """The bitwise negation.  Spec: op-inot"""
    return ~i % (1 << N)


def iand(N: int, i1: int, i2: int) -> int:
    """The bitwise conjunction.  Spec: op-iand"""
    return i1 & i2


def iandnot(N: int, i1: int, i2: int) -> int:
    """The bitwise conjunction of `i1` with the negation of `i2`.  Spec: op-iandnot"""
    return i1 & ~i2


def ior(N: int, i1: int, i2: int) -> int:
    """The bitwise disjunction.  Spec: op-ior"""
    return i1 | i2


def ixor(N: int, i1: int, i2: int) -> int:
    """The bitwise exclusive disjunction.  Spec: op-ixor"""
    return i1 ^ i2


def ibitselect(N: int, i1: int, i2: int, i3: int) -> int:
    """The bits of `i1` where `i3` has ones, those of `i2` elsewhere.  Spec: op-ibitselect"""
    return i1 & i3 | i2 & ~i3


def ishl(N: int, i1: int, i2: int) -> int:
    """`i1` shifted left by `i2` modulo N.  Spec: op-ishl"""
    return (i1 << i2 % N) % (1 << N)


def ishr_u(N: int, i1: int, i2: int) -> int:
    """`i1` shifted right by `i2` modulo N, zeros coming in.  Spec: op-ishr"""
    return i1 >> i2 % N


def ishr_s(N: int, i1: int, i2: int) -> int:
    """`i1` shifted right by `i2` modulo N, copies of the sign coming in.  Spec: op-ishr"""
    return unsigned(N, signed(N, i1) >> i2 % N)


def irotl(N: int, i1: int, i2: int) -> int:
    """`i1` rotated left by `i2` modulo N.  Spec: op-irotl"""
    return (i1 << i2 % N | i1 >> N - i2 % N) % (1 << N)


def irotr(N: int, i1: int, i2: int) -> int:
    """`i1` rotated right by `i2` modulo N.  Spec: op-irotr"""
    return (i1 >> i2 % N | i1 << N - i2 % N) % (1 << N)


def iclz(N: int, i: int) -> int:
    """How many zeros lead; N for zero.  Spec: op-iclz"""
    return N - i.bit_length()


def ictz(N: int, i: int) -> int:
    """How many zeros trail; N for zero.  Spec: op-ictz"""
    return (i & -i).bit_length() - 1 if i else N


def ipopcnt(N: int, i: int) -> int:
    """How many bits are one.  Spec: op-ipopcnt"""
    return i.bit_count()


def ieqz(N: int, i: int) -> int:
    """1 if zero, else 0.  Spec: op-ieqz"""
    return 1 if i == 0 else 0


def inez(N: int, i: int) -> int:
    """0 if zero, else 1.  Spec: op-inez"""
    return 1 if i != 0 else 0


def ieq(N: int, i1: int, i2: int) -> int:
    """1 if equal, else 0.  Spec: op-ieq"""
    return 1 if i1 == i2 else 0


def ine(N: int, i1: int, i2: int) -> int:
    """1 if different, else 0.  Spec: op-ine"""
    return 1 if i1 != i2 else 0


def ilt_u(N: int, i1: int, i2: int) -> int:
    """1 if less, unsigned, else 0.  Spec: op-ilt"""
    return 1 if i1 < i2 else 0


def ilt_s(N: int, i1: int, i2: int) -> int:
    """1 if less, signed, else 0.  Spec: op-ilt"""
    return 1 if signed(N, i1) < signed(N, i2) else 0


def igt_u(N: int, i1: int, i2: int) -> int:
    """1 if greater, unsigned, else 0.  Spec: op-igt"""
    return 1 if i1 > i2 else 0


def igt_s(N: int, i1: int, i2: int) -> int:
    """1 if greater, signed, else 0.  Spec: op-igt"""
    return 1 if signed(N, i1) > signed(N, i2) else 0


def ile_u(N: int, i1: int, i2: int) -> int:
    """1 if less or equal, unsigned, else 0.  Spec: op-ile"""
    return 1 if i1 <= i2 else 0


def ile_s(N: int, i1: int, i2: int) -> int:
    """1 if less or equal, signed, else 0.  Spec: op-ile"""
    return 1 if signed(N, i1) <= signed(N, i2) else 0


def ige_u(N: int, i1: int, i2: int) -> int:
    """1 if greater or equal, unsigned, else 0.  Spec: op-ige"""
    return 1 if i1 >= i2 else 0


def ige_s(N: int, i1: int, i2: int) -> int:
    """1 if greater or equal, signed, else 0.  Spec: op-ige"""
    return 1 if signed(N, i1) >= signed(N, i2) else 0


def iextend_s(N: int, M: int, i: int) -> int:
    """The low `M` bits of `i`, sign-extended within `N`.  Spec: op-iextendn"""
    return unsigned(N, signed(M, i % (1 << M)))


def ineg(N: int, i: int) -> int:
    """The negation modulo 2**N.  Spec: op-ineg"""
    return -i % (1 << N)


def iabs(N: int, i: int) -> int:
    """The absolute value of the signed reading, modulo 2**N.  Spec: op-iabs"""
    return i if signed(N, i) >= 0 else ineg(N, i)


def imin_u(N: int, i1: int, i2: int) -> int:
    """The lesser, unsigned.  Spec: op-imin"""
    return i1 if i1 <= i2 else i2


def imin_s(N: int, i1: int, i2: int) -> int:
    """The lesser, signed.  Spec: op-imin"""
    return i1 if signed(N, i1) <= signed(N, i2) else i2


def imax_u(N: int, i1: int, i2: int) -> int:
    """The greater, unsigned.  Spec: op-imax"""
    return i1 if i1 >= i2 else i2


def imax_s(N: int, i1: int, i2: int) -> int:
    """The greater, signed.  Spec: op-imax"""
    return i1 if signed(N, i1) >= signed(N, i2) else i2


def iadd_sat_u(N: int, i1: int, i2: int) -> int:
    """The unsigned sum, saturated.  Spec: op-iadd_sat"""
    return sat_u(N, i1 + i2)


def iadd_sat_s(N: int, i1: int, i2: int) -> int:
    """The signed sum, saturated.  Spec: op-iadd_sat"""
    return unsigned(N, sat_s(N, signed(N, i1) + signed(N, i2)))


def isub_sat_u(N: int, i1: int, i2: int) -> int:
    """The unsigned difference, saturated.  Spec: op-isub_sat"""
    return sat_u(N, i1 - i2)


def isub_sat_s(N: int, i1: int, i2: int) -> int:
    """The signed difference, saturated.  Spec: op-isub_sat"""
    return unsigned(N, sat_s(N, signed(N, i1) - signed(N, i2)))


def iavgr_u(N: int, i1: int, i2: int) -> int:
    """The unsigned average, halves rounded up.  Spec: op-iavgr"""
    return (i1 + i2 + 1) // 2


def iq15mulrsat_s(N: int, i1: int, i2: int) -> int:
    """The signed product in units of 2**-15, rounded, saturated.  Spec: op-iq15mulrsat"""
    return unsigned(N, sat_s(N, signed(N, i1) * signed(N, i2) + 2**14 >> 15))
