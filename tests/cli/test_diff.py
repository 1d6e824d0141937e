"""`refwasm diff`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from refwasm.cli.diff_random import left_out
from refwasm.diff.campaign import Tally
from tests.cli.conftest import Refwasm, one_line

MISLED = "misled.py"
MODULE = """\
(module
  (func $half (export "half") (param i32) (result i32)
    (i32.div_u (local.get 0) (i32.const 2))))
"""
DIFFERENT = """\
DIFFERENT at step 2 of 2: refwasm, misled.py

  (invoke "half" (i32.const 9))
    refwasm    (i32.const 4)
    misled.py  (i32.const 5)

the last instructions in refwasm: operands -> results
  function 0 $half
  3:17  local.get 0 -> (i32.const 9)
  3:31  i32.const 2 -> (i32.const 2)
   3:6  i32.div_u: (i32.const 9) (i32.const 2) -> (i32.const 4)
  3:44  end: (i32.const 4)
"""


@pytest.fixture(autouse=True)
def adapter(alone: Path) -> None:
    shutil.copy(Path(__file__).parents[1] / "diff" / MISLED, alone)


@pytest.fixture
def module(alone: Path) -> Path:
    (alone / "a.wat").write_text(MODULE)
    return alone / "a.wat"


@pytest.mark.usefixtures("module")
class TestFile:
    """On a module or a script."""

    def test_equal(self, refwasm: Refwasm) -> None:
        done = refwasm("diff", "--engine", MISLED, "--engine", "refwasm-compile", "a.wat")
        assert done.stdout.decode() == f"EQUAL in 3 of 3 steps: {MISLED}, refwasm-compile\n"
        assert done.returncode == 0

    def test_different(self, refwasm: Refwasm, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DEED", "wrong half 1")
        done = refwasm("diff", "--engine", MISLED, "a.wat", "--invoke", "half", "9")
        assert done.stdout.decode() == DIFFERENT
        assert done.returncode == 1

    def test_a_script(self, refwasm: Refwasm, alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DEED", "wrong half 2")
        call = '(assert_return (invoke "half" (i32.const 9)) (i32.const 4))\n'
        (alone / "a.wast").write_text(MODULE + 3 * call)
        done = refwasm("diff", "--engine", MISLED, "a.wast", "--last", "2")
        lines = done.stdout.decode().splitlines()
        assert lines[0] == "DIFFERENT at step 3 (line 5) of 4: refwasm, misled.py"
        assert lines[-2].endswith("i32.div_u: (i32.const 9) (i32.const 2) -> (i32.const 4)")
        assert max(map(len, lines)) <= 80

    @pytest.mark.parametrize(
        ("deed", "evidence"),
        [("die", "my last words"), ("garble", "what?"), ("again", "an answer")],
    )
    def test_broken(
        self, refwasm: Refwasm, monkeypatch: pytest.MonkeyPatch, deed: str, evidence: str
    ) -> None:
        monkeypatch.setenv("DEED", f"{deed} half 1")
        done = refwasm("diff", "--engine", MISLED, "a.wat", "--invoke", "half", "9")
        assert done.stdout.decode().startswith("BROKEN at step 2 of 2: misled.py\n")
        assert evidence in " ".join(done.stdout.decode().split())
        assert "i32.div_u" in done.stdout.decode()
        assert done.returncode == 3

    def test_a_growth_that_failed(
        self, refwasm: Refwasm, alone: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is not said that all was equal; and that it grew all the same is a difference."""
        monkeypatch.setenv("DEED", "ungrown grow 1")
        grow = '(module $a (memory {} 1) (func (export "grow") (result i32) (memory.grow (i32.const 1))))'
        steps = '(invoke $a "grow") (invoke $a "grow")'
        (alone / "a.wast").write_text(grow.format("") + steps)
        done = refwasm("diff", "--engine", MISLED, "a.wast")
        assert done.stdout.decode().splitlines() == [
            f"EQUAL in 1 of 3 steps: refwasm, {MISLED}",
            "stopped: they may differ by step 2: memory.grow at 0x3b may fail, and did, as",
            f"  {MISLED} says",
            "not compared: step 3 (line 1): linked with what may differ since step 2",
        ]
        assert done.returncode == 0
        (alone / "a.wast").write_text(grow.format('(export "m")') + steps)
        done = refwasm("diff", "--engine", MISLED, "a.wast")
        assert done.stdout.startswith(b"DIFFERENT at step 2 ")
        assert b"though it says that this did not grow" in b" ".join(done.stdout.split())
        assert done.returncode == 1

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["a.wat"], "refwasm: Missing option '--engine'"),
            (["--engine", "refwasm-auto"], "name a FILE, or --random N modules"),
            (["--engine", "refwasm", "a.wat"], "refwasm is the same as refwasm"),
            (["--engine", "auto", "--engine", "auto", "a.wat"], "an engine is named twice"),
            (["--engine", "nobody", "a.wat"], "no engine 'nobody'"),
            (["--engine", "refwasm-auto", "a.wat", "--invoke", "f"], "no exported function 'f'"),
            (["--engine", "refwasm-auto", "a.wat", "--invoke", "half"], "takes 1 argument, not 0"),
            (["--engine", "refwasm-auto", "a.wat", "5"], "no --invoke NAME"),
            (["--engine", "refwasm-auto", "a.wat", "--frobnicate"], "No such option"),
            (["--engine", "refwasm", "--random", "1"], "name engines with a driver"),
        ],
    )
    def test_usage(self, refwasm: Refwasm, arguments: list[str], message: str) -> None:
        done = refwasm("diff", *arguments)
        assert message in one_line(done)
        assert done.returncode == 2

    def test_absent(self, refwasm: Refwasm, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NODE", "no-such-program")
        done = refwasm("diff", "--engine", "node", "a.wat")
        assert "node is absent: no program no-such-program" in one_line(done)
        assert done.returncode == 3
        monkeypatch.setenv("NODE", f"'{sys.executable}' --no-such-option")
        done = refwasm("diff", "--engine", "node", "a.wat")
        assert "node does not start: " in one_line(done)
        assert "no-such-option" in one_line(done)
        assert done.returncode == 3

    def test_a_module_that_is_none(self, refwasm: Refwasm, alone: Path) -> None:
        (alone / "b.wat").write_text("(module (func (unreachable")
        done = refwasm("diff", "--engine", "refwasm-auto", "b.wat")
        assert one_line(done).startswith("b.wat:1:27: malformed: ")
        assert done.returncode == 2
        (alone / "c.wat").write_text("(module (func (i32.add)))")
        done = refwasm("diff", "--engine", MISLED, "c.wat")
        assert done.stdout.decode() == f"EQUAL in 1 of 1 step: refwasm, {MISLED}\n"


class TestRandom:
    """On random modules."""

    def test_no_difference(self, refwasm: Refwasm) -> None:
        done = refwasm("diff", "--engine", "refwasm-compile", "--random", "3", "--size", "8")
        assert done.stdout.startswith(b"no difference in 3 modules, ")
        assert done.returncode == 0

    def test_what_is_found_is_saved(
        self, refwasm: Refwasm, alone: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DEED", "wrong f1 1")
        random = ("--random", "1", "--seed", "7", "--functions", "1", "--size", "8")
        done = refwasm("diff", "--engine", MISLED, *random, "--save", "found")
        text = done.stdout.decode()
        assert text.startswith("seed 7: f1: (i64.const ")
        assert "  again: refwasm diff --engine misled.py found/7.wast" in text.replace("\\", "/")
        assert text.splitlines()[-1].startswith("1 difference in 1 modules, ")
        assert done.returncode == 1
        assert (alone / "found" / "7.wasm").read_bytes().startswith(b"\0asm")
        again = refwasm("diff", "--engine", MISLED, "found/7.wast")
        assert again.stdout.startswith(b"DIFFERENT at step ")
        assert again.returncode == 1

    def test_an_engine_that_does_not_start(self, refwasm: Refwasm, alone: Path) -> None:
        adapter = "def get_name(): return 'x'\nget_version = get_name\n"
        program = alone / "no-program.exe"
        adapter += f"def compute_driver_argv(): return [{str(program)!r}]\n"
        (alone / "x.py").write_text(adapter)
        done = refwasm("diff", "--engine", "x.py", "--random", "1")
        assert f"x.py is absent: no program {program}" in one_line(done)
        program.touch(0o755)
        done = refwasm("diff", "--engine", "x.py", "--random", "1")
        assert f"refwasm: x.py does not start: {program} cannot be started" in one_line(done)
        assert done.returncode == 3
        done = refwasm("diff", "--engine", "x.py", "--random", "1", "--save", "x.py")
        assert done.returncode == 3

    def test_what_was_left_out_is_told(self) -> None:
        assert left_out(Tally()) == []
        assert left_out(Tally(exhausted=2, unsupported={"node": 3})) == [
            "node could not be asked everything of 3 modules",
            "comparing a module ended early 2 times: resources were exhausted",
        ]

    def test_no_call(self, refwasm: Refwasm, monkeypatch: pytest.MonkeyPatch) -> None:
        """Modules of which nothing was compared are no evidence."""
        monkeypatch.setenv("DEED", "exhaust fuel 0")
        done = refwasm("diff", "--engine", MISLED, "--random", "2", "--size", "8")
        assert b"nothing was tested: no call was compared" in done.stdout
        assert done.returncode == 1
