"""What the README shows as Python does what it says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from refwasm.script.commands import ModuleCommand
from refwasm.script.parse import parse_script

README = Path(__file__).parents[1] / "README.md"


def test_the_examples_of_the_readme_run():
    failed, tried = doctest.testfile(str(README), module_relative=False, verbose=False)
    assert tried > 5
    assert failed == 0


def test_commands_are_counted_alike() -> None:
    """What engines are asked is as much as the main job counts, but for fields that are a module together."""
    printed = re.search(
        r"^ *(\d+) commands, \d+ of them assertions", README.read_text("utf-8"), re.MULTILINE
    )
    engines = (README.parent / "docs" / "engines.md").read_text("utf-8")
    asked = re.search(r"258 scripts with ([\d ]+) commands\n\(reports count ([\d ]+):", engines)
    assert printed and asked
    commands, phrases = (int(n.replace(" ", "")) for n in asked.groups())
    [inline] = parse_script('(func) (memory 0) (func (export "f"))')
    assert isinstance(inline, ModuleCommand)
    assert int(printed[1]) == phrases == commands - 1 + inline.phrases
