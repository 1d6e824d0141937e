"""pytest runs of scripts end as `refwasm conform` does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from refwasm.harness.attribution import Map, digest, entries_of, static
from refwasm.harness.table import table_revision
from refwasm.script.results import Result, Status
from refwasm.syntax.features import DEFAULT
from tests.harness.test_plugin import ROOT, as_installed, run_pytest

NO_TEXT = """
from refwasm.engines.adapters.refwasm import *
from refwasm.script.engine import Unsupported
def get_name(): return "mute"
class Mute(NativeEngine):
    def define(self, definition, **kw):
        if type(definition).__name__ == "QuotedModule":
            raise Unsupported("reads no text")
        return super().define(definition, **kw)
def make_engine(*, features): return Mute(features=features)
"""
WRONG = """
from refwasm.engines.adapters.refwasm import *
def get_name(): return "wrong"
class Wrong(NativeEngine):
    def invoke(self, instance, name, args):
        return super().invoke(instance, "g" if name == "f" else name, args)
def make_engine(*, features): return Wrong(features=features)
"""
AWAY = """
def get_name(): return "away"
def get_version(): return "1"
def compute_script_argv(script): return ["no/such-program", script]
"""
ILL = """
import sys
from refwasm.engines.adapter import first_line
def get_name(): return "ill"
def get_version(): return first_line([sys.executable, "--no-such-option"])
def compute_script_argv(script): return [sys.executable, script]
"""
DEAD = """
import sys
def get_name(): return "dead"
def get_version(): return "1"
def compute_driver_argv(): return [sys.executable, "-c", "exit(7)"]
"""
SCRIPT = """(module (func (export "f") (result i32) (i32.add (i32.const 1) (i32.const 1)))
  (func (export "g") (result i32) (i32.sub (i32.const 1) (i32.const 1))))
(assert_return (invoke "f") (i32.const 2))
(assert_return (invoke "g") (i32.const 0))
"""
TEXT = '(assert_malformed (module quote "(func") "unexpected")\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Somebody's tests, with a suite among them: of `core/c.wast` no assertion runs without a reader of texts."""
    as_installed(tmp_path)
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\naddopts = --refwasm-suite=s -p no:cacheprovider\nfilterwarnings = error\n"
    )
    (tmp_path / "s" / "core").mkdir(parents=True)
    for name, text in (("a", SCRIPT), ("b", SCRIPT + TEXT), ("c", TEXT)):
        (tmp_path / "s" / "core" / f"{name}.wast").write_text(text)
    for name, text in (
        ("mute", NO_TEXT),
        ("wrong", WRONG),
        ("away", AWAY),
        ("ill", ILL),
        ("dead", DEAD),
    ):
        (tmp_path / f"{name}.py").write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--engine=mute.py"], 0),
        (["--engine=mute.py", "core/c.wast"], 1),
        (["--engine=away.py"], 1),
        (["--engine=ill.py"], 3),
        (["--engine=ill.py", "--engine=wrong.py"], 3),
    ],
)
def test_as_conform_ends(project: Path, arguments: list[str], code: int) -> None:
    """The exit codes that the tests below state for pytest."""
    done = subprocess.run(
        [sys.executable, "-m", "refwasm", "conform", "--suite=s", "-n1", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(project / "cache")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code


def test_what_is_unsupported_is_no_failure(project: Path) -> None:
    mute = ("--refwasm-engine=mute.py", "-n2")
    done = run_pytest(project, "test_one.py", "-rsP", *mute, plugin=False)
    assert "3 passed, 1 skipped" in done.stdout, done.stdout
    assert "core/b.wast:5: assert_malformed: unsupported: reads no text" in done.stdout
    assert ": unsupported: reads no text\n" in done.stdout.split("SKIPPED")[1]
    assert "mute: 2 commands unsupported, in 2 scripts\n" in done.stdout
    assert done.returncode == 0
    strict = run_pytest(project, "test_one.py", *mute, "--refwasm-strict", plugin=False)
    assert "2 failed, 2 passed" in strict.stdout
    assert strict.returncode == 1


def test_nothing_tested_is_red(project: Path) -> None:
    """None of the assertions ran, or no engine is here."""
    one = ("--refwasm-path=core/c.wast", "--refwasm-engine=mute.py")
    done = run_pytest(project, "test_one.py", *one, plugin=False)
    assert "1 passed, 1 skipped" in done.stdout
    assert "mute: nothing was tested: none of 1 assertions ran" in done.stdout
    assert done.returncode == 1
    done = run_pytest(project, "test_one.py", "--refwasm-engine=away.py", plugin=False)
    assert "1 passed, 3 skipped" in done.stdout
    assert "nothing was tested: no engine is here" in done.stdout
    assert done.returncode == 1
    done = run_pytest(project, "test_one.py", "--refwasm-engine=away.py", "-k", "one", plugin=False)
    assert (done.returncode, "nothing was tested" in done.stdout) == (0, False)


@pytest.mark.parametrize(
    ("others", "ends"),
    [([], "3 skipped"), (["-n2", "--refwasm-engine=wrong.py"], "2 failed, 1 passed, 3 skipped")],
)
def test_an_engine_that_does_not_start_is_named_once(
    project: Path, others: list[str], ends: str
) -> None:
    """Whatever else there is: of all its scripts the results are missing."""
    done = run_pytest(project, "--refwasm-engine=ill.py", *others, "s", plugin=False)
    assert ends in done.stdout, done.stdout
    [line] = [line for line in done.stdout.splitlines() if "no-such-option" in line]
    assert line.startswith("ill does not start: ")
    assert "nothing was tested" not in done.stdout
    assert done.returncode == 3
    assert run_pytest(project, "--refwasm-engine=ill.py", "-k", "one", plugin=False).returncode == 0


def test_an_engine_that_never_answers(project: Path) -> None:
    """It tells its version, and that is all."""
    one = ("--refwasm-path=core/a.wast", "--refwasm-engine=dead.py")
    done = run_pytest(project, "test_one.py", *one, plugin=False)
    assert "dead does not start: exited with 7\n" in done.stdout
    assert done.returncode == 3


def test_several_engines(project: Path) -> None:
    """Each runs each script, but for those that are not there."""
    names = ("wrong.py", "refwasm", "away.py", "refwasm")
    engines = [f"--refwasm-engine={name}" for name in names]
    done = run_pytest(project, "test_one.py", "-rA", *engines, "-n2", plugin=False)
    assert "2 failed, 8 passed, 3 skipped" in done.stdout, done.stdout
    for name in ("core/a", "core/b", "core/c"):
        assert f"PASSED ::refwasm:{name}.wast[refwasm]\n" in done.stdout
        assert f"PASSED ::refwasm:{name}.wast[refwasm 2]\n" in done.stdout
    assert "FAILED ::refwasm:core/a.wast[wrong]" in done.stdout
    assert done.stdout.count("away is absent: no program no/such-program") == 2
    assert done.returncode == 1


def test_several_engines_run_a_script_among_the_tests(project: Path) -> None:
    (project / "mine.wast").write_text(SCRIPT)
    engines = ("--refwasm-engine=wrong.py", "--refwasm-engine=refwasm")
    done = run_pytest(project, "mine.wast", "-rA", *engines, "-k", "mine", plugin=False)
    assert "PASSED mine.wast::mine[refwasm]" in done.stdout
    assert "FAILED mine.wast::mine[wrong]" in done.stdout


ENTRY = '[[suite]]\nname = "core"\n[[suite.test]]\nname = "[ab]"\nexpected = "fail"\n'


@pytest.mark.parametrize(
    ("entry", "code", "said"),
    [
        ("line = 3", 0, "4 passed"),
        ("line = [3, 4]", 1, "core/a.wast:4: assert_return: unexpected: expected fail, says e.toml"),
        ("text = 'invoke \"f\"'", 0, "4 passed"),
        ("kind = 'assert_return'", 0, "4 passed"),
        ("kind = 'module'", 1, "wrong: core/a.wast:1: module: unexpected, expected fail, says"),
        ("line = [3, 9]", 1, "expected in vain: e.toml:3: core/[ab]: no such command at line 9"),
        ("line = 3\nengine = 'other'", 1, "2 failed, 2 passed"),
        ("line = 3\n[[suite.test]]\nname = 'd'\nexpected = 'fail'", 1, "there is no script core/d"),
        ("line = 3\n[[suite.test]]\nname = 'c'\naction = 'skip'", 0, "3 passed, 1 skipped"),
    ],
)  # fmt: skip
def test_expectations(project: Path, entry: str, code: int, said: str) -> None:
    """Those of conform, strict both ways."""
    (project / "e.toml").write_text(ENTRY + entry)
    asked = ("--refwasm-engine=wrong.py", "--refwasm-expect=e.toml")
    done = run_pytest(project, "test_one.py", *asked, plugin=False)
    assert said in done.stdout, done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == code


def test_expectations_with_workers(project: Path) -> None:
    gone = "\n[[suite.test]]\nname = 'd'\nexpected = 'fail'"
    (project / "e.toml").write_text(ENTRY + "line = 3" + gone)
    asked = ("--refwasm-engine=wrong.py", "--refwasm-expect=e.toml")
    done = run_pytest(project, "test_one.py", *asked, "-n2", plugin=False)
    assert "4 passed" in done.stdout, done.stdout
    assert "expected in vain: e.toml:7: there is no script core/d\n" in done.stdout
    assert done.returncode == 1


def test_a_part_says_nothing_of_the_rest(project: Path) -> None:
    (project / "e.toml").write_text(ENTRY.replace("[ab]", "a"))
    asked = ("--refwasm-expect=e.toml", "--refwasm-path=core/b.wast")
    assert run_pytest(project, "test_one.py", *asked, plugin=False).returncode == 0


def test_expectations_on_instructions(project: Path) -> None:
    """A map tells which ran, or the engine."""
    (project / "e.toml").write_text(ENTRY + "instruction = 'i32.add'")
    expect = ("--refwasm-engine=wrong.py", "--refwasm-expect=e.toml")
    done = run_pytest(project, "test_one.py", *expect, plugin=False)
    assert "e.toml:3: which instructions run in wrong takes --refwasm-map" in done.stderr
    entries, digests = {}, {}
    for name in ("core/a.wast", "core/b.wast"):
        path = project / "s" / name
        ran = [(1, "module", ()), (3, "assert_return", ("i32.add",)), (4, "assert_return", ())]
        results = [
            Result(name, i, *of[:2], Status.PASS, instructions=of[2]) for i, of in enumerate(ran)
        ]
        entries[name] = entries_of(results, static(path, DEFAULT))
        digests[name] = digest(path.read_bytes())
    Map("", table_revision(), "0.1.0", entries=entries, digests=digests).save(project / "map.json")
    done = run_pytest(project, "test_one.py", *expect, "--refwasm-map=map.json", plugin=False)
    assert ("4 passed" in done.stdout, done.returncode) == (True, 0), done.stdout


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--refwasm-expect=none.toml", "none.toml: cannot read"),
        ("--refwasm-path=none", "none: no such script or folder"),
        ("--refwasm-engine=none", "no engine 'none'"),
    ],
)
def test_what_cannot_be(project: Path, option: str, said: str) -> None:
    done = run_pytest(project, "test_one.py", option, "-n1", plugin=False)
    assert said in done.stderr
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
