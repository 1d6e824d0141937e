"""How each instruction executes.

Written by `python -m codegen` (codegen/emit/interpreter.py) from opcodes.yaml. Do not edit.
"""

from __future__ import annotations

from refwasm.errors import trap, trap_if
from refwasm.generated import opcodes as o
from refwasm.interpret.blocks import Block, End, Form, Registers, Static, Step
from refwasm.interpret.control import invoke, leave, tail_invoke, throw
from refwasm.numerics.conversions import (
    convert_s,
    convert_u,
    demote,
    extend_s,
    extend_u,
    promote,
    trunc_s,
    trunc_sat_s,
    trunc_sat_u,
    trunc_u,
    wrap,
)
from refwasm.numerics.floats import (
    bits_of_float,
    fabs,
    fadd,
    fceil,
    fcopysign,
    fdiv,
    feq,
    ffloor,
    fge,
    fgt,
    fle,
    float_of_bits,
    flt,
    fmax,
    fmin,
    fmul,
    fne,
    fnearest,
    fneg,
    fpmax,
    fpmin,
    fsqrt,
    fsub,
    ftrunc,
)
from refwasm.numerics.integers import (
    iabs,
    iadd,
    iadd_sat_s,
    iadd_sat_u,
    iand,
    iandnot,
    iavgr_u,
    ibitselect,
    iclz,
    ictz,
    idiv_s,
    idiv_u,
    ieq,
    ieqz,
    iextend_s,
    ige_s,
    ige_u,
    igt_s,
    igt_u,
    ile_s,
    ile_u,
    ilt_s,
    ilt_u,
    imax_s,
    imax_u,
    imin_s,
    imin_u,
    imul,
    ine,
    ineg,
    inez,
    inot,
    ior,
    ipopcnt,
    iq15mulrsat_s,
    irem_s,
    irem_u,
    irotl,
    irotr,
    ishl,
    ishr_s,
    ishr_u,
    isub,
    isub_sat_s,
    isub_sat_u,
    ixor,
)
from refwasm.numerics.relaxed import (
    frelaxed_madd,
    frelaxed_max,
    frelaxed_min,
    frelaxed_nmadd,
    irelaxed_laneselect,
    irelaxed_q15mulr_s,
    ivrelaxed_swizzle,
    relaxed_trunc_s,
    relaxed_trunc_u,
)
from refwasm.numerics.vectors import (
    fvbinop,
    fvextract,
    fvrelop,
    fvreplace,
    fvsplat,
    fvternop,
    fvunop,
    ivall_true,
    ivbinop,
    ivbitmask,
    ivextract_s,
    ivextract_u,
    ivrelop,
    ivreplace,
    ivshiftop,
    ivshuffle,
    ivsplat,
    ivswizzle,
    ivternop,
    ivunop,
    lanes,
    vconvert,
    vconvert_low,
    vdemote_zero,
    vdot_s,
    vextadd_pairwise,
    vextend_high,
    vextend_low,
    vextmul_high,
    vextmul_low,
    vload_extend,
    vnarrow_s,
    vnarrow_u,
    vpromote_low,
    vrelaxed_dot,
    vrelaxed_dot_add,
    vtrunc,
    vtrunc_zero,
)
from refwasm.runtime.aggregates import (
    array_copy,
    array_fill,
    array_get,
    array_init_data,
    array_init_elem,
    array_len,
    array_new,
    array_new_data,
    array_new_elem,
    array_new_fixed,
    array_set,
    i31,
    pack,
    ref_i31,
    struct,
    struct_new,
    struct_new_default,
)
from refwasm.runtime.casts import ref_eq, ref_test
from refwasm.runtime.exceptions import exception, thrown
from refwasm.runtime.functions import function, function_at
from refwasm.runtime.instances import ModuleInst
from refwasm.runtime.memories import (
    data_drop,
    fload,
    fstore,
    iload,
    istore,
    memory_copy,
    memory_fill,
    memory_grow,
    memory_init,
    memory_size,
)
from refwasm.runtime.tables import (
    elem_drop,
    table_copy,
    table_fill,
    table_get,
    table_grow,
    table_init,
    table_set,
    table_size,
)
from refwasm.runtime.values import default
from refwasm.syntax.instructions import MemArg, Op
from refwasm.syntax.types import HeapType, RefType, ResultType

# What validation proved of the types of fields and elements is beyond mypy.
# mypy: disable-error-code="arg-type"


def unreachable(here: Block) -> End:
    """unreachable : -> ...   [exec-unreachable]"""

    def end(R: Registers) -> Block | None:
        trap("unreachable")

    return end


def if_(c: int, bt: int, here: Block) -> End:
    """if : *ts1 c:i32 -> *ts2   [exec-if]"""

    def end(
        R: Registers, c: int = c, target: Block | None = here.skip, after: Block | None = here.after
    ) -> Block | None:
        if R[c] == 0:
            return target
        return after

    return end


def else_(here: Block) -> End:
    """else : -> *ts"""

    def end(R: Registers, target: Block | None = here.skip) -> Block | None:
        return target

    return end


def br(l: Block, here: Block) -> End:
    """br : *ts -> ...   [exec-br]"""

    def end(R: Registers, l: Block = l) -> Block | None:
        return l

    return end


def br_if(c: int, l: Block, here: Block) -> End:
    """br_if : *ts c:i32 -> *ts   [exec-br_if]"""

    def end(
        R: Registers, c: int = c, l: Block = l, after: Block | None = here.after
    ) -> Block | None:
        if R[c] != 0:
            return l
        return after

    return end


def br_table(i: int, ls: tuple[Block, ...], l: Block, here: Block) -> End:
    """br_table : *ts i:i32 -> ...   [exec-br_table]"""

    def end(R: Registers, i: int = i, ls: tuple[Block, ...] = ls, l: Block = l) -> Block | None:
        return ls[R[i]] if R[i] < len(ls) else l

    return end


def br_on_null(d: int, r: int, l: Block, here: Block) -> End:
    """br_on_null : *ts r:rt -> *ts non_null(rt)   [exec-br_on_null]"""

    def end(
        R: Registers, d: int = d, r: int = r, l: Block = l, after: Block | None = here.after
    ) -> Block | None:
        if R[r] is None:
            return l
        R[d] = R[r]
        return after

    return end


def br_on_non_null(d: int, r: int, l: Block, here: Block) -> End:
    """br_on_non_null : *ts r:nullable(rt) -> *ts   [exec-br_on_non_null]"""

    def end(
        R: Registers, d: int = d, r: int = r, l: Block = l, after: Block | None = here.after
    ) -> Block | None:
        if R[r] is not None:
            R[d] = R[r]
            return l
        return after

    return end


def br_on_cast(
    d: int, r: int, l: Block, rt1: RefType, rt2: RefType, t2: Static, here: Block
) -> End:
    """br_on_cast : *ts r:t1 -> *ts difference(t1, t2)   [exec-br_on_cast]"""

    def end(
        R: Registers,
        d: int = d,
        r: int = r,
        l: Block = l,
        t2: Static = t2,
        after: Block | None = here.after,
    ) -> Block | None:
        if ref_test(R[r], t2):
            R[d] = R[r]
            return l
        R[d] = R[r]
        return after

    return end


def br_on_cast_fail(
    d: int, r: int, l: Block, rt1: RefType, rt2: RefType, t2: Static, here: Block
) -> End:
    """br_on_cast_fail : *ts r:t1 -> *ts t2   [exec-br_on_cast_fail]"""

    def end(
        R: Registers,
        d: int = d,
        r: int = r,
        l: Block = l,
        t2: Static = t2,
        after: Block | None = here.after,
    ) -> Block | None:
        if not ref_test(R[r], t2):
            R[d] = R[r]
            return l
        R[d] = R[r]
        return after

    return end


def return_(here: Block) -> End:
    """return : *ts -> ...   [exec-return]"""

    def end(R: Registers, here: Block = here) -> Block | None:
        return leave(here, R)

    return end


def call(args: slice, x: int, module: ModuleInst, here: Block) -> End:
    """call : *args:ts1 -> *ts2   [exec-call]"""

    def end(
        R: Registers, args: slice = args, here: Block = here, func_x: Static = module.funcs[x]
    ) -> Block | None:
        return invoke(here, R, func_x, R[args])

    return end


def call_ref(args: slice, f: int, x: int, here: Block) -> End:
    """call_ref : *args:ts1 f:(ref null x) -> *ts2   [exec-call_ref]"""

    def end(R: Registers, args: slice = args, f: int = f, here: Block = here) -> Block | None:
        return invoke(here, R, function(R[f]), R[args])

    return end


def call_indirect(args: slice, i: int, x: int, y: int, module: ModuleInst, here: Block) -> End:
    """call_indirect : *args:ts1 i:at -> *ts2   [exec-call_indirect]"""

    def end(
        R: Registers,
        args: slice = args,
        i: int = i,
        here: Block = here,
        table_x: Static = module.tables[x],
        type_y: Static = module.types[y],
    ) -> Block | None:
        return invoke(here, R, function_at(table_x, R[i], type_y), R[args])

    return end


def return_call(args: slice, x: int, module: ModuleInst, here: Block) -> End:
    """return_call : *args:ts1 -> ...   [exec-return_call]"""

    def end(
        R: Registers, args: slice = args, here: Block = here, func_x: Static = module.funcs[x]
    ) -> Block | None:
        return tail_invoke(here, R, func_x, R[args])

    return end


def return_call_ref(args: slice, f: int, x: int, here: Block) -> End:
    """return_call_ref : *args:ts1 f:(ref null x) -> ...   [exec-return_call_ref]"""

    def end(R: Registers, args: slice = args, f: int = f, here: Block = here) -> Block | None:
        return tail_invoke(here, R, function(R[f]), R[args])

    return end


def return_call_indirect(
    args: slice, i: int, x: int, y: int, module: ModuleInst, here: Block
) -> End:
    """return_call_indirect : *args:ts1 i:at -> ...   [exec-return_call_indirect]"""

    def end(
        R: Registers,
        args: slice = args,
        i: int = i,
        here: Block = here,
        table_x: Static = module.tables[x],
        type_y: Static = module.types[y],
    ) -> Block | None:
        return tail_invoke(here, R, function_at(table_x, R[i], type_y), R[args])

    return end


def throw_(args: slice, x: int, module: ModuleInst, here: Block) -> End:
    """throw : *args:ts -> ...   [exec-throw]"""

    def end(R: Registers, args: slice = args, tag_x: Static = module.tags[x]) -> Block | None:
        throw(exception(tag_x, R[args]))

    return end


def throw_ref(r: int, here: Block) -> End:
    """throw_ref : r:exnref -> ...   [exec-throw_ref]"""

    def end(R: Registers, r: int = r) -> Block | None:
        throw(thrown(R[r]))

    return end


def catch(x: int, here: Block) -> End:
    """catch : -> *ts"""

    def end(R: Registers, target: Block | None = here.skip) -> Block | None:
        return target

    return end


def catch_all(here: Block) -> End:
    """catch_all : ->"""

    def end(R: Registers, target: Block | None = here.skip) -> Block | None:
        return target

    return end


def rethrow(l: Block, y: Static, here: Block) -> End:
    """rethrow : -> ..."""

    def end(R: Registers, y: Static = y) -> Block | None:
        throw(R[y])

    return end


def select(d: int, v1: int, v2: int, c: int) -> Step:
    """select : v1:t v2:t c:i32 -> t   [exec-select]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, c: int = c) -> None:
        R[d] = R[v1] if R[c] != 0 else R[v2]

    return step


def select_t(d: int, v1: int, v2: int, c: int, ts: ResultType) -> Step:
    """select t : v1:t v2:t c:i32 -> t   [exec-select]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, c: int = c) -> None:
        R[d] = R[v1] if R[c] != 0 else R[v2]

    return step


def local_get(d: int, x: int) -> Step:
    """local.get : -> t   [exec-local.get]"""

    def step(R: Registers, d: int = d, x: int = x) -> None:
        R[d] = R[x]

    return step


def local_set(v: int, x: int) -> Step:
    """local.set : v:t ->_x   [exec-local.set]"""

    def step(R: Registers, v: int = v, x: int = x) -> None:
        R[x] = R[v]

    return step


def local_tee(d: int, v: int, x: int) -> Step:
    """local.tee : v:t ->_x t   [exec-local.tee]"""

    def step(R: Registers, d: int = d, v: int = v, x: int = x) -> None:
        R[x] = R[v]
        R[d] = R[v]

    return step


def global_get(d: int, x: int, module: ModuleInst) -> Step:
    """global.get : -> t   [exec-global.get]"""

    def step(R: Registers, d: int = d, global_x: Static = module.globals[x]) -> None:
        R[d] = global_x.value

    return step


def global_set(v: int, x: int, module: ModuleInst) -> Step:
    """global.set : v:t ->   [exec-global.set]"""

    def step(R: Registers, v: int = v, global_x: Static = module.globals[x]) -> None:
        global_x.value = R[v]

    return step


def table_get_(d: int, i: int, x: int, module: ModuleInst) -> Step:
    """table.get : i:at -> rt   [exec-table.get]"""

    def step(R: Registers, d: int = d, i: int = i, table_x: Static = module.tables[x]) -> None:
        R[d] = table_get(table_x, R[i])

    return step


def table_set_(i: int, r: int, x: int, module: ModuleInst) -> Step:
    """table.set : i:at r:rt ->   [exec-table.set]"""

    def step(R: Registers, i: int = i, r: int = r, table_x: Static = module.tables[x]) -> None:
        table_set(table_x, R[i], R[r])

    return step


def table_size_(d: int, x: int, module: ModuleInst) -> Step:
    """table.size : -> at   [exec-table.size]"""

    def step(R: Registers, d: int = d, table_x: Static = module.tables[x]) -> None:
        R[d] = table_size(table_x)

    return step


def table_grow_(d: int, r: int, n: int, x: int, module: ModuleInst) -> Step:
    """table.grow : r:rt n:at -> at   [exec-table.grow]"""

    def step(
        R: Registers, d: int = d, r: int = r, n: int = n, table_x: Static = module.tables[x]
    ) -> None:
        R[d] = table_grow(table_x, R[n], R[r])

    return step


def table_fill_(i: int, r: int, n: int, x: int, module: ModuleInst) -> Step:
    """table.fill : i:at r:rt n:at ->   [exec-table.fill]"""

    def step(
        R: Registers, i: int = i, r: int = r, n: int = n, table_x: Static = module.tables[x]
    ) -> None:
        table_fill(table_x, R[i], R[r], R[n])

    return step


def table_copy_(i: int, j: int, n: int, x: int, y: int, module: ModuleInst) -> Step:
    """table.copy : i:at1 j:at2 n:narrower(at1, at2) ->   [exec-table.copy]"""

    def step(
        R: Registers,
        i: int = i,
        j: int = j,
        n: int = n,
        table_x: Static = module.tables[x],
        table_y: Static = module.tables[y],
    ) -> None:
        table_copy(table_x, table_y, R[i], R[j], R[n])

    return step


def table_init_(i: int, j: int, n: int, x: int, y: int, module: ModuleInst) -> Step:
    """table.init : i:at j:i32 n:i32 ->   [exec-table.init]"""

    def step(
        R: Registers,
        i: int = i,
        j: int = j,
        n: int = n,
        table_x: Static = module.tables[x],
        elem_y: Static = module.elems[y],
    ) -> None:
        table_init(table_x, elem_y, R[i], R[j], R[n])

    return step


def elem_drop_(x: int, module: ModuleInst) -> Step:
    """elem.drop : ->   [exec-elem.drop]"""

    def step(R: Registers, elem_x: Static = module.elems[x]) -> None:
        elem_drop(elem_x)

    return step


def i32_load(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i32.load : i:at -> i32   [exec-load-val]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = iload(32, mem_x, R[i] + offset)

    return step


def i64_load(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.load : i:at -> i64   [exec-load-val]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = iload(64, mem_x, R[i] + offset)

    return step


def f32_load(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """f32.load : i:at -> f32   [exec-load-val]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = fload(32, mem_x, R[i] + offset)

    return step


def f64_load(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """f64.load : i:at -> f64   [exec-load-val]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = fload(64, mem_x, R[i] + offset)

    return step


def i32_load8_s(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i32.load8_s : i:at -> i32   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_s(8, 32, iload(8, mem_x, R[i] + offset))

    return step


def i32_load8_u(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i32.load8_u : i:at -> i32   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_u(8, 32, iload(8, mem_x, R[i] + offset))

    return step


def i32_load16_s(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i32.load16_s : i:at -> i32   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_s(16, 32, iload(16, mem_x, R[i] + offset))

    return step


def i32_load16_u(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i32.load16_u : i:at -> i32   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_u(16, 32, iload(16, mem_x, R[i] + offset))

    return step


def i64_load8_s(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.load8_s : i:at -> i64   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_s(8, 64, iload(8, mem_x, R[i] + offset))

    return step


def i64_load8_u(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.load8_u : i:at -> i64   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_u(8, 64, iload(8, mem_x, R[i] + offset))

    return step


def i64_load16_s(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.load16_s : i:at -> i64   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_s(16, 64, iload(16, mem_x, R[i] + offset))

    return step


def i64_load16_u(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.load16_u : i:at -> i64   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_u(16, 64, iload(16, mem_x, R[i] + offset))

    return step


def i64_load32_s(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.load32_s : i:at -> i64   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_s(32, 64, iload(32, mem_x, R[i] + offset))

    return step


def i64_load32_u(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.load32_u : i:at -> i64   [exec-load-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = extend_u(32, 64, iload(32, mem_x, R[i] + offset))

    return step


def i32_store(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """i32.store : i:at c:i32 ->   [exec-store-val]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(32, mem_x, R[i] + offset, R[c])

    return step


def i64_store(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.store : i:at c:i64 ->   [exec-store-val]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(64, mem_x, R[i] + offset, R[c])

    return step


def f32_store(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """f32.store : i:at c:f32 ->   [exec-store-val]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        fstore(32, mem_x, R[i] + offset, R[c])

    return step


def f64_store(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """f64.store : i:at c:f64 ->   [exec-store-val]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        fstore(64, mem_x, R[i] + offset, R[c])

    return step


def i32_store8(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """i32.store8 : i:at c:i32 ->   [exec-store-pack]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(8, mem_x, R[i] + offset, wrap(32, 8, R[c]))

    return step


def i32_store16(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """i32.store16 : i:at c:i32 ->   [exec-store-pack]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(16, mem_x, R[i] + offset, wrap(32, 16, R[c]))

    return step


def i64_store8(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.store8 : i:at c:i64 ->   [exec-store-pack]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(8, mem_x, R[i] + offset, wrap(64, 8, R[c]))

    return step


def i64_store16(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.store16 : i:at c:i64 ->   [exec-store-pack]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(16, mem_x, R[i] + offset, wrap(64, 16, R[c]))

    return step


def i64_store32(i: int, c: int, m: MemArg, module: ModuleInst) -> Step:
    """i64.store32 : i:at c:i64 ->   [exec-store-pack]"""

    def step(
        R: Registers,
        i: int = i,
        c: int = c,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(32, mem_x, R[i] + offset, wrap(64, 32, R[c]))

    return step


def v128_load(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load : i:at -> v128   [exec-vload-val]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = iload(128, mem_x, R[i] + offset)

    return step


def v128_load8x8_s(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load8x8_s : i:at -> v128   [exec-vload-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = vload_extend(8, 16, extend_s, iload(64, mem_x, R[i] + offset))

    return step


def v128_load8x8_u(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load8x8_u : i:at -> v128   [exec-vload-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = vload_extend(8, 16, extend_u, iload(64, mem_x, R[i] + offset))

    return step


def v128_load16x4_s(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load16x4_s : i:at -> v128   [exec-vload-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = vload_extend(16, 32, extend_s, iload(64, mem_x, R[i] + offset))

    return step


def v128_load16x4_u(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load16x4_u : i:at -> v128   [exec-vload-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = vload_extend(16, 32, extend_u, iload(64, mem_x, R[i] + offset))

    return step


def v128_load32x2_s(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load32x2_s : i:at -> v128   [exec-vload-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = vload_extend(32, 64, extend_s, iload(64, mem_x, R[i] + offset))

    return step


def v128_load32x2_u(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load32x2_u : i:at -> v128   [exec-vload-pack]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = vload_extend(32, 64, extend_u, iload(64, mem_x, R[i] + offset))

    return step


def v128_load8_splat(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load8_splat : i:at -> v128   [exec-vload-splat]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = ivsplat(8, iload(8, mem_x, R[i] + offset))

    return step


def v128_load16_splat(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load16_splat : i:at -> v128   [exec-vload-splat]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = ivsplat(16, iload(16, mem_x, R[i] + offset))

    return step


def v128_load32_splat(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load32_splat : i:at -> v128   [exec-vload-splat]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = ivsplat(32, iload(32, mem_x, R[i] + offset))

    return step


def v128_load64_splat(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load64_splat : i:at -> v128   [exec-vload-splat]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = ivsplat(64, iload(64, mem_x, R[i] + offset))

    return step


def v128_load32_zero(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load32_zero : i:at -> v128   [exec-vload-zero]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = iload(32, mem_x, R[i] + offset)

    return step


def v128_load64_zero(d: int, i: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.load64_zero : i:at -> v128   [exec-vload-zero]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = iload(64, mem_x, R[i] + offset)

    return step


def v128_load8_lane(d: int, i: int, v: int, m: MemArg, l: int, module: ModuleInst) -> Step:
    """v128.load8_lane : i:at v:v128 -> v128   [exec-vload_lane]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        v: int = v,
        l: int = l,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = ivreplace(8, l, R[v], iload(8, mem_x, R[i] + offset))

    return step


def v128_load16_lane(d: int, i: int, v: int, m: MemArg, l: int, module: ModuleInst) -> Step:
    """v128.load16_lane : i:at v:v128 -> v128   [exec-vload_lane]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        v: int = v,
        l: int = l,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = ivreplace(16, l, R[v], iload(16, mem_x, R[i] + offset))

    return step


def v128_load32_lane(d: int, i: int, v: int, m: MemArg, l: int, module: ModuleInst) -> Step:
    """v128.load32_lane : i:at v:v128 -> v128   [exec-vload_lane]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        v: int = v,
        l: int = l,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = ivreplace(32, l, R[v], iload(32, mem_x, R[i] + offset))

    return step


def v128_load64_lane(d: int, i: int, v: int, m: MemArg, l: int, module: ModuleInst) -> Step:
    """v128.load64_lane : i:at v:v128 -> v128   [exec-vload_lane]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        v: int = v,
        l: int = l,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        R[d] = ivreplace(64, l, R[v], iload(64, mem_x, R[i] + offset))

    return step


def v128_store(i: int, v: int, m: MemArg, module: ModuleInst) -> Step:
    """v128.store : i:at v:v128 ->   [exec-vstore]"""

    def step(
        R: Registers,
        i: int = i,
        v: int = v,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(128, mem_x, R[i] + offset, R[v])

    return step


def v128_store8_lane(i: int, v: int, m: MemArg, l: int, module: ModuleInst) -> Step:
    """v128.store8_lane : i:at v:v128 ->   [exec-vstore_lane]"""

    def step(
        R: Registers,
        i: int = i,
        v: int = v,
        l: int = l,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(8, mem_x, R[i] + offset, lanes(8, R[v])[l])

    return step


def v128_store16_lane(i: int, v: int, m: MemArg, l: int, module: ModuleInst) -> Step:
    """v128.store16_lane : i:at v:v128 ->   [exec-vstore_lane]"""

    def step(
        R: Registers,
        i: int = i,
        v: int = v,
        l: int = l,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(16, mem_x, R[i] + offset, lanes(16, R[v])[l])

    return step


def v128_store32_lane(i: int, v: int, m: MemArg, l: int, module: ModuleInst) -> Step:
    """v128.store32_lane : i:at v:v128 ->   [exec-vstore_lane]"""

    def step(
        R: Registers,
        i: int = i,
        v: int = v,
        l: int = l,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(32, mem_x, R[i] + offset, lanes(32, R[v])[l])

    return step


def v128_store64_lane(i: int, v: int, m: MemArg, l: int, module: ModuleInst) -> Step:
    """v128.store64_lane : i:at v:v128 ->   [exec-vstore_lane]"""

    def step(
        R: Registers,
        i: int = i,
        v: int = v,
        l: int = l,
        mem_x: Static = module.mems[m.x],
        offset: Static = m.offset,
    ) -> None:
        istore(64, mem_x, R[i] + offset, lanes(64, R[v])[l])

    return step


def memory_size_(d: int, x: int, module: ModuleInst) -> Step:
    """memory.size : -> at   [exec-memory.size]"""

    def step(R: Registers, d: int = d, mem_x: Static = module.mems[x]) -> None:
        R[d] = memory_size(mem_x)

    return step


def memory_grow_(d: int, n: int, x: int, module: ModuleInst) -> Step:
    """memory.grow : n:at -> at   [exec-memory.grow]"""

    def step(R: Registers, d: int = d, n: int = n, mem_x: Static = module.mems[x]) -> None:
        R[d] = memory_grow(mem_x, R[n])

    return step


def memory_fill_(i: int, c: int, n: int, x: int, module: ModuleInst) -> Step:
    """memory.fill : i:at c:i32 n:at ->   [exec-memory.fill]"""

    def step(
        R: Registers, i: int = i, c: int = c, n: int = n, mem_x: Static = module.mems[x]
    ) -> None:
        memory_fill(mem_x, R[i], R[c], R[n])

    return step


def memory_copy_(i: int, j: int, n: int, x: int, y: int, module: ModuleInst) -> Step:
    """memory.copy : i:at1 j:at2 n:narrower(at1, at2) ->   [exec-memory.copy]"""

    def step(
        R: Registers,
        i: int = i,
        j: int = j,
        n: int = n,
        mem_x: Static = module.mems[x],
        mem_y: Static = module.mems[y],
    ) -> None:
        memory_copy(mem_x, mem_y, R[i], R[j], R[n])

    return step


def memory_init_(i: int, j: int, n: int, x: int, y: int, module: ModuleInst) -> Step:
    """memory.init : i:at j:i32 n:i32 ->   [exec-memory.init]"""

    def step(
        R: Registers,
        i: int = i,
        j: int = j,
        n: int = n,
        mem_x: Static = module.mems[x],
        data_y: Static = module.datas[y],
    ) -> None:
        memory_init(mem_x, data_y, R[i], R[j], R[n])

    return step


def data_drop_(x: int, module: ModuleInst) -> Step:
    """data.drop : ->   [exec-data.drop]"""

    def step(R: Registers, data_x: Static = module.datas[x]) -> None:
        data_drop(data_x)

    return step


def i32_const(c: int) -> Static:
    """i32.const : -> i32   [exec-const]"""
    return c


def i64_const(c: int) -> Static:
    """i64.const : -> i64   [exec-const]"""
    return c


def f32_const(c: int) -> Static:
    """f32.const : -> f32   [exec-const]"""
    return float_of_bits(32, c)


def f64_const(c: int) -> Static:
    """f64.const : -> f64   [exec-const]"""
    return float_of_bits(64, c)


def i32_eqz(d: int, i: int) -> Step:
    """i32.eqz : i:i32 -> i32   [exec-testop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = ieqz(32, R[i])

    return step


def i64_eqz(d: int, i: int) -> Step:
    """i64.eqz : i:i64 -> i32   [exec-testop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = ieqz(64, R[i])

    return step


def i32_eq(d: int, i1: int, i2: int) -> Step:
    """i32.eq : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ieq(32, R[i1], R[i2])

    return step


def i32_ne(d: int, i1: int, i2: int) -> Step:
    """i32.ne : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ine(32, R[i1], R[i2])

    return step


def i32_lt_s(d: int, i1: int, i2: int) -> Step:
    """i32.lt_s : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ilt_s(32, R[i1], R[i2])

    return step


def i32_lt_u(d: int, i1: int, i2: int) -> Step:
    """i32.lt_u : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ilt_u(32, R[i1], R[i2])

    return step


def i32_gt_s(d: int, i1: int, i2: int) -> Step:
    """i32.gt_s : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = igt_s(32, R[i1], R[i2])

    return step


def i32_gt_u(d: int, i1: int, i2: int) -> Step:
    """i32.gt_u : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = igt_u(32, R[i1], R[i2])

    return step


def i32_le_s(d: int, i1: int, i2: int) -> Step:
    """i32.le_s : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ile_s(32, R[i1], R[i2])

    return step


def i32_le_u(d: int, i1: int, i2: int) -> Step:
    """i32.le_u : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ile_u(32, R[i1], R[i2])

    return step


def i32_ge_s(d: int, i1: int, i2: int) -> Step:
    """i32.ge_s : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ige_s(32, R[i1], R[i2])

    return step


def i32_ge_u(d: int, i1: int, i2: int) -> Step:
    """i32.ge_u : i1:i32 i2:i32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ige_u(32, R[i1], R[i2])

    return step


def i64_eq(d: int, i1: int, i2: int) -> Step:
    """i64.eq : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ieq(64, R[i1], R[i2])

    return step


def i64_ne(d: int, i1: int, i2: int) -> Step:
    """i64.ne : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ine(64, R[i1], R[i2])

    return step


def i64_lt_s(d: int, i1: int, i2: int) -> Step:
    """i64.lt_s : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ilt_s(64, R[i1], R[i2])

    return step


def i64_lt_u(d: int, i1: int, i2: int) -> Step:
    """i64.lt_u : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ilt_u(64, R[i1], R[i2])

    return step


def i64_gt_s(d: int, i1: int, i2: int) -> Step:
    """i64.gt_s : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = igt_s(64, R[i1], R[i2])

    return step


def i64_gt_u(d: int, i1: int, i2: int) -> Step:
    """i64.gt_u : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = igt_u(64, R[i1], R[i2])

    return step


def i64_le_s(d: int, i1: int, i2: int) -> Step:
    """i64.le_s : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ile_s(64, R[i1], R[i2])

    return step


def i64_le_u(d: int, i1: int, i2: int) -> Step:
    """i64.le_u : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ile_u(64, R[i1], R[i2])

    return step


def i64_ge_s(d: int, i1: int, i2: int) -> Step:
    """i64.ge_s : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ige_s(64, R[i1], R[i2])

    return step


def i64_ge_u(d: int, i1: int, i2: int) -> Step:
    """i64.ge_u : i1:i64 i2:i64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ige_u(64, R[i1], R[i2])

    return step


def f32_eq(d: int, z1: int, z2: int) -> Step:
    """f32.eq : z1:f32 z2:f32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = feq(32, R[z1], R[z2])

    return step


def f32_ne(d: int, z1: int, z2: int) -> Step:
    """f32.ne : z1:f32 z2:f32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fne(32, R[z1], R[z2])

    return step


def f32_lt(d: int, z1: int, z2: int) -> Step:
    """f32.lt : z1:f32 z2:f32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = flt(32, R[z1], R[z2])

    return step


def f32_gt(d: int, z1: int, z2: int) -> Step:
    """f32.gt : z1:f32 z2:f32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fgt(32, R[z1], R[z2])

    return step


def f32_le(d: int, z1: int, z2: int) -> Step:
    """f32.le : z1:f32 z2:f32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fle(32, R[z1], R[z2])

    return step


def f32_ge(d: int, z1: int, z2: int) -> Step:
    """f32.ge : z1:f32 z2:f32 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fge(32, R[z1], R[z2])

    return step


def f64_eq(d: int, z1: int, z2: int) -> Step:
    """f64.eq : z1:f64 z2:f64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = feq(64, R[z1], R[z2])

    return step


def f64_ne(d: int, z1: int, z2: int) -> Step:
    """f64.ne : z1:f64 z2:f64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fne(64, R[z1], R[z2])

    return step


def f64_lt(d: int, z1: int, z2: int) -> Step:
    """f64.lt : z1:f64 z2:f64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = flt(64, R[z1], R[z2])

    return step


def f64_gt(d: int, z1: int, z2: int) -> Step:
    """f64.gt : z1:f64 z2:f64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fgt(64, R[z1], R[z2])

    return step


def f64_le(d: int, z1: int, z2: int) -> Step:
    """f64.le : z1:f64 z2:f64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fle(64, R[z1], R[z2])

    return step


def f64_ge(d: int, z1: int, z2: int) -> Step:
    """f64.ge : z1:f64 z2:f64 -> i32   [exec-relop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fge(64, R[z1], R[z2])

    return step


def i32_clz(d: int, i: int) -> Step:
    """i32.clz : i:i32 -> i32   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = iclz(32, R[i])

    return step


def i32_ctz(d: int, i: int) -> Step:
    """i32.ctz : i:i32 -> i32   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = ictz(32, R[i])

    return step


def i32_popcnt(d: int, i: int) -> Step:
    """i32.popcnt : i:i32 -> i32   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = ipopcnt(32, R[i])

    return step


def i64_clz(d: int, i: int) -> Step:
    """i64.clz : i:i64 -> i64   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = iclz(64, R[i])

    return step


def i64_ctz(d: int, i: int) -> Step:
    """i64.ctz : i:i64 -> i64   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = ictz(64, R[i])

    return step


def i64_popcnt(d: int, i: int) -> Step:
    """i64.popcnt : i:i64 -> i64   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = ipopcnt(64, R[i])

    return step


def i32_extend8_s(d: int, i: int) -> Step:
    """i32.extend8_s : i:i32 -> i32   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = iextend_s(32, 8, R[i])

    return step


def i32_extend16_s(d: int, i: int) -> Step:
    """i32.extend16_s : i:i32 -> i32   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = iextend_s(32, 16, R[i])

    return step


def i64_extend8_s(d: int, i: int) -> Step:
    """i64.extend8_s : i:i64 -> i64   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = iextend_s(64, 8, R[i])

    return step


def i64_extend16_s(d: int, i: int) -> Step:
    """i64.extend16_s : i:i64 -> i64   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = iextend_s(64, 16, R[i])

    return step


def i64_extend32_s(d: int, i: int) -> Step:
    """i64.extend32_s : i:i64 -> i64   [exec-unop]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = iextend_s(64, 32, R[i])

    return step


def f32_abs(d: int, z: int) -> Step:
    """f32.abs : z:f32 -> f32   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fabs(32, R[z])

    return step


def f32_neg(d: int, z: int) -> Step:
    """f32.neg : z:f32 -> f32   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fneg(32, R[z])

    return step


def f32_ceil(d: int, z: int) -> Step:
    """f32.ceil : z:f32 -> f32   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fceil(32, R[z])

    return step


def f32_floor(d: int, z: int) -> Step:
    """f32.floor : z:f32 -> f32   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = ffloor(32, R[z])

    return step


def f32_trunc(d: int, z: int) -> Step:
    """f32.trunc : z:f32 -> f32   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = ftrunc(32, R[z])

    return step


def f32_nearest(d: int, z: int) -> Step:
    """f32.nearest : z:f32 -> f32   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fnearest(32, R[z])

    return step


def f32_sqrt(d: int, z: int) -> Step:
    """f32.sqrt : z:f32 -> f32   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fsqrt(32, R[z])

    return step


def f64_abs(d: int, z: int) -> Step:
    """f64.abs : z:f64 -> f64   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fabs(64, R[z])

    return step


def f64_neg(d: int, z: int) -> Step:
    """f64.neg : z:f64 -> f64   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fneg(64, R[z])

    return step


def f64_ceil(d: int, z: int) -> Step:
    """f64.ceil : z:f64 -> f64   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fceil(64, R[z])

    return step


def f64_floor(d: int, z: int) -> Step:
    """f64.floor : z:f64 -> f64   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = ffloor(64, R[z])

    return step


def f64_trunc(d: int, z: int) -> Step:
    """f64.trunc : z:f64 -> f64   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = ftrunc(64, R[z])

    return step


def f64_nearest(d: int, z: int) -> Step:
    """f64.nearest : z:f64 -> f64   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fnearest(64, R[z])

    return step


def f64_sqrt(d: int, z: int) -> Step:
    """f64.sqrt : z:f64 -> f64   [exec-unop]"""

    def step(R: Registers, d: int = d, z: int = z) -> None:
        R[d] = fsqrt(64, R[z])

    return step


def i32_add(d: int, i1: int, i2: int) -> Step:
    """i32.add : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = iadd(32, R[i1], R[i2])

    return step


def i32_sub(d: int, i1: int, i2: int) -> Step:
    """i32.sub : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = isub(32, R[i1], R[i2])

    return step


def i32_mul(d: int, i1: int, i2: int) -> Step:
    """i32.mul : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = imul(32, R[i1], R[i2])

    return step


def i32_div_s(d: int, i1: int, i2: int) -> Step:
    """i32.div_s : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = idiv_s(32, R[i1], R[i2])

    return step


def i32_div_u(d: int, i1: int, i2: int) -> Step:
    """i32.div_u : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = idiv_u(32, R[i1], R[i2])

    return step


def i32_rem_s(d: int, i1: int, i2: int) -> Step:
    """i32.rem_s : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = irem_s(32, R[i1], R[i2])

    return step


def i32_rem_u(d: int, i1: int, i2: int) -> Step:
    """i32.rem_u : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = irem_u(32, R[i1], R[i2])

    return step


def i32_and(d: int, i1: int, i2: int) -> Step:
    """i32.and : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = iand(32, R[i1], R[i2])

    return step


def i32_or(d: int, i1: int, i2: int) -> Step:
    """i32.or : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ior(32, R[i1], R[i2])

    return step


def i32_xor(d: int, i1: int, i2: int) -> Step:
    """i32.xor : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ixor(32, R[i1], R[i2])

    return step


def i32_shl(d: int, i1: int, i2: int) -> Step:
    """i32.shl : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ishl(32, R[i1], R[i2])

    return step


def i32_shr_s(d: int, i1: int, i2: int) -> Step:
    """i32.shr_s : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ishr_s(32, R[i1], R[i2])

    return step


def i32_shr_u(d: int, i1: int, i2: int) -> Step:
    """i32.shr_u : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ishr_u(32, R[i1], R[i2])

    return step


def i32_rotl(d: int, i1: int, i2: int) -> Step:
    """i32.rotl : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = irotl(32, R[i1], R[i2])

    return step


def i32_rotr(d: int, i1: int, i2: int) -> Step:
    """i32.rotr : i1:i32 i2:i32 -> i32   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = irotr(32, R[i1], R[i2])

    return step


def i64_add(d: int, i1: int, i2: int) -> Step:
    """i64.add : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = iadd(64, R[i1], R[i2])

    return step


def i64_sub(d: int, i1: int, i2: int) -> Step:
    """i64.sub : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = isub(64, R[i1], R[i2])

    return step


def i64_mul(d: int, i1: int, i2: int) -> Step:
    """i64.mul : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = imul(64, R[i1], R[i2])

    return step


def i64_div_s(d: int, i1: int, i2: int) -> Step:
    """i64.div_s : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = idiv_s(64, R[i1], R[i2])

    return step


def i64_div_u(d: int, i1: int, i2: int) -> Step:
    """i64.div_u : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = idiv_u(64, R[i1], R[i2])

    return step


def i64_rem_s(d: int, i1: int, i2: int) -> Step:
    """i64.rem_s : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = irem_s(64, R[i1], R[i2])

    return step


def i64_rem_u(d: int, i1: int, i2: int) -> Step:
    """i64.rem_u : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = irem_u(64, R[i1], R[i2])

    return step


def i64_and(d: int, i1: int, i2: int) -> Step:
    """i64.and : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = iand(64, R[i1], R[i2])

    return step


def i64_or(d: int, i1: int, i2: int) -> Step:
    """i64.or : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ior(64, R[i1], R[i2])

    return step


def i64_xor(d: int, i1: int, i2: int) -> Step:
    """i64.xor : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ixor(64, R[i1], R[i2])

    return step


def i64_shl(d: int, i1: int, i2: int) -> Step:
    """i64.shl : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ishl(64, R[i1], R[i2])

    return step


def i64_shr_s(d: int, i1: int, i2: int) -> Step:
    """i64.shr_s : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ishr_s(64, R[i1], R[i2])

    return step


def i64_shr_u(d: int, i1: int, i2: int) -> Step:
    """i64.shr_u : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = ishr_u(64, R[i1], R[i2])

    return step


def i64_rotl(d: int, i1: int, i2: int) -> Step:
    """i64.rotl : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = irotl(64, R[i1], R[i2])

    return step


def i64_rotr(d: int, i1: int, i2: int) -> Step:
    """i64.rotr : i1:i64 i2:i64 -> i64   [exec-binop]"""

    def step(R: Registers, d: int = d, i1: int = i1, i2: int = i2) -> None:
        R[d] = irotr(64, R[i1], R[i2])

    return step


def f32_add(d: int, z1: int, z2: int) -> Step:
    """f32.add : z1:f32 z2:f32 -> f32   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fadd(32, R[z1], R[z2])

    return step


def f32_sub(d: int, z1: int, z2: int) -> Step:
    """f32.sub : z1:f32 z2:f32 -> f32   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fsub(32, R[z1], R[z2])

    return step


def f32_mul(d: int, z1: int, z2: int) -> Step:
    """f32.mul : z1:f32 z2:f32 -> f32   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fmul(32, R[z1], R[z2])

    return step


def f32_div(d: int, z1: int, z2: int) -> Step:
    """f32.div : z1:f32 z2:f32 -> f32   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fdiv(32, R[z1], R[z2])

    return step


def f32_min(d: int, z1: int, z2: int) -> Step:
    """f32.min : z1:f32 z2:f32 -> f32   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fmin(32, R[z1], R[z2])

    return step


def f32_max(d: int, z1: int, z2: int) -> Step:
    """f32.max : z1:f32 z2:f32 -> f32   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fmax(32, R[z1], R[z2])

    return step


def f32_copysign(d: int, z1: int, z2: int) -> Step:
    """f32.copysign : z1:f32 z2:f32 -> f32   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fcopysign(32, R[z1], R[z2])

    return step


def f64_add(d: int, z1: int, z2: int) -> Step:
    """f64.add : z1:f64 z2:f64 -> f64   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fadd(64, R[z1], R[z2])

    return step


def f64_sub(d: int, z1: int, z2: int) -> Step:
    """f64.sub : z1:f64 z2:f64 -> f64   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fsub(64, R[z1], R[z2])

    return step


def f64_mul(d: int, z1: int, z2: int) -> Step:
    """f64.mul : z1:f64 z2:f64 -> f64   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fmul(64, R[z1], R[z2])

    return step


def f64_div(d: int, z1: int, z2: int) -> Step:
    """f64.div : z1:f64 z2:f64 -> f64   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fdiv(64, R[z1], R[z2])

    return step


def f64_min(d: int, z1: int, z2: int) -> Step:
    """f64.min : z1:f64 z2:f64 -> f64   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fmin(64, R[z1], R[z2])

    return step


def f64_max(d: int, z1: int, z2: int) -> Step:
    """f64.max : z1:f64 z2:f64 -> f64   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fmax(64, R[z1], R[z2])

    return step


def f64_copysign(d: int, z1: int, z2: int) -> Step:
    """f64.copysign : z1:f64 z2:f64 -> f64   [exec-binop]"""

    def step(R: Registers, d: int = d, z1: int = z1, z2: int = z2) -> None:
        R[d] = fcopysign(64, R[z1], R[z2])

    return step


def i32_wrap_i64(d: int, c: int) -> Step:
    """i32.wrap_i64 : c:i64 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = wrap(64, 32, R[c])

    return step


def i32_trunc_f32_s(d: int, c: int) -> Step:
    """i32.trunc_f32_s : c:f32 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_s(32, 32, R[c])

    return step


def i32_trunc_f32_u(d: int, c: int) -> Step:
    """i32.trunc_f32_u : c:f32 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_u(32, 32, R[c])

    return step


def i32_trunc_f64_s(d: int, c: int) -> Step:
    """i32.trunc_f64_s : c:f64 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_s(64, 32, R[c])

    return step


def i32_trunc_f64_u(d: int, c: int) -> Step:
    """i32.trunc_f64_u : c:f64 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_u(64, 32, R[c])

    return step


def i64_extend_i32_s(d: int, c: int) -> Step:
    """i64.extend_i32_s : c:i32 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = extend_s(32, 64, R[c])

    return step


def i64_extend_i32_u(d: int, c: int) -> Step:
    """i64.extend_i32_u : c:i32 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = extend_u(32, 64, R[c])

    return step


def i64_trunc_f32_s(d: int, c: int) -> Step:
    """i64.trunc_f32_s : c:f32 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_s(32, 64, R[c])

    return step


def i64_trunc_f32_u(d: int, c: int) -> Step:
    """i64.trunc_f32_u : c:f32 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_u(32, 64, R[c])

    return step


def i64_trunc_f64_s(d: int, c: int) -> Step:
    """i64.trunc_f64_s : c:f64 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_s(64, 64, R[c])

    return step


def i64_trunc_f64_u(d: int, c: int) -> Step:
    """i64.trunc_f64_u : c:f64 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_u(64, 64, R[c])

    return step


def f32_convert_i32_s(d: int, c: int) -> Step:
    """f32.convert_i32_s : c:i32 -> f32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = convert_s(32, 32, R[c])

    return step


def f32_convert_i32_u(d: int, c: int) -> Step:
    """f32.convert_i32_u : c:i32 -> f32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = convert_u(32, 32, R[c])

    return step


def f32_convert_i64_s(d: int, c: int) -> Step:
    """f32.convert_i64_s : c:i64 -> f32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = convert_s(64, 32, R[c])

    return step


def f32_convert_i64_u(d: int, c: int) -> Step:
    """f32.convert_i64_u : c:i64 -> f32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = convert_u(64, 32, R[c])

    return step


def f32_demote_f64(d: int, c: int) -> Step:
    """f32.demote_f64 : c:f64 -> f32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = demote(64, 32, R[c])

    return step


def f64_convert_i32_s(d: int, c: int) -> Step:
    """f64.convert_i32_s : c:i32 -> f64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = convert_s(32, 64, R[c])

    return step


def f64_convert_i32_u(d: int, c: int) -> Step:
    """f64.convert_i32_u : c:i32 -> f64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = convert_u(32, 64, R[c])

    return step


def f64_convert_i64_s(d: int, c: int) -> Step:
    """f64.convert_i64_s : c:i64 -> f64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = convert_s(64, 64, R[c])

    return step


def f64_convert_i64_u(d: int, c: int) -> Step:
    """f64.convert_i64_u : c:i64 -> f64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = convert_u(64, 64, R[c])

    return step


def f64_promote_f32(d: int, c: int) -> Step:
    """f64.promote_f32 : c:f32 -> f64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = promote(32, 64, R[c])

    return step


def i32_trunc_sat_f32_s(d: int, c: int) -> Step:
    """i32.trunc_sat_f32_s : c:f32 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_sat_s(32, 32, R[c])

    return step


def i32_trunc_sat_f32_u(d: int, c: int) -> Step:
    """i32.trunc_sat_f32_u : c:f32 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_sat_u(32, 32, R[c])

    return step


def i32_trunc_sat_f64_s(d: int, c: int) -> Step:
    """i32.trunc_sat_f64_s : c:f64 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_sat_s(64, 32, R[c])

    return step


def i32_trunc_sat_f64_u(d: int, c: int) -> Step:
    """i32.trunc_sat_f64_u : c:f64 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_sat_u(64, 32, R[c])

    return step


def i64_trunc_sat_f32_s(d: int, c: int) -> Step:
    """i64.trunc_sat_f32_s : c:f32 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_sat_s(32, 64, R[c])

    return step


def i64_trunc_sat_f32_u(d: int, c: int) -> Step:
    """i64.trunc_sat_f32_u : c:f32 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_sat_u(32, 64, R[c])

    return step


def i64_trunc_sat_f64_s(d: int, c: int) -> Step:
    """i64.trunc_sat_f64_s : c:f64 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_sat_s(64, 64, R[c])

    return step


def i64_trunc_sat_f64_u(d: int, c: int) -> Step:
    """i64.trunc_sat_f64_u : c:f64 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = trunc_sat_u(64, 64, R[c])

    return step


def i32_reinterpret_f32(d: int, c: int) -> Step:
    """i32.reinterpret_f32 : c:f32 -> i32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = bits_of_float(32, R[c])

    return step


def i64_reinterpret_f64(d: int, c: int) -> Step:
    """i64.reinterpret_f64 : c:f64 -> i64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = bits_of_float(64, R[c])

    return step


def f32_reinterpret_i32(d: int, c: int) -> Step:
    """f32.reinterpret_i32 : c:i32 -> f32   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = float_of_bits(32, R[c])

    return step


def f64_reinterpret_i64(d: int, c: int) -> Step:
    """f64.reinterpret_i64 : c:i64 -> f64   [exec-cvtop]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = float_of_bits(64, R[c])

    return step


def ref_null(ht: HeapType) -> Static:
    """ref.null : -> rt   [exec-ref.null]"""
    return None


def ref_is_null(d: int, r: int) -> Step:
    """ref.is_null : r:rt -> i32   [exec-ref.is_null]"""

    def step(R: Registers, d: int = d, r: int = r) -> None:
        R[d] = int(R[r] is None)

    return step


def ref_as_non_null(d: int, r: int) -> Step:
    """ref.as_non_null : r:rt -> non_null(rt)   [exec-ref.as_non_null]"""

    def step(R: Registers, d: int = d, r: int = r) -> None:
        trap_if(R[r] is None, "null reference")
        R[d] = R[r]

    return step


def ref_func(x: int, module: ModuleInst) -> Static:
    """ref.func : -> rt   [exec-ref.func]"""
    return module.funcs[x]


def ref_eq_(d: int, r1: int, r2: int) -> Step:
    """ref.eq : r1:eqref r2:eqref -> i32   [exec-ref.eq]"""

    def step(R: Registers, d: int = d, r1: int = r1, r2: int = r2) -> None:
        R[d] = ref_eq(R[r1], R[r2])

    return step


def ref_test_(d: int, r: int, ht: HeapType, rt: Static) -> Step:
    """ref.test : r:rt1 -> i32   [exec-ref.test]"""

    def step(R: Registers, d: int = d, r: int = r, rt: Static = rt) -> None:
        R[d] = int(ref_test(R[r], rt))

    return step


def ref_test_null(d: int, r: int, ht: HeapType, rt: Static) -> Step:
    """ref.test null : r:rt1 -> i32   [exec-ref.test]"""

    def step(R: Registers, d: int = d, r: int = r, rt: Static = rt) -> None:
        R[d] = int(ref_test(R[r], rt))

    return step


def ref_cast(d: int, r: int, ht: HeapType, rt: Static) -> Step:
    """ref.cast : r:rt1 -> rt   [exec-ref.cast]"""

    def step(R: Registers, d: int = d, r: int = r, rt: Static = rt) -> None:
        trap_if(not ref_test(R[r], rt), "cast failure")
        R[d] = R[r]

    return step


def ref_cast_null(d: int, r: int, ht: HeapType, rt: Static) -> Step:
    """ref.cast null : r:rt1 -> rt   [exec-ref.cast]"""

    def step(R: Registers, d: int = d, r: int = r, rt: Static = rt) -> None:
        trap_if(not ref_test(R[r], rt), "cast failure")
        R[d] = R[r]

    return step


def ref_i31_(d: int, i: int) -> Step:
    """ref.i31 : i:i32 -> (ref i31)   [exec-ref.i31]"""

    def step(R: Registers, d: int = d, i: int = i) -> None:
        R[d] = ref_i31(R[i])

    return step


def i31_get_s(d: int, r: int) -> Step:
    """i31.get_s : r:i31ref -> i32   [exec-i31.get]"""

    def step(R: Registers, d: int = d, r: int = r) -> None:
        R[d] = extend_s(31, 32, i31(R[r]))

    return step


def i31_get_u(d: int, r: int) -> Step:
    """i31.get_u : r:i31ref -> i32   [exec-i31.get]"""

    def step(R: Registers, d: int = d, r: int = r) -> None:
        R[d] = extend_u(31, 32, i31(R[r]))

    return step


def any_convert_extern(d: int, r: int) -> Step:
    """any.convert_extern : r:rt -> with_heap(rt, any)   [exec-any.convert_extern]"""

    def step(R: Registers, d: int = d, r: int = r) -> None:
        R[d] = R[r]

    return step


def extern_convert_any(d: int, r: int) -> Step:
    """extern.convert_any : r:rt -> with_heap(rt, extern)   [exec-extern.convert_any]"""

    def step(R: Registers, d: int = d, r: int = r) -> None:
        R[d] = R[r]

    return step


def struct_new_(d: int, args: slice, x: int, packs: Static, module: ModuleInst) -> Step:
    """struct.new : *args:all_unpacked(zts) -> (ref x)   [exec-struct.new]"""

    def step(
        R: Registers,
        d: int = d,
        args: slice = args,
        packs: Static = packs,
        type_x: Static = module.types[x],
    ) -> None:
        R[d] = struct_new(type_x, packs, R[args])

    return step


def struct_new_default_(d: int, x: int, zts: Static, module: ModuleInst) -> Step:
    """struct.new_default : -> (ref x)   [exec-struct.new_default]"""

    def step(R: Registers, d: int = d, zts: Static = zts, type_x: Static = module.types[x]) -> None:
        R[d] = struct_new_default(type_x, zts)

    return step


def struct_get(d: int, s: int, x: int, i: int) -> Step:
    """struct.get : s:(ref null x) -> unpacked(zt)   [exec-struct.get]"""

    def step(R: Registers, d: int = d, s: int = s, i: int = i) -> None:
        R[d] = struct(R[s])[i]

    return step


def struct_get_s(d: int, s: int, x: int, i: int, zt: Static) -> Step:
    """struct.get_s : s:(ref null x) -> i32   [exec-struct.get]"""

    def step(R: Registers, d: int = d, s: int = s, i: int = i, bits: Static = zt.bits) -> None:
        R[d] = extend_s(bits, 32, struct(R[s])[i])

    return step


def struct_get_u(d: int, s: int, x: int, i: int, zt: Static) -> Step:
    """struct.get_u : s:(ref null x) -> i32   [exec-struct.get]"""

    def step(R: Registers, d: int = d, s: int = s, i: int = i, bits: Static = zt.bits) -> None:
        R[d] = extend_u(bits, 32, struct(R[s])[i])

    return step


def struct_set(s: int, v: int, x: int, i: int, zt: Static) -> Step:
    """struct.set : s:(ref null x) v:unpacked(zt) ->   [exec-struct.set]"""

    def step(R: Registers, s: int = s, v: int = v, i: int = i, zt: Static = zt) -> None:
        struct(R[s])[i] = pack(zt, R[v])

    return step


def array_new_(d: int, v: int, n: int, x: int, zt: Static, module: ModuleInst) -> Step:
    """array.new : v:unpacked(zt) n:i32 -> (ref x)   [exec-array.new]"""

    def step(
        R: Registers,
        d: int = d,
        v: int = v,
        n: int = n,
        zt: Static = zt,
        type_x: Static = module.types[x],
    ) -> None:
        R[d] = array_new(type_x, zt, R[v], R[n])

    return step


def array_new_default(d: int, n: int, x: int, zt: Static, module: ModuleInst) -> Step:
    """array.new_default : n:i32 -> (ref x)   [exec-array.new_default]"""

    def step(
        R: Registers, d: int = d, n: int = n, zt: Static = zt, type_x: Static = module.types[x]
    ) -> None:
        R[d] = array_new(type_x, zt, default(zt), R[n])

    return step


def array_new_fixed_(d: int, args: slice, x: int, n: int, zt: Static, module: ModuleInst) -> Step:
    """array.new_fixed : *args:ts -> (ref x)   [exec-array.new_fixed]"""

    def step(
        R: Registers,
        d: int = d,
        args: slice = args,
        zt: Static = zt,
        type_x: Static = module.types[x],
    ) -> None:
        R[d] = array_new_fixed(type_x, zt, R[args])

    return step


def array_new_data_(d: int, i: int, n: int, x: int, y: int, zt: Static, module: ModuleInst) -> Step:
    """array.new_data : i:i32 n:i32 -> (ref x)   [exec-array.new_data]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        n: int = n,
        zt: Static = zt,
        type_x: Static = module.types[x],
        data_y: Static = module.datas[y],
    ) -> None:
        R[d] = array_new_data(type_x, zt, data_y, R[i], R[n])

    return step


def array_new_elem_(d: int, i: int, n: int, x: int, y: int, zt: Static, module: ModuleInst) -> Step:
    """array.new_elem : i:i32 n:i32 -> (ref x)   [exec-array.new_elem]"""

    def step(
        R: Registers,
        d: int = d,
        i: int = i,
        n: int = n,
        zt: Static = zt,
        type_x: Static = module.types[x],
        elem_y: Static = module.elems[y],
    ) -> None:
        R[d] = array_new_elem(type_x, zt, elem_y, R[i], R[n])

    return step


def array_get_(d: int, a: int, i: int, x: int) -> Step:
    """array.get : a:(ref null x) i:i32 -> unpacked(zt)   [exec-array.get]"""

    def step(R: Registers, d: int = d, a: int = a, i: int = i) -> None:
        R[d] = array_get(R[a], R[i])

    return step


def array_get_s(d: int, a: int, i: int, x: int, zt: Static) -> Step:
    """array.get_s : a:(ref null x) i:i32 -> i32   [exec-array.get]"""

    def step(R: Registers, d: int = d, a: int = a, i: int = i, bits: Static = zt.bits) -> None:
        R[d] = extend_s(bits, 32, array_get(R[a], R[i]))

    return step


def array_get_u(d: int, a: int, i: int, x: int, zt: Static) -> Step:
    """array.get_u : a:(ref null x) i:i32 -> i32   [exec-array.get]"""

    def step(R: Registers, d: int = d, a: int = a, i: int = i, bits: Static = zt.bits) -> None:
        R[d] = extend_u(bits, 32, array_get(R[a], R[i]))

    return step


def array_set_(a: int, i: int, v: int, x: int, zt: Static) -> Step:
    """array.set : a:(ref null x) i:i32 v:unpacked(zt) ->   [exec-array.set]"""

    def step(R: Registers, a: int = a, i: int = i, v: int = v, zt: Static = zt) -> None:
        array_set(R[a], R[i], pack(zt, R[v]))

    return step


def array_len_(d: int, a: int) -> Step:
    """array.len : a:arrayref -> i32   [exec-array.len]"""

    def step(R: Registers, d: int = d, a: int = a) -> None:
        R[d] = array_len(R[a])

    return step


def array_fill_(a: int, i: int, v: int, n: int, x: int, zt: Static) -> Step:
    """array.fill : a:(ref null x) i:i32 v:unpacked(zt) n:i32 ->   [exec-array.fill]"""

    def step(R: Registers, a: int = a, i: int = i, v: int = v, n: int = n, zt: Static = zt) -> None:
        array_fill(R[a], R[i], pack(zt, R[v]), R[n])

    return step


def array_copy_(a1: int, i1: int, a2: int, i2: int, n: int, x: int, y: int) -> Step:
    """array.copy : a1:(ref null x) i1:i32 a2:(ref null y) i2:i32 n:i32 ->   [exec-array.copy]"""

    def step(
        R: Registers, a1: int = a1, i1: int = i1, a2: int = a2, i2: int = i2, n: int = n
    ) -> None:
        array_copy(R[a1], R[i1], R[a2], R[i2], R[n])

    return step


def array_init_data_(
    a: int, i: int, j: int, n: int, x: int, y: int, zt: Static, module: ModuleInst
) -> Step:
    """array.init_data : a:(ref null x) i:i32 j:i32 n:i32 ->   [exec-array.init_data]"""

    def step(
        R: Registers,
        a: int = a,
        i: int = i,
        j: int = j,
        n: int = n,
        zt: Static = zt,
        data_y: Static = module.datas[y],
    ) -> None:
        array_init_data(R[a], zt, R[i], data_y, R[j], R[n])

    return step


def array_init_elem_(a: int, i: int, j: int, n: int, x: int, y: int, module: ModuleInst) -> Step:
    """array.init_elem : a:(ref null x) i:i32 j:i32 n:i32 ->   [exec-array.init_elem]"""

    def step(
        R: Registers,
        a: int = a,
        i: int = i,
        j: int = j,
        n: int = n,
        elem_y: Static = module.elems[y],
    ) -> None:
        array_init_elem(R[a], R[i], elem_y, R[j], R[n])

    return step


def v128_const(c: int) -> Static:
    """v128.const : -> v128   [exec-vconst]"""
    return c


def v128_not(d: int, v: int) -> Step:
    """v128.not : v:v128 -> v128   [exec-vvunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = inot(128, R[v])

    return step


def v128_and(d: int, v1: int, v2: int) -> Step:
    """v128.and : v1:v128 v2:v128 -> v128   [exec-vvbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = iand(128, R[v1], R[v2])

    return step


def v128_andnot(d: int, v1: int, v2: int) -> Step:
    """v128.andnot : v1:v128 v2:v128 -> v128   [exec-vvbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = iandnot(128, R[v1], R[v2])

    return step


def v128_or(d: int, v1: int, v2: int) -> Step:
    """v128.or : v1:v128 v2:v128 -> v128   [exec-vvbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ior(128, R[v1], R[v2])

    return step


def v128_xor(d: int, v1: int, v2: int) -> Step:
    """v128.xor : v1:v128 v2:v128 -> v128   [exec-vvbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ixor(128, R[v1], R[v2])

    return step


def v128_bitselect(d: int, v1: int, v2: int, v3: int) -> Step:
    """v128.bitselect : v1:v128 v2:v128 v3:v128 -> v128   [exec-vvternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = ibitselect(128, R[v1], R[v2], R[v3])

    return step


def v128_any_true(d: int, v: int) -> Step:
    """v128.any_true : v:v128 -> i32   [exec-vvtestop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = inez(128, R[v])

    return step


def i8x16_eq(d: int, v1: int, v2: int) -> Step:
    """i8x16.eq : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, ieq, R[v1], R[v2])

    return step


def i8x16_ne(d: int, v1: int, v2: int) -> Step:
    """i8x16.ne : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, ine, R[v1], R[v2])

    return step


def i8x16_lt_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.lt_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, ilt_s, R[v1], R[v2])

    return step


def i8x16_lt_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.lt_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, ilt_u, R[v1], R[v2])

    return step


def i8x16_gt_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.gt_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, igt_s, R[v1], R[v2])

    return step


def i8x16_gt_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.gt_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, igt_u, R[v1], R[v2])

    return step


def i8x16_le_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.le_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, ile_s, R[v1], R[v2])

    return step


def i8x16_le_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.le_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, ile_u, R[v1], R[v2])

    return step


def i8x16_ge_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.ge_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, ige_s, R[v1], R[v2])

    return step


def i8x16_ge_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.ge_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(8, ige_u, R[v1], R[v2])

    return step


def i16x8_eq(d: int, v1: int, v2: int) -> Step:
    """i16x8.eq : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, ieq, R[v1], R[v2])

    return step


def i16x8_ne(d: int, v1: int, v2: int) -> Step:
    """i16x8.ne : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, ine, R[v1], R[v2])

    return step


def i16x8_lt_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.lt_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, ilt_s, R[v1], R[v2])

    return step


def i16x8_lt_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.lt_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, ilt_u, R[v1], R[v2])

    return step


def i16x8_gt_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.gt_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, igt_s, R[v1], R[v2])

    return step


def i16x8_gt_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.gt_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, igt_u, R[v1], R[v2])

    return step


def i16x8_le_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.le_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, ile_s, R[v1], R[v2])

    return step


def i16x8_le_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.le_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, ile_u, R[v1], R[v2])

    return step


def i16x8_ge_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.ge_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, ige_s, R[v1], R[v2])

    return step


def i16x8_ge_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.ge_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(16, ige_u, R[v1], R[v2])

    return step


def i32x4_eq(d: int, v1: int, v2: int) -> Step:
    """i32x4.eq : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, ieq, R[v1], R[v2])

    return step


def i32x4_ne(d: int, v1: int, v2: int) -> Step:
    """i32x4.ne : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, ine, R[v1], R[v2])

    return step


def i32x4_lt_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.lt_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, ilt_s, R[v1], R[v2])

    return step


def i32x4_lt_u(d: int, v1: int, v2: int) -> Step:
    """i32x4.lt_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, ilt_u, R[v1], R[v2])

    return step


def i32x4_gt_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.gt_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, igt_s, R[v1], R[v2])

    return step


def i32x4_gt_u(d: int, v1: int, v2: int) -> Step:
    """i32x4.gt_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, igt_u, R[v1], R[v2])

    return step


def i32x4_le_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.le_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, ile_s, R[v1], R[v2])

    return step


def i32x4_le_u(d: int, v1: int, v2: int) -> Step:
    """i32x4.le_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, ile_u, R[v1], R[v2])

    return step


def i32x4_ge_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.ge_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, ige_s, R[v1], R[v2])

    return step


def i32x4_ge_u(d: int, v1: int, v2: int) -> Step:
    """i32x4.ge_u : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(32, ige_u, R[v1], R[v2])

    return step


def i64x2_eq(d: int, v1: int, v2: int) -> Step:
    """i64x2.eq : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(64, ieq, R[v1], R[v2])

    return step


def i64x2_ne(d: int, v1: int, v2: int) -> Step:
    """i64x2.ne : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(64, ine, R[v1], R[v2])

    return step


def i64x2_lt_s(d: int, v1: int, v2: int) -> Step:
    """i64x2.lt_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(64, ilt_s, R[v1], R[v2])

    return step


def i64x2_gt_s(d: int, v1: int, v2: int) -> Step:
    """i64x2.gt_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(64, igt_s, R[v1], R[v2])

    return step


def i64x2_le_s(d: int, v1: int, v2: int) -> Step:
    """i64x2.le_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(64, ile_s, R[v1], R[v2])

    return step


def i64x2_ge_s(d: int, v1: int, v2: int) -> Step:
    """i64x2.ge_s : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelop(64, ige_s, R[v1], R[v2])

    return step


def f32x4_eq(d: int, v1: int, v2: int) -> Step:
    """f32x4.eq : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(32, feq, R[v1], R[v2])

    return step


def f32x4_ne(d: int, v1: int, v2: int) -> Step:
    """f32x4.ne : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(32, fne, R[v1], R[v2])

    return step


def f32x4_lt(d: int, v1: int, v2: int) -> Step:
    """f32x4.lt : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(32, flt, R[v1], R[v2])

    return step


def f32x4_gt(d: int, v1: int, v2: int) -> Step:
    """f32x4.gt : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(32, fgt, R[v1], R[v2])

    return step


def f32x4_le(d: int, v1: int, v2: int) -> Step:
    """f32x4.le : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(32, fle, R[v1], R[v2])

    return step


def f32x4_ge(d: int, v1: int, v2: int) -> Step:
    """f32x4.ge : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(32, fge, R[v1], R[v2])

    return step


def f64x2_eq(d: int, v1: int, v2: int) -> Step:
    """f64x2.eq : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(64, feq, R[v1], R[v2])

    return step


def f64x2_ne(d: int, v1: int, v2: int) -> Step:
    """f64x2.ne : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(64, fne, R[v1], R[v2])

    return step


def f64x2_lt(d: int, v1: int, v2: int) -> Step:
    """f64x2.lt : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(64, flt, R[v1], R[v2])

    return step


def f64x2_gt(d: int, v1: int, v2: int) -> Step:
    """f64x2.gt : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(64, fgt, R[v1], R[v2])

    return step


def f64x2_le(d: int, v1: int, v2: int) -> Step:
    """f64x2.le : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(64, fle, R[v1], R[v2])

    return step


def f64x2_ge(d: int, v1: int, v2: int) -> Step:
    """f64x2.ge : v1:v128 v2:v128 -> v128   [exec-vrelop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvrelop(64, fge, R[v1], R[v2])

    return step


def i8x16_abs(d: int, v: int) -> Step:
    """i8x16.abs : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(8, iabs, R[v])

    return step


def i8x16_neg(d: int, v: int) -> Step:
    """i8x16.neg : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(8, ineg, R[v])

    return step


def i8x16_popcnt(d: int, v: int) -> Step:
    """i8x16.popcnt : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(8, ipopcnt, R[v])

    return step


def i16x8_abs(d: int, v: int) -> Step:
    """i16x8.abs : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(16, iabs, R[v])

    return step


def i16x8_neg(d: int, v: int) -> Step:
    """i16x8.neg : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(16, ineg, R[v])

    return step


def i32x4_abs(d: int, v: int) -> Step:
    """i32x4.abs : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(32, iabs, R[v])

    return step


def i32x4_neg(d: int, v: int) -> Step:
    """i32x4.neg : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(32, ineg, R[v])

    return step


def i64x2_abs(d: int, v: int) -> Step:
    """i64x2.abs : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(64, iabs, R[v])

    return step


def i64x2_neg(d: int, v: int) -> Step:
    """i64x2.neg : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivunop(64, ineg, R[v])

    return step


def f32x4_ceil(d: int, v: int) -> Step:
    """f32x4.ceil : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(32, fceil, R[v])

    return step


def f32x4_floor(d: int, v: int) -> Step:
    """f32x4.floor : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(32, ffloor, R[v])

    return step


def f32x4_trunc(d: int, v: int) -> Step:
    """f32x4.trunc : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(32, ftrunc, R[v])

    return step


def f32x4_nearest(d: int, v: int) -> Step:
    """f32x4.nearest : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(32, fnearest, R[v])

    return step


def f64x2_ceil(d: int, v: int) -> Step:
    """f64x2.ceil : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(64, fceil, R[v])

    return step


def f64x2_floor(d: int, v: int) -> Step:
    """f64x2.floor : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(64, ffloor, R[v])

    return step


def f64x2_trunc(d: int, v: int) -> Step:
    """f64x2.trunc : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(64, ftrunc, R[v])

    return step


def f64x2_nearest(d: int, v: int) -> Step:
    """f64x2.nearest : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(64, fnearest, R[v])

    return step


def f32x4_abs(d: int, v: int) -> Step:
    """f32x4.abs : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(32, fabs, R[v])

    return step


def f32x4_neg(d: int, v: int) -> Step:
    """f32x4.neg : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(32, fneg, R[v])

    return step


def f32x4_sqrt(d: int, v: int) -> Step:
    """f32x4.sqrt : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(32, fsqrt, R[v])

    return step


def f64x2_abs(d: int, v: int) -> Step:
    """f64x2.abs : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(64, fabs, R[v])

    return step


def f64x2_neg(d: int, v: int) -> Step:
    """f64x2.neg : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(64, fneg, R[v])

    return step


def f64x2_sqrt(d: int, v: int) -> Step:
    """f64x2.sqrt : v:v128 -> v128   [exec-vunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = fvunop(64, fsqrt, R[v])

    return step


def i8x16_add(d: int, v1: int, v2: int) -> Step:
    """i8x16.add : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, iadd, R[v1], R[v2])

    return step


def i8x16_add_sat_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.add_sat_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, iadd_sat_s, R[v1], R[v2])

    return step


def i8x16_add_sat_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.add_sat_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, iadd_sat_u, R[v1], R[v2])

    return step


def i8x16_sub(d: int, v1: int, v2: int) -> Step:
    """i8x16.sub : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, isub, R[v1], R[v2])

    return step


def i8x16_sub_sat_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.sub_sat_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, isub_sat_s, R[v1], R[v2])

    return step


def i8x16_sub_sat_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.sub_sat_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, isub_sat_u, R[v1], R[v2])

    return step


def i8x16_min_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.min_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, imin_s, R[v1], R[v2])

    return step


def i8x16_min_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.min_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, imin_u, R[v1], R[v2])

    return step


def i8x16_max_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.max_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, imax_s, R[v1], R[v2])

    return step


def i8x16_max_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.max_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, imax_u, R[v1], R[v2])

    return step


def i8x16_avgr_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.avgr_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(8, iavgr_u, R[v1], R[v2])

    return step


def i16x8_q15mulr_sat_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.q15mulr_sat_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, iq15mulrsat_s, R[v1], R[v2])

    return step


def i16x8_add(d: int, v1: int, v2: int) -> Step:
    """i16x8.add : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, iadd, R[v1], R[v2])

    return step


def i16x8_add_sat_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.add_sat_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, iadd_sat_s, R[v1], R[v2])

    return step


def i16x8_add_sat_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.add_sat_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, iadd_sat_u, R[v1], R[v2])

    return step


def i16x8_sub(d: int, v1: int, v2: int) -> Step:
    """i16x8.sub : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, isub, R[v1], R[v2])

    return step


def i16x8_sub_sat_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.sub_sat_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, isub_sat_s, R[v1], R[v2])

    return step


def i16x8_sub_sat_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.sub_sat_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, isub_sat_u, R[v1], R[v2])

    return step


def i16x8_mul(d: int, v1: int, v2: int) -> Step:
    """i16x8.mul : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, imul, R[v1], R[v2])

    return step


def i16x8_min_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.min_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, imin_s, R[v1], R[v2])

    return step


def i16x8_min_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.min_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, imin_u, R[v1], R[v2])

    return step


def i16x8_max_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.max_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, imax_s, R[v1], R[v2])

    return step


def i16x8_max_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.max_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, imax_u, R[v1], R[v2])

    return step


def i16x8_avgr_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.avgr_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, iavgr_u, R[v1], R[v2])

    return step


def i32x4_add(d: int, v1: int, v2: int) -> Step:
    """i32x4.add : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(32, iadd, R[v1], R[v2])

    return step


def i32x4_sub(d: int, v1: int, v2: int) -> Step:
    """i32x4.sub : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(32, isub, R[v1], R[v2])

    return step


def i32x4_mul(d: int, v1: int, v2: int) -> Step:
    """i32x4.mul : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(32, imul, R[v1], R[v2])

    return step


def i32x4_min_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.min_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(32, imin_s, R[v1], R[v2])

    return step


def i32x4_min_u(d: int, v1: int, v2: int) -> Step:
    """i32x4.min_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(32, imin_u, R[v1], R[v2])

    return step


def i32x4_max_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.max_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(32, imax_s, R[v1], R[v2])

    return step


def i32x4_max_u(d: int, v1: int, v2: int) -> Step:
    """i32x4.max_u : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(32, imax_u, R[v1], R[v2])

    return step


def i64x2_add(d: int, v1: int, v2: int) -> Step:
    """i64x2.add : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(64, iadd, R[v1], R[v2])

    return step


def i64x2_sub(d: int, v1: int, v2: int) -> Step:
    """i64x2.sub : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(64, isub, R[v1], R[v2])

    return step


def i64x2_mul(d: int, v1: int, v2: int) -> Step:
    """i64x2.mul : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(64, imul, R[v1], R[v2])

    return step


def i16x8_relaxed_q15mulr_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.relaxed_q15mulr_s : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivbinop(16, irelaxed_q15mulr_s, R[v1], R[v2])

    return step


def f32x4_add(d: int, v1: int, v2: int) -> Step:
    """f32x4.add : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, fadd, R[v1], R[v2])

    return step


def f32x4_sub(d: int, v1: int, v2: int) -> Step:
    """f32x4.sub : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, fsub, R[v1], R[v2])

    return step


def f32x4_mul(d: int, v1: int, v2: int) -> Step:
    """f32x4.mul : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, fmul, R[v1], R[v2])

    return step


def f32x4_div(d: int, v1: int, v2: int) -> Step:
    """f32x4.div : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, fdiv, R[v1], R[v2])

    return step


def f32x4_min(d: int, v1: int, v2: int) -> Step:
    """f32x4.min : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, fmin, R[v1], R[v2])

    return step


def f32x4_max(d: int, v1: int, v2: int) -> Step:
    """f32x4.max : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, fmax, R[v1], R[v2])

    return step


def f32x4_pmin(d: int, v1: int, v2: int) -> Step:
    """f32x4.pmin : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, fpmin, R[v1], R[v2])

    return step


def f32x4_pmax(d: int, v1: int, v2: int) -> Step:
    """f32x4.pmax : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, fpmax, R[v1], R[v2])

    return step


def f64x2_add(d: int, v1: int, v2: int) -> Step:
    """f64x2.add : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, fadd, R[v1], R[v2])

    return step


def f64x2_sub(d: int, v1: int, v2: int) -> Step:
    """f64x2.sub : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, fsub, R[v1], R[v2])

    return step


def f64x2_mul(d: int, v1: int, v2: int) -> Step:
    """f64x2.mul : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, fmul, R[v1], R[v2])

    return step


def f64x2_div(d: int, v1: int, v2: int) -> Step:
    """f64x2.div : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, fdiv, R[v1], R[v2])

    return step


def f64x2_min(d: int, v1: int, v2: int) -> Step:
    """f64x2.min : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, fmin, R[v1], R[v2])

    return step


def f64x2_max(d: int, v1: int, v2: int) -> Step:
    """f64x2.max : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, fmax, R[v1], R[v2])

    return step


def f64x2_pmin(d: int, v1: int, v2: int) -> Step:
    """f64x2.pmin : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, fpmin, R[v1], R[v2])

    return step


def f64x2_pmax(d: int, v1: int, v2: int) -> Step:
    """f64x2.pmax : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, fpmax, R[v1], R[v2])

    return step


def f32x4_relaxed_min(d: int, v1: int, v2: int) -> Step:
    """f32x4.relaxed_min : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, frelaxed_min, R[v1], R[v2])

    return step


def f32x4_relaxed_max(d: int, v1: int, v2: int) -> Step:
    """f32x4.relaxed_max : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(32, frelaxed_max, R[v1], R[v2])

    return step


def f64x2_relaxed_min(d: int, v1: int, v2: int) -> Step:
    """f64x2.relaxed_min : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, frelaxed_min, R[v1], R[v2])

    return step


def f64x2_relaxed_max(d: int, v1: int, v2: int) -> Step:
    """f64x2.relaxed_max : v1:v128 v2:v128 -> v128   [exec-vbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = fvbinop(64, frelaxed_max, R[v1], R[v2])

    return step


def i8x16_relaxed_laneselect(d: int, v1: int, v2: int, v3: int) -> Step:
    """i8x16.relaxed_laneselect : v1:v128 v2:v128 v3:v128 -> v128   [exec-vternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = ivternop(8, irelaxed_laneselect, R[v1], R[v2], R[v3])

    return step


def i16x8_relaxed_laneselect(d: int, v1: int, v2: int, v3: int) -> Step:
    """i16x8.relaxed_laneselect : v1:v128 v2:v128 v3:v128 -> v128   [exec-vternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = ivternop(16, irelaxed_laneselect, R[v1], R[v2], R[v3])

    return step


def i32x4_relaxed_laneselect(d: int, v1: int, v2: int, v3: int) -> Step:
    """i32x4.relaxed_laneselect : v1:v128 v2:v128 v3:v128 -> v128   [exec-vternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = ivternop(32, irelaxed_laneselect, R[v1], R[v2], R[v3])

    return step


def i64x2_relaxed_laneselect(d: int, v1: int, v2: int, v3: int) -> Step:
    """i64x2.relaxed_laneselect : v1:v128 v2:v128 v3:v128 -> v128   [exec-vternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = ivternop(64, irelaxed_laneselect, R[v1], R[v2], R[v3])

    return step


def f32x4_relaxed_madd(d: int, v1: int, v2: int, v3: int) -> Step:
    """f32x4.relaxed_madd : v1:v128 v2:v128 v3:v128 -> v128   [exec-vternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = fvternop(32, frelaxed_madd, R[v1], R[v2], R[v3])

    return step


def f32x4_relaxed_nmadd(d: int, v1: int, v2: int, v3: int) -> Step:
    """f32x4.relaxed_nmadd : v1:v128 v2:v128 v3:v128 -> v128   [exec-vternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = fvternop(32, frelaxed_nmadd, R[v1], R[v2], R[v3])

    return step


def f64x2_relaxed_madd(d: int, v1: int, v2: int, v3: int) -> Step:
    """f64x2.relaxed_madd : v1:v128 v2:v128 v3:v128 -> v128   [exec-vternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = fvternop(64, frelaxed_madd, R[v1], R[v2], R[v3])

    return step


def f64x2_relaxed_nmadd(d: int, v1: int, v2: int, v3: int) -> Step:
    """f64x2.relaxed_nmadd : v1:v128 v2:v128 v3:v128 -> v128   [exec-vternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = fvternop(64, frelaxed_nmadd, R[v1], R[v2], R[v3])

    return step


def i8x16_shl(d: int, v: int, i: int) -> Step:
    """i8x16.shl : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(8, ishl, R[v], R[i])

    return step


def i8x16_shr_s(d: int, v: int, i: int) -> Step:
    """i8x16.shr_s : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(8, ishr_s, R[v], R[i])

    return step


def i8x16_shr_u(d: int, v: int, i: int) -> Step:
    """i8x16.shr_u : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(8, ishr_u, R[v], R[i])

    return step


def i16x8_shl(d: int, v: int, i: int) -> Step:
    """i16x8.shl : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(16, ishl, R[v], R[i])

    return step


def i16x8_shr_s(d: int, v: int, i: int) -> Step:
    """i16x8.shr_s : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(16, ishr_s, R[v], R[i])

    return step


def i16x8_shr_u(d: int, v: int, i: int) -> Step:
    """i16x8.shr_u : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(16, ishr_u, R[v], R[i])

    return step


def i32x4_shl(d: int, v: int, i: int) -> Step:
    """i32x4.shl : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(32, ishl, R[v], R[i])

    return step


def i32x4_shr_s(d: int, v: int, i: int) -> Step:
    """i32x4.shr_s : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(32, ishr_s, R[v], R[i])

    return step


def i32x4_shr_u(d: int, v: int, i: int) -> Step:
    """i32x4.shr_u : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(32, ishr_u, R[v], R[i])

    return step


def i64x2_shl(d: int, v: int, i: int) -> Step:
    """i64x2.shl : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(64, ishl, R[v], R[i])

    return step


def i64x2_shr_s(d: int, v: int, i: int) -> Step:
    """i64x2.shr_s : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(64, ishr_s, R[v], R[i])

    return step


def i64x2_shr_u(d: int, v: int, i: int) -> Step:
    """i64x2.shr_u : v:v128 i:i32 -> v128   [exec-vshiftop]"""

    def step(R: Registers, d: int = d, v: int = v, i: int = i) -> None:
        R[d] = ivshiftop(64, ishr_u, R[v], R[i])

    return step


def i8x16_all_true(d: int, v: int) -> Step:
    """i8x16.all_true : v:v128 -> i32   [exec-vtestop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivall_true(8, R[v])

    return step


def i16x8_all_true(d: int, v: int) -> Step:
    """i16x8.all_true : v:v128 -> i32   [exec-vtestop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivall_true(16, R[v])

    return step


def i32x4_all_true(d: int, v: int) -> Step:
    """i32x4.all_true : v:v128 -> i32   [exec-vtestop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivall_true(32, R[v])

    return step


def i64x2_all_true(d: int, v: int) -> Step:
    """i64x2.all_true : v:v128 -> i32   [exec-vtestop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivall_true(64, R[v])

    return step


def i8x16_bitmask(d: int, v: int) -> Step:
    """i8x16.bitmask : v:v128 -> i32   [exec-vbitmask]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivbitmask(8, R[v])

    return step


def i16x8_bitmask(d: int, v: int) -> Step:
    """i16x8.bitmask : v:v128 -> i32   [exec-vbitmask]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivbitmask(16, R[v])

    return step


def i32x4_bitmask(d: int, v: int) -> Step:
    """i32x4.bitmask : v:v128 -> i32   [exec-vbitmask]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivbitmask(32, R[v])

    return step


def i64x2_bitmask(d: int, v: int) -> Step:
    """i64x2.bitmask : v:v128 -> i32   [exec-vbitmask]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = ivbitmask(64, R[v])

    return step


def i8x16_swizzle(d: int, v1: int, v2: int) -> Step:
    """i8x16.swizzle : v1:v128 v2:v128 -> v128   [exec-vswizzlop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivswizzle(8, R[v1], R[v2])

    return step


def i8x16_relaxed_swizzle(d: int, v1: int, v2: int) -> Step:
    """i8x16.relaxed_swizzle : v1:v128 v2:v128 -> v128   [exec-vswizzlop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = ivrelaxed_swizzle(8, R[v1], R[v2])

    return step


def i8x16_shuffle(d: int, v1: int, v2: int, ls: tuple[int, ...]) -> Step:
    """i8x16.shuffle : v1:v128 v2:v128 -> v128   [exec-vshuffle]"""

    def step(
        R: Registers, d: int = d, v1: int = v1, v2: int = v2, ls: tuple[int, ...] = ls
    ) -> None:
        R[d] = ivshuffle(8, ls, R[v1], R[v2])

    return step


def i8x16_splat(d: int, c: int) -> Step:
    """i8x16.splat : c:i32 -> v128   [exec-vsplat]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = ivsplat(8, R[c])

    return step


def i16x8_splat(d: int, c: int) -> Step:
    """i16x8.splat : c:i32 -> v128   [exec-vsplat]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = ivsplat(16, R[c])

    return step


def i32x4_splat(d: int, c: int) -> Step:
    """i32x4.splat : c:i32 -> v128   [exec-vsplat]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = ivsplat(32, R[c])

    return step


def i64x2_splat(d: int, c: int) -> Step:
    """i64x2.splat : c:i64 -> v128   [exec-vsplat]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = ivsplat(64, R[c])

    return step


def f32x4_splat(d: int, c: int) -> Step:
    """f32x4.splat : c:f32 -> v128   [exec-vsplat]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = fvsplat(32, R[c])

    return step


def f64x2_splat(d: int, c: int) -> Step:
    """f64x2.splat : c:f64 -> v128   [exec-vsplat]"""

    def step(R: Registers, d: int = d, c: int = c) -> None:
        R[d] = fvsplat(64, R[c])

    return step


def i8x16_extract_lane_s(d: int, v: int, l: int) -> Step:
    """i8x16.extract_lane_s : v:v128 -> i32   [exec-vextract_lane]"""

    def step(R: Registers, d: int = d, v: int = v, l: int = l) -> None:
        R[d] = ivextract_s(8, 32, l, R[v])

    return step


def i8x16_extract_lane_u(d: int, v: int, l: int) -> Step:
    """i8x16.extract_lane_u : v:v128 -> i32   [exec-vextract_lane]"""

    def step(R: Registers, d: int = d, v: int = v, l: int = l) -> None:
        R[d] = ivextract_u(8, 32, l, R[v])

    return step


def i16x8_extract_lane_s(d: int, v: int, l: int) -> Step:
    """i16x8.extract_lane_s : v:v128 -> i32   [exec-vextract_lane]"""

    def step(R: Registers, d: int = d, v: int = v, l: int = l) -> None:
        R[d] = ivextract_s(16, 32, l, R[v])

    return step


def i16x8_extract_lane_u(d: int, v: int, l: int) -> Step:
    """i16x8.extract_lane_u : v:v128 -> i32   [exec-vextract_lane]"""

    def step(R: Registers, d: int = d, v: int = v, l: int = l) -> None:
        R[d] = ivextract_u(16, 32, l, R[v])

    return step


def i32x4_extract_lane(d: int, v: int, l: int) -> Step:
    """i32x4.extract_lane : v:v128 -> i32   [exec-vextract_lane]"""

    def step(R: Registers, d: int = d, v: int = v, l: int = l) -> None:
        R[d] = ivextract_u(32, 32, l, R[v])

    return step


def i64x2_extract_lane(d: int, v: int, l: int) -> Step:
    """i64x2.extract_lane : v:v128 -> i64   [exec-vextract_lane]"""

    def step(R: Registers, d: int = d, v: int = v, l: int = l) -> None:
        R[d] = ivextract_u(64, 64, l, R[v])

    return step


def f32x4_extract_lane(d: int, v: int, l: int) -> Step:
    """f32x4.extract_lane : v:v128 -> f32   [exec-vextract_lane]"""

    def step(R: Registers, d: int = d, v: int = v, l: int = l) -> None:
        R[d] = fvextract(32, l, R[v])

    return step


def f64x2_extract_lane(d: int, v: int, l: int) -> Step:
    """f64x2.extract_lane : v:v128 -> f64   [exec-vextract_lane]"""

    def step(R: Registers, d: int = d, v: int = v, l: int = l) -> None:
        R[d] = fvextract(64, l, R[v])

    return step


def i8x16_replace_lane(d: int, v: int, c: int, l: int) -> Step:
    """i8x16.replace_lane : v:v128 c:i32 -> v128   [exec-vreplace_lane]"""

    def step(R: Registers, d: int = d, v: int = v, c: int = c, l: int = l) -> None:
        R[d] = ivreplace(8, l, R[v], R[c])

    return step


def i16x8_replace_lane(d: int, v: int, c: int, l: int) -> Step:
    """i16x8.replace_lane : v:v128 c:i32 -> v128   [exec-vreplace_lane]"""

    def step(R: Registers, d: int = d, v: int = v, c: int = c, l: int = l) -> None:
        R[d] = ivreplace(16, l, R[v], R[c])

    return step


def i32x4_replace_lane(d: int, v: int, c: int, l: int) -> Step:
    """i32x4.replace_lane : v:v128 c:i32 -> v128   [exec-vreplace_lane]"""

    def step(R: Registers, d: int = d, v: int = v, c: int = c, l: int = l) -> None:
        R[d] = ivreplace(32, l, R[v], R[c])

    return step


def i64x2_replace_lane(d: int, v: int, c: int, l: int) -> Step:
    """i64x2.replace_lane : v:v128 c:i64 -> v128   [exec-vreplace_lane]"""

    def step(R: Registers, d: int = d, v: int = v, c: int = c, l: int = l) -> None:
        R[d] = ivreplace(64, l, R[v], R[c])

    return step


def f32x4_replace_lane(d: int, v: int, c: int, l: int) -> Step:
    """f32x4.replace_lane : v:v128 c:f32 -> v128   [exec-vreplace_lane]"""

    def step(R: Registers, d: int = d, v: int = v, c: int = c, l: int = l) -> None:
        R[d] = fvreplace(32, l, R[v], R[c])

    return step


def f64x2_replace_lane(d: int, v: int, c: int, l: int) -> Step:
    """f64x2.replace_lane : v:v128 c:f64 -> v128   [exec-vreplace_lane]"""

    def step(R: Registers, d: int = d, v: int = v, c: int = c, l: int = l) -> None:
        R[d] = fvreplace(64, l, R[v], R[c])

    return step


def i8x16_narrow_i16x8_s(d: int, v1: int, v2: int) -> Step:
    """i8x16.narrow_i16x8_s : v1:v128 v2:v128 -> v128   [exec-vnarrow]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vnarrow_s(16, 8, R[v1], R[v2])

    return step


def i8x16_narrow_i16x8_u(d: int, v1: int, v2: int) -> Step:
    """i8x16.narrow_i16x8_u : v1:v128 v2:v128 -> v128   [exec-vnarrow]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vnarrow_u(16, 8, R[v1], R[v2])

    return step


def i16x8_narrow_i32x4_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.narrow_i32x4_s : v1:v128 v2:v128 -> v128   [exec-vnarrow]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vnarrow_s(32, 16, R[v1], R[v2])

    return step


def i16x8_narrow_i32x4_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.narrow_i32x4_u : v1:v128 v2:v128 -> v128   [exec-vnarrow]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vnarrow_u(32, 16, R[v1], R[v2])

    return step


def i16x8_extend_low_i8x16_s(d: int, v: int) -> Step:
    """i16x8.extend_low_i8x16_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_low(8, 16, extend_s, R[v])

    return step


def i16x8_extend_high_i8x16_s(d: int, v: int) -> Step:
    """i16x8.extend_high_i8x16_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_high(8, 16, extend_s, R[v])

    return step


def i16x8_extend_low_i8x16_u(d: int, v: int) -> Step:
    """i16x8.extend_low_i8x16_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_low(8, 16, extend_u, R[v])

    return step


def i16x8_extend_high_i8x16_u(d: int, v: int) -> Step:
    """i16x8.extend_high_i8x16_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_high(8, 16, extend_u, R[v])

    return step


def i32x4_extend_low_i16x8_s(d: int, v: int) -> Step:
    """i32x4.extend_low_i16x8_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_low(16, 32, extend_s, R[v])

    return step


def i32x4_extend_high_i16x8_s(d: int, v: int) -> Step:
    """i32x4.extend_high_i16x8_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_high(16, 32, extend_s, R[v])

    return step


def i32x4_extend_low_i16x8_u(d: int, v: int) -> Step:
    """i32x4.extend_low_i16x8_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_low(16, 32, extend_u, R[v])

    return step


def i32x4_extend_high_i16x8_u(d: int, v: int) -> Step:
    """i32x4.extend_high_i16x8_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_high(16, 32, extend_u, R[v])

    return step


def i64x2_extend_low_i32x4_s(d: int, v: int) -> Step:
    """i64x2.extend_low_i32x4_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_low(32, 64, extend_s, R[v])

    return step


def i64x2_extend_high_i32x4_s(d: int, v: int) -> Step:
    """i64x2.extend_high_i32x4_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_high(32, 64, extend_s, R[v])

    return step


def i64x2_extend_low_i32x4_u(d: int, v: int) -> Step:
    """i64x2.extend_low_i32x4_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_low(32, 64, extend_u, R[v])

    return step


def i64x2_extend_high_i32x4_u(d: int, v: int) -> Step:
    """i64x2.extend_high_i32x4_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextend_high(32, 64, extend_u, R[v])

    return step


def f32x4_convert_i32x4_s(d: int, v: int) -> Step:
    """f32x4.convert_i32x4_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vconvert(32, 32, convert_s, R[v])

    return step


def f32x4_convert_i32x4_u(d: int, v: int) -> Step:
    """f32x4.convert_i32x4_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vconvert(32, 32, convert_u, R[v])

    return step


def f64x2_convert_low_i32x4_s(d: int, v: int) -> Step:
    """f64x2.convert_low_i32x4_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vconvert_low(32, 64, convert_s, R[v])

    return step


def f64x2_convert_low_i32x4_u(d: int, v: int) -> Step:
    """f64x2.convert_low_i32x4_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vconvert_low(32, 64, convert_u, R[v])

    return step


def i32x4_trunc_sat_f32x4_s(d: int, v: int) -> Step:
    """i32x4.trunc_sat_f32x4_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vtrunc(32, 32, trunc_sat_s, R[v])

    return step


def i32x4_trunc_sat_f32x4_u(d: int, v: int) -> Step:
    """i32x4.trunc_sat_f32x4_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vtrunc(32, 32, trunc_sat_u, R[v])

    return step


def i32x4_trunc_sat_f64x2_s_zero(d: int, v: int) -> Step:
    """i32x4.trunc_sat_f64x2_s_zero : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vtrunc_zero(64, 32, trunc_sat_s, R[v])

    return step


def i32x4_trunc_sat_f64x2_u_zero(d: int, v: int) -> Step:
    """i32x4.trunc_sat_f64x2_u_zero : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vtrunc_zero(64, 32, trunc_sat_u, R[v])

    return step


def i32x4_relaxed_trunc_f32x4_s(d: int, v: int) -> Step:
    """i32x4.relaxed_trunc_f32x4_s : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vtrunc(32, 32, relaxed_trunc_s, R[v])

    return step


def i32x4_relaxed_trunc_f32x4_u(d: int, v: int) -> Step:
    """i32x4.relaxed_trunc_f32x4_u : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vtrunc(32, 32, relaxed_trunc_u, R[v])

    return step


def i32x4_relaxed_trunc_f64x2_s_zero(d: int, v: int) -> Step:
    """i32x4.relaxed_trunc_f64x2_s_zero : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vtrunc_zero(64, 32, relaxed_trunc_s, R[v])

    return step


def i32x4_relaxed_trunc_f64x2_u_zero(d: int, v: int) -> Step:
    """i32x4.relaxed_trunc_f64x2_u_zero : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vtrunc_zero(64, 32, relaxed_trunc_u, R[v])

    return step


def f32x4_demote_f64x2_zero(d: int, v: int) -> Step:
    """f32x4.demote_f64x2_zero : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vdemote_zero(64, 32, R[v])

    return step


def f64x2_promote_low_f32x4(d: int, v: int) -> Step:
    """f64x2.promote_low_f32x4 : v:v128 -> v128   [exec-vcvtop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vpromote_low(32, 64, R[v])

    return step


def i16x8_extadd_pairwise_i8x16_s(d: int, v: int) -> Step:
    """i16x8.extadd_pairwise_i8x16_s : v:v128 -> v128   [exec-vextunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextadd_pairwise(8, 16, extend_s, R[v])

    return step


def i16x8_extadd_pairwise_i8x16_u(d: int, v: int) -> Step:
    """i16x8.extadd_pairwise_i8x16_u : v:v128 -> v128   [exec-vextunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextadd_pairwise(8, 16, extend_u, R[v])

    return step


def i32x4_extadd_pairwise_i16x8_s(d: int, v: int) -> Step:
    """i32x4.extadd_pairwise_i16x8_s : v:v128 -> v128   [exec-vextunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextadd_pairwise(16, 32, extend_s, R[v])

    return step


def i32x4_extadd_pairwise_i16x8_u(d: int, v: int) -> Step:
    """i32x4.extadd_pairwise_i16x8_u : v:v128 -> v128   [exec-vextunop]"""

    def step(R: Registers, d: int = d, v: int = v) -> None:
        R[d] = vextadd_pairwise(16, 32, extend_u, R[v])

    return step


def i16x8_extmul_low_i8x16_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.extmul_low_i8x16_s : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_low(8, 16, extend_s, R[v1], R[v2])

    return step


def i16x8_extmul_high_i8x16_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.extmul_high_i8x16_s : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_high(8, 16, extend_s, R[v1], R[v2])

    return step


def i16x8_extmul_low_i8x16_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.extmul_low_i8x16_u : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_low(8, 16, extend_u, R[v1], R[v2])

    return step


def i16x8_extmul_high_i8x16_u(d: int, v1: int, v2: int) -> Step:
    """i16x8.extmul_high_i8x16_u : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_high(8, 16, extend_u, R[v1], R[v2])

    return step


def i32x4_extmul_low_i16x8_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.extmul_low_i16x8_s : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_low(16, 32, extend_s, R[v1], R[v2])

    return step


def i32x4_extmul_high_i16x8_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.extmul_high_i16x8_s : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_high(16, 32, extend_s, R[v1], R[v2])

    return step


def i32x4_extmul_low_i16x8_u(d: int, v1: int, v2: int) -> Step:
    """i32x4.extmul_low_i16x8_u : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_low(16, 32, extend_u, R[v1], R[v2])

    return step


def i32x4_extmul_high_i16x8_u(d: int, v1: int, v2: int) -> Step:
    """i32x4.extmul_high_i16x8_u : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_high(16, 32, extend_u, R[v1], R[v2])

    return step


def i64x2_extmul_low_i32x4_s(d: int, v1: int, v2: int) -> Step:
    """i64x2.extmul_low_i32x4_s : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_low(32, 64, extend_s, R[v1], R[v2])

    return step


def i64x2_extmul_high_i32x4_s(d: int, v1: int, v2: int) -> Step:
    """i64x2.extmul_high_i32x4_s : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_high(32, 64, extend_s, R[v1], R[v2])

    return step


def i64x2_extmul_low_i32x4_u(d: int, v1: int, v2: int) -> Step:
    """i64x2.extmul_low_i32x4_u : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_low(32, 64, extend_u, R[v1], R[v2])

    return step


def i64x2_extmul_high_i32x4_u(d: int, v1: int, v2: int) -> Step:
    """i64x2.extmul_high_i32x4_u : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vextmul_high(32, 64, extend_u, R[v1], R[v2])

    return step


def i32x4_dot_i16x8_s(d: int, v1: int, v2: int) -> Step:
    """i32x4.dot_i16x8_s : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vdot_s(16, 32, R[v1], R[v2])

    return step


def i16x8_relaxed_dot_i8x16_i7x16_s(d: int, v1: int, v2: int) -> Step:
    """i16x8.relaxed_dot_i8x16_i7x16_s : v1:v128 v2:v128 -> v128   [exec-vextbinop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2) -> None:
        R[d] = vrelaxed_dot(8, 16, R[v1], R[v2])

    return step


def i32x4_relaxed_dot_i8x16_i7x16_add_s(d: int, v1: int, v2: int, v3: int) -> Step:
    """i32x4.relaxed_dot_i8x16_i7x16_add_s : v1:v128 v2:v128 v3:v128 -> v128   [exec-vextternop]"""

    def step(R: Registers, d: int = d, v1: int = v1, v2: int = v2, v3: int = v3) -> None:
        R[d] = vrelaxed_dot_add(R[v1], R[v2], R[v3])

    return step


FORMS: dict[Op, Form] = {
    o.UNREACHABLE: Form(end=unreachable),
    o.NOP: Form(),
    o.BLOCK: Form(),
    o.LOOP: Form(),
    o.IF: Form(end=if_, operands=1, onward=True, skips=True),
    o.TRY_TABLE: Form(),
    o.ELSE: Form(end=else_, skips=True),
    o.END: Form(),
    o.BR: Form(end=br),
    o.BR_IF: Form(end=br_if, operands=1, onward=True),
    o.BR_TABLE: Form(end=br_table, operands=1),
    o.BR_ON_NULL: Form(end=br_on_null, operands=1, target=True, onward=True),
    o.BR_ON_NON_NULL: Form(end=br_on_non_null, operands=1, target=True, onward=True, carried=1),
    o.BR_ON_CAST: Form(end=br_on_cast, operands=1, target=True, onward=True, carried=1),
    o.BR_ON_CAST_FAIL: Form(end=br_on_cast_fail, operands=1, target=True, onward=True, carried=1),
    o.RETURN: Form(end=return_),
    o.CALL: Form(end=call, length=0, module=True, onward=True),
    o.CALL_REF: Form(end=call_ref, operands=1, length=0, onward=True),
    o.CALL_INDIRECT: Form(end=call_indirect, operands=1, length=0, module=True, onward=True),
    o.RETURN_CALL: Form(end=return_call, length=0, module=True, tail=True),
    o.RETURN_CALL_REF: Form(end=return_call_ref, operands=1, length=0, tail=True),
    o.RETURN_CALL_INDIRECT: Form(
        end=return_call_indirect,
        operands=1,
        length=0,
        module=True,
        tail=True,
    ),
    o.THROW: Form(end=throw_, length=0, module=True),
    o.THROW_REF: Form(end=throw_ref, operands=1),
    o.TRY: Form(),
    o.CATCH: Form(end=catch, skips=True),
    o.CATCH_ALL: Form(end=catch_all, skips=True),
    o.DELEGATE: Form(),
    o.RETHROW: Form(end=rethrow),
    o.DROP: Form(operands=1),
    o.SELECT: Form(step=select, operands=3, target=True),
    o.SELECT_T: Form(step=select_t, operands=3, target=True),
    o.LOCAL_GET: Form(step=local_get, target=True),
    o.LOCAL_SET: Form(step=local_set, operands=1),
    o.LOCAL_TEE: Form(step=local_tee, operands=1, target=True),
    o.GLOBAL_GET: Form(step=global_get, target=True, module=True),
    o.GLOBAL_SET: Form(step=global_set, operands=1, module=True),
    o.TABLE_GET: Form(step=table_get_, operands=1, target=True, module=True),
    o.TABLE_SET: Form(step=table_set_, operands=2, module=True),
    o.TABLE_SIZE: Form(step=table_size_, target=True, module=True),
    o.TABLE_GROW: Form(step=table_grow_, operands=2, target=True, module=True),
    o.TABLE_FILL: Form(step=table_fill_, operands=3, module=True),
    o.TABLE_COPY: Form(step=table_copy_, operands=3, module=True),
    o.TABLE_INIT: Form(step=table_init_, operands=3, module=True),
    o.ELEM_DROP: Form(step=elem_drop_, module=True),
    o.I32_LOAD: Form(step=i32_load, operands=1, target=True, module=True),
    o.I64_LOAD: Form(step=i64_load, operands=1, target=True, module=True),
    o.F32_LOAD: Form(step=f32_load, operands=1, target=True, module=True),
    o.F64_LOAD: Form(step=f64_load, operands=1, target=True, module=True),
    o.I32_LOAD8_S: Form(step=i32_load8_s, operands=1, target=True, module=True),
    o.I32_LOAD8_U: Form(step=i32_load8_u, operands=1, target=True, module=True),
    o.I32_LOAD16_S: Form(step=i32_load16_s, operands=1, target=True, module=True),
    o.I32_LOAD16_U: Form(step=i32_load16_u, operands=1, target=True, module=True),
    o.I64_LOAD8_S: Form(step=i64_load8_s, operands=1, target=True, module=True),
    o.I64_LOAD8_U: Form(step=i64_load8_u, operands=1, target=True, module=True),
    o.I64_LOAD16_S: Form(step=i64_load16_s, operands=1, target=True, module=True),
    o.I64_LOAD16_U: Form(step=i64_load16_u, operands=1, target=True, module=True),
    o.I64_LOAD32_S: Form(step=i64_load32_s, operands=1, target=True, module=True),
    o.I64_LOAD32_U: Form(step=i64_load32_u, operands=1, target=True, module=True),
    o.I32_STORE: Form(step=i32_store, operands=2, module=True),
    o.I64_STORE: Form(step=i64_store, operands=2, module=True),
    o.F32_STORE: Form(step=f32_store, operands=2, module=True),
    o.F64_STORE: Form(step=f64_store, operands=2, module=True),
    o.I32_STORE8: Form(step=i32_store8, operands=2, module=True),
    o.I32_STORE16: Form(step=i32_store16, operands=2, module=True),
    o.I64_STORE8: Form(step=i64_store8, operands=2, module=True),
    o.I64_STORE16: Form(step=i64_store16, operands=2, module=True),
    o.I64_STORE32: Form(step=i64_store32, operands=2, module=True),
    o.V128_LOAD: Form(step=v128_load, operands=1, target=True, module=True),
    o.V128_LOAD8X8_S: Form(step=v128_load8x8_s, operands=1, target=True, module=True),
    o.V128_LOAD8X8_U: Form(step=v128_load8x8_u, operands=1, target=True, module=True),
    o.V128_LOAD16X4_S: Form(step=v128_load16x4_s, operands=1, target=True, module=True),
    o.V128_LOAD16X4_U: Form(step=v128_load16x4_u, operands=1, target=True, module=True),
    o.V128_LOAD32X2_S: Form(step=v128_load32x2_s, operands=1, target=True, module=True),
    o.V128_LOAD32X2_U: Form(step=v128_load32x2_u, operands=1, target=True, module=True),
    o.V128_LOAD8_SPLAT: Form(step=v128_load8_splat, operands=1, target=True, module=True),
    o.V128_LOAD16_SPLAT: Form(step=v128_load16_splat, operands=1, target=True, module=True),
    o.V128_LOAD32_SPLAT: Form(step=v128_load32_splat, operands=1, target=True, module=True),
    o.V128_LOAD64_SPLAT: Form(step=v128_load64_splat, operands=1, target=True, module=True),
    o.V128_LOAD32_ZERO: Form(step=v128_load32_zero, operands=1, target=True, module=True),
    o.V128_LOAD64_ZERO: Form(step=v128_load64_zero, operands=1, target=True, module=True),
    o.V128_LOAD8_LANE: Form(step=v128_load8_lane, operands=2, target=True, module=True),
    o.V128_LOAD16_LANE: Form(step=v128_load16_lane, operands=2, target=True, module=True),
    o.V128_LOAD32_LANE: Form(step=v128_load32_lane, operands=2, target=True, module=True),
    o.V128_LOAD64_LANE: Form(step=v128_load64_lane, operands=2, target=True, module=True),
    o.V128_STORE: Form(step=v128_store, operands=2, module=True),
    o.V128_STORE8_LANE: Form(step=v128_store8_lane, operands=2, module=True),
    o.V128_STORE16_LANE: Form(step=v128_store16_lane, operands=2, module=True),
    o.V128_STORE32_LANE: Form(step=v128_store32_lane, operands=2, module=True),
    o.V128_STORE64_LANE: Form(step=v128_store64_lane, operands=2, module=True),
    o.MEMORY_SIZE: Form(step=memory_size_, target=True, module=True),
    o.MEMORY_GROW: Form(step=memory_grow_, operands=1, target=True, module=True),
    o.MEMORY_FILL: Form(step=memory_fill_, operands=3, module=True),
    o.MEMORY_COPY: Form(step=memory_copy_, operands=3, module=True),
    o.MEMORY_INIT: Form(step=memory_init_, operands=3, module=True),
    o.DATA_DROP: Form(step=data_drop_, module=True),
    o.I32_CONST: Form(value=i32_const),
    o.I64_CONST: Form(value=i64_const),
    o.F32_CONST: Form(value=f32_const),
    o.F64_CONST: Form(value=f64_const),
    o.I32_EQZ: Form(step=i32_eqz, operands=1, target=True),
    o.I64_EQZ: Form(step=i64_eqz, operands=1, target=True),
    o.I32_EQ: Form(step=i32_eq, operands=2, target=True),
    o.I32_NE: Form(step=i32_ne, operands=2, target=True),
    o.I32_LT_S: Form(step=i32_lt_s, operands=2, target=True),
    o.I32_LT_U: Form(step=i32_lt_u, operands=2, target=True),
    o.I32_GT_S: Form(step=i32_gt_s, operands=2, target=True),
    o.I32_GT_U: Form(step=i32_gt_u, operands=2, target=True),
    o.I32_LE_S: Form(step=i32_le_s, operands=2, target=True),
    o.I32_LE_U: Form(step=i32_le_u, operands=2, target=True),
    o.I32_GE_S: Form(step=i32_ge_s, operands=2, target=True),
    o.I32_GE_U: Form(step=i32_ge_u, operands=2, target=True),
    o.I64_EQ: Form(step=i64_eq, operands=2, target=True),
    o.I64_NE: Form(step=i64_ne, operands=2, target=True),
    o.I64_LT_S: Form(step=i64_lt_s, operands=2, target=True),
    o.I64_LT_U: Form(step=i64_lt_u, operands=2, target=True),
    o.I64_GT_S: Form(step=i64_gt_s, operands=2, target=True),
    o.I64_GT_U: Form(step=i64_gt_u, operands=2, target=True),
    o.I64_LE_S: Form(step=i64_le_s, operands=2, target=True),
    o.I64_LE_U: Form(step=i64_le_u, operands=2, target=True),
    o.I64_GE_S: Form(step=i64_ge_s, operands=2, target=True),
    o.I64_GE_U: Form(step=i64_ge_u, operands=2, target=True),
    o.F32_EQ: Form(step=f32_eq, operands=2, target=True),
    o.F32_NE: Form(step=f32_ne, operands=2, target=True),
    o.F32_LT: Form(step=f32_lt, operands=2, target=True),
    o.F32_GT: Form(step=f32_gt, operands=2, target=True),
    o.F32_LE: Form(step=f32_le, operands=2, target=True),
    o.F32_GE: Form(step=f32_ge, operands=2, target=True),
    o.F64_EQ: Form(step=f64_eq, operands=2, target=True),
    o.F64_NE: Form(step=f64_ne, operands=2, target=True),
    o.F64_LT: Form(step=f64_lt, operands=2, target=True),
    o.F64_GT: Form(step=f64_gt, operands=2, target=True),
    o.F64_LE: Form(step=f64_le, operands=2, target=True),
    o.F64_GE: Form(step=f64_ge, operands=2, target=True),
    o.I32_CLZ: Form(step=i32_clz, operands=1, target=True),
    o.I32_CTZ: Form(step=i32_ctz, operands=1, target=True),
    o.I32_POPCNT: Form(step=i32_popcnt, operands=1, target=True),
    o.I64_CLZ: Form(step=i64_clz, operands=1, target=True),
    o.I64_CTZ: Form(step=i64_ctz, operands=1, target=True),
    o.I64_POPCNT: Form(step=i64_popcnt, operands=1, target=True),
    o.I32_EXTEND8_S: Form(step=i32_extend8_s, operands=1, target=True),
    o.I32_EXTEND16_S: Form(step=i32_extend16_s, operands=1, target=True),
    o.I64_EXTEND8_S: Form(step=i64_extend8_s, operands=1, target=True),
    o.I64_EXTEND16_S: Form(step=i64_extend16_s, operands=1, target=True),
    o.I64_EXTEND32_S: Form(step=i64_extend32_s, operands=1, target=True),
    o.F32_ABS: Form(step=f32_abs, operands=1, target=True),
    o.F32_NEG: Form(step=f32_neg, operands=1, target=True),
    o.F32_CEIL: Form(step=f32_ceil, operands=1, target=True),
    o.F32_FLOOR: Form(step=f32_floor, operands=1, target=True),
    o.F32_TRUNC: Form(step=f32_trunc, operands=1, target=True),
    o.F32_NEAREST: Form(step=f32_nearest, operands=1, target=True),
    o.F32_SQRT: Form(step=f32_sqrt, operands=1, target=True),
    o.F64_ABS: Form(step=f64_abs, operands=1, target=True),
    o.F64_NEG: Form(step=f64_neg, operands=1, target=True),
    o.F64_CEIL: Form(step=f64_ceil, operands=1, target=True),
    o.F64_FLOOR: Form(step=f64_floor, operands=1, target=True),
    o.F64_TRUNC: Form(step=f64_trunc, operands=1, target=True),
    o.F64_NEAREST: Form(step=f64_nearest, operands=1, target=True),
    o.F64_SQRT: Form(step=f64_sqrt, operands=1, target=True),
    o.I32_ADD: Form(step=i32_add, operands=2, target=True),
    o.I32_SUB: Form(step=i32_sub, operands=2, target=True),
    o.I32_MUL: Form(step=i32_mul, operands=2, target=True),
    o.I32_DIV_S: Form(step=i32_div_s, operands=2, target=True),
    o.I32_DIV_U: Form(step=i32_div_u, operands=2, target=True),
    o.I32_REM_S: Form(step=i32_rem_s, operands=2, target=True),
    o.I32_REM_U: Form(step=i32_rem_u, operands=2, target=True),
    o.I32_AND: Form(step=i32_and, operands=2, target=True),
    o.I32_OR: Form(step=i32_or, operands=2, target=True),
    o.I32_XOR: Form(step=i32_xor, operands=2, target=True),
    o.I32_SHL: Form(step=i32_shl, operands=2, target=True),
    o.I32_SHR_S: Form(step=i32_shr_s, operands=2, target=True),
    o.I32_SHR_U: Form(step=i32_shr_u, operands=2, target=True),
    o.I32_ROTL: Form(step=i32_rotl, operands=2, target=True),
    o.I32_ROTR: Form(step=i32_rotr, operands=2, target=True),
    o.I64_ADD: Form(step=i64_add, operands=2, target=True),
    o.I64_SUB: Form(step=i64_sub, operands=2, target=True),
    o.I64_MUL: Form(step=i64_mul, operands=2, target=True),
    o.I64_DIV_S: Form(step=i64_div_s, operands=2, target=True),
    o.I64_DIV_U: Form(step=i64_div_u, operands=2, target=True),
    o.I64_REM_S: Form(step=i64_rem_s, operands=2, target=True),
    o.I64_REM_U: Form(step=i64_rem_u, operands=2, target=True),
    o.I64_AND: Form(step=i64_and, operands=2, target=True),
    o.I64_OR: Form(step=i64_or, operands=2, target=True),
    o.I64_XOR: Form(step=i64_xor, operands=2, target=True),
    o.I64_SHL: Form(step=i64_shl, operands=2, target=True),
    o.I64_SHR_S: Form(step=i64_shr_s, operands=2, target=True),
    o.I64_SHR_U: Form(step=i64_shr_u, operands=2, target=True),
    o.I64_ROTL: Form(step=i64_rotl, operands=2, target=True),
    o.I64_ROTR: Form(step=i64_rotr, operands=2, target=True),
    o.F32_ADD: Form(step=f32_add, operands=2, target=True),
    o.F32_SUB: Form(step=f32_sub, operands=2, target=True),
    o.F32_MUL: Form(step=f32_mul, operands=2, target=True),
    o.F32_DIV: Form(step=f32_div, operands=2, target=True),
    o.F32_MIN: Form(step=f32_min, operands=2, target=True),
    o.F32_MAX: Form(step=f32_max, operands=2, target=True),
    o.F32_COPYSIGN: Form(step=f32_copysign, operands=2, target=True),
    o.F64_ADD: Form(step=f64_add, operands=2, target=True),
    o.F64_SUB: Form(step=f64_sub, operands=2, target=True),
    o.F64_MUL: Form(step=f64_mul, operands=2, target=True),
    o.F64_DIV: Form(step=f64_div, operands=2, target=True),
    o.F64_MIN: Form(step=f64_min, operands=2, target=True),
    o.F64_MAX: Form(step=f64_max, operands=2, target=True),
    o.F64_COPYSIGN: Form(step=f64_copysign, operands=2, target=True),
    o.I32_WRAP_I64: Form(step=i32_wrap_i64, operands=1, target=True),
    o.I32_TRUNC_F32_S: Form(step=i32_trunc_f32_s, operands=1, target=True),
    o.I32_TRUNC_F32_U: Form(step=i32_trunc_f32_u, operands=1, target=True),
    o.I32_TRUNC_F64_S: Form(step=i32_trunc_f64_s, operands=1, target=True),
    o.I32_TRUNC_F64_U: Form(step=i32_trunc_f64_u, operands=1, target=True),
    o.I64_EXTEND_I32_S: Form(step=i64_extend_i32_s, operands=1, target=True),
    o.I64_EXTEND_I32_U: Form(step=i64_extend_i32_u, operands=1, target=True),
    o.I64_TRUNC_F32_S: Form(step=i64_trunc_f32_s, operands=1, target=True),
    o.I64_TRUNC_F32_U: Form(step=i64_trunc_f32_u, operands=1, target=True),
    o.I64_TRUNC_F64_S: Form(step=i64_trunc_f64_s, operands=1, target=True),
    o.I64_TRUNC_F64_U: Form(step=i64_trunc_f64_u, operands=1, target=True),
    o.F32_CONVERT_I32_S: Form(step=f32_convert_i32_s, operands=1, target=True),
    o.F32_CONVERT_I32_U: Form(step=f32_convert_i32_u, operands=1, target=True),
    o.F32_CONVERT_I64_S: Form(step=f32_convert_i64_s, operands=1, target=True),
    o.F32_CONVERT_I64_U: Form(step=f32_convert_i64_u, operands=1, target=True),
    o.F32_DEMOTE_F64: Form(step=f32_demote_f64, operands=1, target=True),
    o.F64_CONVERT_I32_S: Form(step=f64_convert_i32_s, operands=1, target=True),
    o.F64_CONVERT_I32_U: Form(step=f64_convert_i32_u, operands=1, target=True),
    o.F64_CONVERT_I64_S: Form(step=f64_convert_i64_s, operands=1, target=True),
    o.F64_CONVERT_I64_U: Form(step=f64_convert_i64_u, operands=1, target=True),
    o.F64_PROMOTE_F32: Form(step=f64_promote_f32, operands=1, target=True),
    o.I32_TRUNC_SAT_F32_S: Form(step=i32_trunc_sat_f32_s, operands=1, target=True),
    o.I32_TRUNC_SAT_F32_U: Form(step=i32_trunc_sat_f32_u, operands=1, target=True),
    o.I32_TRUNC_SAT_F64_S: Form(step=i32_trunc_sat_f64_s, operands=1, target=True),
    o.I32_TRUNC_SAT_F64_U: Form(step=i32_trunc_sat_f64_u, operands=1, target=True),
    o.I64_TRUNC_SAT_F32_S: Form(step=i64_trunc_sat_f32_s, operands=1, target=True),
    o.I64_TRUNC_SAT_F32_U: Form(step=i64_trunc_sat_f32_u, operands=1, target=True),
    o.I64_TRUNC_SAT_F64_S: Form(step=i64_trunc_sat_f64_s, operands=1, target=True),
    o.I64_TRUNC_SAT_F64_U: Form(step=i64_trunc_sat_f64_u, operands=1, target=True),
    o.I32_REINTERPRET_F32: Form(step=i32_reinterpret_f32, operands=1, target=True),
    o.I64_REINTERPRET_F64: Form(step=i64_reinterpret_f64, operands=1, target=True),
    o.F32_REINTERPRET_I32: Form(step=f32_reinterpret_i32, operands=1, target=True),
    o.F64_REINTERPRET_I64: Form(step=f64_reinterpret_i64, operands=1, target=True),
    o.REF_NULL: Form(value=ref_null),
    o.REF_IS_NULL: Form(step=ref_is_null, operands=1, target=True),
    o.REF_AS_NON_NULL: Form(step=ref_as_non_null, operands=1, target=True),
    o.REF_FUNC: Form(value=ref_func, module=True),
    o.REF_EQ: Form(step=ref_eq_, operands=2, target=True),
    o.REF_TEST: Form(step=ref_test_, operands=1, target=True),
    o.REF_TEST_NULL: Form(step=ref_test_null, operands=1, target=True),
    o.REF_CAST: Form(step=ref_cast, operands=1, target=True),
    o.REF_CAST_NULL: Form(step=ref_cast_null, operands=1, target=True),
    o.REF_I31: Form(step=ref_i31_, operands=1, target=True),
    o.I31_GET_S: Form(step=i31_get_s, operands=1, target=True),
    o.I31_GET_U: Form(step=i31_get_u, operands=1, target=True),
    o.ANY_CONVERT_EXTERN: Form(step=any_convert_extern, operands=1, target=True),
    o.EXTERN_CONVERT_ANY: Form(step=extern_convert_any, operands=1, target=True),
    o.STRUCT_NEW: Form(step=struct_new_, length=1, target=True, module=True),
    o.STRUCT_NEW_DEFAULT: Form(step=struct_new_default_, target=True, module=True),
    o.STRUCT_GET: Form(step=struct_get, operands=1, target=True),
    o.STRUCT_GET_S: Form(step=struct_get_s, operands=1, target=True),
    o.STRUCT_GET_U: Form(step=struct_get_u, operands=1, target=True),
    o.STRUCT_SET: Form(step=struct_set, operands=2),
    o.ARRAY_NEW: Form(step=array_new_, operands=2, target=True, module=True),
    o.ARRAY_NEW_DEFAULT: Form(step=array_new_default, operands=1, target=True, module=True),
    o.ARRAY_NEW_FIXED: Form(step=array_new_fixed_, length=1, target=True, module=True),
    o.ARRAY_NEW_DATA: Form(step=array_new_data_, operands=2, target=True, module=True),
    o.ARRAY_NEW_ELEM: Form(step=array_new_elem_, operands=2, target=True, module=True),
    o.ARRAY_GET: Form(step=array_get_, operands=2, target=True),
    o.ARRAY_GET_S: Form(step=array_get_s, operands=2, target=True),
    o.ARRAY_GET_U: Form(step=array_get_u, operands=2, target=True),
    o.ARRAY_SET: Form(step=array_set_, operands=3),
    o.ARRAY_LEN: Form(step=array_len_, operands=1, target=True),
    o.ARRAY_FILL: Form(step=array_fill_, operands=4),
    o.ARRAY_COPY: Form(step=array_copy_, operands=5),
    o.ARRAY_INIT_DATA: Form(step=array_init_data_, operands=4, module=True),
    o.ARRAY_INIT_ELEM: Form(step=array_init_elem_, operands=4, module=True),
    o.V128_CONST: Form(value=v128_const),
    o.V128_NOT: Form(step=v128_not, operands=1, target=True),
    o.V128_AND: Form(step=v128_and, operands=2, target=True),
    o.V128_ANDNOT: Form(step=v128_andnot, operands=2, target=True),
    o.V128_OR: Form(step=v128_or, operands=2, target=True),
    o.V128_XOR: Form(step=v128_xor, operands=2, target=True),
    o.V128_BITSELECT: Form(step=v128_bitselect, operands=3, target=True),
    o.V128_ANY_TRUE: Form(step=v128_any_true, operands=1, target=True),
    o.I8X16_EQ: Form(step=i8x16_eq, operands=2, target=True),
    o.I8X16_NE: Form(step=i8x16_ne, operands=2, target=True),
    o.I8X16_LT_S: Form(step=i8x16_lt_s, operands=2, target=True),
    o.I8X16_LT_U: Form(step=i8x16_lt_u, operands=2, target=True),
    o.I8X16_GT_S: Form(step=i8x16_gt_s, operands=2, target=True),
    o.I8X16_GT_U: Form(step=i8x16_gt_u, operands=2, target=True),
    o.I8X16_LE_S: Form(step=i8x16_le_s, operands=2, target=True),
    o.I8X16_LE_U: Form(step=i8x16_le_u, operands=2, target=True),
    o.I8X16_GE_S: Form(step=i8x16_ge_s, operands=2, target=True),
    o.I8X16_GE_U: Form(step=i8x16_ge_u, operands=2, target=True),
    o.I16X8_EQ: Form(step=i16x8_eq, operands=2, target=True),
    o.I16X8_NE: Form(step=i16x8_ne, operands=2, target=True),
    o.I16X8_LT_S: Form(step=i16x8_lt_s, operands=2, target=True),
    o.I16X8_LT_U: Form(step=i16x8_lt_u, operands=2, target=True),
    o.I16X8_GT_S: Form(step=i16x8_gt_s, operands=2, target=True),
    o.I16X8_GT_U: Form(step=i16x8_gt_u, operands=2, target=True),
    o.I16X8_LE_S: Form(step=i16x8_le_s, operands=2, target=True),
    o.I16X8_LE_U: Form(step=i16x8_le_u, operands=2, target=True),
    o.I16X8_GE_S: Form(step=i16x8_ge_s, operands=2, target=True),
    o.I16X8_GE_U: Form(step=i16x8_ge_u, operands=2, target=True),
    o.I32X4_EQ: Form(step=i32x4_eq, operands=2, target=True),
    o.I32X4_NE: Form(step=i32x4_ne, operands=2, target=True),
    o.I32X4_LT_S: Form(step=i32x4_lt_s, operands=2, target=True),
    o.I32X4_LT_U: Form(step=i32x4_lt_u, operands=2, target=True),
    o.I32X4_GT_S: Form(step=i32x4_gt_s, operands=2, target=True),
    o.I32X4_GT_U: Form(step=i32x4_gt_u, operands=2, target=True),
    o.I32X4_LE_S: Form(step=i32x4_le_s, operands=2, target=True),
    o.I32X4_LE_U: Form(step=i32x4_le_u, operands=2, target=True),
    o.I32X4_GE_S: Form(step=i32x4_ge_s, operands=2, target=True),
    o.I32X4_GE_U: Form(step=i32x4_ge_u, operands=2, target=True),
    o.I64X2_EQ: Form(step=i64x2_eq, operands=2, target=True),
    o.I64X2_NE: Form(step=i64x2_ne, operands=2, target=True),
    o.I64X2_LT_S: Form(step=i64x2_lt_s, operands=2, target=True),
    o.I64X2_GT_S: Form(step=i64x2_gt_s, operands=2, target=True),
    o.I64X2_LE_S: Form(step=i64x2_le_s, operands=2, target=True),
    o.I64X2_GE_S: Form(step=i64x2_ge_s, operands=2, target=True),
    o.F32X4_EQ: Form(step=f32x4_eq, operands=2, target=True),
    o.F32X4_NE: Form(step=f32x4_ne, operands=2, target=True),
    o.F32X4_LT: Form(step=f32x4_lt, operands=2, target=True),
    o.F32X4_GT: Form(step=f32x4_gt, operands=2, target=True),
    o.F32X4_LE: Form(step=f32x4_le, operands=2, target=True),
    o.F32X4_GE: Form(step=f32x4_ge, operands=2, target=True),
    o.F64X2_EQ: Form(step=f64x2_eq, operands=2, target=True),
    o.F64X2_NE: Form(step=f64x2_ne, operands=2, target=True),
    o.F64X2_LT: Form(step=f64x2_lt, operands=2, target=True),
    o.F64X2_GT: Form(step=f64x2_gt, operands=2, target=True),
    o.F64X2_LE: Form(step=f64x2_le, operands=2, target=True),
    o.F64X2_GE: Form(step=f64x2_ge, operands=2, target=True),
    o.I8X16_ABS: Form(step=i8x16_abs, operands=1, target=True),
    o.I8X16_NEG: Form(step=i8x16_neg, operands=1, target=True),
    o.I8X16_POPCNT: Form(step=i8x16_popcnt, operands=1, target=True),
    o.I16X8_ABS: Form(step=i16x8_abs, operands=1, target=True),
    o.I16X8_NEG: Form(step=i16x8_neg, operands=1, target=True),
    o.I32X4_ABS: Form(step=i32x4_abs, operands=1, target=True),
    o.I32X4_NEG: Form(step=i32x4_neg, operands=1, target=True),
    o.I64X2_ABS: Form(step=i64x2_abs, operands=1, target=True),
    o.I64X2_NEG: Form(step=i64x2_neg, operands=1, target=True),
    o.F32X4_CEIL: Form(step=f32x4_ceil, operands=1, target=True),
    o.F32X4_FLOOR: Form(step=f32x4_floor, operands=1, target=True),
    o.F32X4_TRUNC: Form(step=f32x4_trunc, operands=1, target=True),
    o.F32X4_NEAREST: Form(step=f32x4_nearest, operands=1, target=True),
    o.F64X2_CEIL: Form(step=f64x2_ceil, operands=1, target=True),
    o.F64X2_FLOOR: Form(step=f64x2_floor, operands=1, target=True),
    o.F64X2_TRUNC: Form(step=f64x2_trunc, operands=1, target=True),
    o.F64X2_NEAREST: Form(step=f64x2_nearest, operands=1, target=True),
    o.F32X4_ABS: Form(step=f32x4_abs, operands=1, target=True),
    o.F32X4_NEG: Form(step=f32x4_neg, operands=1, target=True),
    o.F32X4_SQRT: Form(step=f32x4_sqrt, operands=1, target=True),
    o.F64X2_ABS: Form(step=f64x2_abs, operands=1, target=True),
    o.F64X2_NEG: Form(step=f64x2_neg, operands=1, target=True),
    o.F64X2_SQRT: Form(step=f64x2_sqrt, operands=1, target=True),
    o.I8X16_ADD: Form(step=i8x16_add, operands=2, target=True),
    o.I8X16_ADD_SAT_S: Form(step=i8x16_add_sat_s, operands=2, target=True),
    o.I8X16_ADD_SAT_U: Form(step=i8x16_add_sat_u, operands=2, target=True),
    o.I8X16_SUB: Form(step=i8x16_sub, operands=2, target=True),
    o.I8X16_SUB_SAT_S: Form(step=i8x16_sub_sat_s, operands=2, target=True),
    o.I8X16_SUB_SAT_U: Form(step=i8x16_sub_sat_u, operands=2, target=True),
    o.I8X16_MIN_S: Form(step=i8x16_min_s, operands=2, target=True),
    o.I8X16_MIN_U: Form(step=i8x16_min_u, operands=2, target=True),
    o.I8X16_MAX_S: Form(step=i8x16_max_s, operands=2, target=True),
    o.I8X16_MAX_U: Form(step=i8x16_max_u, operands=2, target=True),
    o.I8X16_AVGR_U: Form(step=i8x16_avgr_u, operands=2, target=True),
    o.I16X8_Q15MULR_SAT_S: Form(step=i16x8_q15mulr_sat_s, operands=2, target=True),
    o.I16X8_ADD: Form(step=i16x8_add, operands=2, target=True),
    o.I16X8_ADD_SAT_S: Form(step=i16x8_add_sat_s, operands=2, target=True),
    o.I16X8_ADD_SAT_U: Form(step=i16x8_add_sat_u, operands=2, target=True),
    o.I16X8_SUB: Form(step=i16x8_sub, operands=2, target=True),
    o.I16X8_SUB_SAT_S: Form(step=i16x8_sub_sat_s, operands=2, target=True),
    o.I16X8_SUB_SAT_U: Form(step=i16x8_sub_sat_u, operands=2, target=True),
    o.I16X8_MUL: Form(step=i16x8_mul, operands=2, target=True),
    o.I16X8_MIN_S: Form(step=i16x8_min_s, operands=2, target=True),
    o.I16X8_MIN_U: Form(step=i16x8_min_u, operands=2, target=True),
    o.I16X8_MAX_S: Form(step=i16x8_max_s, operands=2, target=True),
    o.I16X8_MAX_U: Form(step=i16x8_max_u, operands=2, target=True),
    o.I16X8_AVGR_U: Form(step=i16x8_avgr_u, operands=2, target=True),
    o.I32X4_ADD: Form(step=i32x4_add, operands=2, target=True),
    o.I32X4_SUB: Form(step=i32x4_sub, operands=2, target=True),
    o.I32X4_MUL: Form(step=i32x4_mul, operands=2, target=True),
    o.I32X4_MIN_S: Form(step=i32x4_min_s, operands=2, target=True),
    o.I32X4_MIN_U: Form(step=i32x4_min_u, operands=2, target=True),
    o.I32X4_MAX_S: Form(step=i32x4_max_s, operands=2, target=True),
    o.I32X4_MAX_U: Form(step=i32x4_max_u, operands=2, target=True),
    o.I64X2_ADD: Form(step=i64x2_add, operands=2, target=True),
    o.I64X2_SUB: Form(step=i64x2_sub, operands=2, target=True),
    o.I64X2_MUL: Form(step=i64x2_mul, operands=2, target=True),
    o.I16X8_RELAXED_Q15MULR_S: Form(step=i16x8_relaxed_q15mulr_s, operands=2, target=True),
    o.F32X4_ADD: Form(step=f32x4_add, operands=2, target=True),
    o.F32X4_SUB: Form(step=f32x4_sub, operands=2, target=True),
    o.F32X4_MUL: Form(step=f32x4_mul, operands=2, target=True),
    o.F32X4_DIV: Form(step=f32x4_div, operands=2, target=True),
    o.F32X4_MIN: Form(step=f32x4_min, operands=2, target=True),
    o.F32X4_MAX: Form(step=f32x4_max, operands=2, target=True),
    o.F32X4_PMIN: Form(step=f32x4_pmin, operands=2, target=True),
    o.F32X4_PMAX: Form(step=f32x4_pmax, operands=2, target=True),
    o.F64X2_ADD: Form(step=f64x2_add, operands=2, target=True),
    o.F64X2_SUB: Form(step=f64x2_sub, operands=2, target=True),
    o.F64X2_MUL: Form(step=f64x2_mul, operands=2, target=True),
    o.F64X2_DIV: Form(step=f64x2_div, operands=2, target=True),
    o.F64X2_MIN: Form(step=f64x2_min, operands=2, target=True),
    o.F64X2_MAX: Form(step=f64x2_max, operands=2, target=True),
    o.F64X2_PMIN: Form(step=f64x2_pmin, operands=2, target=True),
    o.F64X2_PMAX: Form(step=f64x2_pmax, operands=2, target=True),
    o.F32X4_RELAXED_MIN: Form(step=f32x4_relaxed_min, operands=2, target=True),
    o.F32X4_RELAXED_MAX: Form(step=f32x4_relaxed_max, operands=2, target=True),
    o.F64X2_RELAXED_MIN: Form(step=f64x2_relaxed_min, operands=2, target=True),
    o.F64X2_RELAXED_MAX: Form(step=f64x2_relaxed_max, operands=2, target=True),
    o.I8X16_RELAXED_LANESELECT: Form(step=i8x16_relaxed_laneselect, operands=3, target=True),
    o.I16X8_RELAXED_LANESELECT: Form(step=i16x8_relaxed_laneselect, operands=3, target=True),
    o.I32X4_RELAXED_LANESELECT: Form(step=i32x4_relaxed_laneselect, operands=3, target=True),
    o.I64X2_RELAXED_LANESELECT: Form(step=i64x2_relaxed_laneselect, operands=3, target=True),
    o.F32X4_RELAXED_MADD: Form(step=f32x4_relaxed_madd, operands=3, target=True),
    o.F32X4_RELAXED_NMADD: Form(step=f32x4_relaxed_nmadd, operands=3, target=True),
    o.F64X2_RELAXED_MADD: Form(step=f64x2_relaxed_madd, operands=3, target=True),
    o.F64X2_RELAXED_NMADD: Form(step=f64x2_relaxed_nmadd, operands=3, target=True),
    o.I8X16_SHL: Form(step=i8x16_shl, operands=2, target=True),
    o.I8X16_SHR_S: Form(step=i8x16_shr_s, operands=2, target=True),
    o.I8X16_SHR_U: Form(step=i8x16_shr_u, operands=2, target=True),
    o.I16X8_SHL: Form(step=i16x8_shl, operands=2, target=True),
    o.I16X8_SHR_S: Form(step=i16x8_shr_s, operands=2, target=True),
    o.I16X8_SHR_U: Form(step=i16x8_shr_u, operands=2, target=True),
    o.I32X4_SHL: Form(step=i32x4_shl, operands=2, target=True),
    o.I32X4_SHR_S: Form(step=i32x4_shr_s, operands=2, target=True),
    o.I32X4_SHR_U: Form(step=i32x4_shr_u, operands=2, target=True),
    o.I64X2_SHL: Form(step=i64x2_shl, operands=2, target=True),
    o.I64X2_SHR_S: Form(step=i64x2_shr_s, operands=2, target=True),
    o.I64X2_SHR_U: Form(step=i64x2_shr_u, operands=2, target=True),
    o.I8X16_ALL_TRUE: Form(step=i8x16_all_true, operands=1, target=True),
    o.I16X8_ALL_TRUE: Form(step=i16x8_all_true, operands=1, target=True),
    o.I32X4_ALL_TRUE: Form(step=i32x4_all_true, operands=1, target=True),
    o.I64X2_ALL_TRUE: Form(step=i64x2_all_true, operands=1, target=True),
    o.I8X16_BITMASK: Form(step=i8x16_bitmask, operands=1, target=True),
    o.I16X8_BITMASK: Form(step=i16x8_bitmask, operands=1, target=True),
    o.I32X4_BITMASK: Form(step=i32x4_bitmask, operands=1, target=True),
    o.I64X2_BITMASK: Form(step=i64x2_bitmask, operands=1, target=True),
    o.I8X16_SWIZZLE: Form(step=i8x16_swizzle, operands=2, target=True),
    o.I8X16_RELAXED_SWIZZLE: Form(step=i8x16_relaxed_swizzle, operands=2, target=True),
    o.I8X16_SHUFFLE: Form(step=i8x16_shuffle, operands=2, target=True),
    o.I8X16_SPLAT: Form(step=i8x16_splat, operands=1, target=True),
    o.I16X8_SPLAT: Form(step=i16x8_splat, operands=1, target=True),
    o.I32X4_SPLAT: Form(step=i32x4_splat, operands=1, target=True),
    o.I64X2_SPLAT: Form(step=i64x2_splat, operands=1, target=True),
    o.F32X4_SPLAT: Form(step=f32x4_splat, operands=1, target=True),
    o.F64X2_SPLAT: Form(step=f64x2_splat, operands=1, target=True),
    o.I8X16_EXTRACT_LANE_S: Form(step=i8x16_extract_lane_s, operands=1, target=True),
    o.I8X16_EXTRACT_LANE_U: Form(step=i8x16_extract_lane_u, operands=1, target=True),
    o.I16X8_EXTRACT_LANE_S: Form(step=i16x8_extract_lane_s, operands=1, target=True),
    o.I16X8_EXTRACT_LANE_U: Form(step=i16x8_extract_lane_u, operands=1, target=True),
    o.I32X4_EXTRACT_LANE: Form(step=i32x4_extract_lane, operands=1, target=True),
    o.I64X2_EXTRACT_LANE: Form(step=i64x2_extract_lane, operands=1, target=True),
    o.F32X4_EXTRACT_LANE: Form(step=f32x4_extract_lane, operands=1, target=True),
    o.F64X2_EXTRACT_LANE: Form(step=f64x2_extract_lane, operands=1, target=True),
    o.I8X16_REPLACE_LANE: Form(step=i8x16_replace_lane, operands=2, target=True),
    o.I16X8_REPLACE_LANE: Form(step=i16x8_replace_lane, operands=2, target=True),
    o.I32X4_REPLACE_LANE: Form(step=i32x4_replace_lane, operands=2, target=True),
    o.I64X2_REPLACE_LANE: Form(step=i64x2_replace_lane, operands=2, target=True),
    o.F32X4_REPLACE_LANE: Form(step=f32x4_replace_lane, operands=2, target=True),
    o.F64X2_REPLACE_LANE: Form(step=f64x2_replace_lane, operands=2, target=True),
    o.I8X16_NARROW_I16X8_S: Form(step=i8x16_narrow_i16x8_s, operands=2, target=True),
    o.I8X16_NARROW_I16X8_U: Form(step=i8x16_narrow_i16x8_u, operands=2, target=True),
    o.I16X8_NARROW_I32X4_S: Form(step=i16x8_narrow_i32x4_s, operands=2, target=True),
    o.I16X8_NARROW_I32X4_U: Form(step=i16x8_narrow_i32x4_u, operands=2, target=True),
    o.I16X8_EXTEND_LOW_I8X16_S: Form(step=i16x8_extend_low_i8x16_s, operands=1, target=True),
    o.I16X8_EXTEND_HIGH_I8X16_S: Form(step=i16x8_extend_high_i8x16_s, operands=1, target=True),
    o.I16X8_EXTEND_LOW_I8X16_U: Form(step=i16x8_extend_low_i8x16_u, operands=1, target=True),
    o.I16X8_EXTEND_HIGH_I8X16_U: Form(step=i16x8_extend_high_i8x16_u, operands=1, target=True),
    o.I32X4_EXTEND_LOW_I16X8_S: Form(step=i32x4_extend_low_i16x8_s, operands=1, target=True),
    o.I32X4_EXTEND_HIGH_I16X8_S: Form(step=i32x4_extend_high_i16x8_s, operands=1, target=True),
    o.I32X4_EXTEND_LOW_I16X8_U: Form(step=i32x4_extend_low_i16x8_u, operands=1, target=True),
    o.I32X4_EXTEND_HIGH_I16X8_U: Form(step=i32x4_extend_high_i16x8_u, operands=1, target=True),
    o.I64X2_EXTEND_LOW_I32X4_S: Form(step=i64x2_extend_low_i32x4_s, operands=1, target=True),
    o.I64X2_EXTEND_HIGH_I32X4_S: Form(step=i64x2_extend_high_i32x4_s, operands=1, target=True),
    o.I64X2_EXTEND_LOW_I32X4_U: Form(step=i64x2_extend_low_i32x4_u, operands=1, target=True),
    o.I64X2_EXTEND_HIGH_I32X4_U: Form(step=i64x2_extend_high_i32x4_u, operands=1, target=True),
    o.F32X4_CONVERT_I32X4_S: Form(step=f32x4_convert_i32x4_s, operands=1, target=True),
    o.F32X4_CONVERT_I32X4_U: Form(step=f32x4_convert_i32x4_u, operands=1, target=True),
    o.F64X2_CONVERT_LOW_I32X4_S: Form(step=f64x2_convert_low_i32x4_s, operands=1, target=True),
    o.F64X2_CONVERT_LOW_I32X4_U: Form(step=f64x2_convert_low_i32x4_u, operands=1, target=True),
    o.I32X4_TRUNC_SAT_F32X4_S: Form(step=i32x4_trunc_sat_f32x4_s, operands=1, target=True),
    o.I32X4_TRUNC_SAT_F32X4_U: Form(step=i32x4_trunc_sat_f32x4_u, operands=1, target=True),
    o.I32X4_TRUNC_SAT_F64X2_S_ZERO: Form(
        step=i32x4_trunc_sat_f64x2_s_zero,
        operands=1,
        target=True,
    ),
    o.I32X4_TRUNC_SAT_F64X2_U_ZERO: Form(
        step=i32x4_trunc_sat_f64x2_u_zero,
        operands=1,
        target=True,
    ),
    o.I32X4_RELAXED_TRUNC_F32X4_S: Form(step=i32x4_relaxed_trunc_f32x4_s, operands=1, target=True),
    o.I32X4_RELAXED_TRUNC_F32X4_U: Form(step=i32x4_relaxed_trunc_f32x4_u, operands=1, target=True),
    o.I32X4_RELAXED_TRUNC_F64X2_S_ZERO: Form(
        step=i32x4_relaxed_trunc_f64x2_s_zero,
        operands=1,
        target=True,
    ),
    o.I32X4_RELAXED_TRUNC_F64X2_U_ZERO: Form(
        step=i32x4_relaxed_trunc_f64x2_u_zero,
        operands=1,
        target=True,
    ),
    o.F32X4_DEMOTE_F64X2_ZERO: Form(step=f32x4_demote_f64x2_zero, operands=1, target=True),
    o.F64X2_PROMOTE_LOW_F32X4: Form(step=f64x2_promote_low_f32x4, operands=1, target=True),
    o.I16X8_EXTADD_PAIRWISE_I8X16_S: Form(
        step=i16x8_extadd_pairwise_i8x16_s,
        operands=1,
        target=True,
    ),
    o.I16X8_EXTADD_PAIRWISE_I8X16_U: Form(
        step=i16x8_extadd_pairwise_i8x16_u,
        operands=1,
        target=True,
    ),
    o.I32X4_EXTADD_PAIRWISE_I16X8_S: Form(
        step=i32x4_extadd_pairwise_i16x8_s,
        operands=1,
        target=True,
    ),
    o.I32X4_EXTADD_PAIRWISE_I16X8_U: Form(
        step=i32x4_extadd_pairwise_i16x8_u,
        operands=1,
        target=True,
    ),
    o.I16X8_EXTMUL_LOW_I8X16_S: Form(step=i16x8_extmul_low_i8x16_s, operands=2, target=True),
    o.I16X8_EXTMUL_HIGH_I8X16_S: Form(step=i16x8_extmul_high_i8x16_s, operands=2, target=True),
    o.I16X8_EXTMUL_LOW_I8X16_U: Form(step=i16x8_extmul_low_i8x16_u, operands=2, target=True),
    o.I16X8_EXTMUL_HIGH_I8X16_U: Form(step=i16x8_extmul_high_i8x16_u, operands=2, target=True),
    o.I32X4_EXTMUL_LOW_I16X8_S: Form(step=i32x4_extmul_low_i16x8_s, operands=2, target=True),
    o.I32X4_EXTMUL_HIGH_I16X8_S: Form(step=i32x4_extmul_high_i16x8_s, operands=2, target=True),
    o.I32X4_EXTMUL_LOW_I16X8_U: Form(step=i32x4_extmul_low_i16x8_u, operands=2, target=True),
    o.I32X4_EXTMUL_HIGH_I16X8_U: Form(step=i32x4_extmul_high_i16x8_u, operands=2, target=True),
    o.I64X2_EXTMUL_LOW_I32X4_S: Form(step=i64x2_extmul_low_i32x4_s, operands=2, target=True),
    o.I64X2_EXTMUL_HIGH_I32X4_S: Form(step=i64x2_extmul_high_i32x4_s, operands=2, target=True),
    o.I64X2_EXTMUL_LOW_I32X4_U: Form(step=i64x2_extmul_low_i32x4_u, operands=2, target=True),
    o.I64X2_EXTMUL_HIGH_I32X4_U: Form(step=i64x2_extmul_high_i32x4_u, operands=2, target=True),
    o.I32X4_DOT_I16X8_S: Form(step=i32x4_dot_i16x8_s, operands=2, target=True),
    o.I16X8_RELAXED_DOT_I8X16_I7X16_S: Form(
        step=i16x8_relaxed_dot_i8x16_i7x16_s,
        operands=2,
        target=True,
    ),
    o.I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S: Form(
        step=i32x4_relaxed_dot_i8x16_i7x16_add_s,
        operands=3,
        target=True,
    ),
}
