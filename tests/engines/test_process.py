"""Engines that die, hang, or talk nonsense: what is known of it afterwards, and that nobody waits."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from refwasm.engines import process as P
from refwasm.engines.process import EngineDied, EngineGarbled, EngineHung, Process, exit_words
from refwasm.engines.protocol import encode
from refwasm.script.engine import Broken
from refwasm.script.results import Status

ROGUE = [sys.executable, "-S", str(Path(__file__).parent / "rogue.py")]
FINE = b'{"outcome": "return", "values": [{"type": "i32", "bits": "0x1"}]}\n'


def call(name: str) -> bytes:
    return encode({"do": "invoke", "instance": "i", "name": name, "args": []})


@pytest.fixture
def rogue() -> Iterator[Process]:
    process = Process(ROGUE, timeout=20)
    yield process
    process.kill()


def test_answers_come_in_order(rogue: Process) -> None:
    assert rogue.ask(call("fine")) == FINE
    answers = rogue.ask_all([call("fine")] * 5)
    assert [re.findall("0x.", a.decode()) for a in answers] == [[f"0x{i}"] for i in range(2, 7)]
    assert rogue.ask_all([]) == []


def test_large_requests_and_answers_fill_no_pipe(rogue: Process) -> None:
    """All is sent before anything is read, of both more than a pipe holds."""
    padded = call("fine" + " " * 2000)
    assert len(rogue.ask_all([padded] * 2000)) == 2000


DEATHS = {
    "die": (EngineDied, "exited with 3; standard error: my last words"),
    "half": (
        EngineDied,
        """exited with 0; standard error: (half a line of output: '{"outcome":')""",
    ),
}


@pytest.mark.parametrize("name", DEATHS)
def test_deaths(rogue: Process, name: str) -> None:
    kind, evidence = DEATHS[name]
    with pytest.raises(kind) as caught:
        rogue.ask_all([call("fine"), call(name), call("fine")])
    assert str(caught.value) == evidence
    assert caught.value.started
    assert caught.value.status is Status.CRASH


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
def test_a_signal_has_its_name(rogue: Process) -> None:
    with pytest.raises(EngineDied, match="killed by SIGABRT"):
        rogue.ask(call("abort"))


def test_output_that_is_closed(rogue: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(P, "ENDING", 0.2)
    with pytest.raises(EngineDied, match="closed its output"):
        rogue.ask(call("close"))


def test_no_answer_in_time() -> None:
    process = Process(ROGUE, timeout=20)
    process.ask(call("fine"))
    process.timeout = 0.2
    start = time.monotonic()
    with pytest.raises(EngineHung, match=r"no answer in 0\.2 s") as caught:
        process.ask(call("hang"))
    assert time.monotonic() - start < 10
    assert caught.value.status is Status.TIMEOUT


def test_who_does_not_read_is_not_waited_for() -> None:
    process = Process([sys.executable, "-S", "-c", "import time; time.sleep(600)"], timeout=0.3)
    with pytest.raises(EngineHung) as caught:
        process.ask(b"x" * 1_000_000 + b"\n")
    assert not caught.value.started


def test_standard_error_is_read_and_its_end_kept(rogue: Process) -> None:
    rogue.ask(call("flood"))
    with pytest.raises(EngineDied) as caught:
        rogue.ask(call("die"))
    assert len(str(caught.value)) < P.KEPT + 100
    assert "the endmy last words" in str(caught.value)


def test_what_nobody_asked_for(rogue: Process) -> None:
    rogue.ask(call("twice"))
    while rogue._lines.empty():  # it is still on its way
        time.sleep(0.01)
    with pytest.raises(EngineGarbled, match="nobody asked"):
        rogue.ask(call("fine"))


def test_a_line_without_end(rogue: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(P, "LONGEST", 1 << 20)
    with pytest.raises(EngineGarbled, match="more than 1048576 bytes of an answer: 'yyy") as caught:
        rogue.ask(call("endless"))
    assert str(caught.value).count("y") < 500  # what the process says as it ends may stand beside
    assert caught.value.status is Status.GARBLED


def test_nonsense_is_shown(rogue: Process) -> None:
    line = rogue.ask(call("bytes"))
    with pytest.raises(EngineGarbled) as caught:
        rogue.garbled(line, "not UTF-8")
    assert str(caught.value) == r"not UTF-8: '\\xff\\xfe'"
    with pytest.raises(Broken):
        rogue.ask(call("fine"))


def alive(pid: int) -> bool:
    """Whether the process runs; one that only waits to be reaped does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_what_it_started_ends_too(rogue: Process) -> None:
    with pytest.raises(EngineDied) as caught:
        rogue.ask(call("child"))
    [pid] = map(int, re.findall(r"child (\d+)", str(caught.value)))
    for _ in range(100):
        if not alive(pid):
            break
        time.sleep(0.02)
    assert not alive(pid)


def test_no_such_program() -> None:
    with pytest.raises(EngineDied, match="no-such-engine cannot be started: ") as caught:
        Process(["no-such-engine"], timeout=1)
    assert not caught.value.started


def test_the_end_of_input_ends_it(rogue: Process) -> None:
    rogue.ask(call("fine"))
    rogue.close()
    assert rogue._process.returncode == 0
    rogue.close()


def test_exit_codes() -> None:
    assert exit_words(0) == "exited with 0"
    assert exit_words(0xC0000005) == "exited with 0xc0000005"
    assert exit_words(-9) in ("killed by SIGKILL", "killed by signal 9")
    assert exit_words(-99) == "killed by signal 99"
