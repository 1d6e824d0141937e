"""conversions.wast: every instruction between two scalar number types."""

from fractions import Fraction

from codegen.vectors import convert_maths
from codegen.vectors.cases import floats, integers
from codegen.vectors.float_maths import F32, F64, FORMATS, Format, rounded
from codegen.vectors.integer_maths import extend, wrap
from codegen.vectors.script import Script, function, outcome


def truncations(F: Format, N: int, sx: str) -> list[int]:
    """Floats around both ends of the integer range, around zero, and those without an integer."""
    low, high = convert_maths.bounds(N, sx)
    exact = [Fraction(q) for q in (low - 1, low, high, high + 1)]
    near = [low - Fraction(1, 2), high - Fraction(1, 2), Fraction(-9, 10), Fraction(5, 2)]
    zeros = [0, F.sign_bit, 1, F.infinity, F.infinity + F.sign_bit, F.nan, F.infinity + 1]
    edges = [rounded(F, q) for q in [*exact, *near, Fraction(-1), Fraction(-7, 2)]]
    below = rounded(F, Fraction(high + 1)) - 1
    return list(dict.fromkeys([*edges, below, *zeros]))


def add_truncations(script: Script) -> None:
    """trunc, which traps, and trunc_sat, which saturates."""
    for N in (32, 64):
        for source, F in FORMATS.items():
            for sx in "su":
                t = f"i{N}"
                for name, operator in [
                    (f"{t}.trunc_{source}_{sx}", convert_maths.trunc),
                    (f"{t}.trunc_sat_{source}_{sx}", convert_maths.trunc_sat),
                ]:
                    assertions = [
                        outcome(t, name, [(source, z)], operator(F, N, sx, z))
                        for z in truncations(F, N, sx)
                    ]
                    script.add(function(name, [source], t), assertions)


def ties(F: Format, N: int) -> list[int]:
    """Integers half way between two floats, and next to that (where the width has them)."""
    half = 2**F.p
    odd = 2 * (half + 1) + 1  # between an odd and an even significand
    even = 2 * half + 1
    around = [even, even - 1, even + 1, odd, odd - 1, odd + 1]
    far = [i << N - F.p - 3 for i in around] if F.p + 3 < N else []
    twice = 2**54 + 2**30 + 1  # rounds differently when it goes through f64 to f32
    return [i for i in [*around, *far, *(i + 1 for i in far), twice] if i < 2**N]


def add_conversions(script: Script) -> None:
    """Integers to floats."""
    for target, F in FORMATS.items():
        for N in (32, 64):
            for sx in "su":
                name, t = f"{target}.convert_i{N}_{sx}", f"i{N}"
                operands = integers(N) + ties(F, N)
                assertions = [
                    outcome(target, name, [(t, i)], convert_maths.convert(F, N, sx, i))
                    for i in operands
                ]
                script.add(function(name, [t], target), assertions)


def demotions() -> list[int]:
    """f64 values around the rounding, overflow and underflow of f32."""
    ulp = Fraction(1, 2**23)
    greatest = (2 - ulp) * Fraction(2) ** 127
    least = Fraction(1, 2**149)
    exact = [
        1 + ulp / 2,
        1 + ulp * 3 / 2,
        1 + ulp / 2 + Fraction(1, 2**50),
        greatest,
        greatest + Fraction(2) ** 102,
        greatest + Fraction(2) ** 103,
        least,
        least / 2,
        least / 2 + Fraction(1, 2**200),
        least * 3 / 2,
        Fraction(1, 10),
    ]
    return floats(F64) + [rounded(F64, s * q) for q in exact for s in (1, -1)]


def add_between_floats(script: Script) -> None:
    """demote and promote."""
    name = "f32.demote_f64"
    assertions = [outcome("f32", name, [("f64", z)], convert_maths.demote(z)) for z in demotions()]
    script.add(function(name, ["f64"], "f32"), assertions)
    name = "f64.promote_f32"
    assertions = [outcome("f64", name, [("f32", z)], convert_maths.promote(z)) for z in floats(F32)]
    script.add(function(name, ["f32"], "f64"), assertions)


def add_bits(script: Script) -> None:
    """reinterpret, wrap and extend: no rounding, NaN payloads kept."""
    for F, name in [(F32, "f32"), (F64, "f64")]:
        t = f"i{F.N}"
        to_float, to_bits = f"{name}.reinterpret_{t}", f"{t}.reinterpret_{name}"
        patterns = [z for z in floats(F) if z % F.sign_bit != F.nan]
        script.add(
            function(to_bits, [name], t),
            [outcome(t, to_bits, [(name, z)], z) for z in floats(F)],
        )
        script.add(
            function(to_float, [t], name),
            [outcome(name, to_float, [(t, z)], z) for z in patterns],
        )
    wide = [*integers(64), *integers(32)]
    name = "i32.wrap_i64"
    script.add(
        function(name, ["i64"], "i32"),
        [outcome("i32", name, [("i64", i)], wrap(32, i)) for i in wide],
    )
    for name in ("i64.extend_i32_s", "i64.extend_i32_u"):
        rows = [(i, extend(32, 64, i) if name.endswith("s") else i) for i in integers(32)]
        assertions = [outcome("i64", name, [("i32", i)], c) for i, c in rows]
        script.add(function(name, ["i32"], "i64"), assertions)


def conversions_wast() -> Script:
    """All scalar conversions, with the traps of truncation."""
    script = Script(
        "Conversions between the number types: range ends, ties, double rounding, NaN payloads.",
        "trunc, trunc_sat, convert, demote, promote, reinterpret, wrap, extend; traps of trunc.",
    )
    add_truncations(script)
    add_conversions(script)
    add_between_floats(script)
    add_bits(script)
    return script
