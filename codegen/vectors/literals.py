"""literals.wast: numbers in the text format, read as exact fractions and rounded once."""

from fractions import Fraction

from codegen.vectors.float_maths import FORMATS, Format, rounded
from codegen.vectors.integer_maths import wrap
from codegen.vectors.script import Script, returns

INTEGERS = [
    "0", "-0", "+7", "10", "1_000", "0x10", "-0x1", "0x7fff_ffff", "-0x80000000",
    "0xFFFFFFFF", "4294967295", "-2147483648", "0xdEAd_Beef", "000123",
]  # fmt: skip
WIDE = [
    "9223372036854775807",
    "-0x8000_0000_0000_0000",
    "18446744073709551615",
    "0xfedcba9876543210",
]
SHARED = [
    "0", "-0", "0.0", "1", "+1.", "1.5", "-2.5e3", "1e-1", "0.1", "1E+2", "1_2.3_4e0_1",
    "0x1", "0x0.8", "0xA.8p1", "0x1.8p-3", "-0x1p+4", "0x1_0.4", "0x0p9", "1e0",
    "123456789012345678901234567890", "3.14159265358979323846264338327950288",
]  # fmt: skip
ROUNDED_F32 = [
    "16777217", "16777219", "16777217.0000000001", "0x1.000001p0", "0x1.000003p0",
    "0x1.00000100000000001p0", "3.4028234663852886e38", "3.4028235677973365e38", "1e-45",
    "7.006492321624085e-46", "7.0064923216240854e-46", "0x1p-149", "0x1.8p-149", "0x0.8p-126",
    "1.17549435e-38", "8.5e37",
]  # fmt: skip
ROUNDED_F64 = [
    "9007199254740993", "9007199254740995", "9007199254740993.0000000000000000000001",
    "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080000000001p0",
    "1.7976931348623157e308", "1.797693134862315807e308", "5e-324", "2.4703282292062328e-324",
    "2.4703282292062327e-324", "0x1p-1074", "0x1.8p-1074", "2.2250738585072011e-308", "1e23",
    "8.5e307",
]  # fmt: skip


def digits(text: str, base: int) -> Fraction:
    """The value of digits with an optional point."""
    whole, _, part = text.partition(".")
    return Fraction(int(whole + part, base), base ** len(part))


def exact(literal: str) -> Fraction:
    """The value a float literal denotes, sign left out."""
    text = literal.replace("_", "").lower().lstrip("+-")
    base, mark, root = (16, "p", 2) if text.startswith("0x") else (10, "e", 10)
    mantissa, _, exponent = text.removeprefix("0x").partition(mark)
    return digits(mantissa, base) * Fraction(root) ** int(exponent or 0)


def float_bits(F: Format, literal: str) -> int:
    """The bits of a literal: sign, and the magnitude rounded once."""
    return rounded(F, exact(literal)) + (F.sign_bit if literal.startswith("-") else 0)


def special_bits(F: Format) -> dict[str, int]:
    """The literals that denote no number."""
    return {
        "inf": F.infinity,
        "+inf": F.infinity,
        "-inf": F.infinity + F.sign_bit,
        "nan": F.nan,
        "-nan": F.nan + F.sign_bit,
        "nan:0x1": F.infinity + 1,
        "-nan:0x1_23": F.infinity + F.sign_bit + 0x123,
        f"nan:0x{(1 << F.p) - 1:X}": F.infinity + (1 << F.p) - 1,
    }


def add_floats(script: Script, t: str, literals: list[str]) -> None:
    """Each literal of type `t` against its bits."""
    F = FORMATS[t]
    bits = {s: float_bits(F, s) for s in literals} | special_bits(F)
    for literal, z in bits.items():
        name = f"{t} {literal}"
        body = f"(i{F.N}.reinterpret_{t} ({t}.const {literal}))"
        add(script, name, f"i{F.N}", body, z)


def add(script: Script, name: str, result: str, body: str, value: int) -> None:
    """A function that returns one literal, and its assertion."""
    script.functions.append(f'  (func (export "{name}") (result {result}) {body})')
    script.assertions.append(returns(name, [], (result, value)))


def literals_wast() -> Script:
    """Integer and float literals of the text format."""
    script = Script(
        "Numbers in the text format: signs, underscores, bases, exponents, NaN payloads, rounding.",
        "i32.const, i64.const, f32.const, f64.const (and reinterpret, to see the bits).",
    )
    script.assertions.append("")
    for t, N, literals in [("i32", 32, INTEGERS), ("i64", 64, INTEGERS + WIDE)]:
        for literal in literals:
            name, body = f"{t} {literal}", f"({t}.const {literal})"
            plain = literal.replace("_", "")
            base = 16 if "x" in plain else 10
            add(script, name, t, body, wrap(N, int(plain, base)))
    add_floats(script, "f32", SHARED + ROUNDED_F32)
    add_floats(script, "f64", SHARED + ROUNDED_F64)
    return script
