"""The main job, end to end, with workers that die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from refwasm.engines.adapter import built_in, load
from refwasm.harness.attribution import Entry
from refwasm.harness.conform import Limits, conform, deal
from refwasm.harness.report.text import render
from refwasm.harness.suite import Suite, scripts_below
from refwasm.script.results import Result, Status
from refwasm.syntax.features import features_of
from tests.harness.deadly import DEEDS

DEADLY = str(Path(__file__).with_name("deadly.py"))
COUNT = """
  (global $n (mut i32) (i32.const 0))
  (func (export "count") (result i32)
    (global.set $n (i32.add (global.get $n) (i32.const 1))) (global.get $n))
"""
GOOD = f"""(module {COUNT})
(assert_return (invoke "count") (i32.const 1))
(assert_return (invoke "count") (i32.const 2))
"""


def deadly(*deeds: str) -> str:
    """A script that commits `deeds`, each followed by an assertion on the state."""
    imports = "\n".join(f'(import "deadly" "{d}" (func ${d}))' for d in DEEDS)
    exports = "\n".join(f'(func (export "{d}") (call ${d}))' for d in DEEDS)
    commands = "\n".join(
        f'(assert_return (invoke "{d}"))\n(assert_return (invoke "count") (i32.const {i}))'
        for i, d in enumerate(deeds, 1)
    )
    return f"(module {imports} {COUNT} {exports})\n{commands}\n"


def test_what_kills_a_worker_costs_one_assertion(tmp_path: Path) -> None:
    scripts = {
        "deadly": deadly("exit", "loop", "segfault", "bug"),
        "hung": deadly("stuck", "sleep"),
        "good": GOOD,
        "broken": f"{GOOD}(assert_return (invoke",
    }
    for name, text in scripts.items():
        (tmp_path / f"{name}.wast").write_text(text)
    found: dict[str, list[Result]] = {}
    report = conform(
        Suite(tmp_path),
        sorted(tmp_path.glob("*.wast")),
        workers=2,
        limits=Limits(command=0.4),
        engines=[load(DEADLY)],
        done=lambda label, name, results: found.update({name: list(results)}),
    )
    statuses = {name: " ".join(r.status.value for r in results) for name, results in found.items()}
    assert statuses == {
        "good.wast": "pass pass pass",
        "deadly.wast": "pass crash pass timeout pass crash pass error pass",
        "hung.wast": "pass timeout pass timeout pass",
        "broken.wast": "fail",
    }
    [engine] = report.engines
    assert engine.subject.lost == {}
    assert not report.ok
    assert engine.statuses[Status.CRASH] == 2
    assert {r.kind for r in engine.failures} == {"assert_return", "script"}
    assert {r.engine for r in engine.failures} == {"deadly"}
    [crash, *_] = (r for r in engine.failures if r.status is Status.CRASH)
    assert scripts["deadly"].splitlines()[crash.line - 1] == '(assert_return (invoke "exit"))'
    assert report.sources["deadly.wast"][crash.line] == '(assert_return (invoke "exit"))'


def test_the_longest_begin(tmp_path: Path) -> None:
    """Each worker gets one of the longest and one from further back; the rest keep their order."""
    scripts = [Path(f"{i}") for i in range(9)]
    assert [int(p.name) for p in deal(scripts, 3)] == [0, 5, 1, 4, 2, 3, 6, 7, 8]
    assert deal(scripts, 5) == scripts


def test_scripts_begin_in_the_order_given(tmp_path: Path) -> None:
    names = ["z", "a", "m", "b", "y", "c"]
    for name in names:
        (tmp_path / f"{name}.wast").write_text(GOOD)
    (tmp_path / "m.wast").write_bytes(b'(assert_invalid (module) "\xe9")\n')
    ended: list[str] = []
    report = conform(
        Suite(tmp_path),
        [tmp_path / f"{name}.wast" for name in names],
        workers=1,
        done=lambda label, name, results: ended.append(name[0]),
    )
    assert ended == names
    [failure] = report.engines[0].failures
    assert (failure.script, failure.got) == ("m.wast", "malformed: malformed UTF-8 encoding")


ODD = ["a b", "[x]", "p[1].q", "c::d", "-x", "--collect-only", "@file", "é-世界", "#", "%s", "{}"]
# Windows has no such names, macOS none that is no UTF-8.
WORSE = ["new\nline", "tab\t", "back\\slash", ":::", "quote\"'", "*?"] if os.name == "posix" else []
UNDECODABLE = ["not \udcff UTF-8"] if sys.platform == "linux" else []


@pytest.mark.parametrize("workers", [1, 3])
def test_scripts_may_have_any_name(tmp_path: Path, workers: int) -> None:
    """As may the folder of the suite; each runs, and reports can be printed."""
    root = tmp_path.joinpath(*UNDECODABLE, "[s]::u -n9")
    root.mkdir(parents=True)
    stems = [*ODD, *WORSE, *UNDECODABLE]
    for stem in stems:
        (root / f"{stem}.wast").write_text(f'{GOOD}(assert_return (invoke "none"))')
    (root / "idle.wast").write_text(";; nothing")
    report = conform(Suite(root), scripts_below(Suite(root), ["."]), workers=workers)
    [engine] = report.engines
    assert engine.subject.lost == {}
    assert len(engine.scripts) == len({s.name for s in engine.scripts}) == len(stems) + 1
    counts = {s.name: s.commands for s in engine.scripts}
    assert counts.pop("idle.wast") == 0
    assert set(counts.values()) == {4}
    assert {r.script for r in engine.failures} == counts.keys()
    text = render(report)
    assert all(line.isprintable() for line in text.splitlines())
    assert "no command in idle.wast" in text


def test_a_folder_for_the_run_may_have_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "[t]::m p").mkdir()
    (tmp_path / "a.wast").write_text(GOOD)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "[t]::m p"))
    monkeypatch.setattr(sys, "argv", ["refwasm", "\udcff"])
    report = conform(Suite(tmp_path), [tmp_path / "a.wast"])
    assert report.complete
    assert not list((tmp_path / "[t]::m p").iterdir())
    assert sys.argv == ["refwasm", "\udcff"]


def test_several_engines(tmp_path: Path) -> None:
    """The same label twice gets a number, an engine that is not there is said so, a bad one fails alone."""
    (tmp_path / "a.wast").write_text(GOOD)
    (tmp_path / "legacy.wast").write_text("(module (func try catch_all end))")
    away = tmp_path / "away.py"
    away.write_text(
        "from refwasm.engines.adapter import binary\n"
        "def get_name(): return 'away'\n"
        "def get_version(): return binary('NO_SUCH_VARIABLE', 'no-such-program')\n"
        "def compute_driver_argv(): return []\n"
    )
    features = features_of("3", ["+legacy-exceptions"])
    names = ["refwasm", "refwasm-compile", "refwasm-auto", "refwasm", str(away)]
    scripts = [tmp_path / "a.wast", tmp_path / "legacy.wast"]
    report = conform(
        Suite(tmp_path), scripts, engines=[load(name) for name in names], features=features
    )
    assert report.complete
    labels = [e.subject.label for e in report.engines]
    assert labels == ["refwasm", "refwasm-compile", "refwasm-auto", "refwasm 2", "away"]
    assert "no program no-such-program" in report.engines[4].subject.absent
    assert [e.statuses.total() for e in report.measured] == [2, 2, 2, 2]
    exercised = {i.key for i in report.engines[0].instructions if i.assertions}
    assert exercised == {"end", "global.get", "global.set", "i32.add", "i32.const"}
    assert report.engines[1].instructions == ()


def test_every_tier_has_an_adapter() -> None:
    assert {"refwasm", "refwasm-auto", "refwasm-compile"} <= set(built_in())


@pytest.mark.skipif(os.name != "posix", reason="signals to process groups are POSIX's")
def test_an_interrupt_ends_everything(tmp_path: Path) -> None:
    (tmp_path / "loop.wast").write_text(deadly("loop"))
    program = f"""
import signal
from pathlib import Path
from refwasm.engines.adapter import load
from refwasm.harness.conform import conform
from refwasm.harness.suite import Suite
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it
print("start", flush=True)
try:
    conform(Suite(Path({str(tmp_path)!r})), [Path({str(tmp_path / "loop.wast")!r})],
            engines=[load({DEADLY!r})])
except KeyboardInterrupt:
    print("interrupted")
"""
    process = started(program, tmp_path)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60)[0] == "interrupted\n"
    assert not list(tmp_path.glob("refwasm-run-*"))
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize("number", [signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
def test_a_signal_to_the_command_alone_ends_everything(tmp_path: Path, number: int) -> None:
    (tmp_path / "loop.wast").write_text('(module (func (export "f") (loop (br 0)))) (invoke "f")')
    program = f"""
import signal, sys
from refwasm.cli.main import main
signal.signal({number}, signal.SIG_DFL)  # whoever runs the tests may ignore it
print("start", flush=True)
sys.argv = ["refwasm", "conform", "loop.wast", "--suite", {str(tmp_path)!r}]
main()
"""
    process = started(program, tmp_path)
    start = time.monotonic()
    process.send_signal(number)
    assert process.communicate(timeout=60)[0] == ""
    assert time.monotonic() - start < 9  # seconds, before workers are killed
    assert process.returncode == 130
    assert not list(tmp_path.glob("refwasm-run-*"))
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def started(program: str, folder: Path) -> subprocess.Popen[str]:
    """A process that runs `program`, once its first command has a result in `folder`."""
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(folder)},
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "start\n"
    deadline = time.monotonic() + 60
    while not list(folder.glob("refwasm-run-*/*.jsonl")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return process


def test_what_a_map_knows(tmp_path: Path) -> None:
    """It tells of engines that do not trace, and what an engine lacks the features for is not run."""
    script = tmp_path / "a.wast"
    script.write_text(f'{GOOD}(assert_return (invoke "count") (i32.const 7))')
    small = tmp_path / "small.py"
    small.write_text(
        "from refwasm.engines.adapters.refwasm_compile import *\n"
        "def get_name(): return 'small'\n"
        "def get_features(): return ['mvp']\n"
    )
    plain = Entry(1, "module", features=("gc",))
    first = [plain._replace(line=line, kind="assert_return") for line in (6, 7, 8)]
    entries = {"a.wast": (plain, *(e._replace(instructions=("global.get",)) for e in first))}
    engines = [load("refwasm"), load("refwasm-compile"), load(str(small))]
    report = conform(Suite(tmp_path), [script], engines=engines, entries=entries)
    traced, compiled, lacks = report.engines
    assert not traced.subject.traced
    assert all(e.subject.mapped for e in report.engines)
    for engine in (traced, compiled):
        [get] = [i for i in engine.instructions if i.key == "global.get"]
        assert (get.passed, get.failed, get.unsupported) == (2, 1, 0)
    assert lacks.statuses == {Status.UNSUPPORTED: 3}
    assert {r.got for r in lacks.failures} == {"needs gc"}
