"""The plugin under a user's own pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import refwasm
from refwasm.harness.attribution import Entry, Map, digest
from refwasm.harness.table import table_revision
from refwasm.harness.wast_items import WastFailure
from refwasm.script.results import Result, Status
from tests.harness.test_conform import DEADLY, GOOD, deadly

ROOT = Path(__file__).parents[2]


def run_pytest(
    folder: Path, *arguments: str, plugin: bool = True
) -> subprocess.CompletedProcess[str]:
    """pytest in `folder`, as its user would call it."""
    asked = ["-p", "refwasm.harness.plugin"] if plugin else []
    # Under CI pytest repeats messages in its summary.
    own = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "CI", "BUILD_NUMBER"))
    }
    return subprocess.run(
        [sys.executable, "-m", "pytest", *asked, "-q", *arguments],
        cwd=folder,
        env={**own, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_scripts_beside_tests(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
    (tmp_path / "good.wast").write_text(GOOD)
    (tmp_path / "bad.wast").write_text(GOOD + '(assert_return (invoke "count") (i32.const 7))')
    (tmp_path / "test_one.py").write_text("def test_one():\n    pass\n")
    done = run_pytest(tmp_path)
    assert "2 passed" in done.stdout
    assert "1 failed" in done.stdout
    message = "bad.wast:8: assert_return: fail: expected (i32.const 7), got (i32.const 3)"
    assert message in done.stdout
    assert "Traceback" not in done.stdout


def test_workers_that_die_find_the_journal(tmp_path: Path) -> None:
    """Without a folder for the run, the controller's is everybody's."""
    (tmp_path / "deadly.wast").write_text(deadly("exit"))
    engine = f"--refwasm-engine={DEADLY}"
    done = run_pytest(tmp_path, "-n1", "deadly.wast", engine)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout
    assert done.stdout.count("assert_return: crash: expected an answer, got the process died") == 1


def as_installed(folder: Path) -> None:
    """Let pytest find the plugin without being told, as by its entry point."""
    (folder / "conftest.py").write_text('pytest_plugins = ["refwasm.harness.plugin"]')
    (folder / "test_one.py").write_text("def test_one():\n    pass\n")


def test_nothing_happens_unasked(tmp_path: Path) -> None:
    """Neither is anything collected, nor does a test that kills its worker run again."""
    as_installed(tmp_path)
    (tmp_path / "bad.wast").write_text("(module")
    (tmp_path / "test_two.py").write_text("import os\ndef test_two():\n    os._exit(1)\n")
    done = run_pytest(tmp_path, "-n1", plugin=False)
    assert "1 failed, 1 passed" in done.stdout


def test_an_engine_without_scripts_is_said(tmp_path: Path) -> None:
    as_installed(tmp_path)
    done = run_pytest(tmp_path, "--refwasm-engine=refwasm", plugin=False)
    assert "no script ran: name --refwasm-suite DIR" in done.stdout
    assert done.returncode == pytest.ExitCode.OK


def test_a_suite_in_an_engines_own_tests(tmp_path: Path) -> None:
    as_installed(tmp_path)
    for name in ("core/simd/a", "core/b", "other/c"):
        path = tmp_path / "suite" / f"{name}.wast"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD)
    (tmp_path / "suite" / "core" / "d.wast").write_text(deadly("exit"))
    suite = f"--refwasm-suite={tmp_path / 'suite'}", f"--refwasm-engine={DEADLY}"
    done = run_pytest(tmp_path, "-n1", "test_one.py", *suite, plugin=False)
    assert "2 failed, 3 passed" in done.stdout  # the worker that died, and the script
    assert "core/d.wast:16: assert_return: crash: expected an answer" in done.stdout
    done = run_pytest(
        tmp_path, "-rA", "test_one.py", *suite, "--refwasm-path=core/simd", plugin=False
    )
    assert "2 passed" in done.stdout
    assert "PASSED ::refwasm:core/simd/a.wast" in done.stdout
    done = run_pytest(tmp_path, *suite, "--refwasm-path=none", plugin=False)
    assert "none: no such script or folder" in done.stderr
    done = run_pytest(tmp_path, "--refwasm-engine=none", plugin=False)
    assert "no engine 'none'" in done.stderr


def test_a_suite_among_the_tests_runs_once(tmp_path: Path) -> None:
    """Whatever way led to a script; what is in no suite runs, too."""
    as_installed(tmp_path)
    for name in ("suite/core/a", "suite/core/b", "suite/proposals/c", "mine"):
        path = tmp_path / f"{name}.wast"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD)
    for suite in ("suite", tmp_path / "suite" / "core" / ".."):
        done = run_pytest(
            tmp_path, "-rA", "test_one.py", "mine.wast", "suite", f"--refwasm-suite={suite}", "-n1",
            plugin=False,
        )  # fmt: skip
        passed = sorted(line.split()[1] for line in done.stdout.splitlines() if "PASSED" in line)
        assert [name for name in passed if "core" in name] == [
            "::refwasm:core/a.wast",
            "::refwasm:core/b.wast",
        ], done.stdout
        assert "mine.wast::mine" in passed
        assert len(passed) == 5, done.stdout


def test_what_the_engine_lacks_is_left_out(tmp_path: Path) -> None:
    """As a map tells, or the script itself."""
    as_installed(tmp_path)
    script, file = tmp_path / "s" / "a.wast", tmp_path / "map.json"
    script.parent.mkdir()
    script.write_text(f"{GOOD}(module (memory 1) (memory 1))")
    entry = Entry(1, "module")
    entries = *[entry] * 3, entry._replace(features=("multi-memory",))
    digests = {"a.wast": digest(script.read_bytes())}
    Map(
        "", table_revision(), refwasm.__version__, entries={"a.wast": entries}, digests=digests
    ).save(file)
    (tmp_path / "small.py").write_text(
        "from refwasm.engines.adapters.refwasm import *\n"
        "def get_features(): return ['mvp']\n"
        "def make_engine(*, features):\n"
        "    from refwasm.syntax.features import features_of\n"
        "    return NativeEngine(features=features_of('1'))\n"
    )
    suite = "--refwasm-suite=s", "--refwasm-engine=small.py"
    for told in ([], [f"--refwasm-map={file}"]):
        done = run_pytest(tmp_path, "test_one.py", *suite, *told, plugin=False)
        assert "refwasm: 1 command unsupported, in 1 script" in done.stdout
        assert ("2 passed" in done.stdout, done.returncode) == (True, 0)
    wrong = run_pytest(tmp_path, *suite, f"--refwasm-map={script}", plugin=False)
    assert "not a map of a suite" in wrong.stderr


def test_a_failure_shows_the_first_few() -> None:
    failed = [Result("a", i, i, "action", Status.FAIL, "1", "2") for i in range(1, 13)]
    lines = str(WastFailure("a", failed)).splitlines()
    assert lines[0] == "a:1: action: fail: expected 1, got 2"
    assert lines[10:] == ["... and 2 more"]
