"""Engines that run whole scripts: what is known of each command, and what that costs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from refwasm.engines import scripts, settling
from refwasm.engines.adapter import Absent, Adapter
from refwasm.engines.batch import Output
from refwasm.engines.scripts import Said, read_output_of, run_whole
from refwasm.script.parse import parse_script
from refwasm.script.results import UNSTARTED, Result, Status
from refwasm.source import Source

FAKE = Path(__file__).with_name("fake.py")
MODULE = '(module $M (memory 1) (func (export "f")) (func (export "g")))\n'
HOUR = 3600.0  # seconds; more than any process gets
GOOD = '(assert_return (invoke "f"))\n'


class Fake:
    """An adapter of the fake engine, and the scripts that it was given."""

    def __init__(self, folder: Path, *, way: str = "compute_script_argv", mute: bool = False):
        self.log = folder / "log"
        self.module = ModuleType("fake")
        start = [sys.executable, "-I", "-S", str(FAKE), str(self.log), "mute" if mute else "loud"]
        self.define("get_name", lambda: "fake")
        self.define("get_version", lambda: "1")
        self.define(way, lambda path: [*start, path])

    def define(self, name: str, function: Callable[..., object]) -> None:
        """Give the adapter a function."""
        setattr(self.module, name, function)

    def run(self, text: str, **settings: float | dict[int, str]) -> list[Result]:
        """The results of the script `text`."""
        adapter = Adapter("fake", self.module)
        given = {"timeout": 20, **settings}
        source = Source("sub/s.wast", text)
        return list(run_whole(adapter, source.name, source, parse_script(text), **given))  # type: ignore[arg-type]  # as the caller gives them

    def statuses(self, text: str, **settings: float | dict[int, str]) -> str:
        """The first letters of the statuses of the script `text`."""
        return "".join(r.status.value[0] for r in self.run(text, **settings))

    @property
    def seen(self) -> list[str]:
        """The scripts that were run."""
        return self.log.read_text("utf-8").split("\f")[:-1] if self.log.exists() else []


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    return Fake(tmp_path)


@pytest.fixture
def mute(tmp_path: Path) -> Fake:
    return Fake(tmp_path, mute=True)


@pytest.fixture
def by_json(tmp_path: Path) -> Fake:
    fake = Fake(tmp_path, way="compute_json_argv")

    def read(output: Output, file: str) -> Said | None:
        if not output.stdout.rstrip().endswith("passed."):
            return None
        failures = re.findall(r"script\.wast:(\d+): (.*)", output.stdout)
        return Said([(int(line), text) for line, text in failures], complete=True)

    fake.define("read_output", read)
    fake.define("lacks", lambda command: "no exceptions" if "exc" in command["type"] else "")
    return fake


def test_a_script_that_passes_is_run_once_as_it_is(fake: Fake) -> None:
    text = ";; a comment\n" + MODULE + GOOD * 5
    assert fake.statuses(text) == "pppppp"
    assert fake.seen == [text]


def test_what_the_engine_names_fails_and_the_rest_runs_again(fake: Fake) -> None:
    text = MODULE + GOOD * 5 + '(assert_return (invoke "g")) ;; fail got 7\n' + GOOD * 2
    results = fake.run(text)
    assert [r.status for r in results] == [Status.PASS] * 6 + [Status.FAIL] + [Status.PASS] * 2
    failed = results[6]
    assert (failed.line, failed.kind, failed.expected, failed.got) == (
        *(7, "assert_return", "nothing"),
        "got 7",
    )
    assert len(fake.seen) == 2
    assert fake.seen[1].splitlines()[6] == '(invoke "g")'


def test_an_action_that_fails_too_is_kept_as_a_trap_and_then_not_at_all(fake: Fake) -> None:
    text = MODULE + '(assert_return (invoke ;; fail\n "f"))\n' + GOOD
    assert fake.statuses(text) == "pfp"
    kept = [script.removeprefix(MODULE).split(GOOD)[0].split() for script in fake.seen]
    assert [words[:2] for words in kept] == [
        ["(assert_return", "(invoke"],
        ["(invoke", ";;"],
        ["(assert_trap", "(invoke"],
        [],
    ]


def test_actions_on_what_has_no_state_are_not_kept(fake: Fake) -> None:
    text = '(module (func (export "f")))\n' + '(assert_return (invoke "f")) ;; fail\n' + GOOD
    assert fake.statuses(text) == "pfp"
    assert "invoke" in fake.seen[0].splitlines()[1]
    assert "invoke" not in fake.seen[1].splitlines()[1]


def test_nothing_runs_on_what_could_not_be_made(fake: Fake) -> None:
    other = '(module $N (func (export "f")))\n'
    text = MODULE + other.replace(")\n", ") ;; fail no gc\n") + GOOD + '(register "N" $N)\n' + GOOD
    results = fake.run(text + '(assert_return (invoke $M "f"))\n' + other + GOOD)
    assert [(r.status.value, r.got) for r in results] == [
        ("pass", ""),
        ("fail", "no gc"),
        ("fail", "no instance defined"),
        ("fail", "no instance $N defined"),
        ("fail", "no instance defined"),
        ("pass", ""),
        ("pass", ""),
        ("pass", ""),
    ]
    assert len(fake.seen) == 2


def test_commands_on_one_line_are_told_apart(fake: Fake) -> None:
    text = MODULE + '(assert_return (invoke "f")) (assert_return (invoke "g")) ;; fail\n'
    assert fake.statuses(text + GOOD) == "ppfp"


@pytest.mark.parametrize("n", [0, 3, 11])
def test_an_exit_code_alone_is_searched_for_by_halving(mute: Fake, n: int) -> None:
    bad = '(assert_return (invoke "f")) ;; quit\n'
    text = MODULE + GOOD * n + bad + GOOD * (11 - n)
    results = mute.run(text)
    assert [r.status.value for r in results] == ["pass"] * (n + 1) + ["fail"] + ["pass"] * (11 - n)
    assert results[n + 1].got == "exit code 1"
    assert len(mute.seen) <= 8


@pytest.mark.skipif(sys.platform == "win32", reason="signals end no process there")
def test_a_crash_has_evidence_and_the_script_goes_on(fake: Fake) -> None:
    text = MODULE + GOOD * 3 + '(assert_return (invoke "g")) ;; crash\n' + GOOD * 3
    results = fake.run(text)
    assert [r.status.value for r in results] == ["pass"] * 4 + ["crash"] + ["pass"] * 3
    assert results[4].got == "ended by SIGTERM; about to die"
    assert 'invoke "g"' not in fake.seen[-1]


def test_a_hang_is_ended_and_the_script_goes_on(fake: Fake) -> None:
    text = MODULE + '(assert_return (invoke "g")) ;; hang\n' + GOOD
    results = fake.run(text, timeout=2)
    assert [r.status.value for r in results] == ["pass", "timeout", "pass"]
    assert results[1].got.startswith("did not end in time")


def test_what_makes_no_sense_is_kept_as_such(fake: Fake) -> None:
    fake.define(
        "read_output", lambda output, file: None if output.stdout else Said((), complete=True)
    )
    results = fake.run(MODULE + '(assert_return (invoke "g")) ;; garbage\n' + GOOD)
    assert [r.status.value for r in results] == ["pass", "garbled", "pass"]
    assert results[1].got == "exit code 0; \\xff\0 what is this"


def test_a_place_outside_the_script_is_searched_for(fake: Fake) -> None:
    def read(output: Output, file: str) -> Said:
        said = read_output_of(output, file)
        return Said([(1000, "x")], complete=False) if said.failures else said

    fake.define("read_output", read)
    text = MODULE + '(assert_return (invoke "g")) ;; fail\n' + GOOD
    assert fake.statuses(text) == "pgp"


def test_an_engine_that_runs_nothing_at_all_is_soon_found_out(fake: Fake) -> None:
    fake.define("read_output", lambda output, file: Said((), complete=False))
    assert fake.statuses(MODULE + GOOD * 20) == "f" * 21
    assert len(fake.seen) == 2


def test_a_program_that_cannot_be_started(fake: Fake, tmp_path: Path) -> None:
    fake.define("compute_script_argv", lambda script: [str(tmp_path / "none"), script])
    results = fake.run(MODULE + GOOD)
    assert {r.status for r in results} == {Status.CRASH}
    assert results[0].got.startswith(f"{UNSTARTED}: {tmp_path / 'none'} cannot be started: ")


def test_an_absent_engine_is_not_run(fake: Fake) -> None:
    def absent(script: str) -> list[str]:
        raise Absent("no program")

    fake.define("compute_script_argv", absent)
    with pytest.raises(Absent):
        fake.run(MODULE)


def test_what_the_engine_lacks_is_left_out_with_what_builds_on_it(fake: Fake) -> None:
    text = MODULE + GOOD + '(module (func (export "f")))\n' + GOOD + '(invoke $M "f")\n'
    results = fake.run(text, lacking={2: "needs gc"})
    assert [(r.status.value, r.got) for r in results[2:]] == [
        ("unsupported", "needs gc"),
        ("unsupported", "needs gc"),
        ("pass", ""),
    ]
    assert fake.seen[0].splitlines() == [*MODULE.splitlines(), GOOD[:-1], "", "", '(invoke $M "f")']


COUNTED = """(module $A (memory 1) (global (export "g") i32 (i32.const 7))
  (func (export "two") (result i32 i64) (i32.const 7) (i64.const 8)) (func (export "none")))
(assert_return (invoke "two") (i32.const 7))
(assert_return (invoke "two") (i32.const 7) (i64.const 8))
(assert_return (invoke "two") (i32.const 7) (i64.const 8) (i32.const 9))
(assert_return (invoke $A "two"))
(assert_return (invoke "none"))
(assert_return (invoke "none") (i32.const 7))
(assert_return (get "g"))
(assert_return (invoke "other"))
(module definition $D (func (export "f") (result f32) (f32.const 1)))
(module instance $I $D)
(assert_return (invoke "f"))
"""


def test_a_runner_that_does_not_count_results_passes_no_others(fake: Fake) -> None:
    """What is called runs, for what it does; what exports it, the engine may know better."""
    assert fake.statuses(COUNTED) == "p" * 12
    fake.define("counts_results", lambda: False)
    results = fake.run(COUNTED)
    assert "".join(r.status.value[0] for r in results) == "pfpffpffpppf"
    got = {r.line: r.got for r in results if r.status is Status.FAIL}
    types = {3: "i32 i64", 5: "i32 i64", 6: "i32 i64", 8: "", 9: "i32", 13: "f32"}
    said = "values of type [{}], which the engine does not count"
    assert got == {line: said.format(t) for line, t in types.items()}
    assert results[1].expected == "(i32.const 7)"
    assert fake.seen[-1].count('(invoke "two")') == 3


def test_what_refers_to_nothing_fails_without_the_engine(fake: Fake) -> None:
    results = fake.run('(invoke "f")\n(register "x" $X)\n(module instance $I $D)\n')
    assert [r.got for r in results] == [
        "no instance defined",
        "no instance $X defined",
        "no module $D defined",
    ]
    assert fake.seen == []


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        """The time, in seconds."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What tells those the time that run scripts; not those that wait for processes."""
    clock = Clock()
    for module in (scripts, settling):
        monkeypatch.setattr(module, "time", clock)
    return clock


def later(fake: Fake, clock: Clock, by: float) -> None:
    """Each run of a script takes `by` seconds, as the clock has it."""
    argv = fake.module.compute_script_argv

    def compute(script: str) -> list[str]:
        clock.now += by
        found: list[str] = argv(script)
        return found

    fake.define("compute_script_argv", compute)


@pytest.mark.parametrize(
    ("hours", "statuses", "runs"),
    [(0, "ssssss", 0), (1, "sfssss", 1), (2, "sfssfs", 2), (3, "pfppfp", 3)],
)
def test_when_the_time_is_over_the_rest_is_skipped(
    fake: Fake, clock: Clock, hours: int, statuses: str, runs: int
) -> None:
    bad = '(assert_return (invoke "g")) ;; fail\n'
    later(fake, clock, HOUR)
    assert fake.statuses(MODULE + bad + GOOD * 2 + bad + GOOD, whole=hours * HOUR) == statuses
    assert len(fake.seen) == runs


@pytest.mark.parametrize(("hours", "status"), [(1, "s"), (2, "s"), (99, "f")])
def test_an_engine_that_only_had_no_more_time_is_not_blamed(
    mute: Fake, clock: Clock, hours: int, status: str
) -> None:
    later(mute, clock, HOUR)
    assert (
        mute.statuses(MODULE + '(assert_return (invoke "g")) ;; quit\n', whole=hours * HOUR)[1]
        == status
    )


def test_results_can_begin_later(fake: Fake) -> None:
    assert [r.index for r in fake.run(MODULE + GOOD * 3, done=2)] == [2, 3]


def test_a_script_that_is_one_module(fake: Fake) -> None:
    (result,) = fake.run("(func) (func)")
    assert (result.status, result.phrases) == (Status.PASS, 2)


# JSON


def call(name: str) -> str:
    return f'(assert_return (invoke $M "{name}"))\n'


def test_an_engine_that_goes_on_after_failures_runs_once(by_json: Fake) -> None:
    text = MODULE + call("f") + call("fail") + call("f") * 3 + call("fail")
    assert by_json.statuses(text) == "ppfpppf"
    assert len(by_json.seen) == 1


def test_what_has_no_form_in_json_is_unsupported(by_json: Fake) -> None:
    results = by_json.run(MODULE + '(assert_exception (invoke "f"))\n' + call("f"))
    assert [(r.status.value, r.got) for r in results] == [
        ("pass", ""),
        ("unsupported", "no exceptions"),
        ("pass", ""),
    ]


def test_a_runner_of_texts_may_have_no_form_either(fake: Fake) -> None:
    fake.define("lacks", lambda command: "no such" if command["type"].endswith("ion") else "")
    assert fake.statuses(MODULE + '(assert_exception (invoke "f"))\n' + GOOD) == "pup"
    assert "assert_exception" not in fake.seen[0]


@pytest.mark.skipif(sys.platform == "win32", reason="signals end no process there")
def test_failures_beside_a_crash(by_json: Fake) -> None:
    text = MODULE + call("fail") + call("f") + call("crash") + call("f") + call("fail")
    assert by_json.statuses(text) == "pfpcpf"


def test_garbage_instead_of_a_total(by_json: Fake) -> None:
    assert by_json.statuses(MODULE + call("f") + call("garbage") + call("f") * 2) == "ppgpp"


def test_after_a_module_that_failed_only_what_does_not_need_it_counts(by_json: Fake) -> None:
    """The engine went on with the module before, which says nothing of the assertions after."""
    read = by_json.module.read_output
    by_json.define(
        "read_output",
        lambda output, file: (
            Said([(3, "no gc")], complete=True)
            if by_json.seen[-1].count('"type": "module"') == 2
            else read(output, file)
        ),
    )
    text = MODULE + GOOD + '(module $B (func (export "f")))\n' + GOOD + call("f")
    results = by_json.run(text)
    assert [(r.status.value, r.got) for r in results] == [
        ("pass", ""),
        ("pass", ""),
        ("fail", "no gc"),
        ("fail", "no instance defined"),
        ("pass", ""),
    ]
