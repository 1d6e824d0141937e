"""The shipped scripts hold every instruction, every text and are what their generator writes.

A scan of their tokens alone: what they say is checked by running them.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from codegen.vectors.__main__ import difference, main, scripts

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "refwasm" / "vectors"
FILES = sorted(FOLDER.rglob("*.wast"))
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|;;[^\n]*|\(;|;\)|[()]|[^\s()";]+|;')

# The index of the standard leaves out the ending that the text format and the suite have.
KEYWORD = {
    "i32x4.relaxed_trunc_f64x2_s": "i32x4.relaxed_trunc_f64x2_s_zero",
    "i32x4.relaxed_trunc_f64x2_u": "i32x4.relaxed_trunc_f64x2_u_zero",
}

TEXTS = {
    "assert_trap": """
        unreachable
        integer divide by zero
        integer overflow
        invalid conversion to integer
        out of bounds memory access
        out of bounds table access
        out of bounds array access
        undefined element
        uninitialized element
        uninitialized element 5
        indirect call type mismatch
        null reference
        null function reference
        null exception reference
        null i31 reference
        null structure reference
        null array reference
        cast failure""",
    "assert_exhaustion": """
        call stack exhausted""",
    "assert_unlinkable": """
        unknown import
        incompatible import type""",
    "assert_malformed": """
        END opcode expected
        alignment
        alignment must be a power of two
        constant out of range
        data count and data section have inconsistent lengths
        data count section required
        duplicate field
        duplicate func
        duplicate global
        duplicate local
        duplicate memory
        duplicate table
        empty annotation id
        empty identifier
        function and code section have inconsistent lengths
        i8 constant out of range
        illegal character
        illegal opcode
        illegal opcode ff
        import after function
        import after global
        import after memory
        import after table
        inline function type
        integer representation too long
        integer too large
        invalid lane length
        length out of bounds
        magic header not detected
        malformed UTF-8 encoding
        malformed import kind
        malformed limits flags
        malformed memop flags
        malformed mutability
        malformed reference type
        malformed section id
        mismatching label
        multiple start sections
        section size mismatch
        too many locals
        unclosed annotation
        unclosed string
        unexpected content after last section
        unexpected end
        unexpected end of section or function
        unexpected token
        unknown binary version
        unknown label
        unknown operator
        unknown operator anyfunc
        unknown operator current_memory
        unknown operator get_local
        unknown type
        wrong number of lane literals""",
    "assert_invalid": """
        alignment must not be larger than natural
        array type is not numeric or vector
        array types do not match
        constant expression required
        duplicate export name
        immutable array
        immutable field
        immutable global
        invalid lane index
        invalid result arity
        invalid rethrow label
        memory size
        non-empty tag result type
        offset out of range
        size minimum must not be greater than maximum
        start function
        sub type
        table size
        type mismatch
        type mismatch: instruction requires [i32] but stack has []
        type mismatch: instruction requires [i32] but stack has [i64]
        undeclared function reference
        uninitialized local
        unknown data segment
        unknown data segment 1
        unknown elem segment
        unknown elem segment 0
        unknown elem segment 4
        unknown function
        unknown function 0
        unknown function 7
        unknown global
        unknown global 0
        unknown global 1
        unknown label
        unknown local
        unknown memory
        unknown memory 0
        unknown memory 1
        unknown table
        unknown table 0
        unknown tag 0
        unknown type""",
    "assert_malformed_custom": """
        @custom annotation: malformed UTF-8 encoding
        @custom annotation: malformed placement
        @custom annotation: malformed section kind
        @custom annotation: missing section name
        @custom annotation: unexpected token
        @metadata.code.branch_hint annotation: duplicate annotation
        @metadata.code.branch_hint annotation: not in a function
        @name annotation: multiple module
        misplaced @custom annotation
        misplaced @name annotation""",
    "assert_invalid_custom": """
        @metadata.code.branch_hint annotation: invalid target""",
}


def tokens(text: str) -> Iterator[str]:
    """Parentheses, atoms and strings of a script, comments left out."""
    depth = 0
    for match in TOKEN.finditer(text):
        token = match.group()
        if token in ("(;", ";)"):
            depth += 1 if token == "(;" else -1
        elif depth == 0 and not token.startswith(";;"):
            yield token


@cache
def commands(path: Path) -> list[list[str]]:
    """The commands of a script, each as its tokens without the outer parentheses."""
    found: list[list[str]] = []
    depth = 0
    for token in tokens(path.read_text(encoding="utf-8")):
        depth += {"(": 1, ")": -1}.get(token, 0)
        if token == "(" and depth == 1:
            found.append([])
        elif depth:
            found[-1].append(token)
    return found


@cache
def modules() -> str:
    """All modules that are to be instantiated, as tokens between single spaces."""
    bodies = [c for path in FILES for c in commands(path) if c[0] == "module"]
    return " ".join(token for body in bodies for token in body if token[0] != '"')


def texts(kind: str) -> set[str]:
    """The texts that a kind of assertion expects, in any script."""
    asserted = (c for path in FILES for c in commands(path) if c[0] == kind)
    return {c[-1].strip('"') for c in asserted}


def rows() -> list[str]:
    """The instructions of the standard's index."""
    with (ROOT / "spec" / "instructions.csv").open(encoding="utf-8", newline="") as index:
        return [row["instruction"] for row in csv.DictReader(index)]


def pattern(row: str) -> str:
    """What stands in a module that uses the instruction; two rows of one keyword are told apart."""
    word = row.split()[0]
    keyword = rf" {re.escape(KEYWORD.get(word, word))} "
    if word == "select":
        return keyword + (r"\( result " if row == "select t" else r"(?!\( result )")
    if word in ("ref.test", "ref.cast"):
        return keyword + (r"(\( ref null |\w+ref )" if "null" in row else r"\( ref (?!null )")
    return keyword


@pytest.mark.parametrize("row", rows())
def test_every_instruction_stands_in_a_module_that_runs(row: str) -> None:
    assert re.search(pattern(row), modules())


def test_the_index_has_all_instructions() -> None:
    assert len(rows()) == 499


@pytest.mark.parametrize(
    ("kind", "text"), [(k, line.strip()) for k, v in TEXTS.items() for line in v.split("\n")[1:]]
)
def test_every_text_is_asserted(kind: str, text: str) -> None:
    assert any(asserted.startswith(text) for asserted in texts(kind))


@pytest.mark.parametrize(
    "kind", ["assert_return", "assert_exception", "register", "invoke", "module", *TEXTS]
)
def test_every_command_is_used(kind: str) -> None:
    assert any(c[0] == kind for path in FILES for c in commands(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_exported_function_is_called(path: Path) -> None:
    exported: set[str] = set()
    called: set[str] = set()
    for command in commands(path):
        joined = " ".join(command)
        if command[0] == "module":
            exported |= set(re.findall(r'\( func (?:\$\S+ )?\( export ("(?:[^"\\]|\\.)*")', joined))
            called |= set(re.findall(r'\( import "[^"]*" ("[^"]*")', joined))
        called |= set(re.findall(r'invoke (?:\$\S+ )?("(?:[^"\\]|\\.)*")', joined))
    assert exported - called == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_script_begins_with_two_lines_on_what_it_covers(path: Path) -> None:
    first, second = path.read_text(encoding="utf-8").split("\n")[:2]
    assert first.startswith(";; ") and second.startswith(";; ")


def test_all_scripts_together_are_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 650_000


def test_the_generator_is_in_step() -> None:
    assert main(["--check"]) == 0


def test_a_difference_is_named_by_file_and_line() -> None:
    text = scripts()["literals.wast"].text()
    line = text.split("\n").index("(module") + 1
    found = difference("literals.wast", text.replace("\n(module\n", "\n(modul\n", 1))
    assert found == f"refwasm/vectors/literals.wast:{line}: '(module' should be '(modul'"
