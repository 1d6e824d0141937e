"""`refwasm explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Refwasm, one_line

SCRIPT = """\
(module $m
  (func $div (export "div") (param i32 i32) (result i32)
    (i32.div_s (local.get 0) (local.get 1))))
;; Of these, one is wrong.
(assert_return (invoke "div" (i32.const 6) (i32.const 2)) (i32.const 4))
(assert_trap (invoke "div" (i32.const 6) (i32.const 0)) "integer divide by zero")
(assert_invalid (module (type (struct)) (func (i32.load8_u align=2 (i32.const 0)))) "unknown memory")
"""
SHOWN = """\
a.wast:6: assert_trap: pass

the module $m, from line 1
     1  (module $m
     2    (func $div (export "div") (param i32 i32) (result i32)
     3      (i32.div_s (local.get 0) (local.get 1))))

the command
     6  (assert_trap (invoke "div" (i32.const 6) (i32.const 0)) "integer divide
            by zero")

the last instructions: operands -> results
  function 0 $div
  3:17  local.get 0 -> (i32.const 6)
  3:31  local.get 1 -> (i32.const 0)
   3:6  i32.div_s: (i32.const 6) (i32.const 0)   <- here

expected  trap: integer divide by zero
got       trap: integer divide by zero
at        i32.div_s (3:6)
its type  i1:i32 i2:i32 -> i32
standard  valid-binop, exec-binop, op-idiv
may trap  integer divide by zero; integer overflow
needs     the first edition alone
"""


@pytest.fixture
def script(alone: Path) -> Path:
    (alone / "a.wast").write_text(SCRIPT)
    return alone / "a.wast"


@pytest.mark.usefixtures("script")
class TestExplain:
    """On a script that is here."""

    def test_for_people(self, refwasm: Refwasm) -> None:
        done = refwasm("explain", "a.wast:6")
        assert (done.stdout.decode(), done.stderr, done.returncode) == (SHOWN, b"", 0)

    def test_what_does_not_pass(self, refwasm: Refwasm) -> None:
        done = refwasm("explain", "a.wast:5", "--last", "2")
        text = done.stdout.decode()
        assert done.returncode == 1
        assert text.startswith("a.wast:5: assert_return: fail\n")
        assert "expected  (i32.const 4)\ngot       (i32.const 3)\n" in text
        assert text.count("\n   3:") + text.count("\n  3:") == 2

    def test_what_is_rejected(self, refwasm: Refwasm) -> None:
        text = refwasm("explain", "a.wast:7").stdout.decode()
        assert "at        i32.load8_u (7:48)\n" in text
        assert "rule      valid-load-pack: at = C.memarg(m, 8)\n" in text
        assert "needs     reference-types, function-references, gc\n" in text
        assert max(map(len, text.splitlines())) < 80

    def test_as_json(self, refwasm: Refwasm) -> None:
        found = json.loads(refwasm("explain", "a.wast:6", "--json", "--last", "1").stdout)
        assert found["steps"] == [
            {
                "place": "3:6",
                "function": "0 $div",
                "depth": 1,
                "key": "i32.div_s",
                "text": "i32.div_s",
                "operands": ["(i32.const 6)", "(i32.const 0)"],
                "results": [],
                "done": False,
            }
        ]
        assert found["module"]["line"] == 1
        assert found["module"]["name"] == "m"
        assert found["instruction"]["anchors"] == ["valid-binop", "exec-binop", "op-idiv"]
        assert (found["status"], found["kind"], found["line"]) == ("pass", "assert_trap", 6)

    def test_a_line_within_a_command_is_the_command(self, refwasm: Refwasm) -> None:
        assert refwasm("explain", "a.wast:3").stdout.startswith(b"a.wast:1: module: pass\n")

    @pytest.mark.parametrize("where", ["a.wast", "a.wast:", "a.wast:x", ":3", "a.wast:0"])
    def test_usage(self, refwasm: Refwasm, where: str) -> None:
        done = refwasm("explain", where)
        assert done.returncode == 2
        assert where in one_line(done)


def test_what_later_commands_need_is_their_own(refwasm: Refwasm, alone: Path) -> None:
    (alone / "e.wast").write_text("""\
(assert_malformed (module quote "(func (i32.const 0x))") "unknown operator")
(module (func (export "f") (result i32) (i32.const 1)))
(assert_return (invoke "f") (i32.const 1))
(module (func (export "f") (result v128) (v128.const i64x2 1 2)))
(assert_return (invoke "f") (v128.const i64x2 1 2))
""")
    found = [refwasm("explain", f"e.wast:{line}", "--json").stdout for line in range(1, 6)]
    assert [json.loads(said)["features"] for said in found] == [[], [], [], ["simd"], ["simd"]]


def test_a_script_that_cannot_be_read(refwasm: Refwasm, alone: Path) -> None:
    (alone / "b.wast").write_text("(module)\n(nonsense)")
    done = refwasm("explain", "b.wast:1")
    assert done.returncode == 1
    assert one_line(done).startswith("b.wast:2:2: malformed: ")


def test_a_path_below_the_suite(
    refwasm: Refwasm, alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (alone / "suite" / "core").mkdir(parents=True)
    (alone / "suite" / "core" / "c.wast").write_text("(module)")
    monkeypatch.setenv("REFWASM_SUITE", str(alone / "suite"))
    assert refwasm("explain", "core/c.wast:1").stdout.startswith(b"core/c.wast:1: module: pass")


def test_the_rule_of_the_last_instruction(refwasm: Refwasm, script: Path) -> None:
    text = refwasm("explain", "a.wast:5").stdout.decode()
    assert (
        "last      i32.div_s (3:6)\nits type  i1:i32 i2:i32 -> i32\nstandard  valid-binop" in text
    )


@pytest.mark.parametrize(
    ("module", "last"),
    [("(func i32.const 1)", "end"), ("(func i32.const 0 if i32.const 1 else end)", "else")],
)
def test_what_there_is_not_to_say_of_an_instruction_has_no_line(
    refwasm: Refwasm, alone: Path, module: str, last: str
) -> None:
    (alone / "e.wast").write_text(f'(assert_invalid (module {module}) "type mismatch")')
    lines = refwasm("explain", "e.wast:1").stdout.decode().splitlines()
    assert any(line.startswith(f"at        {last} (") for line in lines)
    assert not {"its type", "standard", "may trap"} & {line.strip() for line in lines}
    assert lines[-1] == "needs     the first edition alone"


@pytest.mark.parametrize("line", ["8", "9" * 5000])
def test_a_line_past_the_end(refwasm: Refwasm, script: Path, line: str) -> None:
    done = refwasm("explain", f"a.wast:{line}")
    assert done.returncode == 2
    assert "the script has 7 lines" in one_line(done)


def test_long_modules_are_shown_around_what_ran(refwasm: Refwasm, alone: Path) -> None:
    padding = "\n".join(f"  ;; line {i}" for i in range(40))
    (alone / "d.wast").write_text(
        f'(module\n{padding}\n  (func (export "f"))\n{padding}\n)\n(assert_return (invoke "f"))'
    )
    text = refwasm("explain", "d.wast:84").stdout.decode()
    assert '    42    (func (export "f"))\n' in text
    assert text.count("   ...\n") == 2
