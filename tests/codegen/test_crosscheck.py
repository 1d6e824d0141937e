"""The table against the standard's index: equal as it stands, and no difference goes unseen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from codegen.crosscheck import COLUMNS, DATA, HEAD, Cells, Result, crosscheck, read_index
from codegen.crosscheck_data import ERRATA, FORMS, Erratum
from codegen.signature import Immediate, parse_signature
from codegen.table import EDITIONS, Row, Table, TableError

PROPOSALS = 5


@pytest.fixture(scope="module")
def index() -> dict[str, Cells]:
    return read_index(Path(__file__).parents[2] / "spec" / "instructions.csv")


def test_the_table_equals_the_index(table: Table, index: dict[str, Cells]) -> None:
    result = crosscheck(table, index)
    assert result.differences == ()
    assert str(result) == f"499/499 rows equal the index, {PROPOSALS} of proposals apart"


def _stack(row: Row) -> Row:
    stack = f"extra:i32 {row.stack}" if row.stack else "->"
    return replace(row, stack=stack, signature=parse_signature(stack), closes=False)


def _operator(row: Row) -> Row:
    other = "iadd" if row.params.get("fn") != "iadd" else "isub"
    return replace(row, params={**row.params, "fn": other}, closes=False)


MUTATIONS: dict[str, Callable[[Row], Row]] = {
    "keyword": lambda row: replace(row, keyword=f"{row.keyword}x"),
    "immediates": lambda row: replace(
        row, text=None, immediates=(*row.immediates, Immediate("extra", "u32"))
    ),
    "opcode": lambda row: replace(row, code=row.code + 1),
    "since": lambda row: replace(row, since={"1": "2"}.get(row.since, "1")),
    "type": _stack,
    "validation": lambda row: replace(row, validation=f"{row.validation}x", closes=False),
    "execution": lambda row: replace(row, execution=f"{row.execution}x", closes=False),
    "operator": _operator,
}


@pytest.mark.parametrize("column", MUTATIONS)
def test_every_mutation_of_every_row_is_named(
    table: Table, index: dict[str, Cells], column: str
) -> None:
    # Rows are compared one by one, so that all can be mutated at once.
    rows = [row for row in table.rows if row.since in EDITIONS]
    mutants = tuple(MUTATIONS[column](row) for row in rows)
    result = crosscheck(replace(table, rows=mutants), index)
    named = [key for key, _, wrong in partitions(result) if wrong.startswith(f"{column} is ")]
    assert sorted(named) == sorted(row.key for row in rows)
    assert result.equal == 0


@pytest.mark.parametrize("column", MUTATIONS)
@pytest.mark.parametrize("key", ["block", "i32.add", "v128.load8_lane", "i64x2.extend_low_i32x4_u"])
def test_a_mutation_is_found_in_its_row_alone(
    table: Table, index: dict[str, Cells], key: str, column: str
) -> None:
    rows = (MUTATIONS[column](row) if row.key == key else row for row in table.rows)
    result = crosscheck(replace(table, rows=tuple(rows)), index)
    assert {name for name, _, _ in partitions(result)} == {key}
    assert result.equal == 498


def partitions(result: Result) -> list[tuple[str, str, str]]:
    """The key of each difference of a row, and what differs."""
    return [d.partition(": ")[2].partition(": ") for d in result.differences if DATA not in d]


def test_functions_read_the_sign_that_the_keyword_tells(
    table: Table, index: dict[str, Cells]
) -> None:
    other = {"s": "u", "u": "s"}
    rows = [row for row in table.rows if re.search(r"_[su]\b", row.exec)]
    signed = {row.key for row in rows if re.search(r"_[su](_|$)", row.keyword)}
    mutants = tuple(
        replace(row, exec=re.sub(r"_([su])\b", lambda m: f"_{other[m[1]]}", row.exec))
        for row in rows
    )
    result = crosscheck(replace(table, rows=mutants), index)
    found = {line.split(": ")[1] for line in result.differences if "operator is" in line}
    assert len(signed) > 150
    assert found >= {key for key in signed if index[key]["operator"]}


def test_mutations_cover_all_columns() -> None:
    assert set(MUTATIONS) == set(COLUMNS)


def test_a_missing_row_is_named_on_either_side(table: Table, index: dict[str, Cells]) -> None:
    fewer = replace(table, rows=tuple(r for r in table.rows if r.key != "i32.add"))
    (found,) = crosscheck(fewer, index).differences
    assert re.fullmatch(r"instructions\.csv:\d+: i32\.add: in the index, not in the table", found)
    cells = {key: value for key, value in index.items() if key != "i32.add"}
    (found,) = crosscheck(table, cells).differences
    line = table.row("i32.add").line
    assert found == f"opcodes.yaml:{line}: i32.add: in the table, not in the index"


def test_rows_of_proposals_are_counted_apart(table: Table, index: dict[str, Cells]) -> None:
    row = replace(table.row("i32.add"), key="i32.atomic.add", since="threads")
    result = crosscheck(replace(table, rows=(*table.rows, row)), index)
    assert str(result) == f"499/499 rows equal the index, {PROPOSALS + 1} of proposals apart"


@pytest.mark.parametrize("erratum", ERRATA, ids=lambda e: f"{e.keys[0]} {e.column}")
def test_an_erratum_that_is_no_longer_needed_is_an_error(
    table: Table, index: dict[str, Cells], erratum: Erratum
) -> None:
    for key in erratum.keys:
        mended = {**index, key: {**index[key], erratum.column: erratum.right}}
        wrong = f"{DATA}: {key}: the erratum for {erratum.column} is no longer needed"
        assert crosscheck(table, mended).differences == (wrong,)
    assert erratum.reason and erratum.index != erratum.right


def test_a_correspondence_that_no_row_needs_is_an_error(
    table: Table, index: dict[str, Cells], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMS, ("drop", "v:u ->"), "[t] -> []")
    assert crosscheck(table, index).differences == (f"{DATA}: drop: no row has the type 'v:u ->'",)


HEADING = ",".join(HEAD)
NOP = "nop,01,1.0,[] -> [],valid-nop,exec-nop,"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (f"{HEADING}\n{NOP}\n{NOP}\n", "3: nop: stated twice"),
        ("", "1: -: there is no column 'instruction'"),
        (HEADING.replace("type", "typo"), "1: -: there is no column 'type'"),
        (f"{HEADING}\n{NOP}x,y\n", "2: nop: 8 cells, where the first line has 7"),
        (f"{HEADING}\nnop,01\n", "2: nop: 2 cells, where the first line has 7"),
        (f"{HEADING}\n\n", "2: -: 0 cells, where the first line has 7"),
        (f'{HEADING}\n"nop,01', "2: -: unexpected end of data"),
        (f'{HEADING}\n"a"b,01\n', "2: -: ',' expected after '\"'"),
    ],
)
def test_an_index_that_is_none_is_one_line(tmp_path: Path, text: str, error: str) -> None:
    path = tmp_path / "index.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        read_index(path)
    assert str(caught.value) == f"index.csv:{error}"
