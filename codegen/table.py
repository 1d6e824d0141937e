"""The table, loaded: one `Row` per instruction, its rule's templates filled in."""

from __future__ import annotations

import json
import keyword
import re
from dataclasses import dataclass, field
from pathlib import Path

import jsonschema

from codegen.document import Document, Place, Value
from codegen.files import TableError
from codegen.library import Library, names_in, read_library, traps_in
from codegen.signature import (
    Immediate,
    NotationError,
    Operand,
    Signature,
    parse_immediates,
    parse_patterns,
    parse_signature,
)

__all__ = [
    "EDITIONS", "Feature", "Immediate", "Operand", "Row", "Signature", "Table", "TableError",
    "load_table",
]  # fmt: skip

SCHEMA = Path(__file__).parent / "schema.json"
WIDTHS = {"i32": 32, "i64": 64, "f32": 32, "f64": 64, "v128": 128}
# What a row may give in place of its rule; everything else in it, save the opcode, is a parameter.
OVERRIDES = ("feature", "constant", "exec")
EMPTY = Signature()
EDITIONS = ("1", "2", "3")
PROPOSAL = "proposal"


@dataclass(frozen=True)
class Feature:
    """What instructions, types, fields and immediates came with."""

    name: str
    since: str  # an edition, or PROPOSAL
    needs: tuple[str, ...]
    about: str


@dataclass(frozen=True)
class Row:
    """An instruction: a line of the table, with what its rule says of it."""

    key: str
    keyword: str  # the key's first word
    ident: str  # the name of its `Op`: I32_DIV_S
    function: str  # the name of what is generated for it: i32_div_s
    prefix: int | None
    code: int
    rule: str
    validation: str  # the rule by which it is validated; its anchor is valid-<this>
    execution: str  # the rule by which it executes; its anchor is exec-<this>
    feature: str
    also: str  # a feature that it needs besides, or none
    since: str  # the edition that brought the feature, or the name of the proposal that does
    params: dict[str, str | int | bool] = field(default_factory=dict)
    immediates: tuple[Immediate, ...] = ()
    binary: str | None = None
    text: str | None = None
    where: tuple[str, ...] = ()
    any: tuple[tuple[str, str], ...] = ()
    signature: Signature = EMPTY
    stack: str = ""
    opens: dict[str, str] | None = None
    closes: bool = False  # it ends a block, or a branch of one
    after: tuple[str, ...] = ()  # the keys of rows whose branch it may end; any if there are none
    continues: bool = False  # the block goes on with another branch
    constant: str = ""  # the feature with which constant expressions may hold it, if they may
    exec: str = ""
    line: int = 0

    @property
    def ruled(self) -> bool:
        """Whether the standard has rules for it: not for what closes blocks, nor for proposals."""
        return not self.closes and self.since in EDITIONS


@dataclass(frozen=True)
class Table:
    """All rows, in the order of the file, their features, and the functions that they name."""

    rows: tuple[Row, ...]
    features: tuple[Feature, ...] = ()
    path: Path = Path("opcodes.yaml")
    library: Library = field(default_factory=Library)

    def row(self, key: str) -> Row:
        """The row whose key is `key`; KeyError if there is none."""
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)

    def traps(self, row: Row) -> tuple[str, ...]:
        """The texts with which `row` may trap: its own and those of the functions it names."""
        texts = self.library.traps(names_in(row.exec)) | set(traps_in(row.exec))
        return tuple(sorted(texts))

    def spec(self, row: Row) -> tuple[str, ...]:
        """The row's anchors in the standard: of validation, of execution, of its operator."""
        if not row.ruled:
            return ()
        operator = self.library.anchor(str(row.params.get("fn")))
        own = (operator,) if operator and operator.startswith("op-") else ()
        return (f"valid-{row.validation}", f"exec-{row.execution}", *own)


def load_table(path: Path, library: Library | None = None) -> Table:
    """The table in the file `path`, or `TableError` where it is wrong.

    The functions that it names are those of the package refwasm beside it, or of `library`.
    """
    document = Document(path)
    _check_schema(document)
    assert isinstance(document.value, list)
    features = _features(document)
    rows: list[Row] = []
    for i, rule in enumerate(document.value):
        assert isinstance(rule, dict)
        instructions = rule.get("instructions", {})
        assert isinstance(instructions, dict)
        for key in instructions:
            rows.append(_Expansion(document, features, rule, (i, "instructions", key)).row())
    _check_unique(document, rows)
    _check_branches(document, rows)
    library = library or read_library(path.parent)
    return Table(tuple(rows), tuple(features.values()), path, library)


def _features(document: Document) -> dict[str, Feature]:
    """The features that the table states, by name."""
    found: dict[str, Feature] = {}
    assert isinstance(document.value, list)
    for i, statement in enumerate(document.value):
        assert isinstance(statement, dict)
        definitions = statement.get("features", {})
        assert isinstance(definitions, dict)
        for name, given in definitions.items():
            assert isinstance(given, dict)
            needs = given.get("needs", [])
            assert isinstance(needs, list)
            unknown = [str(need) for need in needs if need not in found]
            line = document.line((i, "features", name))
            if name in found or unknown:
                wrong = f"needs '{unknown[0]}', not stated before" if unknown else "stated twice"
                raise TableError(document.path, line, name, wrong)
            since, about = str(given["since"]), str(given["about"])
            found[name] = Feature(name, since, tuple(map(str, needs)), about)
    return found


def _check_schema(document: Document) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    error = jsonschema.exceptions.best_match(validator.iter_errors(document.value))
    if error is None:
        return
    place: Place = tuple(error.absolute_path)
    raise TableError(document.path, document.line(place), document.row(place), error.message)


def _check_unique(document: Document, rows: list[Row]) -> None:
    keys: dict[str, Row] = {}
    codes: dict[tuple[int | None, int], Row] = {}
    for row in rows:
        first = keys.setdefault(row.ident, row)
        if first is not row:
            wrong = f"'{first.key}' on line {first.line} has the same name"
            raise TableError(document.path, row.line, row.key, wrong)
        first = codes.setdefault((row.prefix, row.code), row)
        if first is not row:
            wrong = f"has the opcode of '{first.key}' on line {first.line}"
            raise TableError(document.path, row.line, row.key, wrong)


def _check_branches(document: Document, rows: list[Row]) -> None:
    """What a row closes, another begins."""
    begin = {row.key for row in rows if row.opens or row.continues}
    for row in rows:
        for key in row.after:
            if key not in begin:
                wrong = f"closes '{key}', which begins no branch of a block"
                raise TableError(document.path, row.line, row.key, wrong)


class _Expansion:
    """A row in the making."""

    def __init__(self, document: Document, features: dict[str, Feature], rule: dict[str, Value],
                 place: Place):  # fmt: skip
        self.document = document
        self.features = features
        self.rule = rule
        self.key = str(place[-1])
        self.line = document.line(place)
        instructions = rule["instructions"]
        assert isinstance(instructions, dict)
        own = instructions[self.key]
        assert isinstance(own, dict)
        self.own = own
        self.params: dict[str, str | int | bool] = {
            name: value
            for name, value in own.items()
            if name != "opcode" and name not in OVERRIDES and isinstance(value, str | int)
        }
        self.used: set[str] = set()

    def row(self) -> Row:
        """The row, its templates filled in and parsed."""
        try:
            return self._row()
        except NotationError as error:
            raise TableError(self.document.path, self.line, self.key, str(error)) from None

    def _row(self) -> Row:
        opcode = self.own["opcode"]
        prefix, code = opcode if isinstance(opcode, list) else (None, opcode)
        assert isinstance(code, int) and (prefix is None or isinstance(prefix, int))
        name = re.sub(r"[. ]", "_", self.key)
        rule = str(self.rule["rule"])
        feature = self._feature(self._given("feature"))
        constant = self._given("constant")
        stack = self._fill("stack")
        opens, closes = self.rule.get("opens"), self.rule.get("closes")
        row = Row(
            key=self.key,
            keyword=self.key.partition(" ")[0],
            ident=name.upper(),
            function=f"{name}_" if keyword.iskeyword(name) else name,
            prefix=prefix,
            code=code,
            rule=rule,
            validation=rule,
            execution=rule,
            feature=feature.name,
            also=self._feature(self.rule["also"]).name if "also" in self.rule else "",
            since=feature.since if feature.since in EDITIONS else feature.name,
            params=self.params,
            immediates=parse_immediates(self._fill("immediates")),
            binary=self._fill("binary") or None,
            text=self._fill("text") or None,
            where=self._fill_list("where"),
            any=parse_patterns(self._fill("any")),
            signature=parse_signature(stack) if stack else EMPTY,
            stack=stack,
            opens={k: str(v) for k, v in opens.items()} if isinstance(opens, dict) else None,
            closes=bool(closes),
            after=tuple(map(str, closes)) if isinstance(closes, list) else (),
            continues=bool(self.rule.get("continues")),
            constant=self._feature(feature.name if constant is True else constant).name
            if constant
            else "",
            exec=self._fill("exec").strip(),
            line=self.line,
        )
        unused = sorted(self.params.keys() - self.used)
        if unused:
            raise NotationError(f"parameter '{unused[0]}' is not used by rule '{rule}'")
        return row

    def _feature(self, given: Value) -> Feature:
        name = str(given)
        if name not in self.features:
            raise NotationError(f"feature '{name}' is not stated")
        return self.features[name]

    def _given(self, name: str) -> Value:
        return self.own.get(name, self.rule.get(name))

    def _fill(self, name: str) -> str:
        return self._substitute(str(self._given(name) or ""))

    def _fill_list(self, name: str) -> tuple[str, ...]:
        given = self._given(name)
        return tuple(self._substitute(str(t)) for t in given) if isinstance(given, list) else ()

    def _substitute(self, template: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda match: self._parameter(match[1]), template)

    def _parameter(self, name: str) -> str:
        """The value of a parameter: given, or the width of the type given."""
        if name in self.params:
            self.used.add(name)
            return str(self.params[name])
        typed = {"N": "t", "M": "t1"}.get(name)
        if typed in self.params and self.params[typed] in WIDTHS:
            self.used.add(typed)
            return str(WIDTHS[str(self.params[typed])])
        raise NotationError(f"parameter '{name}' is not given")
