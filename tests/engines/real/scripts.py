"""Scripts of the official suite on a real engine, command by command."""

from __future__ import annotations

from collections.abc import Container, Iterator

from refwasm.engines.adapter import Adapter
from refwasm.engines.make import make_engine
from refwasm.script.needs import needed
from refwasm.script.parse import parse_script
from refwasm.script.results import Result
from refwasm.script.through import run_through
from refwasm.source import Source
from refwasm.syntax.features import DEFAULT
from refwasm.text.lexer import decode_source
from tests.conformance.suite import ROOT


def results(adapter: Adapter, script: str, features: Container[str]) -> Iterator[Result]:
    """The results of `script`; what needs more than the engine's `features` is not run."""
    text = decode_source((ROOT / script).read_bytes())
    commands = parse_script(text)
    lacking = {
        index: ", ".join(missing)
        for index, needs in enumerate(needed(text, commands))
        if (missing := [name for name in needs if name not in features])
    }
    return run_through(
        script,
        Source(script, text),
        commands,
        lambda: make_engine(adapter, features=DEFAULT, timeout=60),
        lacking=lacking,
    )
