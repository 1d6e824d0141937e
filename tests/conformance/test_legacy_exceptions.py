"""The scripts of legacy exceptions: their modules survive going both ways, and are malformed without the feature."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from refwasm.binary.decode_module import decode_module
from refwasm.binary.encode_module import encode_module
from refwasm.errors import Malformed
from refwasm.harness.suite import shipped_vectors
from refwasm.script.commands import Command, ModuleCommand, TextModule
from refwasm.script.parse import parse_script
from refwasm.source import Source
from refwasm.syntax.features import features_of
from refwasm.syntax.modules import Module
from refwasm.text.parse_module import parse_module
from refwasm.text.print_module import print_module
from tests.conformance.suite import ROOT, needs_suite

FEATURES = features_of("3", ["+legacy-exceptions"])
NAMES = ["rethrow", "throw", "try_catch", "try_delegate"]
OFFICIAL = [
    pytest.param(ROOT / "legacy" / "exceptions" / f"{name}.wast", id=name, marks=needs_suite)
    for name in NAMES
]
SHIPPED = pytest.param(
    shipped_vectors() / "legacy-exceptions" / "legacy_exceptions.wast", id="shipped"
)


@cache
def script(path: Path) -> tuple[Source, list[Command]]:
    """The text and the commands of the script at `path`."""
    text = path.read_text("utf-8")
    return Source(path.name, text), parse_script(text, features=FEATURES)


def modules(path: Path) -> list[Module]:
    """The modules that the script at `path` instantiates and gives as texts."""
    defined = [c.definition for c in script(path)[1] if isinstance(c, ModuleCommand)]
    found = [d.module for d in defined if isinstance(d, TextModule)]
    return [module for module in found if isinstance(module, Module)]


@pytest.mark.parametrize("path", OFFICIAL)
def test_its_instructions_are_malformed_with_the_feature_off(path: Path) -> None:
    text = path.read_text("utf-8")
    commands = [c for c in parse_script(text) if isinstance(c, ModuleCommand)]
    errors = [c.definition.module for c in commands if isinstance(c.definition, TextModule)]
    wrong = [error.message for error in errors if isinstance(error, Malformed)]
    assert wrong and set(wrong) <= {
        f"unknown operator {word} [legacy-exceptions]" for word in ("try", "rethrow", "delegate")
    }


@pytest.mark.parametrize("path", [*OFFICIAL, SHIPPED])
def test_modules_go_both_ways(path: Path) -> None:
    found = modules(path)
    assert found
    for module in found:
        assert decode_module(encode_module(module), features=FEATURES) == module
        for folded in (False, True):
            text = print_module(module, folded=folded)
            assert parse_module(text, features=FEATURES) == module


@pytest.mark.parametrize("path", [*OFFICIAL, SHIPPED])
def test_binaries_are_malformed_with_the_feature_off(path: Path) -> None:
    legacy = 0
    for module in modules(path):
        ops = {instr.op for func in module.funcs for instr in func.body.instrs}
        if any(op.feature == "legacy-exceptions" for op in ops):
            legacy += 1
            with pytest.raises(Malformed, match=r"^illegal opcode 0\d \[legacy-exceptions\]$"):
                decode_module(encode_module(module))
    assert legacy
