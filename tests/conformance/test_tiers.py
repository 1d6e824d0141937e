"""Every script of the suite passes on all tiers, with the same values and texts, and leaves the same state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refwasm.compile.tiers import TIERS
from refwasm.runtime.aggregates import ArrayInst, StructInst
from refwasm.runtime.instances import GlobalInst, ModuleInst
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.source import Source
from refwasm.syntax.deftypes import DefType
from refwasm.syntax.features import DEFAULT, features_of
from refwasm.syntax.types import ANYREF, F64, GlobalType
from tests.conformance.suite import CURRENT, LEGACY, ROOT, needs_suite, uncovered
from tests.conformance.tiers import Defined, Outcome, State, outcome

LEGACY_ON = features_of("3", ["+legacy-exceptions"])
REFERENCE = "interpret"


def outcomes(name: str, text: str) -> dict[str, Outcome]:
    """What the script `text` does on each tier."""
    features = LEGACY_ON if name in LEGACY else DEFAULT
    source, defined = Source(name, text), Defined()
    commands = parse_script(text, features=features)
    with uncovered():
        return {tier: outcome(tier, source, commands, features, defined) for tier in TIERS}


def comparable(result: Result) -> Result:
    """`result` without its time, and what only the interpreter tells."""
    return replace(result, seconds=0.0, instructions=())


def differences(name: str, text: str) -> list[str]:
    """What is not as it should be: a command that does not pass, or a tier that differs."""
    found = outcomes(name, text)
    wanted = found[REFERENCE]
    wrong = [f"{name}:{r.line}: {r.got}" for r in wanted.results if r.status is not Status.PASS]
    for tier, got in found.items():
        if list(map(comparable, got.results)) != list(map(comparable, wanted.results)):
            wrong.append(f"{name}: {tier}: other results")
        for one, other in ((wanted.seen, got.seen), (wanted.state, got.state)):
            if one != other:
                pairs = zip(one, other, strict=False)
                first = next((pair for pair in pairs if pair[0] != pair[1]), (len(one), len(other)))
                wrong.append(f"{name}: {tier}: {first[0]} and {first[1]}")
    return wrong


@needs_suite
@pytest.mark.parametrize("script", [*CURRENT, *LEGACY])
def test_all_tiers_agree(script: str) -> None:
    assert not differences(script, (ROOT / script).read_text("utf-8"))


def test_what_a_script_does_is_written_down() -> None:
    text = """(module (memory 1) (data (i32.const 1) "a") (table 1 funcref) (elem (i32.const 0) $f)
      (global (mut f32) (f32.const nan:0x1)) (func $f (export "f") (param i32) (result i32)
        (i32.store8 (i32.const 0) (i32.const 1)) (i32.div_u (i32.const 7) (local.get 0))))
     (assert_return (invoke "f" (i32.const 2)) (i32.const 3))
     (assert_trap (invoke "f" (i32.const 0)) "integer divide by zero")"""
    found = outcomes("a", text)
    for made in found.values():
        assert made.seen == ["an instance", "(i32.const 3)", "trap: integer divide by zero"]
        assert [line.partition(": ")[2].split()[0] for line in made.state] == [
            *("memory", "table", "global", "elem", "data"),
        ]
        assert made.state[1] == "0: table 0: 1 function 0.0 None"
    other = outcomes(
        "a", text.replace("(i32.const 0) (i32.const 1))", "(i32.const 0) (i32.const 2))")
    )
    assert [a == b for a, b in zip(found["auto"].state, other["auto"].state, strict=True)] == [
        *(False, True, True, True, True),
    ]
    assert not differences("a", text)
    [failed] = differences("a", text.replace("(i32.const 3)", "(i32.const 4)"))
    assert failed == "a:4: (i32.const 3)"


def test_aggregates_are_compared_by_what_they_hold() -> None:
    kind = DefType.__new__(DefType)
    inner = ArrayInst(kind, bytearray(b"\1\2"))  # type: ignore[arg-type]  # as arrays of bytes are
    outer = StructInst([inner, None, 1.0])
    outer.append(outer)
    ref, number = GlobalType(True, ANYREF), GlobalType(True, F64)
    instance = ModuleInst(globals=[GlobalInst(ref, outer), GlobalInst(number, 1.0)])
    bits = "000000000000f03f"
    assert list(State([instance]).lines()) == [
        "0: global 0: #0",
        f"0: global 1: {bits}",
        f"#0: struct #1 None {bits} #0",
        "#1: array 0102",
    ]
