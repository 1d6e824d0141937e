"""`refwasm oracle`: refwasm as a driver."""

from __future__ import annotations

import sys

import click

from refwasm.cli.editions import Execution, with_execution, with_features
from refwasm.oracle.oracle import Oracle
from refwasm.oracle.serve import serve
from refwasm.syntax.features import Features


@click.command(short_help="Answer, step by step, what an engine must do.")
@with_execution
@with_features
def command(features: Features, execution: Execution) -> None:
    """Speak the driver protocol: a line of JSON on standard input asks, one on standard output answers.

    docs/driver-protocol.md describes it, and what this tells beyond other drivers: which results are
    allowed, digests of the state, and what ran whose effects may differ from engine to engine.
    """
    serve(Oracle(**execution._asdict(), features=features), sys.stdin.buffer, sys.stdout.buffer)
