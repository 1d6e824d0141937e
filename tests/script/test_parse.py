"""Scripts to commands; tests/conformance walks through the official suite."""

from __future__ import annotations

import pytest

from refwasm.errors import Malformed
from refwasm.script.commands import (
    ActionCommand,
    AssertFails,
    AssertModule,
    AssertReturn,
    BinaryModule,
    Command,
    Either,
    Get,
    HostConst,
    InstanceCommand,
    Invoke,
    LanesPattern,
    ModuleCommand,
    NanPattern,
    NullConst,
    NumConst,
    QuotedModule,
    RefPattern,
    Register,
    TextModule,
    VecConst,
)
from refwasm.script.parse import parse_script
from refwasm.syntax.modules import Module
from refwasm.syntax.types import ANY, EXTERN, F32, F64, FUNC, I32

CALL = '(invoke "f")'
INVOKE = Invoke(None, "f", ())


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ('(register "a")', Register(0, "a", None)),
        ('(register "a" $m)', Register(0, "a", "m")),
        (CALL, ActionCommand(0, INVOKE)),
        ('(get $m "g")', ActionCommand(0, Get("m", "g"))),
        ('(invoke $m "f" (i32.const 1) (ref.null func) (ref.extern 2) (ref.host 3))',
         ActionCommand(0, Invoke("m", "f", (
             NumConst(I32, 1), NullConst(FUNC), HostConst(2, True), HostConst(3, False))))),
        ('(invoke "f" (v128.const i64x2 1 2))',
         ActionCommand(0, Invoke(None, "f", (VecConst(1 | 2 << 64),)))),
        (f'(assert_trap {CALL} "t")', AssertFails(0, "assert_trap", INVOKE, "t")),
        (f'(assert_exhaustion {CALL} "t")', AssertFails(0, "assert_exhaustion", INVOKE, "t")),
        (f"(assert_exception {CALL})", AssertFails(0, "assert_exception", INVOKE, "")),
        ('(module binary "\\00" "a")', ModuleCommand(0, None, BinaryModule(b"\0a"), False)),
        ('(module definition $m quote "(" "f)")',
         ModuleCommand(0, "m", QuotedModule(b"(f)"), True)),
        ("(module instance)", InstanceCommand(0, None, None)),
        ("(module instance $m)", InstanceCommand(0, None, "m")),
        ("(module instance $i $m)", InstanceCommand(0, "i", "m")),
        ('(assert_malformed (module quote "x") "t")',
         AssertModule(0, "assert_malformed", QuotedModule(b"x"), None, "t")),
        ('(assert_trap (module binary "") "t")',
         AssertModule(0, "assert_trap", BinaryModule(b""), None, "t")),
        ('(assert_unlinkable (module instance $m) "t")',
         AssertModule(0, "assert_unlinkable", None, InstanceCommand(19, None, "m"), "t")),
    ],
)  # fmt: skip
def test_commands(text: str, command: Command) -> None:
    assert parse_script(text) == [command]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("(i32.const -1)", NumConst(I32, 2**32 - 1)),
        ("(f32.const nan:canonical)", NanPattern(F32, True)),
        ("(f64.const nan:arithmetic)", NanPattern(F64, False)),
        ("(v128.const i8x16" + " 1" * 16 + ")", VecConst(int("01" * 16, 16))),
        ("(v128.const f64x2 1 nan:canonical)",
         LanesPattern("f64x2", (0x3FF0000000000000, NanPattern(F64, True)))),
        ("(ref.null)", NullConst(None)),
        ("(ref.null any)", NullConst(ANY)),
        ("(ref)", RefPattern(ANY)),
        ("(ref.func)", RefPattern(FUNC)),
        ("(ref.extern)", RefPattern(EXTERN)),
        ("(ref.extern 7)", HostConst(7, True)),
        ("(either (i32.const 1) (either (ref.null) (ref.func)))",
         Either((NumConst(I32, 1), NullConst(None), RefPattern(FUNC)))),
    ],
)  # fmt: skip
def test_patterns(text: str, pattern: object) -> None:
    (command,) = parse_script(f"(assert_return {CALL} {text})")
    assert isinstance(command, AssertReturn)
    assert command.results == (pattern,)


def test_older_assertions_of_nans() -> None:
    commands = parse_script(
        f"(assert_return_canonical_nan {CALL}) (assert_return_arithmetic_nan {CALL})"
    )
    assert [c.results for c in commands if isinstance(c, AssertReturn)] == [
        (NanPattern(None, True),),
        (NanPattern(None, False),),
    ]


def parsed(command: Command) -> Module | Malformed:
    """What the module that `command` writes out became."""
    assert isinstance(command, ModuleCommand)
    assert isinstance(command.definition, TextModule)
    return command.definition.module


def test_a_malformed_module_is_one_command() -> None:
    broken, good, late, action = parse_script(
        '(module (func (foo)) (memory 1)) (module $m (func)) (module nop) (get "x")'
    )
    error = parsed(broken)
    assert isinstance(error, Malformed)
    assert (error.message, error.offset) == ("unknown operator foo", 15)
    assert isinstance(parsed(good), Module)
    assert isinstance(parsed(late), Malformed)
    assert isinstance(action, ActionCommand)


def test_a_script_may_be_the_fields_of_a_module() -> None:
    (command,) = parse_script(" (func) (memory 0) (func)")
    module = parsed(command)
    assert isinstance(module, Module) and len(module.funcs) == 2
    assert isinstance(command, ModuleCommand) and command.phrases == 3


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("(foo)", "unknown operator foo", 1),
        ("(func) (foo)", None, 0),
        ("foo", "unknown operator foo", 0),
        ("(assert_return (nop))", "unexpected token `nop`, expected an action", 16),
        ("(module", "unexpected token", 7),
        ("(module))", "unexpected token", 8),
        ('(register "\\ff")', "malformed UTF-8 encoding", 10),
        (f"(assert_return {CALL} (i32.const nan:canonical))", "unexpected token", 39),
        (f"(assert_return {CALL} (v128.const f32x4 1 2))", "wrong number of lane literals", 49),
        ('(assert_return (invoke "f" (i32.const 0x1_0000_0000)))', "constant out of range", 38),
    ],
)
def test_malformed_scripts(text: str, message: str | None, offset: int) -> None:
    if message is None:
        assert isinstance(parsed(parse_script(text)[0]), Malformed)
        return
    with pytest.raises(Malformed) as caught:
        parse_script(text)
    assert caught.value.message.startswith(message)
    assert caught.value.offset == offset


def test_alternatives_nest_deeply() -> None:
    text = "(either " * 50_000 + "(i32.const 1)" + ")" * 50_000
    (command,) = parse_script(f"(assert_return {CALL} {text})")
    assert isinstance(command, AssertReturn)
    assert command.results == (Either((NumConst(I32, 1),)),)
