"""Running scripts: a result for every command, on an engine that obeys."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from refwasm.errors import (
    Exhaustion,
    Invalid,
    Malformed,
    Refused,
    Trap,
    UncaughtException,
    Unlinkable,
    WasmError,
)
from refwasm.script.commands import Const, Definition, NumConst, TextModule
from refwasm.script.engine import Undefined, Unsupported
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.run import ASSERTED, LATE, CommandTimeout, run_script
from refwasm.script.values import Value
from refwasm.source import Source
from refwasm.syntax.types import I32

THROWN = UncaughtException(None)
THROWN.message = "text of it"

ERRORS: dict[str, BaseException] = {
    "malformed": Malformed("text of it"),
    "invalid": Invalid("text of it", instruction="nop"),
    "refused": Refused("text of it"),
    "unlinkable": Unlinkable("text of it"),
    "trap": Trap("text of it", instruction="i32.div_s"),
    "exhaustion": Exhaustion("text of it"),
    "exception": THROWN,
    "unsupported": Unsupported("not this one"),
    "bug": ValueError("oops"),
    "slow": CommandTimeout(),
}


class Obedient:
    """An engine whose functions fail as their names say, else return how many calls there were.

    A module does so as its first export says: `module NAME` when defined, `instance NAME` later.
    """

    texts = True

    def __init__(self) -> None:
        self.calls = 0
        self.defined = 0
        self.names: list[str] = []
        self.ran: tuple[str, ...] = ()

    def define(self, definition: Definition, *, customs: bool = False) -> str:
        self.defined += 1
        assert isinstance(definition, TextModule)
        if isinstance(definition.module, Malformed):
            raise definition.module
        exports = [e.name for e in definition.module.exports]
        self.fail("module", *exports)
        return exports[0] if exports else ""

    def instantiate(self, module: str) -> str:
        self.fail("instance", module)
        return module

    def register(self, name: str, instance: str) -> None:
        self.names.append(f"{name}={instance}")

    def invoke(self, instance: str, name: str, args: Sequence[Const]) -> tuple[Value, ...]:
        self.ran = ("call", *(["i32.div_s"] if name == "trap" else []))
        self.calls += 1
        if name in ERRORS:
            raise ERRORS[name]
        if name == "none":
            raise Undefined("no exported function")
        return tuple(NumConst(I32, self.calls) for _ in range(name.count("1")))

    def get(self, instance: str, name: str) -> Value:
        return NumConst(I32, int(name))

    def executed(self) -> tuple[str, ...]:
        ran, self.ran = self.ran, ()
        return ran

    def close(self) -> None:
        """Nothing is held."""

    def fail(self, phase: str, *names: str) -> None:
        """Fail if that is what the first of `names` says of `phase`."""
        if names and names[0].startswith(f"{phase} "):
            happens = names[0].removeprefix(f"{phase} ")
            if happens != "1":
                raise ERRORS.get(happens, Undefined("nothing like it"))


def run(text: str, **options: object) -> list[Result]:
    """The results of the script `text`."""
    source = Source("s.wast", text)
    return list(run_script("s.wast", source, parse_script(text), Obedient(), **options))  # type: ignore[arg-type]  # of run_script


def module(first_export: str) -> str:
    """A module that the engine looks at."""
    return f'(module (func (export "{first_export}")))'


MODULES = ("malformed", "invalid", "unlinkable", "trap")
FAILS = {"exhaustion": "exhaustion", "exception": "exception", "trap": "trap"}


@pytest.mark.parametrize("asserted", MODULES)
@pytest.mark.parametrize("happens", [*ERRORS, "nothing"])
def test_modules_that_are_refused(asserted: str, happens: str) -> None:
    phase = "module" if asserted in ("malformed", "invalid") else "instance"
    refused = module(f"{phase} {happens}" if happens != "nothing" else "fine")
    [result] = run(f'(assert_{asserted} {refused} "text")')
    either = happens == "refused" and phase == "module"
    if asserted == happens or either:
        assert result.status is Status.PASS
    elif happens in ("unsupported", "bug", "slow"):
        expected = {"bug": "error", "slow": "timeout"}.get(happens, happens)
        assert result.status.value == expected
    else:
        got = {"module": "a valid module", "instance": "an instance"}[phase]
        got = got if happens == "nothing" else f"{happens}: text of it"
        assert (result.status, result.got) == (Status.FAIL, got)
        assert result.expected == f"{asserted}: text"


@pytest.mark.parametrize("asserted", FAILS)
@pytest.mark.parametrize("happens", [*ERRORS, "none", "11"])
def test_actions_that_fail(asserted: str, happens: str) -> None:
    text = '"text"' if asserted != "exception" else ""
    result = run(f'(module) (assert_{asserted} (invoke "{happens}") {text})')[1]
    statuses = {"unsupported": "unsupported", "bug": "error", "slow": "timeout", asserted: "pass"}
    assert result.status.value == statuses.get(happens, "fail")
    if happens == "11":
        assert result.got == "(i32.const 1) (i32.const 1)"


SCRIPTS = {
    "invoke": '(module) (invoke "{}")',
    "return": '(module) (assert_return (invoke "{}") (i32.const 1))',
    "define": '(module (func (export "module {}")))',
    "instantiate": '(module (func (export "instance {}")))',
}


@pytest.mark.parametrize("happens", [*ERRORS, "none", "1"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_what_asserts_no_failure_may_not_fail(script: str, happens: str) -> None:
    result = run(SCRIPTS[script].format(happens))[-1]
    statuses = {"unsupported": "unsupported", "bug": "error", "slow": "timeout", "1": "pass"}
    assert result.status.value == statuses.get(happens, "fail")


@pytest.mark.parametrize(
    ("text", "ok"),
    [("", True), ("text", True), ("text of it", True), ("text of it all", False), ("of", False)],
)
def test_a_text_is_a_prefix(text: str, ok: bool) -> None:
    result = run(f'(module) (assert_trap (invoke "trap") "{text}")')[1]
    assert (result.status is Status.PASS) is ok


@pytest.mark.parametrize(
    ("command", "got"),
    [
        ('(assert_return (invoke "1") (i32.const 1))', ""),
        ('(assert_return (invoke "11") (i32.const 1) (i32.const 1))', ""),
        ('(assert_return (invoke "0"))', ""),
        ('(assert_return (get "7") (i32.const 7))', ""),
        ('(assert_return (invoke "1") (i32.const 2))', "(i32.const 1)"),
        ('(assert_return (invoke "1"))', "(i32.const 1)"),
        ('(assert_return (invoke "0") (i32.const 1))', "nothing"),
        ('(assert_return (get $m "7") (i32.const 7))', "no instance $m defined"),
    ],
)
def test_results_are_compared(command: str, got: str) -> None:
    result = run(f"(module) {command}")[1]
    assert result.got == got
    assert (result.status is Status.PASS) is (got == "")


def test_names() -> None:
    """A module that fails takes its name with it; `instance` and `register` find what is defined."""
    results = run(
        '(module $a) (register "x" $a) (module definition $d) (module instance $i $d)'
        '(register "y" $i) (register "z") (register "w" $d)'
        f'{module("instance trap").replace("(module", "(module $a")} (register "v" $a)'
        '(module instance $none) (invoke "0") (module) (invoke "0")'
    )
    assert [r.status.value for r in results] == [
        *("pass", "pass", "pass", "pass", "pass", "pass", "fail", "fail", "fail", "fail"),
        *("fail", "pass", "pass"),
    ]
    assert [r.got for r in results if r.got][-2:] == [
        "no module $none defined",
        "no instance defined",
    ]


def test_what_a_result_tells() -> None:
    text = '(module)\n(assert_trap (invoke "trap") "text")\n(assert_invalid\n(module) "x")'
    _, trap, invalid = run(text)
    assert (trap.line, trap.index, trap.kind) == (2, 1, "assert_trap")
    assert trap.instructions == ("call", "i32.div_s")
    assert (trap.trap, trap.site) == ("text of it", "i32.div_s")
    assert (invalid.line, invalid.instructions, invalid.trap) == (3, (), "")


def test_where_a_module_was_rejected_counts_as_exercised() -> None:
    [result] = run(f'(assert_invalid {module("module invalid")} "text")')
    assert (result.instructions, result.site, result.trap) == (("nop",), "nop", "")


def test_going_on_after_a_crash() -> None:
    """What ran before runs again without a result, except what took the process down."""
    call = '(assert_return (invoke "1") (i32.const {}))'
    script = "(module)" + "".join(map(call.format, (1, 2, 3)))
    assert [r.status.value for r in run(script)] == ["pass"] * 4
    [last] = run(script, done=3, skip={2})
    assert (last.index, last.got) == (3, "(i32.const 2)")


class Clock:
    """A guard for whom time is over after some commands."""

    def __init__(self, commands: int):
        self.left = commands

    def begin(self) -> None:
        self.left -= 1

    def end(self) -> None: ...

    def expired(self) -> bool:
        return self.left == 0


def test_the_time_of_a_script() -> None:
    results = run("(module) (module) (module) (module)", guard=Clock(2))
    assert [(r.status.value, r.got) for r in results] == [
        *[("pass", ""), ("pass", ""), ("timeout", LATE), ("skipped", LATE)]
    ]


def test_fields_of_a_module_without_parentheses() -> None:
    [result] = run("(func) (memory 1) (table 1 funcref)")
    assert (result.kind, result.phrases) == ("module", 3)


def test_every_class_of_error_is_asserted_by_some_directive() -> None:
    asserted = {error for errors in ASSERTED.values() for error in errors}
    assert asserted == {type(e) for e in ERRORS.values() if isinstance(e, WasmError)}


def test_what_the_engine_lacks_is_not_run() -> None:
    """And no older instance is taken for that of a module which is left out."""
    results = run(
        f"""{module("1")} (module $a) (module instance $b $a)
        (assert_return (invoke "1") (i32.const 1)) (assert_return (invoke $b "1") (i32.const 1))""",
        lacking={1: "needs gc", 2: "needs gc"},
    )
    assert [r.status.value for r in results] == ["pass", *["unsupported"] * 2, "fail", "fail"]
    assert [r.got for r in results[1:]] == [
        *["needs gc"] * 2, "no instance defined", "no instance $b defined"
    ]  # fmt: skip
