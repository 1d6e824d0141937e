"""refwasm's fast tier."""

from __future__ import annotations

import refwasm
from refwasm.script.native import NativeEngine, compiled
from refwasm.syntax.features import Features


def get_name() -> str:
    return "refwasm-compile"


def get_version() -> str:
    return refwasm.__version__


def compares_texts() -> bool:
    return True


def make_engine(*, features: Features) -> NativeEngine:
    return compiled(features=features)
