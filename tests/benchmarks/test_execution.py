"""Engines beside each other."""

from __future__ import annotations

import importlib.metadata

import pytest

from benchmarks import engines
from benchmarks.engines import Engine, Run, find_peers, load_refwasm
from benchmarks.execution import seconds, table
from benchmarks.kernels import KERNELS, Kernel, fib

SMALL = tuple(Kernel(k.name, 3, k.expected, k.bits) for k in KERNELS)


def absent(name: str) -> str:
    raise importlib.metadata.PackageNotFoundError(name)


def always(value: int) -> Run:
    return lambda n: value


def test_every_engine_runs_in_every_round() -> None:
    called = []

    def load(name: str) -> Run:
        def run(n: int) -> int:
            called.append((name, n))
            return fib(n)

        return run

    pair = [Engine(name, "1", lambda binary, name=name: load(name)) for name in "ab"]  # type: ignore[misc]
    taken = seconds(Kernel("fib", 5, fib), pair, 2)
    assert called == [("a", 2), ("b", 2), *[("a", 5), ("b", 5)] * 2]
    assert [len(values) for values in taken.values()] == [2, 2]


def test_a_wrong_result_is_an_error() -> None:
    wrong = Engine("wrong", "1", lambda binary: always(1))
    with pytest.raises(ValueError, match=r"^fib\(5\) is 5, not 1$"):
        seconds(Kernel("fib", 5, fib), [wrong], 1)


def test_table_beside_a_peer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.execution.KERNELS", SMALL)
    peers = [Engine("peer", "7", load_refwasm)], ["pywasm, which is not installed."]
    monkeypatch.setattr("benchmarks.execution.find_peers", lambda: peers)
    made = table(1)
    assert made.title == "Interpreter, beside peer 7"
    assert [f.name for f in made.figures[: len(SMALL)]] == [f"{k.name}(3) / peer" for k in SMALL]
    assert len(made.figures) == 3 * len(SMALL)
    assert made.missing == ("pywasm, which is not installed.",)


def test_table_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.execution.KERNELS", SMALL[:1])
    monkeypatch.setattr(importlib.metadata, "version", absent)
    made = table(1)
    assert [f.name for f in made.figures] == ["fib(3) refwasm"]
    assert len(made.missing) == len(engines.PEERS)


def test_peers_that_are_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "2.2.3")
    found, missing = find_peers()
    assert [(e.name, e.version) for e in found] == [("pywasm", "2.2.3")]
    assert not missing
