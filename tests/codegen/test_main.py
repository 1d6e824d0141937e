"""The command: what it writes, what it says, and its exit codes."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
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
    assert capsys.readouterr().err == f"opcodes.yaml:{line}: {error}"
    assert not (checkout / GENERATED).exists()


def _missing(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _garbled(path: Path) -> None:
    path.write_bytes(b"\xff" + path.read_bytes())


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (_missing, r"{path}: \w.*"),
        (_folder, r"{path}: \w.*"),
        (_garbled, r"{name}:1: -: not UTF-8: invalid start byte"),
    ],
)
@pytest.mark.parametrize(
    "path", ["opcodes.yaml", "spec/instructions.csv", "refwasm/numerics/integers.py"]
)
def test_a_file_that_cannot_be_read_is_one_line(
    checkout: Path, capsys: pytest.CaptureFixture[str], path: str,
    spoil: Callable[[Path], None], error: str,
) -> None:  # fmt: skip
    if spoil is _missing and path.startswith("refwasm"):
        error = r"opcodes\.yaml:\d+: [\w.]+: exec: '\w+' is not known"
    spoil(checkout / path)
    assert main(["--check"], checkout) == 1
    expected = error.format(path=re.escape(path), name=re.escape(path.rpartition("/")[2]))
    assert re.fullmatch(expected + "\n", capsys.readouterr().err)


@pytest.fixture
def generated(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is committed stands for what would be generated."""
    paths = [path for path in (ROOT / GENERATED).iterdir() if path.is_file()]
    contents = {(GENERATED / path.name).as_posix(): path.read_text("utf-8") for path in paths}
    monkeypatch.setattr("codegen.__main__.generate", lambda table: contents)


@pytest.mark.usefixtures("generated")
def test_a_file_that_cannot_be_written_is_one_line(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / GENERATED).touch()
    assert main([], checkout) == 1
    assert re.fullmatch(r"refwasm/generated\S*: \w.*\n", capsys.readouterr().err)


@pytest.mark.usefixtures("generated")
def test_files_that_nothing_generates(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / GENERATED, checkout / GENERATED)
    shutil.copy(ROOT / GENERATED / "keywords.py", checkout / GENERATED / "old.py")
    assert main(["--check"], checkout) == 1
    assert "refwasm/generated/old.py: nothing generates it; run" in capsys.readouterr().out
    (checkout / GENERATED / "own.py").touch()
    assert main([], checkout) == 1
    found = capsys.readouterr()
    assert "removed refwasm/generated/old.py\n" in found.out
    assert found.err.startswith(
        "refwasm/generated/own.py: nothing generates it, nor does it say so"
    )
    assert not (checkout / GENERATED / "old.py").exists()
    assert (checkout / GENERATED / "own.py").exists()


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
    near = "i32.div_u, i32.div_s, i32.add"
    assert capsys.readouterr().err == f"opcodes.yaml: no row 'i32.divide'; there is {near}\n"
    assert main(["--explain", "?"]) == 1
    assert capsys.readouterr().err == "opcodes.yaml: no row '?'\n"


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
