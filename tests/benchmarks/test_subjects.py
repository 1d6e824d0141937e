"""Who is found, and what becomes of what they say."""

from __future__ import annotations

import importlib.metadata
import json
import sys
from pathlib import Path

import pytest

from benchmarks import engine_child, subjects
from benchmarks.commands import script_json, script_wast, seconds
from benchmarks.engines import ENGINES
from benchmarks.kernels import KERNELS, Kernel
from benchmarks.measure import CommandError
from benchmarks.plain import fib
from benchmarks.subjects import Refused, Subject, find_peers, tier

FIB = KERNELS[0]


def absent(name: str) -> str:
    raise importlib.metadata.PackageNotFoundError(name)


def test_nobody_is_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.metadata, "version", absent)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(subjects.REFERENCE, raising=False)
    found, missing = find_peers()
    assert not found
    names = [text.partition(",")[0] for text in missing]
    assert names == ["WABT", "the reference interpreter", "pywasm", "pywasm3", "wasmtime"]


def test_a_reference_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(subjects.REFERENCE, str(tmp_path / "wasm"))
    assert "names no command" in str(subjects.find_reference())


def test_everybody_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "1.2")
    monkeypatch.setattr("shutil.which", lambda name: f"/tools/{name}")
    monkeypatch.setattr(subjects, "run", lambda command, timeout: f"{command[0]} 4.5.6 of tools\n")
    monkeypatch.setenv(subjects.REFERENCE, "wasm")
    found, missing = find_peers()
    assert not missing
    assert [(peer.name, peer.version, peer.slow) for peer in found] == [
        ("WABT", "4.5.6", False),
        ("reference", "4.5.6", True),
        ("pywasm", "1.2", True),
        ("wasm3", "1.2", False),
        ("wasmtime", "1.2", False),
    ]
    assert {peer.name for peer in found[2:]} <= ENGINES.keys()


def test_a_tier_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert 0 < tier("compile").measure(FIB, 10, tmp_path) < 1


@pytest.mark.parametrize(
    ("said", "error", "text"),
    [
        ({"refused": "no vectors"}, Refused, "^no vectors$"),
        ({"seconds": 1, "result": 56}, ValueError, r"^fib\(10\) is 55, not 56$"),
        (CommandError("python ended with 1"), Refused, "ended with 1"),
    ],
    ids=["refused", "wrong", "dead"],
)
def test_what_a_process_says(
    said: object, error: type[Exception], text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def run_python(*arguments: str, python: str) -> str:
        assert python == sys.executable
        if isinstance(said, Exception):
            raise said
        return json.dumps(said)

    monkeypatch.setattr(subjects, "run_python", run_python)
    with pytest.raises(error, match=text):
        tier("compile").measure(FIB, 10, tmp_path)


def test_engine_child_counts_the_quickest_call(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0, 0.15, 1, 1.08, 5])
    monkeypatch.setattr("time.process_time", lambda: next(times))
    monkeypatch.setitem(ENGINES, "engine", lambda binary: fib)
    found = engine_child.measure("engine", b"", 12)
    assert found == {"seconds": pytest.approx(0.08), "result": 144}


def test_engine_child_refuses() -> None:
    found = engine_child.measure("interpret", b"no module", 1)
    assert {*found} == {"refused"}
    assert "magic" in str(found["refused"])


def test_scripts(tmp_path: Path) -> None:
    kernel = Kernel("fib", "", 5, 3, fib)
    found = json.loads(script_json(kernel, 5, tmp_path).read_text())
    module, invocation = found["commands"]
    assert (tmp_path / module["filename"]).read_bytes() == kernel.binary()
    assert invocation["action"]["args"] == [{"type": "i32", "value": "5"}]
    assert invocation["expected"] == [{"type": "i64", "value": "5"}]
    text = script_wast(kernel, 5, tmp_path).read_text()
    assert text.startswith('(module binary "\\00\\61\\73\\6d')
    assert text.endswith('(assert_return (invoke "run" (i32.const 5)) (i64.const 5))\n')


def test_a_script_that_refwasm_runs(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "refwasm", "wast")
    assert seconds(command, script_wast, FIB, 15, tmp_path) > 0
    wrong = Kernel("fib", "", 5, 3, lambda n: 0)
    peer = Subject("p", lambda k, n, f: subjects.in_command(
        k, n, f, command=command, script=script_wast))  # fmt: skip
    with pytest.raises(Refused, match="ended with 1"):
        peer.measure(wrong, 5, tmp_path)
