"""Results as lines of JSON."""

from __future__ import annotations

import pytest

from refwasm.script.results import LONGEST, Result, Status, bounded, from_json, to_json

RESULT = Result(
    *("core/a.wast", 3, 17, "assert_trap", Status.FAIL, "trap: x", "\u2028\n\ufffdé"),
    *(("i32.add", "end"), "a trap", "i32.add", 2, 0.25),
)


def test_there_and_back() -> None:
    line = to_json(RESULT)
    assert line.isascii()
    assert "\n" not in line
    assert from_json(line) == RESULT


def test_what_engines_say_is_bounded_and_clean() -> None:
    result = Result(
        "a", 0, 1, "module", Status.FAIL, "e" * 9999, "\ud800" * 9999 + "end", trap="\udfff"
    )
    assert (len(result.expected), len(result.got)) == (LONGEST - 1, LONGEST - 1)
    assert result.got.startswith("\ufffd")
    assert "..." in result.got
    assert result.got.endswith("end")
    assert result.trap == "\ufffd"
    assert from_json(to_json(result)) == result
    assert bounded("é" * LONGEST) == "é" * LONGEST


@pytest.mark.parametrize("status", Status)
def test_every_status(status: Status) -> None:
    result = Result("a", 0, 1, "module", status)
    assert from_json(to_json(result)) == result


@pytest.mark.parametrize("line", ["", "{}", '{"script": 1}', to_json(RESULT)[:-2]])
def test_what_is_no_result(line: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        from_json(line)


@pytest.mark.parametrize(
    ("kind", "asserts"), [("assert_return", True), ("module", False), ("action", False)]
)
def test_assertions_are_known_by_their_directive(kind: str, asserts: bool) -> None:
    assert Result("a", 0, 1, kind, Status.PASS).is_assertion is asserts
