"""`refwasm conform map`."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.harness.attribution import Entry, Map
from tests.cli.conftest import Refwasm, one_line

SCRIPT = '(module (func (export "f") nop))\n(assert_return (invoke "f"))\n'


def test_a_map_is_written(process: Refwasm, tmp_path: Path) -> None:
    (tmp_path / "a.wast").write_text(SCRIPT)
    for _ in range(2):  # the second time, the cache has it
        done = process("conform", "map", "-n1", "--suite", ".", "-o", "map.json.gz", "a.wast")
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"map.json.gz: 2 commands of 1 scripts of unpinned" in done.stdout
        entries = Map.load(tmp_path / "map.json.gz").of("a.wast")
        module = Entry(1, "module", holds=("nop", "end"))
        assert entries == (module, Entry(2, "assert_return", ("end", "nop")))


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["-o", "map.json", "none.wast"], "none.wast: no such script or folder"),
        (["-o", "no/map.json", "a.wast"], "no/map.json: cannot write"),
        (["a.wast"], "Missing option"),
    ],
)
def test_usage(refwasm: Refwasm, alone: Path, arguments: list[str], line: str) -> None:
    (alone / "a.wast").write_text(SCRIPT)
    done = refwasm("conform", "map", *arguments)
    assert done.returncode == 2
    assert line in one_line(done)
