"""What the fast tier pastes for each row.

Written by `python -m codegen` (codegen/emit/compiler.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from refwasm.compile.template import Effect, Loose, Step, Sure, Template
from refwasm.generated import opcodes as o
from refwasm.syntax.instructions import Op

TEMPLATES: dict[Op, Template] = {
    o.UNREACHABLE: Template(
        statements=("trap(\"unreachable\")",),
        effect=Effect.READS,
    ),
    o.IF: Template(
        operands=("c",),
        steps=(Step("", "skip", ("{c} == 0",)),),
    ),
    o.ELSE: Template(
        steps=(Step("", "skip", ("True",)),),
    ),
    o.BR: Template(
        steps=(Step("", "br", ("{l}",)),),
    ),
    o.BR_IF: Template(
        operands=("c",),
        steps=(Step("{c} != 0", "br", ("{l}",)),),
    ),
    o.BR_TABLE: Template(
        operands=("i",),
        steps=(Step("", "br", ("{ls}[{i}] if {i=} < len({ls}) else {l}",)),),
    ),
    o.BR_ON_NULL: Template(
        operands=("r",),
        steps=(Step("{r} is None", "br", ("{l}",)),),
        value="{r}",
        atoms=frozenset(("r",)),
    ),
    o.BR_ON_NON_NULL: Template(
        operands=("r",),
        steps=(Step("{r=} is not None", "br", ("{l}", "{r}")),),
    ),
    o.BR_ON_CAST: Template(
        operands=("r",),
        steps=(Step("ref_test({r}, {t2})", "br", ("{l}", "{r}")),),
        value="{r}",
        atoms=frozenset(("r",)),
        effect=Effect.READS,
    ),
    o.BR_ON_CAST_FAIL: Template(
        operands=("r",),
        steps=(Step("not ref_test({r}, {t2})", "br", ("{l}", "{r}")),),
        value="{r}",
        atoms=frozenset(("r",)),
        effect=Effect.READS,
    ),
    o.RETURN: Template(
        steps=(Step("", "leave", ()),),
    ),
    o.CALL: Template(
        sequence="args",
        steps=(Step("", "invoke", ("{funcs__x}", "{args}")),),
    ),
    o.CALL_REF: Template(
        operands=("f",),
        sequence="args",
        steps=(Step("", "invoke", ("function({f})", "{args}")),),
        effect=Effect.READS,
    ),
    o.CALL_INDIRECT: Template(
        operands=("i",),
        sequence="args",
        steps=(Step("", "invoke", ("function_at({tables__x}, {i}, {types__y})", "{args}")),),
        effect=Effect.READS,
    ),
    o.RETURN_CALL: Template(
        sequence="args",
        steps=(Step("", "tail_invoke", ("{funcs__x}", "{args}")),),
    ),
    o.RETURN_CALL_REF: Template(
        operands=("f",),
        sequence="args",
        steps=(Step("", "tail_invoke", ("function({f})", "{args}")),),
        effect=Effect.READS,
    ),
    o.RETURN_CALL_INDIRECT: Template(
        operands=("i",),
        sequence="args",
        steps=(Step("", "tail_invoke", ("function_at({tables__x}, {i}, {types__y})", "{args}")),),
        effect=Effect.READS,
    ),
    o.THROW: Template(
        sequence="args",
        steps=(Step("", "throw", ("exception({tags__x}, {args})",)),),
        effect=Effect.WRITES,
    ),
    o.THROW_REF: Template(
        operands=("r",),
        steps=(Step("", "throw", ("thrown({r})",)),),
        effect=Effect.READS,
    ),
    o.CATCH: Template(
        steps=(Step("", "skip", ("True",)),),
    ),
    o.CATCH_ALL: Template(
        steps=(Step("", "skip", ("True",)),),
    ),
    o.RETHROW: Template(
        steps=(Step("", "throw", ("{locals__y}",)),),
        effect=Effect.READS,
    ),
    o.SELECT: Template(
        operands=("v1", "v2", "c"),
        value="{v1} if {c} != 0 else {v2}",
        ordered=False,
    ),
    o.SELECT_T: Template(
        operands=("v1", "v2", "c"),
        value="{v1} if {c} != 0 else {v2}",
        ordered=False,
    ),
    o.LOCAL_GET: Template(
        value="{locals__x}",
        effect=Effect.READS,
    ),
    o.LOCAL_SET: Template(
        operands=("v",),
        statements=("{locals__x} = {v}",),
        effect=Effect.WRITES,
    ),
    o.LOCAL_TEE: Template(
        operands=("v",),
        statements=("{locals__x} = {v}",),
        value="{v}",
        atoms=frozenset(("v",)),
        effect=Effect.WRITES,
    ),
    o.GLOBAL_GET: Template(
        value="{globals__x}.value",
        effect=Effect.READS,
    ),
    o.GLOBAL_SET: Template(
        operands=("v",),
        statements=("{globals__x}.value = {v}",),
        effect=Effect.WRITES,
    ),
    o.TABLE_GET: Template(
        operands=("i",),
        value="table_get({tables__x}, {i})",
        effect=Effect.READS,
    ),
    o.TABLE_SET: Template(
        operands=("i", "r"),
        statements=("table_set({tables__x}, {i}, {r})",),
        effect=Effect.WRITES,
    ),
    o.TABLE_SIZE: Template(
        value="{tables__x}.size",
        effect=Effect.READS,
    ),
    o.TABLE_GROW: Template(
        operands=("r", "n"),
        value="table_grow({tables__x}, {n}, {r})",
        ordered=False,
        effect=Effect.WRITES,
    ),
    o.TABLE_FILL: Template(
        operands=("i", "r", "n"),
        statements=("table_fill({tables__x}, {i}, {r}, {n})",),
        effect=Effect.WRITES,
    ),
    o.TABLE_COPY: Template(
        operands=("i", "j", "n"),
        statements=("table_copy({tables__x}, {tables__y}, {i}, {j}, {n})",),
        effect=Effect.WRITES,
    ),
    o.TABLE_INIT: Template(
        operands=("i", "j", "n"),
        statements=("table_init({tables__x}, {elems__y}, {i}, {j}, {n})",),
        effect=Effect.WRITES,
    ),
    o.ELEM_DROP: Template(
        statements=("elem_drop({elems__x})",),
        effect=Effect.WRITES,
    ),
    o.I32_LOAD: Template(
        operands=("i",),
        value="UNPACK_32({mems__m__x}.data, {i} + {m__offset})[0]",
        effect=Effect.READS,
    ),
    o.I64_LOAD: Template(
        operands=("i",),
        value="UNPACK_64({mems__m__x}.data, {i} + {m__offset})[0]",
        effect=Effect.READS,
    ),
    o.F32_LOAD: Template(
        operands=("i",),
        value=(
            "{_1} if ({_1} := UNPACK_FLOAT_32({mems__m__x}.data, ({_2} := "
            "({i} + {m__offset})))[0]) == {_1} else "
            "f32_of_bits(UNPACK_32({mems__m__x}.data, {_2})[0])"
        ),
        effect=Effect.READS,
    ),
    o.F64_LOAD: Template(
        operands=("i",),
        value="UNPACK_FLOAT_64({mems__m__x}.data, {i} + {m__offset})[0]",
        effect=Effect.READS,
    ),
    o.I32_LOAD8_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := {mems__m__x}.data[{i} + {m__offset}]) < "
            "128 else {_1} - 256) & 4294967295"
        ),
        effect=Effect.READS,
        loose=Loose(
            (
                "({_1} if ({_1} := {mems__m__x}.data[{i} + {m__offset}]) < "
                "128 else {_1} - 256)"
            ),
            mask=" & 4294967295",
        ),
    ),
    o.I32_LOAD8_U: Template(
        operands=("i",),
        value="{mems__m__x}.data[{i} + {m__offset}]",
        effect=Effect.READS,
    ),
    o.I32_LOAD16_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := UNPACK_16({mems__m__x}.data, {i} + "
            "{m__offset})[0]) < 32768 else {_1} - 65536) & 4294967295"
        ),
        effect=Effect.READS,
        loose=Loose(
            (
                "({_1} if ({_1} := UNPACK_16({mems__m__x}.data, {i} + "
                "{m__offset})[0]) < 32768 else {_1} - 65536)"
            ),
            mask=" & 4294967295",
        ),
    ),
    o.I32_LOAD16_U: Template(
        operands=("i",),
        value="UNPACK_16({mems__m__x}.data, {i} + {m__offset})[0]",
        effect=Effect.READS,
    ),
    o.I64_LOAD8_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := {mems__m__x}.data[{i} + {m__offset}]) < "
            "128 else {_1} - 256) & 18446744073709551615"
        ),
        effect=Effect.READS,
        loose=Loose(
            (
                "({_1} if ({_1} := {mems__m__x}.data[{i} + {m__offset}]) < "
                "128 else {_1} - 256)"
            ),
            mask=" & 18446744073709551615",
        ),
    ),
    o.I64_LOAD8_U: Template(
        operands=("i",),
        value="{mems__m__x}.data[{i} + {m__offset}]",
        effect=Effect.READS,
    ),
    o.I64_LOAD16_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := UNPACK_16({mems__m__x}.data, {i} + "
            "{m__offset})[0]) < 32768 else {_1} - 65536) & "
            "18446744073709551615"
        ),
        effect=Effect.READS,
        loose=Loose(
            (
                "({_1} if ({_1} := UNPACK_16({mems__m__x}.data, {i} + "
                "{m__offset})[0]) < 32768 else {_1} - 65536)"
            ),
            mask=" & 18446744073709551615",
        ),
    ),
    o.I64_LOAD16_U: Template(
        operands=("i",),
        value="UNPACK_16({mems__m__x}.data, {i} + {m__offset})[0]",
        effect=Effect.READS,
    ),
    o.I64_LOAD32_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := UNPACK_32({mems__m__x}.data, {i} + "
            "{m__offset})[0]) < 2147483648 else {_1} - 4294967296) & "
            "18446744073709551615"
        ),
        effect=Effect.READS,
        loose=Loose(
            (
                "({_1} if ({_1} := UNPACK_32({mems__m__x}.data, {i} + "
                "{m__offset})[0]) < 2147483648 else {_1} - 4294967296)"
            ),
            mask=" & 18446744073709551615",
        ),
    ),
    o.I64_LOAD32_U: Template(
        operands=("i",),
        value="UNPACK_32({mems__m__x}.data, {i} + {m__offset})[0]",
        effect=Effect.READS,
    ),
    o.I32_STORE: Template(
        operands=("i", "c"),
        statements=("PACK_32({mems__m__x}.data, {i} + {m__offset}, {c})",),
        effect=Effect.WRITES,
    ),
    o.I64_STORE: Template(
        operands=("i", "c"),
        statements=("PACK_64({mems__m__x}.data, {i} + {m__offset}, {c})",),
        effect=Effect.WRITES,
    ),
    o.F32_STORE: Template(
        operands=("i", "c"),
        statements=((
            "PACK_FLOAT_32({mems__m__x}.data, {i} + {m__offset}, {c}) if "
            "{c=} == {c} else istore(32, {mems__m__x}, {i} + {m__offset}, "
            "bits_of_f32({c}))"
        ),),
        ordered=False,
        atoms=frozenset(("i",)),
        effect=Effect.WRITES,
    ),
    o.F64_STORE: Template(
        operands=("i", "c"),
        statements=("PACK_FLOAT_64({mems__m__x}.data, {i} + {m__offset}, {c})",),
        effect=Effect.WRITES,
    ),
    o.I32_STORE8: Template(
        operands=("i", "c"),
        statements=("{mems__m__x}.data[{i} + {m__offset}] = {c} & 255",),
        ordered=False,
        effect=Effect.WRITES,
        free=frozenset(("c",)),
    ),
    o.I32_STORE16: Template(
        operands=("i", "c"),
        statements=("PACK_16({mems__m__x}.data, {i} + {m__offset}, {c} & 65535)",),
        effect=Effect.WRITES,
        free=frozenset(("c",)),
    ),
    o.I64_STORE8: Template(
        operands=("i", "c"),
        statements=("{mems__m__x}.data[{i} + {m__offset}] = {c} & 255",),
        ordered=False,
        effect=Effect.WRITES,
        free=frozenset(("c",)),
    ),
    o.I64_STORE16: Template(
        operands=("i", "c"),
        statements=("PACK_16({mems__m__x}.data, {i} + {m__offset}, {c} & 65535)",),
        effect=Effect.WRITES,
        free=frozenset(("c",)),
    ),
    o.I64_STORE32: Template(
        operands=("i", "c"),
        statements=((
            "PACK_32({mems__m__x}.data, {i} + {m__offset}, {c} & "
            "4294967295)"
        ),),
        effect=Effect.WRITES,
        free=frozenset(("c",)),
    ),
    o.V128_LOAD: Template(
        operands=("i",),
        value="iload(128, {mems__m__x}, {i} + {m__offset})",
        effect=Effect.READS,
    ),
    o.V128_LOAD8X8_S: Template(
        operands=("i",),
        value=(
            "vextend_low_8_16_extend_s(UNPACK_64({mems__m__x}.data, {i} + "
            "{m__offset})[0])"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD8X8_U: Template(
        operands=("i",),
        value=(
            "vextend_low_8_16_extend_u(UNPACK_64({mems__m__x}.data, {i} + "
            "{m__offset})[0])"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD16X4_S: Template(
        operands=("i",),
        value=(
            "vextend_low_16_32_extend_s(UNPACK_64({mems__m__x}.data, {i} "
            "+ {m__offset})[0])"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD16X4_U: Template(
        operands=("i",),
        value=(
            "vextend_low_16_32_extend_u(UNPACK_64({mems__m__x}.data, {i} "
            "+ {m__offset})[0])"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD32X2_S: Template(
        operands=("i",),
        value=(
            "vextend_low_32_64_extend_s(UNPACK_64({mems__m__x}.data, {i} "
            "+ {m__offset})[0])"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD32X2_U: Template(
        operands=("i",),
        value=(
            "vextend_low_32_64_extend_u(UNPACK_64({mems__m__x}.data, {i} "
            "+ {m__offset})[0])"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD8_SPLAT: Template(
        operands=("i",),
        value=(
            "({mems__m__x}.data[{i} + {m__offset}] & 255) * "
            "1334440654591915542993625911497130241"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD16_SPLAT: Template(
        operands=("i",),
        value=(
            "(UNPACK_16({mems__m__x}.data, {i} + {m__offset})[0] & 65535) "
            "* 5192376087906286159508272029171713"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD32_SPLAT: Template(
        operands=("i",),
        value=(
            "(UNPACK_32({mems__m__x}.data, {i} + {m__offset})[0] & "
            "4294967295) * 79228162532711081671548469249"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD64_SPLAT: Template(
        operands=("i",),
        value=(
            "(UNPACK_64({mems__m__x}.data, {i} + {m__offset})[0] & "
            "18446744073709551615) * 18446744073709551617"
        ),
        effect=Effect.READS,
    ),
    o.V128_LOAD32_ZERO: Template(
        operands=("i",),
        value="UNPACK_32({mems__m__x}.data, {i} + {m__offset})[0]",
        effect=Effect.READS,
    ),
    o.V128_LOAD64_ZERO: Template(
        operands=("i",),
        value="UNPACK_64({mems__m__x}.data, {i} + {m__offset})[0]",
        effect=Effect.READS,
    ),
    o.V128_LOAD8_LANE: Template(
        operands=("i", "v"),
        value=(
            "{v=} ^ (({v} >> {l} * 8 ^ {mems__m__x}.data[{i} + "
            "{m__offset}]) & 255) << {l} * 8"
        ),
        ordered=False,
        effect=Effect.READS,
    ),
    o.V128_LOAD16_LANE: Template(
        operands=("i", "v"),
        value=(
            "{v=} ^ (({v} >> {l} * 16 ^ UNPACK_16({mems__m__x}.data, {i} "
            "+ {m__offset})[0]) & 65535) << {l} * 16"
        ),
        ordered=False,
        effect=Effect.READS,
    ),
    o.V128_LOAD32_LANE: Template(
        operands=("i", "v"),
        value=(
            "{v=} ^ (({v} >> {l} * 32 ^ UNPACK_32({mems__m__x}.data, {i} "
            "+ {m__offset})[0]) & 4294967295) << {l} * 32"
        ),
        ordered=False,
        effect=Effect.READS,
    ),
    o.V128_LOAD64_LANE: Template(
        operands=("i", "v"),
        value=(
            "{v=} ^ (({v} >> {l} * 64 ^ UNPACK_64({mems__m__x}.data, {i} "
            "+ {m__offset})[0]) & 18446744073709551615) << {l} * 64"
        ),
        ordered=False,
        effect=Effect.READS,
    ),
    o.V128_STORE: Template(
        operands=("i", "v"),
        statements=((
            "PACK_128({mems__m__x}.data, {i} + {m__offset}, {v=} & "
            "18446744073709551615, {v} >> 64)"
        ),),
        effect=Effect.WRITES,
    ),
    o.V128_STORE8_LANE: Template(
        operands=("i", "v"),
        statements=((
            "{mems__m__x}.data[{i} + {m__offset}] = "
            "ILANES_8.unpack({v}.to_bytes(16, \"little\"))[{l}]"
        ),),
        ordered=False,
        effect=Effect.WRITES,
    ),
    o.V128_STORE16_LANE: Template(
        operands=("i", "v"),
        statements=((
            "PACK_16({mems__m__x}.data, {i} + {m__offset}, "
            "ILANES_16.unpack({v}.to_bytes(16, \"little\"))[{l}])"
        ),),
        effect=Effect.WRITES,
    ),
    o.V128_STORE32_LANE: Template(
        operands=("i", "v"),
        statements=((
            "PACK_32({mems__m__x}.data, {i} + {m__offset}, "
            "ILANES_32.unpack({v}.to_bytes(16, \"little\"))[{l}])"
        ),),
        effect=Effect.WRITES,
    ),
    o.V128_STORE64_LANE: Template(
        operands=("i", "v"),
        statements=((
            "PACK_64({mems__m__x}.data, {i} + {m__offset}, "
            "ILANES_64.unpack({v}.to_bytes(16, \"little\"))[{l}])"
        ),),
        effect=Effect.WRITES,
    ),
    o.MEMORY_SIZE: Template(
        value="{mems__x}.type.limits.min",
        effect=Effect.READS,
    ),
    o.MEMORY_GROW: Template(
        operands=("n",),
        value="memory_grow({mems__x}, {n})",
        effect=Effect.WRITES,
    ),
    o.MEMORY_FILL: Template(
        operands=("i", "c", "n"),
        statements=("memory_fill({mems__x}, {i}, {c}, {n})",),
        effect=Effect.WRITES,
    ),
    o.MEMORY_COPY: Template(
        operands=("i", "j", "n"),
        statements=("memory_copy({mems__x}, {mems__y}, {i}, {j}, {n})",),
        effect=Effect.WRITES,
    ),
    o.MEMORY_INIT: Template(
        operands=("i", "j", "n"),
        statements=("memory_init({mems__x}, {datas__y}, {i}, {j}, {n})",),
        effect=Effect.WRITES,
    ),
    o.DATA_DROP: Template(
        statements=("data_drop({datas__x})",),
        effect=Effect.WRITES,
    ),
    o.I32_CONST: Template(
        value="{c}",
        constant=True,
    ),
    o.I64_CONST: Template(
        value="{c}",
        constant=True,
    ),
    o.F32_CONST: Template(
        value="f32_of_bits({c})",
        constant=True,
    ),
    o.F64_CONST: Template(
        value="F64.unpack(I64.pack({c}))[0]",
        constant=True,
    ),
    o.I32_EQZ: Template(
        operands=("i",),
        value="1 if {i} == 0 else 0",
        truth="{i} == 0",
    ),
    o.I64_EQZ: Template(
        operands=("i",),
        value="1 if {i} == 0 else 0",
        truth="{i} == 0",
    ),
    o.I32_EQ: Template(
        operands=("i1", "i2"),
        value="1 if {i1} == {i2} else 0",
        truth="{i1} == {i2}",
    ),
    o.I32_NE: Template(
        operands=("i1", "i2"),
        value="1 if {i1} != {i2} else 0",
        truth="{i1} != {i2}",
    ),
    o.I32_LT_S: Template(
        operands=("i1", "i2"),
        value=(
            "1 if ({i1} if {i1=} < 2147483648 else {i1} - 4294967296) < "
            "({i2} if {i2=} < 2147483648 else {i2} - 4294967296) else 0"
        ),
        truth=(
            "({i1} if {i1=} < 2147483648 else {i1} - 4294967296) < ({i2} "
            "if {i2=} < 2147483648 else {i2} - 4294967296)"
        ),
    ),
    o.I32_LT_U: Template(
        operands=("i1", "i2"),
        value="1 if {i1} < {i2} else 0",
        truth="{i1} < {i2}",
    ),
    o.I32_GT_S: Template(
        operands=("i1", "i2"),
        value=(
            "1 if ({i1} if {i1=} < 2147483648 else {i1} - 4294967296) > "
            "({i2} if {i2=} < 2147483648 else {i2} - 4294967296) else 0"
        ),
        truth=(
            "({i1} if {i1=} < 2147483648 else {i1} - 4294967296) > ({i2} "
            "if {i2=} < 2147483648 else {i2} - 4294967296)"
        ),
    ),
    o.I32_GT_U: Template(
        operands=("i1", "i2"),
        value="1 if {i1} > {i2} else 0",
        truth="{i1} > {i2}",
    ),
    o.I32_LE_S: Template(
        operands=("i1", "i2"),
        value=(
            "1 if ({i1} if {i1=} < 2147483648 else {i1} - 4294967296) <= "
            "({i2} if {i2=} < 2147483648 else {i2} - 4294967296) else 0"
        ),
        truth=(
            "({i1} if {i1=} < 2147483648 else {i1} - 4294967296) <= ({i2} "
            "if {i2=} < 2147483648 else {i2} - 4294967296)"
        ),
    ),
    o.I32_LE_U: Template(
        operands=("i1", "i2"),
        value="1 if {i1} <= {i2} else 0",
        truth="{i1} <= {i2}",
    ),
    o.I32_GE_S: Template(
        operands=("i1", "i2"),
        value=(
            "1 if ({i1} if {i1=} < 2147483648 else {i1} - 4294967296) >= "
            "({i2} if {i2=} < 2147483648 else {i2} - 4294967296) else 0"
        ),
        truth=(
            "({i1} if {i1=} < 2147483648 else {i1} - 4294967296) >= ({i2} "
            "if {i2=} < 2147483648 else {i2} - 4294967296)"
        ),
    ),
    o.I32_GE_U: Template(
        operands=("i1", "i2"),
        value="1 if {i1} >= {i2} else 0",
        truth="{i1} >= {i2}",
    ),
    o.I64_EQ: Template(
        operands=("i1", "i2"),
        value="1 if {i1} == {i2} else 0",
        truth="{i1} == {i2}",
    ),
    o.I64_NE: Template(
        operands=("i1", "i2"),
        value="1 if {i1} != {i2} else 0",
        truth="{i1} != {i2}",
    ),
    o.I64_LT_S: Template(
        operands=("i1", "i2"),
        value=(
            "1 if ({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) < ({i2} if {i2=} < 9223372036854775808 "
            "else {i2} - 18446744073709551616) else 0"
        ),
        truth=(
            "({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) < ({i2} if {i2=} < 9223372036854775808 "
            "else {i2} - 18446744073709551616)"
        ),
    ),
    o.I64_LT_U: Template(
        operands=("i1", "i2"),
        value="1 if {i1} < {i2} else 0",
        truth="{i1} < {i2}",
    ),
    o.I64_GT_S: Template(
        operands=("i1", "i2"),
        value=(
            "1 if ({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) > ({i2} if {i2=} < 9223372036854775808 "
            "else {i2} - 18446744073709551616) else 0"
        ),
        truth=(
            "({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) > ({i2} if {i2=} < 9223372036854775808 "
            "else {i2} - 18446744073709551616)"
        ),
    ),
    o.I64_GT_U: Template(
        operands=("i1", "i2"),
        value="1 if {i1} > {i2} else 0",
        truth="{i1} > {i2}",
    ),
    o.I64_LE_S: Template(
        operands=("i1", "i2"),
        value=(
            "1 if ({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) <= ({i2} if {i2=} < "
            "9223372036854775808 else {i2} - 18446744073709551616) else 0"
        ),
        truth=(
            "({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) <= ({i2} if {i2=} < "
            "9223372036854775808 else {i2} - 18446744073709551616)"
        ),
    ),
    o.I64_LE_U: Template(
        operands=("i1", "i2"),
        value="1 if {i1} <= {i2} else 0",
        truth="{i1} <= {i2}",
    ),
    o.I64_GE_S: Template(
        operands=("i1", "i2"),
        value=(
            "1 if ({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) >= ({i2} if {i2=} < "
            "9223372036854775808 else {i2} - 18446744073709551616) else 0"
        ),
        truth=(
            "({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) >= ({i2} if {i2=} < "
            "9223372036854775808 else {i2} - 18446744073709551616)"
        ),
    ),
    o.I64_GE_U: Template(
        operands=("i1", "i2"),
        value="1 if {i1} >= {i2} else 0",
        truth="{i1} >= {i2}",
    ),
    o.F32_EQ: Template(
        operands=("z1", "z2"),
        value="1 if {z1} == {z2} else 0",
        truth="{z1} == {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F32_NE: Template(
        operands=("z1", "z2"),
        value="1 if {z1} != {z2} else 0",
        truth="{z1} != {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F32_LT: Template(
        operands=("z1", "z2"),
        value="1 if {z1} < {z2} else 0",
        truth="{z1} < {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F32_GT: Template(
        operands=("z1", "z2"),
        value="1 if {z1} > {z2} else 0",
        truth="{z1} > {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F32_LE: Template(
        operands=("z1", "z2"),
        value="1 if {z1} <= {z2} else 0",
        truth="{z1} <= {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F32_GE: Template(
        operands=("z1", "z2"),
        value="1 if {z1} >= {z2} else 0",
        truth="{z1} >= {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F64_EQ: Template(
        operands=("z1", "z2"),
        value="1 if {z1} == {z2} else 0",
        truth="{z1} == {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F64_NE: Template(
        operands=("z1", "z2"),
        value="1 if {z1} != {z2} else 0",
        truth="{z1} != {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F64_LT: Template(
        operands=("z1", "z2"),
        value="1 if {z1} < {z2} else 0",
        truth="{z1} < {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F64_GT: Template(
        operands=("z1", "z2"),
        value="1 if {z1} > {z2} else 0",
        truth="{z1} > {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F64_LE: Template(
        operands=("z1", "z2"),
        value="1 if {z1} <= {z2} else 0",
        truth="{z1} <= {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.F64_GE: Template(
        operands=("z1", "z2"),
        value="1 if {z1} >= {z2} else 0",
        truth="{z1} >= {z2}",
        free=frozenset(("z1", "z2")),
    ),
    o.I32_CLZ: Template(
        operands=("i",),
        value="32 - {i}.bit_length()",
    ),
    o.I32_CTZ: Template(
        operands=("i",),
        value="({i} & -{i}).bit_length() - 1 if {i=} else 32",
    ),
    o.I32_POPCNT: Template(
        operands=("i",),
        value="{i}.bit_count()",
    ),
    o.I64_CLZ: Template(
        operands=("i",),
        value="64 - {i}.bit_length()",
    ),
    o.I64_CTZ: Template(
        operands=("i",),
        value="({i} & -{i}).bit_length() - 1 if {i=} else 64",
    ),
    o.I64_POPCNT: Template(
        operands=("i",),
        value="{i}.bit_count()",
    ),
    o.I32_EXTEND8_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := ({i} & 255)) < 128 else {_1} - 256) & "
            "4294967295"
        ),
        free=frozenset(("i",)),
        loose=Loose(
            "({_1} if ({_1} := ({i} & 255)) < 128 else {_1} - 256)",
            free=frozenset(("i",)),
            mask=" & 4294967295",
        ),
    ),
    o.I32_EXTEND16_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := ({i} & 65535)) < 32768 else {_1} - 65536) "
            "& 4294967295"
        ),
        free=frozenset(("i",)),
        loose=Loose(
            "({_1} if ({_1} := ({i} & 65535)) < 32768 else {_1} - 65536)",
            free=frozenset(("i",)),
            mask=" & 4294967295",
        ),
    ),
    o.I64_EXTEND8_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := ({i} & 255)) < 128 else {_1} - 256) & "
            "18446744073709551615"
        ),
        free=frozenset(("i",)),
        loose=Loose(
            "({_1} if ({_1} := ({i} & 255)) < 128 else {_1} - 256)",
            free=frozenset(("i",)),
            mask=" & 18446744073709551615",
        ),
    ),
    o.I64_EXTEND16_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := ({i} & 65535)) < 32768 else {_1} - 65536) "
            "& 18446744073709551615"
        ),
        free=frozenset(("i",)),
        loose=Loose(
            "({_1} if ({_1} := ({i} & 65535)) < 32768 else {_1} - 65536)",
            free=frozenset(("i",)),
            mask=" & 18446744073709551615",
        ),
    ),
    o.I64_EXTEND32_S: Template(
        operands=("i",),
        value=(
            "({_1} if ({_1} := ({i} & 4294967295)) < 2147483648 else {_1} "
            "- 4294967296) & 18446744073709551615"
        ),
        free=frozenset(("i",)),
        loose=Loose(
            (
                "({_1} if ({_1} := ({i} & 4294967295)) < 2147483648 else {_1} "
                "- 4294967296)"
            ),
            free=frozenset(("i",)),
            mask=" & 18446744073709551615",
        ),
    ),
    o.F32_ABS: Template(
        operands=("z",),
        value="abs({z})",
        loose=Loose(
            "abs({z})",
            free=frozenset(("z",)),
        ),
    ),
    o.F32_NEG: Template(
        operands=("z",),
        value="-{z}",
        loose=Loose(
            "-{z}",
            free=frozenset(("z",)),
        ),
    ),
    o.F32_CEIL: Template(
        operands=("z",),
        value=(
            "copysign(ceil({z}), {z}) if abs({z=}) < 4503599627370496.0 "
            "else {z} if {z} == {z} else NAN"
        ),
        free=frozenset(("z",)),
        loose=Loose(
            (
                "copysign(ceil({z}), {z}) if abs({z=}) < 4503599627370496.0 "
                "else {z}"
            ),
            free=frozenset(("z",)),
        ),
    ),
    o.F32_FLOOR: Template(
        operands=("z",),
        value=(
            "copysign(floor({z}), {z}) if abs({z=}) < 4503599627370496.0 "
            "else {z} if {z} == {z} else NAN"
        ),
        free=frozenset(("z",)),
        loose=Loose(
            (
                "copysign(floor({z}), {z}) if abs({z=}) < 4503599627370496.0 "
                "else {z}"
            ),
            free=frozenset(("z",)),
        ),
    ),
    o.F32_TRUNC: Template(
        operands=("z",),
        value=(
            "copysign(trunc({z}), {z}) if abs({z=}) < 4503599627370496.0 "
            "else {z} if {z} == {z} else NAN"
        ),
        free=frozenset(("z",)),
        loose=Loose(
            (
                "copysign(trunc({z}), {z}) if abs({z=}) < 4503599627370496.0 "
                "else {z}"
            ),
            free=frozenset(("z",)),
        ),
    ),
    o.F32_NEAREST: Template(
        operands=("z",),
        value=(
            "copysign(round({z}), {z}) if abs({z=}) < 4503599627370496.0 "
            "else {z} if {z} == {z} else NAN"
        ),
        free=frozenset(("z",)),
        loose=Loose(
            (
                "copysign(round({z}), {z}) if abs({z=}) < 4503599627370496.0 "
                "else {z}"
            ),
            free=frozenset(("z",)),
        ),
    ),
    o.F32_SQRT: Template(
        operands=("z",),
        value="fround32(sqrt({z})) if {z=} >= 0.0 else NAN",
        free=frozenset(("z",)),
    ),
    o.F64_ABS: Template(
        operands=("z",),
        value="abs({z})",
        loose=Loose(
            "abs({z})",
            free=frozenset(("z",)),
        ),
    ),
    o.F64_NEG: Template(
        operands=("z",),
        value="-{z}",
        loose=Loose(
            "-{z}",
            free=frozenset(("z",)),
        ),
    ),
    o.F64_CEIL: Template(
        operands=("z",),
        value=(
            "copysign(ceil({z}), {z}) if abs({z=}) < 4503599627370496.0 "
            "else {z} if {z} == {z} else NAN"
        ),
        free=frozenset(("z",)),
        loose=Loose(
            (
                "copysign(ceil({z}), {z}) if abs({z=}) < 4503599627370496.0 "
                "else {z}"
            ),
            free=frozenset(("z",)),
        ),
    ),
    o.F64_FLOOR: Template(
        operands=("z",),
        value=(
            "copysign(floor({z}), {z}) if abs({z=}) < 4503599627370496.0 "
            "else {z} if {z} == {z} else NAN"
        ),
        free=frozenset(("z",)),
        loose=Loose(
            (
                "copysign(floor({z}), {z}) if abs({z=}) < 4503599627370496.0 "
                "else {z}"
            ),
            free=frozenset(("z",)),
        ),
    ),
    o.F64_TRUNC: Template(
        operands=("z",),
        value=(
            "copysign(trunc({z}), {z}) if abs({z=}) < 4503599627370496.0 "
            "else {z} if {z} == {z} else NAN"
        ),
        free=frozenset(("z",)),
        loose=Loose(
            (
                "copysign(trunc({z}), {z}) if abs({z=}) < 4503599627370496.0 "
                "else {z}"
            ),
            free=frozenset(("z",)),
        ),
    ),
    o.F64_NEAREST: Template(
        operands=("z",),
        value=(
            "copysign(round({z}), {z}) if abs({z=}) < 4503599627370496.0 "
            "else {z} if {z} == {z} else NAN"
        ),
        free=frozenset(("z",)),
        loose=Loose(
            (
                "copysign(round({z}), {z}) if abs({z=}) < 4503599627370496.0 "
                "else {z}"
            ),
            free=frozenset(("z",)),
        ),
    ),
    o.F64_SQRT: Template(
        operands=("z",),
        value="sqrt({z}) if {z=} >= 0.0 else NAN",
        free=frozenset(("z",)),
    ),
    o.I32_ADD: Template(
        operands=("i1", "i2"),
        value="{i1} + {i2} & 4294967295",
        free=frozenset(("i1", "i2")),
        loose=Loose(
            "{i1} + {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 4294967295",
            slack=1,
        ),
    ),
    o.I32_SUB: Template(
        operands=("i1", "i2"),
        value="{i1} - {i2} & 4294967295",
        free=frozenset(("i1", "i2")),
        loose=Loose(
            "{i1} - {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 4294967295",
            slack=1,
        ),
    ),
    o.I32_MUL: Template(
        operands=("i1", "i2"),
        value="{i1} * {i2} & 4294967295",
        free=frozenset(("i1", "i2")),
        loose=Loose(
            "{i1} * {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 4294967295",
            slack=32,
        ),
    ),
    o.I32_DIV_S: Template(
        operands=("i1", "i2"),
        value="idiv_s_32({i1}, {i2})",
        effect=Effect.READS,
    ),
    o.I32_DIV_U: Template(
        operands=("i1", "i2"),
        value="idiv_u_32({i1}, {i2})",
        effect=Effect.READS,
        sure=Sure("i2", "{i2} == 0", "{i1} // {i2}"),
    ),
    o.I32_REM_S: Template(
        operands=("i1", "i2"),
        value="irem_s_32({i1}, {i2})",
        effect=Effect.READS,
    ),
    o.I32_REM_U: Template(
        operands=("i1", "i2"),
        value="irem_u_32({i1}, {i2})",
        effect=Effect.READS,
        sure=Sure("i2", "{i2} == 0", "{i1} % {i2}"),
    ),
    o.I32_AND: Template(
        operands=("i1", "i2"),
        value="{i1} & {i2}",
        loose=Loose(
            "{i1} & {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 4294967295",
            bounds=frozenset(("i1", "i2")),
        ),
    ),
    o.I32_OR: Template(
        operands=("i1", "i2"),
        value="{i1} | {i2}",
        loose=Loose(
            "{i1} | {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 4294967295",
        ),
    ),
    o.I32_XOR: Template(
        operands=("i1", "i2"),
        value="{i1} ^ {i2}",
        loose=Loose(
            "{i1} ^ {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 4294967295",
        ),
    ),
    o.I32_SHL: Template(
        operands=("i1", "i2"),
        value="{i1} << ({i2} & 31) & 4294967295",
        free=frozenset(("i1", "i2")),
        loose=Loose(
            "{i1} << ({i2} & 31)",
            free=frozenset(("i1", "i2")),
            mask=" & 4294967295",
            slack=31,
        ),
    ),
    o.I32_SHR_S: Template(
        operands=("i1", "i2"),
        value=(
            "({i1} if {i1=} < 2147483648 else {i1} - 4294967296) >> ({i2} "
            "& 31) & 4294967295"
        ),
        free=frozenset(("i2",)),
        loose=Loose(
            (
                "({i1} if {i1=} < 2147483648 else {i1} - 4294967296) >> ({i2} "
                "& 31)"
            ),
            free=frozenset(("i2",)),
            mask=" & 4294967295",
            slack=2,
        ),
    ),
    o.I32_SHR_U: Template(
        operands=("i1", "i2"),
        value="{i1} >> ({i2} & 31)",
        free=frozenset(("i2",)),
    ),
    o.I32_ROTL: Template(
        operands=("i1", "i2"),
        value="{i1} * 4294967297 >> 32 - ({i2} & 31) & 4294967295",
        free=frozenset(("i2",)),
        loose=Loose(
            "{i1} * 4294967297 >> 32 - ({i2} & 31)",
            free=frozenset(("i2",)),
            mask=" & 4294967295",
            slack=33,
        ),
    ),
    o.I32_ROTR: Template(
        operands=("i1", "i2"),
        value="{i1} * 4294967297 >> ({i2} & 31) & 4294967295",
        free=frozenset(("i2",)),
        loose=Loose(
            "{i1} * 4294967297 >> ({i2} & 31)",
            free=frozenset(("i2",)),
            mask=" & 4294967295",
            slack=33,
        ),
    ),
    o.I64_ADD: Template(
        operands=("i1", "i2"),
        value="{i1} + {i2} & 18446744073709551615",
        free=frozenset(("i1", "i2")),
        loose=Loose(
            "{i1} + {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 18446744073709551615",
            slack=1,
        ),
    ),
    o.I64_SUB: Template(
        operands=("i1", "i2"),
        value="{i1} - {i2} & 18446744073709551615",
        free=frozenset(("i1", "i2")),
        loose=Loose(
            "{i1} - {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 18446744073709551615",
            slack=1,
        ),
    ),
    o.I64_MUL: Template(
        operands=("i1", "i2"),
        value="{i1} * {i2} & 18446744073709551615",
        free=frozenset(("i1", "i2")),
        loose=Loose(
            "{i1} * {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 18446744073709551615",
            slack=64,
        ),
    ),
    o.I64_DIV_S: Template(
        operands=("i1", "i2"),
        value="idiv_s_64({i1}, {i2})",
        effect=Effect.READS,
    ),
    o.I64_DIV_U: Template(
        operands=("i1", "i2"),
        value="idiv_u_64({i1}, {i2})",
        effect=Effect.READS,
        sure=Sure("i2", "{i2} == 0", "{i1} // {i2}"),
    ),
    o.I64_REM_S: Template(
        operands=("i1", "i2"),
        value="irem_s_64({i1}, {i2})",
        effect=Effect.READS,
    ),
    o.I64_REM_U: Template(
        operands=("i1", "i2"),
        value="irem_u_64({i1}, {i2})",
        effect=Effect.READS,
        sure=Sure("i2", "{i2} == 0", "{i1} % {i2}"),
    ),
    o.I64_AND: Template(
        operands=("i1", "i2"),
        value="{i1} & {i2}",
        loose=Loose(
            "{i1} & {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 18446744073709551615",
            bounds=frozenset(("i1", "i2")),
        ),
    ),
    o.I64_OR: Template(
        operands=("i1", "i2"),
        value="{i1} | {i2}",
        loose=Loose(
            "{i1} | {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 18446744073709551615",
        ),
    ),
    o.I64_XOR: Template(
        operands=("i1", "i2"),
        value="{i1} ^ {i2}",
        loose=Loose(
            "{i1} ^ {i2}",
            free=frozenset(("i1", "i2")),
            mask=" & 18446744073709551615",
        ),
    ),
    o.I64_SHL: Template(
        operands=("i1", "i2"),
        value="{i1} << ({i2} & 63) & 18446744073709551615",
        free=frozenset(("i1", "i2")),
        loose=Loose(
            "{i1} << ({i2} & 63)",
            free=frozenset(("i1", "i2")),
            mask=" & 18446744073709551615",
            slack=63,
        ),
    ),
    o.I64_SHR_S: Template(
        operands=("i1", "i2"),
        value=(
            "({i1} if {i1=} < 9223372036854775808 else {i1} - "
            "18446744073709551616) >> ({i2} & 63) & 18446744073709551615"
        ),
        free=frozenset(("i2",)),
        loose=Loose(
            (
                "({i1} if {i1=} < 9223372036854775808 else {i1} - "
                "18446744073709551616) >> ({i2} & 63)"
            ),
            free=frozenset(("i2",)),
            mask=" & 18446744073709551615",
            slack=2,
        ),
    ),
    o.I64_SHR_U: Template(
        operands=("i1", "i2"),
        value="{i1} >> ({i2} & 63)",
        free=frozenset(("i2",)),
    ),
    o.I64_ROTL: Template(
        operands=("i1", "i2"),
        value=(
            "{i1} * 18446744073709551617 >> 64 - ({i2} & 63) & "
            "18446744073709551615"
        ),
        free=frozenset(("i2",)),
        loose=Loose(
            "{i1} * 18446744073709551617 >> 64 - ({i2} & 63)",
            free=frozenset(("i2",)),
            mask=" & 18446744073709551615",
            slack=65,
        ),
    ),
    o.I64_ROTR: Template(
        operands=("i1", "i2"),
        value=(
            "{i1} * 18446744073709551617 >> ({i2} & 63) & "
            "18446744073709551615"
        ),
        free=frozenset(("i2",)),
        loose=Loose(
            "{i1} * 18446744073709551617 >> ({i2} & 63)",
            free=frozenset(("i2",)),
            mask=" & 18446744073709551615",
            slack=65,
        ),
    ),
    o.F32_ADD: Template(
        operands=("z1", "z2"),
        value="fround32({_1}) if ({_1} := ({z1} + {z2})) == {_1} else NAN",
        free=frozenset(("z1", "z2")),
    ),
    o.F32_SUB: Template(
        operands=("z1", "z2"),
        value="fround32({_1}) if ({_1} := ({z1} - {z2})) == {_1} else NAN",
        free=frozenset(("z1", "z2")),
    ),
    o.F32_MUL: Template(
        operands=("z1", "z2"),
        value="fround32({_1}) if ({_1} := ({z1} * {z2})) == {_1} else NAN",
        free=frozenset(("z1", "z2")),
    ),
    o.F32_DIV: Template(
        operands=("z1", "z2"),
        value=(
            "fround32({_1}) if ({_1} := ({z1} / {z2} if {z2=} != 0.0 else "
            "{z1} * copysign(inf, {z2}))) == {_1} else NAN"
        ),
        ordered=False,
        atoms=frozenset(("z1",)),
        free=frozenset(("z2",)),
    ),
    o.F32_MIN: Template(
        operands=("z1", "z2"),
        value="fmin_32({z1}, {z2})",
    ),
    o.F32_MAX: Template(
        operands=("z1", "z2"),
        value="fmax_32({z1}, {z2})",
    ),
    o.F32_COPYSIGN: Template(
        operands=("z1", "z2"),
        value="copysign({z1}, {z2})",
    ),
    o.F64_ADD: Template(
        operands=("z1", "z2"),
        value="{_1} if ({_1} := ({z1} + {z2})) == {_1} else NAN",
        free=frozenset(("z1", "z2")),
        loose=Loose(
            "{z1} + {z2}",
            free=frozenset(("z1", "z2")),
        ),
    ),
    o.F64_SUB: Template(
        operands=("z1", "z2"),
        value="{_1} if ({_1} := ({z1} - {z2})) == {_1} else NAN",
        free=frozenset(("z1", "z2")),
        loose=Loose(
            "{z1} - {z2}",
            free=frozenset(("z1", "z2")),
        ),
    ),
    o.F64_MUL: Template(
        operands=("z1", "z2"),
        value="{_1} if ({_1} := ({z1} * {z2})) == {_1} else NAN",
        free=frozenset(("z1", "z2")),
        loose=Loose(
            "{z1} * {z2}",
            free=frozenset(("z1", "z2")),
        ),
    ),
    o.F64_DIV: Template(
        operands=("z1", "z2"),
        value=(
            "{_1} if ({_1} := ({z1} / {z2} if {z2=} != 0.0 else {z1} * "
            "copysign(inf, {z2}))) == {_1} else NAN"
        ),
        ordered=False,
        atoms=frozenset(("z1",)),
        free=frozenset(("z2",)),
        loose=Loose(
            "{z1} / {z2} if {z2=} != 0.0 else {z1} * copysign(inf, {z2})",
            free=frozenset(("z2",)),
        ),
    ),
    o.F64_MIN: Template(
        operands=("z1", "z2"),
        value="fmin_64({z1}, {z2})",
    ),
    o.F64_MAX: Template(
        operands=("z1", "z2"),
        value="fmax_64({z1}, {z2})",
    ),
    o.F64_COPYSIGN: Template(
        operands=("z1", "z2"),
        value="copysign({z1}, {z2})",
    ),
    o.I32_WRAP_I64: Template(
        operands=("c",),
        value="{c} & 4294967295",
        free=frozenset(("c",)),
        loose=Loose(
            "{c}",
            free=frozenset(("c",)),
            mask=" & 4294967295",
            bounds=frozenset(("c",)),
            slack=32,
        ),
    ),
    o.I32_TRUNC_F32_S: Template(
        operands=("c",),
        value="trunc_s_32_32({c})",
        effect=Effect.READS,
    ),
    o.I32_TRUNC_F32_U: Template(
        operands=("c",),
        value="trunc_u_32_32({c})",
        effect=Effect.READS,
    ),
    o.I32_TRUNC_F64_S: Template(
        operands=("c",),
        value="trunc_s_64_32({c})",
        effect=Effect.READS,
    ),
    o.I32_TRUNC_F64_U: Template(
        operands=("c",),
        value="trunc_u_64_32({c})",
        effect=Effect.READS,
    ),
    o.I64_EXTEND_I32_S: Template(
        operands=("c",),
        value=(
            "({c} if {c=} < 2147483648 else {c} - 4294967296) & "
            "18446744073709551615"
        ),
        loose=Loose(
            "({c} if {c=} < 2147483648 else {c} - 4294967296)",
            mask=" & 18446744073709551615",
        ),
    ),
    o.I64_EXTEND_I32_U: Template(
        operands=("c",),
        value="{c}",
    ),
    o.I64_TRUNC_F32_S: Template(
        operands=("c",),
        value="trunc_s_32_64({c})",
        effect=Effect.READS,
    ),
    o.I64_TRUNC_F32_U: Template(
        operands=("c",),
        value="trunc_u_32_64({c})",
        effect=Effect.READS,
    ),
    o.I64_TRUNC_F64_S: Template(
        operands=("c",),
        value="trunc_s_64_64({c})",
        effect=Effect.READS,
    ),
    o.I64_TRUNC_F64_U: Template(
        operands=("c",),
        value="trunc_u_64_64({c})",
        effect=Effect.READS,
    ),
    o.F32_CONVERT_I32_S: Template(
        operands=("c",),
        value=(
            "fround32(float({c} if {c=} < 2147483648 else {c} - "
            "4294967296))"
        ),
    ),
    o.F32_CONVERT_I32_U: Template(
        operands=("c",),
        value="fround32(float({c}))",
    ),
    o.F32_CONVERT_I64_S: Template(
        operands=("c",),
        value=(
            "fround_exact_32({c} if {c=} < 9223372036854775808 else {c} - "
            "18446744073709551616)"
        ),
    ),
    o.F32_CONVERT_I64_U: Template(
        operands=("c",),
        value="fround_exact_32({c})",
    ),
    o.F32_DEMOTE_F64: Template(
        operands=("c",),
        value="fround32({c}) if {c=} == {c} else NAN",
        free=frozenset(("c",)),
    ),
    o.F64_CONVERT_I32_S: Template(
        operands=("c",),
        value="float({c} if {c=} < 2147483648 else {c} - 4294967296)",
    ),
    o.F64_CONVERT_I32_U: Template(
        operands=("c",),
        value="float({c})",
    ),
    o.F64_CONVERT_I64_S: Template(
        operands=("c",),
        value=(
            "float({c} if {c=} < 9223372036854775808 else {c} - "
            "18446744073709551616)"
        ),
    ),
    o.F64_CONVERT_I64_U: Template(
        operands=("c",),
        value="float({c})",
    ),
    o.F64_PROMOTE_F32: Template(
        operands=("c",),
        value="NAN if isnan({c=}) else {c}",
        free=frozenset(("c",)),
    ),
    o.I32_TRUNC_SAT_F32_S: Template(
        operands=("c",),
        value="trunc_sat_s_32_32({c})",
    ),
    o.I32_TRUNC_SAT_F32_U: Template(
        operands=("c",),
        value="trunc_sat_u_32_32({c})",
    ),
    o.I32_TRUNC_SAT_F64_S: Template(
        operands=("c",),
        value="trunc_sat_s_64_32({c})",
    ),
    o.I32_TRUNC_SAT_F64_U: Template(
        operands=("c",),
        value="trunc_sat_u_64_32({c})",
    ),
    o.I64_TRUNC_SAT_F32_S: Template(
        operands=("c",),
        value="trunc_sat_s_32_64({c})",
    ),
    o.I64_TRUNC_SAT_F32_U: Template(
        operands=("c",),
        value="trunc_sat_u_32_64({c})",
    ),
    o.I64_TRUNC_SAT_F64_S: Template(
        operands=("c",),
        value="trunc_sat_s_64_64({c})",
    ),
    o.I64_TRUNC_SAT_F64_U: Template(
        operands=("c",),
        value="trunc_sat_u_64_64({c})",
    ),
    o.I32_REINTERPRET_F32: Template(
        operands=("c",),
        value="bits_of_f32({c})",
    ),
    o.I64_REINTERPRET_F64: Template(
        operands=("c",),
        value="I64.unpack(F64.pack({c}))[0]",
    ),
    o.F32_REINTERPRET_I32: Template(
        operands=("c",),
        value="f32_of_bits({c})",
    ),
    o.F64_REINTERPRET_I64: Template(
        operands=("c",),
        value="F64.unpack(I64.pack({c}))[0]",
    ),
    o.REF_NULL: Template(
        value="None",
        constant=True,
    ),
    o.REF_IS_NULL: Template(
        operands=("r",),
        value="int({r} is None)",
    ),
    o.REF_AS_NON_NULL: Template(
        operands=("r",),
        statements=("if {r} is None: trap(\"null reference\")",),
        value="{r}",
        atoms=frozenset(("r",)),
        effect=Effect.READS,
    ),
    o.REF_FUNC: Template(
        value="{funcs__x}",
        constant=True,
    ),
    o.REF_EQ: Template(
        operands=("r1", "r2"),
        value="ref_eq({r1}, {r2})",
        effect=Effect.READS,
    ),
    o.REF_TEST: Template(
        operands=("r",),
        value="int(ref_test({r}, {rt}))",
        effect=Effect.READS,
    ),
    o.REF_TEST_NULL: Template(
        operands=("r",),
        value="int(ref_test({r}, {rt}))",
        effect=Effect.READS,
    ),
    o.REF_CAST: Template(
        operands=("r",),
        statements=("if not ref_test({r}, {rt}): trap(\"cast failure\")",),
        value="{r}",
        atoms=frozenset(("r",)),
        effect=Effect.READS,
    ),
    o.REF_CAST_NULL: Template(
        operands=("r",),
        statements=("if not ref_test({r}, {rt}): trap(\"cast failure\")",),
        value="{r}",
        atoms=frozenset(("r",)),
        effect=Effect.READS,
    ),
    o.REF_I31: Template(
        operands=("i",),
        value="ref_i31({i})",
    ),
    o.I31_GET_S: Template(
        operands=("r",),
        value=(
            "({_1} if ({_1} := i31({r})) < 1073741824 else {_1} - "
            "2147483648) & 4294967295"
        ),
        effect=Effect.READS,
        loose=Loose(
            (
                "({_1} if ({_1} := i31({r})) < 1073741824 else {_1} - "
                "2147483648)"
            ),
            mask=" & 4294967295",
            slack=1,
        ),
    ),
    o.I31_GET_U: Template(
        operands=("r",),
        value="i31({r})",
        effect=Effect.READS,
    ),
    o.ANY_CONVERT_EXTERN: Template(
        operands=("r",),
        value="{r}",
    ),
    o.EXTERN_CONVERT_ANY: Template(
        operands=("r",),
        value="{r}",
    ),
    o.STRUCT_NEW: Template(
        sequence="args",
        value="struct_new({types__x}, {packs}, {args})",
        effect=Effect.WRITES,
    ),
    o.STRUCT_NEW_DEFAULT: Template(
        value="struct_new_default({types__x}, {zts})",
        effect=Effect.WRITES,
    ),
    o.STRUCT_GET: Template(
        operands=("s",),
        value="struct({s})[{i}]",
        effect=Effect.READS,
    ),
    o.STRUCT_GET_S: Template(
        operands=("s",),
        value=(
            "({_1} if ({_1} := struct({s})[{i}]) < 1 << {zt__bits} - 1 "
            "else {_1} - (1 << {zt__bits})) & 4294967295"
        ),
        effect=Effect.READS,
        loose=Loose(
            (
                "({_1} if ({_1} := struct({s})[{i}]) < 1 << {zt__bits} - 1 "
                "else {_1} - (1 << {zt__bits}))"
            ),
            mask=" & 4294967295",
        ),
    ),
    o.STRUCT_GET_U: Template(
        operands=("s",),
        value="struct({s})[{i}]",
        effect=Effect.READS,
    ),
    o.STRUCT_SET: Template(
        operands=("s", "v"),
        statements=("struct({s})[{i}] = pack({zt}, {v})",),
        ordered=False,
        effect=Effect.WRITES,
    ),
    o.ARRAY_NEW: Template(
        operands=("v", "n"),
        value="array_new({types__x}, {zt}, {v}, {n})",
        effect=Effect.WRITES,
    ),
    o.ARRAY_NEW_DEFAULT: Template(
        operands=("n",),
        value="array_new({types__x}, {zt}, default({zt}), {n})",
        effect=Effect.WRITES,
    ),
    o.ARRAY_NEW_FIXED: Template(
        sequence="args",
        value="array_new_fixed({types__x}, {zt}, {args})",
        effect=Effect.WRITES,
    ),
    o.ARRAY_NEW_DATA: Template(
        operands=("i", "n"),
        value="array_new_data({types__x}, {zt}, {datas__y}, {i}, {n})",
        effect=Effect.WRITES,
    ),
    o.ARRAY_NEW_ELEM: Template(
        operands=("i", "n"),
        value="array_new_elem({types__x}, {zt}, {elems__y}, {i}, {n})",
        effect=Effect.WRITES,
    ),
    o.ARRAY_GET: Template(
        operands=("a", "i"),
        value="array_get({a}, {i})",
        effect=Effect.READS,
    ),
    o.ARRAY_GET_S: Template(
        operands=("a", "i"),
        value=(
            "({_1} if ({_1} := array_get({a}, {i})) < 1 << {zt__bits} - 1 "
            "else {_1} - (1 << {zt__bits})) & 4294967295"
        ),
        effect=Effect.READS,
        loose=Loose(
            (
                "({_1} if ({_1} := array_get({a}, {i})) < 1 << {zt__bits} - 1 "
                "else {_1} - (1 << {zt__bits}))"
            ),
            mask=" & 4294967295",
        ),
    ),
    o.ARRAY_GET_U: Template(
        operands=("a", "i"),
        value="array_get({a}, {i})",
        effect=Effect.READS,
    ),
    o.ARRAY_SET: Template(
        operands=("a", "i", "v"),
        statements=("array_set({a}, {i}, pack({zt}, {v}))",),
        effect=Effect.WRITES,
    ),
    o.ARRAY_LEN: Template(
        operands=("a",),
        value="array_len({a})",
        effect=Effect.READS,
    ),
    o.ARRAY_FILL: Template(
        operands=("a", "i", "v", "n"),
        statements=("array_fill({a}, {i}, pack({zt}, {v}), {n})",),
        effect=Effect.WRITES,
    ),
    o.ARRAY_COPY: Template(
        operands=("a1", "i1", "a2", "i2", "n"),
        statements=("array_copy({a1}, {i1}, {a2}, {i2}, {n})",),
        effect=Effect.WRITES,
    ),
    o.ARRAY_INIT_DATA: Template(
        operands=("a", "i", "j", "n"),
        statements=("array_init_data({a}, {zt}, {i}, {datas__y}, {j}, {n})",),
        effect=Effect.WRITES,
    ),
    o.ARRAY_INIT_ELEM: Template(
        operands=("a", "i", "j", "n"),
        statements=("array_init_elem({a}, {i}, {elems__y}, {j}, {n})",),
        effect=Effect.WRITES,
    ),
    o.V128_CONST: Template(
        value="{c}",
        constant=True,
    ),
    o.V128_NOT: Template(
        operands=("v",),
        value="~{v} & 340282366920938463463374607431768211455",
        free=frozenset(("v",)),
        loose=Loose(
            "~{v}",
            free=frozenset(("v",)),
            mask=" & 340282366920938463463374607431768211455",
        ),
    ),
    o.V128_AND: Template(
        operands=("v1", "v2"),
        value="{v1} & {v2}",
        loose=Loose(
            "{v1} & {v2}",
            free=frozenset(("v1", "v2")),
            mask=" & 340282366920938463463374607431768211455",
            bounds=frozenset(("v1", "v2")),
        ),
    ),
    o.V128_ANDNOT: Template(
        operands=("v1", "v2"),
        value="{v1} & ~{v2}",
        loose=Loose(
            "{v1} & ~{v2}",
            free=frozenset(("v1", "v2")),
            mask=" & 340282366920938463463374607431768211455",
            bounds=frozenset(("v1",)),
        ),
    ),
    o.V128_OR: Template(
        operands=("v1", "v2"),
        value="{v1} | {v2}",
        loose=Loose(
            "{v1} | {v2}",
            free=frozenset(("v1", "v2")),
            mask=" & 340282366920938463463374607431768211455",
        ),
    ),
    o.V128_XOR: Template(
        operands=("v1", "v2"),
        value="{v1} ^ {v2}",
        loose=Loose(
            "{v1} ^ {v2}",
            free=frozenset(("v1", "v2")),
            mask=" & 340282366920938463463374607431768211455",
        ),
    ),
    o.V128_BITSELECT: Template(
        operands=("v1", "v2", "v3"),
        value="{v1} & {v3=} | {v2} & ~{v3}",
        ordered=False,
        loose=Loose(
            "{v1} & {v3=} | {v2} & ~{v3}",
            free=frozenset(("v1", "v2", "v3")),
            mask=" & 340282366920938463463374607431768211455",
        ),
    ),
    o.V128_ANY_TRUE: Template(
        operands=("v",),
        value="1 if {v} != 0 else 0",
        truth="{v} != 0",
    ),
    o.I8X16_EQ: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_ieq({v1}, {v2})",
    ),
    o.I8X16_NE: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_ine({v1}, {v2})",
    ),
    o.I8X16_LT_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_ilt_s({v1}, {v2})",
    ),
    o.I8X16_LT_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_ilt_u({v1}, {v2})",
    ),
    o.I8X16_GT_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_igt_s({v1}, {v2})",
    ),
    o.I8X16_GT_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_igt_u({v1}, {v2})",
    ),
    o.I8X16_LE_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_ile_s({v1}, {v2})",
    ),
    o.I8X16_LE_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_ile_u({v1}, {v2})",
    ),
    o.I8X16_GE_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_ige_s({v1}, {v2})",
    ),
    o.I8X16_GE_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_8_ige_u({v1}, {v2})",
    ),
    o.I16X8_EQ: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_ieq({v1}, {v2})",
    ),
    o.I16X8_NE: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_ine({v1}, {v2})",
    ),
    o.I16X8_LT_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_ilt_s({v1}, {v2})",
    ),
    o.I16X8_LT_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_ilt_u({v1}, {v2})",
    ),
    o.I16X8_GT_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_igt_s({v1}, {v2})",
    ),
    o.I16X8_GT_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_igt_u({v1}, {v2})",
    ),
    o.I16X8_LE_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_ile_s({v1}, {v2})",
    ),
    o.I16X8_LE_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_ile_u({v1}, {v2})",
    ),
    o.I16X8_GE_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_ige_s({v1}, {v2})",
    ),
    o.I16X8_GE_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_16_ige_u({v1}, {v2})",
    ),
    o.I32X4_EQ: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_ieq({v1}, {v2})",
    ),
    o.I32X4_NE: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_ine({v1}, {v2})",
    ),
    o.I32X4_LT_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_ilt_s({v1}, {v2})",
    ),
    o.I32X4_LT_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_ilt_u({v1}, {v2})",
    ),
    o.I32X4_GT_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_igt_s({v1}, {v2})",
    ),
    o.I32X4_GT_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_igt_u({v1}, {v2})",
    ),
    o.I32X4_LE_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_ile_s({v1}, {v2})",
    ),
    o.I32X4_LE_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_ile_u({v1}, {v2})",
    ),
    o.I32X4_GE_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_ige_s({v1}, {v2})",
    ),
    o.I32X4_GE_U: Template(
        operands=("v1", "v2"),
        value="ivrelop_32_ige_u({v1}, {v2})",
    ),
    o.I64X2_EQ: Template(
        operands=("v1", "v2"),
        value="ivrelop_64_ieq({v1}, {v2})",
    ),
    o.I64X2_NE: Template(
        operands=("v1", "v2"),
        value="ivrelop_64_ine({v1}, {v2})",
    ),
    o.I64X2_LT_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_64_ilt_s({v1}, {v2})",
    ),
    o.I64X2_GT_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_64_igt_s({v1}, {v2})",
    ),
    o.I64X2_LE_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_64_ile_s({v1}, {v2})",
    ),
    o.I64X2_GE_S: Template(
        operands=("v1", "v2"),
        value="ivrelop_64_ige_s({v1}, {v2})",
    ),
    o.F32X4_EQ: Template(
        operands=("v1", "v2"),
        value="fvrelop_32_feq({v1}, {v2})",
    ),
    o.F32X4_NE: Template(
        operands=("v1", "v2"),
        value="fvrelop_32_fne({v1}, {v2})",
    ),
    o.F32X4_LT: Template(
        operands=("v1", "v2"),
        value="fvrelop_32_flt({v1}, {v2})",
    ),
    o.F32X4_GT: Template(
        operands=("v1", "v2"),
        value="fvrelop_32_fgt({v1}, {v2})",
    ),
    o.F32X4_LE: Template(
        operands=("v1", "v2"),
        value="fvrelop_32_fle({v1}, {v2})",
    ),
    o.F32X4_GE: Template(
        operands=("v1", "v2"),
        value="fvrelop_32_fge({v1}, {v2})",
    ),
    o.F64X2_EQ: Template(
        operands=("v1", "v2"),
        value="fvrelop_64_feq({v1}, {v2})",
    ),
    o.F64X2_NE: Template(
        operands=("v1", "v2"),
        value="fvrelop_64_fne({v1}, {v2})",
    ),
    o.F64X2_LT: Template(
        operands=("v1", "v2"),
        value="fvrelop_64_flt({v1}, {v2})",
    ),
    o.F64X2_GT: Template(
        operands=("v1", "v2"),
        value="fvrelop_64_fgt({v1}, {v2})",
    ),
    o.F64X2_LE: Template(
        operands=("v1", "v2"),
        value="fvrelop_64_fle({v1}, {v2})",
    ),
    o.F64X2_GE: Template(
        operands=("v1", "v2"),
        value="fvrelop_64_fge({v1}, {v2})",
    ),
    o.I8X16_ABS: Template(
        operands=("v",),
        value="ivunop_8_iabs({v})",
    ),
    o.I8X16_NEG: Template(
        operands=("v",),
        value="ivunop_8_ineg({v})",
    ),
    o.I8X16_POPCNT: Template(
        operands=("v",),
        value="ivunop_8_ipopcnt({v})",
    ),
    o.I16X8_ABS: Template(
        operands=("v",),
        value="ivunop_16_iabs({v})",
    ),
    o.I16X8_NEG: Template(
        operands=("v",),
        value="ivunop_16_ineg({v})",
    ),
    o.I32X4_ABS: Template(
        operands=("v",),
        value="ivunop_32_iabs({v})",
    ),
    o.I32X4_NEG: Template(
        operands=("v",),
        value="ivunop_32_ineg({v})",
    ),
    o.I64X2_ABS: Template(
        operands=("v",),
        value="ivunop_64_iabs({v})",
    ),
    o.I64X2_NEG: Template(
        operands=("v",),
        value="ivunop_64_ineg({v})",
    ),
    o.F32X4_CEIL: Template(
        operands=("v",),
        value="fvunop_32_fceil({v})",
    ),
    o.F32X4_FLOOR: Template(
        operands=("v",),
        value="fvunop_32_ffloor({v})",
    ),
    o.F32X4_TRUNC: Template(
        operands=("v",),
        value="fvunop_32_ftrunc({v})",
    ),
    o.F32X4_NEAREST: Template(
        operands=("v",),
        value="fvunop_32_fnearest({v})",
    ),
    o.F64X2_CEIL: Template(
        operands=("v",),
        value="fvunop_64_fceil({v})",
    ),
    o.F64X2_FLOOR: Template(
        operands=("v",),
        value="fvunop_64_ffloor({v})",
    ),
    o.F64X2_TRUNC: Template(
        operands=("v",),
        value="fvunop_64_ftrunc({v})",
    ),
    o.F64X2_NEAREST: Template(
        operands=("v",),
        value="fvunop_64_fnearest({v})",
    ),
    o.F32X4_ABS: Template(
        operands=("v",),
        value="fvunop_32_fabs({v})",
    ),
    o.F32X4_NEG: Template(
        operands=("v",),
        value="fvunop_32_fneg({v})",
    ),
    o.F32X4_SQRT: Template(
        operands=("v",),
        value="fvunop_32_fsqrt({v})",
    ),
    o.F64X2_ABS: Template(
        operands=("v",),
        value="fvunop_64_fabs({v})",
    ),
    o.F64X2_NEG: Template(
        operands=("v",),
        value="fvunop_64_fneg({v})",
    ),
    o.F64X2_SQRT: Template(
        operands=("v",),
        value="fvunop_64_fsqrt({v})",
    ),
    o.I8X16_ADD: Template(
        operands=("v1", "v2"),
        value=(
            "({v1=} & 169473963133173273960190490760135540607) + ({v2=} & "
            "169473963133173273960190490760135540607) ^ ({v1} ^ {v2}) & "
            "170808403787765189503184116671632670848"
        ),
        free=frozenset(("v1", "v2")),
    ),
    o.I8X16_ADD_SAT_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_iadd_sat_s({v1}, {v2})",
    ),
    o.I8X16_ADD_SAT_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_iadd_sat_u({v1}, {v2})",
    ),
    o.I8X16_SUB: Template(
        operands=("v1", "v2"),
        value=(
            "({v1=} | 170808403787765189503184116671632670848) - ({v2=} & "
            "169473963133173273960190490760135540607) ^ ({v1} ^ ~{v2}) & "
            "170808403787765189503184116671632670848"
        ),
        free=frozenset(("v2",)),
        loose=Loose(
            (
                "({v1=} | 170808403787765189503184116671632670848) - ({v2=} & "
                "169473963133173273960190490760135540607) ^ ({v1} ^ ~{v2}) & "
                "170808403787765189503184116671632670848"
            ),
            free=frozenset(("v1", "v2")),
            mask=" & 340282366920938463463374607431768211455",
            slack=1,
        ),
    ),
    o.I8X16_SUB_SAT_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_isub_sat_s({v1}, {v2})",
    ),
    o.I8X16_SUB_SAT_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_isub_sat_u({v1}, {v2})",
    ),
    o.I8X16_MIN_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_imin_s({v1}, {v2})",
    ),
    o.I8X16_MIN_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_imin_u({v1}, {v2})",
    ),
    o.I8X16_MAX_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_imax_s({v1}, {v2})",
    ),
    o.I8X16_MAX_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_imax_u({v1}, {v2})",
    ),
    o.I8X16_AVGR_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_8_iavgr_u({v1}, {v2})",
    ),
    o.I16X8_Q15MULR_SAT_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_iq15mulrsat_s({v1}, {v2})",
    ),
    o.I16X8_ADD: Template(
        operands=("v1", "v2"),
        value=(
            "({v1=} & 170138587272425278588607549579869519871) + ({v2=} & "
            "170138587272425278588607549579869519871) ^ ({v1} ^ {v2}) & "
            "170143779648513184874767057851898691584"
        ),
        free=frozenset(("v1", "v2")),
    ),
    o.I16X8_ADD_SAT_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_iadd_sat_s({v1}, {v2})",
    ),
    o.I16X8_ADD_SAT_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_iadd_sat_u({v1}, {v2})",
    ),
    o.I16X8_SUB: Template(
        operands=("v1", "v2"),
        value=(
            "({v1=} | 170143779648513184874767057851898691584) - ({v2=} & "
            "170138587272425278588607549579869519871) ^ ({v1} ^ ~{v2}) & "
            "170143779648513184874767057851898691584"
        ),
        free=frozenset(("v2",)),
        loose=Loose(
            (
                "({v1=} | 170143779648513184874767057851898691584) - ({v2=} & "
                "170138587272425278588607549579869519871) ^ ({v1} ^ ~{v2}) & "
                "170143779648513184874767057851898691584"
            ),
            free=frozenset(("v1", "v2")),
            mask=" & 340282366920938463463374607431768211455",
            slack=1,
        ),
    ),
    o.I16X8_SUB_SAT_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_isub_sat_s({v1}, {v2})",
    ),
    o.I16X8_SUB_SAT_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_isub_sat_u({v1}, {v2})",
    ),
    o.I16X8_MUL: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_imul({v1}, {v2})",
    ),
    o.I16X8_MIN_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_imin_s({v1}, {v2})",
    ),
    o.I16X8_MIN_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_imin_u({v1}, {v2})",
    ),
    o.I16X8_MAX_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_imax_s({v1}, {v2})",
    ),
    o.I16X8_MAX_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_imax_u({v1}, {v2})",
    ),
    o.I16X8_AVGR_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_iavgr_u({v1}, {v2})",
    ),
    o.I32X4_ADD: Template(
        operands=("v1", "v2"),
        value=(
            "({v1=} & 170141183420855150465331762880109871103) + ({v2=} & "
            "170141183420855150465331762880109871103) ^ ({v1} ^ {v2}) & "
            "170141183500083312998042844551658340352"
        ),
        free=frozenset(("v1", "v2")),
    ),
    o.I32X4_SUB: Template(
        operands=("v1", "v2"),
        value=(
            "({v1=} | 170141183500083312998042844551658340352) - ({v2=} & "
            "170141183420855150465331762880109871103) ^ ({v1} ^ ~{v2}) & "
            "170141183500083312998042844551658340352"
        ),
        free=frozenset(("v2",)),
        loose=Loose(
            (
                "({v1=} | 170141183500083312998042844551658340352) - ({v2=} & "
                "170141183420855150465331762880109871103) ^ ({v1} ^ ~{v2}) & "
                "170141183500083312998042844551658340352"
            ),
            free=frozenset(("v1", "v2")),
            mask=" & 340282366920938463463374607431768211455",
            slack=1,
        ),
    ),
    o.I32X4_MUL: Template(
        operands=("v1", "v2"),
        value="ivbinop_32_imul({v1}, {v2})",
    ),
    o.I32X4_MIN_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_32_imin_s({v1}, {v2})",
    ),
    o.I32X4_MIN_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_32_imin_u({v1}, {v2})",
    ),
    o.I32X4_MAX_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_32_imax_s({v1}, {v2})",
    ),
    o.I32X4_MAX_U: Template(
        operands=("v1", "v2"),
        value="ivbinop_32_imax_u({v1}, {v2})",
    ),
    o.I64X2_ADD: Template(
        operands=("v1", "v2"),
        value=(
            "({v1=} & 170141183460469231722463931679029329919) + ({v2=} & "
            "170141183460469231722463931679029329919) ^ ({v1} ^ {v2}) & "
            "170141183460469231740910675752738881536"
        ),
        free=frozenset(("v1", "v2")),
    ),
    o.I64X2_SUB: Template(
        operands=("v1", "v2"),
        value=(
            "({v1=} | 170141183460469231740910675752738881536) - ({v2=} & "
            "170141183460469231722463931679029329919) ^ ({v1} ^ ~{v2}) & "
            "170141183460469231740910675752738881536"
        ),
        free=frozenset(("v2",)),
        loose=Loose(
            (
                "({v1=} | 170141183460469231740910675752738881536) - ({v2=} & "
                "170141183460469231722463931679029329919) ^ ({v1} ^ ~{v2}) & "
                "170141183460469231740910675752738881536"
            ),
            free=frozenset(("v1", "v2")),
            mask=" & 340282366920938463463374607431768211455",
            slack=1,
        ),
    ),
    o.I64X2_MUL: Template(
        operands=("v1", "v2"),
        value="ivbinop_64_imul({v1}, {v2})",
    ),
    o.I16X8_RELAXED_Q15MULR_S: Template(
        operands=("v1", "v2"),
        value="ivbinop_16_irelaxed_q15mulr_s({v1}, {v2})",
    ),
    o.F32X4_ADD: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_fadd({v1}, {v2})",
    ),
    o.F32X4_SUB: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_fsub({v1}, {v2})",
    ),
    o.F32X4_MUL: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_fmul({v1}, {v2})",
    ),
    o.F32X4_DIV: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_fdiv({v1}, {v2})",
    ),
    o.F32X4_MIN: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_fmin({v1}, {v2})",
    ),
    o.F32X4_MAX: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_fmax({v1}, {v2})",
    ),
    o.F32X4_PMIN: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_fpmin({v1}, {v2})",
    ),
    o.F32X4_PMAX: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_fpmax({v1}, {v2})",
    ),
    o.F64X2_ADD: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_fadd({v1}, {v2})",
    ),
    o.F64X2_SUB: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_fsub({v1}, {v2})",
    ),
    o.F64X2_MUL: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_fmul({v1}, {v2})",
    ),
    o.F64X2_DIV: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_fdiv({v1}, {v2})",
    ),
    o.F64X2_MIN: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_fmin({v1}, {v2})",
    ),
    o.F64X2_MAX: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_fmax({v1}, {v2})",
    ),
    o.F64X2_PMIN: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_fpmin({v1}, {v2})",
    ),
    o.F64X2_PMAX: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_fpmax({v1}, {v2})",
    ),
    o.F32X4_RELAXED_MIN: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_frelaxed_min({v1}, {v2})",
    ),
    o.F32X4_RELAXED_MAX: Template(
        operands=("v1", "v2"),
        value="fvbinop_32_frelaxed_max({v1}, {v2})",
    ),
    o.F64X2_RELAXED_MIN: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_frelaxed_min({v1}, {v2})",
    ),
    o.F64X2_RELAXED_MAX: Template(
        operands=("v1", "v2"),
        value="fvbinop_64_frelaxed_max({v1}, {v2})",
    ),
    o.I8X16_RELAXED_LANESELECT: Template(
        operands=("v1", "v2", "v3"),
        value="ivternop_8_irelaxed_laneselect({v1}, {v2}, {v3})",
    ),
    o.I16X8_RELAXED_LANESELECT: Template(
        operands=("v1", "v2", "v3"),
        value="ivternop_16_irelaxed_laneselect({v1}, {v2}, {v3})",
    ),
    o.I32X4_RELAXED_LANESELECT: Template(
        operands=("v1", "v2", "v3"),
        value="ivternop_32_irelaxed_laneselect({v1}, {v2}, {v3})",
    ),
    o.I64X2_RELAXED_LANESELECT: Template(
        operands=("v1", "v2", "v3"),
        value="ivternop_64_irelaxed_laneselect({v1}, {v2}, {v3})",
    ),
    o.F32X4_RELAXED_MADD: Template(
        operands=("v1", "v2", "v3"),
        value="fvternop_32_frelaxed_madd({v1}, {v2}, {v3})",
    ),
    o.F32X4_RELAXED_NMADD: Template(
        operands=("v1", "v2", "v3"),
        value="fvternop_32_frelaxed_nmadd({v1}, {v2}, {v3})",
    ),
    o.F64X2_RELAXED_MADD: Template(
        operands=("v1", "v2", "v3"),
        value="fvternop_64_frelaxed_madd({v1}, {v2}, {v3})",
    ),
    o.F64X2_RELAXED_NMADD: Template(
        operands=("v1", "v2", "v3"),
        value="fvternop_64_frelaxed_nmadd({v1}, {v2}, {v3})",
    ),
    o.I8X16_SHL: Template(
        operands=("v", "i"),
        value="ivshiftop_8_ishl({v}, {i})",
    ),
    o.I8X16_SHR_S: Template(
        operands=("v", "i"),
        value="ivshiftop_8_ishr_s({v}, {i})",
    ),
    o.I8X16_SHR_U: Template(
        operands=("v", "i"),
        value="ivshiftop_8_ishr_u({v}, {i})",
    ),
    o.I16X8_SHL: Template(
        operands=("v", "i"),
        value="ivshiftop_16_ishl({v}, {i})",
    ),
    o.I16X8_SHR_S: Template(
        operands=("v", "i"),
        value="ivshiftop_16_ishr_s({v}, {i})",
    ),
    o.I16X8_SHR_U: Template(
        operands=("v", "i"),
        value="ivshiftop_16_ishr_u({v}, {i})",
    ),
    o.I32X4_SHL: Template(
        operands=("v", "i"),
        value="ivshiftop_32_ishl({v}, {i})",
    ),
    o.I32X4_SHR_S: Template(
        operands=("v", "i"),
        value="ivshiftop_32_ishr_s({v}, {i})",
    ),
    o.I32X4_SHR_U: Template(
        operands=("v", "i"),
        value="ivshiftop_32_ishr_u({v}, {i})",
    ),
    o.I64X2_SHL: Template(
        operands=("v", "i"),
        value="ivshiftop_64_ishl({v}, {i})",
    ),
    o.I64X2_SHR_S: Template(
        operands=("v", "i"),
        value="ivshiftop_64_ishr_s({v}, {i})",
    ),
    o.I64X2_SHR_U: Template(
        operands=("v", "i"),
        value="ivshiftop_64_ishr_u({v}, {i})",
    ),
    o.I8X16_ALL_TRUE: Template(
        operands=("v",),
        value="1 if all(ILANES_8.unpack({v}.to_bytes(16, \"little\"))) else 0",
        truth="all(ILANES_8.unpack({v}.to_bytes(16, \"little\")))",
    ),
    o.I16X8_ALL_TRUE: Template(
        operands=("v",),
        value=(
            "1 if all(ILANES_16.unpack({v}.to_bytes(16, \"little\"))) else "
            "0"
        ),
        truth="all(ILANES_16.unpack({v}.to_bytes(16, \"little\")))",
    ),
    o.I32X4_ALL_TRUE: Template(
        operands=("v",),
        value=(
            "1 if all(ILANES_32.unpack({v}.to_bytes(16, \"little\"))) else "
            "0"
        ),
        truth="all(ILANES_32.unpack({v}.to_bytes(16, \"little\")))",
    ),
    o.I64X2_ALL_TRUE: Template(
        operands=("v",),
        value=(
            "1 if all(ILANES_64.unpack({v}.to_bytes(16, \"little\"))) else "
            "0"
        ),
        truth="all(ILANES_64.unpack({v}.to_bytes(16, \"little\")))",
    ),
    o.I8X16_BITMASK: Template(
        operands=("v",),
        value="ivbitmask_8({v})",
    ),
    o.I16X8_BITMASK: Template(
        operands=("v",),
        value="ivbitmask_16({v})",
    ),
    o.I32X4_BITMASK: Template(
        operands=("v",),
        value="ivbitmask_32({v})",
    ),
    o.I64X2_BITMASK: Template(
        operands=("v",),
        value="ivbitmask_64({v})",
    ),
    o.I8X16_SWIZZLE: Template(
        operands=("v1", "v2"),
        value="ivswizzle_8({v1}, {v2})",
    ),
    o.I8X16_RELAXED_SWIZZLE: Template(
        operands=("v1", "v2"),
        value="ivswizzle_8({v1}, {v2})",
    ),
    o.I8X16_SHUFFLE: Template(
        operands=("v1", "v2"),
        value="ivshuffle_8({ls}, {v1}, {v2})",
    ),
    o.I8X16_SPLAT: Template(
        operands=("c",),
        value="({c} & 255) * 1334440654591915542993625911497130241",
        free=frozenset(("c",)),
    ),
    o.I16X8_SPLAT: Template(
        operands=("c",),
        value="({c} & 65535) * 5192376087906286159508272029171713",
        free=frozenset(("c",)),
    ),
    o.I32X4_SPLAT: Template(
        operands=("c",),
        value="({c} & 4294967295) * 79228162532711081671548469249",
        free=frozenset(("c",)),
    ),
    o.I64X2_SPLAT: Template(
        operands=("c",),
        value="({c} & 18446744073709551615) * 18446744073709551617",
        free=frozenset(("c",)),
    ),
    o.F32X4_SPLAT: Template(
        operands=("c",),
        value=(
            "(bits_of_f32({c}) & 4294967295) * "
            "79228162532711081671548469249"
        ),
    ),
    o.F64X2_SPLAT: Template(
        operands=("c",),
        value=(
            "(I64.unpack(F64.pack({c}))[0] & 18446744073709551615) * "
            "18446744073709551617"
        ),
    ),
    o.I8X16_EXTRACT_LANE_S: Template(
        operands=("v",),
        value=(
            "({_1} if ({_1} := ({v} >> {l} * 8 & 255)) < 128 else {_1} - "
            "256) & 4294967295"
        ),
        loose=Loose(
            (
                "({_1} if ({_1} := ({v} >> {l} * 8 & 255)) < 128 else {_1} - "
                "256)"
            ),
            mask=" & 4294967295",
        ),
    ),
    o.I8X16_EXTRACT_LANE_U: Template(
        operands=("v",),
        value="{v} >> {l} * 8 & 255",
    ),
    o.I16X8_EXTRACT_LANE_S: Template(
        operands=("v",),
        value=(
            "({_1} if ({_1} := ({v} >> {l} * 16 & 65535)) < 32768 else "
            "{_1} - 65536) & 4294967295"
        ),
        loose=Loose(
            (
                "({_1} if ({_1} := ({v} >> {l} * 16 & 65535)) < 32768 else "
                "{_1} - 65536)"
            ),
            mask=" & 4294967295",
        ),
    ),
    o.I16X8_EXTRACT_LANE_U: Template(
        operands=("v",),
        value="{v} >> {l} * 16 & 65535",
    ),
    o.I32X4_EXTRACT_LANE: Template(
        operands=("v",),
        value="{v} >> {l} * 32 & 4294967295",
        loose=Loose(
            "{v} >> {l} * 32",
            mask=" & 4294967295",
            slack=96,
        ),
    ),
    o.I64X2_EXTRACT_LANE: Template(
        operands=("v",),
        value="{v} >> {l} * 64 & 18446744073709551615",
        loose=Loose(
            "{v} >> {l} * 64",
            mask=" & 18446744073709551615",
            slack=64,
        ),
    ),
    o.F32X4_EXTRACT_LANE: Template(
        operands=("v",),
        value="f32_of_bits({v} >> {l} * 32 & 4294967295)",
    ),
    o.F64X2_EXTRACT_LANE: Template(
        operands=("v",),
        value=(
            "F64.unpack(I64.pack({v} >> {l} * 64 & "
            "18446744073709551615))[0]"
        ),
    ),
    o.I8X16_REPLACE_LANE: Template(
        operands=("v", "c"),
        value="{v=} ^ (({v} >> {l} * 8 ^ {c}) & 255) << {l} * 8",
        free=frozenset(("c",)),
    ),
    o.I16X8_REPLACE_LANE: Template(
        operands=("v", "c"),
        value="{v=} ^ (({v} >> {l} * 16 ^ {c}) & 65535) << {l} * 16",
        free=frozenset(("c",)),
    ),
    o.I32X4_REPLACE_LANE: Template(
        operands=("v", "c"),
        value="{v=} ^ (({v} >> {l} * 32 ^ {c}) & 4294967295) << {l} * 32",
        free=frozenset(("c",)),
    ),
    o.I64X2_REPLACE_LANE: Template(
        operands=("v", "c"),
        value=(
            "{v=} ^ (({v} >> {l} * 64 ^ {c}) & 18446744073709551615) << "
            "{l} * 64"
        ),
        free=frozenset(("c",)),
    ),
    o.F32X4_REPLACE_LANE: Template(
        operands=("v", "c"),
        value=(
            "{v=} ^ (({v} >> {l} * 32 ^ bits_of_f32({c})) & 4294967295) "
            "<< {l} * 32"
        ),
    ),
    o.F64X2_REPLACE_LANE: Template(
        operands=("v", "c"),
        value=(
            "{v=} ^ (({v} >> {l} * 64 ^ I64.unpack(F64.pack({c}))[0]) & "
            "18446744073709551615) << {l} * 64"
        ),
    ),
    o.I8X16_NARROW_I16X8_S: Template(
        operands=("v1", "v2"),
        value="vnarrow_s_16_8({v1}, {v2})",
    ),
    o.I8X16_NARROW_I16X8_U: Template(
        operands=("v1", "v2"),
        value="vnarrow_u_16_8({v1}, {v2})",
    ),
    o.I16X8_NARROW_I32X4_S: Template(
        operands=("v1", "v2"),
        value="vnarrow_s_32_16({v1}, {v2})",
    ),
    o.I16X8_NARROW_I32X4_U: Template(
        operands=("v1", "v2"),
        value="vnarrow_u_32_16({v1}, {v2})",
    ),
    o.I16X8_EXTEND_LOW_I8X16_S: Template(
        operands=("v",),
        value="vextend_low_8_16_extend_s({v})",
    ),
    o.I16X8_EXTEND_HIGH_I8X16_S: Template(
        operands=("v",),
        value="vextend_high_8_16_extend_s({v})",
    ),
    o.I16X8_EXTEND_LOW_I8X16_U: Template(
        operands=("v",),
        value="vextend_low_8_16_extend_u({v})",
    ),
    o.I16X8_EXTEND_HIGH_I8X16_U: Template(
        operands=("v",),
        value="vextend_high_8_16_extend_u({v})",
    ),
    o.I32X4_EXTEND_LOW_I16X8_S: Template(
        operands=("v",),
        value="vextend_low_16_32_extend_s({v})",
    ),
    o.I32X4_EXTEND_HIGH_I16X8_S: Template(
        operands=("v",),
        value="vextend_high_16_32_extend_s({v})",
    ),
    o.I32X4_EXTEND_LOW_I16X8_U: Template(
        operands=("v",),
        value="vextend_low_16_32_extend_u({v})",
    ),
    o.I32X4_EXTEND_HIGH_I16X8_U: Template(
        operands=("v",),
        value="vextend_high_16_32_extend_u({v})",
    ),
    o.I64X2_EXTEND_LOW_I32X4_S: Template(
        operands=("v",),
        value="vextend_low_32_64_extend_s({v})",
    ),
    o.I64X2_EXTEND_HIGH_I32X4_S: Template(
        operands=("v",),
        value="vextend_high_32_64_extend_s({v})",
    ),
    o.I64X2_EXTEND_LOW_I32X4_U: Template(
        operands=("v",),
        value="vextend_low_32_64_extend_u({v})",
    ),
    o.I64X2_EXTEND_HIGH_I32X4_U: Template(
        operands=("v",),
        value="vextend_high_32_64_extend_u({v})",
    ),
    o.F32X4_CONVERT_I32X4_S: Template(
        operands=("v",),
        value="vconvert_32_32_convert_s({v})",
    ),
    o.F32X4_CONVERT_I32X4_U: Template(
        operands=("v",),
        value="vconvert_32_32_convert_u({v})",
    ),
    o.F64X2_CONVERT_LOW_I32X4_S: Template(
        operands=("v",),
        value="vconvert_low_32_64_convert_s({v})",
    ),
    o.F64X2_CONVERT_LOW_I32X4_U: Template(
        operands=("v",),
        value="vconvert_low_32_64_convert_u({v})",
    ),
    o.I32X4_TRUNC_SAT_F32X4_S: Template(
        operands=("v",),
        value="vtrunc_32_32_trunc_sat_s({v})",
    ),
    o.I32X4_TRUNC_SAT_F32X4_U: Template(
        operands=("v",),
        value="vtrunc_32_32_trunc_sat_u({v})",
    ),
    o.I32X4_TRUNC_SAT_F64X2_S_ZERO: Template(
        operands=("v",),
        value="vtrunc_zero_64_32_trunc_sat_s({v})",
    ),
    o.I32X4_TRUNC_SAT_F64X2_U_ZERO: Template(
        operands=("v",),
        value="vtrunc_zero_64_32_trunc_sat_u({v})",
    ),
    o.I32X4_RELAXED_TRUNC_F32X4_S: Template(
        operands=("v",),
        value="vtrunc_32_32_relaxed_trunc_s({v})",
    ),
    o.I32X4_RELAXED_TRUNC_F32X4_U: Template(
        operands=("v",),
        value="vtrunc_32_32_relaxed_trunc_u({v})",
    ),
    o.I32X4_RELAXED_TRUNC_F64X2_S_ZERO: Template(
        operands=("v",),
        value="vtrunc_zero_64_32_relaxed_trunc_s({v})",
    ),
    o.I32X4_RELAXED_TRUNC_F64X2_U_ZERO: Template(
        operands=("v",),
        value="vtrunc_zero_64_32_relaxed_trunc_u({v})",
    ),
    o.F32X4_DEMOTE_F64X2_ZERO: Template(
        operands=("v",),
        value="vdemote_zero_64_32({v})",
    ),
    o.F64X2_PROMOTE_LOW_F32X4: Template(
        operands=("v",),
        value="vpromote_low_32_64({v})",
    ),
    o.I16X8_EXTADD_PAIRWISE_I8X16_S: Template(
        operands=("v",),
        value="vextadd_pairwise_8_16_extend_s({v})",
    ),
    o.I16X8_EXTADD_PAIRWISE_I8X16_U: Template(
        operands=("v",),
        value="vextadd_pairwise_8_16_extend_u({v})",
    ),
    o.I32X4_EXTADD_PAIRWISE_I16X8_S: Template(
        operands=("v",),
        value="vextadd_pairwise_16_32_extend_s({v})",
    ),
    o.I32X4_EXTADD_PAIRWISE_I16X8_U: Template(
        operands=("v",),
        value="vextadd_pairwise_16_32_extend_u({v})",
    ),
    o.I16X8_EXTMUL_LOW_I8X16_S: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_16_imul(vextend_low_8_16_extend_s({v1}), "
            "vextend_low_8_16_extend_s({v2}))"
        ),
    ),
    o.I16X8_EXTMUL_HIGH_I8X16_S: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_16_imul(vextend_high_8_16_extend_s({v1}), "
            "vextend_high_8_16_extend_s({v2}))"
        ),
    ),
    o.I16X8_EXTMUL_LOW_I8X16_U: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_16_imul(vextend_low_8_16_extend_u({v1}), "
            "vextend_low_8_16_extend_u({v2}))"
        ),
    ),
    o.I16X8_EXTMUL_HIGH_I8X16_U: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_16_imul(vextend_high_8_16_extend_u({v1}), "
            "vextend_high_8_16_extend_u({v2}))"
        ),
    ),
    o.I32X4_EXTMUL_LOW_I16X8_S: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_32_imul(vextend_low_16_32_extend_s({v1}), "
            "vextend_low_16_32_extend_s({v2}))"
        ),
    ),
    o.I32X4_EXTMUL_HIGH_I16X8_S: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_32_imul(vextend_high_16_32_extend_s({v1}), "
            "vextend_high_16_32_extend_s({v2}))"
        ),
    ),
    o.I32X4_EXTMUL_LOW_I16X8_U: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_32_imul(vextend_low_16_32_extend_u({v1}), "
            "vextend_low_16_32_extend_u({v2}))"
        ),
    ),
    o.I32X4_EXTMUL_HIGH_I16X8_U: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_32_imul(vextend_high_16_32_extend_u({v1}), "
            "vextend_high_16_32_extend_u({v2}))"
        ),
    ),
    o.I64X2_EXTMUL_LOW_I32X4_S: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_64_imul(vextend_low_32_64_extend_s({v1}), "
            "vextend_low_32_64_extend_s({v2}))"
        ),
    ),
    o.I64X2_EXTMUL_HIGH_I32X4_S: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_64_imul(vextend_high_32_64_extend_s({v1}), "
            "vextend_high_32_64_extend_s({v2}))"
        ),
    ),
    o.I64X2_EXTMUL_LOW_I32X4_U: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_64_imul(vextend_low_32_64_extend_u({v1}), "
            "vextend_low_32_64_extend_u({v2}))"
        ),
    ),
    o.I64X2_EXTMUL_HIGH_I32X4_U: Template(
        operands=("v1", "v2"),
        value=(
            "ivbinop_64_imul(vextend_high_32_64_extend_u({v1}), "
            "vextend_high_32_64_extend_u({v2}))"
        ),
    ),
    o.I32X4_DOT_I16X8_S: Template(
        operands=("v1", "v2"),
        value="vdot_s_16_32({v1}, {v2})",
    ),
    o.I16X8_RELAXED_DOT_I8X16_I7X16_S: Template(
        operands=("v1", "v2"),
        value="vrelaxed_dot_8_16({v1}, {v2})",
    ),
    o.I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S: Template(
        operands=("v1", "v2", "v3"),
        value=(
            "(({_1} := "
            "vextadd_pairwise_16_32_extend_s(vrelaxed_dot_8_16({v1}, "
            "{v2}))) & 170141183420855150465331762880109871103) + ({v3=} "
            "& 170141183420855150465331762880109871103) ^ ({_1} ^ {v3}) & "
            "170141183500083312998042844551658340352"
        ),
        free=frozenset(("v3",)),
    ),
}
