"""simd_floats.wast: lanewise float arithmetic and comparison."""

from codegen.vectors import float_maths
from codegen.vectors.cases import float_pairs, floats, rounding
from codegen.vectors.float_maths import FORMATS
from codegen.vectors.script import Script, chunks, function, returns

BINARY = ["add", "sub", "mul", "div", "min", "max", "pmin", "pmax"]


def add_unary(script: Script, shape: str) -> None:
    """abs, neg, sqrt and the four roundings."""
    F, n = FORMATS[shape[:3]], int(shape[4:])
    for name, operator in float_maths.UNARY.items():
        full = f"{shape}.{name}"
        steps = rounding(F)[:12] if name in ("ceil", "floor", "trunc", "nearest") else []
        operands = floats(F)[:22] + steps
        rows = [(z,) for z in [*operands, *operands[: -len(operands) % n]]]
        assertions = [
            returns(full, [(shape, a)], (shape, tuple(operator(F, z) for z in a)))
            for (a,) in chunks(rows, n)
        ]
        script.add(function(full, ["v128"], "v128"), assertions)


def add_binary(script: Script, shape: str) -> None:
    """Arithmetic; comparison, whose true lane is all ones."""
    F, n = FORMATS[shape[:3]], int(shape[4:])
    integer_shape = f"i{F.N}x{n}"
    rows = [*float_pairs(F), *float_pairs(F)[:3]][:: 4 // n]
    for name in [*BINARY, *float_maths.COMPARE]:
        full = f"{shape}.{name}"
        assertions = []
        for a, b in chunks(rows, n) if name in BINARY else chunks(rows[1::2], n):
            if name in BINARY:
                operator = float_maths.BINARY[name]
                result = shape, tuple(operator(F, x, y) for x, y in zip(a, b, strict=True))
            else:
                relation = float_maths.COMPARE[name]
                truth = [relation(F, x, y) for x, y in zip(a, b, strict=True)]
                result = integer_shape, tuple((2**F.N - 1) * t for t in truth)
            assertions.append(returns(full, [(shape, a), (shape, b)], result))
        script.add(function(full, ["v128", "v128"], "v128"), assertions)


def simd_floats_wast() -> Script:
    """All lanewise float instructions of one shape."""
    script = Script(
        "SIMD over float lanes: arithmetic, rounding, pseudo-minimum and -maximum, comparison.",
        "f32x4.* and f64x2.*: abs to nearest, add to pmax, eq to ge.",
    )
    for shape in ("f32x4", "f64x2"):
        add_unary(script, shape)
        add_binary(script, shape)
    return script
