"""wazero: its driver is built once, with Go ($GO); $WAZERO_DRIVER may name one that is there."""

from __future__ import annotations

import os

from refwasm.engines.adapter import binary, tool
from refwasm.engines.probe import probed, said_version
from refwasm.engines.programs import DRIVERS, built


def get_name() -> str:
    return "wazero"


def get_version() -> str:
    return said_version(compute_driver_argv())


def get_features() -> frozenset[str]:
    return probed(compute_driver_argv())


def compute_driver_argv() -> list[str]:
    if os.environ.get("WAZERO_DRIVER"):
        return binary("WAZERO_DRIVER", "wazero-driver")
    return [str(built(DRIVERS / "wazero", tool("GO", "go")))]
