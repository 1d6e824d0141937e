"""simd_conversions.wast: SIMD instructions whose result has another shape than the operands."""

from collections.abc import Sequence
from fractions import Fraction

from codegen.vectors import convert_maths
from codegen.vectors.cases import floats, integers
from codegen.vectors.convert_maths import demote, promote, trunc_sat
from codegen.vectors.float_maths import F32, F64, Format, rounded
from codegen.vectors.integer_maths import saturate_s, saturate_u, signed, wrap
from codegen.vectors.script import Script, Vector, function, returns
from codegen.vectors.simd_integers import lane_pairs

WIDER = {8: "i16x8", 16: "i32x4", 32: "i64x2"}
SHAPE = {8: "i8x16", 16: "i16x8", 32: "i32x4", 64: "i64x2"}


def reading(N: int, sx: str, i: int) -> int:
    """A lane as a signed (`s`) or unsigned (`u`) number."""
    return signed(N, i) if sx == "s" else i


def half(part: str, lanes: Sequence[int]) -> Sequence[int]:
    """The low or the high half of the lanes."""
    middle = len(lanes) // 2
    return lanes[:middle] if part == "low" else lanes[middle:]


def add_narrowing(script: Script) -> None:
    """Two vectors of wide lanes, read signed, saturated into one of narrow lanes."""
    for N in (8, 16):
        source, target = SHAPE[2 * N], SHAPE[N]
        for sx, saturate in (("s", saturate_s), ("u", saturate_u)):
            full = f"{target}.narrow_{source}_{sx}"
            around = [2 ** (N - 1), 2 ** (N - 1) - 1, 2**N - 1, 2**N, 2**N + 1, -1, -(2 ** (N - 1))]
            extra = [i % 2 ** (2 * N) for i in (*around, -(2 ** (N - 1)) - 1, 0, 5)]
            n = 64 // N
            rows = [(tuple(extra[:n]), tuple(extra[-n:])), *map(tuple, lane_pairs(source)[:2])]
            assertions = []
            for a, b in rows:
                lanes = tuple(saturate(N, signed(2 * N, i)) for i in a + b)
                assertions.append(returns(full, [(source, a), (source, b)], (target, lanes)))
            script.add(function(full, ["v128"] * 2, "v128"), assertions)


def add_widening(script: Script) -> None:
    """extend and extmul, low and high, signed and unsigned."""
    for N, target in WIDER.items():
        source = SHAPE[N]
        for part in ("low", "high"):
            for sx in "su":
                extend, multiply = [], []
                name = f"{target}.extend_{part}_{source}_{sx}"
                product = f"{target}.extmul_{part}_{source}_{sx}"
                for a, b in lane_pairs(source)[:3]:
                    x, y = ([reading(N, sx, i) for i in half(part, v)] for v in (a, b))
                    wide: Vector = (target, tuple(wrap(2 * N, i) for i in x))
                    both = tuple(wrap(2 * N, i * j) for i, j in zip(x, y, strict=True))
                    extend.append(returns(name, [(source, a)], wide))
                    multiply.append(returns(product, [(source, a), (source, b)], (target, both)))
                script.add(function(name, ["v128"], "v128"), extend)
                script.add(function(product, ["v128"] * 2, "v128"), multiply)


def add_pairwise(script: Script) -> None:
    """extadd_pairwise, and the dot product of 16-bit lanes."""
    for N in (8, 16):
        source, target = SHAPE[N], WIDER[N]
        for sx in "su":
            full = f"{target}.extadd_pairwise_{source}_{sx}"
            assertions = []
            for a, _ in lane_pairs(source):
                x = [reading(N, sx, i) for i in a]
                sums = tuple(wrap(2 * N, i + j) for i, j in zip(x[::2], x[1::2], strict=True))
                assertions.append(returns(full, [(source, a)], (target, sums)))
            script.add(function(full, ["v128"], "v128"), assertions)
    full, assertions = "i32x4.dot_i16x8_s", []
    rows = [((0x8000,) * 8, (0x8000,) * 8), *map(tuple, lane_pairs("i16x8"))]
    for a, b in rows:
        products = [signed(16, i) * signed(16, j) for i, j in zip(a, b, strict=True)]
        dots = zip(products[::2], products[1::2], strict=True)
        result: Vector = ("i32x4", tuple(wrap(32, i + j) for i, j in dots))
        assertions.append(returns(full, [("i16x8", a), ("i16x8", b)], result))
    script.add(function(full, ["v128"] * 2, "v128"), assertions)


def truncated(F: Format) -> list[int]:
    """Floats to truncate: edges, and those around the ends of both readings of 32 bits."""
    ends = [q for e in (31, 32) for q in (2**e, -(2**e))]
    around = [rounded(F, Fraction(q)) for q in ends]
    near = [z + step for z in around for step in (-1, 0, 1)]
    return floats(F)[:16] + near + [F.nan, F.infinity + 1, F.infinity, F.infinity + F.sign_bit]


def add_truncations(script: Script) -> None:
    """trunc_sat of four f32 lanes, or of two f64 lanes with zeros above."""
    for sx in "su":
        full, operands = f"i32x4.trunc_sat_f32x4_{sx}", truncated(F32)
        assertions = [
            returns(full, [("f32x4", a)], ("i32x4", tuple(trunc_sat(F32, 32, sx, z) for z in a)))
            for a in (tuple(operands[k : k + 4]) for k in range(0, len(operands), 4))
        ]
        script.add(function(full, ["v128"], "v128"), assertions)
        full, operands = f"i32x4.trunc_sat_f64x2_{sx}_zero", truncated(F64)
        assertions = []
        for k in range(0, len(operands), 2):
            a = tuple(operands[k : k + 2])
            low = tuple(trunc_sat(F64, 32, sx, z) for z in a)
            assertions.append(returns(full, [("f64x2", a)], ("i32x4", (*low, 0, 0))))
        script.add(function(full, ["v128"], "v128"), assertions)


def add_conversions(script: Script) -> None:
    """Integers to floats: all four lanes to f32, the low two to f64."""
    vectors = [tuple(integers(32)[k : k + 4]) for k in (0, 4)]
    vectors.append((16777217, 16777219, 2**32 - 129, 2**31 - 65))
    for sx in "su":
        for name, F, shape, n in [
            (f"f32x4.convert_i32x4_{sx}", F32, "f32x4", 4),
            (f"f64x2.convert_low_i32x4_{sx}", F64, "f64x2", 2),
        ]:
            assertions = []
            for a in vectors:
                lanes = tuple(convert_maths.convert(F, 32, sx, i) for i in a[:n])
                assertions.append(returns(name, [("i32x4", a)], (shape, lanes)))
            script.add(function(name, ["v128"], "v128"), assertions)


def add_between_floats(script: Script) -> None:
    """demote (zeros above) and promote (of the low lanes)."""
    tenth = rounded(F64, Fraction(1, 10))
    wide = [*floats(F64), tenth]
    name = "f32x4.demote_f64x2_zero"
    assertions = []
    for k in range(0, len(wide), 2):
        a = tuple(wide[k : k + 2])
        assertions.append(returns(name, [("f64x2", a)], ("f32x4", (*map(demote, a), 0, 0))))
    script.add(function(name, ["v128"], "v128"), assertions)
    name, narrow = "f64x2.promote_low_f32x4", [*floats(F32), 1]
    assertions = []
    for k in range(0, len(narrow), 2):
        a = (*narrow[k : k + 2], F32.nan, 7)
        assertions.append(returns(name, [("f32x4", a)], ("f64x2", tuple(map(promote, a[:2])))))
    script.add(function(name, ["v128"], "v128"), assertions)


def simd_conversions_wast() -> Script:
    """All SIMD instructions from one shape to another."""
    script = Script(
        "SIMD from one shape to another: narrowing, widening, pairwise sums, floats and integers.",
        "narrow, extend, extmul, extadd_pairwise, dot, trunc_sat, convert, demote, promote.",
    )
    add_narrowing(script)
    add_widening(script)
    add_pairwise(script)
    add_truncations(script)
    add_conversions(script)
    add_between_floats(script)
    return script
