"""`refwasm conform`, on scripts that are here."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import threading
from pathlib import Path

import click
import pytest

from refwasm.cli import conform
from refwasm.cli.conform import SUBCOMMANDS
from refwasm.cli.conform import command as conform_command
from refwasm.cli.reports import read_report
from refwasm.harness import suite
from refwasm.harness.merge import merged
from refwasm.harness.suite import NOTICE, Suite
from refwasm.script.results import from_json
from tests.cli.conftest import Refwasm, one_line

GOOD = '(module)\n(assert_trap (module (func unreachable) (start 0)) "unreachable")\n'
CALLS = """(module (func (export "f") (result i32) (i32.add (i32.const 1) (i32.const 1))))
(assert_return (invoke "f") (i32.const 2))
(assert_return (invoke "f") (i32.const 2))
"""
BAD = '(assert_invalid (module) "type mismatch")\n'


def test_failures(process: Refwasm, tmp_path: Path) -> None:
    """Whatever pytest settings the user has, they are not ours."""
    (tmp_path / "suite" / "core").mkdir(parents=True)
    (tmp_path / "suite" / "core" / "good.wast").write_text(GOOD)
    (tmp_path / "suite" / "core" / "bad.wast").write_text(BAD)
    (tmp_path / "suite" / "conftest.py").write_text("raise SystemExit")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --nonsense\n")
    env = {
        **os.environ,
        "PYTEST_ADDOPTS": "--nonsense",
        "REFWASM_SUITE": str(tmp_path / "suite"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = process("conform", "--json", "r.json", "--results", "r.jsonl", "-n1", env=env)
    lines = done.stdout.decode().splitlines()
    assert "core/bad.wast:1: assert_invalid: fail" in lines
    assert lines[-1].startswith("FAILED: 1 of 2 assertions, 1 of 2 scripts whole")
    assert (done.stderr, done.returncode) == (b"", 1)
    report = json.loads((tmp_path / "r.json").read_text())
    assert report["run"]["suite"] == "unpinned"
    assert [s["commands"] for s in report["engines"][0]["scripts"]] == [1, 2]
    lines = (tmp_path / "r.jsonl").read_text().splitlines()
    results = [from_json(line) for line in lines if "status" in json.loads(line)]
    assert sorted(r.status.value for r in results) == ["fail", "pass", "pass"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["none"], "none: no such script or folder"),
        (["--json", "."], ".: cannot write: it is a folder"),
        (["--json", "no/where"], "no/where: cannot write: there is no folder"),
        (["--results", "no/where"], "no/where: cannot write: there is no folder"),
    ],
)
def test_nothing_runs_if_it_would_be_in_vain(
    refwasm: Refwasm, arguments: list[str], line: str
) -> None:
    done = refwasm("conform", "--suite", ".", *arguments)
    assert line in one_line(done)
    assert (done.stdout, done.returncode) == (b"", 2)


def test_two_forms_have_two_files(refwasm: Refwasm) -> None:
    done = refwasm("conform", "--suite", ".", "--json", "x", "--junit", "./x")
    assert one_line(done).startswith("refwasm: --json and --junit name the same file")
    assert (done.stdout, done.returncode) == (b"", 2)


ADAPTER = """import sys
def get_name(): return "mine"
def get_version(): return "1"
"""


@pytest.mark.parametrize(
    ("functions", "evidence"),
    [
        ("def compute_script_argv(s): raise ValueError('boom')", "ValueError: boom"),
        ("def compute_script_argv(s): return 5", "TypeError: 5 is no list of words"),
        ("def compute_driver_argv(): sys.exit(4)", "SystemExit: 4"),
        ("def make_engine(*, features): return 5", "AttributeError"),
        (
            "def compute_script_argv(s): return [sys.executable, '-c', '']\n"
            "def read_output(output, file): return 5",
            "TypeError: 5 is neither",
        ),
    ],
)
def test_an_adapter_that_fails(
    process: Refwasm, tmp_path: Path, functions: str, evidence: str
) -> None:
    """Its commands end in errors; the results of others are there."""
    (tmp_path / "a.wast").write_text(GOOD)
    (tmp_path / "mine.py").write_text(ADAPTER + functions)
    engines = "--engine", "refwasm", "--engine", "./mine.py"
    done = process("conform", "--suite", ".", "--json", "r.json", *engines, "--", "a.wast")
    assert (done.stderr.count(b"Traceback"), done.returncode) == (0, 1)
    good, mine = json.loads((tmp_path / "r.json").read_text())["engines"]
    assert good["failures"] == []
    assert [f["status"] for f in mine["failures"]] == ["error", "error"]
    assert all(evidence in f["got"] for f in mine["failures"])


def test_an_engine_that_does_not_start(process: Refwasm, tmp_path: Path) -> None:
    """It fails; a report made of the stream, or of one part of a run, says the same."""
    (tmp_path / "a.wast").write_text(GOOD)
    (tmp_path / "mine.py").write_text(
        "import sys\nfrom refwasm.engines.adapter import first_line\n"
        "def get_name(): return 'mine'\n"
        "def get_version(): return first_line([sys.executable, '-c', 'sys.exit(\"no libwasm.so\")'])\n"
        "def compute_script_argv(script): return [sys.executable, script]\n"
    )
    engines = "--engine", "refwasm", "--engine", "./mine.py"
    files = "--json", "r.json", "--results", "r.jsonl", "--shard", "1/1"
    done = process("conform", "--suite", ".", *files, *engines, "--", "a.wast")
    said = done.stdout.decode()
    assert (done.stderr.count(b"Traceback"), done.returncode) == (0, 3)
    assert "mine: does not start: " in said
    assert "FAILED: " in said
    report = read_report(tmp_path / "r.json")
    good, mine = report.engines
    assert good.ok
    assert "exit code 1" in mine.subject.missing
    assert read_report(tmp_path / "r.jsonl").engines[1] == mine
    assert merged([("r.json", report)]).engines[1] == mine


@pytest.mark.parametrize(
    ("way", "evidence"),
    [
        (
            "driver_argv(): return [*DYING, 'exit(7)']",
            "exited with 7; standard error: no libwasm.so",
        ),
        ("driver_argv(): return [*DYING, 'import time; time.sleep(60)']", "no answer in 2 s"),
        ("driver_argv(): return [*DYING, 'print(\"welcome\")']", "welcome"),
        ("script_argv(script): return [*DYING, 'exit(7)']", "exit code 7"),
    ],
)
def test_an_engine_that_never_answers(
    process: Refwasm, tmp_path: Path, way: str, evidence: str
) -> None:
    """It does not start, so it exercised nothing; each report says the same."""
    (tmp_path / "a.wast").write_text(CALLS)
    (tmp_path / "b.wast").write_text(CALLS)
    (tmp_path / "mine.py").write_text(
        "import sys\ndef get_name(): return 'mine'\ndef get_version(): return '1'\n"
        "SAY = 'import sys; print(\"no libwasm.so\", file=sys.stderr); exec(sys.argv[1])'\n"
        f"DYING = [sys.executable, '-c', SAY]\ndef compute_{way}\n"
    )
    engines = "--engine", "refwasm", "--engine", "./mine.py", "--timeout", "2"
    files = "--json", "r.json", "--results", "r.jsonl", "--shard", "1/1"
    done = process("conform", "--suite", ".", *files, *engines)
    said = " ".join(done.stdout.decode().split())
    assert (done.stderr.count(b"Traceback"), done.returncode) == (0, 3), done.stderr
    assert "mine: does not start: " in said
    assert "explain" not in said
    report = read_report(tmp_path / "r.json")
    good, mine = report.engines
    assert good.ok
    assert (mine.instructions, mine.explained, mine.failures) == ((), (), ())
    assert evidence in mine.subject.missing
    assert read_report(tmp_path / "r.jsonl").engines[1] == mine
    assert merged([("r.json", report)]).engines[1] == mine


def test_nothing_is_implicated_where_an_engine_did_not_start(
    process: Refwasm, tmp_path: Path
) -> None:
    """In one script it did."""
    (tmp_path / "a.wast").write_text(CALLS)
    (tmp_path / "b.wast").write_text(CALLS)
    (tmp_path / "mine.py").write_text(
        "import os, sys\ndef get_name(): return 'mine'\ndef get_version(): return '1'\n"
        f"SEEN = {str(tmp_path / 'seen')!r}\n"
        "def compute_driver_argv():\n"
        "    if os.path.exists(SEEN): return [sys.executable, '-c', 'exit(7)']\n"
        "    return [sys.executable, '-c', f'open({SEEN!r}, \"w\"); '\n"
        "        'from refwasm.__main__ import main; main()', 'oracle']\n"
    )
    done = process("conform", "--suite", ".", "--json", "r.json", "-n1", "--engine", "./mine.py")
    assert done.returncode == 1, done.stderr
    [mine] = read_report(tmp_path / "r.json").engines
    assert mine.failures[0].got == "the engine did not start: exited with 7"
    assert [r.instructions for r in mine.failures] == [()] * 3
    assert (mine.explained, {i.implicated for i in mine.instructions}) == ((), {0.0})


def test_nothing_supported_is_no_success(process: Refwasm, tmp_path: Path) -> None:
    script = '(assert_invalid (module (type (struct)) (func (result i32))) "type mismatch")'
    (tmp_path / "a.wast").write_text(script)
    (tmp_path / "mine.py").write_text(
        f"{ADAPTER}import sys\ndef get_features(): return []\n"
        "def compute_driver_argv(): return [sys.executable]"
    )
    done = process("conform", "--suite", ".", "--engine", "./mine.py", "--", "a.wast")
    last = done.stdout.decode().splitlines()[-1]
    assert last.startswith("NOTHING TESTED: none of 1 assertion was run, ")
    assert done.returncode == 1


def test_a_tier_is_named_as_an_engine_where_engines_are(refwasm: Refwasm) -> None:
    done = refwasm("conform", "--engine", "refwasm", "--tier", "compile")
    assert done.returncode == 2
    assert b"name refwasm-compile" in done.stderr


def test_nothing_to_test_is_no_success(process: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "empty.wast").touch()
    (tmp_path / "-comment[1].wast").write_text(";; (module)")
    done = process(
        "conform", "--suite", ".", "--tier", "auto", "--", "empty.wast", "-comment[1].wast"
    )
    lines = done.stdout.decode().splitlines()
    assert lines[-4:-1] == ["no command in -comment[1].wast", "no command in empty.wast", ""]
    assert lines[-1].startswith("NOTHING TESTED: no command in 2 scripts, ")
    assert done.returncode == 1


def test_the_notice_is_said_first_and_last(
    refwasm: Refwasm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = Suite(tmp_path, NOTICE, f"The official suite is not here: {'no ' * 40}network")
    (tmp_path / "good.wast").write_text(GOOD)
    monkeypatch.setattr(suite, "find_suite", lambda *_: vectors)
    done = refwasm("conform")
    lines = done.stdout.decode().splitlines()
    assert lines[0] == lines[-1] == NOTICE
    assert lines.count(NOTICE) == 2
    reason = done.stderr.decode().splitlines()
    assert len(reason) > 1
    assert NOTICE not in reason
    assert max(map(len, lines + reason)) <= 80
    assert (lines[1], lines[3]) == ("", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device for this")
def test_a_full_disk(process: Refwasm, tmp_path: Path) -> None:
    """The report is printed, and what can be written is written all the same."""
    (tmp_path / "good.wast").write_text(GOOD)
    full = ("--results", "/dev/full", "--json", "/dev/full")
    done = process("conform", "good.wast", "--suite", ".", *full, "--badge", "b")
    assert b"PASSED" in done.stdout
    said = "/dev/full: cannot write: No space left on device"
    assert done.stderr.decode().splitlines() == [said, said]
    assert done.returncode == 3
    assert json.loads((tmp_path / "b").read_text())["message"] == "100% of assertions"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device for this")
def test_a_full_disk_for_the_output(process: Refwasm, tmp_path: Path) -> None:
    """The files are written all the same."""
    (tmp_path / "good.wast").write_text(GOOD)
    with open("/dev/full", "wb") as full:
        done = process("conform", "good.wast", "--suite", ".", "--csv", "c",
                       capture_output=False, stdout=full, stderr=subprocess.PIPE)  # fmt: skip
    assert done.stderr == b"refwasm: cannot write: No space left on device\n"
    assert done.returncode == 3
    assert (tmp_path / "c").read_text().startswith("engine,")
    with open("/dev/full", "wb") as full:
        done = process("conform", "good.wast", "--suite", ".", "--json", "-",
                       capture_output=False, stdout=full, stderr=subprocess.PIPE)  # fmt: skip
    assert done.stderr.endswith(b"standard output: cannot write: No space left on device\n")
    assert done.returncode == 3


def test_the_stream_is_readable_while_it_grows(tmp_path: Path) -> None:
    (tmp_path / "r").write_text("of an earlier run")
    stream = conform.Stream(tmp_path / "r")
    assert (tmp_path / "r").read_text() == ""
    for n in (1, 2):
        stream.write(f"{n}\n")
        assert len((tmp_path / "r").read_text().splitlines()) == n
    assert stream.kept()


def test_no_bar_without_a_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with conform.progress(3) as advance:
        advance()
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX's")
def test_a_bar_on_a_terminal(process: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "good.wast").write_text(GOOD)
    leader, follower = os.openpty()
    path = str(Path(__file__).parents[2])
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "PYTHONPATH": path}
    seen = bytearray()

    def watch() -> None:  # all the time: a terminal that nobody reads stops who writes to it
        with contextlib.suppress(OSError):
            while chunk := os.read(leader, 65536):
                seen.extend(chunk)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    done = process("conform", "good.wast", "--strict", "--json", "/dev/stdout", "--suite", ".",
                   stderr=follower, stdout=subprocess.PIPE, capture_output=False, env=env)  # fmt: skip
    os.close(follower)
    watcher.join()
    os.close(leader)
    shown = seen.decode(errors="replace")
    assert "scripts" in shown
    assert "0/1" in shown
    text, brace, report = done.stdout.decode().partition("{")
    assert text.splitlines()[-1].startswith("PASSED: 1 of 1 assertions")
    assert json.loads(brace + report)["engines"][0]["statuses"]["pass"] == 1
    assert done.returncode == 0


def test_subcommands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The first argument may name another command; its usage says how it is called."""
    monkeypatch.setitem(SUBCOMMANDS, "tell", "refwasm.cli.features")
    conform_command.main(["--help"], "refwasm conform", standalone_mode=False)
    words = " ".join(capsys.readouterr().out.split())
    assert "tell List the features of editions and proposals." in words
    conform_command.main(["tell", "--spec", "1.0"], "refwasm conform", standalone_mode=False)
    assert "here" in capsys.readouterr().out
    with pytest.raises(click.UsageError) as raised:
        conform_command.main(["tell", "x"], "refwasm conform", standalone_mode=False)
    assert raised.value.ctx is not None
    assert raised.value.ctx.command_path == "refwasm conform tell"


@pytest.mark.parametrize("form", ["json", "junit", "markdown", "html", "ctrf", "badge", "csv"])
def test_a_form_has_standard_output_for_itself(
    refwasm: Refwasm, alone: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(suite, "find_suite", lambda *args, **kwargs: Suite(alone, NOTICE))
    (alone / "bad.wast").write_text(BAD)
    done = refwasm("conform", "-n1", f"--{form}=-", *(["--json=r.json"] if form != "json" else []))
    told = done.stderr.decode().splitlines()
    assert told[0] == told[-1] == NOTICE
    assert told[-2].startswith("FAILED: 0 of 1 assertions")
    assert done.returncode == 1
    if form != "json":
        again = refwasm("conform", "render", "r.json", f"--{form}=-")
        assert (again.stderr, again.returncode) == (b"", 0)
        assert again.stdout[:30] == done.stdout[:30]  # times are rounded
    else:
        assert json.loads(done.stdout)["run"]["notice"] == NOTICE


def test_results_on_standard_output(refwasm: Refwasm, alone: Path) -> None:
    (alone / "bad.wast").write_text(BAD)
    done = refwasm("conform", "--suite=.", "-n1", "--results=-")
    assert [next(iter(json.loads(line))) for line in done.stdout.splitlines()] == [
        *("run", "script", "script", "end")
    ]
    assert b"FAILED: 0 of 1" in done.stderr and not Path("-").exists()
    Path("r").write_bytes(done.stdout)
    assert b"FAILED: 0 of 1" in refwasm("conform", "render", "r").stdout
    cut = done.stdout[: done.stdout.index(b'{"end')]  # the run is killed
    Path("r").write_bytes(cut)
    found = json.loads(refwasm("conform", "render", "r", "--json=-").stdout)
    assert found["sources"] == {"bad.wast": {"1": BAD.strip()}}


@pytest.mark.parametrize("other", ["--csv", "--results"])
def test_two_forms_cannot_both_go_there(refwasm: Refwasm, alone: Path, other: str) -> None:
    done = refwasm("conform", "--suite=.", "--json=-", f"{other}=-")
    said = f"refwasm: --json and {other} both go to standard output"
    assert one_line(done) == f"{said} (`refwasm conform --help` says more)"
    assert (done.stdout, done.returncode) == (b"", 2)
