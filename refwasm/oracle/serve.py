"""The oracle between two streams."""

from __future__ import annotations

from typing import IO

from refwasm.oracle.oracle import Oracle


def serve(oracle: Oracle, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer every line of `requests` by a line of `answers`, until there are no more."""
    for line in requests:
        answers.write(oracle.answer_line(line))
        answers.flush()
