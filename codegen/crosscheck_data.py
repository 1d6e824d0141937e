"""How the table's notation corresponds to that of spec/instructions.csv, and where that one errs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Erratum:
    """Cells of the index that differ from the standard's own rules, and what these say."""

    keys: tuple[str, ...]
    column: str
    index: str
    right: str
    reason: str


# The index's instructions whose key in the table is not just the keyword.
KEYS = {
    "select t": "select t",
    "ref.test (ref null t)": "ref.test null",
    "ref.cast (ref null t)": "ref.cast null",
    "i32x4.relaxed_trunc_f64x2_s": "i32x4.relaxed_trunc_f64x2_s_zero",  # see ERRATA
    "i32x4.relaxed_trunc_f64x2_u": "i32x4.relaxed_trunc_f64x2_u_zero",
}

SHORTHAND = {
    "eqref": "(ref null eq)",
    "i31ref": "(ref null i31)",
    "arrayref": "(ref null array)",
    "exnref": "(ref null exn)",
}

# Immediates by kind; x stands for the first index of an instruction, y for the second.
IMMEDIATES = {
    "blocktype": "bt",
    "catches": "c^*",
    "labelidx": "l",
    "labelidxs": "l^*",
    "funcidx": "x",
    "typeidx": "x",
    "tableidx": "x",
    "memidx": "x",
    "globalidx": "x",
    "localidx": "x",
    "tagidx": "x",
    "dataidx": "x",
    "elemidx": "x",
    "fieldidx": "x",
    "laneidx": "laneidx",
    "laneidxs": "laneidx^16",
    "memarg": "x memarg",
    "u32": "n",
    "i32": "i32",
    "i64": "i64",
    "f32": "f32",
    "f64": "f64",
    "v128": "i128",
    "heaptype": "ht",
    "reftype": "t",
    "resulttypes": "t",
}

# (Rule or key, stack type in the table): type in the index.
FORMS = {
    ("block", "*ts1 -> *ts2"): "[t_1^*] -> [t_2^*]",
    ("loop", "*ts1 -> *ts2"): "[t_1^*] -> [t_2^*]",
    ("if", "*ts1 c:i32 -> *ts2"): "[t_1^* i32] -> [t_2^*]",
    ("try_table", "*ts1 -> *ts2"): "[t_1^*] -> [t_2^*]",
    ("br", "*ts -> ..."): "[t_1^* t^*] -> [t_2^*]",
    ("br_if", "*ts c:i32 -> *ts"): "[t^* i32] -> [t^*]",
    ("br_table", "*ts i:i32 -> ..."): "[t_1^* t^* i32] -> [t_2^*]",
    ("br_on_null", "*ts r:rt -> *ts non_null(rt)"): "[t^* (ref null ht)] -> [t^* (ref ht)]",
    ("br_on_non_null", "*ts r:nullable(rt) -> *ts"): "[t^* (ref null ht)] -> [t^*]",
    ("br_on_cast", "*ts r:t1 -> *ts difference(t1, t2)"): "[t^* t_1] -> [t^* t_1\\ t_2]",
    ("br_on_cast_fail", "*ts r:t1 -> *ts t2"): "[t^* t_1] -> [t^* t_2]",
    ("return", "*ts -> ..."): "[t_1^* t^*] -> [t_2^*]",
    ("call", "*args:ts1 -> *ts2"): "[t_1^*] -> [t_2^*]",
    ("call_ref", "*args:ts1 f:(ref null x) -> *ts2"): "[t_1^* (ref null x)] -> [t_2^*]",
    ("call_indirect", "*args:ts1 i:at -> *ts2"): "[t_1^* at] -> [t_2^*]",
    ("return_call", "*args:ts1 -> ..."): "[t_1^*] -> [t_2^*]",
    ("return_call_ref", "*args:ts1 f:(ref null x) -> ..."): "[t_1^* (ref null x)] -> [t_2^*]",
    ("return_call_indirect", "*args:ts1 i:at -> ..."): "[t_1^* at] -> [t_2^*]",
    ("throw", "*args:ts -> ..."): "[t_1^* t_x^*] -> [t_2^*]",
    ("drop", "v:t ->"): "[t] -> []",
    ("select", "v1:t v2:t c:i32 -> t"): "[t t i32] -> [t]",
    ("local.get", "-> t"): "[] -> [t]",
    ("local.set", "v:t ->_x"): "[t] -> []",
    ("local.tee", "v:t ->_x t"): "[t] -> [t]",
    ("global.get", "-> t"): "[] -> [t]",
    ("global.set", "v:t ->"): "[t] -> []",
    ("table.get", "i:at -> rt"): "[at] -> [t]",
    ("table.set", "i:at r:rt ->"): "[at t] -> []",
    ("table.grow", "r:rt n:at -> at"): "[t at] -> [at]",
    ("table.fill", "i:at r:rt n:at ->"): "[at t at] -> []",
    ("table.copy", "i:at1 j:at2 n:narrower(at1, at2) ->"): "[at_1 at_2 at] -> []",
    ("memory.copy", "i:at1 j:at2 n:narrower(at1, at2) ->"): "[at_1 at_2 at] -> []",
    ("ref.null", "-> rt"): "[] -> [(ref null ht)]",
    ("ref.is_null", "r:rt -> i32"): "[(ref null ht)] -> [i32]",
    ("ref.as_non_null", "r:rt -> non_null(rt)"): "[(ref null ht)] -> [(ref ht)]",
    ("ref.func", "-> rt"): "[] -> [(ref ht)]",
    ("ref.test", "r:rt1 -> i32"): "[(ref t')] -> [i32]",
    ("ref.test null", "r:rt1 -> i32"): "[(ref null t')] -> [i32]",
    ("ref.cast", "r:rt1 -> rt"): "[(ref t')] -> [(ref t)]",
    ("ref.cast null", "r:rt1 -> rt"): "[(ref null t')] -> [(ref null t)]",
    ("any.convert_extern", "r:rt -> with_heap(rt, any)"): "[(ref null extern)] -> [(ref null any)]",
    ("extern.convert_any", "r:rt -> with_heap(rt, extern)"): (
        "[(ref null any)] -> [(ref null extern)]"
    ),
    ("struct.new", "*args:all_unpacked(zts) -> (ref x)"): "[t^*] -> [(ref x)]",
    ("struct.get", "s:(ref null x) -> unpacked(zt)"): "[(ref null x)] -> [t]",
    ("struct.set", "s:(ref null x) v:unpacked(zt) ->"): "[(ref null x) t] -> []",
    ("array.new", "v:unpacked(zt) n:i32 -> (ref x)"): "[t i32] -> [(ref x)]",
    ("array.new_fixed", "*args:ts -> (ref x)"): "[t^n] -> [(ref x)]",
    ("array.get", "a:(ref null x) i:i32 -> unpacked(zt)"): "[(ref null x) i32] -> [t]",
    ("array.set", "a:(ref null x) i:i32 v:unpacked(zt) ->"): "[(ref null x) i32 t] -> []",
    ("array.fill", "a:(ref null x) i:i32 v:unpacked(zt) n:i32 ->"): (
        "[(ref null x) i32 t i32] -> []"
    ),
}

_EXTEND = tuple(
    f"{shape}.extend_{half}_{narrow}_{sx}"
    for shape, narrow in (("i16x8", "i8x16"), ("i32x4", "i16x8"), ("i64x2", "i32x4"))
    for half in ("low", "high")
    for sx in "su"
)
_NARROW = tuple(
    f"{shape}.narrow_{wide}_{sx}"
    for shape, wide in (("i8x16", "i16x8"), ("i16x8", "i32x4"))
    for sx in "su"
)
_COMPARE = tuple(f"i64x2.{op}" for op in ("eq", "ne", "lt_s", "gt_s", "le_s", "ge_s"))
_LANES = tuple(f"v128.{op}{M}_lane" for op in ("load", "store") for M in (8, 16, 32, 64))

ERRATA = (
    Erratum(
        ("i32x4.relaxed_trunc_f64x2_s_zero",), "keyword",
        "i32x4.relaxed_trunc_f64x2_s", "i32x4.relaxed_trunc_f64x2_s_zero",
        "the text format's keyword, in its grammar and in the suite: Tplaininstr_(I)/vec-cvt-i32x4",
    ),
    Erratum(
        ("i32x4.relaxed_trunc_f64x2_u_zero",), "keyword",
        "i32x4.relaxed_trunc_f64x2_u", "i32x4.relaxed_trunc_f64x2_u_zero",
        "the text format's keyword, in its grammar and in the suite: Tplaininstr_(I)/vec-cvt-i32x4",
    ),
    Erratum(
        _COMPARE, "validation", "valid-vbinop", "valid-vrelop",
        "a comparison of lanes, as at the other shapes: rule Instr_ok/vrelop",
    ),
    Erratum(
        _COMPARE, "execution", "exec-vbinop", "exec-vrelop",
        "a comparison of lanes, as at the other shapes: rule Step_pure/vrelop",
    ),
    Erratum(
        _NARROW, "validation", "valid-vbinop", "valid-vnarrow",
        "narrowing has a rule of its own, which the index knows for execution: Instr_ok/vnarrow",
    ),
    Erratum(
        _EXTEND, "validation", "valid-vunop", "valid-vcvtop",
        "extending is a conversion, which the index knows for execution: Instr_ok/vcvtop",
    ),
    Erratum(
        _EXTEND, "operator", "", "op-extend",
        "the index names the scalar operator of every other conversion of vectors",
    ),
    Erratum(
        ("array.new_default",), "validation", "valid-array.new", "valid-array.new_default",
        "it has a rule of its own: Instr_ok/array.new_default",
    ),
    Erratum(
        ("array.new_default",), "execution", "exec-array.new", "exec-array.new_default",
        "it has a rule of its own: Step_read/array.new_default",
    ),
    Erratum(
        ("call_indirect", "return_call_indirect"), "type",
        "[ t_1^* i32 ] -> [ t_2^* ]", "[ t_1^* at ] -> [ t_2^* ]",
        "tables have had address types since 3.0: rule Instr_ok/call_indirect",
    ),
    Erratum(
        ("br_on_cast",), "type",
        "[ t_1 ] -> [ t_1\\ t_2 ]", "[ t^* t_1 ] -> [ t^* t_1\\ t_2 ]",
        "the label's other types are left out: rule Instr_ok/br_on_cast",
    ),
    Erratum(
        ("br_on_cast_fail",), "type",
        "[ t_1 ] -> [ t_2 ]", "[ t^* t_1 ] -> [ t^* t_2 ]",
        "the label's other types are left out: rule Instr_ok/br_on_cast_fail",
    ),
    Erratum(
        ("ref.func",), "type", "[ ] -> [ ref ht ]", "[ ] -> [ (ref ht) ]",
        "a reference type has parentheses",
    ),
    Erratum(
        ("br_on_cast", "br_on_cast_fail"), "immediates", "t_1 t_2", "l t t",
        "the label is left out",
    ),
    Erratum(("try_table",), "immediates", "bt", "bt c^*", "the catch clauses are left out"),
    Erratum(
        ("memory.fill",), "immediates", "y", "x",
        "there is one index, called x everywhere else",
    ),
    Erratum(
        _LANES, "immediates", "memarg laneidx", "x memarg laneidx",
        "the memory is left out, which the index gives for other accesses",
    ),
    Erratum(
        ("v128.load32_zero", "v128.load64_zero"), "immediates", "memarg", "x memarg",
        "the memory is left out, which the index gives for other accesses",
    ),
)  # fmt: skip
