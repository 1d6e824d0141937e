"""The suite's modules, changed at random: a module, or an error with a place; no other exception."""

from __future__ import annotations

import random

import pytest

from refwasm.errors import Malformed
from refwasm.script.parse import parse_script
from tests.conformance.suite import CURRENT, FULL, ROOT, needs_suite
from tests.hostile.mutate import binaries_of, mutated_bytes, mutated_text, texts_of
from tests.hostile.outcome import check_place, outcome

SMALL = 10_000  # bytes or characters of a module, so that a round takes milliseconds
SOME = CURRENT if FULL else CURRENT[::4]
ROUNDS = 200 if FULL else 30  # changes per script


@needs_suite
@pytest.mark.parametrize("script", SOME)
def test_changed_binaries(script: str) -> None:
    rng = random.Random(script)
    modules = [data for data in binaries_of(script) if len(data) < SMALL]
    for _ in range(ROUNDS if modules else 0):
        assert outcome(mutated_bytes(rng, rng.choice(modules)))


@needs_suite
@pytest.mark.parametrize("script", SOME)
def test_binaries_cut_short(script: str) -> None:
    rng = random.Random(script)
    modules = [data for data in binaries_of(script) if len(data) < SMALL]
    for _ in range(ROUNDS if modules else 0):
        data = rng.choice(modules)
        assert outcome(data[: rng.randrange(len(data) + 1)])


@needs_suite
@pytest.mark.parametrize("script", SOME)
def test_changed_texts(script: str) -> None:
    rng = random.Random(script)
    modules = [text for text in texts_of(script) if len(text) < SMALL]
    for _ in range(ROUNDS if modules else 0):
        assert outcome(mutated_text(rng, rng.choice(modules)))


@needs_suite
@pytest.mark.parametrize("script", SOME)
def test_changed_scripts(script: str) -> None:
    rng = random.Random(script)
    source = (ROOT / script).read_text("utf-8")
    start = rng.randrange(max(1, len(source) - SMALL))
    for _ in range(ROUNDS // 5):
        text = mutated_text(rng, source[start : start + SMALL])
        try:
            parse_script(text)
        except Malformed as error:
            check_place(error, len(text))
