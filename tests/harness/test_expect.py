"""Files of expectations."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.harness.expect import Expected, ExpectError, load, read
from refwasm.script.results import Result, Status

FILE = """version = 1

[[suite]]
name = "core"
engine = "wasm*"

# A comment
[[suite.test]]  # and another
name = "simd/*.wast"
expected = "fail"
line = [12, 30]
reason = "NaN bits"
issue = "#7"

[[suite.test]]
name = "stack"
kind = ["assert_exhaustion", "action"]
instruction = "i32.div_?"
text = 'invoke  "f"'
platform = ["macos", "linux-x86_64"]
engine = "node"
expected = ["crash", "timeout"]

[[suite]]
[[suite.test]]
name = "a.wast"
action = "skip"
"""


def test_entries() -> None:
    simd, stack, skip = read(FILE, "e.toml")
    assert simd == Expected(
        place="e.toml:8",
        script="core/simd/*.wast",
        statuses=frozenset({Status.FAIL}),
        lines=(12, 30),
        engines=("wasm*",),
        reason="NaN bits",
        issue="#7",
    )
    assert simd.excuse == "NaN bits (#7)"
    assert (stack.place, stack.engines, stack.excuse) == ("e.toml:15", ("node",), "e.toml:15")
    assert stack.statuses == {Status.CRASH, Status.TIMEOUT}
    assert skip == Expected(place="e.toml:25", script="a.wast", skip=True)


def test_what_is_meant() -> None:
    simd, stack, _ = read(FILE, "e.toml")
    assert simd.holds_for("core/simd/x.wast")
    assert not simd.holds_for("simd/x.wast")
    assert stack.holds_for("core/stack.wast")
    assert stack.concerns(["n", "node"], "Darwin arm64")
    assert stack.concerns(["node"], "Linux x86_64")
    assert not stack.concerns(["node"], "Linux aarch64")
    assert not simd.concerns(["node"], "Linux x86_64")
    result = Result("", 0, 12, "action", Status.FAIL, instructions=("end", "i32.div_s"))
    assert stack.selects(result, '(invoke\n  "f")')
    assert not stack.selects(result, '(invoke "g")')
    assert simd.selects(result, "")


TEST = '[[suite]]\n[[suite.test]]\nname = "a"\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("version = 1\nsuite = ", "e.toml:2: Invalid value"),
        ("a = 1\nversion = x\n", "e.toml:2: Invalid value"),
        ("version = 2", "e.toml: version: not 1"),
        ("suite = 1", "e.toml: suite: not a list of tables"),
        ("suites = 1", "e.toml: suites is no key of such a file"),
        ("[[suite]]\nname = 1", "e.toml: a suite has a name"),
        ("[[suite]]\ntest = [{name = 'a'}]", "e.toml: each test begins with a line"),
        (TEST, "e.toml:2: what is expected?"),
        ('[[suite]]\n[[suite.test]]\nexpected = "fail"', "e.toml:2: name: which script"),
        (f"{TEST}expcted = 'fail'", "e.toml:2: expcted is no key of a test"),
        (f"{TEST}expected = 'bad'", "e.toml:2: expected: 'bad', not pass or of fail, text, error"),
        (f"{TEST}expected = ['pass', 'fail']", "e.toml:2: expected: 'pass', not"),
        (f"{TEST}expected = [1]", "e.toml:2: expected: neither a string nor a list"),
        (f"{TEST}expected = 'unexpected'", "e.toml:2: expected: 'unexpected'"),
        (f"{TEST}action = 'skp'", "e.toml:2: action: 'skp', not 'skip'"),
        (f"{TEST}expected = 'fail'\nline = 0", "e.toml:2: line: neither a number"),
        (f"{TEST}expected = 'fail'\nline = [true]", "e.toml:2: line: neither a number"),
        (f"{TEST}expected = 'fail'\nreason = 1", "e.toml:2: reason: not a string"),
        (f"{TEST}expected = 'fail'\ninstruction = 'i31.add'", "there is none called 'i31.add'"),
        (f"{TEST}action = 'skip'\ninstruction = 'nop'", "e.toml:2: which instructions run is not"),
    ],
)
def test_what_has_no_meaning(text: str, line: str) -> None:
    with pytest.raises(ExpectError) as e:
        list(read(text, "e.toml"))
    assert line in str(e.value)
    assert "\n" not in str(e.value)


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "e.toml"
    with pytest.raises(ExpectError, match="cannot read: No such file"):
        load(path)
    path.write_bytes(b"# \xff")
    with pytest.raises(ExpectError, match="not UTF-8"):
        load(path)
    path.write_bytes(FILE.replace("\n", "\r\n").encode())
    assert [e.place for e in load(path)] == [f"{path}:{n}" for n in (8, 15, 25)]
