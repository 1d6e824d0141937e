"""Modules that cost their process, for the tests of what deals with that."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from tests.bodies.check import Check, Verdict


@dataclass(slots=True)
class Failing(Check):
    """Module 1 ends the process, module 2 does not end."""

    def judge(self, seed: int) -> Verdict:
        if seed == 1:
            os._exit(3)
        if seed == 2:
            time.sleep(600)
        return Verdict(1, "wrong" if seed == 4 else "")
