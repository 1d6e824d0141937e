"""The text of a script: constants, vectors, functions of one instruction, assertions."""

from collections.abc import Iterable, Sequence

from codegen.vectors.float_maths import FORMATS, Format, Result, magnitude, sign
from codegen.vectors.integer_maths import signed

NOTE = ";; Written by `python -m codegen.vectors` from plain integers and fractions; do not edit."
LANES = {"i8x16": 8, "i16x8": 16, "i32x4": 32, "i64x2": 64, "f32x4": 32, "f64x2": 64}
Value = tuple[str, Result]
Vector = tuple[str, tuple[Result, ...]]


def integer(N: int, i: int) -> str:
    """A short literal: decimal near zero (signed), else hexadecimal."""
    return str(signed(N, i)) if abs(signed(N, i)) < 256 else f"0x{i:x}"


def floating(F: Format, z: Result) -> str:
    """An exact literal: hexadecimal float, `inf`, `nan`, `nan:0x...`, or the NaN pattern given."""
    if isinstance(z, str):
        return z
    exponent, fraction = divmod(magnitude(F, z), 1 << F.p)
    return ("-" if sign(F, z) else "") + (
        special(F, fraction) if exponent == 2 * F.bias + 1 else finite(F, exponent, fraction)
    )


def special(F: Format, fraction: int) -> str:
    """The literal of an infinity or NaN with this fraction field."""
    if fraction == 0:
        return "inf"
    return "nan" if fraction == 1 << F.p - 1 else f"nan:0x{fraction:x}"


def finite(F: Format, exponent: int, fraction: int) -> str:
    """The hexadecimal float with these two fields."""
    if exponent == fraction == 0:
        return "0"
    pad = -F.p % 4
    digits = f"{fraction << pad:0{(F.p + pad) // 4}x}".rstrip("0")
    whole = "0x1" if exponent else "0x0"
    return f"{whole}{'.' if digits else ''}{digits}p{max(exponent, 1) - F.bias:+d}"


def number(t: str, c: Result) -> str:
    """The literal of a number of type or lane type `t`."""
    if t in FORMATS:
        return floating(FORMATS[t], c)
    assert isinstance(c, int)
    return integer(int(t[1:]), c)


def const(v: Value | Vector) -> str:
    """The constant instruction of a number, or of a vector given by shape and lanes."""
    t, c = v
    if isinstance(c, tuple):
        return f"(v128.const {t} {' '.join(number(t.split('x')[0], lane) for lane in c)})"
    return f"({t}.const {number(t, c)})"


def function(instruction: str, params: Sequence[str], result: str, immediates: str = "") -> str:
    """An exported function, named as the instruction, that applies it to its parameters."""
    name = f"{instruction} {immediates}".strip()
    operands = "".join(f" (local.get {x})" for x in range(len(params)))
    typed = f" (param {' '.join(params)})" if params else ""
    return f'  (func (export "{name}"){typed} (result {result}) ({name}{operands}))'


def invoke(name: str, arguments: Iterable[Value | Vector]) -> str:
    """A call of the export `name`."""
    return f'(invoke "{name}"{"".join(" " + const(v) for v in arguments)})'


def returns(name: str, arguments: Iterable[Value | Vector], result: Value | Vector) -> str:
    """An assertion of one result."""
    return f"(assert_return {invoke(name, arguments)} {const(result)})"


def returns_either(
    name: str, arguments: Iterable[Value | Vector], results: Sequence[Value | Vector]
) -> str:
    """An assertion of one of several results, the deterministic profile's first."""
    distinct = list(dict.fromkeys(const(v) for v in results))
    expected = distinct[0] if len(distinct) == 1 else f"(either {' '.join(distinct)})"
    return f"(assert_return {invoke(name, arguments)} {expected})"


def traps(name: str, arguments: Iterable[Value | Vector], text: str) -> str:
    """An assertion of a trap."""
    return f'(assert_trap {invoke(name, arguments)} "{text}")'


def outcome(t: str, name: str, arguments: Iterable[Value], result: Result) -> str:
    """An assertion of a number of type `t`, or of the trap whose text `result` is."""
    if isinstance(result, str) and not result.startswith("nan"):
        return traps(name, arguments, result)
    return returns(name, arguments, (t, result))


class Script:
    """The functions and assertions of one file, gathered instruction by instruction."""

    def __init__(self, covers: str, instructions: str) -> None:
        self.head = [f";; {covers}", f";; {instructions}", NOTE]
        self.functions: list[str] = []
        self.assertions: list[str] = []

    def add(self, function_text: str, assertions: Iterable[str]) -> None:
        """Add an instruction's function and what is asserted of it."""
        self.functions.append(function_text)
        self.assertions += ["", *assertions]

    def text(self) -> str:
        """The file: heading, one module, its assertions."""
        module = ["(module", *self.functions, ")"]
        return "\n".join([*self.head, "", *module, *self.assertions, ""])


def chunks(lanes: Sequence[tuple[int, ...]], size: int) -> list[list[tuple[int, ...]]]:
    """Rows of operands cut into vectors of `size` lanes; each vector as tuples, one per operand."""
    rows = [lanes[i : i + size] for i in range(0, len(lanes) - size + 1, size)]
    return [list(zip(*row, strict=True)) for row in rows]
