"""Which rows are sources of nondeterminism, by what the standard says of operators."""

from __future__ import annotations

from refwasm.oracle.sources import GROWTHS, NANS, RELAXATIONS, WIDTHS


def test_rows_that_may_give_nans() -> None:
    names = {op.name for op in NANS}
    arithmetic = (
        "add",
        "sub",
        "mul",
        "div",
        "min",
        "max",
        "sqrt",
        "ceil",
        "floor",
        "trunc",
        "nearest",
    )
    assert names == {
        *(f"{t}.{name}" for t in WIDTHS for name in arithmetic),
        *(
            f"{t}.relaxed_{name}"
            for t in ("f32x4", "f64x2")
            for name in ("min", "max", "madd", "nmadd")
        ),
        *("f32.demote_f64", "f64.promote_f32"),
        *("f32x4.demote_f64x2_zero", "f64x2.promote_low_f32x4"),
    }


def test_the_other_rows() -> None:
    assert {op.name for op in GROWTHS} == {"memory.grow", "table.grow"}
    assert all("relaxed" in op.name for op in RELAXATIONS)
    assert len(RELAXATIONS) == 20
