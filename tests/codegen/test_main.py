"""The command: what it writes, what it says, and its exit codes."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.__main__ import main

ROOT = Path(__file__).parents[2]
GENERATED = Path("refwasm", "generated")
EQUAL = "499/499 rows equal the index, 5 of proposals apart"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of everything that the generator may read, without anything generated."""
    (tmp_path / "spec").mkdir()
    shutil.copy(ROOT / "opcodes.yaml", tmp_path)
    shutil.copy(ROOT / "spec" / "instructions.csv", tmp_path / "spec")
    ignored = shutil.ignore_patterns("generated", "vectors", "__pycache__")
    shutil.copytree(ROOT / "refwasm", tmp_path / "refwasm", ignore=ignored)
    return tmp_path


def test_deleting_what_is_generated_and_running_restores_it(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], checkout) == 0
    assert capsys.readouterr().out.startswith(f"{EQUAL}\nwrote refwasm/")
    names = sorted(path.name for path in (ROOT / GENERATED).iterdir() if path.is_file())
    assert sorted(path.name for path in (checkout / GENERATED).iterdir()) == names
    for name in names:
        committed = (ROOT / GENERATED / name).read_bytes()
        assert (checkout / GENERATED / name).read_bytes() == committed, name


def test_check_writes_nothing_and_names_the_first_difference(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / GENERATED, checkout / GENERATED)
    assert main(["--check"], checkout) == 0
    path = checkout / GENERATED / "opcodes.py"
    text = path.read_text(encoding="utf-8").replace("UNREACHABLE = Op(", "UNREACHABLE = 0, Op(")
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("UNREACHABLE = 0, Op(") + 1
    capsys.readouterr()
    assert main(["--check"], checkout) == 1
    assert f"refwasm/generated/opcodes.py:{line}: " in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == text


def test_crosscheck_alone(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--crosscheck"], checkout) == 0
    assert capsys.readouterr().out == f"{EQUAL}\n"
    assert not (checkout / GENERATED).exists()


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("opcode: 0x6D,", "opcode: 0x27,", "i32.div_s: opcode is '27', in the index '6D'\n"),
        ("fn: idiv_s}", "fn: idiv}", "i32.div_s: exec: 'idiv' is not known\n"),
        ("t: i32, fn: idiv_s}", "fn: idiv_s}", "i32.div_s: parameter 't' is not given\n"),
    ],
)
def test_a_wrong_table_is_one_line_and_writes_nothing(
    checkout: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, error: str
) -> None:
    path = checkout / "opcodes.yaml"
    text = path.read_text(encoding="utf-8")
    line = next(n for n, s in enumerate(text.splitlines(), 1) if s.startswith("    i32.div_s:"))
    assert old in text.splitlines()[line - 1]
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main([], checkout) == 1
    place = "" if "index" in error else f"opcodes.yaml:{line}: "
    assert capsys.readouterr().err == place + error
    assert not (checkout / GENERATED).exists()


def test_explain_prints_the_row_and_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--explain", "i32.div_s"]) == 0
    out = capsys.readouterr().out
    for part in (
        "i32.div_s   (opcodes.yaml:",
        "opcode      0x6D",
        "type        i1:i32 i2:i32 -> i32",
        "traps       integer divide by zero; integer overflow",
        "effects     ",
        "spec        valid-binop exec-binop op-idiv",
        "# refwasm/generated/opcodes.py\nI32_DIV_S = Op(\n",
        "# refwasm/generated/decoder.py\n",
        "# refwasm/generated/validator.py\n",
        "# refwasm/generated/interpreter.py\n",
        "def i32_div_s(",
    ):
        assert part in out


def test_explain_names_an_unknown_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--explain", "i32.divide"]) == 1
    assert capsys.readouterr().err == "opcodes.yaml: no row 'i32.divide'\n"


def test_the_generator_imports_nothing_of_what_it_generates() -> None:
    for path in (ROOT / "codegen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            imported = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                imported = [str(node.module)]
            assert not any(name.partition(".")[0] == "refwasm" for name in imported), path


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_of_sets_does_not_show(seed: str) -> None:
    command = [sys.executable, "-m", "codegen", "--check"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, ""), result.stdout
