"""One script where the process may die: where the journal lets it go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.engines.adapter import load
from refwasm.harness.item import AGAIN, run_item
from refwasm.harness.journal import Journal
from refwasm.script.results import Result, Status
from tests.harness.test_conform import DEADLY, GOOD, deadly


def run(folder: Path, text: str, *, timeout: float = 30, whole: float = 600) -> list[Result]:
    """The results of the script `text`, with what an earlier run left in `folder`."""
    path = folder / "a.wast"
    path.write_text(text)
    return run_item(path, Journal(folder, "a.wast"), load(DEADLY), timeout=timeout, whole=whole)


def statuses(results: list[Result]) -> str:
    """How they ended, on one line."""
    return " ".join(r.status.value for r in results)


def test_results_are_in_the_journal(tmp_path: Path) -> None:
    results = run(tmp_path, GOOD)
    assert statuses(results) == "pass pass pass"
    assert Journal(tmp_path, "a.wast").read() == results
    assert Journal(tmp_path, "a.wast").complete()
    assert results[1].instructions == ("end", "global.get", "global.set", "i32.add", "i32.const")


def test_a_script_goes_on_after_a_crash(tmp_path: Path) -> None:
    """The earlier commands run again for their effects, and keep the results they had."""
    script = f'{GOOD}(assert_return (invoke "count") (i32.const 2))'
    before = run(tmp_path, script)
    assert statuses(before) == "pass pass pass fail"
    journal = Journal(tmp_path, "a.wast")
    text = journal.path.read_text()
    journal.path.write_text("".join(text.splitlines(keepends=True)[:3]) + '{"script": "a.w')
    after = run(tmp_path, script)
    assert statuses(after) == "pass pass crash pass"
    assert after[:2] == before[:2]
    assert journal.complete()


ROGUE = """import sys
def get_name(): return "rogue"
def get_version(): return "1"
def compute_driver_argv(): return [sys.executable, "-S", {driver!r}]
"""


def test_a_script_goes_on_after_what_a_driver_did_not_survive(tmp_path: Path) -> None:
    """Another process of the engine runs the rest, in this one; the journal has the evidence."""
    adapter = tmp_path / "rogue.py"
    driver = Path(__file__).parents[1] / "engines" / "rogue.py"
    adapter.write_text(ROGUE.format(driver=str(driver)))
    names = ("fine", "die", "garbage", "hang", "fine")
    script = tmp_path / "a.wast"
    functions = "".join(f'(func (export "{name}") (unreachable))' for name in set(names))
    script.write_text(f"(module {functions})" + "".join(f'(invoke "{name}")' for name in names))
    journal = Journal(tmp_path, "a.wast")
    results = run_item(script, journal, load(str(adapter)), timeout=3, whole=100)
    assert statuses(results) == "pass pass crash garbled timeout pass"
    assert results[2].got == "exited with 3; standard error: my last words"
    assert results[3].got == "not JSON: 'Segmentation what?'"
    assert journal.read() == results


def test_what_died_while_it_was_read_is_read_once_more(tmp_path: Path) -> None:
    Journal(tmp_path, "a.wast").path.touch()
    assert statuses(run(tmp_path, GOOD)) == "pass pass pass"


def test_what_died_twice_while_it_was_read_is_not_read_again(tmp_path: Path) -> None:
    Journal(tmp_path, "a.wast").path.write_text(AGAIN)
    [result] = run(tmp_path, GOOD)
    assert (result.kind, result.status) == ("script", Status.CRASH)


def test_a_hang_is_told_from_a_crash(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "a.wast")
    journal.path.touch()
    journal.hang.write_text("traceback")
    [result] = run(tmp_path, GOOD)
    assert result.status is Status.TIMEOUT
    assert journal.hang.read_text() == ""


def test_the_time_of_a_script(tmp_path: Path) -> None:
    results = run(tmp_path, deadly("loop", "loop"), whole=0.3)
    assert statuses(results) == "pass timeout timeout skipped skipped"


def test_a_slow_command_costs_no_other(tmp_path: Path) -> None:
    results = run(tmp_path, deadly("loop", "loop"), timeout=0.2)
    assert statuses(results) == "pass timeout pass timeout pass"


@pytest.mark.parametrize(
    ("content", "status", "line", "got"),
    [
        (b"(module)\n(nonsense)", Status.FAIL, 2, "malformed: "),
        (b"(module)\n\xff", Status.FAIL, 2, "malformed: malformed UTF-8 encoding"),
        (None, Status.ERROR, 1, "Is a directory"),
    ],
    ids=["directive", "encoding", "folder"],
)
def test_a_script_that_cannot_be_read(
    tmp_path: Path, content: bytes | None, status: Status, line: int, got: str
) -> None:
    path = tmp_path / "a.wast"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    [result] = run_item(path, Journal(tmp_path, "a"), load("refwasm"), timeout=9, whole=9)
    assert (result.status, result.line, result.kind) == (status, line, "script")
    assert got in result.got


def test_an_empty_script_has_no_results(tmp_path: Path) -> None:
    assert run(tmp_path, ";; nothing") == []
    assert Journal(tmp_path, "a.wast").complete()


WHOLE = """
import sys
def get_name(): return "whole"
def get_version(): return "1"
def compute_script_argv(script):
    program = "import sys; sys.exit('count' in open(sys.argv[1]).read())"
    return [sys.executable, "-I", "-S", "-c", program, script]
"""


def test_an_engine_that_runs_whole_scripts(tmp_path: Path) -> None:
    """Its results are there all at once, and replace what a process left that died."""
    (tmp_path / "whole.py").write_text(WHOLE)
    (tmp_path / "a.wast").write_text(f'{GOOD}(module (func (export "f")))(invoke "f")')
    journal = Journal(tmp_path, "a.wast")
    for _ in range(2):
        adapter = load(str(tmp_path / "whole.py"))
        results = run_item(
            tmp_path / "a.wast", journal, adapter, timeout=9, whole=99, lacking={4: "so it is"}
        )
        assert statuses(results) == "fail fail fail pass unsupported"
        assert journal.read() == results
        assert journal.complete()
