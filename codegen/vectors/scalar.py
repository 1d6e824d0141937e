"""integers.wast and floats.wast: every numeric instruction of i32, i64, f32, f64."""

from collections.abc import Iterator
from fractions import Fraction

from codegen.vectors import float_maths, integer_maths
from codegen.vectors.cases import float_pairs, floats, integers, pairs, rounding
from codegen.vectors.float_maths import FORMATS
from codegen.vectors.script import Script, function, outcome

DIVISIONS = [(7, 2), (-7, 2), (7, -2), (-7, -2), (1, 0), (0, 0), (0, 5), (9, 10), (-1, 10)]


def divisions(N: int) -> list[tuple[int, int]]:
    """Dividend and divisor: signs, zero, and the ends of the range."""
    least, greatest = 2 ** (N - 1), 2 ** (N - 1) - 1
    ends = [(least, 2**N - 1), (least, 2), (least, 1), (greatest, 2**N - 1), (least, greatest)]
    return [(i % 2**N, j % 2**N) for i, j in DIVISIONS] + ends


def shifts(N: int) -> list[tuple[int, int]]:
    """Value and distance: within the width, equal to it, beyond it, and negative."""
    top = 2 ** (N - 1)
    mixed = integers(N)[5]
    distances = [0, 1, N // 2, N - 1, N, N + 1, 2**N - 1]
    return [(top + 1, k) for k in distances] + [(mixed, k) for k in (4, 8, 3 * N // 4, N - 4)]


def integer_operands(name: str, N: int) -> list[tuple[int, int]]:
    """The pairs that suit a binary integer operator."""
    if name in integer_maths.PARTIAL:
        return divisions(N)
    if name in integer_maths.SHIFT:
        return shifts(N)
    return pairs(integers(N), 12 if name in integer_maths.COMPARE else 14)


def sign_extension(M: int) -> integer_maths.Unary:
    """The operator that reads the low M bits as signed."""
    return lambda N, i: integer_maths.extend(M, N, i)


def add_integer_unary(script: Script, t: str) -> None:
    """clz, ctz, popcnt, the sign extensions and eqz."""
    N = int(t[1:])
    operators = {name: integer_maths.UNARY[name] for name in ("clz", "ctz", "popcnt")}
    for M in (8, 16, 32)[: 2 if N == 32 else 3]:
        operators[f"extend{M}_s"] = sign_extension(M)
    for name, operator in operators.items():
        operands = [*integers(N), 0x80, 0x7F, 0x8000, 0x7FFF, 2**N - 128][: 14 if N == 32 else 12]
        full = f"{t}.{name}"
        assertions = [outcome(t, full, [(t, i)], operator(N, i)) for i in operands]
        script.add(function(full, [t], t), assertions)
    cases = [(0, 1), (1, 0), (2 ** (N - 1), 0), (2**N - 1, 0), (16, 0)]
    assertions = [outcome("i32", f"{t}.eqz", [(t, i)], c) for i, c in cases]
    script.add(function(f"{t}.eqz", [t], "i32"), assertions)


def add_integer_binary(script: Script, t: str) -> None:
    """Arithmetic, bitwise operators, shifts and comparisons."""
    N = int(t[1:])
    arithmetic = {n: integer_maths.BINARY[n] for n in ("add", "sub", "mul", "and", "or", "xor")}
    total = {**arithmetic, **integer_maths.SHIFT, **integer_maths.COMPARE}
    for name, operator in {**total, **integer_maths.PARTIAL}.items():
        result = "i32" if name in integer_maths.COMPARE else t
        assertions = [
            outcome(result, f"{t}.{name}", [(t, i), (t, j)], operator(N, i, j))
            for i, j in integer_operands(name, N)
        ]
        script.add(function(f"{t}.{name}", [t, t], result), assertions)


def integers_wast() -> Script:
    """All i32 and i64 arithmetic and comparison, with the traps of division."""
    script = Script(
        "Integer arithmetic, bitwise operators, shifts and comparisons at the edges of each width.",
        "i32.* and i64.*: clz to rotr, extend8_s to extend32_s, eqz to ge_u; traps of div and rem.",
    )
    for t in ("i32", "i64"):
        add_integer_unary(script, t)
        add_integer_binary(script, t)
    return script


def float_unary_operands(name: str, t: str) -> list[int]:
    """The operands that suit a unary float operator."""
    F = FORMATS[t]
    if name in ("ceil", "floor", "trunc", "nearest"):
        return floats(F)[:8] + rounding(F) + floats(F)[20:]
    if name == "sqrt":
        squares = [float_maths.rounded(F, Fraction(q)) for q in (2, 4, 9, 10, 1 << 31)]
        return floats(F) + squares
    return floats(F)


def add_float_unary(script: Script, t: str) -> None:
    """abs, neg, the four roundings and sqrt."""
    for name, operator in float_maths.UNARY.items():
        full = f"{t}.{name}"
        operands = float_unary_operands(name, t)
        assertions = [outcome(t, full, [(t, z)], operator(FORMATS[t], z)) for z in operands]
        script.add(function(full, [t], t), assertions)


def float_binary(t: str) -> Iterator[tuple[str, str, list[tuple[int, int, float_maths.Result]]]]:
    """Each binary instruction, its result type, and rows of two operands and the result."""
    F = FORMATS[t]
    for name in ("add", "sub", "mul", "div", "min", "max", "copysign"):
        operator = float_maths.BINARY[name]
        yield f"{t}.{name}", t, [(a, b, operator(F, a, b)) for a, b in float_pairs(F)]
    for name, relation in float_maths.COMPARE.items():
        yield f"{t}.{name}", "i32", [(a, b, int(relation(F, a, b))) for a, b in float_pairs(F)[::3]]


def floats_wast() -> Script:
    """All f32 and f64 arithmetic and comparison."""
    script = Script(
        "Float arithmetic, rounding, comparison: ties, overflow, subnormals, zeros, inf, NaN.",
        "f32.* and f64.*: abs to copysign, eq to ge.",
    )
    for t in ("f32", "f64"):
        add_float_unary(script, t)
        for full, result, rows in float_binary(t):
            assertions = [outcome(result, full, [(t, a), (t, b)], c) for a, b, c in rows]
            script.add(function(full, [t, t], result), assertions)
    return script
