"""refwasm, compiling what is worth it."""

from __future__ import annotations

import refwasm
from refwasm.script.native import NativeEngine, automatic
from refwasm.syntax.features import Features


def get_name() -> str:
    return "refwasm-auto"


def get_version() -> str:
    return refwasm.__version__


def compares_texts() -> bool:
    return True


def make_engine(*, features: Features) -> NativeEngine:
    return automatic(features=features)
