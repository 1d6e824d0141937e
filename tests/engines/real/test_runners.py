"""Engines that run whole scripts: what is reported agrees with what their own runners say."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from refwasm.engines.adapter import Absent, Adapter, binary
from refwasm.engines.batch import run
from refwasm.engines.scripts import run_whole
from refwasm.script.parse import parse_script
from refwasm.script.results import Result, Status
from refwasm.source import Source
from tests.conformance.suite import CURRENT, ROOT, commands, needs_suite, uncovered
from tests.engines.real.conftest import present

CORE = [script for script in CURRENT if script.startswith("core/")]
RUNNERS = ("wasmtime-wast", "wasmi", "reference")
TIMEOUT = 120.0  # seconds for each run
TOTAL = re.compile(r"(\d+)/(\d+) tests passed\.")
HANGS = """(module (func (export "f") (loop (br 0))) (func (export "g")))
(assert_return (invoke "f"))
(assert_return (invoke "g"))
"""
UNDEFINED = re.compile(r"no (instance|module) .*defined")

pytestmark = needs_suite


def results(engine: Adapter, script: str) -> list[Result]:
    """The results of all commands of `script`, whatever features they need."""
    with uncovered():
        source, found = commands(script)
        return list(run_whole(engine, script, source, found, timeout=TIMEOUT))


@pytest.mark.parametrize("name", [*RUNNERS, "wasmer", "wabt"])
def test_a_script_goes_on_after_a_command_that_hangs(name: str) -> None:
    source = Source("s.wast", HANGS)
    found = run_whole(present(name), source.name, source, parse_script(HANGS), timeout=5)
    assert [r.status.value for r in found] == ["pass", "timeout", "pass"]


@pytest.mark.parametrize("script", CORE)
@pytest.mark.parametrize("name", RUNNERS)
def test_scripts_are_whole_where_the_engines_own_runner_says_so(name: str, script: str) -> None:
    engine = present(name)
    own = run(engine.module.compute_script_argv(str(ROOT / script)), timeout=TIMEOUT)
    statuses = Counter(r.status for r in results(engine, script))
    assert (own.code == 0) == (statuses.keys() == {Status.PASS}), (own.evidence(), statuses)


@pytest.mark.parametrize("script", CORE)
def test_wasmer_lists_what_fails(script: str) -> None:
    """But for the words of messages. What needs a module that failed, it does not list."""
    engine = present("wasmer")
    own = run(engine.module.compute_script_argv(str(ROOT / script)), timeout=TIMEOUT)
    listed = {line for line, _ in engine.module.read_output(own, script).failures}
    found = results(engine, script)
    unsaid = {r.line for r in found if r.status is Status.UNSUPPORTED or UNDEFINED.fullmatch(r.got)}
    assert listed - unsaid == {r.line for r in found if r.status is Status.FAIL} - unsaid
    assert {r.status for r in found} <= {Status.PASS, Status.FAIL, Status.UNSUPPORTED}


@pytest.mark.parametrize("script", CORE)
def test_as_many_pass_as_wabts_own_tools_say(script: str, tmp_path: Path) -> None:
    """Of the scripts that its `wast2json` can read. It does not count `register`."""
    engine = present("wabt")
    try:
        converter = binary("WABT_WAST2JSON", "wast2json")
    except Absent as e:
        pytest.skip(str(e))
    argv = engine.module.compute_json_argv(str(tmp_path / "own.json"))
    flags = [word for word in argv if word.startswith("--enable")]
    shutil.copy(ROOT / script, tmp_path / "own.wast")
    own = [*converter, *flags, str(tmp_path / "own.wast"), "-o", str(tmp_path / "own.json")]
    if run(own, timeout=TIMEOUT).code:
        pytest.skip("its wast2json cannot read this script")
    total = TOTAL.search(run(argv, timeout=TIMEOUT).stdout)
    counted = [r for r in results(engine, script) if r.kind != "register"]
    passed = [r for r in counted if r.status is Status.PASS]
    assert total
    assert (int(total[1]), int(total[2])) == (len(passed), len(counted))
