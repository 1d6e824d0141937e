"""V8, by way of Node: $NODE may name the command."""

from __future__ import annotations

from refwasm.engines.adapter import binary, first_line
from refwasm.engines.probe import probed
from refwasm.engines.programs import DRIVERS


def get_name() -> str:
    return "node"


def get_version() -> str:
    shown = "`${process.versions.node} (V8 ${process.versions.v8})`"
    return first_line([*binary("NODE", "node"), "--print", shown])


def get_features() -> frozenset[str]:
    return probed(compute_driver_argv())


def compute_driver_argv() -> list[str]:
    return [*binary("NODE", "node"), str(DRIVERS / "node.mjs")]
