"""The command, and the tables that need processes of their own, on small inputs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import small, suite
from benchmarks.__main__ import main
from benchmarks.kernels import KERNELS
from benchmarks.measure import CommandError, run_python
from benchmarks.packages import SQL_JS


def test_front_to_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = tmp_path / "module.wasm"
    module.write_bytes(KERNELS[0].binary())
    monkeypatch.setattr("benchmarks.front.find_module", lambda package: module)
    report = tmp_path / "report.json"
    main(["front", "--rounds", "1", "--json", str(report)])
    (table,) = json.loads(report.read_text())["tables"]
    assert {"sql.js", "sql.js decode", "sql.js validate"} <= {f["name"] for f in table["figures"]}
    shown = capsys.readouterr().out
    assert "Decoding and validating\n" in shown
    assert "Not measured: esbuild-wasm@" in shown


def test_front_without_npm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("benchmarks.packages.cache_folder", lambda: tmp_path)
    main(["front", "--rounds", "1"])
    assert f"Not measured: {SQL_JS}: npm is not installed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["nothing"], "no table nothing; there are execution, front, small, suite"),
        (["--rounds", "0"], "--rounds: at least 1"),
    ],
)
def test_usage(arguments: list[str], text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert text in capsys.readouterr().err


def test_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small, "MODULES", 2)
    figures = small.table(1).figures
    assert figures[0].name == "tiny modules"
    assert len(figures) == 4
    assert all(f.best > 0 for f in figures)


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ('(module (func (export "f")))\n(assert_return (invoke "f"))\n', ""),
        ('(module (func (export "f")))\n(assert_trap (invoke "f") "x")\n', "ended with 1"),
    ],
    ids=["passes", "fails"],
)
def test_suite(script: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "one.wast").write_text(script)
    table = suite.measure(str(tmp_path), (str(tmp_path / "one.wast"),), 1)
    if text:
        assert text in table.missing[0]
    else:
        assert "1 of 1 assertions" in table.how
        assert all(f.best > 0 for f in table.figures)
        assert len(table.figures) == 2


def test_suite_that_is_not_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REFWASM_SUITE", str(tmp_path / "none"))
    table = suite.table(1)
    assert not table.figures
    assert "is not a folder" in table.missing[0]


def test_a_command_that_fails() -> None:
    with pytest.raises(CommandError, match=r"ended with 3: two$"):
        run_python(
            "-c",
            "import sys; print('one', file=sys.stderr); print('two', file=sys.stderr); sys.exit(3)",
        )
