"""Adapters: those that refwasm has, and files of users."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import pytest

from refwasm.engines.adapter import (
    WAYS,
    Absent,
    AdapterError,
    Unfit,
    binary,
    built_in,
    first_line,
    load,
    split,
)
from refwasm.generated.features import FEATURES

GOOD = """
import sys
def get_name(): return "mine"
def get_version(): return "mine 1.0"
def compute_driver_argv(): return [sys.executable]
"""


@pytest.mark.parametrize("name", built_in())
def test_each_that_refwasm_has(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GO", "no-such-program")  # nothing is built or fetched here
    found = load(name)
    assert found.name
    assert found.way in WAYS
    assert found.features() <= FEATURES.keys()
    try:
        assert found.version()
    except Absent as e:
        assert str(e)


def test_a_file_of_a_user(tmp_path: Path) -> None:
    path = tmp_path / "my engine.py"
    path.write_text(GOOD)
    found = load(str(path))
    assert (found.name, found.version(), found.way) == ("mine", "mine 1.0", "compute_driver_argv")
    assert found.features() == FEATURES.keys()
    assert not found.texts()
    path.write_text(GOOD + "def get_features(): return ['gc']\ndef compares_texts(): return True")
    assert load(str(path)).features() == {"gc"}
    assert load(str(path)).texts()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "an adapter must define get_name, get_version"),
        ("def get_name(): return ''", "an adapter must define get_version"),
        (GOOD.replace("compute_driver_argv", "f"), "one of make_engine, compute_driver_argv"),
        (GOOD + "def make_engine(*, features): ...", "one of make_engine, compute_driver_argv"),
        ("1 +", "SyntaxError"),
        ("import sys; sys.exit(4)", "SystemExit: 4"),
        ("import no_such_module", "no_such_module"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "a.py"
    path.write_text(text)
    with pytest.raises(AdapterError, match=says):
        load(str(path))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("def get_version(): raise RuntimeError('no')", "get_version: RuntimeError: no"),
        ("def get_version(): raise SystemExit(4)", "get_version: SystemExit: 4"),
        ("def get_name(): return 5", "get_name: TypeError: 5 is no text"),
        ("def get_features(): return 5", "get_features: TypeError: 5 are no names"),
        ("def compares_texts(): return 1 / 0", "compares_texts: ZeroDivisionError"),
    ],
)
def test_a_function_that_fails(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "a.py"
    path.write_text(f"{GOOD}\n{text}")
    with pytest.raises(AdapterError, match=says):
        load(str(path)).check()


def test_the_words_of_a_command(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(GOOD)
    assert load(str(path)).argv("compute_driver_argv") == [sys.executable]
    for wrong in ("5", "'mine'", "[]", "['mine', 5]", "None"):
        path.write_text(GOOD.replace("[sys.executable]", wrong))
        with pytest.raises(
            AdapterError, match="compute_driver_argv: TypeError: .*no list of words"
        ):
            load(str(path)).argv("compute_driver_argv")


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AdapterError, match="no engine 'wasmtyme': it is one of .*refwasm"):
        load("wasmtyme")
    with pytest.raises(AdapterError, match="FileNotFoundError"):
        load(str(tmp_path / "none.py"))
    path = tmp_path / "a.py"
    path.write_text(GOOD + "def get_features(): return ['gcc']")
    with pytest.raises(AdapterError, match="no such feature: gcc"):
        load(str(path)).features()
    path.write_text(GOOD.replace('return "mine 1.0"', "raise FileNotFoundError('gone')"))
    with pytest.raises(Absent, match="gone"):
        load(str(path)).version()


@pytest.mark.parametrize("way", [way for way in WAYS if way != "make_engine"])
def test_a_program_that_is_not_there(tmp_path: Path, way: str) -> None:
    """Whatever the adapter says of its version; where only a script tells which it is, nobody knows."""
    path = tmp_path / "a.py"
    text = GOOD.replace("compute_driver_argv()", f"{way}(*given)")
    path.write_text(text.replace("sys.executable", "'no/such-program'"))
    with pytest.raises(Absent, match="^no program no/such-program$"):
        load(str(path)).version()
    path.write_text(text.replace("[sys.executable]", "open('no-such-script')"))
    assert load(str(path)).version() == "mine 1.0"


def test_a_command_may_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    program = Path(sys.executable)
    monkeypatch.setenv("MY_ENGINE", f"'{program}' -W 'a b'")
    assert binary("MY_ENGINE", "my-engine")[1:] == ["-W", "a b"]
    monkeypatch.delenv("MY_ENGINE")
    with pytest.raises(Absent, match=r"no program my-engine \(\$MY_ENGINE may name one\)"):
        binary("MY_ENGINE", "my-engine")


@pytest.mark.parametrize(
    ("name", "command", "words"),
    [
        ("posix", r"a\ b 'c d' e", ["a b", "c d", "e"]),
        ("nt", r'C:\a\b.exe "c d" e', [r"C:\a\b.exe", "c d", "e"]),
    ],
)
def test_words(monkeypatch: pytest.MonkeyPatch, name: str, command: str, words: list[str]) -> None:
    monkeypatch.setattr("refwasm.engines.adapter.os.name", name)
    assert split(command) == words


def test_a_version(tmp_path: Path) -> None:
    assert first_line([sys.executable, "--version"]).startswith("Python 3")
    with pytest.raises(Absent, match="^no program "):
        first_line([str(tmp_path / "no")])


FAILS = "import sys; sys.exit('libwasm.so.1: no such file\\n' + '\\n'.join(map(str, range(99))))"


@pytest.mark.parametrize(
    ("program", "says"),
    [
        (FAILS, r"exit code 1; libwasm.so.1: no such file; 0; 1; \.\.\.; 96; 97; 98$"),
        ("", "exit code 0$"),
        ("import time; time.sleep(60)", "did not end in time"),
    ],
)
def test_an_engine_that_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, says: str
) -> None:
    """It is there, so it is not absent; it is asked once, with what it said as evidence."""
    monkeypatch.setattr("refwasm.engines.adapter.TIMEOUT", 2.0 if "sleep" in program else 20.0)
    path = tmp_path / "a.py"
    ask = f"open({str(tmp_path / 'asked')!r}, 'a').write('x'); import os; "
    command = [sys.executable, "-c", ask + program]
    path.write_text(
        f"from refwasm.engines.adapter import first_line\n{GOOD}\n"
        f"def get_version(): return first_line({command!r})\n"
    )
    adapter = load(str(path))
    adapter.check()
    with pytest.raises(Unfit, match=says):
        adapter.version()
    assert (tmp_path / "asked").read_text() == "x"


def test_a_program_that_cannot_be_executed(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(GOOD.replace('return "mine 1.0"', "raise PermissionError('no leave')"))
    with pytest.raises(Unfit, match="no leave"):
        load(str(path)).version()


def test_a_package_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """As opposed to a Python that does not start."""
    monkeypatch.setenv("WASMTIME_PYTHON", f"'{sys.executable}' -I -S")
    with pytest.raises(Absent, match="has no package wasmtime"):
        load("wasmtime").version()
    monkeypatch.setenv("WASMTIME_PYTHON", f"'{sys.executable}' --no-such-option")
    with pytest.raises(Unfit, match="no-such-option"):
        load("wasmtime").version()


def test_the_flags_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WASMTIME", f"'{sys.executable}' -W ignore")
    found = load("wasmtime-wast")
    assert found.version().startswith("Python")
    assert found.flags == ("-W", "ignore")


@pytest.mark.parametrize(
    ("variable", "engine", "flags"),
    [
        ("GO", "wazero", ()),
        ("WASMTIME_PYTHON", "wasmtime", ()),
        ("WAZERO_DRIVER", "wazero", ("-W", "ignore")),
    ],
)
def test_words_for_what_builds_or_runs_a_driver_are_no_flags_of_the_engine(
    monkeypatch: pytest.MonkeyPatch, variable: str, engine: str, flags: tuple[str, ...]
) -> None:
    monkeypatch.setattr(
        "refwasm.engines.adapters.wazero.built", lambda source, go: Path(sys.executable)
    )
    monkeypatch.delenv("WAZERO_DRIVER", raising=False)
    monkeypatch.setenv(variable, f"'{sys.executable}' -W ignore")
    found = load(engine)
    with suppress(Absent, Unfit):  # Python speaks no protocol
        found.version()
    assert found.flags == flags
