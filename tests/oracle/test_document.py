"""The dialogue of docs/driver-protocol.md is what `refwasm oracle` says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import refwasm
from refwasm.engines.protocol import OUTCOMES

DOCUMENT = (Path(__file__).parents[2] / "docs" / "driver-protocol.md").read_text("utf-8")


def test_the_dialogue() -> None:
    [dialogue] = re.findall(r"```\n(> .*?)```", DOCUMENT, re.DOTALL)
    asked = [line[2:] for line in dialogue.splitlines() if line.startswith("> ")]
    answers = [line[2:] for line in dialogue.splitlines() if line.startswith("< ")]
    command = [sys.executable, "-m", "refwasm", "oracle"]
    done = subprocess.run(
        command, input="\n".join(asked), capture_output=True, encoding="utf-8", check=True
    )
    got = done.stdout.replace(refwasm.__version__, "VERSION").splitlines()
    assert [json.loads(line) for line in got] == [json.loads(line) for line in answers]
    assert done.stderr == ""


def test_every_request_and_outcome_is_described() -> None:
    [table] = re.findall(r"\| request .*?\n\n", DOCUMENT, re.DOTALL)
    for row in table.splitlines()[2:]:
        do = re.search(r'"do":"(\w+)"', row)
        if do is not None:
            found = re.findall(r"`(\w+)`", row)
            assert [outcome for outcome in found if outcome != "text"] == [*OUTCOMES[do[1]]]
    assert set(re.findall(r'\{"do":"(\w+)"', table)) == OUTCOMES.keys()
