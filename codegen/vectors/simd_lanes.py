"""simd_lanes.wast: constants, splats, single lanes, shuffles."""

from codegen.vectors.cases import floats, integers
from codegen.vectors.float_maths import FORMATS, Result
from codegen.vectors.integer_maths import extend
from codegen.vectors.script import LANES, Script, Vector, const, function, returns

BYTES = tuple(range(0xF0, 0x100))
OTHER = tuple(range(0x10, 0x20))


def scalar(shape: str) -> str:
    """The operand type that a lane of `shape` is exchanged with."""
    lane = shape.split("x")[0]
    return "i32" if lane in ("i8", "i16") else lane


def edges(shape: str) -> tuple[int, ...]:
    """As many edge values as the shape has lanes, NaN payloads of any kind left out of floats."""
    lane, n = shape.split("x")
    F = FORMATS.get(lane)
    values = floats(F)[:16] if F else integers(LANES[shape])
    return tuple((values * 2)[: int(n)])


def add_constants(script: Script) -> None:
    """v128.const in each shape."""
    for shape in LANES:
        name, vector = f"v128.const {shape}", (shape, edges(shape))
        text = f'  (func (export "{name}") (result v128) {const(vector)})'
        script.add(text, [returns(name, [], vector)])


def add_splats(script: Script) -> None:
    """The same number in all lanes; a narrow lane takes the low bits."""
    for shape, N in LANES.items():
        t, n = scalar(shape), 128 // N
        values = list(dict.fromkeys(edges(shape)))[:4]
        if t == "i32" and N < 32:
            values += [0x12345678, 0xFFFFFFFF]
        assertions = [returns(f"{shape}.splat", [(t, v)], (shape, (v % 2**N,) * n)) for v in values]
        script.add(function(f"{shape}.splat", [t], "v128"), assertions)


def extracted(name: str, shape: str, lane: int) -> Result:
    """What the instruction reads in a lane that holds `lane`."""
    return extend(LANES[shape], 32, lane) if name.endswith("_s") else lane


def add_lanes(script: Script) -> None:
    """extract_lane and replace_lane at the first, a middle and the last lane."""
    for shape, N in LANES.items():
        t, n, lanes = scalar(shape), 128 // N, edges(shape)
        narrow = ("extract_lane_s", "extract_lane_u")
        for x in sorted({0, n // 2, n - 1}):
            for name in narrow if N < 32 else ("extract_lane",):
                full = f"{shape}.{name}"
                result = t, extracted(name, shape, lanes[x])
                assertion = returns(f"{full} {x}", [(shape, lanes)], result)
                script.add(function(full, ["v128"], t, str(x)), [assertion])
            full, new = f"{shape}.replace_lane", lanes[1] if x != 1 else lanes[0]
            changed: Vector = (shape, (*lanes[:x], new, *lanes[x + 1 :]))
            assertion = returns(f"{full} {x}", [(shape, lanes), (t, new)], changed)
            script.add(function(full, ["v128", t], "v128", str(x)), [assertion])


def add_shuffles(script: Script) -> None:
    """shuffle by immediates, swizzle by a vector (0 beyond lane 15)."""
    both = BYTES + OTHER
    orders = [
        tuple(range(16)),
        tuple(range(31, 15, -1)),
        tuple(x for pair in zip(range(8), range(16, 24), strict=True) for x in pair),
        (0,) * 15 + (31,),
    ]
    for order in orders:
        immediates = " ".join(map(str, order))
        result: Vector = ("i8x16", tuple(both[x] for x in order))
        name = f"i8x16.shuffle {immediates}"
        assertion = returns(name, [("i8x16", BYTES), ("i8x16", OTHER)], result)
        script.add(function("i8x16.shuffle", ["v128"] * 2, "v128", immediates), [assertion])
    indices = [orders[0], tuple(range(15, -1, -1)), OTHER, (255, 128, 16, 15, *range(12))]
    assertions = []
    for order in indices:
        swizzled = tuple(BYTES[x] if x < 16 else 0 for x in order)
        operands: list[Vector] = [("i8x16", BYTES), ("i8x16", order)]
        assertions.append(returns("i8x16.swizzle", operands, ("i8x16", swizzled)))
    script.add(function("i8x16.swizzle", ["v128"] * 2, "v128"), assertions)


def simd_lanes_wast() -> Script:
    """Everything that moves lanes without computing."""
    script = Script(
        "SIMD constants and single lanes: every shape, first, middle and last lane; shuffles.",
        "v128.const, *.splat, *.extract_lane*, *.replace_lane, i8x16.shuffle, i8x16.swizzle.",
    )
    add_constants(script)
    add_splats(script)
    add_lanes(script)
    add_shuffles(script)
    return script
