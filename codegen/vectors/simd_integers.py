"""simd_integers.wast: lanewise integer arithmetic, shifts, comparison, tests of whole vectors."""

from codegen.vectors import integer_maths
from codegen.vectors.cases import integers, pairs
from codegen.vectors.script import LANES, Script, Vector, chunks, function, returns

SHAPES = ["i8x16", "i16x8", "i32x4", "i64x2"]
PAIRS = {8: 32, 16: 24, 32: 12, 64: 10}
SATURATING = ["add_sat_s", "add_sat_u", "sub_sat_s", "sub_sat_u", "avgr_u"]
EXTREMA = ["min_s", "min_u", "max_s", "max_u"]
BINARY = {
    "i8x16": ["add", "sub", *EXTREMA, *SATURATING],
    "i16x8": ["add", "sub", "mul", *EXTREMA, *SATURATING, "q15mulr_sat_s"],
    "i32x4": ["add", "sub", "mul", *EXTREMA],
    "i64x2": ["add", "sub", "mul"],
}
UNSIGNED = ["lt_u", "gt_u", "le_u", "ge_u"]


def lane_pairs(shape: str) -> list[list[tuple[int, ...]]]:
    """Vectors of edge values, paired: each a pair of lane tuples."""
    N = LANES[shape]
    return chunks(pairs(integers(N), PAIRS[N]), 128 // N)


def add_binary(script: Script, shape: str) -> None:
    """Arithmetic and comparison of two vectors; a comparison's true lane is all ones."""
    N = LANES[shape]
    compare = {n: f for n, f in integer_maths.COMPARE.items() if N < 64 or n not in UNSIGNED}
    for name in [*BINARY[shape], *compare]:
        full = f"{shape}.{name}"
        assertions = []
        for a, b in lane_pairs(shape):
            if name in compare:
                lanes = tuple(
                    (2**N - 1) * compare[name](N, i, j) for i, j in zip(a, b, strict=True)
                )
            else:
                operator = integer_maths.BINARY[name]
                lanes = tuple(operator(N, i, j) for i, j in zip(a, b, strict=True))
            assertions.append(returns(full, [(shape, a), (shape, b)], (shape, lanes)))
        script.add(function(full, ["v128", "v128"], "v128"), assertions)


def add_unary(script: Script, shape: str) -> None:
    """abs, neg and, of bytes, popcnt."""
    N = LANES[shape]
    for name in ["abs", "neg", *(["popcnt"] if N == 8 else [])]:
        full = f"{shape}.{name}"
        assertions = [
            returns(full, [(shape, a)], (shape, tuple(integer_maths.UNARY[name](N, i) for i in a)))
            for a, _ in lane_pairs(shape)
        ]
        script.add(function(full, ["v128"], "v128"), assertions)


def add_shifts(script: Script, shape: str) -> None:
    """shl, shr_s, shr_u: one distance for all lanes, modulo the width."""
    N = LANES[shape]
    a = lane_pairs(shape)[0][1]
    for name in ("shl", "shr_s", "shr_u"):
        full, operator = f"{shape}.{name}", integer_maths.SHIFT[name]
        assertions = [
            returns(
                full,
                [(shape, a), ("i32", k % 2**32)],
                (shape, tuple(operator(N, i, k % 2**32) for i in a)),
            )
            for k in (0, 1, N - 1, N, N + 3, -1)
        ]
        script.add(function(full, ["v128", "i32"], "v128"), assertions)


def add_tests(script: Script, shape: str) -> None:
    """all_true and bitmask."""
    N = LANES[shape]
    n = 128 // N
    one_zero = tuple(0 if x == n - 1 else 2 ** (N - 1) for x in range(n))
    vectors = [(0,) * n, (1,) * n, (2**N - 1,) * n, one_zero, lane_pairs(shape)[0][1]]
    for name in ("all_true", "bitmask"):
        full = f"{shape}.{name}"
        assertions = []
        for a in vectors:
            mask = sum(2**x for x, i in enumerate(a) if i >= 2 ** (N - 1))
            result = int(all(a)) if name == "all_true" else mask
            assertions.append(returns(full, [(shape, a)], ("i32", result)))
        script.add(function(full, ["v128"], "i32"), assertions)


def add_bitwise(script: Script) -> None:
    """not, and, andnot, or, xor, bitselect, any_true: no lanes."""
    a = (0x00FF00FF, 0x0F0F0F0F, 0xFFFFFFFF, 0x12345678)
    b = (0x0000FFFF, 0x33333333, 0x80000001, 0x9ABCDEF0)
    c = (0xFFFF0000, 0x55555555, 0x7FFFFFFF, 0x0F0F0F0F)
    x, y, z = (("i32x4", lanes) for lanes in (a, b, c))
    for name in ("and", "andnot", "or", "xor"):
        operator = integer_maths.BINARY[name]
        lanes = tuple(operator(32, i, j) for i, j in zip(a, b, strict=True))
        assertion = returns(f"v128.{name}", [x, y], ("i32x4", lanes))
        script.add(function(f"v128.{name}", ["v128"] * 2, "v128"), [assertion])
    inverted: Vector = ("i32x4", tuple(integer_maths.UNARY["not"](32, i) for i in a))
    script.add(function("v128.not", ["v128"], "v128"), [returns("v128.not", [x], inverted)])
    selected = tuple(i & k | j & 2**32 - 1 - k for i, j, k in zip(a, b, c, strict=True))
    assertion = returns("v128.bitselect", [x, y, z], ("i32x4", selected))
    script.add(function("v128.bitselect", ["v128"] * 3, "v128"), [assertion])
    cases = [((0, 0, 0, 0), 0), ((0, 0, 0, 2**31), 1), ((1, 0, 0, 0), 1), (a, 1)]
    assertions = [returns("v128.any_true", [("i32x4", v)], ("i32", t)) for v, t in cases]
    script.add(function("v128.any_true", ["v128"], "i32"), assertions)


def simd_integers_wast() -> Script:
    """All lanewise integer instructions but those that change the shape."""
    script = Script(
        "SIMD over integer lanes: arithmetic, saturation, shifts, comparison, bitwise, tests.",
        "i8x16.*, i16x8.*, i32x4.*, i64x2.* of one shape; v128.not to v128.any_true.",
    )
    for shape in SHAPES:
        add_unary(script, shape)
        add_binary(script, shape)
        add_shifts(script, shape)
        add_tests(script, shape)
    add_bitwise(script)
    return script
