"""refwasm's interpreter tier, which tells the instructions that ran."""

from __future__ import annotations

import refwasm
from refwasm.script.native import NativeEngine
from refwasm.syntax.features import Features


def get_name() -> str:
    return "refwasm"


def get_version() -> str:
    return refwasm.__version__


def compares_texts() -> bool:
    return True


def make_engine(*, features: Features, trace: bool) -> NativeEngine:
    return NativeEngine(trace=trace, features=features)
