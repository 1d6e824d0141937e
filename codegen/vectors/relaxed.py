"""relaxed_simd.wast: every allowed result, the deterministic profile's first.

One choice holds for all lanes of a result, since an implementation fixes it once and for all.
"""

from collections.abc import Callable
from fractions import Fraction

from codegen.vectors import float_maths
from codegen.vectors.convert_maths import bounds, trunc, trunc_sat
from codegen.vectors.float_maths import F32, F64, FORMATS, Format, Result
from codegen.vectors.integer_maths import q15_multiply, saturate_s, signed, wrap
from codegen.vectors.script import LANES, Script, Vector, function, returns_either

Lanes = tuple[Result, ...]
BYTES = tuple(range(0xF0, 0x100))


def assertion(name: str, operands: list[Vector], shape: str, results: list[Lanes]) -> str:
    """An assertion of one of several vectors of the same shape."""
    return returns_either(name, operands, [(shape, lanes) for lanes in results])


def add_swizzle(script: Script) -> None:
    """An index from 16 to 127 gives 0, or the lane modulo 16; a negative one gives 0."""
    name, assertions = "i8x16.relaxed_swizzle", []
    for order in (
        tuple(range(15, -1, -1)),
        tuple(range(8, 24)),
        (15, 16, 127, 128, 255, *range(11)),
    ):
        strict = tuple(BYTES[x] if x < 16 else 0 for x in order)
        modulo = tuple(BYTES[x % 16] if x < 128 else 0 for x in order)
        operands: list[Vector] = [("i8x16", BYTES), ("i8x16", order)]
        assertions.append(assertion(name, operands, "i8x16", [strict, modulo]))
    script.add(function(name, ["v128"] * 2, "v128"), assertions)


def relaxed_trunc(F: Format, sx: str, z: int) -> int:
    """The other choice of truncation: one fixed integer where there is no exact one."""
    exact = trunc(F, 32, sx, z)
    fallback = 2**31 if sx == "s" else 2**32 - 1
    return fallback if isinstance(exact, str) else exact


def add_truncations(script: Script) -> None:
    """Values in range are exact; NaNs and the rest saturate or give a fixed integer."""
    for source, F, n, suffix in (("f32x4", F32, 4, ""), ("f64x2", F64, 2, "_zero")):
        for sx in "su":
            name = f"i32x4.relaxed_trunc_{source}_{sx}{suffix}"
            low, high = bounds(32, sx)
            inside = [Fraction(q) for q in (low, 0, 7)] + [Fraction(high, 2), Fraction(-1, 2)]
            wild = [F.nan, F.infinity, float_maths.rounded(F, Fraction(high + 1))]
            operands = [float_maths.rounded(F, q) for q in inside] + wild
            assertions = []
            for k in range(0, len(operands), n):
                a = tuple(operands[k : k + n])
                zeros = (0,) * (4 - n)
                strict = (*(trunc_sat(F, 32, sx, z) for z in a), *zeros)
                other = (*(relaxed_trunc(F, sx, z) for z in a), *zeros)
                assertions.append(assertion(name, [(source, a)], "i32x4", [strict, other]))
            script.add(function(name, ["v128"], "v128"), assertions)


def unfused(F: Format, a: int, b: int, c: int) -> Result:
    """a * b + c, rounded twice."""
    product = float_maths.mul(F, a, b)
    return (
        float_maths.nan(F, a, b, c) if isinstance(product, str) else float_maths.add(F, product, c)
    )


def multiply_adds(F: Format) -> list[tuple[int, int, int]]:
    """Operands where one rounding and two agree, and where they differ."""
    one, ulp = Fraction(1), Fraction(1, 2**F.p)
    exact = [
        (one * 2, one * 3, one * 4),
        (one * -5, one / 4, one / 8),
        (1 + ulp, 1 + ulp, -(1 + 2 * ulp)),  # fused: ulp**2, unfused: 0
        (1 + ulp, 1 - ulp, -one),
        (one, one, -one),
        ((2 - ulp) * Fraction(2) ** F.bias, one * 2, -(2 - ulp) * Fraction(2) ** F.bias),
    ]
    rows = [(x, y, z) for x, y, z in exact]
    bits = [tuple(float_maths.rounded(F, q) for q in row) for row in rows]
    return [(a, b, c) for a, b, c in bits] + [(F.nan, F.bias << F.p, 0), (0, F.sign_bit, 0)]


def add_multiply_adds(script: Script) -> None:
    """madd and nmadd: unfused, or fused."""
    for shape in ("f32x4", "f64x2"):
        F, n = FORMATS[shape[:3]], int(shape[4:])
        rows = multiply_adds(F)
        for name in ("relaxed_madd", "relaxed_nmadd"):
            full, assertions = f"{shape}.{name}", []
            for k in range(0, len(rows), n):
                vectors = list(zip(*rows[k : k + n], strict=True))
                operands: list[Vector] = [(shape, lanes) for lanes in vectors]
                x = [float_maths.neg(F, z) if name == "relaxed_nmadd" else z for z in vectors[0]]
                terms = list(zip(x, vectors[1], vectors[2], strict=True))
                two = tuple(unfused(F, *abc) for abc in terms)
                one = tuple(float_maths.fused(F, *abc) for abc in terms)
                assertions.append(assertion(full, operands, shape, [two, one]))
            script.add(function(full, ["v128"] * 3, "v128"), assertions)


def extremum_choices(F: Format, strict: Result, zero: int, a: int, b: int) -> list[Result]:
    """The four results of relaxed minimum or maximum of one lane; `zero` of two zeros."""
    if float_maths.is_nan(F, a):
        return [strict, float_maths.nan(F, a, b), b, b]
    if float_maths.is_nan(F, b):
        return [strict, a, float_maths.nan(F, a, b), a]
    if float_maths.is_zero(F, a) and float_maths.is_zero(F, b) and a != b:
        return [strict, a, b, zero]
    return [strict] * 4


def add_extrema(script: Script) -> None:
    """min and max: free with NaNs and with zeros of opposite sign."""
    for shape in ("f32x4", "f64x2"):
        F, n = FORMATS[shape[:3]], int(shape[4:])
        one, minus = F.bias << F.p, F.sign_bit
        rows = [(one, one + minus), (0, one), (F.infinity, one), (one + 1, one)]
        rows += [(0, minus), (minus, 0), (F.nan, one), (one, F.nan)]
        for name, zero in (("min", minus), ("max", 0)):
            full, assertions = f"{shape}.relaxed_{name}", []
            for k in range(0, len(rows), n):
                chosen = rows[k : k + n]
                lanes = [
                    extremum_choices(F, float_maths.BINARY[name](F, a, b), zero, a, b)
                    for a, b in chosen
                ]
                operands: list[Vector] = [(shape, v) for v in zip(*chosen, strict=True)]
                assertions.append(assertion(full, operands, shape, list(zip(*lanes, strict=True))))
            script.add(function(full, ["v128"] * 2, "v128"), assertions)


def add_selections(script: Script) -> None:
    """laneselect: bit by bit, or by the mask's highest bit."""
    for shape in ("i8x16", "i16x8", "i32x4", "i64x2"):
        N = LANES[shape]
        n, ones = 128 // N, 2**N - 1
        a, b = (ones // 3,) * n, (ones // 5 * 2,) * n
        uniform = tuple(ones if x % 2 else 0 for x in range(n))
        mixed = tuple(2 ** (N - 1) if x % 2 else 2 ** (N - 1) - 1 for x in range(n))
        full, assertions = f"{shape}.relaxed_laneselect", []
        for mask in (uniform, mixed):
            whole = tuple(ones if i >= 2 ** (N - 1) else 0 for i in mask)
            results: list[Lanes] = [
                tuple(i & k | j & ones - k for i, j, k in zip(a, b, m, strict=True))
                for m in (mask, whole)
            ]
            operands: list[Vector] = [(shape, a), (shape, b), (shape, mask)]
            assertions.append(assertion(full, operands, shape, results))
        script.add(function(full, ["v128"] * 3, "v128"), assertions)


def add_q15(script: Script) -> None:
    """q15mulr: the one product that overflows saturates, or wraps."""
    full = "i16x8.relaxed_q15mulr_s"
    a = (0, 1, 0x7FFF, 0x8000, 0x4000, 0x1234, 0xFFFF, 0x8001)
    b = (5, 0x7FFF, 0x7FFF, 0x7FFF, 0x4000, 0x0FED, 0x8000, 0x8001)
    strict = tuple(q15_multiply(16, i, j) for i, j in zip(a, b, strict=True))
    overflow = (0x8000,) * 8
    assertions = [
        assertion(full, [("i16x8", a), ("i16x8", b)], "i16x8", [strict]),
        assertion(full, [("i16x8", overflow)] * 2, "i16x8", [(0x7FFF,) * 8, overflow]),
    ]
    script.add(function(full, ["v128"] * 2, "v128"), assertions)


def dots(read: Callable[[int], int], a: tuple[int, ...], b: tuple[int, ...]) -> list[int]:
    """Sums of adjacent products, saturated to 16 bits, the second operand read by `read`."""
    products = [signed(8, i) * read(j) for i, j in zip(a, b, strict=True)]
    sums = zip(products[::2], products[1::2], strict=True)
    return [signed(16, saturate_s(16, i + j)) for i, j in sums]


def add_dots(script: Script) -> None:
    """The dot products: the second operand signed or unsigned where its highest bit is set."""
    seven = tuple(range(0x70, 0x80))
    rows = [(BYTES, seven), ((0x80,) * 16, (0x7F,) * 16), ((0x80, 0x7F) * 8, (0x81, 0xFE) * 8)]
    plain, summing = [], []
    name, name_add = "i16x8.relaxed_dot_i8x16_i7x16_s", "i32x4.relaxed_dot_i8x16_i7x16_add_s"
    c = (0, 100, 2**32 - 1, 2**31 - 1)
    for a, b in rows:
        readings: list[Callable[[int], int]] = [lambda j: signed(8, j), lambda j: j]
        operands: list[Vector] = [("i8x16", a), ("i8x16", b)]
        halves = [dots(read, a, b) for read in readings]
        first: list[Lanes] = [tuple(wrap(16, i) for i in d) for d in halves]
        plain.append(assertion(name, operands, "i16x8", first))
        second: list[Lanes] = [
            tuple(wrap(32, d[2 * x] + d[2 * x + 1] + c[x]) for x in range(4)) for d in halves
        ]
        summing.append(assertion(name_add, [*operands, ("i32x4", c)], "i32x4", second))
    script.add(function(name, ["v128"] * 2, "v128"), plain)
    script.add(function(name_add, ["v128"] * 3, "v128"), summing)


def relaxed_simd_wast() -> Script:
    """All relaxed SIMD instructions."""
    script = Script(
        "Relaxed SIMD: each result that the standard allows, the deterministic profile's first.",
        "*.relaxed_*: swizzle, trunc, madd, nmadd, laneselect, min, max, q15mulr, dot, dot_add.",
    )
    add_swizzle(script)
    add_truncations(script)
    add_multiply_adds(script)
    add_selections(script)
    add_extrema(script)
    add_q15(script)
    add_dots(script)
    return script
