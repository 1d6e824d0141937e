"""The table against SpecTec's grammars and names of rules, in a checkout of the standard.

They are another source than the standard's index: what they say is read from the productions by
which the binary and the text format make the same instruction.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from codegen.grammar import GrammarError, Grammars, Rule, read_grammars, read_rules
from codegen.signature import Immediate
from codegen.spectec_data import (
    ADMINISTRATIVE,
    BINARY,
    DEVIATIONS,
    EXECUTION,
    EXECUTIONS,
    FOLDER,
    REDUCED,
    TEXT,
    TOTAL,
    VALIDATION,
    VALUES,
)
from codegen.spectec_pairs import Form, Opcode, Pair, Pairs, forms, pair
from codegen.table import EDITIONS, Row, Table

COLUMNS = ("keyword", "rule", "immediates", "binary", "text", "nullable")
Cells = dict[str, str]


@dataclass(frozen=True)
class SpecTec:
    """What a checkout says of instructions."""

    pairs: Pairs
    abbreviations: int
    validation: frozenset[str]  # the names of the rules for instructions
    constant: frozenset[str]
    execution: frozenset[str]
    trapping: frozenset[str]  # of the rules for execution, those that end in a trap


@dataclass(frozen=True)
class Comparison:
    """How many rows equal SpecTec, what differs, and what cannot be compared and why."""

    equal: int
    total: int
    differences: tuple[str, ...]
    apart: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.equal}/{self.total} rows equal SpecTec: {', '.join(COLUMNS)}"


def read_spectec(directory: Path) -> SpecTec:
    """What is to be compared in a checkout of the standard; `GrammarError` if it is none."""
    folder = directory / FOLDER
    missing = [n for n in (BINARY, TEXT, VALIDATION, EXECUTION) if not os.path.isfile(folder / n)]
    if missing:
        wrong = f"{directory}: not a checkout of the standard: no {FOLDER}/{missing[0]}"
        raise GrammarError(wrong)
    binary, text = read_grammars(folder / BINARY), read_grammars(folder / TEXT)
    pairs = _pairs(directory, binary, text)
    rules = read_rules(folder / VALIDATION)
    steps = [r for r in read_rules(folder / EXECUTION) if r.relation.partition("_")[0] == "Step"]
    return SpecTec(
        pairs,
        binary.abbreviations + text.abbreviations,
        frozenset(rule.name for rule in rules if rule.relation == "Instr_ok"),
        frozenset(rule.name for rule in rules if rule.relation == "Instr_const"),
        frozenset(rule.name for rule in steps),
        frozenset(rule.name for rule in steps if _traps(rule)),
    )


def _pairs(directory: Path, binary: Grammars, text: Grammars) -> Pairs:
    pairs = pair(forms(binary.productions), forms(text.productions))
    if not pairs.pairs:
        raise GrammarError(f"{directory}: its grammars have no instruction in common")
    return pairs


def _traps(rule: Rule) -> bool:
    """Whether what a rule reduces to is a trap."""
    arrow = max((i for i, text in enumerate(rule.conclusion) if text == "~"), default=-1)
    return arrow >= 0 and "TRAP" in rule.conclusion[arrow:]


def compare(table: Table, spectec: SpecTec) -> Comparison:
    """Compare all rows of editions, and all that SpecTec has, one by one and both ways."""
    rows = {_opcode(row): row for row in table.rows if row.since in EDITIONS}
    pairs = spectec.pairs.pairs
    lines: list[str] = []
    apart: list[str] = []
    equal = 0
    needed: set[tuple[str, str]] = set()
    for opcode in [*rows, *(opcode for opcode in pairs if opcode not in rows)]:
        row = rows.get(opcode)
        place = f"{table.path.name}:{row.line}: " if row else ""
        found = list(_differences(opcode, row, pairs.get(opcode)))
        accepted = [d for d in found if _reason(d)]
        needed |= {(d.key, d.column) for d in accepted}
        apart += [f"{d}: {_reason(d)}" for d in accepted]
        lines += [f"{place}{d}" for d in found if not _reason(d)]
        equal += opcode in rows and len(found) == len(accepted)
    for deviation in DEVIATIONS:
        if (deviation.key, deviation.column) not in needed:
            lines.append(f"{deviation.key}: the deviation for {deviation.column} is not needed")
    lines += _unpaired(spectec, covered=False)
    lines += _rules(table, list(rows.values()), spectec)
    apart += [*_unpaired(spectec, covered=True), *_apart(table, spectec)]
    return Comparison(equal, len(rows), tuple(lines), tuple(apart))


@dataclass(frozen=True)
class _Difference:
    key: str
    column: str
    own: str
    spectec: str

    def __str__(self) -> str:
        if self.column == "opcode":
            return f"{self.key}: {self.own or self.spectec}"
        return f"{self.key}: {self.column} is '{self.own}', in SpecTec '{self.spectec}'"


def _reason(difference: _Difference) -> str:
    """Why SpecTec may differ there; empty if it may not."""
    for deviation in DEVIATIONS:
        place = (deviation.key, deviation.column, deviation.spectec)
        if place == (difference.key, difference.column, difference.spectec):
            return deviation.reason
    return ""


def _differences(opcode: Opcode, row: Row | None, found: Pair | None) -> Iterator[_Difference]:
    if row is None:
        keyword = " ".join(sorted(found.keywords if found else ()))
        yield _Difference(keyword, "opcode", f"{_hex(opcode)} is in SpecTec alone", "")
    elif found is None:
        yield _Difference(row.key, "opcode", "", f"{_hex(opcode)} is in the table alone")
    else:
        own, theirs = _own(row), _theirs(found)
        for column in COLUMNS:
            if own[column] != theirs[column]:
                yield _Difference(row.key, column, own[column], theirs[column])


def _own(row: Row) -> Cells:
    """The row in SpecTec's terms."""
    nullable = "" if row.text is None else str(bool(row.params.get("nullable")))
    abstract = [kind for i in row.immediates for kind in _written(row, i)]
    return {
        "keyword": row.keyword,
        "rule": "" if row.closes else row.rule.partition("-")[0],
        "immediates": " ".join(kind.partition("(")[0] for kind in abstract),
        "binary": " ".join(_binary(row)),
        "text": " ".join(abstract),
        "nullable": nullable,
    }


def _written(row: Row, immediate: Immediate) -> tuple[str, ...]:
    """An immediate as the text format has it, the bytes accessed as its argument."""
    if immediate.kind == "memarg":
        return ("memidx", f"memarg({int(str(immediate.arg)) // 8})")
    return (row.text or immediate.kind,)


def _binary(row: Row) -> list[str]:
    """The kinds of the immediates in the order of the binary format."""
    kinds = {i.name: i.kind for i in row.immediates}
    if row.binary is None:
        return list(kinds.values())
    names = row.binary.removeprefix("cast(").removesuffix(")").split()
    ordered = [kinds[name] for name in names]
    if not row.binary.startswith("cast("):
        return ordered
    # A byte with both nullabilities comes first, the heap types alone follow.
    return ["castop", *("heaptype" if kind == "reftype" else kind for kind in ordered)]


def _theirs(found: Pair) -> Cells:
    nullable = {"" if null is None else str(null) for null in found.nullable}
    return {
        "keyword": " or ".join(sorted(found.keywords)),
        "rule": " or ".join(sorted(found.rules)),
        "immediates": _orders(found.abstract),
        "binary": _orders(found.binary),
        "text": _orders(found.text),
        "nullable": " or ".join(sorted(nullable)),
    }


def _orders(orders: set[tuple[str, ...]]) -> str:
    return " or ".join(sorted(" ".join(order) for order in orders))


def _unpaired(spectec: SpecTec, *, covered: bool) -> Iterator[str]:
    """Productions without counterpart; `covered` if others have the same opcode or keyword."""
    keywords = {k for found in spectec.pairs.pairs.values() for k in found.keywords}
    for form in spectec.pairs.unpaired:
        name = form.literals[0].strip('"') if form.literals else "-"
        other = _is_paired(form, keywords, spectec.pairs)
        if other is covered:
            rest = "; another production of it is compared" if other else ""
            wrong = f"'{form.result}' is made by one format alone{rest}"
            yield f"{name}: {form.place}: {wrong}"


def _is_paired(form: Form, keywords: set[str], pairs: Pairs) -> bool:
    if not form.literals or form.literals[0].startswith('"'):
        return any(literal.strip('"') in keywords for literal in form.literals[:1])
    return form.opcode in pairs.pairs


def _rules(table: Table, rows: list[Row], spectec: SpecTec) -> Iterator[str]:
    """Rules of one side alone, by their names; and those that trap on one side alone."""
    rows = [row for row in rows if not row.closes]
    validation = {row.validation for row in rows}
    execution = {_step(row) for row in rows} - set(VALUES)
    trapping = {_step(row) for row in rows if table.traps(row)} - set(REDUCED)
    traps = {n for n in spectec.trapping if not _is_context(n) and _claimed(n, {*TOTAL}) is None}
    yield from _names("Instr_ok", validation, spectec.validation)
    yield from _names("Step", execution, {n for n in spectec.execution if not _is_context(n)})
    yield from _names("trap of Step", trapping, traps)
    yield from _names("Instr_const", {r.rule for r in rows if r.constant}, spectec.constant)


def _step(row: Row) -> str:
    """The name of the row's rule for execution in SpecTec, or what such names begin with."""
    return EXECUTIONS.get(row.execution, row.execution)


def _names(relation: str, own: set[str], theirs: Iterable[str]) -> Iterator[str]:
    """What of `own` is no rule, nor the beginning of some; and what rules nothing begins."""
    claimed = {name: _claimed(name, own) for name in theirs}
    for name in sorted(own - {rule for rule in claimed.values() if rule}):
        yield f"{name}: {relation}/{name} is not in SpecTec"
    for name in sorted(name for name, rule in claimed.items() if rule is None):
        yield f"{name}: {relation}/{name} is no rule of the table"


def _claimed(name: str, own: set[str]) -> str | None:
    """The longest of `own` that is `name` or a case of it: binop of binop-trap."""
    while name not in own and "-" in name:
        name = name.rpartition("-")[0]
    return name if name in own else None


def _is_context(name: str) -> bool:
    return name.partition("-")[0] in ADMINISTRATIVE


def _apart(table: Table, spectec: SpecTec) -> Iterator[str]:
    """What is not compared as a whole, and why."""
    others = [row.key for row in table.rows if row.since not in EDITIONS]
    if others:
        yield f"{' '.join(others)}: of no edition, so not in SpecTec"
    steps = sorted(name for name in spectec.execution if _is_context(name))
    yield f"{' '.join(VALUES)}: values, for which SpecTec has no step"
    yield f"traps of {' '.join(TOTAL)}: SpecTec has them for operators without a result"
    yield f"traps of {' '.join(REDUCED)}: SpecTec reduces these to instructions that trap"
    yield f"{len(steps)} steps of contexts ({' '.join(steps)}): not of an instruction"
    yield f"{spectec.abbreviations} abbreviations of the text format: make no instruction of theirs"
    yield "types, premises and reductions: rules are compared by name, and whether they trap"


def _opcode(row: Row) -> Opcode:
    return (row.code,) if row.prefix is None else (row.prefix, row.code)


def _hex(opcode: Opcode) -> str:
    return " ".join([f"0x{opcode[0]:02X}", *map(str, opcode[1:])])
