"""The example of docs/expectations.md."""

from __future__ import annotations

import json
import re
from pathlib import Path

from refwasm.harness.expect import FAILURES, KEYS
from tests.cli.conftest import Refwasm

DOC = (Path(__file__).parents[2] / "docs" / "expectations.md").read_text("utf-8")

SCRIPT = """(module
  (func (export "loop") (loop (br 0)))
  (func (export "add") (result i32) (i32.add (i32.const 1) (i32.const 1)))
  (func (export "sub") (result i32) (i32.sub (i32.const 3) (i32.const 1))))
(assert_return (invoke "loop"))
(assert_return (invoke "add") (i32.const 3))
(assert_return (invoke "sub") (i32.const 3))
"""


def test_the_example(refwasm: Refwasm, alone: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", DOC, re.DOTALL)
    (alone / "core").mkdir()
    (alone / "core" / "f.wast").write_text(SCRIPT)
    (alone / "e.toml").write_text(example)
    done = refwasm("conform", "--suite=.", "-n1", "--expect=e.toml", "--json=r.json")
    assert (done.stderr, done.returncode) == (b"", 0)
    excuses = [
        r["excuse"] for r in json.loads(Path("r.json").read_text())["engines"][0]["failures"]
    ]
    assert excuses == [
        "never ends",
        "adds one too many (https://example.org/issues/7)",
        "e.toml:15",
    ]
    done = refwasm("conform", "update", "e.toml", "--from=r.json")
    assert done.stdout == b"e.toml: 3 kept, 0 changed, 0 removed, 0 added\n"


def test_every_key_is_told() -> None:
    table = DOC[DOC.index("| key |") : DOC.index("It is strict")]
    assert set(re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", table, re.MULTILINE)) == {
        *(f"`{key}`" for key in KEYS - {"engine", "platform", "reason", "issue"}),
        "`engine`, `platform`",
        "`reason`, `issue`",
    }
    assert all(f"`{word}`" in table for word in [*FAILURES, "pass"])
