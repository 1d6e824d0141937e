"""`refwasm features`, and `--spec` and `--features` of the other commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from refwasm.generated.features import FEATURES
from refwasm.syntax.features import Older
from tests.cli.conftest import Refwasm, one_line

EXTEND = b"(module (func (drop (i32.extend8_s (i32.const 1)))))"


def states(refwasm: Refwasm, *options: str) -> dict[str, tuple[str, ...]]:
    """Edition and state of each feature and rule that is listed."""
    done = refwasm("features", *options)
    assert (done.stderr, done.returncode) == (b"", 0)
    lines = [line.split() for line in done.stdout.decode().splitlines() if line]
    return {line[0]: tuple(line[1:4]) for line in lines}


def test_all_are_listed_with_edition_and_default(refwasm: Refwasm) -> None:
    listed = states(refwasm)
    assert listed["simd"][:2] == ("2.0", "on")
    assert listed["legacy-exceptions"][:2] == ("proposal", "off")
    assert listed["segment-index"] == ("to", "1.0", "off")
    assert {*FEATURES, *(rule.name.lower().replace("_", "-") for rule in Older)} < set(listed)


def test_what_is_on_can_be_asked(refwasm: Refwasm) -> None:
    listed = states(refwasm, "--spec", "1.0", "--features=+gc")
    assert listed["simd"][:2] == ("2.0", "off")
    assert listed["reference-types"][:2] == ("2.0", "on")
    assert listed["segment-index"] == ("to", "1.0", "off")
    assert listed["segments-fit-first"] == ("to", "1.0", "on")


@pytest.mark.parametrize("options", [["--spec", "1.0"], ["--features=-sign-extension"]])
@pytest.mark.parametrize(
    "command", [["validate", "-"], ["run", "-"], ["wat2wasm", "-", "-o", "-"], ["wast", "-"]]
)
def test_commands_refuse_what_is_off(
    refwasm: Refwasm, command: list[str], options: list[str]
) -> None:
    assert refwasm(*command, stdin=EXTEND).returncode == 0
    done = refwasm(*command, *options, stdin=EXTEND)
    assert done.returncode == 1
    assert b"unknown operator i32.extend8_s [sign-extension]" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "options", [["--spec", "1.1"], ["--features", "simd"], ["--features", "+simt"]]
)
def test_what_there_is_not_is_wrong_usage(refwasm: Refwasm, options: list[str]) -> None:
    done = refwasm("validate", "-", *options, stdin=b"(module)")
    assert done.returncode == 2
    assert one_line(done).startswith("refwasm: no ")


SCRIPT = b"""
(assert_malformed (module quote "(func (i32.extend8_s))") "unknown operator")
(assert_malformed (module quote "(func (i32.extend8_s))") "other words")
"""


def test_conform_runs_an_edition_and_counts_other_words_apart(
    refwasm: Refwasm, alone: Path
) -> None:

    folder = alone / "suite" / "editions" / "1.0"
    folder.mkdir(parents=True)
    (folder / "a.wast").write_bytes(SCRIPT)
    done = refwasm("conform", "--suite", "suite", "--spec", "1.0", "-n", "1")
    out = done.stdout.decode()
    assert "edition 1.0" in out
    assert "a.wast:3: assert_malformed: text" in out
    assert "FAILED: 1 of 2 assertions" in out
    assert done.returncode == 1


def test_conform_has_no_suite_of_another_edition(refwasm: Refwasm, alone: Path) -> None:

    (alone / "suite").mkdir()
    done = refwasm("conform", "--suite", "suite", "--spec", "2.0")
    assert done.returncode == 2
    assert "editions/2.0: no such script or folder" in one_line(done)
