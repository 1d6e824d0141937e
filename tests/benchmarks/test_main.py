"""The command, and the tables that need processes of their own, on small inputs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import beside, metered, modules, startup, suite, tiny
from benchmarks.__main__ import main
from benchmarks.kernels import KERNELS
from benchmarks.measure import CommandError, run_python
from benchmarks.model import Figure, Grid, Row
from benchmarks.packages import PACKAGES
from refwasm.compile.tiers import TIERS


def test_modules_to_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = tmp_path / "module.wasm"
    module.write_bytes(KERNELS[0].binary())
    monkeypatch.setattr("benchmarks.modules.find_module", lambda package: module)
    monkeypatch.setattr("benchmarks.modules.PACKAGES", PACKAGES[:1])
    report = tmp_path / "report.json"
    main(["--only", "modules", "--rounds", "1", "--json", str(report)])
    (table,) = json.loads(report.read_text())["tables"]
    assert {"sql.js", "sql.js decode", "sql.js validate"} <= {f["name"] for f in table["figures"]}
    assert "Decoding and validating\n" in capsys.readouterr().out


def test_modules_without_npm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("benchmarks.packages.cache_folder", lambda: tmp_path)
    main(["--only", "modules", "--rounds", "1"])
    shown = capsys.readouterr().out
    for package in PACKAGES:
        assert f"Not measured: {package}: npm is not installed" in shown
    assert "Not measured: WABT, whose wasm-validate is not on the PATH." in shown


def test_modules_beside_a_validator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "module.wasm"
    module.write_bytes(KERNELS[0].binary())
    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr(modules, "run", str)
    monkeypatch.setattr(modules, "processors", lambda call: (0.5, call()))
    figures = modules.measure(PACKAGES[0], module, 1)
    assert figures[-1].name == "sql.js / wasm-validate"


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (
            ["--only", "nothing"],
            "choose from 'kernels', 'modules', 'tiny', 'startup', 'suite', 'metered'",
        ),
        (["--rounds", "0"], "--rounds: at least 1"),
        (["--only", "tiny", "--svg", "x"], "--svg: draws the kernels"),
        (["--json", "no/folder/x.json"], f"--json: cannot write {Path('no/folder/x.json')}"),
        (["--json", "."], "--json: cannot write ."),
        (["--svg", "no/folder/x.svg"], f"--svg: cannot write {Path('no/folder/x.svg')}"),
        (["--only", "kernels", "--python", "no/python"], "--python: no/python: "),
    ],
)
def test_usage(arguments: list[str], text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert text.replace("'", "") in capsys.readouterr().err.replace("'", "")


def test_metered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("SHAPES", "PROGRAMS"):
        few = {shape: (text, 3) for shape, (text, _) in getattr(metered, name).items()}
        monkeypatch.setattr(metered, name, few)
    monkeypatch.setattr(metered, "LEAST", 0.0)
    main(["--only", "metered", "--rounds", "1"])
    shown = capsys.readouterr().out
    shapes = metered.SHAPES | metered.PROGRAMS
    names = [f"{shape}, {budget}" for shape in shapes for budget in ("fuel", "deadline", "both")]
    assert [name for name in names if name not in shown] == []


def test_kernels_to_svg(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = Figure("f", "x", 1, 1, 1, 1)
    grid = Grid("kernels", "K", "", ("seconds", "WABT"), (Row("fib", (figure, figure)),))
    asked: list[object] = []

    def grids(*options: object) -> list[Grid]:
        asked.append(options)
        return [grid]

    monkeypatch.setattr(beside, "grids", grids)
    picture, report = tmp_path / "a.svg", tmp_path / "a.json"
    main(
        [
            "--only",
            "kernels",
            "--python",
            sys.executable,
            "--svg",
            str(picture),
            "--json",
            str(report),
        ]
    )
    assert asked == [(5, sys.executable)]
    assert "fib, WABT: 1" in picture.read_text()
    (found,) = json.loads(report.read_text())["tables"]
    assert found["rows"][0]["cells"][1]["best"] == 1
    assert "seconds   WABT\n" in capsys.readouterr().out


def test_tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiny, "MODULES", 2)
    figures = tiny.table(1).figures
    sorts = "tiny modules", "different tiny modules"
    assert [f.name for f in figures] == [f"{sort}, {tier}" for sort in sorts for tier in TIERS]
    assert all(f.best > 0 for f in figures)


def test_startup() -> None:
    figures = startup.table(1).figures
    assert len(figures) == 3
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
        assert len(table.figures) == 4


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
