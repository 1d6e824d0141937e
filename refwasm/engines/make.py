"""From an adapter to engines that run the commands of scripts one by one."""

from __future__ import annotations

from typing import Any

from refwasm.engines.adapter import Adapter, AdapterError
from refwasm.engines.driver import DriverEngine
from refwasm.engines.invocations import InvocationEngine
from refwasm.script.engine import Engine
from refwasm.syntax.features import Features


def make_engine(
    adapter: Adapter, *, features: Features, timeout: float, trace: bool = True
) -> Engine[Any, Any]:
    """An engine; one in processes of its own has `timeout` seconds for each answer.

    With `trace`, one that can tells which instructions ran.

    Raises AdapterError if the adapter runs whole scripts alone, and Absent.
    """
    match adapter.way:
        case "make_engine":
            tracing = {"trace": trace} if adapter.tracing else {}
            made: Engine[Any, Any] = adapter.module.make_engine(features=features, **tracing)
            return made
        case "compute_driver_argv":
            argv = adapter.argv("compute_driver_argv")
            return DriverEngine(argv, timeout=timeout, features=features, texts=adapter.texts())
        case "compute_argv":
            return InvocationEngine(adapter, timeout=timeout, features=features)
        case _:
            raise AdapterError(
                f"{adapter.label} runs whole scripts, not one command after the other"
            )
