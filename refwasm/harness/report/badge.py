"""The report as what shields.io's endpoint badge reads: https://shields.io/badges/endpoint-badge."""

from __future__ import annotations

import json
from itertools import takewhile

from refwasm.harness.model import EngineReport, Report
from refwasm.harness.report.headings import passing
from refwasm.script.results import Status

# The least share of assertions that has each colour; all of them is `ALL`.
COLORS = ((0.99, "green"), (0.95, "yellowgreen"), (0.8, "yellow"), (0.5, "orange"), (0.0, "red"))
ALL = "brightgreen"
NONE = "lightgrey"
RED = "red"


def render(report: Report, label: str = "") -> str:
    """The badge of the engine called `label`, or of all engines: the share of assertions that pass.

    What expectations say in vain makes it red.
    """
    engines = [e for e in report.engines if label in ("", e.subject.label)]
    message, color = _said(engines)
    unexpected = (r.status is Status.UNEXPECTED for e in engines for r in e.failures)
    if vain := len(report.stale) + sum(unexpected):
        message, color = f"{message}, {vain} expected in vain", RED
    badge = {
        "schemaVersion": 1,
        "label": f"{label or _name(engines)} wasm {_part(report, engines)}".strip(),
        "message": message,
        "color": color,
    }
    return json.dumps(badge) + "\n"


def _part(report: Report, engines: list[EngineReport]) -> str:
    """What was run: a script, the folder that has all of them, or a part of that."""
    names = {script.name for engine in engines for script in engine.scripts}
    if len(names) == 1:
        return names.pop()
    first, last = (
        name.split("/")[:-1] for name in (min(names, default=""), max(names, default=""))
    )
    common = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    folder = "/".join(folder for folder, _ in common)
    whole = {*report.run.paths} <= {folder}
    return f"{'' if whole else 'part of '}{folder} suite".replace("  ", " ").strip()


def _name(engines: list[EngineReport]) -> str:
    """The engine's, if there is one."""
    return engines[0].subject.label if len(engines) == 1 else ""


def _said(engines: list[EngineReport]) -> tuple[str, str]:
    measured = [e for e in engines if not e.subject.absent]
    total = sum(e.statuses.total() for e in measured)
    passed = sum(e.statuses[Status.PASS] for e in measured)
    if not total:
        return "not measured", NONE
    if any(e.subject.lost for e in measured):
        return "incomplete", NONE
    said = f"{passing(*measured)}% of assertions"
    if passed == total:
        return said, ALL if all(e.complete for e in measured) else COLORS[0][1]
    share = passed / total
    color = next(color for least, color in COLORS if share >= least)
    return said, color
