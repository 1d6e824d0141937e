"""The table against SpecTec, on a standard of our own; and on the real one where it is given."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.grammar import GrammarError
from codegen.signature import Immediate
from codegen.spectec import COLUMNS, Comparison, compare, read_spectec
from codegen.spectec_data import (
    BINARY,
    DEVIATIONS,
    EXECUTION,
    FOLDER,
    TEXT,
    VALIDATION,
    Deviation,
)
from codegen.table import Row, Table
from tests.codegen.conftest import Load

GIVEN = os.environ.get("REFWASM_SPECTEC", "")

TABLE = """
- {rule: rest, feature: one, exec: "trap('rest')", instructions: {rest: {opcode: 0x00}}}
- {rule: glue, feature: one, constant: true, instructions: {u9.glue_s: {opcode: [0xFE, 300]}}}
- {rule: fetch-it, feature: one, immediates: "m:memarg(32)", instructions: {fetch: {opcode: 0x21}}}
- {rule: hop, feature: one, immediates: "x:tableidx y:typeidx", binary: "y x",
   instructions: {hop: {opcode: 0x22}}}
- {rule: leap, feature: one, immediates: "l:labelidx rt1:reftype rt2:reftype",
   binary: "cast(l rt1 rt2)", instructions: {leap: {opcode: 0x23}}}
- {rule: is, feature: one, immediates: "ht:heaptype", text: reftype, exec: "{nullable}",
   instructions: {is: {opcode: 0x24, nullable: false}, is null: {opcode: 0x25, nullable: true}}}
- {rule: pick, feature: one, instructions: {pick: {opcode: 0x26}}}
- {rule: pick, feature: one, immediates: "ts:resulttypes",
   instructions: {pick t: {opcode: 0x27}}}
- {rule: fork, feature: one, immediates: "bt:blocktype", instructions: {fork: {opcode: 0x28}}}
- {rule: else, feature: one, closes: true, instructions: {else: {opcode: 0x05}}}
- {rule: end, feature: one, closes: true, instructions: {end: {opcode: 0x0B}}}
- {rule: lump, feature: one, immediates: "c:v128", instructions: {lump: {opcode: 0x29}}}
- {rule: later, feature: threads, instructions: {later: {opcode: 0x77}}}
"""
FILES = {
    BINARY: """
grammar Binstr/a : instr =
  | 0x00 => REST
  | 0xFE 300:Bu32 => GLUE U9 (GLUE S)
  | 0x21 (x,ao):Bmemarg => FETCH x ao
  | 0x22 y:Btypeidx x:Btableidx => HOP x (_IDX y)
  | 0x23 (a?, b?):Bcastop l:Blabelidx p:Bheaptype q:Bheaptype => LEAP l (REF a? p) (REF b? q)
  | 0x24 p:Bheaptype => IS (REF p)
  | 0x25 p:Bheaptype => IS (REF NULL p)
  | ...
grammar Binstr/b : instr = ...
  | 0x26 => PICK
  | 0x27 t*:Blist(Bvaltype) => PICK t*
  | 0x28 bt:Bblocktype (in:Binstr)* 0x0B => FORK bt in* ELSE eps
  | 0x28 bt:Bblocktype (i:Binstr)* 0x05 (j:Binstr)* 0x0B => FORK bt i* ELSE j*
  | 0x29 (b:Bbyte)^16 => LUMP $inv_ibytes_(`9, (b)^16)
grammar Bother : other = 0x00 => NO
""",
    TEXT: """
grammar Tplaininstr_(I)/a : instr =
  | "rest" => REST
  | "u9.glue_s" => GLUE U9 GLUE S
  | "fetch" x:Tmemidx_(I) ao:Tmemarg_(4) => FETCH x ao
  | "fetch" Tmemarg_(4) == "fetch" "0" Tmemarg_(4)
  | "hop" x:Ttableidx_(I) (y,J):Ttypeuse_(I) => HOP x $($(_IDX y))
    -- if J = {}
  | "leap" l:Tlabelidx_(I) p:Treftype_(I) q:Treftype_(I) => LEAP l p q
  | "is" r:Treftype_(I) => IS r
  | "pick" (t*:Tresult_(I)*)? => PICK (t*)?
  | "lump" "i8x16" c*:Ti8^16 => LUMP $inv_ibytes_(9, $concat(c)*)
grammar Tblockinstr_(I) : instr =
  | "fork" (n?,J):Tlabel_(I) bt:Tblocktype_(I) i*:Tinstrs_(J) "else" n_1?:Tid?
    j*:Tinstrs_(J) "end" n_2?:Tid? => FORK bt i* ELSE j*
    ----
    -- if n_1? = n? \\/ n_2? = n?
""",
    VALIDATION: "".join(
        f"rule {name}: x\n"
        for name in (
            *("Instr_ok/rest", "Instr_ok/glue", "Instr_ok/fetch-it", "Instr_ok/hop"),
            *("Instr_ok/leap", "Instr_ok/is", "Instr_ok/pick-one", "Instr_ok/fork"),
            *("Instr_ok/lump", "Instr_const/glue", "Other/any"),
        )
    ),
    EXECUTION: "".join(
        f"rule {name}: x ~> y -- if TRAP\n"
        for name in (
            *(
                "Step_pure/rest: REST ~> TRAP\nrule Step_pure/rest-not",
                "Step_pure/glue-late",
                "Step_read/fetch-it-oob",
                "Step/hop",
            ),
            *("Step/leap-far", "Step_pure/is", "Step/pick", "Step/fork-a", "Step/fork-b"),
            *("Step/lump", "Step/ctxt-own", "Steps/more"),
        )
    ),
}
Change = tuple[str, str, str]


@pytest.fixture
def own(load: Load) -> Table:
    return load(TABLE)


@pytest.fixture
def standard(tmp_path: Path) -> Callable[..., Path]:
    """Write a checkout of the standard, in whose files some texts are replaced."""

    def write(*changes: Change) -> Path:
        folder = tmp_path / "standard" / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in FILES.items():
            for file, old, new in changes:
                assert file != name or old in text
                text = text.replace(old, new) if file == name else text
            (folder / name).write_text(text, encoding="utf-8")
        return tmp_path / "standard"

    return write


def test_all_rows_are_equal(own: Table, standard: Callable[..., Path]) -> None:
    result = compare(own, read_spectec(standard()))
    assert result.differences == ()
    assert str(result).startswith("13/13 rows equal SpecTec: keyword, rule, ")


def test_what_is_not_compared_is_named(own: Table, standard: Callable[..., Path]) -> None:
    fork, later, *others, abbreviations, rest = compare(own, read_spectec(standard())).apart
    assert fork.startswith(f"0x28: {BINARY}:14: 'FORK <blocktype> <body> ELSE' is made by one")
    assert later == "later: of no edition, so not in SpecTec"
    values, total, reduced, steps = others
    assert values.startswith("const vconst: values")
    assert total.startswith("traps of unop vunop ")
    assert reduced.startswith("traps of call_indirect ")
    assert steps.startswith("1 steps of contexts (ctxt-own)")
    assert abbreviations.startswith("1 abbreviations")
    assert rest.startswith("types, premises and reductions")


def placed(table: Table, line: str) -> str:
    """`line`, after the place in the table of the row that it begins with, if that is marked by an @."""
    key = line.removeprefix("@").partition(":")[0]
    return f"opcodes.yaml:{table.row(key).line}: {line[1:]}" if line[0] == "@" else line


@pytest.mark.parametrize(
    ("change", "differences"),
    [
        ((BINARY, "0x00 => REST", "0x01 => REST"),
         ["@rest: 0x00 is in the table alone", "rest: 0x01 is in SpecTec alone"]),
        ((BINARY, "300:", "301:"),
         ["@u9.glue_s: 0xFE 300 is in the table alone", "u9.glue_s: 0xFE 301 is in SpecTec alone"]),
        ((TEXT, '"rest"', '"sleep"'), ["@rest: keyword is 'rest', in SpecTec 'sleep'"]),
        ((TEXT, '"else"', '"otherwise"'), ["@else: keyword is 'else', in SpecTec 'otherwise'"]),
        ((TEXT, '"fetch" x', '"get" x'), ["@fetch: keyword is 'fetch', in SpecTec 'get'"]),
        ((TEXT, '  | "is"', '  | "isa" r:Treftype_(I) => IS r\n  | "is"'),
         ["@is: keyword is 'is', in SpecTec 'is or isa'",
          "@is null: keyword is 'is', in SpecTec 'is or isa'"]),
        ((TEXT, "ao:Tmemarg_(4)", "ao:Tmemarg_(8)"),
         ["@fetch: text is 'memidx memarg(4)', in SpecTec 'memidx memarg(8)'"]),
        ((BINARY, "y:Btypeidx x:Btableidx", "x:Btableidx y:Btypeidx"),
         ["@hop: binary is 'typeidx tableidx', in SpecTec 'tableidx typeidx'"]),
        ((BINARY, "IS (REF p)", "IS (REF NULL p)"),
         ["@is: nullable is 'False', in SpecTec 'True'"]),
        ((TEXT, "r:Treftype_(I) => IS", "r:Theaptype_(I) => IS"),
         ["@is: 0x24 is in the table alone", "@is null: 0x25 is in the table alone",
          f"0x24: {BINARY}:8: 'IS <reftype>' is made by one format alone",
          f"0x25: {BINARY}:9: 'IS <reftype>' is made by one format alone",
          f"is: {TEXT}:10: 'IS <heaptype>' is made by one format alone"]),
        ((TEXT, '  | "is"', '  | "snooze" => SNOOZE\n  | "is"'),
         [f"snooze: {TEXT}:10: 'SNOOZE' is made by one format alone"]),
        ((VALIDATION, "Instr_ok/rest", "Instr_ok/nap"),
         ["rest: Instr_ok/rest is not in SpecTec", "nap: Instr_ok/nap is no rule of the table"]),
        ((VALIDATION, "Instr_const/glue", "Instr_const/hop"),
         ["glue: Instr_const/glue is not in SpecTec",
          "hop: Instr_const/hop is no rule of the table"]),
        ((EXECUTION, "Step/hop", "Step/hopper"),
         ["hop: Step/hop is not in SpecTec", "hopper: Step/hopper is no rule of the table"]),
        ((EXECUTION, "REST ~> TRAP", "TRAP ~> REST"),
         ["rest: trap of Step/rest is not in SpecTec"]),
        ((EXECUTION, "Step/hop: x ~> y", "Step/hop: z ~> z; TRAP"),
         ["hop: trap of Step/hop is no rule of the table"]),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_every_difference_is_named(
    own: Table, standard: Callable[..., Path], change: Change, differences: list[str]
) -> None:
    found = list(compare(own, read_spectec(standard(change))).differences)
    assert found == [placed(own, line) for line in differences]


def test_a_rule_by_another_name_is_named(own: Table, standard: Callable[..., Path]) -> None:
    changes = (BINARY, "=> REST", "=> NAP"), (TEXT, "=> REST", "=> NAP")
    differences = compare(own, read_spectec(standard(*changes))).differences
    assert differences == (placed(own, "@rest: rule is 'rest', in SpecTec 'nap'"),)


def _extra(row: Row) -> Row:
    extra = Immediate("extra", "u32")
    binary = f"{row.binary[:-1]} extra)" if row.binary else None
    return replace(row, immediates=(*row.immediates, extra), binary=binary)


def _renamed(row: Row) -> Row:
    return replace(row, keyword=f"{row.keyword}x")


@pytest.mark.parametrize("mutate", [_extra, _renamed, lambda r: replace(r, code=r.code + 400)])
def test_a_mutation_of_any_row_is_found(
    own: Table, standard: Callable[..., Path], mutate: Callable[[Row], Row]
) -> None:
    spectec = read_spectec(standard())
    for row in own.rows[:-1]:
        mutant = replace(own, rows=tuple(mutate(r) if r is row else r for r in own.rows))
        result = compare(mutant, spectec)
        named = placed(own, f"@{row.key}: ")
        assert any(d.startswith(named) for d in result.differences), row.key
        assert result.equal == 12


def test_a_deviation_is_accepted_with_its_reason(
    own: Table, standard: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    deviation = Deviation("rest", "keyword", "sleep", "we do not sleep")
    monkeypatch.setattr("codegen.spectec.DEVIATIONS", (deviation,))
    result = compare(own, read_spectec(standard((TEXT, '"rest"', '"sleep"'))))
    assert (result.differences, result.equal) == ((), 13)
    expected = "rest: keyword is 'rest', in SpecTec 'sleep': we do not sleep"
    assert result.apart[0] == expected


@pytest.mark.parametrize("keyword", ["rest", "nap"])
def test_a_deviation_needs_its_difference(
    own: Table, standard: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, keyword: str
) -> None:
    deviation = Deviation("rest", "keyword", "sleep", "we do not sleep")
    monkeypatch.setattr("codegen.spectec.DEVIATIONS", (deviation,))
    result = compare(own, read_spectec(standard((TEXT, '"rest"', f'"{keyword}"'))))
    assert "rest: the deviation for keyword is not needed" in result.differences


def test_deviations_have_reasons() -> None:
    assert all(d.reason and d.column in COLUMNS for d in DEVIATIONS)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (None, f"not a checkout of the standard: no {FOLDER}/{BINARY}"),
        ((TEXT, "grammar T", "grammar S"), "its grammars have no instruction in common"),
        ((TEXT, "(n?,J)", "((n?,J)"), f"{TEXT}:14: a parenthesis is not closed"),
    ],
)
def test_a_foreign_directory_is_one_line(
    tmp_path: Path,
    standard: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
    change: Change | None,
    wrong: str,
) -> None:
    directory = standard(change) if change else tmp_path / "none"
    with pytest.raises(GrammarError, match="^[^\n]*$") as error:
        read_spectec(directory)
    assert str(error.value).endswith(wrong)
    assert main(["--spectec", str(directory)]) == 1
    assert capsys.readouterr().err == f"{error.value}\n"


def test_the_command_says_all_and_fails_on_a_difference(
    standard: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--spectec", str(standard())]) == 1
    captured = capsys.readouterr()
    assert ": unreachable: keyword is 'unreachable', in SpecTec 'rest'\n" in captured.err
    assert "\nnot compared: types, premises and reductions" in captured.out


@pytest.mark.skipif(not GIVEN, reason="REFWASM_SPECTEC names no checkout of the standard")
def test_the_table_equals_the_standard(table: Table) -> None:
    result: Comparison = compare(table, read_spectec(Path(GIVEN)))
    assert result.differences == ()
    assert result.equal == result.total == 499
