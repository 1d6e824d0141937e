"""`refwasm oracle`: lines in, lines out."""

from __future__ import annotations

import json

from tests.cli.conftest import Refwasm


def test_lines_are_answered(refwasm: Refwasm) -> None:
    text = '(module (func (export \\"f\\") (loop (br 0))))'
    lines = [
        f'{{"do":"module","module":"m","text":"{text}"}}',
        '{"do":"instantiate","instance":"i","module":"m"}',
        '{"do":"invoke","instance":"i","name":"f"}',
        "what?",
    ]
    done = refwasm("oracle", "--fuel", "10", stdin="\n".join(lines).encode())
    assert (done.stderr, done.returncode) == (b"", 0)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["outcome"] for answer in answers] == ["ok", "ok", "exhaustion", "error"]


def test_an_edition_refuses_what_it_lacks(refwasm: Refwasm) -> None:
    request = b'{"do":"module","module":"m","text":"(module (memory 1) (memory 1))"}'
    done = refwasm("oracle", "--spec", "2.0", stdin=request)
    assert json.loads(done.stdout)["outcome"] == "invalid"
