"""The map of a suite: what it says of commands, and that it survives."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import refwasm
from refwasm.harness.attribution import (
    Entry,
    Map,
    MapError,
    attributed,
    digest,
    lacking,
    make_map,
)
from refwasm.harness.map_cache import Cache
from refwasm.harness.table import table_revision
from refwasm.script.native import NativeEngine
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.script.run import run_script
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT

SCHEMA = json.loads((resources.files("refwasm.harness.report") / "map.schema.json").read_text())
SCRIPT = """
(module (func (export "div") (param i32 i32) (result i32)
  (i32.div_s (local.get 0) (local.get 1))))
(assert_return (invoke "div" (i32.const 4) (i32.const 2)) (i32.const 2))
(assert_trap (invoke "div" (i32.const 4) (i32.const 0)) "integer divide by zero")
(assert_invalid (module (type (struct)) (func (result i32) (i32.add))) "type mismatch")
"""
RAN = ("end", "i32.div_s", "local.get")
DIV = Entry(5, "assert_trap", RAN[1:], (), "integer divide by zero", "i32.div_s")
GC = ("reference-types", "function-references", "gc")
ADD = Entry(
    6, "assert_invalid", ("i32.add",), GC, "", "i32.add", "valid-binop: i1:i32 i2:i32 -> i32"
)
ENTRIES = (
    Entry(2, "module", holds=("end", "local.get", "i32.div_s")),
    Entry(4, "assert_return", RAN),
    DIV,
    ADD,
)


class Runner:
    """Runs scripts here and now, and counts them."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def __call__(self, paths: Sequence[Path]) -> Mapping[Path, Sequence[Result]]:
        self.ran += [path.name for path in paths]
        return {path: self.results(path) for path in paths}

    def results(self, path: Path) -> list[Result]:
        text = path.read_text()
        return list(
            run_script(path.name, Source("", text), parse_script(text), NativeEngine(trace=True))
        )


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "a.wast"
    path.write_text(SCRIPT)
    return path


@pytest.fixture
def made(script: Path) -> Map:
    return make_map("r1", {script: "a.wast"}, Runner())


def test_what_it_says(made: Map) -> None:
    assert (made.suite, made.table, made.spec, made.changes) == ("r1", table_revision(), "3.0", ())
    assert made.of("a.wast", digest(SCRIPT.encode())) == ENTRIES
    assert made.of("a.wast", digest(b"")) is None
    assert made.of("b.wast") is None


def test_the_form_is_that_of_the_schema(made: Map) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(made.encoded(zipped=False)))


@pytest.mark.parametrize("name", ["map.json", "map.json.gz"])
def test_there_and_back(made: Map, tmp_path: Path, name: str) -> None:
    made.save(tmp_path / name)
    assert Map.load(tmp_path / name) == made
    assert (tmp_path / name).read_bytes()[:2] == (b"\x1f\x8b" if name.endswith("gz") else b'{"')


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"\x1f\x8bnothing", b'{"format": 1, "scripts": 3}', b'{"format": 2}',
     b'{"format": 1, "scripts": {"a": {"sets": 1}}, "suite": "", "table": "", "refwasm": "",'
     b' "spec": "", "features": []}', b"[" * 100_000],
)  # fmt: skip
def test_what_is_no_map(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "map.json").write_bytes(data)
    with pytest.raises(MapError, match=r"map\.json: "):
        Map.load(tmp_path / "map.json")
    with pytest.raises(MapError, match="cannot read"):
        Map.load(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"table": "deadbeef"}, "a map by refwasm .*, table deadbeef: make it again"),
        ({"version": "0.0.9"}, "a map by refwasm 0.0.9, table .*: make it again"),
        (
            {"entries": {"a": (Entry(1, "module", ("i32.bogus",)),)}},
            "no such instruction: i32.bogus",
        ),
        ({"entries": {"a": (Entry(1, "module", (), ("gcc",)),)}}, "no such feature: gcc"),
    ],
)
def test_a_map_of_something_else(tmp_path: Path, change: dict[str, Any], says: str) -> None:
    given: dict[str, Any] = {"suite": "", "table": table_revision(), "version": refwasm.__version__}
    Map(**(given | {"digests": {"a": ""}} | change)).save(tmp_path / "map.json")
    with pytest.raises(MapError, match=says):
        Map.load(tmp_path / "map.json")


def test_the_cache_spares_a_run(script: Path, tmp_path: Path) -> None:
    other = script.with_name("b.wast")
    other.write_text("(module)")
    runner, cache = Runner(), Cache(tmp_path / "cache")
    first = make_map("r1", {script: "a.wast"}, runner, cache=cache)
    second = make_map("r1", {script: "c.wast", other: "b.wast"}, runner, cache=cache)
    assert runner.ran == ["a.wast", "b.wast"]
    assert second.of("c.wast") == first.of("a.wast")


def test_a_broken_file_of_the_cache_is_made_anew(script: Path, tmp_path: Path) -> None:
    runner, cache = Runner(), Cache(tmp_path / "cache")
    first = make_map("r1", {script: "a.wast"}, runner, cache=cache)
    [file] = cache.folder.iterdir()
    cache.put(digest(SCRIPT.encode()), {"sets": [], "commands": [{}]})
    for broken in (file.read_bytes(), b"nothing"):
        file.write_bytes(broken)
        assert make_map("r1", {script: "a.wast"}, runner, cache=cache) == first
    assert len(runner.ran) == 3


def test_what_ended_by_chance_is_not_kept(script: Path, tmp_path: Path) -> None:
    class Hanging(Runner):
        def results(self, path: Path) -> list[Result]:
            return [replace(r, status=Status.TIMEOUT) for r in super().results(path)]

    cache = Cache(tmp_path / "cache")
    make_map("r1", {script: "a.wast"}, Hanging(), cache=cache)
    assert not list(cache.folder.glob("*"))


def test_a_script_that_cannot_be_read_needs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.wast").write_text("(")
    unread = Result("a.wast", 0, 1, "script", Status.FAIL)
    made = make_map("r1", {tmp_path / "a.wast": "a.wast"}, lambda paths: {paths[0]: [unread]})
    assert made.of("a.wast") == (Entry(1, "script"),)


def untraced(index: int, status: Status) -> Result:
    line, kind = ENTRIES[index][:2]
    return Result("a.wast", index, line, kind, status)


def test_results_are_told_what_they_exercised() -> None:
    results = [untraced(i, Status.PASS) for i in range(len(ENTRIES))]
    found = attributed(results, ENTRIES)
    told = [(r.instructions, r.features, r.trap, r.site, r.rule) for r in found]
    assert told == [(e.instructions, e.features, e.trap, e.site, e.rule) for e in ENTRIES]
    assert [
        replace(r, instructions=(), features=(), trap="", site="", rule="") for r in found
    ] == results


def test_a_trap_and_a_rule_are_told_of_what_passed_alone() -> None:
    trap, rule = attributed([untraced(i, Status.FAIL) for i in (2, 3)], ENTRIES)
    assert (trap.instructions, trap.trap, trap.site) == (DIV.instructions, "", "i32.div_s")
    assert (rule.instructions, rule.rule, rule.site) == (("i32.add",), "", "i32.add")


HOLDS = ("call", "i32.rotl", "ref.cast", "v128.load", "i32x4.add", "i32.const", "end")
ANY = HOLDS[:-2]  # but for what nearly every function has


@pytest.mark.parametrize(
    ("kind", "got", "found"),
    [
        ("module", "refused: cannot compile", ANY),
        ("module", "malformed: unknown instruction `i32.rotl`", ("i32.rotl",)),
        ("module", "CompileError: call.rotl at the end of a call", ANY),
        ("module", "invalid: i32.const 2^31", ("i32.const",)),
        ("module", "SIMD support is not enabled", ("v128.load", "i32x4.add")),
        ("module", "invalid: GC proposal", ("ref.cast",)),
        ("module", "the process died", ANY),
        ("module", "unlinkable: unknown import", ("nop",)),
        ("module", "trap: unreachable", ("nop",)),
        ("module", "1: incompatible import type", ("nop",)),
        ("assert_trap", "refused: cannot compile", ANY),
        ("assert_trap", "an instance", ("nop",)),
        ("assert_return", "no instance $a defined", ("nop",)),
    ],
)
def test_of_a_refused_module_any_instruction_may_be_why(
    kind: str, got: str, found: tuple[str, ...]
) -> None:
    """Where the engine names some, it is those."""
    entry = Entry(1, kind, ("nop",), holds=HOLDS)
    failed = Result("a.wast", 0, 1, kind, Status.FAIL, got=got)
    [told] = attributed([failed], (entry,))
    assert told.instructions == found
    passed = replace(failed, status=Status.PASS, got="")
    assert attributed([passed], (entry,))[0].instructions == ("nop",)


def test_what_nearly_every_function_has_is_not_why_a_module_is_refused() -> None:
    entry = Entry(1, "module", ("i32.const",), holds=("local.get", "i32.const", "end"))
    failed = Result("a.wast", 0, 1, "module", Status.FAIL, got="refused: no")
    assert attributed([failed], (entry,))[0].instructions == ()


def test_what_an_engine_tells_stays() -> None:
    own = replace(untraced(2, Status.FAIL), instructions=("nop",), trap="unreachable")
    assert attributed([own], ENTRIES, traced=True) == [own]
    assert attributed([own], ENTRIES) == [replace(own, instructions=(*DIV.instructions, "nop"))]


def test_another_version_of_the_script_is_told_nothing() -> None:
    results = [untraced(1, Status.PASS), untraced(3, Status.PASS)]
    moved = [
        replace(results[0], line=9),
        replace(results[0], kind="action"),
        replace(results[0], index=7),
    ]
    assert attributed(moved, ENTRIES) == moved
    assert attributed(results, None) == results


def test_what_an_engine_lacks() -> None:
    assert lacking(ENTRIES, ["mvp", "reference-types"]) == {3: "needs function-references, gc"}
    assert lacking(ENTRIES, DEFAULT.on) == {}
